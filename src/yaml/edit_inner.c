/* SPDX-License-Identifier: ISC */
/* Changes deep inside a file: an alias more, a role less. */
#include "dossier/yaml/edit.h"

#include "dossier/yaml/write.h"
#include "edit_inner.h"

static void put_in_brackets(struct edit *edit, const struct yaml_node *items)
{
    for (const struct yaml_node *item = items; item; item = item->next) {
        edit_put_flow(&edit->text, item);
        buf_chars(&edit->text, item->next ? ", " : "");
    }
}

/* Items on lines of their own, their dashes INDENT columns in: maps as the one before them. */
static void put_lines(struct inner *inner, const struct str *sources, size_t indent, bool flow)
{
    struct edit *edit = &inner->edit;
    size_t number = 0;
    for (const struct yaml_node *item = inner->added; item; item = item->next, number++) {
        struct buf line = {0};
        size_t from = edit->text.len;
        if (flow || item->kind == YAML_SCALAR)
            edit_put_flow(&line, item);
        else
            buf_str(&line, sources[number]);
        edit_put_lines(edit, buf_view(&line), indent + 2);
        edit->text.at[from + indent] = '-';
        buf_free(&line);
    }
}

/* Behind the items of a list of lines. */
static bool join_lines(struct inner *inner, const struct str *sources)
{
    struct edit *edit = &inner->edit;
    const struct yaml_node *last = edit_before(edit->list, NULL);
    size_t start = edit_line_start(edit->source, last->item), indent = last->item - start;
    if (str_trim(str_sub(edit->source, start, last->item)).len)
        return edit_refuse(edit);
    edit->start = edit->end = edit_lines_end(edit->source, last);
    edit_end_line(edit);
    put_lines(inner, sources, indent, last->flow);
    return true;
}

static bool join_list(struct inner *inner, const struct str *sources)
{
    struct edit *edit = &inner->edit;
    inner->at = edit->list;
    if (!edit->list->flow)
        return join_lines(inner, sources);
    edit->start = edit->end = edit_before(edit->list, NULL)->end;
    buf_chars(&edit->text, ", ");
    put_in_brackets(edit, inner->added);
    return true;
}

/* In place of nothing, of an empty list, or of a scalar that becomes the first item. */
static bool fill_list(struct inner *inner)
{
    struct edit *edit = &inner->edit;
    const struct yaml_node *old = edit->list;
    inner->at = old;
    if (old->kind == YAML_LIST || old->text.len) {
        edit->start = old->start;
        edit->end = old->end;
    } else {
        ptrdiff_t colon = str_find(edit->source, STR(":"), old->key->end);
        edit->start = edit->end = colon < 0 ? edit->source.len : (size_t)colon + 1;
        buf_char(&edit->text, ' ');
    }
    buf_char(&edit->text, '[');
    if (!yaml_is_null(old) && old->kind == YAML_SCALAR) {
        struct yaml_node *first = arena_one(edit->arena, struct yaml_node);
        *first = *old;
        first->next = (struct yaml_node *)inner->added;
        inner->added = first;
    }
    put_in_brackets(edit, inner->added);
    buf_char(&edit->text, ']');
    return true;
}

/* A key that MAP has not yet: scalars go in brackets behind it, maps on lines below. */
static bool make_list(struct inner *inner, const struct yaml_node *map,
                      const struct yaml_node *after, const struct str *sources)
{
    struct edit *edit = &inner->edit;
    bool lines = !map->flow && inner->added->kind == YAML_MAP && !inner->added->flow;
    struct yaml_node *list = arena_one(edit->arena, struct yaml_node);
    after = after ? after : edit_before(map, NULL);
    if (map->flow) {
        edit->start = edit->end = after->end;
        buf_printf(&edit->text, ", %s: [", edit->name);
    } else {
        edit->start = edit->end = edit_lines_end(edit->source, after);
        edit_end_line(edit);
        buf_printf(&edit->text, "%*s%s:%s", map->first->key->column - 1, "", edit->name,
                   lines ? "" : " [");
    }
    if (!lines) {
        put_in_brackets(edit, inner->added);
        buf_char(&edit->text, ']');
    }
    if (!map->flow)
        buf_str(&edit->text, edit->line_end);
    if (lines)
        put_lines(inner, sources, (size_t)map->first->key->column + 1, false);
    *list = (struct yaml_node){.kind = YAML_LIST, .first = (struct yaml_node *)inner->added};
    inner->at = map;
    inner->key = edit->name;
    inner->added = list;
    return true;
}

bool yaml_edit_append(struct buf *source, const struct yaml_node *root, const struct yaml_node *map,
                      const char *key, const struct yaml_node *after, const struct str *items,
                      size_t count, struct error *error)
{
    struct inner inner = inner_begin(source, root, key, error);
    const struct yaml_node *list = yaml_get(map, key);
    inner.edit.list = list ? list : map;
    inner.added = inner_items(&inner, items, count);
    bool ok = inner.added && map->first;
    if (ok && !list)
        ok = make_list(&inner, map, after, items);
    else if (ok && list->kind == YAML_LIST && list->first)
        ok = join_list(&inner, items);
    else if (ok)
        ok = list->kind == YAML_MAP ? edit_refuse(&inner.edit) : fill_list(&inner);
    return inner_end(&inner, ok && inner_finish(&inner, source));
}

/* A value and its key, which stand on lines of their own. */
static bool find_lines(struct edit *edit, const struct yaml_node *child)
{
    edit->start = edit_line_start(edit->source, child->key->start);
    edit->end = edit_lines_end(edit->source, child);
    return !str_trim(str_sub(edit->source, edit->start, child->key->start)).len ||
           edit_refuse(edit);
}

bool yaml_edit_drop(struct buf *source, const struct yaml_node *root,
                    const struct yaml_node *parent, const struct yaml_node *child,
                    struct error *error)
{
    const char *name = child->key ? child->key->text.at : parent->key ? parent->key->text.at : "";
    struct inner inner = inner_begin(source, root, name, error);
    bool ok = true;
    inner.gone = child;
    inner.edit.list = parent;
    inner.edit.place = child;
    inner.edit.removes = true;
    if (parent->flow)
        edit_flow(&inner.edit);
    else
        ok = child->key ? find_lines(&inner.edit, child) : edit_block(&inner.edit);
    return inner_end(&inner, ok && inner_finish(&inner, source));
}

bool yaml_edit_swap(struct buf *source, const struct yaml_node *root, const struct yaml_node *node,
                    struct str value, struct error *error)
{
    struct inner inner = inner_begin(source, root, node->key ? node->key->text.at : "list", error);
    inner.edit.list = inner.gone = node;
    inner.swaps = true;
    inner.added = inner_items(&inner, &value, 1);
    inner.edit.start = node->start;
    inner.edit.end = node->end;
    if (inner.added)
        edit_put_flow(&inner.edit.text, inner.added);
    return inner_end(&inner, inner.added && inner_finish(&inner, source));
}
