/* SPDX-License-Identifier: ISC */
/* The articles that can answer are gone through by date, as many at a time as the caller has time
 * for. */
#include "dossier/base/memory.h"
#include "hunt.h"

#define ARTICLE_COST 64 /* bytes, for an article whose text is not read */

struct search *search_begin(const struct query *query, const struct library *library,
                            const struct notebook *notebook, size_t most)
{
    struct arena *arena = arena_new();
    struct search *search = arena_one(arena, struct search);
    search->arena = arena;
    search->query = query;
    search->library = library;
    search->leaves = arena_many(arena, struct leaf, query->leaves + 1);
    plan_make(search, notebook, most);
    score_begin(search);
    return search;
}

/* The places that an article gave before its expression was stopped stay. */
static void add_answer(struct search *search, size_t first)
{
    struct search_found *found = &search->found;
    *vec_add(search->arena, &found->answers) =
        (struct search_answer){.article = search->article,
                               .first = first,
                               .count = found->places.len - first,
                               .score = score_article(search)};
}

bool search_step(struct search *search, size_t bytes)
{
    const struct corpus *corpus = &search->library->corpus;
    for (size_t cost = 0; cost < bytes && search->at < search->end && !search->stopped;
         cost += ARTICLE_COST + search->read) {
        size_t rank = search->ranks ? search->ranks[search->at] : search->at;
        size_t first = search->found.places.len;
        search->article = corpus->by_date[rank];
        search->read = 0;
        search->at++;
        if (gather_article(search))
            add_answer(search, first);
    }
    return search->at < search->end && !search->stopped;
}

const struct search_found *search_found(const struct search *search)
{
    return &search->found;
}

size_t search_done(const struct search *search, size_t *all)
{
    *all = search->end;
    return search->at;
}

bool search_is_good(const struct search *search, struct error *error)
{
    if (!search->stopped)
        return true;
    struct str path = corpus_article(&search->library->corpus, search->article)->path;
    return error_set(error,
                     "the expression /%.*s/ tries too much in %.*s, so it was stopped there; a "
                     "simpler one, with fewer nested repeats, is allowed",
                     STR_ARG(str_sub(search->stopped->text, 0, 80)), STR_ARG(path));
}

void search_end(struct search *search)
{
    if (!search)
        return;
    for (size_t i = 0; i < search->query->leaves; i++)
        regex_free(search->leaves[i].regex);
    arena_free(search->arena);
}

bool search_run(const struct query *query, const struct library *library,
                const struct notebook *notebook, struct arena *arena, struct places *out,
                struct error *error)
{
    struct search *search = search_begin(query, library, notebook, SIZE_MAX - 1);
    while (search_step(search, SIZE_MAX))
        ;
    for (size_t i = 0; i < search->found.places.len; i++)
        *vec_add(arena, out) = search->found.places.at[i];
    bool good = search_is_good(search, error);
    search_end(search);
    return good;
}
