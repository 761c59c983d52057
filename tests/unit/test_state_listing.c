/* SPDX-License-Identifier: ISC */
/* Long lists: what a filter lets through step by step, groups, and what is kept of few articles. */
#include "reader.h"

#include "dossier/base/count.h"
#include "dossier/state/sift.h"

#include <stdlib.h>

/* ---- sifting ---- */

static struct {
    uint32_t divisor;
    size_t tried;
} asked;

static bool divides(void *context, uint32_t row)
{
    (void)context;
    asked.tried++;
    return row % asked.divisor == 0;
}

static void expect_multiples(const struct sift *sift, uint32_t of, size_t below)
{
    cr_assert_eq(sift->len, (below + of - 1) / of);
    for (size_t i = 0; i < sift->len; i++) {
        cr_assert_eq(sift_at(sift, i), i * of);
        cr_assert_eq(sift_find(sift, i * of), i);
    }
    cr_expect_eq(sift_find(sift, 1), sift->len, "what does not pass is not found");
}

Test(sift, without_a_wish_all_rows_pass_and_none_is_held)
{
    struct sift sift = {0};
    sift_begin(&sift, STR(""), 1000000);
    cr_expect(sift_is_done(&sift));
    cr_expect_eq(sift.len, 1000000);
    cr_expect_eq(sift_at(&sift, 999999), 999999);
    cr_expect_null(sift.at);
    sift_free(&sift);
}

Test(sift, rows_are_tried_from_the_first_on_so_many_at_a_time)
{
    struct sift sift = {0};
    asked.divisor = 3;
    asked.tried = 0;
    sift_begin(&sift, STR("3"), 100);
    for (size_t below = 7; below < 100; below += 7) {
        sift_run(&sift, 7, divides, NULL);
        cr_expect_not(sift_is_done(&sift));
        expect_multiples(&sift, 3, below);
    }
    sift_run(&sift, 7, divides, NULL);
    cr_expect(sift_is_done(&sift));
    cr_expect_eq(asked.tried, 100);
    sift_free(&sift);
}

Test(sift, a_longer_wish_tries_what_passed_and_what_was_not_tried_yet, .timeout = 20)
{
    for (size_t first = 0; first <= 60; first += 5)
        for (size_t second = 0; second <= 60; second += 5) {
            struct sift sift = {0};
            asked.divisor = 2;
            sift_begin(&sift, STR("a"), 60);
            sift_run(&sift, first, divides, NULL);
            asked.divisor = 4;
            sift_begin(&sift, STR("ab"), 60);
            sift_run(&sift, second, divides, NULL);
            asked.divisor = 12;
            asked.tried = 0;
            sift_begin(&sift, STR("abc"), 60);
            sift_run(&sift, 1000, divides, NULL);
            cr_assert(sift_is_done(&sift));
            expect_multiples(&sift, 12, 60);
            cr_assert(first + second == 0 || asked.tried < 60, "not all are tried again");
            sift_free(&sift);
        }
}

Test(sift, another_wish_begins_anew_and_the_same_changes_nothing)
{
    struct sift sift = {0};
    asked.divisor = 5;
    sift_begin(&sift, STR("five"), 50);
    sift_run(&sift, 50, divides, NULL);
    sift_begin(&sift, STR("five"), 50);
    cr_expect(sift_is_done(&sift));
    expect_multiples(&sift, 5, 50);
    asked.divisor = 7;
    sift_begin(&sift, STR("fi"), 50);
    cr_expect_eq(sift.len, 0);
    sift_run(&sift, 50, divides, NULL);
    expect_multiples(&sift, 7, 50);
    sift_begin(&sift, STR(""), 50);
    cr_expect_eq(sift.len, 50);
    sift_free(&sift);
}

static uint32_t from_behind(void *context, uint32_t row)
{
    return *(uint32_t *)context - 1 - row;
}

Test(sift, what_passed_passes_in_another_order)
{
    struct sift sift = {0};
    uint32_t all = 131;
    asked.divisor = 10;
    sift_begin(&sift, STR("ten"), all);
    sift_run(&sift, all, divides, NULL);
    sift_reorder(&sift, from_behind, &all);
    cr_assert_eq(sift.len, 14);
    for (size_t i = 0; i < sift.len; i++)
        cr_expect_eq(sift_at(&sift, i), i * 10, "130 is the first now, and 0 the last");
    sift_free(&sift);
}

