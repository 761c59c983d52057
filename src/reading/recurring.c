/* SPDX-License-Identifier: ISC */
#include "recurring.h"

#include "dossier/base/flat.h"
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#define TOGETHER 3 /* lines, in a text that is no page */
#define WORDS 40   /* tenths of words of a line of a page that is not repeated by chance */
#define MULTIPLIER 0x9E3779B97F4A7C15u
#define MOST 256 /* lines of an article: more are a table's */

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

static void add_together(struct arena *arena, const struct page *page, size_t from, size_t to,
                         struct recurring **out)
{
    uint64_t hashes[TOGETHER], key;
    size_t together = 0;
    for (size_t i = from; i < to; i++) {
        if (!is_label(page, i)) {
            together = 0;
            continue;
        }
        hashes[together++ % TOGETHER] = flat_hash(TOGETHER, page_text(page, i));
        if (together < TOGETHER)
            continue;
        key = 0;
        for (size_t k = 0; k < TOGETHER; k++)
            key = key * MULTIPLIER + hashes[(together + k) % TOGETHER];
        add(arena, page, i + 1 - TOGETHER, i, key, out);
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
