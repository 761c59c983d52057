/* SPDX-License-Identifier: ISC */
#include "fuzzy.h"

static bool scattered(struct str typed, struct str name)
{
    size_t at = 0;
    for (size_t i = 0; i < name.len && at < typed.len; i++)
        at += name.at[i] == typed.at[at];
    return at == typed.len;
}

static bool ends_word(char c)
{
    return c == ' ' || c == '-' || c == '\'' || c == '.' || c == '/';
}

enum fuzzy fuzzy_match(struct str typed, struct str name)
{
    enum fuzzy best = FUZZY_NONE;
    if (!typed.len)
        return FUZZY_INSIDE;
    if (str_eq(typed, name))
        return FUZZY_WHOLE;
    if (str_starts(name, typed))
        return FUZZY_START;
    for (ptrdiff_t at = 0; (at = str_find(name, typed, (size_t)at)) >= 0; at++) {
        if (ends_word(name.at[at - 1]))
            return FUZZY_WORD;
        best = FUZZY_INSIDE;
    }
    return best ? best : scattered(typed, name) ? FUZZY_SCATTERED : FUZZY_NONE;
}
