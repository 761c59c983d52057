/* SPDX-License-Identifier: ISC */
/* config.yaml: options by their names, and `keys:`, a map from keys to command lines. What is wrong
 * in it is told and left out; it never stops the program. */
#ifndef DOSSIER_CONFIG_CONFIG_FILE_H
#define DOSSIER_CONFIG_CONFIG_FILE_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/base/str.h"
#include "dossier/config/options.h"

#include <stddef.h>

/* One line of `keys:`, as written; what it means is for those who know keys and commands. */
struct config_key {
    struct str keys, line; /* "gt" and "tag #paris"; an empty line binds the keys to nothing */
    struct str file;       /* where it stands */
    int row, column;
};

struct config_keys {
    struct config_key *at;
    size_t len, cap;
};

/* Where a value stands; no file: in none. */
struct config_place {
    struct str file;
    int row, column;
};

struct config {
    struct options options;
    struct config_place theme;
    struct config_keys keys; /* those of the preset first; later ones win */
};

/* The config without any file. */
void config_default(struct arena *arena, struct config *out);
/* Takes over what SOURCE says; FILE is its name in problems. The preset is not looked for. */
void config_read(struct arena *arena, struct str source, struct str file, struct config *config,
                 struct problems *problems);
/* $XDG_CONFIG_HOME/dossier/config.yaml, where there is one, and the keys of the preset that it
 * names. */
void config_load(struct arena *arena, struct config *out, struct problems *problems);
/* The names of all presets of keys, "default" first; in ARENA. */
struct str *config_presets(struct arena *arena, size_t *count);

#endif
