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

/* One article while it is looked through. */
struct looking {
    struct arena *arena, *scratch;
    const struct library *library;
    struct str text;
    uint32_t article;
    struct copied_passage found; /* of the sentence in hand; empty: nothing yet */
    struct article_numbers others;
    struct copies *out;
};

static void note_other(struct looking *l, uint32_t other)
{
    for (size_t i = 0; i < l->others.len; i++) {
        if (l->others.at[i] == other)
            return;
    }
    const uint32_t *rank = l->library->corpus.rank;
    if (!l->others.len || rank[other] < rank[l->found.first])
        l->found.first = other;
    *vec_add(l->scratch, &l->others) = other;
}

/* Looks for the words of SPAN in other articles. */
static void look_for(struct looking *l, struct span span)
{
    struct places places = {0};
    const struct corpus *corpus = &l->library->corpus;
    const struct pattern *pattern = pattern_make(l->scratch, span_of(l->text, span), false);
    if (!pattern || pattern_bound(pattern, corpus) > COMMON)
        return;
    bool found = false;
    pattern_find(pattern, corpus, l->scratch, &places);
    for (size_t i = 0; i < places.len; i++) {
        if (places.at[i].article == l->article)
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

static void look_at_sentence(struct looking *l, struct span sentence)
{
    struct span words[WORDS];
    struct str text = span_of(l->text, sentence);
    size_t at = 0, count = words_spans(text, &at, words, WORDS);
    l->found = (struct copied_passage){.articles = 0};
    l->others.len = 0;
    for (size_t i = 0; i + RUN <= count; i += STEP)
        look_for(l, (struct span){sentence.start + words[i].start,
                                  sentence.start + words[i + RUN - 1].end});
    l->found.articles = (uint32_t)l->others.len;
    if (l->found.articles)
        *vec_add(l->arena, l->out) = l->found;
}

void copies_find(struct arena *arena, const struct library *library, uint32_t number,
                 struct copies *out)
{
    const struct article *article = corpus_article(&library->corpus, number);
    const struct paragraph *paragraphs = article_paragraphs(article);
    struct looking l = {.arena = arena,
                        .scratch = arena_new(),
                        .library = library,
                        .text = article->text,
                        .article = number,
                        .out = out};
    for (size_t i = 0; i < article_paragraph_count(article); i++) {
        struct span sentence, paragraph = paragraphs[i].span;
        struct str text = span_of(l.text, paragraph);
        if (paragraphs[i].kind == PARAGRAPH_BOILERPLATE)
            continue;
        for (size_t at = 0; sentences_next(text, &at, &sentence);)
            look_at_sentence(&l, (struct span){paragraph.start + sentence.start,
                                               paragraph.start + sentence.end});
    }
    arena_free(l.scratch);
}
