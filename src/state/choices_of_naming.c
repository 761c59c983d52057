/* SPDX-License-Identifier: ISC */
/* Whose words may be, and which of an actor's forms is meant. Each row says all that is needed, so
 * that it can be edited, and done again from the history. */
#include "choices.h"

#include "dossier/base/memory.h"
#include "dossier/text/fold.h"
#include "naming.h"
#include "parse.h"
#include "say.h"
#include "tallies.h"

#define ALIKE_LEAST 4 /* letters of a word that two names share */

/* The command whose argument is being typed. */
static enum command command_of(const struct state *state)
{
    struct call call;
    struct str name;
    bool typed = state->prompt.command == COMMAND_command &&
                 parse_line(buf_view(&state->prompt.line.text), &call, &name);
    return typed ? call.command : state->prompt.command;
}

static struct str quoted(struct choosing *choosing, struct str words, struct str target)
{
    bool marks = str_find(words, STR("\""), 0) >= 0;
    return arena_printf(choosing->arena, marks ? "“%.*s” %.*s" : "\"%.*s\" %.*s", STR_ARG(words),
                        STR_ARG(target));
}

/* A word of the name is the last of WORDS, or nearly: likely the same, spelled otherwise. */
static bool is_alike(struct str name, struct str words)
{
    struct buf wanted = {0}, other = {0};
    struct str last = STR(""), part;
    bool alike = false;
    fold_key(words, &wanted);
    fold_key(name, &other);
    for (struct str rest = buf_view(&wanted); str_split(&rest, ' ', &part);)
        last = part;
    for (struct str rest = buf_view(&other); !alike && str_split(&rest, ' ', &part);)
        alike = part.len >= ALIKE_LEAST && last.len >= ALIKE_LEAST && part.at[0] == last.at[0] &&
                str_distance(part, last) * ALIKE_LEAST <= last.len;
    buf_free(&wanted);
    buf_free(&other);
    return alike;
}

/* The best fit of any of the actor's names; where nothing was typed, what is like the words. */
static enum fuzzy fit_of(struct choosing *choosing, const struct actor *actor, struct str words)
{
    const struct tags *tags = &choosing->state->library->tags;
    enum fuzzy best = choices_fit(choosing, actor->id);
    for (uint32_t i = 0; i < actor->form_count; i++) {
        const struct form *form = &tags->forms.at[actor->first_form + i];
        enum fuzzy fit = form->kind == FORM_NAME ? choices_fit(choosing, form->text) : FUZZY_NONE;
        if (form->kind == FORM_NAME && !choosing->folded.len && is_alike(form->text, words))
            fit = FUZZY_WHOLE;
        best = fit > best ? fit : best;
    }
    return best;
}

static void add_actors(struct choosing *choosing, struct str words, uint32_t but)
{
    const struct tags *tags = &choosing->state->library->tags;
    const struct tally *tallies = tallies_of(choosing->state);
    for (uint32_t i = 0; i < tags->len; i++) {
        const struct actor *actor = &tags->at[i];
        enum fuzzy fit = i == but ? FUZZY_NONE : fit_of(choosing, actor, words);
        if (!fit)
            continue;
        struct str mentions =
            say_count(choosing->arena, tallies[i].mentions, "mention", "mentions");
        struct str rest = arena_printf(choosing->arena, "%-12s %.*s", actor_kind_name(actor->kind),
                                       STR_ARG(mentions));
        choices_add(choosing, fit, quoted(choosing, words, actor->id), actor->name, rest)->weight =
            tallies[i].mentions;
    }
}

