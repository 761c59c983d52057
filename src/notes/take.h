/* SPDX-License-Identifier: ISC */
/* Taking in notes from elsewhere. */
#ifndef DOSSIER_SRC_NOTES_TAKE_H
#define DOSSIER_SRC_NOTES_TAKE_H

#include "shelf.h"

/* The moment of the last version that this user's notes and the COUNT others have in common: what
 * was changed by then, both knew. */
int64_t take_common(const struct notebook *notebook, const struct note *notes, size_t count);
/* How many of the notes taking in would change anything for. */
size_t take_differ(const struct notebook *notebook, const struct note *notes, size_t count,
                   int64_t common);
/* As notebook_take; COMMON as above, or -1 where nothing is known of how the two came to differ. */
bool take_notes(struct notebook *notebook, const struct note *notes, size_t count, int64_t common,
                struct taken *taken, struct error *error);

#endif
