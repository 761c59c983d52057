/* SPDX-License-Identifier: ISC */
/* Each mark that opens is paired with the one that closes it in its paragraph. One that is never
 * closed runs on where the next paragraph opens anew, or begins by closing; else it runs to the end
 * of its paragraph where no other mark follows, and is a stray one where any does. */
#include "marks.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#define LONGEST ((size_t)1 << 16)   /* bytes of a quotation in one paragraph */
#define MOST_VAIN ((size_t)4 << 20) /* bytes that searches for a closing mark may go in vain */
#define VAIN_A_BYTE 2               /* and how many more for each byte of text behind them */
#define NICKNAME 40                 /* bytes */

struct scan {
    struct arena *arena;
    const struct lexicon *lexicon;
    struct str text;
    struct span paragraph, next;
    struct marks_state *state;
    struct marked_list *out;
    bool has_doubled; /* two apostrophes stand for one mark in the paragraph: '' */
};

static bool is_double(enum quote_family family)
{
    return family != QUOTE_NONE && family != QUOTE_SINGLE;
}

/* French leaves a space inside of its marks. */
static struct span without_space(struct str text, uint32_t start, uint32_t end)
{
    size_t at = start;
    while (start < end && char_is_space(utf8_next(text, &at)))
        start = (uint32_t)at;
    for (at = end; at > start && char_is_space(utf8_before(text, &at));)
        end = (uint32_t)at;
    return (struct span){start, end};
}

static struct marked *add(struct scan *s, struct span outer, struct span inner)
{
    struct marked *marked = vec_add(s->arena, s->out);
    marked->outer = outer;
    marked->inner = without_space(s->text, inner.start, inner.end);
    return marked;
}

/* ``…'', as wires and typesetters write. */
static bool opens_grave(const struct scan *s, size_t at, struct quote_sign *sign, size_t *behind)
{
    *sign = (struct quote_sign){.family = QUOTE_DOUBLE, .c = '`'};
    bool pair = at + 1 < s->paragraph.end && s->text.at[at + 1] == '`';
    *behind = at + 1 + pair;
    return pair && lexicon_opens(s->lexicon, '`');
}

static bool ends_grave(struct str rest, size_t from, size_t *words_end, size_t *end)
{
    ptrdiff_t found = str_find(rest, STR("''"), from);
    *words_end = found < 0 ? 0 : (size_t)found;
    *end = *words_end + 2;
    return found >= 0;
}

/* The mark at AT, where it opens a quotation; *BEHIND: the byte after it. */
static bool opens(const struct scan *s, size_t at, struct quote_sign *sign, size_t *behind)
{
    struct str paragraph = span_of(s->text, s->paragraph);
    size_t offset = at - s->paragraph.start;
    *behind = at + 1;
    unsigned char first = (unsigned char)s->text.at[at];
    if (first == '`')
        return opens_grave(s, at, sign, behind);
    if (first < 0x80 && first != '"' && first != '\'')
        return false; /* as nearly all are */
    *behind = at;
    uint32_t c = utf8_next(s->text, behind);
    if (s->has_doubled && char_is_apostrophe(c))
        return false; /* it is one in such a pair */
    if (!char_is_quote(c) || !lexicon_opens(s->lexicon, c))
        return false;
    return quote_opens(paragraph, offset, sign) && quote_is_certain(sign, paragraph, offset);
}

/* Where what SIGN opened at BEHIND is closed: the closing mark. */
static bool find_end(struct scan *s, const struct quote_sign *sign, size_t behind,
                     struct span *close)
{
    size_t words_end, end;
    if (s->state->vain > MOST_VAIN + VAIN_A_BYTE * (size_t)s->paragraph.start)
        return false; /* no text that somebody wrote is like this */
    size_t stop = s->paragraph.end - behind > LONGEST ? behind + LONGEST : s->paragraph.end;
    struct str rest = str_sub(s->text, s->paragraph.start, stop);
    size_t from = behind - s->paragraph.start;
    bool found = sign->c == '`' ? ends_grave(rest, from, &words_end, &end)
                                : quote_find_end(sign, rest, from, &words_end, &end);
    if (!found) {
        s->state->vain += stop - behind;
        return false;
    }
    *close =
        (struct span){s->paragraph.start + (uint32_t)words_end, s->paragraph.start + (uint32_t)end};
    return true;
}

/* Pairs of double marks inside of the quotation that was added last. */
static void add_nested(struct scan *s, struct span inner)
{
    struct quote_sign sign;
    struct span close;
    size_t behind;
    for (size_t at = inner.start; at < inner.end; at = behind) {
        if (!opens(s, at, &sign, &behind) || !is_double(sign.family))
            continue;
        if (!find_end(s, &sign, behind, &close) || close.end > inner.end)
            continue;
        struct span whole = {(uint32_t)at, close.end};
        add(s, whole, (struct span){(uint32_t)behind, close.start})->nested = true;
        behind = close.end;
    }
}

