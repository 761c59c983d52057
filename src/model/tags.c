/* SPDX-License-Identifier: ISC */
/* Looking up actors by what a user calls them. */
#include "dossier/model/tags.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/text/fold.h"

#define LISTED 8 /* actors that an error names at most */

const char *actor_kind_name(enum actor_kind kind)
{
    static const char *const names[] = {
        [ACTOR_PERSON] = "person",     [ACTOR_ORGANISATION] = "organisation",
        [ACTOR_COUNTRY] = "country",   [ACTOR_PLACE] = "place",
        [ACTOR_OUTLET] = "outlet",     [ACTOR_GROUP] = "group",
        [ACTOR_TOPIC] = "topic",       [ACTOR_EVENT] = "event",
        [ACTOR_DOCUMENT] = "document",
    };
    return (size_t)kind < COUNT(names) ? names[kind] : "";
}

uint32_t tags_actor(const struct tags *tags, struct str id)
{
    for (uint32_t i = 0; i < tags->len; i++) {
        if (str_eq(tags->at[i].id, id))
            return i;
    }
    for (uint32_t i = 0; i < tags->len; i++) {
        for (size_t j = 0; j < tags->at[i].was_count; j++) {
            if (str_eq(tags->at[i].was[j], id))
                return i;
        }
    }
    return ACTOR_NONE;
}

struct str tags_id_now(const struct tags *tags, struct str id)
{
    uint32_t actor = id.len ? tags_actor(tags, id) : ACTOR_NONE;
    return actor == ACTOR_NONE ? id : tags->at[actor].id;
}

/* What a user may call an actor by, the first kind that fits wins. */
enum handle { HANDLE_ID, HANDLE_NAME, HANDLE_ALIAS, HANDLES };

/* The words asked for, as they are and folded. */
struct wanted {
    struct str words;
    struct buf key, other; /* OTHER is room for what it is compared with */
};

typedef bool (*fits)(struct wanted *wanted, struct str what);

static bool fits_exactly(struct wanted *wanted, struct str what)
{
    return str_eq(wanted->words, what);
}

static struct str fold_other(struct wanted *wanted, struct str what)
{
    buf_clear(&wanted->other);
    fold_key(what, &wanted->other);
    return buf_view(&wanted->other);
}

static bool fits_folded(struct wanted *wanted, struct str what)
{
    return str_eq(buf_view(&wanted->key), fold_other(wanted, what));
}

/* One holds the other, or they begin alike for half of what was asked. */
static bool fits_nearly(struct wanted *wanted, struct str what)
{
    struct str key = buf_view(&wanted->key), other = fold_other(wanted, what);
    size_t alike = 0;
    while (alike < key.len && alike < other.len && key.at[alike] == other.at[alike])
        alike++;
    return key.len > 1 && (alike > 1 && alike * 2 >= key.len ? true : str_find(other, key, 0) >= 0);
}

static bool is_called(const struct tags *tags, const struct actor *actor, enum handle handle,
                      struct wanted *wanted, fits fit)
{
    if (handle == HANDLE_ID)
        return fit(wanted, actor->id);
    if (handle == HANDLE_NAME)
        return fit(wanted, actor->name);
    for (uint32_t i = 0; i < actor->form_count; i++) {
        const struct form *form = &tags->forms.at[actor->first_form + i];
        if (form->kind == FORM_NAME && fit(wanted, form->text))
            return true;
    }
    return false;
}

/* Adds the ids of those called so to LIST; *FIRST is one of them. Their number. */
static size_t find_called(const struct tags *tags, unsigned handles, struct wanted *wanted,
                          fits fit, uint32_t *first, struct buf *list)
{
    size_t found = 0;
    buf_clear(list);
    for (uint32_t i = 0; i < tags->len; i++) {
        bool called = false;
        for (unsigned h = 0; h < HANDLES && !called; h++)
            called = (handles & 1u << h) && is_called(tags, &tags->at[i], h, wanted, fit);
        if (!called)
            continue;
        if (!found)
            *first = i;
        if (found < LISTED)
            buf_printf(list, "%s%.*s", found ? ", " : "", STR_ARG(tags->at[i].id));
        found++;
    }
    if (found > LISTED)
        buf_printf(list, " and %zu more", found - LISTED);
    return found;
}

