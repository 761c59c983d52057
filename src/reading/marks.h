/* SPDX-License-Identifier: ISC */
/* What stands between quotation marks. */
#ifndef READING_MARKS_H
#define READING_MARKS_H

#include "dossier/base/arena.h"
#include "dossier/base/span.h"
#include "dossier/reading/lexicon.h"
#include "dossier/text/quote_signs.h"

#include <stdbool.h>

struct marked {
    struct span inner; /* between the marks */
    struct span outer; /* with them; without the one that is missing */
    bool nested;       /* in a longer one */
    bool name;         /* a part of a name: Anna “Annie” Lind */
    bool continues;    /* runs on from the paragraph before */
    bool open;         /* was not closed in its paragraph */
};

struct marked_list {
    struct marked *at; /* by start, the longest first */
    size_t len, cap;
};

/* What is taken from one paragraph to the next; zero it for the first. */
struct marks_state {
    enum quote_family open; /* of a quotation that runs on; QUOTE_NONE: there is none */
    bool reopens;           /* and opens the next paragraph anew */
    size_t vain;            /* bytes that searches for a closing mark went through in vain */
};

/* Adds the quotations in PARAGRAPH of TEXT, in the language of LEXICON, to OUT; NEXT is the
 * paragraph behind it, an empty one where there is none. A pair of double marks in another of
 * double marks is nested; single marks in a quotation are part of it. Linear in the length of both.
 */
void marked_find(struct arena *arena, const struct lexicon *lexicon, struct str text,
                 struct span paragraph, struct span next, struct marks_state *state,
                 struct marked_list *out);

#endif
