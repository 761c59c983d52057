/* SPDX-License-Identifier: ISC */
/* Two actors who turn out to be one. Each list is joined in a step of its own, upon the file as it
 * reads by then; what no key is known for, and comments, go over as comments, so that not a word is
 * lost. */
#include "tags_merge.h"

#include "dossier/base/memory.h"
#include "dossier/yaml/edit.h"
#include "dossier/yaml/write.h"
#include "tags_edit.h"
#include "tags_item.h"

/* One step: the file as it reads now. */
struct step {
    struct arena *arena;
    struct str source;
    const struct yaml_node *root, *from, *into;
};

struct items {
    struct str *at;
    size_t len, cap;
};

static bool begin(struct step *step, const struct buf *source, const struct amendment *amendment,
                  struct error *error)
{
    struct yaml_failure failure;
    arena_clear(step->arena);
    step->source = arena_str(step->arena, buf_view(source));
    step->root = yaml_read(step->arena, step->source, &failure);
    step->from = step->root ? tags_item(step->root, amendment->actor, error) : NULL;
    step->into = step->from ? tags_item(step->root, amendment->into, error) : NULL;
    return step->into != NULL;
}

static void add_words(struct step *step, struct items *items, struct str words, bool in_full)
{
    struct buf item = {0};
    buf_chars(&item, in_full ? "{form: " : "");
    yaml_put_text(&item, words);
    buf_chars(&item, in_full ? ", when: named-in-full}" : "");
    *vec_add(step->arena, items) = arena_str(step->arena, buf_view(&item));
    buf_free(&item);
}

/* The words under KEY that the other has not yet, as its name or in its list. */
static void gather_words(struct step *step, const char *key, struct items *items)
{
    const struct yaml_node *list = yaml_get(step->from, key), *there = yaml_get(step->into, key);
    const struct yaml_node *child = list && list->kind == YAML_SCALAR ? list
                                    : list                            ? list->first
                                                                      : NULL;
    struct str name = str_trim(schema_text(yaml_get(step->into, "name")));
    for (; child; child = child == list ? NULL : child->next) {
        struct str words = child->kind == YAML_LIST ? STR("") : tags_item_words(child);
        if (words.len && !yaml_is_null(child) && !str_eq(words, name) &&
            !tags_item_find(there, words))
            add_words(step, items, words, child->kind == YAML_MAP);
    }
}

static void gather_names(struct step *step, const char *key, struct items *items)
{
    struct str name = str_trim(schema_text(yaml_get(step->from, "name")));
    const struct yaml_node *there = yaml_get(step->into, key);
    if (name.len && !tags_item_find(there, name) &&
        !str_eq(name, str_trim(schema_text(yaml_get(step->into, "name")))))
        add_words(step, items, name, false);
    gather_words(step, key, items);
}

static void put_role(struct buf *out, const struct yaml_node *role)
{
    for (const struct yaml_node *part = role->first; part; part = part->next) {
        size_t count = 0;
        struct arena *arena = arena_new();
        struct str *texts = schema_texts(arena, part, &count);
        buf_printf(out, "%.*s: ", STR_ARG(part->key->text));
        if (part->kind == YAML_LIST)
            yaml_put_texts(out, texts, count);
        else
            yaml_put_text(out, part->text);
        buf_char(out, '\n');
        arena_free(arena);
    }
}

static void gather_roles(struct step *step, const char *key, struct items *items)
{
    const struct yaml_node *roles = yaml_get(step->from, key);
    for (const struct yaml_node *role = roles ? roles->first : NULL; role; role = role->next) {
        struct buf item = {0};
        if (role->kind == YAML_MAP && role->first) {
            put_role(&item, role);
            *vec_add(step->arena, items) = arena_str(step->arena, buf_view(&item));
        }
        buf_free(&item);
    }
}

/* The id that goes, and those that went into it before. */
static void gather_ids(struct step *step, const char *key, struct items *items)
{
    add_words(step, items, schema_text(yaml_get(step->from, "id")), false);
    gather_words(step, key, items);
}

static const struct {
    const char *key;
    void (*gather)(struct step *step, const char *key, struct items *items);
} parts[] = {
    {"aliases", gather_names},
    {"demonyms", gather_words},
    {"roles", gather_roles},
    {"was", gather_ids},
};

static bool join(struct step *step, struct buf *source, size_t part, struct error *error)
{
    const char *key = parts[part].key;
    struct items items = {0};
    parts[part].gather(step, key, &items);
    return !items.len ||
           yaml_edit_append(source, step->root, step->into, key, tags_item_after(step->into, key),
                            items.at, items.len, error);
}

/* What stands under a key that is not an actor's, as comments. */
static void put_unknown(const struct step *step, struct buf *out)
{
    for (const struct yaml_node *child = step->from->first; child; child = child->next) {
        struct str lines = str_sub(step->source, child->key->start, child->end), line;
        while (!tags_item_knows(child->key->text) && str_split(&lines, '\n', &line))
            buf_printf(out, "# %.*s\n", STR_ARG(str_trim(line)));
    }
}

static bool keep_comments(struct step *step, struct buf *source, struct error *error)
{
    struct buf comments = {0};
    yaml_edit_remarks(step->source, step->from, &comments);
    put_unknown(step, &comments);
    bool ok = !comments.len ||
              yaml_edit_remark(source, step->root, step->into, buf_view(&comments), error);
    buf_free(&comments);
    return ok;
}

bool tags_merge(struct buf *source, const struct yaml_node *root, const struct amendment *amendment,
                struct error *error)
{
    struct step step = {.arena = arena_new()};
    bool ok = true;
    (void)root;
    for (size_t i = 0; i < COUNT(parts) && ok; i++)
        ok = begin(&step, source, amendment, error) && join(&step, source, i, error);
    ok = ok && begin(&step, source, amendment, error) && keep_comments(&step, source, error) &&
         begin(&step, source, amendment, error) &&
         yaml_edit_drop(source, step.root, yaml_get(step.root, "actors"), step.from, error);
    arena_free(step.arena);
    return ok;
}
