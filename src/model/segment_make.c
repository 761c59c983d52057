/* SPDX-License-Identifier: ISC */
/* Articles to a segment: each is taken apart as it is added, its text read for words while it is
 * still warm. What the words are is worked out at the end. */
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/base/region.h"
#include "dossier/text/words.h"
#include "index_make.h"
#include "recurring_make.h"
#include "sections.h"

#include <stdlib.h>
#include <string.h>

#define MOST_TEXT ((size_t)1 << 30) /* bytes of texts in one segment, or a little less */
#define LARGEST ((size_t)64 << 20)

struct numbers {
    uint32_t *at;
    size_t len, cap;
};

struct segment_maker {
    struct {
        struct record *at;
        size_t len, cap;
    } records;
    struct numbers starts, tokens, more;
    struct region texts;
    struct buf strings;
    uint32_t token_count;
    uint32_t last_source; /* the string, for the next article's is often the same */
    struct spellings spellings;
    struct recurring_made recurring;
};

struct segment_maker *segment_begin(void)
{
    struct segment_maker *maker = memory_get(sizeof *maker);
    buf_add(&maker->strings, "\0\0\0", 4);
    *vec_add(NULL, &maker->more) = 0;
    *vec_add(NULL, &maker->tokens) = 0;
    region_open(&maker->texts, MOST_TEXT + LARGEST);
    spellings_begin(&maker->spellings);
    return maker;
}

bool segment_is_full(const struct segment_maker *maker)
{
    return maker->texts.len > MOST_TEXT - LARGEST || maker->strings.len > MOST_TEXT ||
           maker->more.len > MOST_TEXT / sizeof(uint32_t) || spellings_are_full(&maker->spellings);
}

char *segment_room(struct segment_maker *maker, size_t size)
{
    return region_room(&maker->texts, size + SPELLINGS_OVERREAD);
}

static uint32_t put_string(struct segment_maker *maker, struct str s)
{
    if (!s.len)
        return 0;
    uint32_t at = (uint32_t)maker->strings.len, len = (uint32_t)s.len;
    buf_add(&maker->strings, &len, sizeof len);
    buf_str(&maker->strings, s);
    return at;
}

static uint32_t put_source(struct segment_maker *maker, struct str source)
{
    uint32_t len, last = maker->last_source;
    if (last && source.len) {
        memcpy(&len, maker->strings.at + last, sizeof len);
        if (str_eq((struct str){maker->strings.at + last + sizeof len, len}, source))
            return last;
    }
    return maker->last_source = put_string(maker, source);
}

static void put_numbers(struct segment_maker *maker, const void *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        *vec_add(NULL, &maker->more) = ((const uint32_t *)numbers)[i];
}

static bool needs_more(const struct article *article)
{
    const struct facts *facts = &article->facts;
    const struct decoded *file = &article->file;
    return facts->author.len || facts->url.len || facts->why.len || facts->tag_count ||
           facts->body.len || article->problem.len || article->front.end ||
           file->encoding != ENCODING_UTF8 || file->shift_count || file->bad ||
           file->stored_size != article->text.len;
}

static uint32_t put_more(struct segment_maker *maker, const struct article *article)
{
    const struct facts *facts = &article->facts;
    const struct decoded *file = &article->file;
    if (!needs_more(article))
        return 0;
    struct more more = {.author = put_string(maker, facts->author),
                        .url = put_string(maker, facts->url),
                        .why = put_string(maker, facts->why),
                        .problem = put_string(maker, article->problem),
                        .front_end = article->front.end,
                        .encoding = file->encoding,
                        .stored_size = file->stored_size,
                        .bad = (uint32_t)file->bad,
                        .first_bad = file->first_bad,
                        .stated_body = (uint32_t)facts->body.len,
                        .shifts = (uint32_t)file->shift_count,
                        .tags = (uint32_t)facts->tag_count};
    uint32_t at = (uint32_t)maker->more.len;
    put_numbers(maker, &more, sizeof more / sizeof(uint32_t));
    put_numbers(maker, facts->body.at, facts->body.len * 2);
    put_numbers(maker, file->shifts, file->shift_count * 2);
    for (size_t i = 0; i < facts->tag_count; i++) {
        uint32_t tag = put_string(maker, facts->tags[i]);
        put_numbers(maker, &tag, 1);
    }
    return at;
}

