/* SPDX-License-Identifier: ISC */
/* What is told of a quotation in words: by the status line, below the rows, and by i. */
#include "said.h"

#include "dossier/base/memory.h"
#include "dossier/reading/quotes.h"
#include "where_said.h"

#include "say.h"

#define WORD_COLUMNS 60

const char *said_kind_words(enum quotation_kind kind)
{
    static const char *const words[] = {
        [QUOTATION_DIRECT] = "whole sentences in quotation marks",
        [QUOTATION_FRAGMENT] = "a part of a sentence in quotation marks",
        [QUOTATION_SCARE] = "a term or title in quotation marks, not somebody’s words",
        [QUOTATION_REPORTED] = "reported, without quotation marks"};
    return words[kind];
}

static const struct article *article_of(const struct state *state, const struct said_row *row)
{
    return corpus_article(&state->library->corpus, row->article);
}

/* Words of the article, on one line. */
static void put_words(struct buf *out, const struct article *article, struct span span)
{
    struct arena *arena = arena_new();
    buf_str(out, say_cut(arena, span_of(article->text, span), WORD_COLUMNS));
    arena_free(arena);
}

void said_tell_speaker(const struct state *state, const struct said_row *row, struct buf *out)
{
    const struct quotation *q = &row->quotation;
    if (q->speaker != ACTOR_NONE)
        buf_str(out, state->library->tags.at[q->speaker].name);
    else if (quotation_has(q->speaker_span))
        put_words(out, article_of(state, row), q->speaker_span);
}

static const char *how_sure(const struct quotation *q)
{
    double confidence = q->confidence;
    if (q->confirmed)
        return "confirmed";
    return confidence >= QUOTATION_SURE ? "sure" : confidence >= 0.6 ? "likely" : "a guess";
}

void said_tell_who(const struct state *state, const struct said_row *row, struct buf *out)
{
    const struct quotation *q = &row->quotation;
    struct buf name = {0}, words = {0};
    said_tell_speaker(state, row, &name);
    if (quotation_has(q->speaker_span))
        put_words(&words, article_of(state, row), q->speaker_span);
    if (!name.len)
        buf_chars(out, "nobody: ");
    else if (!words.len || str_eq(buf_view(&name), buf_view(&words)))
        buf_printf(out, "%.*s: ", STR_ARG(buf_view(&name)));
    else
        buf_printf(out, "“%.*s” → %.*s: ", STR_ARG(buf_view(&words)), STR_ARG(buf_view(&name)));
    buf_printf(out, "%s (%s)", quotes_how_words(q->how), how_sure(q));
    if (row->open && !q->confirmed)
        buf_chars(out, "; whose name that is here is open, and M asks it");
    buf_free(&name);
    buf_free(&words);
}

void said_tell_via(const struct state *state, const struct said_row *row, struct buf *out)
{
    const struct quotation *q = &row->quotation;
    put_words(out, article_of(state, row), q->via);
    buf_printf(out, ": %s", quotes_via_words(q->via_how));
}

/* "25 Nov 2025", "May 2025", "1 May 2025 to 12 Jun 2025". */
static void put_days(struct buf *out, day from, day to)
{
    char first[DAY_TEXT], last[DAY_TEXT];
    int year, month, date;
    day_words(from, first);
    day_words(to, last);
    day_split(to, &year, &month, &date);
    bool whole =
        from != DAY_NONE && from == day_month_begin(to, 0) && to + 1 == day_month_begin(to, 1);
    if (whole)
        buf_printf(out, "%s %d", day_month(month), year);
    else if (from == to || from == DAY_NONE)
        buf_chars(out, last);
    else
        buf_printf(out, "%s to %s", first, last);
}

void said_tell_when(const struct state *state, const struct said_row *row, struct buf *out)
{
    const struct article *article = article_of(state, row);
    const struct quotation *q = &row->quotation;
    char published[DAY_TEXT];
    day_words(article->facts.date, published);
    if (quotation_has(q->said_why)) {
        put_days(out, q->said_from, q->said_to);
        buf_chars(out, "~: “");
        put_words(out, article, q->said_why);
        buf_chars(out, "”");
    } else if (published[0]) {
        buf_printf(out, "not told; the article is of %s%s", published,
                   article->facts.basis == BASIS_INFERRED ? "~" : "");
    } else {
        buf_chars(out, "not told, and the article has no date");
    }
}

/* ---- the status sentence ---- */

static void tell_nothing(const struct telling *telling)
{
    const struct said *said = said_of(telling->state);
    if (!said_is_done(said))
        buf_chars(telling->out, "articles are looked through");
    else if (said->len && said->wish.len)
        buf_chars(telling->out, "nothing that was said has these words");
    else
        buf_chars(telling->out, "nobody is found to say anything");
}

void where_said(const struct telling *telling)
{
    const struct state *state = telling->state;
    const struct said_row *row = said_here(state);
    if (!row) {
        tell_nothing(telling);
        return;
    }
    const struct said *said = said_of(state);
    const struct article *article = article_of(state, row);
    buf_printf(telling->out, "%zu of %zu: ", said->list.cursor + 1, said->shown_len);
    size_t named = telling->out->len;
    said_tell_speaker(state, row, telling->out);
    bool known = telling->out->len > named;
    if (!known)
        buf_chars(telling->out, "nobody is found to say it");
    if (known && quotation_has(row->quotation.cue)) {
        buf_chars(telling->out, " ");
        put_words(telling->out, article, row->quotation.cue);
    }
    buf_printf(telling->out, "%s, in ", row->quotation.continues ? " (runs on)" : "");
    library_place(state->library, row->article, row->quotation.span.start, telling->out);
    if (said_is_unsure(row))
        buf_chars(telling->out, "; look whether it is so");
}
