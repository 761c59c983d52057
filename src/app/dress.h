/* SPDX-License-Identifier: ISC */
/* From the options to what the terminal is to look like. */
#ifndef DOSSIER_SRC_APP_DRESS_H
#define DOSSIER_SRC_APP_DRESS_H

#include "dossier/config/options.h"
#include "dossier/term/term.h"

struct dress {
    struct arena *arena;
    struct theme theme, plain;
    struct term_dress term; /* points to the two */
};

/* An unknown theme is dark; $NO_COLOR wins over `colours auto`. Zero it before the first time. */
void dress_make(struct dress *dress, const struct options *options);
void dress_free(struct dress *dress);

#endif
