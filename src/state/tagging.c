/* SPDX-License-Identifier: ISC */
#include "tagging.h"

#include "ask.h"
#include "dossier/base/memory.h"
#include "prompt.h"
#include "say.h"

#include <string.h>

bool tagging_is_open(const struct state *state)
{
    return state->prompt.open && state->prompt.command == COMMAND_note_tags &&
           state->tagging.id.len;
}

void tagging_open(struct state *state, const struct note *note)
{
    struct tagging *tagging = &state->tagging;
    struct arena *arena = tagging->arena;
    arena_clear(arena);
    *tagging = (struct tagging){.arena = arena, .id = arena_str(arena, note->id)};
    for (size_t i = 0; i < note->tag_count; i++)
        *vec_add(arena, &tagging->tags) =
            arena_str(arena, tags_now(&state->library->tags, note->tags[i]));
    struct str name = ask_name(state, arena, note);
    prompt_open(state, COMMAND_note_tags, STR(""));
    state->prompt.label =
        arena_printf(arena, "tags of %.*s: #", STR_ARG(str_sub(name, strlen("the "), name.len)));
}

static void close_prompt(struct state *state)
{
    prompt_close(state);
    state->tagging.id = STR("");
}

static void turn(struct state *state, struct str tag)
{
    struct tagging *tagging = &state->tagging;
    for (size_t i = 0; i < tagging->tags.len; i++)
        if (str_eq(tagging->tags.at[i], tag)) {
            tagging->tags.len--;
            memmove(&tagging->tags.at[i], &tagging->tags.at[i + 1],
                    (tagging->tags.len - i) * sizeof *tagging->tags.at);
            return;
        }
    *vec_add(tagging->arena, &tagging->tags) = arena_str(tagging->arena, tag);
}

void tagging_turn(struct state *state, struct effects *out)
{
    struct prompt *prompt = &state->prompt;
    bool typed = prompt->line.text.len > 0;
    size_t row = prompt->chosen.cursor;
    if (!prompt->choosing || row >= prompt->choice_count) {
        tagging_done(state, out);
        return;
    }
    turn(state, arena_str(state->tagging.arena, prompt->choices[row].text));
    editline_set(&prompt->line, STR(""));
    prompt_changed(state);
    if (!typed) { /* the reader goes on down the rows */
        prompt->choosing = prompt->choice_count > 0;
        list_go(&prompt->chosen, row);
    }
}

/* The note has exactly the tags that are ticked. */
static bool has_all(const struct state *state, const struct note *note)
{
    const struct tagging *tagging = &state->tagging;
    if (note->tag_count != tagging->tags.len)
        return false;
    for (size_t i = 0; i < note->tag_count; i++)
        if (!str_eq(tags_now(&state->library->tags, note->tags[i]), tagging->tags.at[i]))
            return false;
    return true;
}

void tagging_done(struct state *state, struct effects *out)
{
    const struct note *note = ask_stored(state, state->tagging.id);
    struct arena *arena = arena_new();
    close_prompt(state);
    if (!note) {
        say_wrong(state, "the note is not here any more");
    } else if (has_all(state, note)) {
        say(state, "the tags are as they were");
    } else {
        struct note tagged = note_copy(arena, note);
        tagged.tags = state->tagging.tags.at;
        tagged.tag_count = state->tagging.tags.len;
        tagged.modified = state->now;
        ask_put(state, &tagged, 1, tagged.tag_count ? "has other tags" : "has no tags", out);
    }
    arena_free(arena);
}

void tagging_drop(struct state *state)
{
    close_prompt(state);
    say(state, "the tags are left as they were");
}
