/* SPDX-License-Identifier: ISC */
/* A sentence ends at a terminator with white space behind it, unless what stands before a full stop
 * is known to need one. Where that is not certain (U.S., initials, Jr.), the next word decides:
 * only a word that often begins a sentence and seldom a name ends the one before. */
#include "dossier/text/sentences.h"

#include "abbreviations.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#include <utf8proc.h>

/* The code point at AT, or 0 at the end. */
static uint32_t peek(struct str text, size_t at)
{
    return at < text.len ? utf8_next(text, &at) : 0;
}

static size_t skip_space(struct str text, size_t at)
{
    for (size_t next = at; next < text.len && char_is_space(utf8_next(text, &next));)
        at = next;
    return at;
}

/* Ends a sentence with no space behind it. */
static bool is_wide_stop(uint32_t c)
{
    return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF61;
}

static bool is_stop(uint32_t c)
{
    switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x203C: /* ‼ ⁇ ⁈ ⁉ */
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x2026: /* … */
    case 0x0589: /* Armenian */
    case 0x061F: /* Arabic */
    case 0x06D4:
    case 0x0964: /* Indic */
    case 0x0965:
    case 0x104B: /* Burmese */
    case 0x1362: /* Ethiopic */
    case 0x17D4: /* Khmer */
        return true;
    default:
        return is_wide_stop(c);
    }
}

static bool is_closing(uint32_t c)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return c == '"' || char_is_apostrophe(c) || category == UTF8PROC_CATEGORY_PE ||
           category == UTF8PROC_CATEGORY_PF || category == UTF8PROC_CATEGORY_PI;
}

/* The marks that close behind a terminator, « fin. » with its space too. */
static size_t skip_closing(struct str text, size_t at)
{
    size_t next = at;
    while (next < text.len && is_closing(utf8_next(text, &next)))
        at = next;
    next = at;
    if (next < text.len && char_is_space(utf8_next(text, &next)) && peek(text, next) == 0xBB) {
        at = next;
        utf8_next(text, &at);
    }
    return at;
}

static bool is_small(uint32_t c)
{
    return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LL;
}

/* The letters, digits and stops that end before AT. */
static struct str token_before(struct str text, size_t from, size_t at)
{
    size_t start = at, back = at;
    while (back > from) {
        uint32_t c = utf8_before(text, &back);
        if (!char_is_word(c) && c != '.')
            break;
        start = back;
    }
    return str_sub(text, start, at);
}

static struct str word_at(struct str text, size_t at)
{
    while (at < text.len && (char_is_quote(peek(text, at)) || peek(text, at) == '('))
        utf8_next(text, &at);
    size_t end = at, next = at;
    while (next < text.len && char_is_word(utf8_next(text, &next)))
        end = next;
    return str_sub(text, at, end);
}

static bool is_number(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] < '0' || s.at[i] > '9')
            return false;
    }
    return s.len > 0;
}

/* The full stop at STOP ends the sentence that began at FROM, with NEXT the next word's start. */
static bool full_stop_ends(struct str text, size_t from, size_t stop, size_t next)
{
    struct str token = token_before(text, from, stop), word = word_at(text, next);
    if (is_number(token) && token.len + from == stop)
        return false; /* the number of a list */
    switch (abbreviation_of(token)) {
    case ABBREVIATION_NONE:
        return true;
    case ABBREVIATION_BEFORE_NAME:
        return false;
    case ABBREVIATION_BEFORE_NUMBER:
        return !char_is_digit(peek(word, 0));
    case ABBREVIATION_ANYWHERE:
        break;
    }
    size_t behind = (size_t)(word.at - text.at) + word.len;
    return abbreviation_begins_sentence(word) && peek(text, behind) != '.';
}

/* Where the sentence that begins at START ends. */
static size_t find_end(struct str text, size_t start)
{
    for (size_t at = start; at < text.len;) {
        size_t stop = at, stops = 0;
        uint32_t first = utf8_next(text, &at);
        if (!is_stop(first))
            continue;
        bool wide = is_wide_stop(first);
        for (stops = 1; at < text.len && is_stop(peek(text, at)); stops++)
            wide |= is_wide_stop(utf8_next(text, &at));
        size_t end = skip_closing(text, at), next = skip_space(text, end);
        if (next >= text.len)
            return end;
        at = end;
        if ((next == end && !wide) || is_small(peek(word_at(text, next), 0)))
            continue;
        if (stops > 1 || first != '.' || full_stop_ends(text, start, stop, next))
            return end;
    }
    size_t end = text.len;
    for (size_t back = end; back > start && char_is_space(utf8_before(text, &back));)
        end = back;
    return end;
}

bool sentences_next(struct str text, size_t *at, struct span *out)
{
    size_t start = skip_space(text, *at);
    if (start >= text.len)
        return false;
    *at = find_end(text, start);
    *out = (struct span){(uint32_t)start, (uint32_t)*at};
    return true;
}

struct span sentences_around(struct str text, size_t at)
{
    size_t start = skip_space(text, 0), end = text.len;
    while (start < text.len) {
        end = find_end(text, start);
        size_t next = skip_space(text, end);
        if (at < next || next >= text.len)
            break;
        start = next;
    }
    return start < text.len ? (struct span){(uint32_t)start, (uint32_t)end}
                            : (struct span){0, (uint32_t)text.len};
}
