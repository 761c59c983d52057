/* SPDX-License-Identifier: ISC */
/* Verdicts on who says a quotation: stored as those on mentions are, and found again as notes are.
 */
#include "said_judge.h"

#include "dossier/base/memory.h"
#include "judge.h"
#include "said.h"
#include "say.h"

/* WHO says the quotation under the cursor. */
static void judge(struct state *state, struct str who, struct effects *out)
{
    const struct said_row *row = said_here(state);
    if (!row) {
        say_wrong(state, "nothing that was said is shown here");
        return;
    }
    if (!judge_can(state))
        return;
    struct verdict verdict = {.said = true, .actor = who};
    verdict.anchor = (struct note){
        .article = corpus_article(&state->library->corpus, row->article)->path,
        .number = row->article,
        .has_passage = true,
        .span = row->quotation.span,
        .created = state->now,
        .modified = state->now,
    };
    struct str name = judge_name(state, state->arena, row->article, row->quotation.span);
    if (judge_ask(state, &verdict, name, out))
        state->said_judged = row->article;
}

void said_judge_yes(struct state *state, struct effects *out)
{
    const struct said_row *row = said_here(state);
    if (row && row->open)
        say_wrong(state, "whose name that is here is open: @ takes the speaker");
    else if (row && row->quotation.speaker != ACTOR_NONE)
        judge(state, state->library->tags.at[row->quotation.speaker].id, out);
    else if (row && !quotation_has(row->quotation.speaker_span))
        say_wrong(state, "nobody is found to say it: @ takes the speaker");
    else
        judge(state, STR(VERDICT_AS_PRINTED), out);
}

void said_judge_no(struct state *state, struct effects *out)
{
    judge(state, STR(""), out);
}

void said_judge_whose(struct state *state, uint32_t actor, struct effects *out)
{
    judge(state, actor == ACTOR_NONE ? STR("") : state->library->tags.at[actor].id, out);
}

void said_judged(struct state *state)
{
    if (state->doing == DOING_STEP && state->said_judged != ARTICLE_NONE)
        said_renew(state, state->said_judged);
    else
        said_forget(state);
    state->said_judged = ARTICLE_NONE;
}
