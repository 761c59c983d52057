/* SPDX-License-Identifier: ISC */
/* Who reports it, over a whole article. */
#include "said.h"

static const char outlets[] = "actors:\n"
                              "  - {id: axios, name: Axios, kind: outlet}\n"
                              "  - {id: reuters, name: Reuters, kind: outlet}\n";

/* What is said: its words, " - " and the speaker as printed, " < " and who reports it. */
static void add(const struct quotation *q, struct str text, struct buf *out)
{
    buf_chars(out, out->len ? "; " : "");
    buf_str(out, span_of(text, q->span));
    if (quotation_has(q->speaker_span)) {
        buf_chars(out, " - ");
        buf_str(out, span_of(text, q->speaker_span));
    }
    if (quotation_has(q->via)) {
        buf_chars(out, " < ");
        buf_str(out, span_of(text, q->via));
    }
    cr_expect_eq(quotation_has(q->via), q->via_how != VIA_NONE);
}

static void check_of(const char *source, const struct said_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct said_small small = said_open(outlets, source, cases[i].text);
        struct str text = corpus_article(&small.library->corpus, 0)->text;
        struct buf found = {0};
        for (size_t j = 0; j < small.found.len; j++)
            add(&small.found.at[j], text, &found);
        cr_expect(str_is(buf_view(&found), cases[i].said), "in “%s”\n  found  %.*s\n  wanted %s",
                  cases[i].text, STR_ARG(buf_view(&found)), cases[i].said);
        buf_free(&found);
        said_close(&small);
    }
}

#define CHECK(cases) check_of(NULL, cases, COUNT(cases))

Test(via, is_the_report_that_an_article_opens_with_where_later_words_go_back_to_it)
{
    static const struct said_case cases[] = {
        {"Axios reports that the port will close.\n\n“It is over,” Lind said, according to the "
         "report.",
         "the port will close - Axios; It is over, - Lind < Axios"},
        {"The port will close, according to Axios.\n\n“It is over,” Lind told the outlet.",
         "The port will close - Axios; It is over, - Lind < Axios"},
        {"An aide told Axios that the port will close.\n\nThe outlet writes that Lind was not "
         "asked.",
         "the port will close - An aide < Axios; Lind was not asked - The outlet < Axios"},
        {"Axios reports that the port will close.\n\nThe port is too small, the newspaper said.",
         "the port will close - Axios; The port is too small - the newspaper < Axios"},
        {"Axios reports that the port will close.\n\n“It is over,” Lind said on Monday.",
         "the port will close - Axios; It is over, - Lind"},
    };
    CHECK(cases);
}

Test(via, is_the_report_for_those_whom_it_cites)
{
    static const struct said_case cases[] = {
        {"The port will close, Axios reports, citing two officials.\n\n“It is over,” one of the "
         "officials said.",
         "The port will close - Axios; It is over, - one of the officials < Axios"},
        {"An official told Axios that the port will close.\n\nThe source said that Lind knew of "
         "it.",
         "the port will close - An official < Axios; Lind knew of it - The source < Axios"},
        {"The port will close, Axios reports, citing two officials.\n\n“It is over,” a senior "
         "official said.",
         "The port will close - Axios; It is over, - a senior official"},
        {"The port will close, Axios reports, citing two officials.\n\n“It is over,” the Norland "
         "officials said.",
         "The port will close - Axios; It is over, - the Norland officials"},
        {"The port will close, Axios reports, citing two officials.\n\nA diplomat said that he "
         "doubts it. “It is over,” the officials said.",
         "The port will close - Axios; he doubts it - A diplomat; It is over, - the officials"},
    };
    CHECK(cases);
}

Test(via, is_kept_where_a_quotation_runs_on)
{
    static const struct said_case cases[] = {
        {"Axios reports that the port will close.\n\n“It is over,” Lind told the outlet. “Nobody "
         "asked us.”",
         "the port will close - Axios; It is over, - Lind < Axios; Nobody asked us. - Lind < "
         "Axios"},
    };
    CHECK(cases);
}

Test(via, is_silent_as_soon_as_another_outlet_is_named)
{
    static const struct said_case cases[] = {
        {"Axios reports that the port will close.\n\nReuters had more.\n\n“It is over,” Lind said, "
         "according to the report.",
         "the port will close - Axios; It is over, - Lind"},
        {"Reuters had it first. Axios reports that the port will close.\n\n“It is over,” Lind told "
         "the outlet.",
         "the port will close - Axios; It is over, - Lind"},
    };
    CHECK(cases);
}

Test(via, is_silent_where_another_report_may_be_meant)
{
    static const struct said_case cases[] = {
        {"Axios reports that the port will close.\n\nA report by the council said that it is "
         "small. “It is over,” Lind said, according to the report.",
         "the port will close - Axios; it is small - A report by the council; It is over, - Lind"},
        {"Axios reports that the port will close.\n\n“It is over,” Lind said, according to the "
         "report of the council.",
         "the port will close - Axios; It is over, - Lind"},
    };
    CHECK(cases);
}

Test(via, is_silent_where_a_name_has_the_word)
{
    static const struct said_case cases[] = {
        {"Axios reports that the port will close.\n\n“It is over,” Lind told the Agency.",
         "the port will close - Axios; It is over, - Lind"},
        {"Axios reports that the port will close. The Harbour Agency was closed too.\n\n“It is "
         "over,” Lind told the agency.",
         "the port will close - Axios; It is over, - Lind"},
    };
    CHECK(cases);
}

Test(via, is_silent_where_the_article_does_not_open_with_a_report)
{
    static const struct said_case cases[] = {
        {"The port will close.\n\n“It is over,” Lind said, according to the report.",
         "It is over, - Lind"},
        {"Axios has a new office at the port.\n\n“It is over,” Lind said, according to the report.",
         "It is over, - Lind"},
        {"One.\n\nTwo.\n\nThree.\n\nFour.\n\nAxios reports that the port will close.\n\n“It is "
         "over,” Lind told the outlet.",
         "the port will close - Axios; It is over, - Lind"},
    };
    CHECK(cases);
}

Test(via, is_found_in_other_languages_by_their_own_words)
{
    static const struct said_case cases[] = {
        {"Laut Axios soll der Hafen im Mai schließen.\n\n„Es ist vorbei“, sagte Lind dem Blatt.",
         "soll der Hafen im Mai schließen - Axios; Es ist vorbei - Lind < Axios"},
        {"Le port va fermer en mai, selon Axios.\n\n« C’est fini », a confié Lind au journal.",
         "Le port va fermer en mai - Axios; C’est fini - Lind < Axios"},
        {"El puerto cerrará en mayo, según Axios.\n\n«Se acabó», dijo Lind al diario.",
         "El puerto cerrará en mayo - Axios; Se acabó - Lind < Axios"},
        {"По данным Axios, порт закроют в мае.\n\n«Всё кончено», — сказал Линд изданию.",
         "порт закроют в мае - Axios; Всё кончено - Линд < Axios"},
        {"За даними Axios, порт закриють у травні.\n\n«Усе скінчено», — сказав Лінд виданню.",
         "порт закриють у травні - Axios; Усе скінчено - Лінд < Axios"},
    };
    CHECK(cases);
}

Test(via, is_not_the_articles_own_outlet)
{
    static const struct said_case cases[] = {
        {"Axios reports that the port will close.\n\n“It is over,” Lind told the outlet.",
         "the port will close - Axios; It is over, - Lind"},
    };
    check_of("Axios", cases, COUNT(cases));
}
