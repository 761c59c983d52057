/* SPDX-License-Identifier: ISC */
/* Many changes in one save, and against what somebody else wrote meanwhile. */
#include "shelf.h"

static const char source[] =
    "# mine\n"
    "version: 1\n"
    "checked: [{id: x1, on: 2026-01-01}]  # theirs\n"
    "notes:\n"
    "  - id: n1\n    article: a.txt\n    text: one\n    created: 2026-01-01\n"
    "  # on the second\n"
    "  - id: n2\n    article: b.txt\n    text: two\n    tags: [x]\n"
    "    created: 2026-01-01\n"
    "\n"
    "  - id: n3\n    article: c.txt\n    text: three\n    mood: calm\n"
    "    created: 2026-01-01\n    deleted: 2026-02-01\n"
    "verdicts: []\n";

static struct shelf begin_with(const char *bytes)
{
    struct shelf shelf = begin();
    folder_write(shelf.folder, "anna.yaml", str_of(bytes));
    return shelf;
}

static struct note note_of(const char *id, const char *article, const char *text)
{
    return (struct note){.id = str_of(id),
                         .article = str_of(article),
                         .text = str_of(text),
                         .created = 1767225600,
                         .modified = 1767225600};
}

static void write_all(const struct shelf *shelf, struct notes_change *changes, size_t count)
{
    struct error error = {0};
    cr_assert(notes_write(shelf->path, changes, count, NULL, &error), "%s", error.text);
}

static struct notes_content read_all(const struct shelf *shelf)
{
    struct notes_content all = {0};
    struct problems problems = {.arena = shelf->arena};
    cr_assert(notes_read(shelf->arena, content(shelf), STR("x"), STR("x"), &all, &problems));
    cr_expect_eq(all.damaged, false);
    return all;
}

/* "n1 one|n2 two", with "-" behind one that is deleted and the id that one conflicts with. */
static void check_notes(const struct shelf *shelf, const char *expected)
{
    struct notes_content all = read_all(shelf);
    struct buf out = {0};
    for (size_t i = 0; i < all.notes.len; i++) {
        const struct note *note = &all.notes.at[i];
        bool own = note->conflict.len > 0;
        buf_printf(&out, "%s%.*s %.*s%s", i ? "|" : "", STR_ARG(own ? STR("*") : note->id),
                   STR_ARG(str_trim(note->text)), note->deleted ? "-" : "");
        if (own)
            buf_printf(&out, "(%.*s)", STR_ARG(note->conflict));
    }
    cr_expect(str_is(buf_view(&out), expected), "found %s, expected %s\n%s", out.at, expected,
              content(shelf).at);
    buf_free(&out);
}

Test(notes_change, many_changes_are_one_save_and_leave_all_else_as_it_is)
{
    struct shelf shelf = begin_with(source);
    struct notes_change changes[] = {
        {.note = note_of("n4", "b.txt", "four")},
        {.note = note_of("n0", "a.txt", "zero")},
        {.note = note_of("n1", "a.txt", "uno")},
        {.kind = NOTES_DROP, .note = note_of("n3", "c.txt", "three")},
        {.kind = NOTES_CHECK, .note = note_of("x2", "", ""), .on = 1767225600},
        {.kind = NOTES_CHECK, .note = note_of("x1", "", ""), .on = 0},
        {.note = note_of("n4", "b.txt", "four again")},
        {.note = note_of("n9", "z.txt", "nine")},
    };
    changes[3].note.deleted = 5;
    write_all(&shelf, changes, COUNT(changes));
    check_notes(&shelf, "n0 zero|n1 uno|n2 two|n4 four again|n9 nine");
    struct notes_content all = read_all(&shelf);
    cr_assert_eq(all.checks.len, 1);
    cr_expect(str_is(all.checks.at[0].id, "x2") && all.checks.at[0].on == 1767225600);
    cr_expect(str_starts(content(&shelf), STR("# mine\nversion: 1\nchecked: [{id: x2, ")));
    cr_expect(str_find(content(&shelf),
                       STR("  # on the second\n  - id: n2\n    article: b.txt\n    text: two\n"
                           "    tags: [x]\n    created: 2026-01-01\n"),
                       0) > 0,
              "%s", content(&shelf).at);
    cr_expect(str_find(content(&shelf), STR("}]  # theirs\n"), 0) > 0);
    cr_expect(str_ends(content(&shelf), STR("verdicts: []\n")));
    end(&shelf);
}

