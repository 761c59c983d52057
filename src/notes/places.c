/* SPDX-License-Identifier: ISC */
/* Beside the articles, so that colleagues share them; among the user's own data where that can't
 * be. */
#include "places.h"

#include "dossier/base/buf.h"
#include "dossier/base/file.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LONGEST_NAME 64

/* NAME as the name of a file: its letters, digits and -_. in a row, not hidden. */
static const char *clean_name(struct arena *arena, struct str name)
{
    struct buf kept = {0};
    for (size_t at = 0; at < name.len && kept.len < LONGEST_NAME;) {
        uint32_t c = utf8_next(name, &at);
        bool sign = c == '-' || c == '_' || (c == '.' && kept.len > 0);
        if (sign || (char_is_word(c) && c != UTF8_BAD))
            utf8_put(&kept, c);
    }
    const char *clean = kept.len ? arena_chars(arena, buf_view(&kept)) : NULL;
    buf_free(&kept);
    return clean;
}

static const char *writer_name(struct arena *arena, const char *wished)
{
    const struct passwd *login = wished && *wished ? NULL : getpwuid(getuid());
    const char *const names[] = {wished, login ? login->pw_name : NULL, getenv("USER")};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *clean = names[i] ? clean_name(arena, str_of(names[i])) : NULL;
        if (clean)
            return clean;
    }
    return "me";
}

/* A file can be made in FOLDER, if need be after the folder itself. */
static bool can_write(struct arena *arena, const char *folder)
{
    while (!file_exists(folder)) {
        struct str base = path_base(str_of(folder));
        size_t above = strlen(folder) - base.len;
        while (above > 1 && folder[above - 1] == '/')
            above--;
        folder = above ? arena_chars(arena, (struct str){folder, above}) : ".";
    }
    return file_is_writable_folder(folder);
}

/* FOLDER is a link to a place that is not below DOSSIER: an archive from a stranger may hold such.
 */
static bool leads_out(struct arena *arena, const char *folder, const char *dossier)
{
    struct stat st;
    if (lstat(folder, &st) != 0 || !S_ISLNK(st.st_mode))
        return false;
    struct str root = str_of(path_real(arena, dossier));
    struct str real = str_of(path_real(arena, folder));
    return !str_starts(real, root) || real.len <= root.len ||
           (real.at[root.len] != '/' && root.len > 1);
}

void places_move_apart(struct notebook *notebook, struct str why)
{
    notebook->elsewhere = true;
    notebook->why = arena_str(notebook->arena, why);
    notebook->folder = notebook->apart;
}

static bool is_same(struct arena *arena, const char *a, const char *b)
{
    return b && strcmp(path_real(arena, a), path_real(arena, b)) == 0;
}

bool places_is_secret(const struct notebook *notebook, const char *folder)
{
    struct arena *arena = arena_new();
    bool same = folder == notebook->secret ||
                (notebook->secret && is_same(arena, folder, path_real(arena, notebook->secret)));
    arena_free(arena);
    return same;
}

void places_find(struct notebook *notebook, const struct library *library,
                 const struct notebook_request *request)
{
    struct arena *arena = notebook->arena;
    const char *named = request->folder;
    notebook->writer = writer_name(arena, request->writer);
    notebook->beside = path_join(arena, library->folder, "notes");
    notebook->apart = path_xdg_for(arena, XDG_DATA, library->folder);
    notebook->secret = notebook->apart ? path_join(arena, notebook->apart, "private") : NULL;
    if (named && *named && !is_same(arena, named, notebook->beside))
        notebook->named = arena_chars(arena, str_of(named));
    bool wished = named && *named;
    notebook->folder = notebook->named ? notebook->named : notebook->beside;
    if (!wished && library->single)
        places_move_apart(notebook, STR("a file is read, not a folder"));
    else if (!wished && leads_out(arena, notebook->beside, library->folder))
        places_move_apart(
            notebook,
            arena_printf(arena, "%s is a link that leads out of the dossier", notebook->beside));
    else if (places_is_secret(notebook, notebook->folder))
        places_move_apart(notebook,
                          arena_printf(arena, "%s is for private notes alone", notebook->folder));
    else if (!can_write(arena, notebook->folder))
        places_move_apart(notebook, arena_printf(arena, "%s can't be written", notebook->folder));
}

bool places_refuse(const struct notebook *notebook, bool is_private, struct error *error)
{
    static const char none[] = "neither $XDG_DATA_HOME nor $HOME is the whole path of a folder, so "
                               "there is no place for";
    if (is_private)
        return error_set(error, "%s private notes", none);
    return error_set(error, "%.*s, and %s notes; name one with --notes", STR_ARG(notebook->why),
                     none);
}

bool places_make(const struct notebook *notebook, struct error *error)
{
    return file_make_folder(notebook->folder, notebook->elsewhere ? 0700 : 0777, error);
}

/* Takes from PATH what lets others in. */
static bool shut(const char *path, struct error *error)
{
    struct stat st;
    if (lstat(path, &st) != 0 || S_ISLNK(st.st_mode) || !(st.st_mode & 077) ||
        chmod(path, st.st_mode & 07700) == 0)
        return true;
    return error_set(error, "%s: can't be shut to others, so no private note goes there: %s", path,
                     strerror(errno));
}

bool places_make_secret(const struct notebook *notebook, struct error *error)
{
    struct arena *arena = arena_new();
    bool ok = file_make_folder(notebook->secret, 0700, error) && shut(notebook->secret, error) &&
              shut(places_file(arena, notebook, notebook->secret), error);
    arena_free(arena);
    return ok;
}

const char *places_file(struct arena *arena, const struct notebook *notebook, const char *folder)
{
    return path_join(arena, folder, arena_printf(arena, "%s.yaml", notebook->writer).at);
}

struct str places_shown(const struct notebook *notebook, const char *folder, struct str writer)
{
    const char *place = folder == notebook->beside ? "notes" : folder;
    return arena_printf(notebook->arena, "%s/%.*s.yaml", place, STR_ARG(writer));
}
