/* SPDX-License-Identifier: ISC */
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/utf8.h"
#include "dossier/text/wrap.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BREAK_TEST "/usr/share/unicode/auxiliary/LineBreakTest.txt"

static struct arena *arena;

static void setup(void)
{
    arena = arena_new();
}

static void teardown(void)
{
    arena_free(arena);
}

TestSuite(wrap, .init = setup, .fini = teardown);

Test(wrap, lines_are_filled_and_broken_where_unicode_allows)
{
    static const struct {
        const char *text;
        int width;
        const char *lines; /* with a bar between */
    } rows[] = {
        {"one two three", 7, "one two|three"},
        {"one two three", 8, "one two|three"},
        {"one two three", 13, "one two three"},
        {"one two three", 3, "one|two|thr|ee"},
        {"one   two", 3, "one|two"},
        {"one   two", 5, "one|two"},
        {"", 5, ""},
        {"   ", 5, ""},
        {"  a b", 3, "  a|b"},
        {"abcdefgh", 3, "abc|def|gh"},
        {"x abcdefgh y", 4, "x|abcd|efgh|y"},
        {"a\nb\r\nc\td", 9, "a\nb\r\nc\td"},
        {"one\ntwo three", 7, "one\ntwo|three"},
        {"one\n\n  two", 5, "one|two"},
        {"25\u00A0November", 5, "25\u00A0No|vembe|r"},
        {"on 25\u00A0May", 6, "on|25\u00A0May"},
        {"the U.S. plans", 6, "the|U.S.|plans"},
        {"US-Europe talks", 8, "US-|Europe|talks"},
        {"Putin\u2013Zelenskyy", 10, "Putin\u2013|Zelenskyy"},
        {"don\u2019t go", 5, "don\u2019t|go"},
        {"(he said) no", 9, "(he said)|no"},
        {"“no” yes", 5, "“no”|yes"},
        {"中国将继续推动", 6, "中国将|继续推|动"},
        {"中国，继续", 4, "中|国，|继续"},
        {"漢", 1, "漢"},
        {"a漢b", 1, "a|漢|b"},
        {"e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301"},
        {"a\u202Eb", 4, "a|\u202E|b"},
        {"co\u00ADop", 3, "co\u00AD|op"},
        {"🇺🇦🇺🇸", 3, "🇺🇦|🇺🇸"},
        {"ab cd", 0, "a|b|c|d"},
    };
    struct buf found = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str text = str_of(rows[i].text);
        struct spans lines = {0};
        buf_clear(&found);
        wrap_lines(arena, text, (struct span){0, (uint32_t)text.len}, rows[i].width, &lines);
        for (size_t n = 0; n < lines.len; n++) {
            buf_chars(&found, n ? "|" : "");
            buf_str(&found, span_of(text, lines.at[n]));
        }
        cr_expect(lines.len > 0 && str_is(buf_view(&found), rows[i].lines), "row %zu: %.*s", i,
                  STR_ARG(buf_view(&found)));
    }
    buf_free(&found);
}

Test(wrap, a_part_of_a_text_keeps_its_offsets)
{
    struct spans lines = {0};
    struct str text = STR("before\none two\nafter");
    wrap_lines(arena, text, (struct span){7, 14}, 4, &lines);
    cr_assert_eq(lines.len, 2);
    cr_assert(lines.at[0].start == 7 && lines.at[0].end == 10);
    cr_assert(lines.at[1].start == 11 && lines.at[1].end == 14);
}

Test(wrap, no_line_is_too_wide_and_nothing_but_white_space_is_lost)
{
    static const char *const pieces[] = {"a",  "word ",    "漢", "e\u0301", " ",      "\n",
                                         "-",  "👩\u200D👩", "“",  ". ",      "\u00A0", "\u3000",
                                         "한", "\u200B",   "/",  "\t",      "ไทย",    "\x80"};
    srand(11);
    struct buf b = {0};
    for (int round = 0; round < 4000; round++) {
        buf_clear(&b);
        for (int n = rand() % 30; n > 0; n--)
            buf_chars(&b, pieces[(size_t)rand() % COUNT(pieces)]);
        struct str s = buf_view(&b);
        int width = 1 + rand() % 12;
        struct spans lines = {0};
        wrap_lines(arena, s, (struct span){0, (uint32_t)s.len}, width, &lines);
        size_t end = 0;
        for (size_t i = 0; i < lines.len; end = lines.at[i++].end) {
            struct str line = span_of(s, lines.at[i]);
            cr_assert(text_width(line) <= width || cluster_after(line, 0) == line.len,
                      "%d columns: '%.*s' of '%.*s'", width, STR_ARG(line), STR_ARG(s));
            cr_assert_geq(lines.at[i].start, end);
            for (size_t at = end; at < lines.at[i].start;)
                cr_assert(char_is_space(utf8_next(s, &at)));
        }
        while (end < s.len)
            cr_assert(char_is_space(utf8_next(s, &end)));
        arena_clear(arena);
    }
    buf_free(&b);
}

