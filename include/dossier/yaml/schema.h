/* SPDX-License-Identifier: ISC */
/* Tables of keys: what a map may hold. Every breach names file, line, column, what was found and
 * what is allowed; what is right is still taken. */
#ifndef DOSSIER_YAML_SCHEMA_H
#define DOSSIER_YAML_SCHEMA_H

#include "dossier/base/day.h"
#include "dossier/base/error.h"
#include "dossier/yaml/read.h"

#include <stdbool.h>
#include <stddef.h>

enum schema_type {
    SCHEMA_TEXT,  /* a scalar */
    SCHEMA_TEXTS, /* a list of scalars; a single scalar counts as a list of one */
    SCHEMA_LIST,
    SCHEMA_MAP,
    SCHEMA_DAY,   /* YYYY-MM-DD */
    SCHEMA_WORD,  /* one of ALLOWED */
    SCHEMA_BOOL,  /* true or false, yes or no, on or off */
    SCHEMA_NUMBER /* a whole number, 0 or more */
};

struct schema_key {
    const char *name;
    enum schema_type type;
    bool required;
    const char *allowed; /* SCHEMA_WORD: the words, parted by spaces */
};

/* Where breaches go. */
struct schema_report {
    struct problems *problems;
    struct str file;
    int line_shift; /* added to each line: for front matter that begins further down */
};

/* Puts MAP's values into VALUES, one for each of the COUNT KEYS; NULL where absent, null, or of the
 * wrong type. Reports unknown and repeated keys, wrong types, required ones that are missing. False
 * if MAP is no map or a required one is missing. */
bool schema_map(const struct schema_report *report, const struct yaml_node *map, const char *what,
                const struct schema_key *keys, size_t count, const struct yaml_node **values);
/* A problem at NODE, as an error. */
void schema_problem(const struct schema_report *report, const struct yaml_node *node,
                    const char *code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The values of nodes that passed schema_map; NULL gives none. */
struct str schema_text(const struct yaml_node *node);
/* The texts of a SCHEMA_TEXTS in ARENA, COUNT of them; items that are none are left out. */
struct str *schema_texts(struct arena *arena, const struct yaml_node *node, size_t *count);
day schema_day(const struct yaml_node *node);
long schema_number(const struct yaml_node *node, long otherwise);
/* Which of the words of ALLOWED the node is, from 0; -1 for NULL. */
int schema_word(const struct yaml_node *node, const char *allowed);

#endif
