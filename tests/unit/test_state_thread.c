/* SPDX-License-Identifier: ISC */
#include "reader.h"

TestSuite(state_thread, .init = reader_begin_small, .fini = reader_end);

static const struct thread *thread(void)
{
    return &reader.state.thread;
}

static void take_ada(void)
{
    reader_keys("@ a d a Enter");
}

Test(state_thread, an_actor_is_taken_by_some_letters_and_gone_to_at_once)
{
    take_ada();
    cr_assert_eq(thread()->wish.kind, THREAD_ACTOR);
    cr_expect(str_is(thread()->name, "Ada Vale"));
    cr_expect_eq(thread()->current, 0);
    cr_expect(reader_in("b.txt"), "articles go by date");
    cr_expect_eq(reader.state.xref, XREF_PLACES);
}

Test(state_thread, n_walks_all_places_into_other_articles)
{
    take_ada();
    size_t len = thread()->len, articles = 1;
    cr_assert_gt(len, 3);
    for (size_t i = 1; i < len; i++) {
        uint32_t before = reader.state.cursor.article;
        reader_keys("n");
        cr_expect_eq(thread()->current, i);
        cr_expect_eq(reader.state.cursor.article, thread()->at[i].article);
        cr_expect_eq(reader.state.cursor.at, thread()->at[i].span.start);
        articles += before != reader.state.cursor.article;
    }
    cr_expect_eq(articles, thread()->articles);
    cr_expect_eq(articles, 3);
}

Test(state_thread, at_the_last_place_n_asks_before_it_begins_anew)
{
    take_ada();
    reader_keys("9 9 n");
    cr_assert_eq(thread()->current, thread()->len - 1);
    reader_keys("n");
    cr_expect(reader_said("n again begins anew"), "%.*s", STR_ARG(reader_says()));
    cr_expect_eq(thread()->current, thread()->len - 1);
    reader_keys("n");
    cr_expect_eq(thread()->current, 0);
    reader_keys("N");
    cr_expect_eq(thread()->current, 0);
    reader_keys("N");
    cr_expect_eq(thread()->current, thread()->len - 1);
}

Test(state_thread, another_key_between_takes_the_offer_back)
{
    take_ada();
    reader_keys("9 9 n n k n");
    cr_expect_neq(thread()->current, 0);
}

Test(state_thread, n_goes_on_from_the_cursor_where_it_was_moved)
{
    take_ada();
    reader_command("go a");
    reader_keys("n");
    cr_expect(reader_in("a.txt"));
    cr_expect_eq(thread()->current, thread_from(thread(), &reader.library->corpus, 0, 1));
    reader_command("go a");
    reader_keys("N N");
    cr_expect(reader_in("b.txt"));
}

Test(state_thread, whole_articles_are_stepped_over)
{
    take_ada();
    reader_keys("^N");
    cr_expect(reader_in("a.txt"));
    reader_keys("^N");
    cr_expect(reader_in("c.txt"));
    reader_keys("^N");
    cr_expect_eq(reader.state.message_kind, MESSAGE_ERROR);
    reader_keys("2 ^P");
    cr_expect(reader_in("b.txt"));
    cr_expect_eq(thread()->current, 0);
}