/* The standard's test: whatever the width, as long as the widest part fits, a line begins where a
 * break is allowed. Left out are lines with forced breaks (spaces to us), those whose breaks stand
 * within a cluster or before a lone joiner, which we spell out, and the three that the test's own
 * tailoring of numbers decides ([999.0]). */
struct sample {
    struct buf text;
    size_t breaks[64], count; /* the end is one */
    bool left_out;
};

static void read_sample(char *line, struct sample *sample)
{
    for (char *part = strtok(line, " \t"); part && *part != '#'; part = strtok(NULL, " \t")) {
        if (!strcmp(part, "÷")) {
            sample->breaks[sample->count++] = sample->text.len;
        } else if (strcmp(part, "×")) {
            uint32_t c = (uint32_t)strtoul(part, NULL, 16);
            sample->left_out |= (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
            utf8_put(&sample->text, c);
        }
    }
    for (size_t i = 0; i < sample->count; i++) {
        size_t at = sample->breaks[i];
        sample->left_out |= cluster_start(buf_view(&sample->text), at) != at;
    }
}

static bool may_break(const struct sample *sample, size_t at)
{
    for (size_t i = 0; i < sample->count; i++) {
        if (sample->breaks[i] == at)
            return true;
    }
    return at == 0;
}

static int widest_part(const struct sample *sample)
{
    int widest = 1;
    size_t start = 0;
    for (size_t i = 0; i < sample->count; start = sample->breaks[i++]) {
        int width = text_width(str_sub(buf_view(&sample->text), start, sample->breaks[i]));
        if (width > widest)
            widest = width;
    }
    return widest;
}

static bool breaks_well(const struct sample *sample)
{
    struct str s = buf_view(&sample->text);
    for (int width = widest_part(sample); width <= text_width(s); width++) {
        struct spans lines = {0};
        wrap_lines(arena, s, (struct span){0, (uint32_t)s.len}, width, &lines);
        for (size_t i = 0; i < lines.len; i++) {
            if (lines.at[i].end > lines.at[i].start && !may_break(sample, lines.at[i].start))
                return false;
        }
    }
    return true;
}

Test(wrap, lines_begin_where_the_standard_says)
{
    FILE *file = fopen(BREAK_TEST, "r");
    if (!file)
        cr_skip_test(BREAK_TEST " is absent (package unicode-data)");
    char line[2048], copy[2048];
    int checked = 0, wrong = 0;
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#')
            continue;
        struct sample sample = {.left_out = strstr(line, "÷ [999.0]") || strstr(line, "÷ 200D")};
        memcpy(copy, line, sizeof copy);
        read_sample(line, &sample);
        if (!sample.left_out) {
            checked++;
            bool well = breaks_well(&sample);
            wrong += !well;
            if (!well)
                cr_log_warn("%s", copy);
        }
        buf_free(&sample.text);
        arena_clear(arena);
    }
    fclose(file);
    cr_assert_gt(checked, 4000);
    cr_assert_eq(wrong, 0, "%d of %d wrong", wrong, checked);
}

Test(wrap, a_line_of_a_million_characters_is_wrapped_at_once)
{
    struct buf b = {0};
    for (int i = 0; i < 1000000; i++)
        buf_char(&b, i % 7 == 6 ? ' ' : 'x');
    struct spans lines = {0};
    wrap_lines(arena, buf_view(&b), (struct span){0, (uint32_t)b.len}, 70, &lines);
    cr_assert_eq(lines.len, 14286);
    buf_free(&b);
}
