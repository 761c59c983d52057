/* SPDX-License-Identifier: ISC */
/* Deleted notes, and the end of a conflict. */
#include "desk.h"

#include "dossier/base/day.h"

#include <time.h>

static struct str ago(const struct desk *desk, int days)
{
    char moment[MOMENT_TEXT];
    moment_text((int64_t)time(NULL) - (int64_t)days * 86400, moment);
    return arena_str(desk->arena, str_of(moment));
}

static void write_deleted(const struct desk *desk, const char *writer)
{
    struct str source = arena_printf(
        desk->arena,
        "version: 1\nnotes:\n"
        "  - {id: old, article: a.txt, text: long gone, created: 2026-01-01, deleted: %s}\n"
        "  - {id: first, article: a.txt, text: gone first, created: 2026-01-01, deleted: %s}\n"
        "  - {id: last, article: a.txt, text: gone last, created: 2026-01-01, deleted: %s}\n",
        ago(desk, 91).at, ago(desk, 89).at, ago(desk, 1).at);
    folder_write(desk->folder, arena_printf(desk->arena, "notes/%s.yaml", writer).at, source);
}

Test(notebook_graves, deleted_notes_are_kept_whole_for_90_days_the_latest_first)
{
    struct desk desk = begin();
    write_deleted(&desk, "anna");
    struct notebook *notebook = open_as(&desk, "anna");
    cr_expect_eq(notebook->len, 0);
    cr_assert_eq(notebook->grave_len, 2);
    cr_expect(str_is(notebook->graves[0].text, "gone last"));
    cr_expect(str_is(notebook->graves[1].text, "gone first"));
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_graves, a_deleted_note_comes_back_with_its_words_and_place)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct error error = {0};
    struct note note = add(&desk, notebook, 0, 23, 29, "shut since when?");
    cr_assert(notebook_remove(notebook, &note.id, 1, 2000, &error), "%s", error.text);
    cr_assert_eq(notebook->grave_len, 1);
    cr_assert(notebook_restore(notebook, desk.library, str_sub(note.id, 0, 6), 3000, &error), "%s",
              error.text);
    cr_expect_eq(notebook->grave_len, 0);
    cr_assert_eq(notebook->len, 1);
    cr_expect(str_is(notebook->at[0].text, "shut since when?"));
    cr_expect_eq(notebook->at[0].span.start, 23);
    cr_expect_eq(notebook->at[0].modified, 3000);
    notebook_close(notebook);
    cr_expect(str_is(texts_of(&desk, "anna"), "shut since when?"));
    end(&desk);
}

Test(notebook_graves, only_its_writer_brings_a_note_back)
{
    struct desk desk = begin();
    struct error error = {0};
    write_deleted(&desk, "ben");
    struct notebook *notebook = open_as(&desk, "anna");
    cr_assert_not_null(notebook_find_grave(notebook, STR("last"), &error));
    cr_expect_not(notebook_restore(notebook, desk.library, STR("last"), 5000, &error));
    cr_expect_not_null(strstr(error.text, "ben"), "%s", error.text);
    cr_expect_not(notebook_restore(notebook, desk.library, STR("nobody"), 5000, &error));
    cr_expect_not_null(strstr(error.text, "90 days"), "%s", error.text);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_graves, what_was_deleted_long_ago_goes_with_the_next_save)
{
    struct desk desk = begin();
    write_deleted(&desk, "anna");
    struct notebook *notebook = open_as(&desk, "anna");
    add(&desk, notebook, 0, 4, 10, "new");
    notebook_close(notebook);
    struct str kept = content(&desk, desk.folder, "notes/anna.yaml");
    cr_expect(str_find(kept, STR("long gone"), 0) < 0, "%s", kept.at);
    cr_expect(str_find(kept, STR("gone first"), 0) > 0, "%s", kept.at);
    end(&desk);
}

Test(notebook_graves, a_note_that_was_deleted_long_ago_and_is_written_again_stays)
{
    struct desk desk = begin();
    struct error error = {0};
    write_deleted(&desk, "anna");
    struct notebook *notebook = open_as(&desk, "anna");
    struct note note = {.id = STR("old"), .article = STR("a.txt"), .text = STR("again")};
    note.created = note.modified = (int64_t)time(NULL);
    cr_assert(notebook_put(notebook, desk.library, &note, 1, &error), "%s", error.text);
    notebook_close(notebook);
    cr_expect(str_is(texts_of(&desk, "anna"), "again"));
    end(&desk);
}

