/* SPDX-License-Identifier: ISC */
/* The files in the cache folder, whatever is in them. */
#include "dossier/base/file.h"
#include "image.h"
#include "image_parts.h"

#include <dirent.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define LEFT_OVER 600 /* seconds after which a file that nobody lists is nobody's */

static bool is_listed(const struct corpus *corpus, struct str name)
{
    for (size_t i = 0; i < corpus->part_count; i++) {
        struct str kept = {segment_name(corpus->parts[i].segment), SEGMENT_NAME};
        if (str_eq(str_sub(name, 0, SEGMENT_NAME), kept))
            return true;
    }
    return false;
}

/* What to do with a file of the cache folder; its size is added to BYTES. */
typedef bool visit(const char *path, struct str name, const struct stat *st, const void *context);

/* Visits the files in WHERE; how many WANTS said yes to. */
static size_t each_file(const char *where, visit *wants, const void *context, uint64_t *bytes)
{
    struct arena *arena = arena_new();
    DIR *dir = where ? opendir(where) : NULL;
    size_t count = 0;
    for (const struct dirent *found; dir && (found = readdir(dir));) {
        const char *path = path_join(arena, where, found->d_name);
        struct stat st;
        if (lstat(path, &st) != 0 || !S_ISREG(st.st_mode) ||
            !wants(path, str_of(found->d_name), &st, context))
            continue;
        *bytes += (uint64_t)st.st_size;
        count++;
    }
    if (dir)
        closedir(dir);
    arena_free(arena);
    return count;
}

static bool remove_left_over(const char *path, struct str name, const struct stat *st,
                             const void *corpus)
{
    return str_ends(name, STR(IMAGE_ENDING)) && !is_listed(corpus, name) &&
           time(NULL) - st->st_mtime > LEFT_OVER && unlink(path) == 0;
}

static bool remove_any(const char *path, struct str name, const struct stat *st,
                       const void *context)
{
    (void)st;
    (void)context;
    return (str_ends(name, STR(IMAGE_ENDING)) || str_is(name, IMAGE_LIST)) && unlink(path) == 0;
}

static bool count_any(const char *path, struct str name, const struct stat *st, const void *context)
{
    (void)path;
    (void)st;
    (void)context;
    return str_ends(name, STR(IMAGE_ENDING)) || str_is(name, IMAGE_LIST);
}

void image_tidy(const char *where, const struct corpus *corpus)
{
    uint64_t bytes = 0;
    each_file(where, remove_left_over, corpus, &bytes);
}

static size_t visit_all(const char *folder, visit *wants, uint64_t *bytes)
{
    struct arena *arena = arena_new();
    *bytes = 0;
    size_t count = each_file(image_folder(arena, folder), wants, NULL, bytes);
    arena_free(arena);
    return count;
}

size_t image_drop(const char *folder, uint64_t *bytes)
{
    return visit_all(folder, remove_any, bytes);
}

size_t image_measure(const char *folder, uint64_t *bytes)
{
    return visit_all(folder, count_any, bytes);
}
