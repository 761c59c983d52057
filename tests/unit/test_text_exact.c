/* SPDX-License-Identifier: ISC */
#include "dossier/text/exact.h"

#include <criterion/criterion.h>

static void expect_put(const char *text, const char *expected)
{
    struct buf out = {0};
    exact_put(str_of(text), &out);
    cr_expect(str_is(buf_view(&out), expected), "%s: %.*s", text, STR_ARG(buf_view(&out)));
    buf_free(&out);
}

Test(exact, quotation_marks_are_one_and_apostrophes_another)
{
    expect_put("“a” „b“ «c» ‘d’ 'e' \"f\"", "\"a\" \"b\" \"c\" \"d\" \"e\" \"f\"");
    expect_put("don’t don't don\xCA\xBCt", "don't don't don't");
}

Test(exact, white_space_of_any_kind_and_length_is_one_space)
{
    expect_put("a \t\r\n b\xC2\xA0"
               "c\xE2\x80\x89"
               "d",
               "a b c d");
    expect_put("«\xC2\xA0"
               "a\xC2\xA0» b\xE2\x80\xAF!",
               "\"a\" b!");
    expect_put("« a » b !", "\" a \" b !");
}

Test(exact, what_is_not_seen_is_not_there)
{
    expect_put("gua\xC2\xADran\xE2\x80\x8Btee\xEF\xBB\xBF", "guarantee");
}

Test(exact, spaces_around_a_dash_that_parts_words_count_for_nothing)
{
    expect_put("a — b", "a-b");
    expect_put("a—b a–b a -- b a - b", "a-b a-b a-b a-b");
    expect_put("two- or three", "two- or three");
    expect_put("a -b", "a -b");
}

Test(exact, an_ellipsis_is_one_however_it_is_typed)
{
    expect_put("a … b a...b a . . . b", "a…b a…b a…b");
    expect_put("a.... b", "a.…b");
    expect_put("a.. b U.S. c", "a.. b U.S. c");
}

Test(exact, composed_letters_are_as_their_parts_in_any_order)
{
    expect_put("e\xCC\x81", "é");
    expect_put("a\xCC\xA3\xCC\x82", "ậ");
    expect_put("a\xCC\x82\xCC\xA3", "ậ");
}

Test(exact, case_and_punctuation_count)
{
    expect_put("A, a; a. A!", "A, a; a. A!");
    cr_expect(exact_same_letter('W', 'w'));
    cr_expect_not(exact_same_letter('W', 'v'));
}

Test(exact, a_walk_tells_where_each_letter_stands)
{
    struct exact walk = exact_walk(STR("a\xC2\xAD  e\xCC\x81"), 0);
    struct exact_sign sign;
    cr_assert(exact_next(&walk, &sign));
    cr_expect(sign.code == 'a' && sign.start == 0 && sign.end == 1 && sign.last);
    cr_assert(exact_next(&walk, &sign));
    cr_expect(sign.code == ' ' && sign.end == 5);
    cr_assert(exact_next(&walk, &sign));
    cr_expect(sign.code == 'e' && sign.start == 5 && !sign.last);
    cr_assert(exact_next(&walk, &sign));
    cr_expect(sign.code == 0x301 && sign.end == 8 && sign.last);
    cr_expect_not(exact_next(&walk, &sign));
}
