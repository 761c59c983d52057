/* SPDX-License-Identifier: ISC */
#include "dossier/model/library.h"

#include "doubtful.h"

#include <stdlib.h>

/* The articles that were added by themselves are a segment. */
static void take_making(struct library *library)
{
    if (library->making)
        library_take(library, segment_end(library->making));
    library->making = NULL;
}

struct library *library_new(void)
{
    struct arena *arena = arena_new();
    struct library *library = arena_one(arena, struct library);
    library->arena = arena;
    library->folder = ".";
    library->problems.arena = arena;
    return library;
}

void library_free(struct library *library)
{
    if (!library)
        return;
    take_making(library);
    corpus_close(&library->corpus);
    cast_close(&library->as_built);
    if (library->judgements.arena)
        arena_free(library->judgements.arena);
    arena_free(library->arena);
}

void library_add(struct library *library, const struct article *article)
{
    if (library->making && segment_is_full(library->making))
        take_making(library);
    if (!library->making)
        library->making = segment_begin();
    segment_add(library->making, article, NULL);
}

void library_take(struct library *library, struct segment *segment)
{
    corpus_take(&library->corpus, segment);
}

void library_finish_corpus(struct library *library, const struct library *before)
{
    take_making(library);
    if (before)
        corpus_finish_after(&library->corpus, &before->corpus);
    else
        corpus_finish(&library->corpus);
}

static int compare_problems(const void *a, const void *b)
{
    const struct problem *x = a, *y = b;
    int files = str_cmp(x->file, y->file);
    if (files)
        return files;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    return str_cmp(x->message, y->message);
}

/* Finds the mentions. True where that was so quick that only the articles CHANGED, by number, have
 * others than BEFORE. */
static bool make_cast(struct library *library, const struct library *before,
                      struct article_numbers *changed)
{
    const struct corpus *corpus = &library->corpus;
    const struct cast_change change = {library->arena, corpus, &library->tags,
                                       before ? &before->tags : NULL,
                                       before ? &before->as_built : NULL};
    bool built = before && before->as_built.of;
    if (built && corpus->orders == before->corpus.orders &&
        cast_retag(&change, changed, &library->as_built))
        return true;
    if (built && before->tags_number == library->tags_number)
        cast_renew(library->arena, corpus, &library->tags, &before->corpus, &before->as_built,
                   &library->as_built);
    else
        cast_build(library->arena, corpus, &library->tags, &library->as_built);
    return false;
}

void library_finish(struct library *library)
{
    library_finish_corpus(library, NULL);
    library_finish_cast(library, NULL);
}

void library_finish_cast(struct library *library, const struct library *before)
{
    struct article_numbers changed = {0};
    bool few = make_cast(library, before, &changed);
    library->cast = library->as_built;
    doubtful_forms(&library->tags, &library->corpus, few ? &before->tags : NULL,
                   &library->problems);
    doubts_find(library, few ? before : NULL, &changed);
    struct problems *problems = &library->problems;
    if (problems->len)
        qsort(problems->at, problems->len, sizeof *problems->at, compare_problems);
}

void library_place(const struct library *library, uint32_t article, uint32_t at, struct buf *out)
{
    const struct article *a = corpus_article(&library->corpus, article);
    int number = article_number(a, at), line, column;
    if (number >= 0) {
        buf_printf(out, "%.*s ¶%d", STR_ARG(a->label), number);
        return;
    }
    article_line(a, at, &line, &column);
    buf_printf(out, "%.*s line %d", STR_ARG(a->label), line);
}
