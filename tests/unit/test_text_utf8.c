/* SPDX-License-Identifier: ISC */
#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"

#include <criterion/criterion.h>

/* What each byte string is as code points, to a 0; BAD stands for an ill-formed part. */
#define BAD UTF8_BAD

static const struct {
    const char *bytes;
    uint32_t points[8];
} table[] = {
    {"a", {'a'}},
    {"\xC3\xA9", {0xE9}},
    {"\xE2\x82\xAC", {0x20AC}},
    {"\xF0\x9F\x98\x80", {0x1F600}},
    {"\xF4\x8F\xBF\xBF", {0x10FFFF}},
    {"\x80", {BAD}},
    {"\xC0\xAF", {BAD, BAD}},
    {"\xE0\x80\xAF", {BAD, BAD, BAD}},
    {"\xED\xA0\x80", {BAD, BAD, BAD}},
    {"\xF4\x90\x80\x80", {BAD, BAD, BAD, BAD}},
    {"\xFE\xFF", {BAD, BAD}},
    {"\xE2\x82", {BAD}},
    {"\xF0\x9F\x98", {BAD}},
    {"\xE2\x82z", {BAD, 'z'}},
    /* table 3-8 of the standard */
    {"\x61\xF1\x80\x80\xE1\x80\xC2\x62", {'a', BAD, BAD, BAD, 'b'}},
};

Test(utf8, each_maximal_ill_formed_part_is_one_replacement_character)
{
    for (size_t i = 0; i < COUNT(table); i++) {
        struct str s = str_of(table[i].bytes);
        size_t at = 0, n = 0;
        while (at < s.len)
            cr_assert_eq(utf8_next(s, &at), table[i].points[n++], "row %zu, point %zu", i, n - 1);
        cr_assert_eq(table[i].points[n], 0, "row %zu has more points", i);
        cr_assert_eq(utf8_count(s), n);
    }
}

Test(utf8, going_back_meets_the_same_code_points_at_the_same_places)
{
    for (size_t i = 0; i < COUNT(table); i++) {
        struct str s = str_of(table[i].bytes);
        size_t starts[8], n = 0;
        for (size_t at = 0; at < s.len; n++) {
            starts[n] = at;
            utf8_next(s, &at);
            for (size_t inside = starts[n]; inside < at; inside++)
                cr_assert_eq(utf8_start(s, inside), starts[n], "row %zu, byte %zu", i, inside);
        }
        for (size_t at = s.len; at > 0;) {
            n--;
            cr_assert_eq(utf8_before(s, &at), table[i].points[n], "row %zu, point %zu", i, n);
            cr_assert_eq(at, starts[n]);
        }
    }
}

Test(utf8, a_replacement_character_that_stands_in_the_text_is_well_formed)
{
    cr_assert(utf8_valid(STR("caf\xC3\xA9 \xEF\xBF\xBD")));
    cr_assert(utf8_valid(STR("")));
    for (size_t i = 5; i < COUNT(table); i++)
        cr_assert_not(utf8_valid(str_of(table[i].bytes)), "row %zu", i);
}

Test(utf8, every_code_point_survives_being_written_and_read)
{
    struct buf b = {0};
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        buf_clear(&b);
        utf8_put(&b, c);
        size_t at = 0;
        bool surrogate = c >= 0xD800 && c <= 0xDFFF;
        uint32_t read = utf8_next(buf_view(&b), &at);
        cr_assert(read == (surrogate ? UTF8_BAD : c) && at == b.len, "U+%04X", c);
    }
    buf_free(&b);
}
