/* SPDX-License-Identifier: ISC */
#include "desk.h"

#include <sys/stat.h>

Test(notebook, a_note_is_on_disk_at_once_and_read_again)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct note note = add(&desk, notebook, 0, 23, 29, "shut since when?");
    cr_expect_eq(note.id.len, NOTE_ID);
    cr_expect(content(&desk, desk.folder, "notes/anna.yaml").len > 0);
    notebook_close(notebook);
    notebook = open_as(&desk, "ben");
    cr_assert_eq(notebook->len, 1);
    cr_expect(str_is(notebook->at[0].by, "anna"));
    cr_expect(str_is(notebook->at[0].file, "notes/anna.yaml"));
    cr_expect_eq(notebook->at[0].line, 4);
    cr_expect_eq(notebook->at[0].span.start, 23);
    cr_expect_eq(notebook->at[0].state, ANCHOR_EXACT);
    cr_expect_eq(notebook->problems.len, 0);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook, nothing_is_made_before_the_first_note)
{
    struct desk desk = begin();
    notebook_close(open_as(&desk, "anna"));
    cr_expect_eq(rmdir(desk.folder), 0);
    cr_expect_eq(rmdir(desk.data), 0);
    end(&desk);
}

Test(notebook, notes_stand_in_order_of_article_and_place)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    add(&desk, notebook, 1, 0, 3, "4");
    add(&desk, notebook, 0, 23, 29, "3");
    add(&desk, notebook, 0, 0, 0, "1");
    add(&desk, notebook, 0, 4, 10, "2");
    for (size_t i = 0; i < notebook->len; i++)
        cr_expect_eq(notebook->at[i].text.at[0], (char)('1' + i));
    notebook_close(notebook);
    cr_expect(str_is(texts_of(&desk, "anna"), "1|2|3|4"));
    end(&desk);
}

Test(notebook, two_programs_that_save_in_turns_lose_nothing)
{
    struct desk desk = begin();
    struct notebook *one = open_as(&desk, "anna"), *two = open_as(&desk, "anna");
    struct error error = {0};
    add(&desk, one, 0, 4, 10, "1");
    struct note second = add(&desk, two, 0, 23, 29, "2");
    add(&desk, one, 1, 0, 3, "3");
    second.text = STR("2b");
    cr_assert(notebook_put(two, desk.library, &second, 1, &error), "%s", error.text);
    add(&desk, one, 1, 4, 8, "4");
    notebook_close(one);
    notebook_close(two);
    cr_expect(str_is(texts_of(&desk, "anna"), "1|2b|3|4"));
    end(&desk);
}

Test(notebook, an_older_version_can_be_put_back)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct error error = {0};
    add(&desk, notebook, 0, 4, 10, "first");
    struct note old = note_copy(desk.arena, &notebook->at[0]), new = old;
    new.text = STR("second");
    new.modified = 2000;
    cr_assert(notebook_put(notebook, desk.library, &new, 1, &error));
    cr_expect(str_is(texts_of(&desk, "anna"), "second"));
    cr_assert(notebook_put(notebook, desk.library, &old, 1, &error));
    cr_expect(str_is(texts_of(&desk, "anna"), "first"));
    cr_assert(notebook_remove(notebook, &old.id, 1, 3000, &error));
    cr_expect_eq(notebook->len, 0);
    cr_expect(str_is(texts_of(&desk, "anna"), ""));
    cr_expect(str_find(content(&desk, desk.folder, "notes/anna.yaml"), STR("text: first"), 0) > 0);
    cr_assert(notebook_put(notebook, desk.library, &old, 1, &error));
    cr_expect(str_is(texts_of(&desk, "anna"), "first"));
    notebook_close(notebook);
    end(&desk);
}

Test(notebook, the_notes_of_others_are_read_and_not_changed)
{
    struct desk desk = begin();
    struct error error = {0};
    struct notebook *anna = open_as(&desk, "anna");
    add(&desk, anna, 0, 4, 10, "hers");
    struct note note = note_copy(desk.arena, &anna->at[0]);
    notebook_close(anna);
    struct str before = content(&desk, desk.folder, "notes/anna.yaml");
    struct notebook *ben = open_as(&desk, "ben");
    note.text = STR("his");
    cr_expect_not(notebook_put(ben, desk.library, &note, 1, &error));
    cr_expect(str_find(str_of(error.text), STR("anna"), 0) > 0, "%s", error.text);
    cr_expect_not(notebook_remove(ben, &note.id, 1, 2000, &error));
    add(&desk, ben, 1, 0, 3, "his own");
    cr_expect(str_is(ben->at[0].text, "hers"));
    cr_expect_eq(ben->len, 2);
    notebook_close(ben);
    cr_expect(str_eq(content(&desk, desk.folder, "notes/anna.yaml"), before));
    end(&desk);
}

