/* SPDX-License-Identifier: ISC */
/* The list under `actors:`. What is wrong costs the part it stands in: an alias, a role; an actor
 * is left out only where nothing says who it is, or where its id is another's. */
#include "tags_actors.h"

#include "dossier/base/memory.h"
#include "dossier/text/words.h"
#include "str_set.h"

#define MOST_MADE_IDS 100 /* actors without a right id that are given one: more is no slip */

enum { KEY_ID, KEY_NAME, KEY_KIND, KEY_ALIASES, KEY_DEMONYMS, KEY_ROLES, KEY_WAS };

static const struct schema_key keys[] = {
    [KEY_ID] = {"id", SCHEMA_TEXT, .required = true},
    [KEY_NAME] = {"name", SCHEMA_TEXT, .required = true},
    [KEY_KIND] = {"kind", SCHEMA_WORD, .allowed = ACTOR_KINDS},
    [KEY_ALIASES] = {"aliases", SCHEMA_LIST},
    [KEY_DEMONYMS] = {"demonyms", SCHEMA_TEXTS},
    [KEY_ROLES] = {"roles", SCHEMA_LIST},
    [KEY_WAS] = {"was", SCHEMA_TEXTS},
};

/* One reading of the list, and of the actor in hand. */
struct reading {
    struct arena *arena;
    const struct schema_report *report;
    struct tags *tags;
    struct str_set ids;
    size_t without_id;
    uint32_t actor;
    struct str_set names; /* the actor's names and demonyms */
};

static bool has_word(struct str text)
{
    struct buf key = {0};
    struct span word;
    size_t at = 0;
    bool found = words_next(text, &at, &word, &key);
    buf_free(&key);
    return found;
}

/* Adds what NODE, a scalar, holds as a form of the actor, unless SEEN has it already. */
static bool take_form(struct reading *r, const struct yaml_node *node, struct form form,
                      struct str_set *seen)
{
    struct str text = str_trim(node->text);
    if (!has_word(text)) {
        schema_problem(r->report, node, "bad-form",
                       "found \"%.*s\", which no text can hold as a word; a name with a letter or "
                       "digit is allowed here",
                       STR_ARG(str_sub(text, 0, 40)));
        return false;
    }
    text = arena_str(r->arena, text);
    if (!str_set_add(seen, text))
        return true;
    form.text = text;
    form.actor = r->actor;
    form.line = node->line + r->report->line_shift;
    form.column = node->column;
    *vec_add(r->arena, &r->tags->forms) = form;
    return true;
}

/* The forms of a list of texts, or of a single text. */
static void take_texts(struct reading *r, const struct yaml_node *node, struct form form,
                       struct str_set *seen)
{
    if (!node)
        return;
    if (node->kind == YAML_SCALAR)
        take_form(r, node, form, seen);
    for (const struct yaml_node *item = node->first; item; item = item->next) {
        if (item->kind == YAML_SCALAR && !yaml_is_null(item))
            take_form(r, item, form, seen);
    }
}

/* {form: Fix, when: named-in-full} */
static void take_conditional(struct reading *r, const struct yaml_node *item)
{
    static const struct schema_key parts[] = {
        {"form", SCHEMA_TEXT, .required = true},
        {"when", SCHEMA_WORD, .allowed = "named-in-full"},
    };
    const struct yaml_node *values[COUNT(parts)];
    if (!schema_map(r->report, item, "an alias", parts, COUNT(parts), values))
        return;
    /* a condition that was not understood is no reason to take the form everywhere */
    if (!values[1] && !yaml_is_null(yaml_get(item, "when")))
        return;
    take_form(r, values[0], (struct form){.kind = FORM_NAME, .in_full = values[1]}, &r->names);
}

static void take_aliases(struct reading *r, const struct yaml_node *list)
{
    for (const struct yaml_node *item = list ? list->first : NULL; item; item = item->next) {
        if (item->kind == YAML_MAP)
            take_conditional(r, item);
        else if (item->kind == YAML_SCALAR && !yaml_is_null(item))
            take_form(r, item, (struct form){.kind = FORM_NAME}, &r->names);
        else
            schema_problem(r->report, item, "wrong-type",
                           "aliases: found %s; a name or {form: NAME, when: named-in-full} is "
                           "allowed here",
                           item->kind == YAML_LIST ? "a list" : "nothing");
    }
}

enum { ROLE_TITLE, ROLE_FORMS, ROLE_FROM, ROLE_TO };

static const struct schema_key role_keys[] = {
    [ROLE_TITLE] = {"title", SCHEMA_TEXT, .required = true},
    [ROLE_FORMS] = {"forms", SCHEMA_TEXTS},
    [ROLE_FROM] = {"from", SCHEMA_DAY},
    [ROLE_TO] = {"to", SCHEMA_DAY},
};

/* The days of a role are right, or there are none: a role with false days would be given to the
 * wrong holder, so it is left out. */
static bool take_days(struct reading *r, const struct yaml_node *item,
                      const struct yaml_node *const *values, struct role *role)
{
    if ((!values[ROLE_FROM] && !yaml_is_null(yaml_get(item, "from"))) ||
        (!values[ROLE_TO] && !yaml_is_null(yaml_get(item, "to"))))
        return false;
    role->from = schema_day(values[ROLE_FROM]);
    role->to = schema_day(values[ROLE_TO]);
    if (role->from == DAY_NONE || role->to == DAY_NONE || role->from < role->to)
        return true;
    char from[DAY_TEXT], to[DAY_TEXT];
    day_iso(role->from, from);
    day_iso(role->to, to);
    schema_problem(
        r->report, values[ROLE_TO], "bad-day",
        "to: found %s, but the role begins on %s; the first day on which it is no longer "
        "held is allowed here",
        to, from);
    return false;
}

