/* SPDX-License-Identifier: ISC */
/* Which quotation marks open, and which close them. */
#ifndef DOSSIER_TEXT_QUOTE_SIGNS_H
#define DOSSIER_TEXT_QUOTE_SIGNS_H

#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum quote_family {
    QUOTE_NONE,
    QUOTE_DOUBLE,   /* " “ ” „ */
    QUOTE_SINGLE,   /* ' ‘ ’ ‚ */
    QUOTE_ANGLED,   /* « » */
    QUOTE_REVERSED, /* » « */
    QUOTE_PAIR      /* ‹ › and those of East Asia */
};

struct quote_sign {
    enum quote_family family;
    uint32_t c;
    uint32_t closing; /* of QUOTE_PAIR */
};

/* The mark at AT of TEXT (a paragraph) opens a quotation. */
bool quote_opens(struct str text, size_t at, struct quote_sign *out);
/* It closes one that OPENING opened. *BREAKS: it can only open another, so that the first was never
 * closed. */
bool quote_closes(const struct quote_sign *opening, struct str text, size_t at, bool *breaks);
/* It can only close one, though none is open. */
bool quote_only_closes(struct str text, size_t at);
/* Behind the mark that closes what OPENING opened; *WORDS_END before it. False where it is not
 * closed between FROM and the end of TEXT. */
bool quote_find_end(const struct quote_sign *opening, struct str text, size_t from,
                    size_t *words_end, size_t *end);
/* The opening mark at AT is no apostrophe of a clipped word. */
bool quote_is_certain(const struct quote_sign *opening, struct str text, size_t at);

#endif
