/* SPDX-License-Identifier: ISC */
/* Quotations between marks: where they are, what they are, and who says them. How they are written
 * here: see said.h. */
#include "said.h"

#include <time.h>

static const char nobody[] = "actors: []\n";
static const char people[] = "actors:\n"
                             "  - {id: lind, name: Anna Lind, kind: person, aliases: [Lind]}\n"
                             "  - {id: berg, name: Peter Berg, kind: person, aliases: [Berg]}\n"
                             "  - {id: crews, name: the crews, kind: group}\n"
                             "  - {id: post, name: Harbour Post, kind: outlet}\n"
                             "  - id: holm\n"
                             "    name: Ida Holm\n"
                             "    kind: person\n"
                             "    roles: [{title: harbour minister, from: 2020-01-01}]\n";

#define CHECK(tags, cases) said_check(tags, cases, COUNT(cases), SAID_MARKED)

Test(quotes, stand_between_marks_of_any_kind)
{
    static const struct said_case cases[] = {
        {"Lind said: “The port is open again.”", "\"The port is open again. - Lind"},
        {"Lind said: \"The port is open again.\"", "\"The port is open again. - Lind"},
        {"Lind said: ‘The port is open again.’", "\"The port is open again. - Lind"},
        {"Lind said: « The port is open again. »", "\"The port is open again. - Lind"},
        {"Lind said: „The port is open again.“", "\"The port is open again. - Lind"},
        {"Lind said: ``The port's 'new' quay is open.''",
         "\"The port's 'new' quay is open. - Lind"},
    };
    CHECK(nobody, cases);
}

Test(quotes, are_not_opened_by_apostrophes)
{
    static const struct said_case cases[] = {
        {"The crews’ plan isn’t Lind’s. It’s the ’90s again, rock 'n' roll and all.", ""},
        {"It was ''so'' they wrote, by hand.", ""},
        {"A boat of 30\" came in, and one of 40\" after it.", ""},
    };
    CHECK(nobody, cases);
}

Test(quotes, in_a_quotation_are_part_of_it_unless_their_marks_are_double_too)
{
    static const struct said_case cases[] = {
        {"“He called it ‘a day for the whole port’ and left,” Lind said.",
         "\"He called it ‘a day for the whole port’ and left, - Lind"},
        {"\"He wrote: “The port is open again today.” I believe him,\" Lind said.",
         "\"He wrote: “The port is open again today.” I believe him, - Lind; "
         "\"The port is open again today. - Lind"},
    };
    CHECK(nobody, cases);
}

Test(quotes, that_are_never_closed_end_with_their_paragraph)
{
    static const struct said_case cases[] = {
        {"Lind said: “The port is open again.\n\nIt was not.", "\"The port is open again. - Lind"},
        {"Lind said “the port is open, and Berg said “it is shut for good.”",
         "'it is shut for good. - Berg"},
    };
    CHECK(nobody, cases);
}

Test(quotes, run_on_over_paragraphs_with_one_speaker)
{
    static const struct said_case cases[] = {
        {"“The port is open,” Lind said. “It is ours.\n\n“It will stay open.”\n\nBerg left.",
         "\"The port is open, - Lind; +\"It is ours. - Lind; +\"It will stay open. - Lind"},
        {"Lind said: “The port is open.\n\nIt will stay open.” Berg left.",
         "\"The port is open. - Lind; +\"It will stay open. - Lind"},
    };
    CHECK(nobody, cases);
}

Test(quotes, have_the_subject_of_the_verb_behind_them_as_speaker)
{
    static const struct said_case cases[] = {
        {"“The port is open,” Lind said.", "\"The port is open, - Lind"},
        {"“The port is open,” said Lind.", "\"The port is open, - Lind"},
        {"“The port is open,” the mayor’s spokeswoman, Ida Holm, said.",
         "\"The port is open, - the mayor’s spokeswoman, Ida Holm"},
        {"“Is the port open?” Lind asked.", "\"Is the port open? - Lind"},
        {"“The port is open,” Anna Lind, 54, a pilot from the north quay, said on Monday.",
         "\"The port is open, - Anna Lind"},
        {"“The port is open,” Anna Lind, a pilot at the school (OPS) in Skerrin, Norland, said.",
         "\"The port is open, - Anna Lind"},
        {"In Skerrin, the minister, a pilot, said “the port is open for good.”",
         "'the port is open for good. - the minister"},
        {"“The port is open,” said Anna Lind, who met Peter Berg there.",
         "\"The port is open, - Anna Lind"},
        {"“The port is open,” Lind thundered.", "\"The port is open, - Lind"},
        {"“The port is open,” according to Lind.", "\"The port is open, - Lind"},
        {"“The port is open.” — Anna Lind", "\"The port is open. - Anna Lind"},
    };
    CHECK(nobody, cases);
}

