/* SPDX-License-Identifier: ISC */
/* What would come of an amendment, against what does come of it. */
#include "dossier/base/memory.h"
#include "dossier/model/amendment.h"
#include "small.h"

#include <criterion/criterion.h>

static struct arena *arena;
static struct library *library;

static void begin(void)
{
    arena = arena_new();
}

static void end(void)
{
    library_free(library);
    arena_free(arena);
}

TestSuite(amendment, .init = begin, .fini = end);

static void start(const char *tags, const char *text)
{
    struct small_article articles[] = {{.path = "a.txt", .date = "2025-03-05", .text = text}};
    library_free(library);
    library = small_library(tags, articles, 1);
}

static struct forecast foresee(struct amendment amendment)
{
    struct forecast forecast;
    struct places places = {0};
    struct error error = {0};
    cr_assert(amendment_check(&amendment, &library->tags, &error), "%s", error.text);
    forecast_places(library, &amendment, arena, &places);
    forecast_make(library, &amendment, &places, &COUNTING_ALL, NULL, &forecast);
    return forecast;
}

/* The forecast in words. */
static void says(struct amendment amendment, const char *words)
{
    struct forecast forecast = foresee(amendment);
    struct buf out = {0};
    forecast_words(&forecast, &library->tags, &out);
    cr_expect_str_eq(out.at, words);
    buf_free(&out);
}

/* How many stops ACTOR has. */
static size_t stops(const char *actor)
{
    struct mention_list list = {0};
    uint32_t number = tags_actor(&library->tags, str_of(actor));
    if (number != ACTOR_NONE)
        library_stops(library, number, &COUNTING_ALL, arena, &list);
    return list.len;
}

#define NONE .from = DAY_NONE, .to = DAY_NONE
#define NAME(id, text) ((struct amendment){AMEND_ALIAS, .actor = STR(id), .words = STR(text), NONE})
#define DEMONYM(id, text) \
    ((struct amendment){AMEND_DEMONYM, .actor = STR(id), .words = STR(text), NONE})

/* TAGS with the change made by hand must have as many stops more as were foreseen. */
static void comes_true(const char *tags, const char *changed, const char *text,
                       struct amendment amendment)
{
    start(tags, text);
    struct forecast forecast = foresee(amendment);
    long before = (long)stops(amendment.actor.at);
    start(changed, text);
    cr_expect_eq((long)stops(amendment.actor.at) - before,
                 (long)forecast.more - (long)forecast.fewer,
                 "foreseen %zu more, %zu fewer; from %ld to %zu", forecast.more, forecast.fewer,
                 before, stops(amendment.actor.at));
}

#define ACTORS(of_a, of_b)                         \
    "actors:\n- {id: a, name: Ada Vale" of_a "}\n" \
    "- {id: b, name: Bo Fox" of_b "}\n"

Test(amendment, places_that_nobody_has_are_counted)
{
    start(ACTORS("", ""), "Vale came. Vale went, and Ada Vale slept.");
    says(NAME("a", "Vale"), "+2 mentions in 1 article");
}

Test(amendment, the_same_words_of_another_collide)
{
    start(ACTORS("", ", aliases: [Vale]"), "Vale came. Vale went.");
    says(NAME("a", "Vale"), "+2 mentions in 1 article, 2 collide with Bo Fox");
}

Test(amendment, where_the_other_is_named_in_full_it_stays_theirs)
{
    comes_true(ACTORS("", ", aliases: [Vale]"), ACTORS(", aliases: [Vale]", ", aliases: [Vale]"),
               "Bo Fox is here. Vale went.", NAME("a", "Vale"));
}

Test(amendment, where_the_actor_is_named_in_full_it_is_theirs)
{
    comes_true(ACTORS("", ", aliases: [Vale]"), ACTORS(", aliases: [Vale]", ", aliases: [Vale]"),
               "Ada Vale is here. Vale went. Vale slept.", NAME("a", "Vale"));
}

Test(amendment, within_a_longer_name_it_does_not_count)
{
    start(ACTORS("", ", kind: organisation, aliases: [Vale Harbour Trust]"),
          "Vale Harbour Trust pays. Vale too.");
    says(NAME("a", "Vale"), "+1 mention in 1 article, 1 lies within or across Bo Fox");
}

Test(amendment, a_longer_name_takes_in_the_shorter_ones_of_others)
{
    start(ACTORS("", ", aliases: [Harbour]"), "The Vale Harbour Trust pays the Harbour.");
    says(NAME("a", "Vale Harbour Trust"),
         "+1 mention in 1 article, 1 of Bo Fox becomes a part of it");
}

