/* SPDX-License-Identifier: ISC */
/* What lies over the words of an article: mentions, the thread, notes, what is selected. */
#ifndef DOSSIER_SRC_DRAW_PAINT_H
#define DOSSIER_SRC_DRAW_PAINT_H

#include "dossier/base/span.h"
#include "dossier/state/state.h"

struct paint {
    struct span span;
    unsigned style;
};

struct paints {
    struct paint *at;
    size_t len, cap;
};

/* Adds to OUT (in ARENA) all that lies over the bytes SEEN of the article at the cursor. */
void paint_gather(struct arena *arena, const struct state *state, struct span seen,
                  struct paints *out);
/* The places of the thread in ARTICLE: FIRST to before *END. */
size_t paint_thread(const struct state *state, uint32_t article, size_t *end);
/* NOTE is marked in the text: its passage was found, and it is no reply to another that is. */
bool paint_note_shows(const struct note *note);

#endif
