/* SPDX-License-Identifier: ISC */
/* Tense, as far as single words tell it: the nearest one counts, those before a time first. */
#include "dossier/text/chars.h"
#include "times_match.h"

#define CONTEXT 10 /* words before a time that are asked where it lies */
#define BEHIND 10

static bool has_past_ending(const struct time_tokens *tokens, size_t at)
{
    const struct times_language *language = tokens->language;
    struct str word = span_of(tokens->text, tokens->window[at].span);
    for (size_t i = 0; i < language->past_endings.len; i++) {
        if (word.len > language->past_endings.at[i].len + 2 &&
            str_ends(word, language->past_endings.at[i]))
            return !tokens->window[at].capital;
    }
    return false;
}

static int points(const struct time_tokens *tokens, size_t at)
{
    if (time_tokens_as(tokens, at, CLASS_FUTURE) &&
        !(tokens->window[at].capital && time_tokens_as(tokens, at, CLASS_MONTH)))
        return 1;
    if (!time_tokens_as(tokens, at, CLASS_PAST) && !has_past_ending(tokens, at))
        return 0;
    /* "will be held" */
    return (at > 0 && time_tokens_as(tokens, at - 1, CLASS_FUTURE)) ||
                   (at > 1 && time_tokens_as(tokens, at - 2, CLASS_FUTURE))
               ? 1
               : -1;
}

/* "Tuesday's ruling" has been. */
static bool is_possessive(const struct time_tokens *tokens, size_t last)
{
    struct str next =
        last + 1 < tokens->len ? span_of(tokens->text, tokens->window[last + 1].span) : STR("");
    return str_is(next, "s") && char_is_apostrophe(time_tokens_behind(tokens, last));
}

/* What the words before MATCH in its sentence tell; *FAR: how many words away. */
static int direction_before(const struct time_tokens *tokens, const struct time_match *match,
                            size_t *far)
{
    for (size_t i = 1; i <= CONTEXT && i <= match->first; i++) {
        size_t at = match->first - i;
        if (time_tokens_break(tokens, at))
            return 0;
        int direction = points(tokens, at);
        *far = i;
        if (direction)
            return direction;
    }
    return 0;
}

static int direction_behind(const struct time_tokens *tokens, const struct time_match *match)
{
    for (size_t at = match->last; at + 1 < tokens->len && at < match->last + BEHIND; at++) {
        if (time_tokens_break(tokens, at))
            return 0;
        int direction = points(tokens, at + 1);
        if (direction)
            return direction;
    }
    return 0;
}

int time_direction(const struct time_tokens *tokens, const struct time_match *match, bool *told)
{
    size_t far = 0;
    *told = false;
    if (is_possessive(tokens, match->last))
        return -1;
    int direction = direction_before(tokens, match, &far);
    *told = direction < 0 ? far <= 2 : direction > 0 && far <= 4;
    return direction ? direction : direction_behind(tokens, match);
}
