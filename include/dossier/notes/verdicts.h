/* SPDX-License-Identifier: ISC */
/* The verdicts of all writers, as a notebook holds them. */
#ifndef DOSSIER_NOTES_VERDICTS_H
#define DOSSIER_NOTES_VERDICTS_H

#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/model/library.h"
#include "dossier/notes/notebook.h"
#include "dossier/notes/verdict.h"

/* Judges the mentions of LIBRARY, on which NOTEBOOK was opened, by the verdicts that count: this
 * user's own before those of colleagues, those on one place before those on a form in an article,
 * and these before those on a form anywhere. True if any mention may be another's now. To be called
 * before a library is shown, and when its notebook was refreshed or changed. */
bool verdicts_judge(const struct notebook *notebook, struct library *library);

/* Stores VERDICT in this writer's file, in place of their own one on the same place; its id is set.
 * Then memory, but not yet the mentions. Pointers to verdicts are void after it. */
bool verdicts_give(struct notebook *notebook, const struct library *library,
                   struct verdict *verdict, struct error *error);
/* Takes this writer's verdict with this id out of the file. */
bool verdicts_take_back(struct notebook *notebook, const struct library *library, struct str id,
                        struct error *error);

/* The verdict with this id, or the only one whose id begins so; NULL with an error otherwise. */
const struct verdict *verdicts_find(const struct notebook *notebook, struct str id,
                                    struct error *error);
/* This user's own on the same place as VERDICT; NULL. */
const struct verdict *verdicts_own(const struct notebook *notebook, const struct verdict *verdict);
/* By whom mention NUMBER was judged, when, whether for itself or by a rule, and who says otherwise:
 * sentences for a reader. Nothing where no verdict is about it. */
void verdicts_why(const struct notebook *notebook, const struct library *library, uint32_t number,
                  struct buf *out);
/* What VERDICT says: "Ida Brandt’s", "said by Ida Brandt", "said by nobody". */
struct str verdict_tells(struct arena *arena, const struct tags *tags,
                         const struct verdict *verdict);
/* "Ida Brandt’s", "nobody’s here". */
struct str verdict_whose(struct arena *arena, const struct tags *tags, struct str actor);

#endif
