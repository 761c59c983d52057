/* SPDX-License-Identifier: ISC */
/* A quotation that is set apart: its last line, or the short paragraph behind it, may name who said
 * it, and where. */
#include "dossier/text/chars.h"
#include "dossier/text/quote_signs.h"
#include "dossier/text/sentences.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"
#include "marks.h"

#define MOST_SOURCE 25    /* words of a line that names a source */
#define LONGEST_LEAD 2000 /* bytes of the sentence before it */

/* The last line of a block that begins with a dash names who said it, and where. */
static struct span attribution_of(struct str text, struct span span)
{
    uint32_t start = span.end;
    while (start > span.start && text.at[start - 1] != '\n')
        start--;
    size_t at = start;
    struct str line = str_sub(text, start, span.end);
    if (start == span.start || !line.len)
        return (struct span){span.end, span.end};
    uint32_t c = utf8_next(text, &at);
    bool dash =
        char_is_dash(c) && (c != '-' || line.len < 2 || line.at[1] == ' ' || line.at[1] == '-');
    return (struct span){dash ? start : span.end, span.end};
}

struct span marks_trim(struct str text, struct span span)
{
    struct str s = str_trim(span_of(text, span));
    uint32_t start = (uint32_t)(s.at - text.at);
    return (struct span){start, start + (uint32_t)s.len};
}

/* Without the marks around all of it. */
static struct span unquoted(struct str text, struct span span)
{
    struct quote_sign sign;
    struct str words = span_of(text, span);
    size_t first = 0, close, end;
    if (!words.len || !quote_opens(words, 0, &sign))
        return span;
    utf8_next(words, &first);
    if (!quote_find_end(&sign, words, first, &close, &end) || end != words.len)
        return span;
    return (struct span){span.start + (uint32_t)first, span.start + (uint32_t)close};
}

/* The paragraph behind a block, if it is short and begins as one that only names a source. */
static struct span source_behind(const struct page *page, size_t number)
{
    struct span span = page->blocks.at[number].span, none = {span.end, span.end};
    if (number + 1 >= page->blocks.len || page->blocks.at[number + 1].kind != BLOCK_TEXT)
        return none;
    struct span next = page->blocks.at[number + 1].span;
    struct str words = span_of(page->draft->text, next);
    size_t at = 0;
    uint32_t c = utf8_next(words, &at);
    bool names = char_is_dash(c) || c == '(' || c == '[';
    return names && words_count(words) <= MOST_SOURCE ? next : none;
}

/* The last sentence of the paragraph before a block, where it leads to the block. */
static struct span lead_to(const struct page *page, size_t number, uint32_t start)
{
    struct str text = page->draft->text;
    if (!number || page->blocks.at[number - 1].kind != BLOCK_TEXT)
        return (struct span){start, start};
    struct span lead = marks_trim(text, page->blocks.at[number - 1].span);
    if (!str_ends(span_of(text, lead), STR(":")))
        return (struct span){start, start};
    if (lead.end - lead.start > LONGEST_LEAD)
        lead.start = (uint32_t)utf8_start(text, lead.end - LONGEST_LEAD);
    struct span last = sentences_around(span_of(text, lead), lead.end - lead.start - 1);
    return (struct span){lead.start + last.start, lead.start + last.end};
}

void marks_block(struct page *page, size_t number, uint32_t heading)
{
    struct str text = page->draft->text;
    struct span span = page->blocks.at[number].span, last = attribution_of(text, span);
    span.end = last.start;
    struct quotation *q = marks_add(page, QUOTATION_BLOCK, unquoted(text, marks_trim(text, span)));
    q->before = lead_to(page, number, q->span.start);
    q->after = last.start < last.end ? last : source_behind(page, number);
    if (heading)
        q->heading = page->blocks.at[heading - 1].span;
}
