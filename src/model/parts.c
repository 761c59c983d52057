/* SPDX-License-Identifier: ISC */
/* An article's paragraphs and line marks. They cost more than all else about an article, and of a
 * million articles few are looked at, so each has them worked out when they are first asked for.
 * The text is cut at the front matter and at the body's bounds before paragraphs are looked for: a
 * date line that is glued to the first sentence is no part of it. */
#include "parts.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/text/paragraphs.h"
#include "dossier/text/words.h"

#include <string.h>

struct article_parts {
    struct arena *arena;
    bool has_paragraphs;
    struct paragraph *paragraphs;
    size_t paragraph_count;
    struct article_word *words; /* NULL: not made */
    size_t word_count;
    struct line_mark *line_marks; /* one for each LINE_BLOCK of the text; NULL: not made */
};

/* Paragraphs while they are gathered; those from BODY_FROM on, of the last piece, lie in the body.
 */
struct gathering {
    struct arena *scratch;
    struct str text;
    struct spans spans;
    struct {
        enum paragraph_kind *at;
        size_t len, cap;
    } kinds;
};

static void gather(struct gathering *g, struct span piece, enum paragraph_kind kind)
{
    size_t first = g->spans.len;
    if (piece.start >= piece.end)
        return;
    paragraphs_find(g->scratch, span_of(g->text, piece), &g->spans);
    for (size_t i = first; i < g->spans.len; i++) {
        g->spans.at[i].start += piece.start;
        g->spans.at[i].end += piece.start;
        *vec_add(g->scratch, &g->kinds) = kind;
    }
}

/* The words of A and B are the same; marks, case, punctuation and white space don't count. */
static bool same_words(struct str a, struct str b)
{
    struct buf key_a = {0}, key_b = {0};
    struct span word;
    size_t at_a = 0, at_b = 0;
    bool more_a, more_b, same, any = false;
    do {
        more_a = words_next(a, &at_a, &word, &key_a);
        more_b = words_next(b, &at_b, &word, &key_b);
        same = more_a == more_b && (!more_a || str_eq(buf_view(&key_a), buf_view(&key_b)));
        any = any || more_a;
    } while (same && more_a);
    buf_free(&key_a);
    buf_free(&key_b);
    return same && any;
}

static void number_paragraphs(const struct article *article)
{
    int number = 0;
    for (size_t i = 0; i < article->parts->paragraph_count; i++) {
        struct paragraph *p = &article->parts->paragraphs[i];
        if (p->kind == PARAGRAPH_BOILERPLATE) {
            p->number = -1;
            continue;
        }
        bool headline = number == 0 && article->facts.title.len &&
                        same_words(span_of(article->text, p->span), article->facts.title);
        if (headline && (i == 0 || article->parts->paragraphs[i - 1].kind != PARAGRAPH_HEADLINE)) {
            p->kind = PARAGRAPH_HEADLINE;
            p->number = 0;
        } else {
            p->kind = PARAGRAPH_BODY;
            p->number = ++number;
        }
    }
}

static void find_paragraphs(const struct article *article)
{
    struct gathering g = {.scratch = arena_new(), .text = article->text};
    gather(&g, article->front, PARAGRAPH_BOILERPLATE);
    uint32_t at = article->front.end;
    for (size_t i = 0; i < article->body.len; i++) {
        struct span span = article->body.at[i];
        gather(&g, (struct span){at, span.start}, PARAGRAPH_BOILERPLATE);
        gather(&g, span, PARAGRAPH_BODY);
        at = span.end;
    }
    gather(&g, (struct span){at, (uint32_t)article->text.len}, PARAGRAPH_BOILERPLATE);
    struct article_parts *parts = article->parts;
    parts->paragraph_count = g.spans.len;
    parts->paragraphs = arena_many(parts->arena, struct paragraph, g.spans.len);
    for (size_t i = 0; i < g.spans.len; i++)
        parts->paragraphs[i] = (struct paragraph){g.spans.at[i], g.kinds.at[i], -1};
    arena_free(g.scratch);
}

static const struct article_parts *with_paragraphs(const struct article *article)
{
    if (!article->parts->has_paragraphs) {
        find_paragraphs(article);
        number_paragraphs(article);
        article->parts->has_paragraphs = true;
    }
    return article->parts;
}

const struct paragraph *article_paragraphs(const struct article *article)
{
    return with_paragraphs(article)->paragraphs;
}

size_t article_paragraph_count(const struct article *article)
{
    return with_paragraphs(article)->paragraph_count;
}

uint64_t word_key(struct str key)
{
    return str_hash(key);
}

static void find_words(const struct article *article)
{
    struct article_parts *parts = article->parts;
    struct {
        struct article_word *at;
        size_t len, cap;
    } words = {0};
    struct buf key = {0};
    struct span word;
    for (size_t at = 0; words_next(article->text, &at, &word, &key);)
        *vec_add(parts->arena, &words) =
            (struct article_word){word_key(buf_view(&key)), word.start};
    buf_free(&key);
    parts->words = words.at ? words.at : arena_one(parts->arena, struct article_word);
    parts->word_count = words.len;
}

const struct article_word *article_words(const struct article *article, size_t *count)
{
    if (!article->parts->words)
        find_words(article);
    *count = article->parts->word_count;
    return article->parts->words;
}

size_t article_words_before(const struct article *article, uint32_t at)
{
    size_t low = 0, high;
    const struct article_word *words = article_words(article, &high);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (words[middle].start < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct line_mark *mark_lines(const struct article *article)
{
    struct str text = article->text;
    size_t blocks = text.len / LINE_BLOCK;
    struct line_mark *marks = arena_many(article->parts->arena, struct line_mark, blocks + 1);
    struct line_mark mark = {0, 0};
    for (size_t i = 0; i < blocks; i++) {
        const char *at = text.at + i * LINE_BLOCK, *end = at + LINE_BLOCK;
        while ((at = memchr(at, '\n', (size_t)(end - at)))) {
            at++;
            mark = (struct line_mark){mark.before + 1, (uint32_t)(at - text.at)};
        }
        marks[i + 1] = mark;
    }
    article->parts->line_marks = marks;
    return marks;
}

struct line_mark parts_line_mark(const struct article *article, uint32_t at)
{
    if (at < LINE_BLOCK)
        return (struct line_mark){0, 0};
    const struct line_mark *marks = article->parts->line_marks;
    if (!marks)
        marks = mark_lines(article);
    return marks[at / LINE_BLOCK];
}

struct article_parts *parts_new(struct arena *arena)
{
    struct article_parts *parts = arena_one(arena, struct article_parts);
    parts->arena = arena;
    return parts;
}

void parts_forget(struct article_parts *parts)
{
    *parts = (struct article_parts){.arena = parts->arena};
}
