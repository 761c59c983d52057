/* SPDX-License-Identifier: ISC */
/* One annotation, and what becomes of it. */
#ifndef DOSSIER_SRC_EXPORT_IMPORT_WEBANNO_H
#define DOSSIER_SRC_EXPORT_IMPORT_WEBANNO_H

#include "dossier/exchange/json.h"
#include "import.h"

struct webanno {
    struct import *import;
    const struct json *json;
    size_t number;     /* in the file, from 1 */
    struct note *note; /* the import's last */
    bool own;          /* this program wrote it */
};

/* NAME of urn:x-dossier:KIND:NAME; empty for any other address. */
struct str webanno_urn(struct arena *arena, struct str iri, const char *kind);
/* NODE's KEY is WORD, or a list that holds it. */
bool webanno_says(const struct json *node, const char *key, const char *word);
/* Keeps PART with the note, and says so. */
void webanno_keep(struct webanno *anno, const char *what, const struct json *part);
/* Finds out what the annotation is on: article and passage, actor, other note. */
void webanno_target(struct webanno *anno);

#endif
