/* SPDX-License-Identifier: ISC */
/* The small parts that the view state is made of. */
#include "../../src/state/filter.h"
#include "../../src/state/fuzzy.h"
#include "../../src/state/kept.h"
#include "../../src/state/name.h"
#include "../../src/state/page.h"

#include "dossier/base/memory.h"
#include "small.h"

#include <criterion/criterion.h>
#include <limits.h>

Test(list, the_cursor_stays_inside)
{
    struct list list = {.count = 5};
    list_move(&list, 3);
    cr_expect_eq(list.cursor, 3);
    list_move(&list, 100);
    cr_expect_eq(list.cursor, 4);
    list_move(&list, -100);
    cr_expect_eq(list.cursor, 0);
    list_move(&list, LONG_MIN);
    cr_expect_eq(list.cursor, 0);
    list_go(&list, 99);
    cr_expect_eq(list.cursor, 4);
    list_resize(&list, 2);
    cr_expect_eq(list.cursor, 1);
    list_resize(&list, 0);
    cr_expect_eq(list.cursor, 0);
    list_move(&list, 1);
    cr_expect_eq(list.cursor, 0);
}

Test(list, it_scrolls_with_context_and_not_past_its_end)
{
    static const struct {
        size_t count, cursor, top;
        int height;
        size_t expected;
    } rows[] = {{100, 0, 0, 10, 0}, {100, 9, 0, 10, 2},    {100, 7, 0, 10, 0},
                {100, 8, 0, 10, 1}, {100, 50, 60, 10, 48}, {100, 99, 0, 10, 90},
                {5, 4, 3, 10, 0},   {100, 50, 0, 3, 48},   {100, 50, 0, 0, 50},
                {0, 0, 7, 10, 0}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct list list = {rows[i].count, rows[i].cursor, rows[i].top, 0};
        list_show(&list, rows[i].height);
        cr_expect_eq(list.top, rows[i].expected, "row %zu: %zu", i, list.top);
    }
}

Test(fuzzy, what_fits_better_comes_first)
{
    static const struct {
        const char *typed, *name;
        enum fuzzy fit;
    } rows[] = {
        {"zel", "volodymyr zelenskyy", FUZZY_WORD},
        {"vol", "volodymyr zelenskyy", FUZZY_START},
        {"lensk", "volodymyr zelenskyy", FUZZY_INSIDE},
        {"vzs", "volodymyr zelenskyy", FUZZY_SCATTERED},
        {"zv", "volodymyr zelenskyy", FUZZY_NONE},
        {"eu", "eu", FUZZY_WHOLE},
        {"", "anything", FUZZY_INSIDE},
        {"x", "", FUZZY_NONE},
        {"in", "vladimir putin in", FUZZY_WORD},
        {"zel", "putin-zelenskyy talks", FUZZY_WORD},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        cr_expect_eq(fuzzy_match(str_of(rows[i].typed), str_of(rows[i].name)), rows[i].fit,
                     "%s in %s", rows[i].typed, rows[i].name);
}

Test(seen, spans_are_kept_sorted_and_joined)
{
    struct spans seen = {0};
    static const struct span added[] = {{50, 60}, {10, 20}, {30, 40}, {20, 25}, {24, 31},
                                        {5, 5},   {0, 3},   {55, 58}, {90, 99}, {2, 91}};
    static const size_t counts[] = {1, 2, 3, 3, 2, 2, 3, 3, 4, 1};
    for (size_t i = 0; i < COUNT(added); i++) {
        kept_add(&seen, added[i]);
        cr_expect_eq(seen.len, counts[i], "after %zu: %zu", i, seen.len);
        for (size_t j = 1; j < seen.len; j++)
            cr_expect_lt(seen.at[j - 1].end, seen.at[j].start);
    }
    cr_expect_eq(seen.at[0].start, 0);
    cr_expect_eq(seen.at[0].end, 99);
    vec_free(&seen);
}

Test(filter, all_words_must_be_there_whatever_their_case_and_marks)
{
    static const struct {
        const char *wish;
        bool passes;
    } rows[] = {
        {"", true},           {"zelensky", true}, {"PARIS zel", true}, {"paris rome", false},
        {"erdogan", true},    {"#pa", true},      {"#aris", false},    {"  kyiv ", true},
        {"#paris kyiv", true}};
    const struct str tags[] = {STR("paris"), STR("us")};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct filter filter;
        filter_begin(&filter, str_of(rows[i].wish));
        filter_row(&filter);
        filter_add(&filter, STR("Zelenskyy in Kyiv"));
        filter_add(&filter, STR("Erdoğan"));
        filter_tags(&filter, tags, COUNT(tags));
        cr_expect_eq(filter_passes(&filter), rows[i].passes, "%s", rows[i].wish);
        filter_end(&filter);
    }
}

