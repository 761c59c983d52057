/* SPDX-License-Identifier: ISC */
#include "tags_edit.h"

#include "dossier/base/file.h"
#include "dossier/load/tags_file.h"
#include "dossier/yaml/write.h"

#define LOCK_PATIENCE 3000 /* milliseconds */
#define HEAD \
    "# Who and what the articles of this folder speak of; dossier-tags(5) tells the keys.\n"

void tags_edit_put(struct buf *out, const char *key, struct str value)
{
    buf_printf(out, "%s: ", key);
    yaml_put_text(out, value);
    buf_char(out, '\n');
}

static bool change_source(struct buf *source, const char *file, tags_edit_change change,
                          const void *context, struct error *error)
{
    struct arena *arena = arena_new();
    struct yaml_failure failure = {0};
    const struct yaml_node *root = yaml_read(arena, buf_view(source), &failure);
    bool ok = root ? change(source, root, context, error)
                   : error_set(error, "%s:%d:%d: %s; mend it first", file, failure.line,
                               failure.column, failure.error.text);
    arena_free(arena);
    return ok;
}

static bool edit_file(const char *path, const char *file, const char *head, struct buf *source,
                      tags_edit_change change, const void *context, struct error *error)
{
    bool exists = file_exists(path);
    if (!exists)
        buf_chars(source, head);
    return (!exists || file_read(path, YAML_LARGEST, source, error)) &&
           change_source(source, file, change, context, error) &&
           (exists ? file_save(path, buf_view(source), 0644, error)
                   : file_create(path, buf_view(source), 0644, error));
}

bool tags_edit_file(const char *folder, const char *file, const char *head, tags_edit_change change,
                    const void *context, struct error *error)
{
    struct arena *arena = arena_new();
    struct buf source = {0};
    int lock = file_lock_folder(folder, LOCK_PATIENCE, error);
    bool ok = lock >= 0 && edit_file(path_join(arena, folder, file), file, head, &source, change,
                                     context, error);
    file_unlock(lock);
    buf_free(&source);
    arena_free(arena);
    return ok;
}

bool tags_edit(const char *folder, tags_edit_change change, const void *context,
               struct error *error)
{
    return tags_edit_file(folder, TAGS_FILE, HEAD, change, context, error);
}
