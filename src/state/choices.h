/* SPDX-License-Identifier: ISC */
/* The rows that a prompt offers, the best first. */
#ifndef DOSSIER_SRC_STATE_CHOICES_H
#define DOSSIER_SRC_STATE_CHOICES_H

#include "dossier/state/state.h"
#include "fuzzy.h"

#include <stddef.h>

struct candidate {
    struct str text, name,
        rest; /* what it completes to; the row: a name and what stands beside it */
    enum fuzzy fit;
    size_t weight; /* of two that fit as well, the larger goes first */
};

/* What is being chosen from, for the makers. */
struct choosing {
    struct state *state;
    struct arena *arena;
    struct str typed;  /* as it was typed */
    struct str folded; /* the same, to be compared */
    struct candidate *at;
    size_t len, cap;
};

/* Fills the prompt's choices from its line. True where the first is meant though nothing was typed:
 * it is what stands under the cursor. */
bool choices_make(struct state *state);
/* The actor that WORDS fit best, or ACTOR_NONE. */
uint32_t choices_actor(struct state *state, struct str words);

/* Fills the prompt's choices with the tags that BEGUN, typed in a note, may become. */
void choices_tags(struct state *state, struct str begun);

/* The makers: each adds the candidates of one kind of argument. */
void choices_of_actors(struct choosing *choosing);
void choices_of_tags(struct choosing *choosing);
void choices_of_tag_words(struct choosing *choosing);
void choices_of_note_tags(struct choosing *choosing);
void choices_of_queries(struct choosing *choosing);
void choices_of_saved(struct choosing *choosing);
void choices_of_graves(struct choosing *choosing);
void choices_of_ticks(struct choosing *choosing);
void choices_of_whose(struct choosing *choosing);
void choices_of_always(struct choosing *choosing);
void choices_of_orders(struct choosing *choosing);
void choices_of_groups(struct choosing *choosing);
void choices_of_options(struct choosing *choosing);
void choices_of_places(struct choosing *choosing);
void choices_of_exports(struct choosing *choosing);
void choices_of_whom(struct choosing *choosing);
void choices_of_forms(struct choosing *choosing);
void choices_of_into(struct choosing *choosing);
void choices_of_commands(struct choosing *choosing);
/* From now on only WORD is compared. */
void choices_narrow(struct choosing *choosing, struct str word);
/* How well NAME, not yet folded, fits what was typed. */
enum fuzzy choices_fit(const struct choosing *choosing, struct str name);
struct candidate *choices_add(struct choosing *choosing, enum fuzzy fit, struct str text,
                              struct str name, struct str rest);

#endif
