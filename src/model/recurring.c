/* SPDX-License-Identifier: ISC */
/* The lines of one article, and how two articles are told from versions of one. */
#include "dossier/model/recurring.h"

#include "dossier/base/flat.h"
#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"

#include <string.h>

#define ENOUGH 64 /* bytes of a line by which it is known */

struct recurring *recurring_new(struct arena *arena)
{
    struct recurring *recurring = arena_one(arena, struct recurring);
    memset(recurring->sketch, 0xFF, sizeof recurring->sketch);
    return recurring;
}

void recurring_sketch(uint32_t sketch[RECURRING_SKETCH], struct str line)
{
    uint32_t hash = (uint32_t)(flat_hash(0, str_sub(line, 0, ENOUGH)) >> 32);
    size_t at = 0, last = RECURRING_SKETCH - 1;
    while (at < RECURRING_SKETCH && sketch[at] < hash)
        at++;
    if (at == RECURRING_SKETCH || sketch[at] == hash)
        return;
    memmove(sketch + at + 1, sketch + at, (last - at) * sizeof *sketch);
    sketch[at] = hash;
}

/* How many of a sketch are no larger than MOST. */
static size_t count_to(const uint32_t *sketch, uint32_t most)
{
    size_t count = 0;
    while (count < RECURRING_SKETCH && sketch[count] <= most && sketch[count] != UINT32_MAX)
        count++;
    return count;
}

bool recurring_unlike(const uint32_t a[RECURRING_SKETCH], const uint32_t b[RECURRING_SKETCH])
{
    /* a full sketch knows of no line whose hash is larger than its last */
    uint32_t last_a = a[RECURRING_SKETCH - 1], last_b = b[RECURRING_SKETCH - 1];
    uint32_t most = last_a < last_b ? last_a : last_b;
    size_t in_a = count_to(a, most), in_b = count_to(b, most), both = 0;
    for (size_t i = 0, j = 0; i < in_a && j < in_b;) {
        both += a[i] == b[j];
        bool first = a[i] <= b[j], second = b[j] <= a[i];
        i += first;
        j += second;
    }
    size_t fewer = in_a < in_b ? in_a : in_b;
    return fewer && both * 2 < fewer;
}

static void add_piece(struct arena *arena, struct str text, struct span piece, struct spans *out)
{
    struct str part = str_trim(span_of(text, piece));
    if (!part.len)
        return;
    uint32_t start = (uint32_t)(part.at - text.at);
    *vec_add(arena, out) = (struct span){start, start + (uint32_t)part.len};
}

/* AT, or where the character begins that it is inside of: a damaged file may say anything. */
static uint32_t bound(struct str text, uint32_t at)
{
    return at < text.len ? (uint32_t)utf8_start(text, at) : (uint32_t)text.len;
}

/* Adds what of PIECE of the body stays. */
static void cut(struct arena *arena, struct str text, struct span piece,
                const struct recurring_line *lines, size_t count, struct spans *out)
{
    uint32_t from = piece.start;
    bool whole = true;
    for (size_t i = 0; i < count; i++) {
        if (!lines[i].out || lines[i].span.end <= from || lines[i].span.start >= piece.end)
            continue;
        uint32_t start = bound(text, lines[i].span.start), end = bound(text, lines[i].span.end);
        if (start > from)
            add_piece(arena, text, (struct span){from, start}, out);
        from = end > from ? end : from;
        whole = false;
    }
    if (whole)
        *vec_add(arena, out) = piece;
    else if (from < piece.end)
        add_piece(arena, text, (struct span){from, piece.end}, out);
}

void recurring_take_out(struct arena *arena, struct article *article,
                        const struct recurring_line *lines, size_t count)
{
    struct spans body = {0};
    bool out = false;
    if (article->facts.known & ARTICLE_BODY)
        return; /* somebody has said what it is */
    for (size_t i = 0; i < count && !out; i++)
        out = lines[i].out;
    for (size_t i = 0; out && i < article->body.len; i++)
        cut(arena, article->text, article->body.at[i], lines, count, &body);
    if (body.len)
        article->body = body;
}
