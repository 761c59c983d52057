/* SPDX-License-Identifier: ISC */
/* Paragraph by paragraph: the marks, then the words around them, then who speaks, and what is
 * reported without marks. What a paragraph hands on to the next is small, so that a text may be as
 * long as it likes; a paragraph beyond all measure is read in pieces. */
#include "dossier/reading/quotes.h"

#include "dossier/base/memory.h"
#include "dossier/reading/headline.h"
#include "quotes_parts.h"

#include <stdlib.h>

#define LARGEST_PIECE ((uint32_t)1 << 16) /* bytes of a paragraph that is read at once */

struct quotation *quotes_add(struct reader *r, struct span span)
{
    struct quotation *q = vec_add(r->arena, r->out);
    *q = (struct quotation){.span = span, .speaker = ACTOR_NONE};
    q->said_from = q->said_to = DAY_NONE;
    q->in_body = article_in_body(r->article, span.start);
    return q;
}

void quotes_place(const struct reader *r, size_t token, struct quotation *out)
{
    const struct tokens *t = &r->tokens;
    size_t low = sentence_begin(t, token), high = sentence_end(t, token);
    struct span sentence = {t->at[low].span.start, t->at[high > low ? high - 1 : low].span.end};
    out->via = via_find(r, token, out->speaker_span);
    out->via_how = quotation_has(out->via) ? VIA_SENTENCE : VIA_NONE;
    when_find(r, sentence, out);
}

/* Nobody says it, by the rule HOW. */
static void set_nobody(struct attribution *found, enum quotes_how how)
{
    *found = (struct attribution){.how = how, .cue = found->cue, .cue_at = SIZE_MAX};
    found->trust = confidence_of_rule(how);
}

/* Whoever speaks now may go on, in this paragraph or the next. */
static void keep_last(struct reader *r, const struct attribution *found, const struct quotation *q)
{
    r->has_last = true;
    r->last = *found;
    r->last_actor = q->speaker;
    r->last_paragraph = r->number;
}

/* No words of its own say who speaks: it goes on from the quotation before. */
static bool goes_on(enum quotes_how how)
{
    return how == HOW_SAME_SENTENCE || how == HOW_SAME_PARAGRAPH || how == HOW_RUNS_ON ||
           how == HOW_PARAGRAPH_BEFORE;
}

static void read_mark(struct reader *r, size_t mark)
{
    struct attribution *found = &r->attribution_of[mark];
    struct quotation *q = quotes_add(r, r->marks.at[mark].inner);
    size_t token = r->token_of[mark];
    r->found_of[mark] = (uint32_t)(r->out->len - 1);
    set_nobody(found, HOW_NOBODY);
    if (!cue_find(r, token, found) && !carry_find(r, mark, found))
        set_nobody(found, HOW_NOBODY);
    q->kind = quotes_kind(r, mark, found);
    if (q->kind == QUOTATION_SCARE && found->how != HOW_UNSAID)
        set_nobody(found, HOW_TERM);
    q->how = found->how;
    q->continues = r->marks.at[mark].continues || goes_on(found->how);
    if (quotation_has(found->speaker.span)) {
        speaker_resolve(r, found, q);
        quotes_place(r, found->cue_at == SIZE_MAX ? token : found->cue_at, q);
        if (found->cue_at != SIZE_MAX)
            r->used[found->cue_at] = true;
        keep_last(r, found, q);
    }
    q->confidence = confidence_of(q, found->trust);
}

/* In the words of somebody who is quoted: by whom that is said is not looked into. */
static void read_nested(struct reader *r, size_t mark)
{
    size_t outer = mark;
    while (outer > 0 && r->marks.at[outer].nested)
        outer--;
    struct quotation *q = quotes_add(r, r->marks.at[mark].inner);
    const struct quotation *whole = &r->out->at[r->found_of[outer]];
    q->kind = quotes_kind_of_words(span_of(r->text, q->span));
    q->how = HOW_NESTED;
    if (q->kind != QUOTATION_SCARE) {
        q->speaker_span = whole->speaker_span;
        q->class = whole->class;
        q->speaker = whole->speaker;
    }
    q->confidence = confidence_of_rule(q->how);
}

