/* SPDX-License-Identifier: ISC */
/* A verdict is a pass over the finished cast. What it changes is kept aside as it was, so that
 * other verdicts begin from what the rules say and not from what was decided before; and nothing
 * but the mentions that are judged is touched, so that deciding one costs no look at the others. */
#include "dossier/model/verdicts.h"

#include "dossier/base/memory.h"
#include "dossier/model/library.h"
#include "dossier/model/pattern.h"
#include "dossier/text/fold.h"

#include <stdlib.h>
#include <string.h>

/* A judgement that wants a mention to be ACTOR's. */
struct wish {
    uint32_t mention, actor;
    size_t judgement;
};

struct wishes {
    struct wish *at;
    size_t len, cap;
};

/* ---- finding ---- */

static bool same_span(struct span a, struct span b)
{
    return a.start == b.start && a.end == b.end;
}

uint32_t library_mention(const struct library *library, uint32_t article, struct span span)
{
    const struct cast *cast = &library->cast;
    uint32_t m = cast_at(cast, article, span.start);
    while (m != MENTION_NONE && !same_span(cast->at[m].span, span))
        m = cast->at[m].within;
    while (m != MENTION_NONE && m > cast->of[article].first &&
           same_span(cast->at[m - 1].span, span))
        m--;
    return m;
}

/* As many mentions, of several kinds, have the place of mention FIRST. */
static uint32_t count_there(const struct cast *cast, uint32_t first)
{
    uint32_t end = cast->of[cast->at[first].article].end, m = first + 1;
    while (m < end && same_span(cast->at[m].span, cast->at[first].span))
        m++;
    return m - first;
}

static int compare_judged(const void *a, const void *b)
{
    const struct judged *x = a, *y = b;
    return (x->number > y->number) - (x->number < y->number);
}

const struct judged *library_judged(const struct library *library, uint32_t number)
{
    const struct judgements *judgements = &library->judgements;
    struct judged wanted = {.number = number};
    return judgements->len ? bsearch(&wanted, judgements->at, judgements->len,
                                     sizeof *judgements->at, compare_judged)
                           : NULL;
}

const struct mention *library_unjudged(const struct library *library, uint32_t number)
{
    const struct judged *judged = library_judged(library, number);
    return judged ? &judged->before : &library->cast.at[number];
}

static bool same_folded(struct str a, struct str b)
{
    struct buf x = {0}, y = {0};
    fold_key(a, &x);
    fold_key(b, &y);
    bool same = str_eq(buf_view(&x), buf_view(&y));
    buf_free(&x);
    buf_free(&y);
    return same;
}

struct str library_form(const struct library *library, uint32_t number, uint32_t actor)
{
    const struct tags *tags = &library->tags;
    struct str form = tags->forms.at[library->cast.at[number].form].text;
    for (uint32_t i = 0; actor != ACTOR_NONE && i < tags->at[actor].form_count; i++) {
        struct str own = tags->forms.at[tags->at[actor].first_form + i].text;
        if (same_folded(own, form))
            return own;
    }
    return form;
}

/* ---- what is wished for ---- */

bool judgement_may_rule(const struct mention *mention, bool everywhere)
{
    return mention->beside == MENTION_NONE && mention->reason != REASON_STRANGER &&
           !(everywhere && mention->reason == REASON_NAMED_IN_FULL);
}

static bool is_rule(const struct judgement *judgement)
{
    return judgement->span.start == judgement->span.end;
}

/* Where the same words are mentions of several kinds, those of one are ACTOR's, and nobody's are
 * all others. */
static void wish_there(const struct library *library, uint32_t first, size_t judgement,
                       struct wishes *out)
{
    const struct cast *cast = &library->cast;
    const struct judgement *given = &library->judgements.given[judgement];
    bool everywhere = given->article == ARTICLE_NONE;
    uint32_t actor = given->actor;
    uint32_t count = count_there(cast, first), chosen = first;
    for (uint32_t m = first + count; actor != ACTOR_NONE && m-- > first;) {
        if (mention_is_of(cast, &cast->at[m], actor))
            chosen = m;
    }
    for (uint32_t m = first; m < first + count; m++) {
        if (!is_rule(given) || judgement_may_rule(&cast->at[m], everywhere))
            *vec_add(NULL, out) = (struct wish){m, m == chosen ? actor : ACTOR_NONE, judgement};
    }
}

static void wish_by_rule(const struct library *library, size_t judgement, struct arena *arena,
                         struct wishes *out)
{
    const struct judgement *rule = &library->judgements.given[judgement];
    struct pattern *pattern = pattern_make(arena, rule->form, false);
    struct places places = {0};
    if (pattern)
        pattern_find(pattern, &library->corpus, arena, &places);
    for (size_t i = 0; i < places.len; i++) {
        if (rule->article != ARTICLE_NONE && rule->article != places.at[i].article)
            continue;
        uint32_t m = library_mention(library, places.at[i].article, places.at[i].span);
        if (m != MENTION_NONE)
            wish_there(library, m, judgement, out);
    }
}

static void wish_all(const struct library *library, struct wishes *out)
{
    struct arena *arena = arena_new();
    for (size_t i = 0; i < library->judgements.given_len; i++) {
        const struct judgement *judgement = &library->judgements.given[i];
        if (judgement->said)
            continue;
        if (is_rule(judgement)) {
            wish_by_rule(library, i, arena, out);
            arena_clear(arena);
            continue;
        }
        uint32_t m = library_mention(library, judgement->article, judgement->span);
        if (m != MENTION_NONE)
            wish_there(library, m, i, out);
    }
    arena_free(arena);
}

