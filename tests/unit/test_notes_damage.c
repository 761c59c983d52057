/* SPDX-License-Identifier: ISC */
/* What a torn, half-merged or wrongly edited file still holds is read, and the original is kept
 * before anything is written. */
#include "shelf.h"

#include <dirent.h>

#define HEAD "# mine\nversion: 1\nnotes:\n"
#define ONE "  - id: n1\n    article: a.txt\n    text: one\n    created: 2026-01-01\n"
#define TWO                                                                                 \
    "  # the second\n  - id: n2\n    article: b.txt\n    text: |\n      two\n\n      too\n" \
    "    created: 2026-01-02\n"
#define TAIL "checked: [{id: x1, on: 2026-01-01}]\n"

struct reading {
    struct arena *arena;
    struct notes_content content;
    struct problems problems;
    bool ok;
};

static struct reading read_bytes(struct str source)
{
    struct reading r = {.arena = arena_new()};
    r.problems.arena = r.arena;
    r.ok = notes_read(r.arena, arena_str(r.arena, source), STR("notes/anna.yaml"), STR("anna"),
                      &r.content, &r.problems);
    return r;
}

/* The ids and texts of the notes, and the checks: "n1 one|n2 two;x1". */
static struct str summary(const struct reading *r)
{
    struct buf out = {0};
    for (size_t i = 0; i < r->content.notes.len; i++) {
        const struct note *note = &r->content.notes.at[i];
        struct str text = str_trim(note->text);
        buf_printf(&out, "%s%.*s %.*s", i ? "|" : "", STR_ARG(note->id), STR_ARG(text));
        if (note->conflict.len)
            buf_printf(&out, " (%.*s)", STR_ARG(note->conflict));
    }
    for (size_t i = 0; i < r->content.checks.len; i++)
        buf_printf(&out, ";%.*s", STR_ARG(r->content.checks.at[i].id));
    struct str copy = arena_str(r->arena, buf_view(&out));
    buf_free(&out);
    return copy;
}

static void expect_problem(const struct reading *r, int line, const char *words)
{
    for (size_t i = 0; i < r->problems.len; i++) {
        const struct problem *problem = &r->problems.at[i];
        if (problem->line == line && str_find(problem->message, str_of(words), 0) >= 0)
            return;
    }
    for (size_t i = 0; i < r->problems.len; i++)
        cr_log_warn("%d: %.*s", r->problems.at[i].line, STR_ARG(r->problems.at[i].message));
    cr_expect(false, "no problem in line %d with “%s”", line, words);
}

/* The only file beside the notes file whose name holds ".damaged-"; NULL where there is none. */
static const char *aside(const struct shelf *shelf)
{
    const char *found = NULL;
    DIR *folder = opendir(shelf->folder);
    for (const struct dirent *entry; (entry = readdir(folder));) {
        if (!strstr(entry->d_name, ".damaged-"))
            continue;
        cr_expect_null(found, "%s", entry->d_name);
        cr_expect_not(str_ends(str_of(entry->d_name), STR(".yaml")));
        found = path_join(shelf->arena, shelf->folder, entry->d_name);
    }
    closedir(folder);
    return found;
}

/* A note is saved into a file with the content SOURCE, which then is kept aside; the file then
 * holds what was read before, and the note. Its content. */
static struct str check_saved(struct arena *arena, struct str source)
{
    struct error error = {0};
    struct buf kept = {0};
    struct note note = {.id = STR("n9"),
                        .article = STR("z.txt"),
                        .text = STR("nine"),
                        .created = 60,
                        .modified = 60};
    struct shelf shelf = begin();
    struct reading before = read_bytes(source);
    folder_write(shelf.folder, "anna.yaml", source);
    cr_assert(notes_write(shelf.path, &(struct notes_change){.note = note}, 1, &kept, &error), "%s",
              error.text);
    const char *original = aside(&shelf);
    cr_assert_not_null(original);
    cr_expect(str_is(buf_view(&kept), original), "%s", kept.at);
    struct shelf other = shelf;
    other.path = original;
    cr_expect(str_eq(content(&other), source));
    struct str now = arena_str(arena, content(&shelf));
    struct reading after = read_bytes(now);
    cr_expect(after.ok && !after.content.damaged && !after.problems.len, "%s", now.at);
    struct str was = summary(&before), is = summary(&after);
    ptrdiff_t checks = str_find(was, STR(";"), 0);
    struct str notes = str_sub(was, 0, checks >= 0 ? (size_t)checks : was.len);
    struct str rest = str_sub(was, notes.len, was.len);
    struct str expected = arena_printf(shelf.arena, "%.*s%sn9 nine%.*s", STR_ARG(notes),
                                       notes.len ? "|" : "", STR_ARG(rest));
    cr_expect(str_eq(is, expected), "was %s, is %s", was.at, is.at);
    write_note(&shelf, &note);
    cr_expect_str_eq(aside(&shelf), original);
    arena_free(before.arena);
    arena_free(after.arena);
    buf_free(&kept);
    end(&shelf);
    return now;
}

