/* SPDX-License-Identifier: ISC */
/* A paragraph as words, signs, and quotations that count as one word each. */
#ifndef READING_TOKENS_H
#define READING_TOKENS_H

#include "dossier/base/arena.h"
#include "dossier/base/span.h"
#include "dossier/reading/lexicon.h"
#include "marks.h"

#include <stdbool.h>
#include <stdint.h>

enum token_kind {
    TOKEN_WORD,       /* or a phrase that the lexicon knows */
    TOKEN_SIGN,       /* , ; : ( ) and '-' for a dash that parts words */
    TOKEN_POSSESSIVE, /* ’s */
    TOKEN_QUOTE,      /* a quotation between marks */
    TOKEN_STOP        /* the end of a sentence */
};

struct token {
    struct span span;
    uint64_t is;    /* the lists of the lexicon that it stands in */
    uint32_t value; /* of a sign: which; of a quotation: its number in the list */
    enum token_kind kind : 8;
    bool capital; /* its first letter */
    bool digit;
};

struct tokens {
    struct token *at; /* the last is a TOKEN_STOP */
    size_t len, cap;
    bool verb_first, capital_nouns; /* as the language has it */
};

/* The tokens of PIECE of TEXT, added to OUT. QUOTES are the COUNT quotations in it, in order;
 * nested ones and parts of names are no tokens. */
void tokens_make(struct arena *arena, const struct lexicon *lexicon, struct str text,
                 struct span piece, const struct marked *quotes, size_t count, struct tokens *out);

/* The token that holds byte AT, or the first behind it; its number, LEN where there is none. */
size_t tokens_at(const struct tokens *tokens, uint32_t at);

static inline bool token_is(const struct token *token, uint64_t lists)
{
    return token->kind == TOKEN_WORD && (token->is & lists) != 0;
}

static inline bool token_is_sign(const struct token *token, uint32_t sign)
{
    return token->kind == TOKEN_SIGN && token->value == sign;
}

#endif
