/* SPDX-License-Identifier: ISC */
/* Names of files; the touching of files is in file.c. */
#include "dossier/base/file.h"
#include "dossier/base/hash.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

const char *path_join(struct arena *arena, const char *folder, const char *name)
{
    if (!folder || !*folder || name[0] == '/')
        return arena_chars(arena, str_of(name));
    const char *between = folder[strlen(folder) - 1] == '/' ? "" : "/";
    return arena_printf(arena, "%s%s%s", folder, between, name).at;
}

struct str path_base(struct str path)
{
    for (size_t i = path.len; i > 0; i--) {
        if (path.at[i - 1] == '/')
            return str_sub(path, i, path.len);
    }
    return path;
}

const char *path_folder(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    if (slash == path)
        return "/";
    return arena_chars(arena, (struct str){path, (size_t)(slash - path)});
}

const char *path_real(struct arena *arena, const char *path)
{
    char *real = realpath(path, NULL);
    const char *copy = arena_chars(arena, str_of(real ? real : path));
    free(real);
    return copy;
}

const char *path_xdg(struct arena *arena, enum xdg kind)
{
    static const struct {
        const char *variable, *below_home;
    } places[] = {
        [XDG_CONFIG] = {"XDG_CONFIG_HOME", ".config"},
        [XDG_DATA] = {"XDG_DATA_HOME", ".local/share"},
        [XDG_STATE] = {"XDG_STATE_HOME", ".local/state"},
        [XDG_CACHE] = {"XDG_CACHE_HOME", ".cache"},
    };
    const char *folder = getenv(places[kind].variable);
    if (folder && folder[0] == '/')
        return path_join(arena, folder, "dossier");
    const char *home = getenv("HOME");
    if (!home || home[0] != '/')
        return NULL;
    return path_join(arena, path_join(arena, home, places[kind].below_home), "dossier");
}

const char *path_xdg_for(struct arena *arena, enum xdg kind, const char *folder)
{
    const char *root = path_xdg(arena, kind);
    if (!root)
        return NULL;
    struct str real = str_of(path_real(arena, folder));
    char hash[HASH_HEX];
    hash_sha256(real, hash);
    struct str base = str_sub(path_base(real), 0, 80);
    return path_join(arena, root, arena_printf(arena, "%.*s-%.12s", STR_ARG(base), hash).at);
}
