/* SPDX-License-Identifier: ISC */
/* Every mention and every search goes through here, over hundreds of megabytes: ASCII is answered
 * from a table, and nothing is allocated. */
#include "dossier/text/fold.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "ranges.h"

#include <utf8proc.h>

#define DIAERESIS 0x308u
#define SMALL_IE 0x435u /* Cyrillic е */

/* Arabic vowel signs. Madda and hamza (U+0653 to 0655, 065F) are not among them: they make another
 * letter. Hebrew points and accents. */
static const struct range vowel_signs[] = {
    {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2}, {0x05C4, 0x05C5}, {0x05C7, 0x05C7},
    {0x0610, 0x061A}, {0x064B, 0x0652}, {0x0656, 0x065E}, {0x0670, 0x0670}, {0x06D6, 0x06DC},
    {0x06DF, 0x06E4}, {0x06E7, 0x06E8}, {0x06EA, 0x06ED}, {0x0898, 0x089F}, {0x08CA, 0x08E1},
    {0x08E3, 0x08FF}, {0xFB1E, 0xFB1E}};

static bool is_mark(uint32_t c)
{
    /* the half-width voicing marks are letters by category, marks by what they stand for */
    return char_is_mark(c) || c == 0xFF9E || c == 0xFF9F;
}

/* C in the width that its script usually has. */
static uint32_t usual_width(uint32_t c)
{
    static const struct {
        uint32_t first, last, to;
    } runs[] = {{0xFF01, 0xFF5E, 0x0021}, {0xFFA1, 0xFFBE, 0x3131}, {0xFFC2, 0xFFC7, 0x314F},
                {0xFFCA, 0xFFCF, 0x3155}, {0xFFD2, 0xFFD7, 0x315B}, {0xFFDA, 0xFFDC, 0x3161},
                {0xFFE0, 0xFFE1, 0x00A2}, {0xFFE2, 0xFFE2, 0x00AC}, {0xFFE3, 0xFFE3, 0x00AF},
                {0xFFE4, 0xFFE4, 0x00A6}, {0xFFE5, 0xFFE5, 0x00A5}, {0xFFE6, 0xFFE6, 0x20A9},
                {0xFFE8, 0xFFE8, 0x2502}, {0xFFE9, 0xFFEC, 0x2190}, {0xFFED, 0xFFED, 0x25A0},
                {0xFFEE, 0xFFEE, 0x25CB}};
    if (c < 0xFF01 || c > 0xFFEE)
        return c;
    for (size_t i = 0; i < COUNT(runs); i++) {
        if (c >= runs[i].first && c <= runs[i].last)
            return runs[i].to + (c - runs[i].first);
    }
    utf8proc_int32_t one = (utf8proc_int32_t)c; /* half-width Katakana and its punctuation */
    int boundary = 0;
    utf8proc_decompose_char((utf8proc_int32_t)c, &one, 1, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT,
                            &boundary);
    return (uint32_t)one;
}

/* The small letter of the capital of C: ς and σ, ſ and s, ı and i are one that way. A stroke
 * through a letter is no mark to Unicode, but one to readers. */
static uint32_t small(uint32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    c = (uint32_t)utf8proc_tolower(utf8proc_toupper((utf8proc_int32_t)c));
    switch (c) {
    case 0x142:
        return 'l';
    case 0xF8:
        return 'o';
    case 0x111:
        return 'd';
    case 0x127:
        return 'h';
    case 0x167:
        return 't';
    default:
        return c;
    }
}

/* A mark of BASE that matching does not see. */
static bool is_dropped(uint32_t base, uint32_t mark)
{
    return char_is_latin_or_greek(base) || (base == SMALL_IE && mark == DIAERESIS) ||
           range_holds(vowel_signs, COUNT(vowel_signs), mark);
}

/* Adds a mark in canonical order: behind those of its own or a lower combining class. */
static void add_mark(struct letter *letter, uint32_t mark)
{
    if (letter->count == FOLD_MOST || is_dropped(letter->folded[0], mark))
        return;
    int class = utf8proc_get_property((utf8proc_int32_t)mark)->combining_class;
    size_t at = letter->count++;
    for (; class && at > 1; at--) {
        uint32_t before = letter->folded[at - 1];
        if (utf8proc_get_property((utf8proc_int32_t)before)->combining_class <= class)
            break;
        letter->folded[at] = before;
    }
    letter->folded[at] = mark;
}

static void add(struct letter *letter, uint32_t c)
{
    utf8proc_int32_t parts[8];
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)usual_width(c), parts,
                                                 COUNT(parts), UTF8PROC_DECOMPOSE, &boundary);
    if (n < 1 || n > (utf8proc_ssize_t)COUNT(parts)) {
        parts[0] = (utf8proc_int32_t)c;
        n = 1;
    }
    for (utf8proc_ssize_t i = 0; i < n; i++) {
        if (letter->count == 0)
            letter->folded[letter->count++] = small((uint32_t)parts[i]);
        else
            add_mark(letter, (uint32_t)parts[i]);
    }
}

static enum letter_class class_of(uint32_t c)
{
    return char_is_word(c)         ? LETTER_WORD
           : char_is_space(c)      ? LETTER_SPACE
           : char_is_dash(c)       ? LETTER_DASH
           : char_is_apostrophe(c) ? LETTER_APOSTROPHE
                                   : LETTER_OTHER;
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
    enum jamo last = jamo_of(out->first, false);
    for (size_t at = out->end; at < text.len && (unsigned char)text.at[at] >= 0x80;) {
        uint32_t c = utf8_next(text, &at);
        if (char_is_ignored(c))
            continue;
        if (is_mark(c))
            last = JAMO_NONE;
        else if (!jamo_joins(&last, c))
            return;
        if (out->class == LETTER_WORD || out->class == LETTER_OTHER)
            add(out, c);
        out->end = at;
    }
}

static void start_letter(struct letter *out, uint32_t c)
{
    out->first = c;
    out->count = 0;
    out->class = class_of(c);
    out->capital = out->class == LETTER_WORD && char_is_capital(c);
    if (out->class == LETTER_WORD || out->class == LETTER_OTHER)
        add(out, c);
    else
        out->folded[out->count++] = out->class == LETTER_SPACE  ? ' '
                                    : out->class == LETTER_DASH ? '-'
                                                                : '\'';
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

static void start_ascii(struct letter *out, unsigned char c)
{
    out->first = c;
    out->count = 1;
    out->class = ascii_class(c);
    out->capital = c >= 'A' && c <= 'Z';
    out->folded[0] = out->capital                      ? c + 32u
                     : out->class == LETTER_SPACE      ? ' '
                     : out->class == LETTER_APOSTROPHE ? '\''
                                                       : c;
}

bool fold_next(struct str text, size_t *at, struct letter *out)
{
    uint32_t c = 0;
    for (;;) {
        if (*at >= text.len)
            return false;
        out->start = *at;
        if ((unsigned char)text.at[*at] < 0x80) {
            start_ascii(out, (unsigned char)text.at[(*at)++]);
            break;
        }
        c = utf8_next(text, at);
        if (!char_is_ignored(c)) {
            start_letter(out, c);
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

void fold_key(struct str s, struct buf *out)
{
    struct letter letter;
    for (size_t at = 0; fold_next(s, &at, &letter);) {
        for (size_t i = 0; i < letter.count; i++)
            utf8_put(out, letter.folded[i]);
    }
}
