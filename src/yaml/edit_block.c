/* SPDX-License-Identifier: ISC */
/* Items of a list of lines. A comment that stands right above an item, as deep in as it, is taken
 * to speak of it: what is inserted goes above the comment. */
#include "edit_parts.h"

/* How deep the dash of NODE stands in; false where something else stands before it on its line. */
static bool find_indent(struct edit *edit, const struct yaml_node *node, size_t *indent)
{
    size_t start = edit_line_start(edit->source, node->item);
    *indent = node->item - start;
    for (size_t at = start; at < node->item; at++) {
        if (edit->source.at[at] != ' ')
            return error_set(edit->error,
                             "line %d: this item of \"%s\" does not begin its line, so it can't be "
                             "changed in place; put it on lines of its own",
                             node->line, edit->name);
    }
    return true;
}

static bool is_comment(struct str source, size_t start, size_t indent)
{
    size_t at = start;
    while (at < source.len && source.at[at] == ' ')
        at++;
    return at - start == indent && at < source.len && source.at[at] == '#';
}

static size_t above_comments(struct edit *edit, size_t start, size_t indent)
{
    const struct yaml_node *before = edit_before(edit->list, edit->place);
    size_t least = before ? edit_lines_end(edit->source, before)
                          : edit_line_after(edit->source, edit->list->key->end);
    while (start > least) {
        size_t above = edit_line_before(edit->source, start);
        if (above < least || !is_comment(edit->source, above, indent))
            break;
        start = above;
    }
    return start;
}

static void put_item(struct edit *edit, size_t indent)
{
    size_t begin = edit->text.len;
    edit_put_lines(edit, edit->item_source, indent + 2);
    edit->text.at[begin + indent] = '-';
}

static void find_lines(struct edit *edit, const struct yaml_node *node)
{
    edit->start = edit_line_start(edit->source, node->item);
    edit->end = edit_lines_end(edit->source, node);
}

bool edit_block(struct edit *edit)
{
    const struct yaml_node *last = edit_before(edit->list, NULL);
    size_t indent;
    if (!find_indent(edit, edit->place ? edit->place : last, &indent))
        return false;
    if (!edit->place) {
        edit->start = edit->end = edit_lines_end(edit->source, last);
        edit_end_line(edit);
    } else if (edit->removes) {
        find_lines(edit, edit->place);
    } else {
        edit->start = edit_line_start(edit->source, edit->place->item);
        edit->start = edit->end = above_comments(edit, edit->start, indent);
    }
    if (!edit->item || (edit->removes && edit_merge(edit, edit->place)))
        return true;
    put_item(edit, indent);
    return true;
}
