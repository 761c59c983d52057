/* SPDX-License-Identifier: ISC */
/* Passages overlap and run over paragraphs, elements may not. So the text is walked once along all
 * places where a passage begins or ends, and what lies between two of them is marked if any passage
 * holds it. */
#include "dossier/base/memory.h"
#include "html_page.h"
#include "html_text.h"

#include <stdlib.h>

/* A passage begins or ends. */
struct edge {
    uint32_t at;
    bool ends;
    size_t number; /* of the note */
};

/* Paragraphs that stand in one row of the grid: one, or a run of boilerplate. */
struct row {
    size_t first, end;
    bool boilerplate;
    const struct entry **at; /* the notes whose passages begin in it */
    size_t len, cap;
};

struct sheet {
    struct html_page *page;
    const struct group *group;
    const struct article *article;
    struct {
        struct edge *at;
        size_t len, cap;
    } edges;
    struct {
        struct row *at;
        size_t len, cap;
    } rows;
    size_t next_edge, open; /* passages that hold the place reached */
};

static int compare_edges(const void *a, const void *b)
{
    const struct edge *x = a, *y = b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    if (x->ends != y->ends)
        return x->ends ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

static void find_rows(struct sheet *sheet)
{
    const struct article *article = sheet->article;
    for (size_t i = 0; i < article_paragraph_count(article); i++) {
        bool boilerplate = article_paragraphs(article)[i].kind == PARAGRAPH_BOILERPLATE;
        struct row *last = sheet->rows.len ? &sheet->rows.at[sheet->rows.len - 1] : NULL;
        if (boilerplate && last && last->boilerplate)
            last->end = i + 1;
        else
            *vec_add(sheet->page->arena, &sheet->rows) =
                (struct row){.first = i, .end = i + 1, .boilerplate = boilerplate};
    }
}

/* The row of the paragraph at byte AT, or of the last one before it. */
static struct row *row_at(const struct sheet *sheet, uint32_t at)
{
    size_t paragraph = article_paragraph(sheet->article, at);
    size_t low = 0, high = sheet->rows.len;
    while (low + 1 < high) {
        size_t middle = (low + high) / 2;
        if (sheet->rows.at[middle].first <= paragraph)
            low = middle;
        else
            high = middle;
    }
    return &sheet->rows.at[low];
}

/* The passage of ENTRY is marked in this text; a reply to a note on another may stand there. */
static bool is_marked(const struct sheet *sheet, const struct entry *entry)
{
    return entry->note->number == sheet->group->article && html_is_placed(sheet->page, entry->note);
}

/* It has its place beside the text, and with it all replies to it. */
static bool is_beside(const struct sheet *sheet, const struct entry *entry)
{
    return !entry->depth && !entry->again && is_marked(sheet, entry);
}

static void add_passage(struct sheet *sheet, const struct entry *entry)
{
    struct arena *arena = sheet->page->arena;
    struct span ink = parts_ink(sheet->article, entry->note->span);
    *vec_add(arena, &sheet->edges) = (struct edge){ink.start, false, entry->number};
    *vec_add(arena, &sheet->edges) = (struct edge){ink.end, true, entry->number};
    if (is_beside(sheet, entry))
        *vec_add(arena, row_at(sheet, ink.start)) = entry;
}

static void put_edge(struct sheet *sheet, const struct edge *edge)
{
    struct buf *out = sheet->page->out;
    if (edge->ends)
        buf_printf(out, "<a class=\"ref\" href=\"#n%zu\">%zu</a>", edge->number, edge->number);
    else
        buf_printf(out, "<span class=\"at\" id=\"m%zu\"></span>", edge->number);
    sheet->open += edge->ends ? (size_t)-1 : 1;
}

/* Passes the edges at or before AT; at the end of a paragraph those that begin there are the next
 * one's. */
static void pass_edges(struct sheet *sheet, uint32_t at, bool only_ends)
{
    while (sheet->next_edge < sheet->edges.len) {
        const struct edge *edge = &sheet->edges.at[sheet->next_edge];
        if (edge->at > at || (only_ends && edge->at == at && !edge->ends))
            return;
        put_edge(sheet, edge);
        sheet->next_edge++;
    }
}

static void put_text(struct sheet *sheet, struct span span)
{
    struct buf *out = sheet->page->out;
    for (uint32_t at = span.start; at < span.end;) {
        pass_edges(sheet, at, false);
        uint32_t end = span.end;
        if (sheet->next_edge < sheet->edges.len && sheet->edges.at[sheet->next_edge].at < end)
            end = sheet->edges.at[sheet->next_edge].at;
        buf_chars(out, sheet->open ? "<mark>" : "");
        html_exact(out, str_sub(sheet->article->text, at, end));
        buf_chars(out, sheet->open ? "</mark>" : "");
        at = end;
    }
    pass_edges(sheet, span.end, true);
}

static void put_paragraph(struct sheet *sheet, const struct paragraph *paragraph)
{
    struct buf *out = sheet->page->out;
    const char *element = paragraph->kind == PARAGRAPH_HEADLINE ? "h2" : "p";
    buf_printf(out, "<%s dir=\"auto\">", element);
    if (paragraph->number > 0)
        buf_printf(out, "<span class=\"pn\">¶%d</span>", paragraph->number);
    put_text(sheet, paragraph->span);
    buf_printf(out, "</%s>\n", element);
}

/* ROWS: how many rows of text the notes may stand beside. */
static void put_beside(struct sheet *sheet, const struct row *row, size_t rows)
{
    struct buf *out = sheet->page->out;
    buf_printf(out, "<div class=\"beside\" style=\"grid-row: span %zu\">\n", rows);
    for (size_t i = 0; i < row->len; i++)
        html_thread(sheet->page, sheet->group, row->at[i]);
    buf_chars(out, "</div>\n");
}

static void put_row(struct sheet *sheet, size_t number)
{
    struct buf *out = sheet->page->out;
    const struct row *row = &sheet->rows.at[number];
    if (row->boilerplate)
        buf_printf(out, "<details%s><summary>not part of the article</summary>\n",
                   row->len || sheet->open ? " open" : "");
    for (size_t i = row->first; i < row->end; i++)
        put_paragraph(sheet, &article_paragraphs(sheet->article)[i]);
    if (row->boilerplate)
        buf_chars(out, "</details>\n");
    if (!row->len)
        return;
    size_t rows = 1;
    while (number + rows < sheet->rows.len && !sheet->rows.at[number + rows].len)
        rows++;
    put_beside(sheet, row, rows);
}

static void put_general(struct sheet *sheet)
{
    bool any = false;
    for (size_t i = 0; i < sheet->group->len; i++) {
        const struct entry *entry = &sheet->group->at[i];
        if (entry->depth || is_beside(sheet, entry) || (entry->again && is_marked(sheet, entry)))
            continue;
        buf_chars(sheet->page->out, any ? "" : "<div class=\"general\">\n");
        any = true;
        html_thread(sheet->page, sheet->group, entry);
    }
    buf_chars(sheet->page->out, any ? "</div>\n" : "");
}

void html_article(struct html_page *page, const struct group *group)
{
    struct sheet sheet = {.page = page,
                          .group = group,
                          .article =
                              corpus_article(&page->request->library->corpus, group->article)};
    find_rows(&sheet);
    for (size_t i = 0; i < group->len; i++) {
        if (is_marked(&sheet, &group->at[i]))
            add_passage(&sheet, &group->at[i]);
    }
    if (sheet.edges.len)
        qsort(sheet.edges.at, sheet.edges.len, sizeof *sheet.edges.at, compare_edges);
    put_general(&sheet);
    buf_chars(page->out, "<div class=\"sheet\" lang=\"und\">\n");
    for (size_t i = 0; i < sheet.rows.len; i++)
        put_row(&sheet, i);
    buf_chars(page->out, "</div>\n");
}
