/* SPDX-License-Identifier: ISC */
#include "reader.h"

#include "dossier/model/stretch.h"
#include "dossier/reading/times.h"

#include <stdio.h>

static const char harbour_tags[] = "actors:\n"
                                   "  - {id: ada, name: Ada Vale, kind: person, aliases: [Vale]}\n";
static const struct small_article harbour[] = {
    {"a.txt", "2025-03-05", "The bridge opens\n\nAda Vale cut the ribbon on Monday. Vale left.\n",
     0, 0},
    {"b.txt", "2025-03-07", "The bridge shuts\n\nIt is shut since yesterday.\n", 0, 0},
    {"c.txt", "2025-06-01", "A look back\n\nIn 1987 Ada Vale drew it. On 3 June 2026 it is due.\n",
     0, 0},
    {"d.txt", NULL, "A letter\n\nNobody dated it.\n", 0, 0},
};

static void begin(void)
{
    reader_begin(harbour_tags, harbour, COUNT(harbour));
    reader_size(80, 24);
}

static void begin_at_the_first(void)
{
    begin();
    reader_command("go a");
    reader_keys("T");
}

/* As the loop does while no key waits. */
static void go_on(void)
{
    for (int i = 0; i < 100 && state_has_work(&reader.state); i++)
        reader_event((struct event){.kind = EVENT_GO_ON});
    cr_assert(!state_has_work(&reader.state));
}

static const struct timeline *timeline(void)
{
    return &reader.state.timeline;
}

static void expect_stretch(const char *words)
{
    char name[DAY_RANGE_TEXT];
    stretch_words(timeline()->kind, timeline()->stretch, name);
    cr_expect_str_eq(name, words);
}

/* The row's words, "" for an article's own date. */
static struct str row_words(size_t row)
{
    struct time_row it = timeline_row(&reader.state, row);
    return it.said.basis == TIME_PUBLICATION
               ? STR("")
               : span_of(corpus_article(&reader.library->corpus, it.article)->text, it.said.span);
}

TestSuite(timeline, .init = begin_at_the_first, .fini = reader_end);

Test(timeline, the_articles_are_there_before_any_text_was_read)
{
    cr_expect_eq(timeline()->read, 0);
    expect_stretch("3–9 Mar 2025");
    cr_expect_eq(timeline()->list.count, 2);
    cr_expect_eq(timeline_here(&reader.state).articles, 2);
    cr_expect(state_has_work(&reader.state));
}

Test(timeline, what_texts_speak_of_comes_while_no_key_waits)
{
    go_on();
    cr_expect_eq(timeline()->list.count, 4);
    cr_expect(str_is(row_words(2), "Monday"));
    cr_expect(str_is(row_words(3), "yesterday"));
    cr_expect_eq(timeline_here(&reader.state).spoken, 2);
    reader_keys("q");
    cr_expect(!state_has_work(&reader.state));
}

Test(timeline, nothing_is_read_while_the_view_is_not_shown)
{
    reader_keys("q");
    go_on();
    cr_expect(timeline_reads(&reader.state), "all is done, but not that");
    reader_keys("T ?");
    cr_expect(state_has_work(&reader.state), "below help it goes on");
}

Test(timeline, the_cursor_stays_on_its_row_when_others_come)
{
    reader_keys("j");
    struct time_row before = timeline_row(&reader.state, timeline()->list.cursor);
    go_on();
    struct time_row after = timeline_row(&reader.state, timeline()->list.cursor);
    cr_expect_eq(before.article, after.article);
    cr_expect_eq(after.said.basis, TIME_PUBLICATION);
}

Test(timeline, the_thread_is_counted_in_articles_and_in_places)
{
    go_on();
    reader_keys("@ v a l e Enter T");
    struct time_bar bar = timeline_here(&reader.state);
    cr_expect_eq(bar.held, 1);
    cr_expect_eq(bar.places, 2);
}

Test(timeline, motions_lead_along_it)
{
    go_on();
    reader_keys("l");
    expect_stretch("10–16 Mar 2025");
    reader_keys("}");
    expect_stretch("26 May–1 Jun 2025");
    reader_keys("2 {");
    expect_stretch("3–9 Mar 2025");
    reader_keys("h h");
    reader_keys("G");
    expect_stretch("26 May–1 Jun 2025");
    reader_keys("G");
    expect_stretch("1–7 Jun 2026");
    reader_keys("l l l");
    expect_stretch("1–7 Jun 2026");
    reader_keys("g g");
    expect_stretch("29 Dec 1986–4 Jan 1987");
    reader_keys(",");
    reader_type("2025-06");
    reader_keys("Enter");
    expect_stretch("26 May–1 Jun 2025");
}

Test(timeline, a_wider_time_stands_behind_in_each_stretch_that_it_touches)
{
    go_on();
    reader_keys("g g v v");
    expect_stretch("1987");
    cr_expect_eq(timeline_here(&reader.state).spoken, 1);
    reader_keys("V");
    expect_stretch("Jan 1987");
    cr_expect_eq(timeline_here(&reader.state).spoken, 0);
    cr_expect_eq(timeline()->list.count, 1);
    reader_keys("l");
    cr_expect_eq(timeline()->list.count, 1);
}

