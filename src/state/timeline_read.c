/* SPDX-License-Identifier: ISC */
/* What the texts speak of, an article after the other. */
#include "timeline_fill.h"

#include "dossier/base/memory.h"
#include "dossier/reading/times.h"

#define SLOWER 16  /* times are read so much more slowly than words are searched */
#define OPENING 64 /* as many bytes as it costs to open an article */

bool timeline_reads(const struct state *state)
{
    const struct timeline *timeline = &state->timeline;
    return !timeline->cut && timeline->read < state->library->corpus.len;
}

static void hold(struct timeline *timeline, uint32_t article, const struct time_said *said)
{
    if (timeline->said.len == TIMELINE_MOST) {
        timeline->cut = true;
        return;
    }
    bool alone = !timeline->said.len;
    timeline->from = alone || said->from < timeline->from ? said->from : timeline->from;
    timeline->to = alone || said->from > timeline->to ? said->from : timeline->to;
    *vec_add(NULL, &timeline->said) = (struct time_place){
        .article = article,
        .span = said->span,
        .from = said->from,
        .to = said->to,
        .precision = (uint8_t)said->precision,
        .basis = (uint8_t)said->basis,
        .direction = (int8_t)said->direction,
        .confidence = (uint8_t)(said->confidence * 100 + 0.5F),
        .from_text = said->from_text,
    };
}

/* An article without a day, but with a range that holds it, stands in all that the range touches.
 */
static void hold_range(struct timeline *timeline, uint32_t number, const struct article *article)
{
    struct time_said own;
    if (article->facts.date == DAY_NONE && times_own(article, &own))
        hold(timeline, number, &own);
}

/* Reads on in the next article, MOST bytes at most; how many it took. */
static size_t read_some(struct state *state, struct arena *arena, uint32_t most)
{
    struct timeline *timeline = &state->timeline;
    const struct corpus *corpus = &state->library->corpus;
    uint32_t number = corpus->by_date[(timeline->first + timeline->read) % corpus->len];
    const struct article *article = corpus_article(corpus, number);
    struct times times = {0};
    arena_clear(arena);
    if (!timeline->along)
        hold_range(timeline, number, article);
    uint32_t from = timeline->along;
    timeline->along =
        times_of_part(article, times_order_named(state->options.dates), from, most, arena, &times);
    for (size_t i = 0; i < times.len; i++)
        hold(timeline, number, &times.at[i]);
    size_t taken = timeline->along - from + OPENING;
    if (timeline->along >= article->text.len) {
        timeline->along = 0;
        timeline->read++;
    }
    return taken;
}

void timeline_go_on(struct state *state)
{
    size_t rest = state->stride / SLOWER;
    struct arena *arena = arena_new();
    while (rest && timeline_reads(state)) {
        size_t taken = read_some(state, arena, (uint32_t)rest);
        rest -= taken < rest ? taken : rest;
    }
    arena_free(arena);
    state->stale |= STALE_TIMELINE;
}