Test(notes_damage, a_block_that_cant_be_read_costs_no_other)
{
    static const char *const broken[] = {
        "  - id: n3\n    article: \"a.txt\n    text: x\n    created: 2026-01-01\n",
        "  - id: n3\n    article: a.txt\n\ttext: a tab\n    created: 2026-01-01\n",
        "  - id: n3\n    article: a.txt\n    text: it: says\n    created: 2026-01-01\n",
        "  - id: n3\n    article a.txt\n    text: x\n    created: 2026-01-01\n",
        "  - id: n3\n    article: a.txt\n  text: x\n    created: 2026-01-01\n",
        "  - id: n3\n    article: a.txt\n    text: \xFF\xFE\n    created: 2026-01-01\n",
        "  - id: n3\n    article: a.txt\n    text: &a x\n    created: 2026-01-01\n",
        "  - {id: n3, article: a.txt\n  \n  \n  \n",
    };
    for (size_t i = 0; i < COUNT(broken); i++) {
        struct buf source = {0};
        buf_printf(&source, "%s%s%s%s%s", HEAD, ONE, broken[i], TWO, TAIL);
        struct reading r = read_bytes(buf_view(&source));
        cr_expect(r.ok && r.content.damaged, "%zu", i);
        cr_expect(str_is(summary(&r), "n1 one|n2 two\n\ntoo;x1"), "%zu: %s", i, summary(&r).at);
        cr_expect_eq(r.problems.len, 1);
        expect_problem(&r, 8, "lines 8–11 can't be read as a note: ");
        cr_expect_eq(r.content.notes.at[1].line, 13);
        struct str now = check_saved(r.arena, buf_view(&source));
        cr_expect(str_starts(now, STR(HEAD ONE TWO)), "%s", now.at);
        cr_expect(str_ends(now, STR(TAIL)), "%s", now.at);
        arena_free(r.arena);
        buf_free(&source);
    }
}

Test(notes_damage, a_mark_that_ends_a_document_hides_no_note)
{
    static const char *const marks[] = {"...\n", "---\n", "... # the end\n", "--- \n"};
    for (size_t i = 0; i < COUNT(marks); i++) {
        struct buf source = {0};
        buf_printf(&source, "%s%s%s%s%s", HEAD, ONE, marks[i], TWO, TAIL);
        struct reading r = read_bytes(buf_view(&source));
        cr_expect(r.ok && r.content.damaged, "%zu", i);
        cr_expect(str_is(summary(&r), "n1 one|n2 two\n\ntoo;x1"), "%zu: %s", i, summary(&r).at);
        cr_expect_eq(r.problems.len, 1);
        expect_problem(&r, 8, "line 8 can't be read: it parts documents");
        struct str now = check_saved(r.arena, buf_view(&source));
        cr_expect(str_starts(now, STR(HEAD ONE TWO)), "%s", now.at);
        arena_free(r.arena);
        buf_free(&source);
    }
}

Test(notes_damage, a_run_of_zeros_or_noise_costs_the_note_that_it_is_in)
{
    struct buf source = {0};
    buf_chars(&source, HEAD ONE "  - id: n3\n    article: a.txt\n");
    buf_add(&source, "\0\0\0\n\x01\xFF:\n\0x", 10);
    buf_chars(&source, "\n    created: 2026-01-01\n" TWO TAIL);
    struct reading r = read_bytes(buf_view(&source));
    cr_expect(r.ok && r.content.damaged);
    cr_expect(str_is(summary(&r), "n1 one|n2 two\n\ntoo;x1"), "%s", summary(&r).at);
    expect_problem(&r, 8, "lines 8–13 can't be read as a note: ");
    check_saved(r.arena, buf_view(&source));
    arena_free(r.arena);
    buf_free(&source);
}

