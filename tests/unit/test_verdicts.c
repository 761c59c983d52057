/* SPDX-License-Identifier: ISC */
/* What is in doubt, and what verdicts make of mentions. How mentions are written: see small.h. */
#include "small.h"

#include "dossier/base/memory.h"
#include "dossier/model/library.h"

#include <criterion/criterion.h>

static const char tags[] =
    "actors:\n"
    "  - {id: ida, name: Ida Brandt, kind: person, aliases: [Brandt],\n"
    "     roles: [{title: Mayor, forms: [mayor], from: 2019-01-01, to: 2024-01-01}]}\n"
    "  - {id: jonas, name: Jonas Brandt, kind: person, aliases: [Brandt],\n"
    "     roles: [{title: Mayor, forms: [mayor], from: 2024-01-01, to: 2026-01-01}]}\n"
    "  - {id: fix, name: Fix, kind: person}\n"
    "  - {id: tom, name: Tom Oak, kind: person}\n";

static struct library *library;

static void begin(const char *text)
{
    const struct small_article articles[] = {
        {"a.txt", "2023-05-01", text, 0, 0},
        {"b.txt", "2023-05-02", "Brandt spoke. To fix a fix. BRANDT!", 0, 0},
    };
    library = small_library(tags, articles, COUNT(articles));
}

static void check(uint32_t article, const char *expected)
{
    struct buf found = {0};
    small_mentions(library, article, &found);
    cr_expect(str_is(buf_view(&found), expected), "found  %.*s\nwanted %s",
              STR_ARG(buf_view(&found)), expected);
    buf_free(&found);
}

/* The NTH place of WORDS in article 0. */
static struct span place(const char *words, int nth)
{
    struct str text = corpus_article(&library->corpus, 0)->text;
    ptrdiff_t at = -1;
    for (int i = 0; i < nth; i++)
        at = str_find(text, str_of(words), (size_t)(at + 1));
    cr_assert_geq(at, 0);
    return (struct span){(uint32_t)at, (uint32_t)(at + (ptrdiff_t)strlen(words))};
}

static uint32_t actor(const char *id)
{
    return id ? tags_actor(&library->tags, str_of(id)) : ACTOR_NONE;
}

static struct judgement on(struct span span, const char *id)
{
    return (struct judgement){.article = 0, .span = span, .actor = actor(id), .by = STR("anna")};
}

static struct judgement rule(const char *form, uint32_t article, const char *id)
{
    return (struct judgement){
        .article = article, .form = str_of(form), .actor = actor(id), .by = STR("anna")};
}

static bool judge(const struct judgement *judgements, size_t count)
{
    return library_judge(library, judgements, count);
}

Test(verdicts, one_mention_becomes_an_actors_and_its_neighbour_stays_in_doubt)
{
    begin("Brandt met Brandt.");
    check(0, "Brandt>?ida|jonas; Brandt>?ida|jonas");
    struct judgement first = on(place("Brandt", 2), "jonas");
    cr_expect(judge(&first, 1));
    check(0, "Brandt>?ida|jonas; Brandt>jonas");
    const struct mention *mention = &library->cast.at[1];
    cr_expect_eq(mention->reason, REASON_VERDICT);
    cr_expect_eq(mention->candidate_count, 0);
    cr_expect(mention_is_stop(&library->cast, mention, &COUNTING_ALL));
    library_free(library);
}

Test(verdicts, an_actor_that_is_no_candidate_may_be_meant)
{
    begin("Brandt spoke.");
    struct judgement first = on(place("Brandt", 1), "tom");
    judge(&first, 1);
    check(0, "Brandt>tom");
    library_free(library);
}

Test(verdicts, what_is_nobodys_never_counts)
{
    begin("Brandt spoke.");
    struct judgement first = on(place("Brandt", 1), NULL);
    judge(&first, 1);
    check(0, "Brandt>-");
    cr_expect_not(mention_is_stop(&library->cast, &library->cast.at[0], &COUNTING_ALL));
    cr_expect_eq(cast_in_article(&library->cast, 0, &COUNTING_ALL), 0);
    library_free(library);
}

