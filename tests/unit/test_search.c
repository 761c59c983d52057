/* SPDX-License-Identifier: ISC */
#include "dossier/base/memory.h"
#include "dossier/search/query.h"
#include "dossier/search/search.h"
#include "small.h"

#include <criterion/criterion.h>
#include <stdlib.h>

static const char tags[] = "actors:\n"
                           "  - {id: ada-berg, name: Ada Berg, kind: person, aliases: [Berg]}\n"
                           "  - {id: port, name: Port of Hull, kind: place}\n";

/* By path: a, b, c; by day: b, a, and c that has none. */
static const struct small_article articles[] = {
    {.path = "a.txt",
     .date = "2024-05-02",
     .text = "The harbour vote is near. Berg wants the vote."},
    {.path = "b.txt",
     .date = "2024-05-01",
     .text = "Ada Berg left the harbour. The ferry voted no."},
    {.path = "c.txt", .text = "A ferry\nterminal, and the old\n\nharbour (closed)."},
};

/* What QUERY finds: "a:harbour a:vote …", or its error behind "! ". The caller frees it. */
static char *answer(const char *query_text)
{
    struct library *library = small_library(tags, articles, COUNT(articles));
    struct error error = {{0}};
    struct places places = {0};
    struct buf out = {0};
    struct query *query = query_read(library->arena, library, str_of(query_text), &error);
    if (query)
        search_run(query, library, library->arena, &places);
    else
        buf_printf(&out, "! %s", error.text);
    for (size_t i = 0; i < places.len; i++) {
        const struct article *article = &library->corpus.at[places.at[i].article];
        buf_printf(&out, "%s%c:%.*s", i ? " " : "", article->path.at[0],
                   STR_ARG(span_of(article->text, places.at[i].span)));
    }
    buf_char(&out, '\0');
    library_free(library);
    return out.at;
}

static void check(const char *query, const char *expected)
{
    char *found = answer(query);
    cr_expect_str_eq(found, expected, "query: %s\n  found: %s\n  expected: %s", query, found,
                     expected);
    free(found);
}

Test(search, words_side_by_side_must_all_be_in_the_article)
{
    check("vote", "a:vote a:vote");
    check("harbour vote", "a:harbour a:vote a:vote");
    check("harbour AND vote", "a:harbour a:vote a:vote");
    check("harbour nowhere", "");
}

Test(search, articles_come_by_date_the_undated_last)
{
    check("harbour", "b:harbour a:harbour c:harbour");
}

Test(search, a_star_lets_the_last_word_go_on)
{
    check("vot*", "b:voted a:vote a:vote");
    check("\"the vot*\"", "a:the vote");
    check("\"the vot\"*", "a:the vote");
}

Test(search, a_phrase_runs_over_a_line_end_but_over_no_empty_line)
{
    check("\"ferry terminal\"", "c:ferry\nterminal");
    check("\"old harbour\"", "");
    check("“ferry terminal”", "c:ferry\nterminal");
}

Test(search, a_capital_asks_for_a_capital_and_a_small_letter_for_either)
{
    check("the", "b:the b:The a:The a:the c:the");
    check("The", "b:The a:The");
}

Test(search, or_shows_only_the_sides_that_hold)
{
    check("(ferry AND nowhere) OR vote", "a:vote a:vote");
    check("ferry OR vote", "b:ferry a:vote a:vote c:ferry");
    check("ferry OR harbour", "b:harbour b:ferry a:harbour c:ferry c:harbour");
}

Test(search, and_binds_closer_than_or)
{
    check("vote OR ferry terminal", "a:vote a:vote c:ferry c:terminal");
    check("(vote OR ferry) harbour", "b:harbour b:ferry a:harbour a:vote a:vote c:ferry c:harbour");
}

Test(search, not_leaves_articles_out_and_gives_no_places)
{
    check("harbour NOT ferry", "a:harbour");
    check("harbour NOT (ferry OR vote)", "");
    check("harbour AND NOT NOT vote", "a:harbour");
}

Test(search, an_actor_is_found_by_every_name)
{
    check("actor:ada-berg", "b:Ada Berg a:Berg");
    check("actor:\"Ada Berg\" NOT vote", "b:Ada Berg");
    check("actor:Berg vote", "a:vote a:Berg a:vote");
}

Test(search, two_words_that_match_one_place_give_it_once)
{
    check("vote vot*", "a:vote a:vote");
    check("berg actor:ada-berg", "b:Ada Berg b:Berg a:Berg");
}

#define ALLOWED "allowed are words, \"a phrase\", prefix*, actor:ID, AND, OR, NOT and ( )"

Test(query, an_error_points_at_the_column_in_characters)
{
    check("harbour \"vote", "! query:1:9: this quotation mark is not closed");
    check("«é» (vote", "! query:1:5: this bracket is not closed");
    check("vote)", "! query:1:5: this bracket was never opened");
    check("vote AND", "! query:1:9: a word is missing here; " ALLOWED);
    check("vote OR AND ferry", "! query:1:9: a word is missing before this AND");
    check("()", "! query:1:2: a word is missing before this bracket");
    check("", "! query:1:1: a word is missing here; " ALLOWED);
    check("vote --", "! query:1:6: no letter or digit to search for");
    check("*", "! query:1:1: no letter or digit to search for");
    check("actor:", "! query:1:1: actor: wants an actor's id, name or alias behind it");
}

Test(query, what_is_not_known_is_refused_and_not_searched_for_as_a_word)
{
    check("/vot.*/", "! query:1:1: /vot.*/ is not known here; " ALLOWED);
    check("vote NEAR/5 ferry", "! query:1:6: NEAR/5 is not known here; " ALLOWED);
    check("source:Times", "! query:1:1: source: is not known here; " ALLOWED
                          "; in quotation marks it is searched as it stands");
}

Test(query, an_unknown_actor_is_an_error_that_names_the_place)
{
    char *found = answer("vote actor:nobody");
    cr_expect(str_starts(str_of(found), STR("! query:1:6: ")), "%s", found);
    free(found);
}

Test(query, not_alone_is_refused_because_it_shows_no_place)
{
    check("NOT vote", "! query:1:1: a word to be found is missing: NOT alone shows no place");
    check("NOT vote NOT ferry",
          "! query:1:1: a word to be found is missing: NOT alone shows no place");
}

Test(query, depth_and_length_have_bounds)
{
    struct buf deep = {0}, lengthy = {0};
    for (int i = 0; i < 100000; i++)
        buf_chars(&deep, i % 2 ? "(" : "NOT ");
    for (int i = 0; i < 100000; i++)
        buf_chars(&lengthy, "vote ");
    char *found = answer(deep.at);
    cr_expect_neq(str_find(str_of(found), STR("more than 64 brackets and NOTs"), 0), -1, "%s",
                  found);
    free(found);
    found = answer(lengthy.at);
    cr_expect_neq(str_find(str_of(found), STR("more than 500 words"), 0), -1, "%s", found);
    free(found);
    buf_free(&deep);
    buf_free(&lengthy);
}
