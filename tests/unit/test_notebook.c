/* SPDX-License-Identifier: ISC */
#include "dossier/base/memory.h"
#include "dossier/notes/anchor.h"
#include "dossier/notes/notebook.h"
#include "folder.h"
#include "small.h"

#include <sys/stat.h>

static const char tags[] = "actors:\n  - {id: ada-berg, name: Ada Berg, kind: person}\n";

/* A dossier in a folder of its own, the user's data in another. */
struct desk {
    struct arena *arena;
    struct library *library;
    const char *folder, *data;
};

static struct desk begin(void)
{
    static const struct small_article articles[] = {
        {.path = "a.txt", .text = "The bridge is old. The bridge is shut."},
        {.path = "b.txt", .text = "Ada Berg pays."},
    };
    struct desk desk = {.arena = arena_new()};
    desk.folder = folder_make(desk.arena);
    desk.data = folder_make(desk.arena);
    setenv("XDG_DATA_HOME", desk.data, 1);
    desk.library = small_library(tags, articles, COUNT(articles));
    desk.library->folder = desk.folder;
    return desk;
}

static void end(struct desk *desk)
{
    library_free(desk->library);
    folder_remove(desk->folder);
    folder_remove(desk->data);
    arena_free(desk->arena);
}

static struct notebook *open_as(const struct desk *desk, const char *writer)
{
    return notebook_open(desk->library, &(struct notebook_request){.writer = writer});
}

/* A note by NOTEBOOK's writer on the bytes START to END of article NUMBER. */
static struct note add(const struct desk *desk, struct notebook *notebook, uint32_t number,
                       uint32_t start, uint32_t end_, const char *text)
{
    struct note note = {.text = str_of(text), .created = 1000, .modified = 1000};
    struct error error = {0};
    anchor_make(desk->arena, desk->library, number, (struct span){start, end_}, STR("stored"),
                &note);
    cr_assert(notebook_put(notebook, desk->library, &note, &error), "%s", error.text);
    return note;
}

static struct str content(const struct desk *desk, const char *folder, const char *name)
{
    struct buf bytes = {0};
    if (!file_read(path_join(desk->arena, folder, name), (size_t)1 << 20, &bytes, NULL))
        return (struct str){0};
    struct str copy = arena_str(desk->arena, buf_view(&bytes));
    buf_free(&bytes);
    return copy;
}

/* The texts of all notes as a new reader finds them, parted by "|". */
static struct str texts_of(const struct desk *desk, const char *writer)
{
    struct notebook *notebook = open_as(desk, writer);
    struct buf out = {0};
    for (size_t i = 0; i < notebook->len; i++)
        buf_printf(&out, "%s%.*s", i ? "|" : "", STR_ARG(notebook->at[i].text));
    struct str copy = arena_str(desk->arena, buf_view(&out));
    buf_free(&out);
    notebook_close(notebook);
    return copy;
}

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
    cr_assert(notebook_put(two, desk.library, &second, &error), "%s", error.text);
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
    cr_assert(notebook_put(notebook, desk.library, &new, &error));
    cr_expect(str_is(texts_of(&desk, "anna"), "second"));
    cr_assert(notebook_put(notebook, desk.library, &old, &error));
    cr_expect(str_is(texts_of(&desk, "anna"), "first"));
    cr_assert(notebook_remove(notebook, old.id, 3000, &error));
    cr_expect_eq(notebook->len, 0);
    cr_expect(str_is(texts_of(&desk, "anna"), ""));
    cr_expect(str_find(content(&desk, desk.folder, "notes/anna.yaml"), STR("text: first"), 0) > 0);
    cr_assert(notebook_put(notebook, desk.library, &old, &error));
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
    cr_expect_not(notebook_put(ben, desk.library, &note, &error));
    cr_expect(str_find(str_of(error.text), STR("anna"), 0) > 0, "%s", error.text);
    cr_expect_not(notebook_remove(ben, note.id, 2000, &error));
    add(&desk, ben, 1, 0, 3, "his own");
    cr_expect(str_is(ben->at[0].text, "hers"));
    cr_expect_eq(ben->len, 2);
    notebook_close(ben);
    cr_expect(str_eq(content(&desk, desk.folder, "notes/anna.yaml"), before));
    end(&desk);
}

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

Test(notebook, where_the_folder_cant_be_written_notes_lie_among_the_users_data)
{
    struct desk desk = begin();
    folder_write(desk.folder, "notes", STR("a file in its place"));
    check_elsewhere(&desk, "notes", "can't be written");
    end(&desk);
}

Test(notebook, a_bad_file_of_ones_own_stays_and_notes_go_elsewhere)
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

Test(notebook, a_bad_file_of_another_is_a_problem_and_no_more)
{
    struct desk desk = begin();
    folder_write(desk.folder, "notes/ben.yaml", STR("notes: [oops\n"));
    struct notebook *notebook = open_as(&desk, "anna");
    cr_expect_not(notebook->elsewhere);
    cr_expect_eq(notebook->problems.len, 1);
    notebook_close(notebook);
    end(&desk);
}

Test(notebook, a_folder_that_leads_out_of_the_dossier_is_not_written)
{
    struct desk desk = begin();
    const char *outside = folder_make(desk.arena);
    cr_assert_eq(symlink(outside, path_join(desk.arena, desk.folder, "notes")), 0);
    check_elsewhere(&desk, "notes", "leads out");
    cr_expect_eq(rmdir(outside), 0);
    end(&desk);
}

Test(notebook, one_file_alone_has_its_notes_elsewhere_and_only_its_own_are_read)
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

Test(notebook, of_two_versions_in_two_places_the_later_counts)
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

Test(notebook, a_named_folder_takes_the_notes_and_those_beside_are_still_read)
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
    folder_write(desk.folder, "notes/anna.yaml", STR("notes: [oops\n"));
    struct note note = {.article = STR("a.txt"), .text = STR("second"), .created = 1};
    cr_expect_not(notebook_put(notebook, desk.library, &note, &error));
    cr_expect_eq(note.id.len, 0);
    cr_expect_not(notebook_remove(notebook, notebook->at[0].id, 5, &error));
    cr_assert_eq(notebook->len, 1);
    cr_expect(str_is(notebook->at[0].text, "first"));
    notebook_close(notebook);
    cr_expect(str_is(content(&desk, desk.folder, "notes/anna.yaml"), "notes: [oops\n"));
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
    struct library *library = small_library(tags, later, 1);
    notebook_reanchor(notebook, library);
    cr_expect_eq(notebook->at[0].state, ANCHOR_MOVED);
    cr_expect_eq(notebook->at[0].span.start, 36);
    cr_expect_eq(notebook->at[1].state, ANCHOR_ORPHAN);
    library_free(library);
    notebook_close(notebook);
    end(&desk);
}