static void set_unknown(const struct tags *tags, struct wanted *wanted, struct buf *list,
                        struct error *error)
{
    struct str words = str_sub(wanted->words, 0, 100);
    uint32_t first;
    if (!tags->len)
        error_set(error, "no actor \"%.*s\": tags.yaml names none yet", STR_ARG(words));
    else if (find_called(tags, 1u << HANDLE_ID | 1u << HANDLE_NAME | 1u << HANDLE_ALIAS, wanted,
                         fits_nearly, &first, list))
        error_set(error, "no actor \"%.*s\"; near it: %.*s (of %zu, `dossier actors` lists them)",
                  STR_ARG(words), STR_ARG(buf_view(list)), tags->len);
    else
        error_set(error, "no actor \"%.*s\" among %zu; `dossier actors` lists them", STR_ARG(words),
                  tags->len);
}

uint32_t tags_find(const struct tags *tags, struct str words, struct error *error)
{
    struct wanted wanted = {.words = str_trim(words)};
    struct buf list = {0};
    uint32_t actor = ACTOR_NONE;
    size_t found = 0;
    fold_key(wanted.words, &wanted.key);
    for (unsigned step = 0; step < 2 * HANDLES && wanted.words.len && !found; step++)
        found = find_called(tags, 1u << step % HANDLES, &wanted,
                            step < HANDLES ? fits_exactly : fits_folded, &actor, &list);
    if (found > 1)
        error_set(error, "\"%.*s\" is more than one actor: %.*s", STR_ARG(str_sub(words, 0, 100)),
                  STR_ARG(buf_view(&list)));
    else if (!found)
        set_unknown(tags, &wanted, &list, error);
    buf_free(&wanted.key);
    buf_free(&wanted.other);
    buf_free(&list);
    return found == 1 ? actor : ACTOR_NONE;
}

struct str tags_new_id(struct arena *arena, const struct tags *tags, struct str name)
{
    struct buf id = {0};
    struct letter letter;
    for (size_t at = 0; id.len < 60 && fold_next(name, &at, &letter);) {
        char c = letter.count && letter.folded[0] < 128 ? (char)letter.folded[0] : '\0';
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            buf_char(&id, c);
        else if (letter.class != LETTER_WORD && letter.class != LETTER_APOSTROPHE && id.len &&
                 id.at[id.len - 1] != '-')
            buf_char(&id, '-');
    }
    while (id.len && id.at[id.len - 1] == '-')
        id.len--;
    struct str stem = id.len ? arena_str(arena, buf_view(&id)) : STR("actor");
    buf_free(&id);
    struct str unique = stem;
    for (int n = 2; tags_actor(tags, unique) != ACTOR_NONE; n++)
        unique = arena_printf(arena, "%.*s-%d", STR_ARG(stem), n);
    return unique;
}

const struct tag_entry *tags_entry_of(const struct tags *tags, struct str tag)
{
    for (size_t i = 0; i < tags->entries.len; i++) {
        if (str_eq(tags->entries.at[i].name, tag))
            return &tags->entries.at[i];
    }
    return NULL;
}

/* The tag that TAG was renamed to, or NULL. */
static const struct tag_entry *renamed_to(const struct tags *tags, struct str tag)
{
    for (size_t i = 0; i < tags->entries.len; i++) {
        const struct tag_entry *entry = &tags->entries.at[i];
        for (size_t j = 0; j < entry->was_count; j++) {
            if (str_eq(entry->was[j], tag) && !str_eq(entry->name, tag))
                return entry;
        }
    }
    return NULL;
}

struct str tags_now(const struct tags *tags, struct str tag)
{
    const struct tag_entry *entry;
    for (size_t steps = 0; steps < tags->entries.len && (entry = renamed_to(tags, tag)); steps++)
        tag = entry->name;
    return tag;
}

void tags_name_all(const struct tags *tags, struct str *names, size_t *count)
{
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        struct str name = tags_now(tags, names[i]);
        bool has = false;
        for (size_t j = 0; j < kept; j++)
            has = has || str_eq(names[j], name);
        if (!has)
            names[kept++] = name;
    }
    *count = kept;
}

struct str tags_description(const struct tags *tags, struct str tag)
{
    const struct tag_entry *entry = tags_entry_of(tags, tag);
    if (!entry || entry->description.len)
        return entry ? entry->description : STR("");
    for (size_t i = 0; i < entry->was_count; i++) {
        const struct tag_entry *former = tags_entry_of(tags, entry->was[i]);
        if (former && former->description.len)
            return former->description;
    }
    return STR("");
}
