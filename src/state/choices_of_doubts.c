/* SPDX-License-Identifier: ISC */
/* Whose a mention may be: those in question come first. */
#include "choices.h"

#include "dossier/base/memory.h"
#include "judge.h"

#define BEFORE_ALL (SIZE_MAX / 2)

/* A line of always: PLACE is here or everywhere. */
static void add_always(struct choosing *choosing, const char *place, struct str who,
                       struct str form, struct str where, size_t weight)
{
    struct str text = arena_printf(choosing->arena, "%s %.*s", place, STR_ARG(who));
    struct str rest =
        arena_printf(choosing->arena, "every “%.*s” in %.*s", STR_ARG(form), STR_ARG(where));
    enum fuzzy fit = choices_fit(choosing, text);
    if (fit)
        choices_add(choosing, fit, text, text, rest)->weight = weight;
}

static uint32_t meant(const struct choosing *choosing, uint32_t **actors, size_t *count)
{
    uint32_t mention = judge_meant(choosing->state);
    *count = 0;
    if (mention != MENTION_NONE)
        *actors = doubt_candidates(choosing->state->library, mention, choosing->arena, count);
    return mention;
}

void choices_of_always(struct choosing *choosing)
{
    const struct library *library = choosing->state->library;
    uint32_t *actors;
    size_t count;
    uint32_t mention = meant(choosing, &actors, &count);
    if (mention == MENTION_NONE)
        return;
    struct str label = corpus_article(&library->corpus, library->cast.at[mention].article)->label;
    for (size_t i = 0; i <= count; i++) {
        uint32_t actor = i < count ? actors[i] : ACTOR_NONE;
        struct str form = library_form(library, mention, actor);
        struct str who = i < count ? library->tags.at[actor].name : STR("nobody");
        add_always(choosing, "here", who, form, label, BEFORE_ALL - 2 * i);
        add_always(choosing, "everywhere", who, form, STR("the dossier"), BEFORE_ALL - 2 * i - 1);
    }
}

/* All actors, and nobody. */
void choices_of_whose(struct choosing *choosing)
{
    uint32_t *actors;
    size_t count;
    uint32_t mention = meant(choosing, &actors, &count);
    choices_of_actors(choosing);
    for (size_t i = 0; i < choosing->len; i++) {
        struct candidate *row = &choosing->at[i];
        for (size_t j = 0; j < count && mention != MENTION_NONE; j++) {
            if (str_eq(choosing->state->library->tags.at[actors[j]].name, row->name))
                row->weight = BEFORE_ALL - j;
        }
        row->fit = row->fit == FUZZY_WHOLE && !choosing->typed.len ? FUZZY_INSIDE : row->fit;
    }
    enum fuzzy fit = choices_fit(choosing, STR("nobody"));
    if (fit)
        choices_add(choosing, fit, STR("nobody"), STR("nobody"), STR("no mention of anybody here"));
}
