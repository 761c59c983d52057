/* SPDX-License-Identifier: ISC */
/* What pairing quotation marks and taking blocks have in common. */
#ifndef DOSSIER_SRC_PROOF_MARKS_H
#define DOSSIER_SRC_PROOF_MARKS_H

#include "page.h"

/* Adds the quotation SPAN of the page's text. */
struct quotation *marks_add(struct page *page, enum quotation_kind kind, struct span span);
/* SPAN without the white space at its ends. */
struct span marks_trim(struct str text, struct span span);
/* Adds the block NUMBER, which is a quotation as a whole. HEADING: the number of the heading above
 * it, and one; 0 where there is none. */
void marks_block(struct page *page, size_t number, uint32_t heading);

#endif
