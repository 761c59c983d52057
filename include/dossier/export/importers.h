/* SPDX-License-Identifier: ISC */
/* The table of formats that notes are taken in from. */
#ifndef DOSSIER_EXPORT_IMPORTERS_H
#define DOSSIER_EXPORT_IMPORTERS_H

#include "dossier/export/importer.h"

extern const struct importer *const importers[]; /* ends with NULL */

/* The importer that knows BYTES; NULL with an error that lists the formats. */
const struct importer *importers_find(struct str bytes, struct error *error);

#endif
