/* SPDX-License-Identifier: ISC */
/* What was said, as rows. */
#include "reader.h"

static const struct small_article said_articles[] = {
    {"a.txt", "2025-03-05", "“It is done,” Ada Vale said. “We waited for years.”\n", 0, 0},
    {"b.txt", "2025-01-02",
     "“Not yet,” Bert Oak said.\n\nThe paper printed a map of the “folly” again.\n", 0, 0},
    {"c.txt", "2025-04-09", "“It was cold,” Bert Oak said on February 3, 2025.\n", 0, 0},
    {"d.txt", NULL, "“Who knows?” Ada Vale asked.\n", 0, 0},
    {"e.txt", "2025-02-01", "Nobody is quoted here.\n", 0, 0},
};

static void go_on(void)
{
    reader_event((struct event){.kind = EVENT_GO_ON});
}

static void begin(void)
{
    reader_begin(reader_tags, said_articles, COUNT(said_articles));
    reader_size(80, 24);
    while (state_has_work(&reader.state)) /* nothing but the view is to have any */
        go_on();
}

TestSuite(state_said, .init = begin, .fini = reader_end);

static struct str words_of(size_t row)
{
    const struct said_row *at = said_at(&reader.state.said, row);
    return span_of(corpus_article(&reader.library->corpus, at->article)->text, at->quotation.span);
}

static void expect_rows(const char *const *rows, size_t count)
{
    cr_expect_eq(reader.state.said.shown_len, count, "%zu rows", reader.state.said.shown_len);
    for (size_t i = 0; i < count && i < reader.state.said.shown_len; i++)
        cr_expect(str_is(words_of(i), rows[i]), "row %zu: %.*s", i, STR_ARG(words_of(i)));
}

Test(state_said, rows_stand_by_when_it_was_said_and_what_has_no_day_comes_last)
{
    static const char *const rows[] = {"Not yet,", "It was cold,", "It is done,",
                                       "We waited for years.", "Who knows?"};
    reader_keys("S");
    expect_rows(rows, COUNT(rows));
    go_on();
    cr_expect(!state_has_work(&reader.state));
}

static bool also(const char *words)
{
    struct buf told = {0};
    bool known = said_tell_also(&reader.state, said_here(&reader.state), &told);
    bool same = known && str_is(buf_view(&told), words);
    buf_free(&told);
    return same;
}

Test(state_said, where_else_its_words_stand_is_looked_up_for_the_row_shown_when_no_key_waits)
{
    reader_keys("S j");
    cr_expect(!also("in no other article"), "not at the key");
    go_on();
    cr_expect(also("in no other article"));
    cr_expect(!state_has_work(&reader.state));
    reader_keys("j");
    cr_expect(state_has_work(&reader.state), "another row");
    go_on();
    cr_expect(!state_has_work(&reader.state));
    reader_size(80, 8);
    reader_keys("j");
    cr_expect(!state_has_work(&reader.state), "where it is not shown, it is not asked for");
}

Test(state_said, articles_are_looked_through_a_few_at_a_time_and_the_cursor_stays_on_its_words)
{
    reader.state.stride = 1;
    reader_keys("S");
    cr_expect_eq(reader.state.said.asked, 1);
    cr_expect(state_has_work(&reader.state));
    for (int i = 0; reader.state.said.shown_len < 3; i++) {
        cr_assert_lt(i, 10);
        go_on();
    }
    reader_keys("G k");
    cr_expect(str_is(words_of(reader.state.said.list.cursor), "It is done,"));
    for (int i = 0; state_has_work(&reader.state); i++) {
        cr_assert_lt(i, 10);
        go_on();
    }
    cr_expect(str_is(words_of(reader.state.said.list.cursor), "It is done,"),
              "what was said before it came in above it");
    cr_expect_eq(reader.state.said.list.cursor, 2);
}

Test(state_said, work_waits_while_the_view_is_not_on_the_screen)
{
    reader.state.stride = 1;
    reader_keys("S q");
    cr_expect(!state_has_work(&reader.state));
    reader_keys("S");
    cr_expect(state_has_work(&reader.state));
    reader_keys("^C");
    cr_expect(reader_said("stopped"));
    go_on(); /* only where else the row shown stands was open */
    cr_expect(!state_has_work(&reader.state));
}

Test(state_said, an_actor_in_hand_is_who_speaks_and_S_again_is_everybody)
{
    static const char *const rows[] = {"Not yet,", "It was cold,"};
    reader_keys("@ o a k Enter S");
    expect_rows(rows, COUNT(rows));
    reader_keys("S");
    cr_expect_eq(reader.state.said.shown_len, 5);
    reader_keys("S");
    expect_rows(rows, COUNT(rows));
    reader_command("actor ada");
    cr_expect_eq(reader.state.view, VIEW_SAID, "the view stays");
    cr_expect_eq(reader.state.said.shown_len, 3);
}

Test(state_said, a_filter_asks_for_words_and_for_terms)
{
    static const char *const cold[] = {"It was cold,"}, *const folly[] = {"folly"};
    reader_keys("S & c o l d");
    expect_rows(cold, 1);
    reader_keys("Enter Esc");
    cr_expect_eq(reader.state.said.shown_len, 5);
    reader_keys("&");
    reader_type("is:scare");
    reader_keys("Enter");
    expect_rows(folly, 1);
}

Test(state_said, enter_reads_there_and_back_leads_back)
{
    reader_keys("S j Enter");
    cr_expect(reader_at("It was cold,"));
    reader_keys("S");
    cr_expect_eq(reader.state.said.list.cursor, 1);
    reader_keys("q <");
    cr_expect(reader_in("b.txt"));
}

Test(state_said, in_an_article_it_stands_in_the_order_of_the_text)
{
    reader_command("go c");
    reader_keys("s");
    cr_expect_eq(reader.state.said_in_article.shown_len, 1);
    reader_command("go a");
    cr_expect_eq(reader.state.said_in_article.shown_len, 2, "another article, other rows");
    reader_command("go e");
    cr_expect_eq(reader.state.said_in_article.shown_len, 0);
}

Test(state_said, a_new_library_is_looked_through_anew_and_the_cursor_finds_its_words)
{
    reader_keys("S j j");
    cr_expect(str_is(words_of(2), "It is done,"));
    reader_amends(reader_tags, NULL);
    cr_expect_eq(reader.state.said.shown_len, 5);
    cr_expect_eq(reader.state.said.list.cursor, 2);
}
