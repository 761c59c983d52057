/* SPDX-License-Identifier: ISC */
#include "dossier/reading/copies.h"

#include "dossier/base/memory.h"
#include "small.h"

#include <criterion/criterion.h>

#include <string.h>

static struct library *library;
static struct arena *arena;
static struct copies copies;

static void begin(void)
{
    arena = arena_new();
    library = library_new();
    copies = (struct copies){.len = 0};
}

static void end(void)
{
    library_free(library);
    arena_free(arena);
}

TestSuite(copies, .init = begin, .fini = end);

static void add(const char *path, const char *text)
{
    struct article article = {.path = str_of(path), .text = str_of(text), .facts = FACTS_NONE};
    article.file.text = article.text;
    article.file.stored_size = (uint32_t)article.text.len;
    article_finish(library->arena, &article);
    library_add(library, &article);
}

static void look(const char *path)
{
    library_finish(library);
    copies.arena = arena;
    copies.library = library;
    copies.article = corpus_at_path(&library->corpus, str_of(path));
    while (copies_step(&copies))
        ;
}

static struct str words_of(const char *path, size_t i)
{
    uint32_t number = corpus_at_path(&library->corpus, str_of(path));
    return span_of(corpus_article(&library->corpus, number)->text, copies.at[i].span);
}

#define SAID "The ferry will not sail before the ice has gone from the inner harbour"

Test(copies, a_sentence_that_others_have_is_told_with_how_many_and_the_earliest)
{
    add("a.txt", "Nothing here.\n\nShe said: " SAID ", for now.\n");
    add("b.txt", SAID ".\n\nThat was all.\n");
    add("c.txt", "Once more.\n\n" SAID ", and that was that.\n");
    look("a.txt");
    cr_assert_eq(copies.len, 1);
    cr_expect_eq(copies.at[0].articles, 2);
    cr_expect(str_starts(words_of("a.txt", 0), STR("She said: The ferry")) ||
              str_starts(words_of("a.txt", 0), STR("The ferry")));
    cr_expect_eq(copies.at[0].first, corpus_at_path(&library->corpus, STR("b.txt")));
}

Test(copies, what_stands_only_here_or_is_short_is_not_told)
{
    add("a.txt", "The ice has gone. It was here for a week, and nobody knew what to do.\n");
    add("b.txt", "The ice has gone. Elsewhere all was as it had been for many a year.\n");
    look("a.txt");
    cr_expect_eq(copies.len, 0);
}

Test(copies, a_passage_twice_in_one_article_is_no_copy)
{
    add("a.txt", SAID ".\n\n" SAID ".\n");
    add("b.txt", "Of other things.\n");
    look("a.txt");
    cr_expect_eq(copies.len, 0);
}

/* ---- one passage ---- */

static struct copies_found look_for(const char *path, const char *words)
{
    library_finish(library);
    uint32_t article = corpus_at_path(&library->corpus, str_of(path));
    long at = str_find(corpus_article(&library->corpus, article)->text, str_of(words), 0);
    cr_assert_geq(at, 0);
    struct span span = {(uint32_t)at, (uint32_t)(at + (long)strlen(words))};
    return copies_of(library, article, span);
}

static void expect_found(struct copies_found found, enum copied_how how, uint32_t articles,
                         const char *first)
{
    cr_expect_eq(found.how, how);
    cr_expect_eq(found.articles, articles);
    if (first && found.first != ARTICLE_NONE)
        cr_expect(str_is(corpus_article(&library->corpus, found.first)->path, first));
    cr_expect_eq(found.first == ARTICLE_NONE, first == NULL);
}

Test(copies, a_passage_stands_elsewhere_whatever_is_at_its_ends_and_small_or_not)
{
    add("a.txt", "“We waited for the ice,” she said.\n\nWe waited for the ice, again.\n");
    add("b.txt", "He said that we waited for the ice in vain.\n");
    add("c.txt", "“We waited for the ice!” And once more we waited for the ice.\n");
    expect_found(look_for("a.txt", "We waited for the ice,"), COPIED_WHOLE, 2, "b.txt");
}

Test(copies, a_passage_that_stands_nowhere_else_says_so)
{
    add("a.txt", "“We waited for the ice,” she said. “We waited for the ice.”\n");
    add("b.txt", "He said that we waited for no ice.\n");
    expect_found(look_for("a.txt", "We waited for the ice,"), COPIED_NOWHERE, 0, NULL);
}

Test(copies, a_long_passage_may_stand_elsewhere_in_part)
{
    add("a.txt", "“" SAID ", and nobody minds.”\n");
    add("b.txt", "It says that the ferry will not sail before the ice has gone, and no more.\n");
    expect_found(look_for("a.txt", SAID ", and nobody minds."), COPIED_PART, 1, "b.txt");
}

Test(copies, a_few_words_count_only_between_marks_for_they_stand_anywhere)
{
    add("a.txt", "They would “move on.”\n");
    add("b.txt", "They had to move on. It was late.\n");
    add("c.txt", "It was time to “move on,” she said.\n");
    add("d.txt", "“Let us move on,” she said.\n");
    expect_found(look_for("a.txt", "move on."), COPIED_WHOLE, 1, "c.txt");
}

Test(copies, words_that_are_in_too_many_places_are_not_looked_for)
{
    struct buf many = {0};
    for (int i = 0; i < 2500; i++)
        buf_chars(&many, "move on ");
    add("a.txt", "They would “move on.”\n");
    add("b.txt", many.at);
    expect_found(look_for("a.txt", "move on."), COPIED_UNTOLD, 0, NULL);
    buf_free(&many);
}
