/* SPDX-License-Identifier: ISC */
#include "dossier/exchange/zip.h"

#include "dossier/base/day.h"
#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"

#include <zip.h>

struct zip_named {
    struct str name;
    zip_uint64_t index;
    zip_uint64_t size; /* as the archive says */
};

struct zip_reader {
    struct arena *arena;
    zip_t *zip;
    uint64_t left; /* of ZIP_UNPACKED */
    struct {
        struct zip_named *at;
        size_t len, cap;
    } names;
};

bool zip_looks(struct str source)
{
    return str_starts(source, STR("PK\x03\x04")) || str_starts(source, STR("PK\x05\x06"));
}

/* NAME stays below the folder that the archive is unpacked in, on any system. */
static bool name_is_safe(struct str name)
{
    struct str rest = name, step;
    if (!name.len || !utf8_valid(name) || name.at[0] == '/' || name.at[0] == '\\' ||
        (name.len > 1 && name.at[1] == ':'))
        return false;
    for (size_t i = 0; i < name.len; i++) {
        if (name.at[i] == '\0')
            return false;
    }
    while (str_split(&rest, '/', &step)) {
        struct str part;
        while (str_split(&step, '\\', &part)) {
            if (str_is(part, ".."))
                return false;
        }
    }
    return true;
}

static bool list_entry(struct zip_reader *reader, zip_uint64_t index, struct error *error)
{
    zip_stat_t stat;
    const char *raw = zip_get_name(reader->zip, index, ZIP_FL_ENC_GUESS);
    if (!raw || zip_stat_index(reader->zip, index, 0, &stat) != 0)
        return error_set(error, "this zip archive is damaged");
    struct str name = str_of(raw);
    if (!name_is_safe(name))
        return error_set(error,
                         "this zip archive has an entry “%.*s”, a name that leads out of the "
                         "folder it would be unpacked in",
                         STR_ARG(str_sub(name, 0, 80)));
    if (name.at[name.len - 1] == '/')
        return true;
    struct zip_named *named = vec_add(reader->arena, &reader->names);
    named->name = arena_str(reader->arena, name);
    named->index = index;
    named->size = stat.valid & ZIP_STAT_SIZE ? stat.size : ZIP_UNPACKED + 1;
    return true;
}

static bool list_entries(struct zip_reader *reader, struct error *error)
{
    zip_int64_t count = zip_get_num_entries(reader->zip, 0);
    if (count > ZIP_MOST)
        return error_set(error, "this zip archive has %lld entries; %d are allowed",
                         (long long)count, ZIP_MOST);
    for (zip_int64_t i = 0; i < count; i++) {
        if (!list_entry(reader, (zip_uint64_t)i, error))
            return false;
    }
    return true;
}

static zip_t *open_source(struct str source, struct error *error)
{
    zip_error_t wrong;
    zip_error_init(&wrong);
    zip_source_t *bytes = zip_source_buffer_create(source.at, source.len, 0, &wrong);
    zip_t *zip = bytes ? zip_open_from_source(bytes, ZIP_RDONLY, &wrong) : NULL;
    if (!zip) {
        error_set(error, "this is no zip archive that can be read: %s", zip_error_strerror(&wrong));
        zip_source_free(bytes);
    }
    zip_error_fini(&wrong);
    return zip;
}

struct zip_reader *zip_reader_open(struct str source, struct error *error)
{
    if (!zip_looks(source)) {
        error_set(error, "this is no zip archive");
        return NULL;
    }
    zip_t *zip = open_source(source, error);
    if (!zip)
        return NULL;
    struct arena *arena = arena_new();
    struct zip_reader *reader = arena_one(arena, struct zip_reader);
    *reader = (struct zip_reader){.arena = arena, .zip = zip, .left = ZIP_UNPACKED};
    if (list_entries(reader, error))
        return reader;
    zip_reader_close(reader);
    return NULL;
}

void zip_reader_close(struct zip_reader *reader)
{
    if (!reader)
        return;
    zip_discard(reader->zip);
    arena_free(reader->arena);
}

size_t zip_reader_count(const struct zip_reader *reader)
{
    return reader->names.len;
}

struct str zip_reader_name(const struct zip_reader *reader, size_t number)
{
    return reader->names.at[number].name;
}

ptrdiff_t zip_reader_find(const struct zip_reader *reader, struct str name)
{
    ptrdiff_t found = -1;
    for (size_t i = 0; i < reader->names.len; i++) {
        if (str_eq(reader->names.at[i].name, name))
            return (ptrdiff_t)i;
        if (found < 0 && str_eq_nocase(reader->names.at[i].name, name))
            found = (ptrdiff_t)i;
    }
    return found;
}

/* SIZE bytes and not one more: only at the end the checksum is compared. */
static bool unpack(zip_file_t *file, char *into, uint64_t size)
{
    uint64_t have = 0;
    char beyond;
    while (have < size) {
        zip_int64_t n = zip_fread(file, into + have, size - have);
        if (n <= 0)
            return false;
        have += (uint64_t)n;
    }
    return zip_fread(file, &beyond, 1) == 0;
}

bool zip_reader_unpack(struct zip_reader *reader, size_t number, struct arena *arena,
                       struct str *out, struct error *error)
{
    const struct zip_named *named = &reader->names.at[number];
    struct str shown = str_sub(named->name, 0, 80);
    if (named->size > reader->left)
        return error_set(error,
                         "“%.*s” in this zip archive would unpack to more than the %llu MiB "
                         "that are allowed in all",
                         STR_ARG(shown), (unsigned long long)(ZIP_UNPACKED >> 20));
    zip_file_t *file = zip_fopen_index(reader->zip, named->index, 0);
    if (!file)
        return error_set(error, "“%.*s” in this zip archive can't be read: %s", STR_ARG(shown),
                         zip_strerror(reader->zip));
    char *bytes = arena_get(arena, named->size + 1);
    bool whole = unpack(file, bytes, named->size);
    zip_fclose(file);
    reader->left -= named->size;
    *out = (struct str){bytes, named->size};
    return whole || error_set(error, "“%.*s” in this zip archive is damaged", STR_ARG(shown));
}
