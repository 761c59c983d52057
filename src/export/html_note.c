/* SPDX-License-Identifier: ISC */
/* One note: where it stands, its passage, its words, its tags, by whom. */
#include "html_page.h"
#include "html_text.h"

void html_words(struct html_page *page)
{
    html_text(page->out, buf_view(&page->words));
    buf_clear(&page->words);
}

void html_tags(struct html_page *page, const struct note *note)
{
    for (size_t i = 0; i < note->tag_count; i++) {
        buf_chars(page->out, i ? " <span class=\"tag\">#" : "<span class=\"tag\">#");
        html_text(page->out, note->tags[i]);
        buf_chars(page->out, "</span>");
    }
}

void html_place(struct html_page *page, const struct note *note)
{
    if (note->article.len)
        parts_place(page->request->library, note, &page->words);
    else
        buf_str(&page->words, parts_about(page->request->library, note));
    html_words(page);
}

static void put_quotation(struct html_page *page, const struct note *note)
{
    struct passage passage;
    parts_passage(page->arena, page->request->library, note, &passage);
    buf_chars(page->out, passage.len ? "<blockquote dir=\"auto\">" : "");
    for (size_t i = 0; i < passage.len; i++) {
        bool first = i == 0, last = i + 1 == passage.len;
        buf_chars(page->out, first && passage.cut_before ? "<p>…" : "<p>");
        html_text(page->out, first ? passage.before : STR(""));
        buf_chars(page->out, "<mark>");
        html_text(page->out, passage.at[i]);
        buf_chars(page->out, "</mark>");
        html_text(page->out, last ? passage.after : STR(""));
        buf_chars(page->out, last && passage.cut_after ? "…</p>" : "</p>");
    }
    buf_chars(page->out, passage.len ? "</blockquote>\n" : "");
    const char *state = parts_state(note);
    if (*state)
        buf_printf(page->out, "<p class=\"state\">%s</p>\n", state);
}

static void put_signature(struct html_page *page, const struct note *note)
{
    buf_chars(page->out, "<p class=\"by\">");
    parts_signature(note, &page->words);
    if (note->about.len && note->article.len) {
        buf_chars(&page->words, "; about ");
        buf_str(&page->words, parts_about(page->request->library, note));
    }
    html_words(page);
    size_t replied = parts_number(&page->groups, note->replies_to);
    if (replied)
        buf_printf(page->out, "; a reply to <a href=\"#n%zu\">note %zu</a>", replied, replied);
    buf_chars(page->out, "</p>\n");
}

void html_note(struct html_page *page, const struct entry *entry, bool placed)
{
    const struct note *note = entry->note;
    buf_printf(page->out, "<div class=\"note\" id=\"n%zu\">\n<p class=\"place\">", entry->number);
    if (placed)
        buf_printf(page->out, "<a href=\"#m%zu\">%zu ↩</a> ", entry->number, entry->number);
    else
        buf_printf(page->out, "<b>%zu</b> ", entry->number);
    html_place(page, note);
    buf_chars(page->out, "</p>\n");
    if (!placed)
        put_quotation(page, note);
    buf_chars(page->out, "<div dir=\"auto\">\n");
    html_paragraphs(page->out, note->text);
    buf_chars(page->out, "</div>\n");
    if (note->tag_count) {
        buf_chars(page->out, "<p class=\"tags\">");
        html_tags(page, note);
        buf_chars(page->out, "</p>\n");
    }
    put_signature(page, note);
    buf_chars(page->out, "</div>\n");
}
