/* SPDX-License-Identifier: ISC */
/* Looking through articles, oldest first, so that what is found mostly goes to the end of the rows.
 * Where an actor is in hand, only articles that mention this actor are read. */
#include "said.h"

#include "dossier/base/memory.h"
#include "dossier/reading/quotes.h"

#include <stdlib.h>

#define SLOWER 16        /* times as long as to search it takes to understand a text */
#define SKIPPED_BYTES 64 /* what an article costs that is not read, beside its mentions */
#define TRIED 1024       /* rows that are filtered at a time */

static enum view view_below(const struct state *state)
{
    return state->view == VIEW_INFO ? state->under : state->view;
}

const struct said *said_of(const struct state *state)
{
    return view_below(state) == VIEW_SAID ? &state->said : &state->said_in_article;
}

static struct said *said_of_mine(struct state *state)
{
    return view_below(state) == VIEW_SAID ? &state->said : &state->said_in_article;
}

const struct said_row *said_at(const struct said *said, size_t row)
{
    return &said->at[said->shown[row]];
}

const struct said_row *said_here(const struct state *state)
{
    const struct said *said = said_of(state);
    return said->list.cursor < said->shown_len ? said_at(said, said->list.cursor) : NULL;
}

uint32_t said_number(const struct state *state)
{
    const struct said *said = said_of(state);
    return said->list.cursor < said->shown_len ? said->shown[said->list.cursor] : UINT32_MAX;
}

void said_show(struct state *state, uint32_t number)
{
    struct said *said = said_of_mine(state);
    for (size_t i = 0; i < said->shown_len; i++)
        if (said->shown[i] == number)
            list_go(&said->list, i);
}

void said_seek(struct state *state, uint32_t article, uint32_t at)
{
    struct said *said = said_of_mine(state);
    for (size_t i = 0; i < said->shown_len; i++) {
        const struct said_row *row = said_at(said, i);
        if (row->article == article && row->quotation.span.start == at)
            list_go(&said->list, i);
    }
    if (!said->begun) { /* all of them are found anew */
        said->spot_article = article;
        said->spot_at = at;
    }
}

bool said_is_unsure(const struct said_row *row)
{
    return (row->open && !row->quotation.confirmed) || row->quotation.confidence < QUOTATION_SURE;
}

bool said_is_done(const struct said *said)
{
    return said->tried == said->len && (said->stopped || said->asked >= said->all);
}

/* ---- finding ---- */

static bool is_mentioned(const struct cast *cast, uint32_t article, uint32_t actor)
{
    if (!cast->of)
        return false;
    for (uint32_t i = cast->of[article].first; i < cast->of[article].end; i++)
        if (mention_is_of(cast, &cast->at[i], actor))
            return true;
    return false;
}

/* The mention that speaks, where it is not decided whose it is; or NULL. */
static const struct mention *open_mention(const struct cast *cast, uint32_t article,
                                          const struct quotation *quotation)
{
    if (quotation->speaker != ACTOR_NONE || !quotation_has(quotation->speaker_span) || !cast->of)
        return NULL;
    uint32_t number = cast_at(cast, article, quotation->speaker_span.start);
    const struct mention *mention = number == MENTION_NONE ? NULL : &cast->at[number];
    bool ambiguous = mention && mention->actor == ACTOR_NONE && mention->candidate_count;
    return ambiguous ? mention : NULL;
}

static void add(struct said *said, const struct library *library, uint32_t article,
                const struct quotation *quotation)
{
    const struct mention *open = open_mention(&library->cast, article, quotation);
    bool may_be = open && mention_is_of(&library->cast, open, said->actor);
    if (said->actor != ACTOR_NONE && quotation->speaker != said->actor && !may_be)
        return;
    day on = quotation->said_to;
    if (on == DAY_NONE)
        on = corpus_day(&library->corpus, article);
    *vec_add(NULL, said) = (struct said_row){article, on, *quotation, false, open != NULL};
}

/* What runs on was said when the quotation before it was. */
static void go_on_from(const struct quotation *before, struct quotation *now)
{
    if (!now->continues || now->said_to != DAY_NONE || now->speaker != before->speaker)
        return;
    now->said_from = before->said_from;
    now->said_to = before->said_to;
    now->said_basis = before->said_basis;
    now->said_why = before->said_why;
}

/* What that cost, in bytes of text read. */
static size_t look_through(struct state *state, struct said *said, uint32_t article)
{
    const struct library *library = state->library;
    const struct cast *cast = &library->cast;
    size_t mentions = cast->of ? cast->of[article].end - cast->of[article].first : 0;
    if (said->actor != ACTOR_NONE && !is_mentioned(cast, article, said->actor))
        return SKIPPED_BYTES + mentions;
    struct arena *arena = arena_new();
    struct quotations found = {0};
    const struct quotes_source source = {library, article, state->lexicons};
    quotes_find(arena, &source, &found);
    for (size_t i = 0; i < found.len; i++) {
        if (i)
            go_on_from(&found.at[i - 1], &found.at[i]);
        add(said, library, article, &found.at[i]);
    }
    arena_free(arena);
    return SKIPPED_BYTES + mentions + corpus_article(&library->corpus, article)->text.len;
}

