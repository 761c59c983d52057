/* SPDX-License-Identifier: ISC */
#include "dossier/search/saved.h"

#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#define LONGEST 60 /* bytes of a name */

const struct saved_search *saved_find(const struct saved_searches *saved, struct str name)
{
    for (size_t i = 0; saved && i < saved->len; i++)
        if (str_eq(saved->at[i].name, name))
            return &saved->at[i];
    return NULL;
}

static bool may_hold(uint32_t c)
{
    return char_is_word(c) || c == '-' || c == '_' || c == '.' || c == '+';
}

bool saved_name_is_good(struct str name, struct error *error)
{
    bool good = name.len && name.len <= LONGEST;
    for (size_t at = 0; good && at < name.len;)
        good = may_hold(utf8_next(name, &at));
    return good ||
           error_set(error,
                     "“%.*s” can’t be the name of a search; allowed is one word of letters, "
                     "digits and - _ . +, up to %d bytes",
                     STR_ARG(str_sub(name, 0, LONGEST)), LONGEST);
}