Test(notes_change, a_check_is_kept_wherever_the_list_stands_and_however_it_is_written)
{
    static const char *const sources[] = {
        "",
        "version: 1\nnotes:\n",
        "version: 1\nnotes: []\n",
        "version: 1\nnotes:\n  - {id: n1, about: x}\n",
        "version: 1\nnotes:\n  - {id: n1, about: x}\n\n# end\n",
        "version: 1\nnotes:\n  - {id: n1, about: x}\nchecked: []\n",
        "version: 1\nnotes:\n  - {id: n1, about: x}\nchecked:\n  - id: x1\n    on: 2026-01-01\n",
        "checked:\n- id: x1\n  on: 2026-01-01\n  by: hand # kept\nnotes:\n- {id: n1, about: x}\n",
        "version: 1\nnotes: [{id: n1, about: x}]\n",
    };
    for (size_t i = 0; i < COUNT(sources); i++) {
        struct shelf shelf = begin_with(sources[i]);
        size_t before = read_all(&shelf).checks.len, notes = read_all(&shelf).notes.len;
        struct notes_change change = {
            .kind = NOTES_CHECK, .note = note_of("y1", "", ""), .on = 1767225600};
        write_all(&shelf, &change, 1);
        struct notes_content all = read_all(&shelf);
        cr_assert_eq(all.checks.len, before + 1, "%zu:\n%s", i, content(&shelf).at);
        cr_expect(str_is(all.checks.at[before].id, "y1"));
        cr_expect(str_is(all.checks.at[before].by, "x"));
        cr_expect_eq(all.notes.len, notes);
        change.on = 1767312000;
        write_all(&shelf, &change, 1);
        all = read_all(&shelf);
        cr_expect(all.checks.len == before + 1 && all.checks.at[before].on == 1767312000);
        change.on = 0;
        write_all(&shelf, &change, 1);
        cr_expect_eq(read_all(&shelf).checks.len, before);
        cr_expect_eq(read_all(&shelf).notes.len, notes);
        end(&shelf);
    }
}

Test(notes_change, of_a_note_that_two_changed_both_versions_stay)
{
    struct shelf shelf = begin_with(source);
    struct note known = note_of("n1", "a.txt", "as it was");
    struct notes_change change = {.note = note_of("n1", "a.txt", "mine"), .before = &known};
    write_all(&shelf, &change, 1);
    cr_expect(change.clashed);
    cr_expect(str_is(change.note.conflict, "n1"));
    cr_expect(str_eq(change.note.id, str_of(change.own_id)) && change.note.id.len == NOTE_ID);
    check_notes(&shelf, change.note.id.at[0] < 'n' ? "* mine(n1)|n1 one|n2 two|n3 three-" : "");
    struct str once = content(&shelf);
    struct notes_change again = {.note = note_of("n1", "a.txt", "mine"), .before = &known};
    write_all(&shelf, &again, 1);
    cr_expect(again.clashed && str_eq(again.note.id, change.note.id));
    cr_expect(str_eq(content(&shelf), once));
    end(&shelf);
}

Test(notes_change, a_deletion_of_a_note_that_somebody_changed_is_not_carried_out)
{
    struct shelf shelf = begin_with(source);
    struct note known = note_of("n1", "a.txt", "as it was");
    struct notes_change change = {.note = known, .before = &known};
    change.note.deleted = 5;
    write_all(&shelf, &change, 1);
    cr_expect(change.clashed && !change.note.id.len);
    check_content(&shelf, source);
    known = note_of("n1", "a.txt", "one");
    change = (struct notes_change){.note = known, .before = &known};
    change.note.deleted = 5;
    write_all(&shelf, &change, 1);
    cr_expect_not(change.clashed);
    check_notes(&shelf, "n1 one-|n2 two|n3 three-");
    end(&shelf);
}

Test(notes_change, a_note_that_was_deleted_meanwhile_is_kept_as_a_version)
{
    struct shelf shelf = begin_with(source);
    struct note known = note_of("n3", "c.txt", "three");
    struct notes_change change = {.note = note_of("n3", "c.txt", "more"), .before = &known};
    write_all(&shelf, &change, 1);
    cr_expect(change.clashed);
    check_notes(&shelf, "n1 one|n2 two|* more(n3)|n3 three-");
    known.deleted = 5;
    change = (struct notes_change){.note = note_of("n3", "c.txt", "back"), .before = &known};
    write_all(&shelf, &change, 1);
    cr_expect_not(change.clashed);
    check_notes(&shelf, "n1 one|n2 two|* more(n3)|n3 back");
    cr_expect(str_find(content(&shelf), STR("mood: calm"), 0) > 0);
    end(&shelf);
}

Test(notes_change, the_sign_of_a_deletion_goes_only_while_it_is_one)
{
    struct shelf shelf = begin_with(source);
    struct notes_change change = {.kind = NOTES_DROP, .note = note_of("n2", "b.txt", "two")};
    change.note.deleted = 5;
    write_all(&shelf, &change, 1);
    check_content(&shelf, source);
    change.note = note_of("n3", "c.txt", "three");
    change.note.deleted = 5;
    write_all(&shelf, &change, 1);
    check_notes(&shelf, "n1 one|n2 two");
    end(&shelf);
}