Test(notes_damage, of_a_file_that_was_cut_off_all_whole_notes_are_read)
{
    struct str whole = STR(HEAD ONE TWO);
    for (size_t cut = sizeof HEAD ONE; cut < whole.len; cut++) {
        struct reading r = read_bytes(str_sub(whole, 0, cut));
        cr_expect(r.ok, "%zu", cut);
        cr_assert_geq(r.content.notes.len, 1, "%zu", cut);
        cr_expect(str_is(r.content.notes.at[0].text, "one"));
        if (r.content.damaged)
            check_saved(r.arena, str_sub(whole, 0, cut));
        arena_free(r.arena);
    }
}

Test(notes_damage, a_head_that_cant_be_read_costs_no_note)
{
    static const char *const heads[] = {
        "\x01\x02\nversion: 1\nnotes:\n",
        "version: \"1\nnotes:\n",
        "\x01\x02\x03\n\n",
        "version: 1\nnotes:\n  garbage\n",
    };
    for (size_t i = 0; i < COUNT(heads); i++) {
        struct buf source = {0};
        buf_printf(&source, "%s%s%s%s", heads[i], ONE, TWO, TAIL);
        struct reading r = read_bytes(buf_view(&source));
        cr_expect(r.ok && r.content.damaged, "%zu", i);
        cr_expect(str_is(summary(&r), "n1 one|n2 two\n\ntoo;x1"), "%zu: %s", i, summary(&r).at);
        check_saved(r.arena, buf_view(&source));
        arena_free(r.arena);
        buf_free(&source);
    }
}

Test(notes_damage, a_second_list_of_notes_is_read_too)
{
    struct str source = STR(HEAD ONE TAIL "notes:\n" TWO);
    struct reading r = read_bytes(source);
    cr_expect(r.ok);
    cr_expect(str_is(summary(&r), "n1 one|n2 two\n\ntoo;x1"), "%s", summary(&r).at);
    check_saved(r.arena, source);
    arena_free(r.arena);
}

#define OURS "<<<<<<< HEAD\n"
#define BASE "||||||| 1234567\n"
#define MID "=======\n"
#define THEIRS ">>>>>>> other\n"

Test(notes_damage, of_an_unfinished_merge_both_sides_are_read)
{
    static const struct str sources[] = {
        {HEAD OURS ONE MID TWO THEIRS TAIL, sizeof HEAD OURS ONE MID TWO THEIRS TAIL - 1},
        {HEAD OURS ONE BASE "  - id: n0\n    about: x\n" MID TWO THEIRS TAIL,
         sizeof HEAD OURS ONE BASE "  - id: n0\n    about: x\n" MID TWO THEIRS TAIL - 1},
        {HEAD ONE OURS MID TWO THEIRS TAIL, sizeof HEAD ONE OURS MID TWO THEIRS TAIL - 1},
        {HEAD ONE OURS TWO MID TWO TAIL THEIRS, sizeof HEAD ONE OURS TWO MID TWO TAIL THEIRS - 1},
    };
    for (size_t i = 0; i < COUNT(sources); i++) {
        struct reading r = read_bytes(sources[i]);
        cr_expect(r.ok && r.content.damaged, "%zu", i);
        cr_expect(str_is(summary(&r), "n1 one|n2 two\n\ntoo;x1"), "%zu: %s", i, summary(&r).at);
        cr_expect_eq(r.problems.len, 1);
        cr_expect_str_eq(r.problems.at[0].code, "unfinished-merge");
        struct str now = check_saved(r.arena, sources[i]);
        cr_expect(str_find(now, STR(ONE), 0) > 0 && str_find(now, STR(TWO), 0) > 0, "%s", now.at);
        cr_expect(str_find(now, STR("<<<<"), 0) < 0 && str_find(now, STR(">>>>"), 0) < 0);
        arena_free(r.arena);
    }
}

