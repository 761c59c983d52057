/* SPDX-License-Identifier: ISC */
#include "dossier/model/article.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena *arena;
static struct article article;

static void begin(void)
{
    arena = arena_new();
    article = (struct article){.facts = FACTS_NONE};
}

static void end(void)
{
    arena_free(arena);
}

TestSuite(article, .init = begin, .fini = end);

static void add_body(uint32_t from, uint32_t to)
{
    *vec_add(arena, &article.facts.body) = (struct span){from, to};
    article.facts.known |= ARTICLE_BODY;
}

static void finish(struct str source)
{
    cr_assert(encoding_decode(arena, source, &article.file));
    article.text = article.file.text;
    article_finish(arena, &article);
}

/* "0 The headline|1 The first|- Advert": numbers, and the text of each paragraph. */
static const char *paragraphs(void)
{
    struct buf out = {0};
    for (size_t i = 0; i < article_paragraph_count(&article); i++) {
        const struct paragraph *p = &article_paragraphs(&article)[i];
        cr_expect_eq(p->kind == PARAGRAPH_BOILERPLATE, p->number == -1);
        cr_expect_eq(p->kind == PARAGRAPH_HEADLINE, p->number == 0);
        buf_printf(&out, p->number < 0 ? "%s- %.*s" : "%s%.*s%d %.*s", i ? "|" : "",
                   p->number < 0 ? (int)span_of(article.text, p->span).len : 0,
                   p->number < 0 ? span_of(article.text, p->span).at : "", p->number,
                   STR_ARG(span_of(article.text, p->span)));
    }
    const char *text = arena_chars(arena, buf_view(&out));
    buf_free(&out);
    return text;
}

Test(article, paragraphs_of_the_body_are_numbered_from_one_and_the_rest_is_not)
{
    add_body(7, 27);
    finish(STR("Menu A\nOne here.\n\nTwo here.\nCredit\n"));
    cr_expect_str_eq(paragraphs(), "- Menu A|1 One here.|2 Two here.|- Credit");
    cr_expect_eq(article.worked_out & ARTICLE_BODY, 0);
}

Test(article, the_headline_is_paragraph_zero_whatever_its_case_marks_and_spaces)
{
    article.facts.title = STR("Café  TALKS:\nstalled");
    finish(STR("# Cafe\xCC\x81 talks: stalled\n\nOne.\nCafe talks stalled\n"));
    cr_expect_str_eq(paragraphs(), "0 # Cafe\xCC\x81 talks: stalled|1 One.|2 Cafe talks stalled");
    cr_expect(article.worked_out & ARTICLE_BODY, "nobody told the body: it is all");
}

Test(article, a_title_that_does_not_stand_first_makes_no_headline)
{
    article.facts.title = STR("Talks");
    finish(STR("Talks go on\nTalks\n"));
    cr_expect_str_eq(paragraphs(), "1 Talks go on|2 Talks");
}

Test(article, a_date_line_glued_to_the_first_sentence_is_cut_off)
{
    add_body(17, 41);
    finish(STR(" date 2025-11-27 The United States seeks."));
    cr_expect_str_eq(paragraphs(), "- date 2025-11-27|1 The United States seeks.");
}

Test(article, a_headline_worked_out_later_numbers_the_paragraphs_anew)
{
    finish(STR("Talks stall\n\nThey did.\n"));
    cr_expect_str_eq(paragraphs(), "1 Talks stall|2 They did.");
    article_entitle(&article, STR("Talks stall"));
    cr_expect_str_eq(paragraphs(), "0 Talks stall|1 They did.");
    cr_expect(article.worked_out & ARTICLE_TITLE);
}

Test(article, front_matter_is_no_body)
{
    article.front = (struct span){0, 16};
    finish(STR("---\ntitle: x\n---\nOne two.\n"));
    cr_expect_eq(article.body.at[0].start, 16);
    cr_expect_not(article_in_body(&article, 5));
    cr_expect(article_in_body(&article, 18));
    cr_expect_eq(article_number(&article, 5), -1);
    cr_expect_eq(article_number(&article, 18), 1);
}

Test(article, false_body_ranges_are_cut_to_fit)
{
    static const struct {
        uint32_t from, to, start, end;
    } cases[] = {
        {2, 99, 2, 8},  /* beyond the end */
        {4, 7, 5, 7},   /* from inside the three bytes of the dash, which stand at 2 to 4 */
        {0, 3, 0, 2},   /* to inside of it */
        {90, 99, 0, 8}, /* nothing of it is there: the whole text */
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        article = (struct article){.facts = FACTS_NONE};
        add_body(cases[i].from, cases[i].to);
        finish(STR("ab\xE2\x80\x93"
                   "cde"));
        cr_assert_eq(article.body.len, 1);
        cr_expect_eq(article.body.at[0].start, cases[i].start, "case %zu", i);
        cr_expect_eq(article.body.at[0].end, cases[i].end, "case %zu", i);
    }
    cr_expect(article.worked_out & ARTICLE_BODY);
}

