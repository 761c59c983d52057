/* SPDX-License-Identifier: ISC */
#include "small.h"

#include "dossier/base/memory.h"
#include "dossier/model/index.h"
#include "dossier/model/pattern.h"

#include <criterion/criterion.h>

static const struct small_article articles[] = {
    {"a.txt", NULL, "The fox saw the fox.", 0, 0},
    {"b.txt", NULL, "", 0, 0},
    {"c.txt", NULL, "A FOX (the red fox), foxes; peace\ndeal", 0, 0},
};

Test(index, a_words_places_are_found_through_all_articles_whatever_its_spelling)
{
    struct library *library = small_library("", articles, COUNT(articles));
    const struct corpus *corpus = &library->corpus;
    struct places places = {0};
    static const struct place wanted[] = {{0, {4, 7}}, {0, {16, 19}}, {2, {2, 5}}, {2, {15, 18}}};
    index_places(corpus, STR("fox"), library->arena, &places);
    cr_assert_eq(places.len, COUNT(wanted));
    for (size_t i = 0; i < COUNT(wanted); i++) {
        cr_expect_eq(places.at[i].article, wanted[i].article);
        cr_expect_eq(places.at[i].span.start, wanted[i].span.start);
        cr_expect_eq(places.at[i].span.end, wanted[i].span.end);
    }
    index_places(corpus, STR("wolf"), library->arena, &places);
    cr_expect_eq(places.len, COUNT(wanted), "what was found before stays, and nothing is added");
    cr_expect_eq(index_count(corpus, STR("fox")), 4);
    cr_expect_eq(index_capitals(corpus, STR("fox")), 1);
    cr_expect_eq(index_count(corpus, STR("wolf")), 0);
    cr_expect_eq(index_total(corpus), 13);
    library_free(library);
}

Test(index, tokens_are_the_words_of_all_articles_numbered_through)
{
    struct library *library = small_library("", articles, COUNT(articles));
    const struct corpus *corpus = &library->corpus;
    static const uint32_t first[] = {0, 5, 5, 13};
    for (uint32_t i = 0; i < COUNT(first); i++)
        cr_expect_eq(index_first(corpus, i), first[i], "of article %u", i);
    static const uint32_t of[] = {0, 0, 0, 0, 0, 2, 2, 2};
    for (uint32_t i = 0; i < COUNT(of); i++)
        cr_expect_eq(index_article(corpus, i), of[i], "of token %u", i);
    cr_expect_eq(index_token(corpus, 1)->start, 4);
    cr_expect_eq(index_token(corpus, 1)->key, word_key(STR("fox")));
    cr_expect_eq(index_token(corpus, 6)->start, 2);
    cr_expect_eq(index_token(corpus, 6)->key, word_key(STR("fox")));
    cr_expect_eq(index_token_at(corpus, 2, 2), 6);
    cr_expect_eq(index_token_at(corpus, 2, 3), 7);
    cr_expect_eq(index_token_at(corpus, 2, 38), 13);
    library_free(library);
}

struct search {
    const char *words;
    bool prefix;
    const char *found; /* article:start-end, parted by spaces */
};

Test(pattern, words_and_phrases_are_found_through_the_index)
{
    static const struct search searches[] = {
        {"fox", false, "0:4-7 0:16-19 2:2-5 2:15-18"},
        {"Fox", false, "2:2-5"},
        {"the fox", false, "0:0-7 0:12-19"},
        {"fox*", true, "0:4-7 0:16-19 2:2-5 2:15-18 2:21-26"},
        {"red fo", true, "2:11-18"},
        {"peace deal", false, "2:28-38"},
        {"(the red", false, "2:6-14"},
        {"red fox)", false, "2:11-19"},
        {"fox the", false, ""},
        {"wolf", false, ""},
        {"wolf fox", false, ""},
    };
    struct library *library = small_library("", articles, COUNT(articles));
    for (size_t i = 0; i < COUNT(searches); i++) {
        struct arena *arena = arena_new();
        struct places places = {0};
        struct buf found = {0};
        struct str words = str_of(searches[i].words);
        if (str_ends(words, STR("*")))
            words.len--;
        struct pattern *pattern = pattern_make(arena, words, searches[i].prefix);
        cr_assert_not_null(pattern);
        pattern_find(pattern, &library->corpus, arena, &places);
        for (size_t p = 0; p < places.len; p++)
            buf_printf(&found, "%s%u:%u-%u", p ? " " : "", places.at[p].article,
                       places.at[p].span.start, places.at[p].span.end);
        cr_expect(str_is(buf_view(&found), searches[i].found), "“%s”: found %.*s, wanted %s",
                  searches[i].words, STR_ARG(buf_view(&found)), searches[i].found);
        buf_free(&found);
        arena_free(arena);
    }
    library_free(library);
}

Test(pattern, without_a_letter_or_digit_there_is_none)
{
    struct arena *arena = arena_new();
    cr_expect_null(pattern_make(arena, STR(""), false));
    cr_expect_null(pattern_make(arena, STR("– & –"), false));
    cr_expect_not_null(pattern_make(arena, STR("§ 5"), false));
    arena_free(arena);
}