Test(quotes, have_the_subject_of_the_verb_before_them_as_speaker)
{
    static const struct said_case cases[] = {
        {"In Skerrin on Monday, Lind told the crews: “The port is open.”",
         "\"The port is open. - Lind"},
        {"Berg left, and Lind, a pilot, said that “the port is open for good.”",
         "'the port is open for good. - Lind"},
        {"Lind welcomed the crews, adding: “The port is open.”", "\"The port is open. - Lind"},
        {"Lind’s statement that “the port is open for good” was a surprise.",
         "'the port is open for good - Lind"},
        {"Lind came and called the plan “a joke”.", "'a joke - Lind"},
        {"Lind called it a “good day” for the port.", "'good day - Lind"},
        {"Lind praised what she called “a good plan”, the Post reported.", "'a good plan - she"},
        {"LIND: “The port is open.”", "\"The port is open. - LIND"},
        {"Lind says she hopes that “the port will open for good.”",
         "'the port will open for good. - Lind"},
    };
    CHECK(nobody, cases);
}

Test(quotes, split_by_a_verb_have_one_speaker)
{
    static const struct said_case cases[] = {
        {"“The port,” Lind said, “is open.” “It is ours.”",
         "\"The port, - Lind; \"is open. - Lind; +\"It is ours. - Lind"},
    };
    CHECK(nobody, cases);
}

Test(quotes, without_a_verb_go_on_with_the_last_speaker_or_take_a_colon_before_them)
{
    static const struct said_case cases[] = {
        {"“The port is open,” Lind said. “It is ours.”",
         "\"The port is open, - Lind; +\"It is ours. - Lind"},
        {"Then Lind continued:\n\n“The port is open.”", "\"The port is open. - Lind"},
        {"“LIND: The port is open.”", "\"LIND: The port is open. - LIND"},
    };
    CHECK(nobody, cases);
}

Test(quotes, are_told_apart_where_the_space_between_paragraphs_is_lost)
{
    static const struct said_case cases[] = {
        {"Berg left.\"The port is open,\" Lind said. \"It is ours.\"Nobody came.",
         "\"The port is open, - Lind; +\"It is ours. - Lind"},
    };
    CHECK(nobody, cases);
}

Test(quotes, of_nobody_are_terms_titles_and_what_was_not_said)
{
    static const struct said_case cases[] = {
        {"The board sold its “frozen” quays.", "~frozen"},
        {"The film “Night of the Gulls” ran in the harbour.", "~Night of the Gulls"},
        {"Lind declined to call it “a failure”.", "~a failure"},
        {"Anna “Annie” Lind came.", "~Annie"},
    };
    CHECK(nobody, cases);
}

Test(quotes, are_the_actors_whom_their_words_name)
{
    static const struct said_case cases[] = {
        {"“The port is open,” said Anna Lind. “It is ours,” the harbour minister said.",
         "\"The port is open, - Anna Lind=lind; \"It is ours, - the harbour minister=holm"},
        {"“The port is open,” said Lind’s office. “It is,” a diplomat said.",
         "\"The port is open, - Lind’s office; \"It is, - a diplomat"},
        {"“We sail,” the crews said.", "\"We sail, - the crews=crews"},
        {"“We sail,” Lind and Berg said.", "\"We sail, - Lind and Berg"},
    };
    CHECK(people, cases);
}

Test(quotes, of_a_pronoun_are_the_subjects_of_the_sentence_before_whom_it_fits)
{
    static const struct said_case cases[] = {
        {"Lind met Berg at the quay. “The port is open,” she said.",
         "\"The port is open, - she=lind"},
        {"Lind met nobody. Berg came late. “The port is open,” she said.",
         "\"The port is open, - she=lind"},
        {"“The port is open,” she said.", "\"The port is open, - she"},
    };
    CHECK(people, cases);
}

