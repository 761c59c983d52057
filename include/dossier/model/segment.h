/* SPDX-License-Identifier: ISC */
/* A part of the corpus: some articles with their texts and the index of their words, as a few flat
 * runs of bytes that hold offsets and no pointers, so that they are the same in memory and in a
 * file. Made once by one thread, then const; a corpus is one segment or several, and generations
 * share them. Articles of a segment are numbered from 0 in the order in which they were added. */
#ifndef DOSSIER_MODEL_SEGMENT_H
#define DOSSIER_MODEL_SEGMENT_H

#include "dossier/base/arena.h"
#include "dossier/base/file.h"
#include "dossier/model/article.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct segment;
struct segment_maker;

/* A segment in the making. */
struct segment_maker *segment_begin(void);
/* Room for the bytes of the next article, SIZE of them: who reads them there saves a copy. Good
 * till the next segment_add. */
char *segment_room(struct segment_maker *maker, size_t size);
/* Adds a finished ARTICLE: all of it is copied, but for a text that lies in the room. LOOK is that
 * of its file, NULL where it has none. Its words in the body are counted. */
void segment_add(struct segment_maker *maker, const struct article *article,
                 const struct file_look *look);
/* No more should be added: begin another one. */
bool segment_is_full(const struct segment_maker *maker);
/* The segment, which the caller holds; MAKER is gone. */
struct segment *segment_end(struct segment_maker *maker);

/* Segments are held by those who need them; who lets go last frees. */
struct segment *segment_hold(struct segment *segment);
void segment_release(struct segment *segment);

/* Writes it to PATH; and maps what was so written, which the caller then holds: NULL where nothing
 * of the kind can be read there. */
bool segment_save(const struct segment *segment, const char *path, struct error *error);
struct segment *segment_open(const char *path);
/* Reads all that was mapped: it is what was written. One that was made here always is. */
bool segment_is_sound(const struct segment *segment);
/* A number for the form of segments and for what words are: another one, and those of a file are no
 * good. */
uint64_t segment_stamp(void);

#define SEGMENT_NAME 16 /* letters of a name */
/* The name by which it is kept, SEGMENT_NAME letters, or ""; and gives it one. Only who keeps
 * segments asks, one thread at a time. */
const char *segment_name(const struct segment *segment);
void segment_call(struct segment *segment, const char *name);

/* Articles in it, and bytes of their texts. */
uint32_t segment_count(const struct segment *segment);
uint64_t segment_size(const struct segment *segment);
/* Words in the texts before article NUMBER, which may be one more than the last. */
uint32_t segment_words_before(const struct segment *segment, uint32_t number);
/* The text of article NUMBER is its body, all of it. */
bool segment_is_all_body(const struct segment *segment, uint32_t number);
/* Bytes of its index. */
uint64_t segment_index_size(const struct segment *segment);

/* Article NUMBER, with what it needs besides in ARENA; its slices are good as long as the segment.
 * The label is not known here. */
void segment_article(const struct segment *segment, uint32_t number, struct arena *arena,
                     struct article *out);
/* The same, a field at a time, for what goes through all articles. */
struct str segment_path(const struct segment *segment, uint32_t number);
struct str segment_text(const struct segment *segment, uint32_t number);
struct str segment_title(const struct segment *segment, uint32_t number);
struct str segment_source(const struct segment *segment, uint32_t number);
day segment_day(const struct segment *segment, uint32_t number);
uint32_t segment_words(const struct segment *segment, uint32_t number);
uint32_t segment_stated(const struct segment *segment, uint32_t number);
struct str segment_author(const struct segment *segment, uint32_t number);
uint32_t segment_stored_size(const struct segment *segment,
                             uint32_t number); /* bytes of its file */
bool segment_has_tags(const struct segment *segment, uint32_t number);
bool segment_is_readable(const struct segment *segment, uint32_t number);
unsigned segment_worked_out(const struct segment *segment, uint32_t number); /* article_field */
enum basis segment_basis(const struct segment *segment, uint32_t number);    /* of the date */
struct file_look segment_look(const struct segment *segment, uint32_t number);

/* Where article NUMBER's text begins among all texts, which lie one behind the other; and the
 * article that holds byte AT of them: FROM, which begins at or before AT, or one behind it. */
uint32_t segment_text_start(const struct segment *segment, uint32_t number);
uint32_t segment_article_at(const struct segment *segment, uint32_t from, uint32_t at);
/* The bytes of all texts, with a NUL behind each. */
struct str segment_texts(const struct segment *segment);

#define SEGMENT_NONE UINT32_MAX

/* A word is all spellings that fold to one key. SEGMENT_NONE where it is not there. */
uint32_t segment_word(const struct segment *segment, struct str key);
/* The spellings of WORD: from *FIRST on; how many. */
uint32_t segment_spellings(const struct segment *segment, uint32_t word, uint32_t *first);
/* A spelling as it stands in texts, and how often. */
struct str segment_spelling(const struct segment *segment, uint32_t spelling);
uint32_t segment_spelling_count(const struct segment *segment, uint32_t spelling);
/* All spellings, one right behind the other, and which of them the byte AT belongs to. */
struct str segment_all_spellings(const struct segment *segment);
uint32_t segment_spelling_at(const struct segment *segment, uint32_t at);
/* Where SPELLING begins, as bytes of all texts, in order, into OUT, which has room for all. */
void segment_places(const struct segment *segment, uint32_t spelling, uint32_t *out);
/* The words whose key begins with PREFIX, in order of key: their number, and with OUT (which may be
 * NULL) the words. */
size_t segment_prefix(const struct segment *segment, struct str prefix, uint32_t *out);
/* Puts the words in order, if they are not yet: else who asks for the first prefix waits for it.
 * Any thread may. */
void segment_order(const struct segment *segment);

#endif
