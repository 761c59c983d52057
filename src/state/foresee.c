/* SPDX-License-Identifier: ISC */
/* What would come of a change, before it is made. The places of the words are looked up once, then
 * weighed anew for each actor that is looked at. */
#include "dossier/base/memory.h"
#include "name.h"
#include "naming.h"
#include "parse.h"
#include "say.h"
#include "tallies.h"

#define WORDS_COLUMNS 24

static const struct places *places_of(struct state *state, const struct amendment *amendment)
{
    struct foreseeing *known = &state->foreseeing;
    bool drops = amendment->kind == AMEND_DROP;
    struct str asked = arena_printf(state->prompt.arena, "%.*s\n%.*s", STR_ARG(amendment->words),
                                    (int)(drops ? amendment->actor.len : 0), amendment->actor.at);
    if (known->library == state->library && str_eq(known->words, asked))
        return &known->places;
    arena_clear(known->arena);
    known->places = (struct places){0};
    known->library = state->library;
    known->words = arena_str(known->arena, asked);
    known->example_count = 0;
    if (amendment->kind != AMEND_MERGE)
        forecast_places(state->library, amendment, known->arena, &known->places);
    while (known->example_count < known->places.len && known->example_count < FORESEEN_EXAMPLES) {
        const struct place *place = &known->places.at[known->example_count];
        known->examples[known->example_count++] = name_example(state->library, known->arena, place);
    }
    return &known->places;
}

static struct str foretell(struct state *state, enum command command, struct str line)
{
    struct arena *arena = state->prompt.arena;
    struct amendment amendment;
    struct forecast forecast;
    struct error error;
    struct buf words = {0};
    if (!naming_make(state, command, line, arena, &amendment, &error))
        return arena_str(arena, str_of(error.text));
    bool merges = amendment.kind == AMEND_MERGE;
    forecast_make(state->library, &amendment, places_of(state, &amendment), &state->counting,
                  merges ? tallies_of(state) : NULL, &forecast);
    amendment_title(&amendment, &state->library->tags, &words);
    buf_chars(&words, ": ");
    forecast_words(&forecast, &state->library->tags, &words);
    struct str sentence = arena_str(arena, buf_view(&words));
    buf_free(&words);
    return sentence;
}

/* What the line that is typed, or the row that is lit, would do. */
void naming_foresee(struct state *state)
{
    struct prompt *prompt = &state->prompt;
    bool lit = prompt->choosing && prompt->chosen.cursor < prompt->choice_count;
    struct str line = lit ? prompt->choices[prompt->chosen.cursor].text
                          : str_trim(buf_view(&prompt->line.text)),
               name;
    enum command command = prompt->command;
    struct call call;
    prompt->foreseen = STR("");
    if (command == COMMAND_command && parse_line(line, &call, &name)) {
        command = call.command;
        line = call.argument;
    }
    if (prompt->open && naming_is(command) && line.len)
        prompt->foreseen = foretell(state, command, line);
}

static struct str name_of(const struct state *state, struct str id)
{
    uint32_t actor = tags_actor(&state->library->tags, id);
    return actor == ACTOR_NONE ? id : state->library->tags.at[actor].name;
}

/* What is chosen is told in full below the rows; where nothing stands below, here. */
void naming_tell(const struct state *state, struct buf *out)
{
    const struct prompt *prompt = &state->prompt;
    struct str line = prompt->choices[prompt->chosen.cursor].text;
    if (state->options.linear)
        buf_printf(out, "%.*s; ", STR_ARG(prompt->foreseen));
    struct str words = naming_read(prompt->command, line).words;
    if (prompt->command == COMMAND_merge)
        words = name_of(state, words);
    buf_printf(out, "“%.*s”: Enter does it, Esc leaves%s; %zu of %zu",
               STR_ARG(say_cut(prompt->arena, words, WORDS_COLUMNS)),
               naming_turn(prompt->command) == COMMAND_NONE ? "" : ", ^O turns it",
               prompt->chosen.cursor + 1, prompt->choice_count);
}
