/* SPDX-License-Identifier: ISC */
#include "dossier/base/memory.h"
#include "dossier/search/query.h"
#include "dossier/search/search.h"
#include "small.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
static char *answer_in(const struct small_article *those, size_t count, const char *query_text)
{
    struct library *library = small_library(tags, those, count);
    struct error error = {{0}};
    struct places places = {0};
    struct buf out = {0};
    struct query *query = query_read(library->arena, library, NULL, str_of(query_text), &error);
    if (query)
        search_run(query, library, NULL, library->arena, &places, &error);
    else
        buf_printf(&out, "! %s", error.text);
    for (size_t i = 0; i < places.len; i++) {
        const struct article *article = corpus_article(&library->corpus, places.at[i].article);
        buf_printf(&out, "%s%c:%.*s", i ? " " : "", article->path.at[0],
                   STR_ARG(span_of(article->text, places.at[i].span)));
    }
    buf_char(&out, '\0');
    library_free(library);
    return out.at;
}

static char *answer(const char *query_text)
{
    return answer_in(articles, COUNT(articles), query_text);
}

static void check_in(const struct small_article *those, size_t count, const char *query,
                     const char *expected)
{
    char *found = answer_in(those, count, query);
    cr_expect_str_eq(found, expected, "query: %s\n  found: %s\n  expected: %s", query, found,
                     expected);
    free(found);
}

