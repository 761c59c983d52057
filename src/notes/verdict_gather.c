/* SPDX-License-Identifier: ISC */
/* On one place one verdict counts: this user's own; else that in which all colleagues who have
 * said anything agree. Where they do not agree, nobody is right by being later: it stays open. */
#include "verdict_gather.h"

#include "dossier/base/memory.h"
#include "rank.h"

#include <stdlib.h>

/* What is sorted, with what the comparison must know of its writer. */
struct gathered {
    struct verdict *verdict;
    bool own;
};

/* A rule for all, a rule for an article, one place. */
static int level(const struct verdict *verdict)
{
    return verdict->anchor.has_passage ? 2 : verdict->anchor.article.len ? 1 : 0;
}

static int by_number(int64_t x, int64_t y)
{
    return (x > y) - (x < y);
}

/* Those on one place stand together: the latest last, this user's own behind all others. */
static int compare(const void *a, const void *b)
{
    const struct gathered *g = a, *h = b;
    const struct verdict *v = g->verdict, *w = h->verdict;
    const struct note *x = &v->anchor, *y = &w->anchor;
    const int orders[] = {
        by_number(level(v), level(w)),
        x->has_passage ? by_number(note_is_placed(x), note_is_placed(y)) : 0,
        x->has_passage ? by_number(x->number, y->number) : str_cmp(x->article, y->article),
        by_number(x->span.start, y->span.start),
        by_number(x->span.end, y->span.end),
        by_number(v->said, w->said),
        str_cmp(v->form, w->form),
        by_number(g->own, h->own),
        by_number(x->created, y->created),
        str_cmp(x->by, y->by),
        str_cmp(x->id, y->id),
    };
    for (size_t i = 0; i < COUNT(orders); i++) {
        if (orders[i])
            return orders[i];
    }
    return 0;
}

/* By itself, whatever others say. */
static enum verdict_standing judge_alone(const struct notebook *notebook,
                                         const struct verdict *verdict)
{
    const struct note *anchor = &verdict->anchor;
    bool found = !anchor->article.len || (anchor->number != UINT32_MAX &&
                                          (anchor->state <= ANCHOR_MOVED || !anchor->has_passage));
    if (!found)
        return VERDICT_LOST;
    return verdict_knows(verdict, &notebook->files->library->tags) ? VERDICT_COUNTS
                                                                   : VERDICT_UNKNOWN;
}

static bool is_in_force(const struct gathered *g)
{
    return g->verdict->standing == VERDICT_COUNTS;
}

/* Of each writer the latest one is left. */
static void drop_earlier(struct gathered *at, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count && is_in_force(&at[i]); j++) {
            if (is_in_force(&at[j]) &&
                (at[j].own || str_eq(at[i].verdict->anchor.by, at[j].verdict->anchor.by)))
                at[i].verdict->standing = VERDICT_OVERRULED;
        }
    }
}

/* Those that are left are of colleagues, or one is this user's own. */
static void find_dispute(struct gathered *at, size_t count)
{
    struct verdict *first = NULL;
    bool agree = true;
    for (size_t i = 0; i < count; i++) {
        if (!is_in_force(&at[i]))
            continue;
        first = first ? first : at[i].verdict;
        agree = agree && str_eq(first->actor, at[i].verdict->actor);
    }
    for (size_t i = 0; i < count && !agree; i++) {
        if (is_in_force(&at[i]))
            at[i].verdict->standing = VERDICT_DISPUTED;
    }
}

static void judge_all(struct gathered *at, size_t count)
{
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && verdict_same_place(at[from].verdict, at[to].verdict);)
            to++;
        drop_earlier(at + from, to - from);
        find_dispute(at + from, to - from);
    }
}

void verdict_gather(struct notebook *notebook)
{
    struct {
        struct gathered *at;
        size_t len, cap;
    } all = {0};
    for (size_t i = 0; i < notebook->files->len; i++) {
        struct shelf_file *file = notebook->files->at[i];
        for (size_t j = 0; rank_is_read(file) && j < file->content.verdicts.len; j++) {
            struct verdict *verdict = &file->content.verdicts.at[j];
            verdict->standing = judge_alone(notebook, verdict);
            *vec_add(NULL, &all) = (struct gathered){verdict, file->own};
        }
    }
    if (all.len)
        qsort(all.at, all.len, sizeof *all.at, compare);
    judge_all(all.at, all.len);
    notebook->verdict_len = 0;
    for (size_t i = 0; i < all.len; i++) {
        notebook->verdicts = vec_room(NULL, notebook->verdicts, &notebook->verdict_cap,
                                      notebook->verdict_len, sizeof *notebook->verdicts);
        notebook->verdicts[notebook->verdict_len++] = all.at[i].verdict;
    }
    vec_free(&all);
}
