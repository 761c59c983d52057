/* SPDX-License-Identifier: ISC */
#include "dossier/base/str.h"

#include <limits.h>
#include <string.h>
#include <strings.h>

#define COMPARED 40 /* bytes of a name that are compared with another */

struct str str_of(const char *chars)
{
    return (struct str){chars ? chars : "", chars ? strlen(chars) : 0};
}

struct str str_sub(struct str s, size_t start, size_t end)
{
    if (end > s.len)
        end = s.len;
    if (start >= end)
        return (struct str){s.at, 0};
    return (struct str){s.at + start, end - start};
}

bool str_eq(struct str a, struct str b)
{
    return a.len == b.len && (!a.len || !memcmp(a.at, b.at, a.len));
}

bool str_is(struct str a, const char *b)
{
    return str_eq(a, str_of(b));
}

int str_cmp(struct str a, struct str b)
{
    size_t both = a.len < b.len ? a.len : b.len;
    int order = both ? memcmp(a.at, b.at, both) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_eq_nocase(struct str a, struct str b)
{
    return a.len == b.len && (!a.len || !strncasecmp(a.at, b.at, a.len));
}

bool str_starts(struct str s, struct str prefix)
{
    return str_eq(str_sub(s, 0, prefix.len), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
    return s.len >= suffix.len && str_eq(str_sub(s, s.len - suffix.len, s.len), suffix);
}

ptrdiff_t str_find(struct str s, struct str needle, size_t from)
{
    if (from > s.len)
        return -1;
    if (!needle.len)
        return (ptrdiff_t)from;
    if (from == s.len)
        return -1;
    const char *found = needle.len == 1 ? memchr(s.at + from, needle.at[0], s.len - from)
                                        : memmem(s.at + from, s.len - from, needle.at, needle.len);
    return found ? found - s.at : -1;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str s)
{
    while (s.len && is_space(s.at[0]))
        s = (struct str){s.at + 1, s.len - 1};
    while (s.len && is_space(s.at[s.len - 1]))
        s.len--;
    return s;
}

bool str_split(struct str *rest, char separator, struct str *part)
{
    *part = (struct str){rest->at, 0};
    if (!rest->at || !rest->len)
        return false;
    const char *end = memchr(rest->at, separator, rest->len);
    size_t len = end ? (size_t)(end - rest->at) : rest->len;
    *part = str_sub(*rest, 0, len);
    *rest = end ? str_sub(*rest, len + 1, rest->len) : (struct str){rest->at + len, 0};
    return true;
}

bool str_number(struct str s, long *out)
{
    if (!s.len)
        return false;
    long n = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] < '0' || s.at[i] > '9' || n > (LONG_MAX - 9) / 10)
            return false;
        n = n * 10 + (s.at[i] - '0');
    }
    *out = n;
    return true;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t str_distance(struct str a, struct str b)
{
    size_t row[COMPARED + 1];
    a = str_sub(a, 0, COMPARED);
    b = str_sub(b, 0, COMPARED);
    for (size_t j = 0; j <= b.len; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t changed = diagonal + (a.at[i - 1] != b.at[j - 1]);
            diagonal = row[j];
            row[j] = least(changed, 1 + least(row[j], row[j - 1]));
        }
    }
    return row[b.len];
}

uint64_t str_hash(struct str s)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)s.at[i]) * 1099511628211u;
    return hash;
}
