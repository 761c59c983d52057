/* SPDX-License-Identifier: ISC */
#include "choices.h"

#include "dossier/base/memory.h"
#include "dossier/text/fold.h"
#include "dossier/text/grapheme.h"
#include "parse.h"

#include <stdlib.h>

#define MOST 500      /* rows; with more, typing a letter is faster than looking */
#define NAMES_MOST 32 /* columns of the names, aligned */

typedef void maker(struct choosing *choosing);

static maker *const makers[] = {
    [ARGUMENT_ACTOR] = choices_of_actors,        [ARGUMENT_TAG] = choices_of_tags,
    [ARGUMENT_ORDER] = choices_of_orders,        [ARGUMENT_GROUP] = choices_of_groups,
    [ARGUMENT_OPTION] = choices_of_options,      [ARGUMENT_PLACE] = choices_of_places,
    [ARGUMENT_EXPORT] = choices_of_exports,      [ARGUMENT_WHOM] = choices_of_whom,
    [ARGUMENT_FORM] = choices_of_forms,          [ARGUMENT_INTO] = choices_of_into,
    [ARGUMENT_COMMAND] = choices_of_commands,    [ARGUMENT_TAGS] = choices_of_note_tags,
    [ARGUMENT_TAG_WORDS] = choices_of_tag_words, [ARGUMENT_GRAVE] = choices_of_graves,
    [ARGUMENT_TICK] = choices_of_ticks,          [ARGUMENT_QUERY] = choices_of_queries,
    [ARGUMENT_SAVED] = choices_of_saved,         [ARGUMENT_WHOSE] = choices_of_whose,
    [ARGUMENT_ALWAYS] = choices_of_always,       [ARGUMENT_TEXT] = NULL,
};

static struct str fold(struct arena *arena, struct str s)
{
    struct buf out = {0};
    fold_key(s, &out);
    struct str copy = arena_str(arena, buf_view(&out));
    buf_free(&out);
    return copy;
}

enum fuzzy choices_fit(const struct choosing *choosing, struct str name)
{
    struct buf out = {0};
    if (!choosing->folded.len)
        return FUZZY_INSIDE;
    fold_key(name, &out);
    enum fuzzy fit = fuzzy_match(choosing->folded, buf_view(&out));
    buf_free(&out);
    return fit;
}

struct candidate *choices_add(struct choosing *choosing, enum fuzzy fit, struct str text,
                              struct str name, struct str rest)
{
    struct candidate *candidate = vec_add(choosing->arena, choosing);
    *candidate = (struct candidate){.text = text, .name = name, .rest = rest, .fit = fit};
    return candidate;
}

static int best_first(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->fit != y->fit)
        return x->fit > y->fit ? -1 : 1;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return str_cmp(x->name, y->name);
}

static void begin(struct choosing *choosing, struct state *state, struct str typed)
{
    *choosing = (struct choosing){.state = state, .arena = state->prompt.arena, .typed = typed};
    choosing->folded = fold(choosing->arena, typed);
}

void choices_narrow(struct choosing *choosing, struct str word)
{
    choosing->folded = fold(choosing->arena, word);
}

static void collect(struct choosing *choosing, enum argument argument)
{
    if (argument < COUNT(makers) && makers[argument])
        makers[argument](choosing);
    if (choosing->len > 1)
        qsort(choosing->at, choosing->len, sizeof *choosing->at, best_first);
    if (choosing->len > MOST)
        choosing->len = MOST;
}

/* The names stand in a column of their own, as wide as the widest. */
static void put_rows(struct choosing *choosing, struct str before)
{
    struct prompt *prompt = &choosing->state->prompt;
    int column = 0;
    for (size_t i = 0; i < choosing->len; i++) {
        int width = text_width(choosing->at[i].name);
        column = width > column && width <= NAMES_MOST ? width : column;
    }
    prompt->choices = arena_many(prompt->arena, struct choice, choosing->len + 1);
    prompt->choice_count = choosing->len;
    for (size_t i = 0; i < choosing->len; i++) {
        const struct candidate *row = &choosing->at[i];
        int pad = column - text_width(row->name);
        prompt->choices[i].text =
            arena_printf(prompt->arena, "%.*s%.*s", STR_ARG(before), STR_ARG(row->text));
        prompt->choices[i].shown =
            arena_printf(prompt->arena, "%.*s%*s%.*s", STR_ARG(row->name),
                         row->rest.len ? (pad > 0 ? pad : 0) + 3 : 0, "", STR_ARG(row->rest));
    }
}

bool choices_make(struct state *state)
{
    struct prompt *prompt = &state->prompt;
    struct str line = buf_view(&prompt->line.text), name, before = {0};
    enum argument argument = command_table[prompt->command].argument;
    struct choosing choosing;
    struct call call;
    arena_clear(prompt->arena);
    if (argument == ARGUMENT_COMMAND && parse_line(line, &call, &name) &&
        (size_t)(name.at + name.len - line.at) + call.force < line.len) {
        size_t end = (size_t)(name.at + name.len - line.at) + call.force;
        before = arena_printf(prompt->arena, "%.*s ", (int)end, line.at);
        line = call.argument;
        argument = command_table[call.command].argument;
    }
    begin(&choosing, state, line);
    collect(&choosing, argument);
    put_rows(&choosing, before);
    prompt->chosen = (struct list){.count = prompt->choice_count};
    return choosing.len && !line.len && choosing.at[0].fit == FUZZY_WHOLE;
}

uint32_t choices_actor(struct state *state, struct str words)
{
    struct choosing choosing;
    begin(&choosing, state, words);
    collect(&choosing, ARGUMENT_ACTOR);
    return choosing.len ? tags_find(&state->library->tags, choosing.at[0].text, NULL) : ACTOR_NONE;
}

void choices_tags(struct state *state, struct str begun)
{
    struct choosing choosing;
    arena_clear(state->prompt.arena);
    begin(&choosing, state, begun);
    collect(&choosing, ARGUMENT_TAG);
    put_rows(&choosing, STR(""));
    state->prompt.chosen = (struct list){.count = state->prompt.choice_count};
}
