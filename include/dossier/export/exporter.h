/* SPDX-License-Identifier: ISC */
/* What an export format promises. */
#ifndef DOSSIER_EXPORT_EXPORTER_H
#define DOSSIER_EXPORT_EXPORTER_H

#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/model/library.h"
#include "dossier/notes/note.h"

#include <stdbool.h>
#include <stddef.h>

/* What the notes are grouped by. A note with two tags, or on a passage with two actors, stands in
 * both groups; one with none in a last group of its own. */
enum export_by { EXPORT_BY_ARTICLE, EXPORT_BY_ACTOR, EXPORT_BY_TAG, EXPORT_BY_DATE };

/* What is exported: NOTES are in the order wished. */
struct export_request {
    const struct library *library;
    const struct note *const *notes;
    size_t count;
    int64_t now; /* seconds since 1970: when it is exported */
    enum export_by by;
    bool raw; /* csv: cells are not guarded against spreadsheets */
};

struct exporter {
    const char *name;   /* as in --format */
    const char *help;   /* a few words */
    const char *ending; /* ".md" */
    bool binary;        /* it must not go to a terminal */
    /* False where something that it needs can't be read. */
    bool (*write)(const struct export_request *request, struct buf *out, struct error *error);
};

#endif
