/* SPDX-License-Identifier: ISC */
/* How often something is named over time, in a few columns: a bar for each month, or for more
 * months together where there are more of them than columns. A month without any is a gap: the eye
 * is to see that nothing was there. */
#include "parts.h"

#include "dossier/model/stretch.h"

/* The months of the first and last dated place; false where there are fewer than two. */
static bool months(const struct corpus *corpus, const struct thread *thread, long *first,
                   long *last)
{
    size_t dated = thread_since(thread, corpus, CORPUS_UNDATED);
    if (!dated)
        return false;
    *first = stretch_at(TIME_PRECISE_MONTH, corpus_day(corpus, thread->at[0].article));
    *last = stretch_at(TIME_PRECISE_MONTH, corpus_day(corpus, thread->at[dated - 1].article));
    return *first < *last;
}

static void add_bars(struct buf *out, const size_t *counts, int bars)
{
    static const char *const heights[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇"};
    size_t most = 1;
    for (int i = 0; i < bars; i++)
        most = counts[i] > most ? counts[i] : most;
    for (int i = 0; i < bars; i++)
        buf_chars(out, heights[counts[i] ? 1 + (counts[i] * 6 + most / 2) / most : 0]);
}

static void add_month(struct buf *out, long number, bool with_year)
{
    int year, month, date;
    day_split(stretch_begin(TIME_PRECISE_MONTH, number), &year, &month, &date);
    buf_chars(out, day_month(month));
    if (with_year)
        buf_printf(out, " %02d", year % 100);
}

struct str draw_plot(struct arena *arena, const struct library *library,
                     const struct thread *thread, int bars)
{
    const struct corpus *corpus = &library->corpus;
    long first = 0, last = 0;
    if (bars < 1 || !months(corpus, thread, &first, &last))
        return STR("");
    long each = (last - first) / bars + 1;
    bars = (int)((last - first) / each) + 1;
    size_t *counts = arena_many(arena, size_t, (size_t)bars);
    for (int i = 0; i < bars; i++) {
        long month = first + i * each;
        counts[i] = thread_since(thread, corpus, stretch_begin(TIME_PRECISE_MONTH, month + each)) -
                    thread_since(thread, corpus, stretch_begin(TIME_PRECISE_MONTH, month));
    }
    struct buf b = {0};
    add_bars(&b, counts, bars);
    bool years = first / 12 != last / 12;
    buf_char(&b, ' ');
    add_month(&b, first, years);
    buf_chars(&b, "–");
    add_month(&b, last, years);
    struct str plot = arena_str(arena, buf_view(&b));
    buf_free(&b);
    return plot;
}

void draw_bar(struct pen *pen, size_t value, size_t most, int width)
{
    int length = most ? (int)((value * (size_t)width + most - 1) / most) : 0;
    int x = pen->x + width;
    pen_fill(pen, STYLE_PLOT, "▇", pen->x + length);
    pen_fill(pen, STYLE_TEXT, " ", x);
}
