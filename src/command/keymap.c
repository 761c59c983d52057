/* SPDX-License-Identifier: ISC */
/* Bindings stand in the order in which they were made, and the last that fits wins: so the user's
 * config stands over the table, and nothing is ever taken out. */
#include "dossier/command/keymap.h"

#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"

#include <string.h>

/* One key of a sequence at *AT: ^X, or one character. */
static bool next_key(struct str keys, size_t *at, key *out)
{
    if (key_parse(str_sub(keys, *at, *at + 2), out) && keys.at[*at] == '^')
        return *at += 2, true;
    size_t end = *at;
    utf8_next(keys, &end);
    bool good = key_parse(str_sub(keys, *at, end), out);
    *at = end;
    return good;
}

static bool parse_keys(struct str keys, struct binding *binding)
{
    binding->length = 0;
    if (key_parse(keys, &binding->keys[0])) {
        binding->length = 1;
        return true;
    }
    for (size_t at = 0; at < keys.len;) {
        if (binding->length == KEYMAP_LONGEST)
            return false;
        if (!next_key(keys, &at, &binding->keys[binding->length++]))
            return false;
    }
    return binding->length > 0;
}

void keymap_default(struct arena *arena, struct keymap *out)
{
    *out = (struct keymap){.arena = arena};
    for (int i = 0; i < COMMAND_COUNT; i++) {
        struct str rest = str_of(command_table[i].keys), keys;
        while (str_split(&rest, ' ', &keys)) {
            struct binding binding = {.contexts = command_table[i].contexts,
                                      .command = (enum command)i};
            if (parse_keys(keys, &binding))
                *vec_add(arena, out) = binding;
        }
    }
}

static bool unknown_command(struct str name, struct error *error)
{
    struct buf near = {0};
    command_nearest(name, &near);
    error_set(error, "there is no command “%.*s”%s%.*s", STR_ARG(name),
              near.len ? "; near it: " : "; :help lists all", STR_ARG(buf_view(&near)));
    buf_free(&near);
    return false;
}

bool keymap_bind(struct keymap *keymap, struct str keys, struct str line, struct error *error)
{
    struct binding binding = {.contexts = CONTEXT_ALL, .command = COMMAND_NONE};
    if (!parse_keys(keys, &binding))
        return error_set(error,
                         "“%.*s” is no key: one character, ^X, Space, Tab, S-Tab, Enter, Esc, "
                         "Backspace, Delete, Up, Down, Left, Right, PgUp, PgDn, Home, End, or up "
                         "to %d characters one after the other",
                         STR_ARG(keys), KEYMAP_LONGEST);
    struct str rest = str_trim(line), name;
    if (rest.len && rest.at[0] == ':')
        rest = str_trim(str_sub(rest, 1, rest.len));
    if (str_split(&rest, ' ', &name)) {
        binding.command = command_find(name);
        if (binding.command == COMMAND_NONE)
            return unknown_command(name, error);
        binding.contexts = command_table[binding.command].contexts;
        binding.argument = arena_str(keymap->arena, str_trim(rest));
    }
    *vec_add(keymap->arena, keymap) = binding;
    return true;
}

static bool begins_with(const struct binding *binding, const key *keys, size_t count)
{
    return binding->length >= count && !memcmp(binding->keys, keys, count * sizeof *keys);
}

/* The same for one set of contexts and keys as they were typed. A longer sequence hides a shorter
 * one only if it was bound later. */
static enum keymap_answer look(const struct keymap *keymap, unsigned context, const key *keys,
                               size_t count, const struct binding **out)
{
    bool more = false;
    *out = NULL;
    for (size_t i = keymap->len; i-- > 0;) {
        const struct binding *binding = &keymap->at[i];
        if (!(binding->contexts & context) || !begins_with(binding, keys, count))
            continue;
        if (binding->length > count) {
            more = more || binding->command != COMMAND_NONE;
            continue;
        }
        if (binding->command != COMMAND_NONE)
            *out = binding;
        break;
    }
    return more ? KEYMAP_MORE : *out ? KEYMAP_FOUND : KEYMAP_UNBOUND;
}

static enum keymap_answer look_typed(const struct keymap *keymap, unsigned context, const key *keys,
                                     size_t count, const struct binding **out)
{
    if (context & CONTEXT_SELECTION) {
        enum keymap_answer answer = look(keymap, CONTEXT_SELECTION, keys, count, out);
        if (answer != KEYMAP_UNBOUND)
            return answer;
    }
    return look(keymap, context, keys, count, out);
}

enum keymap_answer keymap_look(const struct keymap *keymap, unsigned context, const key *keys,
                               size_t count, const struct binding **out)
{
    *out = NULL;
    if (!count || count > KEYMAP_LONGEST)
        return KEYMAP_UNBOUND;
    enum keymap_answer answer = look_typed(keymap, context, keys, count, out);
    if (answer != KEYMAP_UNBOUND || context & (CONTEXT_PROMPT | CONTEXT_EDITOR))
        return answer;
    key at_place[KEYMAP_LONGEST];
    for (size_t i = 0; i < count; i++)
        at_place[i] = key_at_place(keys[i]);
    return look_typed(keymap, context, at_place, count, out);
}

/* BINDING's keys still lead to it somewhere. */
static bool in_force(const struct keymap *keymap, const struct binding *binding)
{
    for (unsigned bit = 1; bit <= CONTEXT_EDITOR; bit <<= 1) {
        const struct binding *found;
        if (!(binding->contexts & bit))
            continue;
        keymap_look(keymap, bit, binding->keys, binding->length, &found);
        if (found == binding)
            return true;
    }
    return false;
}

void keymap_keys(const struct keymap *keymap, enum command command, struct buf *out)
{
    bool first = true;
    for (size_t i = 0; i < keymap->len; i++) {
        const struct binding *binding = &keymap->at[i];
        if (binding->command != command || binding->argument.len || !in_force(keymap, binding))
            continue;
        if (!first)
            buf_char(out, ' ');
        first = false;
        for (size_t k = 0; k < binding->length; k++)
            key_name(binding->keys[k], out);
    }
}
