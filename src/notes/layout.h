/* SPDX-License-Identifier: ISC */
/* A notes file as blocks, and changes to it as splices: what is not changed is never copied, but
 * pointed to. */
#ifndef DOSSIER_SRC_NOTES_LAYOUT_H
#define DOSSIER_SRC_NOTES_LAYOUT_H

#include "blocks.h"
#include "dossier/base/file.h"
#include "dossier/yaml/read.h"
#include "scan.h"

/* A block with an id that was asked for. */
struct found {
    struct str id;
    size_t block;
};

struct strs {
    struct str *at;
    size_t len, cap;
};

struct splice {
    size_t from, to;
    struct str text;
    struct note place; /* of one that adds a block: what it is sorted by */
};

/* The bytes of a file: in memory, or, where FD is not -1, on disk. */
struct source {
    struct str bytes;
    int fd;
    size_t len;
    int64_t moment; /* when the file on disk was last written to */
};

struct pieces {
    struct file_piece *at;
    size_t len, cap;
};

struct layout {
    struct arena *arena;
    struct source source;
    struct str line_end;
    size_t indent;      /* columns before the dashes */
    size_t list, end;   /* the bytes of the list */
    struct strs wanted; /* sorted; only these ids are looked for, unless there are none */
    size_t count;       /* of the blocks */
    struct {
        struct block *at;
        size_t len, cap;
    } all;            /* in memory */
    struct scan scan; /* on disk */
    struct {
        struct found *at;
        size_t len, cap;
    } found;
    struct {
        struct splice *at;
        size_t len, cap;
    } splices;
};

/* SOURCE has at least one block, and all its parts read. False where it is laid out in another way,
 * or damaged. WANTED (sorted here) are the ids to look for; of every block where it is empty. Of a
 * source on disk, which is large, the blocks are not read: damage that this does
 * not show was told when the file was read, and is kept as it is. */
bool layout_read(struct arena *arena, struct source source, struct strs wanted,
                 struct layout *layout);
/* All but the blocks, as blocks_rest gives it. */
struct str layout_rest(const struct layout *layout);
/* The bytes FROM to TO of the source, in memory. */
struct str layout_part(const struct layout *layout, size_t from, size_t to);
/* Where in FOUND the blocks with this id begin, in the order of the file; its length: nowhere. */
size_t layout_find(const struct layout *layout, struct str id);
struct block layout_block(const struct layout *layout, size_t number);
struct str layout_text(const struct layout *layout, size_t block);
/* The block as YAML's tree. */
const struct yaml_node *layout_tree(const struct layout *layout, size_t block);

/* The article, first byte and id of a block. */
bool layout_place(const struct layout *layout, size_t block, struct note *place);
/* The order of blocks: by article, first byte and id. */
int layout_compare(const struct note *a, const struct note *b);

/* Each of these gives LINES, whole ones, which must live as long as LAYOUT. */
void layout_add(struct layout *layout, const struct note *place, struct str lines);
void layout_replace(struct layout *layout, size_t block, struct str lines);
/* The comments above it stay, or go to a new place before LINES. */
void layout_remove(struct layout *layout, size_t block);
void layout_move(struct layout *layout, size_t block, const struct note *place, struct str lines);
/* NEW is what blocks_rest shall give. False where the change can't be told from it. */
bool layout_change_rest(struct layout *layout, struct str old, struct str new);
/* The file as it is to be, in pieces. */
void layout_pieces(struct layout *layout, struct pieces *pieces);

#endif