Test(name, its_last_word_may_be_a_kind)
{
    static const struct {
        const char *typed, *name;
        enum actor_kind kind;
    } rows[] = {{"Anna Kelly", "Anna Kelly", ACTOR_PERSON},
                {"Politico outlet", "Politico", ACTOR_OUTLET},
                {" Geneva  place ", "Geneva", ACTOR_PLACE},
                {"place", "place", ACTOR_PERSON},
                {"Minsk talks event", "Minsk talks", ACTOR_EVENT}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        enum actor_kind kind;
        struct str name = name_parse(str_of(rows[i].typed), &kind);
        cr_expect(str_is(name, rows[i].name), "%s: %.*s", rows[i].typed, STR_ARG(name));
        cr_expect_eq(kind, rows[i].kind, "%s", rows[i].typed);
    }
}

/* ---- the page ---- */

static struct library *library;
static struct page page;

static void begin(void)
{
    static const struct small_article articles[] = {
        {"a.txt", NULL,
         "Menu\n\nOne two three four five.\n\n漢字かな e\u0301t\u00e9\n\nLogin\n\nMore\n", 6, 51}};
    library = small_library("actors: []\n", articles, 1);
    page_make(&page, corpus_article(&library->corpus, 0), 0, 12, false);
}

static void end(void)
{
    page_free(&page);
    library_free(library);
}

TestSuite(page, .init = begin, .fini = end);

static struct str text(void)
{
    return corpus_article(&library->corpus, 0)->text;
}

Test(page, each_line_of_text_is_on_it_once)
{
    size_t bytes = 0, folded = 0;
    for (size_t i = 0; i < page.len; i++) {
        bytes += page.at[i].kind == PAGE_TEXT ? page.at[i].span.end - page.at[i].span.start : 0;
        cr_expect(i == 0 || page.at[i - 1].span.start <= page.at[i].span.start);
    }
    cr_expect_eq(page.at[page.len - 1].kind, PAGE_END);
    cr_expect_gt(bytes, text().len - 16);
    page_make(&page, corpus_article(&library->corpus, 0), 0, 12, true);
    for (size_t i = 0; i < page.len; i++)
        folded += page.at[i].kind == PAGE_FOLDED;
    cr_expect_eq(folded, 2);
}

Test(page, it_is_made_anew_only_for_something_new)
{
    cr_expect_not(page_make(&page, corpus_article(&library->corpus, 0), 0, 12, false));
    cr_expect(page_make(&page, corpus_article(&library->corpus, 0), 0, 13, false));
    cr_expect(page_make(&page, corpus_article(&library->corpus, 0), 0, 13, true));
    page_forget(&page);
    cr_expect(page_make(&page, corpus_article(&library->corpus, 0), 0, 13, true));
}

Test(page, every_byte_has_a_line_to_stand_on)
{
    for (int folded = 0; folded < 2; folded++) {
        page_make(&page, corpus_article(&library->corpus, 0), 0, 12, folded);
        for (uint32_t at = 0; at <= text().len; at++) {
            size_t line = page_line(&page, at);
            uint32_t stand = page_snap(&page, text(), at);
            cr_assert(page_can_stand(&page, line), "byte %u", at);
            cr_expect_eq(page_line(&page, stand), line, "byte %u", at);
            cr_expect_eq(page_snap(&page, text(), stand), stand, "byte %u", at);
        }
    }
}

Test(page, a_body_that_ends_inside_a_letter_leaves_a_place_to_stand)
{
    static const struct small_article articles[] = {
        {"a.txt", NULL, "One e\u0301t\u00e9 more\n", 0, 5}};
    end();
    library = small_library("actors: []\n", articles, 1);
    page_make(&page, corpus_article(&library->corpus, 0), 0, 12, false);
    for (uint32_t at = 0; at <= text().len; at++) {
        uint32_t stand = page_snap(&page, text(), at);
        cr_expect_eq(page_snap(&page, text(), stand), stand, "byte %u", at);
    }
}

Test(page, columns_count_wide_letters_twice_and_marks_not)
{
    uint32_t han = (uint32_t)str_find(text(), STR("漢"), 0);
    size_t line = page_line(&page, han);
    cr_expect_eq(page_column(&page, text(), line, han), 0);
    uint32_t e = (uint32_t)str_find(text(), STR("e\u0301"), 0);
    cr_expect_eq(page_column(&page, text(), line, e), 9);
    cr_expect_eq(page_at_column(&page, text(), line, 9), e);
    cr_expect_eq(page_at_column(&page, text(), line, 3), han + 3, "inside 字: its start");
    cr_expect_eq(page_at_column(&page, text(), line, 0), han);
    cr_expect_eq(page_snap(&page, text(), e + 1), e);
}
