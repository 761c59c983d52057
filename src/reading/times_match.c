/* SPDX-License-Identifier: ISC */
#include "times_match.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"

static bool is_year(const struct time_token *token)
{
    return token->digits == 4 && !token->suffixed && token->number >= 1000 && token->number < 2200;
}

static bool is_date(const struct time_token *token)
{
    return token->digits >= 1 && token->digits <= 2 && token->number >= 1 && token->number <= 31;
}

/* A month or weekday, where it is written as one. */
static bool take_name(const struct time_tokens *tokens, size_t at, enum time_class class, int *out)
{
    const struct time_word *word = time_tokens_as(tokens, at, class);
    if (!word || (tokens->language->capitals && !tokens->window[at].capital))
        return false;
    *out = word->value;
    return true;
}

static bool take_word(const struct time_tokens *tokens, size_t at, enum time_class class, int *out)
{
    const struct time_word *word = time_tokens_as(tokens, at, class);
    if (word)
        *out = word->value;
    return word != NULL;
}

static bool take_number(const struct time_tokens *tokens, size_t at, int *out)
{
    const struct time_token *token = &tokens->window[at];
    if (token->number > 0 && !token->suffixed) {
        *out = token->number;
        return true;
    }
    return take_word(tokens, at, CLASS_NUMBER, out);
}

static bool take_digits(bool right, const struct time_token *token, int *out)
{
    if (right)
        *out = token->number;
    return right;
}

static bool take_step(const struct time_tokens *tokens, size_t at, const struct time_step *step,
                      struct time_match *out)
{
    const struct time_token *token = &tokens->window[at];
    int literal;
    for (uint32_t w = token->word; step->class == CLASS_LITERAL && w;
         w = tokens->language->words.at[w].next) {
        const struct time_word *word = &tokens->language->words.at[w];
        if (word->class == CLASS_LITERAL && word->value == step->value)
            return true;
    }
    switch (step->class) {
    case CLASS_DAY:
        return take_digits(is_date(token), token, &out->date);
    case CLASS_YEAR:
        return take_digits(is_year(token), token, &out->year);
    case CLASS_MONTH:
        return take_name(tokens, at, CLASS_MONTH, &out->month);
    case CLASS_WEEKDAY:
        return take_name(tokens, at, CLASS_WEEKDAY, &out->weekday);
    case CLASS_SEASON:
        return take_word(tokens, at, CLASS_SEASON, &out->season);
    case CLASS_PART:
        return take_word(tokens, at, CLASS_PART, &out->part);
    case CLASS_UNIT:
        return take_word(tokens, at, CLASS_UNIT, &out->unit);
    case CLASS_PERIOD:
        return take_word(tokens, at, CLASS_UNIT, &literal) && literal != UNIT_DAY &&
               take_word(tokens, at, CLASS_UNIT, &out->unit);
    case CLASS_NUMBER:
        return take_number(tokens, at, &out->number);
    default:
        return false;
    }
}

/* A full stop may follow "Nov", and the day in "18. April". */
static bool may_stop(const struct time_tokens *tokens, size_t at, const struct time_step *step)
{
    const struct time_word *word = time_tokens_as(tokens, at, (enum time_class)step->class);
    return step->class == CLASS_DAY || (word && word->is_short);
}

static bool fits(const struct time_tokens *tokens, size_t first, const struct time_form *form,
                 struct time_match *out)
{
    *out = (struct time_match){.form = form,
                               .first = first,
                               .weekday = -1,
                               .season = -1,
                               .part = -1,
                               .unit = form->unit,
                               .number = 1};
    for (size_t i = 0; i < form->count; i++) {
        size_t at = first + i;
        const struct time_step *step = &form->steps[i];
        if (at >= tokens->len || !take_step(tokens, at, step, out))
            return false;
        if (i && !time_tokens_adjoin(tokens, at - 1, at, step->comma,
                                     may_stop(tokens, at - 1, step - 1)))
            return false;
    }
    out->last = first + form->count - 1;
    return !form->small || !tokens->window[first].capital;
}

static bool has_lead(const struct time_tokens *tokens, size_t first)
{
    return first > 0 && time_tokens_as(tokens, first - 1, CLASS_LEAD) &&
           time_tokens_adjoin(tokens, first - 1, first, false, false);
}

/* A capitalised word follows: "April Green". */
static bool is_first_name(const struct time_tokens *tokens, size_t at)
{
    return at + 1 < tokens->len && tokens->window[at + 1].capital &&
           time_tokens_adjoin(tokens, at, at + 1, false, false);
}

/* A name that stands alone may be no month: short ones never are, doubtful ones behind a lead. */
static bool name_is_right(const struct time_tokens *tokens, const struct time_match *match,
                          enum time_class class)
{
    const struct time_word *word = time_tokens_as(tokens, match->last, class);
    if (!word || match->year || match->date)
        return true;
    if (word->is_short)
        return false;
    if (!word->is_doubtful || match->first < match->last)
        return true;
    return has_lead(tokens, match->first) && !is_first_name(tokens, match->last);
}

static bool is_sign_of_amount(uint32_t c)
{
    return c == '$' || c == '#' || c == '%' || c == 0x20AC || c == 0xA3 || c == 0xA5 || c == '/' ||
           c == '@' || c == ':' || c == '=' || c == '_' || c == '+';
}

