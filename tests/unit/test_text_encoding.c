/* SPDX-License-Identifier: ISC */
#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/text/encoding.h"
#include "dossier/text/utf8.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct arena *arena;

static void setup(void)
{
    arena = arena_new();
}

static void teardown(void)
{
    arena_free(arena);
}

TestSuite(encoding, .init = setup, .fini = teardown);

/* A literal that may hold NUL bytes. */
#define BYTES(literal)               \
    {                                \
        literal, sizeof(literal) - 1 \
    }

Test(encoding, clean_utf8_is_used_as_it_lies_there)
{
    struct str source = STR("caf\xC3\xA9 \xE2\x80\x94 \xEF\xBF\xBD\n");
    struct decoded decoded;
    cr_assert(encoding_decode(arena, source, &decoded));
    cr_assert(decoded.text.at == source.at && decoded.text.len == source.len);
    cr_assert(decoded.encoding == ENCODING_UTF8 && decoded.shift_count == 0 && decoded.bad == 0);
    cr_assert_eq(encoding_stored(&decoded, 5), 5);
    cr_assert_eq(encoding_offset(&decoded, 5), 5);
    cr_assert_eq(encoding_offset(&decoded, 99), source.len);
    cr_assert(encoding_decode(arena, STR(""), &decoded));
    cr_assert_eq(decoded.text.len, 0);
}

