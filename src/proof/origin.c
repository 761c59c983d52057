/* SPDX-License-Identifier: ISC */
/* An article's quotation marks are paired once, when a quotation is first found in it. */
#include "origin.h"

#include "dossier/base/memory.h"
#include "dossier/text/sentences.h"
#include "page.h"
#include "speaker.h"

struct origin {
    bool known;
    struct draft draft; /* its quotations, in its own text */
    struct dates_named dates;
};

struct origins {
    struct arena *arena;
    const struct library *library;
    struct origin *at; /* for each article's number */
};

struct origins *origins_new(struct arena *arena, const struct library *library)
{
    struct origins *origins = arena_one(arena, struct origins);
    origins->arena = arena;
    origins->library = library;
    origins->at = arena_many(arena, struct origin, library->corpus.numbers + (size_t)1);
    return origins;
}

static struct origin *read_origin(struct origins *origins, uint32_t number)
{
    struct origin *origin = &origins->at[number];
    const struct article *article = corpus_article(&origins->library->corpus, number);
    if (origin->known)
        return origin;
    struct page page = {.thorough = true, .arena = origins->arena, .draft = &origin->draft};
    origin->draft.text = origin->draft.source = article->text;
    for (size_t i = 0; i < article_paragraph_count(article); i++)
        *vec_add(origins->arena, &page.blocks) =
            (struct block){BLOCK_TEXT, article_paragraphs(article)[i].span};
    marks_find(&page);
    dates_find(origins->arena, article->text, (struct span){0, (uint32_t)article->text.len},
               &origin->dates);
    origin->known = true;
    return origin;
}

/* The quotation that holds byte AT, or NULL. */
static const struct quotation *quotation_at(const struct origin *origin, uint32_t at)
{
    const struct quotation *found = NULL;
    size_t low = 0, high = origin->draft.quotations.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (origin->draft.quotations.at[middle].span.start <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low > 0)
        found = &origin->draft.quotations.at[low - 1];
    return found && at < found->span.end && found->kind == QUOTATION_MARKED ? found : NULL;
}

static struct span empty_at(uint32_t at)
{
    return (struct span){at, at};
}

uint32_t origins_speaker(struct origins *origins, uint32_t number, struct span span)
{
    const struct library *library = origins->library;
    const struct article *article = corpus_article(&library->corpus, number);
    const struct origin *origin = read_origin(origins, number);
    const struct quotation *q = quotation_at(origin, span.start);
    struct told told = {&library->tags, &library->cast, number, article->text};
    if (!article_paragraph_count(article))
        return ACTOR_NONE;
    struct span par = article_paragraphs(article)[article_paragraph(article, span.start)].span;
    if (q) {
        uint32_t speaker = speaker_of(&told, q->before, q->after);
        const struct quotation *first = origin->draft.quotations.at;
        bool bare = !speaker_is_told(span_of(article->text, q->before)) &&
                    !speaker_is_told(span_of(article->text, q->after));
        bool runs_on = bare && q > first && q[-1].span.start >= par.start;
        return speaker == ACTOR_NONE && runs_on ? speaker_of(&told, q[-1].before, q[-1].after)
                                                : speaker;
    }
    struct span sentence = sentences_around(span_of(article->text, par), span.start - par.start);
    struct span before = {par.start + sentence.start, span.start};
    if (before.end < before.start || !speaker_is_told(span_of(article->text, before)))
        return ACTOR_NONE;
    return speaker_of(&told, before, empty_at(span.end));
}

bool origins_days(const struct article *article, day *from, day *to)
{
    const struct facts *facts = &article->facts;
    if (facts->date != DAY_NONE) {
        *from = *to = facts->date;
        return true;
    }
    *from = facts->from;
    *to = facts->to;
    return facts->from != DAY_NONE && facts->to != DAY_NONE;
}

bool origins_prints(struct origins *origins, uint32_t article, const struct date_named *date)
{
    const struct dates_named *dates = &read_origin(origins, article)->dates;
    day near, last, from, to, first, end;
    if (!origins_days(corpus_article(&origins->library->corpus, article), &near, &last))
        near = DAY_NONE;
    dates_range(date, near, &from, &to);
    for (size_t i = 0; i < dates->len; i++) {
        dates_range(&dates->at[i], near, &first, &end);
        if (first != DAY_NONE && first <= to && from <= end)
            return true;
    }
    return false;
}
