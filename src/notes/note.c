/* SPDX-License-Identifier: ISC */
#include "dossier/notes/note.h"

#include "dossier/base/memory.h"
#include "dossier/model/article.h"

bool note_is_placed(const struct note *note)
{
    return note->has_passage && note->number != ARTICLE_NONE && note->state <= ANCHOR_CHANGED;
}

const char *anchor_state_name(enum anchor_state state)
{
    static const char *const names[] = {
        [ANCHOR_EXACT] = "exact",         [ANCHOR_MOVED] = "moved",   [ANCHOR_CHANGED] = "changed",
        [ANCHOR_AMBIGUOUS] = "ambiguous", [ANCHOR_ORPHAN] = "orphan",
    };
    return (size_t)state < COUNT(names) ? names[state] : "orphan";
}

struct note note_copy(struct arena *arena, const struct note *note)
{
    struct note copy = *note;
    struct str *const texts[] = {
        &copy.id,    &copy.article,  &copy.sha256, &copy.quote,      &copy.before,
        &copy.after, &copy.about,    &copy.text,   &copy.replies_to, &copy.by,
        &copy.file,  &copy.conflict, &copy.extra,  &copy.clash,
    };
    for (size_t i = 0; i < COUNT(texts); i++)
        *texts[i] = arena_str(arena, *texts[i]);
    copy.tags = arena_many(arena, struct str, note->tag_count);
    for (size_t i = 0; i < note->tag_count; i++)
        copy.tags[i] = arena_str(arena, note->tags[i]);
    copy.places = arena_many(arena, struct span, note->place_count);
    for (size_t i = 0; i < note->place_count; i++)
        copy.places[i] = note->places[i];
    copy.checked_by = arena_many(arena, struct str, note->checked_count);
    for (size_t i = 0; i < note->checked_count; i++)
        copy.checked_by[i] = arena_str(arena, note->checked_by[i]);
    return copy;
}
