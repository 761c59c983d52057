/* SPDX-License-Identifier: ISC */
#include "dossier/reading/copies.h"

#include "dossier/base/memory.h"
#include "dossier/model/pattern.h"
#include "dossier/text/sentences.h"
#include "dossier/text/words.h"

#define RUN 8       /* words that are looked for together */
#define STEP 2      /* words from one run to the next */
#define COMMON 2000 /* places: a run whose rarest word has more tells little and costs much */
#define WORDS 256   /* of a sentence that are looked at */

/* One sentence while it is looked for. */
struct looking {
    struct copies *copies;
    struct arena *scratch;
    struct str text;             /* of the article */
    struct copied_passage found; /* empty: nothing yet */
    struct article_numbers others;
};

static void note_other(struct looking *l, uint32_t other)
{
    for (size_t i = 0; i < l->others.len; i++) {
        if (l->others.at[i] == other)
            return;
    }
    const uint32_t *rank = l->copies->library->corpus.rank;
    if (!l->others.len || rank[other] < rank[l->found.first])
        l->found.first = other;
    *vec_add(l->scratch, &l->others) = other;
}

/* Looks for the words of SPAN in other articles. */
static void look_for(struct looking *l, struct span span)
{
    struct places places = {0};
    const struct corpus *corpus = &l->copies->library->corpus;
    const struct pattern *pattern = pattern_make(l->scratch, span_of(l->text, span), false);
    if (!pattern || pattern_bound(pattern, corpus) > COMMON)
        return;
    bool found = false;
    pattern_find(pattern, corpus, l->scratch, &places);
    for (size_t i = 0; i < places.len; i++) {
        if (places.at[i].article == l->copies->article)
            continue;
        note_other(l, places.at[i].article);
        found = true;
    }
    if (!found)
        return;
    if (!l->found.span.end)
        l->found.span.start = span.start;
    l->found.span.end = span.end;
}

static void look_at_sentence(struct copies *copies, struct str article, struct span sentence)
{
    struct looking l = {.copies = copies, .scratch = arena_new(), .text = article};
    struct span words[WORDS];
    struct str text = span_of(article, sentence);
    size_t at = 0, count = words_spans(text, &at, words, WORDS);
    for (size_t i = 0; i + RUN <= count; i += STEP)
        look_for(&l, (struct span){sentence.start + words[i].start,
                                   sentence.start + words[i + RUN - 1].end});
    l.found.articles = (uint32_t)l.others.len;
    if (l.found.articles)
        *vec_add(copies->arena, copies) = l.found;
    arena_free(l.scratch);
}

bool copies_step(struct copies *copies)
{
    const struct article *article = corpus_article(&copies->library->corpus, copies->article);
    const struct paragraph *paragraphs = article_paragraphs(article);
    size_t count = article_paragraph_count(article);
    for (; copies->paragraph < count; copies->paragraph++, copies->behind = 0) {
        struct span sentence, its = paragraphs[copies->paragraph].span;
        struct str text = span_of(article->text, its);
        if (paragraphs[copies->paragraph].kind == PARAGRAPH_BOILERPLATE ||
            !sentences_next(text, &copies->behind, &sentence))
            continue;
        look_at_sentence(copies, article->text,
                         (struct span){its.start + sentence.start, its.start + sentence.end});
        return true;
    }
    return false;
}
