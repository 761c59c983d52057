/* SPDX-License-Identifier: ISC */
/* The folder changes while somebody reads: a new library comes unasked. */
#include "reader.h"

#define A_NEW                                                                               \
    "Ada Vale opens the bridge\n\n"                                                         \
    "It rained in the morning.\n\n"                                                         \
    "The bridge over the river is open. Ada Vale cut the ribbon, and Bert Oak held it.\n\n" \
    "Oak said little. Norlandic papers sent no one. Carla Finch watched from the quay.\n\n" \
    "“It is done,” Vale said.\n"

static struct small_article with[8];
static size_t count;

/* The articles as they are at first, to be changed before take. */
static void begin(void)
{
    reader_begin_small();
    count = COUNT(reader_articles);
    memcpy(with, reader_articles, sizeof reader_articles);
}

static void add(const char *path, const char *text)
{
    with[count++] = (struct small_article){.path = path, .text = text};
}

/* WITH is what the folder holds now; CHANGED, or NULL, was written to. */
static void take(const char *changed)
{
    struct str path = str_of(changed ? changed : "");
    struct library *old = reader.library;
    reader.library = small_library(reader_tags, with, count);
    reader_event((struct event){.kind = EVENT_LIBRARY,
                                .library = reader.library,
                                .unasked = true,
                                .changed = &path,
                                .changed_count = changed != NULL});
    library_free(old);
}

static bool news_is(const char *words)
{
    struct buf news = {0};
    state_tell_news(&reader.state, &news);
    bool same = str_is(buf_view(&news), words);
    if (!same)
        cr_log_error("it says “%.*s”", STR_ARG(buf_view(&news)));
    buf_free(&news);
    return same;
}

TestSuite(live, .init = begin, .fini = reader_end);

Test(live, what_came_is_told_till_the_next_key)
{
    add("d.txt", "Another.\n");
    add("e.txt", "And one more.\n");
    with[0].text = A_NEW;
    take("a.txt");
    cr_expect(news_is("2 new articles, 1 changed"));
    reader_keys("j");
    cr_expect(news_is(""));
}

Test(live, news_under_a_message_is_told_when_that_is_gone)
{
    reader_command("set width");
    add("d.txt", "Another.\n");
    take(NULL);
    reader_keys("j");
    cr_expect(news_is("1 new article"), "nobody has seen it yet");
    reader_keys("j");
    cr_expect(news_is(""));
}

Test(live, a_file_that_was_written_to_and_says_the_same_has_not_changed)
{
    take("a.txt");
    cr_expect(news_is(""));
}

Test(live, a_new_article_is_unread_and_the_others_stay_read)
{
    state_set_read(&reader.state, 0, true);
    state_set_read(&reader.state, 2, true);
    add("aa.txt", "Between two others.\n");
    struct small_article last = with[3];
    memmove(with + 2, with + 1, 2 * sizeof *with);
    with[1] = last;
    take(NULL);
    cr_expect(state_memory(&reader.state, 0)->read);
    cr_expect_not(state_memory(&reader.state, 1)->read);
    cr_expect(state_memory(&reader.state, 3)->read, "it is c.txt, wherever it stands now");
}

Test(live, the_cursor_stays_on_its_words_when_text_comes_before_them)
{
    reader_command("go a");
    reader_keys("/");
    reader_type("Carla");
    reader_keys("Enter");
    cr_assert(reader_at("Carla Finch"));
    with[0].text = A_NEW;
    take("a.txt");
    cr_expect(reader_at("Carla Finch"));
}

Test(live, the_line_of_the_cursor_stays_where_it_is_on_the_screen)
{
    reader_size(40, 9);
    reader_command("go a");
    reader_keys("O /");
    reader_type("Norlandic");
    reader_keys("Enter z z");
    int row = reader.state.shown_row;
    with[0].text = A_NEW;
    take("a.txt");
    cr_expect_eq(reader.state.shown_row, row);
}

Test(live, a_selection_stays_on_its_words)
{
    reader_command("go a");
    reader_keys("/");
    reader_type("Carla");
    reader_keys("Enter v");
    cr_assert(reader_selected("Carla"));
    with[0].text = A_NEW;
    take("a.txt");
    cr_expect(reader_selected("Carla"));
}

Test(live, a_note_that_is_typed_goes_to_its_passage_wherever_that_is_now)
{
    reader_command("go a");
    reader_keys("/");
    reader_type("Carla");
    reader_keys("Enter v a");
    reader_type("Who is she?");
    with[0].text = A_NEW;
    add("0.txt", "It stands before all others.\n");
    struct small_article last = with[3];
    memmove(with + 1, with, 3 * sizeof *with);
    with[0] = last;
    take("a.txt");
    cr_assert(reader.state.editor.open, "what was typed is lost");
    reader_keys("Esc");
    cr_assert_eq(reader.notebook.len, 1);
    cr_expect(str_is(reader.notebook.at[0].quote, "Carla"));
    cr_expect(str_is(reader.notebook.at[0].text, "Who is she?"));
}

Test(live, a_renamed_article_is_the_same_article)
{
    reader_command("go b");
    reader_keys("j j +");
    uint32_t at = reader.state.cursor.at;
    state_set_read(&reader.state, 1, true);
    with[1].path = "z/spring.txt";
    struct small_article b = with[1];
    with[1] = with[2];
    with[2] = b;
    take(NULL);
    cr_expect(reader_in("z/spring.txt"));
    cr_expect_eq(reader.state.cursor.at, at);
    cr_expect(state_memory(&reader.state, 2)->starred);
    cr_expect(state_memory(&reader.state, 2)->read);
    cr_expect(news_is("1 article renamed"));
    reader_keys("u");
    cr_expect_not(state_memory(&reader.state, 2)->starred, "u knows it by its new name");
}

