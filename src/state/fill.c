/* SPDX-License-Identifier: ISC */
#include "fill.h"

#include "dossier/base/memory.h"
#include "filter.h"
#include "tallies.h"

#include <stdlib.h>
#include <string.h>

#define CONTEXT_CHARACTERS 60 /* on either side of a place: what a filter looks at */
#define STEP 1024             /* places that are tried at a time: their texts are read */

static void *room(void *old, size_t count, size_t size)
{
    return memory_resize(old, (count + 1) * size);
}

struct trying {
    struct filter filter;
    const struct state *state;
};

static bool place_passes(void *context, uint32_t row)
{
    struct trying *trying = context;
    const struct thread *thread = &trying->state->thread;
    const struct thread_place *at = &thread->at[thread_nth(thread, row)];
    const struct article *article = corpus_article(&trying->state->library->corpus, at->article);
    struct str before, after;
    article_context(article, at->span, CONTEXT_CHARACTERS, &before, &after);
    filter_row(&trying->filter);
    filter_add(&trying->filter, before);
    filter_add(&trying->filter, span_of(article->text, at->span));
    filter_add(&trying->filter, after);
    filter_add(&trying->filter, article->label);
    filter_add(&trying->filter, article->facts.source);
    return filter_passes(&trying->filter);
}

void fill_places_more(struct state *state)
{
    struct trying trying = {.state = state};
    filter_begin(&trying.filter, buf_view(&state->filter[VIEW_PLACES]));
    sift_run(&state->place_rows, STEP, place_passes, &trying);
    filter_end(&trying.filter);
}

void fill_places(struct state *state)
{
    struct filter filter;
    filter_begin(&filter, buf_view(&state->filter[VIEW_PLACES]));
    sift_begin(&state->place_rows, buf_view(&filter.wish), state->thread.len);
    filter_end(&filter);
    fill_places_more(state);
}

static void count_one(struct tally *tallies, uint32_t actor, day on)
{
    if (actor != ACTOR_NONE)
        tallies[actor] = (struct tally){tallies[actor].mentions + 1, 1, on, on};
}

/* What each actor has in the article with the cursor. */
static void count_here(const struct state *state, struct tally *tallies)
{
    const struct cast *cast = &state->library->cast;
    uint32_t article = state->cursor.article;
    if (article == ARTICLE_NONE)
        return;
    day on = article_day(corpus_article(&state->library->corpus, article));
    for (uint32_t i = cast->of[article].first; i < cast->of[article].end; i++) {
        const struct mention *mention = &cast->at[i];
        if (!mention_is_stop(cast, mention, &state->counting))
            continue;
        count_one(tallies, mention->actor, on);
        for (uint32_t j = 0; mention->actor == ACTOR_NONE && j < mention->candidate_count; j++)
            count_one(tallies, cast->candidates.at[mention->candidates + j], on);
    }
}

static bool cast_passes(struct filter *filter, const struct tags *tags, const struct actor *actor)
{
    filter_row(filter);
    filter_add(filter, actor->name);
    filter_add(filter, actor->id);
    filter_add(filter, str_of(actor_kind_name(actor->kind)));
    for (uint32_t i = 0; i < actor->form_count; i++)
        filter_add(filter, tags->forms.at[actor->first_form + i].text);
    return filter_passes(filter);
}

static int most_first(const void *a, const void *b)
{
    const struct cast_row *x = a, *y = b;
    if (x->tally.mentions != y->tally.mentions)
        return x->tally.mentions > y->tally.mentions ? -1 : 1;
    return (x->actor > y->actor) - (x->actor < y->actor);
}

void fill_cast(struct state *state)
{
    const struct tags *tags = &state->library->tags;
    struct tally *here = memory_get((tags->len + 1) * sizeof *here);
    const struct tally *tallies = state->cast_whole ? tallies_of(state) : here;
    struct filter filter;
    count_here(state, here);
    filter_begin(&filter, buf_view(&state->filter[VIEW_CAST]));
    state->cast_rows = room(state->cast_rows, tags->len, sizeof *state->cast_rows);
    state->cast_len = 0;
    for (size_t i = 0; i < tags->len; i++)
        if ((state->cast_whole || here[i].mentions) && cast_passes(&filter, tags, &tags->at[i]))
            state->cast_rows[state->cast_len++] = (struct cast_row){(uint32_t)i, tallies[i]};
    filter_end(&filter);
    if (state->cast_len > 1)
        qsort(state->cast_rows, state->cast_len, sizeof *state->cast_rows, most_first);
    free(here);
}

const struct problem *fill_problem(const struct state *state, uint32_t number)
{
    const struct problems *first = &state->library->problems;
    return number < first->len ? &first->at[number]
                               : &state->notebook->problems.at[number - first->len];
}

void fill_problems(struct state *state)
{
    size_t count = state->library->problems.len;
    if (state->notebook)
        count += state->notebook->problems.len;
    struct filter filter;
    filter_begin(&filter, buf_view(&state->filter[VIEW_PROBLEMS]));
    state->problem_rows = room(state->problem_rows, count, sizeof *state->problem_rows);
    state->problem_len = 0;
    for (size_t i = 0; i < count; i++) {
        const struct problem *problem = fill_problem(state, (uint32_t)i);
        filter_row(&filter);
        filter_add(&filter, problem->file);
        filter_add(&filter, str_of(problem->code));
        filter_add(&filter, problem->message);
        if (filter_passes(&filter))
            state->problem_rows[state->problem_len++] = (uint32_t)i;
    }
    filter_end(&filter);
}
