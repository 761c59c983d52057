/* SPDX-License-Identifier: ISC */
/* A note is taken where all terms of one alternative hold. Each kind of term is one question. */
#include "dossier/notes/choose.h"

#include "choose_states.h"
#include "dossier/base/memory.h"
#include "dossier/text/fold.h"

#include <string.h>

static bool is_conflict(const struct note *note)
{
    return note->clash.len > 0;
}

static bool is_new(const struct note *note)
{
    return note->news != NEWS_NONE;
}

static bool is_checked(const struct note *note)
{
    return note->checked_count > 0;
}

static bool is_private(const struct note *note)
{
    return note->is_private;
}

static bool is_reply(const struct note *note)
{
    return note->replies_to.len > 0;
}

static bool is_deleted(const struct note *note)
{
    return note->deleted != 0;
}

static const struct {
    const char *name;
    bool (*holds)(const struct note *note); /* NULL: the anchor's state of this name */
} states[] = {
    {"exact", NULL},     {"moved", NULL},         {"changed", NULL},
    {"ambiguous", NULL}, {"orphan", NULL},        {"conflict", is_conflict},
    {"new", is_new},     {"checked", is_checked}, {"private", is_private},
    {"reply", is_reply}, {"deleted", is_deleted},
};

bool choose_state(struct str word, uint32_t *out)
{
    for (size_t i = 0; i < COUNT(states); i++) {
        if (str_eq_nocase(word, str_of(states[i].name))) {
            *out = (uint32_t)i;
            return true;
        }
    }
    return false;
}

static bool is_in_state(const struct note *note, uint32_t state)
{
    return states[state].holds ? states[state].holds(note)
                               : !strcmp(anchor_state_name(note->state), states[state].name);
}

static void add_folded(struct str s, struct buf *out)
{
    fold_key(s, out);
    buf_char(out, '\n');
}

void choose_words(const struct note *note, struct buf *out)
{
    const struct str parts[] = {note->text, note->quote, note->article,
                                note->id,   note->by,    note->about};
    for (size_t i = 0; i < COUNT(parts); i++)
        add_folded(parts[i], out);
    for (size_t i = 0; i < note->tag_count; i++)
        add_folded(note->tags[i], out);
}

static bool has_words(const struct note *note, struct str folded)
{
    struct buf key = {0};
    choose_words(note, &key);
    bool found = !folded.len || str_find(buf_view(&key), folded, 0) >= 0;
    buf_free(&key);
    return found;
}

static bool has_tag(const struct note *note, const struct choose_term *term)
{
    for (size_t i = 0; i < note->tag_count; i++) {
        if (str_eq(note->tags[i], term->text) ||
            (term->number && str_starts(note->tags[i], term->text)))
            return true;
    }
    return false;
}

bool choose_on_actor(const struct library *library, const struct note *note, uint32_t actor)
{
    const struct cast *cast = &library->cast;
    if (str_eq(note->about, library->tags.at[actor].id))
        return true;
    if (!note_is_placed(note))
        return false;
    for (uint32_t i = cast->of[note->number].first; i < cast->of[note->number].end; i++) {
        const struct mention *mention = &cast->at[i];
        if (mention_counts(mention) && mention_is_of(cast, mention, actor) &&
            span_meets(mention->span, note->span))
            return true;
    }
    return false;
}

static bool holds(const struct choose *choose, const struct choose_term *term,
                  const struct note *note)
{
    switch (term->kind) {
    case CHOOSE_WORDS:
        return has_words(note, term->text);
    case CHOOSE_TAG:
        return has_tag(note, term);
    case CHOOSE_ACTOR:
        return choose_on_actor(choose->library, note, term->number);
    case CHOOSE_ARTICLE:
        return note->number == term->number;
    case CHOOSE_WRITER:
        return str_eq(note->by, term->text);
    case CHOOSE_STATE:
        return is_in_state(note, term->number);
    case CHOOSE_SINCE:
        return note->modified >= term->moment || note->created >= term->moment;
    }
    return false;
}

bool choose_takes(const struct choose *choose, const struct note *note)
{
    size_t at = 0;
    for (size_t i = 0; i < choose->besides.len; i++) {
        if (!holds(choose, &choose->besides.at[i], note))
            return false;
    }
    for (size_t i = 0; i < choose->ends.len; i++) {
        bool all = true;
        for (; at < choose->ends.at[i]; at++)
            all = all && holds(choose, &choose->terms.at[at], note) != choose->terms.at[at].turned;
        if (all)
            return true;
    }
    return !choose->terms.len;
}

static bool asks_for_deleted(const struct choose_term *term)
{
    return term->kind == CHOOSE_STATE && !term->turned && states[term->number].holds == is_deleted;
}

bool choose_wants_deleted(const struct choose *choose)
{
    for (size_t i = 0; i < choose->terms.len; i++) {
        if (asks_for_deleted(&choose->terms.at[i]))
            return true;
    }
    for (size_t i = 0; i < choose->besides.len; i++) {
        if (asks_for_deleted(&choose->besides.at[i]))
            return true;
    }
    return false;
}

static void add_chosen(struct arena *arena, const struct choose *choose, const struct note *notes,
                       size_t count, bool private, struct chosen_notes *out)
{
    for (size_t i = 0; i < count; i++) {
        if ((private || !notes[i].is_private) && choose_takes(choose, &notes[i]))
            *vec_add(arena, out) = &notes[i];
    }
}

void choose_notes(struct arena *arena, const struct choose *choose, const struct notebook *notebook,
                  bool private, struct chosen_notes *out)
{
    add_chosen(arena, choose, notebook->at, notebook->len, private, out);
    if (choose_wants_deleted(choose))
        add_chosen(arena, choose, notebook->graves, notebook->grave_len, private, out);
}

int choose_need(const struct note *note)
{
    static const int needs[] = {
        [ANCHOR_EXACT] = 6,     [ANCHOR_MOVED] = 4,  [ANCHOR_CHANGED] = 1,
        [ANCHOR_AMBIGUOUS] = 2, [ANCHOR_ORPHAN] = 3,
    };
    int need = note->clash.len ? 0 : needs[note->state];
    return need > 5 && note->news != NEWS_NONE ? 5 : need;
}
