/* SPDX-License-Identifier: ISC */
#include "dossier/reading/body.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <time.h>

#define PROSE                                                                                     \
    "The old bridge over the river was closed again this week, and nobody in the town could say " \
    "when it would open, because the stones had moved in the night.\n"                            \
    "Engineers who came from the coast looked at it for an hour, took some pictures, and left "   \
    "without a word to the people who had waited for them.\n"
#define MORE                                                                                     \
    "The mayor asked for patience, and for money, and got neither of them from the assembly in " \
    "the capital, where the harbour has many more friends.\n"
#define MENU "Skip to content\nHome\nPolitics\nSports\nContact us\nLog in\n"
#define FOOTER \
    "Related articles\nA ferry for the valley\nComments\nLeave a comment\nPrivacy policy\n"

static struct seen see(struct arena *arena, const char *text)
{
    struct seen seen;
    struct seeing seeing = {.text = str_of(text)};
    body_see(&seeing, arena, &seen);
    return seen;
}

/* TEXT as it is shown when only what was taken for the article is kept, pieces parted by "|". */
static void expect_body(const char *text, const char *body)
{
    struct arena *arena = arena_new();
    struct seen seen = see(arena, text);
    struct buf out = {0};
    for (size_t i = 0; i < seen.body.len; i++) {
        buf_chars(&out, i ? "|" : "");
        buf_str(&out, span_of(str_of(text), seen.body.at[i]));
    }
    if (!seen.body.len)
        buf_chars(&out, text);
    cr_expect(str_is(buf_view(&out), body), "%s\n  wanted %s\n  found %.*s", text, body,
              STR_ARG(buf_view(&out)));
    buf_free(&out);
    arena_free(arena);
}

static struct str trimmed(const char *text)
{
    return str_trim(str_of(text));
}

static void expect_kept(const char *before, const char *body, const char *behind)
{
    char text[4096], wanted[4096];
    snprintf(text, sizeof text, "%s%s%s", before, body, behind);
    snprintf(wanted, sizeof wanted, "%.*s", STR_ARG(trimmed(body)));
    expect_body(text, wanted);
}

Test(body, of_a_clean_text_is_all_of_it)
{
    static const char *const texts[] = {
        PROSE,
        "The bridge is closed\n" PROSE,
        "The bridge is closed\n\nWhat nobody says\n\n" PROSE "Politics\n" MORE "Home\n" PROSE,
        "Roses are red\nViolets are blue\nThe bridge is closed\nAnd so are you\n",
        "Shopping list\n\n- bread\n- milk\n- a rope of forty metres\n",
        "By the river the stones had moved, and nobody could say when.\n" PROSE,
        "By Ada Lowe and, later on\n\n" PROSE,
        "By Ada Lowe Edda Lind, who came and went as both of them liked\n\n" PROSE,
        "Comments are free, but facts are dear, as they said in the old days.\n" PROSE,
        "x",
        "\n\n",
        "...\n"};
    for (size_t i = 0; i < COUNT(texts); i++)
        expect_body(texts[i], texts[i]);
}

Test(body, of_a_page_is_its_prose_with_the_headline_above)
{
    expect_kept(MENU, "The bridge of the old town is closed\n" PROSE MORE, FOOTER);
    expect_kept(
        MENU, "The bridge of the old town is closed\nAnd the ferry will not be there soon\n" PROSE,
        FOOTER "© 2024 The Valley Herald\n");
}

#define OLDER                                                                                   \
    "Nobody has counted how often the stones have moved since the bridge was built, and those " \
    "who did count them have long left the valley."
#define LAST                                                                                    \
    "The ferry would take the children to school and back, if there was a ferry, and if there " \
    "was enough water under it in the summer."

Test(body, of_a_page_keeps_headings_and_loses_adverts_credits_and_inset_teasers)
{
    expect_body(MENU "The bridge of the old town is closed\n" PROSE "What comes next\n" MORE
                     "Advertisement\n" OLDER "\nPhoto: A. Mason\n" LAST
                     "\nRead more: the ferry that never came\n" LAST " So they say.\n" FOOTER,
                "The bridge of the old town is closed\n" PROSE
                "What comes next\nThe mayor asked for patience, and for money, and got neither of "
                "them from the assembly in the capital, where the harbour has many more friends."
                "|" OLDER "|" LAST "|" LAST " So they say.");
}

