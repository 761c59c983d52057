/* SPDX-License-Identifier: ISC */
#include "page.h"

#include "dossier/base/memory.h"

void mapped_put(struct arena *arena, struct mapped *mapped, struct str piece, size_t source)
{
    size_t len = mapped->pieces.len;
    if (!piece.len)
        return;
    if (!len ||
        mapped->pieces.at[len - 1].source + (mapped->text.len - mapped->pieces.at[len - 1].text) !=
            source) {
        (void)vec_add(arena, &mapped->pieces);
        mapped->pieces.at[len].text = (uint32_t)mapped->text.len;
        mapped->pieces.at[len].source = (uint32_t)source;
    }
    buf_str(&mapped->text, piece);
}

size_t mapped_source(const struct mapped *mapped, size_t at)
{
    size_t low = 0, high = mapped->pieces.len;
    if (!high)
        return 0;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (mapped->pieces.at[middle].text <= at)
            low = middle;
        else
            high = middle;
    }
    return mapped->pieces.at[low].source + (at - mapped->pieces.at[low].text);
}

uint32_t page_len(const struct page *page)
{
    return (uint32_t)page->mapped.text.len;
}

void page_put(struct page *page, struct str piece, size_t source)
{
    mapped_put(page->arena, &page->mapped, piece, source);
}

void page_aside(struct page *page, struct str words)
{
    if (words.len)
        *vec_add(page->arena, &page->draft->asides) =
            (struct draft_aside){page_len(page), arena_str(page->arena, words)};
}

void page_end(struct page *page, enum block_kind kind)
{
    size_t len = page->blocks.len;
    uint32_t start = len ? page->blocks.at[len - 1].span.end + 2 : 0;
    if (str_trim(str_sub(buf_view(&page->mapped.text), start, page_len(page))).len) {
        *vec_add(page->arena, &page->blocks) = (struct block){kind, {start, page_len(page)}};
        buf_chars(&page->mapped.text, "\n\n");
        return;
    }
    page->mapped.text.len = start < page_len(page) ? start : page_len(page);
    size_t *pieces = &page->mapped.pieces.len;
    while (*pieces && page->mapped.pieces.at[*pieces - 1].text >= page_len(page))
        --*pieces;
}
