/* SPDX-License-Identifier: ISC */
/* Each kind of amendment as a change of the actor's item. */
#include "dossier/load/tags_amend.h"

#include "dossier/base/memory.h"
#include "dossier/load/tags_file.h"
#include "dossier/yaml/edit.h"
#include "dossier/yaml/write.h"
#include "tags_edit.h"
#include "tags_item.h"
#include "tags_merge.h"
#include "tags_patch.h"

/* A change under way: the item that it is made in. */
struct amending {
    const struct amendment *amendment;
    struct buf *source;
    const struct yaml_node *root, *item;
    struct error *error;
};

static bool append(const struct amending *a, const char *key, const struct buf *value)
{
    struct str item = buf_view(value);
    return yaml_edit_append(a->source, a->root, a->item, key, tags_item_after(a->item, key), &item,
                            1, a->error);
}

static void put_alias(const struct amendment *amendment, struct buf *out)
{
    buf_chars(out, amendment->in_full ? "{form: " : "");
    yaml_put_text(out, amendment->words);
    buf_chars(out, amendment->in_full ? ", when: named-in-full}" : "");
}

static bool add_words(const struct amending *a)
{
    struct buf value = {0};
    put_alias(a->amendment, &value);
    bool ok = append(a, a->amendment->kind == AMEND_ALIAS ? "aliases" : "demonyms", &value);
    buf_free(&value);
    return ok;
}

static bool add_role(const struct amending *a)
{
    struct buf value = {0};
    char from[DAY_TEXT], to[DAY_TEXT];
    day_iso(a->amendment->from, from);
    day_iso(a->amendment->to, to);
    tags_edit_put(&value, "title", a->amendment->words);
    if (from[0])
        buf_printf(&value, "from: %s\n", from);
    if (to[0])
        buf_printf(&value, "to: %s\n", to);
    bool ok = append(a, "roles", &value);
    buf_free(&value);
    return ok;
}

static bool refuse_gone(const struct amending *a)
{
    return error_set(a->error, "%s:%d: “%.*s” is not in this actor's entry any more", TAGS_FILE,
                     a->item->line, STR_ARG(str_sub(a->amendment->words, 0, 80)));
}

static bool limit(const struct amending *a)
{
    struct buf value = {0};
    const struct yaml_node *alias =
        tags_item_find(yaml_get(a->item, "aliases"), a->amendment->words);
    put_alias(a->amendment, &value);
    bool ok = alias ? yaml_edit_swap(a->source, a->root, alias, buf_view(&value), a->error)
                    : refuse_gone(a);
    buf_free(&value);
    return ok;
}

/* Takes CHILD out of the list LIST of MAP; with the last one the list goes. */
static bool drop(const struct amending *a, const struct yaml_node *map,
                 const struct yaml_node *list, const struct yaml_node *child)
{
    if (child == list || (list->first == child && !child->next))
        return yaml_edit_drop(a->source, a->root, map, list, a->error);
    return yaml_edit_drop(a->source, a->root, list, child, a->error);
}

static bool has_term(const struct amendment *amendment, const struct yaml_node *role)
{
    day from = DAY_NONE, to = DAY_NONE;
    day_parse(schema_text(yaml_get(role, "from")), &from);
    day_parse(schema_text(yaml_get(role, "to")), &to);
    return from == amendment->from && to == amendment->to;
}

/* With its title the role itself goes, with another form only that. */
static bool drop_role(const struct amending *a)
{
    const struct yaml_node *roles = yaml_get(a->item, "roles");
    struct str words = a->amendment->words;
    for (const struct yaml_node *role = roles ? roles->first : NULL; role; role = role->next) {
        const struct yaml_node *forms = yaml_get(role, "forms");
        const struct yaml_node *form = tags_item_find(forms, words);
        if (!has_term(a->amendment, role))
            continue;
        if (str_eq(str_trim(schema_text(yaml_get(role, "title"))), words))
            return drop(a, a->item, roles, role);
        if (form)
            return drop(a, role, forms, form);
    }
    return refuse_gone(a);
}

static bool drop_form(const struct amending *a)
{
    bool names = a->amendment->form_kind == FORM_NAME;
    const struct yaml_node *list = yaml_get(a->item, names ? "aliases" : "demonyms");
    const struct yaml_node *form = tags_item_find(list, a->amendment->words);
    if (a->amendment->form_kind == FORM_ROLE)
        return drop_role(a);
    return form ? drop(a, a->item, list, form) : refuse_gone(a);
}

static bool add_actor(struct buf *source, const struct yaml_node *root,
                      const struct amendment *amendment, struct error *error)
{
    struct buf item = {0};
    const struct yaml_node *there = tags_item(root, amendment->actor, NULL);
    tags_edit_put(&item, "id", amendment->actor);
    tags_edit_put(&item, "name", amendment->words);
    tags_edit_put(&item, "kind", str_of(actor_kind_name(amendment->actor_kind)));
    bool ok = there ? error_set(error, "%s:%d: there is an actor \"%.*s\" already", TAGS_FILE,
                                there->line, STR_ARG(amendment->actor))
                    : yaml_edit_add(source, "actors", buf_view(&item), error);
    buf_free(&item);
    return ok;
}

static bool (*const ways[])(const struct amending *a) = {
    [AMEND_ALIAS] = add_words, [AMEND_DEMONYM] = add_words, [AMEND_ROLE] = add_role,
    [AMEND_LIMIT] = limit,     [AMEND_DROP] = drop_form,
};

/* What is asked for, and where what it did is to go. */
struct asked {
    const struct amendment *amendment;
    struct arena *arena;
    struct tags_patch *done;
};

static bool amend(struct buf *source, const struct yaml_node *root, const void *context,
                  struct error *error)
{
    const struct asked *asked = context;
    const struct amendment *amendment = asked->amendment;
    struct buf before = {0};
    struct amending a = {amendment, source, root, NULL, error};
    bool ok;
    buf_str(&before, buf_view(source));
    if (amendment->kind == AMEND_NEW)
        ok = add_actor(source, root, amendment, error);
    else if (amendment->kind == AMEND_MERGE)
        ok = tags_merge(source, root, amendment, error);
    else
        ok = (a.item = tags_item(root, amendment->actor, error)) && ways[amendment->kind](&a);
    if (ok)
        tags_patch_make(asked->arena, buf_view(&before), buf_view(source), asked->done);
    buf_free(&before);
    return ok;
}

bool tags_amend(const char *folder, const struct amendment *amendment, struct arena *arena,
                struct tags_patch *done, struct error *error)
{
    return tags_edit(folder, amend, &(struct asked){amendment, arena, done}, error);
}
