/* SPDX-License-Identifier: ISC */
/* Tags: of a note, and what they are called and mean in the whole dossier. */
#include "act.h"
#include "ask.h"
#include "dossier/base/memory.h"
#include "rows.h"
#include "say.h"
#include "tag_counts.h"
#include "tagging.h"

/* The first tag of *WORDS, perhaps with a # and in quotation marks; *WORDS is what follows. */
static struct str next_tag(struct str *words)
{
    struct str rest = str_trim(*words), tag;
    if (rest.len && rest.at[0] == '#')
        rest = str_sub(rest, 1, rest.len);
    if (rest.len && rest.at[0] == '"') {
        rest = str_sub(rest, 1, rest.len);
        str_split(&rest, '"', &tag);
    } else {
        str_split(&rest, ' ', &tag);
    }
    *words = str_trim(rest);
    return tag;
}

/* Adds the tags of WORDS to the note, and takes away those with a minus. */
static void change_tags(struct state *state, const struct note *note, struct str words,
                        struct effects *out)
{
    struct {
        struct str *at;
        size_t len, cap;
    } tags = {0};
    struct arena *arena = arena_new();
    struct note tagged = note_copy(arena, note);
    for (size_t i = 0; i < note->tag_count; i++)
        *vec_add(arena, &tags) = tags_now(&state->library->tags, note->tags[i]);
    while (words.len) {
        bool away = words.at[0] == '-';
        if (away || words.at[0] == '+')
            words = str_sub(words, 1, words.len);
        struct str tag = next_tag(&words);
        size_t i = 0;
        while (i < tags.len && !str_eq(tags.at[i], tag))
            i++;
        if (away && i < tags.len)
            tags.at[i] = tags.at[--tags.len];
        else if (!away && i == tags.len && tag.len)
            *vec_add(arena, &tags) = arena_str(arena, tag);
    }
    tagged.tags = tags.at;
    tagged.tag_count = tags.len;
    tagged.modified = state->now;
    ask_put(state, &tagged, 1, tags.len ? "has other tags" : "has no tags", out);
    arena_free(arena);
}

ACT(note_tags)
{
    const struct note *note =
        state_context(state) == CONTEXT_NOTES ? rows_note(state) : state_note(state);
    if (!note)
        say_wrong(state, "no note is under the cursor; a writes one, with its #tags at the end");
    else if (!ask_is_own(state, note, "tag"))
        return;
    else if (call->argument.len)
        change_tags(state, note, call->argument, out);
    else
        tagging_open(state, note);
}

/* What is known of TAG; NULL, and said so, where no note and no article has it. */
static const struct tag_count *find_tag(struct state *state, struct arena *arena, struct str tag)
{
    struct tag_counts counts;
    tag_counts_make(arena, state, &counts);
    const struct tag_count *count = tag_counts_find(&counts, tags_now(&state->library->tags, tag));
    if (!count)
        say_wrong(state, "no note and no article has the tag #%.*s; # shows all there are",
                  STR_ARG(tag));
    return count;
}

ACT(tag_describe)
{
    struct str words = call->argument, tag = next_tag(&words);
    struct arena *arena = arena_new();
    const struct tag_count *count = find_tag(state, arena, tag);
    const struct tag_entry *entry = tags_entry_of(&state->library->tags, tag);
    if (!count)
        ;
    else if (!words.len && !(entry && entry->description.len))
        say_wrong(state, "what does #%.*s mean? :tag-describe %.*s and the words", STR_ARG(tag),
                  STR_ARG(tag));
    else
        ask_tags(state, TAGS_DESCRIBE, count->tag, words, out);
    arena_free(arena);
}

ACT(tag_rename)
{
    struct str words = call->argument, from = next_tag(&words), to = next_tag(&words);
    struct arena *arena = arena_new();
    const struct tag_count *count = find_tag(state, arena, from);
    if (!count) {
        ;
    } else if (!to.len || words.len) {
        say_wrong(state, "a tag is renamed with two words, the old and the new; words with spaces "
                         "stand in \"…\"");
    } else if (str_eq(tags_now(&state->library->tags, to), count->tag)) {
        say_wrong(state, "#%.*s is called so already", STR_ARG(count->tag));
    } else {
        struct tag_counts counts;
        tag_counts_make(arena, state, &counts);
        const struct tag_count *there = tag_counts_find(&counts, to);
        struct str notes = say_count(state->arena, count->notes, "note", "notes");
        struct str articles = say_count(state->arena, count->articles, "article", "articles");
        ask_tags(state, TAGS_RENAME, count->tag, to, out);
        state->step.did =
            arena_printf(state->arena,
                         there ? "is merged into #%.*s, which was there, with its %.*s and %.*s"
                               : "is #%.*s now, in %.*s and %.*s",
                         STR_ARG(to), STR_ARG(notes), STR_ARG(articles));
    }
    arena_free(arena);
}
