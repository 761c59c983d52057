/* SPDX-License-Identifier: ISC */
/* A segment in a file: its sections as they lie in memory, so that to read it is to map it. */
#include "dossier/base/flat.h"
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "gaps.h"
#include "sections.h"

#include <stdlib.h>
#include <string.h>

#define KIND 0x676D6573 /* "segm" */
#define VERSION 5       /* raised when sections, or what words and spellings are, change */

uint64_t segment_stamp(void)
{
    const uint64_t sizes[] = {VERSION,
                              sizeof(struct record),
                              sizeof(struct more),
                              sizeof(struct entry),
                              sizeof(struct holder),
                              sizeof(struct recurring_line),
                              offsetof(struct record, look)};
    uint64_t hash = flat_hash(0, (struct str){(const char *)sizes, sizeof sizes});
    /* the library decides what a letter is */
    return flat_hash(hash, str_of(chars_version()));
}

bool segment_save(const struct segment *segment, const char *path, struct error *error)
{
    struct str sections[SECTION_COUNT], entries = {0}, places = {0};
    for (size_t i = 0; i < SECTION_COUNT; i++)
        sections[i] = (struct str){segment->at[i], (size_t)segment->size[i]};
    if (segment->made) {
        section_flatten(segment, &entries, &places);
        sections[SECTION_SPELLINGS] = entries;
        sections[SECTION_PLACES] = places;
        sections[SECTION_ORDER].at = (const char *)section_order(segment);
        sections[SECTION_ORDER].len = (size_t)segment->size[SECTION_WORDS] - sizeof(uint32_t);
    }
    bool ok = flat_save(path, KIND, segment_stamp(), sections, SECTION_COUNT, error);
    free((void *)entries.at);
    free((void *)places.at);
    return ok;
}

static void free_mapping(struct segment *segment)
{
    flat_close(segment->owner);
    free(segment->owner);
}

/* The sections are as long as each other wants them to be. */
static bool fits(const struct segment *segment)
{
    const uint64_t *size = segment->size;
    uint64_t articles = size[SECTION_RECORDS] / sizeof(struct record);
    uint64_t slots = size[SECTION_SLOTS] / sizeof(uint32_t);
    return articles < UINT32_MAX && size[SECTION_STARTS] == articles * sizeof(uint32_t) &&
           size[SECTION_TOKENS] == (articles + 1) * sizeof(uint32_t) &&
           size[SECTION_TEXTS] < UINT32_MAX && size[SECTION_SPELLINGS] >= sizeof(struct entry) &&
           size[SECTION_WORDS] >= sizeof(uint32_t) && slots && (slots & (slots - 1)) == 0 &&
           size[SECTION_PLACES] >= GAPS_PADDING &&
           size[SECTION_BY_KEY] / sizeof(uint32_t) ==
               size[SECTION_LINES] / sizeof(struct recurring_line);
}

struct segment *segment_open(const char *path)
{
    struct flat *flat = memory_get(sizeof *flat);
    if (!flat_open(path, KIND, segment_stamp(), SECTION_COUNT, flat)) {
        free(flat);
        return NULL;
    }
    struct segment *segment = memory_get(sizeof *segment);
    segment->owner = flat;
    segment->free = free_mapping;
    atomic_store(&segment->holders, 1);
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        segment->at[i] = flat->sections[i].at;
        segment->size[i] = flat->sections[i].len;
    }
    struct str name = path_base(str_of(path));
    if (name.len >= SEGMENT_NAME)
        memcpy(segment->name, name.at, SEGMENT_NAME);
    if (fits(segment))
        return segment;
    segment_release(segment);
    return NULL;
}

bool segment_is_sound(const struct segment *segment)
{
    return segment->made || flat_is_sound(segment->owner);
}

const char *segment_name(const struct segment *segment)
{
    return segment->name;
}

void segment_call(struct segment *segment, const char *name)
{
    memcpy(segment->name, name, SEGMENT_NAME);
}
