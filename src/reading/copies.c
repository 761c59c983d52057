/* SPDX-License-Identifier: ISC */
#include "dossier/reading/copies.h"

#include "dossier/base/memory.h"
#include "dossier/model/pattern.h"
#include "dossier/text/chars.h"
#include "dossier/text/fold.h"
#include "dossier/text/sentences.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

#define RUN 8        /* words that are looked for together */
#define STEP 2       /* words from one run to the next */
#define COMMON 2000  /* places: a run whose rarest word has more tells little and costs much */
#define WORDS 256    /* of a sentence that are looked at */
#define PLACES 20000 /* a whole passage whose rarest word has more is not looked for */
#define FEW 3        /* words that stand in many texts, and are a quotation between marks alone */

/* One sentence while it is looked for. */
struct looking {
    const struct library *library;
    uint32_t article;
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
    struct str words = copies_words(l->scratch, span_of(l->text, span));
    const struct pattern *pattern = pattern_make(l->scratch, words, false);
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

/* What other articles have of the words of SPAN, by its runs. */
static struct copied_passage look_at(const struct library *library, uint32_t article,
                                     struct span span)
{
    struct looking l = {.library = library, .article = article, .scratch = arena_new()};
    struct span words[WORDS];
    l.text = corpus_article(&library->corpus, article)->text;
    struct str text = span_of(l.text, span);
    size_t at = 0, count = words_spans(text, &at, words, WORDS);
    for (size_t i = 0; i + RUN <= count; i += STEP)
        look_for(&l,
                 (struct span){span.start + words[i].start, span.start + words[i + RUN - 1].end});
    l.found.articles = (uint32_t)l.others.len;
    arena_free(l.scratch);
    return l.found;
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
        struct copied_passage found =
            look_at(copies->library, copies->article,
                    (struct span){its.start + sentence.start, its.start + sentence.end});
        if (found.articles)
            *vec_add(copies->arena, copies) = found;
        return true;
    }
    return false;
}

/* ---- one passage ---- */

struct str copies_words(struct arena *arena, struct str passage)
{
    struct span word, first = {0, 0};
    struct letter letter;
    struct buf key = {0};
    size_t from = 0, end = 0;
    for (size_t at = 0; words_next(passage, &at, &word, &key); end = word.end)
        first = first.end ? first : word;
    buf_clear(&key);
    from = first.start;
    if (end > from && fold_next(passage, &from, &letter) && letter.capital) {
        for (size_t i = 0; i < letter.count; i++)
            utf8_put(&key, letter.folded[i]);
    } else {
        from = first.start;
    }
    buf_str(&key, str_sub(passage, from, end));
    struct str words = arena_str(arena, buf_view(&key));
    buf_free(&key);
    return words;
}

/* A quotation mark stands before AT; BEHIND: behind it, perhaps after a comma or full stop. */
static bool is_mark(struct str text, size_t at, bool behind)
{
    if (!behind)
        return at > 0 && char_is_quote(utf8_before(text, &at));
    for (int i = 0; i < 2 && at < text.len; i++) {
        uint32_t c = utf8_next(text, &at);
        if (char_is_quote(c))
            return true;
        if (char_is_word(c) || char_is_space(c))
            break;
    }
    return false;
}

static bool is_between_marks(const struct corpus *corpus, const struct place *place)
{
    struct str text = corpus_article(corpus, place->article)->text;
    return is_mark(text, place->span.start, false) && is_mark(text, place->span.end, true);
}

static struct copies_found find_whole(const struct library *library, uint32_t article,
                                      struct str passage, struct arena *scratch)
{
    const struct corpus *corpus = &library->corpus;
    struct copies_found copied = {.first = ARTICLE_NONE};
    struct places places = {0};
    struct str words = copies_words(scratch, passage);
    struct pattern *pattern = words.len ? pattern_make(scratch, words, false) : NULL;
    bool few = words_count(words) <= FEW;
    uint32_t last = ARTICLE_NONE; /* places are in order of article */
    if (!pattern)
        return copied;
    if (pattern_bound(pattern, corpus) > (few ? COMMON : PLACES)) {
        copied.how = COPIED_UNTOLD;
        return copied;
    }
    pattern_find(pattern, corpus, scratch, &places);
    for (size_t i = 0; i < places.len; i++) {
        uint32_t other = places.at[i].article;
        bool again = other == last;
        if (other == article || again || (few && !is_between_marks(corpus, &places.at[i])))
            continue;
        if (!copied.articles || corpus->rank[other] < corpus->rank[copied.first])
            copied.first = other;
        last = other;
        copied.articles++;
    }
    copied.how = copied.articles ? COPIED_WHOLE : COPIED_NOWHERE;
    return copied;
}

struct copies_found copies_of(const struct library *library, uint32_t article, struct span span)
{
    struct arena *scratch = arena_new();
    struct str text = corpus_article(&library->corpus, article)->text;
    struct copies_found copied = find_whole(library, article, span_of(text, span), scratch);
    arena_free(scratch);
    if (copied.how == COPIED_WHOLE)
        return copied;
    struct copied_passage part = look_at(library, article, span);
    if (part.articles)
        copied = (struct copies_found){COPIED_PART, part.articles, part.first};
    return copied;
}
