/* SPDX-License-Identifier: ISC */
/* The work of annotating beyond one note: replies, bounds, ticks, tags, private ones, undo. */
#include "reader.h"

#include <stdio.h>

TestSuite(notes_work, .init = reader_begin_small, .fini = reader_end);

static const struct notebook *book(void)
{
    return &reader.notebook;
}

static uint32_t article(const char *path)
{
    return corpus_at_path(&reader.library->corpus, str_of(path));
}

/* A note on the sentence "Oak said little." of a.txt. */
static void write_one(void)
{
    reader_command("go a 3");
    reader_keys("a");
    reader_type("Really? #doubt #oak");
    reader_keys("Esc");
}

static const struct note *last(void)
{
    return &book()->at[book()->len - 1];
}

static bool has_tags(const struct note *note, const char *tags)
{
    struct buf all = {0};
    for (size_t i = 0; i < note->tag_count; i++)
        buf_printf(&all, "%s%.*s", i ? " " : "", STR_ARG(note->tags[i]));
    bool same = str_is(buf_view(&all), tags);
    buf_free(&all);
    return same;
}

/* ---- saving ---- */

Test(notes_work, a_save_that_is_tried_again_makes_no_second_note)
{
    reader.refuse = true;
    write_one();
    cr_assert(reader.state.editor.open);
    cr_assert(reader.state.editor.failed);
    struct str where = buf_view(&reader.state.where);
    cr_expect(str_find(where, STR("Esc tries again"), 0) >= 0, "%.*s", STR_ARG(where));
    reader_keys("Esc");
    cr_expect_eq(reader.ids, 1, "the first try gave it its id");
    reader.refuse = false;
    reader_keys("Esc");
    cr_assert_eq(book()->len, 1);
    cr_expect_eq(reader.ids, 1);
    cr_expect(reader_said("is saved"));
}

Test(notes_work, who_quits_with_something_unsaved_hears_so_first)
{
    reader.refuse = true;
    write_one();
    reader_keys("^C Q");
    cr_expect_not(reader.quit);
    cr_expect(reader_said("not saved"));
    reader_keys("j Q");
    cr_expect_not(reader.quit, "another key came between");
    reader_keys("Q");
    cr_expect(reader.quit);
}

Test(notes_work, a_draft_that_was_left_on_purpose_stops_nobody)
{
    reader_keys("a");
    reader_type("later");
    reader_keys("^C Q");
    cr_expect(reader.quit);
}

Test(notes_work, words_added_to_a_note_leave_its_tags_as_they_are)
{
    reader_command("go a 3");
    reader_command("annotate Really? #paris #us");
    reader_keys("e");
    reader_type(" Yes.");
    reader_keys("Esc");
    cr_expect(str_is(book()->at[0].text, "Really? Yes."));
    cr_assert_eq(book()->at[0].tag_count, 2);
    cr_expect(str_is(book()->at[0].tags[1], "us"));
}

Test(notes_work, tags_added_to_a_note_where_the_cursor_is_are_tags_too)
{
    reader_command("go a 3");
    reader_command("annotate Really? #paris #us");
    reader_keys("e");
    reader_type(" See #3. #eu #us");
    reader_keys("Esc");
    cr_expect(str_is(book()->at[0].text, "Really? See #3."), "%.*s", STR_ARG(book()->at[0].text));
    cr_assert_eq(book()->at[0].tag_count, 3);
    cr_expect(str_is(book()->at[0].tags[2], "eu"));
}

Test(notes_work, a_note_opened_and_saved_stays_word_for_word)
{
    reader_command("go a 3");
    reader_keys("a");
    reader_type("About #3");
    reader_keys("Enter");
    reader_type("#us");
    reader_keys("Esc");
    cr_assert(str_is(book()->at[0].text, "About #3"));
    reader_keys("e Esc");
    cr_expect(str_is(book()->at[0].text, "About #3"));
    cr_expect_eq(book()->at[0].tag_count, 1);
}

