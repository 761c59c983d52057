/* SPDX-License-Identifier: ISC */
/* Adding actors to tags.yaml. */
#include "dossier/load/tags_file.h"
#include "dossier/yaml/edit.h"
#include "tags_edit.h"

struct new_actor {
    struct str id, name;
    enum actor_kind kind;
};

static bool is_free(const struct yaml_node *root, struct str id, struct error *error)
{
    const struct yaml_node *actors = yaml_get(root, "actors");
    for (const struct yaml_node *item = actors ? actors->first : NULL; item; item = item->next) {
        if (str_eq(schema_text(yaml_get(item, "id")), id))
            return error_set(error, "%s:%d: there is an actor \"%.*s\" already", TAGS_FILE,
                             item->line, STR_ARG(id));
    }
    return true;
}

static bool add(struct buf *source, const struct yaml_node *root, const void *context,
                struct error *error)
{
    const struct new_actor *actor = context;
    struct buf item = {0};
    tags_edit_put(&item, "id", actor->id);
    tags_edit_put(&item, "name", actor->name);
    tags_edit_put(&item, "kind", str_of(actor_kind_name(actor->kind)));
    bool ok =
        is_free(root, actor->id, error) && yaml_edit_add(source, "actors", buf_view(&item), error);
    buf_free(&item);
    return ok;
}

bool tags_add_actor(const char *folder, struct str id, struct str name, enum actor_kind kind,
                    struct error *error)
{
    return tags_edit(folder, add, &(struct new_actor){id, name, kind}, error);
}
