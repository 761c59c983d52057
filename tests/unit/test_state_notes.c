/* SPDX-License-Identifier: ISC */
#include "reader.h"

TestSuite(state_notes, .init = reader_begin_small, .fini = reader_end);

static const struct notebook *book(void)
{
    return &reader.notebook;
}

/* A note on the sentence "Oak said little." of a.txt. */
static void write_one(void)
{
    reader_command("go a 3");
    reader_keys("a");
    reader_type("Really? #doubt #oak");
    reader_keys("Esc");
}

Test(state_notes, a_writes_on_the_sentence_under_the_cursor)
{
    write_one();
    cr_assert_eq(book()->len, 1);
    const struct note *note = &book()->at[0];
    cr_expect(str_is(note->article, "a.txt"));
    cr_expect(note->has_passage);
    cr_expect(str_is(note->quote, "Oak said little."));
    cr_expect(str_is(note->text, "Really?"));
    cr_assert_eq(note->tag_count, 2);
    cr_expect(str_is(note->tags[1], "oak"));
    cr_expect_eq(note->created, note->modified - (note->modified - note->created));
    cr_expect_gt(note->created, 1000);
    cr_expect_not(reader.state.editor.open);
    cr_expect(reader_said("u takes it back"));
}

Test(state_notes, a_selection_is_noted_as_it_is)
{
    reader_command("go a 3");
    reader_keys("v l l l l l a");
    reader_type("x");
    reader_keys("Esc");
    cr_assert_eq(book()->len, 1);
    cr_expect(str_is(book()->at[0].quote, "Oak said"), "%.*s", STR_ARG(book()->at[0].quote));
    cr_expect_not(reader.state.selecting);
}

Test(state_notes, in_the_list_a_note_is_on_the_article_and_in_the_cast_on_the_actor)
{
    reader_keys("L a");
    reader_type("whole");
    reader_keys("Esc");
    cr_assert_eq(book()->len, 1);
    cr_expect(str_is(book()->at[0].article, "b.txt"));
    cr_expect_not(book()->at[0].has_passage);
    reader_keys("C a");
    reader_type("who is it");
    reader_keys("Esc");
    cr_assert_eq(book()->len, 2);
    cr_expect(book()->at[1].about.len > 0);
    cr_expect_eq(book()->at[1].article.len, 0);
}

Test(state_notes, a_command_with_words_stores_them_at_once)
{
    reader_command("go a 3");
    reader_command("annotate so it is #quick");
    cr_assert_eq(book()->len, 1);
    cr_expect(str_is(book()->at[0].text, "so it is"));
    cr_expect(str_is(book()->at[0].tags[0], "quick"));
}

Test(state_notes, nothing_written_is_no_note)
{
    reader_keys("a Space Esc");
    cr_expect_eq(book()->len, 0);
    cr_expect_not(reader.state.editor.open);
    cr_expect(reader_said("no note"));
}

Test(state_notes, what_can_not_be_saved_stays_in_the_editor_and_the_reason_is_said)
{
    reader.refuse = true;
    write_one();
    cr_expect_eq(book()->len, 0);
    cr_assert(reader.state.editor.open);
    cr_expect(str_is(buf_view(&reader.state.editor.text.text), "Really? #doubt #oak"));
    cr_expect(reader_said("the disk is full"));
    reader.refuse = false;
    reader_keys("Esc");
    cr_expect_eq(book()->len, 1);
}

Test(state_notes, a_draft_is_kept_and_offered_again_at_its_place)
{
    reader_command("go a 3");
    reader_keys("a");
    reader_type("half a thought");
    reader_keys("^C");
    cr_expect_not(reader.state.editor.open);
    cr_expect(str_is(reader.draft, "half a thought"));
    reader_command("go b");
    reader_keys("a");
    cr_expect_eq(reader.state.editor.text.text.len, 0, "not elsewhere");
    reader_keys("^C");
    reader_command("go a 3");
    reader_keys("a");
    cr_expect(str_is(buf_view(&reader.state.editor.text.text), "half a thought"));
    reader_keys("Esc");
    cr_assert_eq(book()->len, 1);
    cr_expect_eq(reader.state.drafts.len, 0);
    cr_expect_eq(reader.draft.len, 0);
}

