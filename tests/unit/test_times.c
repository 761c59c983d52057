/* SPDX-License-Identifier: ISC */
#include "dossier/reading/times.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"

#include <criterion/criterion.h>
#include <time.h>

#define MONDAY "2024-06-10" /* the day that most are seen from */

/* What is said, and how it is read: "text from..to precision basis", parted by "; ". */
struct said {
    const char *text, *times;
};

static void put_times(struct str text, const struct times *times, struct buf *out)
{
    for (size_t i = 0; i < times->len; i++) {
        const struct time_said *said = &times->at[i];
        char from[DAY_TEXT], to[DAY_TEXT];
        day_iso(said->from, from);
        day_iso(said->to, to);
        buf_printf(out, "%s%.*s %s", i ? "; " : "", STR_ARG(span_of(text, said->span)), from);
        if (said->to != said->from)
            buf_printf(out, "..%s", to);
        buf_printf(out, " %s %s", time_precision_name(said->precision),
                   time_basis_name(said->basis));
    }
}

static void expect_as(const char *chars, const char *reference, enum times_order order,
                      const char *times)
{
    struct arena *arena = arena_new();
    struct str text = str_of(chars);
    struct times found = {0};
    struct buf out = {0};
    day from = DAY_NONE;
    if (reference)
        cr_assert(day_parse(str_of(reference), &from));
    struct times_reader reader = times_reader(text, order);
    times_in(&reader, (struct span){0, (uint32_t)text.len}, from, arena, &found);
    put_times(text, &found, &out);
    cr_expect(str_is(buf_view(&out), times), "%s\n  wanted %s\n  found  %.*s", chars, times,
              STR_ARG(buf_view(&out)));
    buf_free(&out);
    arena_free(arena);
}

static void expect_all(const struct said *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect_as(cases[i].text, MONDAY, TIMES_ORDER_AUTO, cases[i].times);
}

Test(times, are_read_where_day_month_and_year_are_stated)
{
    static const struct said cases[] = {
        {"The bridge was opened on 18 April 2023 by the mayor.",
         "18 April 2023 2023-04-18 day stated"},
        {"The bridge was opened on April 18, 2023, by the mayor.",
         "April 18, 2023 2023-04-18 day stated"},
        {"It was on the 3rd of March, 2019.", "the 3rd of March, 2019 2019-03-03 day stated"},
        {"It was Tuesday, Feb. 14, 2023.", "Tuesday, Feb. 14, 2023 2023-02-14 day stated"},
        {"Filed 2023-04-18 by the clerk.", "2023-04-18 2023-04-18 day stated"},
        {"Filed 2023-04-18T09:30 by the clerk.", "2023-04-18T09 2023-04-18 day stated"},
        {"The treaty of May 2021 was signed.", "May 2021 2021-05-01..2021-05-31 month stated"},
        {"The flood of 1953 was worse.", "1953 1953-01-01..1953-12-31 year stated"},
    };
    expect_all(cases, COUNT(cases));
}

Test(times, in_digits_are_read_by_what_the_numbers_allow_and_else_by_the_option)
{
    expect_as("Filed 18/04/2023.", MONDAY, TIMES_ORDER_AUTO, "18/04/2023 2023-04-18 day stated");
    expect_as("Filed 04/18/2023.", MONDAY, TIMES_ORDER_AUTO, "04/18/2023 2023-04-18 day stated");
    expect_as("Filed 03/04/2023 by the clerk.", MONDAY, TIMES_ORDER_AUTO, "");
    expect_as("Filed 03/04/2023.", MONDAY, TIMES_ORDER_DAY_FIRST,
              "03/04/2023 2023-04-03 day stated");
    expect_as("Filed 03/04/2023.", MONDAY, TIMES_ORDER_MONTH_FIRST,
              "03/04/2023 2023-03-04 day stated");
    expect_as("Filed 31/31/2023.", MONDAY, TIMES_ORDER_AUTO, "");
}

