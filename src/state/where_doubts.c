/* SPDX-License-Identifier: ISC */
#include "where_doubts.h"

#include "dossier/base/memory.h"
#include "dossier/notes/verdicts.h"
#include "rows.h"
#include "say.h"

#define WORD_COLUMNS 30

static void tell_candidates(const struct telling *telling, uint32_t number)
{
    const struct library *library = telling->state->library;
    size_t count;
    const uint32_t *actors = doubt_candidates(library, number, telling->arena, &count);
    for (size_t i = 0; i < count && i < 3; i++)
        buf_printf(telling->out, "%s%.*s", i ? " or " : "",
                   STR_ARG(library->tags.at[actors[i]].name));
    if (count > 3)
        buf_chars(telling->out, " or others");
    buf_chars(telling->out, count ? "?" : "nobody known");
}

void where_doubts(const struct telling *telling)
{
    const struct state *state = telling->state;
    const struct library *library = state->library;
    uint32_t number = rows_doubt(state);
    if (number == MENTION_NONE) {
        buf_chars(telling->out,
                  state->doubt_all ? "no mention has these words" : "no mention is in doubt");
        return;
    }
    const struct mention *mention = &library->cast.at[number];
    const struct article *article = corpus_article(&library->corpus, mention->article);
    struct str words = say_cut(telling->arena, span_of(article->text, mention->span), WORD_COLUMNS);
    buf_printf(telling->out, "%zu of %zu: “%.*s” in ", state->doubts.cursor + 1, state->doubt_len,
               STR_ARG(words));
    library_place(library, mention->article, mention->span.start, telling->out);
    buf_chars(telling->out, ": ");
    if (mention->reason != REASON_VERDICT) {
        tell_candidates(telling, number);
        return;
    }
    struct str id = mention->actor == ACTOR_NONE ? STR("") : library->tags.at[mention->actor].id;
    struct str whose = verdict_whose(telling->arena, &library->tags, id);
    buf_printf(telling->out, "%.*s, decided", STR_ARG(whose));
}
