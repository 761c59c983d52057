/* SPDX-License-Identifier: ISC */
/* actors: who and what tags.yaml names, and how often and where they are mentioned. */
#include "common.h"

#include "dossier/base/memory.h"
#include "dossier/load/tags_file.h"

#include <stdlib.h>

#define ORDERS "mentions name first file"
enum order { ORDER_MENTIONS, ORDER_NAME, ORDER_FIRST, ORDER_FILE };

enum { ACTOR, NAME, KIND, MENTIONS, ARTICLES, FIRST, LAST };

static const struct column columns[] = {
    [ACTOR] = {"actor", "actor", .least = 16, .spare = 4},
    [NAME] = {"name", "name", .least = 20},
    [KIND] = {"kind", "kind", .least = 12, .spare = 3},
    [MENTIONS] = {"mentions", "mentions", COLUMN_RIGHT, .least = 8},
    [ARTICLES] = {"articles", "articles", COLUMN_RIGHT, .least = 8, .spare = 2},
    [FIRST] = {"first", "first", .least = 10, .spare = 1},
    [LAST] = {"last", "last", .least = 10, .spare = 1},
};

struct sorting {
    const struct tags *tags;
    const struct tally *tallies;
    enum order order;
};

static int by_first(day a, day b)
{
    if (a == DAY_NONE || b == DAY_NONE)
        return (a == DAY_NONE) - (b == DAY_NONE);
    return (a > b) - (a < b);
}

static int compare(const void *a, const void *b, void *context)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    const struct sorting *sorting = context;
    const struct tally *of_x = &sorting->tallies[x], *of_y = &sorting->tallies[y];
    int order = 0;
    if (sorting->order == ORDER_NAME)
        order = str_cmp(sorting->tags->at[x].name, sorting->tags->at[y].name);
    else if (sorting->order == ORDER_FIRST)
        order = by_first(of_x->first, of_y->first);
    else if (sorting->order == ORDER_MENTIONS)
        order = (of_x->mentions < of_y->mentions) - (of_x->mentions > of_y->mentions);
    return order ? order : (x > y) - (x < y);
}

static void add_row(const struct verb_call *call, struct rows *rows, const struct actor *actor,
                    const struct tally *tally)
{
    arena_clear(call->scratch);
    const struct cell cells[] = {
        [ACTOR] = cell_text(actor->id),
        [NAME] = cell_text(actor->name),
        [KIND] = cell_text(str_of(actor_kind_name(actor->kind))),
        [MENTIONS] = cell_number(tally->mentions),
        [ARTICLES] = cell_number(tally->articles),
        [FIRST] = cell_day(tally->first),
        [LAST] = cell_day(tally->last),
    };
    struct rows_place place = {
        .file = verb_file(call, STR(TAGS_FILE)),
        .line = actor->line,
        .text = actor->name,
    };
    rows_add(rows, cells, &place);
}

static enum status run(struct verb_call *call)
{
    const struct tags *tags = &call->library->tags;
    struct sorting sorting = {.tags = tags};
    int order, kind;
    if (!verb_word(call, "sort", ORDERS, ORDER_MENTIONS, &order) ||
        !verb_word(call, "kind", ACTOR_KINDS, -1, &kind))
        return STATUS_FAILED;
    verb_tell_no_actors(call);
    sorting.order = (enum order)order;
    sorting.tallies =
        cast_tally(&call->library->cast, &call->library->corpus, tags, &COUNTING_ALL, call->arena);
    uint32_t *sorted = arena_many(call->arena, uint32_t, tags->len + 1);
    for (uint32_t i = 0; i < tags->len; i++)
        sorted[i] = i;
    qsort_r(sorted, tags->len, sizeof *sorted, compare, &sorting);
    struct rows *rows = verb_rows(call, columns, COUNT(columns));
    for (size_t i = 0; i < tags->len; i++) {
        if (kind < 0 || (int)tags->at[sorted[i]].kind == kind)
            add_row(call, rows, &tags->at[sorted[i]], &sorting.tallies[sorted[i]]);
    }
    return verb_close(rows);
}

static const struct verb_option options[] = {
    {"sort", 0, "ORDER", "mentions (as it is), name, first (day) or file"},
    {"kind", 0, "KIND", "only persons, or: organisation country place outlet group …"},
    {0},
};

const struct verb verb_actors = {
    .name = "actors",
    .operands = "[OPTION…]",
    .summary = "the actors, with counts",
    .about =
        "Lists who and what tags.yaml names: how often they are mentioned, in how many articles,\n"
        "and the days of the first and the last of these. A role beside its holder's name is one\n"
        "mention with it; mentions outside the body don't count. dossier-tags(5) has the rules.\n",
    .example = "dossier actors --kind=person",
    .options = options,
    .least = 0,
    .most = 0,
    .flags = VERB_LISTS | VERB_PLACES | VERB_READS | VERB_NOTES,
    .run = run,
};
