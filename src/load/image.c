/* SPDX-License-Identifier: ISC */
/* Taking up what was kept. Nothing in it is trusted that could lead out of it: names have no
 * slashes, numbers are held to their ranges, and segments look after themselves. */
#include "image.h"
#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "image_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VERSION 2

uint64_t image_stamp(void)
{
    const uint64_t sizes[] = {segment_stamp(), VERSION, sizeof(struct kept_part),
                              sizeof(struct kept_problem)};
    return flat_hash(0, (struct str){(const char *)sizes, sizeof sizes});
}

const char *image_folder(struct arena *arena, const char *folder)
{
    return path_xdg_for(arena, XDG_CACHE, folder);
}

/* The next SIZE bytes of REST; false where there are fewer. */
static bool take(struct str *rest, size_t size, struct str *out)
{
    if (size > rest->len)
        return false;
    *out = str_sub(*rest, 0, size);
    *rest = str_sub(*rest, size, rest->len);
    return true;
}

static bool open_problems(struct str kept, struct problems *out)
{
    struct kept_problem head;
    struct str part, file, code, message;
    while (kept.len) {
        if (!take(&kept, sizeof head, &part))
            return false;
        memcpy(&head, part.at, sizeof head);
        if (!take(&kept, head.file, &file) || !take(&kept, head.code, &code) ||
            !take(&kept, head.message, &message))
            return false;
        problem_add(out, head.severity ? SEVERITY_WARNING : SEVERITY_ERROR, file, (int)head.line,
                    (int)head.column, arena_chars(out->arena, code), "%.*s", STR_ARG(message));
    }
    return true;
}

static bool open_parts(const char *where, struct str kept, struct library *library)
{
    size_t count = kept.len / sizeof(struct kept_part);
    const struct kept_part *parts = (const struct kept_part *)kept.at;
    for (size_t i = 0; i < count; i++) {
        char name[SEGMENT_NAME + sizeof IMAGE_ENDING];
        snprintf(name, sizeof name, "%.*s" IMAGE_ENDING, SEGMENT_NAME, parts[i].name);
        struct segment *segment =
            strchr(name, '/') ? NULL : segment_open(path_join(library->arena, where, name));
        if (!segment)
            return false;
        library_take(library, segment);
        if (library->corpus.parts[i].first != parts[i].first)
            return false;
    }
    return count > 0;
}

/* The numbers of a section, held to be below LIMIT each. */
static bool are_below(struct str section, size_t count, size_t limit)
{
    const uint32_t *numbers = (const uint32_t *)section.at;
    if (section.len != count * sizeof *numbers)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (numbers[i] >= limit)
            return false;
    }
    return true;
}

static bool open_orders(const struct flat *flat, struct corpus *corpus)
{
    struct counts counts;
    const struct str *kept = flat->sections;
    if (kept[KEPT_COUNTS].len != sizeof counts)
        return false;
    memcpy(&counts, kept[KEPT_COUNTS].at, sizeof counts);
    if (counts.numbers != corpus->numbers || counts.gone_numbers > counts.numbers ||
        !are_below(kept[KEPT_BY_PATH], counts.len, counts.numbers) ||
        !are_below(kept[KEPT_BY_DATE], counts.len, counts.numbers) ||
        !are_below(kept[KEPT_RANK], counts.numbers, counts.len + 1) ||
        (counts.gone_numbers &&
         kept[KEPT_GONE].len != (counts.gone_numbers / 64 + 1) * sizeof *corpus->gone))
        return false;
    corpus->len = counts.len;
    corpus->by_path = (const uint32_t *)kept[KEPT_BY_PATH].at;
    corpus->by_date = (const uint32_t *)kept[KEPT_BY_DATE].at;
    corpus->rank = (const uint32_t *)kept[KEPT_RANK].at;
    corpus->gone_numbers = counts.gone_numbers;
    corpus->gone = counts.gone_numbers ? (uint64_t *)kept[KEPT_GONE].at : NULL;
    return true;
}

static bool open_all(const char *where, const char *real, struct flat *flat,
                     struct library *library)
{
    return flat_open(path_join(library->arena, where, IMAGE_LIST), IMAGE_KIND, image_stamp(),
                     KEPT_SECTIONS, flat) &&
           str_is(flat->sections[KEPT_FOLDER], real) &&
           open_parts(where, flat->sections[KEPT_PARTS], library) &&
           open_orders(flat, &library->corpus) &&
           open_problems(flat->sections[KEPT_PROBLEMS], &library->problems);
}

bool image_open(const char *folder, struct library *library)
{
    const char *where = image_folder(library->arena, folder);
    struct flat *flat = memory_get(sizeof *flat);
    if (where && open_all(where, path_real(library->arena, folder), flat, library)) {
        corpus_reopen(&library->corpus, flat);
        library->title = arena_str(library->arena, flat->sections[KEPT_TITLE]);
        return true;
    }
    flat_close(flat);
    free(flat);
    corpus_close(&library->corpus);
    library->problems.len = 0;
    return false;
}

bool image_is_sound(const struct library *library)
{
    const struct flat *orders = corpus_kept(&library->corpus);
    bool sound = !orders || flat_is_sound(orders);
    for (size_t i = 0; i < library->corpus.part_count && sound; i++)
        sound = segment_is_sound(library->corpus.parts[i].segment);
    return sound;
}
