/* SPDX-License-Identifier: ISC */
#include "anchor_align.h"

#include "dossier/base/memory.h"

#include <stdlib.h>
#include <string.h>

enum move { MOVE_SAME, MOVE_OTHER, MOVE_GONE, MOVE_NEW };

struct table {
    const struct signs *pattern, *text;
    uint8_t *moves; /* into each cell */
    size_t width;
};

static uint8_t *move_at(const struct table *table, size_t i, size_t j)
{
    return &table->moves[i * table->width + j];
}

/* Fills a row from the one above; ROW holds that one's costs. */
static void fill_row(const struct table *table, uint32_t *row, size_t i)
{
    uint32_t corner = row[0], code = table->pattern->at[i - 1].code;
    row[0] = (uint32_t)i;
    *move_at(table, i, 0) = MOVE_GONE;
    for (size_t j = 1; j < table->width; j++) {
        bool same = code == table->text->at[j - 1].code;
        uint32_t cost = corner + !same, up = row[j] + 1, left = row[j - 1] + 1;
        uint8_t move = same ? MOVE_SAME : MOVE_OTHER;
        if (up < cost) {
            cost = up;
            move = MOVE_GONE;
        }
        if (left < cost) {
            cost = left;
            move = MOVE_NEW;
        }
        corner = row[j];
        row[j] = cost;
        *move_at(table, i, j) = move;
    }
}

/* The column at which the cheapest way through the table ends; COST: its cost. */
static size_t fill(const struct table *table, size_t *cost)
{
    uint32_t *row = memory_get(table->width * sizeof *row);
    for (size_t i = 1; i <= table->pattern->len; i++)
        fill_row(table, row, i);
    size_t best = 0;
    for (size_t j = 1; j < table->width; j++)
        best = row[j] < row[best] ? j : best;
    *cost = row[best];
    free(row);
    return best;
}

/* At a bound of the stretch: the columns that the way passes there, and whether the signs on either
 * side of it are the same still. */
struct bound {
    size_t low, high;
    bool before, after;
};

/* Goes back along the way from (*I, *J) to row I = ROW, to its first column. */
static struct bound walk_to(const struct table *table, size_t row, size_t *i, size_t *j)
{
    struct bound bound = {0};
    while (*i > row) {
        enum move move = *move_at(table, *i, *j);
        bound.after = move == MOVE_SAME;
        *i -= move != MOVE_NEW;
        *j -= move != MOVE_GONE;
    }
    bound.high = *j;
    while (*i && *j && *move_at(table, *i, *j) == MOVE_NEW)
        (*j)--;
    bound.low = *j;
    bound.before = *i && *move_at(table, *i, *j) == MOVE_SAME;
    return bound;
}

bool align_find(const struct signs *pattern, size_t first, size_t end, const struct signs *text,
                struct span *span, size_t *cost)
{
    struct table table = {pattern, text, NULL, text->len + 1};
    table.moves = memory_get((pattern->len + 1) * table.width);
    size_t i = pattern->len, j = fill(&table, cost);
    struct bound right = walk_to(&table, end, &i, &j);
    if (end == pattern->len)
        right.after = false;
    size_t from_i = i, from_j = right.low;
    struct bound left = walk_to(&table, first, &from_i, &from_j);
    free(table.moves);
    /* What was put in at a bound belongs to the stretch where the stretch itself changed there, and
     * what stands beyond did not. */
    size_t start = !left.after && left.before ? left.low : left.high;
    size_t stop = !right.before && right.after ? right.high : right.low;
    *span = (struct span){(uint32_t)start, (uint32_t)stop};
    return start < stop;
}

size_t align_cost(const struct signs *pattern, const struct signs *text)
{
    uint32_t *row = memory_get((text->len + 1) * sizeof *row);
    for (size_t i = 1; i <= pattern->len; i++) {
        uint32_t corner = row[0];
        row[0] = (uint32_t)i;
        for (size_t j = 1; j <= text->len; j++) {
            uint32_t cost = corner + (pattern->at[i - 1].code != text->at[j - 1].code);
            cost = row[j] + 1 < cost ? row[j] + 1 : cost;
            corner = row[j];
            row[j] = row[j - 1] + 1 < cost ? row[j - 1] + 1 : cost;
        }
    }
    size_t best = row[0];
    for (size_t j = 1; j <= text->len; j++)
        best = row[j] < best ? row[j] : best;
    free(row);
    return best;
}
