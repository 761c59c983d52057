/* SPDX-License-Identifier: ISC */
/* Zip archives in memory, by libzip. Reading has limits, so that no small file unpacks to more
 * than the machine has; writing gives the same bytes for the same entries and moment. */
#ifndef DOSSIER_EXCHANGE_ZIP_H
#define DOSSIER_EXCHANGE_ZIP_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ZIP_MOST 20000 /* entries */
/* Bytes that all that is unpacked from one archive has at most. */
#define ZIP_UNPACKED ((uint64_t)512 << 20)

/* An archive that is read. */
struct zip_reader;

/* SOURCE begins as a zip archive does. */
bool zip_looks(struct str source);
/* Opens SOURCE, which must live as long. NULL, with a sentence, if it is no zip archive, has too
 * many entries, or one with a name that is absolute, leads out of the folder it is unpacked in
 * (..), or is no UTF-8. */
struct zip_reader *zip_reader_open(struct str source, struct error *error);
void zip_reader_close(struct zip_reader *reader);
/* How many entries it has, folders not among them, and their names, in the archive's order. */
size_t zip_reader_count(const struct zip_reader *reader);
struct str zip_reader_name(const struct zip_reader *reader, size_t number);
/* The number of the entry with exactly this name, ASCII letters without case where no name is the
 * same with it; -1 if there is none. */
ptrdiff_t zip_reader_find(const struct zip_reader *reader, struct str name);
/* Unpacks entry NUMBER into ARENA. False if it is damaged, encrypted, or larger than what is left
 * of ZIP_UNPACKED. */
bool zip_reader_unpack(struct zip_reader *reader, size_t number, struct arena *arena,
                       struct str *out, struct error *error);

struct zip_entry {
    struct str name; /* with slashes, in UTF-8, below the archive's top */
    struct str bytes;
};

/* Adds to OUT an archive of the COUNT ENTRIES (one at least), each dated MOMENT (seconds since
 * 1970, to the day: at noon). */
bool zip_write(const struct zip_entry *entries, size_t count, int64_t moment, struct buf *out,
               struct error *error);

#endif
