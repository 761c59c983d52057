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
#define WHOLE 1000  /* signs: all of a context */
#define NEAR 12     /* signs that adjoin a bound of the quote */
#define WEIGHED 96  /* signs of a quote that count in the score */
#define SIDE 6      /* signs that make a side worth believing */
#define STRONG 85   /* percent: a side that agrees */
#define BOUND 80    /* … that is enough to tell where a passage begins or ends */
#define FAIR 70     /* … one that speaks for it */
#define SOME 50     /* … one that does not speak against it */
#define TINY 4      /* characters of a quote that is found only where both sides adjoin unchanged */
#define LEAST 5     /* letters of a quote of which some may have changed */
#define FEW 12      /* … if both sides agree */
#define DISTINCT 20 /* characters of a quote that is no common phrase, if it has */
#define PHRASE 3    /* words */
#define LONG 60     /* characters of one that is nowhere else by chance */

static void make_around(struct remembered *remembered)
{
    const struct signs *signs = &remembered->signs;
    size_t first = remembered->first, end = remembered->end;
    if (first && end < signs->len && signs->at[first - 1].code == ' ' && signs->at[end].code == ' ')
        end++;
    for (size_t i = 0; i < signs->len; i++)
        if (i < first || i >= end)
            *vec_add(NULL, &remembered->around) = signs->at[i];
}

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
    for (size_t at = 0; at < note->quote.len;) {
        uint32_t c = utf8_next(note->quote, &at);
        remembered->letters += char_is_word(c);
        remembered->weight += char_is_unspaced(c) ? 2 : 1;
    }
    make_around(remembered);
}

void remembered_free(struct remembered *remembered)
{
    buf_free(&remembered->bytes);
    vec_free(&remembered->signs);
    vec_free(&remembered->before);
    vec_free(&remembered->after);
    vec_free(&remembered->around);
}

size_t remembered_length(const struct remembered *remembered)
{
    return remembered->end - remembered->first;
}

static int percent(size_t part, size_t whole)
{
    return whole ? (int)(part * 100 / whole) : 0;
}

/* How many of the first MOST signs of one side must be changed. */
static size_t side_distance(const struct signs *context, const struct signs *there, size_t most)
{
    size_t len = context->len < most ? context->len : most, around = len + len / 2;
    return signs_distance_start(context->at, len, there->at,
                                around < there->len ? around : there->len);
}

static int side_likeness(const struct signs *context, const struct signs *there, size_t most)
{
    size_t len = context->len < most ? context->len : most;
    return percent(len - side_distance(context, there, most), len);
}

static size_t without_edge(const struct signs *context)
{
    bool edge = context->len && context->at[context->len - 1].code == SIGN_EDGE;
    return context->len - edge;
}

static void rate_before(const struct remembered *remembered, struct str text, size_t at,
                        struct candidate *out)
{
    struct signs there = {0};
    size_t from = at;
    for (int i = 0; i < AROUND && from > 0; i++)
        utf8_before(text, &from);
    signs_add(&there, text, (struct span){(uint32_t)from, (uint32_t)at});
    signs_reverse(&there);
    if (from == 0)
        *vec_add(NULL, &there) = (struct sign){.code = SIGN_EDGE};
    out->before = side_likeness(&remembered->before, &there, WHOLE);
    out->near_before = side_likeness(&remembered->before, &there, NEAR);
    out->cost += side_distance(&remembered->before, &there, without_edge(&remembered->before));
    vec_free(&there);
}

static void rate_after(const struct remembered *remembered, struct str text, size_t at,
                       struct candidate *out)
{
    struct signs there = {0};
    size_t to = at;
    for (int i = 0; i < AROUND && to < text.len; i++)
        utf8_next(text, &to);
    signs_add(&there, text, (struct span){(uint32_t)at, (uint32_t)to});
    if (to == text.len)
        *vec_add(NULL, &there) = (struct sign){.code = SIGN_EDGE};
    out->after = side_likeness(&remembered->after, &there, WHOLE);
    out->near_after = side_likeness(&remembered->after, &there, NEAR);
    out->cost += side_distance(&remembered->after, &there, without_edge(&remembered->after));
    vec_free(&there);
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

static int likeness(const struct sign *a, size_t a_len, const struct sign *b, size_t b_len)
{
    size_t most = a_len > b_len ? a_len : b_len;
    return percent(most - signs_distance(a, a_len, b, b_len), most);
}

static void rate_quote(const struct remembered *remembered, struct str there, struct candidate *out)
{
    size_t len = remembered_length(remembered);
    const struct sign *quote = remembered->signs.at + remembered->first;
    struct signs signs = {0};
    signs_add(&signs, there, (struct span){0, (uint32_t)there.len});
    size_t most = len > signs.len ? len : signs.len;
    if (len > RATE_LONG) {
        struct str words = span_of(buf_view(&remembered->bytes), remembered->quote);
        out->quote = words_likeness(words, there);
        out->changed = most * (size_t)(100 - out->quote) / 100;
    } else {
        out->changed = signs_distance(quote, len, signs.at, signs.len);
        out->quote = percent(most - out->changed, most);
    }
    out->cost += out->changed;
    size_t end = len < NEAR ? len : NEAR, end_there = signs.len < NEAR ? signs.len : NEAR;
    out->first = likeness(quote, end, signs.at, end_there);
    out->last = likeness(quote + len - end, end, signs.at + signs.len - end_there, end_there);
    vec_free(&signs);
}

struct candidate rate(const struct remembered *remembered, struct str text, struct span span)
{
    struct str there = span_of(text, span);
    struct candidate found = {.span = span};
    found.same = str_eq(there, span_of(buf_view(&remembered->bytes), remembered->quote));
    found.quote = found.first = found.last = 100;
    if (!found.same)
        rate_quote(remembered, there, &found);
    rate_before(remembered, text, span.start, &found);
    rate_after(remembered, text, span.end, &found);
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

/* Where the quote begins and ends is plain: by what adjoins it, or by its own ends. */
static bool has_bounds(const struct candidate *candidate)
{
    return (candidate->near_before >= BOUND || candidate->first >= BOUND) &&
           (candidate->near_after >= BOUND || candidate->last >= BOUND);
}

bool rate_is_enough(const struct remembered *remembered, const struct candidate *candidate)
{
    bool before = is_strong(&remembered->before, candidate->before);
    bool after = is_strong(&remembered->after, candidate->after);
    bool one = before || after;
    int other = before && after                        ? 100
                : candidate->before < candidate->after ? candidate->before
                                                       : candidate->after;
    size_t weight = remembered->weight;
    bool phrase = weight >= DISTINCT && remembered->words >= PHRASE;
    int near = phrase ? 0 : weight < TINY ? 100 : FAIR;
    if (candidate->near_before < near || candidate->near_after < near)
        return false;
    if (candidate->quote == 100)
        return (one && other >= SOME) || (one && phrase) || weight >= LONG;
    if (remembered->letters < LEAST || !has_bounds(candidate))
        return false;
    bool both =
        before && after && candidate->near_before >= BOUND && candidate->near_after >= BOUND;
    int least = weight < 2 * DISTINCT ? 60 : both ? 65 : 75;
    return (candidate->quote >= least && one &&
            other >= (remembered->letters < FEW ? STRONG : FAIR)) ||
           (candidate->quote >= 80 && one && phrase && weight >= DISTINCT + DISTINCT / 2) ||
           (candidate->quote >= 85 && weight >= 2 * LONG) ||
           (candidate->quote >= 70 && weight >= 4 * LONG);
}
