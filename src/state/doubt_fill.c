/* SPDX-License-Identifier: ISC */
#include "doubt_fill.h"

#include "dossier/base/memory.h"
#include "filter.h"

#include <stdlib.h>

static const char *const sorts[] = {[DOUBT_SORT_DATE] = "date",
                                    [DOUBT_SORT_FORM] = "form",
                                    [DOUBT_SORT_ACTOR] = "actor",
                                    [DOUBT_SORT_ARTICLE] = "article",
                                    [DOUBT_SORT_OPEN] = "open"};

const char *doubt_sort_name(enum doubt_sort sort)
{
    return sorts[sort];
}

bool doubt_sort_find(struct str word, enum doubt_sort *out)
{
    for (size_t i = 0; i < COUNT(sorts); i++)
        if (str_is(word, sorts[i])) {
            *out = (enum doubt_sort)i;
            return true;
        }
    return false;
}

/* ---- which ---- */

struct numbers {
    uint32_t *at;
    size_t len, cap;
};

/* JUDGED is for its own sake: not by a rule, nor because the name beside it is. */
static bool is_single(const struct library *library, const struct judged *judged)
{
    const struct judgement *judgement = &library->judgements.given[judged->judgement];
    const struct mention *mention = &library->cast.at[judged->number];
    return judgement->span.start < judgement->span.end &&
           judgement->span.start == mention->span.start && mention->reason == REASON_VERDICT;
}

/* Those in doubt and those judged, each once, in order. */
static void collect(const struct library *library, struct numbers *out)
{
    const struct doubts *doubts = &library->doubts;
    const struct judgements *judged = &library->judgements;
    size_t i = 0, j = 0;
    while (i < doubts->len || j < judged->len) {
        uint32_t x = i < doubts->len ? doubts->at[i] : UINT32_MAX;
        uint32_t y = j < judged->len ? judged->at[j].number : UINT32_MAX;
        if (x <= y || is_single(library, &judged->at[j]))
            *vec_add(NULL, out) = x < y ? x : y;
        i += x <= y;
        j += y <= x;
    }
}

/* ---- the filter ---- */

/* What & holds: words, and perhaps an article. */
struct wish {
    struct filter filter;
    uint32_t article; /* ARTICLE_NONE: any */
};

static void begin(struct wish *wish, const struct library *library, struct str typed)
{
    struct buf words = {0};
    struct str word;
    wish->article = ARTICLE_NONE;
    while (str_split(&typed, ' ', &word)) {
        if (str_starts(word, STR("in:")) && word.len > STR("in:").len)
            wish->article =
                corpus_find(&library->corpus, str_sub(word, STR("in:").len, word.len), NULL);
        else if (!str_starts(word, STR("in:")))
            buf_printf(&words, "%.*s ", STR_ARG(word));
    }
    filter_begin(&wish->filter, buf_view(&words));
    buf_free(&words);
}

static void add_actor(struct filter *filter, const struct library *library, uint32_t actor)
{
    if (actor == ACTOR_NONE)
        return;
    filter_add(filter, library->tags.at[actor].name);
    filter_add(filter, library->tags.at[actor].id);
}

static bool passes(struct wish *wish, const struct library *library, uint32_t number)
{
    const struct mention *now = &library->cast.at[number];
    struct filter *filter = &wish->filter;
    if (wish->article != ARTICLE_NONE && wish->article != now->article)
        return false;
    if (!filter->wish.len)
        return true;
    const struct mention *before = library_unjudged(library, number);
    bool decided = now->reason == REASON_VERDICT;
    filter_row(filter);
    filter_add(filter, library->tags.forms.at[before->form].text);
    filter_add(filter, decided ? STR("is:decided") : STR("is:open"));
    struct buf word = {0};
    buf_printf(&word, "is:%s", doubt_name(doubt_of(library, number)));
    filter_add(filter, buf_view(&word));
    buf_free(&word);
    add_actor(filter, library, now->actor);
    add_actor(filter, library, before->actor);
    for (uint32_t i = 0; i < before->candidate_count; i++)
        add_actor(filter, library, library->cast.candidates.at[before->candidates + i]);
    return filter_passes(filter);
}

/* ---- the order ---- */

struct sort_key {
    struct str words;
    uint64_t number;
    uint32_t mention;
};

static int compare(const void *a, const void *b)
{
    const struct sort_key *x = a, *y = b;
    int order = str_cmp(x->words, y->words);
    if (order)
        return order;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    return (x->mention > y->mention) - (x->mention < y->mention);
}

static struct sort_key key_of(const struct state *state, uint32_t number)
{
    const struct library *library = state->library;
    const struct mention *now = &library->cast.at[number];
    const struct mention *before = library_unjudged(library, number);
    uint32_t rank = library->corpus.rank[now->article];
    struct sort_key made = {.words = STR(""), .number = rank, .mention = number};
    uint32_t actor = now->actor != ACTOR_NONE ? now->actor : before->actor;
    if (actor == ACTOR_NONE && before->candidate_count)
        actor = library->cast.candidates.at[before->candidates];
    switch (state->doubt_sort) {
    case DOUBT_SORT_FORM:
        made.words = library->tags.forms.at[before->form].text;
        break;
    case DOUBT_SORT_ACTOR:
        made.words = actor == ACTOR_NONE ? STR("") : library->tags.at[actor].name;
        break;
    case DOUBT_SORT_ARTICLE:
        made.words = corpus_path(&library->corpus, now->article);
        break;
    case DOUBT_SORT_OPEN:
        made.number += (uint64_t)(now->reason == REASON_VERDICT) << 32;
        break;
    default:
        break;
    }
    return made;
}

static void sort(const struct state *state, uint32_t *rows, size_t count)
{
    struct sort_key *keys = memory_get((count + 1) * sizeof *keys);
    for (size_t i = 0; i < count; i++)
        keys[i] = key_of(state, rows[i]);
    if (count)
        qsort(keys, count, sizeof *keys, compare);
    for (size_t i = 0; i < count; i++)
        rows[i] = keys[state->doubts_reversed ? count - 1 - i : i].mention;
    free(keys);
}

void doubt_fill(struct state *state)
{
    const struct library *library = state->library;
    struct numbers all = {0};
    struct wish wish;
    collect(library, &all);
    begin(&wish, library, buf_view(&state->filter[VIEW_DOUBTS]));
    state->doubt_all = all.len;
    state->doubt_len = state->doubt_decided = 0;
    for (size_t i = 0; i < all.len; i++) {
        state->doubt_decided += library->cast.at[all.at[i]].reason == REASON_VERDICT;
        if (passes(&wish, library, all.at[i]))
            all.at[state->doubt_len++] = all.at[i];
    }
    filter_end(&wish.filter);
    sort(state, all.at, state->doubt_len);
    free(state->doubt_rows);
    state->doubt_rows = all.at;
}

uint32_t doubt_at(const struct state *state, struct spot spot)
{
    const struct cast *cast = &state->library->cast;
    if (spot.article == ARTICLE_NONE)
        return MENTION_NONE;
    for (size_t i = 0; i < state->doubt_len; i++) {
        const struct mention *mention = &cast->at[state->doubt_rows[i]];
        if (mention->article == spot.article && mention->span.start == spot.at)
            return state->doubt_rows[i];
    }
    return MENTION_NONE;
}
