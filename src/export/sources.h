/* SPDX-License-Identifier: ISC */
/* The articles that exported notes are on. */
#ifndef DOSSIER_SRC_EXPORT_SOURCES_H
#define DOSSIER_SRC_EXPORT_SOURCES_H

#include "dossier/base/arena.h"
#include "dossier/export/exporter.h"

#include <stdint.h>

struct source {
    uint32_t article;
    struct str sha256; /* of its file, as the first note that has one keeps it; or empty */
    int64_t read;      /* when the first note on it was made; 0: not known */
};

struct sources {
    struct source *at;
    size_t len, cap;
};

/* Each once, in the order of the notes. */
void sources_find(struct arena *arena, const struct export_request *request, struct sources *out);

#endif
