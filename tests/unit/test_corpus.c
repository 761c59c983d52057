/* SPDX-License-Identifier: ISC */
#include "dossier/model/corpus.h"

#include "dossier/base/memory.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static struct arena *arena;
static struct corpus corpus;
static struct segment_maker *maker;

static void begin(void)
{
    arena = arena_new();
    corpus = (struct corpus){0};
    maker = segment_begin();
}

static void end(void)
{
    corpus_close(&corpus);
    arena_free(arena);
}

TestSuite(corpus, .init = begin, .fini = end);

static void add(const char *path, day date)
{
    struct article article = {.path = str_of(path), .facts = FACTS_NONE};
    article.facts.date = date;
    article_finish(arena, &article);
    segment_add(maker, &article, NULL);
}

/* What was added is a segment; what comes is another one. */
static void end_segment(void)
{
    corpus_take(&corpus, segment_end(maker));
    maker = segment_begin();
}

static void finish(void)
{
    corpus_take(&corpus, segment_end(maker));
    corpus_finish(&corpus);
}

static void add_all(const char *const *paths, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add(paths[i], DAY_NONE);
    finish();
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
        cr_expect(str_is(corpus_article(&corpus, corpus.by_path[i])->label, labels[i]), "%.*s",
                  STR_ARG(corpus_article(&corpus, corpus.by_path[i])->label));
}

Test(corpus, labels_of_hostile_names_are_prefixes_too)
{
    static const char *const paths[] = {"\xff\xfe\x31", "\xff\xfe\x32", "\x1b[2J", "e\xCC\x81",
                                        "e"};
    add_all(paths, COUNT(paths));
    cr_assert_eq(corpus.len, COUNT(paths));
    for (uint32_t i = 0; i < corpus.numbers; i++) {
        const struct article *article = corpus_article(&corpus, i);
        cr_expect(str_starts(article->path, article->label));
        cr_expect_gt(article->label.len, 0);
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
    finish();
    static const uint32_t order[] = {4, 2, 0, 3, 1};
    for (uint32_t i = 0; i < COUNT(order); i++) {
        cr_expect_eq(corpus.by_date[i], order[i]);
        cr_expect_eq(corpus.rank[order[i]], i);
    }
}

Test(corpus, a_number_is_where_an_article_was_added_and_by_path_is_the_order_of_paths)
{
    add("d", 4);
    add("b", 2);
    end_segment();
    add("c", 3);
    add("a", 1);
    finish();
    static const char *const paths[] = {"d", "b", "c", "a"};
    static const uint32_t order[] = {3, 1, 2, 0};
    static const day days[] = {4, 2, 3, 1};
    cr_assert_eq(corpus.numbers, COUNT(paths));
    cr_assert_eq(corpus.len, COUNT(paths));
    for (uint32_t i = 0; i < COUNT(paths); i++) {
        cr_expect(str_is(corpus_path(&corpus, i), paths[i]));
        cr_expect(str_is(corpus_article(&corpus, i)->path, paths[i]));
        cr_expect_eq(corpus_day(&corpus, i), days[i]);
        cr_expect_eq(corpus_at_path(&corpus, str_of(paths[i])), i);
        cr_expect_eq(corpus.by_path[i], order[i]);
        cr_expect_eq(corpus.by_date[i], order[i]);
    }
}

Test(corpus, an_article_is_as_it_was_whatever_many_were_asked_for_meanwhile)
{
    char path[16];
    for (int i = 0; i < 3 * CORPUS_OPENED; i++) {
        snprintf(path, sizeof path, "%06d.txt", i);
        add(path, i);
        if (i % 700 == 0)
            end_segment();
    }
    finish();
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < corpus.numbers; i++) {
            uint32_t number = (i * 7919u) % corpus.numbers;
            snprintf(path, sizeof path, "%06u.txt", number);
            cr_expect(str_is(corpus_article(&corpus, number)->path, path));
            cr_expect_eq(corpus_article(&corpus, number)->facts.date, (day)number);
        }
    }
}

Test(corpus, words_of_the_body_are_counted_and_no_others)
{
    static const char text[] = "Menu here\nOne two, three.\nMore menu\nFour 5\nfoot";
    struct article article = {.path = STR("a.txt"), .facts = FACTS_NONE};
    article.text = article.file.text = str_of(text);
    article.file.stored_size = sizeof text - 1;
    *vec_add(arena, &article.facts.body) = (struct span){10, 25};
    *vec_add(arena, &article.facts.body) = (struct span){36, 42};
    article_finish(arena, &article);
    segment_add(maker, &article, NULL);
    add("empty.txt", DAY_NONE);
    finish();
    cr_expect_eq(corpus_article(&corpus, 0)->words, 5);
    cr_expect_eq(corpus_article(&corpus, 1)->words, 0);
}

Test(corpus, no_articles_are_a_corpus_too)
{
    struct error error;
    finish();
    cr_expect_eq(corpus.len, 0);
    cr_expect_eq(corpus_find(&corpus, STR("a"), &error), ARTICLE_NONE);
    cr_expect_not_null(strstr(error.text, "no articles here"));
}
