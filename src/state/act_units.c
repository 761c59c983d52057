/* SPDX-License-Identifier: ISC */
/* Motions by words, sentences and paragraphs; in a selection they move its end. */
#include "act.h"
#include "caret.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/words.h"
#include "page.h"
#include "place.h"
#include "say.h"

/* A kind of unit: where the next begins after byte AT, where the one with AT or before it does, and
 * which holds AT. */
struct units {
    uint32_t (*next)(const struct article *article, uint32_t at);
    uint32_t (*back)(const struct article *article, uint32_t at);
    struct span (*around)(const struct article *article, uint32_t at);
};

static struct span word_around(const struct article *article, uint32_t at)
{
    return words_around(article->text, at);
}

static struct span paragraph_around(const struct article *article, uint32_t at)
{
    return article_paragraphs(article)[article_paragraph(article, at)].span;
}

static const struct units words = {caret_word, caret_word_back, word_around};
static const struct units sentences = {caret_sentence, caret_sentence_back, caret_sentence_at};
static const struct units paragraphs = {caret_paragraph, caret_paragraph_back, paragraph_around};

/* Moves by units, the way that TO knows; what is folded away is passed over. */
static uint32_t step_units(struct state *state, uint32_t at,
                           uint32_t (*to)(const struct article *article, uint32_t at))
{
    const struct article *article = state_article(state);
    uint32_t next = to(article, at);
    uint32_t stand = page_snap(&state->page, article->text, next);
    while (next != at && stand == page_snap(&state->page, article->text, at)) {
        at = next;
        next = to(article, at);
        stand = page_snap(&state->page, article->text, next);
    }
    return stand;
}

/* Where the first unit ends that goes beyond byte END. */
static uint32_t longer(const struct article *article, const struct units *units, uint32_t end)
{
    struct span unit = units->around(article, end);
    if (unit.end <= end)
        unit = units->around(article, units->next(article, end));
    return unit.end > end ? unit.end : end;
}

/* Where the last unit ends that does not reach to byte END. */
static uint32_t shorter(const struct article *article, const struct units *units, uint32_t end)
{
    uint32_t start = units->back(article, end), before;
    uint32_t unit_end = units->around(article, start).end;
    if (unit_end < end)
        return unit_end;
    before = units->back(article, start);
    return before < start ? units->around(article, before).end : start;
}

/* In a selection the cursor is one of its ends: the last one goes from unit's end to unit's end, so
 * that whole words are selected, the first one from start to start. Neither passes the other. */
static uint32_t step_end(struct state *state, uint32_t at, const struct units *units, bool on)
{
    const struct article *article = state_article(state);
    uint32_t from = state->selection_from;
    if (at < from || (at == from && !on)) {
        uint32_t to = step_units(state, at, on ? units->next : units->back);
        return on && to > from ? at : to;
    }
    uint32_t end = (uint32_t)cluster_after(article->text, at);
    end = on ? longer(article, units, end) : shorter(article, units, end);
    return end > from ? (uint32_t)cluster_before(article->text, end) : at;
}

static void move_units(struct state *state, const struct call *call, const struct units *units,
                       bool on)
{
    if (!caret_page(state))
        return;
    uint32_t at = state->cursor.at;
    for (long n = call->count > 0 ? call->count : 1; n > 0; n--)
        at = state->selecting ? step_end(state, at, units, on)
                              : step_units(state, at, on ? units->next : units->back);
    if (state->selecting && at == state->cursor.at)
        say(state,
            "there is no bound here to go to: h l move by one character, o is the other end");
    place_move(state, at);
    state->selection_level = 0; /* by hand it is no unit any more */
}

ACT(word)
{
    move_units(state, call, &words, true);
}

ACT(word_back)
{
    move_units(state, call, &words, false);
}

ACT(sentence)
{
    move_units(state, call, &sentences, true);
}

ACT(sentence_back)
{
    move_units(state, call, &sentences, false);
}

ACT(paragraph)
{
    move_units(state, call, &paragraphs, true);
}

ACT(paragraph_back)
{
    move_units(state, call, &paragraphs, false);
}