Test(notes_work, a_note_that_was_only_looked_at_leaves_no_draft)
{
    reader_command("go a 3");
    reader_command("annotate Really? #paris");
    reader_keys("e ^C");
    cr_expect_eq(reader.state.drafts.len, 0);
    cr_expect(reader_said("nothing was changed"));
    reader_keys("e");
    reader_type(" No.");
    reader_keys("^C");
    cr_expect_eq(reader.state.drafts.len, 1);
}

Test(notes_work, words_added_to_a_note_of_tags_alone_leave_them_as_they_are)
{
    reader_command("go a 3");
    reader_command("annotate #paris #us");
    reader_keys("e");
    reader_type("Why?");
    reader_keys("Esc");
    cr_expect(str_is(book()->at[0].text, "Why?"));
    cr_expect_eq(book()->at[0].tag_count, 2);
}

Test(notes_work, a_note_that_another_program_changed_meanwhile_stays_in_both_versions)
{
    write_one();
    reader_keys("e");
    reader_type(" more");
    reader.notebook.at[0].text = STR("Changed elsewhere.");
    reader.notebook.at[0].modified += 1000;
    reader_event((struct event){.kind = EVENT_NOTES, .ok = true});
    cr_assert(reader.state.editor.open, "it does not end the typing");
    reader_keys("Esc");
    cr_assert_eq(book()->len, 2);
    cr_expect(str_is(book()->at[0].text, "Changed elsewhere."));
    cr_expect(str_eq(book()->at[1].conflict, book()->at[0].id));
    cr_expect(reader_said("both versions are kept"));
    reader_keys("u");
    cr_assert_eq(book()->len, 1);
    cr_expect(str_is(book()->at[0].text, "Changed elsewhere."), "only the own version goes");
}

/* ---- replies ---- */

Test(notes_work, a_in_the_list_of_notes_is_a_reply_to_another_s_note)
{
    reader_command("go a 3");
    uint32_t at = reader.state.cursor.at;
    reader_others_note(article("a.txt"), at, at + 8, "Is it so?");
    reader_keys("A a");
    cr_assert(reader.state.editor.open);
    cr_expect(str_is(reader.state.editor.about, "reply to desk: “Is it so?”"), "%.*s",
              STR_ARG(reader.state.editor.about));
    reader_type("It is. #checked");
    reader_keys("Esc");
    cr_assert_eq(book()->len, 2);
    cr_expect(str_is(last()->replies_to, "0123456789ab"));
    cr_expect(str_is(last()->quote, "Oak said"));
    cr_expect(str_is(last()->text, "It is."));
    cr_expect(str_is(last()->by, "me"));
    cr_expect(reader_said("the reply on"));
}

Test(notes_work, a_reply_left_unfinished_is_a_draft_that_goes_on_from_the_list)
{
    reader_command("go a 3");
    uint32_t at = reader.state.cursor.at;
    reader_others_note(article("a.txt"), at, at + 8, "Is it so?");
    reader_keys("A a");
    reader_type("I must ask");
    reader_keys("^C");
    cr_assert_eq(reader.state.drafts.len, 1);
    cr_expect(str_is(reader.state.drafts.at[0].replies_to, "0123456789ab"));
    reader_command("filter draft");
    reader_keys("Esc g");
    for (int i = 0; i < 5 && !state_row_draft(&reader.state, reader.state.notes.cursor); i++)
        reader_keys("j");
    reader_keys("e");
    cr_assert(reader.state.editor.open);
    cr_expect(str_is(buf_view(&reader.state.editor.text.text), "I must ask"));
    reader_keys("Esc");
    cr_assert_eq(book()->len, 2);
    cr_expect(str_is(last()->replies_to, "0123456789ab"));
    cr_expect_eq(reader.state.drafts.len, 0);
}

/* ---- yes and no ---- */

