/* SPDX-License-Identifier: ISC */
#include "dateline.h"

#include "dossier/base/memory.h"
#include "dossier/reading/times.h"
#include "stock.h"
#include "stock_table.h"
#include "times_words.h"

#define NEAR 14  /* lines before the article, or behind it, that may speak of it */
#define WITHIN 6 /* lines from its first one on, which may be a caption */
#define BEHIND 4
#define LONGEST 160       /* bytes of a date line */
#define ABOVE 3           /* lines above the headline where its date may stand */
#define BESIDE 12         /* bytes beside a date in a line that may be a headline, as "09:30 GMT" */
#define BESIDE_DROPPED 40 /* in one that is not */
#define LABEL_GAP 3       /* bytes between "Date" and the date */

/* Where the article begins and ends among the lines. */
struct edges {
    size_t first, last; /* the latter not in it */
};

static struct edges edges_of(const struct page *page)
{
    struct edges edges = {page->len, 0};
    for (size_t i = 0; i < page->len; i++) {
        if (page->at[i].kept && page->at[i].prose) {
            edges.first = i < edges.first ? i : edges.first;
            edges.last = i + 1;
        }
    }
    return edges;
}

/* The line stands where an article's byline and date line do. */
static bool is_near(const struct edges *edges, size_t line)
{
    return (line < edges->first + WITHIN && line + NEAR >= edges->first) ||
           (line >= edges->last && line < edges->last + BEHIND);
}

/* All bylines near the article name the same people. */
static struct str find_author(const struct page *page, const struct edges *edges)
{
    struct str author = STR("");
    for (size_t i = 0; i < page->len; i++) {
        const struct page_line *line = &page->at[i];
        if (line->kind != PART_BYLINE || !line->names.len || !is_near(edges, i))
            continue;
        if (author.len && !str_eq(author, line->names))
            return STR("");
        author = line->names;
    }
    return author;
}

/* A year in digits, without which a line is no date line. */
static bool has_year(struct str line)
{
    size_t digits = 0;
    for (size_t i = 0; i < line.len; i++) {
        digits = line.at[i] >= '0' && line.at[i] <= '9' ? digits + 1 : 0;
        if (digits == 4 && (line.at[i - 3] == '1' || line.at[i - 3] == '2'))
            return true;
    }
    return false;
}

/* The only day that LINE states whole, in any language. */
static bool day_in(struct arena *arena, struct str line, struct time_said *out)
{
    const struct times_languages *all = times_languages();
    bool found = false;
    for (size_t i = 0; i < all->len; i++) {
        struct times times = {0};
        struct times_reader reader = {line, all->at[i], TIMES_ORDER_AUTO};
        times_in(&reader, (struct span){0, (uint32_t)line.len}, DAY_NONE, arena, &times);
        for (size_t t = 0; t < times.len; t++) {
            if (times.at[t].precision != TIME_PRECISE_DAY || times.at[t].confidence < 0.9F)
                continue;
            if (found && times.at[t].from != out->from)
                return false;
            *out = times.at[t];
            found = true;
        }
    }
    return found;
}

/* How much a line says of when the article came out: 0 nothing, 1 a date may stand alone in it, 2
 * it is said to be one. */
static int dates_line(const struct page *page, size_t i)
{
    const struct page_line *line = &page->at[i];
    struct str text = page_text(page, i);
    if (line->prose || text.len > LONGEST || !has_year(text) ||
        stock_label(text, 1u << LATER)) /* "Updated 3 May" */
        return 0;
    if (line->kind == PART_DATE || line->kind == PART_BYLINE)
        return 2;
    return !line->kind ? 1 : 0;
}

/* Line I stands below the headline, where that is known, or at most a few lines above it. */
static bool is_below_title(const struct page *page, size_t i, const struct seen *seen)
{
    if (!seen->title.len)
        return true;
    size_t title = (size_t)(seen->title.at - page->seeing->text.at);
    size_t near = i + ABOVE < page->len ? i + ABOVE : page->len - 1;
    return page->at[near].span.start >= title;
}

/* A date that nothing says is the article's: it stands between headline and text, or directly
 * above, with hardly anything beside it. Others belong to menus, headlines and other stories. */
static bool is_alone(const struct page *page, const struct edges *edges, size_t i,
                     const struct time_said *said, const struct seen *seen)
{
    struct span line = page->at[i].span;
    size_t beside = line.end - line.start - (said->span.end - said->span.start);
    return i < edges->first && is_below_title(page, i, seen) &&
           beside <= (page->at[i].kept ? BESIDE : BESIDE_DROPPED);
}

static void take_day(const struct page *page, size_t line, const struct time_said *said,
                     struct seen *out)
{
    uint32_t start = page->at[line].span.start;
    out->date = said->from;
    out->date_at = (struct span){start + said->span.start, start + said->span.end};
}

/* The date that the lines near the article state; none where they state two. */
static void find_date(struct arena *arena, const struct page *page, const struct edges *edges,
                      struct seen *out)
{
    int best = 0;
    bool doubtful = false;
    for (size_t i = 0; i < page->len; i++) {
        struct time_said said;
        int says = is_near(edges, i) ? dates_line(page, i) : 0;
        if (!says || says < best || !day_in(arena, page_text(page, i), &said) ||
            (says == 1 && !is_alone(page, edges, i, &said, out)))
            continue;
        doubtful = says == best && (doubtful || said.from != out->date);
        best = says;
        take_day(page, i, &said, out);
    }
    if (doubtful)
        out->date = DAY_NONE;
}

/* "Date 2024-05-17 The bridge …": cuts the date off the article's first line. */
static void cut_glued(struct arena *arena, struct page *page, const struct edges *edges,
                      struct seen *out)
{
    struct time_said said;
    size_t behind;
    if (edges->first >= page->len || edges->first > 2)
        return;
    struct page_line *line = &page->at[edges->first];
    struct str text = page_text(page, edges->first);
    if (!stock_date(str_sub(text, 0, 200), &behind))
        return;
    struct str head = str_sub(text, 0, behind + LABEL_GAP + 24);
    if (!has_year(head) || !day_in(arena, head, &said) || said.span.start > behind + LABEL_GAP)
        return;
    take_day(page, edges->first, &said, out);
    struct span label = {line->span.start, line->span.start + said.span.end};
    line->span.start = label.end;
    while (line->span.start < line->span.end &&
           (unsigned char)page->seeing->text.at[line->span.start] <= ' ')
        line->span.start++;
    *vec_add(arena, &out->rest) = (struct part){label, PART_DATE};
}

bool dateline_is_glued(const struct page *page)
{
    size_t behind;
    return page->at[0].prose && stock_date(str_sub(page_text(page, 0), 0, 200), &behind);
}

void dateline_find(struct arena *arena, struct page *page, struct seen *out)
{
    struct edges edges = edges_of(page);
    out->author = find_author(page, &edges);
    find_date(arena, page, &edges, out);
    if (out->date == DAY_NONE)
        cut_glued(arena, page, &edges, out);
}
