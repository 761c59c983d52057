/* SPDX-License-Identifier: ISC */
#include "anchor_signs.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/fold.h"

#include <stdlib.h>

static uint32_t code_of(const struct letter *letter)
{
    if (letter->class == LETTER_SPACE)
        return ' ';
    if (letter->class == LETTER_DASH)
        return '-';
    if (letter->class == LETTER_APOSTROPHE || char_is_quote(letter->first))
        return '"';
    uint32_t code = letter->folded[0];
    for (size_t i = 1; i < letter->count; i++)
        code = (code ^ letter->folded[i]) * 0x01000193u;
    return (code & 0x7FFFFFFFu) | (uint32_t)letter->capital << 31;
}

void signs_add(struct signs *out, struct str text, struct span span)
{
    struct str part = str_sub(text, 0, span.end);
    struct letter letter;
    size_t at = span.start, first = out->len;
    while (at < part.len && fold_next(part, &at, &letter)) {
        struct sign sign = {code_of(&letter), (uint32_t)letter.start, (uint32_t)letter.end};
        if (sign.code == ' ' && out->len > first && out->at[out->len - 1].code == ' ')
            out->at[out->len - 1].end = sign.end;
        else
            *vec_add(NULL, out) = sign;
    }
}

void signs_reverse(struct signs *signs)
{
    for (size_t i = 0, j = signs->len; i + 1 < j; i++) {
        struct sign sign = signs->at[--j];
        signs->at[j] = signs->at[i];
        signs->at[i] = sign;
    }
}

static uint32_t least(uint32_t a, uint32_t b, uint32_t c)
{
    uint32_t low = a < b ? a : b;
    return low < c ? low : c;
}

/* The last row of the table of distances: from all of A to each beginning of B. */
static uint32_t *distances(const struct sign *a, size_t a_len, const struct sign *b, size_t b_len)
{
    uint32_t *row = memory_get((b_len + 1) * sizeof *row);
    for (size_t j = 0; j <= b_len; j++)
        row[j] = (uint32_t)j;
    for (size_t i = 1; i <= a_len; i++) {
        uint32_t corner = row[0];
        row[0] = (uint32_t)i;
        for (size_t j = 1; j <= b_len; j++) {
            uint32_t up = row[j];
            row[j] = least(up + 1, row[j - 1] + 1, corner + (a[i - 1].code != b[j - 1].code));
            corner = up;
        }
    }
    return row;
}

size_t signs_distance(const struct sign *a, size_t a_len, const struct sign *b, size_t b_len)
{
    uint32_t *row = distances(a, a_len, b, b_len);
    size_t distance = row[b_len];
    free(row);
    return distance;
}

size_t signs_distance_start(const struct sign *a, size_t a_len, const struct sign *b, size_t b_len)
{
    uint32_t *row = distances(a, a_len, b, b_len);
    size_t best = row[0];
    for (size_t j = 1; j <= b_len; j++)
        best = row[j] < best ? row[j] : best;
    free(row);
    return best;
}
