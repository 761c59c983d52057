/* SPDX-License-Identifier: ISC */
/* One note: where it stands, its passage, its words, its tags, by whom. */
#include "html_page.h"
#include "html_text.h"
#include "remarks.h"

#define DEEPEST 4 /* replies in replies */

void html_words(struct html_page *page)
{
    html_exact(page->out, buf_view(&page->words));
    buf_clear(&page->words);
}

void html_tags(struct html_page *page, const struct note *note)
{
    for (size_t i = 0; i < note->tag_count; i++) {
        buf_chars(page->out, i ? " <span class=\"tag\">#" : "<span class=\"tag\">#");
        html_exact(page->out, note->tags[i]);
        buf_chars(page->out, "</span>");
    }
}

void html_place(struct html_page *page, const struct note *note)
{
    parts_where(page->request->library, note, &page->words);
    html_words(page);
}

bool html_is_placed(const struct html_page *page, const struct note *note)
{
    return note_is_placed(note) && note->span.start < note->span.end &&
           article_paragraph_count(corpus_article(&page->request->library->corpus, note->number)) >
               0;
}

static void put_quotation(struct html_page *page, const struct note *note)
{
    struct passage passage;
    parts_passage(page->arena, page->request->library, note, &passage);
    buf_chars(page->out, passage.len ? "<blockquote dir=\"auto\">" : "");
    for (size_t i = 0; i < passage.len; i++) {
        bool first = i == 0, last = i + 1 == passage.len;
        buf_chars(page->out, first && passage.cut_before ? "<p>…" : "<p>");
        html_exact(page->out, first ? passage.before : STR(""));
        buf_chars(page->out, "<mark>");
        html_exact(page->out, passage.at[i]);
        buf_chars(page->out, "</mark>");
        html_exact(page->out, last ? passage.after : STR(""));
        buf_chars(page->out, last && passage.cut_after ? "…</p>" : "</p>");
    }
    buf_chars(page->out, passage.len ? "</blockquote>\n" : "");
}

static void put_state(struct html_page *page, const struct note *note)
{
    remarks_state(&page->groups, page->request->library, note, &page->words);
    if (!page->words.len)
        return;
    buf_chars(page->out, "<p class=\"state\">");
    html_words(page);
    buf_chars(page->out, "</p>\n");
}

static void put_remarks(struct html_page *page, const struct note *note)
{
    buf_chars(page->out, "<p class=\"by\">");
    remarks_put(&page->groups, page->request->library, note, &page->words);
    html_words(page);
    buf_chars(page->out, "</p>\n");
}

/* A note without its end, so that the replies to it stand in it. */
static void begin_note(struct html_page *page, const struct entry *entry)
{
    const struct note *note = entry->note;
    bool placed = html_is_placed(page, note);
    buf_printf(page->out, "<div class=\"note\" id=\"n%zu\">\n<p class=\"place\">", entry->number);
    if (placed)
        buf_printf(page->out, "<a href=\"#m%zu\">%zu ↩</a> ", entry->number, entry->number);
    else
        buf_printf(page->out, "<b>%zu</b> ", entry->number);
    html_place(page, note);
    buf_chars(page->out, "</p>\n");
    if (!placed)
        put_quotation(page, note);
    put_state(page, note);
    if (note->text.len) {
        buf_chars(page->out, "<div class=\"words\" dir=\"auto\">");
        html_exact(page->out, note->text);
        buf_chars(page->out, "</div>\n");
    }
    if (note->tag_count) {
        buf_chars(page->out, "<p class=\"tags\">");
        html_tags(page, note);
        buf_chars(page->out, "</p>\n");
    }
    put_remarks(page, note);
}

static void put_pointer(struct html_page *page, const struct entry *entry)
{
    buf_printf(page->out, "<p class=\"place\">Note <a href=\"#n%zu\">%zu</a> stands under ",
               entry->number, entry->number);
    html_text(page->out, groups_title(page->arena, page->request->library,
                                      &page->chapters.at[entry->home], EXPORT_BY_ARTICLE));
    buf_chars(page->out, ".</p>\n");
}

/* Very deep replies stand no deeper than these, for the width of a page. */
static int depth_of(const struct entry *entry)
{
    return entry->depth < DEEPEST ? entry->depth : DEEPEST;
}

void html_thread(struct html_page *page, const struct group *group, const struct entry *entry)
{
    if (entry->again) {
        put_pointer(page, entry);
        return;
    }
    const struct entry *end = group->at + group->len;
    int open = 0;
    do {
        while (open > depth_of(entry)) {
            buf_chars(page->out, "</div>\n");
            open--;
        }
        begin_note(page, entry);
        open++;
    } while (++entry < end && entry->depth > 0);
    while (open-- > 0)
        buf_chars(page->out, "</div>\n");
}
