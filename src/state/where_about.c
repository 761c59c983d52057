/* SPDX-License-Identifier: ISC */
#include "where_about.h"

#include "dossier/base/memory.h"
#include "say.h"

#define VALUE_COLUMNS 60

void where_about(const struct telling *telling)
{
    const struct state *state = telling->state;
    const struct about_row *row = about_here(state);
    struct buf value = {0};
    if (!row || !state_article(state)) {
        buf_chars(telling->out, "no article is here");
        return;
    }
    const char *who = about_who(state, row);
    about_value(state, row, &value);
    buf_printf(telling->out, "%.*s, %zu of %zu: ", STR_ARG(state_article(state)->label),
               state->about.list.cursor + 1, state->about.len);
    if (state->options.linear) /* else it stands above */
        buf_printf(telling->out, "%s, %.*s, ", about_name(row),
                   STR_ARG(say_cut(telling->arena, buf_view(&value), VALUE_COLUMNS)));
    else
        buf_printf(telling->out, "%s%s ", row->outside.end ? "" : "the ", about_name(row));
    if (row->outside.end)
        buf_chars(telling->out, "is not the article; x says that it is, Enter shows it");
    else if (about_is_open(state, row))
        buf_chars(telling->out, row->field == ARTICLE_BODY
                                    ? "is worked out; + confirms it, x: all of the text"
                                    : "is worked out; + confirms it, x: none, e: another");
    else if (about_is_stated(state, row))
        buf_printf(telling->out, "is stated by %s", who);
    else
        buf_chars(telling->out, "is not known; e says what it is");
    buf_free(&value);
}