Test(state_notes, u_takes_back_and_redo_does_again)
{
    write_one();
    reader_keys("u");
    cr_expect_eq(book()->len, 0);
    cr_expect(reader_said("undone"));
    reader_keys("^R");
    cr_assert_eq(book()->len, 1);
    cr_expect(str_is(book()->at[0].text, "Really?"));
    reader_keys("u u");
    cr_expect_eq(book()->len, 0);
    cr_expect(reader_said("nothing is left"));
}

Test(state_notes, a_note_begins_when_it_is_saved)
{
    reader_keys("a");
    reader_type("written slowly");
    reader_keys("Esc");
    cr_assert_eq(reader.notebook.len, 1);
    cr_expect_eq(reader.notebook.at[0].created, reader.notebook.at[0].modified);
}

Test(state_notes, an_edit_is_taken_back_to_what_it_was)
{
    write_one();
    reader_keys("e");
    cr_assert(reader.state.editor.open);
    reader_keys("^U");
    reader_type("Quite another #thing");
    reader_keys("Esc");
    cr_assert_eq(book()->len, 1);
    cr_expect(str_is(book()->at[0].text, "Quite another"));
    reader_keys("u");
    cr_expect(str_is(book()->at[0].text, "Really?"));
    cr_expect_eq(book()->at[0].tag_count, 2);
}

Test(state_notes, x_deletes_and_u_brings_it_back)
{
    write_one();
    reader_keys("x");
    cr_expect_eq(book()->len, 0);
    reader_keys("u");
    cr_assert_eq(book()->len, 1);
    cr_expect(str_is(book()->at[0].text, "Really?"));
}

Test(state_notes, a_failed_undo_can_be_tried_again)
{
    write_one();
    reader.refuse = true;
    reader_keys("u");
    cr_expect(reader_said("the disk is full"));
    reader.refuse = false;
    reader_keys("u");
    cr_expect_eq(book()->len, 0);
}

Test(state_notes, notes_of_others_are_not_changed)
{
    uint32_t article = corpus_at_path(&reader.library->corpus, STR("a.txt"));
    reader_command("go a 3");
    uint32_t at = reader.state.cursor.at;
    reader_others_note(article, at, at + 8, "mine");
    reader_keys("e");
    cr_expect_not(reader.state.editor.open);
    cr_expect(reader_said("desk"));
    reader_keys("x");
    cr_expect_eq(book()->len, 1);
    cr_expect(reader_said("desk"));
}

Test(state_notes, a_full_stop_gives_the_last_tags_again)
{
    reader_keys(".");
    cr_expect_eq(book()->len, 0);
    write_one();
    reader_keys(") .");
    cr_assert_eq(book()->len, 2);
    cr_expect_eq(book()->at[1].text.len, 0);
    cr_assert_eq(book()->at[1].tag_count, 2);
    cr_expect(str_is(book()->at[1].tags[0], "doubt"));
    cr_expect(str_is(book()->at[1].quote, "Norlandic papers sent no one."));
}

Test(state_notes, brackets_go_through_the_notes_of_the_article)
{
    write_one();
    reader_keys(") ) .");
    reader_keys("g ]");
    cr_expect(reader_at("Oak said"));
    cr_expect_eq(reader.state.xref, XREF_NOTES);
    reader_keys("]");
    cr_expect(reader_at("Carla"));
    reader_keys("]");
    cr_expect_eq(reader.state.message_kind, MESSAGE_ERROR);
    reader_keys("[");
    cr_expect(reader_at("Oak said"));
}

Test(state_notes, a_tag_is_a_thread_over_notes)
{
    write_one();
    reader_command("go b");
    reader_keys("# d o u Enter");
    cr_assert_eq(reader.state.thread.len, 1);
    cr_expect(reader_at("Oak said"));
    cr_expect(str_is(reader.state.thread.name, "#doubt"));
    reader_keys("x");
    cr_expect_eq(reader.state.thread.len, 0, "and follows them");
}

Test(state_notes, on_a_note_its_own_tags_come_first)
{
    write_one();
    reader_keys("#");
    cr_assert_gt(reader.state.prompt.choice_count, 1);
    cr_expect(reader.state.prompt.choosing);
}