Test(notebook_graves, a_reply_to_a_deleted_note_stays_and_finds_it)
{
    struct desk desk = begin();
    struct error error = {0};
    struct notebook *anna = open_as(&desk, "anna");
    struct note note = add(&desk, anna, 0, 4, 10, "why?");
    struct notebook *ben = open_as(&desk, "ben");
    struct note reply = {.article = STR("a.txt"), .text = STR("because"), .replies_to = note.id};
    cr_assert(notebook_put(ben, desk.library, &reply, 1, &error), "%s", error.text);
    cr_assert(notebook_remove(anna, &note.id, 1, 2000 + (int64_t)time(NULL), &error));
    cr_assert(notebook_refresh(ben, desk.library));
    cr_assert_eq(ben->len, 1);
    const struct note *grave = notebook_find_grave(ben, ben->at[0].replies_to, &error);
    cr_assert_not_null(grave);
    cr_expect(str_is(grave->text, "why?"));
    notebook_close(anna);
    notebook_close(ben);
    end(&desk);
}

/* Two versions of the note "first": itself, and "second", which says that it conflicts. */
static struct notebook *open_conflict(const struct desk *desk)
{
    folder_write(desk->folder, "notes/anna.yaml",
                 STR("version: 1\nnotes:\n"
                     "  - {id: first, article: a.txt, text: one, created: 2026-01-01}\n"
                     "  - {id: second, article: a.txt, text: two, created: 2026-01-01, conflict: "
                     "first}\n"));
    return open_as(desk, "anna");
}

Test(notebook_graves, two_versions_name_each_other)
{
    struct desk desk = begin();
    struct notebook *notebook = open_conflict(&desk);
    cr_assert_eq(notebook->len, 2);
    cr_expect(str_is(notebook->at[0].clash, "second"));
    cr_expect(str_is(notebook->at[1].clash, "first"));
    cr_expect_eq(notebook->at[0].conflict.len, 0);
    notebook_close(notebook);
    end(&desk);
}

static void check_settled(const char *id, const char *text, const char *lost)
{
    struct desk desk = begin();
    struct notebook *notebook = open_conflict(&desk);
    struct error error = {0};
    int64_t now = (int64_t)time(NULL);
    cr_assert(notebook_settle(notebook, desk.library, str_of(id), now, &error), "%s", error.text);
    for (int reads = 0; reads < 2; reads++) {
        cr_assert_eq(notebook->len, 1);
        cr_expect(str_is(notebook->at[0].id, "first"));
        cr_expect(str_is(notebook->at[0].text, text));
        cr_expect_eq(notebook->at[0].conflict.len, 0);
        cr_expect_eq(notebook->at[0].clash.len, 0);
        notebook_close(notebook);
        notebook = open_as(&desk, "anna");
    }
    cr_assert_eq(notebook->grave_len, 1);
    cr_expect(str_is(notebook->graves[0].id, "second"));
    cr_expect(str_is(notebook->graves[0].text, lost));
    cr_expect_not(notebook_settle(notebook, desk.library, STR("first"), now, &error));
    cr_expect_not_null(strstr(error.text, "no conflict"), "%s", error.text);
    cr_expect(str_find(content(&desk, desk.folder, "notes/anna.yaml"), str_of(lost), 0) > 0);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_graves, a_conflict_ends_with_the_first_version)
{
    check_settled("first", "one", "two");
}

Test(notebook_graves, a_conflict_ends_with_the_second_version_under_the_first_id)
{
    check_settled("second", "two", "one");
}

Test(notebook_graves, deleting_one_version_ends_the_conflict_too)
{
    struct desk desk = begin();
    struct notebook *notebook = open_conflict(&desk);
    struct error error = {0};
    cr_assert(notebook_remove(notebook, &(struct str){"second", 6}, 1, 2000, &error), "%s",
              error.text);
    cr_assert_eq(notebook->len, 1);
    cr_expect_eq(notebook->at[0].clash.len, 0);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_graves, a_deletion_comes_behind_a_change_of_the_same_second)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct note note = add(&desk, notebook, 0, 4, 10, "mine");
    struct error error = {0};
    cr_assert(notebook_remove(notebook, &note.id, 1, note.modified, &error), "%s", error.text);
    cr_assert_eq(notebook->grave_len, 1);
    cr_expect_gt(notebook->graves[0].deleted, notebook->graves[0].modified);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_graves, anothers_conflict_is_for_them_to_settle)
{
    struct desk desk = begin();
    struct error error = {0};
    notebook_close(open_conflict(&desk));
    struct notebook *notebook = open_as(&desk, "ben");
    cr_expect(str_is(notebook->at[0].clash, "second"));
    cr_expect_not(notebook_settle(notebook, desk.library, STR("first"), 5000, &error));
    cr_expect_not_null(strstr(error.text, "anna"), "%s", error.text);
    notebook_close(notebook);
    end(&desk);
}
