/* SPDX-License-Identifier: ISC */
/* One pass, nothing allocated: a letter is decomposed with the marks behind it, and handed out code
 * point by code point. White space is looked beyond before it is handed out, for around a dash or
 * an ellipsis it counts for nothing. */
#include "dossier/text/exact.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

struct exact exact_walk(struct str text, size_t at)
{
    return (struct exact){.text = text, .at = at};
}

/* The character at or after *AT that is seen; *AT moves behind it. 0 at the end. */
static uint32_t seen(struct str text, size_t *at)
{
    while (*at < text.len) {
        uint32_t c = (unsigned char)text.at[*at];
        if (c < 0x80) {
            ++*at;
            return c ? c : 1;
        }
        c = utf8_next(text, at);
        if (!char_is_ignored(c))
            return c;
    }
    return 0;
}

static uint32_t seen_after(struct str text, size_t at)
{
    return seen(text, &at);
}

static uint32_t seen_before(struct str text, size_t at)
{
    while (at > 0) {
        uint32_t c = utf8_before(text, &at);
        if (!char_is_ignored(c))
            return c;
    }
    return 0;
}

/* Behind the white space at AT; *TIGHT tells of a space that only typesetters put. */
static size_t skip_space(struct str text, size_t at, bool *tight)
{
    for (size_t next = at; next < text.len;) {
        uint32_t c = utf8_next(text, &next);
        if (!char_is_space(c) && !char_is_ignored(c))
            break;
        *tight |= c == 0xA0 || c == 0x202F || c == 0x2009;
        at = next;
    }
    return at;
}

static bool is_long_dash(uint32_t c)
{
    return (c >= 0x2012 && c <= 0x2015) || c == 0x2E3A || c == 0x2E3B || c == 0xFE58;
}

static bool is_short_dash(uint32_t c)
{
    return c == '-' || (c >= 0x80 && char_is_dash(c) && !is_long_dash(c));
}

/* A run of dashes at AT: behind it; AT itself where there is none. *OPEN: white space around it
 * counts for nothing, for it parts words and does not join them. */
static size_t dash_end(struct str text, size_t at, bool *open)
{
    size_t end = at, next = at;
    int count = 0;
    bool is_long = false;
    for (uint32_t c; (c = seen(text, &next)) && (is_long_dash(c) || is_short_dash(c)); count++) {
        is_long |= is_long_dash(c);
        end = next;
    }
    if (count)
        *open = is_long || count > 1 ||
                (char_is_space(seen_before(text, at)) && char_is_space(seen_after(text, end)));
    return end;
}

/* The same for an ellipsis: U+2026, or three stops, with spaces between or not. Of four the first
 * is a full stop. */
static size_t ellipsis_end(struct str text, size_t at)
{
    size_t next = at, end = at;
    uint32_t c = seen(text, &next);
    if (c == EXACT_ELLIPSIS)
        return next;
    if (c != '.')
        return at;
    int stops = 1;
    bool spaced = seen_after(text, next) != '.';
    for (bool tight = false; stops < 5; stops++) {
        size_t ahead = spaced ? skip_space(text, next, &tight) : next;
        if (seen(text, &ahead) != '.')
            break;
        next = ahead;
        end = next;
    }
    return stops == 3 || stops > 4 ? end : at;
}

static bool drops_space(struct str text, size_t before, size_t after, bool tight)
{
    bool open = false;
    uint32_t next = seen_after(text, after);
    if (dash_end(text, after, &open) > after || ellipsis_end(text, after) > after)
        return open || ellipsis_end(text, after) > after;
    uint32_t last = seen_before(text, before);
    return tight && (next == ';' || next == ':' || next == '!' || next == '?' || next == '%' ||
                     next == 0xBB || next == 0x203A || last == 0xAB || last == 0x2039);
}

/* Adds C behind the marks of its own combining class or a lower one. */
static void add_mark(struct exact *walk, uint32_t c)
{
    int class = utf8proc_get_property((utf8proc_int32_t)c)->combining_class;
    size_t at = walk->count++;
    for (; class && at > 1; at--) {
        uint32_t before = walk->codes[at - 1];
        if (utf8proc_get_property((utf8proc_int32_t)before)->combining_class <= class)
            break;
        walk->codes[at] = before;
    }
    walk->codes[at] = c;
}

