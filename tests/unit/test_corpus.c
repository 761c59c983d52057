/* SPDX-License-Identifier: ISC */
#include "dossier/model/corpus.h"

#include "dossier/base/memory.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena *arena;
static struct corpus corpus;

static void begin(void)
{
    arena = arena_new();
    corpus = (struct corpus){0};
}

static void end(void)
{
    arena_free(arena);
}

TestSuite(corpus, .init = begin, .fini = end);

static void add(const char *path, day date)
{
    struct article *article = vec_add(arena, &corpus);
    article->path = str_of(path);
    article->facts = FACTS_NONE;
    article->facts.date = date;
    article_finish(arena, article);
}

static void add_all(const char *const *paths, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add(paths[i], DAY_NONE);
    corpus_finish(arena, &corpus);
}

Test(corpus, a_label_is_the_shortest_beginning_that_no_other_path_has_to_a_words_end)
{
    static const char *const paths[] = {
        "001_b6ab9d925da0c223.txt",
        "000_84301d29c00dabfb.txt",
        "a.txt",
        "a_b.txt",
        "notes",
        "notes of a day",
        "été 1.txt",
        "été 2.txt",
        "2025/talks.txt",
    };
    static const char *const labels[] = {
        "000", "001", "2025", "a.txt", "a_b", "notes", "notes of", "été 1", "été 2",
    };
    add_all(paths, COUNT(paths));
    cr_assert_eq(corpus.len, COUNT(labels));
    for (size_t i = 0; i < corpus.len; i++)
        cr_expect(str_is(corpus_article(&corpus, i)->label, labels[i]), "%.*s",
                  STR_ARG(corpus_article(&corpus, i)->label));
}

Test(corpus, labels_of_hostile_names_are_prefixes_too)
{
    static const char *const paths[] = {"\xff\xfe\x31", "\xff\xfe\x32", "\x1b[2J", "e\xCC\x81",
                                        "e"};
    add_all(paths, COUNT(paths));
    for (size_t i = 0; i < corpus.len; i++) {
        cr_expect(str_starts(corpus_article(&corpus, i)->path, corpus_article(&corpus, i)->label));
        cr_expect_gt(corpus_article(&corpus, i)->label.len, 0);
    }
}

Test(corpus, an_article_is_found_by_its_path_or_by_a_beginning_of_its_own)
{
    static const char *const paths[] = {"000_a.txt", "001_b.txt", "001_c.txt", "x", "x.txt"};
    static const struct {
        const char *name;
        uint32_t found;
    } cases[] = {{"000", 0},         {"0", ARTICLE_NONE},
                 {"001_b", 1},       {"001", ARTICLE_NONE},
                 {"x", 3},           {"x.", 4},
                 {"./001_c.txt", 2}, {"y", ARTICLE_NONE},
                 {"", ARTICLE_NONE}, {"zzz", ARTICLE_NONE}};
    struct error error;
    add_all(paths, COUNT(paths));
    for (size_t i = 0; i < COUNT(cases); i++)
        cr_expect_eq(corpus_find(&corpus, str_of(cases[i].name), &error), cases[i].found, "%s",
                     cases[i].name);
    corpus_find(&corpus, STR("001"), &error);
    cr_expect_str_eq(error.text,
                     "more than one article begins with \"001\"; there are 2: 001_b, 001_c");
    corpus_find(&corpus, STR("q"), &error);
    cr_expect_not_null(strstr(error.text, "000, 001_b, 001_c, x, x."), "%s", error.text);
    cr_expect_eq(corpus_at_path(&corpus, STR("x.txt")), 4);
    cr_expect_eq(corpus_at_path(&corpus, STR("x.t")), ARTICLE_NONE);
}

Test(corpus, articles_stand_by_date_and_the_undated_last)
{
    add("a", 30);
    add("b", DAY_NONE);
    add("c", 10);
    add("d", 30);
    add("e", -400);
    corpus_finish(arena, &corpus);
    static const uint32_t order[] = {4, 2, 0, 3, 1};
    for (uint32_t i = 0; i < COUNT(order); i++) {
        cr_expect_eq(corpus.by_date[i], order[i]);
        cr_expect_eq(corpus.rank[order[i]], i);
    }
}

Test(corpus, words_of_the_body_are_counted_and_no_others)
{
    static const char text[] = "Menu here\nOne two, three.\nMore menu\nFour 5\nfoot";
    struct article *article = vec_add(arena, &corpus);
    article->path = STR("a.txt");
    article->facts = FACTS_NONE;
    article->text = article->file.text = str_of(text);
    article->file.stored_size = sizeof text - 1;
    *vec_add(arena, &article->facts.body) = (struct span){10, 25};
    *vec_add(arena, &article->facts.body) = (struct span){36, 42};
    article_finish(arena, article);
    add("empty.txt", DAY_NONE);
    corpus_finish(arena, &corpus);
    cr_expect_eq(corpus_article(&corpus, 0)->words, 5);
    cr_expect_eq(corpus_article(&corpus, 1)->words, 0);
}

Test(corpus, no_articles_are_a_corpus_too)
{
    struct error error;
    corpus_finish(arena, &corpus);
    cr_expect_eq(corpus_find(&corpus, STR("a"), &error), ARTICLE_NONE);
    cr_expect_not_null(strstr(error.text, "no articles here"));
}
