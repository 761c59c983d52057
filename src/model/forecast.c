/* SPDX-License-Identifier: ISC */
/* Where the words of an amendment stand, and what would come of it there. */
#include "weighing.h"

#include "dossier/base/memory.h"
#include "dossier/text/fold.h"

#include <stdlib.h>

#define OPENED_MOST 1000   /* places whose articles are looked into; of more, only the mentions */
#define WEIGHED_MOST 20000 /* places that are weighed; of more, these stand for the others */

static void find_words(const struct library *library, struct str words, struct arena *arena,
                       struct places *out)
{
    struct pattern *pattern = pattern_make(arena, words, false);
    if (pattern)
        pattern_find(pattern, &library->corpus, arena, out);
}

static int by_place(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

/* The actor's own other forms that would come to light where this one goes. */
static void find_covered(struct weighing *w)
{
    const struct tags *tags = &w->library->tags;
    const struct actor *actor = &tags->at[w->actor];
    struct buf words = {0}, other = {0};
    fold_key(w->amendment->words, &words);
    for (uint32_t i = 0; i < actor->form_count; i++) {
        const struct form *form = &tags->forms.at[actor->first_form + i];
        buf_clear(&other);
        fold_key(form->text, &other);
        if (form->kind != FORM_ROLE && !form->in_full && !str_eq(form->text, w->amendment->words) &&
            str_find(buf_view(&words), buf_view(&other), 0) >= 0)
            find_words(w->library, form->text, w->arena, &w->covered);
    }
    if (w->covered.len)
        qsort(w->covered.at, w->covered.len, sizeof *w->covered.at, by_place);
    buf_free(&words);
    buf_free(&other);
}

static bool is_covered(const struct weighing *w, const struct place *place)
{
    size_t low = 0, high = w->covered.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_place(&w->covered.at[middle], place) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < w->covered.len && w->covered.at[low].article == place->article &&
           w->covered.at[low].span.end <= place->span.end;
}

/* The mentions that are the actor's by these words, where they would be so no more. */
static void take_away(struct weighing *w, const struct place *place)
{
    const struct cast *cast = &w->library->cast;
    bool limits = w->amendment->kind == AMEND_LIMIT;
    uint32_t m = weighing_first(cast, place->article, place->span);
    if (is_covered(w, place))
        return;
    for (; m < cast->of[place->article].end; m++) {
        const struct mention *mention = &cast->at[m];
        if (mention->span.start > place->span.start)
            return;
        if (mention->span.start < place->span.start)
            continue;
        if (mention->span.end == place->span.end && mention->kind == w->kind &&
            weighing_is_ours(w, mention) && weighing_is_stop(w, mention) &&
            !(limits && weighing_in_full(w, place->article, w->actor)))
            weighing_count(w, &w->out->fewer, place->article);
    }
}

void forecast_places(const struct library *library, const struct amendment *amendment,
                     struct arena *arena, struct places *out)
{
    const struct tags *tags = &library->tags;
    const struct form *dropped = amendment_form(amendment, tags);
    bool whole = amendment->kind == AMEND_DROP && dropped && dropped->kind == FORM_ROLE &&
                 str_eq(tags->roles.at[dropped->role].title, amendment->words);
    for (size_t i = 0; whole && i < tags->forms.len; i++) {
        const struct form *form = &tags->forms.at[i];
        if (form->kind == FORM_ROLE && form->role == dropped->role)
            find_words(library, form->text, arena, out);
    }
    if (!whole)
        find_words(library, amendment->words, arena, out);
}

static enum form_kind form_kind(const struct amendment *amendment)
{
    switch (amendment->kind) {
    case AMEND_DEMONYM:
        return FORM_DEMONYM;
    case AMEND_ROLE:
        return FORM_ROLE;
    case AMEND_DROP:
        return amendment->form_kind;
    default:
        return FORM_NAME;
    }
}

/* What was counted at some of the places stands for all of them. */
static void scale(struct forecast *out, size_t weighed)
{
    size_t *const counts[] = {&out->more,        &out->fewer,         &out->articles,
                              &out->same.places, &out->inside.places, &out->taken.places};
    for (size_t i = 0; i < COUNT(counts); i++)
        *counts[i] = (size_t)((double)*counts[i] * (double)out->places / (double)weighed);
}

static void weigh_all(struct weighing *w, const struct places *places)
{
    enum amendment_kind kind = w->amendment->kind;
    bool takes = kind == AMEND_DROP || (kind == AMEND_LIMIT && w->amendment->in_full);
    w->out->places = places->len;
    w->out->rough = places->len > OPENED_MOST || kind == AMEND_ROLE;
    if (kind == AMEND_DROP && w->kind != FORM_ROLE)
        find_covered(w);
    size_t count = places->len < WEIGHED_MOST ? places->len : WEIGHED_MOST;
    for (size_t i = 0; i < count; i++) {
        if (takes)
            take_away(w, &places->at[i]);
        else
            weighing_add(w, &places->at[i]);
    }
    if (count < places->len)
        scale(w->out, count);
}

void forecast_make(const struct library *library, const struct amendment *amendment,
                   const struct places *places, const struct counting *counting,
                   const struct tally *tallies, struct forecast *out)
{
    const struct tags *tags = &library->tags;
    struct weighing w = {.library = library,
                         .amendment = amendment,
                         .counting = counting,
                         .out = out,
                         .arena = arena_new()};
    *out = (struct forecast){0};
    out->same.actor = out->inside.actor = out->taken.actor = ACTOR_NONE;
    for (size_t i = 0; i < COUNT(w.clashes); i++)
        w.clashes[i] = arena_many(w.arena, size_t, tags->len + 1);
    w.actor = tags_actor(tags, amendment->actor);
    w.kind = form_kind(amendment);
    if (amendment->kind == AMEND_MERGE) {
        out->more = w.actor == ACTOR_NONE ? 0 : tallies[w.actor].mentions;
        out->places = out->more;
        out->articles = w.actor == ACTOR_NONE ? 0 : tallies[w.actor].articles;
    } else {
        w.closed = w.kind == FORM_DEMONYM ||
                   (w.kind == FORM_NAME &&
                    weighing_closes(amendment->kind == AMEND_NEW ? amendment->actor_kind
                                                                 : tags->at[w.actor].kind));
        fold_key(amendment->words, &w.words);
        weigh_all(&w, places);
    }
    buf_free(&w.words);
    arena_free(w.arena);
}
