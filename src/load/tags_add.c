/* SPDX-License-Identifier: ISC */
/* Writing to tags.yaml: the one file of the user's own that is changed, so in place and only by
 * adding, and under a lock, so that two programs that name actors lose nothing of each other. */
#include "dossier/base/file.h"
#include "dossier/load/tags_file.h"
#include "dossier/yaml/edit.h"
#include "dossier/yaml/write.h"

#define LOCK_PATIENCE 3000 /* milliseconds */
#define HEAD \
    "# Who and what the articles of this folder speak of; dossier-tags(5) tells the keys.\n"

static void put_key(struct buf *out, const char *key, struct str value)
{
    buf_printf(out, "%s: ", key);
    yaml_put_text(out, value);
    buf_char(out, '\n');
}

/* SOURCE reads as YAML and has no actor ID yet. */
static bool is_free(struct str source, struct str id, struct error *error)
{
    struct arena *arena = arena_new();
    struct yaml_failure failure = {0};
    const struct yaml_node *root = yaml_read(arena, source, &failure);
    const struct yaml_node *actors = root ? yaml_get(root, "actors") : NULL;
    bool ok = true;
    if (!root)
        ok = error_set(error, "%s:%d:%d: %s; mend it first", TAGS_FILE, failure.line,
                       failure.column, failure.error.text);
    for (const struct yaml_node *item = actors ? actors->first : NULL; item && ok;
         item = item->next) {
        if (str_eq(schema_text(yaml_get(item, "id")), id))
            ok = error_set(error, "%s:%d: there is an actor \"%.*s\" already", TAGS_FILE,
                           item->line, STR_ARG(id));
    }
    arena_free(arena);
    return ok;
}

/* What is on disk now counts, not what was read some time ago; SOURCE is for its bytes. */
static bool change(const char *path, struct buf *source, struct str id, struct str item,
                   struct error *error)
{
    bool exists = file_exists(path);
    if (!exists)
        buf_chars(source, HEAD);
    return (!exists || file_read(path, YAML_LARGEST, source, error)) &&
           is_free(buf_view(source), id, error) && yaml_edit_add(source, "actors", item, error) &&
           (exists ? file_save(path, buf_view(source), 0644, error)
                   : file_create(path, buf_view(source), 0644, error));
}

bool tags_add_actor(const char *folder, struct str id, struct str name, enum actor_kind kind,
                    struct error *error)
{
    struct arena *arena = arena_new();
    struct buf source = {0}, item = {0};
    put_key(&item, "id", id);
    put_key(&item, "name", name);
    put_key(&item, "kind", str_of(actor_kind_name(kind)));
    int lock = file_lock_folder(folder, LOCK_PATIENCE, error);
    bool ok = lock >= 0 &&
              change(path_join(arena, folder, TAGS_FILE), &source, id, buf_view(&item), error);
    file_unlock(lock);
    buf_free(&item);
    buf_free(&source);
    arena_free(arena);
    return ok;
}

bool tags_describe(const char *folder, struct str tag, struct str description, struct error *error)
{
    (void)folder;
    (void)tag;
    (void)description;
    return error_set(error, "not known");
}

bool tags_rename(const char *folder, struct str from, struct str to, struct error *error)
{
    return tags_describe(folder, from, to, error);
}

bool tags_part(const char *folder, struct str from, struct str to, struct error *error)
{
    return tags_describe(folder, from, to, error);
}
