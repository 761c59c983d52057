/* SPDX-License-Identifier: ISC */
#include "name.h"

#include "dossier/model/pattern.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"
#include "hold.h"
#include "say.h"

#define SHORT_TITLE 3      /* letters */
#define EXAMPLE_CONTEXT 24 /* characters on either side */

struct str name_parse(struct str typed, enum actor_kind *kind)
{
    typed = str_trim(typed);
    *kind = ACTOR_PERSON;
    size_t space = typed.len;
    while (space > 0 && typed.at[space - 1] != ' ')
        space--;
    for (int i = ACTOR_PERSON; space && i <= ACTOR_DOCUMENT; i++)
        if (str_is(str_sub(typed, space, typed.len), actor_kind_name((enum actor_kind)i))) {
            *kind = (enum actor_kind)i;
            return str_trim(str_sub(typed, 0, space));
        }
    return typed;
}

static bool is_capital(struct str text, struct span word)
{
    size_t at = word.start;
    return word.start < word.end && char_is_capital(utf8_next(text, &at));
}

/* Only a space, or what joins the parts of one name, stands between two words; a full stop only
 * behind an initial or a short title: J. D. Vance, Lt. Kellogg. */
static bool joins(struct str text, struct span first, struct span second)
{
    struct str between = str_sub(text, first.end, second.start);
    if (str_is(between, ". "))
        return utf8_count(span_of(text, first)) <= SHORT_TITLE;
    return str_is(between, " ") || str_is(between, "-") || str_is(between, "’") ||
           str_is(between, "'") || str_is(between, "‑");
}

static struct span word_before(struct str text, uint32_t at)
{
    while (at > 0) {
        at = (uint32_t)utf8_start(text, at - 1);
        struct span word = words_around(text, at);
        if (word.start <= at && at < word.end)
            return word;
    }
    return (struct span){0, 0};
}

/* The word is told of already, as a role or demonym: it stands before the name, not in it. */
static bool is_told(const struct state *state, struct span word)
{
    const struct cast *cast = &state->library->cast;
    uint32_t mention = cast_at(cast, state->cursor.article, word.start);
    return mention != MENTION_NONE && cast->at[mention].kind != FORM_NAME;
}

struct str name_here(const struct state *state)
{
    const struct article *article = state_article(state);
    if (!article)
        return STR("");
    struct str text = article->text;
    struct span name = words_around(text, state->cursor.at);
    if (!span_holds(name, state->cursor.at) || !is_capital(text, name))
        return STR("");
    for (;;) {
        struct span word = word_before(text, name.start);
        if (!is_capital(text, word) || !joins(text, word, name) || is_told(state, word))
            break;
        name.start = word.start;
    }
    struct span last = words_around(text, state->cursor.at);
    while (name.end + 1 < text.len) {
        struct span word = words_around(text, name.end + 1);
        if (word.start < name.end || !is_capital(text, word) || !joins(text, last, word))
            break;
        name.end = word.end;
        last = word;
    }
    return span_of(text, name);
}

struct str name_example(const struct library *library, struct arena *arena,
                        const struct place *place)
{
    const struct article *article = corpus_article(&library->corpus, place->article);
    struct str before, after;
    struct buf line = {0};
    article_context(article, place->span, EXAMPLE_CONTEXT, &before, &after);
    library_place(library, place->article, place->span.start, &line);
    struct str context = arena_printf(arena, "…%.*s%.*s%.*s…", STR_ARG(before),
                                      STR_ARG(span_of(article->text, place->span)), STR_ARG(after));
    struct str example = arena_printf(arena, "%.*s  %.*s", STR_ARG(buf_view(&line)),
                                      STR_ARG(say_cut(arena, context, 3 * EXAMPLE_CONTEXT)));
    buf_free(&line);
    return example;
}
