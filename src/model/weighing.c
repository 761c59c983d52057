/* SPDX-License-Identifier: ISC */
/* The rules of matching, weighed at the places of one new form against the mentions that are there
 * already. What the new form changes further off (who is named in full, and so has an ambiguous
 * name elsewhere) is left to the building of the mentions themselves. */
#include "weighing.h"

#include "dossier/text/fold.h"

static struct clash *clash_at(struct forecast *out, enum clashing which)
{
    struct clash *const all[] = {&out->same, &out->inside, &out->taken};
    return all[which];
}

static void clash(struct weighing *w, enum clashing which, uint32_t actor)
{
    struct clash *clash = clash_at(w->out, which);
    clash->places++;
    if (actor == ACTOR_NONE)
        return;
    size_t places = ++w->clashes[which][actor];
    clash->actors += places == 1;
    if (clash->actor == ACTOR_NONE || places > w->clashes[which][clash->actor])
        clash->actor = actor;
}

/* Whose MENTION is, as far as that is decided. */
static uint32_t whose(const struct weighing *w, const struct mention *mention)
{
    if (mention->actor != ACTOR_NONE || !mention->candidate_count)
        return mention->actor;
    return w->library->cast.candidates.at[mention->candidates];
}

bool weighing_is_ours(const struct weighing *w, const struct mention *mention)
{
    return w->actor != ACTOR_NONE && mention_is_of(&w->library->cast, mention, w->actor);
}

bool weighing_is_stop(const struct weighing *w, const struct mention *mention)
{
    return mention_is_stop(&w->library->cast, mention, w->counting);
}

bool weighing_closes(enum actor_kind kind)
{
    return kind == ACTOR_PERSON || kind == ACTOR_ORGANISATION || kind == ACTOR_OUTLET ||
           kind == ACTOR_PLACE || kind == ACTOR_COUNTRY;
}

/* What lies within MENTION does not count. */
static bool is_closed(const struct weighing *w, const struct mention *mention)
{
    uint32_t actor = whose(w, mention);
    if (mention->in_name || mention->kind == FORM_DEMONYM)
        return true;
    return mention->kind == FORM_NAME && actor != ACTOR_NONE &&
           weighing_closes(w->library->tags.at[actor].kind);
}

static bool is_inside(struct span inner, struct span outer)
{
    return outer.start <= inner.start && inner.end <= outer.end &&
           (outer.start != inner.start || outer.end != inner.end);
}

static bool is_same(struct span a, struct span b)
{
    return a.start == b.start && a.end == b.end;
}

static bool has_same_words(const struct weighing *w, const struct mention *mention)
{
    struct buf form = {0};
    fold_key(w->library->tags.forms.at[mention->form].text, &form);
    bool same = str_eq(buf_view(&form), buf_view(&w->words));
    buf_free(&form);
    return same;
}

/* The article names ACTOR by a form that no other has; the amendment's words are not one. */
bool weighing_in_full(const struct weighing *w, uint32_t article, uint32_t actor)
{
    const struct cast *cast = &w->library->cast;
    for (uint32_t m = cast->of[article].first; m < cast->of[article].end; m++) {
        const struct mention *mention = &cast->at[m];
        if (mention->actor == actor && mention->kind == FORM_NAME && !mention->in_name &&
            mention->reason == REASON_ONLY_ONE && !has_same_words(w, mention) &&
            !w->library->tags.forms.at[mention->form].in_full)
            return true;
    }
    return false;
}

void weighing_count(struct weighing *w, size_t *counter, uint32_t article)
{
    ++*counter;
    w->out->articles += w->last != article + 1;
    w->last = article + 1;
}

/* The place would be a mention: those within it may count no more. */
static void swallow(struct weighing *w, const struct place *place, const struct mention *inner)
{
    bool again = inner->kind == FORM_DEMONYM && w->kind == FORM_NAME;
    if (!weighing_is_stop(w, inner))
        return;
    if (weighing_is_ours(w, inner))
        weighing_count(w, &w->out->fewer, place->article);
    else if (w->closed || again)
        clash(w, TAKEN, whose(w, inner));
}

/* Rule 6 at a place whose words are others' already: whether it would count. */
static bool share(struct weighing *w, const struct place *place, const struct mention *mention)
{
    const struct cast *cast = &w->library->cast;
    size_t named = weighing_in_full(w, place->article, w->actor), before = named;
    size_t candidates = mention->candidate_count ? mention->candidate_count : 1;
    clash(w, SAME, whose(w, mention));
    for (size_t i = 0; i < candidates; i++) {
        uint32_t other = mention->candidate_count ? cast->candidates.at[mention->candidates + i]
                                                  : mention->actor;
        named += other != ACTOR_NONE && weighing_in_full(w, place->article, other);
    }
    return named != 1 || before == 1;
}

