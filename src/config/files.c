/* SPDX-License-Identifier: ISC */
#include "files.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#define ENDING STR(".yaml")

struct names {
    struct str *at;
    size_t len, cap;
};

/* The folders to look into, the first one first. */
static size_t find_folders(struct arena *arena, const char *folders[2])
{
    size_t count = 0;
    const char *config = path_xdg(arena, XDG_CONFIG);
    if (config)
        folders[count++] = path_join(arena, config, "themes");
    const char *override = getenv("DOSSIER_THEMES");
    if (override && *override)
        folders[count++] = override;
    else if (*DOSSIER_DATADIR)
        folders[count++] = path_join(arena, DOSSIER_DATADIR, "themes");
    return count;
}

/* Names come from the command line and from config: none may lead out of the folders. */
static bool is_name(struct str name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        if (c == '/' || c == '\0' || (c == '.' && i == 0))
            return false;
    }
    return name.len > 0 && name.len < 100;
}

static bool find_built_in(struct str name, struct buf *out)
{
    for (const struct built_in *at = built_in_files; at->name; at++) {
        if (str_is(name, at->name)) {
            buf_chars(out, at->text);
            return true;
        }
    }
    return false;
}

bool files_find(struct arena *arena, struct str name, struct buf *out, struct str *file,
                struct problems *problems)
{
    const char *folders[2];
    size_t count = is_name(name) ? find_folders(arena, folders) : 0;
    *file = arena_printf(arena, "%.*s.yaml", STR_ARG(name));
    for (size_t i = 0; i < count; i++) {
        const char *path = path_join(arena, folders[i], file->at);
        struct error error;
        if (!file_exists(path))
            continue;
        if (file_read_named(path, CONFIG_LARGEST, out, &error)) {
            *file = str_of(path);
            return true;
        }
        problem_add(problems, SEVERITY_ERROR, str_of(path), 0, 0, "unreadable", "%s", error.text);
    }
    buf_clear(out);
    return find_built_in(name, out);
}

static void add_name(struct arena *arena, struct names *names, struct str prefix, struct str name)
{
    if (prefix.len ? !str_starts(name, prefix) : str_starts(name, STR("keys-")))
        return;
    name = str_sub(name, prefix.len, name.len);
    for (size_t i = 0; i < names->len; i++) {
        if (str_eq(names->at[i], name))
            return;
    }
    *vec_add(arena, names) = arena_str(arena, name);
}

static void add_folder(struct arena *arena, struct names *names, struct str prefix,
                       const char *folder)
{
    DIR *dir = opendir(folder);
    for (struct dirent *entry = dir ? readdir(dir) : NULL; entry; entry = readdir(dir)) {
        struct str name = str_of(entry->d_name);
        if (str_ends(name, ENDING) && is_name(name))
            add_name(arena, names, prefix, str_sub(name, 0, name.len - ENDING.len));
    }
    if (dir)
        closedir(dir);
}

static int compare(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

struct str *files_names(struct arena *arena, struct str prefix, size_t *count)
{
    struct names names = {0};
    const char *folders[2];
    for (const struct built_in *at = built_in_files; at->name; at++)
        add_name(arena, &names, prefix, str_of(at->name));
    for (size_t i = find_folders(arena, folders); i > 0; i--)
        add_folder(arena, &names, prefix, folders[i - 1]);
    if (names.len)
        qsort(names.at, names.len, sizeof *names.at, compare);
    *count = names.len;
    return names.at;
}
