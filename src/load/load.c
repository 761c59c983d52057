/* SPDX-License-Identifier: ISC */
/* From what the user named to a library. Nothing that is wrong with one file stops the others: it
 * becomes a problem, listed by `check` and shown where the article would be. */
#include "loading.h"

#include "article_file.h"
#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/base/parallel.h"
#include "image.h"
#include "renew.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STANDARD_INPUT "(standard input)"

/* Those that the generation before had, or that were kept, are taken as they are, if nothing has
 * changed about them. */
static void read_articles(struct loading *l, struct arena *scratch, const struct walk *walk)
{
    struct walk rest = {0};
    struct library *kept = NULL;
    const struct library *before = l->before;
    if (!before && l->may_keep) {
        kept = library_new();
        kept->as_kept = image_open(l->library->folder, kept);
        before = kept->as_kept ? kept : NULL;
    }
    bool same = before && renew(l, &before->corpus, &before->problems, walk, scratch, &rest);
    loading_read(l, before ? &rest : walk, before ? &before->corpus : NULL);
    l->library->as_kept =
        same && before->as_kept && l->library->corpus.numbers == before->corpus.numbers;
    library_finish_corpus(l->library, before);
    library_free(kept);
}

/* What must be known before articles are read: two things that need nothing of each other. */
struct preparing {
    struct loading *loading;
    struct arena *arena;
    struct walk walk;
    struct problems problems; /* of the walk */
    bool walked;
    struct error *error;
};

static void prepare(void *context, unsigned nth)
{
    struct preparing *p = context;
    if (nth == 0)
        p->walked =
            walk_folder(p->arena, p->loading->library->folder, &p->walk, &p->problems, p->error);
    else
        loading_read_tags(p->loading);
}

/* Only what is said to have changed is looked at; false where that is not enough. */
static bool load_changed(struct loading *l, const struct load_request *request)
{
    struct walk rest = {0};
    const struct library *before = request->before;
    if (!before || l->library->single)
        return false;
    struct arena *scratch = arena_new();
    loading_read_tags(l);
    bool ok = renew_changed(l, before, request->changed, request->changed_count, scratch, &rest);
    if (ok) {
        loading_entitle(l);
        loading_read(l, &rest, &before->corpus);
        l->library->as_kept = before->as_kept && !rest.len;
        library_finish_corpus(l->library, before);
    }
    arena_free(scratch);
    return ok;
}

static bool load_folder(struct loading *l, struct error *error)
{
    struct library *library = l->library;
    struct arena *scratch = arena_new();
    struct preparing p = {
        .loading = l, .arena = scratch, .problems = {.arena = scratch}, .error = error};
    parallel_run(2, prepare, &p);
    for (size_t i = 0; i < p.problems.len; i++)
        problem_copy(&library->problems, &p.problems.at[i]);
    if (p.walked) {
        loading_entitle(l);
        read_articles(l, scratch, &p.walk);
    }
    arena_free(scratch);
    return p.walked &&
           (!progress_is_cancelled(l->progress) || error_set(error, "reading was stopped"));
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
            loading_read_tags(l);
        }
        article_file_take(library->arena, buf_view(&bytes), &article, &library->problems);
        loading_finish(l, library->arena, &article, &library->problems);
        library_add(library, &article);
        library_finish_corpus(library, NULL);
        library->title = article.path;
    }
    buf_free(&bytes);
    return ok;
}

static struct loading begin(const struct load_request *request, struct progress *progress)
{
    bool folder = strcmp(request->path, "-") != 0 && file_is_folder(request->path);
    struct library *library = library_new();
    library->single = !folder;
    if (folder)
        library->folder = arena_chars(library->arena, str_of(request->path));
    return (struct loading){.library = library,
                            .before = request->before,
                            .may_keep = !request->no_cache,
                            .progress = progress};
}

static bool load_all(struct loading *l, const struct load_request *request, struct error *error)
{
    return l->library->single ? load_single(l, request->path, error) : load_folder(l, error);
}

struct library *library_load(const struct load_request *request, struct progress *progress,
                             struct error *error)
{
    struct loading l = begin(request, progress);
    bool ok = request->changed_count && load_changed(&l, request);
    if (!ok && request->changed_count) {
        library_free(l.library);
        l = begin(request, progress);
    }
    if (!ok && !load_all(&l, request, error)) {
        library_free(l.library);
        return NULL;
    }
    loading_check_entries(&l);
    library_finish_cast(l.library, request->before);
    return l.library;
}

struct library *library_kept(const char *path)
{
    struct library *library = library_new();
    library->folder = arena_chars(library->arena, str_of(path));
    if (!image_open(path, library)) {
        library_free(library);
        return NULL;
    }
    library->as_kept = true;
    library->cast.of = arena_many(library->arena, struct mention_range, library->corpus.numbers);
    return library;
}

bool library_keep(const struct library *library, struct error *error)
{
    return library->as_kept || image_save(library, error);
}

bool library_is_sound(const struct library *library)
{
    return image_is_sound(library);
}

bool library_kept_files(const char *path, bool drop, struct kept *out)
{
    struct arena *arena = arena_new();
    const char *folder = image_folder(arena, path);
    *out = (struct kept){.files = 0};
    snprintf(out->folder, sizeof out->folder, "%s", folder ? folder : "");
    if (folder)
        out->files = drop ? image_drop(path, &out->bytes) : image_measure(path, &out->bytes);
    arena_free(arena);
    return folder != NULL;
}
