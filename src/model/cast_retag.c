/* SPDX-License-Identifier: ISC */
/* The mentions of an article hang on the forms that have places in it, and on nothing else. So when
 * a form comes or goes, what becomes of the articles where it stands is worked out anew, from the
 * hits that were kept and those of the form, and all others are as they were. */
#include "matching.h"

#include "dossier/base/memory.h"

#include <stdlib.h>
#include <string.h>

#define FEW 4 /* of so many articles one may be looked at anew */

struct retagging {
    const struct cast_change *change;
    struct arena *scratch;
    bool *other; /* for each form of the old tags or the new: it came, went, or means something else
                  */
    size_t forms;     /* of both */
    bool *shared;     /* of the new tags */
    struct hits come; /* places of forms that came, by article; articles numbered in the corpus */
};

static bool same_actors(const struct tags *tags, const struct tags *was)
{
    bool same = tags->len >= was->len;
    for (size_t i = 0; same && i < was->len; i++) {
        const struct actor *a = &tags->at[i], *b = &was->at[i];
        same = a->first_form == b->first_form && a->kind == b->kind && str_eq(a->id, b->id);
    }
    return same;
}

static const struct form *form_at(const struct tags *tags, size_t form)
{
    static const struct form none;
    return form < tags->forms.len ? &tags->forms.at[form] : &none;
}

static bool same_role(const struct cast_change *change, const struct form *now,
                      const struct form *old)
{
    const struct role *a = &change->tags->roles.at[now->role];
    const struct role *b = &change->was->roles.at[old->role];
    return str_eq(a->title, b->title) && a->from == b->from && a->to == b->to;
}

static bool same_form(const struct cast_change *change, size_t form)
{
    const struct form *now = form_at(change->tags, form), *old = form_at(change->was, form);
    if (!now->text.len && !old->text.len)
        return true;
    return str_eq(now->text, old->text) && now->kind == old->kind && now->actor == old->actor &&
           now->in_full == old->in_full && (now->kind != FORM_ROLE || same_role(change, now, old));
}

/* A form that becomes another's too, or is so no more, means something else where it stands. */
static void find_other_forms(struct retagging *r)
{
    const struct cast_change *change = r->change;
    size_t now = change->tags->forms.len, was = change->was->forms.len;
    bool *shared = matching_shared(change->was);
    r->shared = matching_shared(change->tags);
    r->forms = now > was ? now : was;
    r->other = arena_many(r->scratch, bool, r->forms);
    for (size_t i = 0; i < r->forms; i++)
        r->other[i] = !same_form(change, i) || (i < now && i < was && r->shared[i] != shared[i]);
    free(shared);
}

static void note_articles(struct retagging *r, const struct places *places, uint32_t form,
                          bool comes, struct article_numbers *changed)
{
    for (size_t i = 0; i < places->len; i++) {
        const struct place *place = &places->at[i];
        if (corpus_is_gone(r->change->corpus, place->article))
            continue;
        if (!changed->len || changed->at[changed->len - 1] != place->article)
            *vec_add(r->change->arena, changed) = place->article;
        if (comes)
            *vec_add(r->scratch, &r->come) = (struct hit){place->article, form, place->span};
    }
}

static void note_places(struct retagging *r, const struct form *form, uint32_t number, bool comes,
                        struct article_numbers *changed)
{
    struct places places = {0};
    const struct pattern *pattern =
        form->text.len ? pattern_make(r->scratch, form->text, false) : NULL;
    if (pattern)
        pattern_find(pattern, r->change->corpus, r->scratch, &places);
    note_articles(r, &places, number, comes, changed);
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static int compare_hits(const void *a, const void *b)
{
    return compare_numbers(&((const struct hit *)a)->article, &((const struct hit *)b)->article);
}

/* The articles where any of the other forms stands or stood. */
static void find_articles(struct retagging *r, struct article_numbers *changed)
{
    size_t kept = 0;
    for (uint32_t i = 0; i < r->forms; i++) {
        const struct form *now = form_at(r->change->tags, i), *old = form_at(r->change->was, i);
        if (!r->other[i])
            continue;
        note_places(r, now, i, true, changed);
        if (!str_eq(now->text, old->text))
            note_places(r, old, i, false, changed);
    }
    if (changed->len)
        qsort(changed->at, changed->len, sizeof *changed->at, compare_numbers);
    for (size_t i = 0; i < changed->len; i++) {
        if (!kept || changed->at[kept - 1] != changed->at[i])
            changed->at[kept++] = changed->at[i];
    }
    changed->len = kept;
    if (r->come.len)
        qsort(r->come.at, r->come.len, sizeof *r->come.at, compare_hits);
}

/* The hits that ARTICLE had, but those of the other forms. */
static void take_old_hits(const struct retagging *r, uint32_t article, struct hits *out)
{
    const struct cast *before = r->change->before;
    struct mention_range its = before->of[article];
    bool weighed = its.hits_end > its.hits;
    uint32_t from = weighed ? its.hits : its.first, end = weighed ? its.hits_end : its.end;
    for (uint32_t i = from; i < end; i++) {
        struct hit hit = weighed
                             ? before->hits[i]
                             : (struct hit){.form = before->at[i].form, .span = before->at[i].span};
        if (!r->other[hit.form])
            *vec_add(r->scratch, out) = hit;
    }
}

static void work_out(struct retagging *r, const struct article_numbers *changed,
                     struct found *found)
{
    struct scene scene;
    struct hits hits = {0};
    size_t come = 0;
    scene_begin(&scene, r->change->tags, r->shared);
    found->of = memory_get((changed->len + 1) * sizeof *found->of);
    for (size_t i = 0; i < changed->len; i++) {
        uint32_t article = changed->at[i];
        const struct corpus_part *part = corpus_part(r->change->corpus, article);
        hits.len = 0;
        take_old_hits(r, article, &hits);
        for (; come < r->come.len && r->come.at[come].article == article; come++)
            *vec_add(r->scratch, &hits) = r->come.at[come];
        matching_sort(hits.at, hits.len);
        found->of[i] = scene_article(&scene, part, article - part->first, hits.at, hits.len, found);
    }
    scene_end(&scene);
}

bool cast_retag(const struct cast_change *change, struct article_numbers *changed, struct cast *out)
{
    struct retagging r = {.change = change, .scratch = arena_new()};
    struct found found = {0};
    bool few = change->before->log && same_actors(change->tags, change->was);
    if (few) {
        find_other_forms(&r);
        find_articles(&r, changed);
        few = changed->len * FEW <= change->corpus->len;
    }
    if (few) {
        work_out(&r, changed, &found);
        cast_join_some(change->arena, change->corpus, change->before, changed, &found, out);
    }
    free(r.shared);
    arena_free(r.scratch);
    return few;
}
