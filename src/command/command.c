/* SPDX-License-Identifier: ISC */
#include "dossier/command/command.h"

#include "dossier/base/memory.h"

#include <string.h>

const struct command_row command_table[COMMAND_COUNT] = {
#define COMMAND(id, name, keys, contexts, argument, help) {name, keys, contexts, argument, help},
#include "dossier/command/commands.def"
#undef COMMAND
};

static const struct {
    unsigned contexts;
    const char *name;
} context_names[] = {
    {CONTEXT_TEXT, "text"},        {CONTEXT_SELECTION, "selection"},
    {CONTEXT_LIST, "list"},        {CONTEXT_PLACES, "concordance"},
    {CONTEXT_CAST, "cast"},        {CONTEXT_NOTES, "notes"},
    {CONTEXT_PROBLEMS, "issues"},  {CONTEXT_INFO, "help"},
    {CONTEXT_FOLDERS, "searches"}, {CONTEXT_DOUBTS, "doubts"},
    {CONTEXT_TIMES, "times"},      {CONTEXT_TIMELINE, "timeline"},
    {CONTEXT_SAID, "said"},        {CONTEXT_ABOUT, "about"},
    {CONTEXT_PROMPT, "prompt"},    {CONTEXT_EDITOR, "editor"},
    {CONTEXT_READING, "text"},     {CONTEXT_ROWS, "lists"},
    {CONTEXT_ALL, "all"},          {CONTEXT_ALL | CONTEXT_PROMPT, "all"},
};

enum command command_find(struct str name)
{
    enum command found = COMMAND_NONE;
    size_t fits = 0;
    for (int i = 0; i < COMMAND_COUNT; i++) {
        struct str whole = str_of(command_table[i].name);
        if (str_eq(whole, name))
            return (enum command)i;
        if (name.len && str_starts(whole, name)) {
            found = (enum command)i;
            fits++;
        }
    }
    return fits == 1 ? found : COMMAND_NONE;
}

const char *command_context_name(unsigned contexts)
{
    for (size_t i = 0; i < COUNT(context_names); i++)
        if (context_names[i].contexts == contexts)
            return context_names[i].name;
    return "several";
}

#define NEAR_FURTHEST 24 /* letters that may differ */
#define NEAR_MOST 3      /* names that are offered */

/* 0: begins so; else the letters that differ, or a large number. */
static size_t nearness(struct str name, struct str whole)
{
    if (!name.len)
        return SIZE_MAX;
    if (str_starts(whole, name))
        return 0;
    if (name.len >= 3 && str_find(whole, name, 0) >= 0)
        return 1;
    size_t off = str_distance(name, whole) + (name.at[0] != whole.at[0]);
    return off * 3 <= whole.len + 2 ? off : SIZE_MAX;
}

void command_nearest(struct str name, struct buf *out)
{
    size_t given = 0;
    for (size_t off = 0; off < NEAR_FURTHEST && given < NEAR_MOST; off++)
        for (int i = 0; i < COMMAND_COUNT && given < NEAR_MOST; i++)
            if (nearness(name, str_of(command_table[i].name)) == off)
                buf_printf(out, "%s%s", given++ ? ", " : "", command_table[i].name);
}
