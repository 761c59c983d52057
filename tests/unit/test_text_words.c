/* SPDX-License-Identifier: ISC */
#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

#include <criterion/criterion.h>
#include <stdlib.h>

/* Texts, and their words with a bar between. */
struct row {
    const char *text, *words;
};

static void check_words(const struct row *rows, size_t count)
{
    struct buf found = {0}, key = {0};
    struct span word;
    for (size_t i = 0; i < count; i++) {
        struct str text = str_of(rows[i].text);
        size_t words = 0;
        buf_clear(&found);
        for (size_t at = 0; words_next(text, &at, &word, &key); words++) {
            if (found.len)
                buf_char(&found, '|');
            buf_str(&found, span_of(text, word));
        }
        cr_expect(str_is(buf_view(&found), rows[i].words), "%s: %.*s", rows[i].text,
                  STR_ARG(buf_view(&found)));
        cr_expect_eq(words_count(text), words);
    }
    buf_free(&found);
    buf_free(&key);
}

Test(words, apostrophes_hyphens_dashes_slashes_and_stops_end_a_word)
{
    static const struct row rows[] = {
        {"Trump’s", "Trump|s"},
        {"Trump's plan", "Trump|s|plan"},
        {"US-Europe", "US|Europe"},
        {"Putin–Zelenskyy talks", "Putin|Zelenskyy|talks"},
        {"and/or U.S. 3,5", "and|or|U|S|3|5"},
        {"O\u02BCBrien", "O|Brien"},
        {"snake_case", "snake|case"},
        {"Rubio¹", "Rubio"},
        {"  ", ""},
        {"", ""},
    };
    check_words(rows, COUNT(rows));
}

Test(words, an_apostrophe_between_cyrillic_letters_joins)
{
    static const struct row rows[] = {
        {"Лук’яненко", "Лук’яненко"},
        {"Лук'яненко", "Лук'яненко"},
        {"Лук\u02BCяненко", "Лук\u02BCяненко"},
        {"д’Артаньян", "д’Артаньян"},
        {"слово’ і", "слово|і"},
        {"’слово", "слово"},
        {"Лук’x", "Лук|x"},
        {"а’’б", "а|б"},
        {"Лук\u0301’яненко", "Лук\u0301’яненко"},
    };
    check_words(rows, COUNT(rows));
}

Test(words, marks_and_ignored_characters_part_no_word)
{
    static const struct row rows[] = {
        {"cafe\u0301 noir", "cafe\u0301|noir"},
        {"Zelen\u00ADskyy.", "Zelen\u00ADskyy"},
        {"Ru\u200Bbio\u200B x", "Ru\u200Bbio|x"},
        {"\u200BRubio", "Rubio"},
        {"हिन्दी भाषा", "हिन्दी|भाषा"},
        {"نامه\u200Cای", "نامه\u200Cای"},
        {"مُحَمَّد يقول", "مُحَمَّد|يقول"},
        {"שָׁלוֹם־עולם", "שָׁלוֹם|עולם"},
    };
    check_words(rows, COUNT(rows));
}

Test(words, where_there_are_no_spaces_each_letter_is_a_word)
{
    static const struct row rows[] = {
        {"习近平主席", "习|近|平|主|席"},
        {"東京タワー", "東|京|タ|ワ|ー"},
        {"ｶﾞｽ", "ｶﾞ|ｽ"},
        {"か\u3099", "か\u3099"},
        {"กรุงเทพ", "ก|รุ|ง|เ|ท|พ"},
        {"한국 대통령", "한|국|대|통|령"},
        {"NATO軍3人", "NATO|軍|3|人"},
        {"2025년", "2025|년"},
        {"\u1112\u1161\u11AB국", "\u1112\u1161\u11AB|국"},
    };
    check_words(rows, COUNT(rows));
}

