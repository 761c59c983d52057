/* SPDX-License-Identifier: ISC */
/* YAML to a tree with positions. By libyaml's events, with limits: depth 64, a cap on size and
 * nodes, no aliases, no anchors, no %TAG, no tags, UTF-8 only, one document. */
#ifndef DOSSIER_YAML_READ_H
#define DOSSIER_YAML_READ_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>

#define YAML_LARGEST ((size_t)256 << 20) /* bytes of one file */

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml_node {
    enum yaml_kind kind;
    struct str text; /* of a scalar; may hold any character, NUL and ESC too */
    bool plain; /* a scalar without quotation marks: `null`, `~` and nothing then mean no value */
    bool flow;  /* a list or map in brackets */
    int line, column;        /* from 1 */
    size_t start, end;       /* bytes of the source; comments behind it are not in it */
    size_t item;             /* in a block list: where its "- " stands; else as start */
    struct yaml_node *key;   /* in a map: this value's key, a scalar */
    struct yaml_node *first; /* the first child of a list or map */
    struct yaml_node *next;  /* the next child of the parent */
};

/* What stops a file from being read: a place and a sentence. */
struct yaml_failure {
    int line, column;
    struct error error;
};

/* The tree of SOURCE in ARENA; an empty source gives an empty map. NULL, with FAILURE set, if it is
 * not YAML or breaks a limit. */
const struct yaml_node *yaml_read(struct arena *arena, struct str source,
                                  struct yaml_failure *failure);
/* A plain scalar that stands for no value, or NULL. */
bool yaml_is_null(const struct yaml_node *node);
/* MAP's value under KEY; NULL where it has none, or is no map. */
const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key);

#endif
