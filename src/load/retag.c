/* SPDX-License-Identifier: ISC */
/* A new generation for a new tags.yaml: the articles are those of the one before; only those of
 * which it says something else are read again. */
#include "loading.h"
#include "renew.h"

/* What was said of files, but not of tags.yaml, which is read again. */
static void keep_problems(const struct problems *before, struct problems *out)
{
    for (size_t i = 0; i < before->len; i++) {
        if (!str_is(before->at[i].file, TAGS_FILE))
            problem_copy(out, &before->at[i]);
    }
}

/* The articles as they are, or with some that are read again; false where that does not do. */
static bool take_articles(struct loading *l, const struct library *before)
{
    struct library *library = l->library;
    struct walk rest = {0};
    if (library->stated == before->stated) {
        library->corpus = corpus_share(&before->corpus);
        library->as_kept = before->as_kept;
        keep_problems(&before->problems, &library->problems);
        return true;
    }
    struct arena *scratch = arena_new();
    bool ok = !library->single && renew_changed(l, before, NULL, 0, scratch, &rest);
    if (ok) {
        loading_read(l, &rest, &before->corpus);
        library->as_kept = before->as_kept && !rest.len;
        library_finish_corpus(library, before);
    }
    arena_free(scratch);
    return ok;
}

struct library *library_retag(const struct library *before)
{
    struct library *library = library_new();
    struct loading l = {.library = library};
    library->folder = arena_chars(library->arena, str_of(before->folder));
    library->single = before->single;
    loading_read_tags(&l);
    if (!take_articles(&l, before)) {
        library_free(library);
        return NULL;
    }
    if (library->single)
        library->title = arena_str(library->arena, before->title);
    else
        loading_entitle(&l);
    loading_check_entries(&l);
    library_finish_cast(library, before);
    return library;
}
