/* SPDX-License-Identifier: ISC */
/* Folders are taken from a queue, not by recursion: no depth of folders costs stack or descriptors.
 * Links come last, so that a file that is there under its own name is known under that one; each
 * real folder is walked once, so that no link can lead in a circle. */
#include "walk.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/base/parallel.h"
#include "dossier/load/searches_file.h"
#include "dossier/load/tags_file.h"
#include "report.h"
#include "str_set.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOTES_FOLDER "notes"

struct walker {
    struct arena *arena;
    struct walk *out;
    struct problems *problems;
    struct str root;     /* its real path */
    struct str_set seen; /* real paths of files and folders; filled when a link is followed */
    bool linked;         /* a link was followed */
    size_t seen_folders, seen_files; /* as many of them are in it */
    struct walk folders, links;      /* yet to be looked at */
};

static bool is_below(struct str path, struct str folder)
{
    if (str_is(folder, "/"))
        return true;
    return str_starts(path, folder) && (path.len == folder.len || path.at[folder.len] == '/');
}

static void add(struct walker *w, struct walk *list, struct walked entry)
{
    *vec_add(w->arena, list) = entry;
}

static const char *kind_of(mode_t mode)
{
    if (S_ISFIFO(mode))
        return "it is a named pipe, not a file";
    if (S_ISSOCK(mode))
        return "it is a socket, not a file";
    return "it is a device, not a file";
}

static void note_seen(struct walker *w)
{
    while (w->seen_folders < w->folders.len)
        str_set_add(&w->seen, str_of(w->folders.at[w->seen_folders++].real));
    while (w->seen_files < w->out->len)
        str_set_add(&w->seen, str_of(w->out->at[w->seen_files++].real));
}

/* Puts ENTRY where its kind belongs. What is found under its own name is there once; only behind a
 * link can be what was found before. */
static void sort_in(struct walker *w, struct walked entry, mode_t mode)
{
    if (S_ISLNK(mode))
        add(w, &w->links, entry);
    else if (!S_ISDIR(mode) && !S_ISREG(mode))
        report_passed_over(w->problems, entry.path, kind_of(mode));
    else if (w->linked && !str_set_add(&w->seen, str_of(entry.real)))
        report_passed_over(w->problems, entry.path, "it leads to what is in the folder already");
    else
        add(w, S_ISDIR(mode) ? &w->folders : w->out, entry);
}

