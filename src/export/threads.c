/* SPDX-License-Identifier: ISC */
#include "threads.h"

#include "dossier/base/memory.h"

#include <stdlib.h>

/* A reply, for sorting. */
struct reply {
    uint32_t at, parent;
    int64_t created;
};

static int compare_replies(const void *a, const void *b)
{
    const struct reply *x = a, *y = b;
    if (x->parent != y->parent)
        return x->parent < y->parent ? -1 : 1;
    if (x->created != y->created)
        return x->created < y->created ? -1 : 1;
    return x->at < y->at ? -1 : 1;
}

/* Notes written by hand may reply to each other in a ring: it is cut where it was entered. */
static void cut_rings(struct threads *threads, uint32_t *stamps, size_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = i;
        while (at != THREADS_NONE && !stamps[at]) {
            stamps[at] = i + 1;
            at = threads->parent[at];
        }
        if (at != THREADS_NONE && stamps[at] == i + 1)
            threads->parent[at] = THREADS_NONE;
    }
}

static void link_replies(struct arena *arena, const struct export_request *request,
                         struct threads *threads)
{
    struct reply *replies = arena_many(arena, struct reply, request->count + 1);
    size_t len = 0;
    for (uint32_t i = 0; i < request->count; i++) {
        threads->child[i] = threads->next[i] = THREADS_NONE;
        if (threads->parent[i] != THREADS_NONE)
            replies[len++] = (struct reply){i, threads->parent[i], request->notes[i]->created};
    }
    qsort(replies, len, sizeof *replies, compare_replies);
    for (size_t i = len; i-- > 0;) {
        threads->next[replies[i].at] = threads->child[replies[i].parent];
        threads->child[replies[i].parent] = replies[i].at;
    }
}

void threads_find(struct arena *arena, const struct export_request *request, struct threads *out)
{
    size_t count = request->count;
    *out = (struct threads){
        .parent = arena_many(arena, uint32_t, count + 1),
        .child = arena_many(arena, uint32_t, count + 1),
        .next = arena_many(arena, uint32_t, count + 1),
    };
    for (uint32_t i = 0; i < count; i++)
        lookup_add(arena, &out->ids, request->notes[i]->id, i);
    for (uint32_t i = 0; i < count; i++) {
        struct str to = request->notes[i]->replies_to;
        out->parent[i] = to.len ? lookup_find(&out->ids, to) : THREADS_NONE;
    }
    cut_rings(out, arena_many(arena, uint32_t, count + 1), count);
    link_replies(arena, request, out);
}

uint32_t threads_next(const struct threads *threads, uint32_t root, uint32_t at, int *depth)
{
    if (threads->child[at] != THREADS_NONE) {
        ++*depth;
        return threads->child[at];
    }
    while (at != root) {
        if (threads->next[at] != THREADS_NONE)
            return threads->next[at];
        at = threads->parent[at];
        --*depth;
    }
    return THREADS_NONE;
}
