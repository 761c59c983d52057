/* SPDX-License-Identifier: ISC */
#include "lookup.h"

struct lookup_slot {
    struct str name;
    uint32_t number;
    bool taken;
};

static struct lookup_slot *slot_of(struct lookup_slot *slots, size_t places, struct str name)
{
    size_t at = (size_t)str_hash(name) & (places - 1);
    while (slots[at].taken && !str_eq(slots[at].name, name))
        at = (at + 1) & (places - 1);
    return &slots[at];
}

static void grow(struct arena *arena, struct lookup *ids)
{
    size_t places = ids->places ? ids->places * 2 : 64;
    struct lookup_slot *slots = arena_many(arena, struct lookup_slot, places);
    for (size_t i = 0; i < ids->places; i++) {
        if (ids->slots[i].taken)
            *slot_of(slots, places, ids->slots[i].name) = ids->slots[i];
    }
    ids->slots = slots;
    ids->places = places;
}

uint32_t lookup_add(struct arena *arena, struct lookup *ids, struct str name, uint32_t number)
{
    if (ids->len * 2 >= ids->places)
        grow(arena, ids);
    struct lookup_slot *slot = slot_of(ids->slots, ids->places, name);
    if (!slot->taken) {
        *slot = (struct lookup_slot){name, number, true};
        ids->len++;
    }
    return slot->number;
}

uint32_t lookup_find(const struct lookup *ids, struct str name)
{
    if (!ids->places)
        return LOOKUP_NONE;
    const struct lookup_slot *slot = slot_of(ids->slots, ids->places, name);
    return slot->taken ? slot->number : LOOKUP_NONE;
}
