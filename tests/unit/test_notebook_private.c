/* SPDX-License-Identifier: ISC */
#include "desk.h"

#include <sys/stat.h>

static struct str secret_file(const struct desk *desk)
{
    const char *apart = path_xdg_for(desk->arena, XDG_DATA, desk->folder);
    return content(desk, apart, "private/anna.yaml");
}

static bool holds(struct str text, const char *words)
{
    return str_find(text, str_of(words), 0) >= 0;
}

/* Makes NOTE, of NOTEBOOK, private or not. */
static void make(const struct desk *desk, struct notebook *notebook, struct note *note,
                 bool private, const char *text)
{
    struct error error = {0};
    note->is_private = private;
    note->text = str_of(text);
    note->modified++;
    cr_assert(notebook_put(notebook, desk->library, note, 1, &error), "%s", error.text);
}

static void check_modes(const struct desk *desk, const struct notebook *notebook)
{
    struct stat st;
    cr_assert_eq(stat(notebook->secret, &st), 0);
    cr_expect_eq(st.st_mode & 0777, 0700);
    cr_assert_eq(stat(path_join(desk->arena, notebook->secret, "anna.yaml"), &st), 0);
    cr_expect_eq(st.st_mode & 0777, 0600);
}

Test(notebook_private, a_private_note_lies_among_the_users_data_shut_to_others)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct note note = {.article = STR("a.txt"), .created = 1000, .modified = 1000};
    make(&desk, notebook, &note, true, "not for all");
    add(&desk, notebook, 0, 4, 10, "for all");
    check_modes(&desk, notebook);
    cr_expect(notebook->at[0].is_private);
    cr_expect_not(notebook->at[1].is_private);
    cr_expect(str_starts(notebook->at[0].file, str_of(notebook->secret)));
    notebook_close(notebook);
    cr_expect(holds(secret_file(&desk), "not for all"));
    cr_expect_not(holds(content(&desk, desk.folder, "notes/anna.yaml"), "not for all"));
    cr_expect(str_is(texts_of(&desk, "anna"), "not for all|for all"));
    end(&desk);
}

Test(notebook_private, a_folder_or_file_that_lets_others_in_is_shut_before_a_note_goes_there)
{
    struct desk desk = begin();
    const char *apart = path_xdg_for(desk.arena, XDG_DATA, desk.folder);
    folder_write(apart, "private/anna.yaml", STR("version: 1\nnotes:\n"));
    cr_assert_eq(chmod(path_join(desk.arena, apart, "private"), 0755), 0);
    cr_assert_eq(chmod(path_join(desk.arena, apart, "private/anna.yaml"), 0644), 0);
    struct notebook *notebook = open_as(&desk, "anna");
    struct note note = {.article = STR("a.txt"), .created = 1000, .modified = 1000};
    make(&desk, notebook, &note, true, "not for all");
    check_modes(&desk, notebook);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_private, private_notes_go_there_whatever_folder_is_named)
{
    struct desk desk = begin();
    const char *named = path_join(desk.arena, desk.data, "mine");
    struct notebook_request request = {.writer = "anna", .folder = named};
    struct notebook *notebook = notebook_open(desk.library, &request);
    struct note note = {.article = STR("a.txt"), .created = 1000, .modified = 1000};
    make(&desk, notebook, &note, true, "not for all");
    notebook_close(notebook);
    cr_expect(holds(secret_file(&desk), "not for all"));
    cr_expect_eq(content(&desk, named, "anna.yaml").len, 0);
    end(&desk);
}

Test(notebook_private, a_note_that_is_made_private_leaves_a_sign_and_no_words)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct note note = add(&desk, notebook, 0, 4, 10, "too frank");
    make(&desk, notebook, &note, true, "too frank");
    struct str shared = content(&desk, desk.folder, "notes/anna.yaml");
    cr_expect(holds(shared, "deleted:"), "%s", shared.at);
    cr_expect_not(holds(shared, "too frank"));
    cr_expect_eq(notebook->len, 1);
    cr_expect_eq(notebook->grave_len, 0);
    notebook_close(notebook);
    notebook = open_as(&desk, "ben");
    cr_expect_eq(notebook->len, 1, "the same user under another name reads the private file");
    cr_expect(notebook->at[0].is_private);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_private, a_note_can_go_to_and_fro_and_stands_in_one_file)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct note note = add(&desk, notebook, 0, 4, 10, "1");
    make(&desk, notebook, &note, true, "2");
    cr_expect(str_is(texts_of(&desk, "anna"), "2"));
    make(&desk, notebook, &note, false, "3");
    cr_expect(str_is(texts_of(&desk, "anna"), "3"));
    cr_expect_not(notebook->at[0].is_private);
    make(&desk, notebook, &note, true, "4");
    make(&desk, notebook, &note, false, "5");
    cr_expect_eq(notebook->len, 1);
    notebook_close(notebook);
    cr_expect_not(holds(secret_file(&desk), "text: 4"));
    cr_expect(str_is(texts_of(&desk, "anna"), "5"));
    end(&desk);
}