Test(verdicts, without_judgements_all_is_as_the_rules_left_it)
{
    begin("Brandt met Brandt.");
    struct judgement both[] = {on(place("Brandt", 1), "ida"), on(place("Brandt", 2), NULL)};
    judge(both, 2);
    check(0, "Brandt>ida; Brandt>-");
    cr_expect(judge(both, 1), "one fewer");
    check(0, "Brandt>ida; Brandt>?ida|jonas");
    cr_expect_not(judge(both, 1), "nothing is done where nothing is other");
    cr_expect(judge(NULL, 0));
    check(0, "Brandt>?ida|jonas; Brandt>?ida|jonas");
    cr_expect_eq(library->judgements.len, 0);
    library_free(library);
}

Test(verdicts, of_two_on_one_place_the_later_in_the_list_wins)
{
    begin("Brandt spoke.");
    struct judgement both[] = {on(place("Brandt", 1), "ida"), on(place("Brandt", 1), "jonas")};
    judge(both, 2);
    check(0, "Brandt>jonas");
    cr_expect_eq(library->judgements.len, 1);
    cr_expect_eq(library_unjudged(library, 0)->reason, REASON_AMBIGUOUS);
    library_free(library);
}

Test(verdicts, a_rule_decides_every_mention_of_a_form_and_one_for_an_article_goes_before)
{
    begin("Brandt met Brandt.");
    struct judgement rules[] = {rule("Brandt", ARTICLE_NONE, "ida"), rule("Brandt", 0, "jonas"),
                                on(place("Brandt", 1), NULL)};
    judge(rules, 1);
    check(0, "Brandt>ida; Brandt>ida");
    check(1, "Brandt>ida; BRANDT>ida");
    judge(rules, 2);
    check(0, "Brandt>jonas; Brandt>jonas");
    check(1, "Brandt>ida; BRANDT>ida");
    judge(rules, 3);
    check(0, "Brandt>-; Brandt>jonas");
    library_free(library);
}

Test(verdicts, a_rule_needs_the_capitals_that_an_alias_needs)
{
    begin("To fix it, Fix came.");
    struct judgement fix = rule("Fix", ARTICLE_NONE, "tom");
    judge(&fix, 1);
    check(0, "Fix>tom");
    library_free(library);
}

Test(verdicts, a_rule_for_everywhere_leaves_a_name_to_the_article_that_names_one_in_full)
{
    begin("Jonas Brandt came. Brandt spoke.");
    struct judgement rules[] = {rule("Brandt", ARTICLE_NONE, "ida"), rule("Brandt", 0, "ida")};
    judge(rules, 1);
    check(0, "Jonas Brandt>jonas; Brandt>jonas");
    check(1, "Brandt>ida; BRANDT>ida");
    judge(rules, 2);
    check(0, "Jonas Brandt>jonas; Brandt>ida");
    library_free(library);
}

Test(verdicts, a_rule_leaves_a_role_to_the_name_beside_it)
{
    begin("Mayor Tom Oak met Mayor Vale. The mayor left.");
    check(0, "Mayor^tom; Tom Oak>tom; Mayor^-; mayor^ida");
    struct judgement rules[] = {rule("mayor", 0, "jonas"), rule("Mayor", 0, "jonas")};
    judge(rules, 2);
    check(0, "Mayor^tom; Tom Oak>tom; Mayor^-; mayor^jonas");
    library_free(library);
}

Test(verdicts, a_role_follows_the_name_that_it_stands_beside)
{
    begin("Mayor Brandt left.");
    check(0, "Mayor^ida; Brandt>?ida|jonas");
    struct judgement name = on(place("Brandt", 1), "tom");
    judge(&name, 1);
    check(0, "Mayor^tom; Brandt>tom");
    cr_expect_eq(cast_in_article(&library->cast, 0, &COUNTING_ALL), 1, "one stop with it");
    name.actor = ACTOR_NONE;
    judge(&name, 1);
    check(0, "Mayor^-; Brandt>-");
    cr_expect_eq(cast_in_article(&library->cast, 0, &COUNTING_ALL), 0);
    struct judgement both[] = {on(place("Mayor", 1), "jonas"), name};
    judge(both, 2);
    check(0, "Mayor^jonas; Brandt>-");
    cr_expect_eq(cast_in_article(&library->cast, 0, &COUNTING_ALL), 1, "a stop of its own");
    library_free(library);
}

