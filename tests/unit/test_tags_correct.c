/* SPDX-License-Identifier: ISC */
/* What a reader says of an article goes into tags.yaml in place, wins, and goes back to the byte.
 */
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/load/load.h"
#include "dossier/load/tags_amend.h"
#include "dossier/load/tags_correct.h"
#include "dossier/load/tags_file.h"
#include "folder.h"

/* A page: what is not the article stands around it. */
#define PAGE                                                                              \
    "Skip to main content\n"                                                              \
    "\n"                                                                                  \
    "Ferry to the skerries sails again after the storm\n"                                 \
    "\n"                                                                                  \
    "By Ida Brandt\n"                                                                     \
    "\n"                                                                                  \
    "March 3, 2024\n"                                                                     \
    "\n"                                                                                  \
    "The ferry to the outer skerries sailed again on Sunday, after it had lain in the "   \
    "harbour for eleven days, the company said, and forty passengers were on board.\n"    \
    "\n"                                                                                  \
    "It will sail twice a day until the end of the month, and once a day from then on, "  \
    "as it did before the storm had torn the landing stage of the northern island off.\n" \
    "\n"                                                                                  \
    "Photo: Harbour Trust\n"                                                              \
    "\n"                                                                                  \
    "Sign up for our newsletter\n"

static struct arena *arena;
static const char *folder, *path;
static struct error error;
static struct tags_patch done;
static struct library *library;

static void begin(void)
{
    arena = arena_new();
    folder = folder_make(arena);
    path = path_join(arena, folder, TAGS_FILE);
    error = (struct error){0};
    library = NULL;
}

static void end(void)
{
    library_free(library);
    folder_remove(folder);
    arena_free(arena);
}

TestSuite(tags_correct, .init = begin, .fini = end);

static const char *saved(void)
{
    return folder_read(arena, path);
}

static const struct article *article(void)
{
    library_free(library);
    library = library_load(&(struct load_request){.path = folder, .no_cache = true}, NULL, &error);
    cr_assert(library, "%s", error.text);
    return corpus_article(&library->corpus, corpus_at_path(&library->corpus, STR("a.txt")));
}

/* FROM becomes TO by the correction, and FROM again when it is taken back. */
static void corrects(const char *from, const char *to, const struct correction *correction)
{
    folder_write(folder, TAGS_FILE, str_of(from));
    cr_assert(tags_correct(folder, correction, arena, &done, &error), "%s", error.text);
    cr_expect_str_eq(saved(), to, "got:\n%s\nwanted:\n%s", saved(), to);
    cr_assert(tags_patch(folder, &done, true, &error), "%s", error.text);
    cr_expect_str_eq(saved(), from, "taken back:\n%s", saved());
    cr_assert(tags_patch(folder, &done, false, &error), "%s", error.text);
    cr_expect_str_eq(saved(), to, "done again:\n%s", saved());
}

static struct correction typed(enum article_field field, const char *line)
{
    struct correction correction;
    struct article made = {.path = STR("a.txt"), .facts = FACTS_NONE};
    cr_assert(correction_read(&made, field, str_of(line), arena, &correction, &error), "%s",
              error.text);
    return correction;
}

Test(tags_correct, the_entry_is_made_where_it_is_missing)
{
    struct correction title = typed(ARTICLE_TITLE, "Ferry: sails again");
    corrects("", "articles:\n  a.txt:\n    title: \"Ferry: sails again\"\n", &title);
    corrects("articles:\n  b.txt:\n    title: B # why\n",
             "articles:\n  b.txt:\n    title: B # why\n  a.txt:\n    title: \"Ferry: sails "
             "again\"\n",
             &title);
}

Test(tags_correct, line_ends_stay_what_they_are)
{
    struct correction title = typed(ARTICLE_TITLE, "T");
    corrects("title: D", "title: D\narticles:\n  a.txt:\n    title: T\n", &title);
    corrects("articles:\n  a.txt:", "articles:\n  a.txt:\n    title: T\n", &title);
    corrects("articles:\r\n  a.txt:\r\n    source: S # s\r\n",
             "articles:\r\n  a.txt:\r\n    source: S # s\r\n    title: T\r\n", &title);
}

Test(tags_correct, a_file_whose_name_is_no_text_cannot_be_named)
{
    struct correction title = typed(ARTICLE_TITLE, "T");
    title.path = STR("a\xff.txt");
    cr_expect_not(tags_correct(folder, &title, arena, &done, &error));
    cr_expect(str_find(str_of(error.text), STR("not UTF-8"), 0) > 0, "%s", error.text);
    cr_expect_not(file_exists(path));
}

Test(tags_correct, the_file_is_made_where_it_is_missing)
{
    struct correction title = typed(ARTICLE_AUTHOR, "Ida Brandt");
    cr_assert(tags_correct(folder, &title, arena, &done, &error), "%s", error.text);
    cr_expect(str_find(str_of(saved()), STR("\narticles:\n  a.txt:\n    author: Ida Brandt\n"), 0) >
                  0,
              "%s", saved());
}

