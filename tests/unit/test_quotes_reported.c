/* SPDX-License-Identifier: ISC */
/* Speech without marks. How it is written here: see said.h. */
#include "said.h"

static const char nobody[] = "actors: []\n";

#define CHECK(cases) said_check(nobody, cases, COUNT(cases), SAID_REPORTED)

Test(reported, is_the_clause_behind_a_verb_of_saying)
{
    static const struct said_case cases[] = {
        {"Lind said that the port would open.", ":the port would open - Lind"},
        {"Lind told the crews on Monday that the port would open.", ":the port would open - Lind"},
        {"Lind said the port would open.", ":the port would open - Lind"},
        {"Lind has made it clear that the port will stay shut.", ":the port will stay shut - Lind"},
        {"Lind told the Harbour Post the port would open.", ":the port would open - Lind"},
        {"Berg left the quay, noting that the port was shut.", ":the port was shut - Berg"},
    };
    CHECK(cases);
}

Test(reported, is_what_is_asked_for_or_stressed)
{
    static const struct said_case cases[] = {
        {"Lind demanded a new quay for the crews.", ":a new quay for the crews - Lind"},
        {"Lind highlighted the need for a new quay.", ":the need for a new quay - Lind"},
    };
    CHECK(cases);
}

Test(reported, is_no_object_that_a_relative_clause_follows)
{
    static const struct said_case cases[] = {
        {"The Post reported details of the plan that stops the ferry.", ""},
        {"It is alleged he sold the ferry.", ""},
    };
    CHECK(cases);
}

Test(reported, stands_before_a_name_and_a_verb_at_the_end_too)
{
    static const struct said_case cases[] = {
        {"The port would open in May, Lind said.", ":The port would open in May - Lind"},
        {"The port would open in May, according to Lind.", ":The port would open in May - Lind"},
        {"According to Lind, the port would open in May.", ":the port would open in May - Lind"},
    };
    CHECK(cases);
}

Test(reported, is_the_whole_sentence_where_the_name_stands_in_its_midst)
{
    static const struct said_case cases[] = {
        {"The latest boat, Lind said, was the largest yet.",
         ":The latest boat, Lind said, was the largest yet - Lind"},
        {"The port has opened, Lind said, adding nothing.", ":The port has opened - Lind"},
        {"The port has opened, Lind said, and she left.", ":The port has opened - Lind"},
        {"Der größte Hafen, sagte Lind, sei wieder offen.",
         ":Der größte Hafen, sagte Lind, sei wieder offen - Lind"},
        {"Der Hafen sei offen, sagte Lind, die für Häfen zuständig ist.",
         ":Der Hafen sei offen - Lind"},
    };
    CHECK(cases);
}

Test(reported, is_not_what_only_opens_a_sentence)
{
    static const struct said_case cases[] = {
        {"In the very end, Lind agreed to the plan of the port.", ""},
        {"In the old port it is dark, Lind said.", ":In the old port it is dark - Lind"},
    };
    CHECK(cases);
}

Test(reported, is_never_what_was_not_said)
{
    static const struct said_case cases[] = {
        {"Lind did not say that the port would open.", ""},
        {"Lind declined to confirm whether the port would open.", ""},
        {"Lind refused to say that the port would open.", ""},
        {"Lind would not say that the port would open.", ""},
        {"Neither Lind nor Berg said that the port would open.", ""},
        {"No pilot said that the port would open.", ""},
        {"Lind left without saying that the port would open.", ""},
        {"Lind wants to announce that the port will open.", ""},
        {"Did Lind say that the port would open?", ""},
    };
    CHECK(cases);
}

Test(reported, has_nobody_where_only_hearsay_tells)
{
    static const struct said_case cases[] = {
        {"The crews are reportedly planning a strike in May.", ":planning a strike in May"},
    };
    CHECK(cases);
}

Test(reported, is_a_headline_behind_a_name_and_a_colon)
{
    static const struct said_case cases[] = {
        {"Lind: port opens in May\n\nThe port was shut for a year.", ":port opens in May - Lind"},
    };
    CHECK(cases);
}

Test(reported, is_not_also_what_the_same_verb_quotes)
{
    static const struct said_case cases[] = {
        {"“The port will open,” Anna Lind said on Monday, according to the report.", ""},
        {"“The port will open in May,” Lind said.", ""},
        {"Lind said: “The port will open in May.”", ""},
    };
    CHECK(cases);
}

Test(reported, is_found_in_other_languages_too)
{
    static const struct said_case cases[] = {
        {"Anna Lind sagte am Montag, dass der Hafen wieder offen ist.",
         ":der Hafen wieder offen ist - Anna Lind"},
        {"Der Hafen sei offen, und die Schiffe kämen wieder, sagte Lind.",
         ":Der Hafen sei offen, und die Schiffe kämen wieder - Lind"},
        {"Lind sagte nicht, dass der Hafen offen ist.", ""},
        {"Selon le maire de la ville, le port est ouvert.",
         ":le port est ouvert - le maire de la ville"},
        {"La ministra anunció el martes que el puerto está abierto.",
         ":el puerto está abierto - La ministra"},
        {"Анна Линд заявила, что порт снова открыт.", ":порт снова открыт - Анна Линд"},
        {"Ганна Лінд заявила, що порт знову відкритий.", ":порт знову відкритий - Ганна Лінд"},
        {"Анна Линд не сказала, что порт снова открыт.", ""},
    };
    CHECK(cases);
}