Test(body, of_a_page_has_a_sentence_once_that_stands_there_again)
{
    expect_body(MENU "The bridge of the old town is closed\n" OLDER "\n" OLDER "\n" OLDER
                     "\n" PROSE MORE OLDER "\n" LAST "\n" FOOTER,
                "The bridge of the old town is closed|" PROSE MORE OLDER "\n" LAST);
}

Test(body, of_a_page_keeps_sentences_that_begin_like_a_stock_phrase)
{
    expect_kept(
        MENU,
        "The bridge of the old town is closed\n" PROSE
        "Published in 1925, the plan for it was never followed by anybody.\n"
        "More than that nobody wants to say, and that is what makes people angry in "
        "the valley, where the bridge is the only way to the market and to the school.\n" MORE,
        FOOTER);
}

Test(body, ends_before_the_comments_however_many_follow)
{
    expect_kept("", "The bridge is closed\n" PROSE MORE PROSE MORE,
                "12 comments\nAnna says:\n" MORE "Bela says:\n" PROSE "Leave a reply\n");
}

Test(body, loses_bylines_and_end_marks_at_the_edges_of_a_clean_text)
{
    expect_kept("", "The bridge is closed\n" PROSE, "By Anna Mason\n");
    expect_kept("", "The bridge is closed\n" PROSE,
                "(Reporting by Anna Mason; Editing by Bela Hill)\n");
    expect_kept("", "The bridge is closed\n" PROSE, "End of article\n");
    expect_kept("", PROSE, "This story has been updated with the mayor's words\n");
}

Test(body, tells_what_the_rest_is)
{
    struct arena *arena = arena_new();
    const char *text = "Home\nLog in\nThe bridge of the old town is closed\nBy Anna "
                       "Mason\nPublished 17 May 2024\nStones\n" PROSE "Advertisement\n" MORE
                       "The old bridge\nPhoto: A. Mason\nRelated articles\nA ferry for the valley "
                       "by next spring\nFerries\nSubscribe now to our weekly letter\n"
                       "All rights reserved\nEnd of article\n";
    static const enum part_kind kinds[] = {
        PART_NAVIGATION, PART_NAVIGATION, PART_BYLINE, PART_DATE,       PART_CAPTION,
        PART_ADVERT,     PART_CAPTION,    PART_CREDIT, PART_NAVIGATION, PART_TEASER,
        PART_NAVIGATION, PART_ADVERT,     PART_AFTER,  PART_END};
    struct seen seen = see(arena, text);
    cr_assert_eq(seen.rest.len, COUNT(kinds));
    for (size_t i = 0; i < COUNT(kinds); i++)
        cr_expect_str_eq(part_kind_name(seen.rest.at[i].kind), part_kind_name(kinds[i]), "%.*s",
                         STR_ARG(span_of(str_of(text), seen.rest.at[i].span)));
    arena_free(arena);
}

Test(body, knows_a_phrase_however_its_accents_are_written)
{
    expect_kept("", "The bridge is closed\n" PROSE MORE PROSE MORE, "Réagir\nRéagissez\n");
    expect_kept("", "The bridge is closed\n" PROSE MORE PROSE MORE,
                "Re\u0301agir\nRe\u0301agissez\n");
}

/* What stands around the article, and what it says. */
static void expect_line(const char *text, const char *title, const char *author, const char *source,
                        const char *date)
{
    struct arena *arena = arena_new();
    struct seen seen = see(arena, text);
    char iso[DAY_TEXT];
    day_iso(seen.date, iso);
    cr_expect(str_is(seen.title, title), "%s: %.*s", text, STR_ARG(seen.title));
    cr_expect(str_is(seen.author, author), "%s: %.*s", text, STR_ARG(seen.author));
    cr_expect(str_is(seen.source, source), "%s: %.*s", text, STR_ARG(seen.source));
    cr_expect_str_eq(iso, date, "%s", text);
    arena_free(arena);
}

