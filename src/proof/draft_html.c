/* SPDX-License-Identifier: ISC */
/* HTML as text: its blocks are paragraphs, <q> stands for quotation marks, <blockquote> is a
 * quotation set apart, and in an export of this program so is each <mark>. */
#include "dossier/base/memory.h"
#include "dossier/exchange/html.h"
#include "page.h"

#include <ctype.h>

struct html_draft {
    struct page *page;
    struct str source;
    int quotes, code, headings, marks;
    int references; /* of a note in the text: 2, [2] */
    uint32_t code_from, mark_from;
};

static bool is_one_of(struct str name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_is(name, names[i]))
            return true;
    }
    return false;
}

static bool is_block(struct str name)
{
    static const char *const blocks[] = {
        "address", "article", "aside", "blockquote", "body",   "caption",    "dd",     "details",
        "div",     "dl",      "dt",    "fieldset",   "figure", "figcaption", "footer", "form",
        "header",  "hr",      "li",    "main",       "nav",    "ol",         "p",      "pre",
        "section", "summary", "table", "td",         "th",     "tr",         "ul",     "title"};
    return is_one_of(name, blocks, COUNT(blocks));
}

static bool is_heading(struct str name)
{
    return name.len == 2 && name.at[0] == 'h' && name.at[1] >= '1' && name.at[1] <= '6';
}

static bool is_code(struct str name)
{
    static const char *const codes[] = {"code", "pre", "kbd", "samp", "textarea", "option"};
    return is_one_of(name, codes, COUNT(codes));
}

/* A link to a place of the same page, or raised: what leads to a note. */
static bool is_reference(struct str name, const char *const *attributes)
{
    struct str target = html_attribute(attributes, "href");
    return str_is(name, "sup") || (str_is(name, "a") && target.len && str_starts(target, STR("#")));
}

/* Ends the paragraph in hand; inside a quotation it goes on behind an empty line. */
static void end_block(struct html_draft *h)
{
    struct page *page = h->page;
    if (!h->quotes)
        page_end(page, h->headings ? BLOCK_HEADING : BLOCK_TEXT);
    else if (page_len(page) && !str_ends(buf_view(&page->mapped.text), STR("\n\n")))
        page_put(page, STR("\n\n"), mapped_source(&page->mapped, page_len(page)));
}

static void on_open(void *context, struct str name, const char *const *attributes, size_t at)
{
    struct html_draft *h = context;
    if (is_block(name) || is_heading(name))
        end_block(h);
    page_aside(h->page, html_attribute(attributes, "cite"));
    page_aside(h->page, html_attribute(attributes, "href"));
    h->references += is_reference(name, attributes) || (h->references && str_is(name, "a"));
    h->headings += is_heading(name);
    h->quotes += str_is(name, "blockquote");
    if (is_code(name) && !h->code++)
        h->code_from = page_len(h->page);
    if (str_is(name, "mark") && !h->marks++)
        h->mark_from = page_len(h->page);
    if (str_is(name, "q"))
        page_put(h->page, STR("“"), at);
    if (str_is(name, "br"))
        page_put(h->page, STR("\n"), at);
}

static void on_close(void *context, struct str name)
{
    struct html_draft *h = context;
    struct page *page = h->page;
    h->references -= h->references && (str_is(name, "a") || str_is(name, "sup"));
    size_t here = mapped_source(&page->mapped, page_len(page));
    if (str_is(name, "q"))
        page_put(page, STR("”"), here);
    if (is_code(name) && h->code > 0 && !--h->code && page_len(page) > h->code_from)
        *vec_add(page->arena, &page->code) = (struct span){h->code_from, page_len(page)};
    if (str_is(name, "mark") && h->marks > 0 && !--h->marks && page->draft->is_export &&
        page_len(page) > h->mark_from)
        *vec_add(page->arena, &page->forced) = (struct span){h->mark_from, page_len(page)};
    if (str_is(name, "blockquote") && h->quotes == 1) {
        h->quotes = 0;
        page_end(page, BLOCK_QUOTE);
    } else if (is_block(name) || is_heading(name)) {
        h->quotes -= str_is(name, "blockquote") && h->quotes > 0;
        end_block(h);
    }
    h->headings -= is_heading(name) && h->headings > 0;
}

/* Numbers and signs, no words. */
static bool is_number(struct str words)
{
    for (size_t i = 0; i < words.len; i++) {
        if (isalpha((unsigned char)words.at[i]))
            return false;
    }
    return true;
}

static void on_text(void *context, struct str words, size_t at)
{
    struct html_draft *h = context;
    bool paragraph = h->page->draft->is_export && str_starts(words, STR("¶"));
    if ((h->references || paragraph) && is_number(words))
        return;
    page_put(h->page, words, at);
}

void draft_html(struct page *page, struct str source)
{
    struct html_draft h = {.page = page, .source = source};
    struct html_listener listener = {&h, on_open, on_close, on_text};
    html_read(source, &listener, NULL);
    page_end(page, BLOCK_TEXT);
}
