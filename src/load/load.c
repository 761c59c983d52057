/* SPDX-License-Identifier: ISC */
/* From what the user named to a library. Nothing that is wrong with one file stops the others: it
 * becomes a problem, listed by `check` and shown where the article would be. */
#include "dossier/load/load.h"

#include "article_file.h"
#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/load/format.h"
#include "dossier/load/tags_file.h"
#include "report.h"

#include <stdlib.h>
#include <string.h>

#define STANDARD_INPUT "(standard input)"

/* A library in the making. */
struct loading {
    struct library *library;
    struct tags_entries entries; /* by path */
    bool *used;                  /* which of them have an article */
};

static int compare_entries(const void *a, const void *b)
{
    return str_cmp(((const struct tags_entry *)a)->path, ((const struct tags_entry *)b)->path);
}

static void read_tags(struct loading *l)
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
    buf_free(&source);
    if (l->entries.len)
        qsort(l->entries.at, l->entries.len, sizeof *l->entries.at, compare_entries);
    l->used = arena_many(library->arena, bool, l->entries.len);
}

static const struct tags_entry *take_entry(struct loading *l, struct str path)
{
    struct tags_entry wanted = {.path = path};
    const struct tags_entry *entry =
        l->entries.len
            ? bsearch(&wanted, l->entries.at, l->entries.len, sizeof wanted, compare_entries)
            : NULL;
    if (entry)
        l->used[entry - l->entries.at] = true;
    return entry;
}

static void add_article(struct loading *l, struct article *article)
{
    struct library *library = l->library;
    article_file_finish(library->arena, article, take_entry(l, article->path), &library->problems);
    tags_name_all(&library->tags, article->facts.tags, &article->facts.tag_count);
    *vec_add(library->arena, &library->corpus) = *article;
}

static void report_unused(struct loading *l)
{
    for (size_t i = 0; i < l->entries.len; i++) {
        const struct tags_entry *entry = &l->entries.at[i];
        if (!l->used[i])
            problem_add(&l->library->problems, SEVERITY_WARNING, STR(TAGS_FILE), entry->line,
                        entry->column, "no-such-article",
                        "there is no article \"%.*s\"; the path of one below this folder is "
                        "allowed here",
                        STR_ARG(str_sub(entry->path, 0, 200)));
    }
}

static bool load_folder(struct loading *l, struct error *error)
{
    struct library *library = l->library;
    struct walk walk = {0};
    struct buf bytes = {0};
    if (!walk_folder(library->arena, library->folder, &walk, &library->problems, error))
        return false;
    library->title = path_base(str_of(path_real(library->arena, library->folder)));
    read_tags(l);
    for (size_t i = 0; i < walk.len; i++) {
        struct article article;
        if (article_file_read(library->arena, &walk.at[i], &bytes, &article, &library->problems))
            add_article(l, &article);
    }
    buf_free(&bytes);
    report_unused(l);
    return true;
}

/* The folder that PATH lies in, as the user would write it. */
static const char *folder_of(struct arena *arena, struct str path)
{
    struct str base = path_base(path);
    struct str folder = str_sub(path, 0, path.len - base.len);
    while (folder.len > 1 && folder.at[folder.len - 1] == '/')
        folder.len--;
    return folder.len ? arena_chars(arena, folder) : ".";
}

static bool load_single(struct loading *l, const char *path, struct error *error)
{
    struct library *library = l->library;
    struct buf bytes = {0};
    bool input = strcmp(path, "-") == 0;
    bool ok = input ? file_read_stdin(LOAD_LARGEST, &bytes, error)
                    : file_read_named(path, LOAD_LARGEST, &bytes, error);
    if (ok) {
        struct article article = {.path = STR(STANDARD_INPUT)};
        if (!input) {
            article.path = arena_str(library->arena, path_base(str_of(path)));
            library->folder = folder_of(library->arena, str_of(path));
            read_tags(l);
        }
        article_file_take(library->arena, buf_view(&bytes), &article, &library->problems);
        add_article(l, &article);
        library->title = article.path;
    }
    buf_free(&bytes);
    return ok;
}

struct library *library_load(const struct load_request *request, struct error *error)
{
    struct library *library = library_new();
    struct loading l = {.library = library};
    bool folder = strcmp(request->path, "-") != 0 && file_is_folder(request->path);
    library->single = !folder;
    if (folder)
        library->folder = arena_chars(library->arena, str_of(request->path));
    if (!(folder ? load_folder(&l, error) : load_single(&l, request->path, error))) {
        library_free(library);
        return NULL;
    }
    if (library->tags.title.len && folder)
        library->title = library->tags.title;
    library_finish(library);
    return library;
}
