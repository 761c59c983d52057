/* SPDX-License-Identifier: ISC */
/* The well-formed sequences of table 3-7: what may follow a lead byte depends on it, which is how
 * overlong forms, surrogates and all above U+10FFFF are kept out without being decoded. */
#include "dossier/text/utf8.h"

/* How many bytes follow LEAD, 0 for none or an impossible lead, and the range of the first of them.
 */
static size_t sequence(unsigned char lead, unsigned char *low, unsigned char *high)
{
    *low = 0x80;
    *high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 1;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (lead == 0xE0)
            *low = 0xA0;
        if (lead == 0xED)
            *high = 0x9F;
        return 2;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (lead == 0xF0)
            *low = 0x90;
        if (lead == 0xF4)
            *high = 0x8F;
        return 3;
    }
    return 0;
}

/* As utf8_next, but tells an ill-formed sequence from a U+FFFD that stands in the text. */
static uint32_t decode(struct str s, size_t *at, bool *bad)
{
    const unsigned char *bytes = (const unsigned char *)s.at;
    unsigned char lead = bytes[(*at)++], low, high;
    *bad = false;
    if (lead < 0x80)
        return lead;
    size_t more = sequence(lead, &low, &high);
    uint32_t c = lead & (0x3Fu >> more);
    *bad = more == 0;
    for (; more; more--) {
        if (*at >= s.len || bytes[*at] < low || bytes[*at] > high) {
            *bad = true;
            break;
        }
        c = c << 6 | (bytes[(*at)++] & 0x3Fu);
        low = 0x80;
        high = 0xBF;
    }
    return *bad ? UTF8_BAD : c;
}

uint32_t utf8_next(struct str s, size_t *at)
{
    /* two bytes are most of what is not ASCII in Latin, Greek, Cyrillic, Hebrew and Arabic */
    const unsigned char *bytes = (const unsigned char *)s.at + *at;
    if (s.len - *at > 1 && bytes[0] >= 0xC2 && bytes[0] < 0xE0 && (bytes[1] & 0xC0) == 0x80) {
        *at += 2;
        return (bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu);
    }
    bool bad;
    return decode(s, at, &bad);
}

size_t utf8_start(struct str s, size_t at)
{
    if (at >= s.len)
        return s.len;
    size_t lead = at;
    while (lead > 0 && at - lead < 3 && ((unsigned char)s.at[lead] & 0xC0) == 0x80)
        lead--;
    size_t end = lead;
    utf8_next(s, &end);
    return end > at ? lead : at;
}

uint32_t utf8_before(struct str s, size_t *at)
{
    size_t start = utf8_start(str_sub(s, 0, *at), *at - 1);
    size_t end = start;
    uint32_t c = utf8_next(str_sub(s, 0, *at), &end);
    *at = start;
    return c;
}

void utf8_put(struct buf *out, uint32_t c)
{
    char bytes[4];
    if (c < 0x80) {
        buf_char(out, (char)c);
        return;
    }
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = UTF8_BAD;
    size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i > 0; i--, c >>= 6)
        bytes[i] = (char)(0x80 | (c & 0x3F));
    bytes[0] = (char)(0xF00u >> n | c);
    buf_add(out, bytes, n);
}

bool utf8_valid(struct str s)
{
    bool bad = false;
    for (size_t at = 0; at < s.len && !bad;) {
        if ((unsigned char)s.at[at] < 0x80)
            at++;
        else
            decode(s, &at, &bad);
    }
    return !bad;
}

size_t utf8_count(struct str s)
{
    size_t count = 0;
    for (size_t at = 0; at < s.len; count++)
        utf8_next(s, &at);
    return count;
}