Test(live, the_neighbour_takes_the_place_of_an_article_that_is_gone)
{
    reader_command("go a");
    with[0] = with[1];
    with[1] = with[2];
    count = 2;
    take(NULL);
    cr_expect(reader_in("c.txt"), "b, a, c is their order by date");
    cr_expect(reader_said("a is not in the folder any more; this is c"), "%s",
              reader.state.message.at);
    cr_expect(news_is("1 article gone"));
}

Test(live, when_all_are_gone_that_is_said_and_nothing_breaks)
{
    count = 0;
    take(NULL);
    cr_expect_null(state_article(&reader.state));
    cr_expect(reader_said("no other article is"));
    reader_keys("j k n L q J a Esc");
    memcpy(with, reader_articles, sizeof reader_articles);
    count = COUNT(reader_articles);
    take(NULL);
    cr_expect_not_null(state_article(&reader.state));
}

Test(live, the_row_under_the_cursor_stays_the_row_under_the_cursor)
{
    reader_keys("L G");
    cr_assert(
        str_is(corpus_article(&reader.library->corpus,
                              listing_article(&reader.state.listing, reader.state.articles.cursor))
                   ->path,
               "c.txt"));
    with[count] = (struct small_article){.path = "d.txt", .date = "2020-01-01", .text = "Old.\n"};
    count++;
    take(NULL);
    cr_expect_eq(reader.state.articles.cursor, 3);
    cr_expect(
        str_is(corpus_article(&reader.library->corpus,
                              listing_article(&reader.state.listing, reader.state.articles.cursor))
                   ->path,
               "c.txt"));
}

Test(live, what_was_seen_stays_seen_where_the_text_is_as_it_was)
{
    reader_command("go a");
    struct span all = {0, sizeof A_TEXT - 1};
    state_set_seen(&reader.state, 0, &(struct spans){&all, 1, 1});
    with[0].text = A_NEW;
    reader.state.width = 0; /* nothing is shown meanwhile */
    take("a.txt");
    const struct article_memory *memory = state_memory(&reader.state, 0);
    cr_assert_eq(memory->seen.len, 2, "all but the new paragraph");
    cr_expect_eq(memory->seen.at[1].end, sizeof A_NEW - 1);
    cr_expect_eq(memory->seen.at[1].start - memory->seen.at[0].end,
                 sizeof "It rained in the morning.\n\n" - 1);
}

Test(live, whoever_is_half_through_something_is_waited_for)
{
    cr_expect_not(state_is_midway(&reader.state));
    reader_keys("/");
    cr_expect(state_is_midway(&reader.state));
    reader_keys("Esc m");
    cr_expect(state_is_midway(&reader.state));
    reader_keys("a 3");
    cr_expect(state_is_midway(&reader.state));
    reader_keys("Esc v");
    cr_expect_not(state_is_midway(&reader.state), "a selection moves with its words");
    reader_keys("a");
    cr_expect_not(state_is_midway(&reader.state), "and so does a note");
}

Test(live, marks_and_the_way_back_lead_to_the_same_words)
{
    reader_command("go a");
    reader_keys("/");
    reader_type("Carla");
    reader_keys("Enter m a");
    reader_command("go b");
    with[0].text = A_NEW;
    take("a.txt");
    reader_keys("' a");
    cr_expect(reader_at("Carla Finch"));
}

static struct reading on(enum reading_kind kind, size_t articles, size_t total, int64_t took)
{
    return (struct reading){
        .kind = kind, .articles = articles, .total = total, .bytes = 120000000, .took = took};
}

static bool reading_is(struct reading reading, const char *words)
{
    struct buf told = {0};
    reader_event((struct event){.kind = EVENT_READING, .reading = reading});
    state_tell_reading(&reader.state, true, &told);
    bool same = str_is(buf_view(&told), words);
    if (!same)
        cr_log_error("it says “%.*s”", STR_ARG(buf_view(&told)));
    buf_free(&told);
    return same;
}

Test(live, how_far_the_folder_is_read_is_a_sentence)
{
    cr_expect(reading_is(on(READING_FIRST, 0, 0, 10), "reading: looking for articles; ^C stops"));
    cr_expect(reading_is(on(READING_FIRST, 34000, 100000, 1000),
                         "reading: 34,000 of 100,000 articles, 120 MB, about 2 s left; ^C stops"));
    cr_expect(
        reading_is(on(READING_AGAIN, 34000, 100000, 1000), "reading again: 34,000 of 100,000"));
    cr_expect(reading_is(on(READING_DONE, 0, 0, 0), ""));
}

Test(live, while_nothing_is_read_yet_every_key_is_answered)
{
    static const struct small_article none[1];
    reader_end();
    reader_begin("", none, 0);
    reader.state.reading.kind = READING_FIRST;
    reader_size(80, 24);
    for (key k = 1; k < 127; k++) {
        reader_key(k);
        reader_key(KEY_ESCAPE);
    }
    reader_command("name Ada Vale person");
    cr_expect(reader_said("the folder is not read yet, so “name” must wait"));
    reader_command("set width 50");
    cr_expect_eq(reader.state.options.width, 50);
    cr_expect_null(state_article(&reader.state));
}
