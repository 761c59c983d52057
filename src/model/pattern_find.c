/* SPDX-License-Identifier: ISC */
/* Where a pattern stands: at those places of its rarest word whose neighbours are its other words.
 * Capitals and marks are a matter of spellings, which are few, so that a name of one word is read
 * off the index alone. For others the text is looked at, and most often it holds the very bytes. */
#include "dossier/base/memory.h"
#include "dossier/text/words.h"
#include "pattern_parts.h"

#include <stdlib.h>
#include <string.h>

#define AHEAD 12 /* places whose text is on its way while one is looked at */

/* One pattern in one segment. */
struct lookup {
    const struct pattern *pattern;
    const struct segment *segment;
    struct str texts;
    size_t nth; /* the word by whose places the others are looked for */
    struct spans *out;
};

/* Spellings of one word that the pattern admits. */
struct spellings {
    uint32_t *at;
    size_t len, cap;
};

static void add_spellings(const struct lookup *lookup, size_t nth, uint32_t word, bool prefix,
                          struct spellings *out)
{
    uint32_t first, count = segment_spellings(lookup->segment, word, &first);
    for (uint32_t i = first; i < first + count; i++) {
        if (pattern_admits(lookup->pattern, nth, segment_spelling(lookup->segment, i), prefix))
            *vec_add(NULL, out) = i;
    }
}

static size_t count_places(const struct segment *segment, const struct spellings *spellings)
{
    size_t count = 0;
    for (size_t i = 0; i < spellings->len; i++)
        count += segment_spelling_count(segment, spellings->at[i]);
    return count;
}

/* The pattern is one word and nothing else: its places are its spellings'. */
static bool is_read_off(const struct pattern *pattern)
{
    return pattern->words.len == 1 && pattern->whole_words;
}

static bool is_sign(unsigned char c)
{
    return c < 0x80 && !((c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'));
}

/* The very bytes of the pattern stand there, as a whole, so that there is nothing to fold. */
static bool stands_as_written(const struct lookup *lookup, uint32_t place, struct span *span)
{
    struct str text = lookup->pattern->text, texts = lookup->texts;
    uint32_t offset = lookup->pattern->words.at[lookup->nth].start;
    if (!lookup->pattern->whole_words || place < offset || texts.len - (place - offset) <= text.len)
        return false;
    const char *at = texts.at + place - offset;
    if (memcmp(at, text.at, text.len) != 0 || !is_sign((unsigned char)at[text.len]) ||
        (place > offset && !is_sign((unsigned char)at[-1])))
        return false;
    *span = (struct span){place - offset, place - offset + (uint32_t)text.len};
    return true;
}

static void try_place(const struct lookup *lookup, uint32_t place)
{
    struct span span;
    if (lookup->pattern->prefix || !stands_as_written(lookup, place, &span)) {
        size_t start = place;
        span.end = pattern_end(lookup->pattern, lookup->texts, lookup->nth, place);
        if (!span.end || !pattern_start(lookup->pattern, lookup->texts, lookup->nth, &start))
            return;
        span.start = (uint32_t)start;
    }
    *vec_add(NULL, lookup->out) = span;
}

static void try_places(const struct lookup *lookup, const uint32_t *places, size_t count,
                       uint32_t len)
{
    bool whole = is_read_off(lookup->pattern);
    for (size_t i = 0; i < count; i++) {
        if (!whole && i + AHEAD < count)
            __builtin_prefetch(lookup->texts.at + places[i + AHEAD]);
        if (whole)
            *vec_add(NULL, lookup->out) = (struct span){places[i], places[i] + len};
        else
            try_place(lookup, places[i]);
    }
}

static int by_start(const void *a, const void *b)
{
    const struct span *x = a, *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

static void try_spellings(const struct lookup *lookup, const struct spellings *spellings)
{
    const struct segment *segment = lookup->segment;
    uint32_t *places = NULL;
    size_t room = 0;
    for (size_t i = 0; i < spellings->len; i++) {
        uint32_t spelling = spellings->at[i], count = segment_spelling_count(segment, spelling);
        if (count > room) {
            room = count;
            places = memory_resize(places, room * sizeof *places);
        }
        segment_places(segment, spelling, places);
        try_places(lookup, places, count, (uint32_t)segment_spelling(segment, spelling).len);
    }
    free(places);
    if (spellings->len > 1 && lookup->out->len > 1)
        qsort(lookup->out->at, lookup->out->len, sizeof *lookup->out->at, by_start);
}

/* The spellings of the pattern's rarest whole word; false where one of its words is not there. */
static bool find_rarest(struct lookup *lookup, struct spellings *rarest)
{
    const struct pattern *pattern = lookup->pattern;
    size_t known = pattern->words.len - pattern->prefix, least = SIZE_MAX;
    for (size_t i = 0; i < known; i++) {
        struct spellings spellings = {0};
        uint32_t word = segment_word(lookup->segment, pattern->words.at[i].key);
        if (word != SEGMENT_NONE)
            add_spellings(lookup, i, word, false, &spellings);
        size_t count = count_places(lookup->segment, &spellings);
        struct spellings dropped = spellings;
        if (count < least) {
            dropped = *rarest;
            *rarest = spellings;
            lookup->nth = i;
            least = count;
        }
        vec_free(&dropped);
        if (!count)
            return false;
    }
    return true;
}

/* All that begins like the pattern's only word. */
static void find_begun(struct lookup *lookup, struct spellings *out)
{
    struct str key = lookup->pattern->words.at[0].key;
    size_t count = segment_prefix(lookup->segment, key, NULL);
    uint32_t *words = memory_get((count + 1) * sizeof *words);
    segment_prefix(lookup->segment, key, words);
    for (size_t i = 0; i < count; i++)
        add_spellings(lookup, 0, words[i], true, out);
    free(words);
}

void pattern_find_in(const struct pattern *pattern, const struct segment *segment,
                     struct spans *out)
{
    struct lookup lookup = {
        .pattern = pattern, .segment = segment, .texts = segment_texts(segment), .out = out};
    struct spellings spellings = {0};
    out->len = 0;
    bool possible = true;
    if (pattern->prefix && pattern->words.len == 1)
        find_begun(&lookup, &spellings);
    else
        possible = find_rarest(&lookup, &spellings);
    if (possible)
        try_spellings(&lookup, &spellings);
    vec_free(&spellings);
}

void pattern_find(const struct pattern *pattern, const struct corpus *corpus, struct arena *arena,
                  struct places *out)
{
    struct spans found = {0};
    for (size_t p = 0; p < corpus->part_count; p++) {
        const struct corpus_part *part = &corpus->parts[p];
        uint32_t article = 0;
        pattern_find_in(pattern, part->segment, &found);
        for (size_t i = 0; i < found.len; i++) {
            struct span span = found.at[i];
            article = segment_article_at(part->segment, article, span.start);
            uint32_t start = segment_text_start(part->segment, article);
            if (corpus_is_gone(corpus, part->first + article))
                continue;
            *vec_add(arena, out) =
                (struct place){part->first + article, {span.start - start, span.end - start}};
        }
    }
    vec_free(&found);
}
