/* SPDX-License-Identifier: ISC */
/* What can be read of a file that is no YAML as a whole. */
#ifndef DOSSIER_SRC_NOTES_RECOVER_H
#define DOSSIER_SRC_NOTES_RECOVER_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"

/* A text made of lines of another. */
struct recovered {
    struct str text;
    struct {
        int *at; /* for each of its lines: which one of the other it is, from 1 */
        size_t len, cap;
    } lines;
};

/* The line of the other text that LINE of this one is. */
int recovered_line(const struct recovered *recovered, int line);

/* SOURCE without its parts that can't be read: a file of notes that can. The parts left out are
 * among the problems. False where nothing in it shows that it is a notes file, or it is of a
 * version not known: then FAILURE says so. */
bool recover_mend(struct arena *arena, struct str source, struct str file,
                  struct problems *problems, struct recovered *out, struct error *failure);

/* Where SOURCE holds the marks of a merge that is not finished: the line of the first, and the file
 * as it was on either SIDE; else 0. */
int recover_sides(struct arena *arena, struct str source, struct recovered side[2]);

#endif
