/* SPDX-License-Identifier: ISC */
#include "dossier/reading/copies.h"

#include "dossier/base/memory.h"
#include "small.h"

#include <criterion/criterion.h>

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
