/* SPDX-License-Identifier: ISC */
/* Rule 5: whose role it is. Neighbours first, in a fixed order; then the day of the article; then,
 * as with names, who of the candidates is named in full. */
#include "beside.h"
#include "matching.h"

#include "dossier/base/memory.h"

/* He held the role all through the days on which the article may have appeared. */
static bool held(const struct scene *scene, const struct form *form)
{
    const struct role *role = &scene->tags->roles.at[form->role];
    const struct facts *facts = &scene->article->facts;
    day first = facts->date != DAY_NONE ? facts->date : facts->from;
    day last = facts->date != DAY_NONE || facts->to == DAY_NONE ? first : facts->to;
    return (role->from == DAY_NONE || role->from <= first) &&
           (role->to == DAY_NONE || last < role->to);
}

static bool is_dated(const struct scene *scene)
{
    const struct facts *facts = &scene->article->facts;
    return facts->date != DAY_NONE || facts->from != DAY_NONE;
}

/* Drops the candidates that did not hold the role ON_THE_DAY, or that NAME (may be NULL) can't
 * mean, and an actor's second one; the rest move up. */
static void keep_candidates(struct scene *scene, struct mention *role, bool on_the_day,
                            const struct mention *name)
{
    uint32_t kept = 0;
    uint32_t *forms = scene->forms.at + role->candidates;
    for (size_t i = 0; i < role->candidate_count; i++) {
        const struct form *form = &scene->tags->forms.at[forms[i]];
        bool again = false;
        for (size_t j = 0; j < kept; j++)
            again = again || scene->tags->forms.at[forms[j]].actor == form->actor;
        if (!again && (!on_the_day || held(scene, form)) &&
            (!name || scene_can_mean(scene, name, form->actor)))
            forms[kept++] = forms[i];
    }
    role->candidate_count = kept;
}

static bool some_held(const struct scene *scene, const struct mention *role)
{
    for (size_t i = 0; i < role->candidate_count; i++) {
        if (held(scene, scene_form(scene, role, i)))
            return true;
    }
    return false;
}

/* ROLE is that of the person of NAME, one of its candidates or, where there are none, whoever NAME
 * means; ambiguous where NAME is and the role does not tell. */
static void settle_beside(struct scene *scene, struct mention *role, const struct mention *name,
                          enum reason reason)
{
    if (role->candidate_count > 1 && is_dated(scene) && some_held(scene, role))
        keep_candidates(scene, role, true, NULL);
    if (role->candidate_count == 1) {
        scene_choose(role, scene, 0, reason);
        return;
    }
    if (!role->candidate_count) {
        role->candidates = name->candidates;
        role->candidate_count = name->candidate_count;
    }
    role->actor = name->actor;
    role->reason = name->actor == ACTOR_NONE ? REASON_AMBIGUOUS : reason;
}

/* Gives ROLE to the person of the name beside it, if it can be that person's. ANYONE: a role stands
 * so close that the person need not be known to hold it. */
static bool give(struct scene *scene, struct mention *role, struct beside beside, bool anyone,
                 enum reason reason)
{
    if (beside.kind != NEIGHBOUR_NAME)
        return false;
    const struct mention *name = &scene->mentions.at[beside.mention];
    struct mention given = *role;
    given.form = scene->forms.at[role->candidates];
    given.beside = (uint32_t)beside.mention;
    keep_candidates(scene, &given, false, name);
    if (!given.candidate_count && !beside.closed && (!anyone || beside.apart))
        return false;
    settle_beside(scene, &given, name, reason);
    *role = given;
    return true;
}

/* The only candidate named in full in the article. */
static bool give_in_full(struct scene *scene, struct mention *role)
{
    size_t in_full = 0, one = 0;
    for (size_t i = 0; i < role->candidate_count; i++) {
        if (scene_in_full(scene, scene_form(scene, role, i)->actor)) {
            in_full++;
            one = i;
        }
    }
    if (in_full == 1)
        scene_choose(role, scene, one, REASON_NAMED_IN_FULL);
    return in_full == 1;
}

static void decide_alone(struct scene *scene, struct mention *role)
{
    bool dated = is_dated(scene), anybody = !dated || some_held(scene, role);
    role->form = scene->forms.at[role->candidates];
    keep_candidates(scene, role, dated && anybody, NULL);
    if (anybody && role->candidate_count == 1) {
        scene_choose(role, scene, 0, dated ? REASON_HOLDER : REASON_ONLY_HOLDER);
    } else if (!give_in_full(scene, role)) {
        role->reason = anybody ? REASON_AMBIGUOUS : REASON_NOBODY;
        if (!anybody)
            role->candidate_count = 0;
    }
}

static void decide(struct scene *scene, struct mention *role)
{
    struct beside after = beside_after(scene, role->span.end);
    if (give(scene, role, after, true, REASON_NAME_AFTER) ||
        give(scene, role, beside_before(scene, role->span), false, REASON_NAME_BEFORE) ||
        give(scene, role, beside_after_comma(scene, role->span.end), false,
             REASON_NAME_AFTER_COMMA))
        return;
    if (after.kind == NEIGHBOUR_STRANGER) {
        role->form = scene->forms.at[role->candidates];
        role->candidate_count = 0;
        role->reason = REASON_STRANGER;
        return;
    }
    decide_alone(scene, role);
}

void roles_decide(struct scene *scene)
{
    for (size_t i = 0; i < scene->mentions.len; i++) {
        if (scene->mentions.at[i].kind == FORM_ROLE)
            decide(scene, &scene->mentions.at[i]);
    }
}