Test(quotes, of_german_french_spanish_russian_and_ukrainian_are_found_by_their_own_words)
{
    static const struct said_case cases[] = {
        {"„Der Hafen ist wieder offen“, sagte Anna Lind am Montag. In Kiel sagte der Minister: "
         "„Das ist gut.“",
         "\"Der Hafen ist wieder offen - Anna Lind; \"Das ist gut. - der Minister"},
        {"Auf die Frage nach einem Rücktritt antwortete er: „Nein, das ist nicht nötig.“",
         "\"Nein, das ist nicht nötig. - er"},
        {"« Le port est ouvert, insiste Anna Lind. Il est à nous. »",
         "\"Le port est ouvert, insiste Anna Lind. Il est à nous. - Anna Lind"},
        {"« Le port est ouvert », a déclaré Anna Lind lundi. « C’est bien », a-t-elle ajouté.",
         "\"Le port est ouvert - Anna Lind; \"C’est bien - elle"},
        {"«El puerto está abierto», dijo Anna Lind el lunes. El ministro dijo: «Es bueno».",
         "\"El puerto está abierto - Anna Lind; \"Es bueno - El ministro"},
        {"«Порт снова открыт», — сказала Анна Линд в понедельник. Министр ответил: «Это хорошо».",
         "\"Порт снова открыт - Анна Линд; \"Это хорошо - Министр"},
        {"«Порт открыт, — сказала Анна Линд. — Он наш».",
         "\"Порт открыт, — сказала Анна Линд. — Он наш - Анна Линд"},
        {"«Порт знову відкритий», — сказала Ганна Лінд у понеділок. Міністр відповів: «Це добре».",
         "\"Порт знову відкритий - Ганна Лінд; \"Це добре - Міністр"},
    };
    CHECK(nobody, cases);
}

/* A text that nobody wrote: COUNT times PART. */
static double seconds_for(const char *part, size_t count)
{
    struct buf text = {0}, found = {0};
    for (size_t i = 0; i < count; i++)
        buf_chars(&text, part);
    clock_t begin = clock();
    said_find(nobody, text.at, SAID_MARKED, &found);
    buf_free(&text);
    buf_free(&found);
    return (double)(clock() - begin) / CLOCKS_PER_SEC;
}

Test(quotes, take_no_longer_for_each_mark_where_there_are_many)
{
    static const char *const parts[] = {"\"a ", "“", "'a ", "« ", "“a” said b, ", ", said "};
    for (size_t i = 0; i < COUNT(parts); i++) {
        double few = seconds_for(parts[i], 20000), many = seconds_for(parts[i], 200000);
        cr_expect_lt(many, 40 * few + 1, "%s: %f and %f", parts[i], few, many);
    }
}

/* What is found of TEXT's only quotation when JUDGEMENT is on it. */
static struct quotation judged(const char *text, struct judgement judgement)
{
    struct small_article article = {"a.txt", "2025-06-01", text, 0, 0};
    struct library *library = small_library(people, &article, 1);
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    struct lexicons lexicons = {0};
    struct quotations found = {0}, again = {0};
    const struct quotes_source source = {library, 0, &lexicons};
    lexicons_open(arena, &lexicons, &problems);
    quotes_find(arena, &source, &found);
    cr_assert_eq(found.len, 1);
    judgement.said = true;
    judgement.by = STR("anna");
    judgement.span = found.at[0].span;
    cr_expect(library_judge(library, &judgement, 1));
    cr_expect_eq(library->judgements.len, 0, "no mention is other for it");
    quotes_find(arena, &source, &again);
    struct quotation q = again.at[0];
    arena_free(arena);
    library_free(library);
    return q;
}

Test(quotes, are_said_by_whom_a_verdict_says_whatever_the_rules_find)
{
    const char *lind = "“The port is open again,” Lind said.";
    struct quotation q = judged(lind, (struct judgement){.actor = 1});
    cr_expect(q.confirmed && q.confidence == 1 && q.speaker == 1 && q.how == HOW_VERDICT);
    cr_expect(!quotation_has(q.speaker_span), "the words name another");
    q = judged(lind, (struct judgement){.actor = 0});
    cr_expect(q.confirmed && q.speaker == 0 && q.how == HOW_AFTER_NAME, "the rules were right");
    q = judged(lind, (struct judgement){.actor = ACTOR_NONE});
    cr_expect(q.confirmed && q.speaker == ACTOR_NONE && q.class == SPEAKER_NONE);
    q = judged("“The port is open again,” a pilot said.",
               (struct judgement){.actor = ACTOR_NONE, .as_printed = true});
    cr_expect(q.confirmed && q.speaker == ACTOR_NONE && q.class == SPEAKER_UNNAMED);
}
