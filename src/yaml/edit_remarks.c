/* SPDX-License-Identifier: ISC */
/* What someone wrote beside an item is kept when the item goes into another. */
#include "dossier/yaml/edit.h"
#include "edit_parts.h"

/* Where the comment of a line begins that is no part of a value: at a "#" at its start or behind a
 * space, from FROM on; TO where there is none. */
static size_t find_comment(struct str source, size_t from, size_t to)
{
    for (size_t at = from; at < to; at++) {
        bool apart = at == from || source.at[at - 1] == ' ' || source.at[at - 1] == '\t';
        if (source.at[at] == '#' && apart)
            return at;
    }
    return to;
}

/* The comments between two values; each goes to its line's end. */
static void take_between(struct str source, size_t from, size_t to, struct buf *out)
{
    while (from < to) {
        size_t line = edit_line_after(source, from);
        size_t stop = line < to ? line : to, at = find_comment(source, from, stop);
        if (at < stop)
            buf_printf(out, "%.*s\n", STR_ARG(str_trim(str_sub(source, at, stop))));
        from = stop;
    }
}

/* Goes through the scalars in order; *AT is where the last one ended. */
static void walk(struct str source, const struct yaml_node *node, size_t *at, struct buf *out)
{
    if (node->key) {
        take_between(source, *at, node->key->start, out);
        *at = node->key->end;
    }
    if (node->kind == YAML_SCALAR && node->end > node->start) {
        char sign = source.at[node->start];
        take_between(source, *at, node->start, out);
        if (sign == '|' || sign == '>') /* a comment beside it is none of its text */
            take_between(source, node->start, edit_line_after(source, node->start), out);
        *at = node->end;
    }
    for (const struct yaml_node *child = node->first; child; child = child->next)
        walk(source, child, at, out);
}

void edit_comments(struct str source, const struct yaml_node *value, size_t from, size_t to,
                   struct buf *out)
{
    struct yaml_node bare = *value;
    size_t at = from;
    bare.key = NULL;
    walk(source, &bare, &at, out);
    take_between(source, at, to, out);
}

void yaml_edit_remarks(struct str source, const struct yaml_node *item, struct buf *out)
{
    size_t at = item->item;
    walk(source, item, &at, out);
    take_between(source, at, edit_lines_end(source, item), out);
}

bool yaml_edit_remark(struct buf *source, const struct yaml_node *root,
                      const struct yaml_node *item, struct str comments, struct error *error)
{
    struct edit edit = {
        .arena = arena_new(), .source = buf_view(source), .error = error, .name = "actors"};
    struct yaml_failure failure;
    struct buf result = {0};
    struct str first = str_sub(edit.source, 0, edit_line_after(edit.source, 0));
    size_t indent = (size_t)item->column - 1;
    edit.line_end = str_ends(first, STR("\r\n")) ? STR("\r\n") : STR("\n");
    edit.list = item;
    edit.start = edit.end = edit_lines_end(edit.source, item);
    edit_end_line(&edit);
    edit_put_lines(&edit, comments, indent);
    buf_str(&result, edit.source);
    buf_splice(&result, edit.start, edit.end, buf_view(&edit.text));
    const struct yaml_node *after = yaml_read(edit.arena, buf_view(&result), &failure);
    bool ok = after && edit_same_till(root, after, edit.source.len);
    if (ok) {
        buf_clear(source);
        buf_str(source, buf_view(&result));
    } else {
        edit_refuse(&edit);
    }
    buf_free(&result);
    buf_free(&edit.text);
    arena_free(edit.arena);
    return ok;
}
