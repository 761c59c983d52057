/* SPDX-License-Identifier: ISC */
#include "recurring.h"

#include "dossier/base/flat.h"
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#define TOGETHER 3 /* lines, in a text that is no page */
#define WORDS 40   /* tenths of words of a line of a page that is not repeated by chance */
#define MULTIPLIER 0x9E3779B97F4A7C15u
#define FIGURES 3 /* of so many lines together more than one has a figure: it is a table */
#define MOST 256  /* lines of an article */

/* No part of a sentence, or of verse: it ends without a sign, or is of a kind. */
static bool is_label(const struct page *page, size_t i)
{
    const struct page_line *line = &page->at[i];
    struct str text = page_text(page, i);
    size_t end = text.len;
    return line->kept && !line->prose && line->kind != PART_BYLINE && line->kind != PART_DATE &&
           (line->kind || char_is_word(utf8_before(text, &end)));
}

/* The lines of running text, by which the article is told from others. */
static struct recurring *begin(struct arena *arena, const struct page *page)
{
    struct recurring *out = recurring_new(arena);
    for (size_t i = page->first; i < page->last; i++) {
        if (page->at[i].prose && !page->at[i].kind)
            recurring_sketch(out->sketch, page_text(page, i));
    }
    return out;
}

/* Adds the lines FIRST to LAST as one. */
static void add(struct arena *arena, const struct page *page, size_t first, size_t last,
                uint64_t key, struct recurring **out)
{
    if (!*out)
        *out = begin(arena, page);
    if ((*out)->len < MOST)
        *vec_add(arena, *out) = (struct recurring_line){
            .key = key, .span = {page->at[first].span.start, page->at[last].span.end}};
}

struct recurring *recurring_of_page(struct arena *arena, const struct page *page, struct str title)
{
    struct recurring *out = NULL;
    for (size_t i = 0; i < page->last; i++) {
        const struct page_line *line = &page->at[i];
        if (line->words >= WORDS && !line->kind && is_label(page, i) &&
            !str_eq(page_text(page, i), title))
            add(arena, page, i, i, flat_hash(1, page_text(page, i)), &out);
    }
    return out;
}

/* The last line above the prose that may be its headline. */
static size_t headline_above(const struct page *page)
{
    size_t i = page->first;
    while (i > 0 && (page->at[i - 1].kind || page->at[i - 1].prose))
        i--;
    return i ? i - 1 : 0;
}

static bool has_digit(struct str line)
{
    for (size_t i = 0; i < line.len; i++) {
        if (line.at[i] >= '0' && line.at[i] <= '9')
            return true;
    }
    return false;
}

/* A table, or a list of what is needed: figures in many of the lines from A up to B. */
static bool is_table(const struct page *page, size_t a, size_t b)
{
    size_t figures = 0;
    for (size_t i = a; i < b; i++)
        figures += has_digit(page_text(page, i));
    return figures * FIGURES > b - a;
}

/* Adds each TOGETHER of the lines from A up to B. */
static void add_group(struct arena *arena, const struct page *page, size_t a, size_t b,
                      struct recurring **out)
{
    uint64_t hashes[TOGETHER], key;
    for (size_t i = a; i < b; i++) {
        hashes[(i - a) % TOGETHER] = flat_hash(TOGETHER, page_text(page, i));
        if (i - a + 1 < TOGETHER)
            continue;
        key = 0;
        for (size_t k = 1; k <= TOGETHER; k++)
            key = key * MULTIPLIER + hashes[(i - a + k) % TOGETHER];
        add(arena, page, i + 1 - TOGETHER, i, key, out);
    }
}

static void add_together(struct arena *arena, const struct page *page, size_t from, size_t to,
                         struct recurring **out)
{
    for (size_t i = from, end; i < to; i = end + 1) {
        end = i;
        while (end < to && is_label(page, end))
            end++;
        if (end - i >= TOGETHER && !is_table(page, i, end))
            add_group(arena, page, i, end, out);
    }
}

struct recurring *recurring_of_text(struct arena *arena, const struct page *page)
{
    struct recurring *out = NULL;
    if (page->first == page->last)
        return NULL; /* verse, or a list */
    add_together(arena, page, 0, headline_above(page), &out);
    add_together(arena, page, page->last, page->len, &out);
    return out;
}
