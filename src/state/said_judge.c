/* SPDX-License-Identifier: ISC */
/* Verdicts on who says a quotation: stored as those on mentions are, and found again as notes are.
 */
#include "said_judge.h"

#include "dossier/base/memory.h"
#include "dossier/notes/verdicts.h"
#include "judge.h"
#include "said.h"
#include "say.h"

/* The row that a verdict is about; NULL, and said, where none can be. */
static const struct said_row *row_meant(struct state *state)
{
    const struct said_row *row = said_here(state);
    if (!row)
        say_wrong(state, "nothing that was said is shown here");
    return row && judge_can(state) ? row : NULL;
}

static struct note anchor_of(const struct state *state, const struct said_row *row)
{
    return (struct note){
        .article = corpus_article(&state->library->corpus, row->article)->path,
        .number = row->article,
        .has_passage = true,
        .span = row->quotation.span,
        .created = state->now,
        .modified = state->now,
    };
}

static struct str name_of(const struct state *state, const struct said_row *row)
{
    return judge_name(state, state->arena, row->article, row->quotation.span);
}

/* WHO says the quotation under the cursor; that is what . says again, as the ANSWER it was. */
static void judge(struct state *state, enum said_answer answer, struct str who, struct effects *out)
{
    const struct said_row *row = row_meant(state);
    if (!row)
        return;
    state->said_answer = answer;
    state->said_whose = answer == SAID_WHOSE ? arena_str(state->arena, who) : STR("");
    const struct verdict verdict = {.said = true, .actor = who, .anchor = anchor_of(state, row)};
    if (judge_ask(state, &verdict, name_of(state, row), out))
        state->said_judged = row->article;
}

void said_judge_yes(struct state *state, struct effects *out)
{
    const struct said_row *row = said_here(state);
    if (row && row->open)
        say_wrong(state, "whose name that is here is open: @ takes the speaker");
    else if (row && row->quotation.speaker != ACTOR_NONE)
        judge(state, SAID_YES, state->library->tags.at[row->quotation.speaker].id, out);
    else if (row && !quotation_has(row->quotation.speaker_span))
        say_wrong(state, "nobody is found to say it: @ takes the speaker");
    else
        judge(state, SAID_YES, STR(VERDICT_AS_PRINTED), out);
}

void said_judge_no(struct state *state, struct effects *out)
{
    judge(state, SAID_NO, STR(""), out);
}

void said_judge_whose(struct state *state, uint32_t actor, struct effects *out)
{
    if (actor == ACTOR_NONE)
        said_judge_no(state, out);
    else
        judge(state, SAID_WHOSE, state->library->tags.at[actor].id, out);
}

void said_judge_again(struct state *state, struct effects *out)
{
    uint32_t actor;
    switch (state->said_answer) {
    case SAID_UNANSWERED:
        say_wrong(state, "no verdict on a quotation was given yet: +, x and @ give one");
        break;
    case SAID_YES:
        said_judge_yes(state, out);
        break;
    case SAID_NO:
        said_judge_no(state, out);
        break;
    case SAID_WHOSE:
        actor = tags_actor(&state->library->tags, state->said_whose);
        if (actor == ACTOR_NONE)
            say_wrong(state, "tags.yaml has no %.*s any more", STR_ARG(state->said_whose));
        else
            said_judge_whose(state, actor, out);
    }
}

void said_judge_back(struct state *state, struct effects *out)
{
    const struct said_row *row = row_meant(state);
    if (!row)
        return;
    const struct verdict place = {.said = true, .anchor = anchor_of(state, row)};
    const struct verdict *own = verdicts_own(state->notebook, &place);
    if (own) {
        judge_ask_back(state, own, name_of(state, row), out);
        state->said_judged = row->article;
    } else if (row->quotation.confirmed) {
        say_wrong(state, "this is a colleague’s verdict; +, x or @ says otherwise, and wins for "
                         "you");
    } else {
        say(state, "this quotation is not decided by a verdict");
    }
}

void said_judged(struct state *state)
{
    if (state->doing == DOING_STEP && state->said_judged != ARTICLE_NONE)
        said_renew(state, state->said_judged);
    else
        said_forget(state);
    state->said_judged = ARTICLE_NONE;
}
