/* SPDX-License-Identifier: ISC */
/* Tags to choose from: those that were used last come first. */
#include "choices.h"

#include "dossier/base/memory.h"
#include "rows.h"
#include "say.h"
#include "tag_counts.h"

static bool has_tag(const struct state *state, const struct note *note, struct str tag)
{
    for (size_t i = 0; note && i < note->tag_count; i++)
        if (str_eq(tags_now(&state->library->tags, note->tags[i]), tag))
            return true;
    return false;
}

static void without_sign(struct choosing *choosing)
{
    if (choosing->folded.len && choosing->folded.at[0] == '#')
        choosing->folded = str_sub(choosing->folded, 1, choosing->folded.len);
}

/* SIGN stands before its name. */
static void add(struct choosing *choosing, const struct tag_count *count, enum fuzzy fit,
                struct str text, const char *sign)
{
    struct arena *arena = choosing->arena;
    struct str name = arena_printf(arena, "%s#%.*s", sign, STR_ARG(count->tag));
    choices_add(choosing, fit, text, name, tag_counts_words(arena, choosing->state, count))
        ->weight = tag_counts_weight(count);
}

void choices_of_tags(struct choosing *choosing)
{
    struct state *state = choosing->state;
    struct tag_counts counts;
    bool editing = state->editor.open;
    const struct note *here = editing                          ? NULL
                              : rows_view(state) == VIEW_NOTES ? rows_note(state)
                                                               : state_note(state);
    without_sign(choosing);
    tag_counts_make(choosing->arena, state, &counts);
    for (size_t i = 0; i < counts.len; i++) {
        enum fuzzy fit = choices_fit(choosing, counts.at[i].tag);
        if (!choosing->folded.len && has_tag(state, here, counts.at[i].tag))
            fit = FUZZY_WHOLE;
        if (fit)
            add(choosing, &counts.at[i], fit, counts.at[i].tag, "");
    }
}

/* The words before the last one of what was typed stay as they are. */
static struct str begin_last(struct choosing *choosing)
{
    struct str typed = choosing->typed;
    size_t at = typed.len;
    while (at > 0 && typed.at[at - 1] != ' ')
        at--;
    choices_narrow(choosing, str_sub(typed, at, typed.len));
    without_sign(choosing);
    return str_sub(typed, 0, at);
}

void choices_of_tag_words(struct choosing *choosing)
{
    struct tag_counts counts;
    struct str before = begin_last(choosing);
    size_t words = 0;
    for (size_t i = 0; i < before.len; i++)
        words += before.at[i] == ' ';
    if (words > 1)
        return;
    tag_counts_make(choosing->arena, choosing->state, &counts);
    for (size_t i = 0; i < counts.len; i++) {
        enum fuzzy fit = choices_fit(choosing, counts.at[i].tag);
        struct str text =
            arena_printf(choosing->arena, "%.*s%.*s", STR_ARG(before), STR_ARG(counts.at[i].tag));
        if (fit && (words == 0 || choosing->folded.len))
            add(choosing, &counts.at[i], fit, text, "");
    }
}

static bool is_ticked(const struct state *state, struct str tag)
{
    for (size_t i = 0; i < state->tagging.tags.len; i++)
        if (str_eq(state->tagging.tags.at[i], tag))
            return true;
    return false;
}

/* What was typed, if no tag is called so: it becomes one. */
static void add_new(struct choosing *choosing, const struct tag_counts *counts)
{
    struct str tag = str_trim(choosing->typed);
    if (tag.len && tag.at[0] == '#')
        tag = str_sub(tag, 1, tag.len);
    if (tag.len && !tag_counts_find(counts, tag) && !is_ticked(choosing->state, tag))
        choices_add(choosing, FUZZY_SCATTERED, tag,
                    arena_printf(choosing->arena, "  #%.*s", STR_ARG(tag)), STR("a new tag"));
}

void choices_of_note_tags(struct choosing *choosing)
{
    struct state *state = choosing->state;
    const struct tagging *tagging = &state->tagging;
    struct tag_counts counts;
    if (!tagging->id.len) {
        choices_of_tag_words(choosing);
        return;
    }
    const struct note *note = notebook_find(state->notebook, tagging->id, NULL);
    without_sign(choosing);
    tag_counts_make(choosing->arena, state, &counts);
    size_t known = counts.len;
    for (size_t i = 0; i < known; i++) {
        const struct tag_count *count = &counts.at[i];
        enum fuzzy fit = choices_fit(choosing, count->tag);
        if (fit && !choosing->folded.len && has_tag(state, note, count->tag))
            fit = FUZZY_WHOLE; /* it stays where it is when its tick goes */
        if (fit)
            add(choosing, count, fit, count->tag, is_ticked(state, count->tag) ? "✓ " : "  ");
    }
    for (size_t i = 0; i < tagging->tags.len; i++) {
        struct str tag = tagging->tags.at[i];
        enum fuzzy fit = choices_fit(choosing, tag);
        if (fit && !tag_counts_find(&counts, tag))
            choices_add(choosing, fit, tag, arena_printf(choosing->arena, "✓ #%.*s", STR_ARG(tag)),
                        STR("a new tag"));
    }
    add_new(choosing, &counts);
}

void choices_of_graves(struct choosing *choosing)
{
    const struct notebook *notebook = choosing->state->notebook;
    for (size_t i = 0; notebook && i < notebook->grave_len; i++) {
        const struct note *note = &notebook->graves[i];
        struct str words = say_cut(choosing->arena, note->text.len ? note->text : note->quote, 60);
        enum fuzzy fit = choices_fit(choosing, words);
        if (str_starts(note->id, choosing->typed))
            fit = FUZZY_START;
        if (fit)
            choices_add(choosing, fit, note->id, str_sub(note->id, 0, 4), words)->weight =
                notebook->grave_len - i;
    }
}
