/* SPDX-License-Identifier: ISC */
#include "near.h"

#include "dossier/base/memory.h"

#define LONGEST 40
#define FURTHEST 2

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Levenshtein's distance; both at most LONGEST bytes. */
static size_t distance(struct str a, struct str b)
{
    size_t row[LONGEST + 1];
    for (size_t j = 0; j <= b.len; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t changed = diagonal + (a.at[i - 1] != b.at[j - 1]);
            diagonal = row[j];
            row[j] = least(changed, 1 + least(row[j], row[j - 1]));
        }
    }
    return row[b.len];
}

int near_word(struct str text, const struct str *words, size_t count)
{
    int nearest = -1;
    size_t shortest = FURTHEST + 1;
    for (size_t i = 0; i < count; i++) {
        if (text.len > LONGEST || words[i].len > LONGEST)
            continue;
        size_t far = distance(text, words[i]);
        if (far < shortest && far < text.len && far < words[i].len) {
            shortest = far;
            nearest = (int)i;
        }
    }
    return nearest;
}
