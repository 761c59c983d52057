/* SPDX-License-Identifier: ISC */
/* An edit is only taken where its result reads back as what was meant: the layouts that YAML allows
 * are more than any splicing code foresees. */
#include "edit_parts.h"

/* A literal that ended with the file, at byte END, gains a line end when something follows it. */
static bool same_scalar(const struct yaml_node *a, const struct yaml_node *b, size_t end)
{
    if (yaml_is_null(a) || yaml_is_null(b))
        return yaml_is_null(a) && yaml_is_null(b);
    if (a->end == end && !a->plain && !str_ends(a->text, STR("\n")) && str_ends(b->text, STR("\n")))
        return str_eq(a->text, str_sub(b->text, 0, b->text.len - 1));
    return str_eq(a->text, b->text);
}

static bool same(const struct yaml_node *a, const struct yaml_node *b, size_t end);

/* Keys may come in another order. */
static bool same_map(const struct yaml_node *a, const struct yaml_node *b, size_t end)
{
    const struct yaml_node *x = a->first, *y = b->first;
    for (; x && y; x = x->next, y = y->next) {
        bool in_order = str_eq(x->key->text, y->key->text);
        const struct yaml_node *twin = in_order ? y : yaml_get(b, x->key->text.at);
        if (!twin || !same(x, twin, end))
            return false;
    }
    return !x && !y;
}

static bool same(const struct yaml_node *a, const struct yaml_node *b, size_t end)
{
    if (a->kind != b->kind)
        return false;
    if (a->kind == YAML_SCALAR)
        return same_scalar(a, b, end);
    if (a->kind == YAML_MAP)
        return same_map(a, b, end);
    const struct yaml_node *x = a->first, *y = b->first;
    while (x && y && same(x, y, end)) {
        x = x->next;
        y = y->next;
    }
    return !x && !y;
}

bool edit_same(const struct yaml_node *a, const struct yaml_node *b)
{
    return same(a, b, SIZE_MAX);
}

bool edit_same_till(const struct yaml_node *a, const struct yaml_node *b, size_t end)
{
    return same(a, b, end);
}

static bool take(const struct edit *edit, const struct yaml_node *expected,
                 const struct yaml_node **found)
{
    if (!*found || !same(expected, *found, edit->source.len))
        return false;
    *found = (*found)->next;
    return true;
}

/* The items of NEW are the old ones with the change. */
static bool check_list(const struct edit *edit, const struct yaml_node *new)
{
    if (!yaml_is_null(new) && new->kind != YAML_LIST)
        return false;
    const struct yaml_node *found = new->first;
    for (const struct yaml_node *old = edit->list ? edit->list->first : NULL; old;
         old = old->next) {
        bool here = old == edit->place;
        if (here && edit->item && !take(edit, edit->item, &found))
            return false;
        if (!(here && edit->removes) && !take(edit, old, &found))
            return false;
    }
    if (!edit->place && !take(edit, edit->item, &found))
        return false;
    return !found;
}

bool edit_check(const struct edit *edit, struct str result)
{
    struct yaml_failure failure;
    const struct yaml_node *root = yaml_read(edit->arena, result, &failure);
    if (!root || root->kind != YAML_MAP)
        return false;
    const struct yaml_node *old = edit->root->first, *new = root->first;
    for (; old && new; old = old->next, new = new->next) {
        if (!str_eq(old->key->text, new->key->text))
            return false;
        bool ok = old == edit->list ? check_list(edit, new) : same(old, new, edit->source.len);
        if (!ok)
            return false;
    }
    if (old)
        return false;
    return edit->list
               ? !new
               : new && !new->next &&str_is(new->key->text, edit->name) && check_list(edit, new);
}
