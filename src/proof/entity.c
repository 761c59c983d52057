/* SPDX-License-Identifier: ISC */
/* The few entities that people write by hand in Markdown. */
#include "page.h"

#include "dossier/base/memory.h"

#include <stdlib.h>

#define LONGEST 10

static const struct {
    const char *name;
    uint32_t c;
} names[] = {
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},        {"quot", '"'},
    {"apos", '\''},     {"nbsp", 0xA0},    {"shy", 0xAD},      {"laquo", 0xAB},
    {"raquo", 0xBB},    {"ldquo", 0x201C}, {"rdquo", 0x201D},  {"lsquo", 0x2018},
    {"rsquo", 0x2019},  {"bdquo", 0x201E}, {"sbquo", 0x201A},  {"lsaquo", 0x2039},
    {"rsaquo", 0x203A}, {"ndash", 0x2013}, {"mdash", 0x2014},  {"hellip", 0x2026},
    {"ensp", 0x2002},   {"emsp", 0x2003},  {"thinsp", 0x2009}, {"zwj", 0x200D},
    {"zwnj", 0x200C},
};

static bool read_number(struct str digits, uint32_t *out)
{
    int base = 10;
    uint64_t value = 0;
    if (digits.len && (digits.at[0] == 'x' || digits.at[0] == 'X')) {
        base = 16;
        digits = str_sub(digits, 1, digits.len);
    }
    for (size_t i = 0; i < digits.len; i++) {
        char c = digits.at[i];
        int digit = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' ? (c | 32) - 'a' + 10 : 99;
        if (digit >= base)
            return false;
        value = value * (uint64_t)base + (uint64_t)digit;
    }
    bool real = value >= ' ' && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
    *out = real ? (uint32_t)value : 0xFFFD;
    return digits.len > 0;
}

size_t entity_read(struct str s, size_t at, uint32_t *out)
{
    if (at >= s.len || s.at[at] != '&')
        return 0;
    ptrdiff_t end = str_find(str_sub(s, 0, at + LONGEST + 2), STR(";"), at);
    if (end < 0)
        return 0;
    struct str name = str_sub(s, at + 1, (size_t)end);
    size_t len = (size_t)end + 1 - at;
    if (name.len && name.at[0] == '#')
        return read_number(str_sub(name, 1, name.len), out) ? len : 0;
    for (size_t i = 0; i < COUNT(names); i++) {
        if (str_is(name, names[i].name)) {
            *out = names[i].c;
            return len;
        }
    }
    return 0;
}
