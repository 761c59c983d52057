/* SPDX-License-Identifier: ISC */
/* What is done with the list of articles as such: headings, folding, jumping. */
#include "act.h"
#include "dossier/base/count.h"
#include "jump.h"
#include "rows.h"
#include "say.h"

static const struct list_group *group_here(struct state *state)
{
    const struct list_group *group = listing_group(&state->listing, state->articles.cursor);
    if (!group)
        say_wrong(state, "the list has no groups: :group month or :group source makes them");
    return group;
}

ACT(jump)
{
    struct str words = call->argument;
    if (!jump_can(state))
        return;
    if (rows_view(state) == VIEW_TIMELINE) {
        if (!jump_to(state, words))
            say_wrong(state, "“%.*s” is no date: 2025, 2025-04 or 2025-04-18", STR_ARG(words));
        return;
    }
    if (jump_to(state, words))
        say(state, "this is the first whose %s begins with “%.*s”", jump_field(state),
            STR_ARG(words));
    else
        say_wrong(state, "no %s begins with “%.*s”; here it would stand", jump_field(state),
                  STR_ARG(words));
}

ACT(group)
{
    struct error error;
    if (!options_set(&state->options, STR("group"), call->argument, &error)) {
        say_wrong(state, "%s", error.text);
        return;
    }
    state->stale |= STALE_ARTICLES;
    rows_refresh(state);
    size_t count = state->listing.groups.len;
    if (str_is(state->options.group, "none"))
        say(state, "the articles are not grouped any more");
    else
        say(state, "the articles are grouped by %.*s: %s group%s; za folds one away, } goes on",
            STR_ARG(state->options.group), COUNT_ARG(count), count == 1 ? "" : "s");
}

ACT(fold_group)
{
    const struct list_group *group = group_here(state);
    if (group)
        rows_fold(state, group);
}

ACT(fold_groups)
{
    const struct list_group *group = group_here(state);
    if (group)
        rows_fold_all(state, !group->folded);
}

/* Headings stand between articles: back leads to the one above first. */
static void step_group(struct state *state, long by)
{
    const struct listing *listing = &state->listing;
    const struct list_group *here = group_here(state);
    if (!here)
        return;
    long at = (long)(here - listing->groups.at), last = (long)listing->groups.len - 1;
    if (by < 0 && here->row != state->articles.cursor)
        by++;
    long to = at + by < 0 ? 0 : at + by > last ? last : at + by;
    if (to == at && by)
        say_wrong(state, by > 0 ? "this is the last group" : "this is the first group");
    int height;
    struct list *list = state_list(state, &height);
    list_bring(list, listing->groups.at[to].row, height);
}

ACT(group_next)
{
    step_group(state, call->count > 0 ? call->count : 1);
}

ACT(group_back)
{
    step_group(state, call->count > 0 ? -call->count : -1);
}
