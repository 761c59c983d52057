/* SPDX-License-Identifier: ISC */
#include "stated.h"

#include "dossier/base/flat.h"

uint64_t stated_renames(const struct tags *tags)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < tags->entries.len; i++) {
        const struct tag_entry *entry = &tags->entries.at[i];
        for (size_t j = 0; j < entry->was_count; j++)
            hash = flat_hash(flat_hash(hash + 1, entry->name), entry->was[j]);
    }
    return hash;
}

static uint64_t hash_facts(const struct facts *facts)
{
    const struct str texts[] = {facts->title, facts->source, facts->author, facts->url, facts->why};
    const int64_t numbers[] = {facts->known, facts->date, facts->from, facts->to, facts->basis};
    uint64_t hash = flat_hash(1, (struct str){(const char *)numbers, sizeof numbers});
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        hash = flat_hash(hash, texts[i]);
    for (size_t i = 0; i < facts->tag_count; i++)
        hash = flat_hash(hash + 1, facts->tags[i]);
    return flat_hash(
        hash, (struct str){(const char *)facts->body.at, facts->body.len * sizeof *facts->body.at});
}

uint32_t stated_number(const struct tags_entry *entry, uint64_t renamed)
{
    if (!entry && !renamed)
        return 0;
    uint64_t hash = renamed;
    if (entry)
        hash ^= hash_facts(&entry->facts);
    return (uint32_t)(hash ^ hash >> 32) | 1;
}

uint64_t stated_all(const struct tags_entries *entries, uint64_t renamed)
{
    uint64_t hash = renamed;
    for (size_t i = 0; i < entries->len; i++)
        hash = flat_hash(hash + stated_number(&entries->at[i], renamed), entries->at[i].path);
    return hash;
}