Test(notebook_private, a_deleted_private_note_is_deleted_and_can_come_back)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct error error = {0};
    struct note note = {.article = STR("a.txt"), .created = 1000, .modified = 1000};
    make(&desk, notebook, &note, false, "hidden");
    make(&desk, notebook, &note, true, "hidden");
    cr_assert(notebook_remove(notebook, &note.id, 1, 2000, &error), "%s", error.text);
    cr_expect(str_is(texts_of(&desk, "anna"), ""));
    cr_assert(notebook_restore(notebook, desk.library, note.id, 3000, &error), "%s", error.text);
    cr_expect(notebook->at[0].is_private);
    cr_expect_not(holds(content(&desk, desk.folder, "notes/anna.yaml"), "hidden"));
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_private, what_a_kill_left_in_the_shared_file_is_not_shown_and_goes_with_the_next_save)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct note note = add(&desk, notebook, 0, 4, 10, "too frank");
    struct str before = content(&desk, desk.folder, "notes/anna.yaml");
    make(&desk, notebook, &note, true, "hidden");
    notebook_close(notebook);
    folder_write(desk.folder, "notes/anna.yaml", before); /* it had not come so far */
    notebook = open_as(&desk, "anna");
    cr_assert_eq(notebook->len, 1);
    cr_expect(notebook->at[0].is_private);
    add(&desk, notebook, 0, 23, 29, "another");
    notebook_close(notebook);
    cr_expect_not(holds(content(&desk, desk.folder, "notes/anna.yaml"), "too frank"));
    cr_expect(str_is(texts_of(&desk, "anna"), "hidden|another"));
    end(&desk);
}

Test(notebook_private, where_the_shared_file_cant_be_written_it_is_said_that_the_note_stands_there)
{
    struct desk desk = begin();
    struct notebook *notebook = open_as(&desk, "anna");
    struct error error = {0};
    struct note note = add(&desk, notebook, 0, 4, 10, "too frank");
    struct str before = content(&desk, desk.folder, "notes/anna.yaml");
    folder_write(desk.folder, "notes/anna.yaml", STR("version: 9\n"));
    note.is_private = true;
    note.modified++;
    cr_expect_not(notebook_put(notebook, desk.library, &note, 1, &error));
    cr_expect_not_null(strstr(error.text, "still in notes/anna.yaml too"), "%s", error.text);
    folder_write(desk.folder, "notes/anna.yaml", before);
    cr_assert(notebook_put(notebook, desk.library, &note, 1, &error), "%s", error.text);
    notebook_close(notebook);
    cr_expect_not(holds(content(&desk, desk.folder, "notes/anna.yaml"), "too frank"));
    cr_expect(str_is(texts_of(&desk, "anna"), "too frank"));
    end(&desk);
}

Test(notebook_private, without_a_home_there_is_no_private_note)
{
    struct desk desk = begin();
    struct error error = {0};
    unsetenv("XDG_DATA_HOME");
    unsetenv("HOME");
    struct notebook *notebook = open_as(&desk, "anna");
    struct note note = {.article = STR("a.txt"), .text = STR("x"), .is_private = true};
    cr_expect_null(notebook->secret);
    cr_expect_not(notebook_put(notebook, desk.library, &note, 1, &error));
    cr_expect_not_null(strstr(error.text, "private"), "%s", error.text);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_private, the_folder_of_private_notes_is_for_them_alone)
{
    struct desk desk = begin();
    const char *secret =
        path_join(desk.arena, path_xdg_for(desk.arena, XDG_DATA, desk.folder), "private");
    folder_write(secret, "anna.yaml",
                 STR("notes:\n  - {id: n1, article: a.txt, text: hidden, created: 2026-01-01}\n"));
    struct notebook_request request = {.writer = "anna", .folder = secret};
    struct notebook *notebook = notebook_open(desk.library, &request);
    cr_assert_eq(notebook->len, 1);
    cr_expect(notebook->at[0].is_private);
    add(&desk, notebook, 0, 4, 10, "for all");
    cr_expect_not(holds(secret_file(&desk), "for all"));
    cr_expect_eq(notebook->len, 2);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_private, a_note_in_a_file_that_is_not_written_now_is_not_made_private)
{
    struct desk desk = begin();
    struct error error = {0};
    struct notebook *notebook = open_as(&desk, "anna");
    add(&desk, notebook, 0, 4, 10, "too frank");
    notebook_close(notebook);
    struct notebook_request request = {.writer = "anna",
                                       .folder = path_join(desk.arena, desk.data, "mine")};
    notebook = notebook_open(desk.library, &request);
    struct note note = note_copy(desk.arena, &notebook->at[0]);
    note.is_private = true;
    note.modified++;
    cr_expect_not(notebook_put(notebook, desk.library, &note, 1, &error));
    cr_expect_not_null(strstr(error.text, "notes/anna.yaml"), "%s", error.text);
    cr_expect_not(notebook->at[0].is_private);
    notebook_close(notebook);
    end(&desk);
}
