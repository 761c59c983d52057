/* SPDX-License-Identifier: ISC */
/* A mark is judged by its shape and by what stands on its two sides. The same sign opens in one
 * language and closes in another, and the single one is an apostrophe more often than not. */
#include "dossier/text/quote_signs.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#include <ctype.h>

static const struct {
    uint32_t open, close;
} pairs[] = {{0x2039, 0x203A}, {0x300C, 0x300D}, {0x300E, 0x300F},
             {0x300A, 0x300B}, {0x301D, 0x301E}, {0xFF62, 0xFF63}};

/* What stands around a mark: 0 at an end. */
struct around {
    uint32_t c, before, after;
    size_t end;
};

static struct around look(struct str text, size_t at)
{
    struct around around = {.end = at};
    around.c = utf8_next(text, &around.end);
    size_t next = around.end, back = at;
    if (next < text.len)
        around.after = utf8_next(text, &next);
    if (back > 0)
        around.before = utf8_before(text, &back);
    return around;
}

static bool is_word(uint32_t c)
{
    return c && char_is_word(c);
}

static bool is_blank(uint32_t c)
{
    return !c || char_is_space(c);
}

/* What may stand before a mark that opens. */
static bool leads(uint32_t c)
{
    return is_blank(c) || c == '(' || c == '[' || c == '/' || char_is_dash(c) || c == 0x2026 ||
           (char_is_quote(c) && c != 0x2019 && c != 0x201D) || c == ':';
}

/* What may stand behind a mark that closes. */
static bool trails(uint32_t c)
{
    return is_blank(c) || (!is_word(c) && c != '(' && c != '[');
}

static bool has_opening_shape(const struct around *around)
{
    return leads(around->before) && !is_blank(around->after);
}

static bool has_closing_shape(const struct around *around)
{
    return !is_blank(around->before) && trails(around->after);
}

static bool opens_double(const struct around *around)
{
    switch (around->c) {
    case 0x201E:
    case 0x201F:
        return true;
    case 0x201C:
        return !has_closing_shape(around) || has_opening_shape(around);
    case 0x201D: /* in Swedish */
        return leads(around->before) && is_word(around->after);
    case '"':
    case 0xFF02:
        return has_opening_shape(around) || (!is_blank(around->after) && !is_word(around->before) &&
                                             around->before != '=' && !trails(around->after));
    default:
        return false;
    }
}

static bool opens_single(const struct around *around)
{
    switch (around->c) {
    case 0x201A:
        return true;
    case 0x2018:
    case 0x201B:
    case '\'':
        return leads(around->before) && !is_blank(around->after);
    default:
        return false;
    }
}

bool quote_opens(struct str text, size_t at, struct quote_sign *out)
{
    struct around around = look(text, at);
    *out = (struct quote_sign){.c = around.c};
    if (around.c < 0x80 && around.c != '"' && around.c != '\'')
        return false;
    if (opens_double(&around))
        out->family = QUOTE_DOUBLE;
    else if (opens_single(&around))
        out->family = QUOTE_SINGLE;
    else if (around.c == 0xAB)
        out->family = QUOTE_ANGLED;
    else if (around.c == 0xBB && leads(around.before) && is_word(around.after))
        out->family = QUOTE_REVERSED;
    for (size_t i = 0; i < COUNT(pairs); i++) {
        if (around.c == pairs[i].open) {
            out->family = QUOTE_PAIR;
            out->closing = pairs[i].close;
        }
    }
    return out->family != QUOTE_NONE;
}

static bool closes_double(const struct quote_sign *opening, const struct around *around,
                          bool *breaks)
{
    switch (around->c) {
    case 0x201D:
        return true;
    case 0x201C:
        if (opening->c == 0x201E || !has_opening_shape(around))
            return true;
        return false;
    case '"':
    case 0xFF02:
        if (has_closing_shape(around))
            return true;
        *breaks = opening->c == around->c && has_opening_shape(around);
        return !*breaks;
    default:
        return false;
    }
}

