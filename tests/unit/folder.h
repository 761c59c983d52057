/* SPDX-License-Identifier: ISC */
/* Folders that a test makes and takes away again. */
#ifndef DOSSIER_TESTS_FOLDER_H
#define DOSSIER_TESTS_FOLDER_H

#include "dossier/base/arena.h"
#include "dossier/base/file.h"

#include <criterion/criterion.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* An empty folder, its path in ARENA. */
static inline const char *folder_make(struct arena *arena)
{
    const char *temp = getenv("TMPDIR");
    struct str path = arena_printf(arena, "%s/dossier-test-XXXXXX", temp ? temp : "/tmp");
    cr_assert_not_null(mkdtemp((char *)path.at));
    return path.at;
}

static inline int folder_remove_one(const char *path, const struct stat *st, int kind,
                                    struct FTW *ftw)
{
    (void)st;
    (void)kind;
    (void)ftw;
    return remove(path);
}

static inline void folder_remove(const char *folder)
{
    nftw(folder, folder_remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* Writes the file NAME below FOLDER, making the folders on the way. */
static inline void folder_write(const char *folder, const char *name, struct str bytes)
{
    struct arena *arena = arena_new();
    struct error error = {0};
    const char *path = path_join(arena, folder, name);
    char *last = strrchr(path, '/');
    *last = '\0';
    cr_assert(file_make_folder(path, 0755, &error), "%s", error.text);
    *last = '/';
    FILE *file = fopen(path, "wb");
    cr_assert_not_null(file);
    cr_assert_eq(fwrite(bytes.at, 1, bytes.len, file), bytes.len);
    fclose(file);
    arena_free(arena);
}

/* What the file PATH holds, in ARENA. */
static inline const char *folder_read(struct arena *arena, const char *path)
{
    struct buf bytes = {0};
    struct error error = {0};
    cr_assert(file_read(path, (size_t)1 << 30, &bytes, &error), "%s", error.text);
    const char *text = arena_chars(arena, buf_view(&bytes));
    buf_free(&bytes);
    return text;
}

#endif
