/* SPDX-License-Identifier: ISC */
/* Lines that may recur, in a segment. */
#include "recurring_make.h"

#include "dossier/base/memory.h"
#include "dossier/text/words.h"

#include <string.h>

void recurring_add(struct recurring_made *made, const struct recurring *recurring, uint32_t number)
{
    if (!recurring || !recurring->len)
        return;
    struct holder holder = {.path = recurring->path,
                            .article = number,
                            .first = (uint32_t)made->lines.len,
                            .within = (uint32_t)recurring->within};
    memcpy(holder.sketch, recurring->sketch, sizeof holder.sketch);
    for (size_t i = 0; i < recurring->len; i++) {
        struct recurring_line line = recurring->at[i];
        line.holder = (uint32_t)made->holders.len;
        *vec_add(NULL, &made->lines) = line;
    }
    *vec_add(NULL, &made->holders) = holder;
}

static int by_key(const void *a, const void *b, void *lines)
{
    uint32_t i = *(const uint32_t *)a, j = *(const uint32_t *)b;
    uint64_t x = ((struct recurring_line *)lines)[i].key,
             y = ((struct recurring_line *)lines)[j].key;
    return x != y ? (x > y) - (x < y) : (i > j) - (i < j);
}

void recurring_end(struct recurring_made *made, struct segment *segment)
{
    size_t count = made->lines.len;
    uint32_t *order = count ? memory_get(count * sizeof *order) : NULL;
    for (size_t i = 0; i < count; i++)
        order[i] = (uint32_t)i;
    if (count)
        qsort_r(order, count, sizeof *order, by_key, made->lines.at);
    segment->at[SECTION_HOLDERS] = made->holders.at;
    segment->size[SECTION_HOLDERS] = made->holders.len * sizeof *made->holders.at;
    segment->at[SECTION_LINES] = made->lines.at;
    segment->size[SECTION_LINES] = count * sizeof *made->lines.at;
    segment->at[SECTION_BY_KEY] = order;
    segment->size[SECTION_BY_KEY] = count * sizeof *order;
}

/* The lines of a holder, COUNT of them. */
static const struct recurring_line *lines_of(const struct segment *segment, size_t holder,
                                             size_t *count)
{
    const struct holder *holders = segment->at[SECTION_HOLDERS];
    const struct recurring_line *lines = segment->at[SECTION_LINES];
    size_t all = segment->size[SECTION_LINES] / sizeof *lines;
    bool last = (holder + 1) * sizeof *holders >= segment->size[SECTION_HOLDERS];
    size_t first = holders[holder].first, end = last ? all : holders[holder + 1].first;
    *count = first < end && end <= all ? end - first : 0;
    return lines + (*count ? first : 0);
}

/* The holder that article NUMBER is; false where it has no lines. */
static bool find_holder(const struct segment *segment, uint32_t number, size_t *holder)
{
    const struct holder *holders = segment->at[SECTION_HOLDERS];
    size_t low = 0, count = segment->size[SECTION_HOLDERS] / sizeof *holders, high = count;
    if (number < count) { /* where all articles are holders, it is this one */
        low = holders[number].article == number ? number : 0;
        high = number;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (holders[middle].article < number)
            low = middle + 1;
        else
            high = middle;
    }
    *holder = low;
    return low < count && holders[low].article == number;
}

const struct recurring_line *section_lines(const struct segment *segment, uint32_t number,
                                           size_t *count)
{
    size_t holder;
    *count = 0;
    return find_holder(segment, number, &holder) ? lines_of(segment, holder, count) : NULL;
}

struct recurring *recurring_of(const struct segment *segment, uint32_t number, struct arena *arena)
{
    size_t holder, count;
    if (!find_holder(segment, number, &holder))
        return NULL;
    const struct holder *its = (const struct holder *)segment->at[SECTION_HOLDERS] + holder;
    const struct recurring_line *lines = lines_of(segment, holder, &count);
    struct recurring *out = recurring_new(arena);
    out->within = (enum recurring_within)its->within;
    out->path = its->path;
    memcpy(out->sketch, its->sketch, sizeof out->sketch);
    out->at = arena_many(arena, struct recurring_line, count + 1);
    memcpy(out->at, lines, count * sizeof *lines);
    out->len = out->cap = count;
    return out;
}

bool section_recurs(const struct segment *segment, uint32_t number)
{
    size_t count;
    const struct recurring_line *lines = section_lines(segment, number, &count);
    bool recurs = false;
    for (size_t i = 0; i < count && !recurs; i++)
        recurs = lines[i].out;
    return recurs;
}

void section_take_words(struct segment *segment)
{
    const struct holder *holders = segment->at[SECTION_HOLDERS];
    struct record *records = (struct record *)segment->at[SECTION_RECORDS];
    for (size_t h = 0, count; h < segment->size[SECTION_HOLDERS] / sizeof *holders; h++) {
        const struct recurring_line *lines = lines_of(segment, h, &count);
        struct str text = segment_text(segment, holders[h].article);
        uint32_t behind = 0;
        if (records[holders[h].article].known & ARTICLE_BODY)
            continue;
        for (size_t i = 0; i < count; i++) {
            struct span span = lines[i].span;
            if (!lines[i].out || span.end <= behind)
                continue;
            span.start = span.start < behind ? behind : span.start;
            records[holders[h].article].words -= (uint32_t)words_count(span_of(text, span));
            behind = span.end;
        }
    }
}
