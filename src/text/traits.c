/* SPDX-License-Identifier: ISC */
/* utf8proc answers each question by a search of its tables. A text asks the same few about the same
 * few hundred characters a million times, so that a small table of answers, one for each thread,
 * makes other scripts nearly as fast as ASCII. */
#include "traits.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "ranges.h"

#include <utf8proc.h>

#define REMEMBERED 2048u /* a power of two; where two characters meet, the later one stays */
#define DIAERESIS 0x308u
#define SMALL_IE 0x435u /* Cyrillic е */

/* Arabic vowel signs. Madda and hamza (U+0653 to 0655, 065F) are not among them: they make another
 * letter. Hebrew points and accents. */
static const struct range vowel_signs[] = {
    {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2}, {0x05C4, 0x05C5}, {0x05C7, 0x05C7},
    {0x0610, 0x061A}, {0x064B, 0x0652}, {0x0656, 0x065E}, {0x0670, 0x0670}, {0x06D6, 0x06DC},
    {0x06DF, 0x06E4}, {0x06E7, 0x06E8}, {0x06EA, 0x06ED}, {0x0898, 0x089F}, {0x08CA, 0x08E1},
    {0x08E3, 0x08FF}, {0xFB1E, 0xFB1E}};

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

bool traits_drop(uint32_t base, uint32_t mark)
{
    return char_is_latin_or_greek(base) || (base == SMALL_IE && mark == DIAERESIS) ||
           range_holds(vowel_signs, COUNT(vowel_signs), mark);
}

static enum letter_class class_of(uint32_t c)
{
    return char_is_word(c)         ? LETTER_WORD
           : char_is_space(c)      ? LETTER_SPACE
           : char_is_dash(c)       ? LETTER_DASH
           : char_is_apostrophe(c) ? LETTER_APOSTROPHE
                                   : LETTER_OTHER;
}

static enum kind kind_of(uint32_t c)
{
    return !char_is_word(c)      ? KIND_NONE
           : char_is_unspaced(c) ? KIND_UNSPACED
           : char_is_hangul(c)   ? KIND_HANGUL
                                 : KIND_LETTERS;
}

int traits_order(uint32_t mark)
{
    return utf8proc_get_property((utf8proc_int32_t)mark)->combining_class;
}

static void decompose(struct traits *traits)
{
    utf8proc_int32_t parts[TRAITS_FOLDED] = {0};
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)usual_width(traits->c), parts,
                                                 TRAITS_FOLDED, UTF8PROC_DECOMPOSE, &boundary);
    if (n < 1 || n > TRAITS_FOLDED) {
        parts[0] = (utf8proc_int32_t)traits->c;
        n = 1;
    }
    traits->folded[0] = small((uint32_t)parts[0]);
    traits->count = 1;
    for (utf8proc_ssize_t i = 1; i < n; i++) {
        if (!traits_drop(traits->folded[0], (uint32_t)parts[i]))
            traits->folded[traits->count++] = (uint32_t)parts[i];
    }
}

static void work_out(struct traits *traits, uint32_t c)
{
    *traits = (struct traits){
        .c = c,
        .count = 1,
        .class = (uint8_t)class_of(c),
        .kind = (uint8_t)kind_of(c),
        .ignored = char_is_ignored(c),
        /* the half-width voicing marks are letters by category, marks by what they stand for */
        .mark = char_is_mark(c) || c == 0xFF9E || c == 0xFF9F,
        .cyrillic = char_is_cyrillic(c),
    };
    traits->capital = traits->class == LETTER_WORD && char_is_capital(c);
    if (traits->class == LETTER_SPACE)
        traits->folded[0] = ' ';
    else if (traits->class == LETTER_DASH)
        traits->folded[0] = '-';
    else if (traits->class == LETTER_APOSTROPHE)
        traits->folded[0] = '\'';
    else
        decompose(traits);
}

const struct traits *traits_of(uint32_t c)
{
    static _Thread_local struct traits remembered[REMEMBERED];
    struct traits *traits = &remembered[c % REMEMBERED];
    if (traits->c != c)
        work_out(traits, c);
    return traits;
}
