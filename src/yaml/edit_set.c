/* SPDX-License-Identifier: ISC */
/* A key of a map set or taken away, however deep in: what it says is replaced, all around it stays.
 */
#include "dossier/yaml/edit.h"

#include "dossier/yaml/write.h"
#include "edit_inner.h"

#define STEP 2 /* columns that a map inside another stands further in */

/* One setting: how far the file knows the path, and what is missing of it. */
struct setting {
    struct inner inner;
    const struct yaml_node *map; /* the innermost that is there */
    const struct yaml_node *old; /* a value of MAP's that is to be another; NULL: a key is new */
    const struct str *keys;      /* those that are missing; behind OLD, where it holds nothing */
    size_t count;
    struct str after, value;
};

static const struct yaml_node *find_key(const struct yaml_node *map, struct str key)
{
    const struct yaml_node *child = map->first;
    while (child && !str_eq(child->key->text, key))
        child = child->next;
    return child;
}

static bool refuse_kind(struct setting *s, const struct yaml_node *node)
{
    const char *name = node->key ? arena_chars(s->inner.edit.arena, node->key->text) : NULL;
    return error_set(s->inner.edit.error, "line %d: %s%s%s holds %s; a map is allowed here",
                     node->line, name ? "\"" : "", name ? name : "the file", name ? "\"" : "",
                     node->kind == YAML_LIST ? "a list" : "a text");
}

static bool find_place(struct setting *s, const struct str *path, size_t depth)
{
    const struct yaml_node *node = s->inner.edit.root;
    size_t i = 0;
    while (i < depth && node->kind == YAML_MAP) {
        s->map = node;
        s->old = find_key(node, path[i]);
        if (!s->old)
            break;
        node = s->old;
        i++;
    }
    s->keys = path + i;
    s->count = depth - i;
    s->inner.edit.list = node;
    return i == depth || node->kind == YAML_MAP || (s->old && yaml_is_null(node)) ||
           refuse_kind(s, node);
}

/* ---- what is put in ---- */

/* "a: {b: value}" from key FIRST on. */
static void put_pairs(const struct setting *s, size_t first, struct buf *out)
{
    for (size_t i = first; i < s->count; i++) {
        if (i > first)
            buf_char(out, '{');
        yaml_put_text(out, s->keys[i]);
        buf_chars(out, ": ");
    }
    buf_str(out, s->value);
    for (size_t i = first + 1; i < s->count; i++)
        buf_char(out, '}');
}

/* What the file is to read as under the first missing key; or in place of the old value. */
static bool read_value(struct setting *s)
{
    struct buf text = {0};
    bool bare = s->old && s->count;
    buf_chars(&text, bare ? "{" : "");
    put_pairs(s, s->old || !s->count ? 0 : 1, &text);
    buf_chars(&text, bare ? "}" : "");
    struct str item = arena_str(s->inner.edit.arena, buf_view(&text));
    buf_free(&text);
    s->inner.added = inner_items(&s->inner, &item, 1);
    return s->inner.added != NULL;
}

/* A line for each missing key, the first INDENT columns in. */
static void put_lines(struct setting *s, size_t indent)
{
    struct edit *edit = &s->inner.edit;
    for (size_t i = 0; i < s->count; i++) {
        buf_printf(&edit->text, "%*s", (int)(indent + STEP * i), "");
        yaml_put_text(&edit->text, s->keys[i]);
        buf_char(&edit->text, ':');
        if (i + 1 == s->count) {
            buf_char(&edit->text, ' ');
            buf_str(&edit->text, s->value);
        }
        buf_str(&edit->text, edit->line_end);
    }
}

/* ---- a key that is new ---- */

static void add_in_brackets(struct setting *s, const struct yaml_node *before)
{
    struct edit *edit = &s->inner.edit;
    edit->start = before ? before->end : s->map->start;
    edit->end = before ? before->end : s->map->end;
    buf_chars(&edit->text, before ? ", " : "{");
    put_pairs(s, 0, &edit->text);
    buf_chars(&edit->text, before ? "" : "}");
}

static bool add_key(struct setting *s)
{
    struct edit *edit = &s->inner.edit;
    const struct yaml_node *before = find_key(s->map, s->after);
    before = before ? before : edit_before(s->map, NULL);
    s->inner.at = s->map;
    s->inner.key = arena_chars(edit->arena, s->keys[0]);
    if (s->map->flow) {
        struct str all = str_sub(edit->source, s->map->start, s->map->end);
        if (!before && str_find(all, STR("#"), 0) >= 0)
            return edit_refuse(edit);
        add_in_brackets(s, before);
        return true;
    }
    edit->start = edit->end = before ? edit_lines_end(edit->source, before) : edit->source.len;
    edit_end_line(edit);
    put_lines(s, before ? (size_t)before->key->column - 1 : 0);
    return true;
}

/* ---- a value that is to be another ---- */

/* Behind the colon of the old value's key. */
static size_t behind_colon(const struct setting *s)
{
    ptrdiff_t colon = str_find(s->inner.edit.source, STR(":"), s->old->key->end);
    return colon < 0 ? s->inner.edit.source.len : (size_t)colon + 1;
}

static size_t indent_of(const struct setting *s)
{
    return (size_t)s->old->key->column - 1;
}

/* The comments between FROM and TO, below what was put in. False where there are some and no lines
 * for them. */
