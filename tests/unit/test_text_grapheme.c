/* SPDX-License-Identifier: ISC */
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/utf8.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BREAK_TEST "/usr/share/unicode/auxiliary/GraphemeBreakTest.txt"

/* A text, its clusters as they are shown with a bar between, and their columns together. */
static const struct {
    const char *text, *shown;
    int width;
} table[] = {
    {"abc", "a|b|c", 3},
    {"e\u0301a", "e\u0301|a", 2},
    {"漢字", "漢|字", 4},
    {"a\nb\r\nc\td", "a| |b| |c| |d", 7},
    {"a\u00A0b\u3000c", "a| |b| |c", 5},
    {"\u1112\u1161\u11AB국", "한|국", 4},
    {"\u1161", "\u25CC\u1161", 1},
    {"कि", "कि", 1},
    {"🇺🇦🇺🇸", "🇺🇦|🇺🇸", 4},
    {"😀!", "😀|!", 3},
    /* joined emoji stand one after the other; selectors and skin tones are not sent */
    {"👩\u200D❤\uFE0F\u200D👩", "👩|❤|👩", 5},
    {"👍🏽", "👍", 2},
    {"🏽", "🏽", 2},
    {"☂\uFE0F", "☂", 1},
    {"葛\U000E0100", "葛", 2},
    {"1\uFE0F\u20E3", "1\u20E3", 1},
    /* joiners belong to the spelling of some scripts; elsewhere they hide something */
    {"می\u200Cخ", "م|ی|خ", 3},
    {"क्\u200Dष", "क्|ष", 2},
    {"a\u200Db", "a|<U+200D>|b", 10},
    {"a\u200Cb", "a|<U+200C>|b", 10},
    {"م\u200C ", "م|<U+200C>| ", 10},
    {"😀\u200Da", "😀|<U+200D>|a", 11},
    {"\u200D", "<U+200D>", 8},
    /* what no terminal may get */
    {"a\x1B[1m", "a|<U+001B>|[|1|m", 12},
    {"a\u00ADb", "a||b", 2},
    {"\u202Ea\u2066", "<U+202E>|a|<U+2066>", 17},
    {"\xC2\x9B", "<U+009B>", 8},
    {"\x7F", "<U+007F>", 8},
    {"a\rb", "a|<U+000D>|b", 10},
    {"\u2028", "<U+2028>", 8},
    {"\uFEFF", "<U+FEFF>", 8},
    {"🏴\U000E0067", "🏴|<U+E0067>", 11},
    {"\uFFFE", "<U+FFFE>", 8},
    {"\u0378", "<U+0378>", 8},
    {"\U0010FFFF", "<U+10FFFF>", 10},
    {"\uE000", "\uE000", 1},
    {"\uFFFD", "\uFFFD", 1},
    {"\xFF\xE2\x82", "\uFFFD|\uFFFD", 2},
    /* marks with nothing to stand on */
    {"\u0301", "\u25CC\u0301", 1},
    {"\n\u0301", " |\u25CC\u0301", 2},
    {"\u200B\u0301", "<U+200B>|\u25CC\u0301", 9},
    {"\uFE0F", "", 0},
};

Test(grapheme, each_cluster_is_shown_as_it_is_safe_to_show)
{
    struct buf shown = {0};
    struct cluster cluster;
    for (size_t i = 0; i < COUNT(table); i++) {
        struct str s = str_of(table[i].text);
        buf_clear(&shown);
        size_t end = 0;
        for (size_t at = 0; cluster_next(s, &at, &cluster); end = at) {
            cr_assert(cluster.start == end && cluster.end == at && at > end);
            if (cluster.start)
                buf_char(&shown, '|');
            buf_add(&shown, cluster.shown, cluster.shown_len);
        }
        cr_assert_eq(end, s.len);
        cr_expect(str_is(buf_view(&shown), table[i].shown), "row %zu: %.*s", i,
                  STR_ARG(buf_view(&shown)));
        cr_expect_eq(text_width(s), table[i].width, "row %zu: %d", i, text_width(s));
    }
    buf_free(&shown);
}

Test(grapheme, nothing_hostile_is_ever_shown)
{
    struct buf text = {0};
    struct cluster cluster;
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        if (c == 0x20000)
            c = 0xE0000; /* all between are ideographs or unassigned */
        if (c == 0xE1000)
            c = 0x10FF00; /* private use */
        buf_clear(&text);
        buf_char(&text, 'a');
        utf8_put(&text, c);
        utf8_put(&text, c);
        buf_char(&text, 'b');
        for (size_t at = 0; cluster_next(buf_view(&text), &at, &cluster);) {
            struct str shown = {cluster.shown, cluster.shown_len};
            for (size_t in = 0; in < shown.len;) {
                uint32_t sent = utf8_next(shown, &in);
                cr_assert_not(char_is_hostile(sent) || sent == '\n' || sent == '\t', "U+%04X", c);
            }
        }
    }
    buf_free(&text);
}

