/* SPDX-License-Identifier: ISC */
#include "name.h"

#include "dossier/model/pattern.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"
#include "hold.h"
#include "say.h"

#define EXAMPLES 5         /* places that a preview shows */
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
        if (!is_capital(text, word) || !joins(text, word, name))
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

static void add_example(struct choosing *choosing, const struct place *place, struct str line)
{
    const struct library *library = choosing->state->library;
    const struct article *article = corpus_article(&library->corpus, place->article);
    struct str before, after;
    struct buf where = {0};
    article_context(article, place->span, EXAMPLE_CONTEXT, &before, &after);
    library_place(library, place->article, place->span.start, &where);
    struct str context = arena_printf(choosing->arena, "…%.*s%.*s%.*s…", STR_ARG(before),
                                      STR_ARG(span_of(article->text, place->span)), STR_ARG(after));
    choices_add(choosing, FUZZY_WORD, line, arena_str(choosing->arena, buf_view(&where)),
                say_cut(choosing->arena, context, 3 * EXAMPLE_CONTEXT));
    buf_free(&where);
}

void name_preview(struct choosing *choosing)
{
    enum actor_kind kind;
    struct str name = name_parse(choosing->typed, &kind);
    struct places found = {0};
    struct pattern *pattern = pattern_make(choosing->arena, name, false);
    if (!pattern)
        return;
    pattern_find(pattern, &choosing->state->library->corpus, choosing->arena, &found);
    size_t articles = 0;
    for (size_t i = 0; i < found.len; i++)
        articles += i == 0 || found.at[i].article != found.at[i - 1].article;
    struct str places = say_count(choosing->arena, found.len, "place", "places");
    struct str in = say_count(choosing->arena, articles, "article", "articles");
    struct str line = arena_str(choosing->arena, choosing->typed);
    struct str row = arena_printf(choosing->arena, "%.*s: %.*s in %.*s", STR_ARG(name),
                                  STR_ARG(places), STR_ARG(in));
    struct str rest = arena_printf(choosing->arena, "Enter makes it a %s; or end with another kind",
                                   actor_kind_name(kind));
    choices_add(choosing, FUZZY_WHOLE, line, row, rest);
    for (size_t i = 0; i < found.len && i < EXAMPLES; i++)
        add_example(choosing, &found.at[i], line);
}