static bool closes_single(const struct quote_sign *opening, const struct around *around)
{
    bool sign =
        around->c == 0x2019 || around->c == '\'' || (opening->c == 0x201A && around->c == 0x2018);
    return sign && !is_blank(around->before) && !is_word(around->after);
}

bool quote_closes(const struct quote_sign *opening, struct str text, size_t at, bool *breaks)
{
    struct around around = look(text, at);
    *breaks = false;
    switch (opening->family) {
    case QUOTE_DOUBLE:
        return closes_double(opening, &around, breaks);
    case QUOTE_SINGLE:
        return closes_single(opening, &around);
    case QUOTE_ANGLED:
        return around.c == 0xBB;
    case QUOTE_REVERSED:
        return around.c == 0xAB;
    case QUOTE_PAIR:
        return around.c == opening->closing;
    case QUOTE_NONE:
        break;
    }
    return false;
}

bool quote_only_closes(struct str text, size_t at)
{
    struct around around = look(text, at);
    if (around.c == 0x201D || around.c == 0xBB)
        return !is_blank(around.before) || around.c == 0x201D;
    if (around.c == 0x201C)
        return has_closing_shape(&around) && !has_opening_shape(&around);
    return around.c == '"' && has_closing_shape(&around) && !char_is_digit(around.before);
}

/* leaders’ guarantees: what looks like the end may be an apostrophe. */
static bool may_be_apostrophe(const struct quote_sign *opening, struct str text, size_t at)
{
    struct around around = look(text, at);
    return opening->family == QUOTE_SINGLE && (around.before == 's' || around.before == 'S') &&
           char_is_space(around.after ? around.after : 'x');
}

/* Nested marks of the same kind that open and close with different signs; in straight ones those
 * that open with a curly one. */
static bool nests(const struct quote_sign *opening, struct str text, size_t at)
{
    struct quote_sign inner;
    uint32_t c = opening->c == '"' ? 0x201C : opening->c;
    bool directed = c != '\'' && c != 0x201D;
    return directed && quote_opens(text, at, &inner) && inner.family == opening->family &&
           inner.c == c;
}

bool quote_find_end(const struct quote_sign *opening, struct str text, size_t from,
                    size_t *words_end, size_t *end)
{
    int depth = 0;
    bool found = false, breaks = false;
    for (size_t at = from; at < text.len;) {
        size_t start = at;
        uint32_t c = utf8_next(text, &at);
        if (!char_is_quote(c))
            continue;
        if (nests(opening, text, start)) {
            if (found)
                return true;
            depth++;
        } else if (quote_closes(opening, text, start, &breaks)) {
            bool doubtful = may_be_apostrophe(opening, text, start);
            if (depth > 0 && !doubtful && !(c == '"' && opening->c == '"')) {
                depth--;
                continue;
            }
            if (!found || !doubtful) {
                *words_end = start;
                *end = at;
            }
            found = true;
            if (!doubtful)
                return true;
        } else if (breaks && !found) {
            return false;
        }
    }
    return found;
}

/* ’90s, ’em: they begin with an apostrophe that a program has turned round. */
static bool is_clipped(struct str word)
{
    static const char *const clipped[] = {"tis", "twas", "em", "n", "til", "bout", "cos", "s"};
    for (size_t i = 0; i < COUNT(clipped); i++) {
        if (str_eq_nocase(word, str_of(clipped[i])))
            return true;
    }
    return word.len >= 2 && isdigit((unsigned char)word.at[0]) &&
           isdigit((unsigned char)word.at[1]) &&
           (word.len == 2 || (word.len == 3 && word.at[2] == 's'));
}

bool quote_is_certain(const struct quote_sign *opening, struct str text, size_t at)
{
    if (opening->family != QUOTE_SINGLE)
        return true;
    size_t start = at, end;
    utf8_next(text, &start);
    end = start;
    for (size_t next = start; next < text.len && is_word(utf8_next(text, &next));)
        end = next;
    return end > start && !is_clipped(str_sub(text, start, end));
}
