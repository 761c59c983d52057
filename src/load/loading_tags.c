/* SPDX-License-Identifier: ISC */
/* What tags.yaml says, while a library is in the making. */
#include "article_file.h"
#include "dossier/base/file.h"
#include "loading.h"
#include "report.h"
#include "stated.h"

#include <stdlib.h>

static int compare_entries(const void *a, const void *b)
{
    return str_cmp(((const struct tags_entry *)a)->path, ((const struct tags_entry *)b)->path);
}

void loading_read_tags(struct loading *l)
{
    struct library *library = l->library;
    struct error error = {0};
    struct buf source = {0};
    const char *path = path_join(library->arena, library->folder, TAGS_FILE);
    library->tags.present = file_exists(path);
    if (library->tags.present && !file_read(path, YAML_LARGEST, &source, &error))
        problem_add(&library->problems, SEVERITY_ERROR, STR(TAGS_FILE), 0, 0, "unreadable", "%.*s",
                    STR_ARG(report_reason(&error, path)));
    else if (library->tags.present)
        tags_read(library->arena, buf_view(&source), STR(TAGS_FILE), &library->tags, &l->entries,
                  &library->problems);
    if (library->tags.present)
        library->tags_number = flat_hash(1, buf_view(&source));
    buf_free(&source);
    if (l->entries.len)
        qsort(l->entries.at, l->entries.len, sizeof *l->entries.at, compare_entries);
    l->renamed = stated_renames(&library->tags);
    library->stated = stated_all(&l->entries, l->renamed);
}

void loading_entitle(struct loading *l)
{
    struct library *library = l->library;
    library->title = library->tags.title;
    if (!library->title.len)
        library->title = path_base(str_of(path_real(library->arena, library->folder)));
}

static const struct tags_entry *entry_of(const struct loading *l, struct str path)
{
    struct tags_entry wanted = {.path = path};
    return l->entries.len
               ? bsearch(&wanted, l->entries.at, l->entries.len, sizeof wanted, compare_entries)
               : NULL;
}

uint32_t loading_stated(const struct loading *l, struct str path)
{
    return stated_number(entry_of(l, path), l->renamed);
}

void loading_finish(const struct loading *l, struct arena *arena, struct article *article,
                    struct problems *problems)
{
    const struct tags_entry *entry = entry_of(l, article->path);
    article_file_finish(arena, article, entry, problems);
    article->stated = stated_number(entry, l->renamed);
    tags_name_all(&l->library->tags, article->facts.tags, &article->facts.tag_count);
}

static void check_entry(const struct tags_entry *entry, struct library *library)
{
    const struct corpus *corpus = &library->corpus;
    uint32_t number = corpus_at_path(corpus, entry->path);
    if (number == ARTICLE_NONE && !library->single)
        problem_add(&library->problems, SEVERITY_WARNING, STR(TAGS_FILE), entry->line,
                    entry->column, "no-such-article",
                    "there is no article \"%.*s\"; the path of one below this folder is "
                    "allowed here",
                    STR_ARG(str_sub(entry->path, 0, 200)));
    else if (number != ARTICLE_NONE && corpus_readable(corpus, number))
        report_body(&library->problems, STR(TAGS_FILE), entry->line, entry->column, entry->path,
                    &entry->facts.body, corpus_stored_size(corpus, number));
}

void loading_check_entries(const struct loading *l)
{
    for (size_t i = 0; i < l->entries.len; i++)
        check_entry(&l->entries.at[i], l->library);
}
