/* SPDX-License-Identifier: ISC */
/* Any bytes are Windows-1252, so the question is whether they make sense as it: letters among
 * letters of a fitting case, quotation marks at words, signs where signs stand. Damaged UTF-8 does
 * not: its parts read as a capital or a currency sign in the middle of a word. Neither do the
 * eight-bit encodings of other alphabets: their words are long runs of accented letters. */
#include "windows1252.h"

#include "dossier/text/chars.h"

#define LONGEST_RUN 3 /* accented letters in a row: French has two */

uint32_t windows1252_char(unsigned char byte)
{
    static const uint16_t high[32] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    return byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte;
}

static uint32_t char_at(struct str s, size_t at)
{
    return at < s.len ? windows1252_char((unsigned char)s.at[at]) : ' ';
}

static bool is_letter(uint32_t c)
{
    return char_is_word(c) && !char_is_digit(c);
}

static bool is_small(uint32_t c)
{
    return is_letter(c) && !char_is_capital(c);
}

static size_t run_around(struct str s, size_t at)
{
    size_t start = at, end = at;
    while (start > 0 && (unsigned char)s.at[start - 1] >= 0x80 && is_letter(char_at(s, start - 1)))
        start--;
    while (end < s.len && end - start <= LONGEST_RUN && (unsigned char)s.at[end] >= 0x80 &&
           is_letter(char_at(s, end)))
        end++;
    return end - start;
}

/* The byte at AT, of 0x80 or more, stands where its character is used to stand. */
static bool fits(struct str s, size_t at)
{
    uint32_t before = at ? char_at(s, at - 1) : ' ', c = char_at(s, at), after = char_at(s, at + 1);
    if (is_letter(c)) {
        bool alone = !is_letter(before) && !is_letter(after);
        bool wrong_case = char_is_capital(c) && is_small(before);
        return !wrong_case && (!alone || char_is_space(after)) && run_around(s, at) <= LONGEST_RUN;
    }
    if (char_is_space(c) || char_is_dash(c) || c == 0x2026)
        return true;
    bool within_word = is_letter(before) && is_letter(after);
    if (char_is_quote(c))
        return (!within_word || char_is_apostrophe(c)) && before < 0x2000 && after < 0x2000;
    /* signs of money, measure and law are no part of a word, and no two of them adjoin */
    return !within_word && before < 0x80 && (c != 0x20AC || !is_letter(before));
}

bool windows1252_reads_well(struct str s)
{
    size_t high = 0, odd = 0;
    for (size_t at = 0; at < s.len; at++) {
        unsigned char byte = (unsigned char)s.at[at];
        if (byte < 0x80)
            continue;
        if (windows1252_char(byte) == 0)
            return false;
        high++;
        odd += !fits(s, at);
    }
    return odd * 10 < high;
}