Test(timeline, longer_and_shorter_stretches_keep_the_row)
{
    go_on();
    reader_keys("j j j");
    cr_expect(str_is(row_words(timeline()->list.cursor), "yesterday"));
    reader_keys("V");
    expect_stretch("6 Mar 2025");
    cr_expect(str_is(row_words(timeline()->list.cursor), "yesterday"));
    reader_keys("v v");
    expect_stretch("Mar 2025");
    cr_expect(str_is(row_words(timeline()->list.cursor), "yesterday"));
    reader_keys("v v");
    cr_expect(reader_said("a stretch is a day, a week, a month or a year"));
}

Test(timeline, enter_reads_and_the_view_is_as_it_was)
{
    go_on();
    reader_keys("j j j Enter");
    cr_expect(reader_at("yesterday"));
    reader_keys("T");
    cr_expect(str_is(row_words(timeline()->list.cursor), "yesterday"));
    reader_keys("q");
    reader_command("go c");
    reader_keys("T");
    expect_stretch("26 May–1 Jun 2025");
}

Test(timeline, a_new_library_keeps_the_stretch_and_the_row)
{
    go_on();
    reader_keys("j j j");
    reader_amends(harbour_tags, NULL);
    cr_expect_eq(timeline()->read, 0);
    go_on();
    expect_stretch("3–9 Mar 2025");
    cr_expect(str_is(row_words(timeline()->list.cursor), "yesterday"));
}

Test(timeline, a_note_is_on_the_sentence_that_speaks_of_the_time)
{
    go_on();
    reader_keys("j j a");
    reader_type("which Monday?");
    reader_keys("Esc");
    cr_assert_eq(reader.notebook.len, 1);
    cr_expect(str_is(reader.notebook.at[0].quote, "Ada Vale cut the ribbon on Monday."));
}

Test(timeline, the_pane_shows_the_times_of_the_article_that_is_read)
{
    reader_keys("q Tab t");
    const struct state *state = &reader.state;
    cr_assert_eq(state->time_rows.len, 2);
    cr_expect_eq(state->time_rows.at[0].said.basis, TIME_PUBLICATION);
    reader_keys("j Enter");
    cr_expect(reader_at("Monday"));
    reader_command("go d");
    cr_expect_eq(state->time_rows.len, 0);
}

static void expect_range(const char *from, const char *to, const char *words)
{
    day first, last;
    char range[DAY_RANGE_TEXT];
    cr_assert(day_parse(str_of(from), &first) && day_parse(str_of(to), &last));
    day_range_words(first, last, range);
    cr_expect_str_eq(range, words);
}

Test(stretch, a_range_is_said_in_few_words)
{
    expect_range("2025-11-27", "2025-11-27", "27 Nov 2025");
    expect_range("2025-11-24", "2025-11-30", "24–30 Nov 2025");
    expect_range("2025-11-28", "2025-12-04", "28 Nov–4 Dec 2025");
    expect_range("2025-12-28", "2026-01-03", "28 Dec 2025–3 Jan 2026");
    expect_range("2025-11-01", "2025-11-30", "Nov 2025");
    expect_range("2025-03-01", "2025-05-31", "Mar–May 2025");
    expect_range("2025-12-01", "2026-02-28", "Dec 2025–Feb 2026");
    expect_range("2025-01-01", "2025-12-31", "2025");
    expect_range("2022-01-01", "2024-12-31", "2022–2024");
    expect_range("2025-01-01", "2025-01-01", "1 Jan 2025");
}

Test(stretch, each_day_lies_in_the_stretch_that_says_so)
{
    for (int kind = TIME_PRECISE_DAY; kind <= TIME_PRECISE_YEAR; kind++)
        for (day d = day_of(1969, 12, 1); d < day_of(1971, 2, 1); d++) {
            long number = stretch_at((enum time_precision)kind, d);
            cr_assert_leq(stretch_begin((enum time_precision)kind, number), d);
            cr_assert_geq(stretch_end((enum time_precision)kind, number), d);
        }
    cr_expect_eq(day_weekday(stretch_begin(TIME_PRECISE_WEEK, -7)), 0);
    cr_expect_eq(stretch_end(TIME_PRECISE_YEAR, 9999), day_of(9999, 12, 31));
    cr_expect_eq(stretch_begin(TIME_PRECISE_MONTH, -5), day_of(1, 1, 1));
}

Test(stretch, parts_of_a_text_have_the_times_that_the_whole_has)
{
    static const char text[] = "One\n\nIt was on 3 June 2024.\n\nThen came 4 June 2024, and 5 June "
                               "2024.\n\nAll ended on 6 June 2024.\n";
    static const struct small_article one = {"one.txt", "2024-07-01", text, 0, 0};
    struct library *library = small_library("", &one, 1);
    const struct article *article = corpus_article(&library->corpus, 0);
    struct arena *arena = arena_new();
    struct times whole = {0};
    times_of_article(article, TIMES_ORDER_AUTO, arena, &whole);
    cr_assert_eq(whole.len, 4);
    for (uint32_t most = 1; most < sizeof text + 2; most++) {
        struct times parts = {0};
        uint32_t at = 0;
        while (at < article->text.len)
            at = times_of_part(article, TIMES_ORDER_AUTO, at, most, arena, &parts);
        cr_assert_eq(parts.len, whole.len, "in parts of %u bytes", most);
        for (size_t i = 0; i < parts.len; i++)
            cr_expect_eq(parts.at[i].span.start, whole.at[i].span.start);
    }
    arena_free(arena);
    library_free(library);
}