static void check(const char *query, const char *expected)
{
    check_in(articles, COUNT(articles), query, expected);
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

#define ALLOWED                                                                                  \
    "allowed are words, \"a phrase\", prefix*, /expression/, field:word, @name, NEAR, AND, OR, " \
    "NOT and ( )"

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

Test(query, a_field_that_is_not_known_is_refused_and_not_searched_for_as_a_word)
{
    check("told:yes", "! query:1:1: told: is no field; there are actor: title: source: tag: note: "
                      "said: before: after:; in quotation marks it is searched as it stands");
    check("\"told:yes\"", "");
}

Test(search, what_somebody_said_is_found_where_it_stands)
{
    static const struct small_article said[] = {
        {.path = "a.txt", .text = "“The port is open,” Ada Berg said. “It is ours,” a pilot said."},
        {.path = "b.txt", .text = "Ada Berg came. She said that the ferry was late."},
        {.path = "c.txt", .text = "Ada Berg did not say that the ferry was late."},
    };
    check_in(said, COUNT(said), "said:ada-berg", "a:The port is open, b:the ferry was late");
    check_in(said, COUNT(said), "said:\"Ada Berg\" ferry", "b:the ferry was late b:ferry");
    check_in(said, COUNT(said), "actor:ada-berg NOT said:ada-berg", "c:Ada Berg");
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

Test(search, an_expression_is_run_on_texts_and_a_capital_makes_it_mind_case)
{
    check("/vot\\w+/", "b:voted a:vote a:vote");
    check("/VOTE/", "");
    check("/(?i)VOTE/", "b:vote a:vote a:vote");
    check("/^harbour/", "c:harbour");
    check("ferry AND /h.rbour/", "b:harbour b:ferry c:ferry c:harbour");
    check("/x*/", "");
}

Test(search, an_expression_that_tries_too_much_is_stopped_and_named)
{
    static const struct small_article long_one = {
        .path = "long.txt", .text = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"};
    struct library *library = small_library(tags, &long_one, 1);
    struct error error = {{0}};
    struct places places = {0};
    struct query *query = query_read(library->arena, library, NULL, STR("/(a+)+$|(a*)*c/"), &error);
    cr_assert(query, "%s", error.text);
    cr_expect_not(search_run(query, library, NULL, library->arena, &places, &error));
    cr_expect(strstr(error.text, "long.txt"), "%s", error.text);
    library_free(library);
}

/* What QUERY finds in a text of COUNT times WORD; whether it was not stopped. */
static bool search_many(const char *word, size_t count, const char *query_text, size_t *found)
{
    struct buf text = {0};
    for (size_t i = 0; i < count; i++)
        buf_chars(&text, word);
    buf_char(&text, '\0');
    struct small_article article = {.path = "long.txt", .text = text.at};
    struct library *library = small_library(tags, &article, 1);
    struct error error = {{0}};
    struct places places = {0};
    struct query *query = query_read(library->arena, library, NULL, str_of(query_text), &error);
    cr_assert(query, "%s", error.text);
    bool whole = search_run(query, library, NULL, library->arena, &places, &error);
    *found = places.len;
    library_free(library);
    buf_free(&text);
    return whole;
}

/* Each look ahead is in bounds; a million of them are not. */
Test(search, an_expression_is_stopped_that_looks_far_ahead_from_each_of_many_places)
{
    size_t found;
    cr_expect_not(search_many("x", 1000000, "/x(?!.*y)/", &found));
    cr_expect_gt(found, 0);
}

/* Compared in pairs, these would be 40,000,000,000. */
Test(search, near_takes_many_places_in_one_word)
{
    size_t found;
    cr_expect(search_many("x", 200000, "/x/ NEAR /x/", &found));
    cr_expect_eq(found, 0);
    cr_expect(search_many("x ", 200000, "x NEAR/1000 /x/", &found));
    cr_expect_eq(found, 200000);
}

Test(search, near_counts_the_words_between_two_places)
{
    check("harbour NEAR/2 near", "");
    check("harbour NEAR/3 near", "a:harbour a:near");
    check("near NEAR/3 harbour", "a:harbour a:near");
    check("vote NEAR/5 vote", ""); /* five words and more lie between the two */
    check("vote NEAR/6 vote", "a:vote a:vote");
    check("\"harbour vote\" NEAR/1 is", "a:harbour vote a:is");
    check("actor:port NEAR ferry", "");
    check("(ferry OR vote) NEAR/1 the", "b:The b:ferry a:the a:vote");
    check("harbour NEAR/3 near AND berg", "a:harbour a:near a:Berg");
}

Test(search, fields_ask_of_an_article_as_a_whole)
{
    check("ferry before:2024-05-02", "b:ferry");
    check("after:2024-05-02 vote", "a:vote a:vote");
    check("after:2024-05 ferry", "b:ferry");
    check("before:2024 ferry", "");
    check("title:nowhere ferry", "");
}

Test(search, fields_alone_list_articles_by_their_first_paragraph)
{
    check("before:2024-05-02", "b:Ada Berg left the harbour. The ferry voted no.");
    check("NOT ferry after:2024", "a:The harbour vote is near. Berg wants the vote.");
}

Test(query, what_a_term_wants_is_told_at_its_place)
{
    check("vote NEAR/0 x", "! query:1:6: NEAR/ wants a number of words behind it, 1 to 1000");
    check("vote NEAR (a AND b)",
          "! query:1:6: NEAR stands between words, phrases, actors and expressions, or brackets "
          "with OR between such");
    check("/a", "! query:1:1: this / is not closed by another");
    check("x /a(b/", "! query:1:7: this is no regular expression: missing closing parenthesis");
    check("before:May", "! query:1:8: “May” is no date; allowed are 2025-11-01, 2025-11 and 2025");
    check("title:", "! query:1:1: title: wants words of a headline behind it");
}

Test(query, it_can_say_how_it_was_read)
{
    struct library *library = small_library(tags, articles, COUNT(articles));
    struct error error = {{0}};
    struct buf out = {0};
    struct query *query = query_read(library->arena, library, NULL,
                                     STR("(a OR \"b c\" OR /d/) e* NEAR/5 actor:port NOT "
                                         "after:2025-03"),
                                     &error);
    cr_assert(query, "%s", error.text);
    query_explain(query, library, &out);
    cr_expect(str_is(buf_view(&out),
                     "places in articles with (the word “a” or the words “b c” or the expression "
                     "“d”) and (the word “e”, and on within 5 words of a mention of Port of Hull) "
                     "and not a date not before 2025-03-01"),
              "%s", out.at);
    buf_free(&out);
    library_free(library);
}

/* What SEARCH has found, as answer() writes it. */
static void put_found(const struct library *library, const struct search *search, struct buf *out)
{
    const struct places *places = &search_found(search)->places;
    for (size_t i = 0; i < places->len; i++) {
        const struct article *article = corpus_article(&library->corpus, places->at[i].article);
        buf_printf(out, "%s%c:%.*s", i ? " " : "", article->path.at[0],
                   STR_ARG(span_of(article->text, places->at[i].span)));
    }
    buf_char(out, '\0');
}

/* What QUERY finds in COUNT articles SOME, step by step, with MOST places looked up. The caller
 * frees it. */
static char *step_through(const struct small_article *some, size_t count, const char *query_text,
                          size_t most)
{
    struct library *library = small_library(tags, some, count);
    struct error error = {{0}};
    struct buf out = {0};
    struct query *query = query_read(library->arena, library, NULL, str_of(query_text), &error);
    cr_assert(query, "%s: %s", query_text, error.text);
    struct search *search = search_begin(query, library, NULL, most);
    while (search_step(search, 1))
        ;
    put_found(library, search, &out);
    search_end(search);
    library_free(library);
    return out.at;
}

/* However much is looked up before, and however small the steps. */
static void check_steps(const char *query_text, size_t most)
{
    char *whole = answer(query_text);
    char *found = step_through(articles, COUNT(articles), query_text, most);
    cr_expect_str_eq(found, whole, "%s, %zu looked up: %s, not %s", query_text, most, found, whole);
    free(whole);
    free(found);
}

Test(search, reading_a_text_finds_the_same_words_as_the_index_in_any_script)
{
    static const struct small_article some[] = {
        {.path = "a.txt", .text = "Zelenskyy’s Kyiv-Moscow talks; ÉCOLE e\u0301cole Łódź x² naïve"},
        {.path = "b.txt", .text = "Лук’яненко сказал: «Да». й и ё е. 林伟在上海。 ภาษาไทย"},
        {.path = "c.txt", .text = "서울의 봄 서울 U.S.-Russia co\u00ADoperate ‘quoted’ O’Neill's"},
        {.path = "d.txt", .text = "—dash “mark” (Rubio) RUBIO rubio Rubio’s\nfe\u200Brry"},
    };
    static const char *const queries[] = {
        "kyiv",  "école", "lodz", "naive",           "лук’яненко",      "да",      "е",     "林伟",
        "上海",  "ไทย",   "서울", "cooperate",       "quoted",          "O’Neill", "rubio", "Rubio",
        "ferry", "r*",    "л*",   "\"u.s.-russia\"", "\"rubio rubio\"", "x*",      "林*"};
    for (size_t i = 0; i < COUNT(queries); i++) {
        char *looked = step_through(some, COUNT(some), queries[i], SIZE_MAX - 1);
        char *read = step_through(some, COUNT(some), queries[i], 0);
        cr_expect_str_eq(read, looked, "%s: read “%s”, looked up “%s”", queries[i], read, looked);
        free(looked);
        free(read);
    }
}

Test(search, a_step_at_a_time_it_finds_the_same_whatever_was_looked_up)
{
    static const char *const queries[] = {
        "harbour",
        "the",
        "vot*",
        "\"the vot*\"",
        "harbour vote",
        "ferry OR vote",
        "(vote OR ferry) harbour",
        "harbour NOT ferry",
        "NOT ferry after:2024",
        "berg actor:ada-berg",
        "/vot\\w+/ harbour",
        "harbour NEAR/3 near",
        "\"ferry terminal\" OR before:2024-05-02 the",
        "actor:port OR vote",
        "nowhere",
        "nowhere OR nobody",
        "nowhere harbour",
    };
    for (size_t i = 0; i < COUNT(queries); i++) {
        check_steps(queries[i], 0);
        check_steps(queries[i], 2);
        check_steps(queries[i], SIZE_MAX - 1);
    }
}

Test(search, an_expression_finds_the_same_with_and_without_what_its_letters_tell)
{
    static const struct small_article some[] = {
        {.path = "a.txt", .text = "A ferryboat, FERRY2 and a fery; the fe\u0301rry x ferries"},
        {.path = "b.txt", .text = "\u212Aelvin and kelvin, \u017Fa\u017Fh and Sash, kelvins\u030C"},
        {.path = "c.txt", .text = "ice-ferry|ferry1995. pre ferry ]erry [erry 41 aferry A"},
    };
    static const char *const expressions[] = {
        "ferry",        "Ferry",       "FERRY",           "ferr(y|ies)", "ferryx?",
        "ferry*b",      "fer{1,2}y",   "(ferry)?boat",    "[]f]erry",    "[^]f]erry",
        "\\x66erry",    "f\\x{65}rry", "\\Qy|ferry\\E",   "kelvin",      "sash",
        "sash|nothing", "ferry\\d+",   "e ferry",         "\\141ferry",  "aferry\\x20a",
        "fe\u0301rry",  "kelvins",     "[[:alpha:]]erry", "(?x) fer ry", "ferry(?=boat)"};
    for (size_t i = 0; i < COUNT(expressions); i++) {
        char query[64], everywhere[64];
        snprintf(query, sizeof query, "/%s/", expressions[i]);
        snprintf(everywhere, sizeof everywhere, "/(?:)%s/", expressions[i]); /* tells nothing */
        char *told = step_through(some, COUNT(some), query, SIZE_MAX - 1);
        char *read = step_through(some, COUNT(some), everywhere, SIZE_MAX - 1);
        cr_expect_str_eq(told, read, "%s: everywhere “%s”, where told “%s”", query, read, told);
        free(told);
        free(read);
    }
}

Test(search, it_stops_between_articles_and_goes_on_there)
{
    struct library *library = small_library(tags, articles, COUNT(articles));
    struct error error = {{0}};
    struct query *query = query_read(library->arena, library, NULL, STR("/harbour/"), &error);
    struct search *search = search_begin(query, library, NULL, search_at_once(&library->corpus));
    size_t all;
    cr_expect(search_step(search, 1));
    cr_expect_eq(search_found(search)->places.len, 1);
    cr_expect_eq(search_done(search, &all), 1);
    cr_expect_eq(all, 3);
    cr_expect(search_step(search, 1));
    cr_expect_not(search_step(search, 1));
    cr_expect_eq(search_found(search)->answers.len, 3);
    search_end(search);
    library_free(library);
}

/* How many articles a search for QUERY looks at. */
static size_t looked_at(const char *query_text)
{
    struct library *library = small_library(tags, articles, COUNT(articles));
    struct error error = {{0}};
    struct query *query = query_read(library->arena, library, NULL, str_of(query_text), &error);
    cr_assert(query, "%s", error.text);
    struct search *search = search_begin(query, library, NULL, search_at_once(&library->corpus));
    size_t all, before = search_done(search, &all), steps = all - before;
    search_end(search);
    library_free(library);
    return steps;
}

Test(search, only_articles_that_can_answer_are_looked_at)
{
    cr_expect_eq(looked_at("the terminal"), 1);
    cr_expect_eq(looked_at("the AND (terminal OR berg)"), 3);
    cr_expect_eq(looked_at("the terminal NOT berg"), 1);
    cr_expect_eq(looked_at("/h/ terminal"), 1);
    cr_expect_eq(looked_at("the nowhere"), 0);
    cr_expect_eq(looked_at("/h/"), 3);
    cr_expect_eq(looked_at("/termin.l/"), 1);
    cr_expect_eq(looked_at("/voted?/ OR /\\bberg/"), 2);
    cr_expect_eq(looked_at("/termin|h/"), 3);
    cr_expect_eq(looked_at("/h/ after:2024-05-02"), 2); /* the undated one too */
    cr_expect_eq(looked_at("/h/ before:2024-05-02"), 1);
    cr_expect_eq(looked_at("the before:2024-05-02 OR terminal"), 3);
}

/* The paths of the answers to QUERY, the best first. */
static char *ranked(const struct small_article *some, size_t count, const char *query_text)
{
    struct library *library = small_library(tags, some, count);
    struct error error = {{0}};
    struct buf out = {0};
    struct query *query = query_read(library->arena, library, NULL, str_of(query_text), &error);
    struct search *search = search_begin(query, library, NULL, search_at_once(&library->corpus));
    while (search_step(search, SIZE_MAX))
        ;
    const struct search_found *found = search_found(search);
    uint32_t *order = arena_many(library->arena, uint32_t, found->answers.len + 1);
    search_order(found->answers.at, found->answers.len, order);
    for (size_t i = 0; i < found->answers.len; i++)
        buf_char(&out,
                 corpus_article(&library->corpus, found->answers.at[order[i]].article)->path.at[0]);
    buf_char(&out, '\0');
    search_end(search);
    library_free(library);
    return out.at;
}

static void check_rank(const char *query, const char *expected)
{
    static const struct small_article some[] = {
        {.path = "a.txt",
         .date = "2024-01-01",
         .text = "ferry, and many words about other things "
                 "that go on and on, on and on to the end"},
        {.path = "b.txt", .date = "2024-01-02", .text = "ferry and quay and nothing else"},
        {.path = "c.txt", .date = "2024-01-03", .text = "ferry ferry ferry and much else again"},
        {.path = "d.txt", .date = "2024-01-04", .text = "ferry and quai and nothing else"},
        {.path = "e.txt", .date = "2024-01-05", .text = "nothing of that kind"},
    };
    char *found = ranked(some, COUNT(some), query);
    cr_expect_str_eq(found, expected, "%s: %s, not %s", query, found, expected);
    free(found);
}

Test(search, the_best_answers_have_more_hits_are_shorter_or_have_the_rarer_words)
{
    check_rank("ferry", "cbda");         /* more hits; then shorter; of equals the earlier */
    check_rank("ferry OR quai", "dcba"); /* the rarer word weighs more */
    check_rank("ferry NOT quay", "cda");
    check_rank("after:2024", "abcde"); /* fields have no rank: by date */
}
