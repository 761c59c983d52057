/* SPDX-License-Identifier: ISC */
/* A search while it is typed, and while it goes on between keys. */
#include "dossier/search/saved.h"
#include "reader.h"

static const struct thread *thread(void)
{
    return &reader.state.thread;
}

static void one_step(void)
{
    reader_event((struct event){.kind = EVENT_GO_ON, .ok = true});
}

/* So small a stride that one step is one article. */
static void setup(void)
{
    reader_begin_small();
    reader.state.stride = 1;
}

static void type(const char *query)
{
    reader_keys("/");
    reader_type(query);
}

TestSuite(state_search, .init = setup, .fini = reader_end);

Test(state_search, it_goes_on_between_keys_and_what_it_finds_is_added_behind)
{
    type("/vale/");
    cr_expect_eq(thread()->articles, 1);
    cr_expect(thread()->going);
    one_step();
    cr_expect_eq(thread()->articles, 2);
    one_step();
    cr_expect_eq(thread()->articles, 3);
    one_step();
    cr_expect_not(thread()->going);
    for (size_t i = 1; i < thread()->len; i++)
        cr_expect_leq(reader.library->corpus.rank[thread()->at[i - 1].article],
                      reader.library->corpus.rank[thread()->at[i].article]);
}

Test(state_search, keys_are_answered_while_it_goes_on)
{
    type("/vale/");
    reader_keys("Enter");
    cr_assert(thread()->going);
    cr_expect(reader_in("b.txt"));
    reader_keys("n");
    cr_expect(reader_said("the search goes on"), "%.*s", STR_ARG(reader_says()));
    one_step();
    reader_keys("n");
    cr_expect(reader_in("a.txt"));
}

Test(state_search, a_stopped_search_keeps_what_it_has_and_says_so)
{
    type("/vale/");
    reader_keys("Enter ^C");
    cr_expect_not(thread()->going);
    cr_expect(thread()->cut);
    cr_expect(reader_said("stopped: more than 1 place in 1 article"), "%.*s",
              STR_ARG(reader_says()));
    one_step();
    cr_expect_eq(thread()->articles, 1);
}

Test(state_search, esc_leaves_a_search_that_goes_on_and_brings_back_the_thread)
{
    reader_keys("@ a d a Enter");
    size_t len = thread()->len;
    struct spot spot = reader.state.cursor;
    type("/vale/");
    cr_assert(thread()->going);
    reader_keys("Esc");
    cr_expect(str_is(thread()->name, "Ada Vale"));
    cr_expect_eq(thread()->len, len);
    cr_expect_eq(reader.state.cursor.at, spot.at);
    cr_expect_not(reader.state.lit);
    one_step();
    cr_expect_eq(thread()->len, len);
}

Test(state_search, the_first_place_is_gone_to_when_it_comes_though_enter_was_before_it)
{
    type("/wr.te/"); /* no letters that tell the article */
    reader_keys("Enter");
    cr_expect(reader_said("nothing found yet"), "%.*s", STR_ARG(reader_says()));
    cr_expect_not(reader_at("wrote"));
    one_step();
    one_step();
    cr_expect(reader_at("wrote"));
}

Test(state_search, what_is_nowhere_is_said_when_the_search_has_ended)
{
    type("/zeppelin/");
    reader_keys("Enter");
    for (int i = 0; i < 4; i++)
        one_step();
    cr_expect(reader_said("nowhere in this dossier"), "%.*s", STR_ARG(reader_says()));
}

Test(state_search, what_is_nowhere_after_many_articles_is_not_looked_for_again_and_again)
{
    type("source:nobody vale");
    cr_expect(thread()->going);
    for (int i = 0; i < 20; i++)
        one_step();
    cr_expect_not(thread()->going);
    cr_expect_not(state_has_work(&reader.state));
    cr_expect_eq(thread()->len, 0);
}

Test(state_search, the_thread_before_is_taken_up_with_minus_not_what_was_only_typed)
{
    reader_keys("@ a d a Enter");
    type("oak");
    reader_keys("Enter -");
    cr_expect(str_is(thread()->name, "Ada Vale"), "%.*s", STR_ARG(thread()->name));
    reader_keys("-");
    cr_expect(str_is(thread()->name, "/oak"), "%.*s", STR_ARG(thread()->name));
}

Test(state_search, a_new_library_makes_it_again_and_takes_up_no_line_in_the_making)
{
    type("oak");
    struct library *old = reader.library;
    reader.library = small_library(reader_tags, reader_articles, COUNT(reader_articles));
    reader_event((struct event){.kind = EVENT_LIBRARY, .ok = true, .library = reader.library});
    library_free(old);
    cr_expect_not(reader.state.prompt.open);
    cr_expect_eq(thread()->wish.kind, THREAD_NONE);
    type("oak");
    reader_keys("Enter");
    for (int i = 0; i < 3; i++)
        one_step();
    size_t len = thread()->len;
    old = reader.library;
    reader.library = small_library(reader_tags, reader_articles, COUNT(reader_articles));
    reader_event((struct event){.kind = EVENT_LIBRARY, .ok = true, .library = reader.library});
    library_free(old);
    for (int i = 0; i < 3; i++)
        one_step();
    cr_expect_eq(thread()->len, len);
}

Test(state_search, ranked_places_keep_the_numbers_of_their_standing_while_more_come)
{
    reader_keys("^T");
    type("/vale/");
    for (int i = 0; i < 4; i++)
        one_step();
    cr_assert(thread()->order);
    for (size_t i = 0; i < thread()->len; i++)
        cr_expect_eq(thread_standing(thread(), thread_nth(thread(), i)), i);
    uint32_t best = thread()->at[thread_nth(thread(), 0)].article;
    cr_expect(str_is(corpus_article(&reader.library->corpus, best)->path, "a.txt"));
}

Test(state_search, saved_searches_are_counted_while_no_key_waits_and_the_list_is_there)
{
    struct saved_search at[] = {{STR("v"), STR("/vale/"), 1}, {STR("bad"), STR("(vale"), 2}};
    struct saved_searches saved = {at, 2, 2};
    reader_event((struct event){.kind = EVENT_SEARCHES, .ok = true, .saved = &saved});
    const struct folder *folder = &reader.state.folders.at[0];
    one_step();
    cr_expect_not(folder->made, "the list is not on the screen");
    reader_keys("L");
    for (int i = 0; i < 6; i++)
        one_step();
    cr_expect(folder->made);
    cr_expect_eq(folder->thread.articles, 3);
    cr_expect(reader.state.folders.at[1].bad);
    saved.len = 0;
    reader_event((struct event){.kind = EVENT_SEARCHES, .ok = true, .saved = &saved});
    cr_expect_eq(reader.state.folders.len, 0);
}
