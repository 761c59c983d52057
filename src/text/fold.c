/* SPDX-License-Identifier: ISC */
/* A letter is a base and what gathers behind it; what each code point brings along is in traits.c.
 * Every mention and every search goes through here: nothing is allocated. */
#include "dossier/text/fold.h"

#include "dossier/text/utf8.h"
#include "traits.h"

#include <string.h>

/* Adds a mark in canonical order: behind those of its own or a lower combining class. */
static void add_mark(struct letter *letter, uint32_t mark)
{
    if (letter->count == FOLD_MOST || traits_drop(letter->folded[0], mark))
        return;
    int class = traits_order(mark);
    size_t at = letter->count++;
    for (; class && at > 1 && traits_order(letter->folded[at - 1]) > class; at--)
        letter->folded[at] = letter->folded[at - 1];
    letter->folded[at] = mark;
}

/* The part of a Hangul syllable that C is: they join by the rules GB6 to GB8 of UAX #29. */
enum jamo { JAMO_NONE, JAMO_L, JAMO_V, JAMO_T };

static enum jamo jamo_of(uint32_t c, bool as_follower)
{
    if (c >= 0xAC00 && c <= 0xD7A3)
        return as_follower ? JAMO_NONE : (c - 0xAC00) % 28 ? JAMO_T : JAMO_V;
    if ((c >= 0x1100 && c <= 0x115F) || (c >= 0xA960 && c <= 0xA97C))
        return JAMO_L;
    if ((c >= 0x1160 && c <= 0x11A7) || (c >= 0xD7B0 && c <= 0xD7C6))
        return JAMO_V;
    if ((c >= 0x11A8 && c <= 0x11FF) || (c >= 0xD7CB && c <= 0xD7FB))
        return JAMO_T;
    return JAMO_NONE;
}

static bool jamo_joins(enum jamo *last, uint32_t c)
{
    enum jamo next = jamo_of(c, true);
    if (*last == JAMO_NONE || next < *last || (*last == JAMO_L && next == JAMO_T))
        return *last == JAMO_L && c >= 0xAC00 && c <= 0xD7A3 &&
               (*last = jamo_of(c, false)) != JAMO_NONE;
    *last = next;
    return true;
}

/* Takes in what belongs to the letter behind its base: marks, parts of its syllable, and what is
 * ignored before these. */
static void gather(struct str text, struct letter *out)
{
    enum jamo last = out->first < 0x1100 ? JAMO_NONE : jamo_of(out->first, false);
    for (size_t at = out->end; at < text.len && (unsigned char)text.at[at] >= 0x80;) {
        const struct traits *traits = traits_of(utf8_next(text, &at));
        if (traits->ignored)
            continue;
        if (traits->mark)
            last = JAMO_NONE;
        else if (!jamo_joins(&last, traits->c))
            return;
        bool counts = out->class == LETTER_WORD || out->class == LETTER_OTHER;
        for (size_t i = 0; counts && i < traits->count; i++)
            add_mark(out, traits->folded[i]);
        out->end = at;
    }
}

static void start_letter(struct letter *out, const struct traits *traits)
{
    out->first = traits->c;
    out->class = traits->class;
    out->capital = traits->capital;
    out->count = traits->count;
    memcpy(out->folded, traits->folded, sizeof traits->folded);
}

/* The class of each ASCII character: word, space, dash, apostrophe, other. */
static enum letter_class ascii_class(unsigned char c)
{
    static const char classes[] = "OOOOOOOOOSSSSSOOOOOOOOOOOOOOOOOO"
                                  "SOOOOOOAOOOOODOOWWWWWWWWWWOOOOOO"
                                  "OWWWWWWWWWWWWWWWWWWWWWWWWWWOOOOO"
                                  "AWWWWWWWWWWWWWWWWWWWWWWWWWWOOOOO";
    static const unsigned char of_sign['X'] = {['W'] = LETTER_WORD,
                                               ['S'] = LETTER_SPACE,
                                               ['D'] = LETTER_DASH,
                                               ['A'] = LETTER_APOSTROPHE,
                                               ['O'] = LETTER_OTHER};
    return of_sign[(unsigned char)classes[c]];
}

static char fold_ascii(unsigned char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c + 32);
    bool space = c >= '\t' && c <= '\r';
    return space ? ' ' : c == '`' ? '\'' : (char)c;
}

static void start_ascii(struct letter *out, unsigned char c)
{
    out->first = c;
    out->count = 1;
    out->class = ascii_class(c);
    out->capital = c >= 'A' && c <= 'Z';
    out->folded[0] = (unsigned char)fold_ascii(c);
}

bool fold_next(struct str text, size_t *at, struct letter *out)
{
    for (;;) {
        if (*at >= text.len)
            return false;
        out->start = *at;
        if ((unsigned char)text.at[*at] < 0x80) {
            start_ascii(out, (unsigned char)text.at[(*at)++]);
            break;
        }
        const struct traits *traits = traits_of(utf8_next(text, at));
        if (!traits->ignored) {
            start_letter(out, traits);
            break;
        }
    }
    out->end = *at;
    /* a line end or a control keeps no marks: what follows it begins anew (GB4 of UAX #29) */
    if (out->first >= ' ')
        gather(text, out);
    *at = out->end;
    return true;
}

/* Folds ASCII from byte AT on, up to what may belong to the last of it; gives where it ends. Most
 * texts are nothing else. */
static size_t fold_run(struct str s, size_t at, struct buf *out)
{
    size_t end = at;
    while (end < s.len && (unsigned char)s.at[end] < 0x80)
        end++;
    if (end < s.len && end > at)
        end--;
    if (end == at)
        return at;
    buf_reserve(out, end - at);
    char *restrict to = out->at + out->len;
    const char *restrict from = s.at + at;
    for (size_t i = 0; i < end - at; i++)
        to[i] = fold_ascii((unsigned char)from[i]);
    out->len += end - at;
    out->at[out->len] = '\0';
    return end;
}

void fold_key(struct str s, struct buf *out)
{
    struct letter letter;
    for (size_t at = 0; at < s.len;) {
        at = fold_run(s, at, out);
        if (at == s.len || !fold_next(s, &at, &letter))
            return;
        for (size_t i = 0; i < letter.count; i++)
            utf8_put(out, letter.folded[i]);
    }
}