Test(amendment, its_own_shorter_names_are_no_gain)
{
    start(ACTORS(", aliases: [Vale]", ""), "Mayor Vale came. Mayor Vale went. Vale slept.");
    says(NAME("a", "Mayor Vale"), "no mention more or less");
}

Test(amendment, a_shorter_crossing_one_is_dropped)
{
    comes_true(ACTORS("", ", aliases: [Harbour Trust of Vale]"),
               ACTORS(", aliases: [Vale Bridge]", ", aliases: [Harbour Trust of Vale]"),
               "The Harbour Trust of Vale Bridge pays. Vale Bridge is open.",
               NAME("a", "Vale Bridge"));
    start(ACTORS("", ", aliases: [Harbour Trust of Vale]"), "The Harbour Trust of Vale Bridge.");
    struct forecast forecast = foresee(NAME("a", "Vale Bridge"));
    cr_expect_eq(forecast.inside.places, 1);
    cr_expect_eq(forecast.inside.actor, 1);
}

Test(amendment, a_demonym_within_an_organisation_is_none)
{
    comes_true(ACTORS("", ", kind: organisation, aliases: [Valish Bank]"),
               ACTORS(", demonyms: [Valish]", ", kind: organisation, aliases: [Valish Bank]"),
               "The Valish Bank is Valish.", DEMONYM("a", "Valish"));
}

Test(amendment, a_condition_counts_only_articles_that_name_the_actor_in_full)
{
    struct amendment amendment = NAME("a", "Vale");
    amendment.in_full = true;
    start(ACTORS("", ""), "Vale came. Vale went.");
    says(amendment, "no mention more or less");
    start(ACTORS("", ""), "Vale came. Ada Vale went.");
    says(amendment, "+1 mention in 1 article");
}

Test(amendment, a_name_that_goes_takes_its_mentions_along)
{
    struct amendment amendment = {AMEND_DROP, .actor = STR("a"), .words = STR("Vale"),
                                  .form_kind = FORM_NAME, NONE};
    start(ACTORS(", aliases: [Vale]", ""), "Vale came. Vale went. Ada Vale slept.");
    says(amendment, "−2 mentions in 1 article");
}

Test(amendment, a_name_that_goes_uncovers_a_shorter_one)
{
    struct amendment amendment = {AMEND_DROP, .actor = STR("a"), .words = STR("Mayor Vale"),
                                  .form_kind = FORM_NAME, NONE};
    comes_true(ACTORS(", aliases: [Vale, Mayor Vale]", ""), ACTORS(", aliases: [Vale]", ""),
               "Mayor Vale came. Vale went.", amendment);
}

Test(amendment, a_role_counts_in_its_days)
{
    struct amendment role = {AMEND_ROLE, .actor = STR("a"), .words = STR("mayor"),
                             .from = day_of(2025, 1, 1), .to = DAY_NONE};
    start(ACTORS("", ""), "The mayor came. The mayor went.");
    says(role, "about +2 mentions in 1 article");
    role.from = day_of(2026, 1, 1);
    says(role, "no mention more or less");
}

Test(amendment, outside_the_body_nothing_counts)
{
    struct small_article articles[] = {
        {.path = "a.txt", .date = "2025-03-05", .text = "Vale came.\n\nVale ads", .body_to = 10}};
    library = small_library(ACTORS("", ""), articles, 1);
    says(NAME("a", "Vale"), "+1 mention in 1 article");
}

static void refused(struct amendment amendment, const char *words)
{
    struct error error = {0};
    cr_expect_not(amendment_check(&amendment, &library->tags, &error));
    cr_expect(str_find(str_of(error.text), str_of(words), 0) >= 0, "%s", error.text);
}

Test(amendment, what_makes_no_sense_is_refused_with_a_reason)
{
    start(ACTORS(", aliases: [Vale]", ""), "Vale came.");
    refused(NAME("a", "Vale"), "a name of Ada Vale already");
    refused(NAME("a", "…"), "letter or digit");
    refused(NAME("x", "Fox"), "no actor x");
    refused((struct amendment){AMEND_NEW, .actor = STR("a"), .words = STR("Zo"), NONE},
            "the id a already");
    refused((struct amendment){AMEND_MERGE, .actor = STR("a"), .into = STR("a"), NONE},
            "into itself");
    refused((struct amendment){AMEND_ROLE, .actor = STR("a"), .words = STR("mayor"),
                               .from = day_of(2025, 1, 1), .to = day_of(2025, 1, 1)},
            "ends after it begins");
}
