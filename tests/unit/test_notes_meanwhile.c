/* SPDX-License-Identifier: ISC */
/* What others write into the file of notes while this program runs is never written over. */
#include "desk.h"

/* In the file of anna FROM becomes TO, as if by an editor. */
static void edit(const struct desk *desk, const char *from, const char *to)
{
    struct buf bytes = {0};
    buf_str(&bytes, content(desk, desk->folder, "notes/anna.yaml"));
    ptrdiff_t at = str_find(buf_view(&bytes), str_of(from), 0);
    cr_assert(at >= 0, "%s", bytes.at);
    buf_splice(&bytes, (size_t)at, (size_t)at + strlen(from), str_of(to));
    folder_write(desk->folder, "notes/anna.yaml", buf_view(&bytes));
    buf_free(&bytes);
}

/* The two versions of the only note, the one that was saved first first. */
static void check_versions(const struct notebook *notebook, const char *first, const char *second)
{
    cr_assert_eq(notebook->len, 2);
    bool turned = notebook->at[0].conflict.len > 0;
    const struct note *one = &notebook->at[turned], *two = &notebook->at[!turned];
    cr_expect(str_is(one->text, first), "%.*s", STR_ARG(one->text));
    cr_expect(str_is(two->text, second), "%.*s", STR_ARG(two->text));
    cr_expect(str_eq(one->clash, two->id));
    cr_expect(str_eq(two->clash, one->id));
    cr_expect(str_eq(two->conflict, one->id));
}

/* NOTE is changed here, after it was changed elsewhere so that it says THEIRS. */
static void expect_both(const struct desk *desk, struct notebook *notebook, struct note *note,
                        const char *theirs)
{
    struct error error = {0};
    struct str id = arena_str(desk->arena, note->id);
    note->text = STR("mine");
    note->modified = 2000;
    cr_assert(notebook_put(notebook, desk->library, note, 1, &error), "%s", error.text);
    cr_expect_not(str_eq(note->id, id), "the version here has an id of its own");
    cr_expect(str_is(notebook_find(notebook, note->id, &error)->text, "mine"));
    check_versions(notebook, theirs, "mine");
    struct notebook *read = open_as(desk, "anna");
    check_versions(read, theirs, "mine");
    notebook_close(read);
}

Test(notes_meanwhile, words_that_an_editor_wrote_into_a_note_stay_beside_those_written_here)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct note note = add(&desk, notebook, 0, 23, 29, "shut since when?");
    edit(&desk, "since when", "for how long");
    expect_both(&desk, notebook, &note, "shut for how long?");
    notebook_close(notebook);
    end(&desk);
}

Test(notes_meanwhile, tags_that_an_editor_wrote_stay_too)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct note note = add(&desk, notebook, 0, 23, 29, "shut since when?");
    edit(&desk, "tags: []", "tags: [bridge]");
    expect_both(&desk, notebook, &note, "shut since when?");
    notebook_close(notebook);
    end(&desk);
}

Test(notes_meanwhile, of_two_programs_that_change_one_note_both_versions_stay)
{
    struct desk desk = begin();
    struct error error = {0};
    struct notebook *one = open_as(&desk, "anna");
    struct note note = add(&desk, one, 0, 23, 29, "first"), same;
    struct notebook *two = open_as(&desk, "anna");
    same = note_copy(desk.arena, &two->at[0]);
    note.text = STR("second");
    cr_assert(notebook_put(one, desk.library, &note, 1, &error), "%s", error.text);
    expect_both(&desk, two, &same, "second");
    cr_assert(notebook_refresh(one, desk.library));
    check_versions(one, "second", "mine");
    cr_assert(notebook_settle(one, desk.library, same.id, 5000, &error), "%s", error.text);
    notebook_close(one);
    notebook_close(two);
    cr_expect(str_is(texts_of(&desk, "anna"), "mine"));
    end(&desk);
}

Test(notes_meanwhile, what_was_read_again_can_be_changed_without_a_conflict)
{
    struct desk desk = begin();
    struct error error = {0};
    struct notebook *notebook = open_as(&desk, "anna");
    struct note note = add(&desk, notebook, 0, 23, 29, "shut since when?");
    edit(&desk, "since when", "for how long");
    cr_assert(notebook_refresh(notebook, desk.library));
    note.text = STR("mine");
    cr_assert(notebook_put(notebook, desk.library, &note, 1, &error), "%s", error.text);
    notebook_close(notebook);
    cr_expect(str_is(texts_of(&desk, "anna"), "mine"));
    end(&desk);
}

Test(notes_meanwhile, a_note_that_was_changed_elsewhere_is_not_deleted_unseen)
{
    struct desk desk = begin();
    struct error error = {0};
    struct notebook *notebook = open_as(&desk, "anna");
    struct note note = add(&desk, notebook, 0, 23, 29, "shut since when?");
    edit(&desk, "since when", "for how long");
    cr_expect_not(notebook_remove(notebook, &note.id, 1, 2000, &error));
    cr_expect_not_null(strstr(error.text, "by another program meanwhile"), "%s", error.text);
    cr_assert_eq(notebook->len, 1);
    cr_expect(str_is(notebook->at[0].text, "shut for how long?"));
    cr_assert(notebook_remove(notebook, &note.id, 1, 2000, &error), "%s", error.text);
    cr_expect_eq(notebook->len, 0);
    notebook_close(notebook);
    end(&desk);
}

