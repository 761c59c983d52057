/* SPDX-License-Identifier: ISC */
#include "dossier/load/stored.h"

#include "dossier/base/file.h"
#include "dossier/load/format.h"
#include "dossier/text/encoding.h"

const char *stored_path(struct arena *arena, const struct library *library, uint32_t number)
{
    return path_join(arena, library->folder,
                     arena_chars(arena, corpus_article(&library->corpus, number)->path));
}

static bool read_unchanged(struct arena *arena, const struct library *library, uint32_t number,
                           struct buf *out, struct error *error)
{
    const struct article *article = corpus_article(&library->corpus, number);
    const char *path = stored_path(arena, library, number);
    struct decoded decoded;
    if (article->problem.len)
        return error_set(error, "%.*s: %.*s", STR_ARG(article->path), STR_ARG(article->problem));
    if (library->single && !file_exists(path))
        return error_set(error,
                         "what comes from standard input has no place for notes: save it to a "
                         "file first");
    if (!file_read_named(path, LOAD_LARGEST, out, error))
        return false;
    if (encoding_decode(arena, buf_view(out), &decoded) && str_eq(decoded.text, article->text))
        return true;
    return error_set(error, "%.*s has changed since it was read; read the folder again first",
                     STR_ARG(article->path));
}

bool stored_read(const struct library *library, uint32_t number, struct buf *out,
                 struct error *error)
{
    struct arena *arena = arena_new();
    bool ok = read_unchanged(arena, library, number, out, error);
    arena_free(arena);
    return ok;
}
