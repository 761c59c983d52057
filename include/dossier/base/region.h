/* SPDX-License-Identifier: ISC */
/* Memory for one large thing that grows and must not move: addresses are set aside for the most
 * that it may become, and become memory as they are used, in large pages once it is large. */
#ifndef DOSSIER_BASE_REGION_H
#define DOSSIER_BASE_REGION_H

#include <stdbool.h>
#include <stddef.h>

struct region {
    char *at;    /* on a page's bound; zeroed where it was not written to */
    size_t len;  /* bytes in use; the user's to raise */
    size_t most; /* bytes set aside */
    bool large;  /* large pages were asked for */
};

/* Sets MOST bytes aside. */
void region_open(struct region *region, size_t most);
/* Room for SIZE bytes behind those in use. More than there is ends the program, as memory that ran
 * out does. */
void *region_room(struct region *region, size_t size);
/* Gives back what is not in use. */
void region_trim(struct region *region);
void region_close(struct region *region);

#endif
