/* SPDX-License-Identifier: ISC */
/* Rule 6: whose name it is where more than one actor has it. */
#include "matching.h"

#include "dossier/base/memory.h"

const struct form *scene_form(const struct scene *scene, const struct mention *mention,
                              size_t candidate)
{
    return &scene->tags->forms.at[scene->forms.at[mention->candidates + candidate]];
}

bool scene_can_mean(const struct scene *scene, const struct mention *mention, uint32_t actor)
{
    if (mention->actor != ACTOR_NONE)
        return mention->actor == actor;
    for (size_t i = 0; i < mention->candidate_count; i++) {
        if (scene_form(scene, mention, i)->actor == actor)
            return true;
    }
    return false;
}

bool scene_in_full(const struct scene *scene, uint32_t actor)
{
    return scene->in_full[actor] == scene->number + 1;
}

void scene_choose(struct mention *mention, const struct scene *scene, size_t candidate,
                  enum reason reason)
{
    mention->form = scene->forms.at[mention->candidates + candidate];
    mention->actor = scene->tags->forms.at[mention->form].actor;
    mention->reason = reason;
}

static void decide(struct scene *scene, struct mention *mention)
{
    if (mention->candidate_count == 1) {
        scene_choose(mention, scene, 0, REASON_ONLY_ONE);
        return;
    }
    size_t in_full = 0, one = 0;
    for (size_t i = 0; i < mention->candidate_count; i++) {
        if (scene_in_full(scene, scene_form(scene, mention, i)->actor)) {
            in_full++;
            one = i;
        }
    }
    if (in_full == 1) {
        scene_choose(mention, scene, one, REASON_NAMED_IN_FULL);
    } else {
        mention->form = scene->forms.at[mention->candidates];
        mention->reason = REASON_AMBIGUOUS;
    }
}

void naming_decide(struct scene *scene)
{
    for (size_t i = 0; i < scene->mentions.len; i++) {
        if (scene->mentions.at[i].kind != FORM_ROLE)
            decide(scene, &scene->mentions.at[i]);
    }
}
