/* SPDX-License-Identifier: ISC */
/* A file of flat runs of bytes that is mapped to be read: the program's own, for caches. It is
 * replaced by rename and never written to, so that what is mapped stays as it is. */
#ifndef DOSSIER_BASE_FLAT_H
#define DOSSIER_BASE_FLAT_H

#include "dossier/base/error.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define FLAT_MOST 24 /* sections */

struct flat {
    struct str sections[FLAT_MOST]; /* each begins on a bound of 64 bytes */
    size_t count;
    void *mapping;
    size_t size; /* of the file */
};

/* Writes SECTIONS to PATH, as safely as file_save does. KIND and STAMP say what they are: only who
 * asks for the same two will read them. */
bool flat_save(const char *path, uint32_t kind, uint64_t stamp, const struct str *sections,
               size_t count, struct error *error);
/* Maps PATH. False, quietly, where it is not there, is no such file, is of another machine or
 * version, or is not as long as it should be. What the sections hold is not looked at. */
bool flat_open(const char *path, uint32_t kind, uint64_t stamp, size_t count, struct flat *out);
/* Reads all of it: what it holds is what was written. */
bool flat_is_sound(const struct flat *flat);
void flat_close(struct flat *flat);
/* A hash of bytes, made to be fast; the seed is that of what stood before. */
uint64_t flat_hash(uint64_t seed, struct str bytes);

#endif
