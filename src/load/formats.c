/* SPDX-License-Identifier: ISC */
#include "formats.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "plain.h"

static const struct format *const formats[] = {&format_plain};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

struct str formats_ending(struct str path)
{
    struct str name = path_base(path);
    size_t dot = name.len;
    while (dot > 0 && name.at[dot - 1] != '.')
        dot--;
    bool letters = false;
    for (size_t i = dot; i < name.len; i++) {
        if (name.at[i] == ' ')
            return STR("");
        letters = letters || !is_digit(name.at[i]);
    }
    /* what editors leave beside a file has no dot of its own: "notes~" */
    if (dot < 2)
        return str_ends(name, STR("~")) ? STR("~") : STR("");
    return letters ? str_sub(name, dot - 1, name.len) : STR("");
}

const struct format *formats_of(struct str path)
{
    struct str ending = formats_ending(path);
    for (size_t i = 0; i < COUNT(formats); i++) {
        struct str rest = str_of(formats[i]->endings), one;
        if (!ending.len)
            return &format_plain;
        while (str_split(&rest, ' ', &one)) {
            if (str_eq_nocase(one, ending))
                return formats[i];
        }
    }
    return NULL;
}
