/* SPDX-License-Identifier: ISC */
#include "../../src/draw/notes.h"

#include "dossier/base/memory.h"

#include <criterion/criterion.h>

static struct cells cells;

static void setup(void)
{
    cells_begin(&cells, 60, 12);
}

static void teardown(void)
{
    cells_free(&cells);
}

static void expect_line(int y, const char *wanted)
{
    struct buf line = {0};
    cells_text(&cells, y, &line);
    cr_expect(str_is(buf_view(&line), wanted), "line %d: \"%.*s\"", y, STR_ARG(buf_view(&line)));
    buf_free(&line);
}

/* Three blocks of three lines each; the last stands at the bottom. */
static void draw_three(int height)
{
    struct flow flow = {.arena = cells.arena, .width = 20};
    flow_block(&flow, 1);
    flow_put(&flow, "", STYLE_TEXT, STR("a1\na2\na3"), NULL);
    flow_block(&flow, 1);
    flow_put(&flow, "- ", STYLE_TEXT, STR("b1\nb2\nb3"), NULL);
    flow_block(&flow, 1);
    flow.at[2].bottom = true;
    flow_put(&flow, "", STYLE_TEXT, STR("end"), NULL);
    flow_draw(&flow, &cells, (struct rectangle){0, 0, 20, height});
}

Test(flow, blocks_are_parted_where_there_is_room, .init = setup, .fini = teardown)
{
    draw_three(11);
    expect_line(2, "a3");
    expect_line(3, "");
    expect_line(4, "- b1");
    expect_line(5, "  b2");
    expect_line(10, "end");
}

Test(flow, the_later_blocks_give_way_first_and_say_so, .init = setup, .fini = teardown)
{
    draw_three(5);
    expect_line(0, "a1");
    expect_line(2, "a3");
    expect_line(3, "- b1 …");
    expect_line(4, "end");
}

Test(flow, no_height_is_too_small, .init = setup, .fini = teardown)
{
    for (int height = -1; height < 12; height++)
        draw_three(height);
    cells_begin(&cells, 60, 12);
    draw_three(1);
    expect_line(0, "a1 …");
    expect_line(1, "");
}

Test(flow, marks_lie_over_wrapped_words, .init = setup, .fini = teardown)
{
    struct flow flow = {.arena = cells.arena, .width = 12};
    struct paint mark = {{10, 17}, STYLE_KEY};
    flow_block(&flow, 1);
    flow_put(&flow, "", STYLE_TEXT, STR("some words, and others"), &(struct paints){&mark, 1, 1});
    flow_draw(&flow, &cells, (struct rectangle){0, 0, 12, 5});
    expect_line(0, "some words,");
    expect_line(1, "and others");
    cr_expect(cells_at(&cells, 10, 0)->styles & 1u << STYLE_KEY);
    cr_expect(cells_at(&cells, 4, 1)->styles & 1u << STYLE_KEY);
    cr_expect_not(cells_at(&cells, 5, 1)->styles & 1u << STYLE_KEY);
}

static size_t put_change(const char *before, const char *after)
{
    struct flow flow = {.arena = cells.arena, .width = 60};
    size_t edits;
    flow_block(&flow, 1);
    notes_put_change(&flow, "was  ", "is   ", str_of(before), str_of(after), &edits);
    flow_draw(&flow, &cells, (struct rectangle){0, 0, 60, 8});
    return edits;
}

Test(change, is_told_by_signs_as_well_as_by_styles, .init = setup, .fini = teardown)
{
    cr_expect_eq(put_change("that he has a draft", "that it has a draft"), 1);
    expect_line(0, "was  that he has a draft");
    expect_line(1, "is   that [-he-]{+it+} has a draft");
    cr_expect(cells_at(&cells, 10, 0)->styles & 1u << STYLE_GONE);
    cr_expect(cells_at(&cells, 12, 1)->styles & 1u << STYLE_GONE);
    cr_expect(cells_at(&cells, 18, 1)->styles & 1u << STYLE_ADDED);
}

Test(change, a_long_passage_is_cut_around_what_changed, .init = setup, .fini = teardown)
{
    struct buf before = {0}, after = {0};
    for (int i = 0; i < 40; i++)
        buf_chars(&before, "word and ");
    buf_str(&after, buf_view(&before));
    buf_chars(&before, "he went off");
    buf_chars(&after, "it went off");
    cr_expect_eq(put_change(before.at, after.at), 1);
    expect_line(0, "was  … word and word and word and he went off");
    expect_line(1, "is   … word and word and word and [-he-]{+it+} went off");
    buf_free(&before);
    buf_free(&after);
}
