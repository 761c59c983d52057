/* SPDX-License-Identifier: ISC */
#include "ids.h"

#include "dossier/base/memory.h"

#include <string.h>

void ids_free(struct ids *ids)
{
    free(ids->slots);
    *ids = (struct ids){0};
}

static void put(struct ids *ids, const struct note *notes, uint32_t place)
{
    size_t mask = ids->cap - 1;
    size_t at = (size_t)str_hash(notes[place].id) & mask;
    while (ids->slots[at])
        at = (at + 1) & mask;
    ids->slots[at] = place + 1;
    ids->used++;
}

/* Room for COUNT, at most half full. */
static void make_room(struct ids *ids, const struct note *notes, size_t count)
{
    if (ids->cap >= count * 2)
        return;
    struct ids old = *ids;
    *ids = (struct ids){.cap = 64};
    while (ids->cap < count * 3)
        ids->cap *= 2;
    ids->slots = memory_get(ids->cap * sizeof *ids->slots);
    for (size_t i = 0; i < old.cap; i++) {
        if (old.slots[i] && old.slots[i] != IDS_NONE)
            put(ids, notes, old.slots[i] - 1);
    }
    free(old.slots);
}

void ids_build(struct ids *ids, const struct note *notes, size_t count)
{
    ids_free(ids);
    make_room(ids, notes, count);
    for (size_t i = 0; i < count; i++)
        put(ids, notes, (uint32_t)i);
}

void ids_add(struct ids *ids, const struct note *notes, uint32_t place)
{
    make_room(ids, notes, ids->used + 1);
    put(ids, notes, place);
}

void ids_remove(struct ids *ids, const struct note *notes, uint32_t place)
{
    size_t mask = ids->cap - 1;
    size_t at = (size_t)str_hash(notes[place].id) & mask;
    while (ids->slots[at] != place + 1)
        at = (at + 1) & mask;
    ids->slots[at] = IDS_NONE;
}

void ids_shift(struct ids *ids, uint32_t from, int by)
{
    for (size_t i = 0; i < ids->cap; i++) {
        if (ids->slots[i] > from && ids->slots[i] != IDS_NONE)
            ids->slots[i] += (uint32_t)by;
    }
}

uint32_t ids_find(const struct ids *ids, const struct note *notes, struct str id, size_t *step)
{
    size_t hash = (size_t)str_hash(id);
    while (*step < ids->cap) {
        uint32_t slot = ids->slots[(hash + (*step)++) & (ids->cap - 1)];
        if (!slot)
            break;
        if (slot != IDS_NONE && str_eq(notes[slot - 1].id, id))
            return slot - 1;
    }
    *step = ids->cap;
    return IDS_NONE;
}
