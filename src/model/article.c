/* SPDX-License-Identifier: ISC */
/* What is asked of one article. How its body and its paragraphs are found is in article_finish.c.
 */
#include "dossier/model/article.h"

#include "dossier/text/chars.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"
#include "parts.h"

#include <string.h>

#define LONGEST_WORD 40 /* characters of a word that a headline is not cut inside of */

/* A text can be cut at AT without tearing a word, "don't" counted as one. */
static bool may_cut(struct str text, size_t at)
{
    if (at == 0 || at >= text.len)
        return true;
    size_t next = at, before = at;
    return words_bound(text, at) && !char_is_apostrophe(utf8_next(text, &next)) &&
           !char_is_apostrophe(utf8_before(text, &before));
}

static size_t skip_space(struct str text, size_t at, size_t end)
{
    while (at < end) {
        size_t next = at;
        if (!char_is_space(utf8_next(text, &next)))
            break;
        at = next;
    }
    return at;
}

static size_t skip_space_back(struct str text, size_t at, size_t start)
{
    while (at > start) {
        size_t before = at;
        if (!char_is_space(utf8_before(text, &before)))
            break;
        at = before;
    }
    return at;
}

static const struct paragraph *first_of_body(const struct article *article)
{
    for (size_t i = 0; i < article_paragraph_count(article); i++) {
        if (article_paragraphs(article)[i].kind != PARAGRAPH_BOILERPLATE)
            return &article_paragraphs(article)[i];
    }
    return NULL;
}

struct str article_headline(const struct article *article, int width, bool *made_up)
{
    bool stated = article->facts.title.len > 0;
    if (made_up)
        *made_up = !stated;
    if (stated)
        return article->facts.title;
    const struct paragraph *first = first_of_body(article);
    if (!first)
        return (struct str){0};
    struct str whole = span_of(article->text, first->span);
    struct str fit = text_fit(whole, width);
    size_t end = fit.len;
    /* looking for a bound is dear in a hostile run of marks: then it is cut where it may be */
    for (int steps = 0; end > 0 && !may_cut(whole, end); steps++) {
        if (steps == LONGEST_WORD)
            return fit;
        utf8_before(whole, &end);
    }
    end = skip_space_back(whole, end, 0);
    return end > 0 ? str_sub(whole, 0, end) : fit;
}

bool article_in_body(const struct article *article, uint32_t at)
{
    const struct spans *body = &article->body;
    size_t low = 0, high = body->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (body->at[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < body->len && span_holds(body->at[low], at);
}

size_t article_paragraph(const struct article *article, uint32_t at)
{
    size_t low = 0, high = article_paragraph_count(article);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (article_paragraphs(article)[middle].span.start <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : 0;
}

int article_number(const struct article *article, uint32_t at)
{
    if (!article_paragraph_count(article))
        return -1;
    return article_paragraphs(article)[article_paragraph(article, at)].number;
}

void article_line(const struct article *article, uint32_t at, int *line, int *column)
{
    struct str text = article->text;
    if (at > text.len)
        at = (uint32_t)text.len;
    struct line_mark mark = parts_line_mark(article, at);
    size_t from = at / LINE_BLOCK * LINE_BLOCK;
    for (const char *end; from < at && (end = memchr(text.at + from, '\n', at - from));) {
        from = (size_t)(end - text.at) + 1;
        mark = (struct line_mark){mark.before + 1, (uint32_t)from};
    }
    *line = (int)mark.before + 1;
    *column =
        (int)(encoding_stored(&article->file, at) - encoding_stored(&article->file, mark.start)) +
        1;
}

/* Where a context of up to COUNT characters that ends at END begins, not before START. */
static size_t context_start(struct str text, size_t end, size_t start, size_t count)
{
    size_t at = end;
    while (at > start && count-- > 0)
        utf8_before(text, &at);
    if (at <= start)
        return start;
    while (at < end && !may_cut(text, at))
        utf8_next(text, &at);
    return skip_space(text, at, end);
}

static size_t context_end(struct str text, size_t start, size_t end, size_t count)
{
    size_t at = start;
    while (at < end && count-- > 0)
        utf8_next(text, &at);
    if (at >= end)
        return end;
    while (at > start && !may_cut(text, at))
        utf8_before(text, &at);
    return skip_space_back(text, at, start);
}

void article_context(const struct article *article, struct span span, size_t characters,
                     struct str *before, struct str *after)
{
    *before = *after = (struct str){0};
    if (!article_paragraph_count(article))
        return;
    struct str text = article->text;
    struct span first = article_paragraphs(article)[article_paragraph(article, span.start)].span;
    uint32_t last_byte = span.end > span.start ? span.end - 1 : span.end;
    struct span last = article_paragraphs(article)[article_paragraph(article, last_byte)].span;
    if (first.start < span.start && span.start <= first.end)
        *before =
            str_sub(text, context_start(text, span.start, first.start, characters), span.start);
    if (last.start <= span.end && span.end < last.end)
        *after = str_sub(text, span.end, context_end(text, span.end, last.end, characters));
}

day article_day(const struct article *article)
{
    const struct facts *facts = &article->facts;
    if (facts->date != DAY_NONE)
        return facts->date;
    return facts->from != DAY_NONE ? facts->from : facts->to;
}