/* Where the text begins among all texts; it is copied unless it lies there already. */
static uint32_t put_text(struct segment_maker *maker, struct str text)
{
    struct region *texts = &maker->texts;
    bool in_room =
        text.len && text.at >= texts->at + texts->len && text.at < texts->at + texts->most;
    size_t at = in_room ? (size_t)(text.at - texts->at) : texts->len;
    if (!in_room && text.len)
        memcpy(segment_room(maker, text.len + 1), text.at, text.len);
    else
        segment_room(maker, at - texts->len + text.len + 1);
    texts->len = at + text.len;
    texts->at[texts->len++] = '\0';
    return (uint32_t)at;
}

static bool lies_in(struct str part, struct str whole)
{
    return part.len && part.at >= whole.at && part.at + part.len <= whole.at + whole.len;
}

static void put_title(struct segment_maker *maker, const struct article *article,
                      struct record *record)
{
    struct str title = article->facts.title;
    record->title_in_text = lies_in(title, article->text);
    record->title_len = (uint32_t)title.len;
    record->title =
        record->title_in_text ? (uint32_t)(title.at - article->text.at) : put_string(maker, title);
}

/* Of ALL words of the text those that begin in the body. */
static size_t count_words(const struct article *article, size_t all)
{
    const struct spans *body = &article->body;
    if (body->len == 1 && body->at[0].start == 0 && body->at[0].end == article->text.len)
        return all;
    struct span words[64];
    size_t count = 0, found, next = 0;
    for (size_t at = 0; (found = words_spans(article->text, &at, words, COUNT(words)));) {
        for (size_t i = 0; i < found; i++) {
            while (next < body->len && body->at[next].end <= words[i].start)
                next++;
            count += next < body->len && body->at[next].start <= words[i].start;
        }
    }
    return count;
}

void segment_add(struct segment_maker *maker, const struct article *article,
                 const struct file_look *look)
{
    const struct facts *facts = &article->facts;
    struct record record = {.text_len = (uint32_t)article->text.len,
                            .path = put_string(maker, article->path),
                            .source = put_source(maker, facts->source),
                            .more = put_more(maker, article),
                            .date = facts->date,
                            .from = facts->from,
                            .to = facts->to,
                            .stated = article->stated,
                            .basis = (uint8_t)(facts->basis & 3),
                            .known = (uint8_t)facts->known,
                            .by_tags = (uint8_t)article->by_tags,
                            .worked_out = (uint8_t)article->worked_out};
    if (look)
        record.look = *look;
    put_title(maker, article, &record);
    recurring_add(&maker->recurring, article->recurring, (uint32_t)maker->records.len);
    uint32_t at = put_text(maker, article->text);
    struct str text = {maker->texts.at + at, record.text_len};
    size_t words = spellings_add(&maker->spellings, text, at);
    record.words = (uint32_t)count_words(article, words);
    maker->token_count += (uint32_t)words;
    *vec_add(NULL, &maker->tokens) = maker->token_count;
    *vec_add(NULL, &maker->starts) = at;
    *vec_add(NULL, &maker->records) = record;
}

static void free_memory(struct segment *segment)
{
    struct made *made = segment->owner;
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        if (i != SECTION_TEXTS)
            free((void *)segment->at[i]);
    }
    region_close(&made->texts);
    region_close(&made->chunks);
    free(made->places);
    free(made);
}

static void set(struct segment *segment, enum section section, void *at, size_t size)
{
    segment->at[section] = at;
    segment->size[section] = size;
}

struct segment *segment_end(struct segment_maker *maker)
{
    struct segment *segment = memory_get(sizeof *segment);
    struct made *made = memory_get(sizeof *made);
    made->texts = maker->texts;
    region_trim(&made->texts);
    segment->made = segment->owner = made;
    segment->free = free_memory;
    atomic_store(&segment->holders, 1);
    set(segment, SECTION_RECORDS, maker->records.at,
        maker->records.len * sizeof *maker->records.at);
    set(segment, SECTION_STARTS, maker->starts.at, maker->starts.len * sizeof *maker->starts.at);
    set(segment, SECTION_TOKENS, maker->tokens.at, maker->tokens.len * sizeof *maker->tokens.at);
    set(segment, SECTION_TEXTS, made->texts.at, made->texts.len);
    set(segment, SECTION_STRINGS, maker->strings.at, maker->strings.len);
    set(segment, SECTION_MORE, maker->more.at, maker->more.len * sizeof *maker->more.at);
    recurring_end(&maker->recurring, segment);
    index_make(&maker->spellings, segment, made);
    spellings_end(&maker->spellings, &made->chunks);
    free(maker);
    return segment;
}