Test(verdicts, a_place_that_is_no_mention_is_passed_over)
{
    begin("Brandt spoke.");
    struct judgement none[] = {on(place("spoke", 1), "ida"), rule("spoke", ARTICLE_NONE, "ida")};
    judge(none, 2);
    check(0, "Brandt>?ida|jonas");
    library_free(library);
}

Test(verdicts, why_says_that_somebody_decided_it)
{
    begin("Brandt spoke.");
    struct judgement first = on(place("Brandt", 1), "ida");
    struct buf why = {0};
    judge(&first, 1);
    mention_why(&library->cast, &library->corpus, &library->tags, 0, &why);
    cr_expect(str_is(buf_view(&why), "“Brandt” is a mention of Ida Brandt, by a verdict."), "%s",
              why.at);
    buf_clear(&why);
    doubt_why(library, 0, &why);
    cr_expect(str_find(buf_view(&why), STR("is ambiguous"), 0) >= 0, "the rules too: %s", why.at);
    buf_free(&why);
    library_free(library);
}

/* ---- what is in doubt ---- */

static void check_doubts(const char *expected)
{
    struct buf found = {0};
    for (size_t i = 0; i < library->doubts.len; i++) {
        const struct mention *mention = &library->cast.at[library->doubts.at[i]];
        struct str text = corpus_article(&library->corpus, mention->article)->text;
        buf_printf(&found, "%s%.*s %s", i ? "; " : "", STR_ARG(span_of(text, mention->span)),
                   doubt_name(doubt_of(library, library->doubts.at[i])));
    }
    cr_expect(str_is(buf_view(&found), expected), "found  %.*s\nwanted %s",
              STR_ARG(buf_view(&found)), expected);
    buf_free(&found);
}

Test(verdicts, in_doubt_are_names_of_two_common_words_and_strangers_where_a_holder_is_named)
{
    begin("Fix met Brandt.");
    check_doubts("Fix word; Brandt who; Brandt who; BRANDT who");
    library_free(library);
    begin("Mayor Vale met Ida Brandt. Brandt spoke.");
    check_doubts("Mayor stranger; Brandt who; BRANDT who");
    library_free(library);
    begin("Mayor Vale came.");
    check_doubts("Brandt who; BRANDT who");
    library_free(library);
}

Test(verdicts, a_role_beside_a_doubtful_name_is_not_asked_for_by_itself)
{
    begin("“Brandt”, the mayor, spoke of Jonas Brandt and Ida Brandt.");
    check_doubts("Brandt who; Brandt who; BRANDT who");
    library_free(library);
}

Test(verdicts, a_verdict_takes_nothing_from_the_list_of_doubts)
{
    begin("Brandt spoke.");
    struct judgement first = on(place("Brandt", 1), "ida");
    judge(&first, 1);
    check_doubts("Brandt who; Brandt who; BRANDT who");
    library_free(library);
}

Test(verdicts, the_candidate_that_the_article_names_most_is_proposed)
{
    struct arena *arena = arena_new();
    size_t count;
    begin("Ida Brandt, Jonas Brandt, Jonas Brandt. Brandt spoke.");
    uint32_t number = library_mention(library, 0, place("Brandt", 4));
    const uint32_t *actors = doubt_candidates(library, number, arena, &count);
    cr_assert_eq(count, 2);
    cr_expect_eq(actors[0], actor("jonas"));
    library_free(library);
    begin("Mayor Vale met Jonas Brandt and Ida Brandt.");
    number = library_mention(library, 0, place("Mayor", 1));
    actors = doubt_candidates(library, number, arena, &count);
    cr_assert_eq(count, 2, "who ever held the role");
    cr_expect_eq(actors[0], actor("ida"), "first who held it then");
    library_free(library);
    arena_free(arena);
}
