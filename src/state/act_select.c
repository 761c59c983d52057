/* SPDX-License-Identifier: ISC */
/* Selecting by units: each v takes the next larger one around the place where it began, V goes
 * back. */
#include "act.h"
#include "caret.h"
#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/words.h"
#include "note_edit.h"
#include "place.h"
#include "rows.h"
#include "run.h"
#include "say.h"
#include "take.h"

#define LEVELS 4

static struct span name_or_word(const struct state *state, const struct article *article)
{
    uint32_t mention = take_here(state);
    if (mention != MENTION_NONE)
        return state->library->cast.at[mention].span;
    struct span word = words_around(article->text, state->selection_seed);
    if (span_holds(word, state->selection_seed) || word.start == word.end)
        return word;
    return (struct span){state->selection_seed,
                         (uint32_t)cluster_after(article->text, state->selection_seed)};
}

static struct span whole_body(const struct article *article)
{
    if (!article->body.len)
        return (struct span){0, (uint32_t)article->text.len};
    return (struct span){article->body.at[0].start, article->body.at[article->body.len - 1].end};
}

/* The unit of LEVEL around the place where the selection began. */
static struct span unit(struct state *state, const struct article *article, int level)
{
    uint32_t seed = state->selection_seed;
    struct spot cursor = state->cursor;
    struct span span;
    switch (level) {
    case 1:
        state->cursor.at = seed;
        span = name_or_word(state, article);
        state->cursor = cursor;
        return span;
    case 2:
        return caret_sentence_at(article, seed);
    case 3:
        return article_paragraphs(article)[article_paragraph(article, seed)].span;
    default:
        return whole_body(article);
    }
}

static bool take_unit(struct state *state, const struct article *article, int level)
{
    struct span span = unit(state, article, level);
    if (!span_holds(span, state->selection_seed))
        return false;
    state->selecting = true;
    state->selection_from = span.start;
    caret_set(state, (uint32_t)cluster_before(article->text, span.end));
    state->selection_level = level;
    return true;
}

/* Each step must take in more than what is selected. */
static bool is_more(struct span span, struct span selection)
{
    return span.start <= selection.start && span.end >= selection.end &&
           (span.start < selection.start || span.end > selection.end);
}

ACT(select)
{
    const struct article *article = state_article(state);
    if (!caret_page(state))
        return;
    place_show_text(state);
    if (!state->selecting) {
        state->selection_seed = state->cursor.at;
        take_unit(state, article, 1);
        return;
    }
    struct span selection = state_selection(state);
    for (int level = state->selection_level + 1; level <= LEVELS; level++)
        if (is_more(unit(state, article, level), selection) && take_unit(state, article, level))
            return;
    say(state, "the whole article is selected; V makes it less");
}

ACT(shrink)
{
    const struct article *article = state_article(state);
    if (!article || !state->selecting) {
        say_wrong(state, "nothing is selected; v selects");
        return;
    }
    struct span selection = state_selection(state);
    for (int level = state->selection_level ? state->selection_level - 1 : LEVELS; level > 0;
         level--) {
        struct span span = unit(state, article, level);
        if (span.end - span.start < selection.end - selection.start &&
            take_unit(state, article, level))
            return;
    }
    state->selecting = false;
    caret_set(state, state->selection_seed);
}

ACT(other_end)
{
    uint32_t at = state->cursor.at;
    if (!state->selecting) {
        say_wrong(state, "nothing is selected; v selects");
        return;
    }
    caret_set(state, state->selection_from);
    state->selection_from = at;
}

/* What y copies: a note, or a passage with its place. */
struct copied {
    const struct note *note;
    uint32_t article;
    struct span span;
};

static bool find_copied(struct state *state, struct copied *copied)
{
    struct note_target target;
    *copied = (struct copied){.article = ARTICLE_NONE};
    if (state_context(state) == CONTEXT_NOTES)
        copied->note = rows_note(state);
    if (copied->note)
        return true;
    if (!note_find_target(state, &target))
        return false;
    copied->article = target.article;
    copied->span = target.span;
    if (target.article != ARTICLE_NONE && copied->span.start < copied->span.end)
        return true;
    say_wrong(state, "there are no words here to copy");
    return false;
}

static void copy_text(struct state *state, struct effects *out, struct str text, const char *what)
{
    run_effect(out, EFFECT_COPY)->text = arena_str(out->arena, text);
    struct arena *arena = arena_new();
    struct str cut = say_cut(arena, text, 40);
    say(state, "%s: %.*s", what, STR_ARG(cut));
    arena_free(arena);
    state->selecting = false;
}

ACT(copy)
{
    struct copied copied;
    if (!find_copied(state, &copied))
        return;
    if (copied.note)
        copy_text(state, out, note_join(out->arena, copied.note), "copied the note");
    else
        copy_text(
            state, out,
            span_of(corpus_article(&state->library->corpus, copied.article)->text, copied.span),
            "copied");
}

/* “…” (Politico, “Headline”, 27 Nov 2025, 001 ¶2); what was worked out has ~. */
static void put_citation(const struct library *library, uint32_t number, uint32_t at,
                         struct buf *out)
{
    const struct article *article = corpus_article(&library->corpus, number);
    const struct facts *facts = &article->facts;
    char date[DAY_TEXT];
    buf_chars(out, " (");
    if (facts->author.len)
        buf_printf(out, "%.*s, ", STR_ARG(facts->author));
    if (facts->title.len)
        buf_printf(out, "“%.*s”, ", STR_ARG(facts->title));
    buf_printf(out, "%.*s%s, ", STR_ARG(facts->source.len ? facts->source : STR("source unknown")),
               facts->source.len && article->worked_out & ARTICLE_SOURCE ? "~" : "");
    day_words(facts->date, date);
    buf_printf(out, "%s%s, ", date[0] ? date : "undated",
               date[0] && facts->basis == BASIS_INFERRED ? "~" : "");
    library_place(library, number, at, out);
    buf_chars(out, ")");
}

ACT(cite)
{
    struct copied copied;
    struct buf text = {0};
    if (!find_copied(state, &copied))
        return;
    uint32_t article = copied.note ? copied.note->number : copied.article;
    struct str quote =
        copied.note ? copied.note->quote
                    : span_of(corpus_article(&state->library->corpus, article)->text, copied.span);
    if (copied.note && copied.note->text.len)
        buf_printf(&text, "%.*s\n", STR_ARG(copied.note->text));
    if (quote.len)
        buf_printf(&text, "“%.*s”", STR_ARG(quote));
    if (article != ARTICLE_NONE)
        put_citation(state->library, article,
                     copied.note ? copied.note->span.start : copied.span.start, &text);
    copy_text(state, out, buf_view(&text), "copied with its source");
    buf_free(&text);
}
