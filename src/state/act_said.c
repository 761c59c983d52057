/* SPDX-License-Identifier: ISC */
/* The views of what was said. */
#include "act.h"
#include "rows.h"
#include "run.h"
#include "said.h"
#include "say.h"
#include "view.h"

/* The words by which a text tells who says what are read when they are first asked for. */
static void need_words(const struct state *state, struct effects *out)
{
    if (!state->lexicons)
        run_effect(out, EFFECT_WORDS);
}

ACT(said)
{
    need_words(state, out);
    view_xref(state, XREF_SAID);
}

/* By the actor in hand; asked for again there: by everybody, and back. */
ACT(all_said)
{
    struct said *said = &state->said;
    need_words(state, out);
    if (state->view == VIEW_SAID && state->thread.wish.kind == THREAD_ACTOR) {
        said->everybody = !said->everybody;
        say(state, "what %.*s said",
            STR_ARG(said->everybody ? STR("everybody") : state->thread.name));
    }
    view_show(state, VIEW_SAID);
}