static void take_role(struct reading *r, const struct yaml_node *item)
{
    const struct yaml_node *values[COUNT(role_keys)];
    struct role role = {.actor = r->actor};
    if (!schema_map(r->report, item, "a role", role_keys, COUNT(role_keys), values) ||
        !take_days(r, item, values, &role))
        return;
    struct form form = {.kind = FORM_ROLE, .role = (uint32_t)r->tags->roles.len};
    struct str_set seen = {0};
    if (take_form(r, values[ROLE_TITLE], form, &seen)) {
        role.title = arena_str(r->arena, str_trim(values[ROLE_TITLE]->text));
        *vec_add(r->arena, &r->tags->roles) = role;
        take_texts(r, values[ROLE_FORMS], form, &seen);
    }
    str_set_free(&seen);
}

static bool is_id(struct str id)
{
    for (size_t i = 0; i < id.len; i++) {
        char c = id.at[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-')
            return false;
    }
    return id.len > 0;
}

/* False where the actor must be left out; *ID stays empty where one is to be made. */
static bool take_id(struct reading *r, const struct yaml_node *node, struct str *id)
{
    if (!node)
        return true;
    if (!is_id(node->text)) {
        schema_problem(r->report, node, "bad-id",
                       "id: found \"%.*s\"; small letters a-z, digits and hyphens are allowed here",
                       STR_ARG(str_sub(node->text, 0, 60)));
        return true;
    }
    *id = arena_str(r->arena, node->text);
    if (str_set_add(&r->ids, *id))
        return true;
    schema_problem(r->report, node, "repeated-id",
                   "id: another actor has the id \"%.*s\" already; each must have its own",
                   STR_ARG(*id));
    return false;
}

/* The name, or what may stand for it where it is missing. */
static struct str name_of(const struct reading *r, const struct yaml_node *name,
                          const struct actor *actor)
{
    if (schema_text(name).len)
        return arena_str(r->arena, str_trim(name->text));
    if (r->tags->forms.len > actor->first_form)
        return r->tags->forms.at[actor->first_form].text;
    return actor->id;
}

static void take_forms(struct reading *r, const struct yaml_node *const *values)
{
    if (values[KEY_NAME])
        take_form(r, values[KEY_NAME], (struct form){.kind = FORM_NAME}, &r->names);
    take_aliases(r, values[KEY_ALIASES]);
    take_texts(r, values[KEY_DEMONYMS], (struct form){.kind = FORM_DEMONYM}, &r->names);
    str_set_free(&r->names);
}

/* Some forms more find room behind those of ACTOR, so that the others keep their numbers. */
static void leave_room(struct reading *r, const struct actor *actor)
{
    uint32_t room = (actor->form_count / TAGS_SPARE + 1) * TAGS_SPARE;
    for (uint32_t i = actor->form_count; i < room; i++)
        *vec_add(r->arena, &r->tags->forms) = (struct form){.actor = r->actor};
}

static void take_actor(struct reading *r, const struct yaml_node *item)
{
    const struct yaml_node *values[COUNT(keys)];
    struct tags *tags = r->tags;
    struct actor actor = {.line = item->line + r->report->line_shift,
                          .first_form = (uint32_t)tags->forms.len};
    schema_map(r->report, item, "an actor", keys, COUNT(keys), values);
    if (item->kind != YAML_MAP || !take_id(r, values[KEY_ID], &actor.id) ||
        (!actor.id.len && ++r->without_id > MOST_MADE_IDS))
        return;
    int kind = schema_word(values[KEY_KIND], ACTOR_KINDS);
    actor.kind = kind < 0 ? ACTOR_PERSON : (enum actor_kind)kind;
    r->actor = (uint32_t)tags->len;
    take_forms(r, values);
    actor.name = name_of(r, values[KEY_NAME], &actor);
    if (!actor.name.len)
        return;
    const struct yaml_node *roles = values[KEY_ROLES];
    for (const struct yaml_node *role = roles ? roles->first : NULL; role; role = role->next)
        take_role(r, role);
    actor.form_count = (uint32_t)tags->forms.len - actor.first_form;
    leave_room(r, &actor);
    actor.was = schema_texts(r->arena, values[KEY_WAS], &actor.was_count);
    for (size_t i = 0; i < actor.was_count; i++)
        actor.was[i] = arena_str(r->arena, actor.was[i]);
    *vec_add(r->arena, tags) = actor;
}

/* Gives an id to those that have none; last, so that nobody's own is taken. */
static void make_ids(struct reading *r)
{
    for (size_t i = 0; r->without_id && i < r->tags->len; i++) {
        struct actor *actor = &r->tags->at[i];
        if (!actor->id.len)
            actor->id = tags_new_id(r->arena, r->tags, actor->name);
    }
}

void tags_read_actors(struct arena *arena, const struct schema_report *report,
                      const struct yaml_node *list, struct tags *tags)
{
    struct reading r = {.arena = arena, .report = report, .tags = tags};
    for (const struct yaml_node *item = list ? list->first : NULL; item; item = item->next)
        take_actor(&r, item);
    make_ids(&r);
    str_set_free(&r.ids);
}
