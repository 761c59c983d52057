/* SPDX-License-Identifier: ISC */
/* Lines hold offsets only, and stand in the order of the text; so a byte is found by halving, and a
 * cursor is an offset that a new width does not move. */
#include "page.h"

#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/wrap.h"

static struct page_line *add_line(struct page *page, enum page_kind kind, struct span span,
                                  size_t paragraph)
{
    struct page_line *line = vec_add(page->arena, page);
    line->kind = kind;
    line->span = span;
    line->paragraph = (uint32_t)paragraph;
    return line;
}

static void add_paragraph(struct page *page, const struct article *article, size_t i)
{
    struct spans lines = {0};
    wrap_lines(page->arena, article->text, article_paragraphs(article)[i].span, page->width,
               &lines);
    for (size_t j = 0; j < lines.len; j++)
        add_line(page, PAGE_TEXT, lines.at[j], i)->first = j == 0;
}

/* One line for all boilerplate from paragraph I on; the paragraph after it. */
static size_t add_folded(struct page *page, const struct article *article, size_t i)
{
    size_t end = i;
    while (end < article_paragraph_count(article) &&
           article_paragraphs(article)[end].kind == PARAGRAPH_BOILERPLATE)
        end++;
    struct span all = {article_paragraphs(article)[i].span.start,
                       article_paragraphs(article)[end - 1].span.end};
    add_line(page, PAGE_FOLDED, all, i)->first = true;
    return end;
}

/* Short lines of boilerplate (menus, tags) stand close together. */
static bool close_together(const struct page *page, const struct article *article, size_t i)
{
    return page->at[page->len - 1].first &&
           article_paragraphs(article)[i].kind == PARAGRAPH_BOILERPLATE &&
           article_paragraphs(article)[i - 1].kind == PARAGRAPH_BOILERPLATE;
}

static void fill(struct page *page, const struct article *article)
{
    for (size_t i = 0; i < article_paragraph_count(article);) {
        const struct paragraph *paragraph = &article_paragraphs(article)[i];
        if (page->len && !close_together(page, article, i))
            add_line(page, PAGE_BLANK, (struct span){paragraph->span.start, paragraph->span.start},
                     i);
        if (page->folded && paragraph->kind == PARAGRAPH_BOILERPLATE)
            i = add_folded(page, article, i);
        else
            add_paragraph(page, article, i++);
    }
    uint32_t end = (uint32_t)article->text.len;
    add_line(page, PAGE_END, (struct span){end, end}, article_paragraph_count(article));
}

bool page_make(struct page *page, const struct article *article, uint32_t number, int width,
               bool folded)
{
    if (page->len && page->article == number && page->width == width && page->folded == folded)
        return false;
    if (!page->arena)
        page->arena = arena_new();
    arena_clear(page->arena);
    *page =
        (struct page){.arena = page->arena, .article = number, .width = width, .folded = folded};
    fill(page, article);
    return true;
}

void page_forget(struct page *page)
{
    page->at = NULL;
    page->len = page->cap = 0;
}

void page_free(struct page *page)
{
    arena_free(page->arena);
    *page = (struct page){0};
}

bool page_can_stand(const struct page *page, size_t line)
{
    return line < page->len &&
           (page->at[line].kind == PAGE_TEXT || page->at[line].kind == PAGE_FOLDED);
}

size_t page_stand(const struct page *page, size_t line, int by)
{
    if (!page->len)
        return 0;
    if (line >= page->len)
        line = page->len - 1;
    for (size_t i = line; i < page->len; i += by < 0 ? (size_t)-1 : 1)
        if (page_can_stand(page, i))
            return i;
    return page->len;
}

size_t page_line(const struct page *page, uint32_t at)
{
    size_t low = 0, high = page->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (page->at[middle].span.start <= at)
            low = middle + 1;
        else
            high = middle;
    }
    size_t line = page_stand(page, low ? low - 1 : 0, -1);
    return line < page->len ? line : page_stand(page, 0, 1);
}

uint32_t page_snap(const struct page *page, struct str text, uint32_t at)
{
    size_t line = page_line(page, at);
    if (line == page->len)
        return 0;
    struct span span = page->at[line].span;
    if (page->at[line].kind == PAGE_FOLDED || at <= span.start || span.start == span.end)
        return span.start;
    size_t stand = at >= span.end ? cluster_before(text, span.end) : cluster_start(text, at);
    return stand > span.start ? (uint32_t)stand : span.start; /* a body may end inside a cluster */
}

int page_column(const struct page *page, struct str text, size_t line, uint32_t at)
{
    if (!page_can_stand(page, line) || page->at[line].kind == PAGE_FOLDED)
        return 0;
    return text_width(str_sub(text, page->at[line].span.start, at));
}

uint32_t page_at_column(const struct page *page, struct str text, size_t line, int column)
{
    struct span span = page->at[line].span;
    if (page->at[line].kind != PAGE_TEXT || column <= 0 || span.start == span.end)
        return span.start;
    size_t reach = text_fit(span_of(text, span), column).len;
    return page_snap(page, text, span.start + (uint32_t)reach);
}

size_t page_count(const struct page *page, size_t line)
{
    size_t count = 0;
    for (size_t i = 0; i < page->len && i <= line; i++)
        count += page->at[i].kind == PAGE_TEXT;
    return count;
}
