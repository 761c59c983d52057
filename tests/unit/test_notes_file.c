/* SPDX-License-Identifier: ISC */
#include "shelf.h"

#include <sys/stat.h>

Test(notes_file, a_new_file_says_what_it_is_and_holds_the_note)
{
    struct shelf shelf = begin();
    struct str tags[] = {STR("flood"), STR("two words")};
    struct note note = {.id = STR("ab0123456789"),
                        .article = STR("a.txt"),
                        .sha256 = STR("00ff"),
                        .has_passage = true,
                        .at = {3, 9},
                        .quote = STR("bridge"),
                        .before = STR("The "),
                        .text = STR("Which?\n\nThe old one."),
                        .tags = tags,
                        .tag_count = 2,
                        .created = 1795000000,
                        .modified = 1795000060};
    write_note(&shelf, &note);
    check_content(&shelf, "# Notes of one writer; see dossier-notes(5) before editing by hand.\n"
                          "version: 1\n"
                          "notes:\n"
                          "  - id: ab0123456789\n"
                          "    article: a.txt\n"
                          "    sha256: 00ff\n"
                          "    at: [3, 9]\n"
                          "    quote: bridge\n"
                          "    before: \"The \"\n"
                          "    after: null\n"
                          "    about: null\n"
                          "    text: |-\n"
                          "      Which?\n"
                          "\n"
                          "      The old one.\n"
                          "    tags: [flood, two words]\n"
                          "    replies-to: null\n"
                          "    created: 2026-11-18T11:06:40Z\n"
                          "    modified: 2026-11-18T11:07:40Z\n");
    end(&shelf);
}

static const char hand_made[] =
    "# my notes\n"
    "version: 1   # the first\n"
    "checked: [{id: x1, on: 2026-01-01}]\n"
    "later: {key: [1, 2]}\n"
    "notes:\n"
    "  # the harbour\n"
    "  - id: n2\n"
    "    article: b.txt\n"
    "    text:   'odd   spacing'   # mine\n"
    "    created: 2026-01-02\n"
    "  - {id: n3, article: b.txt, text: gone, created: 2026-01-03T00:00:00Z,\n"
    "     deleted: 2026-01-04T00:00:00Z}\n"
    "  - id: n4\n"
    "    article: d.txt\n"
    "    mood: calm\n"
    "    created: 2026-01-02\n"
    "verdicts: []\n";

Test(notes_file, a_note_goes_to_its_place_and_all_other_bytes_stay)
{
    struct shelf shelf = begin();
    folder_write(shelf.folder, "anna.yaml", str_of(hand_made));
    struct note note = {.id = STR("n9"), .article = STR("c.txt"), .created = 60, .modified = 60};
    write_note(&shelf, &note);
    struct str whole = content(&shelf);
    ptrdiff_t from = str_find(whole, STR("  - id: n9\n"), 0);
    ptrdiff_t to = str_find(whole, STR("  - id: n4\n"), 0);
    cr_assert(from > 0 && to > from, "%s", whole.at);
    struct buf rest = {0};
    buf_str(&rest, str_sub(whole, 0, (size_t)from));
    buf_str(&rest, str_sub(whole, (size_t)to, whole.len));
    cr_expect(str_is(buf_view(&rest), hand_made), "%s", rest.at);
    buf_free(&rest);
    end(&shelf);
}

Test(notes_file, a_new_version_takes_the_place_of_the_old_and_keeps_what_is_not_known)
{
    struct shelf shelf = begin();
    folder_write(shelf.folder, "anna.yaml", str_of(hand_made));
    struct note note = {.id = STR("n4"),
                        .article = STR("d.txt"),
                        .text = STR("now"),
                        .created = 60,
                        .modified = 60};
    write_note(&shelf, &note);
    struct str whole = content(&shelf);
    ptrdiff_t at = str_find(str_of(hand_made), STR("  - id: n4"), 0);
    cr_expect(str_eq(str_sub(whole, 0, (size_t)at), str_sub(str_of(hand_made), 0, (size_t)at)));
    cr_expect(str_ends(whole, STR("verdicts: []\n")));
    cr_expect(str_find(whole, STR("    text: now\n"), (size_t)at) > 0);
    cr_expect(str_find(whole, STR("    mood: calm\n"), (size_t)at) > 0, "%s", whole.at);
    end(&shelf);
}

Test(notes_file, a_note_that_moved_stands_at_its_new_place)
{
    struct shelf shelf = begin();
    folder_write(shelf.folder, "anna.yaml", str_of(hand_made));
    struct note note = {.id = STR("n4"), .article = STR("a.txt"), .created = 60, .modified = 60};
    write_note(&shelf, &note);
    struct str whole = content(&shelf);
    cr_expect_lt(str_find(whole, STR("id: n4"), 0), str_find(whole, STR("id: n2"), 0), "%s",
                 whole.at);
    cr_expect_eq(str_find(whole, STR("d.txt"), 0), -1);
    cr_expect(str_find(whole, STR("mood: calm"), 0) > 0);
    end(&shelf);
}

