/* SPDX-License-Identifier: ISC */
#include "desk.h"

#include <sys/stat.h>

/* Where notes go when they can't lie beside the articles. */
static void check_elsewhere(struct desk *desk, const char *beside, const char *reason)
{
    struct str before = content(desk, desk->folder, beside);
    struct notebook *notebook = open_as(desk, "anna");
    struct buf where = {0};
    cr_assert(notebook->elsewhere);
    add(desk, notebook, 0, 4, 10, "kept");
    notebook_where(notebook, &where);
    cr_expect(str_find(buf_view(&where), str_of(desk->data), 0) > 0, "%s", where.at);
    cr_expect(str_find(buf_view(&where), str_of(reason), 0) > 0, "%s", where.at);
    cr_expect(str_starts(str_of(notebook->folder), str_of(desk->data)));
    struct stat st;
    cr_assert_eq(stat(path_join(desk->arena, notebook->folder, "anna.yaml"), &st), 0);
    cr_expect_eq(st.st_mode & 07777, 0600);
    cr_expect(str_is(texts_of(desk, "anna"), "kept"));
    cr_expect(str_eq(content(desk, desk->folder, beside), before));
    buf_free(&where);
    notebook_close(notebook);
}

Test(notebook_places, where_the_folder_cant_be_written_notes_lie_among_the_users_data)
{
    struct desk desk = begin();
    folder_write(desk.folder, "notes", STR("a file in its place"));
    check_elsewhere(&desk, "notes", "can't be written");
    end(&desk);
}

Test(notebook_places, a_bad_file_of_ones_own_stays_and_notes_go_elsewhere)
{
    struct desk desk = begin();
    folder_write(desk.folder, "notes/anna.yaml", STR("notes: [oops\n"));
    check_elsewhere(&desk, "notes/anna.yaml", "has an error");
    struct notebook *notebook = open_as(&desk, "anna");
    cr_expect_eq(notebook->problems.len, 1);
    cr_expect(str_is(notebook->problems.at[0].file, "notes/anna.yaml"));
    cr_expect_geq(notebook->problems.at[0].line, 1);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_places, a_bad_file_of_another_is_a_problem_and_no_more)
{
    struct desk desk = begin();
    folder_write(desk.folder, "notes/ben.yaml", STR("notes: [oops\n"));
    struct notebook *notebook = open_as(&desk, "anna");
    cr_expect_not(notebook->elsewhere);
    cr_expect_eq(notebook->problems.len, 1);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_places, a_folder_that_leads_out_of_the_dossier_is_not_written)
{
    struct desk desk = begin();
    const char *outside = folder_make(desk.arena);
    cr_assert_eq(symlink(outside, path_join(desk.arena, desk.folder, "notes")), 0);
    check_elsewhere(&desk, "notes", "leads out");
    cr_expect_eq(rmdir(outside), 0);
    end(&desk);
}

Test(notebook_places, one_file_alone_has_its_notes_elsewhere_and_only_its_own_are_read)
{
    struct desk desk = begin();
    folder_write(desk.folder, "notes/ben.yaml",
                 STR("notes:\n"
                     "  - {id: n1, article: a.txt, text: seen, created: 2026-01-01}\n"
                     "  - {id: n2, article: z.txt, text: a neighbour, created: 2026-01-01}\n"));
    desk.library->single = true;
    struct notebook *notebook = open_as(&desk, "anna");
    cr_expect(notebook->elsewhere);
    cr_assert_eq(notebook->len, 1);
    cr_expect(str_is(notebook->at[0].text, "seen"));
    notebook_close(notebook);
    end(&desk);
}

Test(notebook_places, of_two_versions_in_two_places_the_later_counts)
{
    struct desk desk = begin();
    const char *apart = path_xdg_for(desk.arena, XDG_DATA, desk.folder);
    folder_write(desk.folder, "notes/anna.yaml",
                 STR("notes:\n"
                     "  - {id: n1, article: a.txt, text: old, created: 2026-01-01}\n"
                     "  - {id: n2, article: a.txt, text: new, created: 2026-01-02}\n"
                     "  - {id: n3, article: a.txt, text: back, created: 2026-01-01}\n"));
    folder_write(apart, "anna.yaml",
                 STR("notes:\n"
                     "  - {id: n1, article: a.txt, created: 2026-01-01, deleted: 2026-01-03}\n"
                     "  - {id: n2, article: a.txt, text: old, created: 2026-01-01}\n"
                     "  - {id: n3, article: a.txt, text: same day, created: 2026-01-01}\n"));
    cr_expect(str_is(texts_of(&desk, "anna"), "new|back"));
    end(&desk);
}

Test(notebook_places, a_named_folder_takes_the_notes_and_those_beside_are_still_read)
{
    struct desk desk = begin();
    const char *named = path_join(desk.arena, desk.data, "mine/deep");
    folder_write(desk.folder, "notes/ben.yaml",
                 STR("notes:\n  - {id: n1, article: a.txt, text: ben's, created: 2026-01-01}\n"));
    struct notebook_request request = {.writer = "anna", .folder = named};
    struct notebook *notebook = notebook_open(desk.library, &request);
    add(&desk, notebook, 1, 0, 3, "anna's");
    cr_expect_not(notebook->elsewhere);
    notebook_close(notebook);
    cr_expect(content(&desk, named, "anna.yaml").len > 0);
    notebook = notebook_open(desk.library, &request);
    cr_expect_eq(notebook->len, 2);
    notebook_close(notebook);
    end(&desk);
}
