/* SPDX-License-Identifier: ISC */
/* Each format's own exporter, for the table. */
#ifndef DOSSIER_SRC_EXPORT_FORMATS_H
#define DOSSIER_SRC_EXPORT_FORMATS_H

#include "dossier/export/exporter.h"

extern const struct exporter exporter_markdown, exporter_html, exporter_org, exporter_webanno,
    exporter_csv, exporter_jsonl, exporter_csl_json, exporter_text, exporter_qdpx,
    exporter_evidence;

#endif