/* A new actor of each kind: a person first, where nobody is like it. */
static void add_new(struct choosing *choosing, struct str words)
{
    for (int i = ACTOR_PERSON; i <= ACTOR_DOCUMENT; i++) {
        struct str target =
            arena_printf(choosing->arena, "new %s", actor_kind_name((enum actor_kind)i));
        enum fuzzy fit = choosing->folded.len ? choices_fit(choosing, target) : FUZZY_SCATTERED;
        if (i == ACTOR_PERSON && !choosing->folded.len)
            fit = FUZZY_WHOLE;
        if (fit)
            choices_add(choosing, fit, quoted(choosing, words, target), target,
                        say_cut(choosing->arena, words, 40))
                ->weight = (size_t)(fit == FUZZY_WHOLE ? 0 : ACTOR_DOCUMENT - i);
    }
}

void choices_of_whom(struct choosing *choosing)
{
    enum command command = command_of(choosing->state);
    struct naming naming = naming_read(command, choosing->typed);
    struct str words =
        naming.words.len ? naming.words : naming_words(choosing->state, choosing->arena);
    if (!words.len || naming.dated)
        return;
    choices_narrow(choosing, naming.target);
    add_actors(choosing, words, ACTOR_NONE);
    if (command == COMMAND_alias)
        add_new(choosing, words);
}

void choices_of_into(struct choosing *choosing)
{
    struct naming naming = naming_read(COMMAND_merge, choosing->typed);
    const struct tags *tags = &choosing->state->library->tags;
    uint32_t actor =
        naming.words.len ? tags_find(tags, naming.words, NULL) : naming_actor(choosing->state);
    if (actor == ACTOR_NONE)
        return;
    choices_narrow(choosing, naming.target);
    add_actors(choosing, tags->at[actor].name, actor);
    for (size_t i = 0; i < choosing->len; i++) {
        struct naming row = naming_read(COMMAND_merge, choosing->at[i].text);
        choosing->at[i].text = quoted(choosing, tags->at[actor].id, row.target);
    }
}

/* "role, from 20 Jan 2025"; "name, only where named in full" */
static struct str form_words(struct choosing *choosing, const struct form *form)
{
    const struct tags *tags = &choosing->state->library->tags;
    char from[DAY_TEXT] = "", to[DAY_TEXT] = "";
    if (form->kind == FORM_DEMONYM)
        return STR("demonym");
    if (form->kind == FORM_NAME)
        return form->in_full ? STR("name, only where named in full") : STR("name");
    day_words(tags->roles.at[form->role].from, from);
    day_words(tags->roles.at[form->role].to, to);
    return arena_printf(choosing->arena, "role%s%s%s%s", from[0] ? ", from " : "", from,
                        to[0] ? ", until before " : "", to);
}

static struct str form_target(struct choosing *choosing, const struct form *form)
{
    const struct tags *tags = &choosing->state->library->tags;
    struct str id = tags->at[form->actor].id;
    char from[DAY_TEXT], to[DAY_TEXT];
    if (form->kind != FORM_ROLE)
        return id;
    day_iso(tags->roles.at[form->role].from, from);
    day_iso(tags->roles.at[form->role].to, to);
    return arena_printf(choosing->arena, "%.*s%s%s%s%s", STR_ARG(id), from[0] ? " from " : "", from,
                        to[0] ? " to " : "", to);
}

void choices_of_forms(struct choosing *choosing)
{
    const struct state *state = choosing->state;
    const struct tags *tags = &state->library->tags;
    bool names = command_of(state) == COMMAND_in_full;
    uint32_t actor = naming_actor(state);
    if (actor == ACTOR_NONE || naming_read(COMMAND_unalias, choosing->typed).words.len)
        return;
    const struct form *here = naming_form(state, actor);
    for (uint32_t i = 0; i < tags->at[actor].form_count; i++) {
        const struct form *form = &tags->forms.at[tags->at[actor].first_form + i];
        enum fuzzy fit = choices_fit(choosing, form->text);
        if (!choosing->folded.len && form == here)
            fit = FUZZY_WHOLE;
        if (fit && !(names && form->kind != FORM_NAME))
            choices_add(choosing, fit, quoted(choosing, form->text, form_target(choosing, form)),
                        form->text, form_words(choosing, form))
                ->weight = tags->at[actor].form_count - i;
    }
}