Test(words, the_key_is_the_folded_word)
{
    static const struct row rows[] = {
        {"ZELENSKYY", "zelenskyy"},
        {"Café", "cafe"},
        {"Ёлка", "елка"},
        {"Лук’я", "лук'я"},
        {"Ｒubio", "rubio"},
        {"Straße", "straße"},
        {"ΟΔΟΣ", "οδοσ"},
        {"Zelen\u00ADskyy", "zelenskyy"},
        {"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
         "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"},
    };
    struct buf key = {0};
    struct span word;
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t at = 0;
        cr_assert(words_next(str_of(rows[i].text), &at, &word, &key));
        cr_expect(str_is(buf_view(&key), rows[i].words), "%s: %.*s", rows[i].text,
                  STR_ARG(buf_view(&key)));
        cr_expect_eq(at, strlen(rows[i].text));
    }
    buf_free(&key);
}

/* Texts in which ^ stands at every bound (both ends apart). */
static void check_bounds(const char *const *rows, size_t count)
{
    struct buf text = {0}, found = {0};
    for (size_t i = 0; i < count; i++) {
        buf_clear(&text);
        buf_clear(&found);
        for (const char *c = rows[i]; *c; c++) {
            if (*c != '^')
                buf_char(&text, *c);
        }
        struct str s = buf_view(&text);
        for (size_t at = 0; at < s.len; at++) {
            if (at > 0 && words_bound(s, at))
                buf_char(&found, '^');
            buf_char(&found, s.at[at]);
        }
        cr_expect(words_bound(s, 0) && words_bound(s, s.len));
        cr_expect(str_is(buf_view(&found), rows[i]), "%s: %.*s", rows[i],
                  STR_ARG(buf_view(&found)));
    }
    buf_free(&text);
    buf_free(&found);
}

Test(words, bounds_of_possessives_and_dashes)
{
    static const char *const rows[] = {
        "Trump^’^s",       "Trump^'^s", "US^-^Europe", "Putin^–^Zelenskyy", "Ru\u00ADbio",
        "cafe\u0301^ ^x",  "3rd",       "Rubio^²",     "U^.^S^.",           "a^\n^b",
        "a\u200B\u0301^ ", "и\u0306^ ",
    };
    check_bounds(rows, COUNT(rows));
}

/* Were the run walked from each place in it, these would be 80,000,000,000 steps. */
Test(words, no_bound_is_in_a_run_of_marks_however_long)
{
    struct buf text = {0};
    buf_char(&text, 'a');
    for (int i = 0; i < 400000; i++)
        buf_chars(&text, "\u0301");
    for (size_t at = 1; at < text.len; at++)
        cr_assert_not(words_bound(buf_view(&text), at));
    buf_free(&text);
}

Test(words, bounds_of_other_scripts)
{
    static const char *const rows[] = {
        "Лук’яненко",     "Лук^’^ ^x",   "a^’^я", "я^’^a",  "习^近^平", "a^漢^b",
        "漢^3",           "か\u3099^き", "กิ^ก",   "한국",   "한국^a",   "3^월",
        "\u1112\u1161^ ", "漢^한",       "مُحَ^ ",  "שָׁל^־^ע", "aя",       "Лук\u0301’яненко",
        "ｶﾞ^ｽ",
    };
    check_bounds(rows, COUNT(rows));
}

Test(words, every_word_lies_between_bounds)
{
    static const char *const pieces[] = {"a",  "B",      "é",      "e\u0301",  "я",  "’",
                                         "'",  " ",      "漢",     "か\u3099", "한", "\u1112\u1161",
                                         "\n", "\u00AD", "\u200B", "-",        "3",  "\xFF"};
    srand(7);
    struct buf text = {0}, key = {0};
    struct span word;
    for (int round = 0; round < 5000; round++) {
        buf_clear(&text);
        for (int n = rand() % 12; n > 0; n--)
            buf_chars(&text, pieces[(size_t)rand() % COUNT(pieces)]);
        struct str s = buf_view(&text);
        uint32_t before = 0;
        for (size_t at = 0; words_next(s, &at, &word, &key); before = word.end) {
            cr_assert(word.start >= before && word.end > word.start && at == word.end);
            uint32_t first = (uint32_t)s.at[word.start] & 0xFF;
            bool syllable = first == 0xED || first == 0xE1; /* 한 and its parts */
            cr_assert(syllable || words_bound(s, word.start), "%.*s at %u", STR_ARG(s), word.start);
            cr_assert(syllable || words_bound(s, word.end), "%.*s at %u", STR_ARG(s), word.end);
        }
    }
    buf_free(&text);
    buf_free(&key);
}