Test(notes_meanwhile, files_that_come_and_go_and_change_are_taken_in)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    cr_expect_not(notebook_refresh(notebook, desk.library), "nothing is other");
    folder_write(desk.folder, "notes/ben.yaml",
                 STR("notes:\n  - {id: n1, article: a.txt, text: one, created: 2026-01-01}\n"));
    cr_assert(notebook_refresh(notebook, desk.library));
    cr_assert_eq(notebook->len, 1);
    cr_expect_not(notebook_refresh(notebook, desk.library));
    folder_write(desk.folder, "notes/ben.yaml",
                 STR("notes:\n  - {id: n1, article: a.txt, text: two, created: 2026-01-01}\n"));
    cr_assert(notebook_refresh(notebook, desk.library), "of the same size, a moment later");
    cr_expect(str_is(notebook->at[0].text, "two"));
    cr_expect(str_is(notebook_find(notebook, STR("n1"), NULL)->text, "two"));
    cr_expect_eq(remove(path_join(desk.arena, desk.folder, "notes/ben.yaml")), 0);
    cr_assert(notebook_refresh(notebook, desk.library));
    cr_expect_eq(notebook->len, 0);
    notebook_close(notebook);
    end(&desk);
}

Test(notes_meanwhile, what_others_saved_is_there_after_ones_own_save)
{
    struct desk desk = begin();
    struct notebook *one = open_as(&desk, "anna"), *two = open_as(&desk, "anna");
    add(&desk, one, 0, 4, 10, "1");
    add(&desk, two, 0, 23, 29, "2");
    cr_expect_eq(two->len, 2);
    add(&desk, one, 1, 0, 3, "3");
    cr_expect_eq(one->len, 3);
    cr_assert(notebook_refresh(two, desk.library));
    cr_expect_eq(two->len, 3);
    cr_expect_not(notebook_refresh(one, desk.library));
    notebook_close(one);
    notebook_close(two);
    end(&desk);
}

Test(notes_meanwhile, ones_own_saves_are_no_news)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    for (int i = 0; i < 20; i++) {
        add(&desk, notebook, 0, 4, 10, "x");
        cr_expect_not(notebook_refresh(notebook, desk.library));
    }
    notebook_close(notebook);
    end(&desk);
}

Test(notes_meanwhile, other_notes_of_the_file_may_change)
{
    struct desk desk = begin();
    struct error error = {0};
    struct notebook *notebook = open_as(&desk, "anna");
    add(&desk, notebook, 0, 4, 10, "one");
    struct note note = add(&desk, notebook, 0, 23, 29, "two");
    edit(&desk, "text: one", "text: uno  # a comment");
    edit(&desk, "tags: []", "tags: [x]");
    note.text = STR("second");
    cr_expect(notebook_put(notebook, desk.library, &note, 1, &error), "%s", error.text);
    notebook_close(notebook);
    cr_expect(str_is(texts_of(&desk, "anna"), "uno|second"));
    end(&desk);
}

Test(notes_meanwhile, the_words_of_a_note_that_was_deleted_elsewhere_can_still_be_saved)
{
    struct desk desk = begin();
    struct error error = {0};
    struct notebook *one = open_as(&desk, "anna");
    struct note note = add(&desk, one, 0, 23, 29, "first");
    struct notebook *two = open_as(&desk, "anna");
    cr_assert(notebook_remove(one, &note.id, 1, 2000, &error), "%s", error.text);
    note.text = STR("second");
    note.modified = 3000;
    cr_expect(notebook_put(two, desk.library, &note, 1, &error), "%s", error.text);
    notebook_close(one);
    notebook_close(two);
    cr_expect(str_is(texts_of(&desk, "anna"), "second"));
    end(&desk);
}

Test(notes_meanwhile, a_file_with_the_marks_of_a_merge_is_right_again_after_a_save)
{
    struct desk desk = begin();
    folder_write(desk.folder, "notes/anna.yaml",
                 STR("version: 1\nnotes:\n"
                     "  - id: n1\n    article: a.txt\n"
                     "<<<<<<< HEAD\n    text: one\n=======\n    text: two\n>>>>>>> 1234\n"
                     "    created: 2026-01-01T00:00:00Z\n"));
    struct notebook *notebook = open_as(&desk, "anna");
    cr_expect_neq(notebook->problems.len, 0);
    check_versions(notebook, "one", "two");
    add(&desk, notebook, 1, 0, 3, "three");
    cr_expect_neq(notebook->kept_aside.len, 0);
    cr_expect_eq(notebook->problems.len, 0);
    cr_expect_eq(notebook->len, 3);
    add(&desk, notebook, 1, 4, 8, "four");
    cr_expect_eq(notebook->kept_aside.len, 0);
    notebook_close(notebook);
    end(&desk);
}
