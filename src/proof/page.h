/* SPDX-License-Identifier: ISC */
/* A draft without its markup, in the making: the readers of the formats put text in and say what
 * kind of block it is; quotation marks are looked for afterwards, in one way for all formats. */
#ifndef DOSSIER_SRC_PROOF_PAGE_H
#define DOSSIER_SRC_PROOF_PAGE_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
#include "dossier/base/span.h"
#include "dossier/proof/draft.h"

#include <stdbool.h>
#include <stdint.h>

/* Text that was put together from pieces of a source. */
struct mapped {
    struct buf text;
    struct {
        struct {
            uint32_t text, source;
        } * at;
        size_t len, cap;
    } pieces;
};

/* Adds PIECE, which begins at byte SOURCE. */
void mapped_put(struct arena *arena, struct mapped *mapped, struct str piece, size_t source);
size_t mapped_source(const struct mapped *mapped, size_t at);

enum block_kind { BLOCK_TEXT, BLOCK_HEADING, BLOCK_QUOTE };

struct block {
    enum block_kind kind;
    struct span span;
};

struct page {
    bool thorough; /* what is said around quotations too short to be checked is wanted too */
    struct arena *arena;
    struct draft *draft;
    struct mapped mapped;
    struct {
        struct block *at;
        size_t len, cap;
    } blocks;
    struct spans code;   /* what is no prose: quotation marks mean nothing in it */
    struct spans forced; /* what is a quotation without any marks */
};

/* Adds text of the block in hand. */
void page_put(struct page *page, struct str piece, size_t source);
void page_aside(struct page *page, struct str words);
/* Ends the block in hand; an empty one is none. */
void page_end(struct page *page, enum block_kind kind);
/* How much text there is. */
uint32_t page_len(const struct page *page);

/* Fills the draft's quotations from the page's blocks. */
void marks_find(struct page *page);

/* The readers: SOURCE is the draft's. */
void draft_plain(struct page *page, struct str source);
void draft_markdown(struct page *page, struct str source);
void draft_html(struct page *page, struct str source);
void draft_org(struct page *page, struct str source);
void draft_csv(struct page *page, struct str source);
void draft_jsonl(struct page *page, struct str source);
void draft_json(struct page *page, struct str source);
/* What an entity like "&ldquo;" at AT stands for; its length, 0 where it is none. */
size_t entity_read(struct str s, size_t at, uint32_t *out);

#endif
