/* SPDX-License-Identifier: ISC */
/* Every change is one splice: a range of bytes of the source and what goes in its place. It is
 * found by the places of the nodes, and taken only after edit_check. */
#include "dossier/yaml/edit.h"

#include "dossier/yaml/write.h"
#include "edit_parts.h"

static bool read_source(struct edit *edit)
{
    struct yaml_failure failure;
    edit->root = yaml_read(edit->arena, edit->source, &failure);
    if (!edit->root)
        return error_set(edit->error, "line %d, column %d: %s", failure.line, failure.column,
                         failure.error.text);
    if (edit->root->kind != YAML_MAP || edit->root->flow)
        return error_set(edit->error,
                         "line %d: the file does not consist of lines of \"key: value\", so it "
                         "can't be changed in place",
                         edit->root->line);
    edit->list = yaml_get(edit->root, edit->name);
    if (edit->list && edit->list->kind != YAML_LIST && !yaml_is_null(edit->list))
        return error_set(edit->error, "line %d: \"%s\" holds %s, and only a list can be added to",
                         edit->list->line, edit->name,
                         edit->list->kind == YAML_MAP ? "a map" : "a text");
    struct str whole = edit->source;
    size_t first_end = edit_line_after(whole, 0);
    edit->line_end = str_ends(str_sub(whole, 0, first_end), STR("\r\n")) ? STR("\r\n") : STR("\n");
    return true;
}

static bool read_item(struct edit *edit, struct str item)
{
    struct yaml_failure failure;
    edit->item_source = arena_str(edit->arena, item);
    edit->item = yaml_read(edit->arena, edit->item_source, &failure);
    if (!edit->item)
        return error_set(edit->error, "the new item can't be read: line %d, column %d: %s",
                         failure.line, failure.column, failure.error.text);
    if (edit->item->kind != YAML_MAP || edit->item->start != 0 || !edit->item->first)
        return error_set(edit->error, "the new item is no map that begins at its first character");
    return true;
}

static bool find_place(struct edit *edit, struct str id)
{
    const struct yaml_node *item = edit->list ? edit->list->first : NULL;
    for (; item; item = item->next) {
        const struct yaml_node *its_id = yaml_get(item, "id");
        if (its_id && its_id->kind == YAML_SCALAR && str_eq(its_id->text, id)) {
            edit->place = item;
            return true;
        }
    }
    return error_set(edit->error, "\"%s\" has no item with the id \"%.*s\"", edit->name,
                     STR_ARG(id));
}

/* Where a new key can stand: at the end, but before "...". */
static size_t find_end(struct str source, const struct yaml_node *root)
{
    size_t at = root->first ? edit_lines_end(source, root) : 0;
    for (; at < source.len; at = edit_line_after(source, at)) {
        struct str line = str_sub(source, at, edit_line_after(source, at));
        if (str_is(str_trim(line), "...") && line.at[0] == '.')
            return at;
    }
    return source.len;
}

static bool add_key(struct edit *edit)
{
    const struct yaml_node *first = edit->root->first;
    size_t indent = first ? (size_t)first->key->column - 1 : 0;
    edit->start = edit->end = find_end(edit->source, edit->root);
    edit_end_line(edit);
    buf_printf(&edit->text, "%*s", (int)indent, "");
    yaml_put_text(&edit->text, str_of(edit->name));
    buf_char(&edit->text, ':');
    buf_str(&edit->text, edit->line_end);
    return true;
}

/* Takes away what stands for an empty list, and keeps a comment behind it. */
static bool open_list(struct edit *edit)
{
    struct str source = edit->source, old = str_sub(source, edit->list->start, edit->list->end);
    if (str_find(old, STR("#"), 0) >= 0)
        return error_set(edit->error,
                         "line %d: \"%s\" is an empty list with a comment in its brackets; take "
                         "the comment out of them",
                         edit->list->line, edit->name);
    edit->start = edit->list->start;
    while (edit->start > edit->list->key->end && source.at[edit->start - 1] == ' ')
        edit->start--;
    edit->end = edit_line_after(source, edit->list->end);
    buf_str(&edit->text, str_sub(source, edit->list->end, edit->end));
    if (!edit->text.len || edit_line_start(source, edit->end) != edit->end)
        buf_str(&edit->text, edit->line_end);
    return true;
}

static bool begin_list(struct edit *edit)
{
    if (!(edit->list ? open_list(edit) : add_key(edit)))
        return false;
    const struct yaml_node *key = edit->root->first ? edit->root->first->key : NULL;
    size_t indent = key ? (size_t)key->column + 1 : 2, begin = edit->text.len;
    edit_put_lines(edit, edit->item_source, indent + 2);
    edit->text.at[begin + indent] = '-';
    return true;
}

static bool find_splice(struct edit *edit)
{
    if (!edit->list || !edit->list->first)
        return begin_list(edit);
    if (!edit->list->flow)
        return edit_block(edit);
    edit_flow(edit);
    return true;
}

bool edit_refuse(const struct edit *edit)
{
    return error_set(
        edit->error,
        "line %d: \"%s\" is laid out in a way that can't be changed in place; write %s",
        edit->list ? edit->list->line : 1, edit->name,
        edit->keyed ? "it and its value on a line of their own"
                    : "its items on lines of their own, each beginning with \"- \"");
}

void edit_splice(const struct edit *edit, struct buf *result)
{
    buf_str(result, edit->source);
    buf_splice(result, edit->start, edit->end, buf_view(&edit->text));
}

bool edit_take(const struct edit *edit, struct buf *source, struct buf *result, bool ok)
{
    if (ok) {
        buf_clear(source);
        buf_str(source, buf_view(result));
    } else {
        edit_refuse(edit);
    }
    buf_free(result);
    return ok;
}

static bool splice(struct edit *edit, struct buf *source)
{
    struct buf result = {0};
    edit_splice(edit, &result);
    return edit_take(edit, source, &result, edit_check(edit, buf_view(&result)));
}

/* ITEM, where there is one, goes to or in place of the item whose id is PLACE. */
static bool change(struct buf *source, const char *list, const struct str *item, struct str place,
                   bool removes, struct error *error)
{
    struct edit edit = {
        .arena = arena_new(), .source = buf_view(source), .error = error, .name = list};
    edit.removes = removes;
    bool ok = read_source(&edit) && (!item || read_item(&edit, *item)) &&
              ((!place.len && !removes) || find_place(&edit, place)) && find_splice(&edit) &&
              splice(&edit, source);
    buf_free(&edit.text);
    arena_free(edit.arena);
    return ok;
}

bool yaml_edit_add(struct buf *source, const char *list, struct str item, struct error *error)
{
    return change(source, list, &item, STR(""), false, error);
}

bool yaml_edit_insert(struct buf *source, const char *list, struct str before, struct str item,
                      struct error *error)
{
    return change(source, list, &item, before, false, error);
}

bool yaml_edit_replace(struct buf *source, const char *list, struct str id, struct str item,
                       struct error *error)
{
    return change(source, list, &item, id, true, error);
}

bool yaml_edit_remove(struct buf *source, const char *list, struct str id, struct error *error)
{
    return change(source, list, NULL, id, true, error);
}
