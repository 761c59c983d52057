/* SPDX-License-Identifier: ISC */
/* The table of export formats. */
#ifndef DOSSIER_EXPORT_EXPORTERS_H
#define DOSSIER_EXPORT_EXPORTERS_H

#include "dossier/base/error.h"
#include "dossier/export/exporter.h"

extern const struct exporter *const exporters[]; /* ends with NULL */

/* The exporter with this name; NULL with an error that lists the names. */
const struct exporter *exporters_find(struct str name, struct error *error);
/* "article", "actor", "tag", "date". False, with an error that lists them, for another word. */
bool exporters_by(struct str word, enum export_by *out, struct error *error);
/* Whether an export may take the place of the file PATH, where the user says so. Never that of an
 * article or of a YAML file, which hold what can't be made again. */
bool exporters_may_replace(const struct library *library, const char *path, struct error *error);

#endif
