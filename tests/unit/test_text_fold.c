/* SPDX-License-Identifier: ISC */
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/fold.h"
#include "dossier/text/utf8.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <utf8proc.h>

struct pair {
    const char *a, *b;
    bool same;
};

static void check_pairs(const struct pair *pairs, size_t count)
{
    struct buf a = {0}, b = {0};
    for (size_t i = 0; i < count; i++) {
        buf_clear(&a);
        buf_clear(&b);
        fold_key(str_of(pairs[i].a), &a);
        fold_key(str_of(pairs[i].b), &b);
        cr_expect_eq(str_eq(buf_view(&a), buf_view(&b)), pairs[i].same, "row %zu: %s and %s", i,
                     pairs[i].a, pairs[i].b);
    }
    buf_free(&a);
    buf_free(&b);
}

Test(fold, marks_of_latin_and_greek_letters_do_not_count)
{
    static const struct pair pairs[] = {
        {"café", "cafe", true},
        {"cafe\u0301", "café", true},
        {"Łódź", "Lodz", true},
        {"Søren", "Soren", true},
        {"Đorđe", "Dorde", true},
        {"Ħal Għaxaq", "Hal Ghaxaq", true},
        {"Ŧ", "t", true},
        {"Ǿ", "o", true},
        {"Nguyễn", "Nguyen", true},
        {"Ἀθῆναι", "αθηναι", true},
        {"Αθήνα", "ΑΘΗΝΑ", true},
        {"Fırat", "FIRAT", true},
        {"İstanbul", "istanbul", true},
        {"æ", "ae", false},
        {"þ", "t", false},
        {"ð", "d", false},
    };
    check_pairs(pairs, COUNT(pairs));
}

Test(fold, marks_of_other_scripts_count)
{
    static const struct pair pairs[] = {
        {"й", "и", false},           {"й", "и\u0306", true},  {"ё", "е", true},
        {"е\u0308", "ё", true},      {"Ё", "е", true},        {"ї", "і", false},
        {"ї", "і\u0308", true},      {"е\u0301", "е", false}, {"が", "か", false},
        {"が", "か\u3099", true},    {"ぱ", "ば", false},     {"कि", "क", false},
        {"क\u093C", "\u0958", true}, {"กำ", "กา", false},
    };
    check_pairs(pairs, COUNT(pairs));
}

Test(fold, arabic_vowel_signs_and_hebrew_points_do_not_count)
{
    static const struct pair pairs[] = {
        {"مُحَمَّد", "محمد", true}, {"ٱلرَّحْمَٰن", "ٱلرحمن", true}, {"أ", "ا\u0654", true},
        {"أ", "ا", false},      {"آ", "ا", false},          {"שָׁלוֹם", "שלום", true},
        {"\uFB2A", "ש", true},  {"שׂ", "ש", true},           {"ב", "כ", false},
    };
    check_pairs(pairs, COUNT(pairs));
}

Test(fold, width_variants_are_equal)
{
    static const struct pair pairs[] = {
        {"Ｒｕｂｉｏ", "Rubio", true},
        {"１２", "12", true},
        {"ﾄﾗﾝﾌﾟ", "トランプ", true},
        {"ｶﾞ", "ガ", true},
        {"ｶ", "ガ", false},
        {"ﾡ", "ㄱ", true},
        {"ﾷ", "ㅇ", true},
        {"ￇ", "ㅔ", true},
        {"\u3000", " ", true},
        {"－", "-", true},
        {"＇", "'", true},
        {"￥", "¥", true},
    };
    check_pairs(pairs, COUNT(pairs));
}

Test(fold, other_forms_of_a_small_letter_are_that_letter)
{
    static const struct pair pairs[] = {
        {"Ζελένσκυς", "ΖΕΛΕΝΣΚΥΣ", true},
        {"ς", "σ", true},
        {"ſ", "s", true},
        {"\u212A", "k", true},
        {"\u00C5", "\u212B", true},
        {"ẞ", "ß", true},
        {"ß", "ss", false},
        {"Ǆ", "ǆ", true},
        {"ǅ", "ǆ", true},
    };
    check_pairs(pairs, COUNT(pairs));
}

Test(fold, what_nobody_sees_is_not_there)
{
    static const struct pair pairs[] = {
        {"Zelen\u00ADskyy", "Zelenskyy", true}, {"Ru\u200Bbio", "Rubio", true},
        {"Ru\u2060bio\uFEFF", "Rubio", true},   {"\u200FRubio\u202C", "Rubio", true},
        {"葛\U000E0100", "葛", true},           {"❤\uFE0F", "❤", true},
        {"é", "e\u200D\u0301", true},           {"か\u034F\u3099", "が", true},
        {"نامه\u200Cای", "نامهای", true},
    };
    check_pairs(pairs, COUNT(pairs));
}