/* Whether the line's own rules for such characters differ from the standard's on purpose. */
static bool is_special(uint32_t c)
{
    return char_is_hostile(c) || c == 0x378;
}

/* One line of the standard's test: ÷ and × between code points in hexadecimal. */
static void check_line(char *line, int number)
{
    struct buf text = {0};
    size_t bounds[64], count = 0;
    bool special = false;
    struct cluster cluster;
    for (char *part = strtok(line, " \t"); part && *part != '#'; part = strtok(NULL, " \t")) {
        if (!strcmp(part, "÷")) {
            bounds[count++] = text.len;
        } else if (strcmp(part, "×")) {
            uint32_t c = (uint32_t)strtoul(part, NULL, 16);
            special |= is_special(c) && c != '\r';
            utf8_put(&text, c);
        }
    }
    size_t next = 1;
    for (size_t at = 0; cluster_next(buf_view(&text), &at, &cluster);) {
        while (special && next < count && at < bounds[next] && cluster.end == at &&
               cluster_next(buf_view(&text), &at, &cluster))
            ;
        cr_expect(next < count && at == bounds[next], "line %d: a cluster ends at %zu", number, at);
        next++;
    }
    buf_free(&text);
}

Test(grapheme, clusters_end_where_the_standard_says)
{
    FILE *file = fopen(BREAK_TEST, "r");
    if (!file)
        cr_skip_test(BREAK_TEST " is absent (package unicode-data)");
    char line[2048];
    int number = 0, checked = 0;
    while (fgets(line, sizeof line, file)) {
        number++;
        if (line[0] == '#')
            continue;
        check_line(line, number);
        checked++;
    }
    fclose(file);
    cr_assert_gt(checked, 500);
}

Test(grapheme, a_million_marks_are_one_cluster_of_which_a_few_are_shown)
{
    struct buf text = {0};
    buf_char(&text, 'Z');
    for (int i = 0; i < 1000000; i++)
        utf8_put(&text, 0x300 + (uint32_t)i % 16);
    buf_char(&text, '!');
    struct cluster cluster;
    size_t at = 0;
    cr_assert(cluster_next(buf_view(&text), &at, &cluster));
    cr_assert_eq(at, text.len - 1);
    cr_assert_eq(cluster.width, 1);
    cr_assert(cluster.shown_len > 8 && cluster.shown_len < CLUSTER_SHOWN);
    cr_assert_eq(cluster_start(buf_view(&text), 1000000), 0);
    cr_assert_eq(cluster_before(buf_view(&text), text.len), text.len - 1);
    buf_free(&text);
}

Test(grapheme, from_any_byte_the_cluster_around_it_is_found)
{
    static const char *const pieces[] = {"a",      "\u0301", "漢",     "\u1112", "\u1161", "한",
                                         "\u11AB", "🇺",      "🇦",      "👩",      "\u200D", "\uFE0F",
                                         "\r",     "\n",     "\u0600", "\u0378", "\xFF",   "م",
                                         "\u0D4E", "कि",     "\u200C", "🏽"};
    srand(3);
    struct buf b = {0};
    struct cluster cluster;
    for (int round = 0; round < 5000; round++) {
        buf_clear(&b);
        for (int n = rand() % 12; n > 0; n--)
            buf_chars(&b, pieces[(size_t)rand() % COUNT(pieces)]);
        struct str s = buf_view(&b);
        for (size_t at = 0; cluster_next(s, &at, &cluster);) {
            for (size_t in = cluster.start; in < at; in++) {
                cr_assert_eq(cluster_start(s, in), cluster.start, "%.*s at %zu", STR_ARG(s), in);
                cr_assert_eq(cluster_after(s, in), at);
            }
            cr_assert_eq(cluster_before(s, at), cluster.start);
        }
        cr_assert_eq(cluster_start(s, s.len), s.len);
        cr_assert_eq(cluster_after(s, s.len), s.len);
        cr_assert_eq(cluster_before(s, 0), 0);
    }
    buf_free(&b);
}

Test(grapheme, text_is_fitted_by_whole_clusters)
{
    static const struct {
        const char *text;
        int width;
        const char *start, *end;
    } rows[] = {
        {"abc", 2, "ab", "bc"},
        {"abc", 3, "abc", "abc"},
        {"abc", 9, "abc", "abc"},
        {"abc", 0, "", ""},
        {"漢字x", 3, "漢", "字x"},
        {"e\u0301e\u0301", 1, "e\u0301", "e\u0301"},
        {"🇺🇦🇺🇸", 3, "🇺🇦", "🇺🇸"},
        {"a\u202E", 4, "a", ""},
        {"ab\u00AD", 2, "ab\u00AD", "ab\u00AD"},
        {"", 3, "", ""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str s = str_of(rows[i].text);
        cr_expect(str_is(text_fit(s, rows[i].width), rows[i].start), "row %zu", i);
        cr_expect(str_is(text_fit_end(s, rows[i].width), rows[i].end), "row %zu", i);
    }
}
