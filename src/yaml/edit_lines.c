/* SPDX-License-Identifier: ISC */
#include "edit_parts.h"

#include <string.h>

static bool ends_line(char c)
{
    return c == '\n' || c == '\r';
}

size_t edit_line_start(struct str source, size_t at)
{
    while (at > 0 && !ends_line(source.at[at - 1]))
        at--;
    return at;
}

size_t edit_line_after(struct str source, size_t at)
{
    while (at < source.len && !ends_line(source.at[at]))
        at++;
    if (at + 1 < source.len && source.at[at] == '\r' && source.at[at + 1] == '\n')
        return at + 2;
    return at < source.len ? at + 1 : at;
}

size_t edit_line_before(struct str source, size_t at)
{
    if (at > 1 && source.at[at - 1] == '\n' && source.at[at - 2] == '\r')
        at--;
    return at > 0 ? edit_line_start(source, at - 1) : 0;
}

const struct yaml_node *edit_before(const struct yaml_node *list, const struct yaml_node *item)
{
    const struct yaml_node *before = NULL;
    for (const struct yaml_node *at = list->first; at && at != item; at = at->next)
        before = at;
    return before;
}

static const struct yaml_node *last_scalar(const struct yaml_node *node)
{
    while (node->first && !node->flow) {
        const struct yaml_node *child = node->first;
        while (child->next)
            child = child->next;
        node = child;
    }
    return node;
}

/* A block scalar with "+" behind its "|" or ">" keeps the empty lines at its end. */
static bool keeps_empty_lines(struct str source, const struct yaml_node *node)
{
    const struct yaml_node *last = last_scalar(node);
    struct str header =
        str_sub(source, last->start, last->start + strcspn(source.at + last->start, "\r\n#"));
    bool block = last->kind == YAML_SCALAR && !last->plain &&
                 (str_starts(header, STR("|")) || str_starts(header, STR(">")));
    return block && str_find(header, STR("+"), 0) > 0;
}

size_t edit_lines_end(struct str source, const struct yaml_node *node)
{
    size_t end = node->end;
    if (end == 0 || !ends_line(source.at[end - 1]))
        end = edit_line_after(source, end);
    if (keeps_empty_lines(source, node))
        return end;
    for (;;) {
        size_t before = edit_line_before(source, end);
        if (before <= node->start || str_trim(str_sub(source, before, end)).len)
            return end;
        end = before;
    }
}

void edit_end_line(struct edit *edit)
{
    if (edit->start > 0 && !ends_line(edit->source.at[edit->start - 1]))
        buf_str(&edit->text, edit->line_end);
}

void edit_put_lines(struct edit *edit, struct str block, size_t indent)
{
    struct str line;
    while (str_split(&block, '\n', &line)) {
        if (line.len)
            buf_printf(&edit->text, "%*s", (int)indent, "");
        buf_str(&edit->text, line);
        buf_str(&edit->text, edit->line_end);
    }
}
