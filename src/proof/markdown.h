/* SPDX-License-Identifier: ISC */
/* What the two halves of reading Markdown share. */
#ifndef DOSSIER_SRC_PROOF_MARKDOWN_H
#define DOSSIER_SRC_PROOF_MARKDOWN_H

#include "page.h"

/* What [label]: target defines, footnotes too. */
struct markdown_links {
    struct {
        struct str label, target;
    } * at;
    size_t len, cap;
};

/* The target of LABEL (a footnote's with its ^); empty where there is none. */
struct str markdown_link(const struct markdown_links *links, struct str label);
/* Puts BLOCK, a paragraph without what makes it one, on the page. */
void markdown_inline(struct page *page, const struct mapped *block,
                     const struct markdown_links *links);

#endif