Test(notes_file, a_file_that_is_no_notes_file_is_never_touched)
{
    static const char *const sources[] = {
        "notes: [a, \"b\n", "version: 2\nnotes: []\n",
        "notes: {a: b}\n",  "- a\n- b\n",
        "a: &a [*a]\n",     "version: 2\nnotes:\n  - id: x\n    article: \"\n",
        "just words\n",     "\xFF\xFE\n",
    };
    for (size_t i = 0; i < COUNT(sources); i++) {
        struct shelf shelf = begin();
        struct error error = {0};
        struct note note = {.id = STR("n1"), .article = STR("a.txt")};
        folder_write(shelf.folder, "anna.yaml", str_of(sources[i]));
        cr_expect_not(
            notes_write(shelf.path, &(struct notes_change){.note = note}, 1, NULL, &error), "%s",
            sources[i]);
        cr_expect(str_starts(str_of(error.text), str_of(shelf.path)), "%s", error.text);
        check_content(&shelf, sources[i]);
        end(&shelf);
    }
}

Test(notes_file, a_link_in_place_of_the_file_is_not_followed)
{
    struct shelf shelf = begin();
    struct error error = {0};
    struct note note = {.id = STR("n1"), .article = STR("a.txt")};
    folder_write(shelf.folder, "other.txt", STR("version: 1\n"));
    cr_assert_eq(symlink("other.txt", shelf.path), 0);
    cr_expect_not(notes_write(shelf.path, &(struct notes_change){.note = note}, 1, NULL, &error));
    shelf.path = path_join(shelf.arena, shelf.folder, "other.txt");
    check_content(&shelf, "version: 1\n");
    end(&shelf);
}

Test(notes_file, a_wrong_note_is_listed_and_the_others_are_read)
{
    static const char source[] = "version: 1\n"
                                 "notes:\n"
                                 "  - {id: n1, article: a.txt, text: fine, created: 2026-01-01}\n"
                                 "  - {article: a.txt, text: no id}\n"
                                 "  - {id: n2, article: a.txt, at: [9, 3], quote: x}\n"
                                 "  - {id: n3, article: a.txt, at: [3, 9]}\n"
                                 "  - {id: n4, text: on nothing}\n"
                                 "  - {id: n5, article: a.txt, created: yesterday}\n"
                                 "  - {id: n1, article: b.txt, text: again}\n"
                                 "  - {id: 'n 6', article: a.txt}\n"
                                 "  - {id: n7, article: [a.txt]}\n"
                                 "  - just words\n"
                                 "  - {id: n8, article: b.txt, text: fine too, mood: calm}\n"
                                 "  - {id: n9, deleted: 2026-01-04T00:00:00Z}\n";
    struct arena *arena = arena_new();
    struct problems problems;
    bool ok;
    struct note_list list = read_source(arena, str_of(source), &ok, &problems);
    cr_expect(ok);
    cr_assert_eq(list.len, 4);
    cr_expect(str_is(list.at[0].id, "n1") && str_is(list.at[0].text, "fine"));
    cr_expect(str_is(list.at[1].conflict, "n1") && str_is(list.at[1].text, "again"));
    cr_expect(str_is(list.at[2].id, "n8") && list.at[2].line == 13);
    cr_expect(str_is(list.at[3].id, "n9") && list.at[3].deleted);
    int wrong_lines = 0;
    for (size_t i = 0; i < problems.len; i++) {
        cr_expect(str_is(problems.at[i].file, "notes/anna.yaml"));
        wrong_lines |= 1 << problems.at[i].line;
    }
    cr_expect_eq(wrong_lines, 1 << 4 | 1 << 5 | 1 << 6 | 1 << 7 | 1 << 8 | 1 << 9 | 1 << 10 |
                                  1 << 11 | 1 << 12 | 1 << 13);
    arena_free(arena);
}

Test(notes_file, wrong_notes_keep_their_bytes_when_another_is_saved)
{
    static const char source[] = "version: 1\n"
                                 "notes:\n"
                                 "  - {article: a.txt, text: no id}\n"
                                 "  - just words\n";
    struct shelf shelf = begin();
    folder_write(shelf.folder, "anna.yaml", str_of(source));
    struct note note = {.id = STR("n1"), .article = STR("a.txt"), .created = 60, .modified = 60};
    write_note(&shelf, &note);
    cr_expect(str_starts(content(&shelf), str_of(source)), "%s", content(&shelf).at);
    end(&shelf);
}

Test(notes_file, nothing_is_left_beside_the_file)
{
    struct shelf shelf = begin();
    struct note note = {.id = STR("n1"), .article = STR("a.txt"), .created = 60, .modified = 60};
    write_note(&shelf, &note);
    write_note(&shelf, &note);
    cr_assert_eq(unlink(shelf.path), 0);
    cr_expect_eq(rmdir(shelf.folder), 0);
    arena_free(shelf.arena);
}

Test(notes_file, a_file_is_as_open_as_its_folder_and_written_by_no_one_else)
{
    static const struct {
        mode_t folder, file;
    } cases[] = {{0700, 0600}, {0755, 0644}, {0777, 0644}, {0750, 0640}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct shelf shelf = begin();
        struct stat st;
        struct note note = {.id = STR("n1"), .article = STR("a.txt"), .created = 60};
        cr_assert_eq(chmod(shelf.folder, cases[i].folder), 0);
        write_note(&shelf, &note);
        cr_assert_eq(stat(shelf.path, &st), 0);
        cr_expect_eq(st.st_mode & 07777, cases[i].file);
        end(&shelf);
    }
}
