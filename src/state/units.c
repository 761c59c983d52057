/* SPDX-License-Identifier: ISC */
/* Words, sentences and paragraphs of an article, and which comes after which. */
#include "caret.h"

#include "dossier/text/grapheme.h"
#include "dossier/text/sentences.h"
#include "dossier/text/words.h"

static struct span paragraph_span(const struct article *article, size_t i)
{
    return i < article_paragraph_count(article) ? article_paragraphs(article)[i].span
                                                : (struct span){0, 0};
}

uint32_t caret_word(const struct article *article, uint32_t at)
{
    struct span word = words_around(article->text, at);
    size_t from = word.end > at ? word.end : at;
    if (word.start > at)
        return word.start;
    while (from < article->text.len) {
        word = words_around(article->text, from);
        if (word.start == word.end)
            return at;
        if (word.start > at)
            return word.start;
        from = cluster_after(article->text, from);
    }
    return at;
}

uint32_t caret_word_back(const struct article *article, uint32_t at)
{
    size_t from = at;
    while (from > 0) {
        from = cluster_before(article->text, from);
        struct span word = words_around(article->text, from);
        if (word.start <= from && from < word.end)
            return word.start;
    }
    return at;
}

struct span caret_sentence_at(const struct article *article, uint32_t at)
{
    struct span paragraph = paragraph_span(article, article_paragraph(article, at));
    if (at < paragraph.start)
        at = paragraph.start;
    struct span sentence =
        sentences_around(span_of(article->text, paragraph), at - paragraph.start);
    return (struct span){sentence.start + paragraph.start, sentence.end + paragraph.start};
}

uint32_t caret_paragraph(const struct article *article, uint32_t at)
{
    size_t next = article_paragraph(article, at) + 1;
    return next < article_paragraph_count(article) ? article_paragraphs(article)[next].span.start
                                                   : at;
}

uint32_t caret_paragraph_back(const struct article *article, uint32_t at)
{
    size_t i = article_paragraph(article, at);
    struct span paragraph = paragraph_span(article, i);
    if (at > paragraph.start || i == 0)
        return paragraph.start;
    return article_paragraphs(article)[i - 1].span.start;
}

uint32_t caret_sentence(const struct article *article, uint32_t at)
{
    struct span paragraph = paragraph_span(article, article_paragraph(article, at));
    struct span sentence = caret_sentence_at(article, at);
    uint32_t next = sentence.end;
    while (next < paragraph.end) {
        struct cluster cluster;
        size_t after = next;
        if (!cluster_next(article->text, &after, &cluster) || cluster.shown[0] != ' ')
            break;
        next = (uint32_t)after;
    }
    return next < paragraph.end ? next : caret_paragraph(article, at);
}

uint32_t caret_sentence_back(const struct article *article, uint32_t at)
{
    size_t i = article_paragraph(article, at);
    struct span sentence = caret_sentence_at(article, at);
    if (at > sentence.start)
        return sentence.start;
    if (sentence.start > paragraph_span(article, i).start)
        return caret_sentence_at(article, sentence.start - 1).start;
    if (i == 0)
        return at;
    struct span before = article_paragraphs(article)[i - 1].span;
    return before.end > before.start ? caret_sentence_at(article, before.end - 1).start
                                     : before.start;
}
