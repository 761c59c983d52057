/* SPDX-License-Identifier: ISC */
/* What all formats say of notes and sources, in words without markup. */
#ifndef DOSSIER_SRC_EXPORT_PARTS_H
#define DOSSIER_SRC_EXPORT_PARTS_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
#include "dossier/export/exporter.h"

#include <stdbool.h>
#include <stdint.h>

/* A note and its number in the export, from 1. */
struct entry {
    const struct note *note;
    size_t number;
};

enum group_kind { GROUP_ARTICLE, GROUP_ACTORS, GROUP_MISSING };

/* The notes on one article; or those on actors alone; or those whose article is not there. */
struct group {
    enum group_kind kind;
    uint32_t article; /* of GROUP_ARTICLE */
    struct entry *at; /* in the order asked for */
    size_t len, cap;
};

struct groups {
    struct group
        *at; /* articles as they first come in the order asked for; actors and missing last */
    size_t len, cap;
};

void parts_groups(struct arena *arena, const struct export_request *request, struct groups *out);
/* The number in the export of the note with this id, or 0. */
size_t parts_number(const struct groups *groups, struct str id);

/* C must not stand in an export as it is, as it would hide something or turn text around: controls
 * and format characters, but the joiners that some scripts are written with. */
bool parts_hides(uint32_t c);
/* C ends a word or line; a line end, tab or carriage return too. */
bool parts_is_space(uint32_t c);
/* "<U+202E>" for such a character; returns its length. */
int parts_visible(uint32_t c, char out[16]);

/* S ends with a full stop, a question or exclamation mark, or an ellipsis. */
bool parts_ends_sentence(struct str s);
/* The title, with ~ if it was worked out; else "(no headline)" and the first words. */
struct str parts_headline(struct arena *arena, const struct article *article);
/* "Caliber.Az, Ann Doe, 21 Aug 2025~ (inferred)"; "source unknown" where it is. The address is not
 * in it. */
void parts_byline(const struct article *article, struct buf *out);
/* The address, if it is a plain http or https one; else empty. */
struct str parts_link(const struct article *article);
/* "001 ¶2"; "001 (the whole article)"; "001" for a passage that was not found. */
void parts_place(const struct library *library, const struct note *note, struct buf *out);
/* "21 Nov 2026, 10:00 UTC". */
void parts_moment(int64_t seconds, struct buf *out);
/* "anna, 21 Nov 2026, 10:00 UTC, changed 22 Nov 2026, 09:30 UTC". */
void parts_signature(const struct note *note, struct buf *out);
/* A sentence for a passage that is not where it was; empty for one that is. */
const char *parts_state(const struct note *note);
/* The name of the actor that NOTE is about, or the id of one that is not known. */
struct str parts_about(const struct library *library, const struct note *note);

/* A passage as a reader sees it: its pieces, one a paragraph, and what adjoins the first and the
 * last in their paragraphs. */
struct passage {
    struct str *at;
    size_t len, cap;
    struct str before, after;
    bool cut_before, cut_after; /* the paragraph begins before BEFORE, goes on after AFTER */
};

/* SPAN without the white space at its ends. */
struct span parts_ink(const struct article *article, struct span span);
/* NOTE's passage in the text where it was found, else as the note keeps it. */
void parts_passage(struct arena *arena, const struct library *library, const struct note *note,
                   struct passage *out);

#endif
