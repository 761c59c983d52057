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

static void expect_refused(const struct desk *desk, struct notebook *notebook, struct note *note,
                           const char *kept)
{
    struct error error = {0};
    note->text = STR("mine");
    cr_expect_not(notebook_put(notebook, desk->library, note, 1, &error));
    cr_expect_not_null(strstr(error.text, "notes/anna.yaml:4: another program has changed"), "%s",
                       error.text);
    cr_expect_not(notebook_remove(notebook, &note->id, 1, 2000, &error));
    cr_expect(str_find(content(desk, desk->folder, "notes/anna.yaml"), str_of(kept), 0) > 0);
}

Test(notes_meanwhile, words_that_an_editor_wrote_into_a_note_are_not_written_over)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct note note = add(&desk, notebook, 0, 23, 29, "shut since when?");
    edit(&desk, "since when", "for how long");
    expect_refused(&desk, notebook, &note, "shut for how long?");
    notebook_close(notebook);
    end(&desk);
}

Test(notes_meanwhile, tags_that_an_editor_wrote_are_not_written_over)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct note note = add(&desk, notebook, 0, 23, 29, "shut since when?");
    edit(&desk, "tags: []", "tags: [bridge]");
    expect_refused(&desk, notebook, &note, "tags: [bridge]");
    notebook_close(notebook);
    end(&desk);
}

Test(notes_meanwhile,
     of_two_programs_that_change_one_note_the_second_is_refused_till_it_reads_again)
{
    struct desk desk = begin();
    struct error error = {0};
    struct notebook *one = open_as(&desk, "anna");
    struct note note = add(&desk, one, 0, 23, 29, "first");
    struct notebook *two = open_as(&desk, "anna");
    note.text = STR("second");
    cr_assert(notebook_put(one, desk.library, &note, 1, &error), "%s", error.text);
    expect_refused(&desk, two, &note, "text: second");
    notebook_close(two);
    two = open_as(&desk, "anna");
    note.text = STR("third");
    cr_expect(notebook_put(two, desk.library, &note, 1, &error), "%s", error.text);
    notebook_close(one);
    notebook_close(two);
    cr_expect(str_is(texts_of(&desk, "anna"), "third"));
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
