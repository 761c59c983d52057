/* SPDX-License-Identifier: ISC */
/* What others do: checks, news, names of tags. */
#include "desk.h"

static const struct note *only(const struct notebook *notebook)
{
    cr_assert_eq(notebook->len, 1);
    return &notebook->at[0];
}

Test(notebook_colleagues, who_has_checked_a_note_stands_on_it_by_name)
{
    static const char *const names[] = {"zoe", "ben", "carl"};
    struct desk desk = begin();
    struct error error = {0};
    struct notebook *anna = open_as(&desk, "anna");
    struct note note = add(&desk, anna, 0, 4, 10, "is it?");
    for (size_t i = 0; i < COUNT(names); i++) {
        struct notebook *notebook = open_as(&desk, names[i]);
        cr_assert(notebook_check(notebook, note.id, 2000, &error), "%s", error.text);
        cr_expect_eq(only(notebook)->checked_count, i + 1);
        notebook_close(notebook);
    }
    cr_assert(notebook_refresh(anna, desk.library));
    cr_assert_eq(only(anna)->checked_count, 3);
    cr_expect(str_is(only(anna)->checked_by[0], "ben"));
    cr_expect(str_is(only(anna)->checked_by[1], "carl"));
    cr_expect(str_is(only(anna)->checked_by[2], "zoe"));
    notebook_close(anna);
    end(&desk);
}

Test(notebook_colleagues, a_check_is_taken_back)
{
    struct desk desk = begin();
    struct error error = {0};
    struct notebook *anna = open_as(&desk, "anna"), *ben;
    struct note note = add(&desk, anna, 0, 4, 10, "is it?");
    ben = open_as(&desk, "ben");
    cr_assert(notebook_check(ben, note.id, 2000, &error), "%s", error.text);
    cr_assert(notebook_check(ben, note.id, 0, &error), "%s", error.text);
    cr_expect_eq(only(ben)->checked_count, 0);
    notebook_close(ben);
    ben = open_as(&desk, "ben");
    cr_expect_eq(only(ben)->checked_count, 0);
    notebook_close(ben);
    notebook_close(anna);
    end(&desk);
}

Test(notebook_colleagues, a_check_of_what_was_changed_since_does_not_count)
{
    struct desk desk = begin();
    struct error error = {0};
    struct notebook *anna = open_as(&desk, "anna");
    struct note note = add(&desk, anna, 0, 4, 10, "is it?");
    struct notebook *ben = open_as(&desk, "ben");
    cr_assert(notebook_check(ben, note.id, 2000, &error), "%s", error.text);
    notebook_refresh(anna, desk.library);
    cr_expect_eq(only(anna)->checked_count, 1);
    note.text = STR("it is not");
    note.modified = 3000;
    cr_assert(notebook_put(anna, desk.library, &note, 1, &error), "%s", error.text);
    cr_expect_eq(only(anna)->checked_count, 0);
    notebook_refresh(ben, desk.library);
    cr_expect_eq(only(ben)->checked_count, 0);
    /* by a clock that is behind the writer's */
    cr_assert(notebook_check(ben, note.id, 2500, &error), "%s", error.text);
    cr_expect_eq(only(ben)->checked_count, 1);
    notebook_close(anna);
    notebook_close(ben);
    end(&desk);
}

Test(notebook_colleagues, ones_own_note_is_not_ones_own_to_check)
{
    struct desk desk = begin();
    struct error error = {0};
    struct notebook *anna = open_as(&desk, "anna");
    struct note note = add(&desk, anna, 0, 4, 10, "is it?");
    cr_expect_not(notebook_check(anna, note.id, 2000, &error));
    cr_expect_not_null(strstr(error.text, "your own"), "%s", error.text);
    cr_expect_not(notebook_check(anna, STR("nothing"), 2000, &error));
    notebook_close(anna);
    end(&desk);
}

static struct str *remember(const struct desk *desk, size_t *count)
{
    struct notebook *ben = open_as(desk, "ben");
    struct str *seen = notebook_seen(ben, desk->arena, count);
    notebook_close(ben);
    return seen;
}

