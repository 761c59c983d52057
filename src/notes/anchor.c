/* SPDX-License-Identifier: ISC */
/* A note keeps three things of its passage: the offset, which is right while the article is as it
 * was; the words, which are right wherever they went; and what stood around them, which tells two
 * places with the same words apart. Where all three agree, nothing is looked for. Where they do
 * not, all places are compared that could be it (anchor_judge), and only one that is like it and
 * that no other comes near is taken. */
#include "dossier/notes/anchor.h"

#include "anchor_article.h"
#include "anchor_judge.h"
#include "dossier/base/hash.h"
#include "dossier/base/memory.h"
#include "dossier/text/encoding.h"
#include "dossier/text/utf8.h"

#include <stdlib.h>

static struct str context_before(struct str text, size_t at)
{
    size_t start = at;
    for (int i = 0; i < NOTE_CONTEXT && start > 0; i++)
        utf8_before(text, &start);
    return str_sub(text, start, at);
}

static struct str context_after(struct str text, size_t at)
{
    size_t end = at;
    for (int i = 0; i < NOTE_CONTEXT && end < text.len; i++)
        utf8_next(text, &end);
    return str_sub(text, at, end);
}

void anchor_make(struct arena *arena, const struct library *library, uint32_t number,
                 struct span span, struct str stored, struct note *note)
{
    const struct article *article = corpus_article(&library->corpus, number);
    char hex[HASH_HEX];
    hash_sha256(stored, hex);
    note->article = arena_str(arena, article->path);
    note->sha256 = arena_str(arena, str_of(hex));
    note->number = number;
    note->state = ANCHOR_EXACT;
    note->has_passage = span.start < span.end;
    note->at = note->span = (struct span){0};
    note->quote = note->before = note->after = (struct str){0};
    if (!note->has_passage)
        return;
    note->span = span;
    note->at = (struct span){encoding_stored(&article->file, span.start),
                             encoding_stored(&article->file, span.end)};
    note->quote = arena_str(arena, span_of(article->text, span));
    note->before = arena_str(arena, context_before(article->text, span.start));
    note->after = arena_str(arena, context_after(article->text, span.end));
}

struct anchor_finder {
    const struct library *library;
    struct article_hashes hashes;
    uint64_t work;
};

struct anchor_finder *anchor_finder_new(const struct library *library)
{
    struct anchor_finder *finder = memory_get(sizeof *finder);
    finder->library = library;
    finder->hashes.library = library;
    return finder;
}

void anchor_finder_free(struct anchor_finder *finder)
{
    article_hashes_free(&finder->hashes);
    free(finder);
}

/* NOTE's words stand at START of TEXT, in their context. */
static bool stands_at(struct str text, const struct note *note, size_t start)
{
    size_t end = start + note->quote.len;
    return note->quote.len && start >= note->before.len &&
           str_eq(str_sub(text, start, end), note->quote) &&
           str_eq(str_sub(text, start - note->before.len, start), note->before) &&
           str_eq(str_sub(text, end, end + note->after.len), note->after);
}

static void place(struct note *note, enum anchor_state state, size_t start, size_t end)
{
    note->state = state;
    note->span = (struct span){(uint32_t)start, (uint32_t)end};
}

/* A note that was written by hand may say no more of its passage than its words: then they mean the
 * only place where they stand. */
static bool says_words_alone(const struct note *note)
{
    return !note->at.end && !note->before.len && !note->after.len;
}

static void find_words(struct str text, struct arena *arena, struct note *note)
{
    struct {
        struct span *at;
        size_t len, cap;
    } places = {0};
    ptrdiff_t at = note->quote.len ? str_find(text, note->quote, 0) : -1;
    for (; at >= 0 && places.len < JUDGE_PLACES; at = str_find(text, note->quote, (size_t)at + 1))
        *vec_add(arena, &places) =
            (struct span){(uint32_t)at, (uint32_t)((size_t)at + note->quote.len)};
    if (places.len == 1)
        place(note, ANCHOR_EXACT, places.at->start, places.at->end);
    if (places.len < 2)
        return;
    note->state = ANCHOR_AMBIGUOUS;
    note->places = places.at;
    note->place_count = places.len;
}

/* Finds the passage in the article NOTE->number. */
static void find_passage(struct anchor_finder *finder, struct arena *arena, struct note *note)
{
    const struct article *article = corpus_article(&finder->library->corpus, note->number);
    size_t start = encoding_offset(&article->file, note->at.start);
    if (note->at.end && stands_at(article->text, note, start)) {
        place(note, ANCHOR_EXACT, start, start + note->quote.len);
        return;
    }
    if (says_words_alone(note)) {
        find_words(article->text, arena, note);
        return;
    }
    struct verdict verdict;
    judge(finder->library, note->number, note, &finder->work, &verdict);
    note->state = verdict.state;
    note->likeness = verdict.state == ANCHOR_CHANGED ? verdict.best.quote : 0;
    if (verdict.state == ANCHOR_MOVED || verdict.state == ANCHOR_CHANGED)
        note->span = verdict.best.span;
    if (verdict.state == ANCHOR_MOVED && note->span.start == start)
        note->state = ANCHOR_EXACT;
    note->place_count = verdict.place_count;
    note->places = arena_many(arena, struct span, verdict.place_count);
    for (size_t i = 0; i < verdict.place_count; i++)
        note->places[i] = verdict.places[i];
}

/* NOTE's article is not under its path: by the bytes of its file, else by its words. */
static void find_elsewhere(struct anchor_finder *finder, struct arena *arena, struct note *note)
{
    note->number = article_by_hash(&finder->hashes, note);
    if (note->number != ARTICLE_NONE && note->has_passage)
        find_passage(finder, arena, note);
    else if (note->number != ARTICLE_NONE)
        note->state = ANCHOR_EXACT;
    if (note->number != ARTICLE_NONE) {
        note->state = note->state == ANCHOR_EXACT ? ANCHOR_MOVED : note->state;
        return;
    }
    uint32_t start;
    if (note->has_passage)
        note->number = article_by_words(finder->library, note, &start);
    if (note->number != ARTICLE_NONE)
        place(note, ANCHOR_MOVED, start, start + note->quote.len);
}

void anchor_find(struct anchor_finder *finder, struct arena *arena, struct note *note)
{
    const struct library *library = finder->library;
    note->span = (struct span){0};
    note->number = ARTICLE_NONE;
    note->state = ANCHOR_ORPHAN;
    note->places = NULL;
    note->place_count = 0;
    note->likeness = 0;
    if (!note->article.len) {
        if (tags_actor(&library->tags, note->about) != ACTOR_NONE)
            note->state = ANCHOR_EXACT;
        return;
    }
    note->number = corpus_at_path(&library->corpus, note->article);
    if (note->number == ARTICLE_NONE)
        find_elsewhere(finder, arena, note);
    else if (note->has_passage)
        find_passage(finder, arena, note);
    else
        note->state = ANCHOR_EXACT;
}
