/* SPDX-License-Identifier: ISC */
/* Segments are const, so that a new generation holds those of the old one, says of their articles
 * which are gone, and adds a segment of what is new. When that has happened often, the small
 * segments are read again as one. */
#include "renew.h"

#include "dossier/base/memory.h"
#include "dossier/base/parallel.h"
#include "dossier/load/searches_file.h"
#include "formats.h"
#include "restated.h"

#include <stdlib.h>

#define MOST_PARTS 32
#define SMALL 16 /* a segment with less than one in so many of the articles */

/* One comparison of files and articles, both by path. */
struct renewal {
    struct loading *loading;
    const struct corpus *before;
    const struct walk *files;
    struct arena *arena;
    struct walk *rest;
    struct file_look *looks; /* of each file; size -1: it can't be looked at */
    bool dropped;            /* some article, or a whole part */
    uint32_t *first;         /* for each part of BEFORE the number that its first article has now;
                                ARTICLE_NONE: it is not taken */
};

static void look(void *context, unsigned nth)
{
    struct renewal *renewal = context;
    unsigned workers = parallel_workers();
    size_t count = renewal->files->len;
    struct nearby nearby = {.folder = NULL};
    for (size_t i = count * nth / workers; i < count * (nth + 1) / workers; i++) {
        if (!file_look_near(&nearby, renewal->files->at[i].real, &renewal->looks[i]))
            renewal->looks[i].size = -1;
    }
    nearby_close(&nearby);
}

/* Holds the parts of BEFORE that are worth it. */
static void take_parts(struct renewal *renewal)
{
    const struct corpus *before = renewal->before;
    struct library *library = renewal->loading->library;
    bool merge = before->part_count > MOST_PARTS;
    for (size_t i = 0; i < before->part_count; i++) {
        struct segment *segment = before->parts[i].segment;
        bool small = segment_count(segment) < before->len / SMALL;
        renewal->first[i] = merge && small ? ARTICLE_NONE : library->corpus.numbers;
        if (renewal->first[i] != ARTICLE_NONE)
            library_take(library, segment_hold(segment));
    }
}

/* The number that article NUMBER of the generation before has in the new one. */
static uint32_t number_now(const struct renewal *renewal, uint32_t number)
{
    const struct corpus_part *part = corpus_part(renewal->before, number);
    uint32_t first = renewal->first[part - renewal->before->parts];
    return first == ARTICLE_NONE ? ARTICLE_NONE : first + (number - part->first);
}

static void drop(struct renewal *renewal, uint32_t number)
{
    struct library *library = renewal->loading->library;
    uint32_t now = number_now(renewal, number);
    renewal->dropped = true;
    if (now != ARTICLE_NONE)
        corpus_drop(&library->corpus, now);
}

static bool is_same(const struct renewal *renewal, size_t file, uint32_t number)
{
    const struct corpus_part *part = corpus_part(renewal->before, number);
    uint32_t local = number - part->first;
    struct file_look its = segment_look(part->segment, local);
    return number_now(renewal, number) != ARTICLE_NONE &&
           file_looks_same(&renewal->looks[file], &its) &&
           loading_stated(renewal->loading, renewal->files->at[file].path) ==
               segment_stated(part->segment, local);
}

/* What was gone before is gone. */
static void keep_gone(struct renewal *renewal)
{
    for (uint32_t number = 0; number < renewal->before->gone_numbers; number++) {
        if (corpus_is_gone(renewal->before, number))
            drop(renewal, number);
    }
}

static void compare(struct renewal *renewal)
{
    const struct corpus *before = renewal->before;
    size_t at = 0;
    for (size_t i = 0; i < renewal->files->len; i++) {
        struct str path = renewal->files->at[i].path;
        int order = 1;
        for (; at < before->len; at++) {
            order = str_cmp(corpus_path(before, before->by_path[at]), path);
            if (order >= 0)
                break;
            drop(renewal, before->by_path[at]);
        }
        if (order == 0 && is_same(renewal, i, before->by_path[at])) {
            at++;
            continue;
        }
        *vec_add(renewal->arena, renewal->rest) = renewal->files->at[i];
        if (order == 0)
            drop(renewal, before->by_path[at++]);
    }
    for (; at < before->len; at++)
        drop(renewal, before->by_path[at]);
}