Test(state_thread, a_word_s_beginning_beats_letters_inside_and_those_beat_scattered_ones)
{
    static const struct {
        const char *typed, *first;
    } rows[] = {{"oak", "Bert Oak"},   {"vale", "Ada Vale"}, {"nor", "Norland"},
                {"riv", "River Vale"}, {"lan", "Norland"},   {"bok", "Bert Oak"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        reader_keys("@");
        reader_type(rows[i].typed);
        cr_assert(reader.state.prompt.choosing, "%s", rows[i].typed);
        cr_expect(str_is(reader.state.prompt.choices[0].text, rows[i].first), "%s: %.*s",
                  rows[i].typed, STR_ARG(reader.state.prompt.choices[0].text));
        reader_keys("Esc");
    }
}

Test(state_thread, without_letters_the_actor_under_the_cursor_is_meant)
{
    reader_command("go a 2");
    while (!reader_at("Bert Oak"))
        reader_keys("w");
    reader_keys("@ Enter");
    cr_expect(str_is(thread()->name, "Bert Oak"));
}

Test(state_thread, a_star_takes_the_name_under_the_cursor_from_here)
{
    reader_command("go a 3");
    reader_keys("*");
    cr_assert(str_is(thread()->name, "Bert Oak"));
    cr_expect(reader_in("a.txt"));
    cr_expect(reader_at("Oak said"));
    cr_assert_lt(thread()->current, thread()->len);
    cr_expect_eq(thread()->at[thread()->current].span.start, reader.state.cursor.at);
}

Test(state_thread, a_small_word_is_no_name)
{
    reader_command("go a 2");
    reader_keys("w *");
    cr_expect_not(reader.state.prompt.open);
    cr_expect_eq(reader.state.message_kind, MESSAGE_ERROR);
}

Test(state_thread, hints_take_any_name_in_view)
{
    reader_command("go a");
    reader_keys(";");
    cr_assert_gt(reader.state.hint_count, 3);
    const struct mention *second = &reader.library->cast.at[reader.state.hints[1].mention];
    struct span span = second->span;
    reader_keys("b");
    cr_expect_eq(reader.state.hint_count, 0);
    cr_expect_eq(reader.state.cursor.at, span.start);
    cr_assert_lt(thread()->current, thread()->len);
    cr_expect_eq(thread()->at[thread()->current].span.start, span.start);
}

Test(state_thread, a_key_that_is_no_hint_leaves_all_as_it_was)
{
    reader_keys("; Esc");
    cr_expect_eq(reader.state.hint_count, 0);
    reader_keys("; Z");
    cr_expect_eq(reader.state.hint_count, 0);
    cr_expect_eq(thread()->wish.kind, THREAD_NONE);
}

Test(state_thread, a_search_is_a_thread_with_its_hits_lit)
{
    reader_keys("/");
    reader_type("bridge");
    reader_keys("Enter");
    cr_assert_eq(thread()->wish.kind, THREAD_SEARCH);
    cr_expect(str_is(thread()->name, "/bridge"));
    cr_expect_eq(thread()->len, 3);
    cr_expect(reader.state.lit);
    cr_expect(reader_in("b.txt"));
    reader_keys("Esc");
    cr_expect_not(reader.state.lit);
}

Test(state_thread, a_wrong_query_says_where_and_can_be_mended)
{
    reader_keys("/");
    reader_type("\"bridge");
    reader_keys("Enter");
    cr_expect(reader_said("column"), "%.*s", STR_ARG(reader_says()));
    cr_assert(reader.state.prompt.open);
    reader_keys("\" Enter");
    cr_expect_not(reader.state.prompt.open);
    cr_expect_eq(thread()->wish.kind, THREAD_SEARCH);
}

Test(state_thread, what_is_nowhere_changes_nothing)
{
    take_ada();
    reader_keys("/");
    reader_type("zeppelin");
    reader_keys("Enter");
    cr_expect(str_is(thread()->name, "Ada Vale"));
    cr_expect_eq(reader.state.message_kind, MESSAGE_ERROR);
    reader_keys("#");
    reader_type("nothing");
    reader_keys("Enter");
    cr_expect(str_is(thread()->name, "Ada Vale"));
}

Test(state_thread, the_thread_before_can_be_taken_up_again)
{
    take_ada();
    reader_keys("@ o a k Enter");
    cr_assert(str_is(thread()->name, "Bert Oak"));
    reader_keys("-");
    cr_expect(str_is(thread()->name, "Ada Vale"));
    reader_keys("-");
    cr_expect(str_is(thread()->name, "Bert Oak"));
}

Test(state_thread, kinds_of_mention_are_left_out_with_one_key)
{
    take_ada();
    size_t all = thread()->len;
    reader_keys("z r");
    cr_expect_lt(thread()->len, all);
    reader_keys("z n");
    cr_expect_eq(thread()->len, 0);
    reader_keys("z n z r");
    cr_expect_eq(thread()->len, all);
}

Test(state_thread, a_thread_that_is_counted_anew_keeps_its_place)
{
    reader_keys("@ o a k Enter n n");
    size_t row = reader.state.places.cursor;
    cr_assert_gt(row, 0);
    reader_keys("z d z d");
    cr_expect_eq(reader.state.places.cursor, row);
}

Test(state_thread, places_outside_the_body_count_only_if_asked_for)
{
    reader_keys("@ o a k Enter");
    size_t inside = thread()->len;
    reader_keys("z o");
    cr_expect_eq(thread()->len, inside + 1);
}

Test(state_thread, what_was_not_on_the_screen_yet_is_a_thread_of_its_own)
{
    take_ada();
    size_t all = thread()->len;
    reader_command("unseen");
    cr_assert(thread()->wish.unseen);
    cr_expect_lt(thread()->len, all);
    cr_expect_gt(thread()->len, 0);
    for (size_t i = 0; i < thread()->len; i++)
        cr_expect_neq(thread()->at[i].article, 1, "b was on the screen");
}

Test(state_thread, a_place_in_what_is_folded_away_unfolds_its_article_only)
{
    reader_command("set fold");
    reader_keys("/");
    reader_type("subscribe");
    reader_keys("Enter");
    cr_expect(reader_at("Subscribe"));
    cr_expect_not(reader.state.page.folded);
    cr_expect(reader.state.options.fold);
    reader_keys("K");
    reader_keys("J J");
    cr_expect(reader.state.page.folded);
    reader_command("go b");
    cr_expect(reader.state.page.folded);
    reader_keys("z a");
    cr_expect_not(reader.state.options.fold);
}

Test(state_thread, without_a_thread_n_says_how_to_get_one)
{
    reader_keys("n");
    cr_expect(reader_said("@"));
    reader_keys("^N");
    cr_expect(reader_said("@"));
}

Test(state_thread, a_passage_is_found_wherever_else_it_stands)
{
    reader_command("go a.txt");
    reader_keys("v");
    cr_assert(reader_selected("Ada Vale"));
    reader_keys("=");
    cr_assert_eq(thread()->wish.kind, THREAD_PASSAGE, "%.*s", STR_ARG(reader_says()));
    cr_expect_eq(thread()->len, 3);
    cr_expect(reader_in("a.txt"), "it is taken up where it stands");
    reader_keys("} =");
    cr_expect(reader_said("nowhere else"), "%.*s", STR_ARG(reader_says()));
    cr_expect_eq(thread()->len, 3, "the thread in hand stays");
}
