/* SPDX-License-Identifier: ISC */
/* A changed item over the old one, key by key, so that a new alias of an actor costs none of the
 * comments that someone wrote between the lines. */
#include "edit_parts.h"

struct merge {
    struct edit *edit;
    const struct yaml_node *old;
    size_t deep; /* columns before a key */
    bool begun;  /* the line of the dash is ended */
};

static bool is_indented(struct str source, const struct yaml_node *key, size_t deep)
{
    size_t start = edit_line_start(source, key->start);
    return key->start - start == deep && !str_trim(str_sub(source, start, key->start)).len;
}

static bool can_merge(const struct edit *edit, const struct yaml_node *old)
{
    return old->kind == YAML_MAP && !old->flow && old->first && !edit->item->flow &&
           edit_line_start(edit->source, old->first->key->start) ==
               edit_line_start(edit->source, old->item);
}

static void put_old(struct merge *m, const struct yaml_node *child)
{
    struct edit *edit = m->edit;
    size_t end = edit_lines_end(edit->source, child);
    if (m->begun)
        buf_printf(&edit->text, "%*s", (int)m->deep, "");
    buf_str(&edit->text, str_sub(edit->source, child->key->start, end));
    if (edit_line_start(edit->source, end) != end)
        buf_str(&edit->text, edit->line_end);
    m->begun = true;
}

static void put_new(struct merge *m, const struct yaml_node *child)
{
    struct edit *edit = m->edit;
    size_t begin = edit->text.len, end = edit_lines_end(edit->item_source, child);
    edit_put_lines(edit, str_sub(edit->item_source, child->key->start, end), m->deep);
    if (!m->begun)
        buf_splice(&edit->text, begin, begin + m->deep, STR(""));
    m->begun = true;
}

/* The keys from NEXT to before END that the old item has not. */
static void put_added(struct merge *m, const struct yaml_node *next, const struct yaml_node *end)
{
    for (; next && next != end; next = next->next) {
        if (!yaml_get(m->old, next->key->text.at))
            put_new(m, next);
    }
}

static void put_child(struct merge *m, const struct yaml_node *child, const struct yaml_node **next)
{
    const struct yaml_node *twin = yaml_get(m->edit->item, child->key->text.at);
    if (!twin)
        return;
    if (*next && twin->start >= (*next)->start) {
        put_added(m, *next, twin);
        *next = twin->next;
    }
    if (edit_same(child, twin))
        put_old(m, child);
    else
        put_new(m, twin);
}

bool edit_merge(struct edit *edit, const struct yaml_node *old)
{
    if (!can_merge(edit, old))
        return false;
    struct merge m = {.edit = edit, .old = old};
    edit->start = edit_line_start(edit->source, old->item);
    m.deep = old->first->key->start - edit->start;
    for (const struct yaml_node *child = old->first->next; child; child = child->next) {
        if (!is_indented(edit->source, child->key, m.deep))
            return false;
    }
    const struct yaml_node *next = edit->item->first;
    size_t done = old->first->key->start;
    buf_str(&edit->text, str_sub(edit->source, edit->start, done));
    for (const struct yaml_node *child = old->first; child; child = child->next) {
        size_t line = edit_line_start(edit->source, child->key->start);
        struct str between = str_sub(edit->source, done, line);
        buf_str(&edit->text, between);
        m.begun = m.begun || between.len;
        done = edit_lines_end(edit->source, child);
        put_child(&m, child, &next);
    }
    put_added(&m, next, NULL);
    edit->end = done;
    return true;
}
