/* SPDX-License-Identifier: ISC */
/* The rows of a long list that a filter lets through. Where there is no filter, all pass and
 * nothing is held; where there is one, rows are tried from the first on, so many at a time, so that
 * a key never waits for a million of them, and another letter only tries what the letters before
 * let through. Zero it to begin; sift_free to end. */
#ifndef DOSSIER_STATE_SIFT_H
#define DOSSIER_STATE_SIFT_H

#include "dossier/base/buf.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sift {
    size_t len;      /* rows that pass, as far as they were tried */
    bool whole;      /* all pass, and none is held below */
    size_t all;      /* rows that there are, below UINT32_MAX */
    struct buf wish; /* what they must have; empty: nothing */
    uint32_t *at;    /* those that pass, rising */
    size_t cap;
    uint32_t *from; /* those that passed the wish before this one and were not tried yet */
    size_t from_len, from_next;
    size_t next; /* the first row that is neither tried nor in FROM */
};

typedef bool sift_test(void *context, uint32_t row);

/* Begins with ALL rows and WISH; where the wish only goes on from the one before, with what that
 * let through; where there are more rows now, they stand at the end. The same again changes
 * nothing. */
void sift_begin(struct sift *sift, struct str wish, size_t all);
/* Begins with the COUNT rows AMONG, which rise and are copied, of ALL. */
void sift_among(struct sift *sift, struct str wish, const uint32_t *among, size_t count,
                size_t all);
/* Tries up to MOST rows. */
void sift_run(struct sift *sift, size_t most, sift_test *test, void *context);
bool sift_is_done(const struct sift *sift);
/* How many rows were tried, of those that had to be. */
size_t sift_tried(const struct sift *sift);
/* Which of all rows the one at INDEX, below len, is. */
size_t sift_at(const struct sift *sift, size_t index);
/* The index of ROW; len where it does not pass, or was not tried. */
size_t sift_find(const struct sift *sift, size_t row);
/* Row I is row TO[i] now, for all of them: the same ones pass in the new order. Only when done. */
void sift_reorder(struct sift *sift, uint32_t (*to)(void *context, uint32_t row), void *context);
/* The rows are others: whatever passed is tried again when it is begun. */
void sift_forget(struct sift *sift);
void sift_free(struct sift *sift);

#endif
