/* SPDX-License-Identifier: ISC */
/* Whoever is mentioned in an article has a form that stands there, or somebody has said so: of a
 * million articles only those are looked into. */
#include "dossier/base/memory.h"
#include "dossier/model/library.h"
#include "dossier/model/pattern.h"

#include <stdlib.h>

#define WORTH \
    8 /* there must be so many articles for each place of the forms, or all are gone through */

/* How often the forms of ACTOR stand in the texts, at most. */
static size_t bound_of(const struct library *library, uint32_t actor, struct arena *arena)
{
    const struct actor *its = &library->tags.at[actor];
    size_t bound = 0;
    for (uint32_t i = 0; i < its->form_count; i++) {
        const struct form *form = &library->tags.forms.at[its->first_form + i];
        const struct pattern *pattern = pattern_make(arena, form->text, false);
        bound += pattern ? pattern_bound(pattern, &library->corpus) : 0;
    }
    return bound;
}

static void add(const struct library *library, struct arena *arena, struct article_numbers *ranks,
                uint32_t article)
{
    if (!corpus_is_gone(&library->corpus, article))
        *vec_add(arena, ranks) = library->corpus.rank[article];
}

static int compare(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The articles in which ACTOR may be mentioned, by date, some perhaps twice. */
static struct article_numbers ranks_of(const struct library *library, uint32_t actor,
                                       struct arena *arena)
{
    const struct actor *its = &library->tags.at[actor];
    struct article_numbers ranks = {0};
    for (uint32_t i = 0; i < its->form_count; i++) {
        const struct form *form = &library->tags.forms.at[its->first_form + i];
        const struct pattern *pattern = pattern_make(arena, form->text, false);
        struct places places = {0};
        if (pattern)
            pattern_find(pattern, &library->corpus, arena, &places);
        for (size_t k = 0; k < places.len; k++)
            add(library, arena, &ranks, places.at[k].article);
    }
    for (size_t i = 0; i < library->judgements.len; i++)
        add(library, arena, &ranks, library->cast.at[library->judgements.at[i].number].article);
    if (ranks.len)
        qsort(ranks.at, ranks.len, sizeof *ranks.at, compare);
    return ranks;
}

void library_stops(const struct library *library, uint32_t actor, const struct counting *counting,
                   struct arena *arena, struct mention_list *out)
{
    const struct corpus *corpus = &library->corpus;
    struct arena *scratch = arena_new();
    if (bound_of(library, actor, scratch) * WORTH > corpus->len) {
        for (size_t i = 0; i < corpus->len; i++)
            cast_stops_in(&library->cast, corpus->by_date[i], actor, counting, arena, out);
    } else {
        struct article_numbers ranks = ranks_of(library, actor, scratch);
        for (size_t i = 0; i < ranks.len; i++) {
            if (i == 0 || ranks.at[i] != ranks.at[i - 1])
                cast_stops_in(&library->cast, corpus->by_date[ranks.at[i]], actor, counting, arena,
                              out);
        }
    }
    arena_free(scratch);
}