static bool keep_comments(struct setting *s, size_t from, size_t to)
{
    struct edit *edit = &s->inner.edit;
    struct buf comments = {0};
    edit_comments(edit->source, s->old, from, to, &comments);
    bool ok = !comments.len || !s->map->flow;
    if (ok && comments.len) {
        size_t end = edit_line_after(edit->source, edit->end);
        if (end > edit->end || edit_line_start(edit->source, end) != end) {
            buf_str(&edit->text, str_sub(edit->source, edit->end, end));
            edit->end = end;
        }
        if (!str_ends(buf_view(&edit->text), STR("\n")))
            buf_str(&edit->text, edit->line_end);
        edit_put_lines(edit, buf_view(&comments), indent_of(s));
    }
    buf_free(&comments);
    return ok || edit_refuse(edit);
}

/* What stands behind the "|" of a literal, and the line's end that goes with its last line; empty
 * lines below are not its. */
static void end_literal(struct setting *s)
{
    struct edit *edit = &s->inner.edit;
    struct str source = edit->source;
    struct str head = str_sub(source, edit->start, edit_line_after(source, edit->start));
    ptrdiff_t comment = str_find(head, STR(" #"), 0);
    if (edit_line_start(source, edit->end) != edit->end || edit->end <= edit->start)
        return;
    edit->end = edit_lines_end(source, s->old);
    if (comment > 0)
        buf_printf(&edit->text, " %.*s",
                   STR_ARG(str_trim(str_sub(head, (size_t)comment, head.len))));
    buf_str(&edit->text, edit->line_end);
}

/* A value that begins on the line of its key. */
static bool replace_behind(struct setting *s)
{
    struct edit *edit = &s->inner.edit;
    const struct yaml_node *old = s->old;
    bool nothing = old->kind == YAML_SCALAR && old->plain && !old->text.len;
    edit->start = nothing ? behind_colon(s) : old->start;
    edit->end = nothing ? edit->start : old->end;
    buf_chars(&edit->text, nothing ? " " : "");
    if (s->count)
        buf_char(&edit->text, '{');
    put_pairs(s, 0, &edit->text);
    if (s->count)
        buf_char(&edit->text, '}');
    if (old->kind != YAML_SCALAR)
        return keep_comments(s, old->start, old->end);
    if (!nothing && !old->plain)
        end_literal(s);
    return true;
}

/* A value on lines below its key. */
static bool replace_below(struct setting *s)
{
    struct edit *edit = &s->inner.edit;
    size_t line = edit_line_after(edit->source, s->old->key->end);
    edit->start = behind_colon(s);
    edit->end = edit_lines_end(edit->source, s->old);
    buf_char(&edit->text, ' ');
    buf_str(&edit->text, s->value);
    buf_str(&edit->text, str_sub(edit->source, edit->start, line));
    struct buf comments = {0};
    edit_comments(edit->source, s->old, line, edit->end, &comments);
    edit_put_lines(edit, buf_view(&comments), indent_of(s));
    buf_free(&comments);
    return true;
}

/* Nothing stands behind the key: lines below it, which a comment beside it stays above. */
static bool fill(struct setting *s)
{
    struct edit *edit = &s->inner.edit;
    struct str source = edit->source;
    bool word = s->old->text.len;
    edit->start = behind_colon(s);
    size_t behind = word ? s->old->end : edit->start;
    edit->end = edit_line_after(source, behind);
    buf_str(&edit->text, str_sub(source, behind, edit->end));
    if (edit->end == source.len && !str_ends(source, STR("\n")))
        buf_str(&edit->text, edit->line_end);
    put_lines(s, indent_of(s) + STEP);
    return true;
}

static bool replace(struct setting *s)
{
    size_t line = edit_line_after(s->inner.edit.source, s->old->key->end);
    s->inner.gone = s->old;
    s->inner.swaps = true;
    if (s->count && !s->map->flow)
        return fill(s);
    bool below = !s->map->flow && !yaml_is_null(s->old) && s->old->start >= line;
    return below ? replace_below(s) : replace_behind(s);
}

/* ---- both ---- */

static const struct yaml_node *read_root(struct arena *arena, const struct buf *source,
                                         struct error *error)
{
    struct yaml_failure failure;
    const struct yaml_node *root = yaml_read(arena, buf_view(source), &failure);
    if (!root)
        error_set(error, "line %d, column %d: %s", failure.line, failure.column,
                  failure.error.text);
    return root;
}

bool yaml_edit_set(struct buf *source, const struct str *path, size_t depth, struct str after,
                   struct str value, struct error *error)
{
    struct arena *arena = arena_new();
    const struct yaml_node *root = read_root(arena, source, error);
    bool ok = root;
    if (ok) {
        const char *name = arena_chars(arena, path[depth - 1]);
        struct setting s = {
            .inner = inner_begin(source, root, name, error), .after = after, .value = value};
        s.inner.edit.keyed = true;
        ok = find_place(&s, path, depth) && read_value(&s) && (s.old ? replace(&s) : add_key(&s));
        ok = inner_end(&s.inner, ok && inner_finish(&s.inner, source));
    }
    arena_free(arena);
    return ok;
}

bool yaml_edit_unset(struct buf *source, const struct str *path, size_t depth, struct error *error)
{
    struct arena *arena = arena_new();
    const struct yaml_node *root = read_root(arena, source, error), *map = NULL, *node = root;
    for (size_t i = 0; i < depth && node; i++) {
        map = node;
        node = node->kind == YAML_MAP ? find_key(node, path[i]) : NULL;
    }
    bool ok = root && (!node || yaml_edit_drop(source, root, map, node, error));
    arena_free(arena);
    return ok;
}
