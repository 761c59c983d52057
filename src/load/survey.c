/* SPDX-License-Identifier: ISC */
/* A million files take sixteen bytes each: neither their names nor what is known of them is kept,
 * only numbers that tell whether both are as they were. */
#include "dossier/load/survey.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/load/searches_file.h"
#include "dossier/load/tags_file.h"
#include "formats.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOTES_FOLDER "notes"

struct surveying {
    const struct survey_request *request;
    struct survey *out;
    const char *root;
    size_t known;        /* files that were there before too */
    struct buf path;     /* of the file that is looked at, below the root */
    struct arena *arena; /* of the paths of folders */
    struct {
        const char **at; /* folders below the root that are yet to be listed; "" is the root */
        size_t len, cap;
    } folders;
};

/* FNV-1a, with what comes out stirred once more. */
static uint64_t number_of(const void *bytes, size_t len)
{
    uint64_t number = 14695981039346656037u;
    for (size_t i = 0; i < len; i++)
        number = (number ^ ((const unsigned char *)bytes)[i]) * 1099511628211u;
    number ^= number >> 29;
    return number * 0x9e3779b97f4a7c15u;
}

static uint64_t number_of_look(const struct stat *st)
{
    uint64_t look[] = {(uint64_t)st->st_dev,          (uint64_t)st->st_ino,
                       (uint64_t)st->st_size,         (uint64_t)st->st_mtim.tv_sec,
                       (uint64_t)st->st_mtim.tv_nsec, (uint64_t)st->st_ctim.tv_sec,
                       (uint64_t)st->st_ctim.tv_nsec, (uint64_t)st->st_mode};
    return number_of(look, sizeof look);
}

static int compare(const void *a, const void *b)
{
    uint64_t x = ((const struct surveyed *)a)->path, y = ((const struct surveyed *)b)->path;
    return x < y ? -1 : x > y;
}

static void add_file(struct surveying *s, struct str path, const struct stat *st)
{
    const struct survey *before = s->request->before;
    struct surveyed file = {number_of(path.at, path.len), number_of_look(st)};
    const struct surveyed *old = before && before->len
                                     ? bsearch(&file, before->at, before->len, sizeof file, compare)
                                     : NULL;
    *vec_add(NULL, s->out) = file;
    s->known += old != NULL;
    if (old && old->look != file.look)
        *vec_add(s->out->arena, &s->out->changed) = arena_str(s->out->arena, path);
}

bool survey_concerns(struct str name)
{
    return formats_of(name) || str_is(name, TAGS_FILE) || str_is(name, SEARCHES_FILE);
}

