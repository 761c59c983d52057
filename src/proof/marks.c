/* SPDX-License-Identifier: ISC */
/* Paragraph by paragraph, each mark that opens a quotation is paired with the one that closes it;
 * one that runs on over paragraphs opens each of them anew. A mark without a pair is kept too, with
 * the sentence that it stands in, so that nothing goes by unchecked. */
#include "marks.h"
#include "dossier/base/memory.h"
#include "dossier/proof/proof.h"
#include "dossier/text/chars.h"
#include "dossier/text/quote_signs.h"
#include "dossier/text/sentences.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"
#include "page.h"

#include <string.h>

#define LONGEST ((size_t)1 << 15)   /* bytes of one paragraph of a quotation */
#define LONGEST_SENTENCE 2000       /* bytes */
#define MOST_VAIN ((size_t)8 << 20) /* bytes that searches for a closing mark may go in vain */

struct scan {
    struct page *page;
    struct str text;
    size_t block;      /* the one in hand */
    struct span par;   /* its text */
    struct span now;   /* the sentence in hand */
    uint32_t last_end; /* of the quotation before, in this paragraph */
    size_t vain;
    uint32_t heading; /* the block of the last heading, and one */
};

static bool is_in(const struct spans *spans, uint32_t at)
{
    size_t low = 0, high = spans->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (spans->at[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < spans->len && spans->at[low].start <= at;
}

/* The first sentence of PAR that begins at or after byte FROM. */
static struct span sentence_from(const struct scan *s, uint32_t from)
{
    size_t stop = s->par.end - from > LONGEST_SENTENCE ? from + LONGEST_SENTENCE : s->par.end;
    struct span found = sentences_around(str_sub(s->text, from, stop), 0);
    return (struct span){from + found.start, from + found.end};
}

/* The sentence that holds byte AT; asked for in order. */
static struct span sentence_at(struct scan *s, uint32_t at)
{
    if (s->now.start < s->par.start || s->now.start > at)
        s->now = sentence_from(s, s->par.start);
    while (s->now.end <= at && s->now.end < s->par.end) {
        struct span next = sentence_from(s, s->now.end);
        if (next.end <= s->now.end)
            break;
        s->now = next;
    }
    return s->now;
}

struct quotation *marks_add(struct page *page, enum quotation_kind kind, struct span span)
{
    struct quotation *q = vec_add(page->arena, &page->draft->quotations);
    q->kind = kind;
    q->span = span;
    q->words = span_of(page->draft->text, span);
    q->before = q->after = (struct span){span.start, span.start};
    return q;
}

static struct quotation *add(struct scan *s, enum quotation_kind kind, struct span span)
{
    return marks_add(s->page, kind, span);
}

/* WORDS end their sentence, and what comes BEHIND is no "Fix said.", but the next one. */
static bool is_own_sentence(struct str words, struct str behind)
{
    char last = words.len ? words.at[words.len - 1] : ' ';
    size_t most = last == '.' ? 5 : last == '!' || last == '?' ? 14 : SIZE_MAX;
    return words_count(behind) > most;
}

/* The sentence that a quotation stands in, but for what other quotations hold of it. The one behind
 * it is taken too, where the quotation ends its own; what leads to the next is cut off later. */
static void set_sentence(struct scan *s, struct quotation *q, uint32_t mark, uint32_t end)
{
    struct span sentence = sentence_at(s, mark);
    uint32_t from = sentence.start > s->last_end ? sentence.start : s->last_end;
    s->last_end = end;
    q->before = (struct span){from < mark ? from : mark, mark};
    q->after = (struct span){end, end};
    if (!s->page->thorough && words_count(q->words) < PROOF_LEAST)
        return; /* it is not checked */
    struct span rest = sentence_from(s, end);
    bool own = is_own_sentence(q->words, span_of(s->text, rest));
    q->after = (struct span){end, own ? end : rest.end};
}

/* Takes from AFTER what belongs to the quotation that begins at MARK. */
static void part_from_next(struct scan *s, uint32_t mark)
{
    size_t len = s->page->draft->quotations.len;
    struct quotation *before = len ? &s->page->draft->quotations.at[len - 1] : NULL;
    if (!before || before->kind == QUOTATION_BLOCK || before->after.end <= mark)
        return;
    before->after.end = mark > before->after.start ? mark : before->after.start;
    struct str said = str_trim(span_of(s->text, before->after));
    bool sentence_ended =
        before->words.len && strchr(".!?", before->words.at[before->words.len - 1]);
    if (sentence_ended && said.len && (str_ends(said, STR(":")) || str_ends(said, STR(","))))
        before->after.end = before->after.start;
}

/* A quotation without a pair of marks: as much as its sentence. */
static uint32_t add_open(struct scan *s, uint32_t mark, uint32_t start)
{
    struct span sentence = sentence_from(s, start);
    struct quotation *q = add(s, QUOTATION_OPEN, (struct span){start, sentence.end});
    set_sentence(s, q, mark, sentence.end);
    return sentence.end > start ? sentence.end : start;
}

static void add_ended(struct scan *s, uint32_t mark, uint32_t end)
{
    struct span sentence = sentence_at(s, mark > s->par.start ? mark - 1 : mark);
    uint32_t from = sentence.start > s->last_end ? sentence.start : s->last_end;
    struct quotation *q = add(s, QUOTATION_ENDED, (struct span){from < mark ? from : mark, mark});
    set_sentence(s, q, q->span.start, end);
}

static bool find_end(struct scan *s, const struct quote_sign *opening, struct span par,
                     uint32_t from, struct span *close)
{
    size_t longest = s->vain < MOST_VAIN ? LONGEST : 512, words_end, end;
    uint32_t stop = par.end - from > longest ? from + (uint32_t)longest : par.end;
    struct str rest = str_sub(s->text, par.start, stop);
    if (!quote_find_end(opening, rest, from - par.start, &words_end, &end)) {
        s->vain += stop - from;
        return false;
    }
    *close = (struct span){par.start + (uint32_t)words_end, par.start + (uint32_t)end};
    return true;
}

/* The mark that begins block NUMBER opens a quotation of the same kind as OPENING anew; where its
 * words begin, 0 if it does not. */
static uint32_t reopens(struct scan *s, const struct quote_sign *opening, size_t number)
{
    if (number >= s->page->blocks.len || s->page->blocks.at[number].kind != BLOCK_TEXT)
        return 0;
    struct span span = s->page->blocks.at[number].span;
    struct quote_sign sign;
    if (!quote_opens(span_of(s->text, span), 0, &sign) || sign.family != opening->family)
        return 0;
    size_t at = span.start;
    utf8_next(s->text, &at);
    return (uint32_t)at;
}

/* The paragraphs of a quotation that opens each of them anew. */
struct long_quotation {
    struct buf words;
    struct {
        struct quotation *at;
        size_t len, cap;
    } pieces;
};

static void add_piece(struct scan *s, struct long_quotation *whole, uint32_t start, uint32_t end)
{
    struct quotation *piece = vec_add(s->page->arena, &whole->pieces);
    piece->span = (struct span){start, end};
    piece->words = span_of(s->text, piece->span);
    piece->before = (struct span){start, start};
    piece->after = (struct span){end, end};
    buf_chars(&whole->words, whole->words.len ? "\n\n" : "");
    buf_str(&whole->words, piece->words);
}

/* The sentence around it begins in one paragraph and ends in another, where the scan goes on. */
static void add_whole(struct scan *s, struct long_quotation *whole, size_t block, uint32_t mark,
                      struct span close)
{
    struct quotation *first = whole->pieces.at, *last = &first[whole->pieces.len - 1];
    part_from_next(s, mark);
    struct quotation *q =
        add(s, QUOTATION_MARKED, (struct span){first->span.start, last->span.end});
    q->words = arena_str(s->page->arena, buf_view(&whole->words));
    struct span sentence = sentence_at(s, mark);
    uint32_t from = sentence.start > s->last_end ? sentence.start : s->last_end;
    s->block = block;
    s->par = s->page->blocks.at[block].span;
    s->now = (struct span){0, 0};
    set_sentence(s, q, close.end, close.end);
    q->before = (struct span){from < mark ? from : mark, mark};
    first->before = q->before;
    last->after = q->after;
    q->pieces = first;
    q->piece_count = whole->pieces.len;
}

/* A quotation that is not closed in its own paragraph, but in a later one, all between opened anew.
 */
static bool add_long(struct scan *s, const struct quote_sign *opening, uint32_t mark,
                     uint32_t start)
{
    struct long_quotation whole = {0};
    struct span close = {0, 0};
    size_t number = s->block;
    bool closed = false;
    uint32_t from = reopens(s, opening, number + 1);
    if (from)
        add_piece(s, &whole, start, s->par.end);
    for (; !closed && from; from = closed ? 0 : reopens(s, opening, number + 1)) {
        struct span par = s->page->blocks.at[++number].span;
        closed = find_end(s, opening, par, from, &close);
        add_piece(s, &whole, from, closed ? close.start : par.end);
    }
    if (closed)
        add_whole(s, &whole, number, mark, close);
    buf_free(&whole.words);
    return closed;
}

/* The mark at AT opens a quotation; where the scan goes on. */
static uint32_t take_opening(struct scan *s, const struct quote_sign *opening, uint32_t at)
{
    size_t start = at;
    struct span close;
    utf8_next(s->text, &start);
    if (!quote_is_certain(opening, s->text, at))
        return (uint32_t)start;
    if (find_end(s, opening, s->par, (uint32_t)start, &close)) {
        part_from_next(s, at);
        struct quotation *q = add(s, QUOTATION_MARKED, (struct span){(uint32_t)start, close.start});
        set_sentence(s, q, at, close.end);
        return close.end;
    }
    if (add_long(s, opening, at, (uint32_t)start))
        return s->last_end;
    part_from_next(s, at);
    return add_open(s, at, (uint32_t)start);
}

static void scan_text(struct scan *s)
{
    s->par = s->page->blocks.at[s->block].span;
    s->now = (struct span){0, 0};
    s->last_end = s->par.start;
    for (uint32_t at = s->par.start; at < s->par.end;) {
        size_t next = at;
        struct quote_sign sign;
        uint32_t c = utf8_next(s->text, &next);
        struct str par = span_of(s->text, s->par);
        if (!char_is_quote(c) || is_in(&s->page->code, at)) {
            at = (uint32_t)next;
        } else if (quote_opens(par, at - s->par.start, &sign)) {
            at = take_opening(s, &sign, at);
        } else {
            if (quote_only_closes(par, at - s->par.start)) {
                part_from_next(s, at);
                add_ended(s, at, (uint32_t)next);
            }
            at = (uint32_t)next;
        }
    }
}

/* Where the source has been counted to. */
struct counted {
    size_t at, line_start;
    int line;
};

static void place(const struct page *page, struct counted *to, struct quotation *q)
{
    struct str source = page->draft->source;
    size_t at = mapped_source(&page->mapped, q->span.start);
    if (at < to->at)
        *to = (struct counted){0, 0, 1};
    for (; to->at < at && to->at < source.len; to->at++) {
        if (source.at[to->at] == '\n') {
            to->line++;
            to->line_start = to->at + 1;
        }
    }
    q->line = to->line;
    q->column = (int)(at - to->line_start) + 1;
}

static void place_all(struct page *page)
{
    struct draft *draft = page->draft;
    struct counted to = {0, 0, 1};
    for (size_t i = 0; i < draft->quotations.len; i++) {
        struct quotation *q = &draft->quotations.at[i];
        place(page, &to, q);
        for (size_t p = 0; p < q->piece_count; p++)
            place(page, &to, &q->pieces[p]);
    }
}

void marks_find(struct page *page)
{
    struct scan s = {.page = page, .text = page->draft->text};
    size_t forced = 0;
    for (s.block = 0; s.block < page->blocks.len; s.block++) {
        const struct block *block = &page->blocks.at[s.block];
        for (; forced < page->forced.len && page->forced.at[forced].start < block->span.end;
             forced++)
            marks_add(page, QUOTATION_BLOCK, marks_trim(s.text, page->forced.at[forced]));
        if (block->kind == BLOCK_HEADING)
            s.heading = (uint32_t)s.block + 1;
        if (block->kind == BLOCK_QUOTE)
            marks_block(page, s.block, s.heading);
        else
            scan_text(&s);
    }
    place_all(page);
}
