/* SPDX-License-Identifier: ISC */
#include "dossier/load/survey.h"

#include "dossier/base/memory.h"
#include "folder.h"

#include <fcntl.h>

static struct arena *arena;
static const char *folder;
static struct survey *before, *now;

static void write_file(const char *name, const char *text)
{
    folder_write(folder, name, str_of(text));
}

static void look(void)
{
    survey_free(before);
    before = now;
    now = survey_make(&(struct survey_request){.path = folder, .before = before});
}

static void begin(void)
{
    arena = arena_new();
    folder = folder_make(arena);
    before = now = NULL;
    write_file("a.txt", "one");
    write_file("deep/er/b.md", "two");
    write_file("tags.yaml", "title: T\n");
    look();
}

static void end(void)
{
    survey_free(before);
    survey_free(now);
    folder_remove(folder);
    arena_free(arena);
}

static void move_file(const char *from, const char *to)
{
    cr_assert_eq(rename(path_join(arena, folder, from), path_join(arena, folder, to)), 0);
}

TestSuite(survey, .init = begin, .fini = end);

Test(survey, a_folder_that_nobody_touched_is_the_same)
{
    cr_expect(now->there);
    cr_expect_not(now->same, "the first is not the same as anything");
    cr_expect_eq(now->len, 3);
    look();
    cr_expect(now->same);
}

Test(survey, a_file_that_was_written_to_is_named)
{
    write_file("deep/er/b.md", "two and more");
    look();
    cr_expect_not(now->same);
    cr_assert_eq(now->changed.len, 1);
    cr_expect(str_is(now->changed.at[0], "deep/er/b.md"));
}

Test(survey, the_same_size_and_moment_do_not_hide_another_content)
{
    struct stat st;
    const char *path = path_join(arena, folder, "a.txt");
    cr_assert_eq(stat(path, &st), 0);
    write_file("a.txt", "two");
    struct timespec moments[] = {st.st_atim, st.st_mtim};
    cr_assert_eq(utimensat(AT_FDCWD, path, moments, 0), 0);
    look();
    cr_expect_not(now->same);
}

Test(survey, what_is_new_or_gone_or_renamed_is_seen)
{
    write_file("c.txt", "three");
    look();
    cr_expect_not(now->same);
    cr_expect_eq(now->changed.len, 0);
    move_file("c.txt", "d.txt");
    look();
    cr_expect_not(now->same);
    unlink(path_join(arena, folder, "d.txt"));
    look();
    cr_expect_not(now->same);
    look();
    cr_expect(now->same);
}

Test(survey, a_folder_moved_away_takes_its_files_along)
{
    move_file("deep", ".deep");
    look();
    cr_expect_not(now->same);
    cr_expect_eq(now->len, 2);
}

Test(survey, what_can_be_no_article_is_passed_over)
{
    write_file("notes/anna.yaml", "version: 1\n");
    write_file(".git/index", "x");
    write_file(".a.txt.swp", "x");
    write_file("photo.jpg", "x");
    look();
    cr_expect(now->same);
    cr_expect(survey_concerns(STR("new.txt")));
    cr_expect(survey_concerns(STR("tags.yaml")));
    cr_expect_not(survey_concerns(STR("photo.jpg")));
}

Test(survey, tags_that_this_program_wrote_are_nothing_new)
{
    write_file("tags.yaml", "title: Another\n");
    survey_look_at_own(now, folder);
    look();
    cr_expect(now->same);
    write_file("tags.yaml", "title: A third\n");
    look();
    cr_expect_not(now->same);
}

Test(survey, the_first_tags_that_this_program_wrote_are_nothing_new_either)
{
    unlink(path_join(arena, folder, "tags.yaml"));
    look();
    write_file("tags.yaml", "title: T\n");
    survey_look_at_own(now, folder);
    look();
    cr_expect(now->same);
}

Test(survey, one_file_is_looked_at_with_the_tags_beside_it)
{
    const char *path = path_join(arena, folder, "a.txt");
    struct survey *one = survey_make(&(struct survey_request){.path = path});
    cr_expect_eq(one->len, 2);
    write_file("c.txt", "three");
    struct survey *two = survey_make(&(struct survey_request){.path = path, .before = one});
    cr_expect(two->same);
    write_file("a.txt", "other");
    struct survey *three = survey_make(&(struct survey_request){.path = path, .before = two});
    cr_expect_not(three->same);
    survey_free(one);
    survey_free(two);
    survey_free(three);
}

static void make_file(void *context, const char *entered)
{
    size_t *count = context;
    char path[512];
    snprintf(path, sizeof path, "%s/late-%zu.txt", entered, (*count)++);
    FILE *file = fopen(path, "w");
    cr_assert_not_null(file);
    fclose(file);
}

Test(survey, a_folder_is_entered_before_it_is_listed)
{
    size_t count = 0;
    struct survey_request request = {.path = folder, .enter = make_file, .context = &count};
    struct survey *survey = survey_make(&request);
    cr_expect_eq(count, 3);
    cr_expect_eq(survey->len, 6, "a file that came meanwhile was missed");
    survey_free(survey);
}

Test(survey, one_that_is_stopped_knows_nothing)
{
    struct progress progress = {0};
    progress_cancel(&progress);
    struct survey *survey =
        survey_make(&(struct survey_request){.path = folder, .progress = &progress});
    cr_expect_not(survey->there);
    survey_free(survey);
}

Test(survey, a_folder_that_is_gone_is_not_there)
{
    folder_remove(folder);
    look();
    cr_expect_not(now->there);
    cr_expect_not(now->same);
}

Test(survey, only_the_files_that_are_named_are_looked_at_again)
{
    struct str changed[] = {STR("a.txt"), STR("deep/new.md")};
    write_file("a.txt", "another text");
    write_file("deep/er/b.md", "and this one too");
    write_file("deep/new.md", "new");
    struct survey *renewed = survey_renew(now, folder, changed, COUNT(changed));
    cr_assert_not_null(renewed);
    cr_expect_eq(renewed->len, 4);
    cr_assert_eq(renewed->changed.len, 1);
    cr_expect(str_is(renewed->changed.at[0], "a.txt"));
    survey_free(now);
    now = renewed;
    look();
    cr_assert_eq(now->changed.len, 1, "what was not named is seen by the next whole look");
    cr_expect(str_is(now->changed.at[0], "deep/er/b.md"));
}

Test(survey, a_named_file_that_is_gone_asks_for_a_whole_look)
{
    struct str changed[] = {STR("a.txt"), STR("gone.txt")};
    cr_expect_null(survey_renew(now, folder, changed, COUNT(changed)));
}
