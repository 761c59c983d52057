/* SPDX-License-Identifier: ISC */
#include "clipboard.h"

#include <stdint.h>

static void add_group(struct buf *out, const unsigned char *bytes, size_t count)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    uint32_t bits = (uint32_t)bytes[0] << 16;
    bits |= count > 1 ? (uint32_t)bytes[1] << 8 : 0;
    bits |= count > 2 ? (uint32_t)bytes[2] : 0;
    for (size_t i = 0; i < 4; i++)
        buf_char(out, i <= count ? digits[bits >> (18 - 6 * i) & 63] : '=');
}

bool clipboard_sequence(struct str text, struct buf *out)
{
    if (text.len > CLIPBOARD_MOST)
        return false;
    const unsigned char *bytes = (const unsigned char *)text.at;
    buf_chars(out, "\033]52;c;");
    for (size_t i = 0; i < text.len; i += 3)
        add_group(out, bytes + i, text.len - i < 3 ? text.len - i : 3);
    buf_char(out, '\a');
    return true;
}
