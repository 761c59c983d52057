/* SPDX-License-Identifier: ISC */
/* The six matching rules of dossier-tags(5), a table each. How mentions are written here: see
 * small.h. */
#include "small.h"

#include "dossier/base/memory.h"

#include <criterion/criterion.h>

struct rule {
    const char *text, *mentions;
    const char *date; /* NULL: 2025-06-01; "": undated */
};

static void check(const char *tags, const struct rule *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *date = cases[i].date ? cases[i].date : "2025-06-01";
        struct small_article article = {"a.txt", date[0] ? date : NULL, cases[i].text, 0, 0};
        struct library *library = small_library(tags, &article, 1);
        struct buf found = {0};
        small_mentions(library, 0, &found);
        cr_expect(str_is(buf_view(&found), cases[i].mentions),
                  "in “%s”\n  found  %.*s\n  wanted %s", cases[i].text, STR_ARG(buf_view(&found)),
                  cases[i].mentions);
        buf_free(&found);
        library_free(library);
    }
}

static const char people[] =
    "actors:\n"
    "  - {id: rubio, name: Marco Rubio, kind: person, aliases: [Rubio]}\n"
    "  - {id: us, name: United States, kind: country, aliases: [US, U.S.]}\n"
    "  - {id: talks, name: peace talks, kind: topic}\n"
    "  - {id: erdogan, name: Recep Erdoğan, kind: person, aliases: [Łukasz Møller]}\n"
    "  - {id: lukyan, name: Лук'яненко, kind: person}\n"
    "  - {id: kyiv, name: Київ, kind: place, aliases: [基辅, Їжак]}\n"
    "  - {id: seoul, name: 서울, kind: place}\n"
    "  - {id: cairo, name: القاهرة, kind: place}\n"
    "  - {id: orsay, name: Quai d'Orsay, kind: organisation}\n"
    "  - {id: aid, name: USAID, kind: organisation, aliases: [U.S. A.I.D., 9/11]}\n"
    "  - {id: plan, name: Putin–Zelenskyy talks, kind: event}\n";

Test(mentions, rule_1_a_capital_in_an_alias_must_be_one_in_the_text)
{
    static const struct rule cases[] = {
        {"Rubio RUBIO rubio rUBIO", "Rubio>rubio; RUBIO>rubio"},
        {"US us Us U.S. u.s.", "US>us; U.S.>us"},
        {"Peace Talks, PEACE TALKS, peace talks",
         "Peace Talks>talks; PEACE TALKS>talks; peace talks>talks"},
        {"marco Rubio", "Rubio>rubio"},
        {"їжак Їжак", "Їжак>kyiv"},
    };
    check(people, cases, COUNT(cases));
}

Test(mentions, rule_2_marks_widths_spaces_dashes_and_apostrophes_fold)
{
    static const struct rule cases[] = {
        {"Recep Erdogan", "Recep Erdogan>erdogan"},
        {"Recep Erdog\xcc\x86"
         "an met",
         "Recep Erdog\xcc\x86"
         "an>erdogan"},
        {"Lukasz Moller, Łukasz Møller", "Lukasz Moller>erdogan; Łukasz Møller>erdogan"},
        {"Киів", ""},
        {"Київ, Киі\xcc\x88в", "Київ>kyiv; Киі\xcc\x88в>kyiv"},
        {"Marco\nRubio; Marco \t Rubio; Marco\xc2\xa0Rubio",
         "Marco\nRubio>rubio; Marco \t Rubio>rubio; Marco\xc2\xa0Rubio>rubio"},
        {"Marco\r\nRubio", "Marco\r\nRubio>rubio"},
        {"Marco\n\nRubio", "Rubio>rubio"},
        {"Marco-Rubio", "Rubio>rubio"},
        {"Putin-Zelenskyy talks and Putin — no", "Putin-Zelenskyy talks>plan"},
        {"Putin\xe2\x80\x91Zelenskyy  talks", "Putin\xe2\x80\x91Zelenskyy  talks>plan"},
        {"Quai d’Orsay, Quai d`Orsay", "Quai d’Orsay>orsay; Quai d`Orsay>orsay"},
        {"ＵＳ and Ｒｕｂｉｏ", "ＵＳ>us; Ｒｕｂｉｏ>rubio"},
        {"Ru\xc2\xad"
         "bio and Ru\xe2\x80\x8b"
         "bio",
         "Ru\xc2\xad"
         "bio>rubio; Ru\xe2\x80\x8b"
         "bio>rubio"},
        {"القَاهِرَة", "القَاهِرَة>cairo"},
    };
    check(people, cases, COUNT(cases));
}

