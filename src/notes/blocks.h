/* SPDX-License-Identifier: ISC */
/* A notes file as a run of blocks under `notes:`, found by its lines. */
#ifndef DOSSIER_SRC_NOTES_BLOCKS_H
#define DOSSIER_SRC_NOTES_BLOCKS_H

#include "dossier/base/arena.h"
#include "dossier/notes/note.h"
#include "dossier/yaml/read.h"

/* Bytes of the source: a file that is read is never larger than 256 MiB. */
struct block {
    uint32_t start; /* of the comments right above it, which belong to it */
    uint32_t item;  /* of the line with its dash */
    uint32_t end;   /* behind its last line that is not empty */
    uint32_t stop;  /* behind the empty lines that follow */
    int line;       /* of its dash, from 1 */
};

/* The blocks of SOURCE, one after the other. */
struct blocks {
    struct str source;
    size_t indent;  /* columns before the dash */
    int list_line;  /* and the number of that line */
    size_t list;    /* where the list's lines begin, behind `notes:` */
    size_t at, end; /* where the next block is looked for; where the list's lines end, when all
                       are found */
    int line;       /* of AT */
    bool odd;       /* the file is laid out in another way: nothing more is found */
    struct block block;
    bool own; /* the block is in this program's own form: NOTE is what it holds */
    struct note note;
};

/* Goes to the first line behind `notes:`. False where there is no list of lines there, which may
 * mean that there are no notes, or another layout. */
bool blocks_begin(struct blocks *blocks, struct str source);
/* Finds the next block, its texts put together in ARENA if that is not NULL. False at the end of
 * the list. */
bool blocks_next(struct arena *arena, struct blocks *blocks);
/* The lines of a block for the YAML reader. */
struct str blocks_text(const struct blocks *blocks, const struct block *block);
/* All of the file but the blocks, with one item in their place that holds the text STAND_IN: what
 * the YAML reader must find right. LINES of the source are not in it then. */
#define STAND_IN "blocks"
struct str blocks_rest(struct arena *arena, const struct blocks *blocks, int *lines);
/* The same of a HEAD and a TAIL. */
struct str blocks_stand_in(struct arena *arena, struct str head, size_t indent, struct str tail);
/* ROOT, with the LIST of notes, is what blocks_rest gave: it has the one item, and `notes` once. */
bool blocks_rest_is_right(const struct yaml_node *root, const struct yaml_node *list);
/* Where the source's first line feed is one of a CRLF: the line end of the file. */
struct str blocks_line_end(struct str source);

#endif
