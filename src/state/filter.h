/* SPDX-License-Identifier: ISC */
/* What & lets through: rows that hold each of its words, whatever the case and marks. */
#ifndef DOSSIER_SRC_STATE_FILTER_H
#define DOSSIER_SRC_STATE_FILTER_H

#include "dossier/base/buf.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* A filter made ready, and the row that is being asked about. Zero it, filter_begin, filter_end. */
struct filter {
    struct buf wish; /* folded, without space at its ends */
    struct buf row;
    bool tagged; /* a word that begins with # is looked for among the tags; else # is a letter like
                    others */
    const struct str *tags;
    size_t tag_count;
};

void filter_begin(struct filter *filter, struct str wish);
void filter_end(struct filter *filter);
/* Begins a row, and adds S to it. */
void filter_row(struct filter *filter);
void filter_add(struct filter *filter, struct str s);
void filter_tags(struct filter *filter, const struct str *tags, size_t count);
bool filter_passes(const struct filter *filter);

#endif
