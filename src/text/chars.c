/* SPDX-License-Identifier: ISC */
/* Categories and widths are utf8proc's; the scripts and the few classes that Unicode has no
 * property for are the tables here. */
#include "dossier/text/chars.h"

#include "dossier/base/memory.h"
#include "ranges.h"

#include <utf8proc.h>

#define HOLDS(ranges, c) range_holds(ranges, COUNT(ranges), c)

static const struct range cyrillic[] = {{0x0400, 0x052F},  {0x1C80, 0x1C88}, {0x1D2B, 0x1D2B},
                                        {0x1D78, 0x1D78},  {0x2DE0, 0x2DFF}, {0xA640, 0xA69F},
                                        {0x1E030, 0x1E08F}};

static const struct range latin_or_greek[] = {
    {0x0041, 0x005A}, {0x0061, 0x007A}, {0x00AA, 0x00AA}, {0x00B5, 0x00B5}, {0x00BA, 0x00BA},
    {0x00C0, 0x00D6}, {0x00D8, 0x00F6}, {0x00F8, 0x02B8}, {0x02E0, 0x02E4}, {0x0370, 0x0373},
    {0x0376, 0x037D}, {0x037F, 0x037F}, {0x0386, 0x0386}, {0x0388, 0x03E1}, {0x03F0, 0x03FF},
    {0x1D00, 0x1D2A}, {0x1D2C, 0x1D77}, {0x1D79, 0x1DBF}, {0x1E00, 0x1FBC}, {0x1FBE, 0x1FBE},
    {0x1FC2, 0x1FCC}, {0x1FD0, 0x1FDB}, {0x1FE0, 0x1FEC}, {0x1FF2, 0x1FFC}, {0x2071, 0x2071},
    {0x207F, 0x207F}, {0x2090, 0x209C}, {0x2126, 0x2126}, {0x212A, 0x212B}, {0x2132, 0x2132},
    {0x214E, 0x214E}, {0x2160, 0x2188}, {0x2C60, 0x2C7F}, {0xA722, 0xA787}, {0xA78B, 0xA7FF},
    {0xAB30, 0xAB69}, {0xFB00, 0xFB06}, {0xFF21, 0xFF3A}, {0xFF41, 0xFF5A}};

/* Scripts whose words are not parted by spaces; only their letters and marks count as such. */
static const struct range unspaced[] = {
    {0x0E01, 0x0E4E},   /* Thai */
    {0x0E80, 0x0EFF},   /* Lao */
    {0x1000, 0x109F},   /* Burmese */
    {0x1780, 0x17FF},   /* Khmer */
    {0x1950, 0x19FF},   /* Tai Le, New Tai Lue, Khmer symbols */
    {0x1A20, 0x1AAF},   /* Tai Tham */
    {0x1B00, 0x1B7F},   /* Balinese */
    {0x2E80, 0x2FDF},   /* Han radicals */
    {0x3005, 0x3007},   /* ideographic iteration mark, closing mark, zero */
    {0x3021, 0x302D},   /* Hangzhou numerals, ideographic tone marks */
    {0x3031, 0x303C},   /* kana repeat marks, more numerals */
    {0x3041, 0x312F},   /* Hiragana, Katakana, Bopomofo */
    {0x31A0, 0x31BF},   /* Bopomofo extended */
    {0x31F0, 0x31FF},   /* Katakana extensions */
    {0x3400, 0x4DBF},   /* Han */
    {0x4E00, 0x9FFF},   /* Han */
    {0xA980, 0xA9FF},   /* Javanese, Burmese extended */
    {0xAA60, 0xAADF},   /* Burmese extended, Tai Viet */
    {0xF900, 0xFAFF},   /* Han, compatibility */
    {0xFF66, 0xFF9F},   /* Katakana, half width */
    {0x11700, 0x1174F}, /* Ahom */
    {0x16FE0, 0x18D8F}, /* Tangut, Nushu, Khitan */
    {0x1AFF0, 0x1B2FF}, /* Kana extensions */
    {0x20000, 0x3FFFD}  /* Han */
};

static const struct range hangul[] = {{0x1100, 0x11FF}, {0x302E, 0x302F}, {0x3131, 0x318E},
                                      {0xA960, 0xA97C}, {0xAC00, 0xD7A3}, {0xD7B0, 0xD7FB},
                                      {0xFFA1, 0xFFDC}};

