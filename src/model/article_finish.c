/* SPDX-License-Identifier: ISC */
/* An article's body, as its makers find it. */
#include "dossier/base/memory.h"
#include "dossier/model/article.h"
#include "dossier/text/utf8.h"
#include "parts.h"

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

void article_finish(struct arena *arena, struct article *article)
{
    if (article->facts.known & ARTICLE_BODY)
        article->worked_out &= ~(unsigned)ARTICLE_BODY;
    find_body(arena, article);
    article->parts = parts_new(arena);
}

void article_entitle(struct article *article, struct str title)
{
    article->facts.title = title;
    article->worked_out |= ARTICLE_TITLE;
    parts_forget(article->parts);
}

void article_take_body(struct arena *arena, struct article *article, const struct spans *body)
{
    struct spans *stored = &article->facts.body;
    *stored = (struct spans){0};
    for (size_t i = 0; i < body->len; i++)
        *vec_add(arena, stored) = (struct span){encoding_stored(&article->file, body->at[i].start),
                                                encoding_stored(&article->file, body->at[i].end)};
    find_body(arena, article);
    article->worked_out |= ARTICLE_BODY;
    parts_forget(article->parts);
}
