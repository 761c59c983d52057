/* SPDX-License-Identifier: ISC */
#include "reader.h"

TestSuite(note_rows, .init = reader_begin_small, .fini = reader_end);

/* A note on the first BYTES of article NUMBER's body, by WRITER; the caller changes what it is
 * about. */
static struct note *add(const char *id, uint32_t number, uint32_t start, const char *writer,
                        const char *text)
{
    struct note *note = vec_add(reader.arena, &reader.notebook);
    *note = (struct note){.id = str_of(id),
                          .article = corpus_article(&reader.library->corpus, number)->path,
                          .number = number,
                          .has_passage = true,
                          .span = {start, start + 4},
                          .at = {start, start + 4},
                          .text = str_of(text),
                          .by = str_of(writer),
                          .created = 1000,
                          .modified = 1000};
    return note;
}

static void tag(struct note *note, const char *word)
{
    note->tags = arena_one(reader.arena, struct str);
    note->tags[0] = str_of(word);
    note->tag_count = 1;
}

static void tell(void)
{
    reader_event((struct event){.kind = EVENT_NOTES, .ok = true, .notebook = &reader.notebook});
}

/* The first letters of the rows' texts; D a draft. */
static const char *rows(void)
{
    static char out[32];
    size_t count = reader.state.note_len;
    for (size_t i = 0; i < count && i < sizeof out - 1; i++) {
        const struct note *note = state_row_note(&reader.state, i);
        out[i] = note ? note->text.at[0] : 'D';
    }
    out[count < sizeof out ? count : sizeof out - 1] = '\0';
    return out;
}

static void expect_rows(const char *wanted)
{
    cr_expect_str_eq(rows(), wanted, "%s, not %s", rows(), wanted);
}

/* b is the oldest article, a the next, c has no date. */
static void add_some(void)
{
    tag(add("a1", 0, 40, "me", "exact in a"), "red");
    add("a2", 0, 30, "me", "changed in a")->state = ANCHOR_CHANGED;
    tag(add("b1", 1, 30, "desk", "new in b"), "blue");
    reader.notebook.at[2].news = NEWS_NEW;
    add("b2", 1, 10, "desk", "moved in b")->state = ANCHOR_MOVED;
    add("c1", 2, 0, "me", "orphan in c")->state = ANCHOR_ORPHAN;
    tell();
}

static void type_filter(const char *words)
{
    reader_keys("&");
    reader_type(words);
}

Test(note_rows, what_needs_you_comes_first_then_the_older_article)
{
    add_some();
    add("b3", 1, 50, "desk", "plain in b");
    tell();
    reader_keys("A");
    expect_rows("comnpe");
    cr_expect_eq(reader.state.note_need, 2);
}

Test(note_rows, o_orders_them_and_again_reverses)
{
    static const struct {
        const char *order, *rows;
    } cases[] = {{"place", "mnceo"}, {"place", "oecnm"}, {"writer", "ceomn"},
                 {"tag", "nemco"},   {"need", "comne"},  {"date", "mnceo"}};
    add_some();
    reader_keys("A");
    for (size_t i = 0; i < COUNT(cases); i++) {
        reader_keys("o");
        reader_type(cases[i].order);
        reader_keys("Enter");
        expect_rows(cases[i].rows);
    }
    cr_expect(str_is(reader.state.options.order, "date"), "the articles stay as they were");
}

Test(note_rows, the_latest_change_comes_first_in_the_order_of_dates)
{
    add_some();
    reader.notebook.at[0].modified = 2000;
    reader.notebook.at[4].modified = -5;
    tell();
    reader_keys("A o");
    reader_type("date");
    reader_keys("Enter");
    cr_expect_eq(rows()[0], 'e');
    cr_expect_eq(rows()[4], 'o');
}

