/* SPDX-License-Identifier: ISC */
/* What stands beside a role in the text: names, commas, strangers. */
#ifndef DOSSIER_MODEL_BESIDE_H
#define DOSSIER_MODEL_BESIDE_H

#include "matching.h"

enum neighbour { NEIGHBOUR_NONE, NEIGHBOUR_NAME, NEIGHBOUR_STRANGER };

struct beside {
    enum neighbour kind;
    size_t mention; /* of NEIGHBOUR_NAME: in scene->mentions, the name of a person */
    bool closed;    /* what follows ends the apposition: a comma, bracket, full stop, `of` … */
    bool apart;     /* of a name directly after it: it begins another paragraph */
};

/* Directly after a role that ends at byte END: a person's name, perhaps behind capitalised words
 * that belong to it (`Donald J. Trump`); or in the same paragraph capitalised words that are no
 * known actor. */
struct beside beside_after(const struct scene *scene, uint32_t end);
/* After a comma behind byte AT. */
struct beside beside_after_comma(const struct scene *scene, uint32_t at);
/* Before the role SPAN, with a comma or bracket and at most an article or possessive between. */
struct beside beside_before(const struct scene *scene, struct span role);

#endif
