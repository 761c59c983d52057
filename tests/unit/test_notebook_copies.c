/* SPDX-License-Identifier: ISC */
/* Copies that file-syncing services leave, and notes from elsewhere. */
#include "desk.h"

#define HEAD "version: 1\nnotes:\n"
#define NOTE(id, text, modified)                                                                 \
    "  - {id: " id ", article: a.txt, text: " text ", created: 2026-01-01T00:00:00Z, modified: " \
    "2026-01-" modified "T00:00:00Z}\n"

static void write_notes(const struct desk *desk, const char *stem, const char *source)
{
    folder_write(desk->folder, arena_printf(desk->arena, "notes/%s.yaml", stem).at, str_of(source));
}

static size_t count_code(const struct notebook *notebook, const char *code)
{
    size_t count = 0;
    for (size_t i = 0; i < notebook->problems.len; i++)
        count += !strcmp(notebook->problems.at[i].code, code);
    return count;
}

Test(notebook_copies, what_syncing_services_leave_is_known_by_its_name)
{
    static const char *const stems[] = {
        "anna.sync-conflict-20261120-101500-ABCDEFG",
        "anna (Ben's conflicted copy 2026-11-20)",
        "anna (conflicted copy 2026-11-20 101500)",
        "anna (1)",
        "anna (SFConflict ben 2026-11-20-10-15-00)",
        "anna 2",
        "anna_conflict-20201120-101500",
    };
    for (size_t i = 0; i < COUNT(stems); i++) {
        struct desk desk = begin();
        write_notes(&desk, "anna", HEAD NOTE("n1", "mine", "01"));
        write_notes(&desk, stems[i], HEAD NOTE("n2", "only in the copy", "01"));
        struct notebook *notebook = open_as(&desk, "anna");
        cr_expect_eq(notebook->len, 1, "%s", stems[i]);
        cr_assert_eq(notebook->copy_len, 1, "%s", stems[i]);
        cr_expect_eq(notebook->copies[0].differ, 1);
        cr_expect_eq(count_code(notebook, "conflict-copy"), 1);
        notebook_close(notebook);
        end(&desk);
    }
}

Test(notebook_copies, a_colleague_whose_name_begins_alike_is_one)
{
    static const char *const stems[] = {"anna-maria", "anna_b", "annabel", "anna.k", "anna2"};
    for (size_t i = 0; i < COUNT(stems); i++) {
        struct desk desk = begin();
        write_notes(&desk, "anna", HEAD NOTE("n1", "mine", "01"));
        write_notes(&desk, stems[i], HEAD NOTE("n2", "hers", "01"));
        struct notebook *notebook = open_as(&desk, "anna");
        cr_expect_eq(notebook->len, 2, "%s", stems[i]);
        cr_expect_eq(notebook->copy_len, 0);
        cr_expect_eq(notebook->problems.len, 0);
        notebook_close(notebook);
        end(&desk);
    }
}

Test(notebook_copies, a_name_that_might_be_a_colleagues_is_a_copy_where_the_notes_are_the_same)
{
    struct desk desk = begin();
    write_notes(&desk, "anna", HEAD NOTE("n1", "mine", "01") NOTE("n2", "too", "01"));
    write_notes(&desk, "anna-LAPTOP", HEAD NOTE("n1", "mine", "01") NOTE("n3", "new", "01"));
    struct notebook *notebook = open_as(&desk, "anna");
    cr_expect_eq(notebook->len, 2);
    cr_assert_eq(notebook->copy_len, 1);
    cr_expect_eq(notebook->copies[0].differ, 1);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_copies, a_copy_of_anothers_file_is_for_them_and_not_read)
{
    struct desk desk = begin();
    write_notes(&desk, "ben", HEAD NOTE("n1", "ben's", "01"));
    write_notes(&desk, "ben (1)", HEAD NOTE("n1", "ben's older", "01"));
    struct notebook *notebook = open_as(&desk, "anna");
    cr_expect_eq(notebook->len, 1);
    cr_expect_eq(notebook->copy_len, 0);
    cr_assert_eq(notebook->problems.len, 1);
    cr_expect_eq(notebook->problems.at[0].severity, SEVERITY_WARNING);
    cr_expect(str_find(notebook->problems.at[0].message, STR("only ben"), 0) > 0);
    notebook_close(notebook);
    end(&desk);
}

static void take_copy(struct desk *desk, struct notebook *notebook, struct taken *taken)
{
    struct error error = {0};
    cr_assert_eq(notebook->copy_len, 1);
    cr_assert(notebook_take_copy(notebook, desk->library, 0, taken, &error), "%s", error.text);
}