Test(encoding, each_kind_of_bytes_becomes_its_text)
{
    static const struct {
        struct str source;
        enum encoding encoding;
        size_t bad, first_bad;
        const char *text;
    } rows[] = {
        {BYTES("\xEF\xBB\xBFhello"), ENCODING_UTF8, 0, 0, "hello"},
        {BYTES("\xFF\xFEh\0\xE9\0\x16\x04\n\0"), ENCODING_UTF16LE, 0, 0, "hé\u0416\n"},
        {BYTES("\xFE\xFF\0h\x6F\x22\xD8\x3D\xDE\0"), ENCODING_UTF16BE, 0, 0, "h漢\U0001F600"},
        {BYTES("\xFF\xFE"
               "a\0b\0c\0d\0e\0f\0g\0h\0i\0j\0k\0\x3D\xD8l\0"),
         ENCODING_UTF16LE, 1, 24, "abcdefghijk\uFFFDl"},
        {BYTES("\xFF\xFE"
               "a\0b\0c\0d\0e\0f\0g\0h\0i\0j\0k\0l"),
         ENCODING_UTF16LE, 1, 24, "abcdefghijk\uFFFD"},
        {BYTES("ordinary words, then \xFF, and more"), ENCODING_UTF8, 1, 21,
         "ordinary words, then \uFFFD, and more"},
        {BYTES("Caf\xE9 \x93Zelensky\x92s\x94 \x96 na\xEFve"), ENCODING_WINDOWS_1252, 0, 0,
         "Café “Zelensky’s” – naïve"},
        {BYTES("\xC9t\xE9 \xE0 la cr\xE9\xE9"
               "e, 5 \x80, 20 \xB0, \xAB oui \xBB \x85"),
         ENCODING_WINDOWS_1252, 0, 0, "Été à la créée, 5 €, 20 °, « oui » …"},
        {BYTES("El ni\xF1o dijo: \xBFqu\xE9?"), ENCODING_WINDOWS_1252, 0, 0, "El niño dijo: ¿qué?"},
        {BYTES("M\xFCller, Stra\xDF"
               "e, \x84ja\x93"),
         ENCODING_WINDOWS_1252, 0, 0, "Müller, Straße, „ja“"},
        {BYTES("GEN\xC8VE \xC9LYS\xC9"
               "E"),
         ENCODING_WINDOWS_1252, 0, 0, "GENÈVE ÉLYSÉE"},
        /* UTF-8 with a little damage is not taken for it */
        {BYTES("The words of Trump\xE2\x80s men in Washington"), ENCODING_UTF8, 1, 18,
         "The words of Trump\uFFFDs men in Washington"},
        {BYTES("The words of Trump\x99s men in Washington"), ENCODING_UTF8, 1, 18,
         "The words of Trump\uFFFDs men in Washington"},
        {BYTES("A caf\xC3 in Kyiv, and a good one"), ENCODING_UTF8, 1, 5,
         "A caf\uFFFD in Kyiv, and a good one"},
        {BYTES("A caf\xC3\xA9 in Kyiv, a caf\xE9 in Paris"), ENCODING_UTF8, 1, 22,
         "A café in Kyiv, a caf\uFFFD in Paris"},
        {BYTES("A byte that nothing has: \x81 it is"), ENCODING_UTF8, 1, 25,
         "A byte that nothing has: \uFFFD it is"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct decoded decoded;
        cr_assert(encoding_decode(arena, rows[i].source, &decoded), "row %zu", i);
        cr_expect(str_is(decoded.text, rows[i].text), "row %zu: %.*s", i, STR_ARG(decoded.text));
        cr_expect_eq(decoded.encoding, rows[i].encoding, "row %zu", i);
        cr_expect(decoded.bad == rows[i].bad && decoded.first_bad == rows[i].first_bad,
                  "row %zu: %zu from %u", i, decoded.bad, decoded.first_bad);
        cr_expect_eq(decoded.stored_size, rows[i].source.len);
    }
}

Test(encoding, what_is_no_text_is_refused)
{
    static const struct str rows[] = {
        BYTES("a NUL\0byte"),
        BYTES("\x7F"
              "ELF\x02\x01\x01\x03"),
        BYTES("\xFF\xFE"
              "a\0\0\0b\0"),
        BYTES("\x1B[1m\x1B[2m\x1B[3m"),
        /* the alphabets of other eight-bit encodings */
        BYTES("\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xD0\xEE\xF1\xF1\xE8\xE8"),
        BYTES("\xF0\xD2\xC5\xDA\xC9\xC4\xC5\xCE\xD4 \xF2\xCF\xD3\xD3\xC9\xC9"),
        BYTES("\x93\xFA\x96\x7B\x8C\xEA\x82\xCC\x95\xB6\x8F\x91"),
        BYTES("\x89PNG\r\n\x1A\n"),
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct decoded decoded;
        cr_expect_not(encoding_decode(arena, rows[i], &decoded), "row %zu", i);
    }
}

Test(encoding, random_bytes_are_never_windows_1252)
{
    srand(5);
    for (int round = 0; round < 2000; round++) {
        char bytes[300];
        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = (char)(rand() % 2 ? 0x20 + rand() % 95 : 0x80 + rand() % 128);
        struct decoded decoded;
        cr_assert_not(encoding_decode(arena, (struct str){bytes, sizeof bytes}, &decoded));
        arena_clear(arena);
    }
}

/* Every character of the text stands where the offsets say, both ways. */
static void check_places(const struct decoded *decoded, const uint32_t *stored)
{
    uint32_t before = 0;
    for (size_t at = 0; at < decoded->text.len; stored++) {
        uint32_t here = encoding_stored(decoded, (uint32_t)at);
        cr_expect_eq(here, *stored, "text %zu is stored %u", at, here);
        cr_expect_eq(encoding_offset(decoded, *stored), at, "stored %u is text %u", *stored,
                     encoding_offset(decoded, *stored));
        cr_assert_geq(here, before);
        before = here;
        utf8_next(decoded->text, &at);
    }
    cr_expect_eq(encoding_stored(decoded, (uint32_t)decoded->text.len), decoded->stored_size);
    cr_expect_eq(encoding_offset(decoded, decoded->stored_size), decoded->text.len);
}

Test(encoding, offsets_go_to_the_stored_bytes_and_back)
{
    static const struct {
        struct str source;
        uint32_t stored[24];
    } rows[] = {
        {BYTES("\xEF\xBB\xBFh\xC3\xA9!"), {3, 4, 6}},
        {BYTES("\xFF\xFEh\0\xE9\0\x16\x04i\0"), {2, 4, 6, 8}},
        {BYTES("\xFE\xFF\0h\x6F\x22\xD8\x3D\xDE\0\0x"), {2, 4, 6, 10}},
        {BYTES("Caf\xE9 \x93x\x94 ok"), {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}},
        {BYTES("\xE2\x82 abcdefghijklmnopqrst"),
         {0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22}},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct decoded decoded;
        cr_assert(encoding_decode(arena, rows[i].source, &decoded), "row %zu", i);
        check_places(&decoded, rows[i].stored);
    }
}

Test(encoding, within_a_character_offsets_stay_in_order)
{
    struct str source = STR("a \x93q\x94 \x85 caf\xE9s");
    struct decoded decoded;
    cr_assert(encoding_decode(arena, source, &decoded));
    cr_assert_eq(decoded.encoding, ENCODING_WINDOWS_1252);
    uint32_t before = 0;
    for (uint32_t at = 0; at <= decoded.text.len; at++) {
        uint32_t stored = encoding_stored(&decoded, at);
        cr_assert(stored >= before && stored <= source.len);
        before = stored;
    }
}

Test(encoding, a_mark_alone_is_an_empty_text)
{
    static const struct str rows[] = {BYTES("\xEF\xBB\xBF"), BYTES("\xFF\xFE"), BYTES("\xFE\xFF")};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct decoded decoded;
        cr_assert(encoding_decode(arena, rows[i], &decoded), "row %zu", i);
        cr_assert_eq(decoded.text.len, 0);
        cr_assert_eq(encoding_stored(&decoded, 0), rows[i].len);
        cr_assert_eq(encoding_offset(&decoded, 1), 0);
    }
}

/* The public tests name each line and say what it becomes. */
Test(encoding, ill_formed_sequences_are_replaced_as_the_public_tests_expect)
{
    static const char tests[] = SOURCE_ROOT "/../shared/bad-input/utf8tests/utf8tests.bin";
    static const char results[] = SOURCE_ROOT "/../shared/bad-input/utf8tests/utf8.replace.ref.txt";
    struct buf bytes = {0}, expected = {0}, found = {0};
    if (!file_exists(tests))
        cr_skip_test("../shared/bad-input/utf8tests is absent");
    cr_assert(file_read_named(tests, 1 << 20, &bytes, NULL));
    cr_assert(file_read_named(results, 1 << 20, &expected, NULL));
    for (size_t at = 0; at < bytes.len;)
        utf8_put(&found, utf8_next(buf_view(&bytes), &at));
    struct str left = buf_view(&found), right = buf_view(&expected), a, b;
    while (str_split(&left, '\n', &a) && str_split(&right, '\n', &b))
        cr_expect(str_eq(a, b), "%.*s, not %.*s", STR_ARG(a), STR_ARG(b));
    cr_assert(left.len == 0 && right.len == 0);
    buf_free(&bytes);
    buf_free(&expected);
    buf_free(&found);
}