Test(fold, marks_come_in_canonical_order)
{
    static const struct pair pairs[] = {
        {"и\u0306\u0323", "и\u0323\u0306", true},  {"й\u0323", "и\u0323\u0306", true},
        {"и\u0306\u0301", "и\u0301\u0306", false}, /* of one class: their order means something */
        {"が\u0323", "か\u0323\u3099", true},      {"≠", "=\u0338", true},
    };
    check_pairs(pairs, COUNT(pairs));
}

Test(fold, a_hangul_syllable_is_one_letter_however_written)
{
    static const struct {
        const char *text;
        int letters;
    } rows[] = {
        {"한국", 2},       {"\u1112\u1161\u11AB\u1100\u116E\u11A8", 2},
        {"하\u11AB국", 2}, {"\u1100\u1100\u1161", 1},
        {"\u1100가", 1},   {"\u1100\u11A8", 2},
        {"각\u1161", 2},   {"\u1112\u200B\u1161", 1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct letter letter;
        int n = 0;
        for (size_t at = 0; fold_next(str_of(rows[i].text), &at, &letter);)
            n++;
        cr_expect_eq(n, rows[i].letters, "row %zu: %d", i, n);
    }
    static const struct pair pairs[] = {
        {"한국", "\u1112\u1161\u11AB\u1100\u116E\u11A8", true},
        {"하\u11AB", "한", true},
        {"한", "하", false},
    };
    check_pairs(pairs, COUNT(pairs));
}

Test(fold, dashes_apostrophes_and_spaces_are_each_one_class)
{
    static const struct {
        uint32_t folded;
        enum letter_class class;
        const char *all;
    } rows[] = {
        {'-', LETTER_DASH, "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2E3A\uFE58\uFF0D\u05BE"},
        {'\'', LETTER_APOSTROPHE, "'`´\u2018\u2019\u201B\u02BC\u02B9\u2032\uFF07\u05F3"},
        {' ', LETTER_SPACE,
         " \t\n\r\u00A0\u2003\u2007\u2009\u2028\u2029\u202F\u205F\u3000\xC2\x85"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct letter letter;
        for (size_t at = 0; fold_next(str_of(rows[i].all), &at, &letter);)
            cr_expect(letter.class == rows[i].class && letter.folded[0] == rows[i].folded &&
                          letter.count == 1,
                      "U+%04X", letter.first);
    }
}

Test(fold, capitals_are_remembered)
{
    static const struct {
        const char *text;
        bool capital;
    } rows[] = {{"A", true},  {"a", false}, {"É", true},   {"e\u0301", false}, {"Ж", true},
                {"ǅ", true},  {"Ａ", true}, {"漢", false}, {"1", false},       {"Ł", true},
                {"ς", false}, {"ß", false}, {"-", false}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct letter letter;
        size_t at = 0;
        cr_assert(fold_next(str_of(rows[i].text), &at, &letter));
        cr_expect_eq(letter.capital, rows[i].capital, "%s", rows[i].text);
    }
}

Test(fold, a_letter_ends_behind_its_last_mark_and_before_what_is_ignored)
{
    static const struct {
        const char *text;
        size_t start, end;
    } rows[] = {
        {"e\u0301\u200Bx", 0, 3},
        {"e\u200D\u0301x", 0, 6},
        {"\u200Bx", 3, 4},
        {"\u00ADа\u0301 ", 2, 6},
        {"مُ", 0, 4},
        {"葛\U000E0100x", 0, 3},
        {"\u0301x", 0, 2},
        {"\n\u0301", 0, 1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct letter letter;
        size_t at = 0;
        cr_assert(fold_next(str_of(rows[i].text), &at, &letter));
        cr_expect(letter.start == rows[i].start && letter.end == rows[i].end && at == letter.end,
                  "row %zu: %zu to %zu", i, letter.start, letter.end);
    }
    size_t at = 0;
    struct letter letter;
    cr_assert_not(fold_next(STR("\u200B\u00AD"), &at, &letter));
    cr_assert_eq(at, 5);
}

Test(fold, every_character_is_its_own_decomposition)
{
    struct buf text = {0}, composed = {0}, decomposed = {0};
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        utf8proc_int32_t parts[8];
        int boundary = 0;
        utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, parts, COUNT(parts),
                                                     UTF8PROC_DECOMPOSE, &boundary);
        if (n == 1 && parts[0] == (utf8proc_int32_t)c)
            continue;
        buf_clear(&text);
        buf_clear(&composed);
        buf_clear(&decomposed);
        utf8_put(&text, c);
        fold_key(buf_view(&text), &composed);
        buf_clear(&text);
        for (utf8proc_ssize_t i = 0; i < n; i++)
            utf8_put(&text, (uint32_t)parts[i]);
        fold_key(buf_view(&text), &decomposed);
        cr_expect(str_eq(buf_view(&composed), buf_view(&decomposed)), "U+%04X", c);
    }
    buf_free(&text);
    buf_free(&composed);
    buf_free(&decomposed);
}

Test(fold, a_million_marks_on_one_letter_fit)
{
    struct buf b = {0};
    struct letter letter;
    for (uint32_t base = 'a';; base = 0x438) {
        buf_clear(&b);
        utf8_put(&b, base);
        for (int i = 0; i < 1000000; i++)
            utf8_put(&b, i % 2 ? 0x323 : 0x306);
        size_t at = 0;
        cr_assert(fold_next(buf_view(&b), &at, &letter));
        cr_assert_eq(at, b.len);
        cr_assert_eq(letter.count, base == 'a' ? 1 : FOLD_MOST);
        if (base != 'a')
            break;
    }
    buf_free(&b);
}

Test(fold, no_bytes_lead_it_out_of_the_text_or_in_a_circle)
{
    srand(1);
    for (int round = 0; round < 20000; round++) {
        size_t len = (size_t)rand() % 24;
        char *bytes = malloc(len ? len : 1);
        for (size_t i = 0; i < len; i++)
            bytes[i] = (char)(rand() % 3 ? 0x80 + rand() % 128 : rand());
        struct letter letter;
        size_t before = 0;
        for (size_t at = 0; fold_next((struct str){bytes, len}, &at, &letter); before = at) {
            cr_assert(at > before || (before == 0 && at > 0));
            cr_assert(letter.start >= before && letter.end == at && at <= len);
        }
        free(bytes);
    }
}

Test(chars, hostile_is_what_a_terminal_may_not_get)
{
    static const struct {
        uint32_t c;
        bool hostile;
    } rows[] = {{0x1B, true},     {0x00, true},    {0x7F, true},   {0x9B, true},    {'\n', false},
                {'\t', false},    {'\r', true},    {0xAD, true},   {0x200B, true},  {0x200D, true},
                {0x202E, true},   {0x2066, true},  {0x2028, true}, {0xFEFF, true},  {0xE0041, true},
                {0xD800, true},   {0xFFFE, true},  {0xFDD0, true}, {0x61C, true},   {'a', false},
                {0x301, false},   {0xFFFD, false}, {0xA0, false},  {0xFE0F, false}, {0xE000, false},
                {0x110000, true}, {0x1FFFF, true}};
    for (size_t i = 0; i < COUNT(rows); i++)
        cr_expect_eq(char_is_hostile(rows[i].c), rows[i].hostile, "U+%04X", rows[i].c);
}

Test(chars, width_is_that_of_east_asian_width)
{
    static const struct {
        uint32_t c;
        int width;
    } rows[] = {{'a', 1},    {0x301, 0},  {0x6F22, 2}, {0x202E, 0}, {0x1B, 0},
                {0x2026, 1}, {0xAC00, 2}, {0xFF21, 2}, {0xFF71, 1}, {0x1F600, 2},
                {0x416, 1},  {0xFFFD, 1}, {0xAD, 0},   {0x20AC, 1}};
    for (size_t i = 0; i < COUNT(rows); i++)
        cr_expect_eq(char_width(rows[i].c), rows[i].width, "U+%04X", rows[i].c);
}

Test(chars, each_script_is_known_by_its_letters)
{
    static const struct {
        uint32_t c;
        bool cyrillic, latin_or_greek, unspaced, hangul, word;
    } rows[] = {
        {'a', false, true, false, false, true},      {0x3B1, false, true, false, false, true},
        {0x416, true, false, false, false, true},    {0x6F22, false, false, true, false, true},
        {0x30A2, false, false, true, false, true},   {0x30FB, false, false, false, false, false},
        {0xE01, false, false, true, false, true},    {0xE51, false, false, false, false, true},
        {0xD55C, false, false, false, true, true},   {0x1112, false, false, false, true, true},
        {0x627, false, false, false, false, true},   {0x2BC, false, false, false, false, false},
        {0x3002, false, false, false, false, false}, {0xB2, false, false, false, false, false},
        {0x4E8, true, false, false, false, true},    {0x482, false, false, false, false, false},
        {0xD7, false, false, false, false, false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        cr_expect_eq(char_is_cyrillic(rows[i].c), rows[i].cyrillic, "U+%04X", rows[i].c);
        cr_expect_eq(char_is_latin_or_greek(rows[i].c), rows[i].latin_or_greek, "U+%04X",
                     rows[i].c);
        cr_expect_eq(char_is_unspaced(rows[i].c), rows[i].unspaced, "U+%04X", rows[i].c);
        cr_expect_eq(char_is_hangul(rows[i].c), rows[i].hangul, "U+%04X", rows[i].c);
        cr_expect_eq(char_is_word(rows[i].c), rows[i].word, "U+%04X", rows[i].c);
    }
}
