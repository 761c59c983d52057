/* SPDX-License-Identifier: ISC */
/* What a row says, who says so, and how it is known, in words. */
#include "dossier/base/memory.h"
#include "dossier/model/correction.h"
#include "dossier/reading/times.h"
#include "outside.h"
#include "say.h"

#define LINE_COLUMNS 80 /* of a line of the text that is shown */

const char *about_name(const struct about_row *row)
{
    if (row->outside.end)
        return row->kind ? row->kind : "left out";
    return correction_field_name(row->field);
}

bool about_is_open(const struct state *state, const struct about_row *row)
{
    struct article article = about_article(state);
    return correction_has(&article, row->field) && correction_is_open(&article, row->field);
}

bool about_is_stated(const struct state *state, const struct about_row *row)
{
    return (state_article(state)->facts.known & row->field) && !about_is_open(state, row);
}

const char *about_who(const struct state *state, const struct about_row *row)
{
    const struct article *article = state_article(state);
    if (article->by_tags & row->field)
        return "tags.yaml";
    if (article->facts.known & row->field)
        return "front matter";
    return about_is_open(state, row) ? "worked out" : "";
}

static size_t outside(const struct state *state)
{
    return state->about.len > CORRECTION_FIELDS ? state->about.len - CORRECTION_FIELDS : 0;
}

static void tell_body(const struct state *state, const struct article *article, struct buf *out)
{
    struct arena *arena = arena_new();
    size_t count = outside(state);
    struct str words = say_count(arena, article->words, "word", "words");
    buf_str(out, words);
    if (count)
        buf_printf(out, "; %zu paragraph%s not the article", count, count == 1 ? " is" : "s are");
    arena_free(arena);
}

static void tell_date(const struct article *article, struct buf *out)
{
    const struct facts *facts = &article->facts;
    char from[DAY_TEXT], to[DAY_TEXT], range[DAY_RANGE_TEXT];
    day_words(facts->date != DAY_NONE ? facts->date : facts->from, from);
    day_words(facts->to, to);
    day_range_words(facts->from, facts->to, range);
    if (facts->date != DAY_NONE)
        buf_chars(out, from);
    else if (range[0])
        buf_printf(out, "within %s", range);
    else
        buf_printf(out, "%s %s", from[0] ? "not before" : "not after", from[0] ? from : to);
}

void about_value(const struct state *state, const struct about_row *row, struct buf *out)
{
    struct article article = about_article(state);
    if (row->outside.end)
        buf_str(out, span_of(article.text, row->outside));
    else if (!correction_has(&article, row->field))
        buf_chars(out, article.facts.known & row->field ? "none" : "not known");
    else if (row->field == ARTICLE_BODY)
        tell_body(state, &article, out);
    else if (row->field == ARTICLE_DATE)
        tell_date(&article, out);
    else
        correction_value(&article, row->field, out);
}

/* The first line of the text with WORDS in it. */
static bool find_line(struct str text, struct str words, struct str *line)
{
    ptrdiff_t found = str_find(text, words, 0);
    size_t from = found < 0 ? 0 : (size_t)found, to = from;
    while (from > 0 && text.at[from - 1] != '\n')
        from--;
    while (to < text.len && text.at[to] != '\n')
        to++;
    *line = str_trim(str_sub(text, from, to));
    return found >= 0;
}

/* How a headline, a source or an author was come by. */
static void tell_line(const struct article *article, enum article_field field, struct buf *out)
{
    struct arena *arena = arena_new();
    struct buf words = {0};
    struct str line;
    correction_value(article, field, &words);
    if (!find_line(article->text, buf_view(&words), &line))
        buf_chars(out, "The lines around the article tell of it.");
    else if (field == ARTICLE_TITLE && str_eq(line, buf_view(&words)))
        buf_chars(out, "This line of the text reads like a headline.");
    else
        buf_printf(out, "This line of the text tells of it: “%.*s”.",
                   STR_ARG(say_cut(arena, line, LINE_COLUMNS)));
    buf_free(&words);
    arena_free(arena);
}

static void tell_worked_out(const struct state *state, const struct article *article,
                            enum article_field field, struct buf *out)
{
    if (field == ARTICLE_BODY && outside(state))
        buf_chars(out, "These lines read like an article, and those around them do not; each of "
                       "the paragraphs below can be looked at.");
    else if (field == ARTICLE_BODY)
        buf_chars(out, "Nothing in the text speaks against it: all of it is taken for the "
                       "article.");
    else if (field == ARTICLE_DATE)
        buf_str(out, article->facts.why.len ? article->facts.why
                                            : STR("The lines around the article tell of it."));
    else
        tell_line(article, field, out);
}

static void tell_stated(const struct article *article, enum article_field field, struct buf *out)
{
    bool tags = article->by_tags & field;
    const struct facts *facts = &article->facts;
    buf_printf(out, "%s says %s", tags ? "tags.yaml" : "The front matter of the text",
               correction_has(article, field) ? "so" : "that nobody knows it");
    if (field == ARTICLE_DATE && facts->basis == BASIS_INFERRED)
        buf_chars(out, ", and that it was inferred");
    buf_char(out, '.');
    if (field != ARTICLE_DATE)
        return;
    if (facts->date != DAY_NONE && (facts->from != DAY_NONE || facts->to != DAY_NONE)) {
        char from[DAY_TEXT], to[DAY_TEXT];
        day_words(facts->from, from);
        day_words(facts->to, to);
        buf_printf(out, " It lies between %s and %s.", from[0] ? from : "?", to[0] ? to : "?");
    }
    if (facts->why.len)
        buf_printf(out, " %.*s", STR_ARG(facts->why));
}

static void tell_outside(const struct state *state, const struct article *article,
                         const struct about_row *row, struct buf *out)
{
    struct buf recurs = {0};
    if (!(article->worked_out & ARTICLE_BODY))
        buf_printf(out, "%s leaves this out of the body.",
                   article->by_tags & ARTICLE_BODY ? "tags.yaml" : "The front matter of the text");
    else if (outside_recurs(&state->library->corpus, state->cursor.article, row->outside.start,
                            &recurs))
        buf_printf(out, "This is not the article: %.*s.", STR_ARG(buf_view(&recurs)));
    else if (row->kind)
        buf_printf(out, "This was taken for %s, and so is not the article.", row->kind);
    else
        buf_chars(out, "This stands apart from what reads like an article.");
    buf_free(&recurs);
}

void about_why(const struct state *state, const struct about_row *row, struct buf *out)
{
    struct article article = about_article(state);
    if (row->outside.end)
        tell_outside(state, &article, row, out);
    else if (article.facts.known & row->field)
        tell_stated(&article, row->field, out);
    else if (about_is_open(state, row))
        tell_worked_out(state, &article, row->field, out);
    else
        buf_chars(out, "Nobody states it, and the text does not tell of it.");
}