Test(count, thousands_are_parted)
{
    static const struct {
        size_t n;
        const char *text;
    } rows[] = {{0, "0"},
                {7, "7"},
                {999, "999"},
                {1000, "1,000"},
                {10020, "10,020"},
                {123456, "123,456"},
                {1000000, "1,000,000"}};
    for (size_t i = 0; i < COUNT(rows); i++)
        cr_expect_str_eq(COUNT_ARG(rows[i].n), rows[i].text);
}

/* ---- a list of many ---- */

enum { MANY = 9000, RARE = 1500 };

/* Three articles a day, sixty a month, from 2001 on, in order of path; each 1500th is of a whale,
 * and the last few have no date. */
static void begin_many(void)
{
    struct small_article *articles = calloc(MANY, sizeof *articles);
    struct arena *arena = arena_new();
    for (size_t i = 0; i < MANY; i++) {
        int year = 2001 + (int)(i / 720), month = 1 + (int)(i / 60 % 12);
        articles[i].path = arena_printf(arena, "%05zu.txt", i).at;
        articles[i].date =
            i < MANY - 3
                ? arena_printf(arena, "%d-%02d-%02d", year, month, 1 + (int)(i % 60 / 3)).at
                : NULL;
        articles[i].text = i % RARE == RARE - 1 ? "A whale was seen\n" : "The sea is calm\n";
    }
    reader_begin("", articles, MANY);
    free(articles);
    arena_free(arena);
    reader_size(80, 24);
}

static void step_to_the_end(void)
{
    for (int steps = 0; state_has_work(&reader.state) && steps < 100; steps++)
        reader_event((struct event){.kind = EVENT_GO_ON});
    cr_assert_not(state_has_work(&reader.state));
}

static struct listing *listing(void)
{
    return &reader.state.listing;
}

static size_t row(void)
{
    return reader.state.articles.cursor;
}

static bool on(const char *path)
{
    uint32_t article = listing_article(listing(), row());
    return article != ARTICLE_NONE && str_is(corpus_path(&reader.library->corpus, article), path);
}

Test(many, a_filter_goes_on_between_keys_and_finds_all, .init = begin_many, .fini = reader_end)
{
    reader_keys("L & w");
    cr_expect(state_has_work(&reader.state), "a key does not go through all");
    cr_expect_lt(listing_count(listing()), MANY / RARE);
    step_to_the_end();
    reader_type("hale");
    step_to_the_end();
    cr_expect_eq(listing_count(listing()), MANY / RARE);
    reader_keys("Enter G");
    cr_expect(on("08999.txt"));
    reader_keys("Esc");
    cr_expect_eq(listing_count(listing()), MANY);
    cr_expect(on("08999.txt"), "the cursor stays on its article");
}

Test(many, a_filter_leads_back_to_its_row_when_that_is_reached, .init = begin_many,
     .fini = reader_end)
{
    reader_keys("L 7 5 0 0 G");
    cr_assert(on("07499.txt"));
    reader_keys("& w");
    cr_expect_not(on("07499.txt"), "not tried yet");
    step_to_the_end();
    cr_expect(on("07499.txt"));
    cr_expect_eq(row(), 4);
}

Test(many, the_last_row_is_the_last_though_the_filter_is_still_at_work, .init = begin_many,
     .fini = reader_end)
{
    reader_keys("L & w Enter");
    cr_expect(state_has_work(&reader.state));
    cr_expect(reader_said("or more rows have"));
    reader_keys("G");
    cr_expect(on("08999.txt"));
    cr_expect_eq(row(), MANY / RARE - 1);
}

Test(many, what_passes_the_filter_passes_in_any_order, .init = begin_many, .fini = reader_end)
{
    reader_keys("L & w h a l e Enter G");
    step_to_the_end();
    reader_command("order path");
    cr_expect_eq(listing_count(listing()), MANY / RARE);
    cr_expect(on("08999.txt"));
    cr_expect_eq(row(), MANY / RARE - 1);
    reader_command("order path");
    cr_expect_eq(row(), 0, "reversed");
    cr_expect_not(state_has_work(&reader.state), "nothing is tried again");
    reader_command("order title");
    cr_expect_eq(listing_count(listing()), MANY / RARE);
}

