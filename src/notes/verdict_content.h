/* SPDX-License-Identifier: ISC */
/* The verdicts of one file, in memory. */
#ifndef DOSSIER_SRC_NOTES_VERDICT_CONTENT_H
#define DOSSIER_SRC_NOTES_VERDICT_CONTENT_H

#include "dossier/notes/anchor.h"
#include "dossier/notes/notes_file.h"

/* Finds the places of all verdicts; what is made for it is in ARENA. */
void verdict_anchor_all(struct arena *arena, struct anchor_finder *finder,
                        struct notes_content *content);
/* Both hold the same ones. */
bool verdict_same_all(const struct notes_content *a, const struct notes_content *b);
/* CHANGE was saved into the file of CONTENT, which is shown as SHOWN: so it is here. */
void verdict_take_over(struct arena *arena, struct anchor_finder *finder,
                       struct notes_content *content, const struct notes_change *change,
                       const struct str *shown);

#endif
