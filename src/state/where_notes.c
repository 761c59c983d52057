/* SPDX-License-Identifier: ISC */
#include "where_notes.h"

#include "dossier/base/count.h"
#include "dossier/base/memory.h"
#include "rows.h"
#include "say.h"

#define ALOUD_COLUMNS 160 /* of a note's text, read out in linear mode */

static void tell_none(const struct telling *telling)
{
    const struct state *state = telling->state;
    buf_chars(telling->out, state->filter[VIEW_NOTES].len ? "no note is meant by the filter"
                            : state->notes_whole ? "there is no note: a in the text writes one"
                                                 : "no note is on this article");
}

static struct str writer(const struct state *state, const struct note *note)
{
    return notebook_owns(state->notebook, note) ? STR("me") : note->by;
}

static void tell_state(const struct telling *telling, const struct note *note)
{
    static const char *const news[] = {
        [NEWS_NONE] = "", [NEWS_NEW] = ", new to you", [NEWS_CHANGED] = ", edited meanwhile"};
    buf_printf(telling->out, ", %s%s%s%s%s",
               note->clash.len     ? "one of two versions"
               : note->article.len ? anchor_state_name(note->state)
                                   : "on an actor",
               news[note->news], note->checked_count ? ", checked" : "",
               note->is_private ? ", private" : "", note->replies_to.len ? ", a reply" : "");
}

static void tell_note(const struct telling *telling, const struct note *note)
{
    const struct state *state = telling->state;
    buf_printf(telling->out, "note %s of %s: by %.*s", COUNT_ARG(state->notes.cursor + 1),
               COUNT_ARG(state->note_len), STR_ARG(writer(state, note)));
    if (note->deleted)
        buf_chars(telling->out, ", deleted; + brings it back");
    else
        tell_state(telling, note);
    for (size_t i = 0; i < note->tag_count; i++)
        buf_printf(telling->out, "%s#%.*s", i ? " " : ", ", STR_ARG(note->tags[i]));
    if (!state->options.linear)
        return;
    buf_chars(telling->out, ", on ");
    if (note_is_placed(note) && !note->deleted)
        library_place(state->library, note->number, note->span.start, telling->out);
    else
        buf_str(telling->out, note->article.len ? note->article : note->about);
    buf_printf(
        telling->out, ": %.*s",
        STR_ARG(say_cut(telling->arena, note->text.len ? note->text : note->quote, ALOUD_COLUMNS)));
}

void where_notes(const struct telling *telling)
{
    const struct state *state = telling->state;
    const struct note *note = state_row_note(state, state->notes.cursor);
    if (rows_draft(state))
        buf_printf(telling->out, "note %s of %s: a draft; Enter goes on with it, x throws it away",
                   COUNT_ARG(state->notes.cursor + 1), COUNT_ARG(state->note_len));
    else if (note)
        tell_note(telling, note);
    else
        tell_none(telling);
}
