/* SPDX-License-Identifier: ISC */
/* Reading a segment. It may come from a file that somebody has damaged: every offset is held to its
 * section, so that a false one gives a false article and never a false address. */
#include "dossier/model/segment.h"

#include "sections.h"

#include <stdlib.h>
#include <string.h>

struct segment *segment_hold(struct segment *segment)
{
    atomic_fetch_add(&segment->holders, 1);
    return segment;
}

void segment_release(struct segment *segment)
{
    if (!segment || atomic_fetch_sub(&segment->holders, 1) > 1)
        return;
    free(atomic_load(&segment->order));
    segment->free(segment);
    free(segment);
}

uint32_t segment_count(const struct segment *segment)
{
    return (uint32_t)(segment->size[SECTION_RECORDS] / sizeof(struct record));
}

uint64_t segment_size(const struct segment *segment)
{
    return segment->size[SECTION_TEXTS];
}

uint64_t segment_index_size(const struct segment *segment)
{
    return segment->size[SECTION_BYTES] + segment->size[SECTION_SPELLINGS] +
           segment->size[SECTION_WORDS] + segment->size[SECTION_SLOTS] +
           segment->size[SECTION_PLACES] + segment->size[SECTION_ORDER] +
           (segment->made ? segment->made->chunks.len : 0);
}

static const struct record *record_of(const struct segment *segment, uint32_t number)
{
    return (const struct record *)segment->at[SECTION_RECORDS] + number;
}

bool segment_is_all_body(const struct segment *segment, uint32_t number)
{
    /* who has a body of their own, or front matter, has more */
    const struct record *record = record_of(segment, number);
    return !record->more && record->text_len && !section_recurs(segment, number);
}

static struct str string_at(const struct segment *segment, uint32_t at)
{
    const char *strings = segment->at[SECTION_STRINGS];
    uint64_t size = segment->size[SECTION_STRINGS];
    uint32_t len;
    if (!at || at > size || size - at < sizeof len)
        return (struct str){0};
    memcpy(&len, strings + at, sizeof len);
    if (len > size - at - sizeof len)
        return (struct str){0};
    return (struct str){strings + at + sizeof len, len};
}

struct str segment_texts(const struct segment *segment)
{
    return (struct str){segment->at[SECTION_TEXTS], segment->size[SECTION_TEXTS]};
}

struct str segment_text(const struct segment *segment, uint32_t number)
{
    size_t start = segment_text_start(segment, number);
    return str_sub(segment_texts(segment), start, start + record_of(segment, number)->text_len);
}

struct str segment_path(const struct segment *segment, uint32_t number)
{
    return string_at(segment, record_of(segment, number)->path);
}

struct str segment_source(const struct segment *segment, uint32_t number)
{
    return string_at(segment, record_of(segment, number)->source);
}

struct str segment_title(const struct segment *segment, uint32_t number)
{
    const struct record *record = record_of(segment, number);
    if (!record->title_in_text)
        return string_at(segment, record->title);
    return str_sub(segment_text(segment, number), record->title,
                   (size_t)record->title + record->title_len);
}

uint32_t segment_words(const struct segment *segment, uint32_t number)
{
    return record_of(segment, number)->words;
}

uint32_t segment_stated(const struct segment *segment, uint32_t number)
{
    return record_of(segment, number)->stated;
}

struct file_look segment_look(const struct segment *segment, uint32_t number)
{
    return record_of(segment, number)->look;
}

day segment_day(const struct segment *segment, uint32_t number)
{
    const struct record *record = record_of(segment, number);
    return record->date != DAY_NONE   ? record->date
           : record->from != DAY_NONE ? record->from
                                      : record->to;
}

uint32_t segment_words_before(const struct segment *segment, uint32_t number)
{
    return ((const uint32_t *)segment->at[SECTION_TOKENS])[number];
}

uint32_t segment_text_start(const struct segment *segment, uint32_t number)
{
    return ((const uint32_t *)segment->at[SECTION_STARTS])[number];
}

