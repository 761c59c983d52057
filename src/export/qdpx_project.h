/* SPDX-License-Identifier: ISC */
/* A REFI-QDA project that is being written. */
#ifndef DOSSIER_SRC_EXPORT_QDPX_PROJECT_H
#define DOSSIER_SRC_EXPORT_QDPX_PROJECT_H

#include "dossier/export/exporter.h"
#include "lookup.h"
#include "qdpx_text.h"

/* A text with the notes on it. */
struct qdpx_source {
    uint32_t article;
    struct qdpx_text text;
    const struct note **at;
    size_t len, cap;
    char guid[QDPX_GUID];
};

struct qdpx_names {
    struct str *at;
    size_t len, cap;
    struct lookup ids;
};

struct qdpx_project {
    struct arena *arena;
    const struct export_request *request;
    struct {
        struct qdpx_source *at; /* as their articles first come */
        size_t len, cap;
    } sources;
    struct qdpx_names users, tags;
    struct qdpx_names actors; /* ids; those that tags.yaml does not know too */
    struct lookup notes;      /* exported ones, by id: their place in the request */
    struct buf *out;
};

/* The note has words of its own that others are to see, or no passage to show them at. */
bool qdpx_has_memo(const struct note *note);
/* Adds NAME="GUID" of a thing as an attribute. */
void qdpx_put_guid(struct qdpx_project *project, const char *name, enum qdpx_kind kind,
                   struct str of);
void qdpx_put_attribute(struct qdpx_project *project, const char *name, struct str value);
/* Adds who made NOTE and when, as attributes. */
void qdpx_put_made(struct qdpx_project *project, const struct note *note);
void qdpx_put_noteref(struct qdpx_project *project, const struct note *note);
/* The source with its selections, codings and references to notes. */
void qdpx_put_source(struct qdpx_project *project, const struct qdpx_source *source);
/* NOTE whole, as an instruction that others pass over. */
void qdpx_put_record(struct qdpx_project *project, const struct note *note);

#endif
