/* SPDX-License-Identifier: ISC */
/* Two kinds of text come in. What was saved as a whole page has its menus around the article: there
 * the run of lines that reads like one is taken, and the headline above it. All else is the article
 * but for what stock phrases tell of at its edges: on a clean text nothing is dropped. */
#include "dossier/reading/body.h"

#include "dateline.h"
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "page.h"
#include "recurring.h"
#include "stock_table.h"
#include "title.h"

#define TAIL                                                                                       \
    4            /* what follows the end of an article is at most one part in so many of its words \
                  */
#define LIST 4   /* headlines together */
#define LABEL 40 /* tenths of words of a line that is no headline */
#define PHRASE 60 /* and of one with a stock phrase */
#define EDGE 6    /* lines at either end of a text where bylines and date lines stand */

/* Words of prose from line A up to B, in tenths. */
static long prose_between(const struct page *page, size_t a, size_t b)
{
    long words = 0;
    for (size_t i = a; i < b; i++)
        words += page->at[i].prose ? page->at[i].words : 0;
    return words;
}

/* Of a page: the run, without what is of a kind, and without what stands under a heading of
 * teasers until prose goes on. */
static void keep_run(struct page *page)
{
    bool teasers = false;
    for (size_t i = 0; i < page->len; i++) {
        struct page_line *line = &page->at[i];
        if (line->kind == PART_TEASER)
            teasers = true;
        else if (line->prose && !line->kind)
            teasers = false;
        line->kept = i >= page->first && i < page->last && !line->kind && !teasers;
    }
}

/* Whether LINE of a text that is no page is left out. */
static bool is_left_out(const struct page *page, size_t number, bool in_tail)
{
    const struct page_line *line = &page->at[number];
    bool edge = number < EDGE || number + EDGE >= page->len;
    switch (line->kind) {
    case PART_ADVERT:
    case PART_END:
        return true;
    case PART_CREDIT:
        return !line->prose || edge;
    case PART_BYLINE:
    case PART_DATE:
        return edge && !line->prose;
    case PART_UPDATE:
        return edge;
    case PART_TEASER:
    case PART_AFTER:
        return in_tail;
    default:
        return false;
    }
}

/* Reads like the headline of something: some words that end without a sign. */
static bool is_like_headline(const struct page *page, size_t i)
{
    const struct page_line *line = &page->at[i];
    struct str text = page_text(page, i);
    size_t end = text.len;
    return !line->prose && !line->kind && line->words >= 50 && line->words <= 200 &&
           char_is_word(utf8_before(text, &end));
}

/* Of a page's run: three such lines and more together are a list of other stories. */
static void drop_lists(struct page *page)
{
    for (size_t i = page->first, end; i < page->last; i = end + 1) {
        end = i;
        while (end < page->last && is_like_headline(page, end))
            end++;
        for (size_t k = i; end - i >= LIST && k < end; k++)
            page->at[k].kept = false;
    }
}

/* Two lines from the one on that ended the article speak of what stands after one: then it did end,
 * however many comments follow. */
static bool has_ended(const struct page *page)
{
    size_t count = 0;
    for (size_t i = page->stopped; i < page->len; i++)
        count += page->at[i].kind == PART_AFTER;
    return count >= 2;
}

/* Of any other text: all but what is left out; and where it is seen to have ended, what follows,
 * unless that is much. */
static void keep_all(struct page *page)
{
    long all = prose_between(page, 0, page->len), left = all;
    bool ended = false, teasers = false, sure = has_ended(page);
    for (size_t i = 0; i < page->len; i++) {
        struct page_line *line = &page->at[i];
        bool tail = i > 0 && left * TAIL < all;
        ended |= i == page->stopped && (tail || sure);
        teasers = line->kind == PART_TEASER ? tail : teasers && !(line->prose && !line->kind);
        line->kept = !ended && !teasers && !is_left_out(page, i, tail);
        left -= line->prose ? line->words : 0;
    }
}

/* What a line is called that is not the article. A phrase that heads other stories, or goes with
 * one of them, is no story itself; nor is a label. What stands under a picture is a label above its
 * credit, or between headline and text. */
static enum part_kind told_kind(const struct page *page, size_t i, bool below_headline)
{
    const struct page_line *line = &page->at[i];
    bool label = line->words < (line->kind ? PHRASE : LABEL);
    bool credited = i + 1 < page->len && page->at[i + 1].kind == PART_CREDIT;
    if (!line->kind && label && (credited || below_headline))
        return PART_CAPTION;
    if (line->kind == PART_BYLINE && !line->names.len && i >= page->last)
        return PART_NAVIGATION; /* "Analysis | Europe", of another story */
    if (line->kind && line->kind != PART_TEASER)
        return line->kind;
    return label || i < page->first ? PART_NAVIGATION : PART_TEASER;
}

/* The lines that are kept as ranges; the rest by what they are called. */
static void add_body(struct arena *arena, const struct page *page, struct seen *out)
{
    bool open = false, below_headline = false;
    for (size_t i = 0; i < page->len; i++) {
        struct span span = page->at[i].span;
        if (page->at[i].kept)
            below_headline = !page->at[i].prose;
        if (!page->at[i].kept)
            *vec_add(arena, &out->rest) =
                (struct part){span, told_kind(page, i, below_headline && i < page->last)};
        else if (open)
            out->body.at[out->body.len - 1].end = span.end;
        else
            *vec_add(arena, &out->body) = span;
        open = page->at[i].kept;
    }
    if (!out->rest.len)
        out->body.len = 0;
}

static void see_page(struct arena *arena, struct page *page, struct seen *out)
{
    keep_run(page);
    drop_lists(page);
    page_drop_repeated(arena, page);
    out->title = title_find(page, &out->source);
}

void body_see(const struct seeing *seeing, struct arena *arena, struct seen *out)
{
    struct page page;
    *out = (struct seen){.date = DAY_NONE};
    page_read(seeing, arena, &page);
    if (!page.len || (!page.stock && page.odd < 2 && !dateline_is_glued(&page)))
        return;
    page_find_run(&page);
    bool is_page = title_leads(&page) || page.is_web;
    if (is_page)
        see_page(arena, &page, out);
    else
        keep_all(&page);
    dateline_find(arena, &page, out);
    out->recurring =
        is_page ? recurring_of_page(arena, &page, out->title) : recurring_of_text(arena, &page);
    add_body(arena, &page, out);
}

const char *part_kind_name(enum part_kind kind)
{
    static const char *const names[] = {
        [PART_TEXT] = "text",      [PART_NAVIGATION] = "navigation", [PART_TEASER] = "teaser",
        [PART_AFTER] = "notice",   [PART_ADVERT] = "advert",         [PART_CREDIT] = "photo credit",
        [PART_BYLINE] = "byline",  [PART_DATE] = "date line",        [PART_UPDATE] = "update note",
        [PART_END] = "end marker", [PART_CAPTION] = "caption"};
    return names[kind];
}

const struct problems *body_problems(void)
{
    return stock_problems();
}
