/* SPDX-License-Identifier: ISC */
/* A query as a tree. Its leaves are words, actors, expressions and what fields ask for. */
#ifndef DOSSIER_SEARCH_TREE_H
#define DOSSIER_SEARCH_TREE_H

#include "dossier/base/day.h"
#include "dossier/model/pattern.h"

#include <stdint.h>

enum query_kind {
    /* leaves that have places */
    QUERY_PATTERN,
    QUERY_ACTOR,
    QUERY_REGEX,
    QUERY_NOTE,
    QUERY_SAID,
    /* leaves that an article answers as a whole */
    QUERY_TITLE,
    QUERY_SOURCE,
    QUERY_TAG,
    QUERY_BEFORE,
    QUERY_AFTER,
    /* the rest of the tree */
    QUERY_NEAR,
    QUERY_AND,
    QUERY_OR,
    QUERY_NOT
};

struct query_node {
    enum query_kind kind;
    struct str text;                 /* of a leaf: as it was typed, without its sign */
    struct str key;                  /* TITLE, SOURCE, TAG, NOTE: the same, folded */
    bool prefix;                     /* PATTERN: a star stood behind it */
    struct pattern *pattern;         /* PATTERN */
    uint32_t actor;                  /* ACTOR, SAID: the speaker */
    day date;                        /* BEFORE, AFTER */
    uint32_t distance;               /* NEAR: words from one to the other at most */
    size_t leaf;                     /* of leaves: its number in the query, from 0 */
    struct query_node *left, *right; /* of the others; NOT has only a left one */
};

struct query {
    struct query_node *root;
    size_t leaves;
    bool whole; /* nothing in it has places: it answers with articles */
};

/* Whether the article answers a leaf that asks of the whole of it. */
bool fields_hold(const struct query_node *leaf, const struct corpus *corpus, uint32_t number);

#endif
