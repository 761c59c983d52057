/* SPDX-License-Identifier: ISC */
/* What is kept of articles: which are read and starred, and what of them was on the screen. */
#ifndef DOSSIER_STATE_KEPT_H
#define DOSSIER_STATE_KEPT_H

#include "dossier/base/span.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is kept of an article over the end of the program, by path. */
struct article_memory {
    uint32_t article;
    bool read, starred;
    struct spans seen; /* text offsets that were on the screen, sorted, joined; on the heap */
};
/* Of those articles that anything is kept of; ask state_memory. */
struct kept_articles {
    struct article_memory *at;
    size_t len, cap;
    uint32_t *slots; /* a hash table of articles: 1 + where each stands */
    size_t slot_count;
    size_t read; /* how many that can be read are */
};

struct state;
/* What is kept of ARTICLE, good till the next change; all zero where that is nothing. */
const struct article_memory *state_memory(const struct state *state, uint32_t article);
/* What update, and who brings back what was kept, say of it. */
void state_set_read(struct state *state, uint32_t article, bool read);
void state_set_starred(struct state *state, uint32_t article, bool starred);
void state_set_seen(struct state *state, uint32_t article, const struct spans *seen);

#endif
