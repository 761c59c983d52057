/* SPDX-License-Identifier: ISC */
/* Whose a mention is, because a writer says so: of one place, which is found again as a note's is,
 * or as a rule for every mention of a form, in an article or in the dossier. See dossier-notes(5).
 */
#ifndef DOSSIER_NOTES_VERDICT_H
#define DOSSIER_NOTES_VERDICT_H

#include "dossier/base/arena.h"
#include "dossier/model/tags.h"
#include "dossier/notes/note.h"

/* What became of a verdict. */
enum verdict_standing {
    VERDICT_COUNTS,
    VERDICT_OVERRULED, /* one of this user's own, or a later one by the same writer, counts */
    VERDICT_DISPUTED,  /* other colleagues say otherwise, and this user nothing: none counts */
    VERDICT_LOST,      /* its place, or its article, was not found */
    VERDICT_UNKNOWN    /* tags.yaml has no such actor */
};

/* The actor of a verdict that a quotation is whose it says, where that is no actor. */
#define VERDICT_AS_PRINTED "as printed"

struct verdict {
    /* id, article, created; for one place sha256, at, quote, before, after too; and by, file, line,
     * number, span, state, which are found out. A rule has no passage; one for all articles no
     * article either. The rest is empty. */
    struct note anchor;
    struct str form;                /* of a rule; else empty */
    bool said;                      /* its place is a quotation, and ACTOR says it */
    struct str actor;               /* an actor's id; empty: it is nobody's here; of a quotation
                                       perhaps VERDICT_AS_PRINTED */
    enum verdict_standing standing; /* found out, when all are gathered */
};

/* A deep copy in ARENA. */
struct verdict verdict_copy(struct arena *arena, const struct verdict *verdict);
/* Whether what ACTOR is to a verdict is known: nobody, an actor of TAGS, or as printed. */
bool verdict_knows(const struct verdict *verdict, const struct tags *tags);
/* They decide the same place, or the same form in the same article: of one writer the later one
 * counts. */
bool verdict_same_place(const struct verdict *a, const struct verdict *b);
/* "counts", "overruled", … */
const char *verdict_standing_name(enum verdict_standing standing);

#endif
