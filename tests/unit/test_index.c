/* SPDX-License-Identifier: ISC */
#include "small.h"

#include "dossier/base/memory.h"
#include "dossier/model/pattern.h"

#include <criterion/criterion.h>

static const struct small_article articles[] = {
    {"a.txt", NULL, "The fox saw the fox.", 0, 0},
    {"b.txt", NULL, "", 0, 0},
    {"c.txt", NULL, "A FOX (the red fox), foxes; peace\ndeal", 0, 0},
};

Test(index, a_words_places_are_its_tokens_through_all_articles)
{
    struct library *library = small_library("", articles, COUNT(articles));
    const struct index *index = library->corpus.index;
    uint32_t fox = index_word(index, STR("fox"));
    cr_assert_neq(fox, WORD_NONE);
    size_t count;
    const uint32_t *places = index_places(index, fox, &count);
    cr_assert_eq(count, 4);
    static const uint32_t article[] = {0, 0, 2, 2}, start[] = {4, 16, 2, 15};
    for (size_t i = 0; i < count; i++) {
        cr_expect_eq(index_token_article(index, places[i]), article[i]);
        cr_expect_eq(index_token_start(index, places[i]), start[i]);
    }
    cr_expect_eq(index_word(index, STR("wolf")), WORD_NONE);
    cr_expect_eq(index_first(index, 1), index_first(index, 2));
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
