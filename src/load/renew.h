/* SPDX-License-Identifier: ISC */
/* What of an earlier generation, or of what was kept of one, still holds. */
#ifndef DOSSIER_LOAD_RENEW_H
#define DOSSIER_LOAD_RENEW_H

#include "loading.h"

/* Takes from BEFORE the articles of those FILES (by path) that look as they did, and of which
 * tags.yaml says what it did, with their PROBLEMS; the other files are added to REST.
 * False where any article of BEFORE was not taken. */
bool renew(struct loading *loading, const struct corpus *before, const struct problems *problems,
           const struct walk *files, struct arena *arena, struct walk *rest);
/* The same where only the files at the COUNT paths CHANGED can look other than BEFORE; to REST come
 * those, too, of which tags.yaml says something else. False, and nothing done, where more has to be
 * looked at: a file that is gone, or no plain one, may be there by another way. */
bool renew_changed(struct loading *loading, const struct library *before, const struct str *changed,
                   size_t count, struct arena *arena, struct walk *rest);

#endif
