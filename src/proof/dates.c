/* SPDX-License-Identifier: ISC */
#include "dates.h"

#include "dossier/base/memory.h"
#include "dossier/text/words.h"

#include <stdlib.h>

struct token {
    struct span span;
    int number; /* of one to four digits, else -1 */
    size_t digits;
    int month; /* 1 to 12, by name */
};

static int month_named(struct str word)
{
    static const char *const months[] = {"january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december"};
    for (int i = 0; i < 12; i++) {
        struct str month = str_of(months[i]);
        bool is_short = word.len == 3 || (word.len == 4 && i == 8);
        if (str_eq_nocase(word, month) ||
            (is_short && str_eq_nocase(word, str_sub(month, 0, word.len))))
            return i + 1;
    }
    return 0;
}

static struct token token_of(struct str text, struct span span)
{
    struct str word = span_of(text, span);
    struct token token = {.span = span, .number = -1};
    long number;
    struct str digits = word;
    if (word.len > 2 && word.len <= 4 && (word.at[word.len - 1] | 32) >= 'a')
        digits = str_sub(word, 0, word.len - 2); /* 20th */
    if (digits.len <= 4 && str_number(digits, &number) && number >= 0) {
        token.number = (int)number;
        token.digits = digits.len;
    }
    if (word.len && word.at[0] >= 'A' && word.at[0] <= 'Z')
        token.month = month_named(word);
    return token;
}

static bool is_day(const struct token *token)
{
    return token->number >= 1 && token->number <= 31 && token->digits <= 2;
}

static bool is_year(const struct token *token)
{
    return token->digits == 4 && token->number >= 1500 && token->number <= 2500;
}

/* The tokens stand beside each other, as in one date. */
static bool is_beside(const struct token *a, const struct token *b)
{
    return b->span.start - a->span.end <= 3;
}

/* A date of up to three TOKENS; how many it takes, 0 where it is none. */
static size_t read_date(const struct token *t, size_t count, struct date_named *out)
{
    bool two = count > 1 && is_beside(&t[0], &t[1]);
    bool three = two && count > 2 && is_beside(&t[1], &t[2]);
    *out = (struct date_named){.span = t[0].span};
    size_t used = 0;
    if (three && is_year(&t[0]) && t[1].digits == 2 && t[1].number <= 12 && is_day(&t[2])) {
        *out = (struct date_named){t[0].number, t[1].number, t[2].number, {0, 0}};
        used = 3;
    } else if (two && is_day(&t[0]) && t[1].month) {
        *out = (struct date_named){0, t[1].month, t[0].number, {0, 0}};
        used = 2;
    } else if (two && t[0].month && is_day(&t[1])) {
        *out = (struct date_named){0, t[0].month, t[1].number, {0, 0}};
        used = 2;
    } else if (two && t[0].month && is_year(&t[1])) {
        *out = (struct date_named){t[1].number, t[0].month, 0, {0, 0}};
        used = 2;
    }
    if (used == 2 && out->date && three && is_year(&t[2])) {
        out->year = t[2].number;
        used = 3;
    }
    if (used)
        out->span = (struct span){t[0].span.start, t[used - 1].span.end};
    return used;
}

void dates_find(struct arena *arena, struct str text, struct span span, struct dates_named *out)
{
    struct {
        struct token *at;
        size_t len, cap;
    } tokens = {0};
    struct buf key = {0};
    struct span word;
    struct str all = str_sub(text, 0, span.end);
    for (size_t at = span.start; words_next(all, &at, &word, &key);)
        *vec_add(NULL, &tokens) = token_of(text, word);
    for (size_t i = 0; i < tokens.len;) {
        struct date_named date;
        size_t used = read_date(&tokens.at[i], tokens.len - i, &date);
        if (used)
            *vec_add(arena, out) = date;
        i += used ? used : 1;
    }
    buf_free(&key);
    vec_free(&tokens);
}

static day first_of(int year, int month, int date)
{
    return day_of(year, month, date ? date : 1);
}

void dates_range(const struct date_named *date, day near, day *from, day *to)
{
    int year = date->year, month, d;
    if (!year && near != DAY_NONE) {
        int best = 0, middle;
        day_split(near, &middle, &month, &d);
        for (int y = middle - 1; y <= middle + 1; y++) {
            day at = first_of(y, date->month, date->date);
            int far = at == DAY_NONE ? 1000 : abs(at - near);
            if (!year || far < best) {
                year = y;
                best = far;
            }
        }
    }
    *from = *to = year ? first_of(year, date->month, date->date) : DAY_NONE;
    if (date->date || *from == DAY_NONE)
        return;
    day next = date->month == 12 ? day_of(year + 1, 1, 1) : day_of(year, date->month + 1, 1);
    *to = next == DAY_NONE ? *from : next - 1;
}
