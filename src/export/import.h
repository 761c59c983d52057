/* SPDX-License-Identifier: ISC */
/* What the importers share: which article is meant, where in it, and what is kept of the rest. */
#ifndef DOSSIER_SRC_EXPORT_IMPORT_H
#define DOSSIER_SRC_EXPORT_IMPORT_H

#include "dossier/exchange/failure.h"
#include "dossier/export/importer.h"
#include "lookup.h"

#include <stdbool.h>
#include <stdint.h>

/* Articles by a name that two may have; then it means neither. */
struct import_names {
    struct lookup first, shared;
};

struct import {
    const struct library *library;
    struct imported *out;
    struct arena *arena; /* OUT's */
    struct str file;
    struct str *hashes; /* for each article, once it was asked for */
    struct lookup by_hash;
    struct import_names by_url, by_title;
    bool indexed; /* by_url and by_title are filled */
    bool hashed;  /* by_hash is */
};

/* What a file tells of a source; empty where it does not. */
struct import_source {
    struct str path, url, sha256, title;
};

void import_begin(struct import *import, const struct library *library, struct str file,
                  struct imported *out);
/* ERROR says what FAILURE does, and where; false. */
bool import_fail(const struct exchange_failure *failure, struct error *error);
/* The first part of BYTES, enough to see what they are, without a byte order mark and white space
 * before it. */
struct str import_opening(struct str bytes);
/* A new note, the last one of the import. */
struct note *import_add(struct import *import);
/* A warning about line LINE of the file, or 0. */
void import_warn(struct import *import, int line, const char *code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The article that SOURCE is: by its path, its address, its content, its title; ARTICLE_NONE. */
uint32_t import_article(struct import *import, const struct import_source *source);
/* The hash of article NUMBER's file; empty where that can't be read. */
struct str import_hash(struct import *import, uint32_t number);

/* ID can be a note's. */
bool import_is_id(struct str id);
/* A note's id, made of another program's: always the same. */
struct str import_id(struct import *import, const char *format, struct str foreign);
/* Seconds since 1970 of an ISO 8601 moment, with fractions and a zone or without; or a day. False
 * for anything else. */
bool import_moment(struct str s, int64_t *out);
/* Fills created and modified from moments as they stand in the file; what is none is passed over.
 */
void import_moments(struct note *note, struct str created, struct str modified);
void import_tag(struct import *import, struct note *note, struct str tag);
/* Adds TEXT to the note's, an empty line between. */
void import_text(struct import *import, struct note *note, struct str text);
/* Keeps WHAT, as it came, in the note's extra. */
void import_keep(struct import *import, struct note *note, struct str what);

/* The byte of TEXT at which code point NUMBER begins; false beyond its end. */
bool import_code_point(struct str text, int64_t number, uint32_t *out);
/* The same by UTF-16 units, as JavaScript counts. */
bool import_utf16(struct str text, int64_t number, uint32_t *out);
/* Puts NOTE on the passage SPAN of article NUMBER: words, context, stored offsets, hash. An empty
 * one: on all of it. */
void import_anchor(struct import *import, struct note *note, uint32_t number, struct span span);
/* Puts NOTE, whose quote and context are as the file tells them, on article NUMBER, where they
 * stand exactly once; else they stay as they are, for the anchor to find out. False then. */
bool import_find(struct import *import, struct note *note, uint32_t number);

#endif