static void read_nickname(struct reader *r, size_t mark)
{
    struct quotation *q = quotes_add(r, r->marks.at[mark].inner);
    q->kind = QUOTATION_SCARE;
    q->how = HOW_TERM;
    q->confidence = confidence_of_rule(q->how);
    r->found_of[mark] = (uint32_t)(r->out->len - 1);
}

static int compare(const void *a, const void *b)
{
    const struct quotation *x = a, *y = b;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    return (x->span.end < y->span.end) - (x->span.end > y->span.end);
}

static void make_tables(struct reader *r)
{
    size_t marks = r->marks.len, tokens = r->tokens.len;
    r->token_of = arena_many(r->scratch, size_t, marks + 1);
    r->found_of = arena_many(r->scratch, uint32_t, marks + 1);
    r->attribution_of = arena_many(r->scratch, struct attribution, marks + 1);
    r->used = arena_many(r->scratch, bool, tokens + 1);
    for (size_t i = 0; i < tokens; i++) {
        if (r->tokens.at[i].kind == TOKEN_QUOTE)
            r->token_of[r->tokens.at[i].value] = i;
    }
}

static void keep_subject(struct reader *r)
{
    size_t end = r->tokens.len - 1;
    carry_keep(r);
    if (r->source->library->tags.len)
        r->subject_actor = speaker_of_sentence(r, sentence_begin(&r->tokens, end), end);
}

static void read_piece(struct reader *r, struct span piece, struct span next)
{
    r->marks = (struct marked_list){0};
    r->tokens = (struct tokens){0};
    r->first = r->out->len;
    r->number++;
    marked_find(r->scratch, r->lexicon, r->text, piece, next, &r->marks_state, &r->marks);
    tokens_make(r->scratch, r->lexicon, r->text, piece, r->marks.at, r->marks.len, &r->tokens);
    make_tables(r);
    for (size_t i = 0; i < r->marks.len; i++) {
        if (r->marks.at[i].name)
            read_nickname(r, i);
        else if (r->marks.at[i].nested)
            read_nested(r, i);
        else
            read_mark(r, i);
    }
    reported_find(r);
    keep_subject(r);
    if (r->out->len > r->first)
        qsort(r->out->at + r->first, r->out->len - r->first, sizeof *r->out->at, compare);
    chain_follow(r);
    arena_clear(r->scratch);
}

/* As much of PARAGRAPH from byte FROM on as is read at once, to the end of a word. */
static struct span piece_of(struct str text, struct span paragraph, uint32_t from)
{
    if (paragraph.end - from <= LARGEST_PIECE)
        return (struct span){from, paragraph.end};
    uint32_t end = from + LARGEST_PIECE;
    while (end > from + LARGEST_PIECE / 2 && text.at[end] != ' ')
        end--;
    while (end > from && ((unsigned char)text.at[end] & 0xC0) == 0x80)
        end--;
    return (struct span){from, end};
}

/* PART, a slice of TEXT, begins in SPAN. */
static bool holds(struct span span, struct str text, struct str part)
{
    return part.len && span_holds(span, (uint32_t)(part.at - text.at));
}

void quotes_find(struct arena *arena, const struct quotes_source *source, struct quotations *out)
{
    const struct library *library = source->library;
    const struct article *article = corpus_article(&library->corpus, source->article);
    struct reader r = {.arena = arena, .scratch = arena_new(), .source = source, .out = out};
    r.article = article;
    r.text = article->text;
    r.lexicon = lexicons_of(source->lexicons, article->text);
    r.times = times_reader_of(article, TIMES_ORDER_AUTO);
    r.mentions_end = library->cast.of ? library->cast.of[source->article].end : 0;
    r.last_actor = r.subject_actor = ACTOR_NONE;
    const struct paragraph *paragraphs = article_paragraphs(article);
    size_t count = article_paragraph_count(article);
    struct str title = {0};
    headline_find(article, &title);
    for (size_t i = 0; i < count && r.lexicon; i++) {
        struct span whole = paragraphs[i].span, none = {0, 0};
        r.headline = paragraphs[i].kind == PARAGRAPH_HEADLINE || holds(whole, r.text, title);
        for (uint32_t at = whole.start; at < whole.end;) {
            struct span piece = piece_of(r.text, whole, at);
            read_piece(&r, piece, i + 1 < count ? paragraphs[i + 1].span : none);
            at = piece.end;
        }
    }
    quotes_decide(library, source->article, out);
    arena_free(r.scratch);
}
