/* SPDX-License-Identifier: ISC */
/* Numbers by name, in an arena. Zero it to begin. */
#ifndef DOSSIER_SRC_EXPORT_LOOKUP_H
#define DOSSIER_SRC_EXPORT_LOOKUP_H

#include "dossier/base/arena.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LOOKUP_NONE UINT32_MAX

struct lookup {
    struct lookup_slot *slots; /* a power of two of places, half of them free at least */
    size_t len, places;
};

/* The number of NAME; where it has none yet, it gets NUMBER. NAME is borrowed. */
uint32_t lookup_add(struct arena *arena, struct lookup *ids, struct str name, uint32_t number);
/* The number of NAME, or LOOKUP_NONE. */
uint32_t lookup_find(const struct lookup *ids, struct str name);

#endif
