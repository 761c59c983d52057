/* SPDX-License-Identifier: ISC */
/* From keys to commands: the table's own, and over them those of the user's config. */
#ifndef DOSSIER_COMMAND_KEYMAP_H
#define DOSSIER_COMMAND_KEYMAP_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/command/command.h"
#include "dossier/command/key.h"

#include <stdbool.h>
#include <stddef.h>

#define KEYMAP_LONGEST 4 /* keys of one sequence */

struct binding {
    key keys[KEYMAP_LONGEST];
    size_t length;
    unsigned contexts;
    enum command command;
    struct str argument; /* from a config: what follows the command's name; empty otherwise */
};

struct keymap {
    struct arena *arena;
    struct binding *at; /* later ones win */
    size_t len, cap;
};

/* The bindings of the table, in ARENA. */
void keymap_default(struct arena *arena, struct keymap *out);
/* Binds KEYS ("gt", "^X", "Space") to the command line LINE ("tag #paris"; empty: to nothing)
 * wherever that command has keys. */
bool keymap_bind(struct keymap *keymap, struct str keys, struct str line, struct error *error);

enum keymap_answer { KEYMAP_UNBOUND, KEYMAP_MORE, KEYMAP_FOUND };
/* What the COUNT keys typed so far mean in CONTEXT (one bit, or TEXT and SELECTION: then SELECTION
 * goes first): a binding, or the beginning of one; then *OUT is what they mean if nothing follows,
 * or NULL. A letter of another layout that is not bound acts as the key at its place does, except
 * where text is typed. */
enum keymap_answer keymap_look(const struct keymap *keymap, unsigned context, const key *keys,
                               size_t count, const struct binding **out);
/* The keys that are in force for COMMAND, in words: "n", "Space f PgDn"; for help and the manual.
 */
void keymap_keys(const struct keymap *keymap, enum command command, struct buf *out);

#endif
