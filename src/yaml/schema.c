/* SPDX-License-Identifier: ISC */
/* One walk over a map against its table of keys. A breach costs the value it stands at and nothing
 * else: the reader opens with all that is right. */
#include "dossier/yaml/schema.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "near.h"
#include "source.h"

#include <stdarg.h>

static const char *const names_of_types[] = {
    [SCHEMA_TEXT] = "a text",
    [SCHEMA_TEXTS] = "a list of texts",
    [SCHEMA_LIST] = "a list",
    [SCHEMA_MAP] = "a map",
    [SCHEMA_DAY] = "a day as YYYY-MM-DD",
    [SCHEMA_WORD] = "a word",
    [SCHEMA_BOOL] = "true or false (yes or no, on or off)",
    [SCHEMA_NUMBER] = "a whole number",
};

/* Pairs, so that the index tells which: even is true. */
#define BOOL_WORDS "true false yes no on off"

void schema_problem(const struct schema_report *report, const struct yaml_node *node,
                    const char *code, const char *format, ...)
{
    struct buf message = {0};
    va_list args;
    va_start(args, format);
    buf_vprintf(&message, format, args);
    va_end(args);
    problem_add(report->problems, SEVERITY_ERROR, report->file,
                (node ? node->line : 1) + report->line_shift, node ? node->column : 1, code, "%.*s",
                STR_ARG(buf_view(&message)));
    buf_free(&message);
}

/* "a list", "nothing", "“x”": what stands there, for a message. */
static void put_found(struct buf *out, const struct yaml_node *node)
{
    if (node->kind == YAML_LIST)
        buf_chars(out, "a list");
    else if (node->kind == YAML_MAP)
        buf_chars(out, "a map");
    else if (yaml_is_null(node))
        buf_chars(out, "nothing");
    else
        buf_printf(out, "\"%.*s%s\"", STR_ARG(source_cut(node->text)),
                   source_cut(node->text).len < node->text.len ? "…" : "");
}

static bool report_type(const struct schema_report *report, const struct yaml_node *node,
                        const char *name, const char *allowed)
{
    struct buf found = {0};
    put_found(&found, node);
    schema_problem(report, node, "wrong-type", "%s: found %.*s, %s is allowed here", name,
                   STR_ARG(buf_view(&found)), allowed);
    buf_free(&found);
    return false;
}

static int find_word(struct str text, const char *allowed, bool any_case)
{
    struct str rest = str_of(allowed), word;
    for (int i = 0; str_split(&rest, ' ', &word);) {
        if (!word.len)
            continue;
        if (any_case ? str_eq_nocase(word, text) : str_eq(word, text))
            return i;
        i++;
    }
    return -1;
}

static void put_hint(struct buf *out, struct str text, const struct str *allowed, size_t count)
{
    int near = near_word(text, allowed, count);
    if (near >= 0)
        buf_printf(out, "did you mean \"%.*s\"? ", STR_ARG(allowed[near]));
    buf_chars(out, count == 1 ? "allowed is " : "allowed are ");
    for (size_t i = 0; i < count; i++)
        buf_printf(out, "%s%.*s", i ? ", " : "", STR_ARG(allowed[i]));
}

static bool report_word(const struct schema_report *report, const struct yaml_node *node,
                        const struct schema_key *key)
{
    struct {
        struct str *at;
        size_t len, cap;
    } words = {0};
    struct str rest = str_of(key->allowed), word;
    while (str_split(&rest, ' ', &word)) {
        if (word.len)
            *vec_add(report->problems->arena, &words) = word;
    }
    struct buf message = {0};
    buf_printf(&message, "%s: found ", key->name);
    put_found(&message, node);
    buf_chars(&message, "; ");
    put_hint(&message, node->text, words.at, words.len);
    schema_problem(report, node, "bad-word", "%.*s", STR_ARG(buf_view(&message)));
    buf_free(&message);
    return false;
}

static bool check_texts(const struct schema_report *report, const struct yaml_node *node,
                        const char *name)
{
    if (node->kind == YAML_MAP)
        return report_type(report, node, name, names_of_types[SCHEMA_TEXTS]);
    for (const struct yaml_node *item = node->first; item; item = item->next) {
        if (item->kind != YAML_SCALAR || yaml_is_null(item))
            report_type(report, item, name, names_of_types[SCHEMA_TEXT]);
    }
    return true;
}

static bool check_scalar(const struct schema_report *report, const struct yaml_node *node,
                         const struct schema_key *key)
{
    day d;
    long n;
    switch (key->type) {
    case SCHEMA_DAY:
        if (day_parse(node->text, &d))
            return true;
        schema_problem(report, node, "bad-day", "%s: %.*s is no day; YYYY-MM-DD is allowed here",
                       key->name, STR_ARG(source_cut(node->text)));
        return false;
    case SCHEMA_WORD:
        return find_word(node->text, key->allowed, false) >= 0 || report_word(report, node, key);
    case SCHEMA_BOOL:
        return find_word(node->text, BOOL_WORDS, true) >= 0 ||
               report_type(report, node, key->name, names_of_types[key->type]);
    case SCHEMA_NUMBER:
        return str_number(node->text, &n) ||
               report_type(report, node, key->name, names_of_types[key->type]);
    default:
        return true;
    }
}