/* Whether a bare number of four digits is a year. */
static bool year_is_right(const struct time_tokens *tokens, struct time_match *match)
{
    size_t at = match->first;
    uint32_t before = time_tokens_before(tokens, at), behind = time_tokens_behind(tokens, at);
    match->sure_year = has_lead(tokens, at) || match->last > at;
    if (is_sign_of_amount(before) || is_sign_of_amount(behind) || before == '.' || before == ',' ||
        (at > 0 && time_tokens_as(tokens, at - 1, CLASS_NUMBERED)))
        return false;
    if (at + 1 < tokens->len && time_tokens_as(tokens, at + 1, CLASS_COUNTED))
        return false;
    bool digits_follow =
        at + 1 < tokens->len && tokens->window[at + 1].digits == 3 && behind == ',';
    bool modern = match->year >= 1900 && match->year < 2100;
    return !digits_follow && (modern || match->sure_year);
}

static bool is_right(const struct time_tokens *tokens, struct time_match *match)
{
    unsigned classes = match->form->classes;
    if (classes == BIT(CLASS_YEAR) || (match->form->steps[0].class == CLASS_YEAR))
        return year_is_right(tokens, match);
    if (classes & BIT(CLASS_MONTH))
        return name_is_right(tokens, match, CLASS_MONTH);
    if (classes & BIT(CLASS_WEEKDAY))
        return name_is_right(tokens, match, CLASS_WEEKDAY);
    return true;
}

/* The sign that alone stands between words A and the next; 0 where it is not alone. */
static char sign_between(const struct time_tokens *tokens, size_t a)
{
    size_t at = tokens->window[a].span.end;
    return tokens->window[a + 1].span.start == at + 1 ? tokens->text.at[at] : '\0';
}

/* Day and month of "3/4/2025": which is which. False where nobody can say. */
static bool order_numbers(enum times_order order, bool day_first, struct time_match *out, int a,
                          int b)
{
    if (a > 12 || a == b || order == TIMES_ORDER_DAY_FIRST)
        day_first = true;
    else if (b > 12 || order == TIMES_ORDER_MONTH_FIRST)
        day_first = false;
    else if (!day_first)
        return false;
    out->date = day_first ? a : b;
    out->month = day_first ? b : a;
    return out->month <= 12;
}

/* 2025-04-18, 2025/4/18, 18/04/2025, 18.04.2025. */
static bool match_digits(const struct time_tokens *tokens, enum times_order order, size_t first,
                         struct time_match *out)
{
    const struct time_token *t = &tokens->window[first];
    if (first + 2 >= tokens->len || t[0].number < 1 || t[1].number < 1 || t[2].number < 1)
        return false;
    char sign = sign_between(tokens, first);
    if (time_tokens_before(tokens, first) == '/') /* of an address in the web */
        return false;
    if (sign != sign_between(tokens, first + 1) || !(sign == '-' || sign == '/' || sign == '.'))
        return false;
    *out = (struct time_match){.first = first,
                               .last = first + 2,
                               .weekday = -1,
                               .season = -1,
                               .part = -1,
                               .unit = -1,
                               .number = 1};
    if (is_year(&t[0]) && is_date(&t[1]) && t[1].number <= 12 && is_date(&t[2])) {
        out->year = t[0].number;
        out->month = t[1].number;
        out->date = t[2].number;
        return true;
    }
    out->year = t[2].number;
    return is_year(&t[2]) && is_date(&t[0]) && is_date(&t[1]) && !t[0].suffixed &&
           order_numbers(order, sign == '.' || tokens->language->day_first, out, t[0].number,
                         t[1].number);
}

/* The longest of the forms in GROUP that fits better than *OUT, where that is FOUND. */
static bool match_group(const struct time_tokens *tokens, size_t first, uint32_t group, bool found,
                        struct time_match *out)
{
    const struct times_language *language = tokens->language;
    struct time_match match;
    for (uint32_t i = language->first[group]; i < language->first[group + 1]; i++) {
        const struct time_form *form = &language->forms.at[language->order[i]];
        if (found && form->count <= out->last - out->first + 1)
            continue;
        if (fits(tokens, first, form, &match) && is_right(tokens, &match)) {
            *out = match;
            found = true;
        }
    }
    return found;
}

/* The forms that begin with a word in digits. */
static bool match_number(const struct time_tokens *tokens, size_t first, struct time_match *out)
{
    static const enum time_class classes[] = {CLASS_DAY, CLASS_YEAR, CLASS_NUMBER};
    bool found = false;
    for (size_t i = 0; i < COUNT(classes); i++)
        found = match_group(tokens, first, classes[i], found, out);
    return found;
}

bool time_match(const struct time_tokens *tokens, enum times_order order, size_t first,
                struct time_match *out)
{
    const struct times_language *language = tokens->language;
    bool found = false;
    if (tokens->window[first].digits)
        return match_digits(tokens, order, first, out) || match_number(tokens, first, out);
    for (uint32_t w = tokens->window[first].word; w; w = language->words.at[w].next) {
        const struct time_word *word = &language->words.at[w];
        struct time_step step = {word->class, word->value, false};
        found = match_group(tokens, first, time_form_group(&step), found, out);
        if (word->class == CLASS_UNIT)
            found = match_group(tokens, first, CLASS_PERIOD, found, out);
    }
    return found;
}