static mode_t mode_of(int folder, const struct dirent *found)
{
    static const mode_t modes[] = {
        [DT_FIFO] = S_IFIFO, [DT_CHR] = S_IFCHR, [DT_DIR] = S_IFDIR,  [DT_BLK] = S_IFBLK,
        [DT_REG] = S_IFREG,  [DT_LNK] = S_IFLNK, [DT_SOCK] = S_IFSOCK};
    if (found->d_type < COUNT(modes) && modes[found->d_type])
        return modes[found->d_type];
    struct stat st;
    return fstatat(folder, found->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 ? st.st_mode : 0;
}

/* The dossier's own files beside the articles; a plain file "notes" is a text like others. */
static bool is_own(struct str path, mode_t mode)
{
    return str_is(path, TAGS_FILE) || str_is(path, SEARCHES_FILE) ||
           (str_is(path, NOTES_FOLDER) && !S_ISREG(mode));
}

/* FOLDER/NAME, with a NUL behind it. There are a million of them: nothing is formatted. */
static struct str join(struct arena *arena, struct str folder, const char *name)
{
    size_t len = strlen(name), slash = folder.len && folder.at[folder.len - 1] != '/';
    char *at = arena_get(arena, folder.len + slash + len + 1);
    if (folder.len)
        memcpy(at, folder.at, folder.len);
    if (slash)
        at[folder.len] = '/';
    memcpy(at + folder.len + slash, name, len + 1);
    return (struct str){at, folder.len + slash + len};
}

static void look_at(struct walker *w, const struct walked *in, int folder,
                    const struct dirent *found)
{
    if (found->d_name[0] == '.')
        return;
    mode_t mode = mode_of(folder, found);
    struct walked entry = {join(w->arena, in->path, found->d_name),
                           join(w->arena, str_of(in->real), found->d_name).at};
    if (mode && !is_own(entry.path, mode)) /* without a mode it has just gone */
        sort_in(w, entry, mode);
}

static int compare_paths(const void *a, const void *b)
{
    return str_cmp(((const struct walked *)a)->path, ((const struct walked *)b)->path);
}

static bool is_sorted(const struct walk *list)
{
    for (size_t i = 1; i < list->len; i++) {
        if (compare_paths(&list->at[i - 1], &list->at[i]) > 0)
            return false;
    }
    return true;
}

/* Those from FIRST on. */
static void sort(struct walk *list, size_t first)
{
    if (list->len > first)
        qsort(list->at + first, list->len - first, sizeof *list->at, compare_paths);
}

/* Each folder is put in order by itself: with folders beside each other all is, then. */
static bool walk_one(struct walker *w, const struct walked *in)
{
    int fd = open(in->real, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    if (!dir) {
        int failure = errno;
        if (fd >= 0)
            close(fd);
        errno = failure;
        return false;
    }
    size_t files = w->out->len, folders = w->folders.len;
    for (const struct dirent *found; (found = readdir(dir));)
        look_at(w, in, fd, found);
    closedir(dir);
    sort(w->out, files);
    sort(&w->folders, folders);
    return true;
}

static void follow(struct walker *w, struct walked link)
{
    char *real = realpath(link.real, NULL);
    struct stat st;
    if (!real || lstat(real, &st) != 0) {
        report_passed_over(w->problems, link.path, "it is a symbolic link that leads nowhere");
    } else if (!is_below(str_of(real), w->root)) {
        report_passed_over(w->problems, link.path,
                           "it is a symbolic link that leads out of the folder");
    } else {
        link.real = arena_chars(w->arena, str_of(real));
        note_seen(w);
        w->linked = true;
        sort_in(w, link, st.st_mode);
    }
    free(real);
}

/* ---- many folders beside each other ---- */

/* What one folder holds. */
struct listing {
    struct walk files, folders, links;
    struct problems problems;
};

struct level {
    const struct walker *walker;
    const struct walked *folders;
    size_t count;
    struct listing *at;
    struct arena *arenas[PARALLEL_MOST];
    atomic_size_t next;
};

static void list_some(void *context, unsigned nth)
{
    struct level *level = context;
    struct arena *arena = level->arenas[nth] = arena_new();
    for (size_t i; (i = atomic_fetch_add(&level->next, 1)) < level->count;) {
        struct listing *its = &level->at[i];
        its->problems.arena = arena;
        struct walker w = {.arena = arena,
                           .out = &its->files,
                           .problems = &its->problems,
                           .root = level->walker->root};
        if (!walk_one(&w, &level->folders[i]))
            report_passed_over(&its->problems, level->folders[i].path, strerror(errno));
        its->folders = w.folders;
        its->links = w.links;
    }
}

static void take_listing(struct walker *w, const struct listing *its)
{
    for (size_t i = 0; i < its->files.len; i++)
        add(w, w->out, its->files.at[i]);
    for (size_t i = 0; i < its->folders.len; i++)
        add(w, &w->folders, its->folders.at[i]);
    for (size_t i = 0; i < its->links.len; i++)
        add(w, &w->links, its->links.at[i]);
    for (size_t i = 0; i < its->problems.len; i++)
        problem_copy(w->problems, &its->problems.at[i]);
}

/* The folders from FIRST on, on all cores; no link may have been followed yet, for then one must
 * know of what the others have found. */
static void walk_level(struct walker *w, size_t first)
{
    struct level level = {
        .walker = w, .folders = w->folders.at + first, .count = w->folders.len - first};
    level.at = arena_many(w->arena, struct listing, level.count);
    atomic_store(&level.next, 0);
    parallel_run(parallel_workers(), list_some, &level);
    for (size_t i = 0; i < level.count; i++)
        take_listing(w, &level.at[i]);
    for (size_t i = 0; i < COUNT(level.arenas); i++) {
        if (level.arenas[i])
            arena_join(w->arena, level.arenas[i]);
    }
}

/* Takes folders and links till none is left; the lists grow meanwhile. */
static void walk_all(struct walker *w)
{
    size_t folder = 0, link = 0;
    while (folder < w->folders.len || link < w->links.len) {
        if (folder == w->folders.len) {
            follow(w, w->links.at[link++]);
        } else if (!w->linked) {
            size_t first = folder;
            folder = w->folders.len;
            walk_level(w, first);
        } else {
            struct walked in = w->folders.at[folder++];
            if (!walk_one(w, &in))
                report_passed_over(w->problems, in.path, strerror(errno));
        }
    }
}

bool walk_folder(struct arena *arena, const char *folder, struct walk *out,
                 struct problems *problems, struct error *error)
{
    struct walker w = {.arena = arena, .out = out, .problems = problems};
    struct walked root = {STR(""), path_real(arena, folder)};
    w.root = str_of(root.real);
    str_set_add(&w.seen, w.root);
    str_set_add(&w.seen, str_of(path_join(arena, root.real, TAGS_FILE)));
    const char *notes = path_join(arena, root.real, NOTES_FOLDER);
    if (file_is_folder(notes))
        str_set_add(&w.seen, str_of(notes));
    bool ok = walk_one(&w, &root);
    if (!ok)
        error_set(error, "%s: can't be read: %s", folder, strerror(errno));
    walk_all(&w);
    str_set_free(&w.seen);
    if (!is_sorted(out))
        sort(out, 0);
    return ok;
}