/* The next paragraph opens with a mark of FAMILY. */
static bool next_opens(const struct scan *s, enum quote_family family)
{
    struct quote_sign sign;
    struct str next = span_of(s->text, s->next);
    if (str_starts(next, STR("``")))
        return family == QUOTE_DOUBLE;
    return next.len && quote_opens(next, 0, &sign) && sign.family == family;
}

/* The first double mark of the next paragraph only closes. */
static bool next_closes(const struct scan *s)
{
    struct quote_sign sign;
    struct str next = span_of(s->text, s->next);
    for (size_t at = 0, start = 0; at < next.len; start = at) {
        if (!char_is_quote(utf8_next(next, &at)))
            continue;
        if (quote_only_closes(next, start))
            return true;
        if (quote_opens(next, start, &sign) && is_double(sign.family))
            return false;
    }
    return false;
}

/* Double marks follow in the paragraph behind BEHIND. */
static bool marks_follow(const struct scan *s, size_t behind)
{
    struct quote_sign sign;
    size_t next;
    for (size_t at = behind; at < s->paragraph.end; at = next) {
        if (opens(s, at, &sign, &next) && is_double(sign.family))
            return true;
    }
    return false;
}

/* A double mark at AT that nothing closes. Whether it goes to the paragraph's end: where others
 * stand in it, nobody can tell whose words the rest is. */
static bool add_open(struct scan *s, enum quote_family family, size_t at, size_t behind)
{
    bool reopens = next_opens(s, family), follow = marks_follow(s, behind);
    if (follow ? reopens && at == s->paragraph.start : reopens || next_closes(s)) {
        s->state->open = family;
        s->state->reopens = reopens;
    }
    if (follow)
        return false;
    struct span whole = {(uint32_t)at, s->paragraph.end};
    add(s, whole, (struct span){(uint32_t)behind, s->paragraph.end})->open = true;
    return true;
}

/* What runs on from the paragraph before up to a mark that only closes; where the scan goes on. */
static size_t add_rest(struct scan *s)
{
    struct str paragraph = span_of(s->text, s->paragraph);
    for (size_t at = 0, start = 0; at < paragraph.len; start = at) {
        if (!char_is_quote(utf8_next(paragraph, &at)) || !quote_only_closes(paragraph, start))
            continue;
        struct span whole = {s->paragraph.start, s->paragraph.start + (uint32_t)at};
        struct span inner = {s->paragraph.start, s->paragraph.start + (uint32_t)start};
        add(s, whole, inner)->continues = true;
        return whole.end;
    }
    return s->paragraph.start;
}

/* The word beside a mark begins with a capital: it ends, or begins, at byte AT behind one space. */
static bool has_capital_before(struct str text, size_t at)
{
    if (at == 0 || text.at[at - 1] != ' ')
        return false;
    size_t back = --at;
    while (back > 0 && char_is_word(utf8_before(text, &back)))
        at = back;
    return at < text.len && char_is_capital(utf8_next(text, &at));
}

static bool has_capital_behind(struct str text, size_t at)
{
    if (at + 1 >= text.len || text.at[at] != ' ')
        return false;
    at++;
    return char_is_capital(utf8_next(text, &at));
}

/* One word with a capital, between two others. */
static bool is_nickname(struct str text, struct span whole, struct span inner)
{
    size_t at = inner.start;
    if (inner.end <= inner.start || inner.end - inner.start > NICKNAME ||
        !char_is_capital(utf8_next(text, &at)))
        return false;
    while (at < inner.end) {
        if (!char_is_word(utf8_next(text, &at)))
            return false;
    }
    return has_capital_before(text, whole.start) && has_capital_behind(text, whole.end);
}

static size_t add_pair(struct scan *s, size_t at, size_t behind, struct span close)
{
    struct span whole = {(uint32_t)at, close.end}, inner = {(uint32_t)behind, close.start};
    struct marked *marked = add(s, whole, inner);
    marked->name = is_nickname(s->text, whole, marked->inner);
    add_nested(s, inner);
    return close.end;
}

void marked_find(struct arena *arena, const struct lexicon *lexicon, struct str text,
                 struct span paragraph, struct span next, struct marks_state *state,
                 struct marked_list *out)
{
    struct scan s = {arena, lexicon, text, paragraph, next, state, out};
    struct marks_state before = *state;
    size_t first = out->len, behind;
    s.has_doubled = str_find(span_of(text, paragraph), STR("''"), 0) >= 0;
    state->open = QUOTE_NONE;
    size_t at = before.open && !before.reopens ? add_rest(&s) : paragraph.start;
    for (; at < paragraph.end; at = behind) {
        struct quote_sign sign;
        struct span close;
        if (!opens(&s, at, &sign, &behind))
            continue;
        if (find_end(&s, &sign, behind, &close))
            behind = add_pair(&s, at, behind, close);
        else if (is_double(sign.family) && add_open(&s, sign.family, at, behind))
            behind = paragraph.end;
    }
    if (before.open && before.reopens && out->len > first)
        out->at[first].continues = true;
}