static void step(struct state *state, struct said *said)
{
    const struct corpus *corpus = &state->library->corpus;
    size_t budget = state->stride / SLOWER + 1, cost = 0;
    if (!state->lexicons)
        return;
    while (said->tried == said->len && said->asked < said->all && cost < budget) {
        size_t before = said->len;
        bool one = said->article != ARTICLE_NONE;
        cost += look_through(state, said, one ? said->article : corpus->by_date[said->asked]);
        said->asked++;
        if (said->len - before <= TRIED)
            said_try(state, said, TRIED);
    }
    said_try(state, said, TRIED);
}

/* ---- beginning ---- */

static void keep_spot(struct said *said)
{
    if (said->list.cursor >= said->shown_len)
        return;
    const struct said_row *row = said_at(said, said->list.cursor);
    said->spot_article = row->article;
    said->spot_at = row->quotation.span.start;
}

/* Nothing is found any more. */
static void clear(struct said *said)
{
    said->len = said->shown_len = said->tried = said->asked = said->unsure = 0;
    said->begun = said->stopped = false;
    said->list = (struct list){.sideways = said->list.sideways};
}

static void begin(struct state *state, struct said *said, uint32_t article, uint32_t actor)
{
    if (said->begun)
        said->spot_article = ARTICLE_NONE;
    clear(said);
    said->begun = true;
    said->article = article;
    said->actor = actor;
    said->all = article == ARTICLE_NONE ? state->library->corpus.len : 1;
}

static bool is_filtered_so(const struct state *state, const struct said *said)
{
    return said->outside == state->counting.outside &&
           str_eq(buf_view(&said->wish), buf_view(&state->filter[VIEW_SAID]));
}

/* Makes SAID what is said in ARTICLE (ARTICLE_NONE: in all) by ACTOR (ACTOR_NONE: by all). */
static void refresh(struct state *state, struct said *said, uint32_t article, uint32_t actor)
{
    bool other = !said->begun || said->article != article || said->actor != actor;
    bool filtered = is_filtered_so(state, said);
    if (!state->lexicons || (!other && filtered))
        return;
    if (other)
        begin(state, said, article, actor);
    if (!filtered) {
        keep_spot(said);
        said_try_again(state, said);
    }
    step(state, said);
    while (article != ARTICLE_NONE && !said_is_done(said))
        step(state, said);
}

static uint32_t actor_in_hand(const struct state *state)
{
    return state->thread.wish.kind == THREAD_ACTOR ? state->thread.actor : ACTOR_NONE;
}

void said_refresh(struct state *state)
{
    enum view view = view_below(state);
    struct said *said = &state->said;
    if (view == VIEW_SAID) {
        uint32_t actor = actor_in_hand(state);
        said->everybody = said->everybody && said->in_hand == actor;
        said->in_hand = actor;
        refresh(state, said, ARTICLE_NONE, said->everybody ? ACTOR_NONE : actor);
    } else if (view == VIEW_READING && state->xref == XREF_SAID &&
               state->cursor.article != ARTICLE_NONE) {
        refresh(state, &state->said_in_article, state->cursor.article, ACTOR_NONE);
    }
}

bool said_wait(const struct state *state)
{
    return view_below(state) == VIEW_SAID && state->lexicons && state->said.begun &&
           !said_is_done(&state->said);
}

void said_go_on(struct state *state)
{
    step(state, &state->said);
}

bool said_stop(struct state *state)
{
    if (!said_wait(state) || state->said.asked >= state->said.all)
        return false;
    state->said.stopped = true;
    return true;
}

void said_forget(struct state *state)
{
    struct said *both[] = {&state->said, &state->said_in_article};
    for (size_t i = 0; i < COUNT(both); i++) {
        if (both[i]->begun)
            keep_spot(both[i]);
        clear(both[i]);
    }
}

static void renew(struct state *state, struct said *said, uint32_t article)
{
    bool one = said->article != ARTICLE_NONE;
    if (!said->begun ||
        (one ? said->article != article : state->library->corpus.rank[article] >= said->asked))
        return;
    size_t cursor = said->list.cursor;
    keep_spot(said);
    said_drop(said, article);
    look_through(state, said, article);
    while (said->tried < said->len)
        said_try(state, said, TRIED);
    if (said->spot_article != ARTICLE_NONE) /* it is gone: the next one is in its place */
        list_go(&said->list, cursor);
    said->spot_article = ARTICLE_NONE;
}

void said_renew(struct state *state, uint32_t article)
{
    renew(state, &state->said, article);
    renew(state, &state->said_in_article, article);
}

void said_free(struct said *said)
{
    vec_free(said);
    free(said->shown);
    buf_free(&said->wish);
}
