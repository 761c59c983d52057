/* SPDX-License-Identifier: ISC */
/* One note of the evidence page: the words, where they stand, and what that can be checked by. */
#include "dossier/text/utf8.h"
#include "evidence.h"
#include "html_text.h"
#include "parts.h"

#define CONTEXT 120 /* characters around a quotation */

static void put(struct evidence *evidence, struct str s)
{
    html_text(evidence->out, s);
}

static struct str around(struct str text, size_t at, bool before)
{
    size_t end = at;
    for (int i = 0; i < CONTEXT && (before ? end > 0 : end < text.len); i++) {
        if (before)
            utf8_before(text, &end);
        else
            utf8_next(text, &end);
    }
    return before ? str_sub(text, end, at) : str_sub(text, at, end);
}

/* Context is set in paragraphs, not in lines: only what adjoins. */
static struct str last_line(struct str s)
{
    for (size_t i = s.len; i > 0; i--) {
        if (s.at[i - 1] == '\n')
            return str_sub(s, i, s.len);
    }
    return s;
}

static struct str first_line(struct str s)
{
    ptrdiff_t end = str_find(s, STR("\n"), 0);
    return end < 0 ? s : str_sub(s, 0, (size_t)end);
}

static void put_context(struct evidence *evidence, struct str words)
{
    if (!words.len)
        return;
    buf_chars(evidence->out, "<span class=\"context\">");
    put(evidence, words);
    buf_chars(evidence->out, "</span>");
}

static void put_words(struct evidence *evidence, struct str before, struct str words,
                      struct str after)
{
    buf_chars(evidence->out, "<blockquote dir=\"auto\">");
    put_context(evidence, last_line(before));
    buf_chars(evidence->out, "<mark>");
    evidence_lines(evidence->out, words);
    buf_chars(evidence->out, "</mark>");
    put_context(evidence, first_line(after));
    buf_chars(evidence->out, "</blockquote>\n");
}

/* Where in the file the words stand, to the byte; and the command that shows them. */
static void put_place(struct evidence *evidence, const struct evidence_original *original,
                      const struct evidence_note *entry)
{
    const struct article *article =
        corpus_article(&evidence->request->library->corpus, original->article);
    uint32_t start = encoding_stored(&article->file, entry->note->span.start);
    uint32_t end = encoding_stored(&article->file, entry->note->span.end);
    buf_printf(evidence->out,
               "<p class=\"place\"><a href=\"#t%zu\">See it in the text</a>. In the file: bytes "
               "%u to %u of <a href=\"%.*s\">%.*s</a>; <code>tail -c +%u %.*s | head -c %u</code> "
               "prints them.</p>\n",
               entry->number, start, end, STR_ARG(original->name), STR_ARG(original->name),
               start + 1, STR_ARG(original->name), end - start);
}

/* What the sums say. */
static void put_version(struct evidence *evidence, const struct evidence_original *original,
                        const struct note *note)
{
    buf_chars(evidence->out, "<p class=\"place\">");
    if (!note->sha256.len) {
        buf_chars(evidence->out, "The note does not say which version of the file it was made on.");
    } else if (str_is(note->sha256, original->sha256)) {
        buf_chars(evidence->out, "The file is, byte for byte, the one that the note was made on.");
    } else {
        buf_chars(evidence->out,
                  "<strong>The file is not the one that the note was made on</strong>:"
                  " SHA-256 then <code>");
        put(evidence, note->sha256);
        buf_printf(evidence->out, "</code>, now <code>%s</code>.", original->sha256);
    }
    buf_chars(evidence->out, "</p>\n");
}

/* How the words of the note and those of the text go together. */
static const char *verdict(const struct note *note, bool same)
{
    if (note->state == ANCHOR_EXACT && same)
        return "The note’s words stand there, letter for letter.";
    if (note->state == ANCHOR_MOVED && same)
        return "The note’s words stand there, letter for letter; they stood elsewhere when the "
               "note was made.";
    if (note->state == ANCHOR_AMBIGUOUS)
        return "The note’s words stand in the text more than once, and nothing says which is "
               "meant. They are, as noted:";
    if (note->state == ANCHOR_ORPHAN)
        return "The note’s words are not in the text. They were, as noted:";
    return "The text has other words there now than the note. They were, as noted:";
}

static void put_passage(struct evidence *evidence, const struct evidence_original *original,
                        const struct evidence_note *entry)
{
    const struct note *note = entry->note;
    struct str text = corpus_article(&evidence->request->library->corpus, original->article)->text;
    bool placed = note_is_placed(note);
    bool same = placed && str_eq(span_of(text, note->span), note->quote);
    if (placed) {
        put_words(evidence, around(text, note->span.start, true), span_of(text, note->span),
                  around(text, note->span.end, false));
        put_place(evidence, original, entry);
    }
    const char *says = verdict(note, same);
    buf_printf(evidence->out, "<p class=\"%s\">%s</p>\n", same ? "sure" : "unsure", says);
    if (!same)
        put_words(evidence, note->before, note->quote, note->after);
}

static void put_tags(struct evidence *evidence, const struct note *note)
{
    for (size_t i = 0; i < note->tag_count; i++) {
        buf_chars(evidence->out, i ? ", " : "<p class=\"by\">Tags: ");
        put(evidence, note->tags[i]);
    }
    buf_chars(evidence->out, note->tag_count ? "</p>\n" : "");
}

static void put_signature(struct evidence *evidence, const struct note *note)
{
    struct buf words = {0};
    parts_signature(note, &words);
    buf_chars(evidence->out, "<p class=\"by\">Note ");
    put(evidence, note->id);
    buf_chars(evidence->out, ", by ");
    put(evidence, buf_view(&words));
    buf_free(&words);
    if (note->about.len) {
        buf_chars(evidence->out, ", about ");
        put(evidence, parts_about(evidence->request->library, note));
    }
    if (note->replies_to.len) {
        buf_chars(evidence->out, ", in reply to note ");
        put(evidence, note->replies_to);
    }
    buf_chars(evidence->out, ".</p>\n");
}

void evidence_note(struct evidence *evidence, const struct evidence_original *original,
                   const struct evidence_note *entry)
{
    const struct note *note = entry->note;
    buf_printf(evidence->out, "<article id=\"n%zu\">\n<h3>%zu</h3>\n", entry->number,
               entry->number);
    if (original && note->has_passage)
        put_passage(evidence, original, entry);
    else if (note->has_passage)
        put_words(evidence, note->before, note->quote, note->after);
    else if (original)
        buf_chars(evidence->out, "<p class=\"place\">On the article as a whole.</p>\n");
    if (original)
        put_version(evidence, original, note);
    else if (note->article.len) {
        buf_chars(evidence->out, "<p class=\"unsure\">Its article, ");
        put(evidence, note->article);
        buf_chars(evidence->out, ", is not in the dossier: nothing here proves these words.</p>\n");
    }
    if (note->text.len) {
        buf_chars(evidence->out, "<div class=\"says\" dir=\"auto\">\n");
        html_paragraphs(evidence->out, note->text);
        buf_chars(evidence->out, "</div>\n");
    }
    put_tags(evidence, note);
    put_signature(evidence, note);
    buf_chars(evidence->out, "</article>\n");
}