Test(many, groups_have_their_headings_and_all_rows_are_there, .init = begin_many,
     .fini = reader_end)
{
    reader_command("list");
    reader_command("group month");
    cr_assert_eq(listing()->groups.len, 151, "150 months and the undated");
    cr_expect_eq(reader.state.articles.count, MANY + 151);
    size_t found = 0;
    for (size_t i = 0; i < reader.state.articles.count; i++) {
        uint32_t article = listing_article(listing(), i);
        cr_assert_eq(article == ARTICLE_NONE, listing_is_heading(listing(), i));
        if (article == ARTICLE_NONE)
            continue;
        cr_assert_eq(listing_index(listing(), article), found);
        cr_assert_eq(listing_row(listing(), found++), i);
    }
    cr_expect_eq(found, MANY);
    struct str name = listing_group_name(reader.arena, listing(), listing_group(listing(), 61));
    cr_expect(str_is(name, "Feb 2001"), "%.*s", STR_ARG(name));
}

Test(many, folded_groups_are_one_row_and_their_articles_are_passed_over, .init = begin_many,
     .fini = reader_end)
{
    reader_command("group month");
    reader_keys("L } z a");
    cr_expect_eq(reader.state.articles.count, MANY + 151 - 60);
    cr_expect(listing_is_heading(listing(), row()));
    reader_keys("j");
    cr_expect(listing_is_heading(listing(), row()), "the next heading");
    reader_keys("k Enter j");
    cr_expect(on("00060.txt"), "Enter unfolds");
    reader_keys("z A");
    cr_expect_eq(reader.state.articles.count, 151);
    reader_keys("G k");
    cr_expect(reader.state.articles.cursor == 149);
    reader_keys("z A");
    cr_expect_eq(reader.state.articles.count, MANY + 151);
    cr_expect_eq(listing_group(listing(), row()) - listing()->groups.at, 149);
}

Test(many, a_heading_is_no_article_to_mark, .init = begin_many, .fini = reader_end)
{
    reader_command("group month");
    size_t unread = state_unread(&reader.state);
    reader_keys("L } !");
    cr_expect(reader_said("heading"));
    reader_keys("+");
    cr_expect(reader_said("heading"));
    cr_expect_eq(state_unread(&reader.state), unread);
    reader_keys("J");
    cr_expect(reader_in("00060.txt"), "the first under it");
}

Test(many, a_date_is_jumped_to, .init = begin_many, .fini = reader_end)
{
    reader_keys("L ,");
    reader_type("2003-0");
    cr_expect(on("01440.txt"));
    reader_type("4");
    cr_expect(on("01620.txt"), "letter by letter");
    reader_keys("Esc");
    cr_expect(on("00000.txt"), "Esc goes back");
    reader_command("jump 2003-04-02");
    cr_expect(on("01623.txt"));
    reader_command("jump 2099");
    cr_expect(reader_said("no date begins with “2099”"));
    cr_expect(on("08997.txt"), "the undated come behind all dates");
    reader_command("order date");
    reader_command("jump 2003-04");
    cr_expect(on("01679.txt"), "reversed: the last of the month is the first");
    reader_command("group month");
    reader_keys("z A");
    reader_command("jump 2010");
    cr_expect(listing_is_heading(listing(), row()));
}

Test(many, what_can_not_be_jumped_in_is_said, .init = begin_many, .fini = reader_end)
{
    reader_command("order unread");
    reader_keys("L ,");
    cr_expect_not(reader.state.prompt.open);
    cr_expect(reader_said("o orders them by"));
}

Test(many, unread_articles_are_counted_as_they_are_read, .init = begin_many, .fini = reader_end)
{
    size_t unread = state_unread(&reader.state);
    reader_keys("L 5 0 0 0 G !");
    cr_expect_eq(state_unread(&reader.state), unread - 1);
    cr_expect(state_memory(&reader.state, 4999)->read);
    cr_expect_not(state_memory(&reader.state, 4998)->read);
    reader_command("order unread");
    reader_keys("G k");
    cr_expect(state_memory(&reader.state, listing_article(listing(), row()))->read ||
                  reader.state.kept.read == 1,
              "the read ones come last");
    reader_keys("u");
    cr_expect_eq(state_unread(&reader.state), unread);
}