Test(notes_work, another_s_note_is_checked_with_plus_and_not_with_x)
{
    reader_command("go a 3");
    uint32_t at = reader.state.cursor.at;
    reader_others_note(article("a.txt"), at, at + 8, "Is it so?");
    reader_keys("A +");
    cr_assert_eq(book()->at[0].checked_count, 1);
    cr_expect(reader_said("is checked by you; u takes it back"));
    reader_keys("+");
    cr_expect(reader_said("already"));
    reader_keys("x");
    cr_expect_eq(book()->at[0].checked_count, 0);
    reader_keys("u");
    cr_expect_eq(book()->at[0].checked_count, 1);
    reader_keys("u");
    cr_expect_eq(book()->at[0].checked_count, 0);
    cr_expect_eq(book()->len, 1, "and never deleted");
}

Test(notes_work, plus_takes_the_new_wording_of_a_note_whose_passage_changed)
{
    write_one();
    reader.notebook.at[0].state = ANCHOR_CHANGED;
    reader.notebook.at[0].quote = STR("Oak said a little.");
    reader_event((struct event){.kind = EVENT_NOTES, .ok = true});
    reader_keys("A +");
    cr_expect(str_is(book()->at[0].quote, "Oak said little."));
    cr_expect_eq(book()->at[0].state, ANCHOR_EXACT);
    cr_expect(reader_said("takes the new wording"));
    reader_keys("u");
    cr_expect(str_is(book()->at[0].quote, "Oak said a little."));
}

Test(notes_work, a_deleted_note_is_brought_back)
{
    write_one();
    reader_keys("x");
    cr_assert_eq(book()->len, 0);
    reader_command("deleted");
    cr_assert_eq(reader.state.note_len, 1);
    reader_keys("+");
    cr_assert_eq(book()->len, 1);
    cr_expect(reader_said("is back"));
    reader_keys("u");
    cr_expect_eq(book()->len, 0);
    cr_assert_eq(book()->grave_len, 1);
    char line[64];
    snprintf(line, sizeof line, "restore %.*s", STR_ARG(book()->graves[0].id));
    reader_command(line);
    cr_expect_eq(book()->len, 1);
    reader_command("restore none-such");
    cr_expect_eq(reader.state.message_kind, MESSAGE_ERROR);
}

Test(notes_work, a_note_is_made_private_and_the_editor_says_so)
{
    reader_command("go a 3");
    reader_keys("a");
    reader_type("between us");
    reader_keys("^P");
    cr_expect(reader_said("private"));
    reader_keys("Esc");
    cr_assert(book()->at[0].is_private);
    reader_command("private");
    cr_expect_not(book()->at[0].is_private);
    reader_keys("u");
    cr_expect(book()->at[0].is_private);
}

/* ---- bounds ---- */

Test(notes_work, the_bounds_of_a_note_are_moved_and_set)
{
    write_one();
    reader_keys("A v");
    cr_assert(reader.state.selecting);
    cr_expect(reader_selected("Oak said little."));
    reader_keys("b b");
    cr_expect(reader_selected("Oak said"));
    reader_keys("Enter");
    cr_expect(str_is(book()->at[0].quote, "Oak said"));
    cr_expect_eq(reader.state.view, VIEW_NOTES, "back to where it began");
    cr_expect_not(reader.state.selecting);
    reader_keys("u");
    cr_expect(str_is(book()->at[0].quote, "Oak said little."));
    reader_keys("v b Esc");
    cr_expect(str_is(book()->at[0].quote, "Oak said little."));
    cr_expect(reader_said("as they were"));
    cr_expect_eq(reader.saves, 3);
}