/* Of what was said of articles, what is said of those that stay. */
static void keep_problems(const struct renewal *renewal, const struct problems *problems)
{
    struct library *library = renewal->loading->library;
    for (size_t i = 0; i < problems->len; i++) {
        uint32_t number = corpus_at_path(renewal->before, problems->at[i].file);
        if (number == ARTICLE_NONE)
            continue;
        uint32_t now = number_now(renewal, number);
        if (now != ARTICLE_NONE && !corpus_is_gone(&library->corpus, now))
            problem_copy(&library->problems, &problems->at[i]);
    }
}

bool renew(struct loading *loading, const struct corpus *before, const struct problems *problems,
           const struct walk *files, struct arena *arena, struct walk *rest)
{
    struct renewal renewal = {
        .loading = loading, .before = before, .files = files, .arena = arena, .rest = rest};
    renewal.looks = memory_get((files->len + 1) * sizeof *renewal.looks);
    renewal.first = memory_get((before->part_count + 1) * sizeof *renewal.first);
    parallel_run(parallel_workers(), look, &renewal);
    take_parts(&renewal);
    keep_gone(&renewal);
    renewal.dropped = loading->library->corpus.numbers != before->numbers;
    compare(&renewal);
    keep_problems(&renewal, problems);
    free(renewal.looks);
    free(renewal.first);
    return !renewal.dropped;
}

/* ---- a few files ---- */

static bool is_in(const struct walk *files, struct str path)
{
    bool found = false;
    for (size_t i = 0; i < files->len && !found; i++)
        found = str_eq(files->at[i].path, path);
    return found;
}

/* The file at PATH, if it looks other than it did; false where that can't be told by a look. */
static bool look_for_change(const struct library *before, struct str path, struct arena *arena,
                            struct walk *rest)
{
    const char *real = path_real(arena, before->folder);
    struct walked file = {arena_str(arena, path), path_join(arena, real, arena_chars(arena, path))};
    struct file_look now;
    if (str_is(path, TAGS_FILE) || str_is(path, SEARCHES_FILE))
        return true;
    if (!formats_of(path) || !file_look_at(file.real, &now))
        return false;
    uint32_t number = corpus_at_path(&before->corpus, path);
    if (number != ARTICLE_NONE) {
        const struct corpus_part *part = corpus_part(&before->corpus, number);
        struct file_look was = segment_look(part->segment, number - part->first);
        if (file_looks_same(&now, &was))
            return true;
    }
    if (!is_in(rest, path))
        *vec_add(arena, rest) = file;
    return true;
}

static int by_path(const void *a, const void *b)
{
    return str_cmp(((const struct walked *)a)->path, ((const struct walked *)b)->path);
}

static void take_all_but(struct renewal *renewal, const struct library *before)
{
    struct library *library = renewal->loading->library;
    take_parts(renewal);
    keep_gone(renewal);
    for (size_t i = 0; i < renewal->rest->len; i++) {
        uint32_t number = corpus_at_path(&before->corpus, renewal->rest->at[i].path);
        if (number != ARTICLE_NONE)
            drop(renewal, number);
    }
    for (size_t i = 0; i < before->problems.len; i++) {
        const struct problem *problem = &before->problems.at[i];
        if (!str_is(problem->file, TAGS_FILE) && !is_in(renewal->rest, problem->file))
            problem_copy(&library->problems, problem);
    }
}

bool renew_changed(struct loading *loading, const struct library *before, const struct str *changed,
                   size_t count, struct arena *arena, struct walk *rest)
{
    bool ok =
        before->corpus.part_count <= MOST_PARTS &&
        (before->stated == loading->library->stated || restated(loading, before, arena, rest));
    for (size_t i = 0; i < count && ok; i++)
        ok = look_for_change(before, changed[i], arena, rest);
    if (!ok) {
        rest->len = 0;
        return false;
    }
    struct renewal renewal = {
        .loading = loading, .before = &before->corpus, .arena = arena, .rest = rest};
    renewal.first = memory_get((before->corpus.part_count + 1) * sizeof *renewal.first);
    if (rest->len)
        qsort(rest->at, rest->len, sizeof *rest->at, by_path);
    take_all_but(&renewal, before);
    free(renewal.first);
    return true;
}