Test(mentions, rule_3_whole_words_end_at_apostrophes_dashes_slashes_and_stops)
{
    static const struct rule cases[] = {
        {"Rubio’s, Rubio's", "Rubio>rubio; Rubio>rubio"},
        {"US-Europe, pro-US/NATO, (US)", "US>us; US>us; US>us"},
        {"Rubios Rubio2 2Rubio Rubio_x", "Rubio>rubio"},
        {"U.S.-led U.S. A.I.D.", "U.S.>us; U.S. A.I.D.>aid; U.S.>us<aid!"},
        {"Лук’яненко і Лук'яненком", "Лук’яненко>lukyan"},
        {"Ки\xd1\x97"
         "вський",
         ""},
        {"访问基辅的Rubio在", "基辅>kyiv; Rubio>rubio"},
        {"서울에서 남서울", "서울>seoul"},
        {"9/11 and 19/11 and 9/110", "9/11>aid"},
        {"Rubio\xcc\x81", "Rubio\xcc\x81>rubio"},
    };
    check(people, cases, COUNT(cases));
}

static const char nested[] = "actors:\n"
                             "  - {id: trump, name: Donald Trump, kind: person, aliases: [Trump]}\n"
                             "  - {id: putin, name: Vladimir Putin, kind: person, aliases: "
                             "[Putin], roles: [{title: Russian President}]}\n"
                             "  - {id: admin, name: Trump administration, kind: organisation}\n"
                             "  - {id: eu, name: European Union, kind: organisation}\n"
                             "  - {id: europe, name: Europe, kind: place, demonyms: [European]}\n"
                             "  - {id: russia, name: Russia, kind: country, demonyms: [Russian]}\n"
                             "  - {id: leaders, name: European leaders, kind: group}\n"
                             "  - {id: call, name: Trump administration talks, kind: event}\n"
                             "  - {id: chief, name: Kaja Kallas, kind: person, roles: [{title: EU "
                             "foreign policy chief}, {title: policy chief}]}\n"
                             "  - {id: york, name: New York, kind: place}\n"
                             "  - {id: times, name: York Times, kind: outlet}\n"
                             "  - {id: review, name: Times review, kind: event}\n"
                             "  - {id: war, name: Russian invasion of Ukraine, kind: event, "
                             "aliases: [invasion of Ukraine]}\n";

Test(mentions, rule_4_the_longest_wins_and_what_it_holds_is_nested)
{
    static const struct rule cases[] = {
        {"Donald Trump", "Donald Trump>trump"},
        {"the Trump administration", "Trump administration>admin; Trump>trump<admin!"},
        {"the European Union", "European Union>eu"},
        {"European leaders", "European leaders>leaders; European~europe<leaders"},
        {"Trump administration talks",
         "Trump administration talks>call; Trump administration>admin<call; Trump>trump<admin!"},
        {"the Russian President spoke", "Russian President^putin; Russian~russia<putin"},
        {"EU foreign policy chief", "EU foreign policy chief^chief"},
        {"the Russian invasion of Ukraine", "Russian invasion of Ukraine>war; Russian~russia<war"},
        {"a New York Times review", "Times review>review; New York>york"},
        {"New York Times", "York Times>times"},
    };
    static const struct rule ties[] = {
        {"New York Times", "York Times>times"},
    };
    check(nested, cases, COUNT(cases) - 2);
    check(nested, ties, COUNT(ties));
}

static const char offices[] =
    "actors:\n"
    "  - {id: trump, name: Donald Trump, kind: person, aliases: [Trump],\n"
    "     roles: [{title: US President, forms: [President, president], from: 2025-01-20}]}\n"
    "  - {id: biden, name: Joe Biden, kind: person, aliases: [Biden],\n"
    "     roles: [{title: US President, forms: [President, president], from: 2021-01-20, to: "
    "2025-01-20}]}\n"
    "  - {id: zel, name: Volodymyr Zelenskyy, kind: person, aliases: [Zelenskyy],\n"
    "     roles: [{title: Ukrainian President, forms: [President], from: 2019-05-20}]}\n"
    "  - {id: waltz, name: Michael Waltz, kind: person,\n"
    "     roles: [{title: national security advisor, from: 2025-01-20, to: 2025-05-01}]}\n"
    "  - {id: rubio, name: Marco Rubio, kind: person, aliases: [Rubio],\n"
    "     roles: [{title: national security advisor, from: 2025-05-01}, {title: archivist}]}\n"
    "  - {id: shedd, name: Leslie Shedd, kind: person, roles: [{title: fellow}]}\n"
    "  - {id: king, name: Abdullah, kind: person, roles: [{title: King of Jordan}]}\n"
    "  - {id: lavrov, name: Sergey Lavrov, kind: person, roles: [{title: foreign minister}]}\n"
    "  - {id: valtonen, name: Elina Valtonen, kind: person}\n";