Test(dateline, is_read_from_the_lines_around_the_article)
{
    expect_line("The bridge is closed\nBy Anna Mason\n17 May 2024\n" PROSE, "", "Anna Mason", "",
                "2024-05-17");
    expect_line("The bridge is closed\n" PROSE "By Anna Mason and Bela van der Brug | The Herald\n",
                "", "Anna Mason and Bela van der Brug", "", "");
    expect_line("Die Brücke ist zu\nVon Anna Maurer\nVeröffentlicht am 3. März 2024\n" PROSE, "",
                "Anna Maurer", "", "2024-03-03");
    expect_line("Міст закрито\nАвтор: Ганна Мельник\n5 червня 2024 року\n" PROSE, "",
                "Ганна Мельник", "", "2024-06-05");
    expect_line("The bridge of the town is closed | Valley | The Herald\n" MENU
                "The bridge of the town is closed\nPublished: 2024-05-17 09:30\n" PROSE FOOTER,
                "The bridge of the town is closed", "", "The Herald", "2024-05-17");
}

Test(dateline, that_is_glued_to_the_first_sentence_is_cut_off)
{
    expect_line("Date 2024-05-17 " PROSE, "", "", "", "2024-05-17");
    expect_kept("date: 2024-05-17 ", PROSE, "");
    expect_line("Date palms of 2024 were on sale by 17 May 2024. " PROSE, "", "", "", "");
}

Test(dateline, is_not_known_where_two_days_are_stated)
{
    expect_line("The bridge is closed\n17 May 2024\n19 May 2024\n" PROSE, "", "", "", "");
    expect_line("The bridge is closed\nPublished 17 May 2024\n19 May 2024\n" PROSE, "", "", "",
                "2024-05-17");
}

Test(dateline, is_no_date_of_a_headline_a_menu_or_another_story)
{
    expect_line("What we saw on 17 May 2024\n" PROSE, "", "", "", "");
    expect_line("Herald\n17 May 2024\nThe bridge of the old town is closed\n" PROSE FOOTER,
                "The bridge of the old town is closed", "", "", "2024-05-17");
    expect_line("17 May 2024\n" MENU "The bridge of the old town is closed\n" PROSE FOOTER,
                "The bridge of the old town is closed", "", "", "");
    expect_line(MENU "The bridge of the old town is closed\n" PROSE FOOTER "17 May 2024\n",
                "The bridge of the old town is closed", "", "", "");
}

Test(dateline, is_not_when_a_text_was_last_changed)
{
    expect_line("The bridge is closed\nUpdated 19 May 2024\n" PROSE, "", "", "", "");
    expect_line("The bridge is closed\nPublished 17 May 2024\nUpdated 19 May 2024\n" PROSE, "", "",
                "", "2024-05-17");
}

Test(dateline, names_nobody_where_by_is_no_byline)
{
    expect_line("The bridge is closed\nBy the river\n" PROSE, "", "", "", "");
    expect_line("The bridge is closed\nBy Monday\n" PROSE, "", "", "", "");
    expect_line("By Anna Mason\n" PROSE "By Bela Brug\n", "", "", "", "");
}

Test(body, knows_phrases_whose_files_are_in_order)
{
    const struct problems *problems = body_problems();
    cr_expect_eq(problems->len, 0);
    for (size_t i = 0; i < problems->len; i++)
        cr_expect(false, "%.*s: %.*s", STR_ARG(problems->at[i].file),
                  STR_ARG(problems->at[i].message));
}

Test(body, of_a_large_text_takes_time_that_grows_with_it_only)
{
    struct arena *arena = arena_new();
    struct buf text = {0};
    for (int i = 0; i < 100000; i++)
        buf_chars(&text, i % 3 ? "Read more\n\"\"\"\"\"\"\"\"\n" : i % 2 ? "(((((((\n" : MORE);
    buf_char(&text, '\0');
    clock_t begin = clock();
    struct seen seen = see(arena, text.at);
    cr_expect(seen.rest.len > 0);
    cr_expect((clock() - begin) / CLOCKS_PER_SEC < 5);
    buf_free(&text);
    arena_free(arena);
}
