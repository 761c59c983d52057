/* SPDX-License-Identifier: ISC */
/* One file to one article. */
#ifndef DOSSIER_LOAD_ARTICLE_FILE_H
#define DOSSIER_LOAD_ARTICLE_FILE_H

#include "dossier/base/file.h"
#include "dossier/load/format.h"
#include "dossier/load/tags_file.h"
#include "dossier/model/segment.h"
#include "walk.h"

#include <stdbool.h>

/* Reads FILE into ARTICLE, its text, as it is stored, into the room of MAKER, the rest into ARENA;
 * what the file looked like goes to LOOK; NEARBY is of the file before. False where FILE is no
 * article: then a warning says why. One that can't be read is an article with a problem. */
bool article_file_read(struct arena *arena, const struct walked *file, struct nearby *nearby,
                       struct segment_maker *maker, struct article *article, struct file_look *look,
                       struct problems *problems);
/* The same for bytes that the user named: always an article. */
void article_file_take(struct arena *arena, struct str bytes, struct article *article,
                       struct problems *problems);
/* Puts what tags.yaml says (ENTRY may be NULL) above what the file says of itself, works out the
 * rest, and finishes the article. */
void article_file_finish(struct arena *arena, struct article *article,
                         const struct tags_entry *entry, struct problems *problems);

#endif
