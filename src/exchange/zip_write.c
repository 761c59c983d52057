/* SPDX-License-Identifier: ISC */
#include "dossier/base/day.h"
#include "dossier/exchange/zip.h"

#include <zip.h>

#define ENTRY_MODE (0100644u << 16) /* a plain file that everybody may read */

/* The archive's own form of a day. libzip goes by way of the local time, which in some zones leaves
 * out an hour in spring; noon is never left out. */
static void dos_date(int64_t moment, zip_uint16_t *date, zip_uint16_t *time)
{
    int year, month, in_month;
    int64_t days = moment / 86400 - (moment % 86400 < 0);
    day_split((day)days, &year, &month, &in_month);
    if (year < 1980 || year > 2107) {
        year = 1980;
        month = in_month = 1;
    }
    *date = (zip_uint16_t)((year - 1980) << 9 | month << 5 | in_month);
    *time = 12 << 11;
}

static bool add_entry(zip_t *zip, const struct zip_entry *entry, int64_t moment)
{
    struct arena *arena = arena_new();
    const char *name = arena_chars(arena, entry->name);
    zip_source_t *source =
        zip_source_buffer(zip, entry->bytes.len ? entry->bytes.at : "", entry->bytes.len, 0);
    zip_int64_t index = source ? zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8) : -1;
    if (source && index < 0)
        zip_source_free(source);
    arena_free(arena);
    if (index < 0)
        return false;
    zip_uint16_t date, time;
    dos_date(moment, &date, &time);
    zip_uint64_t at = (zip_uint64_t)index;
    return zip_file_set_dostime(zip, at, time, date, 0) == 0 &&
           zip_file_set_external_attributes(zip, at, 0, ZIP_OPSYS_UNIX, ENTRY_MODE) == 0;
}

/* The archive's bytes, once it is closed. */
static bool read_back(zip_source_t *target, struct buf *out)
{
    char part[16384];
    zip_int64_t n;
    if (zip_source_open(target) != 0)
        return false;
    while ((n = zip_source_read(target, part, sizeof part)) > 0)
        buf_add(out, part, (size_t)n);
    zip_source_close(target);
    return n == 0;
}

static bool fill(zip_source_t *target, const struct zip_entry *entries, size_t count,
                 int64_t moment, struct error *error)
{
    zip_error_t wrong;
    zip_error_init(&wrong);
    zip_t *zip = zip_open_from_source(target, ZIP_TRUNCATE, &wrong);
    if (!zip)
        error_set(error, "the zip archive can't be made: %s", zip_error_strerror(&wrong));
    zip_error_fini(&wrong);
    if (!zip)
        return false;
    zip_source_keep(target);
    bool added = true;
    for (size_t i = 0; added && i < count; i++)
        added = add_entry(zip, &entries[i], moment);
    if (added && zip_close(zip) == 0)
        return true;
    error_set(error, "the zip archive can't be made: %s", zip_strerror(zip));
    zip_discard(zip);
    return false;
}

bool zip_write(const struct zip_entry *entries, size_t count, int64_t moment, struct buf *out,
               struct error *error)
{
    zip_error_t wrong;
    zip_error_init(&wrong);
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &wrong);
    zip_error_fini(&wrong);
    if (!target)
        return error_set(error, "there is no memory for a zip archive");
    bool written = fill(target, entries, count, moment, error);
    if (written && !read_back(target, out))
        written = error_set(error, "the zip archive can't be read back");
    zip_source_free(target);
    return written;
}
