/* SPDX-License-Identifier: ISC */
/* How a segment lies in memory and in a file. */
#ifndef DOSSIER_MODEL_SECTIONS_H
#define DOSSIER_MODEL_SECTIONS_H

#include "dossier/base/region.h"
#include "dossier/model/recurring.h"
#include "dossier/model/segment.h"
#include "spellings.h"

#include <stdatomic.h>

enum section {
    SECTION_RECORDS,   /* struct record, one for each article */
    SECTION_STARTS,    /* uint32_t: where each text begins among the texts */
    SECTION_TOKENS,    /* uint32_t: how many words stand in the texts before each, and one more */
    SECTION_TEXTS,     /* the texts, a NUL behind each, and room to read too far */
    SECTION_STRINGS,   /* a uint32_t length and bytes each; the first is the empty one */
    SECTION_MORE,      /* struct more with what belongs to it, of articles that need it */
    SECTION_BYTES,     /* of the spellings, one behind the other */
    SECTION_SPELLINGS, /* struct entry, one for each, by word, and one more */
    SECTION_WORDS,     /* uint32_t: the first spelling of each word, and one more */
    SECTION_SLOTS,     /* uint32_t: a hash table of the words by key, + 1; a power of two of them */
    SECTION_PLACES,    /* the places of each spelling, see gaps.h */
    SECTION_ORDER,     /* uint32_t: the words by key; empty in a segment that was made here */
    SECTION_HOLDERS,   /* struct holder, of articles that have lines which may recur, in order */
    SECTION_LINES,     /* struct recurring_line, of those; none is written to once it is shared */
    SECTION_BY_KEY,    /* uint32_t: these lines by key */
    SECTION_COUNT
};

/* One article. Numbers of strings and of more are offsets in their sections; 0: none. */
struct record {
    uint32_t text_len, path, source;
    uint32_t title, title_len; /* in the text where title_in_text, else in the strings */
    uint32_t more;
    int32_t date, from, to;
    uint32_t words; /* in the body */
    uint32_t stated;
    uint8_t title_in_text : 1, basis : 2;
    uint8_t known, by_tags, worked_out;
    struct file_look look;
};

/* What few articles have; behind it stand its spans, shifts and tags. */
struct more {
    uint32_t author, url, why, problem;
    uint32_t front_end;
    uint32_t encoding, stored_size, bad, first_bad;
    uint32_t stated_body, shifts, tags; /* how many spans, shifts and tags */
};

/* An article that has lines which may recur. */
struct holder {
    uint64_t path;
    uint32_t article, first; /* its number; its first line, the last being before the next one's */
    uint32_t within, reserved;
    uint32_t sketch[RECURRING_SKETCH];
};

struct entry {
    uint32_t bytes_at, places_at, count;
};

/* What a segment lies in that was made here, besides its sections on the heap. Its places stay in
 * the chunks in which they were gathered; SECTION_PLACES is made of them when it is saved. */
struct made {
    struct region texts, chunks;
    struct chunked *places; /* of each spelling */
};

struct segment {
    const struct made *made; /* NULL: it lies in a file */
    const void *at[SECTION_COUNT];
    uint64_t size[SECTION_COUNT];          /* bytes */
    void (*free)(struct segment *segment); /* of what it lies in */
    void *owner;
    char name[SEGMENT_NAME + 1];
    atomic_uint holders;
    _Atomic(uint32_t *) order; /* words by key; made when first asked for */
};

/* The entries and places of a segment that was made here as they are to be in a file; on the heap.
 */
void section_flatten(const struct segment *segment, struct str *entries, struct str *places);
/* The lines that may recur of article NUMBER, *COUNT of them. */
const struct recurring_line *section_lines(const struct segment *segment, uint32_t number,
                                           size_t *count);
/* One of them does. */
bool section_recurs(const struct segment *segment, uint32_t number);
/* Takes the words in lines that are out from those of the articles' bodies. */
void section_take_words(struct segment *segment);
/* The words by key, one for each; two threads may ask at once. */
const uint32_t *section_order(const struct segment *segment);
/* The hash of a folded key, of which the slots are made. */
uint64_t section_key_hash(struct str key);
/* Adds the folded key of a spelling to OUT, cleared before. */
void section_key(struct str spelling, struct buf *out);

#endif
