/* SPDX-License-Identifier: ISC */
#include "reader.h"

TestSuite(state_trail, .init = reader_begin_small, .fini = reader_end);

Test(state_trail, the_trail_leads_back_and_forward)
{
    reader_command("go a 3");
    reader_command("go c");
    reader_keys("<");
    cr_expect(reader_in("a.txt"));
    cr_expect(reader_at("Oak said"));
    reader_keys("<");
    cr_expect(reader_in("b.txt"));
    reader_keys("<");
    cr_expect_eq(reader.state.message_kind, MESSAGE_ERROR);
    reader_keys("> >");
    cr_expect(reader_in("c.txt"));
    reader_keys(">");
    cr_expect_eq(reader.state.message_kind, MESSAGE_ERROR);
    reader_keys("^O");
    reader_command("go b");
    reader_keys(">");
    cr_expect_eq(reader.state.message_kind, MESSAGE_ERROR, "a new way forgets the old one");
}

Test(state_trail, a_long_way_forgets_only_its_beginning)
{
    for (int i = 0; i < 500; i++)
        reader_command(i % 2 ? "go a" : "go c");
    cr_expect_leq(reader.state.trail_len, 400);
    reader_keys("<");
    cr_expect(reader_in("c.txt"));
}

Test(state_trail, marks_are_set_and_gone_to)
{
    reader_command("go a 3");
    reader_keys("m x");
    reader_command("go b");
    reader_keys("' x");
    cr_expect(reader_at("Oak said"));
    reader_keys("' '");
    cr_expect(reader_in("b.txt"));
    reader_keys("' '");
    cr_expect(reader_in("a.txt"));
    reader_keys("' y");
    cr_expect_eq(reader.state.message_kind, MESSAGE_ERROR);
    reader_keys("m Esc j");
    cr_expect_eq(reader.state.wants_key, COMMAND_NONE);
}

Test(state_trail, a_mark_that_is_set_says_how_to_come_back)
{
    reader_command("go a 3");
    reader_keys("m x");
    cr_expect(reader_said("mark x is set: 'x comes back to a ¶3"), "%.*s", STR_ARG(reader_says()));
}

Test(state_trail, an_article_that_is_opened_again_is_where_it_was_left)
{
    reader_command("go a 3");
    reader_keys("J");
    cr_expect(reader_in("c.txt"));
    reader_keys("K");
    cr_expect(reader_at("Oak said"));
    reader_keys("K L j Enter");
    cr_expect(reader_at("Oak said"));
}

Test(state_trail, a_new_generation_keeps_the_place_by_path_and_byte)
{
    struct small_article articles[] = {
        {"0-new.txt", "2025-06-01", "Something new.\n", 0, 0},
        reader_articles[0],
        reader_articles[2],
    };
    reader_command("go a 3");
    reader_keys("m x @ o a k Enter + n");
    reader_command("go a 3");
    state_set_read(&reader.state, 2, true);
    struct library *old = reader.library;
    reader.library = small_library(reader_tags, articles, COUNT(articles));
    reader_event((struct event){.kind = EVENT_LIBRARY, .ok = true, .library = reader.library});
    library_free(old);
    cr_expect(reader_in("a.txt"));
    cr_expect(reader_at("Oak said"));
    cr_expect(state_memory(&reader.state, 2)->read, "c is the third still");
    cr_expect(str_is(reader.state.thread.name, "Bert Oak"));
    for (size_t i = 0; i < reader.state.trail_len; i++)
        cr_expect_lt(reader.state.trail[i].article, COUNT(articles));
    reader_command("go c");
    reader_keys("' x");
    cr_expect(reader_at("Oak said"));
}

Test(state_trail, a_generation_without_the_article_begins_anew)
{
    struct small_article articles[] = {{"z.txt", "2025-06-01", "Something else.\n", 0, 0}};
    reader_command("go a");
    struct library *old = reader.library;
    reader.library = small_library("actors: []\n", articles, COUNT(articles));
    reader_event((struct event){.kind = EVENT_LIBRARY, .ok = true, .library = reader.library});
    library_free(old);
    cr_expect(reader_in("z.txt"));
    reader_keys("< > n J K");
}
