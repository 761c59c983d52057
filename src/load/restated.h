/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_LOAD_RESTATED_H
#define DOSSIER_LOAD_RESTATED_H

#include "loading.h"

/* Adds to REST the files of the articles in BEFORE of which tags.yaml says something else than it
 * did; only those are looked at. False where one is not where its path says, or where they are so
 * many that all can as well be gone through. */
bool restated(const struct loading *loading, const struct library *before, struct arena *arena,
              struct walk *rest);

#endif
