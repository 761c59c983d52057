/* SPDX-License-Identifier: ISC */
/* Writing to tags.yaml: the one file of the user's own that is changed, so in place and only by
 * adding. */
#include "dossier/base/file.h"
#include "dossier/load/tags_file.h"
#include "dossier/yaml/edit.h"
#include "dossier/yaml/write.h"

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

bool tags_add_actor(const char *folder, struct str id, struct str name, enum actor_kind kind,
                    struct error *error)
{
    struct arena *arena = arena_new();
    struct buf source = {0}, item = {0};
    const char *path = path_join(arena, folder, TAGS_FILE);
    bool exists = file_exists(path);
    put_key(&item, "id", id);
    put_key(&item, "name", name);
    put_key(&item, "kind", str_of(actor_kind_name(kind)));
    if (!exists)
        buf_chars(&source, HEAD);
    bool ok = (!exists || file_read(path, YAML_LARGEST, &source, error)) &&
              is_free(buf_view(&source), id, error) &&
              yaml_edit_add(&source, "actors", buf_view(&item), error) &&
              (exists ? file_save(path, buf_view(&source), 0644, error)
                      : file_create(path, buf_view(&source), 0644, error));
    buf_free(&item);
    buf_free(&source);
    arena_free(arena);
    return ok;
}