Test(notes_work, an_orphan_is_attached_again_by_hand)
{
    write_one();
    reader.notebook.at[0].state = ANCHOR_ORPHAN;
    reader.notebook.at[0].quote = STR("What is no longer there.");
    reader_event((struct event){.kind = EVENT_NOTES, .ok = true});
    reader_keys("A +");
    cr_expect_not(reader.state.selecting);
    reader_keys("Enter");
    cr_expect_eq(reader.state.message_kind, MESSAGE_ERROR, "nothing is selected");
    reader_keys("v v +");
    cr_expect(str_is(book()->at[0].quote, "Oak said little."), "%.*s",
              STR_ARG(book()->at[0].quote));
    cr_expect(reader_said("attached again"));
}

Test(notes_work, of_places_as_good_the_reader_chooses_one)
{
    static struct span places[2];
    write_one();
    struct str text = corpus_article(&reader.library->corpus, article("a.txt"))->text;
    for (int i = 0; i < 2; i++) {
        uint32_t at = (uint32_t)str_find(text, STR("bridge"), i ? places[0].end : 0);
        places[i] = (struct span){at, at + 6};
    }
    reader.notebook.at[0].state = ANCHOR_AMBIGUOUS;
    reader.notebook.at[0].places = places;
    reader.notebook.at[0].place_count = 2;
    reader_event((struct event){.kind = EVENT_NOTES, .ok = true});
    reader_keys("A +");
    cr_expect(reader_selected("bridge"));
    cr_expect_eq(reader.state.selection_from, places[0].start);
    reader_keys("n");
    cr_expect_eq(reader.state.selection_from, places[1].start);
    cr_expect(reader_said("2 of 2"));
    reader_keys("n N Enter");
    cr_assert_eq(book()->len, 1);
    cr_expect_eq(book()->at[0].span.start, places[1].start);
}

/* ---- overlapping notes ---- */

Test(notes_work, a_comma_goes_through_the_notes_under_the_cursor)
{
    write_one();
    reader_keys("v v v a");
    reader_type("The paragraph.");
    reader_keys("Esc");
    reader_command("go a 3");
    cr_expect(str_is(state_note(&reader.state)->text, "Really?"), "the shortest first");
    reader_keys(",");
    cr_expect(str_is(state_note(&reader.state)->text, "The paragraph."));
    cr_expect(reader_said("2 of 2"));
    reader_keys("e");
    cr_expect(str_is(buf_view(&reader.state.editor.text.text), "The paragraph."));
    reader_keys("Esc ,");
    cr_expect(str_is(state_note(&reader.state)->text, "Really?"));
}

Test(notes_work, brackets_stop_at_each_of_the_notes_that_begin_together)
{
    write_one();
    reader_keys("v v v a");
    reader_type("The paragraph.");
    reader_keys("Esc g ]");
    cr_expect(str_is(state_note(&reader.state)->text, "Really?"));
    reader_keys("]");
    cr_expect(str_is(state_note(&reader.state)->text, "The paragraph."));
    reader_keys("]");
    cr_expect_eq(reader.state.message_kind, MESSAGE_ERROR);
    reader_keys("[");
    cr_expect(str_is(state_note(&reader.state)->text, "Really?"));
}

/* ---- ticks ---- */

Test(notes_work, one_text_is_noted_on_all_places_that_are_ticked)
{
    reader_keys("@ o a k Enter R");
    size_t count = reader.state.thread.len;
    cr_assert_eq(count, 3);
    reader_keys("g + + +");
    cr_expect(reader_said("3 of 3 ticked"));
    reader_keys("x a");
    cr_expect(str_is(reader.state.editor.about, "notes on 2 places, on the words of each"), "%.*s",
              STR_ARG(reader.state.editor.about));
    reader_type("Each of them. #all");
    reader_keys("Esc");
    cr_assert_eq(book()->len, 2);
    cr_expect(str_is(book()->at[0].text, "Each of them."));
    cr_expect(str_is(book()->at[1].tags[0], "all"));
    cr_expect(reader_said("2 notes are saved"));
    for (size_t i = 0; i < count; i++)
        cr_expect_not(reader.state.thread.at[i].ticked, "they are done with");
    reader_keys("u");
    cr_expect_eq(book()->len, 0, "in one step");
    reader_keys("^R");
    cr_expect_eq(book()->len, 2);
}