Test(words, the_cursor_is_in_a_word_or_before_the_next)
{
    static const struct {
        const char *text;
        size_t at;
        const char *word;
    } rows[] = {
        {"one two", 0, "one"},
        {"one two", 2, "one"},
        {"one two", 3, "two"},
        {"one two", 6, "two"},
        {"one two ", 7, ""},
        {"one", 9, ""},
        {"", 0, ""},
        {"Trump’s", 3, "Trump"},
        {"Лук’яненко", 6, "Лук’яненко"},
        {"习近平 主席", 4, "习近平"},
        {"東京タワーへ", 6, "タワー"},
        {"東京タワーへ", 3, "東京"},
        {"한국 대통령", 10, "대통령"},
        {"…", 0, ""},
        {"naïve", 3, "naïve"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str text = str_of(rows[i].text);
        struct span word = words_around(text, rows[i].at);
        cr_expect(str_is(span_of(text, word), rows[i].word), "row %zu: %.*s", i,
                  STR_ARG(span_of(text, word)));
    }
}

/* Pieces that texts are thrown together from: each is odd beside some other. */
static const char *const pieces[] = {
    "a",
    "Z9",
    "the ",
    "word",
    " ",
    "\n\n",
    "'",
    "’",
    "-",
    "é",
    "e\u0301",
    "\u0301",
    "\u00AD",
    "\u200D",
    "\u200B",
    "слово",
    "к",
    "’я",
    "ক",
    "ি",
    "কা",
    "漢字",
    "か\u3099",
    "ｶﾞ",
    "한",
    "\u1112\u1161",
    "\u11AB",
    "ไทย",
    "“",
    "—",
    "…",
    "\u00A0",
    "🌉",
    "\u05D0\u05B8",
    "\u0660",
    "ª",
    "_",
    "\t",
    "0123456789012345678901234567890123456789",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    "\uFF9E",
    "\u0345",
    "ʼ",
    "\x01",
};

static uint64_t draw(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

static void check_spans(struct str text, size_t most)
{
    struct buf key = {0};
    struct span one, *spans = memory_get(most * sizeof *spans);
    size_t at = 0, fast = 0, len = 0, i = 0;
    bool more, same = true;
    do {
        more = words_next(text, &at, &one, &key);
        if (i == len) {
            len = words_spans(text, &fast, spans, most);
            i = 0;
        }
        same = more ? i < len && spans[i].start == one.start && spans[i].end == one.end : i == len;
        i++;
    } while (more && same);
    cr_assert(same, "%u-%u, not %u-%u, in “%.*s”", one.start, one.end,
              i && len ? spans[i - 1].start : 0, i && len ? spans[i - 1].end : 0, STR_ARG(text));
    free(spans);
    buf_free(&key);
}

Test(words, the_quick_way_finds_the_same_words_in_any_text)
{
    uint64_t seed = 0x9E3779B97F4A7C15u;
    struct buf text = {0};
    for (int round = 0; round < 60000; round++) {
        buf_clear(&text);
        size_t count = draw(&seed) % 40, common = draw(&seed) % 4;
        for (size_t i = 0; i < count; i++) {
            size_t which = draw(&seed) % (draw(&seed) % 4 < common ? 6 : COUNT(pieces));
            buf_chars(&text, pieces[which]);
        }
        check_spans(buf_view(&text), 1 + draw(&seed) % 20);
    }
    buf_free(&text);
}
