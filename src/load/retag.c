/* SPDX-License-Identifier: ISC */
/* A new generation for a new tags.yaml: the articles are those of the one before, unless it says
 * something else of one of them. */
#include "loading.h"

/* What was said of files, but not of tags.yaml, which is read again. */
static void keep_problems(const struct problems *before, struct problems *out)
{
    for (size_t i = 0; i < before->len; i++) {
        if (!str_is(before->at[i].file, TAGS_FILE))
            problem_copy(out, &before->at[i]);
    }
}

struct library *library_retag(const struct library *before)
{
    struct library *library = library_new();
    struct loading l = {.library = library};
    library->folder = arena_chars(library->arena, str_of(before->folder));
    library->single = before->single;
    loading_read_tags(&l);
    if (library->stated != before->stated) {
        library_free(library);
        return NULL;
    }
    if (library->single)
        library->title = arena_str(library->arena, before->title);
    else
        loading_entitle(&l);
    library->corpus = corpus_share(&before->corpus);
    library->as_kept = before->as_kept;
    keep_problems(&before->problems, &library->problems);
    loading_check_entries(&l);
    library_finish_cast(library, before);
    return library;
}
