/* SPDX-License-Identifier: ISC */
/* What a file must read as after a change deep inside it: the old tree, copied with the change. */
#include "edit_inner.h"

struct inner inner_begin(const struct buf *source, const struct yaml_node *root, const char *name,
                         struct error *error)
{
    struct inner inner = {.edit = {.arena = arena_new(),
                                   .source = buf_view(source),
                                   .error = error,
                                   .name = name,
                                   .root = root}};
    struct str first = str_sub(buf_view(source), 0, edit_line_after(buf_view(source), 0));
    inner.edit.line_end = str_ends(first, STR("\r\n")) ? STR("\r\n") : STR("\n");
    return inner;
}

/* ---- what must come of it ---- */

static struct yaml_node *copy_node(const struct inner *inner, const struct yaml_node *node);

static struct yaml_node **copy_chain(const struct inner *inner, const struct yaml_node *chain,
                                     struct yaml_node **end)
{
    for (; chain; chain = chain->next) {
        const struct yaml_node *from = chain;
        if (chain == inner->gone && inner->swaps)
            from = inner->added;
        else if (chain == inner->gone)
            continue;
        *end = copy_node(inner, from);
        (*end)->key = chain->key;
        end = &(*end)->next;
    }
    return end;
}

static struct yaml_node *copy_node(const struct inner *inner, const struct yaml_node *node)
{
    struct yaml_node *copy = arena_one(inner->edit.arena, struct yaml_node);
    *copy = *node;
    copy->first = copy->next = NULL;
    struct yaml_node **end = copy_chain(inner, node->first, &copy->first);
    if (node != inner->at)
        return copy;
    copy->kind = inner->key ? YAML_MAP : YAML_LIST;
    copy_chain(inner, inner->added, end);
    if (inner->key) {
        struct yaml_node *key = arena_one(inner->edit.arena, struct yaml_node);
        key->text = str_of(inner->key);
        for (struct yaml_node *child = copy->first; child; child = child->next)
            child->key = child->next ? child->key : key;
    }
    return copy;
}

/* Does the splice where its result reads back as the tree with the change. */
bool inner_finish(struct inner *inner, struct buf *source)
{
    struct edit *edit = &inner->edit;
    struct buf result = {0};
    struct yaml_failure failure;
    edit_splice(edit, &result);
    const struct yaml_node *after = yaml_read(edit->arena, buf_view(&result), &failure);
    bool ok = after && edit_same_till(copy_node(inner, edit->root), after, edit->source.len);
    return edit_take(edit, source, &result, ok);
}

bool inner_end(struct inner *inner, bool ok)
{
    buf_free(&inner->edit.text);
    arena_free(inner->edit.arena);
    return ok;
}

const struct yaml_node *inner_items(struct inner *inner, const struct str *items, size_t count)
{
    struct yaml_node *first = NULL, **last = &first;
    for (size_t i = 0; i < count; i++) {
        struct yaml_failure failure;
        struct str item = arena_str(inner->edit.arena, items[i]);
        const struct yaml_node *node = yaml_read(inner->edit.arena, item, &failure);
        if (!node) {
            error_set(inner->edit.error, "the new item can't be read: %s", failure.error.text);
            return NULL;
        }
        *last = arena_one(inner->edit.arena, struct yaml_node);
        **last = *node;
        last = &(*last)->next;
    }
    return first;
}
