/* SPDX-License-Identifier: ISC */
/* The rows of what was said: those that the filter lets through, by when it was said. New ones are
 * merged in from the end, where nearly all of them belong, and the cursor stays on what it was on.
 */
#include "said.h"

#include "dossier/base/memory.h"
#include "filter.h"

#include <stdlib.h>

struct key {
    int64_t on; /* what has no day comes last */
    uint32_t rank, at, number;
};

/* In one article the order is that of the text. */
static struct key key_of(const struct corpus *corpus, const struct said *said, uint32_t number)
{
    const struct said_row *row = &said->at[number];
    bool dated = row->on != DAY_NONE && said->article == ARTICLE_NONE;
    return (struct key){dated ? row->on : INT64_MAX, corpus->rank[row->article],
                        row->quotation.span.start, number};
}

static int compare(const void *a, const void *b)
{
    const struct key *x = a, *y = b;
    if (x->on != y->on)
        return x->on < y->on ? -1 : 1;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

static void make_room(struct said *said, size_t count)
{
    if (said->shown_len + count <= said->shown_cap)
        return;
    said->shown_cap = (said->shown_len + count) * 2;
    said->shown = memory_resize(said->shown, said->shown_cap * sizeof *said->shown);
}

/* Puts the COUNT rows of KEYS, in order, among those that are shown. */
static void merge(struct said *said, const struct corpus *corpus, const struct key *keys,
                  size_t count)
{
    size_t from = said->shown_len, to = from + count, cursor = said->list.cursor, now = cursor;
    make_room(said, count);
    said->shown_len = to;
    while (count) {
        struct key before = {.on = INT64_MIN};
        if (from)
            before = key_of(corpus, said, said->shown[from - 1]);
        bool later = from && compare(&before, &keys[count - 1]) > 0;
        said->shown[--to] = later ? said->shown[--from] : keys[--count].number;
        if (later && from == cursor)
            now = to;
    }
    said->list.top += now - cursor;
    list_resize(&said->list, said->shown_len);
    list_go(&said->list, now);
}

static bool is_spot(const struct said *said, const struct said_row *row)
{
    return row->article == said->spot_article && row->quotation.span.start == said->spot_at;
}

/* What was under the cursor is shown again: the cursor goes there. */
static void find_spot(struct said *said)
{
    for (size_t i = 0; i < said->shown_len; i++)
        if (is_spot(said, said_at(said, i)))
            list_go(&said->list, i);
    said->spot_article = ARTICLE_NONE;
}

/* ---- the filter ---- */

static void add_words(struct filter *filter, const struct state *state, const struct said_row *row)
{
    const struct article *article = corpus_article(&state->library->corpus, row->article);
    const struct quotation *q = &row->quotation;
    static const char *const kinds[] = {[QUOTATION_DIRECT] = "is:whole",
                                        [QUOTATION_FRAGMENT] = "is:part",
                                        [QUOTATION_SCARE] = "is:scare",
                                        [QUOTATION_REPORTED] = "is:reported"};
    struct buf speaker = {0};
    said_tell_speaker(state, row, &speaker);
    filter_row(filter);
    filter_add(filter, span_of(article->text, q->span));
    filter_add(filter, buf_view(&speaker));
    filter_add(filter, span_of(article->text, q->speaker_span));
    filter_add(filter, span_of(article->text, q->cue));
    filter_add(filter, article->label);
    filter_add(filter, article->facts.source);
    filter_add(filter, str_of(kinds[q->kind]));
    if (q->confirmed)
        filter_add(filter, STR("is:confirmed"));
    filter_add(filter, said_is_unsure(row) ? STR("is:unsure") : STR("is:sure"));
    buf_free(&speaker);
}

/* A term between marks is nobody's words, and is shown only where it is asked for. */
static bool passes(struct filter *filter, const struct state *state, const struct said *said,
                   const struct said_row *row)
{
    const struct quotation *q = &row->quotation;
    if (row->dropped)
        return false;
    bool scare = str_find(buf_view(&filter->wish), STR("is:scare"), 0) >= 0;
    if ((q->kind == QUOTATION_SCARE && !scare) || (!q->in_body && !said->outside))
        return false;
    if (!filter->wish.len)
        return true;
    add_words(filter, state, row);
    return filter_passes(filter);
}

void said_drop(struct said *said, uint32_t article)
{
    size_t kept = 0;
    for (size_t i = 0; i < said->shown_len; i++) {
        struct said_row *row = &said->at[said->shown[i]];
        if (row->article == article)
            said->unsure -= said_is_unsure(row);
        else
            said->shown[kept++] = said->shown[i];
    }
    said->shown_len = kept;
    for (size_t i = 0; i < said->len; i++)
        if (said->at[i].article == article)
            said->at[i].dropped = true;
    list_resize(&said->list, kept);
}

void said_try_again(struct state *state, struct said *said)
{
    said->shown_len = said->tried = said->unsure = 0;
    said->list = (struct list){.sideways = said->list.sideways};
    said->outside = state->counting.outside;
    buf_clear(&said->wish);
    buf_str(&said->wish, buf_view(&state->filter[VIEW_SAID]));
}

void said_try(struct state *state, struct said *said, size_t most)
{
    const struct corpus *corpus = &state->library->corpus;
    size_t rest = said->len - said->tried, count = 0;
    rest = rest < most ? rest : most;
    if (!rest)
        return;
    struct key *keys = memory_get(rest * sizeof *keys);
    struct filter filter = {.tagged = false};
    bool spot = false;
    filter_begin(&filter, buf_view(&said->wish));
    for (size_t i = 0; i < rest; i++, said->tried++) {
        const struct said_row *row = &said->at[said->tried];
        if (!passes(&filter, state, said, row))
            continue;
        keys[count++] = key_of(corpus, said, (uint32_t)said->tried);
        spot = spot || is_spot(said, row);
        said->unsure += said_is_unsure(row);
    }
    filter_end(&filter);
    if (count > 1)
        qsort(keys, count, sizeof *keys, compare);
    merge(said, corpus, keys, count);
    if (spot)
        find_spot(said);
    free(keys);
}
