/* SPDX-License-Identifier: ISC */
/* An article's body and paragraphs. The text is cut at the front matter and at the body's
 * bounds before paragraphs are looked for: a date line that is glued to the first sentence is no
 * part of it. */
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/model/article.h"
#include "dossier/text/paragraphs.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"
#include "line_block.h"

#include <string.h>

/* A stated range as text offsets: what of it lies behind FLOOR, in whole characters. */
static struct span fit_range(const struct article *article, struct span stored, uint32_t floor)
{
    struct str text = article->text;
    size_t start = encoding_offset(&article->file, stored.start);
    size_t end = encoding_offset(&article->file, stored.end);
    if (start < text.len && utf8_start(text, start) != start) {
        start = utf8_start(text, start);
        utf8_next(text, &start);
    }
    if (end < text.len)
        end = utf8_start(text, end);
    if (start < floor)
        start = floor;
    return (struct span){(uint32_t)start, (uint32_t)(end > start ? end : start)};
}

static void find_body(struct arena *arena, struct article *article)
{
    struct spans *body = &article->body;
    const struct spans *stated = &article->facts.body;
    *body = (struct spans){0};
    if (article->text.len == 0)
        return;
    uint32_t floor = article->front.end;
    for (size_t i = 0; i < stated->len; i++) {
        struct span span = fit_range(article, stated->at[i], floor);
        if (span.end == span.start)
            continue;
        *vec_add(arena, body) = span;
        floor = span.end;
    }
    if (body->len || floor == article->text.len)
        return;
    *vec_add(arena, body) = (struct span){floor, (uint32_t)article->text.len};
    article->worked_out |= ARTICLE_BODY;
}

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

static void number_paragraphs(struct article *article)
{
    int number = 0;
    for (size_t i = 0; i < article->paragraph_count; i++) {
        struct paragraph *p = &article->paragraphs[i];
        if (p->kind == PARAGRAPH_BOILERPLATE) {
            p->number = -1;
            continue;
        }
        bool headline = number == 0 && article->facts.title.len &&
                        same_words(span_of(article->text, p->span), article->facts.title);
        if (headline && (i == 0 || article->paragraphs[i - 1].kind != PARAGRAPH_HEADLINE)) {
            p->kind = PARAGRAPH_HEADLINE;
            p->number = 0;
        } else {
            p->kind = PARAGRAPH_BODY;
            p->number = ++number;
        }
    }
}

static void find_paragraphs(struct arena *arena, struct article *article)
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
    article->paragraph_count = g.spans.len;
    article->paragraphs = arena_many(arena, struct paragraph, g.spans.len);
    for (size_t i = 0; i < g.spans.len; i++)
        article->paragraphs[i] = (struct paragraph){g.spans.at[i], g.kinds.at[i], -1};
    arena_free(g.scratch);
}

static void mark_lines(struct arena *arena, struct article *article)
{
    struct str text = article->text;
    article->line_marks = NULL;
    if (text.len < LINE_BLOCK)
        return;
    size_t blocks = text.len / LINE_BLOCK;
    article->line_marks = arena_many(arena, struct line_mark, blocks + 1);
    struct line_mark mark = {0, 0};
    for (size_t i = 0; i < blocks; i++) {
        const char *at = text.at + i * LINE_BLOCK, *end = at + LINE_BLOCK;
        while ((at = memchr(at, '\n', (size_t)(end - at)))) {
            at++;
            mark = (struct line_mark){mark.before + 1, (uint32_t)(at - text.at)};
        }
        article->line_marks[i + 1] = mark;
    }
}

void article_finish(struct arena *arena, struct article *article)
{
    article->worked_out &= ~(unsigned)ARTICLE_BODY;
    find_body(arena, article);
    find_paragraphs(arena, article);
    number_paragraphs(article);
    mark_lines(arena, article);
}

void article_entitle(struct article *article, struct str title)
{
    article->facts.title = title;
    article->worked_out |= ARTICLE_TITLE;
    number_paragraphs(article);
}
