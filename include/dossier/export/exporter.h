/* SPDX-License-Identifier: ISC */
/* What an export format promises. */
#ifndef DOSSIER_EXPORT_EXPORTER_H
#define DOSSIER_EXPORT_EXPORTER_H

#include "dossier/base/buf.h"
#include "dossier/model/library.h"
#include "dossier/notes/note.h"

#include <stddef.h>

/* What is exported: NOTES are in the order wished. */
struct export_request {
    const struct library *library;
    const struct note *const *notes;
    size_t count;
    int64_t now; /* seconds since 1970: when it is exported */
};

struct exporter {
    const char *name;   /* as in --format */
    const char *help;   /* a few words */
    const char *ending; /* ".md" */
    void (*write)(const struct export_request *request, struct buf *out);
};

#endif
