/* SPDX-License-Identifier: ISC */
/* The dossier over time: how many articles lie in each stretch, and what lies in the one under the
 * cursor. The articles' own dates are there at once, by halving their order; what the texts speak
 * of is read an article after the other while no key waits, those near the cursor first. */
#ifndef DOSSIER_STATE_TIMELINE_H
#define DOSSIER_STATE_TIMELINE_H

#include "dossier/model/article.h"
#include "dossier/model/times.h"
#include "dossier/state/list.h"
#include "dossier/state/sift.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TIMELINE_MOST ((size_t)2000000)      /* times of texts that are held */
#define TIMELINE_SHOWN ((size_t)10000)       /* of them in one stretch */
#define TIMELINE_AT_ONCE ((uint32_t)1 << 20) /* bytes of an article that one key may read */

/* A time that an article speaks of, and where; or, by TIME_PUBLICATION, the range that holds the
 * day of an undated one. Small, for there may be millions. */
struct time_place {
    uint32_t article;
    struct span span;
    day from, to;
    uint8_t precision, basis; /* enum time_precision, enum time_basis */
    int8_t direction;
    uint8_t confidence; /* of 100 */
    bool from_text;
};

/* One stretch of the plot. */
struct time_bar {
    uint32_t articles; /* dated in it; a range counts where it begins */
    uint32_t held;     /* of these, with a place of the thread */
    uint32_t places;   /* of the thread */
    uint32_t spoken;   /* times of texts, no wider than it, that begin in it */
};

/* The row to come back to: what stands in ARTICLE at START, or TIME_OWN for its own date. */
#define TIME_OWN UINT32_MAX
struct time_spot {
    uint32_t article, start;
};

struct timeline {
    bool begun;               /* STRETCH is set */
    enum time_precision kind; /* of the stretches */
    long stretch;             /* the one under the cursor */
    uint32_t asked_from;      /* the article that was read when the view was asked for last */
    struct {
        struct time_place *at;
        size_t len, cap;
    } said;
    day from, to;   /* of these the first and the last beginning; FROM above TO: there are none */
    size_t first;   /* the place in by_date of the article that was read first */
    size_t read;    /* articles that were read, round from there */
    uint32_t along; /* byte of the next one that was come to */
    bool cut;       /* not all is held */

    /* the stretch under the cursor */
    size_t article, article_end; /* places in by_date */
    struct {
        uint32_t *at;
        size_t len, cap;
    } there;          /* of SAID, what lies in it: ranges, then what is no wider, then the rest */
    size_t looked_at; /* of SAID */
    bool there_cut;   /* there are more than TIMELINE_SHOWN */
    struct sift sift; /* rows: its articles, then THERE */
    struct list list;
    struct time_spot row;

    /* the plot: LEFT is the first stretch on the screen */
    long left;
    int count; /* stretches on the screen */
    int each;  /* columns of each */
    struct {
        struct time_bar *at;
        size_t cap;
        enum time_precision kind;
        long left;
        int count;
        size_t counted; /* of SAID; SIZE_MAX: all must be counted anew */
    } bars;
};

/* A row: an article's own date, by TIME_PUBLICATION, or a time that it speaks of. */
struct time_row {
    uint32_t article;
    struct time_said said;
};

struct state;
/* Row ROW of the stretch under the cursor, below list.count; where FROM is DAY_NONE, the article
 * has no date that is whole. */
struct time_row timeline_row(const struct state *state, size_t row);
/* The bar of the stretch under the cursor; all 0 where it is not on the screen. */
struct time_bar timeline_here(const struct state *state);
/* There are texts whose times are not read yet. */
bool timeline_reads(const struct state *state);
/* The row under the cursor of the view or of the pane, whichever has the keys; false: none. */
bool timeline_row_here(const struct state *state, struct time_row *out);

#endif
