/* SPDX-License-Identifier: ISC */
#include "dossier/base/memory.h"
#include "dossier/draw/cells.h"

#include <criterion/criterion.h>
#include <string.h>

static void expect_row(const struct cells *cells, int y, const char *text)
{
    struct buf row = {0};
    cells_text(cells, y, &row);
    cr_assert(str_is(buf_view(&row), text), "row %d is \"%.*s\", not \"%s\"", y,
              STR_ARG(buf_view(&row)), text);
    buf_free(&row);
}

Test(cells, text_is_cut_at_its_room_and_at_the_edge)
{
    struct cells cells = {0};
    cells_begin(&cells, 8, 2);
    cr_assert_eq(cells_put(&cells, 1, 0, 4, 0, STR("abcdefg")), 4);
    cr_assert_eq(cells_put(&cells, 6, 1, 99, 0, STR("abcdefg")), 2);
    expect_row(&cells, 0, " abcd");
    expect_row(&cells, 1, "      ab");
    cells_free(&cells);
}

Test(cells, nothing_is_put_outside_the_grid)
{
    struct cells cells = {0};
    cells_begin(&cells, 4, 1);
    cells_put(&cells, 0, -1, 4, 0, STR("above"));
    cells_put(&cells, 0, 1, 4, 0, STR("below"));
    cells_put(&cells, -2, 0, 99, 0, STR("abcd"));
    cells_overlay(&cells, -3, 5, 99, 2);
    cells_cursor(&cells, 4, 0);
    expect_row(&cells, 0, "cd");
    cr_assert_eq(cells.cursor_x, -1);
    cells_free(&cells);
}

Test(cells, a_wide_letter_is_put_whole_or_not_at_all)
{
    struct cells cells = {0};
    cells_begin(&cells, 5, 1);
    cr_assert_eq(cells_put(&cells, 0, 0, 5, 0, STR("林伟林")), 4);
    expect_row(&cells, 0, "林伟");
    cr_assert_eq(cells_at(&cells, 0, 0)->width, 2);
    cr_assert_eq(cells_at(&cells, 1, 0)->width, 0);
    cells_free(&cells);
}

Test(cells, half_a_wide_letter_never_stays)
{
    struct cells cells = {0};
    for (int x = 0; x < 4; x++) {
        cells_begin(&cells, 4, 1);
        cells_put(&cells, 0, 0, 4, 0, STR("林伟"));
        cells_put(&cells, x, 0, 1, 0, STR("x"));
        const char *rows[] = {"x 伟", " x伟", "林x", "林 x"};
        expect_row(&cells, 0, rows[x]);
    }
    cells_begin(&cells, 4, 1);
    cells_put(&cells, 0, 0, 4, 0, STR("林伟"));
    cells_put(&cells, 1, 0, 2, 0, STR("王"));
    expect_row(&cells, 0, " 王");
    cells_free(&cells);
}

Test(cells, marks_stay_with_their_letter)
{
    struct cells cells = {0};
    cells_begin(&cells, 4, 1);
    cr_assert_eq(cells_put(&cells, 0, 0, 2, 0, STR("e\u0301e\u0301e")), 2);
    expect_row(&cells, 0, "e\u0301e\u0301");
    cells_free(&cells);
}

Test(cells, what_is_hostile_is_shown_and_never_sent)
{
    static const char *const inputs[] = {"a\033[31mb", "a\u202eb",
                                         "a\xc2\x9b"
                                         "b",
                                         "a\177b", "a\u2066b"};
    struct cells cells = {0};
    for (size_t i = 0; i < COUNT(inputs); i++) {
        cells_begin(&cells, 40, 1);
        cells_put(&cells, 0, 0, 40, 0, str_of(inputs[i]));
        struct buf row = {0};
        cells_text(&cells, 0, &row);
        cr_assert(str_starts(buf_view(&row), STR("a<U+")), "%s", row.at);
        for (size_t j = 0; j < row.len; j++)
            cr_assert((unsigned char)row.at[j] >= 32 && (unsigned char)row.at[j] < 127);
        buf_free(&row);
    }
    cells_free(&cells);
}

Test(cells, styles_add_up)
{
    struct cells cells = {0};
    cells_begin(&cells, 4, 1);
    cells_put(&cells, 0, 0, 4, 3, STR("abcd"));
    cells_overlay(&cells, 1, 0, 2, 5);
    cr_assert_eq(cells_at(&cells, 0, 0)->styles, 1u << 3);
    cr_assert_eq(cells_at(&cells, 1, 0)->styles, 1u << 3 | 1u << 5);
    cr_assert_eq(cells_at(&cells, 3, 0)->styles, 1u << 3);
    cells_free(&cells);
}

Test(cells, a_new_frame_has_nothing_of_the_last)
{
    struct cells cells = {0};
    cells_begin(&cells, 6, 1);
    cells_put(&cells, 0, 0, 6, 4, STR("before"));
    cells_begin(&cells, 3, 2);
    expect_row(&cells, 0, "");
    expect_row(&cells, 1, "");
    cr_assert_eq(cells_at(&cells, 0, 0)->styles, 1u);
    cells_free(&cells);
}

Test(cells, ascii_keeps_widths_and_leaves_no_other_letter)
{
    static const struct {
        const char *text, *ascii;
    } rows[] = {
        {"Zoë’s “café” — Łódź", "Zoe's \"cafe\" - Lodz"},
        {"── ▸11 ✓ · ¶2 ● ★", "-- >11 v . p2 o *"},
        {"▁▂▃▄▅▆▇ │ █ ┤", "_.-=+*# | # +"},
        {"Ключ 林x", "???? ? x"},
        {"É e\u0301 ‘a’ …", "E e 'a' ."},
    };
    struct cells cells = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        cells_begin(&cells, 40, 1);
        cells_put(&cells, 0, 0, 40, 0, str_of(rows[i].text));
        cells_ascii(&cells);
        expect_row(&cells, 0, rows[i].ascii);
    }
    cells_free(&cells);
}
