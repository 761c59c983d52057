/* SPDX-License-Identifier: ISC */
#include "note_edit.h"

#include "caret.h"
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "rows.h"
#include "said.h"
#include "say.h"

#include <string.h>

/* SPAN without white space at its ends. */
static struct span trim(struct str text, struct span span)
{
    while (span.start < span.end) {
        size_t next = span.start;
        if (!char_is_space(utf8_next(text, &next)))
            break;
        span.start = (uint32_t)next;
    }
    while (span.end > span.start) {
        size_t before = span.end;
        if (!char_is_space(utf8_before(text, &before)))
            break;
        span.end = (uint32_t)before;
    }
    return span;
}

static bool target_text(struct state *state, struct note_target *target)
{
    const struct article *article = state_article(state);
    if (!article)
        return false;
    target->article = state->cursor.article;
    if (!article->text.len)
        return true;
    target->span =
        trim(article->text, state->selecting ? state_selection(state)
                                             : caret_sentence_at(article, state->cursor.at));
    return true;
}

static bool target_list(struct state *state, struct note_target *target)
{
    target->article = rows_article(state);
    return target->article != ARTICLE_NONE;
}

static bool target_cast(struct state *state, struct note_target *target)
{
    uint32_t actor = rows_actor(state);
    if (actor != ACTOR_NONE)
        target->about = state->library->tags.at[actor].id;
    return actor != ACTOR_NONE;
}

static bool target_places(struct state *state, struct note_target *target)
{
    size_t i = rows_place(state);
    if (i >= state->thread.len)
        return false;
    const struct thread_place *place = &state->thread.at[i];
    const struct article *article = corpus_article(&state->library->corpus, place->article);
    target->article = place->article;
    target->span = trim(article->text, caret_sentence_at(article, place->span.start));
    return true;
}

static bool target_said(struct state *state, struct note_target *target)
{
    const struct said_row *row = said_here(state);
    if (!row)
        return false;
    target->article = row->article;
    target->span = row->quotation.span;
    return true;
}

static bool target_notes(struct state *state, struct note_target *target)
{
    const struct note *note = rows_note(state);
    if (!note || (note->number == ARTICLE_NONE && !note->about.len))
        return false;
    target->article = note->number;
    target->about = note->about;
    if (note_is_placed(note))
        target->span = note->span;
    return true;
}

/* The sentence that speaks of the time; the article, where it is its own date. */
static bool target_times(struct state *state, struct note_target *target)
{
    struct time_row row;
    if (!timeline_row_here(state, &row))
        return false;
    const struct article *article = corpus_article(&state->library->corpus, row.article);
    target->article = row.article;
    if (row.said.basis != TIME_PUBLICATION)
        target->span = trim(article->text, caret_sentence_at(article, row.said.span.start));
    return true;
}

bool note_find_target(struct state *state, struct note_target *target)
{
    static const struct {
        unsigned context;
        bool (*find)(struct state *state, struct note_target *target);
    } finders[] = {
        {CONTEXT_LIST, target_list},
        {CONTEXT_CAST, target_cast},
        {CONTEXT_NOTES, target_notes},
        {CONTEXT_PLACES, target_places},
        {CONTEXT_TIMES | CONTEXT_TIMELINE, target_times},
        {CONTEXT_SAID, target_said},
        {CONTEXT_ALL, target_text},
    };
    unsigned context = state_context(state);
    *target = (struct note_target){.article = ARTICLE_NONE, .about = STR("")};
    for (size_t i = 0; i < COUNT(finders); i++)
        if (finders[i].context & context) {
            bool found = finders[i].find(state, target);
            if (!found)
                say_wrong(state, "there is nothing here to write a note on");
            return found;
        }
    return false;
}

struct note note_new(const struct state *state, struct arena *arena,
                     const struct note_target *target)
{
    struct note note = {.number = target->article,
                        .span = target->span,
                        .has_passage = target->span.start < target->span.end,
                        .about = arena_str(arena, target->about),
                        .created = state->now,
                        .modified = state->now};
    if (target->article != ARTICLE_NONE)
        note.article =
            arena_str(arena, corpus_article(&state->library->corpus, target->article)->path);
    if (state->notebook)
        note.by = arena_str(arena, str_of(state->notebook->writer));
    return note;
}

struct note note_answer(const struct state *state, struct arena *arena, const struct note *note)
{
    struct note reply = note_copy(arena, note);
    struct note_target target = {note->number, note->span, note->about};
    struct note bare = note_new(state, arena, &target);
    reply.by = bare.by;
    reply.created = reply.modified = state->now;
    reply.replies_to = reply.id;
    reply.id = reply.text = reply.conflict = reply.clash = reply.extra = STR("");
    reply.tag_count = reply.checked_count = 0;
    reply.news = NEWS_NONE;
    if (note_is_placed(note)) /* else it stands where the other stood */
        reply.sha256 = STR("");
    return reply;
}

/* LAST is on TARGET already: two notes of a thread may stand on the same words. */
static bool is_noted(const struct note *last, const struct note_target *target)
{
    return last->number == target->article && last->span.start == target->span.start &&
           last->span.end == target->span.end;
}

/* On the words found, as note add --find does it: two places in one sentence are two findings. */
struct note *note_ticked(const struct state *state, struct arena *arena, size_t *count)
{
    struct note *notes = arena_many(arena, struct note, state->thread.len + 1);
    *count = 0;
    for (size_t i = 0; i < state->thread.len; i++) {
        const struct thread_place *place = &state->thread.at[i];
        const struct article *article = corpus_article(&state->library->corpus, place->article);
        struct note_target target = {place->article, trim(article->text, place->span), STR("")};
        if (place->ticked && !(*count && is_noted(&notes[*count - 1], &target)))
            notes[(*count)++] = note_new(state, arena, &target);
    }
    return notes;
}
