/* SPDX-License-Identifier: ISC */
/* Failure is a bool and one sentence for the user. What is wrong but stops nothing is a problem. */
#ifndef DOSSIER_BASE_ERROR_H
#define DOSSIER_BASE_ERROR_H

#include "dossier/base/arena.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct error {
    char text[600]; /* one sentence without a final stop, or FILE:LINE:COLUMN: one; not yet safe to
                       show */
};

/* Writes the sentence (cut to fit; E may be NULL) and returns false, so that a failing function can
 * end with it. */
bool error_set(struct error *e, const char *format, ...) __attribute__((format(printf, 2, 3)));

enum severity { SEVERITY_ERROR, SEVERITY_WARNING };

struct problem {
    enum severity severity;
    struct str file;  /* as the user knows it: below the dossier, or a whole path */
    int line, column; /* from 1; 0: the file as a whole */
    const char *code; /* a fixed word: "bad-utf8", "unknown-key", … */
    struct str message;
};

/* Problems live in the arena of what they are about. */
struct problems {
    struct arena *arena;
    struct problem *at;
    size_t len, cap;
};

/* Adds a problem; FILE is copied. */
void problem_add(struct problems *problems, enum severity severity, struct str file, int line,
                 int column, const char *code, const char *format, ...)
    __attribute__((format(printf, 7, 8)));
/* Adds a problem of another list, all of it copied. */
void problem_copy(struct problems *problems, const struct problem *problem);

#endif
