/* SPDX-License-Identifier: ISC */
#include "word_files.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"

#include <dirent.h>
#include <stdlib.h>

#define ENDING STR(".yaml")
#define LARGEST ((size_t)1 << 20) /* bytes of a file */

struct taking {
    struct arena *arena;
    struct str kind;
    word_file_take *take;
    void *context;
    struct problems *problems;
};

/* The language in NAME, "KIND-LANGUAGE"; empty where it is of another kind. */
static struct str language_of(struct str kind, struct str name)
{
    if (!str_starts(name, kind) || name.len < kind.len + 2 || name.at[kind.len] != '-')
        return (struct str){0};
    return str_sub(name, kind.len + 1, name.len);
}

static void take_source(const struct taking *taking, struct str language, struct str file,
                        struct str source)
{
    struct yaml_failure failure;
    struct schema_report report = {taking->problems, file, 0};
    const struct yaml_node *root = yaml_read(taking->arena, source, &failure);
    if (root)
        taking->take(taking->context, taking->arena, language, &report, root);
    else
        problem_add(taking->problems, SEVERITY_ERROR, file, failure.line, failure.column,
                    "bad-yaml", "%s", failure.error.text);
}

static void take_own(const struct taking *taking, const char *folder, struct str name)
{
    struct buf source = {0};
    struct error error;
    const char *path = path_join(taking->arena, folder, arena_chars(taking->arena, name));
    struct str language = language_of(taking->kind, str_sub(name, 0, name.len - ENDING.len));
    if (file_read_named(path, LARGEST, &source, &error))
        take_source(taking, language, str_of(path), arena_str(taking->arena, buf_view(&source)));
    else
        problem_add(taking->problems, SEVERITY_ERROR, str_of(path), 0, 0, "unreadable", "%s",
                    error.text);
    buf_free(&source);
}

static int compare(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static void take_folder(const struct taking *taking, const char *folder)
{
    struct {
        struct str *at;
        size_t len, cap;
    } names = {0};
    DIR *dir = opendir(folder);
    for (struct dirent *entry = dir ? readdir(dir) : NULL; entry; entry = readdir(dir)) {
        struct str name = str_of(entry->d_name);
        if (str_ends(name, ENDING) && language_of(taking->kind, name).len > ENDING.len)
            *vec_add(taking->arena, &names) = arena_str(taking->arena, name);
    }
    if (dir)
        closedir(dir);
    if (names.len)
        qsort(names.at, names.len, sizeof *names.at, compare);
    for (size_t i = 0; i < names.len; i++)
        take_own(taking, folder, names.at[i]);
}

void word_files_read(struct arena *arena, struct str kind, word_file_take *take, void *context,
                     struct problems *problems)
{
    const struct taking taking = {arena, kind, take, context, problems};
    for (const struct built_in_words *at = built_in_words; at->name; at++) {
        struct str language = language_of(kind, str_of(at->name));
        if (language.len)
            take_source(&taking, language, arena_printf(arena, "%s.yaml", at->name),
                        str_of(at->text));
    }
    const char *config = path_xdg(arena, XDG_CONFIG);
    if (config)
        take_folder(&taking, path_join(arena, config, "words"));
}
