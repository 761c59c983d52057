/* SPDX-License-Identifier: ISC */
/* Two orders: by article and place, which the text and the notes of one article are found in by
 * bisection; and the one in force, made from it by a stable key. */
#include "note_order.h"

#include "dossier/base/memory.h"
#include "note_row.h"
#include "note_sort.h"

#include <stdlib.h>

#define THREAD_DEEPEST 64 /* replies to replies: a circle ends there */

static size_t note_count(const struct state *state)
{
    return state->notebook ? state->notebook->len : 0;
}

static size_t grave_count(const struct state *state)
{
    return state->notebook ? state->notebook->grave_len : 0;
}

/* ---- ids ---- */

static void add_id(const struct state *state, struct note_order *order, uint32_t number)
{
    struct str id = note_row_note(state, number)->id;
    size_t mask = order->slot_count - 1, slot = str_hash(id) & mask;
    while (order->slots[slot]) {
        uint32_t *other = &order->slots[slot];
        const struct note *note = note_row_note(state, *other - 1);
        if (str_eq(note->id, id)) {
            if (!notebook_owns(state->notebook, note) && *other <= note_count(state))
                *other = number + 1;
            return;
        }
        slot = (slot + 1) & mask;
    }
    order->slots[slot] = number + 1;
}

static void index_ids(const struct state *state, struct note_order *order)
{
    size_t count = note_count(state) + grave_count(state);
    order->slot_count = 16;
    while (order->slot_count < 2 * count)
        order->slot_count *= 2;
    order->slots = arena_many(order->arena, uint32_t, order->slot_count);
    for (size_t i = 0; i < count; i++)
        add_id(state, order, (uint32_t)i);
}

uint32_t note_order_find(const struct state *state, struct str id)
{
    const struct note_order *order = &state->note_order;
    if (!id.len || !order->slot_count)
        return UINT32_MAX;
    size_t mask = order->slot_count - 1;
    for (size_t slot = str_hash(id) & mask; order->slots[slot]; slot = (slot + 1) & mask) {
        const struct note *note = note_row_note(state, order->slots[slot] - 1);
        if (note && str_eq(note->id, id))
            return order->slots[slot] - 1;
    }
    return UINT32_MAX;
}

/* ---- by place ---- */

/* Where a row stands: replies stand right behind what they reply to, in the order they were made;
 * of two versions of one note the second behind the first. */
struct standing {
    uint64_t place; /* the article's rank, then the byte */
    int64_t made;
    uint32_t root, row;
};

static uint32_t start_of(const struct state *state, const struct note *note, uint32_t article)
{
    if (!note->has_passage)
        return 0;
    if (note_is_placed(note) && !note->deleted)
        return note->span.start;
    if (note->state == ANCHOR_AMBIGUOUS && note->place_count)
        return note->places[0].start;
    size_t most =
        article == ARTICLE_NONE ? 0 : corpus_article(&state->library->corpus, article)->text.len;
    return note->at.start < most ? note->at.start : (uint32_t)most;
}

/* The note that NUMBER is at last a reply to, or the first version of it; itself where it is
 * neither. */
static uint32_t root_of(const struct state *state, uint32_t number)
{
    for (int i = 0; i < THREAD_DEEPEST; i++) {
        const struct note *note = note_row_note(state, number);
        if (!note)
            return number;
        uint32_t up = note_order_find(state, note->replies_to);
        if (up == UINT32_MAX)
            up = note_order_find(state, note->conflict);
        if (up == UINT32_MAX || up == number || up >= note_count(state))
            return number;
        number = up;
    }
    return number;
}

static uint64_t place_of(const struct state *state, uint32_t article, uint32_t start)
{
    uint64_t rank = article == ARTICLE_NONE ? UINT32_MAX : state->library->corpus.rank[article];
    return rank << 32 | start;
}

static struct standing standing_of(const struct state *state, uint32_t number)
{
    const struct note *note = note_row_note(state, number);
    const struct draft *draft = note ? NULL : note_row_draft(state, number);
    uint32_t article = note_row_article(state, number);
    struct standing at = {.root = number, .row = number, .made = INT64_MIN};
    if (draft)
        at.place = place_of(state, article, draft->span.start);
    else if (note)
        at.place = place_of(state, article, start_of(state, note, article));
    if (!note || (!note->replies_to.len && !note->conflict.len))
        return at;
    uint32_t root = root_of(state, number);
    if (root == number)
        return at;
    const struct note *first = note_row_note(state, root);
    at.root = root;
    at.made = note->created;
    if (first && first->number == article)
        at.place = place_of(state, article, start_of(state, first, article));
    return at;
}

static int compare_standings(const void *a, const void *b)
{
    const struct standing *x = a, *y = b;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    if (x->root != y->root)
        return x->root < y->root ? -1 : 1;
    if (x->made != y->made)
        return x->made < y->made ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static void sort_places(const struct state *state, struct note_order *order)
{
    struct standing *all = memory_get((order->len + 1) * sizeof *all);
    for (size_t i = 0; i < order->len; i++)
        all[i] = standing_of(state, (uint32_t)i);
    if (order->len)
        qsort(all, order->len, sizeof *all, compare_standings);
    for (size_t i = 0; i < order->len; i++)
        order->rows[i] = all[i].row;
    free(all);
}

/* The notes of each article, and those that are replies, in the order of the rows. */
static void list_articles(const struct state *state, struct note_order *order)
{
    const struct corpus *corpus = &state->library->corpus;
    size_t notes = note_count(state);
    order->by_place = arena_many(order->arena, uint32_t, notes + 1);
    order->replies = arena_many(order->arena, uint32_t, notes + 1);
    order->placed = order->reply_count = 0;
    for (size_t i = 0; i < order->len; i++) {
        uint32_t row = order->rows[i];
        if (row >= notes)
            continue;
        const struct note *note = &state->notebook->at[row];
        if (note->number < corpus->numbers)
            order->by_place[order->placed++] = row;
        if (note->replies_to.len)
            order->replies[order->reply_count++] = row;
    }
}

void note_order_free(struct note_order *order)
{
    arena_free(order->arena);
    buf_free(&order->folded);
    free(order->folded_at);
    *order = (struct note_order){0};
}

void note_order_make(struct state *state)
{
    struct note_order *order = &state->note_order;
    note_order_free(order);
    order->arena = arena_new();
    order->drafts = state->drafts.len;
    order->len = note_count(state) + grave_count(state) + order->drafts;
    order->rows = arena_many(order->arena, uint32_t, order->len + 1);
    index_ids(state, order);
    sort_places(state, order);
    list_articles(state, order);
    note_sort_rows(state, order->rows, order->len);
}

void note_order_sort(struct state *state)
{
    struct note_order *order = &state->note_order;
    if (order->arena) {
        sort_places(state, order);
        note_sort_rows(state, order->rows, order->len);
    }
}

bool note_order_is_stale(const struct state *state)
{
    return (state->stale & STALE_NOTEBOOK) || !state->note_order.arena ||
           state->note_order.drafts != state->drafts.len;
}
