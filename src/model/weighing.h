/* SPDX-License-Identifier: ISC */
/* One amendment while it is weighed at the places of its words. */
#ifndef DOSSIER_SRC_MODEL_WEIGHING_H
#define DOSSIER_SRC_MODEL_WEIGHING_H

#include "dossier/model/amendment.h"

enum clashing { SAME, INSIDE, TAKEN };

struct weighing {
    const struct library *library;
    const struct amendment *amendment;
    const struct counting *counting;
    struct forecast *out;
    struct arena *arena;
    uint32_t actor;
    enum form_kind kind;
    bool closed;           /* a name of its own: what lies within it does not count */
    struct places covered; /* of the actor's other forms within the words that go; in order */
    struct buf words;      /* of the amendment, folded */
    size_t *clashes[3];
    uint32_t last; /* the article + 1 in which the last mention was found that counts */
};

/* Weighs PLACE as a new mention of the actor's: by rules 3 to 6. */
void weighing_add(struct weighing *w, const struct place *place);
/* One mention more in COUNTER, of those in ARTICLE. */
void weighing_count(struct weighing *w, size_t *counter, uint32_t article);
/* The mention is, or may be, the actor's; is a stop. */
bool weighing_is_ours(const struct weighing *w, const struct mention *mention);
bool weighing_is_stop(const struct weighing *w, const struct mention *mention);
/* ARTICLE names ACTOR by a form that no other has; the amendment's words are not one. */
bool weighing_in_full(const struct weighing *w, uint32_t article, uint32_t actor);
/* What lies within the name of an actor of KIND does not count. */
bool weighing_closes(enum actor_kind kind);
/* The first mention of ARTICLE that could meet SPAN: from there on they are in order. */
uint32_t weighing_first(const struct cast *cast, uint32_t article, struct span span);

#endif
