/* SPDX-License-Identifier: ISC */
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/text/sentences.h"

#include <criterion/criterion.h>
#include <stdlib.h>

/* Paragraphs, a bar where one sentence ends and the white space behind it begins. */
static void check(const char *const *rows, size_t count)
{
    struct buf text = {0}, found = {0};
    for (size_t i = 0; i < count; i++) {
        buf_clear(&text);
        buf_clear(&found);
        for (const char *c = rows[i]; *c; c++) {
            if (*c != '|')
                buf_char(&text, *c);
        }
        struct str s = buf_view(&text);
        size_t end = 0;
        while (end < s.len) {
            size_t next = end;
            while (s.at[next] == ' ' || s.at[next] == '\n')
                next++;
            struct span sentence = sentences_around(s, next);
            cr_assert(sentence.start >= end && sentence.end > end, "row %zu", i);
            buf_chars(&found, end ? "|" : "");
            buf_str(&found, str_sub(s, end, sentence.end));
            end = sentence.end;
        }
        cr_expect(str_is(buf_view(&found), rows[i]), "row %zu: %.*s", i, STR_ARG(buf_view(&found)));
    }
    buf_free(&text);
    buf_free(&found);
}

Test(sentences, terminators_with_white_space_end_them)
{
    static const char *const rows[] = {
        "One.| Two!| Three?| Four",
        "Really?!| Yes.",
        "Wait...| Then he left.",
        "Wait... then he left.| So.",
        "Version 3.5 is out.| See example.com now.",
        "It was 2025.| Nothing happened.",
        "No terminator at all",
        "A line\nand its rest.|\nAnother.",
        "He asked “Why?” again.| Nobody knew.",
        "1. First of a list.| Second.",
    };
    check(rows, COUNT(rows));
}

Test(sentences, closing_marks_belong_to_them)
{
    static const char *const rows[] = {
        "“We go.”| He left.", "\"We go.\"| \"They stay.\"| End.", "(He left.)| She stayed.",
        "‘No.’| ’Twas so.",   "“Go!” he said.| They went.",       "« Fini. »| Il part.",
        "„Ja.“| Er ging.",    "He said “no.”| “Yes,” she said.",
    };
    check(rows, COUNT(rows));
}

Test(sentences, abbreviations_and_initials_do_not_end_them)
{
    static const char *const rows[] = {
        "Mr. Rubio met Mrs. Clinton.| Dr. No came.",
        "Lt. Gen. Keith Kellogg spoke.| Gov. Walz left.",
        "The U.S. President spoke.| U.S. officials agreed.",
        "He lives in the U.S.| The talks go on.",
        "George W. Bush and J. D. Vance.| Fine.",
        "George W. Bush, Jr. Smith said.| He left.",
        "On Nov. 25 they met.| In Nov.| Talks ended.",
        "See No. 5 and p. 7.| He said no.| Then he left.",
        "At 9 a.m. Moscow time.| At 9 a.m.| They left.",
        "Russia vs. Ukraine.| St. Petersburg.",
        "Acme Inc. shares fell.| Acme Inc.| But others rose.",
        "В. Путин и С. Лавров.| Москва.",
        "He oversees U.S. A.I.D. and more.| Yes.",
        "It was Sen. Graham’s U.S.-led plan.| Yes.",
    };
    check(rows, COUNT(rows));
}

Test(sentences, other_scripts_have_their_own_terminators)
{
    static const char *const rows[] = {
        "会谈结束。|他走了！|真的？|是。",
        "他说：“我走。”|她留下。",
        "ماذا حدث؟| لا شيء.",
        "यह है।| वह है।",
        "Он ушёл.| Она осталась.",
    };
    check(rows, COUNT(rows));
}

Test(sentences, white_space_behind_one_counts_to_it)
{
    struct str s = STR("  One.  Two.  ");
    static const struct {
        size_t at;
        const char *sentence;
    } rows[] = {{0, "One."}, {2, "One."},  {5, "One."},  {6, "One."}, {7, "One."},
                {8, "Two."}, {11, "Two."}, {12, "Two."}, {99, "Two."}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str found = span_of(s, sentences_around(s, rows[i].at));
        cr_expect(str_is(found, rows[i].sentence), "at %zu: %.*s", rows[i].at, STR_ARG(found));
    }
    cr_assert_eq(sentences_around(STR(""), 0).end, 0);
    cr_assert_eq(sentences_around(STR("  "), 1).end, 2);
}

Test(sentences, any_bytes_give_a_range_within_the_text)
{
    static const char *const pieces[] = {".",  "!",        "”",    " ",  "A", "b", "U.S.",
                                         "。", "\xE3\x80", "\xFF", "\n", "3", "»", "\u0301"};
    srand(9);
    struct buf b = {0};
    for (int round = 0; round < 5000; round++) {
        buf_clear(&b);
        for (int n = 1 + rand() % 15; n > 0; n--)
            buf_chars(&b, pieces[(size_t)rand() % COUNT(pieces)]);
        uint32_t before = 0;
        for (size_t at = 0; at < b.len; at++) {
            struct span found = sentences_around(buf_view(&b), at);
            cr_assert(found.start < found.end && found.end <= b.len && found.start >= before);
            before = found.start;
        }
    }
    buf_free(&b);
}

Test(sentences, follow_each_other_to_the_end_of_a_text)
{
    struct str text = STR("  He came. “She left.” Lt. Berg stayed. ");
    static const char *const expected[] = {"He came.", "“She left.”", "Lt. Berg stayed."};
    struct span sentence;
    size_t at = 0, count = 0;
    for (; sentences_next(text, &at, &sentence); count++) {
        cr_assert_lt(count, COUNT(expected));
        cr_expect(str_is(span_of(text, sentence), expected[count]), "%.*s",
                  STR_ARG(span_of(text, sentence)));
    }
    cr_expect_eq(count, COUNT(expected));
}
