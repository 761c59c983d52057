/* SPDX-License-Identifier: ISC */
/* What all formats say of notes and sources, in words without markup. */
#ifndef DOSSIER_SRC_EXPORT_PARTS_H
#define DOSSIER_SRC_EXPORT_PARTS_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
#include "dossier/export/exporter.h"

#include <stdbool.h>
#include <stdint.h>

/* C must not stand in an export as it is, as it would hide something or turn text around: controls
 * and format characters, but the joiners that some scripts are written with. */
bool parts_hides(uint32_t c);
/* C ends a word or line; a line end, tab or carriage return too. */
bool parts_is_space(uint32_t c);
/* "<U+202E>" for such a character; returns its length. */
int parts_visible(uint32_t c, char out[16]);

/* The first CHARACTERS of S. */
struct str parts_cut(struct str s, size_t characters);
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
/* What a heading names a note by: its place, or the actor that it is on. */
void parts_where(const struct library *library, const struct note *note, struct buf *out);
/* "Bridge shut. The Gazette, B. Reed, 1 May 2024~ (inferred): why." */
void parts_source(struct arena *arena, const struct article *article, struct buf *out);
/* "File one.txt, SHA-256 0123… when annotated." */
void parts_file(const struct article *article, struct str sha256, struct buf *out);
/* The words before a colon are such that an editor takes commands from what follows: "vim:",
 * "Local Variables:". */
bool parts_is_modeline(struct str before);
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
