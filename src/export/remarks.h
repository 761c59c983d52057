/* SPDX-License-Identifier: ISC */
/* What is told of a note besides its words: how it stands among the others, and how sure it is. */
#ifndef DOSSIER_SRC_EXPORT_REMARKS_H
#define DOSSIER_SRC_EXPORT_REMARKS_H

#include "dossier/base/buf.h"
#include "groups.h"

/* Sentences for a passage that is not where it was, and for a note of which there is another
 * version; nothing for all others. */
void remarks_state(const struct groups *groups, const struct library *library,
                   const struct note *note, struct buf *out);
/* By whom it is and since when, whom it is about, what it replies to, who checked it. */
void remarks_put(const struct groups *groups, const struct library *library,
                 const struct note *note, struct buf *out);

#endif