static void add_decomposed(struct exact *walk, uint32_t c)
{
    utf8proc_int32_t parts[8];
    int last = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)c, parts, COUNT(parts),
                                                     UTF8PROC_DECOMPOSE | UTF8PROC_STABLE, &last);
    if (count < 1 || count > (utf8proc_ssize_t)COUNT(parts)) {
        parts[0] = (utf8proc_int32_t)c;
        count = 1;
    }
    for (utf8proc_ssize_t i = 0; i < count && walk->count < EXACT_MOST; i++)
        add_mark(walk, (uint32_t)parts[i]);
}

static void take_marks(struct exact *walk)
{
    for (size_t next = walk->at; walk->count < EXACT_MOST; walk->at = next) {
        if (next >= walk->text.len || (unsigned char)walk->text.at[next] < 0x80)
            return;
        uint32_t c = seen(walk->text, &next);
        if (!c || !char_is_mark(c))
            return;
        add_decomposed(walk, c);
    }
}

static bool is_word(uint32_t c)
{
    return c && char_is_word(c);
}

static uint32_t quote_of(const struct exact *walk, size_t start, uint32_t c)
{
    bool between = char_is_apostrophe(c) && is_word(seen_before(walk->text, start)) &&
                   is_word(seen_after(walk->text, walk->at));
    return between ? EXACT_APOSTROPHE : EXACT_QUOTE;
}

/* Takes the letter, mark or run at START; false where it is white space that counts for nothing. */
static bool take(struct exact *walk, size_t start, uint32_t c)
{
    size_t end;
    bool open = false, tight = false, after_dash = walk->open_dash;
    walk->open_dash = false;
    if (c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : char_is_space(c)) {
        walk->at = skip_space(walk->text, start, &tight);
        walk->codes[walk->count++] = ' ';
        return !after_dash && !drops_space(walk->text, start, walk->at, tight);
    }
    if ((end = dash_end(walk->text, start, &open)) > start) {
        walk->codes[walk->count++] = EXACT_DASH;
        walk->at = end;
        walk->open_dash = open;
    } else if ((end = ellipsis_end(walk->text, start)) > start) {
        walk->codes[walk->count++] = EXACT_ELLIPSIS;
        walk->at = end;
        walk->open_dash = true;
    } else if (char_is_quote(c)) {
        walk->codes[walk->count++] = quote_of(walk, start, c);
    } else {
        if (c < 0x80)
            walk->codes[walk->count++] = c;
        else
            add_decomposed(walk, c);
        take_marks(walk);
    }
    return true;
}

bool exact_next(struct exact *walk, struct exact_sign *out)
{
    while (walk->next == walk->count) {
        size_t at = walk->at;
        uint32_t c = seen(walk->text, &at);
        if (!c)
            return false;
        size_t start = at;
        utf8_before(walk->text, &start);
        walk->count = walk->next = 0;
        walk->at = at;
        if (!take(walk, start, c))
            walk->count = 0;
        walk->sign.start = start;
        walk->sign.end = walk->at;
    }
    *out = walk->sign;
    out->code = walk->codes[walk->next++];
    out->last = walk->next == walk->count;
    return true;
}

bool exact_same_letter(uint32_t a, uint32_t b)
{
    return utf8proc_tolower((utf8proc_int32_t)a) == utf8proc_tolower((utf8proc_int32_t)b);
}

void exact_put(struct str s, struct buf *out)
{
    struct exact walk = exact_walk(s, 0);
    struct buf plain = {0};
    for (struct exact_sign sign; exact_next(&walk, &sign);)
        utf8_put(&plain, sign.code);
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t len =
        utf8proc_map((const utf8proc_uint8_t *)(plain.at ? plain.at : ""),
                     (utf8proc_ssize_t)plain.len, &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (len >= 0)
        buf_add(out, composed, (size_t)len);
    else
        buf_str(out, buf_view(&plain));
    free(composed);
    buf_free(&plain);
}