Test(tags_correct, keys_stand_in_the_order_of_the_manual)
{
    struct correction source = typed(ARTICLE_SOURCE, "Skerrin Post");
    corrects("articles:\n  a.txt:\n    title: T # t\n    # where\n    body: [{from: 0, to: 9}]\n",
             "articles:\n  a.txt:\n    title: T # t\n    source: Skerrin Post\n    # where\n    "
             "body: [{from: 0, to: 9}]\n",
             &source);
    corrects("articles: {a.txt: {title: T, tags: [x]}}\n",
             "articles: {a.txt: {title: T, source: Skerrin Post, tags: [x]}}\n", &source);
}

Test(tags_correct, another_date_takes_the_words_of_the_old_one_away)
{
    struct correction date = typed(ARTICLE_DATE, "2024-03-03");
    static const char worked_out[] =
        "articles:\n  a.txt:\n    title: T\n    date: 2024-03-20 # ?\n    date-basis: inferred\n   "
        " date-from: 2024-03-18\n    date-to: 2024-03-24\n    date-why: The week after.\n    url: "
        "u\n";
    corrects(worked_out,
             "articles:\n  a.txt:\n    title: T\n    date: 2024-03-03 # ?\n    url: u\n", &date);
    date = typed(ARTICLE_DATE, "2024-02 to ?");
    corrects(worked_out,
             "articles:\n  a.txt:\n    title: T\n    date-from: 2024-02-01\n    url: u\n", &date);
}

Test(tags_correct, a_month_is_a_range_of_days)
{
    struct correction date = typed(ARTICLE_DATE, "2024-02");
    corrects("articles:\n  a.txt:\n    title: T\n",
             "articles:\n  a.txt:\n    title: T\n    date-from: 2024-02-01\n    date-to: "
             "2024-02-29\n",
             &date);
}

Test(tags_correct, a_date_that_was_inferred_is_confirmed_with_its_range_and_words)
{
    struct correction so;
    folder_write(folder, "a.txt", STR(PAGE));
    static const char inferred[] =
        "articles:\n  a.txt:\n    date: 2024-03-20\n    date-basis: inferred # by me\n    "
        "date-from: 2024-03-18\n    date-to: 2024-03-24\n    date-why: The week after.\n";
    folder_write(folder, TAGS_FILE, str_of(inferred));
    cr_assert(correction_is_open(article(), ARTICLE_DATE));
    cr_assert(correction_confirm(article(), ARTICLE_DATE, arena, &so, &error), "%s", error.text);
    so = correction_copy(arena, &so);
    corrects(inferred,
             "articles:\n  a.txt:\n    date: 2024-03-20\n    date-basis: stated # by me\n    "
             "date-from: 2024-03-18\n    date-to: 2024-03-24\n    date-why: The week after.\n",
             &so);
    cr_expect_not(correction_is_open(article(), ARTICLE_DATE));
    cr_expect_eq(article()->facts.from, day_of(2024, 3, 18));
}

Test(tags_correct, what_is_confirmed_is_stated_and_stays_what_it_was)
{
    folder_write(folder, "a.txt", STR(PAGE));
    for (size_t i = CORRECTION_FIELDS; i-- > 0;) { /* the body first: all else stays worked out */
        enum article_field field = correction_fields[i];
        const char *name = correction_field_name(field);
        struct correction so;
        struct buf was = {0}, is = {0};
        if (field == ARTICLE_SOURCE)
            continue;
        cr_assert(correction_is_open(article(), field), "%s is worked out", name);
        uint32_t from = article()->body.at[0].start, to = article()->body.at[0].end;
        correction_value(article(), field, &was);
        cr_assert(was.len || field == ARTICLE_BODY, "%s is known", name);
        cr_assert(correction_confirm(article(), field, arena, &so, &error), "%s", error.text);
        cr_assert(tags_correct(folder, &so, arena, &done, &error), "%s", error.text);
        cr_expect_not(correction_is_open(article(), field), "%s is stated", name);
        cr_expect(article()->by_tags & field, "%s is stated by tags.yaml", name);
        correction_value(article(), field, &is);
        cr_expect(str_eq(buf_view(&was), buf_view(&is)), "%s", name);
        cr_expect_eq(article()->body.at[0].start, from, "%s", name);
        cr_expect_eq(article()->body.at[0].end, to, "%s", name);
        cr_expect_not(correction_confirm(article(), field, arena, &so, &error));
        buf_free(&was);
        buf_free(&is);
    }
    cr_expect_not(library->problems.len);
}

Test(tags_correct, none_is_stated_and_nothing_is_worked_out_in_its_place)
{
    folder_write(folder, "a.txt", STR(PAGE));
    for (size_t i = 0; i < CORRECTION_FIELDS; i++) {
        enum article_field field = correction_fields[i];
        struct correction none;
        cr_assert(correction_none(article(), field, arena, &none, &error), "%s", error.text);
        cr_assert(tags_correct(folder, &none, arena, &done, &error), "%s", error.text);
        cr_expect_not(correction_is_open(article(), field));
        cr_expect_eq(correction_has(article(), field), field == ARTICLE_BODY);
        cr_expect_not(correction_none(article(), field, arena, &none, &error),
                      "it is stated already");
    }
    cr_expect_eq(article()->body.len, 1);
    cr_expect_eq(article()->body.at[0].start, 0);
    cr_expect_eq(article()->body.at[0].end, article()->text.len);
    cr_expect_not(library->problems.len);
}

