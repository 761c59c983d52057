/* SPDX-License-Identifier: ISC */
/* Lines that may recur, while a segment is made. */
#ifndef DOSSIER_MODEL_RECURRING_MAKE_H
#define DOSSIER_MODEL_RECURRING_MAKE_H

#include "sections.h"

struct recurring_made {
    struct {
        struct holder *at;
        size_t len, cap;
    } holders;
    struct {
        struct recurring_line *at;
        size_t len, cap;
    } lines;
};

/* Adds those of article NUMBER, which may be NULL. */
void recurring_add(struct recurring_made *made, const struct recurring *recurring, uint32_t number);
/* Makes the sections of them. */
void recurring_end(struct recurring_made *made, struct segment *segment);

#endif
