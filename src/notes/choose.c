/* SPDX-License-Identifier: ISC */
#include "dossier/notes/choose.h"

#include "dossier/base/memory.h"

bool choose_read(struct arena *arena, const struct library *library, struct str words, bool lenient,
                 struct choose *out, struct error *error)
{
    (void)words;
    (void)lenient;
    (void)error;
    *out = (struct choose){.arena = arena, .library = library};
    return true;
}

bool choose_add(struct choose *choose, enum choose_kind kind, struct str value, struct error *error)
{
    (void)choose;
    (void)kind;
    (void)value;
    (void)error;
    return true;
}

bool choose_takes(const struct choose *choose, const struct note *note)
{
    (void)choose;
    (void)note;
    return true;
}

void choose_notes(struct arena *arena, const struct choose *choose, const struct notebook *notebook,
                  bool private, struct chosen_notes *out)
{
    for (size_t i = 0; i < notebook->len; i++) {
        const struct note *note = &notebook->at[i];
        if ((private || !note->is_private) && choose_takes(choose, note))
            *vec_add(arena, out) = note;
    }
}

bool choose_on_actor(const struct library *library, const struct note *note, uint32_t actor)
{
    return str_eq(note->about, library->tags.at[actor].id);
}

int choose_need(const struct note *note)
{
    return note->state == ANCHOR_EXACT ? 6 : 1;
}
