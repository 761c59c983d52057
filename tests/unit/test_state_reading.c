/* SPDX-License-Identifier: ISC */
#include "reader.h"

static struct buf long_text;

static void end(void)
{
    reader_end();
    buf_free(&long_text);
}

TestSuite(state_reading, .init = reader_begin_small, .fini = end);

/* An article longer than a screen: 40 numbered paragraphs. */
static void begin_long(void)
{
    for (int i = 1; i <= 40; i++)
        buf_printf(&long_text, "Paragraph %d stands here. It has a second sentence, %d.\n\n", i, i);
    struct small_article articles[] = {{"long.txt", "2025-01-01", long_text.at, 0, 0},
                                       {"next.txt", "2025-01-02", "After it.\n", 0, 0}};
    reader_end();
    reader_begin("actors: []\n", articles, COUNT(articles));
    reader_size(80, 24);
    cr_assert(reader_in("long.txt"));
}

static int lines_shown(void)
{
    return layout_rows(&reader.state.layout, PANE_TEXT);
}

/* The line of the page with the cursor. */
static size_t line(void)
{
    const struct page *page = &reader.state.page;
    size_t found = 0;
    for (size_t i = 0; i < page->len; i++)
        if (page->at[i].span.start <= reader.state.cursor.at && page->at[i].kind == PAGE_TEXT)
            found = i;
    return found;
}

static bool visible(void)
{
    return line() >= reader.state.top && line() < reader.state.top + (size_t)lines_shown();
}

Test(state_reading, it_begins_with_the_oldest_unread_article)
{
    cr_expect(reader_in("b.txt"));
    cr_expect(reader_at("Bridge will open"));
    cr_expect_eq(reader.state.view, VIEW_READING);
    cr_expect_eq(reader.state.focus, PANE_TEXT);
}

Test(state_reading, it_begins_where_the_reader_was_if_that_is_known)
{
    reader_end();
    reader_begin(reader_tags, reader_articles, COUNT(reader_articles));
    reader.state.cursor = (struct spot){0, 30};
    reader_size(80, 24);
    cr_expect(reader_in("a.txt"));
    cr_expect_eq(reader.state.cursor.at, 30);
}

Test(state_reading, articles_that_are_read_are_not_begun_with)
{
    reader_end();
    reader_begin(reader_tags, reader_articles, COUNT(reader_articles));
    state_set_read(&reader.state, 1, true);
    reader_size(80, 24);
    cr_expect(reader_in("a.txt"));
}

Test(state_reading, j_and_k_keep_the_column)
{
    reader_command("go a 2");
    for (int i = 0; i < 10; i++)
        reader_keys("l");
    int column = reader.state.wish_column;
    cr_expect_eq(column, 10);
    reader_keys("j j k k");
    cr_expect_eq(reader.state.wish_column, column);
    cr_expect(reader_at(" over the river"), "%u", reader.state.cursor.at);
}

Test(state_reading, counts_work_on_motions)
{
    begin_long();
    reader_keys("5 j");
    cr_expect(reader_at("Paragraph 6"));
    reader_keys("3 k");
    cr_expect(reader_at("Paragraph 3"));
    reader_keys("1 3 G");
    cr_expect(reader_at("Paragraph 13"));
    reader_keys("2 g");
    cr_expect(reader_at("Paragraph 2 "));
    reader_keys("3 w");
    cr_expect(reader_at("here"));
    reader_command("3 paragraph");
    cr_expect(reader_at("Paragraph 5"));
}

Test(state_reading, a_count_that_was_typed_is_left_with_escape)
{
    begin_long();
    reader_keys("7 Esc j");
    cr_expect(reader_at("Paragraph 2 "));
}

Test(state_reading, sentences_and_paragraphs_are_gone_by)
{
    begin_long();
    reader_keys(")");
    cr_expect(reader_at("It has a second sentence, 1."));
    reader_keys(")");
    cr_expect(reader_at("Paragraph 2 "));
    reader_keys("(");
    cr_expect(reader_at("It has a second sentence, 1."));
    reader_keys("( }");
    cr_expect(reader_at("Paragraph 2 "));
    reader_keys("l l {");
    cr_expect(reader_at("Paragraph 2 "));
    reader_keys("{");
    cr_expect(reader_at("Paragraph 1 "));
    reader_keys("G");
    cr_expect(reader_at("Paragraph 40"));
    reader_keys("g");
    cr_expect(reader_at("Paragraph 1 "));
}

