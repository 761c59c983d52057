/* SPDX-License-Identifier: ISC */
/* Where the blocks of a large file begin, found without reading them. */
#ifndef DOSSIER_SRC_NOTES_SCAN_H
#define DOSSIER_SRC_NOTES_SCAN_H

#include "dossier/base/arena.h"

#include <stdbool.h>
#include <stdint.h>

struct scan {
    struct str line_end;
    size_t indent; /* columns before the dashes */
    size_t list;   /* where the list begins, behind `notes:` */
    size_t end;    /* where the next line begins that is no part of it and no comment */
    struct {
        uint32_t *at; /* of each block, the line with its dash */
        size_t len, cap;
    } items;
};

/* What is told of block NUMBER: its id, where that stands plainly behind the dash; else empty. */
typedef void scan_visit(void *context, size_t number, struct str id);

/* Goes through the file FD of LEN bytes. All of the list is text, as YAML allows it, or this is
 * false; so it is where the list is laid out in another way. */
bool scan_file(struct arena *arena, int fd, size_t len, scan_visit *visit, void *context,
               struct scan *scan);

#endif