/* Default_Ignorable_Code_Point of Unicode 15. */
static const struct range ignored[] = {
    {0x00AD, 0x00AD},   {0x034F, 0x034F},  {0x061C, 0x061C}, {0x115F, 0x1160}, {0x17B4, 0x17B5},
    {0x180B, 0x180F},   {0x200B, 0x200F},  {0x202A, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},
    {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},  {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};

/* Hebrew geresh and the modifier letters that are typed as apostrophes are among them, and what is
 * canonically the same as one of them (U+0374, 1FEF, 1FFD). */
static const struct range apostrophes[] = {
    {0x0027, 0x0027}, {0x0060, 0x0060}, {0x00B4, 0x00B4}, {0x02B9, 0x02B9}, {0x02BB, 0x02BD},
    {0x0374, 0x0374}, {0x055A, 0x055A}, {0x05F3, 0x05F3}, {0x1FEF, 0x1FEF}, {0x1FFD, 0x1FFD},
    {0x2018, 0x2019}, {0x201B, 0x201B}, {0x2032, 0x2032}, {0x2035, 0x2035}, {0xFF07, 0xFF07}};

static const struct range quotes[] = {
    {0x0022, 0x0022}, {0x00AB, 0x00AB}, {0x00BB, 0x00BB}, {0x05F4, 0x05F4}, {0x201A, 0x201A},
    {0x201C, 0x201F}, {0x2033, 0x2034}, {0x2036, 0x2037}, {0x2039, 0x203A}, {0x2E42, 0x2E42},
    {0x3008, 0x300F}, {0x301D, 0x301F}, {0xFE41, 0xFE44}, {0xFF02, 0xFF02}, {0xFF62, 0xFF63}};

#define BIT(category) (1ull << UTF8PROC_CATEGORY_##category)
#define MARKS (BIT(MN) | BIT(MC) | BIT(ME))
/* No (superscripts, circled numbers) is left out: a name may have a footnote behind it. */
#define WORDS (BIT(LU) | BIT(LL) | BIT(LT) | BIT(LM) | BIT(LO) | BIT(ND) | BIT(NL) | MARKS)

static bool is_category(uint32_t c, uint64_t bits)
{
    return bits >> utf8proc_category((utf8proc_int32_t)c) & 1;
}

bool char_is_space(uint32_t c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    return c == 0x85 || is_category(c, BIT(ZS) | BIT(ZL) | BIT(ZP));
}

bool char_is_word(uint32_t c)
{
    return is_category(c, WORDS) && !char_is_apostrophe(c);
}

bool char_is_mark(uint32_t c)
{
    return c >= 0x300 && is_category(c, MARKS);
}

bool char_is_capital(uint32_t c)
{
    return is_category(c, BIT(LU) | BIT(LT));
}

bool char_is_digit(uint32_t c)
{
    return is_category(c, BIT(ND));
}

bool char_is_dash(uint32_t c)
{
    return is_category(c, BIT(PD)) || c == 0x2043 || c == 0x2212;
}

bool char_is_apostrophe(uint32_t c)
{
    return HOLDS(apostrophes, c);
}

bool char_is_quote(uint32_t c)
{
    return HOLDS(quotes, c) || char_is_apostrophe(c);
}

bool char_is_ignored(uint32_t c)
{
    return HOLDS(ignored, c);
}

bool char_is_cyrillic(uint32_t c)
{
    return HOLDS(cyrillic, c) && is_category(c, WORDS);
}

bool char_is_latin_or_greek(uint32_t c)
{
    return HOLDS(latin_or_greek, c);
}

bool char_is_unspaced(uint32_t c)
{
    return HOLDS(unspaced, c) && is_category(c, WORDS & ~BIT(ND));
}

bool char_is_hangul(uint32_t c)
{
    return HOLDS(hangul, c) && is_category(c, WORDS);
}

bool char_is_hostile(uint32_t c)
{
    if (c < 0x20)
        return c != '\n' && c != '\t';
    if (c < 0x7F)
        return false;
    if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || c > 0x10FFFF)
        return true;
    return (c >= 0xE0000 && c <= 0xE007F) ||
           is_category(c, BIT(CC) | BIT(CF) | BIT(CS) | BIT(ZL) | BIT(ZP));
}

int char_width(uint32_t c)
{
    return char_is_hostile(c) ? 0 : utf8proc_charwidth((utf8proc_int32_t)c);
}

const char *chars_version(void)
{
    return utf8proc_unicode_version();
}
