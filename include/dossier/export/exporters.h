/* SPDX-License-Identifier: ISC */
/* The table of export formats, and the mark by which an export is never taken for an article. */
#ifndef DOSSIER_EXPORT_EXPORTERS_H
#define DOSSIER_EXPORT_EXPORTERS_H

#include "dossier/base/error.h"
#include "dossier/export/exporter.h"

extern const struct exporter *const exporters[]; /* ends with NULL */

/* The exporter with this name; NULL with an error that lists the names. */
const struct exporter *exporters_find(struct str name, struct error *error);

#endif
