/* SPDX-License-Identifier: ISC */
/* Words, runs of white space and single other characters are compared as wholes. The shortest path
 * is followed for a number of edits; where more are needed, the way that came furthest is kept, and
 * the search begins anew at its end, so that the cost grows with the length of the texts and not
 * with its square. */
#include "dossier/text/diff.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

#include <stdlib.h>

#define EDITS 400       /* edits that one search follows; its memory is their square */
#define WORK 400000000u /* steps of all searches; what is left then is gone and new as a whole */
#define NOWHERE (-1)

struct token {
    struct str text;
    uint64_t hash;
    bool space;
};

struct tokens {
    struct token *at;
    size_t len, cap;
};

static void add_token(struct tokens *out, struct str text, bool space)
{
    if (text.len)
        *vec_add(NULL, out) = (struct token){text, str_hash(text), space};
}

/* What stands between two words: runs of white space, and characters one by one. */
static void add_between(struct tokens *out, struct str text)
{
    size_t at = 0, space = 0;
    while (at < text.len) {
        size_t start = at;
        if (char_is_space(utf8_next(text, &at)))
            continue;
        add_token(out, str_sub(text, space, start), true);
        add_token(out, str_sub(text, start, at), false);
        space = at;
    }
    add_token(out, str_sub(text, space, at), true);
}

static struct tokens split(struct str text)
{
    struct tokens tokens = {0};
    struct buf key = {0};
    struct span word;
    size_t at = 0, end = 0;
    while (words_next(text, &at, &word, &key)) {
        add_between(&tokens, str_sub(text, end, word.start));
        add_token(&tokens, span_of(text, word), false);
        end = word.end;
    }
    add_between(&tokens, str_sub(text, end, text.len));
    buf_free(&key);
    return tokens;
}

static bool same(const struct token *a, const struct token *b)
{
    return a->hash == b->hash && str_eq(a->text, b->text);
}

/* Two rows of tokens, and how far they are dealt with. */
struct walk {
    struct tokens before, after;
    size_t x, y;
    bool *kept_x, *kept_y; /* tokens that are in both */
    int *reach;            /* for each number of edits, the furthest x on each diagonal */
    size_t work;
};

static void keep(struct walk *walk, size_t x, size_t y)
{
    walk->kept_x[x] = walk->kept_y[y] = true;
}

/* The row of furthest x after D edits: diagonals -D to D, that of D = 0 in the middle. */
static int *row(const struct walk *walk, int d)
{
    return walk->reach + (size_t)d * (size_t)d + (size_t)d;
}

/* X on diagonal K after D edits, before what is the same is followed; whether the last edit was a
 * token of AFTER. */
static int step(const struct walk *walk, int d, int k, bool *down)
{
    if (d == 0)
        return 0;
    const int *last = row(walk, d - 1);
    int below = k + 1 <= d - 1 ? last[k + 1] : NOWHERE;
    int beside = k - 1 >= 1 - d && last[k - 1] != NOWHERE ? last[k - 1] + 1 : NOWHERE;
    *down = below > beside || beside == NOWHERE;
    return *down ? below : beside;
}

static int follow(struct walk *walk, int x, int k)
{
    const struct token *before = walk->before.at + walk->x, *after = walk->after.at + walk->y;
    size_t width = walk->before.len - walk->x, height = walk->after.len - walk->y;
    int y = x - k;
    while ((size_t)x < width && (size_t)y < height && same(&before[x], &after[y]))
        x++, y++, walk->work++;
    return x;
}

/* Marks what is kept on the way to diagonal K after D edits. */
static void keep_path(struct walk *walk, int d, int k)
{
    for (; d >= 0; d--) {
        bool down = false;
        int end = row(walk, d)[k], from = step(walk, d, k, &down);
        for (int x = end - 1; x >= from; x--)
            keep(walk, walk->x + (size_t)x, walk->y + (size_t)(x - k));
        k += down ? 1 : -1;
    }
}

