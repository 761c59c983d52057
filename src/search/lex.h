/* SPDX-License-Identifier: ISC */
/* The tokens of a query. */
#ifndef DOSSIER_SEARCH_LEX_H
#define DOSSIER_SEARCH_LEX_H

#include "dossier/base/error.h"
#include "dossier/base/str.h"
#include "tree.h"

#include <stdbool.h>
#include <stddef.h>

enum token_kind {
    TOKEN_END,
    TOKEN_LEAF,  /* a word, phrase, expression or field: LEAF says which, TEXT what */
    TOKEN_SAVED, /* TEXT is the name of a saved search */
    TOKEN_NEAR,
    TOKEN_AND,
    TOKEN_OR,
    TOKEN_NOT,
    TOKEN_OPEN,
    TOKEN_CLOSE
};

struct token {
    enum token_kind kind;
    enum query_kind leaf;
    struct str text;   /* without quotation marks, slashes and star */
    bool prefix;       /* a star stood behind it */
    uint32_t distance; /* of NEAR/n */
    size_t start;      /* its first byte in the query */
    size_t inside;     /* the first byte of its text */
};

/* What every complaint of an unknown word ends with. */
#define LEX_ALLOWED                                                                              \
    "allowed are words, \"a phrase\", prefix*, /expression/, field:word, @name, NEAR, AND, OR, " \
    "NOT and ( )"

/* The token at or after *AT; moves *AT behind it. False, with an error, where there is none. */
bool lex_next(struct str query, size_t *at, struct token *out, struct error *error);
/* Sets ERROR to "query:1:COLUMN: …" for byte AT of QUERY; returns false. */
bool lex_fail(struct str query, size_t at, struct error *error, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
