/* SPDX-License-Identifier: ISC */
/* A note keeps three things of its passage: the offset, which is right while the article is as it
 * was; the words, which are right wherever they went; and what stood around them, which tells two
 * places with the same words apart. They are tried in this order. */
#include "dossier/notes/anchor.h"

#include "dossier/base/buf.h"
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
    const struct article *article = &library->corpus.at[number];
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

/* How often WORDS stand in TEXT: 0, 1, or 2 for more; where they first do. */
static int occurrences(struct str text, struct str words, size_t *first)
{
    ptrdiff_t at = words.len ? str_find(text, words, 0) : -1;
    if (at < 0)
        return 0;
    *first = (size_t)at;
    return str_find(text, words, (size_t)at + 1) < 0 ? 1 : 2;
}

/* The only place where NOTE's words stand in their context. */
static bool find_in_context(struct str text, const struct note *note, size_t *start)
{
    struct buf words = {0};
    buf_str(&words, note->before);
    buf_str(&words, note->quote);
    buf_str(&words, note->after);
    bool once = occurrences(text, buf_view(&words), start) == 1;
    *start += note->before.len;
    buf_free(&words);
    return once;
}

static enum anchor_state find_passage(const struct article *article, const struct note *note,
                                      size_t *start)
{
    struct str text = article->text;
    *start = encoding_offset(&article->file, note->at.start);
    if (str_eq(str_sub(text, *start, *start + note->quote.len), note->quote))
        return ANCHOR_EXACT;
    switch (occurrences(text, note->quote, start)) {
    case 0:
        return ANCHOR_ORPHAN;
    case 1:
        return ANCHOR_MOVED;
    default:
        return find_in_context(text, note, start) ? ANCHOR_MOVED : ANCHOR_AMBIGUOUS;
    }
}

struct anchor_finder {
    const struct library *library;
};

struct anchor_finder *anchor_finder_new(const struct library *library)
{
    struct anchor_finder *finder = memory_get(sizeof *finder);
    finder->library = library;
    return finder;
}

void anchor_finder_free(struct anchor_finder *finder)
{
    free(finder);
}

void anchor_why(const struct library *library, const struct note *note, struct buf *out)
{
    (void)library;
    if (note->state != ANCHOR_EXACT)
        buf_printf(out, "its passage is %s", anchor_state_name(note->state));
}

void anchor_find(struct anchor_finder *finder, struct arena *arena, struct note *note)
{
    const struct library *library = finder->library;
    (void)arena;
    note->span = (struct span){0};
    note->number = ARTICLE_NONE;
    if (!note->article.len) {
        bool known = tags_actor(&library->tags, note->about) != ACTOR_NONE;
        note->state = known ? ANCHOR_EXACT : ANCHOR_ORPHAN;
        return;
    }
    note->number = corpus_at_path(&library->corpus, note->article);
    if (note->number == ARTICLE_NONE || !note->has_passage) {
        note->state = note->number == ARTICLE_NONE ? ANCHOR_ORPHAN : ANCHOR_EXACT;
        return;
    }
    const struct article *article = &library->corpus.at[note->number];
    size_t start = 0;
    note->state = note->quote.len ? find_passage(article, note, &start) : ANCHOR_ORPHAN;
    if (note->state == ANCHOR_EXACT || note->state == ANCHOR_MOVED)
        note->span = (struct span){(uint32_t)start, (uint32_t)(start + note->quote.len)};
}
