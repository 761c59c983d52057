/* SPDX-License-Identifier: ISC */
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/load/tags_file.h"
#include "folder.h"

static struct arena *arena;
static const char *folder, *path;
static struct error error;

static void begin(void)
{
    arena = arena_new();
    folder = folder_make(arena);
    path = path_join(arena, folder, TAGS_FILE);
    error = (struct error){0};
}

static void end(void)
{
    folder_remove(folder);
    arena_free(arena);
}

TestSuite(tags_names, .init = begin, .fini = end);

static void write_file(const char *source)
{
    cr_assert(file_save(path, str_of(source), 0644, &error), "%s", error.text);
}

static struct str content(void)
{
    struct buf bytes = {0};
    cr_assert(file_read(path, YAML_LARGEST, &bytes, &error), "%s", error.text);
    struct str copy = arena_str(arena, buf_view(&bytes));
    buf_free(&bytes);
    return copy;
}

static struct tags read_tags(struct problems *problems)
{
    struct tags tags = {0};
    struct tags_entries entries = {0};
    *problems = (struct problems){.arena = arena};
    tags_read(arena, content(), STR(TAGS_FILE), &tags, &entries, problems);
    return tags;
}

static void check_now(const char *tag, const char *now)
{
    struct problems problems;
    struct tags tags = read_tags(&problems);
    cr_expect_eq(problems.len, 0);
    cr_expect(str_is(tags_now(&tags, str_of(tag)), now), "%s is %.*s now", tag,
              STR_ARG(tags_now(&tags, str_of(tag))));
}

static void rename_tag(const char *from, const char *to)
{
    cr_assert(tags_rename(folder, str_of(from), str_of(to), &error), "%s", error.text);
}

Test(tags_names, a_renaming_is_one_line_and_costs_no_comment)
{
    write_file("# ours\nactors: []\ntags:\n  # the pledge\n  - id: pledges # all of them\n"
               "    description: Who promised what\n  - id: money\n    description: Funds\n");
    rename_tag("pledge", "pledges");
    cr_expect(str_is(content(),
                     "# ours\nactors: []\ntags:\n  # the pledge\n  - id: pledges # all of them\n"
                     "    description: Who promised what\n    was: [pledge]\n  - id: money\n"
                     "    description: Funds\n"),
              "%s", content().at);
    check_now("pledge", "pledges");
    check_now("money", "money");
}

Test(tags_names, a_chain_of_renamings_leads_to_the_last)
{
    rename_tag("a", "b");
    rename_tag("b", "c");
    check_now("a", "c");
    check_now("b", "c");
    check_now("c", "c");
}

Test(tags_names, renaming_back_makes_no_circle)
{
    rename_tag("a", "b");
    rename_tag("b", "a");
    check_now("a", "a");
    check_now("b", "a");
}

Test(tags_names, a_circle_written_by_hand_ends)
{
    write_file("tags:\n  - {id: a, was: [b]}\n  - {id: b, was: [a]}\n");
    struct problems problems;
    struct tags tags = read_tags(&problems);
    struct str now = tags_now(&tags, STR("a"));
    cr_expect(str_is(now, "a") || str_is(now, "b"));
}

Test(tags_names, two_tags_that_were_merged_can_be_parted_again)
{
    write_file("tags:\n  - {id: b, description: Both}\n");
    rename_tag("a", "b");
    check_now("a", "b");
    cr_assert(tags_part(folder, STR("a"), STR("b"), &error), "%s", error.text);
    check_now("a", "a");
    cr_expect_not(tags_part(folder, STR("a"), STR("b"), &error));
    cr_expect(strstr(error.text, "never called #a"), "%s", error.text);
}

Test(tags_names, an_entry_that_says_nothing_any_more_is_gone)
{
    write_file("title: T\n");
    rename_tag("a", "b");
    cr_assert(tags_part(folder, STR("a"), STR("b"), &error), "%s", error.text);
    struct problems problems;
    cr_expect_eq(read_tags(&problems).entries.len, 0);
}

Test(tags_names, a_merged_tag_keeps_what_its_former_name_meant)
{
    cr_assert(tags_describe(folder, STR("a"), STR(" Of a: first\n"), &error), "%s", error.text);
    rename_tag("a", "b");
    struct problems problems;
    struct tags tags = read_tags(&problems);
    cr_expect(str_is(tags_description(&tags, STR("b")), "Of a: first"));
    cr_assert(tags_describe(folder, STR("b"), STR("Of b"), &error), "%s", error.text);
    tags = read_tags(&problems);
    cr_expect(str_is(tags_description(&tags, STR("b")), "Of b"));
    cr_expect_eq(tags_description(&tags, STR("c")).len, 0);
}

Test(tags_names, of_names_that_are_one_now_one_stays)
{
    rename_tag("a", "b");
    struct problems problems;
    struct tags tags = read_tags(&problems);
    struct str names[] = {STR("a"), STR("c"), STR("b"), STR("c")};
    size_t count = COUNT(names);
    tags_name_all(&tags, names, &count);
    cr_assert_eq(count, 2);
    cr_expect(str_is(names[0], "b") && str_is(names[1], "c"));
}

Test(tags_names, a_broken_file_is_named_and_left_alone)
{
    write_file("tags: [\n");
    cr_expect_not(tags_rename(folder, STR("a"), STR("b"), &error));
    cr_expect(strstr(error.text, "tags.yaml:"), "%s", error.text);
    cr_expect(str_is(content(), "tags: [\n"));
    write_file("tags:\n  - {description: of nothing}\n  - {id: a}\n  - {id: a}\n");
    struct problems problems;
    struct tags tags = read_tags(&problems);
    cr_expect_eq(problems.len, 2);
    cr_expect_eq(tags.entries.len, 1);
}
