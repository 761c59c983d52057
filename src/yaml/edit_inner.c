/* SPDX-License-Identifier: ISC */
/* Changes deep inside a file: an alias more, a role less. Again each is one splice; what the file
 * must read as afterwards is the old tree, copied with the change. */
#include "dossier/yaml/edit.h"

#include "dossier/yaml/write.h"
#include "edit_parts.h"

#include <string.h>

/* The change as the tree knows it. */
struct inner {
    struct edit edit;
    const struct yaml_node *at,
        *gone;                     /* a list or map that gains ADDED; what goes, or is swapped */
    const char *key;               /* of what AT, a map, gains */
    const struct yaml_node *added; /* a chain; in place of GONE where that is swapped */
    bool swaps;
};

static struct inner begin(const struct buf *source, const struct yaml_node *root, const char *name,
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
static bool finish(struct inner *inner, struct buf *source)
{
    struct edit *edit = &inner->edit;
    struct buf result = {0};
    struct yaml_failure failure;
    buf_str(&result, edit->source);
    buf_splice(&result, edit->start, edit->end, buf_view(&edit->text));
    const struct yaml_node *after = yaml_read(edit->arena, buf_view(&result), &failure);
    bool ok = after && edit_same_till(copy_node(inner, edit->root), after, edit->source.len);
    if (ok) {
        buf_clear(source);
        buf_str(source, buf_view(&result));
    } else {
        edit_refuse(edit);
    }
    buf_free(&result);
    return ok;
}

static bool end(struct inner *inner, bool ok)
{
    buf_free(&inner->edit.text);
    arena_free(inner->edit.arena);
    return ok;
}

/* ---- what is put in ---- */

static const struct yaml_node *read_items(struct inner *inner, const struct str *items,
                                          size_t count)
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
    struct inner inner = begin(source, root, key, error);
    const struct yaml_node *list = yaml_get(map, key);
    inner.edit.list = list ? list : map;
    inner.added = read_items(&inner, items, count);
    bool ok = inner.added && map->first;
    if (ok && !list)
        ok = make_list(&inner, map, after, items);
    else if (ok && list->kind == YAML_LIST && list->first)
        ok = join_list(&inner, items);
    else if (ok)
        ok = list->kind == YAML_MAP ? edit_refuse(&inner.edit) : fill_list(&inner);
    return end(&inner, ok && finish(&inner, source));
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
    struct inner inner = begin(source, root, name, error);
    bool ok = true;
    inner.gone = child;
    inner.edit.list = parent;
    inner.edit.place = child;
    inner.edit.removes = true;
    if (parent->flow)
        edit_flow(&inner.edit);
    else
        ok = child->key ? find_lines(&inner.edit, child) : edit_block(&inner.edit);
    return end(&inner, ok && finish(&inner, source));
}

bool yaml_edit_swap(struct buf *source, const struct yaml_node *root, const struct yaml_node *node,
                    struct str value, struct error *error)
{
    struct inner inner = begin(source, root, node->key ? node->key->text.at : "list", error);
    inner.edit.list = inner.gone = node;
    inner.swaps = true;
    inner.added = read_items(&inner, &value, 1);
    inner.edit.start = node->start;
    inner.edit.end = node->end;
    if (inner.added)
        edit_put_flow(&inner.edit.text, inner.added);
    return end(&inner, inner.added && finish(&inner, source));
}
