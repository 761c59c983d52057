/* SPDX-License-Identifier: ISC */
/* What can be done with a note, by its state and by whose it is, with the keys that do it. */
#include "notes.h"

#include "dossier/base/memory.h"

struct deed {
    enum command command;
    const char *label;
};

struct deeds {
    struct deed at[4];
    const char *rest; /* a remark behind them */
};

static const struct deeds of_conflict = {
    {{COMMAND_yes, "keep this version"}, {COMMAND_edit, "edit it first"}},
    "exports carry both till then"};
static const struct deeds of_changed = {
    {{COMMAND_yes, "take the new wording"}, {COMMAND_bounds, "set the bounds"}},
    "exports carry both till then"};
static const struct deeds of_moved = {
    {{COMMAND_yes, "take the new place"}, {COMMAND_bounds, "set the bounds"}}, NULL};
static const struct deeds of_ambiguous = {{{COMMAND_bounds, "choose its place"}}, NULL};
static const struct deeds of_orphan = {{{COMMAND_bounds, "attach it to a passage"}},
                                       "exports carry its old words"};
static const struct deeds of_others = {
    {{COMMAND_yes, "checked by me"}, {COMMAND_annotate, "reply"}}, NULL};
static const struct deeds of_checked = {
    {{COMMAND_no, "not checked by me"}, {COMMAND_annotate, "reply"}}, NULL};
static const struct deeds of_deleted = {{{COMMAND_yes, "bring it back"}}, NULL};
static const struct deeds of_draft = {
    {{COMMAND_open, "go on writing"}, {COMMAND_no, "throw it away"}}, NULL};

static void put(const struct state *state, const struct deed *deed, struct buf *out)
{
    struct buf keys = {0};
    keymap_keys(&state->keymap, deed->command, &keys);
    struct str rest = buf_view(&keys), first;
    if (deed->label && str_split(&rest, ' ', &first) && first.len)
        buf_printf(out, "%s%.*s %s", out->len ? "   " : "", STR_ARG(first), deed->label);
    buf_free(&keys);
}

static struct str in_words(struct arena *arena, const struct state *state,
                           const struct deeds *deeds)
{
    struct buf out = {0};
    for (size_t i = 0; deeds && i < COUNT(deeds->at); i++)
        put(state, &deeds->at[i], &out);
    if (deeds && deeds->rest)
        buf_printf(&out, "%s%s", out.len ? "   " : "", deeds->rest);
    struct str copy = arena_str(arena, buf_view(&out));
    buf_free(&out);
    return copy;
}

static bool is_checked_by_me(const struct state *state, const struct note *note)
{
    for (size_t i = 0; i < note->checked_count; i++)
        if (str_is(note->checked_by[i], state->notebook->writer))
            return true;
    return false;
}

static const struct deeds *deeds_of(const struct state *state, const struct note *note)
{
    static const struct deeds *const states[] = {[ANCHOR_EXACT] = NULL,
                                                 [ANCHOR_MOVED] = &of_moved,
                                                 [ANCHOR_CHANGED] = &of_changed,
                                                 [ANCHOR_AMBIGUOUS] = &of_ambiguous,
                                                 [ANCHOR_ORPHAN] = &of_orphan};
    bool own = notebook_owns(state->notebook, note);
    if (note->deleted)
        return own ? &of_deleted : NULL;
    if (!own)
        return is_checked_by_me(state, note) ? &of_checked : &of_others;
    return note->clash.len ? &of_conflict : states[note->state];
}

struct str notes_deeds(struct arena *arena, const struct state *state, const struct note *note)
{
    return in_words(arena, state, deeds_of(state, note));
}

struct str notes_draft_deeds(struct arena *arena, const struct state *state)
{
    return in_words(arena, state, &of_draft);
}
