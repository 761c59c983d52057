/* SPDX-License-Identifier: ISC */
/* Words end at apostrophes and hyphens; but who quotes "lethal aid" from "non-lethal aid", or "600"
 * from "600,000", quotes what was not said. */
#include "edges.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

static uint32_t next_seen(struct str text, size_t *at)
{
    while (*at < text.len) {
        uint32_t c = utf8_next(text, at);
        if (!char_is_ignored(c))
            return c;
    }
    return 0;
}

static uint32_t before_seen(struct str text, size_t *at)
{
    while (*at > 0) {
        uint32_t c = utf8_before(text, at);
        if (!char_is_ignored(c))
            return c;
    }
    return 0;
}

static bool is_word(uint32_t c)
{
    return c && char_is_word(c);
}

static bool is_digit(uint32_t c)
{
    return c && char_is_digit(c);
}

/* Joins the letters on its two sides to one word. */
static bool is_joining(uint32_t c)
{
    return char_is_apostrophe(c) || c == '-' || c == 0x2010 || c == 0x2011;
}

/* Joins digits to one number. */
static bool joins_digits(uint32_t c)
{
    return c == '.' || c == ',' || c == ':' || c == '/' || char_is_apostrophe(c);
}

/* MARK stands inside a word, or inside a number. */
static bool holds_together(uint32_t before, uint32_t mark, uint32_t after)
{
    return (is_joining(mark) && is_word(before) && is_word(after)) ||
           (joins_digits(mark) && is_digit(before) && is_digit(after));
}

static bool turns_meaning(struct str prefix)
{
    static const char *const prefixes[] = {"non", "anti",   "un",     "counter", "ex",
                                           "no",  "pseudo", "former", "semi",    "ultra"};
    for (size_t i = 0; i < COUNT(prefixes); i++) {
        if (str_eq_nocase(prefix, str_of(prefixes[i])))
            return true;
    }
    return false;
}

static struct str word_before(struct str text, size_t end)
{
    size_t start = end;
    for (size_t back = end; back > 0 && is_word(before_seen(text, &back));)
        start = back;
    return str_sub(text, start, end);
}

static void raise_cut(enum cut *cut, enum cut to)
{
    if (*cut < to)
        *cut = to;
}

bool edges_begin(struct str text, size_t at, enum cut *cut)
{
    size_t ahead = at, back = at;
    uint32_t first = next_seen(text, &ahead), before = before_seen(text, &back);
    size_t further = back;
    uint32_t second = before_seen(text, &further);
    if (!is_word(first))
        return !holds_together(before, first, next_seen(text, &ahead));
    if (!words_bound(text, at))
        return false;
    if (is_digit(first) && ((joins_digits(before) && is_digit(second)) ||
                            (char_is_dash(before) && !is_word(second)) || before == '+'))
        raise_cut(cut, CUT_MEANING);
    else if (before && is_joining(before) && is_word(second))
        raise_cut(cut, turns_meaning(word_before(text, back)) ? CUT_MEANING : CUT_WORD);
    return true;
}

/* n’t: what stands before it means the contrary. */
static bool is_negation(struct str text, size_t at, uint32_t last)
{
    uint32_t t = next_seen(text, &at), behind = next_seen(text, &at);
    return (last == 'n' || last == 'N') && (t == 't' || t == 'T') && !is_word(behind);
}

bool edges_end(struct str text, size_t at, enum cut *cut)
{
    size_t ahead = at, back = at;
    uint32_t last = before_seen(text, &back), after = next_seen(text, &ahead);
    size_t further = ahead;
    uint32_t second = next_seen(text, &further);
    if (!is_word(last))
        return !holds_together(before_seen(text, &back), last, after);
    if (!words_bound(text, at))
        return false;
    if (is_digit(last) &&
        ((joins_digits(after) && is_digit(second)) || after == '%' || after == 0x2030))
        raise_cut(cut, CUT_MEANING);
    else if (after && is_joining(after) && is_word(second))
        raise_cut(cut, char_is_apostrophe(after) && is_negation(text, ahead, last) ? CUT_MEANING
                                                                                   : CUT_WORD);
    return true;
}
