/* SPDX-License-Identifier: ISC */
/* The thresholds. Any two stretches of one language are alike by a third, so that the least that
 * counts is a half. A short quote says little: for it both sides must agree. A long one on which
 * one side agrees, or one that is very long, is enough by itself. */
#include "anchor_rate.h"

#include "dossier/base/arena.h"
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/diff.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

#define AROUND 128  /* characters that are looked at on a side */
#define BEYOND 16   /* signs more than the context has, for what was put in */
#define WEIGHED 96  /* signs of a quote that count in the score */
#define SIDE 6      /* signs that make a side worth believing */
#define STRONG 85   /* percent: a side that agrees */
#define FAIR 70     /* … one that speaks for it */
#define SOME 50     /* … one that does not speak against it */
#define DISTINCT 20 /* signs of a quote that is no common phrase, if it has */
#define PHRASE 3    /* words */
#define LONG 60     /* signs of one that is nowhere else by chance */

void remembered_make(struct remembered *remembered, const struct note *note)
{
    *remembered = (struct remembered){0};
    struct buf *bytes = &remembered->bytes;
    buf_str(bytes, note->before);
    remembered->quote.start = (uint32_t)bytes->len;
    buf_str(bytes, note->quote);
    remembered->quote.end = (uint32_t)bytes->len;
    buf_str(bytes, note->after);
    struct str whole = buf_view(bytes);
    signs_add(&remembered->signs, whole, (struct span){0, (uint32_t)whole.len});
    for (size_t i = 0; i < remembered->signs.len; i++) {
        remembered->first += remembered->signs.at[i].start < remembered->quote.start;
        remembered->end += remembered->signs.at[i].start < remembered->quote.end;
    }
    signs_add(&remembered->before, note->before, (struct span){0, (uint32_t)note->before.len});
    signs_reverse(&remembered->before);
    signs_add(&remembered->after, note->after, (struct span){0, (uint32_t)note->after.len});
    if (utf8_count(note->before) < NOTE_CONTEXT)
        *vec_add(NULL, &remembered->before) = (struct sign){.code = SIGN_EDGE};
    if (utf8_count(note->after) < NOTE_CONTEXT)
        *vec_add(NULL, &remembered->after) = (struct sign){.code = SIGN_EDGE};
    remembered->words = words_count(note->quote);
}

void remembered_free(struct remembered *remembered)
{
    buf_free(&remembered->bytes);
    vec_free(&remembered->signs);
    vec_free(&remembered->before);
    vec_free(&remembered->after);
}

size_t remembered_length(const struct remembered *remembered)
{
    return remembered->end - remembered->first;
}

static int percent(size_t part, size_t whole)
{
    return whole ? (int)(part * 100 / whole) : 0;
}

static int side_likeness(const struct signs *context, struct signs *there)
{
    size_t most = context->len + BEYOND;
    size_t len = there->len < most ? there->len : most;
    size_t distance = signs_distance_start(context->at, context->len, there->at, len);
    return percent(context->len - distance, context->len);
}

static int rate_before(const struct remembered *remembered, struct str text, size_t at)
{
    struct signs there = {0};
    size_t from = at;
    for (int i = 0; i < AROUND && from > 0; i++)
        utf8_before(text, &from);
    signs_add(&there, text, (struct span){(uint32_t)from, (uint32_t)at});
    signs_reverse(&there);
    if (from == 0)
        *vec_add(NULL, &there) = (struct sign){.code = SIGN_EDGE};
    int likeness = side_likeness(&remembered->before, &there);
    vec_free(&there);
    return likeness;
}

static int rate_after(const struct remembered *remembered, struct str text, size_t at)
{
    struct signs there = {0};
    size_t to = at;
    for (int i = 0; i < AROUND && to < text.len; i++)
        utf8_next(text, &to);
    signs_add(&there, text, (struct span){(uint32_t)at, (uint32_t)to});
    if (to == text.len)
        *vec_add(NULL, &there) = (struct sign){.code = SIGN_EDGE};
    int likeness = side_likeness(&remembered->after, &there);
    vec_free(&there);
    return likeness;
}

/* Bytes of S that are not white space. */
static size_t solid(struct str s)
{
    size_t count = 0;
    for (size_t at = 0; at < s.len;) {
        size_t start = at;
        if (!char_is_space(utf8_next(s, &at)))
            count += at - start;
    }
    return count;
}

static int words_likeness(struct str quote, struct str there)
{
    struct arena *arena = arena_new();
    struct diff diff;
    size_t same = 0, a = solid(quote), b = solid(there);
    diff_words(arena, quote, there, &diff);
    for (size_t i = 0; i < diff.len; i++)
        same += diff.at[i].kind == DIFF_SAME ? solid(diff.at[i].text) : 0;
    arena_free(arena);
    return percent(same, a > b ? a : b);
}

static int rate_quote(const struct remembered *remembered, struct str there)
{
    size_t length = remembered_length(remembered), distance;
    struct str quote = span_of(buf_view(&remembered->bytes), remembered->quote);
    if (length > RATE_LONG)
        return words_likeness(quote, there);
    struct signs signs = {0};
    signs_add(&signs, there, (struct span){0, (uint32_t)there.len});
    size_t most = length > signs.len ? length : signs.len;
    distance =
        signs_distance(remembered->signs.at + remembered->first, length, signs.at, signs.len);
    vec_free(&signs);
    return percent(most - distance, most);
}

struct candidate rate(const struct remembered *remembered, struct str text, struct span span)
{
    struct str there = span_of(text, span);
    struct candidate found = {.span = span};
    found.same = str_eq(there, span_of(buf_view(&remembered->bytes), remembered->quote));
    found.quote = found.same ? 100 : rate_quote(remembered, there);
    found.before = rate_before(remembered, text, span.start);
    found.after = rate_after(remembered, text, span.end);
    size_t length = remembered_length(remembered);
    int quote = (int)(length < WEIGHED ? length : WEIGHED);
    int before = (int)remembered->before.len, after = (int)remembered->after.len;
    if (quote + before + after)
        found.score = (found.quote * quote + found.before * before + found.after * after) /
                      (quote + before + after);
    return found;
}

bool rate_is_perfect(const struct remembered *remembered, const struct candidate *candidate)
{
    return candidate->quote == 100 && candidate->before == 100 && candidate->after == 100 &&
           remembered->before.len + remembered->after.len >= 4 * SIDE;
}

/* A side is strong only where there is enough of it. */
static bool is_strong(const struct signs *context, int likeness)
{
    return context->len >= SIDE && likeness >= STRONG;
}

bool rate_is_enough(const struct remembered *remembered, const struct candidate *candidate)
{
    bool before = is_strong(&remembered->before, candidate->before);
    bool after = is_strong(&remembered->after, candidate->after);
    bool one = before || after;
    int other = before && after                        ? 100
                : candidate->before < candidate->after ? candidate->before
                                                       : candidate->after;
    size_t length = remembered_length(remembered);
    bool phrase = length >= DISTINCT && remembered->words >= PHRASE;
    if (candidate->quote == 100)
        return (one && other >= SOME) || (one && phrase) || length >= LONG;
    return (candidate->quote >= 60 && one && other >= FAIR) ||
           (candidate->quote >= 75 && one && phrase && length >= DISTINCT + DISTINCT / 2) ||
           (candidate->quote >= 85 && length >= 2 * LONG) ||
           (candidate->quote >= 70 && length >= 4 * LONG);
}
