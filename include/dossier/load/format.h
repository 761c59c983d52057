/* SPDX-License-Identifier: ISC */
/* What a reader of one file format promises. */
#ifndef DOSSIER_LOAD_FORMAT_H
#define DOSSIER_LOAD_FORMAT_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/model/article.h"

/* Bytes of an article that is read; a larger one is listed. */
#define LOAD_LARGEST ((size_t)64 << 20)

struct format {
    const char *name;
    const char *endings; /* ".txt .text", parted by spaces; "" for files without one */
    /* Reads SOURCE (which lives as long as ARENA) into ARTICLE: file, text, front, and into STATED
     * what the file says of itself. False, with ARTICLE->problem set, where it can't be read. */
    bool (*read)(struct arena *arena, struct str source, struct article *article,
                 struct facts *stated, struct problems *problems);
};

#endif