static void changes_sides(const char *words, bool gains)
{
    struct correction correction;
    const struct article *now = article();
    ptrdiff_t at = str_find(now->text, str_of(words), 0);
    cr_assert(at >= 0);
    struct span span = {(uint32_t)at, (uint32_t)at + 1};
    cr_assert_eq(article_in_body(now, span.start), !gains, "%s", words);
    cr_assert(correction_body(now, span, gains, arena, &correction, &error), "%s", error.text);
    cr_expect_eq(correction.paragraphs, 1);
    cr_assert(tags_correct(folder, &correction, arena, &done, &error), "%s", error.text);
    now = article();
    cr_expect_eq(article_in_body(now, span.start), gains, "%s", words);
    cr_expect_eq(article_in_body(now, span.start + (uint32_t)strlen(words) - 1), gains, "%s",
                 words);
    cr_expect_not(correction_body(now, span, gains, arena, &correction, &error));
}

Test(tags_correct, a_paragraph_changes_sides_and_comes_back)
{
    folder_write(folder, "a.txt", STR(PAGE));
    changes_sides("Photo: Harbour Trust", true);
    changes_sides("It will sail twice a day", false);
    cr_expect(article_in_body(article(), (uint32_t)str_find(article()->text, STR("The ferry"), 0)));
    changes_sides("It will sail twice a day", true);
    changes_sides("Photo: Harbour Trust", false);
    cr_expect_not(library->problems.len);
}

Test(tags_correct, bytes_of_the_body_are_those_of_the_file)
{
    static const char utf16[] = "\xff\xfe"
                                "A\0\n\0\n\0B\0.\0\n\0\n\0C\0.\0";
    struct correction correction;
    folder_write(folder, "a.txt", (struct str){utf16, sizeof utf16 - 1});
    const struct article *now = article();
    uint32_t at = (uint32_t)str_find(now->text, STR("C"), 0);
    cr_assert(correction_body(now, (struct span){at, at + 1}, false, arena, &correction, &error));
    cr_assert(tags_correct(folder, &correction, arena, &done, &error), "%s", error.text);
    now = article();
    cr_expect_not(article_in_body(now, at));
    cr_expect(article_in_body(now, (uint32_t)str_find(now->text, STR("B"), 0)));
    cr_expect_eq(now->facts.body.at[0].end, 12);
}

Test(tags_correct, something_must_be_left_of_the_article)
{
    struct correction correction;
    folder_write(folder, "a.txt", STR("One line.\n\nAnother line.\n"));
    cr_expect_not(correction_body(article(), (struct span){0, (uint32_t)article()->text.len}, false,
                                  arena, &correction, &error));
    cr_expect(str_find(str_of(error.text), STR("nothing would be left"), 0) >= 0, "%s", error.text);
}

Test(tags_correct, a_date_that_is_none_is_told_what_is_allowed)
{
    static const char *const wrong[] = {"yesterday",  "2024-13", "2024-02-30", "24",
                                        "2024-02 to", "? to ?",  "2024 to 23"};
    struct correction correction;
    struct article made = {.path = STR("a.txt"), .facts = FACTS_NONE};
    for (size_t i = 0; i < COUNT(wrong); i++) {
        cr_expect_not(
            correction_read(&made, ARTICLE_DATE, str_of(wrong[i]), arena, &correction, &error),
            "%s", wrong[i]);
        cr_expect(str_find(str_of(error.text), STR("2025-02-18"), 0) > 0, "%s", error.text);
    }
    cr_expect_not(
        correction_read(&made, ARTICLE_DATE, STR("2025 to 2024"), arena, &correction, &error));
    cr_expect(str_find(str_of(error.text), STR("behind the last"), 0) > 0, "%s", error.text);
    cr_expect_not(correction_read(&made, ARTICLE_AUTHOR, STR("  "), arena, &correction, &error));
}

Test(tags_correct, a_file_that_cannot_be_changed_in_place_is_left_as_it_is)
{
    struct correction title = typed(ARTICLE_TITLE, "T");
    static const char *const hard[] = {"articles: [a]\n", "articles:\n  a.txt: {title: &x T}\n",
                                       "articles:\n  a.txt: some\n"};
    for (size_t i = 0; i < COUNT(hard); i++) {
        folder_write(folder, TAGS_FILE, str_of(hard[i]));
        cr_expect_not(tags_correct(folder, &title, arena, &done, &error), "%s", saved());
        cr_expect(str_starts(str_of(error.text), STR("tags.yaml:")), "%s", error.text);
        cr_expect_str_eq(saved(), hard[i]);
    }
}
