/* SPDX-License-Identifier: ISC */
/* A script being run, and the steps that it can take; README tells what they are. */
#ifndef DOSSIER_TESTS_SCREENS_SCRIPT_H
#define DOSSIER_TESTS_SCREENS_SCRIPT_H

#include "session.h"

struct runner {
    const char *root;
    bool update;
    struct arena *arena;
    struct session session;
    bool in_case, begun, failed, ascii;
    struct str name;   /* of the case */
    struct str source; /* of the dossier; empty: nothing */
    const char *file;
    int keys, cases, failures;
    int line;
    const char *script;
    struct buf out; /* the script as it is to be */
};

/* The case has failed: WHAT and DETAIL say why. */
void script_fail(struct runner *r, const char *what, struct str detail);
/* Starts the reader, if it is not yet. */
bool script_begin(struct runner *r);

typedef void script_step(struct runner *r, struct str rest);
script_step step_in, step_file, step_write, step_size, step_keys, step_type, step_option,
    step_restart, step_ascii;
script_step look_style, look_cursor, look_says, look_copied, look_quits;
/* NAME below the folder of the session has the words. */
void look_file(struct runner *r, struct str name, struct str words);

#endif