uint32_t segment_article_at(const struct segment *segment, uint32_t from, uint32_t at)
{
    const uint32_t *starts = segment->at[SECTION_STARTS];
    uint32_t count = segment_count(segment), step = 1, low = from;
    while (low + step < count && starts[low + step] <= at) {
        low += step;
        step *= 2;
    }
    uint32_t high = low + step < count ? low + step : count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (starts[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The next COUNT numbers of what stands behind a struct more, in *AT; false where there are fewer.
 */
static bool take(const struct segment *segment, size_t *at, size_t count, const uint32_t **out)
{
    size_t have = segment->size[SECTION_MORE] / sizeof **out;
    if (*at > have || count > have - *at)
        return false;
    *out = (const uint32_t *)segment->at[SECTION_MORE] + *at;
    *at += count;
    return true;
}

static void take_spans(const struct segment *segment, size_t *at, uint32_t count,
                       struct arena *arena, struct spans *out)
{
    const uint32_t *numbers;
    if (!count || !take(segment, at, (size_t)count * 2, &numbers))
        return;
    out->at = arena_many(arena, struct span, count);
    out->len = out->cap = count;
    for (size_t i = 0; i < count; i++)
        out->at[i] = (struct span){numbers[2 * i], numbers[2 * i + 1]};
}

static void take_shifts(const struct segment *segment, size_t *at, uint32_t count,
                        struct arena *arena, struct decoded *out)
{
    const uint32_t *numbers;
    if (!count || !take(segment, at, (size_t)count * 2, &numbers))
        return;
    out->shifts = arena_many(arena, struct shift, count);
    out->shift_count = count;
    for (size_t i = 0; i < count; i++)
        out->shifts[i] = (struct shift){numbers[2 * i], numbers[2 * i + 1]};
}

static void take_tags(const struct segment *segment, size_t *at, uint32_t count,
                      struct arena *arena, struct facts *out)
{
    const uint32_t *numbers;
    if (!count || !take(segment, at, count, &numbers))
        return;
    out->tags = arena_many(arena, struct str, count);
    out->tag_count = count;
    for (size_t i = 0; i < count; i++)
        out->tags[i] = string_at(segment, numbers[i]);
}

static void take_more(const struct segment *segment, uint32_t where, struct arena *arena,
                      struct article *out)
{
    const uint32_t *numbers;
    size_t at = where;
    struct more more;
    if (!take(segment, &at, sizeof more / sizeof *numbers, &numbers))
        return;
    memcpy(&more, numbers, sizeof more);
    out->facts.author = string_at(segment, more.author);
    out->facts.url = string_at(segment, more.url);
    out->facts.why = string_at(segment, more.why);
    out->problem = string_at(segment, more.problem);
    out->front = (struct span){0, more.front_end};
    out->file.encoding = (enum encoding)more.encoding;
    out->file.stored_size = more.stored_size;
    out->file.bad = more.bad;
    out->file.first_bad = more.first_bad;
    take_spans(segment, &at, more.stated_body, arena, &out->facts.body);
    take_shifts(segment, &at, more.shifts, arena, &out->file);
    take_tags(segment, &at, more.tags, arena, &out->facts);
}

void segment_article(const struct segment *segment, uint32_t number, struct arena *arena,
                     struct article *out)
{
    const struct record *record = record_of(segment, number);
    struct str text = segment_text(segment, number);
    *out = (struct article){.path = segment_path(segment, number),
                            .text = text,
                            .file = {.text = text, .stored_size = (uint32_t)text.len},
                            .facts = {.known = record->known,
                                      .title = segment_title(segment, number),
                                      .source = segment_source(segment, number),
                                      .date = record->date,
                                      .from = record->from,
                                      .to = record->to,
                                      .basis = (enum basis)record->basis},
                            .worked_out = record->worked_out,
                            .by_tags = record->by_tags,
                            .words = record->words,
                            .stated = record->stated};
    if (record->more)
        take_more(segment, record->more, arena, out);
    article_finish(arena, out);
    size_t count;
    const struct recurring_line *lines = section_lines(segment, number, &count);
    recurring_take_out(arena, out, lines, count);
}

/* What article NUMBER has besides; all zero where that is nothing. */
static struct more more_of(const struct segment *segment, uint32_t number)
{
    const uint32_t *numbers;
    struct more more = {0};
    size_t at = record_of(segment, number)->more;
    if (at && take(segment, &at, sizeof more / sizeof *numbers, &numbers))
        memcpy(&more, numbers, sizeof more);
    return more;
}

struct str segment_author(const struct segment *segment, uint32_t number)
{
    return string_at(segment, more_of(segment, number).author);
}

uint32_t segment_stored_size(const struct segment *segment, uint32_t number)
{
    const struct record *record = record_of(segment, number);
    return record->more ? more_of(segment, number).stored_size : record->text_len;
}

bool segment_has_tags(const struct segment *segment, uint32_t number)
{
    return more_of(segment, number).tags > 0;
}

bool segment_is_readable(const struct segment *segment, uint32_t number)
{
    return !string_at(segment, more_of(segment, number).problem).len;
}

unsigned segment_worked_out(const struct segment *segment, uint32_t number)
{
    return record_of(segment, number)->worked_out;
}

enum basis segment_basis(const struct segment *segment, uint32_t number)
{
    return (enum basis)record_of(segment, number)->basis;
}
