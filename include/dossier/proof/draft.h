/* SPDX-License-Identifier: ISC */
/* A draft (Markdown, HTML, Org, an export of this program, plain text), read for its quotations. */
#ifndef DOSSIER_PROOF_DRAFT_H
#define DOSSIER_PROOF_DRAFT_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/base/span.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum quotation_kind {
    QUOTATION_MARKED, /* between quotation marks */
    QUOTATION_BLOCK,  /* set apart */
    QUOTATION_OPEN,   /* its marks are not a pair: goes on to the end of its sentence */
    QUOTATION_ENDED   /* likewise: from the beginning of its sentence on */
};

struct quotation {
    enum quotation_kind kind;
    struct str words;    /* between the marks, without markup; may run over paragraphs */
    struct span span;    /* of it in the draft's text */
    struct span before;  /* what its own sentence says before it, in the draft's text */
    struct span after;   /* and behind it; of a block: its last line, where that names a source */
    struct span heading; /* of a block: the heading above it; else empty */
    int line, column;    /* from 1, in the file: its first word */
    struct quotation *pieces; /* one that runs over paragraphs: each of them, for a mark may lack */
    size_t piece_count;
};

/* What stands in the draft and is not to be read: the target of a link, a key, a footnote. */
struct draft_aside {
    uint32_t at; /* in the text */
    struct str words;
};

struct draft {
    struct str text;   /* without markup */
    struct str source; /* the file, decoded */
    bool is_export;    /* it says of itself that it is an export of this program */
    struct {
        struct quotation *at; /* in order */
        size_t len, cap;
    } quotations;
    struct {
        struct draft_aside *at; /* in order */
        size_t len, cap;
    } asides;
};

/* Reads BYTES, which live as long as ARENA; NAME (of a file, or empty) tells the format by its
 * ending, else the content does. False where they are no text. */
bool draft_read(struct arena *arena, struct str bytes, struct str name, struct draft *out,
                struct error *error);

#endif
