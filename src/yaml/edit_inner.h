/* SPDX-License-Identifier: ISC */
/* A change deep inside a file: again one splice, and what the file must read as afterwards. */
#ifndef YAML_EDIT_INNER_H
#define YAML_EDIT_INNER_H

#include "edit_parts.h"

/* The change as the tree knows it. */
struct inner {
    struct edit edit;
    const struct yaml_node *at,
        *gone;                     /* a list or map that gains ADDED; what goes, or is swapped */
    const char *key;               /* of what AT, a map, gains */
    const struct yaml_node *added; /* a chain; in place of GONE where that is swapped */
    bool swaps;
};

/* A change of SOURCE, which reads as ROOT; NAME is told where it is refused. */
struct inner inner_begin(const struct buf *source, const struct yaml_node *root, const char *name,
                         struct error *error);
/* The ITEMS, each read, as a chain; NULL with the error. */
const struct yaml_node *inner_items(struct inner *inner, const struct str *items, size_t count);
/* Does the splice where its result reads back as the tree with the change. */
bool inner_finish(struct inner *inner, struct buf *source);
/* Frees what the change holds; gives back OK. */
bool inner_end(struct inner *inner, bool ok);

#endif