Test(notebook, a_writers_name_is_safe_as_a_files)
{
    static const struct {
        const char *wished, *name;
    } cases[] = {
        {"anna", "anna"}, {"../../etc/x", "etcx"},    {".hidden", "hidden"},
        {"a b/c", "abc"}, {"Zoë.M-1_2", "Zoë.M-1_2"}, {"\x1b[31mx", "31mx"},
    };
    struct desk desk = begin();
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct notebook *notebook = open_as(&desk, cases[i].wished);
        cr_expect_str_eq(notebook->writer, cases[i].name);
        notebook_close(notebook);
    }
    struct notebook *notebook = open_as(&desk, "///");
    cr_expect(*notebook->writer);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook, a_note_that_cant_be_saved_changes_nothing)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct error error = {0};
    add(&desk, notebook, 0, 4, 10, "first");
    folder_write(desk.folder, "notes/anna.yaml", STR("version: 9\nnotes:\n"));
    struct note note = {.article = STR("a.txt"), .text = STR("second"), .created = 1};
    cr_expect_not(notebook_put(notebook, desk.library, &note, 1, &error));
    cr_expect_not(notebook_remove(notebook, &notebook->at[0].id, 1, 5, &error));
    cr_assert_eq(notebook->len, 1);
    cr_expect(str_is(notebook->at[0].text, "first"));
    notebook_close(notebook);
    cr_expect(str_is(content(&desk, desk.folder, "notes/anna.yaml"), "version: 9\nnotes:\n"));
    end(&desk);
}

Test(notebook, a_save_that_failed_can_be_tried_again_and_makes_no_second_note)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct error error = {0};
    struct note note = {.article = STR("a.txt"), .text = STR("once"), .created = 1};
    folder_write(desk.folder, "notes/anna.yaml", STR("version: 9\n"));
    cr_expect_not(notebook_put(notebook, desk.library, &note, 1, &error));
    cr_expect_eq(note.id.len, NOTE_ID);
    struct str id = arena_str(desk.arena, note.id);
    cr_expect_eq(remove(path_join(desk.arena, desk.folder, "notes/anna.yaml")), 0);
    cr_assert(notebook_put(notebook, desk.library, &note, 1, &error), "%s", error.text);
    cr_expect(str_eq(note.id, id));
    notebook_close(notebook);
    cr_expect(str_is(texts_of(&desk, "anna"), "once"));
    end(&desk);
}

Test(notebook, many_notes_are_stored_in_one_save)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct error error = {0};
    struct note notes[30];
    for (size_t i = 0; i < COUNT(notes); i++)
        notes[i] = (struct note){.article = STR("a.txt"), .text = STR("x"), .created = 1};
    cr_assert(notebook_put(notebook, desk.library, notes, COUNT(notes), &error), "%s", error.text);
    cr_expect_eq(notebook->len, COUNT(notes));
    for (size_t i = 0; i < COUNT(notes); i++)
        cr_expect(str_is(notebook_find(notebook, notes[i].id, &error)->by, "anna"));
    notebook_close(notebook);
    notebook = open_as(&desk, "anna");
    cr_expect_eq(notebook->len, COUNT(notes));
    notebook_close(notebook);
    end(&desk);
}

/* What a note is in memory after the change of one, against what a new reader finds. */
static void check_as_read(struct desk *desk, const struct notebook *notebook)
{
    struct notebook *read = open_as(desk, "anna");
    cr_assert_eq(read->len, notebook->len);
    for (size_t i = 0; i < read->len; i++) {
        cr_expect(str_eq(read->at[i].id, notebook->at[i].id));
        cr_expect(str_eq(read->at[i].text, notebook->at[i].text));
        cr_expect_eq(read->at[i].span.start, notebook->at[i].span.start);
        cr_expect_eq(notebook_find(notebook, read->at[i].id, NULL), &notebook->at[i]);
    }
    notebook_close(read);
}

