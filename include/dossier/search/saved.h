/* SPDX-License-Identifier: ISC */
/* Searches that were given a name. @name stands for one in any query. */
#ifndef DOSSIER_SEARCH_SAVED_H
#define DOSSIER_SEARCH_SAVED_H

#include "dossier/base/error.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct saved_search {
    struct str name, query;
    int line; /* in searches.yaml */
};

struct saved_searches {
    struct saved_search *at; /* in the order of the file */
    size_t len, cap;
};

/* NULL where there is none; SAVED may be NULL: there are none at all. */
const struct saved_search *saved_find(const struct saved_searches *saved, struct str name);
/* A name is a word that can stand behind @: no space, bracket, quotation mark or slash, and not
 * empty. False with a sentence. */
bool saved_name_is_good(struct str name, struct error *error);

#endif