Test(notes_work, two_places_in_one_sentence_are_each_noted_on_their_own_words)
{
    reader_keys("@ v a l e Enter R g + +");
    cr_expect(reader_said("2 of"));
    reader_command("annotate both");
    cr_assert_eq(book()->len, 2);
    cr_expect(str_is(book()->at[0].quote, "mayor"));
    cr_expect(str_is(book()->at[1].quote, "Ada Vale"));
    cr_expect_eq(book()->at[0].span.end + strlen(" of the town, "), book()->at[1].span.start);
}

Test(notes_work, one_ticked_place_is_noted_on_its_words_and_the_heading_shows_them)
{
    reader_keys("@ v a l e Enter R g + a");
    cr_expect(str_find(reader.state.editor.about, STR("“mayor”"), 0) > 0);
    reader_type("Who?");
    reader_keys("Esc");
    cr_assert_eq(book()->len, 1);
    cr_expect(str_is(book()->at[0].quote, "mayor"));
}

Test(notes_work, words_that_stand_twice_in_a_thread_are_noted_once)
{
    reader_command("go a 3");
    reader_keys("a");
    reader_type("one #t");
    reader_keys("Esc .");
    cr_assert_eq(book()->len, 2);
    reader_command("tag t");
    cr_assert_eq(reader.state.thread.len, 2);
    reader_keys("R");
    reader_command("tick all");
    reader_command("annotate both");
    cr_expect_eq(book()->len, 3);
}

Test(notes_work, ticks_are_set_on_all_rows_shown_and_taken_back)
{
    reader_keys("@ v a l e Enter R");
    size_t count = reader.state.thread.len, ticked = 0;
    reader_command("tick all");
    reader_keys("u");
    for (size_t i = 0; i < count; i++)
        cr_expect_not(reader.state.thread.at[i].ticked);
    reader_keys("^R");
    for (size_t i = 0; i < count; i++)
        ticked += reader.state.thread.at[i].ticked;
    cr_expect_eq(ticked, count);
    reader_command("tick none");
    cr_expect_not(reader.state.thread.at[0].ticked);
}

Test(notes_work, a_bulk_note_that_can_not_be_saved_is_tried_again_whole)
{
    reader_keys("@ v a l e Enter R g + + + a");
    reader_type("All.");
    reader.refuse = true;
    reader_keys("Esc");
    cr_assert(reader.state.editor.open);
    size_t ids = reader.ids;
    reader.refuse = false;
    reader_keys("Esc");
    cr_expect_eq(book()->len, ids);
    cr_expect_eq(reader.ids, ids);
}

/* ---- tags ---- */

Test(notes_work, tags_are_offered_while_they_are_typed_the_last_ones_first)
{
    write_one();
    reader_command("go b");
    reader_command("annotate second #dawn");
    reader_keys("a");
    reader_type("see #");
    cr_assert_eq(reader.state.prompt.choice_count, 3);
    cr_expect(str_is(reader.state.prompt.choices[0].text, "dawn"));
    reader_type("d");
    cr_expect_not(reader.state.prompt.choosing, "none is lit unasked");
    reader_keys("Down Down Enter");
    cr_expect(str_is(buf_view(&reader.state.editor.text.text), "see #doubt"), "%.*s",
              STR_ARG(buf_view(&reader.state.editor.text.text)));
    reader_keys("Enter");
    cr_expect(str_is(buf_view(&reader.state.editor.text.text), "see #doubt\n"));
    reader_keys("Esc");
    cr_expect_eq(reader.state.prompt.choice_count, 0);
    cr_expect(str_is(last()->text, "see"));
}

