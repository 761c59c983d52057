/* SPDX-License-Identifier: ISC */
/* Items of a list in brackets, which a new item joins in brackets too. */
#include "dossier/yaml/write.h"
#include "edit_parts.h"

void edit_put_flow(struct buf *out, const struct yaml_node *node)
{
    if (node->kind == YAML_SCALAR) {
        if (yaml_is_null(node))
            buf_chars(out, "null");
        else
            yaml_put_text(out, node->text);
        return;
    }
    buf_char(out, node->kind == YAML_LIST ? '[' : '{');
    for (const struct yaml_node *child = node->first; child; child = child->next) {
        if (child->key) {
            yaml_put_text(out, child->key->text);
            buf_chars(out, ": ");
        }
        edit_put_flow(out, child);
        buf_chars(out, child->next ? ", " : "");
    }
    buf_char(out, node->kind == YAML_LIST ? ']' : '}');
}

/* Where the comma between NODE and what follows it ends; 0 where there is none, or a comment. */
static size_t behind_comma(struct str source, const struct yaml_node *node)
{
    size_t at = node->end;
    while (at < source.len &&
           (source.at[at] == ' ' || source.at[at] == '\n' || source.at[at] == '\r'))
        at++;
    if (at == source.len || source.at[at] != ',')
        return 0;
    at++;
    while (at < source.len && source.at[at] == ' ')
        at++;
    return at;
}

/* With the comma behind it, or the one before it where it is the last. */
static void find_item(struct edit *edit)
{
    const struct yaml_node *before = edit_before(edit->list, edit->place);
    size_t comma = behind_comma(edit->source, edit->place);
    edit->start = edit->place->key ? edit->place->key->start : edit->place->start;
    edit->end = comma ? comma : edit->place->end;
    if (!edit->place->next && before && behind_comma(edit->source, before) == edit->start) {
        edit->start = before->end;
        edit->end = edit->place->end;
    }
}

void edit_flow(struct edit *edit)
{
    if (!edit->place) {
        edit->start = edit->end = edit_before(edit->list, NULL)->end;
        buf_chars(&edit->text, ", ");
        edit_put_flow(&edit->text, edit->item);
    } else if (!edit->item) {
        find_item(edit);
    } else {
        edit->start = edit->place->start;
        edit->end = edit->removes ? edit->place->end : edit->start;
        edit_put_flow(&edit->text, edit->item);
        buf_chars(&edit->text, edit->removes ? "" : ", ");
    }
}
