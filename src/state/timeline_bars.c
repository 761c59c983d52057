/* SPDX-License-Identifier: ISC */
/* The bars on the screen are counted when another part of the plot comes on it, or the thread is
 * another; what is read meanwhile is added. */
#include "timeline_move.h"

#include "dossier/base/memory.h"
#include "dossier/model/stretch.h"
#include "timeline_fill.h"

#define EACH_MOST 12 /* columns of a bar, with the gap behind it */

/* How many stretches the articles take; the first. */
static long extent(const struct state *state, long *first)
{
    const struct timeline *timeline = &state->timeline;
    const struct corpus *corpus = &state->library->corpus;
    size_t dated = corpus_since(corpus, CORPUS_UNDATED);
    *first = timeline->stretch;
    if (!dated)
        return 1;
    *first = stretch_at(timeline->kind, corpus_day(corpus, corpus->by_date[0]));
    return stretch_at(timeline->kind, corpus_day(corpus, corpus->by_date[dated - 1])) - *first + 1;
}

/* The articles are all on the screen, if there is room for them; else the cursor has some stretches
 * on either side. */
static void scroll(struct state *state, int columns)
{
    struct timeline *timeline = &state->timeline;
    long first, total = extent(state, &first), stretch = timeline->stretch;
    long each = columns / total;
    timeline->each = each < 1 ? 1 : each > EACH_MOST ? EACH_MOST : (int)each;
    timeline->count = columns / timeline->each;
    if (timeline->count < 1)
        timeline->count = 1;
    long room = timeline->count, margin = room / 8;
    if (total <= room && stretch >= first && stretch < first + total)
        timeline->left = first;
    else if (stretch < timeline->left + margin)
        timeline->left = stretch - margin;
    else if (stretch > timeline->left + room - 1 - margin)
        timeline->left = stretch + margin - room + 1;
}

static struct time_bar *bar_at(struct timeline *timeline, long stretch)
{
    bool shown = stretch >= timeline->left && stretch < timeline->left + timeline->count;
    return shown ? &timeline->bars.at[stretch - timeline->left] : NULL;
}

/* Articles, and places of the thread in them, both by halving. */
static void count_dated(struct state *state, struct time_bar *bar, long stretch)
{
    const struct corpus *corpus = &state->library->corpus;
    const struct thread *thread = &state->thread;
    day begin = stretch_begin(state->timeline.kind, stretch);
    day end = stretch_begin(state->timeline.kind, stretch + 1);
    size_t first = thread_since(thread, corpus, begin), last = thread_since(thread, corpus, end);
    bar->articles = (uint32_t)(corpus_since(corpus, end) - corpus_since(corpus, begin));
    bar->places = (uint32_t)(last - first);
    for (size_t i = first; i < last; i++)
        bar->held += i == first || thread->at[i].article != thread->at[i - 1].article;
}

static void count_all(struct state *state)
{
    struct timeline *timeline = &state->timeline;
    size_t count = (size_t)timeline->count;
    if (timeline->bars.cap < count) {
        timeline->bars.cap = count;
        timeline->bars.at = memory_resize(timeline->bars.at, count * sizeof *timeline->bars.at);
    }
    for (size_t i = 0; i < count; i++) {
        timeline->bars.at[i] = (struct time_bar){.articles = 0};
        count_dated(state, &timeline->bars.at[i], timeline->left + (long)i);
    }
    timeline->bars.kind = timeline->kind;
    timeline->bars.left = timeline->left;
    timeline->bars.count = timeline->count;
    timeline->bars.counted = 0;
}

void timeline_settle(struct state *state)
{
    struct timeline *timeline = &state->timeline;
    int columns = state->layout.plot_width;
    if (!timeline_shows(state) || !timeline->begun)
        return;
    scroll(state, columns > 0 ? columns : 1);
    if (timeline->bars.counted == SIZE_MAX || timeline->bars.kind != timeline->kind ||
        timeline->bars.left != timeline->left || timeline->bars.count != timeline->count)
        count_all(state);
    for (; timeline->bars.counted < timeline->said.len; timeline->bars.counted++) {
        const struct time_place *place = &timeline->said.at[timeline->bars.counted];
        bool counts =
            place->basis != TIME_PUBLICATION && place->precision <= (uint8_t)timeline->kind;
        struct time_bar *bar =
            counts ? bar_at(timeline, stretch_at(timeline->kind, place->from)) : NULL;
        if (bar)
            bar->spoken++;
    }
}

void timeline_press(struct state *state, int x)
{
    struct timeline *timeline = &state->timeline;
    long column = (x - state->layout.plot_left) / (timeline->each > 0 ? timeline->each : 1);
    if (x >= state->layout.plot_left && column < timeline->count)
        timeline_step(state, timeline->left + column - timeline->stretch);
}

struct time_bar timeline_here(const struct state *state)
{
    const struct timeline *timeline = &state->timeline;
    long at = timeline->stretch - timeline->bars.left;
    if (timeline->bars.counted == SIZE_MAX || at < 0 || at >= timeline->bars.count ||
        timeline->bars.kind != timeline->kind)
        return (struct time_bar){.articles = 0};
    return timeline->bars.at[at];
}
