/* SPDX-License-Identifier: ISC */
#include "dossier/exchange/json.h"

#include "dossier/base/memory.h"
#include "dossier/text/safe.h"

#include <jansson.h>

/* What a look at the marks outside of strings tells, before any memory is taken. */
struct outline {
    size_t values, depth;
};

static bool over_limit(struct exchange_failure *failure, int line, const char *sentence)
{
    failure->line = line;
    failure->column = 0;
    return error_set(&failure->error, "%s", sentence);
}

/* Behind the string that begins before AT. */
static size_t skip_string(struct str source, size_t at, int *line)
{
    for (; at < source.len && source.at[at] != '"'; at++) {
        if (source.at[at] == '\\')
            at++;
        else if (source.at[at] == '\n')
            (*line)++;
    }
    return at;
}

static bool count_mark(struct outline *outline, char mark)
{
    bool opens = mark == '[' || mark == '{';
    if (opens || mark == ',' || mark == ':')
        outline->values++;
    if (opens)
        outline->depth++;
    else if ((mark == ']' || mark == '}') && outline->depth > 0)
        outline->depth--;
    return outline->values <= JSON_MOST && outline->depth <= JSON_DEEPEST;
}

static bool within_limits(struct str source, struct exchange_failure *failure)
{
    if (source.len > JSON_LARGEST)
        return over_limit(failure, 0, "this JSON is larger than 256 MiB");
    struct outline outline = {0};
    int line = 1;
    for (size_t at = 0; at < source.len; at++) {
        if (source.at[at] == '"')
            at = skip_string(source, at + 1, &line);
        else if (source.at[at] == '\n')
            line++;
        else if (!count_mark(&outline, source.at[at]))
            return over_limit(failure, line,
                              outline.depth > JSON_DEEPEST
                                  ? "lists and maps lie in each other more than 64 deep"
                                  : "this JSON holds more than 5,000,000 values");
    }
    return true;
}

static struct json *copy_tree(struct arena *arena, const json_t *from);

static void copy_children(struct arena *arena, const json_t *from, struct json *into)
{
    const struct json **link = &into->first;
    if (json_is_array(from)) {
        for (size_t i = 0; i < json_array_size(from); i++) {
            struct json *child = copy_tree(arena, json_array_get(from, i));
            *link = child;
            link = &child->next;
        }
        return;
    }
    json_t *map = (json_t *)(uintptr_t)from; /* only looked at */
    for (void *at = json_object_iter(map); at; at = json_object_iter_next(map, at)) {
        struct json *child = copy_tree(arena, json_object_iter_value(at));
        child->key = arena_str(arena, str_of(json_object_iter_key(at)));
        *link = child;
        link = &child->next;
    }
}

/* As deep as the source, which has a limit. */
static struct json *copy_tree(struct arena *arena, const json_t *from)
{
    struct json *node = arena_one(arena, struct json);
    switch (json_typeof(from)) {
    case JSON_OBJECT:
    case JSON_ARRAY:
        node->kind = json_is_array(from) ? JSON_LIST : JSON_MAP;
        copy_children(arena, from, node);
        break;
    case JSON_STRING:
        node->kind = JSON_TEXT;
        node->text =
            arena_str(arena, (struct str){json_string_value(from), json_string_length(from)});
        break;
    case JSON_INTEGER:
        node->kind = JSON_WHOLE;
        node->whole = json_integer_value(from);
        break;
    case JSON_REAL:
        node->kind = JSON_BROKEN;
        node->broken = json_real_value(from);
        break;
    case JSON_TRUE:
    case JSON_FALSE:
        node->kind = JSON_BOOL;
        node->whole = json_is_true(from);
        break;
    case JSON_NULL:
        break;
    }
    return node;
}

/* jansson counts columns in characters; here they are bytes, as everywhere. */
static int column_of(struct str source, int offset)
{
    size_t end = offset < 0 ? 0 : (size_t)offset < source.len ? (size_t)offset : source.len;
    size_t start = end;
    while (start > 0 && source.at[start - 1] != '\n')
        start--;
    return (int)(end - start) + 1;
}

static bool fail(struct str source, const json_error_t *error, struct exchange_failure *failure)
{
    failure->line = error->line > 0 ? error->line : 0;
    failure->column = failure->line ? column_of(source, error->position) : 0;
    return error_set(&failure->error, "this is no JSON: %s", error->text);
}

const struct json *json_read(struct arena *arena, struct str source,
                             struct exchange_failure *failure)
{
    if (str_starts(source, STR("\xEF\xBB\xBF")))
        source = str_sub(source, 3, source.len);
    if (!source.at)
        source = STR("");
    if (!within_limits(source, failure))
        return NULL;
    json_error_t error = {0};
    json_t *root = json_loadb(source.at, source.len, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
    if (!root) {
        fail(source, &error, failure);
        return NULL;
    }
    const struct json *tree = copy_tree(arena, root);
    json_decref(root);
    return tree;
}

const struct json *json_get(const struct json *map, const char *key)
{
    if (!map || map->kind != JSON_MAP)
        return NULL;
    for (const struct json *child = map->first; child; child = child->next) {
        if (str_is(child->key, key))
            return child->kind == JSON_NOTHING ? NULL : child;
    }
    return NULL;
}

struct str json_text(const struct json *node)
{
    return node && node->kind == JSON_TEXT ? node->text : STR("");
}

struct str json_get_text(const struct json *map, const char *key)
{
    return json_text(json_get(map, key));
}

bool json_get_whole(const struct json *map, const char *key, int64_t *out)
{
    const struct json *node = json_get(map, key);
    if (!node || node->kind != JSON_WHOLE)
        return false;
    *out = node->whole;
    return true;
}

static void put_children(struct buf *out, const struct json *node)
{
    buf_char(out, node->kind == JSON_MAP ? '{' : '[');
    for (const struct json *child = node->first; child; child = child->next) {
        if (child != node->first)
            buf_chars(out, ", ");
        if (node->kind == JSON_MAP) {
            safe_json(out, child->key);
            buf_chars(out, ": ");
        }
        json_put(out, child);
    }
    buf_char(out, node->kind == JSON_MAP ? '}' : ']');
}

void json_put(struct buf *out, const struct json *node)
{
    if (!node || node->kind == JSON_NOTHING)
        buf_chars(out, "null");
    else if (node->kind == JSON_BOOL)
        buf_chars(out, node->whole ? "true" : "false");
    else if (node->kind == JSON_WHOLE)
        buf_printf(out, "%lld", (long long)node->whole);
    else if (node->kind == JSON_BROKEN)
        buf_printf(out, "%.17g", node->broken);
    else if (node->kind == JSON_TEXT)
        safe_json(out, node->text);
    else
        put_children(out, node);
}
