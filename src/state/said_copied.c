/* SPDX-License-Identifier: ISC */
/* Where else the words of the quotation that is shown in full stand: looked up when no key waits,
 * for this one row. */
#include "said.h"

#include "dossier/base/count.h"
#include "dossier/base/memory.h"

static bool is_known(const struct state *state, const struct said_row *row)
{
    const struct said_copied *copied = &state->said_copied;
    return copied->article == row->article && copied->span.start == row->quotation.span.start &&
           copied->span.end == row->quotation.span.end;
}

bool said_copied_waits(const struct state *state)
{
    const struct said_row *row =
        state->view == VIEW_SAID && state->layout.detail.height ? said_here(state) : NULL;
    return row && !state->early && !is_known(state, row);
}

void said_copied_go_on(struct state *state)
{
    const struct said_row *row = said_here(state);
    state->said_copied = (struct said_copied){row->article, row->quotation.span, {0}};
    state->said_copied.found = copies_of(state->library, row->article, row->quotation.span);
}

void said_copied_forget(struct state *state)
{
    state->said_copied.article = ARTICLE_NONE;
}

bool said_tell_also(const struct state *state, const struct said_row *row, struct buf *out)
{
    const struct copies_found *found = &state->said_copied.found;
    if (!is_known(state, row))
        return false;
    if (found->how == COPIED_NOWHERE) {
        buf_chars(out, "in no other article");
        return true;
    }
    if (found->how == COPIED_UNTOLD) {
        buf_chars(out, "not looked for: its words are too common");
        return true;
    }
    const struct article *first = corpus_article(&state->library->corpus, found->first);
    char date[DAY_TEXT];
    day_words(first->facts.date, date);
    buf_chars(out, found->how == COPIED_PART ? "a part of it " : "");
    if (found->articles == 1)
        buf_chars(out, "in another article, ");
    else
        buf_printf(out, "in %s other articles, first ", COUNT_ARG(found->articles));
    if (date[0])
        buf_printf(out, "on %s%s, ", date, first->facts.basis == BASIS_INFERRED ? "~" : "");
    else if (found->articles > 1)
        buf_chars(out, "in ");
    buf_str(out, first->label);
    return true;
}