Test(mentions, rule_5_roles_go_to_their_neighbours_first)
{
    static const struct rule cases[] = {
        {"President Zelenskyy", "President^zel; Zelenskyy>zel"},
        {"President\nZelenskyy", "President^zel; Zelenskyy>zel"},
        {"President Donald J. Trump", "President^trump; Trump>trump"},
        {"Trump’s national security advisor Michael Waltz",
         "Trump>trump; national security advisor^waltz; Michael Waltz>waltz"},
        {"said Leslie Shedd, a fellow at a house", "Leslie Shedd>shedd; fellow^shedd"},
        {"Leslie Shedd (a fellow)", "Leslie Shedd>shedd; fellow^shedd"},
        {"Waltz came. Michael Waltz, Trump’s national security advisor, left",
         "Michael Waltz>waltz; Trump>trump; national security advisor^waltz"},
        {"the King of Jordan, Abdullah, came", "King of Jordan^king; Abdullah>king"},
        {"Elina Valtonen, the foreign minister, said",
         "Elina Valtonen>valtonen; foreign minister^valtonen"},
        {"after seeing Elina Valtonen, the foreign minister said so",
         "Elina Valtonen>valtonen; foreign minister^lavrov"},
        {"foreign minister Elina Valtonen", "foreign minister^valtonen; Elina Valtonen>valtonen"},
        {"President Macron met President Emmanuel Macron", "President^-; President^-"},
        {"the president Monday said", "president^trump"},
        {"Biden waited for the president\nMichael Waltz said so",
         "Biden>biden; president^trump; Michael Waltz>waltz"},
        {"the wish of the president\nJane Roe reports", "president^trump"},
        {"Zelenskyy, the president\n\nof a", "Zelenskyy>zel; president^zel"},
        {"When asked about Zelenskyy, the president\nof whom so many have been talking for weeks\n"
         "said nothing at all that could be of use",
         "Zelenskyy>zel; president^zel"},
        {"It was so when he was asked about Zelenskyy, the president\n"
         "said nothing at all to them that could be of any use to us.",
         "Zelenskyy>zel; president^trump"},
    };
    check(offices, cases, COUNT(cases));
}

static const char families[] =
    "actors:\n"
    "  - {id: ida, name: Ida Brandt, kind: person, aliases: [Brandt],\n"
    "     roles: [{title: mayor, to: 2025-06-01}, {title: judge}]}\n"
    "  - {id: jonas, name: Jonas Brandt, kind: person, aliases: [Brandt],\n"
    "     roles: [{title: mayor, from: 2025-06-01}, {title: judge}]}\n"
    "  - {id: brandt, name: Brandt, kind: place}\n"
    "  - {id: lund, name: Eva Lund, kind: person, roles: [{title: captain}, {title: judge}]}\n";

Test(mentions, rule_5_a_role_is_never_another_persons_than_the_ambiguous_name_beside_it)
{
    static const struct rule cases[] = {
        {"judge Brandt", "judge^?ida|jonas; Brandt>?ida|jonas|brandt"},
        {"mayor Brandt", "mayor^jonas; Brandt>?ida|jonas|brandt", "2025-06-01"},
        {"mayor Brandt", "mayor^ida; Brandt>?ida|jonas|brandt", "2025-05-31"},
        {"captain Brandt", "captain^?ida|jonas|brandt; Brandt>?ida|jonas|brandt"},
        {"Brandt, the captain, left", "Brandt>?ida|jonas|brandt; captain^?ida|jonas|brandt"},
        {"Ida Brandt. judge Brandt", "Ida Brandt>ida; judge^ida; Brandt>ida"},
        {"after Brandt, the captain left", "Brandt>?ida|jonas|brandt; captain^lund"},
    };
    check(families, cases, COUNT(cases));
}

Test(mentions, rule_5_a_role_alone_is_its_holders_on_the_day)
{
    static const struct rule cases[] = {
        {"the president said", "president^trump", "2025-01-20"},
        {"the president said", "president^biden", "2025-01-19"},
        {"the president said", "president^-", "2020-01-01"},
        {"Biden waited. the president said", "Biden>biden; president^biden", "2020-01-01"},
        {"a national security advisor", "national security advisor^waltz", "2025-04-30"},
        {"a national security advisor", "national security advisor^rubio", "2025-05-01"},
        {"the archivist", "archivist^rubio", ""},
        {"the president", "president^?trump|biden", ""},
        {"Biden said. the president", "Biden>biden; president^biden", ""},
        {"The President left", "President^?trump|zel"},
        {"Zelenskyy spoke. The President left", "Zelenskyy>zel; President^zel"},
        {"Zelenskyy and Trump. The President left",
         "Zelenskyy>zel; Trump>trump; President^?trump|zel"},
    };
    check(offices, cases, COUNT(cases));
}

