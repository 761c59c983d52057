/* SPDX-License-Identifier: ISC */
/* What a verb promises: one file each in src/verb, with a descriptor and a function that runs it.
 */
#ifndef DOSSIER_VERB_VERB_H
#define DOSSIER_VERB_VERB_H

#include "dossier/base/arena.h"
#include "dossier/base/str.h"
#include "dossier/config/config_file.h"
#include "dossier/model/library.h"
#include "dossier/notes/notebook.h"
#include "dossier/verb/rows.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* How the program ends. */
enum status {
    STATUS_DONE = 0,
    STATUS_NOTHING = 1, /* nothing found, or check found errors */
    STATUS_FAILED = 2   /* used wrongly, or could not */
};

struct verb_option {
    const char *name;  /* without its dashes */
    char letter;       /* for -o; 0: none */
    const char *value; /* what the help calls its value; NULL: it takes none */
    const char *help;  /* one line; NULL ends a table of options */
};

enum verb_flag {
    VERB_LISTS = 1,   /* takes --format: prints rows */
    VERB_PLACES = 2,  /* its rows have places: --format=grep */
    VERB_NOTES = 4,   /* needs the notes */
    VERB_ALONE = 8,   /* needs no dossier at all */
    VERB_CHECKS = 16, /* tells the problems of dossier and notes itself */
    VERB_READS = 32   /* goes through all texts: one that can't be read is told */
};

/* An option as it was given. */
struct given {
    const struct verb_option *option;
    struct str value;
};

/* One run of a verb: what was asked for, and what it works on. */
struct verb_call {
    struct arena *arena;   /* lives till the verb has ended */
    struct arena *scratch; /* cleared with each row */
    const struct verb *verb;
    const struct given *given; /* in the order given */
    size_t given_count;
    const struct str *operands; /* between the verb's LEAST and MOST */
    size_t operand_count;
    const char *path;          /* of the dossier, as the user named it */
    struct library *library;   /* NULL for VERB_ALONE */
    struct notebook *notebook; /* NULL without VERB_NOTES */
    struct config config;
    struct problems config_problems;
    struct rows_style style;
    FILE *out;
};

struct verb {
    const char *name;
    const char *operands; /* for the usage: "ARTICLE", "[ACTOR…]"; "" where it takes none */
    const char *summary;  /* what it prints, in a few words */
    const char *about;    /* for its help: lines, the last with a line end */
    const char *example;  /* a command line */
    const struct verb_option *options; /* its own; NULL: none */
    size_t least, most;                /* how many operands */
    unsigned flags;                    /* enum verb_flag */
    enum status (*run)(struct verb_call *call);
};

#endif