Test(state_reading, the_cursor_goes_over_line_ends_by_characters_too)
{
    begin_long();
    reader_keys("j h");
    cr_expect(reader_at(".\n\nParagraph 2"));
    reader_keys("l");
    cr_expect(reader_at("Paragraph 2"));
    reader_keys("g h h");
    cr_expect(reader_at("Paragraph 1 "));
}

Test(state_reading, pages_share_two_lines)
{
    begin_long();
    size_t top = reader.state.top;
    reader_keys("Space");
    cr_expect_eq(reader.state.top, top + (size_t)lines_shown() - 2);
    cr_expect(visible());
    reader_keys("b");
    cr_expect_eq(reader.state.top, top);
    reader_keys("d");
    cr_expect_eq(reader.state.top, (size_t)lines_shown() / 2);
    reader_keys("^U");
    cr_expect_eq(reader.state.top, 0);
}

Test(state_reading, at_the_end_space_offers_the_next_unread_and_then_opens_it)
{
    begin_long();
    for (int i = 0; i < 40 && !reader_said("end of"); i++)
        reader_keys("Space");
    cr_expect(reader_said("Space again opens the next unread: next"), "%.*s",
              STR_ARG(reader_says()));
    cr_expect(reader_in("long.txt"));
    cr_expect(state_memory(&reader.state, 0)->read, "its end was on the screen");
    reader_keys("Space");
    cr_expect(reader_in("next.txt"));
    reader_keys("Space Space Space");
    cr_expect(reader_said("nothing is left unread"));
}

Test(state_reading, an_article_is_read_when_its_end_was_on_the_screen)
{
    begin_long();
    cr_expect_not(state_memory(&reader.state, 0)->read);
    cr_expect_eq(state_unread(&reader.state), 2);
    reader_keys("Space");
    cr_expect_not(state_memory(&reader.state, 0)->read);
    reader_keys("G");
    cr_expect(state_memory(&reader.state, 0)->read);
    reader_keys("!");
    cr_expect_not(state_memory(&reader.state, 0)->read);
    reader_keys("k j");
    cr_expect_not(state_memory(&reader.state, 0)->read, "and stays so while it is looked at");
    reader_keys("g G");
    cr_expect(state_memory(&reader.state, 0)->read);
}

Test(state_reading, what_was_on_the_screen_is_seen)
{
    begin_long();
    struct thread_place first = {.article = 0, .span = {0, 9}};
    uint32_t middle = article_paragraphs(corpus_article(&reader.library->corpus, 0))[30].span.start;
    struct thread_place later = {.article = 0, .span = {middle, middle + 9}};
    cr_expect(state_seen(&reader.state, &first));
    cr_expect_not(state_seen(&reader.state, &later));
    reader_keys("3 1 G");
    cr_expect(state_seen(&reader.state, &later));
    cr_expect_eq(state_memory(&reader.state, 0)->seen.len, 2);
}

Test(state_reading, scrolling_keeps_lines_of_context)
{
    begin_long();
    for (int i = 0; i < 30; i++) {
        reader_keys("j");
        cr_expect(visible());
        cr_expect_lt(line() + 2, reader.state.top + (size_t)lines_shown());
    }
    for (int i = 0; i < 20; i++) {
        reader_keys("k");
        cr_expect_geq(line(), reader.state.top + 2);
    }
}

Test(state_reading, zz_puts_the_line_into_the_middle)
{
    begin_long();
    reader_keys("2 0 G z z");
    cr_expect_eq(line() - reader.state.top, (size_t)lines_shown() / 2);
}

