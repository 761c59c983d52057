/* SPDX-License-Identifier: ISC */
/* Which articles a draft names: by path, address, label with a paragraph, title. */
#ifndef DOSSIER_SRC_PROOF_NAMED_H
#define DOSSIER_SRC_PROOF_NAMED_H

#include "dossier/base/arena.h"
#include "dossier/model/library.h"
#include "dossier/proof/draft.h"

struct named {
    uint32_t article;
    int paragraph; /* -1: none was named */
};

struct named_list {
    struct named *at;
    size_t len, cap;
};

struct names;

/* All names of all articles, and where their titles stand in PAGE, the draft as a corpus of one. */
struct names *names_new(struct arena *arena, const struct library *library,
                        const struct corpus *page);
/* Adds the articles that the draft names beside QUOTATION. */
void names_beside(const struct names *names, const struct draft *draft,
                  const struct quotation *quotation, struct arena *arena, struct named_list *out);

#endif