Test(note_rows, a_filter_takes_terms_as_they_are_typed)
{
    static const struct {
        const char *words, *rows;
    } cases[] = {
        {"exact in", "e"},    {"#red or is:orphan", "oe"}, {"not by:me", "mn"}, {"is:zz", ""},
        {"by:desk #bl", "n"}, {"not exact", "com"},        {"is:new", "n"},     {"CHANGED", "c"}};
    add_some();
    reader_keys("A");
    for (size_t i = 0; i < COUNT(cases); i++) {
        type_filter(cases[i].words);
        expect_rows(cases[i].rows);
        reader_keys("Esc");
        expect_rows("comne");
    }
}

Test(note_rows, a_wrong_term_is_told_when_it_stands)
{
    add_some();
    reader_keys("A");
    type_filter("is:wrong");
    cr_expect_neq(reader.state.message_kind, MESSAGE_ERROR, "not while it is typed");
    reader_keys("Enter");
    cr_expect(reader_said("no note is “wrong”"), "%.*s", STR_ARG(reader_says()));
}

Test(note_rows, the_pane_has_those_of_its_article_by_place)
{
    add_some();
    reader_command("go a");
    reader_keys("] Tab");
    expect_rows("ce");
    reader_command("go b");
    expect_rows("mn");
}

Test(note_rows, a_reply_stands_behind_what_it_replies_to)
{
    add_some();
    struct note *reply = add("r1", 0, 40, "desk", "reply");
    reply->replies_to = STR("a1");
    reply->has_passage = false;
    tell();
    reader_keys("A o");
    reader_type("place");
    reader_keys("Enter");
    expect_rows("mncero");
}

Test(note_rows, replies_in_a_circle_are_listed_all_the_same)
{
    add("r1", 0, 40, "desk", "one")->replies_to = STR("r2");
    add("r2", 0, 40, "desk", "two")->replies_to = STR("r1");
    add("r3", 0, 40, "desk", "self")->replies_to = STR("r3");
    tell();
    reader_keys("A");
    cr_expect_eq(reader.state.note_len, 3);
}

Test(note_rows, drafts_are_among_them_and_deleted_ones_only_where_asked_for)
{
    add_some();
    reader_keys("A x");
    expect_rows("omne");
    reader_command("go a 3");
    reader_keys("q a");
    reader_type("later");
    reader_keys("^C A");
    expect_rows("omDne");
    cr_expect_eq(reader.state.note_need, 2, "the orphan and the draft");
    type_filter("not exact");
    expect_rows("omD");
    reader_keys("Esc");
    type_filter("is:deleted");
    expect_rows("c");
}

Test(note_rows, the_cursor_stays_on_its_note_when_others_come)
{
    add_some();
    reader_keys("A j j");
    cr_assert(str_is(state_row_note(&reader.state, reader.state.notes.cursor)->id, "b2"));
    add("a0", 0, 5, "desk", "clash in a")->clash = STR("a1");
    tell();
    cr_expect(str_is(state_row_note(&reader.state, reader.state.notes.cursor)->id, "b2"));
    cr_expect_eq(reader.state.notes.cursor, 3);
}

Test(note_rows, what_a_colleague_changed_is_news_till_the_cursor_was_on_it)
{
    add_some();
    reader_keys("A");
    cr_expect_eq(reader.state.note_fresh, 1);
    cr_expect_eq(reader.state.noticed.len, 0);
    reader_keys("j j j");
    cr_expect_eq(reader.state.note_fresh, 0);
    cr_assert_eq(reader.state.noticed.len, 1);
    cr_expect_not(state_is_news(&reader.state, &reader.notebook.at[2]));
    reader_keys("g");
    reader.notebook.at[2].modified = 5000;
    tell();
    cr_expect(state_is_news(&reader.state, &reader.notebook.at[2]), "changed once more");
}

Test(note_rows, what_is_shown_is_exported_without_drafts)
{
    add_some();
    reader_keys("A");
    type_filter("by:me");
    reader_keys("Enter");
    reader_command("export markdown x.md");
    cr_expect_eq(reader.exported_notes, 3);
}
