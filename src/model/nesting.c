/* SPDX-License-Identifier: ISC */
/* The longest wins. Hits of one place and kind are one mention with candidates; the mentions of a
 * knot that overlap are weighed longest first: one that crosses a kept one is dropped, one that
 * lies inside is kept as nested, unless it says again what the longer one says. */
#include "matching.h"

#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"

#include <stdlib.h>

static int by_length(const void *a, const void *b)
{
    const struct mention *x = a, *y = b;
    /* while knots are weighed, `within` holds the length in characters */
    if (x->within != y->within)
        return x->within > y->within ? -1 : 1;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

static int by_start(const void *a, const void *b)
{
    const struct mention *x = a, *y = b;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end > y->span.end ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

static bool inside(const struct mention *inner, const struct mention *outer)
{
    return outer->span.start <= inner->span.start && inner->span.end <= outer->span.end &&
           (outer->span.start != inner->span.start || outer->span.end != inner->span.end);
}

static bool common_candidate(const struct scene *scene, const struct mention *a,
                             const struct mention *b)
{
    for (size_t i = 0; i < a->candidate_count; i++) {
        if (scene_can_mean(scene, b, scene_form(scene, a, i)->actor))
            return true;
    }
    return false;
}

static enum actor_kind actor_kind(const struct scene *scene, const struct mention *mention)
{
    return scene->tags->at[scene_form(scene, mention, 0)->actor].kind;
}

/* INNER says nothing that OUTER, which holds it, does not say. */
static bool said_already(const struct scene *scene, const struct mention *inner,
                         const struct mention *outer)
{
    if (common_candidate(scene, inner, outer))
        return true;
    if (inner->kind == FORM_ROLE)
        return outer->kind == FORM_ROLE;
    if (inner->kind != FORM_DEMONYM || outer->kind != FORM_NAME)
        return false;
    enum actor_kind kind = actor_kind(scene, outer);
    return kind == ACTOR_ORGANISATION || kind == ACTOR_OUTLET;
}

/* A name of its own, in which other names are parts: Trump administration. */
static bool is_closed_name(const struct scene *scene, const struct mention *outer)
{
    if (outer->kind != FORM_NAME)
        return outer->kind == FORM_DEMONYM;
    enum actor_kind kind = actor_kind(scene, outer);
    return kind == ACTOR_PERSON || kind == ACTOR_ORGANISATION || kind == ACTOR_OUTLET ||
           kind == ACTOR_PLACE || kind == ACTOR_COUNTRY;
}

static bool crosses(const struct mention *a, const struct mention *b)
{
    bool same = a->span.start == b->span.start && a->span.end == b->span.end;
    return span_meets(a->span, b->span) && !same && !inside(a, b) && !inside(b, a);
}

static bool stands(const struct scene *scene, const struct mention *mention,
                   const struct mention *kept, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (crosses(mention, &kept[i]))
            return false;
        if (inside(mention, &kept[i]) && said_already(scene, mention, &kept[i]))
            return false;
    }
    return true;
}

/* Weighs the COUNT mentions of one knot in place; the number that stand. */
static size_t weigh(const struct scene *scene, struct mention *knot, size_t count)
{
    if (count == 1)
        return 1;
    for (size_t i = 0; i < count; i++)
        knot[i].within = (uint32_t)utf8_count(span_of(scene->article->text, knot[i].span));
    qsort(knot, count, sizeof *knot, by_length);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (stands(scene, &knot[i], knot, kept))
            knot[kept++] = knot[i];
    }
    qsort(knot, kept, sizeof *knot, by_start);
    return kept;
}

/* The hits of one place that are of KIND, as one mention. */
static void gather_kind(struct scene *scene, const struct hit *hits, size_t count,
                        enum form_kind kind)
{
    struct mention mention = {.article = scene->number,
                              .span = hits[0].span,
                              .kind = kind,
                              .actor = ACTOR_NONE,
                              .beside = MENTION_NONE,
                              .candidates = (uint32_t)scene->forms.len};
    for (size_t i = 0; i < count; i++) {
        const struct form *form = &scene->tags->forms.at[hits[i].form];
        /* an actor may have a form twice, in capitals and not; a role twice, at different times */
        if (form->kind != kind ||
            (kind != FORM_ROLE && scene_can_mean(scene, &mention, form->actor)))
            continue;
        *vec_add(scene->arena, &scene->forms) = hits[i].form;
        mention.candidate_count++;
    }
    if (mention.candidate_count)
        *vec_add(scene->arena, &scene->mentions) = mention;
}

static void gather(struct scene *scene, const struct hit *hits, size_t count)
{
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from; to < count && hits[to].span.start == hits[from].span.start &&
                        hits[to].span.end == hits[from].span.end;)
            to++;
        for (enum form_kind kind = FORM_NAME; kind <= FORM_ROLE; kind++)
            gather_kind(scene, hits + from, to - from, kind);
    }
}

static void weigh_knots(struct scene *scene)
{
    struct mention *all = scene->mentions.at;
    size_t count = scene->mentions.len, kept = 0;
    for (size_t from = 0, to; from < count; from = to) {
        uint32_t reach = all[from].span.end;
        for (to = from + 1; to < count && all[to].span.start < reach; to++) {
            if (all[to].span.end > reach)
                reach = all[to].span.end;
        }
        size_t standing = weigh(scene, all + from, to - from);
        for (size_t i = 0; i < standing; i++)
            all[kept++] = all[from + i];
    }
    scene->mentions.len = kept;
}

/* The mentions are sorted, so what holds one of them stands before it; OPEN are those that have
 * begun and may not have ended. */
static void find_holders(struct scene *scene)
{
    struct mention *all = scene->mentions.at;
    uint32_t *open = arena_many(scene->arena, uint32_t, scene->mentions.len);
    size_t depth = 0;
    for (uint32_t i = 0; i < scene->mentions.len; i++) {
        struct mention *inner = &all[i];
        while (depth && all[open[depth - 1]].span.end <= inner->span.start)
            depth--;
        size_t holder = depth;
        while (holder && !inside(inner, &all[open[holder - 1]]))
            holder--;
        inner->within = holder ? open[holder - 1] : MENTION_NONE;
        if (holder) {
            const struct mention *outer = &all[inner->within];
            inner->in_name = outer->in_name || is_closed_name(scene, outer);
        }
        inner->in_body = article_in_body(scene->article, inner->span.start);
        open[depth++] = i;
    }
}

void nesting_settle(struct scene *scene, const struct hit *hits, size_t count)
{
    scene->mentions.len = scene->forms.len = 0;
    gather(scene, hits, count);
    weigh_knots(scene);
    find_holders(scene);
}
