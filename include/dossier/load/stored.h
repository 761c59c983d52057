/* SPDX-License-Identifier: ISC */
/* An article's bytes on disk, as they are now. */
#ifndef DOSSIER_LOAD_STORED_H
#define DOSSIER_LOAD_STORED_H

#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/model/library.h"

#include <stdbool.h>
#include <stdint.h>

/* The path of article NUMBER's file, in ARENA. */
const char *stored_path(struct arena *arena, const struct library *library, uint32_t number);
/* Adds the bytes of article NUMBER's file to OUT. A note remembers what it was made on, to the
 * byte: so false, with a sentence, where there is no file, or where it has changed since LIBRARY
 * was read.
 */
bool stored_read(const struct library *library, uint32_t number, struct buf *out,
                 struct error *error);

#endif
