/* SPDX-License-Identifier: ISC */
/* Each format's own importer, for the table. */
#ifndef DOSSIER_SRC_EXPORT_IMPORTERS_OWN_H
#define DOSSIER_SRC_EXPORT_IMPORTERS_OWN_H

#include "dossier/export/importer.h"

extern const struct importer importer_jsonl, importer_qdpx, importer_webanno, importer_yaml;

#endif
