/* SPDX-License-Identifier: ISC */
/* What an importer of notes promises. */
#ifndef DOSSIER_EXPORT_IMPORTER_H
#define DOSSIER_EXPORT_IMPORTER_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/model/library.h"
#include "dossier/notes/note.h"

#include <stdbool.h>
#include <stddef.h>

/* What a file holds: notes whose article, passage and quote are filled as far as the file tells
 * them, with positions as stored offsets. What fits nowhere in a note is in its `extra`, as it
 * came, and a problem names it. */
struct imported {
    struct arena *arena;
    struct note *notes;
    size_t len, cap;
    struct problems problems;
};

struct importer {
    const char *name; /* as the exporter of the same format */
    const char *help;
    /* BYTES look like this format. */
    bool (*knows)(struct str bytes);
    /* FILE names it in problems. False where the file as a whole can't be read. */
    bool (*read)(const struct library *library, struct str bytes, struct str file,
                 struct imported *out, struct error *error);
};

#endif
