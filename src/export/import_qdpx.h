/* SPDX-License-Identifier: ISC */
/* A REFI-QDA project that is being read. */
#ifndef DOSSIER_SRC_EXPORT_IMPORT_QDPX_H
#define DOSSIER_SRC_EXPORT_IMPORT_QDPX_H

#include "dossier/exchange/xml.h"
#include "dossier/exchange/zip.h"
#include "import.h"
#include "qdpx_text.h"

/* A code: a tag, or an actor of this dossier. */
struct qdpx_code {
    struct str name;
    struct str actor; /* its id, or empty */
};

struct qdpx_import {
    struct import import;
    struct zip_reader *zip;
    const struct xml *project;
    struct {
        struct qdpx_code *at;
        size_t len, cap;
    } codes;
    struct {
        const struct xml **at;
        size_t len, cap;
    } users, memos;
    struct lookup code_ids, user_ids, memo_ids; /* by GUID: places in the three above */
    struct lookup replies;                      /* by GUID of a memo: the link that begins at it */
    struct {
        const struct xml **at;
        size_t len, cap;
    } links;
    struct lookup own;      /* GUIDs of notes that came whole */
    struct lookup used;     /* GUIDs of memos that a note has taken */
    struct lookup articles; /* by text, with line feeds alone: this dossier's articles */
    bool articles_indexed;
};

/* GUID without its braces, in small letters. */
struct str qdpx_guid_of(struct qdpx_import *qdpx, struct str guid);
/* The id of the note with this GUID. */
struct str qdpx_id_of(struct qdpx_import *qdpx, struct str guid);
/* The text in ELEMENT, or in the file of the archive that it names. False where there is none. */
bool qdpx_text_of(struct qdpx_import *qdpx, const struct xml *element, struct str *out);
/* Who made ELEMENT and when. */
void qdpx_take_made(struct qdpx_import *qdpx, const struct xml *element, struct note *note);
/* The words of the memo GUID, and what it replies to. */
void qdpx_take_memo(struct qdpx_import *qdpx, struct str guid, struct note *note);
/* The same of all memos that ELEMENT refers to. */
void qdpx_take_memos(struct qdpx_import *qdpx, const struct xml *element, struct note *note);
/* All in the source ELEMENT: its selections, and what it is coded with as a whole. */
void qdpx_take_source(struct qdpx_import *qdpx, const struct xml *element);
/* The notes of ours that came whole. */
void qdpx_take_records(struct qdpx_import *qdpx, const struct xml *root);

#endif