/* The longest wins, and of equals the leftmost. */
static bool outweighs(const struct mention *mention, const struct place *place)
{
    uint32_t its = mention->span.end - mention->span.start;
    uint32_t ours = place->span.end - place->span.start;
    return its > ours || (its == ours && mention->span.start < place->span.start);
}

/* The longer mention says all that the place would say. */
static bool is_said(const struct weighing *w, const struct mention *outer)
{
    uint32_t actor = whose(w, outer);
    bool fixed = actor != ACTOR_NONE && (w->library->tags.at[actor].kind == ACTOR_ORGANISATION ||
                                         w->library->tags.at[actor].kind == ACTOR_OUTLET);
    return weighing_is_ours(w, outer) || (w->kind == FORM_ROLE && outer->kind == FORM_ROLE) ||
           (w->kind == FORM_DEMONYM && outer->kind == FORM_NAME && fixed);
}

/* The first mention of the article that could meet SPAN: from there on they are in order. */
uint32_t weighing_first(const struct cast *cast, uint32_t article, struct span span)
{
    uint32_t low = cast->of[article].first, high = cast->of[article].end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (cast->at[middle].span.start < span.start)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t holder = cast_at(cast, article, span.start);
    for (; holder != MENTION_NONE; holder = cast->at[holder].within)
        low = holder < low ? holder : low;
    return low;
}

/* Rule 4: whether the place would be a mention that counts; what it meets is taken down. */
static bool stands(struct weighing *w, const struct place *place)
{
    const struct cast *cast = &w->library->cast;
    uint32_t end = cast->of[place->article].end;
    uint32_t from = weighing_first(cast, place->article, place->span);
    for (uint32_t m = from; m < end && cast->at[m].span.start < place->span.end; m++) {
        const struct mention *mention = &cast->at[m];
        if (!span_meets(mention->span, place->span))
            continue;
        if (is_same(mention->span, place->span)) {
            if (mention->kind == w->kind &&
                (weighing_is_ours(w, mention) || !share(w, place, mention)))
                return false;
        } else if (is_inside(place->span, mention->span)) {
            if (is_said(w, mention))
                return false;
            if (is_closed(w, mention)) {
                clash(w, INSIDE, whose(w, mention));
                return false;
            }
        } else if (!is_inside(mention->span, place->span) && outweighs(mention, place)) {
            clash(w, INSIDE, whose(w, mention));
            return false;
        }
    }
    for (uint32_t m = from; m < end && cast->at[m].span.start < place->span.end; m++) {
        const struct mention *mention = &cast->at[m];
        if (is_inside(mention->span, place->span))
            swallow(w, place, mention);
        else if (span_meets(mention->span, place->span) && !is_same(mention->span, place->span) &&
                 !is_inside(place->span, mention->span) && weighing_is_stop(w, mention))
            clash(w, TAKEN, whose(w, mention));
    }
    return true;
}

/* Behind the place, a space on, begins a name: the role is that one's, and no stop of its own. */
static bool has_name_after(const struct weighing *w, const struct place *place)
{
    const struct cast *cast = &w->library->cast;
    uint32_t after = cast_at(cast, place->article, place->span.end + 1);
    return after != MENTION_NONE && cast->at[after].kind == FORM_NAME;
}

static bool is_held(const struct weighing *w, uint32_t article)
{
    day on = article_day(corpus_article(&w->library->corpus, article));
    const struct amendment *amendment = w->amendment;
    return on == DAY_NONE || ((amendment->from == DAY_NONE || amendment->from <= on) &&
                              (amendment->to == DAY_NONE || on < amendment->to));
}

/* The words would count here, as far as that does not hang on other mentions. */
static bool is_meant(const struct weighing *w, const struct place *place)
{
    if (w->kind == FORM_ROLE && has_name_after(w, place))
        return false;
    if (w->amendment->in_full && !weighing_in_full(w, place->article, w->actor))
        return false;
    if (w->out->rough && w->kind != FORM_ROLE)
        return true;
    const struct article *article = corpus_article(&w->library->corpus, place->article);
    return (w->counting->outside || article_in_body(article, place->span.start)) &&
           (w->kind != FORM_ROLE || is_held(w, place->article));
}

void weighing_add(struct weighing *w, const struct place *place)
{
    const bool wanted[] = {[FORM_NAME] = w->counting->names,
                           [FORM_DEMONYM] = w->counting->demonyms,
                           [FORM_ROLE] = w->counting->roles};
    if (wanted[w->kind] && is_meant(w, place) && stands(w, place))
        weighing_count(w, &w->out->more, place->article);
}
