/* SPDX-License-Identifier: ISC */
/* Paragraphs that are, or are not, the article's: the parts of its body as they are then. */
#include "correction_parts.h"

#include "dossier/base/memory.h"

/* SPAN without white space at its ends. */
static struct span trimmed(const struct article *article, struct span span)
{
    struct str text = str_trim(span_of(article->text, span));
    uint32_t start = (uint32_t)(text.at - article->text.at);
    return text.len ? (struct span){start, start + (uint32_t)text.len}
                    : (struct span){span.start, span.start};
}

static bool is_blank(const struct article *article, uint32_t from, uint32_t to)
{
    return from >= to || !str_trim(str_sub(article->text, from, to)).len;
}

/* Adds SPAN behind those of BODY; it goes on the last one where only white space parts them. */
static void join(const struct article *article, struct span span, struct arena *arena,
                 struct spans *body)
{
    struct span *last = body->len ? &body->at[body->len - 1] : NULL;
    if (span.start >= span.end)
        return;
    if (last && is_blank(article, last->end, span.start))
        last->end = span.end > last->end ? span.end : last->end;
    else
        *vec_add(arena, body) = span;
}

/* The body with SPAN. */
static void add(const struct article *article, struct span span, struct arena *arena,
                struct spans *out)
{
    bool done = false;
    for (size_t i = 0; i < article->body.len; i++) {
        struct span part = article->body.at[i];
        if (!done && span.start < part.start) {
            join(article, span, arena, out);
            done = true;
        }
        join(article, part, arena, out);
    }
    if (!done)
        join(article, span, arena, out);
}

/* The body without SPAN. */
static void take_away(const struct article *article, struct span span, struct arena *arena,
                      struct spans *out)
{
    for (size_t i = 0; i < article->body.len; i++) {
        struct span part = article->body.at[i];
        if (!span_meets(part, span)) {
            join(article, part, arena, out);
            continue;
        }
        struct span before = {part.start, span.start}, behind = {span.end, part.end};
        if (before.start < before.end)
            before = trimmed(article, before);
        if (behind.start < behind.end)
            behind = trimmed(article, behind);
        if (before.start < before.end)
            *vec_add(arena, out) = before;
        if (behind.start < behind.end)
            *vec_add(arena, out) = behind;
    }
}

/* From the first to the last paragraph that SPAN touches and that are to change sides: *COUNT. */
static struct span find_paragraphs(const struct article *article, struct span span, bool gains,
                                   size_t *count)
{
    const struct paragraph *paragraphs = article_paragraphs(article);
    struct span found = {0, 0};
    *count = 0;
    for (size_t i = 0; i < article_paragraph_count(article); i++) {
        struct span its = paragraphs[i].span;
        bool in_body = paragraphs[i].kind != PARAGRAPH_BOILERPLATE;
        bool touched = its.start < span.end && span.start < its.end;
        if (!touched || in_body == gains || its.start < article->front.end)
            continue;
        found.start = *count ? found.start : its.start;
        found.end = its.end;
        ++*count;
    }
    return found;
}

bool correction_body(const struct article *article, struct span span, bool gains,
                     struct arena *arena, struct correction *out, struct error *error)
{
    struct spans body = {0};
    *out = correction_begin(article, CORRECTION_OTHER, ARTICLE_BODY);
    out->gains = gains;
    if (span.end <= span.start)
        span.end = span.start + 1;
    struct span found = find_paragraphs(article, span, gains, &out->paragraphs);
    if (!out->paragraphs)
        return error_set(error, gains ? "this is the article’s already"
                                      : "this is no part of the article already");
    found = trimmed(article, found);
    if (gains)
        add(article, found, arena, &body);
    else
        take_away(article, found, arena, &body);
    if (!body.len)
        return error_set(error, "nothing would be left of the article");
    for (size_t i = 0; i < body.len; i++)
        correction_add(article, body.at[i], arena, out);
    return true;
}