Test(notes_change, a_save_that_is_tried_again_makes_no_second_note)
{
    struct shelf shelf = begin_with(source);
    struct notes_change change = {.note = note_of("n7", "b.txt", "seven")};
    write_all(&shelf, &change, 1);
    struct str once = content(&shelf);
    change = (struct notes_change){.note = note_of("n7", "b.txt", "seven")};
    write_all(&shelf, &change, 1);
    cr_expect_not(change.clashed);
    cr_expect(str_eq(content(&shelf), once));
    end(&shelf);
}

Test(notes_change, a_save_that_fails_leaves_file_and_changes_as_they_were)
{
    struct shelf shelf = begin_with("version: 2\nnotes: []\n");
    struct error error = {0};
    struct notes_change changes[] = {{.note = note_of("n7", "b.txt", "seven")},
                                     {.note = note_of("n8", "b.txt", "eight")}};
    cr_expect_not(notes_write(shelf.path, changes, 2, NULL, &error));
    cr_expect(str_is(changes[0].note.id, "n7") && str_is(changes[1].note.id, "n8"));
    check_content(&shelf, "version: 2\nnotes: []\n");
    end(&shelf);
}

Test(notes_change, comments_inside_a_block_outlive_its_new_version)
{
    struct shelf shelf = begin_with("notes:\n"
                                    "  # above\n"
                                    "  - id: n1  # first\n"
                                    "    article: a.txt\n"
                                    "    # on the words\n"
                                    "    text: one\n"
                                    "    tags: [x]  # mine\n"
                                    "    created: 2026-01-01T00:00:00Z\n");
    struct note note = note_of("n1", "a.txt", "uno");
    struct str tag = STR("x");
    note.tags = &tag;
    note.tag_count = 1;
    write_note(&shelf, &note);
    static const char *const kept[] = {"  # above\n  - id: n1  # first\n", "    # on the words\n",
                                       "    tags: [x]  # mine\n", "    text: uno\n"};
    for (size_t i = 0; i < COUNT(kept); i++)
        cr_expect(str_find(content(&shelf), str_of(kept[i]), 0) > 0, "%s in:\n%s", kept[i],
                  content(&shelf).at);
    end(&shelf);
}

Test(notes_change, a_block_that_moves_takes_the_comment_above_it_along)
{
    struct shelf shelf = begin_with(source);
    struct note note = note_of("n2", "z.txt", "two");
    write_note(&shelf, &note);
    check_notes(&shelf, "n1 one|n3 three-|n2 two");
    cr_expect(str_find(content(&shelf), STR("  # on the second\n  - id: n2\n    article: z.txt\n"),
                       0) > 0,
              "%s", content(&shelf).at);
    end(&shelf);
}

Test(notes_change, a_block_that_stands_out_of_order_stays_where_it_was_put)
{
    struct shelf shelf = begin_with("notes:\n"
                                    "  - {id: n3, article: c.txt}\n"
                                    "  - {id: n1, article: a.txt}\n"
                                    "  - {id: n2, article: b.txt}\n");
    struct note note = note_of("n1", "a.txt", "uno");
    write_note(&shelf, &note);
    note = note_of("n9", "z.txt", "nine");
    write_note(&shelf, &note);
    check_notes(&shelf, "n3 |n1 uno|n2 |n9 nine");
    end(&shelf);
}

Test(notes_change, the_line_ends_of_the_file_stay_what_they_are)
{
    struct shelf shelf = begin_with("version: 1\r\nnotes:\r\n  - id: n1\r\n    article: a.txt\r\n"
                                    "    text: one\r\n    created: 2026-01-01\r\n");
    struct notes_change changes[] = {{.note = note_of("n7", "b.txt", "seven\neight")},
                                     {.note = note_of("n1", "a.txt", "uno")}};
    write_all(&shelf, changes, 2);
    check_notes(&shelf, "n1 uno|n7 seven\neight");
    struct str rest = content(&shelf), line;
    while (str_split(&rest, '\n', &line))
        cr_expect(str_ends(line, STR("\r")), "%.*s", STR_ARG(line));
    end(&shelf);
}

Test(notes_change, of_two_blocks_with_one_id_the_second_is_known_by_its_own)
{
    struct shelf shelf = begin_with("notes:\n"
                                    "  - {id: n1, article: a.txt, text: one}\n"
                                    "  - {id: n1, article: a.txt, text: other}\n");
    struct notes_content all = read_all(&shelf);
    cr_assert_eq(all.notes.len, 2);
    struct note before = all.notes.at[1], now = before;
    now.text = STR("changed");
    struct notes_change change = {.note = now, .before = &before};
    write_all(&shelf, &change, 1);
    cr_expect_not(change.clashed);
    all = read_all(&shelf);
    cr_assert_eq(all.notes.len, 2);
    cr_expect(str_is(all.notes.at[0].text, "one") && str_is(all.notes.at[1].text, "changed"), "%s",
              content(&shelf).at);
    end(&shelf);
}