Test(notebook_colleagues, what_colleagues_wrote_since_is_news)
{
    struct desk desk = begin();
    struct error error = {0};
    struct notebook *anna = open_as(&desk, "anna");
    struct note first = add(&desk, anna, 0, 4, 10, "1");
    add(&desk, anna, 0, 23, 29, "2");
    size_t count;
    struct str *seen = remember(&desk, &count);
    cr_expect_eq(count, 2);
    first.text = STR("1, but better");
    cr_assert(notebook_put(anna, desk.library, &first, 1, &error), "%s", error.text);
    add(&desk, anna, 1, 0, 3, "3");
    notebook_close(anna);
    struct notebook *ben = open_as(&desk, "ben");
    add(&desk, ben, 1, 4, 8, "mine");
    notebook_news(ben, seen, count);
    cr_assert_eq(ben->len, 4);
    cr_expect_eq(ben->at[0].news, NEWS_CHANGED);
    cr_expect_eq(ben->at[1].news, NEWS_NONE);
    cr_expect_eq(ben->at[2].news, NEWS_NEW);
    cr_expect_eq(ben->at[3].news, NEWS_NONE, "one's own is no news");
    seen = notebook_seen(ben, desk.arena, &count);
    notebook_news(ben, seen, count);
    for (size_t i = 0; i < ben->len; i++)
        cr_expect_eq(ben->at[i].news, NEWS_NONE);
    notebook_close(ben);
    end(&desk);
}

Test(notebook_colleagues, at_first_nothing_is_news_but_what_comes_in_meanwhile)
{
    struct desk desk = begin();
    struct notebook *anna = open_as(&desk, "anna");
    add(&desk, anna, 0, 4, 10, "1");
    struct notebook *ben = open_as(&desk, "ben");
    notebook_news(ben, NULL, 0);
    cr_expect_eq(only(ben)->news, NEWS_NONE);
    add(&desk, anna, 0, 23, 29, "2");
    cr_assert(notebook_refresh(ben, desk.library));
    cr_expect_eq(ben->at[0].news, NEWS_NONE);
    cr_expect_eq(ben->at[1].news, NEWS_NEW);
    notebook_close(anna);
    notebook_close(ben);
    end(&desk);
}

Test(notebook_colleagues, tags_are_read_and_saved_under_their_names_of_now)
{
    static const char renamed[] = "tags:\n  - {id: water, was: [flood, rain]}\n";
    static const struct small_article articles[] = {{.path = "a.txt", .text = "The bridge."}};
    struct desk desk = begin();
    struct error error = {0};
    library_free(desk.library);
    desk.library = small_library(renamed, articles, COUNT(articles));
    desk.library->folder = desk.folder;
    folder_write(
        desk.folder, "notes/anna.yaml",
        STR("notes:\n  - {id: n1, article: a.txt, text: x, tags: [rain, x, flood], created: "
            "2026-01-01}\n"));
    struct notebook *notebook = open_as(&desk, "anna");
    cr_assert_eq(only(notebook)->tag_count, 2);
    cr_expect(str_is(only(notebook)->tags[0], "water"));
    cr_expect(str_is(only(notebook)->tags[1], "x"));
    struct note note = note_copy(desk.arena, only(notebook));
    note.text = STR("y");
    cr_assert(notebook_put(notebook, desk.library, &note, 1, &error), "%s", error.text);
    cr_expect_eq(only(notebook)->conflict.len, 0);
    notebook_close(notebook);
    struct str saved = content(&desk, desk.folder, "notes/anna.yaml");
    cr_expect(str_find(saved, STR("[water, x]"), 0) > 0, "%s", saved.at);
    end(&desk);
}

Test(notebook_colleagues, what_comes_back_with_a_tags_old_name_is_the_same_note)
{
    static const char renamed[] = "tags:\n  - {id: water, was: [flood]}\n";
    static const struct small_article articles[] = {{.path = "a.txt", .text = "The bridge."}};
    struct desk desk = begin();
    struct error error = {0};
    struct taken taken;
    library_free(desk.library);
    desk.library = small_library(renamed, articles, COUNT(articles));
    desk.library->folder = desk.folder;
    struct notebook *notebook = open_as(&desk, "anna");
    struct str tag = STR("flood");
    struct note note = {.id = STR("n1"),
                        .article = STR("a.txt"),
                        .text = STR("x"),
                        .tags = &tag,
                        .tag_count = 1,
                        .created = 1000,
                        .modified = 1000};
    cr_assert(notebook_put(notebook, desk.library, &note, 1, &error), "%s", error.text);
    note.modified = 900;
    cr_assert(notebook_take(notebook, desk.library, &note, 1, &taken, &error), "%s", error.text);
    cr_expect_eq(taken.same, 1);
    cr_assert(notebook_remove(notebook, &note.id, 1, 2000, &error), "%s", error.text);
    cr_assert(notebook_take(notebook, desk.library, &note, 1, &taken, &error), "%s", error.text);
    cr_expect_eq(taken.same, 1);
    cr_expect_eq(notebook->len, 0);
    notebook_close(notebook);
    end(&desk);
}
