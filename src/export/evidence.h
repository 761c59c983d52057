/* SPDX-License-Identifier: ISC */
/* The parts of the evidence archive. */
#ifndef DOSSIER_SRC_EXPORT_EVIDENCE_H
#define DOSSIER_SRC_EXPORT_EVIDENCE_H

#include "dossier/base/hash.h"
#include "dossier/export/exporter.h"

#define EVIDENCE_SUMS "SHA256SUMS"
#define EVIDENCE_PAGE "index.html"

struct evidence_note {
    const struct note *note;
    size_t number; /* as in every format: by article */
};

/* An article that is quoted, and its file. */
struct evidence_original {
    uint32_t article;
    struct str name;  /* in the archive: "originals/001-vote.txt" */
    struct str bytes; /* of the file, untouched */
    char sha256[HASH_HEX];
    struct evidence_note *at; /* by number */
    size_t len, cap;
};

struct evidence {
    struct arena *arena;
    const struct export_request *request;
    struct {
        struct evidence_original *at; /* as they first come */
        size_t len, cap;
    } originals;
    struct evidence_note *rest; /* notes on actors, and on articles that are not there */
    size_t rest_len;
    struct buf *out;
};

/* The whole page. */
void evidence_page(struct evidence *evidence);
/* What NOTE quotes, where it stands, and how sure that is. */
void evidence_note(struct evidence *evidence, const struct evidence_original *original,
                   const struct evidence_note *entry);
/* The text of the original with the passages marked. */
void evidence_text(struct evidence *evidence, const struct evidence_original *original);
/* S in HTML, its line ends kept. */
void evidence_lines(struct buf *out, struct str s);

#endif
