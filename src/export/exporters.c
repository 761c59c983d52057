/* SPDX-License-Identifier: ISC */
#include "dossier/export/exporters.h"

#include "dossier/base/buf.h"
#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "formats.h"

const struct exporter *const exporters[] = {
    &exporter_markdown, &exporter_html, &exporter_org,
    &exporter_webanno,  &exporter_csv,  &exporter_jsonl,
    &exporter_csl_json, &exporter_text, &exporter_qdpx,
    &exporter_evidence, NULL,
};

const struct exporter *exporters_find(struct str name, struct error *error)
{
    struct buf names = {0};
    for (size_t i = 0; exporters[i]; i++) {
        if (str_is(name, exporters[i]->name)) {
            buf_free(&names);
            return exporters[i];
        }
        buf_printf(&names, "%s%s", i ? ", " : "", exporters[i]->name);
    }
    error_set(error, "there is no export format “%.*s”; allowed are %s",
              STR_ARG(str_sub(name, 0, 80)), names.at);
    buf_free(&names);
    return NULL;
}

bool exporters_by(struct str word, enum export_by *out, struct error *error)
{
    static const char *const names[] = {"article", "actor", "tag", "date"};
    for (size_t i = 0; i < COUNT(names); i++) {
        if (str_is(word, names[i])) {
            *out = (enum export_by)i;
            return true;
        }
    }
    return error_set(error,
                     "notes are not grouped by “%.*s”; allowed are article, actor, tag, date",
                     STR_ARG(str_sub(word, 0, 80)));
}

/* PATH, real as a whole or only in its folder, names an article. */
static bool is_article(const struct library *library, const char *path)
{
    struct arena *arena = arena_new();
    bool found = false;
    const char *folder = path_real(arena, library->folder);
    const char *base = arena_chars(arena, path_base(str_of(path)));
    const char *real[] = {
        path_real(arena, path),
        path_join(arena, path_real(arena, path_folder(arena, path)), base),
    };
    struct str root = str_of(path_join(arena, folder, ""));
    for (size_t i = 0; i < COUNT(real); i++) {
        struct str its = str_of(real[i]);
        struct str below = str_sub(its, root.len, its.len);
        found = found ||
                (str_starts(its, root) && corpus_at_path(&library->corpus, below) != ARTICLE_NONE);
    }
    arena_free(arena);
    return found;
}

bool exporters_may_replace(const struct library *library, const char *path, struct error *error)
{
    struct str name = str_of(path);
    if (is_article(library, path))
        return error_set(error, "%s: is an article, so it is not replaced", path);
    if (str_ends(name, STR(".yaml")) || str_ends(name, STR(".yml")))
        return error_set(error,
                         "%s: may hold notes, tags or options, so it is not replaced; choose "
                         "another name, or delete it first",
                         path);
    return true;
}