Test(times, without_a_year_are_the_nearest_and_rather_past)
{
    static const struct said cases[] = {
        {"The dam broke on Nov. 3.", "Nov. 3 2023-11-03 day stated"},
        {"The dam broke on June 28.", "June 28 2024-06-28 day stated"},
        {"The vote was held in October.", "October 2023-10-01..2023-10-31 month stated"},
        {"The vote will be held in October.", "October 2024-10-01..2024-10-31 month stated"},
        {"It began last June.", "last June 2023-06-01..2023-06-30 month stated"},
        {"They met on May 4 and 6 there.", "May 4 2024-05-04 day stated; 6 2024-05-06 day stated"},
    };
    expect_all(cases, COUNT(cases));
}

Test(times, by_weekday_are_past_unless_the_sentence_looks_ahead)
{
    static const struct said cases[] = {
        {"The council met on Thursday.", "Thursday 2024-06-06 day weekday"},
        {"The council met on Monday.", "Monday 2024-06-10 day weekday"},
        {"The council will meet on Thursday.", "Thursday 2024-06-13 day weekday"},
        {"She said she will fight Thursday's ruling.", "Thursday 2024-06-06 day weekday"},
        {"The council met last Monday.", "last Monday 2024-06-03 day weekday"},
        {"The council meets next Friday.", "next Friday 2024-06-14 day weekday"},
        {"The vote was postponed until Thursday.",
         "postponed until Thursday 2024-06-13 day weekday"},
    };
    expect_all(cases, COUNT(cases));
}

Test(times, seen_from_a_day_have_the_span_of_their_unit)
{
    static const struct said cases[] = {
        {"It rained yesterday.", "yesterday 2024-06-09 day relative"},
        {"It rains today and tomorrow.",
         "today 2024-06-10 day relative; tomorrow 2024-06-11 day relative"},
        {"It rained last week.", "last week 2024-06-03..2024-06-09 week relative"},
        {"It rained late last month.", "late last month 2024-05-21..2024-05-31 month relative"},
        {"It rained earlier this month.",
         "earlier this month 2024-06-01..2024-06-10 month relative"},
        {"It rained earlier this summer.",
         "earlier this summer 2024-06-01..2024-06-10 month relative"},
        {"It rained last autumn.", "last autumn 2023-09-01..2023-11-30 month relative"},
        {"It rained last year.", "last year 2023-01-01..2023-12-31 year relative"},
        {"It rained two months ago.", "two months ago 2024-04-01..2024-04-30 month relative"},
        {"It rained 11 days ago.", "11 days ago 2024-05-30 day relative"},
        {"It rained last weekend.", "last weekend 2024-06-08..2024-06-09 day relative"},
        {"She was born in 1998 and left later that year.",
         "1998 1998-01-01..1998-12-31 year stated; later that year 1998-01-01..1998-12-31 year "
         "relative"},
        {"It rained in May this year.", "May this year 2024-05-01..2024-05-31 month stated"},
        {"It was sold on Black Friday.", "Black Friday 2023-11-24 day stated"},
        {"They met on Thanksgiving Day.", "Thanksgiving Day 2023-11-23 day stated"},
    };
    expect_all(cases, COUNT(cases));
}

Test(times, are_not_seen_in_names_and_amounts)
{
    static const struct said cases[] = {
        {"May Brown may go, and April Green marches on.", ""},
        {"The Sun and the Sat phone were sold for $2000.", ""},
        {"Some 1950 people and 2,019 dogs ran 1999 miles.", ""},
        {"Under Resolution 1973 it was banned.", ""},
        {"She sold 12 in March, 20 of them red.", "March 2024-03-01..2024-03-31 month stated"},
        {"It closed on the 31st of June.", ""},
        {"It happened on Bloody Sunday, not on Good Friday.", ""},
        {"They walked in the March of the Mothers.", ""},
        {"See the page https://news.example/2023/09/07/bridge for more.", ""},
    };
    expect_all(cases, COUNT(cases));
}

