/* SPDX-License-Identifier: ISC */
/* A query as a tree: words and actors are its leaves. */
#ifndef DOSSIER_SEARCH_TREE_H
#define DOSSIER_SEARCH_TREE_H

#include "dossier/model/pattern.h"

#include <stdint.h>

enum query_kind { QUERY_PATTERN, QUERY_ACTOR, QUERY_AND, QUERY_OR, QUERY_NOT };

struct query_node {
    enum query_kind kind;
    struct pattern *pattern;         /* of QUERY_PATTERN */
    uint32_t actor;                  /* of QUERY_ACTOR */
    size_t leaf;                     /* of both: its number in the query, from 0 */
    struct query_node *left, *right; /* of the others; NOT has only a left one */
};

struct query {
    struct query_node *root;
    size_t leaves;
};

#endif
