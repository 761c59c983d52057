/* SPDX-License-Identifier: ISC */
#include "../../src/draw/parts.h"

#include "dossier/base/memory.h"

#include <criterion/criterion.h>

static struct arena *arena;

static void setup(void)
{
    arena = arena_new();
}

static void teardown(void)
{
    arena_free(arena);
}

static day day_in(const char *text)
{
    day d = DAY_NONE;
    cr_assert(!*text || day_parse(str_of(text), &d));
    return d;
}

static void expect(struct str found, const char *wanted)
{
    cr_assert(str_is(found, wanted), "\"%.*s\", not \"%s\"", STR_ARG(found), wanted);
}

Test(dates, are_as_long_as_there_is_room_and_marked_where_worked_out, .init = setup,
     .fini = teardown)
{
    static const struct {
        const char *date, *from, *to;
        bool inferred;
        const char *forms[3]; /* short, with the year, whole */
    } rows[] = {
        {"2025-11-27", "", "", false, {"27 Nov", "27 Nov 25", "27 Nov 2025"}},
        {"2025-08-01", "", "", true, {"1 Aug~", "1 Aug 25~", "1 Aug 2025~"}},
        {"", "2025-05-01", "2025-05-31", true, {"May~", "May 25~", "May 2025~"}},
        {"", "2025-05-30", "2025-06-02", true, {"2025~", "2025~", "2025~"}},
        {"", "1999-12-30", "2000-01-02", false, {"1999–00", "1999–00", "1999–00"}},
        {"", "", "", true, {"", "", ""}},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct article article = {
            .facts = {.date = day_in(rows[i].date),
                      .from = day_in(rows[i].from),
                      .to = day_in(rows[i].to),
                      .basis = rows[i].inferred ? BASIS_INFERRED : BASIS_STATED}};
        for (int form = DATE_SHORT; form <= DATE_WHOLE; form++) {
            struct str found = draw_date(arena, &article, (enum date_form)form);
            expect(found, rows[i].forms[form]);
            cr_assert_leq((int)found.len, draw_date_width((enum date_form)form) + 2);
        }
    }
}

/* A thread with a place in an article of each of these days, in their order. */
static struct str plot_of(const char *const *days, size_t count, int bars)
{
    struct library *library = library_new();
    struct thread_place *places = arena_many(arena, struct thread_place, count + 1);
    for (size_t i = 0; i < count; i++) {
        struct article article = {.path = arena_printf(arena, "%03zu", i), .facts = FACTS_NONE};
        article.facts.date = day_in(days[i]);
        article.facts.basis = BASIS_STATED;
        article_finish(arena, &article);
        library_add(library, &article);
        places[i].article = (uint32_t)i;
    }
    library_finish_corpus(library, NULL);
    struct thread thread = {.at = places, .len = count};
    struct str plot = draw_plot(arena, library, &thread, bars);
    library_free(library);
    return plot;
}

Test(plot, a_month_with_nothing_is_a_gap_and_the_highest_bar_is_the_busiest_month, .init = setup,
     .fini = teardown)
{
    const char *days[] = {"2025-02-18", "2025-02-19", "2025-02-20", "2025-04-30", "2025-05-01"};
    expect(plot_of(days, COUNT(days), 12), "▇ ▃▃ Feb–May");
}

Test(plot, more_months_than_columns_share_a_bar, .init = setup, .fini = teardown)
{
    const char *days[] = {"2023-01-01", "2023-02-01", "2025-01-01"};
    expect(plot_of(days, COUNT(days), 5), "▇   ▄ Jan 23–Jan 25");
}

Test(plot, there_is_none_of_one_month_or_of_none, .init = setup, .fini = teardown)
{
    const char *days[] = {"2025-02-18", "2025-02-19", ""};
    expect(plot_of(days, 2, 12), "");
    expect(plot_of(days + 2, 1, 12), "");
    expect(plot_of(days, 0, 12), "");
    expect(plot_of(days, 3, 0), "");
}

static struct str heading_of(struct heading_piece *pieces, size_t count, int width)
{
    struct cells cells = {0};
    struct state state = {.width = width};
    struct buf row = {0};
    cells_begin(&cells, width, 1);
    draw_heading(&cells, &state, (struct rectangle){0, 0, width, 1}, false, pieces, count);
    cells_text(&cells, 0, &row);
    struct str text = arena_str(arena, buf_view(&row));
    buf_free(&row);
    cells_free(&cells);
    return text;
}

Test(heading, pieces_go_in_the_order_of_what_they_matter_and_leave_no_gap, .init = setup,
     .fini = teardown)
{
    struct heading_piece pieces[] = {{STR("A long name"), STYLE_PANE, 0, false},
                                     {STR("1 of 3"), STYLE_PANE, 0, false},
                                     {STR("seen"), STYLE_PANE, 2, false},
                                     {STR(""), STYLE_PANE, 1, false},
                                     {STR("by date"), STYLE_PANE, 3, true}};
    static const struct {
        int width;
        const char *row;
    } rows[] = {
        {45, "─ A long name  1 of 3  seen ─────── by date ─"},
        {37, "─ A long name  1 of 3  seen  by date"},
        {36, "─ A long name  1 of 3  seen ────────"},
        {24, "─ A long name  1 of 3 ──"},
        {18, "─ A long…  1 of 3"},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        expect(heading_of(pieces, COUNT(pieces), rows[i].width), rows[i].row);
}

Test(lists, the_cursor_is_always_among_the_rows_shown)
{
    static const struct {
        struct list list;
        int rows;
        size_t top;
    } rows[] = {
        {{100, 0, 0, 0}, 10, 0},  {{100, 9, 0, 0}, 10, 0},    {{100, 10, 0, 0}, 10, 1},
        {{100, 3, 50, 0}, 10, 3}, {{100, 99, 90, 0}, 10, 90}, {{100, 99, 0, 0}, 0, 99},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        cr_assert_eq(draw_top(&rows[i].list, rows[i].rows), rows[i].top, "row %zu", i);
}
