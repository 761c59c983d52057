/* SPDX-License-Identifier: ISC */
/* The command line, read: options of the program, the verb, the verb's own options and operands. */
#ifndef DOSSIER_VERB_ARGUMENTS_H
#define DOSSIER_VERB_ARGUMENTS_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/verb/verb.h"

#include <stdbool.h>
#include <stddef.h>

/* The options that stand before any verb, or after it; ends with an option without help. */
extern const struct verb_option arguments_common[];

struct arguments {
    const struct verb *verb; /* NULL: none was named */
    const char *path;  /* what is to be read: -C, else a bare path, else $DOSSIER_DIR, else "." */
    const char *notes; /* --notes, or NULL */
    bool no_cache, help, version;
    struct {
        struct given *at;
        size_t len, cap;
    } given;
    struct {
        struct str *at;
        size_t len, cap;
    } operands; /* without the verb, or the bare path */
};

/* Reads COUNT words, the program's name not among them, for a program with these VERBS (NULL at the
 * end). OUT is in ARENA, and borrows the words. False, with an error that lists what there is,
 * where an option, a verb or the number of operands is wrong. */
bool arguments_read(struct arena *arena, const struct verb *const *verbs, int count,
                    char *const *words, struct arguments *out, struct error *error);

#endif
