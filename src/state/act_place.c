/* SPDX-License-Identifier: ISC */
#include "act.h"
#include "dossier/base/memory.h"
#include "place.h"
#include "rows.h"
#include "say.h"

#include <string.h>

static long times(const struct call *call)
{
    return call->count > 0 ? call->count : 1;
}

/* How many articles of the list stand before the one the reader is at: *BEFORE; and *UP_TO the next
 * one. A heading stands between two. */
static void stand(const struct state *state, size_t *before, size_t *up_to)
{
    const struct listing *listing = &state->listing;
    size_t row = state->articles.cursor, count = listing_count(listing);
    if (state_context(state) == CONTEXT_LIST && listing_is_heading(listing, row)) {
        *before = *up_to = listing_group(listing, row)->first;
        return;
    }
    *before = listing_index(listing, state_context(state) == CONTEXT_LIST ? rows_article(state)
                                                                          : state->cursor.article);
    *up_to = *before == count ? 0 : *before + 1;
}

/* The next article in the list's order. */
static void step_article(struct state *state, long by)
{
    const struct listing *listing = &state->listing;
    bool on = by > 0;
    size_t count = listing_count(listing), far = on ? (size_t)by : 0 - (size_t)by;
    size_t before, behind;
    stand(state, &before, &behind);
    if (on ? behind == count : before == 0) {
        say_wrong(state, on ? "this is the last article of the list"
                            : "this is the first article of the list");
        return;
    }
    size_t to =
        on ? (far < count - behind ? behind + far : count) - 1 : (far < before ? before - far : 0);
    uint32_t found = listing_nth(listing, to);
    place_jump(state, place_left(state, found));
    rows_show_article(state, found);
}

ACT(article_next)
{
    step_article(state, times(call));
}

ACT(article_back)
{
    step_article(state, -times(call));
}

ACT(back)
{
    bool moved = false;
    for (long n = times(call); n > 0 && place_back(state); n--)
        moved = true;
    if (moved)
        place_show_text(state);
    else
        say_wrong(state, "this is the beginning of the trail");
}

ACT(forward)
{
    bool moved = false;
    for (long n = times(call); n > 0 && place_forward(state); n--)
        moved = true;
    if (moved)
        place_show_text(state);
    else
        say_wrong(state, "this is the end of the trail");
}

/* The mark that a key stands for; NULL: none. */
static struct spot *mark_of(struct state *state, key k)
{
    key at = key_at_place(k);
    return at >= 'a' && at <= 'z' ? &state->marks[at - 'a'] : NULL;
}

static void say_mark(struct state *state, char letter, struct spot spot)
{
    struct buf place = {0};
    library_place(state->library, spot.article, spot.at, &place);
    say(state, "mark %c is set: '%c comes back to %.*s", letter, letter, STR_ARG(buf_view(&place)));
    buf_free(&place);
}

ACT(mark)
{
    struct spot *mark = mark_of(state, call->key);
    if (!mark) {
        say_wrong(state, "a mark is a letter, a to z");
    } else if (state->cursor.article == ARTICLE_NONE) {
        say_wrong(state, "there is no text here to mark");
    } else {
        *mark = state->cursor;
        say_mark(state, (char)('a' + (mark - state->marks)), *mark);
    }
}

ACT(go_mark)
{
    bool last = call->key == '\'' || call->key == '`';
    const struct spot *mark = last ? &state->last_place : mark_of(state, call->key);
    if (!mark)
        say_wrong(state, "a mark is a letter, a to z; '' is the last place");
    else if (mark->article == ARTICLE_NONE)
        say_wrong(state, last ? "there is no last place yet"
                              : "this mark is not set: m and its letter sets it");
    else {
        place_jump(state, *mark);
        place_show_text(state);
    }
}

/* ¶7 or 7 as a place in ARTICLE; false where it has none such. */
static bool find_paragraph(struct state *state, uint32_t number, struct str words, uint32_t *at)
{
    const struct article *article = corpus_article(&state->library->corpus, number);
    long paragraph;
    if (str_starts(words, STR("¶")))
        words = str_sub(words, strlen("¶"), words.len);
    if (!str_number(words, &paragraph))
        return false;
    for (size_t i = 0; i < article_paragraph_count(article); i++)
        if (article_paragraphs(article)[i].number == paragraph) {
            *at = article_paragraphs(article)[i].span.start;
            return true;
        }
    return false;
}

ACT(go)
{
    const struct corpus *corpus = &state->library->corpus;
    struct str name = call->argument, rest = STR("");
    struct error error;
    uint32_t at = 0, article = corpus_find(corpus, name, &error);
    for (size_t i = name.len; article == ARTICLE_NONE && i-- > 0;)
        if (name.at[i] == ' ') {
            rest = str_sub(name, i + 1, name.len);
            article = corpus_find(corpus, str_trim(str_sub(name, 0, i)), NULL);
            break;
        }
    if (article == ARTICLE_NONE && state->cursor.article != ARTICLE_NONE &&
        find_paragraph(state, state->cursor.article, name, &at)) {
        article = state->cursor.article;
        rest = name;
    }
    if (article == ARTICLE_NONE) {
        say_wrong(state, "%s", error.text);
    } else if (rest.len && !find_paragraph(state, article, rest, &at)) {
        say_wrong(state, "%.*s has no ¶ “%.*s”", STR_ARG(corpus_article(corpus, article)->label),
                  STR_ARG(rest));
    } else {
        place_jump(
            state,
            (struct spot){article, rest.len ? at : place_begin(corpus_article(corpus, article))});
        place_show_text(state);
    }
}
