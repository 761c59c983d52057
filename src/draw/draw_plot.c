/* SPDX-License-Identifier: ISC */
/* How often something is named over time, in a few columns: a bar for each month, or for more
 * months together where there are more of them than columns. A month without any is a gap: the eye
 * is to see that nothing was there. */
#include "parts.h"

#include "dossier/base/day.h"

#include <limits.h>

static int month_of(day d)
{
    int year, month, date;
    day_split(d, &year, &month, &date);
    return year * 12 + month - 1;
}

/* The first place of MONTH or a later one; the undated come last of all. Places stand by date, so
 * that none is looked at but those that halving meets. */
static size_t first_of(const struct library *library, const struct thread *thread, int month)
{
    size_t low = 0, high = thread->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        day d = corpus_day(&library->corpus, thread->at[middle].article);
        if (d != DAY_NONE && month_of(d) < month)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The months of the first and last dated place; false where there are fewer than two. */
static bool months(const struct library *library, const struct thread *thread, int *first,
                   int *last)
{
    size_t dated = first_of(library, thread, INT_MAX);
    if (!dated)
        return false;
    *first = month_of(corpus_day(&library->corpus, thread->at[0].article));
    *last = month_of(corpus_day(&library->corpus, thread->at[dated - 1].article));
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

static void add_month(struct buf *out, int month, bool with_year)
{
    buf_chars(out, day_month(month % 12 + 1));
    if (with_year)
        buf_printf(out, " %02d", month / 12 % 100);
}

struct str draw_plot(struct arena *arena, const struct library *library,
                     const struct thread *thread, int bars)
{
    int first = 0, last = 0;
    if (bars < 1 || !months(library, thread, &first, &last))
        return STR("");
    int each = (last - first) / bars + 1;
    bars = (last - first) / each + 1;
    size_t *counts = arena_many(arena, size_t, (size_t)bars);
    for (int i = 0; i < bars; i++)
        counts[i] = first_of(library, thread, first + (i + 1) * each) -
                    first_of(library, thread, first + i * each);
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
