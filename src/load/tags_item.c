/* SPDX-License-Identifier: ISC */
#include "tags_item.h"

#include "dossier/base/memory.h"
#include "dossier/load/tags_file.h"

static const char *const order[] = {"id", "name", "kind", "aliases", "demonyms", "roles", "was"};

static size_t rank_of(struct str key)
{
    size_t rank = 0;
    while (rank < COUNT(order) && !str_is(key, order[rank]))
        rank++;
    return rank;
}

bool tags_item_knows(struct str key)
{
    return rank_of(key) < COUNT(order);
}

const struct yaml_node *tags_item(const struct yaml_node *root, struct str id, struct error *error)
{
    const struct yaml_node *actors = yaml_get(root, "actors");
    for (const struct yaml_node *item = actors ? actors->first : NULL; item; item = item->next) {
        if (str_eq(schema_text(yaml_get(item, "id")), id))
            return item;
    }
    error_set(error, "%s: no actor has the id \"%.*s\" there; give it that id first", TAGS_FILE,
              STR_ARG(str_sub(id, 0, 80)));
    return NULL;
}

struct str tags_item_words(const struct yaml_node *alias)
{
    return str_trim(schema_text(alias->kind == YAML_MAP ? yaml_get(alias, "form") : alias));
}

const struct yaml_node *tags_item_find(const struct yaml_node *list, struct str words)
{
    if (list && list->kind == YAML_SCALAR && !yaml_is_null(list))
        return str_eq(str_trim(list->text), words) ? list : NULL;
    for (const struct yaml_node *child = list ? list->first : NULL; child; child = child->next) {
        if (child->kind != YAML_LIST && str_eq(tags_item_words(child), words))
            return child;
    }
    return NULL;
}

const struct yaml_node *tags_item_after(const struct yaml_node *item, const char *key)
{
    const struct yaml_node *after = NULL;
    for (const struct yaml_node *child = item->first; child; child = child->next) {
        if (rank_of(child->key->text) < rank_of(str_of(key)))
            after = child;
    }
    return after;
}
