/* SPDX-License-Identifier: ISC */
/* Keeping what was read. A segment is written once, under a name of its own; the list last, so that
 * it never names one that is not there. */
#include "dossier/base/file.h"
#include "dossier/base/hash.h"
#include "dossier/base/memory.h"
#include "image.h"
#include "image_parts.h"

#include <string.h>

#define WORTH_IT ((uint64_t)4 << 20) /* bytes of texts: less is read as fast as it is looked up */

static struct str bytes_of(const void *at, size_t size)
{
    return (struct str){at, size};
}

static void put_problems(const struct problems *problems, struct buf *out)
{
    for (size_t i = 0; i < problems->len; i++) {
        const struct problem *problem = &problems->at[i];
        struct kept_problem head = {problem->severity == SEVERITY_WARNING,
                                    (uint32_t)problem->line,
                                    (uint32_t)problem->column,
                                    (uint32_t)problem->file.len,
                                    (uint32_t)strlen(problem->code),
                                    (uint32_t)problem->message.len};
        buf_add(out, &head, sizeof head);
        buf_str(out, problem->file);
        buf_chars(out, problem->code);
        buf_str(out, problem->message);
    }
}

/* Saves SEGMENT unless it lies there already. */
static bool save_segment(struct arena *arena, const char *where, struct segment *segment,
                         struct error *error)
{
    char name[SEGMENT_NAME + 1];
    if (segment_name(segment)[0])
        return true;
    hash_random(name, SEGMENT_NAME);
    const char *path = arena_printf(arena, "%s/%s" IMAGE_ENDING, where, name).at;
    if (!segment_save(segment, path, error))
        return false;
    segment_call(segment, name);
    return true;
}

static bool save_list(struct arena *arena, const char *where, const struct library *library,
                      struct error *error)
{
    const struct corpus *corpus = &library->corpus;
    struct kept_part *parts = arena_many(arena, struct kept_part, corpus->part_count);
    struct counts counts = {corpus->len, corpus->numbers, corpus->gone_numbers};
    struct buf problems = {0};
    for (size_t i = 0; i < corpus->part_count; i++) {
        memcpy(parts[i].name, segment_name(corpus->parts[i].segment), SEGMENT_NAME);
        parts[i].first = corpus->parts[i].first;
    }
    put_problems(&library->problems, &problems);
    const struct str sections[KEPT_SECTIONS] = {
        [KEPT_COUNTS] = bytes_of(&counts, sizeof counts),
        [KEPT_PARTS] = bytes_of(parts, corpus->part_count * sizeof *parts),
        [KEPT_BY_PATH] = bytes_of(corpus->by_path, corpus->len * sizeof(uint32_t)),
        [KEPT_BY_DATE] = bytes_of(corpus->by_date, corpus->len * sizeof(uint32_t)),
        [KEPT_RANK] = bytes_of(corpus->rank, corpus->numbers * sizeof(uint32_t)),
        [KEPT_GONE] =
            bytes_of(corpus->gone,
                     corpus->gone ? (corpus->gone_numbers / 64 + 1) * sizeof *corpus->gone : 0),
        [KEPT_PROBLEMS] = buf_view(&problems),
        [KEPT_TITLE] = library->title,
        [KEPT_FOLDER] = str_of(path_real(arena, library->folder)),
    };
    bool ok = flat_save(path_join(arena, where, IMAGE_LIST), IMAGE_KIND, image_stamp(), sections,
                        KEPT_SECTIONS, error);
    buf_free(&problems);
    return ok;
}

static bool is_worth_it(const struct corpus *corpus)
{
    uint64_t size = 0;
    for (size_t i = 0; i < corpus->part_count; i++)
        size += segment_size(corpus->parts[i].segment);
    return size >= WORTH_IT;
}

bool image_save(const struct library *library, struct error *error)
{
    const struct corpus *corpus = &library->corpus;
    struct arena *arena = arena_new();
    const char *where = library->single ? NULL : image_folder(arena, library->folder);
    bool ok = true;
    if (where && is_worth_it(corpus)) {
        ok = file_make_folder(where, 0700, error);
        for (size_t i = 0; i < corpus->part_count && ok; i++)
            ok = save_segment(arena, where, corpus->parts[i].segment, error);
        ok = ok && save_list(arena, where, library, error);
        if (ok)
            image_tidy(where, corpus);
    }
    arena_free(arena);
    return ok;
}