Test(state_reading, a_resize_keeps_cursor_and_its_height_on_the_screen)
{
    static const int sizes[][2] = {{120, 40}, {40, 12}, {80, 24}, {200, 60}, {20, 5},
                                   {10, 3},   {1, 1},   {79, 23}, {61, 20},  {80, 24}};
    begin_long();
    reader_keys("2 0 G");
    uint32_t at = reader.state.cursor.at;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        reader_size(sizes[i][0], sizes[i][1]);
        cr_expect_eq(reader.state.cursor.at, at, "%dx%d", sizes[i][0], sizes[i][1]);
        cr_expect(reader.state.layout.too_small || visible(), "%dx%d", sizes[i][0], sizes[i][1]);
    }
}

Test(state_reading, small_steps_leave_no_trail)
{
    begin_long();
    reader_keys("j j j Space");
    cr_expect_eq(reader.state.trail_len, 0);
    reader_keys("G");
    cr_expect_eq(reader.state.trail_len, 1);
}

Test(state_reading, what_is_not_the_article_folds_away)
{
    size_t lines = reader.state.page.len;
    reader_keys("z a");
    cr_expect_lt(reader.state.page.len, lines);
    reader_keys("G");
    cr_expect(reader_at("Read also"), "the cursor stands on the fold");
    reader_keys("k");
    cr_expect(reader_at("Norland pays"));
    reader_keys("j Enter");
    cr_expect_eq(reader.state.page.len, lines);
}

Test(state_reading, folding_keeps_the_cursor_where_it_can_stand)
{
    reader_keys("G");
    cr_expect(reader_at("Subscribe"));
    reader_keys("z a");
    cr_expect(reader_at("Read also"));
    for (int i = 0; i < 9; i++)
        reader_keys("w");
    reader_keys("( ( {");
    cr_expect_not(reader_at("Read also"));
}

Test(state_reading, v_takes_more_and_V_less)
{
    reader_command("go a 2");
    while (!reader_at("Vale cut"))
        reader_keys("w");
    reader_keys("v");
    cr_expect(reader_selected("Ada Vale"), "a name is taken whole");
    reader_keys("v");
    cr_expect(reader_selected("Ada Vale cut the ribbon, and Bert Oak held it."));
    reader_keys("v");
    cr_expect(reader_selected("The bridge over the river is open. Ada Vale cut the ribbon, and "
                              "Bert Oak held it."));
    reader_keys("v v");
    cr_expect_eq(reader.state.selection_level, 4);
    reader_keys("V V");
    cr_expect(reader_selected("Ada Vale cut the ribbon, and Bert Oak held it."));
    reader_keys("V V");
    cr_expect_not(reader.state.selecting);
    cr_expect(reader_at("Vale cut"));
}

Test(state_reading, the_ends_of_a_selection_move)
{
    reader_command("go a 3");
    reader_keys("v l l");
    cr_expect(reader_selected("Oak s"));
    reader_keys("o");
    cr_expect(reader_at("Oak"));
    reader_keys("w");
    cr_expect(reader_selected("s"));
    reader_keys("o b");
    cr_expect(reader_selected("Oak s"), "b goes a word back here");
    reader_keys("Esc");
    cr_expect_not(reader.state.selecting);
}

Test(state_reading, J_and_K_go_by_the_order_of_the_list)
{
    reader_keys("J");
    cr_expect(reader_in("a.txt"));
    reader_keys("J");
    cr_expect(reader_in("c.txt"));
    reader_keys("J");
    cr_expect_eq(reader.state.message_kind, MESSAGE_ERROR);
    reader_keys("2 K");
    cr_expect(reader_in("b.txt"));
    reader_command("order title");
    reader_keys("K");
    cr_expect(reader_in("a.txt"));
}

Test(state_reading, an_empty_dossier_takes_every_key)
{
    reader_end();
    reader_begin("actors: []\n", NULL, 0);
    reader_size(80, 24);
    cr_expect_eq(reader.state.focus, PANE_LIST);
    reader_keys("j k Space b g G h l w Tab j w ) } v a Esc e x + ! n N @ Esc * ; # Esc / x Enter "
                "R C A I L Enter q i q ? q J K < > m a ' a z z z a z n r c O O y Y . u ^R");
    cr_expect_null(state_article(&reader.state));
}
