/* SPDX-License-Identifier: ISC */
/* What of the terminal can be tested without one. */
#include "../../src/term/clipboard.h"
#include "../../src/term/frame.h"
#include "../../src/term/wear.h"

#include "dossier/base/memory.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

Test(clipboard, text_goes_out_in_base64_and_in_no_other_way)
{
    static const struct {
        const char *text, *sequence;
    } rows[] = {
        {"", "\033]52;c;\a"},
        {"f", "\033]52;c;Zg==\a"},
        {"fo", "\033]52;c;Zm8=\a"},
        {"foo", "\033]52;c;Zm9v\a"},
        {"foobar", "\033]52;c;Zm9vYmFy\a"},
        {"\033]0;owned\a", "\033]52;c;G10wO293bmVkBw==\a"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = {0};
        cr_assert(clipboard_sequence(str_of(rows[i].text), &out));
        cr_assert(str_is(buf_view(&out), rows[i].sequence), "%s", out.at + 1);
        buf_free(&out);
    }
}

Test(clipboard, more_than_terminals_take_is_refused_whole)
{
    struct buf text = {0}, out = {0};
    for (size_t i = 0; i <= CLIPBOARD_MOST; i++)
        buf_char(&text, 'a');
    cr_assert_not(clipboard_sequence(buf_view(&text), &out));
    cr_assert_eq(out.len, 0);
    cr_assert(clipboard_sequence(str_sub(buf_view(&text), 0, CLIPBOARD_MOST), &out));
    buf_free(&text);
    buf_free(&out);
}

Test(frame, only_rows_that_differ_are_sent)
{
    struct cells cells = {0};
    struct frame frame = {0};
    cells_begin(&cells, 10, 3);
    cr_assert(frame_row_differs(&frame, &cells, 0));
    cells_put(&cells, 0, 1, 10, 0, STR("one"));
    frame_keep(&frame, &cells);
    cells_begin(&cells, 10, 3);
    cells_put(&cells, 0, 1, 10, 0, STR("two"));
    cells_overlay(&cells, 4, 2, 1, 3);
    cr_assert_not(frame_row_differs(&frame, &cells, 0));
    cr_assert(frame_row_differs(&frame, &cells, 1));
    cr_assert(frame_row_differs(&frame, &cells, 2));
    cells_begin(&cells, 11, 3);
    cr_assert(frame_row_differs(&frame, &cells, 0));
    frame_free(&frame);
    cells_free(&cells);
}

static size_t chars_of(const char *text, wchar_t *out)
{
    struct cells cells = {0};
    cells_begin(&cells, 10, 1);
    cells_put(&cells, 0, 0, 10, 0, str_of(text));
    size_t count = frame_chars(&cells, cells_at(&cells, 0, 0), out);
    cells_free(&cells);
    return count;
}

Test(frame, a_cell_takes_the_columns_that_it_has)
{
    wchar_t out[FRAME_CHARS];
    if (!setlocale(LC_CTYPE, "C.UTF-8"))
        cr_skip_test("no C.UTF-8 here");
    cr_assert_eq(chars_of("e\u0301", out), 2);
    cr_assert_eq(out[1], 0x301);
    cr_assert_eq(chars_of("林", out), 1);
    /* a family joined by U+200D is one cluster for us and several for curses */
    size_t count = chars_of("👩\u200d👧", out);
    int width = 0;
    for (size_t i = 0; i < count; i++)
        width += wcwidth(out[i]);
    cr_assert_eq(width, 2);
}

Test(wear, the_theme_is_fitted_to_the_colours_that_there_are)
{
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    struct theme theme;
    cr_assert(theme_find(arena, STR("dark"), &theme, &problems, NULL));
    static const struct {
        int wished, has, most;
    } rows[] = {
        {TERM_AUTO, 256, 255}, {16, 256, 15},
        {TERM_TRUE, 256, 255}, {8, 256, 7},
        {TERM_AUTO, 8, 7},     {TERM_AUTO, 0, -1},
        {0, 256, -1},          {TERM_TRUE, TERM_TRUE, 0xffffff},
        {TERM_AUTO, 88, 15},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct wear *wear = memory_get(sizeof *wear);
        wear_begin(wear, &(struct term_dress){&theme, &theme, rows[i].wished, false},
                   (struct wear_terminal){rows[i].has, rows[i].has == TERM_TRUE, false});
        for (unsigned style = 0; style < STYLE_COUNT; style++) {
            const struct worn *worn = wear_look(wear, 1u | 1u << style);
            cr_assert_leq(worn->fg, rows[i].most, "row %zu", i);
            cr_assert_leq(worn->bg, rows[i].most, "row %zu", i);
        }
        free(wear);
    }
    arena_free(arena);
}

Test(wear, the_same_styles_are_worked_out_once_even_when_many_were_seen)
{
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    struct theme theme;
    struct wear *wear = memory_get(sizeof *wear);
    cr_assert(theme_find(arena, STR("dark"), &theme, &problems, NULL));
    wear_begin(wear, &(struct term_dress){&theme, &theme, 256, false},
               (struct wear_terminal){256, false, false});
    const struct worn *first = wear_look(wear, 3);
    cr_assert_eq(wear_look(wear, 3), first);
    for (uint32_t styles = 1; styles < 2000; styles += 2)
        cr_assert_eq(wear_look(wear, styles)->styles, styles);
    free(wear);
    arena_free(arena);
}

Test(wear, what_can_not_be_underlined_is_bold)
{
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    struct theme theme;
    struct wear *wear = memory_get(sizeof *wear);
    cr_assert(theme_find(arena, STR("dark"), &theme, &problems, NULL));
    theme.styles[STYLE_MENTION].attributes = ATTRIBUTE_UNDERLINE;
    wear_begin(wear, &(struct term_dress){&theme, &theme, 8, false},
               (struct wear_terminal){8, false, true});
    cr_assert(wear_look(wear, 1u | 1u << STYLE_MENTION)->attributes & ATTRIBUTE_BOLD);
    free(wear);
    arena_free(arena);
}

Test(wear, true_colour_is_asked_of_the_terminals_that_promise_it)
{
    static const struct {
        const char *term, *promise;
        int colours;
        const char *name;
    } rows[] = {
        {"xterm-256color", "truecolor", TERM_AUTO, "xterm-direct"},
        {"tmux-256color", "24bit", TERM_AUTO, "tmux-direct"},
        {"xterm", "truecolor", TERM_AUTO, "xterm-direct"},
        {"xterm-256color", "", TERM_AUTO, NULL},
        {"xterm-256color", "", TERM_TRUE, "xterm-direct"},
        {"xterm-256color", "truecolor", 256, NULL},
        {"xterm-direct", "truecolor", TERM_AUTO, "xterm-direct"},
    };
    char name[64];
    for (size_t i = 0; i < COUNT(rows); i++) {
        setenv("TERM", rows[i].term, 1);
        setenv("COLORTERM", rows[i].promise, 1);
        const char *found = wear_direct_name(rows[i].colours, name, sizeof name);
        cr_assert_eq(found == NULL, rows[i].name == NULL, "row %zu", i);
        if (found)
            cr_assert_str_eq(found, rows[i].name);
    }
}
