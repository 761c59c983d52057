/* SPDX-License-Identifier: ISC */
/* A tag stands in many notes, and each writer's file is written by that writer alone. So a tag is
 * renamed for all of them in one place: tags.yaml says what it was called before, and whoever reads
 * a note reads it under the name that is in force. */
#include "tags_names.h"

#include "dossier/base/memory.h"
#include "dossier/load/tags_file.h"
#include "dossier/yaml/edit.h"
#include "dossier/yaml/write.h"
#include "tags_edit.h"

enum { KEY_ID, KEY_DESCRIPTION, KEY_WAS };

static const struct schema_key keys[] = {
    [KEY_ID] = {"id", SCHEMA_TEXT, .required = true},
    [KEY_DESCRIPTION] = {"description", SCHEMA_TEXT},
    [KEY_WAS] = {"was", SCHEMA_TEXTS},
};

static bool read_entry(struct arena *arena, const struct schema_report *report,
                       const struct yaml_node *item, struct tag_entry *out)
{
    const struct yaml_node *values[COUNT(keys)];
    if (!schema_map(report, item, "a tag", keys, COUNT(keys), values))
        return false;
    *out = (struct tag_entry){.line = item->line + report->line_shift};
    out->name = arena_str(arena, str_trim(schema_text(values[KEY_ID])));
    out->description = arena_str(arena, str_trim(schema_text(values[KEY_DESCRIPTION])));
    out->was = schema_texts(arena, values[KEY_WAS], &out->was_count);
    for (size_t i = 0; i < out->was_count; i++)
        out->was[i] = arena_str(arena, out->was[i]);
    if (out->name.len)
        return true;
    schema_problem(report, values[KEY_ID], "bad-tag", "id: found nothing; a tag is allowed here");
    return false;
}

void tags_read_names(struct arena *arena, const struct schema_report *report,
                     const struct yaml_node *list, struct tags *tags)
{
    for (const struct yaml_node *item = list ? list->first : NULL; item; item = item->next) {
        struct tag_entry entry;
        if (!read_entry(arena, report, item, &entry))
            continue;
        if (tags_entry_of(tags, entry.name))
            schema_problem(report, item, "repeated-id",
                           "the tag \"%.*s\" stands here a second time; the first entry is taken",
                           STR_ARG(str_sub(entry.name, 0, 80)));
        else
            *vec_add(arena, &tags->entries) = entry;
    }
}

/* The entry of a tag as it is to be. */
struct wish {
    struct arena *arena;
    struct tag_entry entry;
    const struct yaml_node *old; /* NULL: it has none yet */
};

static struct wish find_wish(struct arena *arena, const struct yaml_node *root, struct str tag)
{
    struct wish wish = {.arena = arena, .entry = {.name = tag}};
    const struct yaml_node *list = yaml_get(root, "tags");
    for (const struct yaml_node *item = list ? list->first : NULL; item && !wish.old;
         item = item->next) {
        if (!str_eq(schema_text(yaml_get(item, "id")), tag))
            continue;
        wish.old = item;
        wish.entry.description = schema_text(yaml_get(item, "description"));
        wish.entry.was = schema_texts(arena, yaml_get(item, "was"), &wish.entry.was_count);
    }
    return wish;
}

static void drop_name(struct tag_entry *entry, struct str name)
{
    size_t kept = 0;
    for (size_t i = 0; i < entry->was_count; i++) {
        if (!str_eq(entry->was[i], name))
            entry->was[kept++] = entry->was[i];
    }
    entry->was_count = kept;
}

static void add_name(struct wish *wish, struct str name)
{
    struct tag_entry *entry = &wish->entry;
    struct str *names = arena_many(wish->arena, struct str, entry->was_count + 1);
    drop_name(entry, name);
    for (size_t i = 0; i < entry->was_count; i++)
        names[i] = entry->was[i];
    names[entry->was_count++] = name;
    entry->was = names;
}

/* Splices the entry in; one that says nothing any more is taken out. */
static bool carry_out(struct buf *source, const struct wish *wish, struct error *error)
{
    const struct tag_entry *entry = &wish->entry;
    struct buf item = {0};
    tags_edit_put(&item, "id", entry->name);
    if (entry->description.len)
        tags_edit_put(&item, "description", entry->description);
    if (entry->was_count) {
        buf_chars(&item, "was: ");
        yaml_put_texts(&item, entry->was, entry->was_count);
        buf_char(&item, '\n');
    }
    bool ok = true;
    if (!entry->description.len && !entry->was_count)
        ok = !wish->old || yaml_edit_remove(source, "tags", entry->name, error);
    else if (wish->old)
        ok = yaml_edit_replace(source, "tags", entry->name, buf_view(&item), error);
    else
        ok = yaml_edit_add(source, "tags", buf_view(&item), error);
    buf_free(&item);
    return ok;
}

/* What is asked of one tag. */
struct asked {
    struct str tag, text;
};

static bool describe(struct buf *source, const struct yaml_node *root, const void *context,
                     struct error *error)
{
    const struct asked *asked = context;
    struct arena *arena = arena_new();
    struct wish wish = find_wish(arena, root, asked->tag);
    wish.entry.description = asked->text;
    bool ok = carry_out(source, &wish, error);
    arena_free(arena);
    return ok;
}

/* TEXT is called TAG from now on. Renaming back takes the former name off its list first, or the
 * two would be each other's. */
static bool rename_to(struct buf *source, const struct yaml_node *root, const void *context,
                      struct error *error)
{
    const struct asked *asked = context;
    struct arena *arena = arena_new();
    struct wish to = find_wish(arena, root, asked->tag), from = find_wish(arena, root, asked->text);
    add_name(&to, asked->text);
    drop_name(&from.entry, asked->tag);
    bool ok = carry_out(source, &to, error) && (!from.old || carry_out(source, &from, error));
    arena_free(arena);
    return ok;
}

static bool part(struct buf *source, const struct yaml_node *root, const void *context,
                 struct error *error)
{
    const struct asked *asked = context;
    struct arena *arena = arena_new();
    struct wish to = find_wish(arena, root, asked->tag);
    size_t before = to.entry.was_count;
    drop_name(&to.entry, asked->text);
    bool ok = to.entry.was_count < before
                  ? carry_out(source, &to, error)
                  : error_set(error, "%s: #%.*s was never called #%.*s", TAGS_FILE,
                              STR_ARG(asked->tag), STR_ARG(asked->text));
    arena_free(arena);
    return ok;
}

bool tags_describe(const char *folder, struct str tag, struct str description, struct error *error)
{
    return tags_edit(folder, describe, &(struct asked){tag, str_trim(description)}, error);
}

bool tags_rename(const char *folder, struct str from, struct str to, struct error *error)
{
    if (str_eq(from, to))
        return error_set(error, "#%.*s is called so already", STR_ARG(to));
    return tags_edit(folder, rename_to, &(struct asked){to, from}, error);
}

bool tags_part(const char *folder, struct str from, struct str to, struct error *error)
{
    return tags_edit(folder, part, &(struct asked){to, from}, error);
}
