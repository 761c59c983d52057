/* SPDX-License-Identifier: ISC */
/* When it was said, which is not when it was published. */
#include "quotes_parts.h"

/* The one place where an utterance gets its day: SENTENCE is the sentence of the words that tell of
 * it. The times that a text speaks of are not worked out yet, so nothing is known. */
void when_find(const struct reader *r, struct span sentence, struct quotation *out)
{
    (void)r;
    (void)sentence;
    out->said_from = out->said_to = DAY_NONE;
    out->said_why = (struct span){0};
}
