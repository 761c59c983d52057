/* SPDX-License-Identifier: ISC */
/* Passages with as much around them as shows where they stand. */
#include "parts.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#define CONTEXT 60 /* characters around a passage */

/* What SPAN holds of each paragraph. */
static void add_pieces(struct arena *arena, const struct article *article, struct span span,
                       struct passage *out)
{
    for (size_t i = article_paragraph(article, span.start); i < article_paragraph_count(article);
         i++) {
        struct span paragraph = article_paragraphs(article)[i].span;
        if (paragraph.start >= span.end)
            break;
        uint32_t start = paragraph.start > span.start ? paragraph.start : span.start;
        uint32_t end = paragraph.end < span.end ? paragraph.end : span.end;
        struct str text = str_trim(str_sub(article->text, start, end));
        if (start < end && text.len)
            *vec_add(arena, out) = text;
    }
    if (!out->len)
        *vec_add(arena, out) = span_of(article->text, span);
}

/* Byte AT lies inside a paragraph, not at one of its ends. */
static bool inside_paragraph(const struct article *article, uint32_t at)
{
    size_t i = article_paragraph(article, at);
    if (i >= article_paragraph_count(article))
        return false;
    struct span span = article_paragraphs(article)[i].span;
    return span.start < at && at < span.end;
}

/* S without the punctuation that is left of a sentence cut before it. */
static struct str from_word(struct str s)
{
    for (size_t at = 0, start = 0; at < s.len; start = at) {
        uint32_t c = utf8_next(s, &at);
        if (char_is_word(c) || char_is_quote(c))
            return str_sub(s, start, s.len);
    }
    return s;
}

static void add_context(const struct article *article, struct span span, struct passage *out)
{
    article_context(article, span, CONTEXT, &out->before, &out->after);
    out->cut_before = inside_paragraph(article, span.start - (uint32_t)out->before.len);
    out->cut_after = inside_paragraph(article, span.end + (uint32_t)out->after.len);
    if (out->cut_before)
        out->before = from_word(out->before);
}

/* The text went on beyond the CONTEXT that a note keeps. */
static bool fills_context(struct str context)
{
    return utf8_count(context) == NOTE_CONTEXT;
}

/* The words as the note keeps them, a piece for each line. */
static void add_kept(struct arena *arena, const struct note *note, struct passage *out)
{
    struct str rest = note->quote, line;
    while (str_split(&rest, '\n', &line)) {
        line = str_trim(line);
        if (line.len)
            *vec_add(arena, out) = line;
    }
    out->before = note->before;
    out->after = note->after;
    for (struct str part; str_find(out->before, STR("\n"), 0) >= 0;)
        str_split(&out->before, '\n', &part);
    ptrdiff_t end = str_find(out->after, STR("\n"), 0);
    if (end >= 0)
        out->after.len = (size_t)end;
    out->cut_before = out->before.len == note->before.len && fills_context(note->before);
    out->cut_after = out->after.len == note->after.len && fills_context(note->after);
    struct str trimmed = str_trim(note->quote);
    if (trimmed.at != note->quote.at) { /* a space between them would be lost */
        out->before.len = 0;
        out->cut_before = true;
    }
    if (trimmed.at + trimmed.len != note->quote.at + note->quote.len) {
        out->after.len = 0;
        out->cut_after = true;
    }
}

struct span parts_ink(const struct article *article, struct span span)
{
    struct str ink = str_trim(span_of(article->text, span));
    uint32_t start = ink.len ? (uint32_t)(ink.at - article->text.at) : span.start;
    return (struct span){start, start + (uint32_t)ink.len};
}

void parts_passage(struct arena *arena, const struct library *library, const struct note *note,
                   struct passage *out)
{
    *out = (struct passage){0};
    if (!note->has_passage)
        return;
    if (note->number == ARTICLE_NONE || note->span.start >= note->span.end) {
        add_kept(arena, note, out);
        return;
    }
    const struct article *article = corpus_article(&library->corpus, note->number);
    struct span ink = parts_ink(article, note->span);
    add_pieces(arena, article, ink, out);
    add_context(article, ink, out);
}