static const char namesakes[] =
    "actors:\n"
    "  - {id: marco, name: Marco Rubio, kind: person, aliases: [Rubio]}\n"
    "  - {id: ana, name: Ana Rubio, kind: person, aliases: [Rubio]}\n"
    "  - {id: fix, name: Liana Fix, kind: person, aliases: [{form: Fix, when: named-in-full}]}\n";

Test(mentions, rule_6_the_article_decides_between_two_actors_with_one_alias)
{
    static const struct rule cases[] = {
        {"Rubio", "Rubio>?marco|ana"},
        {"Marco Rubio. Rubio", "Marco Rubio>marco; Rubio>marco"},
        {"Rubio. Ana Rubio", "Rubio>ana; Ana Rubio>ana"},
        {"Marco Rubio, Ana Rubio, Rubio", "Marco Rubio>marco; Ana Rubio>ana; Rubio>?marco|ana"},
        {"Fix it", ""},
        {"Fix said, says Liana Fix", "Fix>fix; Liana Fix>fix"},
    };
    check(namesakes, cases, COUNT(cases));
}

Test(mentions, outside_the_body_a_mention_does_not_count)
{
    static const struct small_article article = {"a.txt", "2025-06-01",
                                                 "Trump spoke.\nCredit: Trump", 0, 12};
    struct library *library = small_library(nested, &article, 1);
    struct counting inside = COUNTING_ALL, all = COUNTING_ALL;
    all.outside = true;
    cr_expect_eq(cast_in_article(&library->cast, 0, &inside), 1);
    cr_expect_eq(cast_in_article(&library->cast, 0, &all), 2);
    library_free(library);
}

Test(mentions, a_role_beside_its_name_is_one_stop_with_it)
{
    static const struct small_article article = {
        "a.txt", "2025-06-01", "US President Donald Trump said the president would.", 0, 0};
    struct library *library = small_library(offices, &article, 1);
    struct counting all = COUNTING_ALL, roles = {.roles = true};
    struct arena *arena = arena_new();
    struct mention_list stops = {0}, role_stops = {0};
    library_stops(library, 0, &all, arena, &stops);
    library_stops(library, 0, &roles, arena, &role_stops);
    cr_expect_eq(stops.len, 2);
    cr_expect_eq(role_stops.len, 2);
    cr_expect_eq(library->cast.at[stops.at[0]].kind, FORM_NAME);
    cr_expect_eq(library->cast.at[role_stops.at[0]].kind, FORM_ROLE);
    arena_free(arena);
    library_free(library);
}

Test(mentions, stops_go_through_the_articles_by_date)
{
    static const struct small_article articles[] = {{"a.txt", "2025-06-03", "Trump", 0, 0},
                                                    {"b.txt", NULL, "Trump", 0, 0},
                                                    {"c.txt", "2025-06-01", "Trump, Trump", 0, 0}};
    struct library *library = small_library(nested, articles, COUNT(articles));
    struct counting all = COUNTING_ALL;
    struct arena *arena = arena_new();
    struct mention_list stops = {0};
    library_stops(library, 0, &all, arena, &stops);
    cr_assert_eq(stops.len, 4);
    const uint32_t order[] = {2, 2, 0, 1};
    for (size_t i = 0; i < COUNT(order); i++)
        cr_expect_eq(library->cast.at[stops.at[i]].article, order[i]);
    struct tally *tally = cast_tally(&library->cast, &library->corpus, &library->tags, &all, arena);
    cr_expect_eq(tally[0].mentions, 4);
    cr_expect_eq(tally[0].articles, 3);
    cr_expect_eq(tally[0].last - tally[0].first, 2);
    arena_free(arena);
    library_free(library);
}

Test(mentions, the_innermost_mention_is_the_one_under_the_cursor)
{
    static const struct small_article article = {"a.txt", NULL, "Trump administration. Putin", 0,
                                                 0};
    struct library *library = small_library(nested, &article, 1);
    const struct cast *cast = &library->cast;
    cr_expect_eq(cast->at[cast_at(cast, 0, 2)].span.end, 5);
    cr_expect_eq(cast->at[cast_at(cast, 0, 8)].span.end, 20);
    cr_expect_eq(cast_at(cast, 0, 20), MENTION_NONE);
    cr_expect_eq(cast->at[cast_at(cast, 0, 22)].span.start, 22);
    library_free(library);
}
