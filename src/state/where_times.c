/* SPDX-License-Identifier: ISC */
#include "where_times.h"

#include "dossier/base/count.h"
#include "dossier/model/stretch.h"
#include "dossier/reading/times.h"
#include "say.h"

#define WORD_COLUMNS 30

/* “Tuesday” in 01 ¶1: 12 Mar 2024~, a weekday */
static void tell_row(const struct telling *telling, const struct time_row *row)
{
    const struct library *library = telling->state->library;
    const struct article *article = corpus_article(&library->corpus, row->article);
    const struct time_said *said = &row->said;
    char range[DAY_RANGE_TEXT];
    const char *mark = times_is_stated(article, said) ? "" : "~";
    day_range_words(said->from, said->to, range);
    if (said->basis == TIME_PUBLICATION) {
        buf_printf(telling->out, "%.*s, published %s%s%s", STR_ARG(article->label),
                   said->from == said->to ? "" : "between ", range[0] ? range : "at an unknown day",
                   range[0] ? mark : "");
        return;
    }
    struct str words = say_cut(telling->arena, span_of(article->text, said->span), WORD_COLUMNS);
    buf_printf(telling->out, "“%.*s” in ", STR_ARG(words));
    library_place(library, row->article, said->span.start, telling->out);
    buf_printf(telling->out, ": %s%s, %s", range, mark, time_basis_name(said->basis));
}

void where_times(const struct telling *telling)
{
    const struct state *state = telling->state;
    struct time_row row;
    if (!timeline_row_here(state, &row)) {
        buf_chars(telling->out, state->filter[VIEW_TIMELINE].len ? "no time has these words"
                                                                 : "no time is spoken of here");
        return;
    }
    buf_printf(telling->out, "time %s of %s: ", COUNT_ARG(state->times.cursor + 1),
               COUNT_ARG(state->time_rows.len));
    tell_row(telling, &row);
}

static void tell_stretch(const struct telling *telling, const char *words)
{
    const struct state *state = telling->state;
    struct time_bar bar = timeline_here(state);
    struct str articles = say_count(telling->arena, bar.articles, "article", "articles");
    buf_printf(telling->out, "%s: %.*s", words, STR_ARG(articles));
    if (state->thread.wish.kind) {
        struct str places = say_count(telling->arena, bar.places, "place", "places");
        buf_printf(telling->out, ", %.*s of %.*s", STR_ARG(places), STR_ARG(state->thread.name));
    }
    struct str spoken = say_count(telling->arena, bar.spoken, "time", "times");
    buf_printf(telling->out, ", spoken of %.*s; ", STR_ARG(spoken));
}

void where_timeline(const struct telling *telling)
{
    const struct state *state = telling->state;
    const struct timeline *timeline = &state->timeline;
    char words[DAY_RANGE_TEXT];
    struct time_row row;
    stretch_words(timeline->kind, timeline->stretch, words);
    if (state->options.linear)
        tell_stretch(telling, words);
    if (!timeline_row_here(state, &row)) {
        buf_printf(telling->out, "nothing %s in %s%s",
                   state->filter[VIEW_TIMELINE].len ? "has these words" : "lies", words,
                   timeline_reads(state) ? ", as far as the texts are read" : "");
        return;
    }
    buf_printf(telling->out, "%s of %s: ", COUNT_ARG(timeline->list.cursor + 1),
               COUNT_ARG(timeline->list.count));
    tell_row(telling, &row);
}
