/* SPDX-License-Identifier: ISC */
/* The articles in their order, those that the filter lets through, in their groups. Nothing here
 * goes through all of them but the making of an order that was not asked for before. */
#include "dossier/base/memory.h"
#include "dossier/search/search.h"
#include "fill.h"
#include "filter.h"
#include "listing_make.h"
#include "orders.h"

#include <stdlib.h>

#define STEP 4096 /* articles that are tried at a time: a few milliseconds */

static const char *const orders[ORDER_COUNT] = {
    [ORDER_DATE] = "date",         [ORDER_TITLE] = "title",   [ORDER_SOURCE] = "source",
    [ORDER_MENTIONS] = "mentions", [ORDER_UNREAD] = "unread", [ORDER_PATH] = "path"};
static const char *const groupings[GROUPING_COUNT] = {
    [GROUPING_NONE] = "none", [GROUPING_MONTH] = "month", [GROUPING_SOURCE] = "source"};

static size_t find(const char *const *names, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_is(name, names[i]))
            return i;
    return 0;
}

enum list_order orders_named(struct str name)
{
    return (enum list_order)find(orders, COUNT(orders), name);
}

enum grouping orders_grouping(struct str name)
{
    return (enum grouping)find(groupings, COUNT(groupings), name);
}

/* A place of the old list as one of the new. */
struct turning {
    const struct listing *old, *new;
};

static uint32_t turned(void *context, uint32_t place)
{
    const struct turning *turning = context;
    return listing_article_place(turning->new, listing_place_article(turning->old, place));
}

/* The order in force. What passed the filter in another one passes in this one too. */
static void turn(struct state *state)
{
    struct listing *listing = &state->listing;
    struct listing old = *listing;
    enum grouping grouping = orders_grouping(state->options.group);
    orders_changed(&state->orders);
    listing->corpus = &state->library->corpus;
    listing->order = order_of(state, orders_named(state->options.order), grouping);
    if (grouping != listing->grouping) /* what was folded was another kind of group */
        listing_fold_all(listing, false);
    listing->grouping = grouping;
    listing->reversed = state->reversed;
    listing->sources = grouping == GROUPING_SOURCE ? orders_sources(state) : NULL;
    bool same = old.corpus == listing->corpus && old.order.at == listing->order.at &&
                old.reversed == listing->reversed;
    if (!same && old.corpus == listing->corpus && sift_is_done(&listing->sift))
        sift_reorder(&listing->sift, turned, &(struct turning){&old, listing});
    else if (!same)
        sift_forget(&listing->sift);
    orders_drop(&state->orders);
}

struct trying {
    struct filter filter;
    const struct listing *listing;
};

static bool passes(void *context, uint32_t place)
{
    struct trying *trying = context;
    struct filter *filter = &trying->filter;
    const struct corpus *corpus = trying->listing->corpus;
    uint32_t article = listing_place_article(trying->listing, place);
    size_t tag_count;
    const struct str *tags = corpus_tags(corpus, article, &tag_count);
    filter_row(filter);
    filter_add(filter, corpus_title(corpus, article));
    filter_add(filter, corpus_source(corpus, article));
    filter_add(filter, corpus_author(corpus, article));
    filter_add(filter, corpus_path(corpus, article));
    if (tag_count)
        filter_tags(filter, tags, tag_count);
    return filter_passes(filter);
}

static bool all_pass(void *context, uint32_t place)
{
    (void)context;
    (void)place;
    return true;
}

void fill_articles_more(struct state *state)
{
    struct trying trying = {.listing = &state->listing};
    filter_begin(&trying.filter, buf_view(&state->filter[VIEW_LIST]));
    if (trying.filter.wish.len)
        sift_run(&state->listing.sift, STEP, passes, &trying);
    else
        sift_run(&state->listing.sift, SIZE_MAX, all_pass, NULL);
    filter_end(&trying.filter);
    listing_group_more(&state->listing);
}

/* The saved search whose articles alone are listed, or NULL. */
static const struct thread *open_folder(const struct state *state)
{
    size_t open = state->folders.open;
    return open < state->folders.len && state->folders.at[open].made
               ? &state->folders.at[open].thread
               : NULL;
}

static int rising(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* What FOLDER has found so far is all there is. */
static void begin_folder(struct listing *listing, const struct thread *folder, struct str wish)
{
    struct arena *arena = arena_new();
    const struct search_found *found = search_found(folder->search);
    uint32_t *places = arena_many(arena, uint32_t, folder->taken + 1);
    for (size_t i = 0; i < folder->taken; i++)
        places[i] = listing_article_place(listing, found->answers.at[i].article);
    qsort(places, folder->taken, sizeof *places, rising);
    sift_among(&listing->sift, wish, places, folder->taken, listing->corpus->len);
    listing->of_folder = true;
    arena_free(arena);
}

static void begin_all(struct listing *listing, struct str wish)
{
    if (listing->of_folder)
        sift_forget(&listing->sift);
    listing->of_folder = false;
    sift_begin(&listing->sift, wish, listing->corpus->len);
}

void fill_articles(struct state *state)
{
    const struct thread *folder = open_folder(state);
    struct filter filter;
    turn(state);
    filter_begin(&filter, buf_view(&state->filter[VIEW_LIST]));
    if (folder)
        begin_folder(&state->listing, folder, buf_view(&filter.wish));
    else
        begin_all(&state->listing, buf_view(&filter.wish));
    filter_end(&filter);
    state->listing.groups.len = 0;
    fill_articles_more(state);
}
