/* SPDX-License-Identifier: ISC */
/* A pattern in a text that is read for it, without the index, and how dear it is to ask the index.
 */
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/model/index.h"
#include "dossier/text/words.h"
#include "pattern_parts.h"

#define WORDS 256 /* looked at together */

/* How often words that begin with KEY stand in SEGMENT. */
static size_t count_begun(const struct segment *segment, struct str key)
{
    size_t count = segment_prefix(segment, key, NULL), sum = 0;
    uint32_t first, *words = memory_get((count + 1) * sizeof *words);
    segment_prefix(segment, key, words);
    for (size_t i = 0; i < count; i++)
        for (uint32_t n = segment_spellings(segment, words[i], &first); n > 0; n--)
            sum += segment_spelling_count(segment, first + n - 1);
    free(words);
    return sum;
}

size_t pattern_bound(const struct pattern *pattern, const struct corpus *corpus)
{
    size_t known = pattern->words.len - pattern->prefix, least = SIZE_MAX, sum = 0;
    for (size_t i = 0; i < known; i++) {
        size_t count = index_count(corpus, pattern->words.at[i].key);
        least = count < least ? count : least;
    }
    if (known)
        return least;
    for (size_t p = 0; p < corpus->part_count; p++)
        sum += count_begun(corpus->parts[p].segment, pattern->words.at[0].key);
    return sum;
}

/* A word that begins with the byte FOUND can have a key that begins with WANTED. */
static bool may_begin(char wanted, char found)
{
    bool both = !(wanted & 0x80) && !(found & 0x80);
    return !both || wanted == (found >= 'A' && found <= 'Z' ? found + ('a' - 'A') : found);
}

/* The match whose first word begins at byte AT of TEXT; false where it is none. */
static bool try_word(const struct pattern *pattern, struct str text, size_t at, struct buf *key,
                     struct span *out)
{
    struct str first = pattern->words.at[0].key;
    bool goes_on = pattern->prefix && pattern->words.len == 1;
    struct span word;
    if (!may_begin(first.at[0], text.at[at]) || !words_next(text, &at, &word, key) ||
        !(goes_on ? str_starts(buf_view(key), first) : str_eq(buf_view(key), first)))
        return false;
    size_t start = word.start;
    out->end = pattern_end(pattern, text, 0, word.start);
    if (!out->end || !pattern_start(pattern, text, 0, &start))
        return false;
    out->start = (uint32_t)start;
    return true;
}

void pattern_read(const struct pattern *pattern, struct str text, uint32_t article,
                  struct arena *arena, struct places *out)
{
    struct span words[WORDS], span;
    struct buf key = {0};
    size_t at = 0, count;
    do {
        count = words_spans(text, &at, words, WORDS);
        for (size_t i = 0; i < count; i++)
            if (try_word(pattern, text, words[i].start, &key, &span))
                *vec_add(arena, out) = (struct place){article, span};
    } while (count == WORDS);
    buf_free(&key);
}