Test(times, that_need_a_day_are_left_out_where_none_is_known)
{
    expect_as("He came on Tuesday, 4 May 2021, and left yesterday, in June.", NULL,
              TIMES_ORDER_AUTO, "Tuesday, 4 May 2021 2021-05-04 day stated");
}

Test(times, are_read_in_six_languages)
{
    static const struct said cases[] = {
        {"Die Brücke wurde am 18. April 2023 von der Bürgermeisterin eröffnet und am Donnerstag "
         "wieder gesperrt.",
         "18. April 2023 2023-04-18 day stated; Donnerstag 2024-06-06 day weekday"},
        {"Das ist der Stand von gestern: vor zwei Wochen und Ende Mai war es nicht so.",
         "gestern 2024-06-09 day relative; vor zwei Wochen 2024-05-27..2024-06-02 week relative; "
         "Ende Mai 2024-05-21..2024-05-31 month stated"},
        {"Le pont a été ouvert le 1er mai 2023 par la maire, et fermé jeudi dernier.",
         "1er mai 2023 2023-05-01 day stated; jeudi dernier 2024-06-06 day weekday"},
        {"Il est parti hier; aujourd’hui, elle est dans la ville, comme il y a trois jours.",
         "hier 2024-06-09 day relative; aujourd’hui 2024-06-10 day relative; il y a trois jours "
         "2024-06-07 day relative"},
        {"El puente se abrió el 18 de abril de 2023, y la semana pasada lo cerraron.",
         "18 de abril de 2023 2023-04-18 day stated; semana pasada 2024-06-03..2024-06-09 week "
         "relative"},
        {"Los vecinos volverán mañana por la mañana, y no el jueves.",
         "mañana 2024-06-11 day relative; jueves 2024-06-06 day weekday"},
        {"Міст відкрили 18 квітня 2023 року, а минулого тижня його закрили, і це не все.",
         "18 квітня 2023 року 2023-04-18 day stated; минулого тижня 2024-06-03..2024-06-09 week "
         "relative"},
        {"Це було у четвер, а не вчора, і про це він не сказав.",
         "четвер 2024-06-06 day weekday; вчора 2024-06-09 day relative"},
        {"Мост открыли 18 апреля 2023 года, а на прошлой неделе его закрыли, и это не всё.",
         "18 апреля 2023 года 2023-04-18 day stated; прошлой неделе 2024-06-03..2024-06-09 week "
         "relative"},
        {"Это было в среду, 5 июня, и об этом он не сказал ни сегодня, ни два дня назад.",
         "среду, 5 июня 2024-06-05 day stated; сегодня 2024-06-10 day relative; два дня назад "
         "2024-06-08 day relative"},
    };
    expect_all(cases, COUNT(cases));
}

Test(times, are_said_in_words_whose_files_are_in_order)
{
    const struct problems *problems = times_problems();
    cr_expect_eq(problems->len, 0);
    for (size_t i = 0; i < problems->len; i++)
        cr_expect(false, "%.*s: %.*s", STR_ARG(problems->at[i].file),
                  STR_ARG(problems->at[i].message));
}

Test(times, of_a_large_text_take_time_that_grows_with_it_only)
{
    struct arena *arena = arena_new();
    struct buf text = {0};
    struct times found = {0};
    for (int i = 0; i < 200000; i++)
        buf_chars(&text, i % 4 ? "in the last of May 5 " : "1998\n\n\n\n");
    struct times_reader reader = times_reader(buf_view(&text), TIMES_ORDER_AUTO);
    clock_t begin = clock();
    times_in(&reader, (struct span){0, (uint32_t)text.len}, 19000, arena, &found);
    cr_expect_eq(found.len, 150001, "%zu", found.len);
    cr_expect((clock() - begin) / CLOCKS_PER_SEC < 5);
    buf_free(&text);
    arena_free(arena);
}