Test(state_notes, the_view_of_notes_filters_by_words_and_tags)
{
    write_one();
    reader_command("go b");
    reader_command("annotate second #paris");
    reader_keys("A");
    cr_expect_eq(reader.state.note_len, 2);
    reader_keys("& # p a");
    cr_expect_eq(reader.state.note_len, 1);
    cr_expect_eq(reader.state.note_rows[0], 1);
    reader_keys("Esc");
    cr_expect_eq(reader.state.note_len, 2);
    reader_keys("& r e a l Enter");
    cr_expect_eq(reader.state.note_len, 1);
}

Test(state_notes, export_takes_the_notes_that_are_shown)
{
    reader_keys("E");
    reader_keys("Enter");
    cr_expect_eq(reader.exported.len, 0);
    cr_expect(reader_said("no note"));
    write_one();
    reader_command("go b");
    reader_command("annotate second #paris");
    size_t before = reader.state.doing;
    cr_expect_eq(before, DOING_NOTHING);
    reader_keys("E Enter");
    cr_expect(str_is(reader.exported, "markdown notes.md"));
    cr_expect_eq(reader.exported_notes, 2);
    cr_expect_not(reader.forced);
    reader_keys("A & # p a r Enter");
    reader_command("export! html all.html");
    cr_expect(str_is(reader.exported, "html all.html"));
    cr_expect_eq(reader.exported_notes, 1);
    cr_expect(reader.forced);
}

Test(state_notes, an_export_that_is_forced_keeps_its_force_and_its_file)
{
    reader_command("annotate one");
    reader_command("export html notes.html");
    cr_expect_not(reader.forced);
    reader_command("export!");
    cr_expect(str_is(buf_view(&reader.state.prompt.line.text), "export! html notes.html"));
    reader_keys("Enter");
    cr_expect(reader.forced);
    cr_expect(str_is(reader.exported, "html notes.html"));
}

Test(state_notes, the_editor_outside_brings_its_text_back)
{
    reader_keys("a");
    reader_type("begun");
    reader_keys("^E");
    cr_expect(str_is(reader.edited, "begun"));
    reader_event(
        (struct event){.kind = EVENT_EDITED, .ok = true, .sentence = STR("begun and ended\n\n")});
    cr_expect(str_is(buf_view(&reader.state.editor.text.text), "begun and ended"));
    reader_event((struct event){.kind = EVENT_EDITED, .sentence = STR("vi: not found")});
    cr_expect(reader_said("vi: not found"));
    cr_expect(reader.state.editor.open);
}

Test(state_notes, tab_completes_a_tag)
{
    write_one();
    reader_command("go b");
    reader_keys("a");
    reader_type("see #do");
    reader_keys("Tab");
    cr_expect(str_is(buf_view(&reader.state.editor.text.text), "see #doubt"));
}

Test(state_notes, y_copies_and_Y_copies_with_the_source)
{
    reader_command("go a 3");
    reader_keys("y");
    cr_expect(str_is(reader.copied, "Oak said little."));
    reader_keys("Y");
    cr_expect(str_starts(reader.copied, STR("“Oak said little.” (")));
    cr_expect(str_find(reader.copied, STR("5 Mar 2025"), 0) > 0);
    cr_expect(str_find(reader.copied, STR("¶3"), 0) > 0);
}

Test(state_notes, stars_and_read_marks_are_taken_back_too)
{
    uint32_t article = corpus_at_path(&reader.library->corpus, STR("b.txt"));
    reader_keys("+");
    cr_expect(state_memory(&reader.state, article)->starred);
    reader_keys("x");
    cr_expect_not(state_memory(&reader.state, article)->starred);
    reader_keys("u u");
    cr_expect_not(state_memory(&reader.state, article)->starred);
    reader_keys("^R");
    cr_expect(state_memory(&reader.state, article)->starred);
    bool read = state_memory(&reader.state, article)->read;
    reader_keys("!");
    cr_expect_neq(state_memory(&reader.state, article)->read, read);
    reader_keys("u");
    cr_expect_eq(state_memory(&reader.state, article)->read, read);
}
