/* SPDX-License-Identifier: ISC */
/* The rows of the notes are those of their order that the filter lets through. Words are looked for
 * in texts that were folded once, when a filter first needed them. */
#include "dossier/base/memory.h"
#include "dossier/notes/choose.h"
#include "fill.h"
#include "note_order.h"
#include "note_row.h"

#include <stdlib.h>

struct note_filter {
    const struct state *state;
    struct choose choose;
    bool deleted; /* they are asked for */
};

/* What a filter sees of a draft. */
static struct note draft_note(const struct state *state, const struct draft *draft)
{
    return (struct note){
        .id = draft->id,
        .article = draft->path,
        .about = draft->about,
        .text = draft->text,
        .replies_to = draft->replies_to,
        .by = str_of(state->notebook ? state->notebook->writer : NULL),
        .has_passage = draft->span.start < draft->span.end,
        .span = draft->span,
        .number =
            draft->path.len ? corpus_at_path(&state->library->corpus, draft->path) : ARTICLE_NONE,
        .is_private = draft->is_private,
        .created = state->now,
        .modified = state->now,
    };
}

static void fold_all(struct state *state)
{
    struct note_order *order = &state->note_order;
    if (order->folded_at)
        return;
    order->folded_at = memory_get((order->len + 1) * sizeof *order->folded_at);
    for (size_t i = 0; i < order->len; i++) {
        const struct note *note = note_row_note(state, (uint32_t)i);
        const struct draft *draft = note ? NULL : note_row_draft(state, (uint32_t)i);
        struct note shown = {0};
        if (draft)
            shown = draft_note(state, draft);
        choose_words(note ? note : &shown, &order->folded);
        order->folded_at[i + 1] = order->folded.len;
    }
}

static bool has_words(const struct state *state, uint32_t number, struct str words)
{
    const struct note_order *order = &state->note_order;
    struct str folded =
        str_sub(buf_view(&order->folded), order->folded_at[number], order->folded_at[number + 1]);
    return !words.len || str_find(folded, words, 0) >= 0;
}

static bool holds(const struct note_filter *filter, const struct choose_term *term, uint32_t number,
                  const struct note *note, bool draft)
{
    if (term->kind == CHOOSE_WORDS)
        return has_words(filter->state, number, term->text);
    if (term->kind == CHOOSE_STATE && draft) /* a draft is in none of the states of notes */
        return false;
    struct choose_term bare = *term;
    size_t end = 1;
    bare.turned = false;
    struct choose one = filter->choose;
    one.terms.at = &bare;
    one.ends.at = &end;
    one.terms.len = one.ends.len = 1;
    return choose_takes(&one, note);
}

static bool takes(const struct note_filter *filter, uint32_t number, const struct note *note,
                  bool draft)
{
    const struct choose *choose = &filter->choose;
    size_t at = 0;
    for (size_t i = 0; i < choose->ends.len; i++) {
        bool all = true;
        for (; at < choose->ends.at[i]; at++) {
            const struct choose_term *term = &choose->terms.at[at];
            all = all && holds(filter, term, number, note, draft) != term->turned;
        }
        if (all)
            return true;
    }
    return !choose->terms.len;
}

static void add_row(const struct note_filter *filter, struct state *state, uint32_t number)
{
    const struct note *note = note_row_note(state, number);
    const struct draft *draft = note ? NULL : note_row_draft(state, number);
    struct note shown;
    if ((!note && !draft) || (note && note->deleted && !filter->deleted))
        return;
    if (draft)
        shown = draft_note(state, draft);
    if (!takes(filter, number, note ? note : &shown, draft))
        return;
    state->note_rows[state->note_len++] = number;
    state->note_need += draft || (!note->deleted && choose_need(note) < 4);
    state->note_fresh += note && state_is_news(state, note);
}

/* The notes on the article at the cursor, then what was deleted there, then drafts. */
static void fill_here(const struct note_filter *filter, struct state *state)
{
    size_t count;
    uint32_t article = state->cursor.article;
    const uint32_t *here = state_notes_on(state, article, &count);
    for (size_t i = 0; i < count; i++)
        add_row(filter, state, here[i]);
    size_t first = filter->deleted || !state->notebook ? 0 : state->notebook->grave_len;
    first += state->notebook ? state->notebook->len : 0;
    for (size_t i = first; i < state->note_order.len; i++)
        if (article != ARTICLE_NONE && note_row_article(state, (uint32_t)i) == article)
            add_row(filter, state, (uint32_t)i);
}

void fill_notes(struct state *state)
{
    const struct note_order *order = &state->note_order;
    struct note_filter filter = {.state = state};
    struct arena *arena = arena_new();
    choose_read(arena, state->library, buf_view(&state->filter[VIEW_NOTES]), true, &filter.choose,
                NULL);
    filter.deleted = choose_wants_deleted(&filter.choose);
    if (filter.choose.terms.len)
        fold_all(state);
    state->note_rows = memory_resize(state->note_rows, (order->len + 1) * sizeof *state->note_rows);
    state->note_len = state->note_need = state->note_fresh = 0;
    if (!state->notes_whole)
        fill_here(&filter, state);
    for (size_t i = 0; state->notes_whole && i < order->len; i++)
        add_row(&filter, state, order->rows[i]);
    arena_free(arena);
}

/* ---- what draw asks too ---- */

const struct note *state_row_note(const struct state *state, size_t row)
{
    return row < state->note_len ? note_row_note(state, state->note_rows[row]) : NULL;
}

const struct draft *state_row_draft(const struct state *state, size_t row)
{
    return row < state->note_len ? note_row_draft(state, state->note_rows[row]) : NULL;
}

/* Where in the order by place the notes begin whose article stands at RANK by date, or later. */
static size_t first_ranked(const struct state *state, uint32_t rank)
{
    const struct note_order *order = &state->note_order;
    size_t low = 0, high = order->placed;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t article = state->notebook->at[order->by_place[middle]].number;
        if (state->library->corpus.rank[article] < rank)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const uint32_t *state_notes_on(const struct state *state, uint32_t article, size_t *count)
{
    const struct note_order *order = &state->note_order;
    *count = 0;
    if (!order->arena || (state->stale & STALE_NOTEBOOK) ||
        article >= state->library->corpus.numbers)
        return NULL;
    size_t first = first_ranked(state, state->library->corpus.rank[article]);
    *count = first_ranked(state, state->library->corpus.rank[article] + 1) - first;
    return order->by_place + first;
}

const struct note *state_note_with(const struct state *state, struct str id)
{
    uint32_t number = note_order_find(state, id);
    return number == UINT32_MAX ? NULL : note_row_note(state, number);
}

bool state_is_news(const struct state *state, const struct note *note)
{
    if (note->news == NEWS_NONE || note->deleted)
        return false;
    for (size_t i = 0; i < state->noticed.len; i++)
        if (str_eq(state->noticed.at[i].id, note->id) &&
            state->noticed.at[i].modified == note->modified)
            return false;
    return true;
}
