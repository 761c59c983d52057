/* SPDX-License-Identifier: ISC */
/* While a #tag is typed in a note, the tags that it may become are offered, those used last first.
 * None is lit till the reader asks for one, so that Esc saves and Enter ends a line as ever. */
#include "note_edit.h"

#include "choices.h"
#include "dossier/base/memory.h"
#include "say.h"

/* Where the tag begun before the cursor has its #, or -1. */
static ptrdiff_t tag_begun(const struct editline *line)
{
    struct str text = buf_view(&line->text);
    size_t at = line->cursor;
    while (at > 0 && text.at[at - 1] != ' ' && text.at[at - 1] != '\n' && text.at[at - 1] != '#')
        at--;
    bool begins = at > 0 && text.at[at - 1] == '#' &&
                  (at == 1 || text.at[at - 2] == ' ' || text.at[at - 2] == '\n');
    return begins ? (ptrdiff_t)at - 1 : -1;
}

void note_hide_tags(struct state *state)
{
    struct prompt *prompt = &state->prompt;
    if (prompt->open)
        return;
    prompt->choosing = false;
    prompt->choices = NULL;
    prompt->choice_count = 0;
    prompt->chosen = (struct list){.count = 0};
}

void note_offer_tags(struct state *state)
{
    const struct editline *line = &state->editor.text;
    ptrdiff_t from = tag_begun(line);
    note_hide_tags(state);
    if (from < 0)
        return;
    struct str begun = str_sub(buf_view(&line->text), (size_t)from + 1, line->cursor);
    choices_tags(state, begun);
    const struct prompt *prompt = &state->prompt;
    if (prompt->choice_count == 1 && str_eq(prompt->choices[0].text, begun))
        note_hide_tags(state);
}

bool note_step_tags(struct state *state, int by)
{
    struct prompt *prompt = &state->prompt;
    if (!prompt->choice_count || (!prompt->choosing && by < 0)) {
        note_hide_tags(state);
        return false;
    }
    if (prompt->choosing)
        list_move(&prompt->chosen, by);
    prompt->choosing = true;
    return true;
}

/* TAG takes the place of what was begun. */
static void put(struct state *state, size_t from, struct str tag)
{
    struct editline *line = &state->editor.text;
    struct arena *arena = arena_new();
    struct note bare = {.tags = &tag, .tag_count = 1};
    struct str text = arena_str(arena, buf_view(&line->text));
    struct str typed = note_join(arena, &bare);
    struct str after = str_sub(text, line->cursor, text.len);
    editline_set(line, arena_printf(arena, "%.*s%.*s%.*s", STR_ARG(str_sub(text, 0, from)),
                                    STR_ARG(typed), STR_ARG(after)));
    line->cursor = from + typed.len;
    arena_free(arena);
}

bool note_take_tag(struct state *state, bool any)
{
    const struct prompt *prompt = &state->prompt;
    ptrdiff_t from = tag_begun(&state->editor.text);
    if (from < 0 || !prompt->choice_count || !(any || prompt->choosing))
        return false;
    put(state, (size_t)from, prompt->choices[prompt->chosen.cursor].text);
    note_hide_tags(state);
    return true;
}

static bool has_tag(const struct note *note, struct str tag)
{
    for (size_t i = 0; i < note->tag_count; i++)
        if (str_eq(note->tags[i], tag))
            return true;
    return false;
}

void note_add_tags(struct arena *arena, struct note *note, const struct str *more, size_t count)
{
    struct str *tags = arena_many(arena, struct str, note->tag_count + count + 1);
    for (size_t i = 0; i < note->tag_count; i++)
        tags[i] = note->tags[i];
    note->tags = tags;
    for (size_t i = 0; i < count; i++)
        if (!has_tag(note, more[i]))
            tags[note->tag_count++] = more[i];
}
