/* SPDX-License-Identifier: ISC */
#include "scalar.h"

#include "dossier/base/buf.h"
#include "dossier/text/utf8.h"

#include <string.h>

#define RUN 32 /* bytes that are looked at together */

/* A character that is read the same everywhere: libyaml ends lines at U+0085, U+2028 and U+2029,
 * and knows what a U+FEFF is. */
static bool is_clean_character(struct str s, size_t *at)
{
    size_t start = *at;
    uint32_t c = utf8_next(s, at);
    if (c == UTF8_BAD)
        return str_is(str_sub(s, start, *at), "\xEF\xBF\xBD");
    return c == '\n' || (c >= 0x20 && c <= 0x7E) ||
           (c >= 0xA0 && c < 0xFFFE && c != 0x2028 && c != 0x2029 && c != 0xFEFF) || c >= 0x10000;
}

/* Sixteen bytes that are compared at once; a byte of the outcome has all bits set, or none. */
typedef unsigned char bytes16 __attribute__((vector_size(16)));

/* The RUN bytes from AT on are printable characters of ASCII and line feeds. */
static bool is_plain_run(const char *at)
{
    bytes16 other = {0};
    uint64_t halves[2];
    for (size_t i = 0; i < RUN; i += sizeof other) {
        bytes16 c;
        memcpy(&c, at + i, sizeof c);
        other |= (bytes16)((c - ' ') > '~' - ' ') & (bytes16)(c != '\n');
    }
    memcpy(halves, &other, sizeof halves);
    return !(halves[0] | halves[1]);
}

bool scalar_step(struct str s, size_t *at)
{
    unsigned char c = (unsigned char)s.at[*at];
    /* U+00C0 to U+07FF: most of what is not ASCII */
    bool two = c >= 0xC3 && c <= 0xDF && *at + 1 < s.len && (s.at[*at + 1] & 0xC0) == 0x80;
    if (!two && !((c >= ' ' && c <= '~') || c == '\n'))
        return is_clean_character(s, at);
    *at += two ? 2 : 1;
    return true;
}

bool scalar_is_clean(struct str s)
{
    size_t at = 0;
    while (at < s.len) {
        /* the last run may begin in the one before */
        size_t run = s.len - at >= RUN ? at : s.len >= RUN ? s.len - RUN : at;
        if (run + RUN <= s.len && is_plain_run(s.at + run)) {
            at = run + RUN;
            continue;
        }
        for (size_t end = at + RUN < s.len ? at + RUN : s.len; at < end;) {
            if (!scalar_step(s, &at))
                return false;
        }
    }
    return true;
}

bool scalar_is_in(char c, const char *set)
{
    return c && strchr(set, c);
}

bool scalar_is_plain(struct str v)
{
    if (scalar_is_in(v.at[0], " -?:#&*!|>'\"%@`~[]{},") || v.at[v.len - 1] == ' ' ||
        v.at[v.len - 1] == ':')
        return false;
    const char *end = v.at + v.len;
    for (const char *p = v.at; (p = memchr(p, ':', (size_t)(end - p))); p++) {
        if (p[1] == ' ')
            return false;
    }
    for (const char *p = v.at; (p = memchr(p, '#', (size_t)(end - p))); p++) {
        if (p[-1] == ' ')
            return false;
    }
    return true;
}

bool scalar_is_null(struct str v)
{
    if (v.len > 4)
        return false;
    return !v.len || str_is(v, "null") || str_is(v, "Null") || str_is(v, "NULL") || str_is(v, "~");
}

/* The escape behind a backslash at *AT of V; moves *AT behind it. */
static bool read_escape(struct str v, size_t *at, uint32_t *c)
{
    static const char named[] = "0\0"
                                "a\a"
                                "b\b"
                                "t\t"
                                "n\n"
                                "v\v"
                                "f\f"
                                "r\r"
                                "e\x1b"
                                "\"\"\\\\";
    if (*at == v.len)
        return false;
    char kind = v.at[(*at)++];
    for (size_t i = 0; i + 1 < sizeof named; i += 2) {
        if (kind == named[i]) {
            *c = (unsigned char)named[i + 1];
            return true;
        }
    }
    size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (!digits || v.len - *at < digits)
        return false;
    for (*c = 0; digits; digits--) {
        static const char hex[] = "0123456789ABCDEF";
        const char *digit = memchr(hex, v.at[(*at)++], sizeof hex - 1);
        if (!digit)
            return false;
        *c = *c << 4 | (uint32_t)(digit - hex);
    }
    return *c <= 0x10FFFF && !(*c >= 0xD800 && *c <= 0xDFFF);
}

/* The text between the quotation marks of V, in which something is escaped. */
static bool read_escaped(struct arena *arena, struct str v, struct str *text)
{
    struct buf out = {0};
    bool ok = true;
    for (size_t at = 0; at < v.len && ok;) {
        uint32_t c;
        if (v.at[at] == '\\') {
            at++;
            ok = read_escape(v, &at, &c);
            if (ok)
                utf8_put(&out, c);
        } else {
            ok = v.at[at] != '"';
            buf_char(&out, v.at[at++]);
        }
    }
    *text = !out.len ? STR("") : arena ? arena_str(arena, buf_view(&out)) : STR("?");
    buf_free(&out);
    return ok;
}

bool scalar_quoted(struct arena *arena, struct str v, struct str *text)
{
    if (v.len < 2 || v.at[v.len - 1] != '"')
        return false;
    *text = str_sub(v, 1, v.len - 1);
    if (text->len && memchr(text->at, '\\', text->len))
        return read_escaped(arena, *text, text);
    return !text->len || !memchr(text->at, '"', text->len);
}