Test(notebook_copies, taking_a_copy_in_leaves_nothing_that_differs)
{
    struct desk desk = begin();
    struct taken taken;
    write_notes(&desk, "anna",
                HEAD NOTE("n1", "same", "05") NOTE("n2", "here at first", "01")
                    NOTE("n3", "mine later", "09") NOTE("n4", "changed here", "08"));
    write_notes(&desk, "anna (1)",
                HEAD NOTE("n1", "same", "05") NOTE("n2", "there later", "07")
                    NOTE("n3", "older", "02") NOTE("n4", "changed there", "07")
                        NOTE("n5", "new", "06"));
    struct notebook *notebook = open_as(&desk, "anna");
    cr_expect_eq(notebook->copies[0].differ, 3);
    take_copy(&desk, notebook, &taken);
    cr_expect_eq(taken.added, 1);
    cr_expect_eq(taken.changed, 1);
    cr_expect_eq(taken.clashed, 1);
    cr_expect_eq(taken.same, 2);
    cr_expect_eq(notebook->copies[0].differ, 0);
    cr_assert_eq(notebook->len, 6);
    cr_expect(str_is(notebook_find(notebook, STR("n2"), NULL)->text, "there later"));
    cr_expect(str_is(notebook_find(notebook, STR("n3"), NULL)->text, "mine later"));
    const struct note *clash = notebook_find(notebook, STR("n4"), NULL);
    cr_expect(str_is(clash->text, "changed here"));
    cr_assert_not_null(notebook_find(notebook, clash->clash, NULL));
    cr_expect(str_is(notebook_find(notebook, clash->clash, NULL)->text, "changed there"));
    take_copy(&desk, notebook, &taken);
    cr_expect_eq(taken.same, 5);
    cr_expect_eq(notebook->len, 6);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_copies, a_deletion_takes_no_words_that_it_did_not_know)
{
    struct desk desk = begin();
    struct taken taken;
    write_notes(&desk, "anna", HEAD NOTE("n1", "known", "01") NOTE("n2", "changed here", "04"));
    write_notes(&desk, "anna (1)",
                HEAD "  - {id: n1, article: a.txt, text: known, created: 2026-01-01, deleted: "
                     "2026-01-05}\n"
                     "  - {id: n2, article: a.txt, text: known, created: 2026-01-01, deleted: "
                     "2026-01-05}\n");
    struct notebook *notebook = open_as(&desk, "anna");
    take_copy(&desk, notebook, &taken);
    cr_expect_eq(taken.changed, 1);
    cr_expect_eq(notebook->copies[0].differ, 0);
    notebook_close(notebook);
    cr_expect(str_is(texts_of(&desk, "anna"), "changed here"));
    end(&desk);
}

static struct note imported(const char *id, const char *text, int64_t modified)
{
    return (struct note){.id = str_of(id),
                         .article = STR("a.txt"),
                         .text = str_of(text),
                         .created = 1000,
                         .modified = modified};
}

static struct taken take(struct desk *desk, struct notebook *notebook, const struct note *notes,
                         size_t count)
{
    struct taken taken;
    struct error error = {0};
    cr_assert(notebook_take(notebook, desk->library, notes, count, &taken, &error), "%s",
              error.text);
    return taken;
}

Test(notebook_copies, other_words_of_the_same_moment_are_a_second_version)
{
    struct desk desk = begin();
    struct error error = {0};
    struct taken taken = {0};
    write_notes(&desk, "anna", HEAD NOTE("n1", "mine", "05"));
    write_notes(&desk, "anna (1)", HEAD NOTE("n1", "mine too", "05"));
    struct notebook *notebook = open_as(&desk, "anna");
    cr_assert_eq(notebook->copy_len, 1);
    cr_expect_eq(notebook->copies[0].differ, 1);
    cr_assert(notebook_take_copy(notebook, desk.library, 0, &taken, &error), "%s", error.text);
    cr_expect_eq(taken.clashed, 1);
    cr_expect_eq(notebook->len, 2);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_copies, notes_are_taken_in_with_their_ids_and_once)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    const struct note notes[] = {imported("n1", "one", 1000), imported("n2", "two", 1000),
                                 imported("http://x/y", "three", 1000), imported("", "four", 1000)};
    struct taken taken = take(&desk, notebook, notes, COUNT(notes));
    cr_expect_eq(taken.added, 4);
    cr_expect(str_is(notebook_find(notebook, STR("n1"), NULL)->text, "one"));
    taken = take(&desk, notebook, notes, COUNT(notes));
    cr_expect_eq(taken.same, 4);
    cr_expect_eq(notebook->len, 4);
    notebook_close(notebook);
    notebook = open_as(&desk, "anna");
    cr_expect_eq(notebook->len, 4);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_copies, an_older_version_that_comes_back_changes_nothing)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct note now = imported("n1", "now", 5000), then = imported("n1", "then", 3000);
    take(&desk, notebook, &now, 1);
    struct taken taken = take(&desk, notebook, &then, 1);
    cr_expect_eq(taken.same, 1);
    cr_expect(str_is(notebook->at[0].text, "now"));
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_copies, a_version_of_which_nobody_knows_whence_becomes_a_second_one)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct note here = imported("n1", "here", 3000), there = imported("n1", "there", 5000);
    take(&desk, notebook, &here, 1);
    cr_expect_eq(take(&desk, notebook, &there, 1).clashed, 1);
    cr_expect_eq(take(&desk, notebook, &there, 1).same, 1);
    cr_assert_eq(notebook->len, 2);
    cr_expect(str_eq(notebook->at[0].clash, notebook->at[1].id));
    cr_expect(str_eq(notebook->at[1].clash, notebook->at[0].id));
    notebook_close(notebook);
    cr_expect_eq(texts_of(&desk, "anna").len, strlen("here|there"));
    end(&desk);
}

Test(notebook_copies, a_colleagues_note_that_comes_back_is_left_and_a_changed_one_is_ones_own)
{
    struct desk desk = begin();
    struct notebook *ben = open_as(&desk, "ben");
    add(&desk, ben, 0, 4, 10, "ben's");
    struct note note = note_copy(desk.arena, &ben->at[0]);
    notebook_close(ben);
    struct notebook *anna = open_as(&desk, "anna");
    cr_expect_eq(take(&desk, anna, &note, 1).same, 1);
    cr_expect_eq(anna->len, 1);
    note.text = STR("what anna made of it");
    note.modified = 9000;
    cr_expect_eq(take(&desk, anna, &note, 1).clashed, 1);
    cr_expect_eq(anna->len, 2);
    notebook_close(anna);
    end(&desk);
}