static void look_at(struct surveying *s, const char *in, int folder, const struct dirent *found)
{
    struct stat st;
    if (found->d_name[0] == '.')
        return;
    buf_clear(&s->path);
    buf_printf(&s->path, "%s%s%s", in, in[0] ? "/" : "", found->d_name);
    struct str path = buf_view(&s->path);
    if (found->d_type == DT_REG && !survey_concerns(path))
        return;
    if (fstatat(folder, found->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
        return; /* it has just gone */
    if (S_ISDIR(st.st_mode) && !str_is(path, NOTES_FOLDER))
        *vec_add(s->arena, &s->folders) = arena_chars(s->arena, path);
    else if ((S_ISREG(st.st_mode) || S_ISLNK(st.st_mode)) && survey_concerns(path))
        add_file(s, path, &st);
}

static bool list(struct surveying *s, const char *in)
{
    const char *folder = in[0] ? path_join(s->arena, s->root, in) : s->root;
    if (s->request->enter) /* first, so that nothing that comes while it is listed is missed */
        s->request->enter(s->request->context, folder);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (in[0] ? O_NOFOLLOW : 0));
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    if (!dir) {
        if (fd >= 0)
            close(fd);
        return false;
    }
    for (const struct dirent *found;
         !progress_is_cancelled(s->request->progress) && (found = readdir(dir));)
        look_at(s, in, fd, found);
    closedir(dir);
    return true;
}

static bool survey_folder(struct surveying *s)
{
    *vec_add(s->arena, &s->folders) = "";
    bool there = true;
    for (size_t i = 0; i < s->folders.len && !progress_is_cancelled(s->request->progress); i++)
        there = list(s, s->folders.at[i]) || (i > 0 && there);
    return there && !progress_is_cancelled(s->request->progress);
}

/* One file, with the tags.yaml beside it. */
static bool survey_single(struct surveying *s)
{
    const char *path = s->request->path, *folder = path_folder(s->arena, path);
    const char *files[] = {path, path_join(s->arena, folder, TAGS_FILE)};
    bool there = false;
    if (s->request->enter)
        s->request->enter(s->request->context, folder);
    for (size_t i = 0; i < COUNT(files); i++) {
        struct stat st;
        if (stat(files[i], &st) != 0)
            continue;
        add_file(s, path_base(str_of(files[i])), &st);
        there = there || i == 0;
    }
    return there;
}

struct survey *survey_make(const struct survey_request *request)
{
    struct survey *out = memory_get(sizeof *out);
    const struct survey *before = request->before;
    struct surveying s = {.request = request, .out = out, .arena = arena_new()};
    out->arena = arena_new();
    s.root = path_real(s.arena, request->path);
    out->there = file_is_folder(request->path) ? survey_folder(&s) : survey_single(&s);
    if (out->len)
        qsort(out->at, out->len, sizeof *out->at, compare);
    out->same = before && before->there == out->there && !out->changed.len && s.known == out->len &&
                before->len == out->len;
    buf_free(&s.path);
    arena_free(s.arena);
    return out;
}

static struct surveyed *find(const struct survey *survey, uint64_t path)
{
    struct surveyed file = {path, 0};
    return survey->len ? bsearch(&file, survey->at, survey->len, sizeof file, compare) : NULL;
}

/* Puts FILE in its place, or in that of the one with its path. */
static void put(struct survey *survey, struct surveyed file)
{
    struct surveyed *old = find(survey, file.path);
    size_t low = 0, high = survey->len;
    if (old) {
        *old = file;
        return;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (survey->at[middle].path < file.path)
            low = middle + 1;
        else
            high = middle;
    }
    vec_add(NULL, survey);
    memmove(survey->at + low + 1, survey->at + low, (survey->len - 1 - low) * sizeof file);
    survey->at[low] = file;
}

static void look_again(struct survey *survey, const char *folder, const char *name)
{
    struct arena *arena = arena_new();
    struct stat st;
    if (stat(path_join(arena, folder, name), &st) == 0)
        put(survey, (struct surveyed){number_of(name, strlen(name)), number_of_look(&st)});
    arena_free(arena);
}

struct survey *survey_renew(const struct survey *before, const char *path,
                            const struct str *changed, size_t count)
{
    struct survey *out = memory_get(sizeof *out);
    struct arena *arena = out->arena = arena_new();
    struct stat st;
    bool ok = before->there;
    out->at = memory_resize(NULL, (before->len + count + 1) * sizeof *out->at);
    out->cap = before->len + count + 1;
    out->len = before->len;
    memcpy(out->at, before->at, before->len * sizeof *out->at);
    out->there = out->same = true;
    for (size_t i = 0; i < count && ok; i++) {
        ok = lstat(path_join(arena, path, arena_chars(arena, changed[i])), &st) == 0 &&
             S_ISREG(st.st_mode);
        struct surveyed file = {number_of(changed[i].at, changed[i].len),
                                ok ? number_of_look(&st) : 0};
        const struct surveyed *old = find(out, file.path);
        if (old && old->look == file.look)
            continue;
        if (old)
            *vec_add(arena, &out->changed) = arena_str(arena, changed[i]);
        out->same = false;
        put(out, file);
    }
    if (ok)
        return out;
    survey_free(out);
    return NULL;
}

void survey_look_at_own(struct survey *survey, const char *path)
{
    struct arena *arena = arena_new();
    const char *folder = file_is_folder(path) ? path : path_folder(arena, path);
    look_again(survey, folder, TAGS_FILE);
    look_again(survey, folder, SEARCHES_FILE);
    arena_free(arena);
}

void survey_free(struct survey *survey)
{
    if (!survey)
        return;
    arena_free(survey->arena);
    vec_free(survey);
    free(survey);
}