/* By mention; the later judgement first. */
static int compare_wishes(const void *a, const void *b)
{
    const struct wish *x = a, *y = b;
    if (x->mention != y->mention)
        return x->mention < y->mention ? -1 : 1;
    return (x->judgement < y->judgement) - (x->judgement > y->judgement);
}

/* ---- carrying out ---- */

/* What the rules said is left as it is: a generation after this one may be taking it over just now.
 */
static void own_mentions(struct library *library)
{
    struct cast *cast = &library->cast;
    if (cast->at != library->as_built.at || !cast->len)
        return;
    struct mention *own = arena_many(library->arena, struct mention, cast->end);
    memcpy(own, cast->at, cast->end * sizeof *own);
    cast->at = own;
}

static struct mention *change(struct library *library, uint32_t number, size_t judgement)
{
    own_mentions(library);
    struct mention *mention = &library->cast.at[number];
    *vec_add(library->judgements.arena, &library->judgements) =
        (struct judged){number, *mention, judgement};
    mention->candidate_count = 0;
    return mention;
}

static void fulfil(struct library *library, const struct wish *wish)
{
    struct mention *mention = change(library, wish->mention, wish->judgement);
    mention->actor = wish->actor;
    mention->reason = REASON_VERDICT;
    if (mention->beside != MENTION_NONE &&
        (wish->actor == ACTOR_NONE || library->cast.at[mention->beside].actor != wish->actor))
        mention->beside = MENTION_NONE;
}

static bool is_wished(const struct wishes *wishes, uint32_t mention)
{
    size_t low = 0, high = wishes->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (wishes->at[middle].mention < mention)
            low = middle + 1;
        else
            high = middle;
    }
    return low < wishes->len && wishes->at[low].mention == mention;
}

/* A role beside a name is his who is named; beside a name that is nobody's, a stranger's. */
static void follow(struct library *library, const struct wish *name, const struct wishes *wishes)
{
    const struct cast *cast = &library->cast;
    uint32_t article = cast->at[name->mention].article;
    for (uint32_t m = cast->of[article].first; m < cast->of[article].end; m++) {
        bool same = cast->at[m].actor == name->actor && !cast->at[m].candidate_count;
        if (cast->at[m].beside != name->mention || same || is_wished(wishes, m))
            continue;
        struct mention *role = change(library, m, name->judgement);
        role->actor = name->actor;
        if (name->actor == ACTOR_NONE) {
            role->beside = MENTION_NONE;
            role->reason = REASON_STRANGER;
        } else if (role->reason == REASON_AMBIGUOUS) {
            role->reason = REASON_VERDICT;
        }
    }
}

static void fulfil_all(struct library *library, struct wishes *wishes)
{
    size_t kept = 0;
    if (wishes->len)
        qsort(wishes->at, wishes->len, sizeof *wishes->at, compare_wishes);
    for (size_t i = 0; i < wishes->len; i++) {
        if (!kept || wishes->at[kept - 1].mention != wishes->at[i].mention)
            wishes->at[kept++] = wishes->at[i];
    }
    wishes->len = kept;
    /* names first: roles look at them */
    for (size_t i = 0; i < 2 * kept; i++) {
        const struct wish *wish = &wishes->at[i % kept];
        bool role = library->cast.at[wish->mention].kind == FORM_ROLE;
        if (!role && i < kept) {
            follow(library, wish, wishes);
            fulfil(library, wish);
        } else if (role && i >= kept) {
            fulfil(library, wish);
        }
    }
    struct judgements *judgements = &library->judgements;
    if (judgements->len)
        qsort(judgements->at, judgements->len, sizeof *judgements->at, compare_judged);
}

/* ---- all of them ---- */

static bool same_judgements(const struct judgements *now, const struct judgement *given,
                            size_t count)
{
    bool same = now->given_len == count;
    for (size_t i = 0; same && i < count; i++) {
        const struct judgement *a = &now->given[i], *b = &given[i];
        same = a->article == b->article && same_span(a->span, b->span) &&
               str_eq(a->form, b->form) && a->actor == b->actor && a->said == b->said &&
               a->as_printed == b->as_printed && str_eq(a->by, b->by) && a->on == b->on;
    }
    return same;
}

static void take_back(struct library *library)
{
    struct judgements *judgements = &library->judgements;
    for (size_t i = 0; i < judgements->len; i++)
        library->cast.at[judgements->at[i].number] = judgements->at[i].before;
    if (judgements->arena)
        arena_clear(judgements->arena);
    else
        judgements->arena = arena_new();
    *judgements = (struct judgements){.arena = judgements->arena};
}

static void keep(struct judgements *out, const struct judgement *given, size_t count)
{
    out->given = arena_many(out->arena, struct judgement, count);
    out->given_len = count;
    for (size_t i = 0; i < count; i++) {
        out->given[i] = given[i];
        out->given[i].form = arena_str(out->arena, given[i].form);
        out->given[i].by = arena_str(out->arena, given[i].by);
    }
}

bool library_judge(struct library *library, const struct judgement *judgements, size_t count)
{
    struct wishes wishes = {0};
    if (same_judgements(&library->judgements, judgements, count))
        return false;
    take_back(library);
    keep(&library->judgements, judgements, count);
    wish_all(library, &wishes);
    fulfil_all(library, &wishes);
    vec_free(&wishes);
    return true;
}