Test(article, body_ranges_are_stored_offsets)
{
    add_body(4, 9);
    finish(STR("\xEF\xBB\xBFxabcde"));
    cr_expect_eq(article.body.at[0].start, 1);
    cr_expect_eq(article.body.at[0].end, 6);
}

Test(article, no_text_has_no_paragraphs_and_no_place)
{
    struct str before, after;
    finish(STR(""));
    cr_expect_eq(article_paragraph_count(&article), 0);
    cr_expect_eq(article_number(&article, 0), -1);
    cr_expect_eq(article_headline(&article, 40, NULL).len, 0);
    article_context(&article, (struct span){0, 0}, 40, &before, &after);
    cr_expect(before.len == 0 && after.len == 0);
}

Test(article, without_a_title_the_first_words_of_the_body_stand_for_it)
{
    bool made_up = false;
    add_body(5, 45);
    finish(STR("Menu\nDon't walk: the United States is seeking\nmore\n"));
    static const struct {
        int width;
        const char *headline;
    } cases[] = {
        {80, "Don't walk: the United States is seeking"},
        {30, "Don't walk: the United States"},
        {28, "Don't walk: the United"},
        {4, "Don'"}, /* one word alone is broken */
        {10, "Don't walk"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        cr_expect(str_is(article_headline(&article, cases[i].width, &made_up), cases[i].headline),
                  "%.*s", STR_ARG(article_headline(&article, cases[i].width, NULL)));
    cr_expect(made_up);
    article.facts.title = STR("A title that is longer than the width");
    cr_expect_eq(article_headline(&article, 10, &made_up).len, article.facts.title.len);
    cr_expect_not(made_up);
}

Test(article, lines_and_columns_are_those_of_the_file_as_stored)
{
    int line, column;
    finish(STR("\xEF\xBB\xBF"
               "ab\r\n\xC3\xA9x\n\nlast"));
    static const struct {
        uint32_t at;
        int line, column;
    } cases[] = {{0, 1, 1}, {1, 1, 2}, {4, 2, 1}, {6, 2, 3}, {8, 3, 1}, {9, 4, 1}, {99, 4, 5}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        article_line(&article, cases[i].at, &line, &column);
        cr_expect(line == cases[i].line && column == cases[i].column, "%u: %d:%d", cases[i].at,
                  line, column);
    }
}

Test(article, lines_of_a_long_text_are_counted_as_those_of_a_short_one)
{
    struct buf text = {0};
    for (int i = 0; i < 30000; i++)
        buf_printf(&text, "%.*s\n", i % 23, "abcdefghijklmnopqrstuvw");
    finish(buf_view(&text));
    int expected = 1, from = 0;
    for (size_t at = 0; at < text.len; at++) {
        int line, column;
        if (at % 997 == 0 || at % 65536 < 2 || at % 65536 > 65533) {
            article_line(&article, (uint32_t)at, &line, &column);
            cr_assert(line == expected && column == (int)at - from + 1, "%zu: %d:%d", at, line,
                      column);
        }
        if (text.at[at] == '\n') {
            expected++;
            from = (int)at + 1;
        }
    }
    buf_free(&text);
}

/* The context of WHAT, as "before[what]after". */
static const char *context(const char *what, size_t characters)
{
    ptrdiff_t at = str_find(article.text, str_of(what), 0);
    cr_assert_geq(at, 0);
    struct span span = {(uint32_t)at, (uint32_t)((size_t)at + strlen(what))};
    struct str before, after;
    article_context(&article, span, characters, &before, &after);
    cr_expect(!before.len || before.at + before.len == article.text.at + span.start);
    cr_expect(!after.len || after.at == article.text.at + span.end);
    return arena_printf(arena, "%.*s[%s]%.*s", STR_ARG(before), what, STR_ARG(after)).at;
}

Test(article, context_adjoins_and_is_cut_at_words_and_paragraphs)
{
    finish(STR(
        "One two.\n\nPresident Volodymyr Zelenskyy didn\xE2\x80\x99t stay\xE2\x80\x94he left.\n"));
    cr_expect_str_eq(context("Zelenskyy", 40),
                     "President Volodymyr [Zelenskyy] didn’t stay—he left.");
    cr_expect_str_eq(context("Zelenskyy", 13), "Volodymyr [Zelenskyy] didn’t stay—");
    cr_expect_str_eq(context("Zelenskyy", 9), "[Zelenskyy] didn’t", "all of a word or none");
    cr_expect_str_eq(context("Zelenskyy", 6), "[Zelenskyy]", "not “didn” of “didn’t”");
    cr_expect_str_eq(context("President", 38), "[President] Volodymyr Zelenskyy didn’t stay—he");
    cr_expect_str_eq(context("left", 3), "he [left].");
    cr_expect_str_eq(context("left", 0), "[left]");
    cr_expect_str_eq(context("two", 9), "One [two].");
}

Test(article, the_day_to_sort_by_is_the_date_or_the_start_of_the_range)
{
    cr_expect_eq(article_day(&article), DAY_NONE);
    article.facts.to = 30;
    cr_expect_eq(article_day(&article), 30);
    article.facts.from = 20;
    cr_expect_eq(article_day(&article), 20);
    article.facts.date = 25;
    cr_expect_eq(article_day(&article), 25);
}
