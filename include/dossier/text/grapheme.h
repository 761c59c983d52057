/* SPDX-License-Identifier: ISC */
/* Grapheme clusters (UAX #29) as the screen shows them: nothing hostile, a known width. */
#ifndef DOSSIER_TEXT_GRAPHEME_H
#define DOSSIER_TEXT_GRAPHEME_H

#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>

#define CLUSTER_SHOWN 48 /* bytes that one cluster takes at most on the screen */

struct cluster {
    size_t start, end; /* bytes of the text */
    int width;         /* columns: 0 for a soft hyphen, 8 for "<U+202E>" */
    size_t shown_len;
    char shown[CLUSTER_SHOWN]; /* what to print: the cluster, cut after its first few marks; white
                                  space as one space; a hostile character as <U+XXXX> */
};

/* The cluster that begins at *AT; moves *AT behind it. False at the end. */
bool cluster_next(struct str text, size_t *at, struct cluster *out);
/* Where the cluster that holds byte AT begins; the cluster before it; the one after it. */
size_t cluster_start(struct str text, size_t at);
size_t cluster_before(struct str text, size_t at);
size_t cluster_after(struct str text, size_t at);
/* Columns of S on one line. */
int text_width(struct str s);
/* The longest prefix of S, in whole clusters, that fits WIDTH columns. */
struct str text_fit(struct str s, int width);
/* The longest suffix. */
struct str text_fit_end(struct str s, int width);

#endif
