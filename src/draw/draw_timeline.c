/* SPDX-License-Identifier: ISC */
/* The dossier over time: a bar for each stretch, its lower part what the thread has of it, with a
 * sign of its own; a dot where texts speak of a time; and the names of stretches below. The rows of
 * the stretch under the cursor follow. */
#include "parts.h"

#include "dossier/base/count.h"
#include "dossier/base/memory.h"
#include "dossier/model/stretch.h"
#include "dossier/text/grapheme.h"

#define EIGHTHS 8
#define THREAD_NAME 24 /* columns of the thread's name in the heading */

static size_t most_articles(const struct timeline *timeline)
{
    size_t most = 0;
    for (int i = 0; i < timeline->bars.count; i++)
        most = timeline->bars.at[i].articles > most ? timeline->bars.at[i].articles : most;
    return most;
}

/* VALUE of MOST in eighths of a line, LINES in all; what is not nothing is seen. */
static int height_of(size_t value, size_t most, int lines)
{
    size_t whole = (size_t)lines * EIGHTHS;
    size_t height = most ? (value * whole + most / 2) / most : 0;
    return value && height < 1 ? 1 : (int)height;
}

/* The sign for line LINE, from below, of a bar. */
static const char *sign_at(int height, int held, int line)
{
    static const char *const parts[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    int rest = height - line * EIGHTHS;
    if (held > line * EIGHTHS && (line == 0 || held >= line * EIGHTHS + EIGHTHS / 2))
        return "▓";
    return parts[rest < 0 ? 0 : rest > EIGHTHS ? EIGHTHS : rest];
}

static void put_bars(struct cells *out, const struct state *state, struct rectangle where)
{
    const struct timeline *timeline = &state->timeline;
    size_t most = most_articles(timeline);
    int width = timeline->each > 1 ? timeline->each - 1 : 1;
    for (int i = 0; i < timeline->bars.count; i++) {
        const struct time_bar *bar = &timeline->bars.at[i];
        int x = where.x + i * timeline->each;
        int height = height_of(bar->articles, most, where.height);
        int held = height_of(bar->held, most, where.height);
        for (int line = 0; line < where.height; line++) {
            const char *sign = sign_at(height, held, line);
            unsigned style = str_is(str_of(sign), "▓") ? STYLE_THREAD : STYLE_PLOT;
            if (sign[0] != ' ')
                cells_fill(out, x, where.y + where.height - 1 - line, width, style, str_of(sign));
        }
        if (timeline->left + i == timeline->stretch)
            for (int line = 0; line < where.height; line++)
                cells_overlay(out, x, where.y + line, width, STYLE_ROW_HERE);
    }
}

/* How many articles the highest bar stands for. */
static void put_scale(struct cells *out, const struct state *state, struct rectangle where)
{
    size_t most = most_articles(&state->timeline);
    struct pen pen = pen_at(out, where.x, where.y, state->layout.plot_left - where.x);
    if (most && pen_room(&pen) > 1)
        pen_right(&pen, STYLE_NUMBER, arena_printf(out->arena, "%s", COUNT_ARG(most)),
                  pen_room(&pen) - 1);
}

/* A dot where texts speak of a time, and where the cursor is. */
static void put_axis(struct cells *out, const struct state *state, int y)
{
    const struct timeline *timeline = &state->timeline;
    int left = state->layout.plot_left;
    for (int i = 0; i < timeline->bars.count; i++) {
        int x = left + i * timeline->each + (timeline->each > 2 ? (timeline->each - 1) / 2 : 0);
        if (timeline->left + i == timeline->stretch)
            cells_put(out, x, y, 1, STYLE_KEY, STR("▲"));
        else if (timeline->bars.at[i].spoken)
            cells_put(out, x, y, 1, STYLE_WORKED_OUT, STR("·"));
    }
}

/* What stretch NUMBER is called below the plot; the one before it says the rest. Days have no name
 * of their own where there is NARROW room for them. */
static struct str label_of(struct arena *arena, enum time_precision kind, long number, bool narrow)
{
    int year, month, date, before_year, before_month, before_date;
    day_split(stretch_begin(kind, number), &year, &month, &date);
    day_split(stretch_begin(kind, number - 1), &before_year, &before_month, &before_date);
    if (kind == TIME_PRECISE_YEAR || (kind == TIME_PRECISE_MONTH && year != before_year))
        return arena_printf(arena, "%d", year);
    if (kind == TIME_PRECISE_MONTH || month != before_month)
        return arena_printf(arena, "%s", day_month(month));
    return narrow ? STR("") : arena_printf(arena, "%d", date);
}

/* The first on the screen says its month and year too. */
static struct str first_label(struct arena *arena, enum time_precision kind, long number)
{
    int year, month, date;
    day_split(stretch_begin(kind, number), &year, &month, &date);
    if (kind == TIME_PRECISE_YEAR)
        return arena_printf(arena, "%d", year);
    return arena_printf(arena, "%s %d", day_month(month), year);
}

/* The last day that is known of. */
static day last_day(const struct state *state)
{
    const struct corpus *corpus = &state->library->corpus;
    size_t dated = corpus_since(corpus, CORPUS_UNDATED);
    day last = dated ? corpus_day(corpus, corpus->by_date[dated - 1]) : DAY_NONE;
    return state->timeline.said.len && state->timeline.to > last ? state->timeline.to : last;
}

/* None stands beyond what is known of. */
static void put_labels(struct cells *out, const struct state *state, struct rectangle where)
{
    const struct timeline *timeline = &state->timeline;
    int free_from = where.x, end = where.x + where.width;
    day last = last_day(state);
    for (int i = 0; i < timeline->bars.count; i++) {
        long number = timeline->left + i;
        int x = state->layout.plot_left + i * timeline->each;
        struct str label = i ? label_of(out->arena, timeline->kind, number, timeline->each < 3)
                             : first_label(out->arena, timeline->kind, number);
        int width = text_width(label);
        if (number > timeline->stretch && stretch_begin(timeline->kind, number) > last)
            break;
        if (!width || x < free_from || x + width > end)
            continue;
        cells_put(out, x, where.y, width, number == timeline->stretch ? STYLE_KEY : STYLE_STATUS,
                  label);
        free_from = x + width + 1;
    }
}

static void plot(struct cells *out, const struct state *state, struct rectangle where)
{
    bool axis = where.height >= 2, labels = where.height >= 3;
    struct rectangle bars = {state->layout.plot_left, where.y, state->layout.plot_width,
                             where.height - axis - labels};
    if (where.height < 1)
        return;
    put_bars(out, state, bars);
    put_scale(out, state, where);
    if (axis)
        put_axis(out, state, bars.y + bars.height);
    if (labels)
        put_labels(out, state,
                   (struct rectangle){where.x, bars.y + bars.height + 1, where.width, 1});
}

/* "▓ 2 with Ida Brandt, 3 places" */
static struct str held(struct arena *arena, const struct state *state, const struct time_bar *bar)
{
    struct str name = text_fit(state->thread.name, THREAD_NAME);
    if (!state->thread.wish.kind)
        return STR("");
    return arena_printf(arena, "%s%s with %.*s%s, %s place%s", state->options.linear ? "" : "▓ ",
                        COUNT_ARG(bar->held), STR_ARG(name),
                        name.len < state->thread.name.len ? "…" : "", COUNT_ARG(bar->places),
                        bar->places == 1 ? "" : "s");
}

static struct str spoken(struct arena *arena, const struct state *state, const struct time_bar *bar)
{
    return arena_printf(arena, "%sspoken of %s time%s", state->options.linear ? "" : "· ",
                        COUNT_ARG(bar->spoken), bar->spoken == 1 ? "" : "s");
}

static struct str progress(struct arena *arena, const struct state *state)
{
    const struct timeline *timeline = &state->timeline;
    if (timeline->cut || timeline->there_cut)
        return STR("not all is listed");
    if (!timeline_reads(state))
        return STR("");
    return arena_printf(arena, "%s of %s texts read", COUNT_ARG(timeline->read),
                        COUNT_ARG(state->library->corpus.len));
}

static void heading(struct cells *out, const struct state *state, struct rectangle where)
{
    struct arena *arena = out->arena;
    const struct timeline *timeline = &state->timeline;
    struct time_bar bar = timeline_here(state);
    struct str filter = buf_view(&state->filter[VIEW_TIMELINE]);
    char words[DAY_RANGE_TEXT];
    stretch_words(timeline->kind, timeline->stretch, words);
    struct heading_piece pieces[] = {
        {STR("Timeline"), STYLE_PANE, 2, false},
        {arena_printf(arena, "%s", words), STYLE_KEY, 0, false},
        {arena_printf(arena, "%s%s article%s", state->options.linear ? "" : "█ ",
                      COUNT_ARG(bar.articles), bar.articles == 1 ? "" : "s"),
         STYLE_PANE, 1, false},
        {held(arena, state, &bar), STYLE_PANE, 3, false},
        {spoken(arena, state, &bar), STYLE_PANE, 4, false},
        {filter.len ? arena_printf(arena, "& %.*s: %zu", STR_ARG(filter), timeline->sift.len)
                    : STR(""),
         STYLE_KEY, 1, false},
        {progress(arena, state), STYLE_STATUS, 5, true},
        {arena_printf(arena, "by %s", time_precision_name(timeline->kind)), STYLE_PANE, 6, true},
    };
    draw_heading(out, state, where, true, pieces, COUNT(pieces));
}

void draw_timeline(struct cells *out, const struct state *state, struct rectangle where)
{
    int lines = state->layout.plot;
    if (where.height < 1)
        return;
    heading(out, state, where);
    where = draw_below(where, 1);
    plot(out, state, (struct rectangle){where.x, where.y, where.width, lines});
    draw_time_rows(out, state, draw_below(where, lines));
}
