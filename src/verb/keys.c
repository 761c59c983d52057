/* SPDX-License-Identifier: ISC */
/* keys: the key table of the reader. */
#include "common.h"

#include "dossier/base/memory.h"
#include "dossier/command/command.h"

enum { CONTEXT, SHOWN_KEYS, KEYS, COMMAND_NAME, HELP };

static const struct column columns[] = {
    [CONTEXT] = {"context", "where", .least = 8, .spare = 2},
    [SHOWN_KEYS] = {NULL, "keys", .least = 12},
    [KEYS] = {"keys"},
    [COMMAND_NAME] = {"command", "command", .least = 10, .spare = 1},
    [HELP] = {"help", "does", .least = 20},
};

/* Where a command has its keys: "all"; or "text, list". */
static struct str context_names(const struct verb_call *call, unsigned contexts)
{
    static const unsigned sets[] = {
        CONTEXT_ALL,    CONTEXT_READING, CONTEXT_ROWS,     CONTEXT_TEXT,  CONTEXT_SELECTION,
        CONTEXT_LIST,   CONTEXT_PLACES,  CONTEXT_CAST,     CONTEXT_NOTES, CONTEXT_PROBLEMS,
        CONTEXT_DOUBTS, CONTEXT_TIMES,   CONTEXT_TIMELINE, CONTEXT_SAID,  CONTEXT_ABOUT,
        CONTEXT_INFO,   CONTEXT_PROMPT,  CONTEXT_EDITOR};
    struct buf names = {0};
    for (size_t i = 0; i < COUNT(sets); i++) {
        if ((contexts & sets[i]) != sets[i])
            continue;
        contexts &= ~sets[i];
        buf_printf(&names, "%s%s", names.len ? ", " : "", command_context_name(sets[i]));
    }
    struct str copy = arena_str(call->scratch, buf_view(&names));
    buf_free(&names);
    return copy;
}

static struct cell keys_cell(const struct verb_call *call, const char *keys)
{
    struct str rest = str_of(keys), key;
    struct {
        struct str *at;
        size_t len, cap;
    } list = {0};
    while (str_split(&rest, ' ', &key))
        *vec_add(call->scratch, &list) = key;
    return cell_texts(list.at, list.len);
}

static enum status run(struct verb_call *call)
{
    struct rows *rows = verb_rows(call, columns, COUNT(columns));
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        const struct command_row *command = &command_table[i];
        arena_clear(call->scratch);
        const struct cell cells[] = {
            [CONTEXT] = cell_text(context_names(call, command->contexts)),
            [SHOWN_KEYS] = cell_text(str_of(command->keys)),
            [KEYS] = keys_cell(call, command->keys),
            [COMMAND_NAME] = cell_text(str_of(command->name)),
            [HELP] = cell_text(str_of(command->help)),
        };
        rows_add(rows, cells, NULL);
    }
    return verb_close(rows);
}

const struct verb verb_keys = {
    .name = "keys",
    .operands = "[OPTION…]",
    .summary = "the key table",
    .about = "Lists the commands of the reader, their keys, and where these act. A command without "
             "keys is\n"
             "typed behind a colon.\n",
    .example = "dossier keys --format=jsonl",
    .least = 0,
    .most = 0,
    .flags = VERB_LISTS | VERB_ALONE,
    .run = run,
};