Test(notebook, memory_is_as_the_file_after_any_run_of_changes)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct error error = {0};
    unsigned dice = 7;
    for (int i = 0; i < 60; i++) {
        dice = dice * 1103515245u + 12345u;
        size_t which = notebook->len ? (dice >> 16) % notebook->len : 0;
        if (!notebook->len || (dice >> 8) % 3 == 0) {
            add(&desk, notebook, dice >> 4 & 1, dice >> 5 & 7, 9, "added");
        } else if ((dice >> 8) % 3 == 1) {
            struct note note = note_copy(desk.arena, &notebook->at[which]);
            note.text = arena_printf(desk.arena, "changed %d", i);
            cr_assert(notebook_put(notebook, desk.library, &note, 1, &error), "%s", error.text);
        } else {
            struct str id = arena_str(desk.arena, notebook->at[which].id);
            cr_assert(notebook_remove(notebook, &id, 1, 2000 + i, &error), "%s", error.text);
            cr_expect(str_eq(notebook->graves[0].id, id));
        }
        check_as_read(&desk, notebook);
    }
    notebook_close(notebook);
    end(&desk);
}

Test(notebook, a_note_is_found_by_its_id_or_the_beginning_of_it)
{
    struct desk desk = begin();
    folder_write(desk.folder, "notes/ben.yaml",
                 STR("notes:\n"
                     "  - {id: ab1, article: a.txt, text: one, created: 2026-01-01}\n"
                     "  - {id: ab12, article: a.txt, text: two, created: 2026-01-01}\n"));
    struct notebook *notebook = open_as(&desk, "anna");
    struct error error = {0};
    cr_expect(str_is(notebook_find(notebook, STR("ab1"), &error)->text, "one"));
    cr_expect(str_is(notebook_find(notebook, STR("ab12"), &error)->text, "two"));
    cr_expect_null(notebook_find(notebook, STR("ab"), &error));
    cr_expect(str_find(str_of(error.text), STR("ab12"), 0) > 0, "%s", error.text);
    cr_expect_null(notebook_find(notebook, STR("x"), &error));
    cr_expect_null(notebook_find(notebook, STR(""), &error));
    notebook_close(notebook);
    end(&desk);
}

Test(notebook, passages_are_found_again_when_the_articles_change)
{
    static const struct small_article later[] = {
        {.path = "a.txt", .text = "News: the bridge is old. The bridge is shut."},
    };
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    add(&desk, notebook, 0, 30, 37, "shut");
    add(&desk, notebook, 1, 0, 3, "gone");
    notebook_close(notebook);
    library_free(desk.library);
    desk.library = small_library(tags, later, 1);
    desk.library->folder = desk.folder;
    notebook = open_as(&desk, "anna");
    cr_expect_eq(notebook->at[0].state, ANCHOR_MOVED);
    cr_expect_eq(notebook->at[0].span.start, 36);
    cr_expect_eq(notebook->at[1].state, ANCHOR_ORPHAN);
    notebook_close(notebook);
    end(&desk);
}

/* A note about the actor Ada Berg, who is merged into Bo by the time it is read again. */
Test(notebook, a_note_about_an_actor_that_was_merged_is_about_the_other_and_its_file_stays)
{
    static const char merged[] = "actors:\n  - {id: bo, name: Bo, was: [ada-berg]}\n";
    struct desk desk = begin();
    struct error error = {0};
    struct notebook *notebook = open_as(&desk, "anna");
    struct note note = {.about = STR("ada-berg"), .text = STR("who?"), .modified = 1};
    cr_assert(notebook_put(notebook, desk.library, &note, 1, &error), "%s", error.text);
    notebook_close(notebook);
    struct str before = content(&desk, desk.folder, "notes/anna.yaml");
    struct library *old = desk.library;
    desk.library = small_library(merged, NULL, 0);
    desk.library->folder = desk.folder;
    notebook = open_as(&desk, "anna");
    cr_assert_eq(notebook->len, 1);
    cr_expect(str_is(notebook->at[0].about, "bo"));
    cr_expect_eq(notebook->at[0].state, ANCHOR_EXACT);
    notebook_close(notebook);
    library_free(desk.library);
    desk.library = old;
    notebook = open_as(&desk, "anna");
    cr_expect(str_is(notebook->at[0].about, "ada-berg"), "when the merging is taken back");
    notebook_close(notebook);
    cr_expect(str_eq(content(&desk, desk.folder, "notes/anna.yaml"), before));
    end(&desk);
}