static bool check_value(const struct schema_report *report, const struct yaml_node *node,
                        const struct schema_key *key)
{
    if (key->type == SCHEMA_TEXTS)
        return check_texts(report, node, key->name);
    enum yaml_kind kind = key->type == SCHEMA_LIST  ? YAML_LIST
                          : key->type == SCHEMA_MAP ? YAML_MAP
                                                    : YAML_SCALAR;
    if (node->kind != kind)
        return report_type(report, node, key->name, names_of_types[key->type]);
    return kind != YAML_SCALAR || check_scalar(report, node, key);
}

static void report_unknown(const struct schema_report *report, const struct yaml_node *key,
                           const char *what, const struct schema_key *keys, size_t count)
{
    struct str *names = arena_many(report->problems->arena, struct str, count + 1);
    for (size_t i = 0; i < count; i++)
        names[i] = str_of(keys[i].name);
    struct buf message = {0};
    buf_printf(&message, "unknown key \"%.*s\" in %s; ", STR_ARG(source_cut(key->text)), what);
    put_hint(&message, key->text, names, count);
    schema_problem(report, key, "unknown-key", "%.*s", STR_ARG(buf_view(&message)));
    buf_free(&message);
}

static size_t find_key(struct str name, const struct schema_key *keys, size_t count)
{
    size_t i = 0;
    while (i < count && !str_is(name, keys[i].name))
        i++;
    return i;
}

/* SEEN: for each of the keys, where it first stood. */
static void take_child(const struct schema_report *report, const struct yaml_node *child,
                       const char *what, const struct schema_key *keys, size_t count,
                       const struct yaml_node **seen, const struct yaml_node **values)
{
    size_t i = find_key(child->key->text, keys, count);
    if (i == count) {
        report_unknown(report, child->key, what, keys, count);
    } else if (seen[i]) {
        schema_problem(report, child->key, "repeated-key",
                       "the key \"%s\" stands in %s a second time; the first, in line %d, is taken",
                       keys[i].name, what, seen[i]->line + report->line_shift);
    } else {
        seen[i] = child->key;
        if (!yaml_is_null(child) && check_value(report, child, &keys[i]))
            values[i] = child;
    }
}

bool schema_map(const struct schema_report *report, const struct yaml_node *map, const char *what,
                const struct schema_key *keys, size_t count, const struct yaml_node **values)
{
    for (size_t i = 0; i < count; i++)
        values[i] = NULL;
    if (!map || map->kind != YAML_MAP)
        return map && report_type(report, map, what, "a map (lines of \"key: value\")");
    const struct yaml_node **seen =
        arena_many(report->problems->arena, const struct yaml_node *, count + 1);
    for (const struct yaml_node *child = map->first; child; child = child->next)
        take_child(report, child, what, keys, count, seen, values);
    bool complete = true;
    for (size_t i = 0; i < count; i++) {
        if (!keys[i].required || values[i])
            continue;
        complete = false;
        if (!seen[i] || yaml_is_null(yaml_get(map, keys[i].name)))
            schema_problem(report, seen[i] ? seen[i] : map, "missing-key",
                           "%s: the key \"%s\" is missing; it must stand there, with %s", what,
                           keys[i].name, names_of_types[keys[i].type]);
    }
    return complete;
}

struct str schema_text(const struct yaml_node *node)
{
    return node && node->kind == YAML_SCALAR && !yaml_is_null(node) ? node->text : STR("");
}

struct str *schema_texts(struct arena *arena, const struct yaml_node *node, size_t *count)
{
    struct {
        struct str *at;
        size_t len, cap;
    } texts = {0};
    bool single = node && node->kind == YAML_SCALAR;
    const struct yaml_node *item = single ? node : node ? node->first : NULL;
    for (; item; item = single ? NULL : item->next) {
        if (item->kind == YAML_SCALAR && !yaml_is_null(item))
            *vec_add(arena, &texts) = item->text;
    }
    *count = texts.len;
    return texts.at;
}

day schema_day(const struct yaml_node *node)
{
    day d;
    return node && day_parse(node->text, &d) ? d : DAY_NONE;
}

long schema_number(const struct yaml_node *node, long otherwise)
{
    long n;
    return node && str_number(node->text, &n) ? n : otherwise;
}

int schema_word(const struct yaml_node *node, const char *allowed)
{
    return node ? find_word(node->text, allowed, false) : -1;
}