/* Follows the shortest path, for EDITS at most, and moves to its end. */
static void search(struct walk *walk)
{
    int width = (int)(walk->before.len - walk->x), height = (int)(walk->after.len - walk->y);
    int best = 0, best_k = 0, d = 0;
    bool done = false;
    for (; d < EDITS && !done; d++) {
        best = NOWHERE;
        for (int k = -d; k <= d && !done; k += 2) {
            bool down = false;
            int x = step(walk, d, k, &down);
            walk->work++;
            bool within = x != NOWHERE && x <= width && x - k <= height && x - k >= 0;
            row(walk, d)[k] = x = within ? follow(walk, x, k) : NOWHERE;
            if (within && 2 * x - k > best) {
                best = 2 * x - k;
                best_k = k;
            }
            done = within && x == width && x - k == height;
        }
    }
    int x = row(walk, d - 1)[best_k];
    keep_path(walk, d - 1, best_k);
    walk->x += (size_t)x;
    walk->y += (size_t)(x - best_k);
}

static void walk_all(struct walk *walk)
{
    while (walk->x < walk->before.len && walk->y < walk->after.len && walk->work < WORK)
        search(walk);
}

/* From one slice to the end of another of the same text. */
static struct str joined(struct str first, struct str last)
{
    return (struct str){first.at, (size_t)(last.at + last.len - first.at)};
}

static void add_piece(struct arena *arena, struct diff *out, enum diff_kind kind, struct str text)
{
    if (out->len && out->at[out->len - 1].kind == kind)
        out->at[out->len - 1].text = joined(out->at[out->len - 1].text, text);
    else
        *vec_add(arena, out) = (struct diff_piece){kind, text};
}

/* White space alone, between two edits, is no reason to part them. */
static void drop_lone_spaces(struct walk *walk)
{
    const struct tokens *before = &walk->before, *after = &walk->after;
    for (size_t x = 0, y = 0; x < before->len && y < after->len;) {
        if (!walk->kept_x[x] || !walk->kept_y[y]) {
            x += !walk->kept_x[x];
            y += !walk->kept_y[y];
            continue;
        }
        bool edit_before = (x && !walk->kept_x[x - 1]) || (y && !walk->kept_y[y - 1]);
        bool edit_after = (x + 1 < before->len && !walk->kept_x[x + 1]) ||
                          (y + 1 < after->len && !walk->kept_y[y + 1]);
        if (before->at[x].space && edit_before && edit_after)
            walk->kept_x[x] = walk->kept_y[y] = false;
        x++, y++;
    }
}

static void add_pieces(struct arena *arena, const struct walk *walk, struct diff *out)
{
    size_t x = 0, y = 0;
    while (x < walk->before.len || y < walk->after.len) {
        bool edit = false;
        for (; x < walk->before.len && !walk->kept_x[x]; x++, edit = true)
            add_piece(arena, out, DIFF_GONE, walk->before.at[x].text);
        for (; y < walk->after.len && !walk->kept_y[y]; y++, edit = true)
            add_piece(arena, out, DIFF_NEW, walk->after.at[y].text);
        out->edits += edit;
        for (; x < walk->before.len && y < walk->after.len && walk->kept_x[x] && walk->kept_y[y];
             x++, y++)
            add_piece(arena, out, DIFF_SAME, walk->before.at[x].text);
    }
}

void diff_words(struct arena *arena, struct str before, struct str after, struct diff *out)
{
    *out = (struct diff){0};
    struct walk walk = {.before = split(before), .after = split(after)};
    walk.kept_x = memory_get(walk.before.len + 1);
    walk.kept_y = memory_get(walk.after.len + 1);
    walk.reach = memory_get(sizeof *walk.reach * EDITS * EDITS);
    walk_all(&walk);
    drop_lone_spaces(&walk);
    add_pieces(arena, &walk, out);
    free(walk.kept_x);
    free(walk.kept_y);
    free(walk.reach);
    vec_free(&walk.before);
    vec_free(&walk.after);
}
