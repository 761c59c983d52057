/* SPDX-License-Identifier: ISC */
/* What kind of character a code point is, for matching, words and safety. */
#ifndef DOSSIER_TEXT_CHARS_H
#define DOSSIER_TEXT_CHARS_H

#include <stdbool.h>
#include <stdint.h>

bool char_is_space(uint32_t c);   /* white space, line ends and no-break spaces too */
bool char_is_word(uint32_t c);    /* a letter, a digit or a mark; no apostrophe, U+02BC neither */
bool char_is_mark(uint32_t c);    /* combining: Mn, Mc, Me */
bool char_is_capital(uint32_t c); /* Lu, Lt */
bool char_is_digit(uint32_t c);   /* Nd */
bool char_is_dash(uint32_t c);    /* hyphens and dashes of all lengths, and the minus sign */
bool char_is_apostrophe(uint32_t c); /* straight, curly, prime, modifier letter, full width */
bool char_is_quote(uint32_t c);      /* double and angled quotation marks, and the apostrophes */
bool char_is_ignored(
    uint32_t c); /* soft hyphen, zero width, variation selectors: not there when matching */
bool char_is_cyrillic(uint32_t c);
bool char_is_latin_or_greek(uint32_t c);
bool char_is_unspaced(
    uint32_t c); /* of a script written without spaces: Han, Kana, Thai, Lao, Khmer, Burmese … */
bool char_is_hangul(uint32_t c); /* syllables and conjoining jamo */
/* C0, C1, DEL, surrogates, noncharacters, all of category Cf, line and paragraph separators, tag
 * characters: what no terminal may be sent and what JSON escapes. Not the line feed, nor the tab.
 */
bool char_is_hostile(uint32_t c);
/* The version of Unicode that all these are of. */
const char *chars_version(void);
/* Columns on a terminal, 0 to 2, by East Asian Width; ambiguous ones are 1. */
int char_width(uint32_t c);

#endif