Test(notes_work, the_tags_of_a_note_are_ticked_in_a_list)
{
    write_one();
    reader_command("go b");
    reader_command("annotate second #dawn");
    reader_keys("A G k");
    const struct note *note = state_row_note(&reader.state, reader.state.notes.cursor);
    struct str id = arena_str(reader.arena, note->id);
    bool first = str_is(note->text, "Really?");
    if (!first)
        reader_keys("j");
    id = state_row_note(&reader.state, reader.state.notes.cursor)->id;
    reader_keys("#");
    cr_assert(reader.state.prompt.open);
    reader_type("doub");
    reader_keys("Enter");
    reader_type("brand new");
    reader_keys("Enter Esc");
    cr_expect_not(reader.state.prompt.open);
    cr_expect(has_tags(notebook_find(book(), id, NULL), "oak brand new"));
    reader_keys("u");
    cr_expect(has_tags(notebook_find(book(), id, NULL), "doubt oak"));
    reader_keys("# d o u Enter ^C");
    cr_expect(has_tags(notebook_find(book(), id, NULL), "doubt oak"), "^C leaves them");
    reader_command("tags new -oak");
    cr_expect(has_tags(notebook_find(book(), id, NULL), "doubt new"));
}

Test(notes_work, the_last_tags_are_added_to_a_note_in_the_list)
{
    write_one();
    reader_command("go b");
    reader_command("annotate second #dawn");
    reader_keys("A g");
    const struct note *note = state_row_note(&reader.state, 0);
    struct str id = arena_str(reader.arena, note->id);
    if (str_is(note->text, "second"))
        id = arena_str(reader.arena, state_row_note(&reader.state, 1)->id);
    if (str_is(note->text, "second"))
        reader_keys("j");
    reader_keys(".");
    cr_expect(has_tags(notebook_find(book(), id, NULL), "doubt oak dawn"));
}

Test(notes_work, a_tag_is_described_renamed_and_merged_with_a_way_back)
{
    write_one();
    reader_command("tag-describe doubt what must be looked up");
    cr_expect_eq(reader.tags_asked.tags_change, TAGS_DESCRIBE);
    cr_expect(str_is(reader.tags_asked.other, "what must be looked up"));
    reader_command("tag-rename doubt question");
    cr_expect_eq(reader.tags_asked.tags_change, TAGS_RENAME);
    cr_expect(str_is(reader.tags_asked.text, "doubt"));
    cr_expect(str_is(reader.tags_asked.other, "question"));
    cr_expect(reader_said("1 note and 0 articles; u takes it back"));
    reader_keys("u");
    cr_expect_eq(reader.tags_asked.tags_change, TAGS_PART);
    reader_command("tag-rename doubt oak");
    cr_expect(reader_said("is merged into #oak"));
    reader_command("tag-rename nowhere oak");
    cr_expect(reader_said("no note and no article"));
}

/* ---- export ---- */

Test(notes_work, an_export_takes_a_grouping_and_words_and_leaves_private_notes_out)
{
    write_one();
    reader_command("go b");
    reader_command("annotate second #dawn");
    reader_command("private");
    reader_command("export csv all.csv #none-such by tag");
    cr_expect(reader_said("no note is meant by “#none-such by tag”; by, raw"));
    reader_command("export csv all.csv by tag raw");
    cr_expect(str_is(reader.exported, "csv all.csv"));
    cr_expect_eq(reader.export.by, EXPORT_BY_TAG);
    cr_expect(reader.export.raw);
    cr_expect_eq(reader.exported_notes, 1);
    reader_command("export csv \"my notes.csv\" private #dawn");
    cr_expect(str_is(reader.exported, "csv my notes.csv"));
    cr_expect_eq(reader.exported_notes, 1);
    reader_command("export csv all.csv private");
    cr_expect_eq(reader.exported_notes, 2);
    reader_command("export csv all.csv #dawn");
    cr_expect(reader_said("private"));
}