Test(notes_damage, a_note_that_both_sides_of_a_merge_changed_has_two_versions)
{
    struct str source = STR(HEAD "  - id: n1\n    article: a.txt\n" OURS "    text: mine\n" MID
                                 "    text: yours\n" THEIRS "    created: 2026-01-01\n" TWO);
    struct reading r = read_bytes(source);
    cr_assert_eq(r.content.notes.len, 3);
    cr_expect(str_is(r.content.notes.at[0].text, "mine"));
    for (size_t i = 1; i < 3; i++) {
        const struct note *note = &r.content.notes.at[i];
        cr_expect_eq(str_is(note->text, "yours"), str_is(note->conflict, "n1"));
    }
    arena_free(r.arena);
    struct shelf shelf = begin();
    folder_write(shelf.folder, "anna.yaml", source);
    struct note note = {.id = STR("n9"), .article = STR("z.txt"), .created = 60, .modified = 60};
    write_note(&shelf, &note);
    r = read_bytes(content(&shelf));
    cr_expect(!r.content.damaged && r.content.notes.len == 4 && !r.problems.len, "%s",
              content(&shelf).at);
    cr_expect(str_find(content(&shelf), STR("conflict: n1"), 0) > 0);
    arena_free(r.arena);
    end(&shelf);
}

Test(notes_damage, of_a_note_that_one_side_deleted_the_later_word_counts)
{
    static const struct {
        const char *ours, *theirs, *expected;
    } cases[] = {
        {"    text: x\n    modified: 2026-01-01\n",
         "    text: x\n    modified: 2026-01-01\n    deleted: 2026-02-01\n", "deleted"},
        {"    text: x\n    modified: 2026-01-01\n    deleted: 2026-02-01\n",
         "    text: x\n    modified: 2026-01-01\n", "deleted"},
        {"    text: x\n    modified: 2026-01-01\n    deleted: 2026-02-01\n",
         "    text: new\n    modified: 2026-01-15\n", "new"},
        {"    text: new\n    modified: 2026-01-15\n",
         "    text: x\n    modified: 2026-01-01\n    deleted: 2026-02-01\n", "new"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf source = {0};
        buf_printf(&source, "%s  - id: n1\n    article: a.txt\n%s%s%s%s%s%s", HEAD, OURS,
                   cases[i].ours, MID, cases[i].theirs, THEIRS, "    created: 2026-01-01\n");
        struct reading r = read_bytes(buf_view(&source));
        cr_assert_eq(r.content.notes.len, 1, "%zu", i);
        const struct note *note = &r.content.notes.at[0];
        cr_expect(note->deleted ? !strcmp(cases[i].expected, "deleted")
                                : str_is(note->text, cases[i].expected),
                  "%zu", i);
        check_saved(r.arena, buf_view(&source));
        arena_free(r.arena);
        buf_free(&source);
    }
}

Test(notes_damage, no_bytes_at_all_make_the_reader_or_the_writer_lose_a_good_note)
{
    uint64_t seed = 88172645463325252u;
    struct str whole = STR(HEAD ONE TWO TAIL "later: {a: b}\n");
    static const char noise[] = "\n\n\n-: #\"'{}[]|<>=\0\xFF\t\rnotes:";
    for (int i = 0; i < 400; i++) {
        struct buf source = {0};
        buf_str(&source, whole);
        for (int hits = 1 + i % 3; hits; hits--) {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            size_t at = (size_t)(seed >> 20) % source.len, len = (size_t)(seed >> 8) % 6;
            size_t from = (size_t)(seed >> 40) % (sizeof noise - 6);
            size_t to = at + (size_t)(seed >> 16) % 4;
            buf_splice(&source, at, to < source.len ? to : source.len,
                       (struct str){noise + from, len});
        }
        struct shelf shelf = begin();
        struct error error = {0};
        struct note note = {.id = STR("n9"), .article = STR("z.txt"), .created = 60};
        folder_write(shelf.folder, "anna.yaml", buf_view(&source));
        struct reading before = read_bytes(buf_view(&source));
        if (notes_write(shelf.path, &(struct notes_change){.note = note}, 1, NULL, &error)) {
            struct reading after = read_bytes(content(&shelf));
            cr_assert(before.ok && after.ok && !after.content.damaged, "%.*s\n---\n%s",
                      STR_ARG(buf_view(&source)), content(&shelf).at);
            cr_expect_eq(after.content.notes.len, before.content.notes.len + 1, "%.*s\n---\n%s",
                         STR_ARG(buf_view(&source)), content(&shelf).at);
            arena_free(after.arena);
        } else {
            cr_expect(str_eq(content(&shelf), buf_view(&source)));
        }
        arena_free(before.arena);
        buf_free(&source);
        end(&shelf);
    }
}
