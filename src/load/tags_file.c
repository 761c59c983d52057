/* SPDX-License-Identifier: ISC */
/* The top of tags.yaml. The tree of the file is thrown away after reading: all that is taken is
 * copied. */
#include "dossier/load/tags_file.h"

#include "dossier/base/memory.h"
#include "str_set.h"
#include "tags_actors.h"
#include "tags_names.h"

enum { KEY_TITLE, KEY_ACTORS, KEY_ARTICLES, KEY_TAGS };

static const struct schema_key keys[] = {
    [KEY_TITLE] = {"title", SCHEMA_TEXT},
    [KEY_ACTORS] = {"actors", SCHEMA_LIST},
    [KEY_ARTICLES] = {"articles", SCHEMA_MAP},
    [KEY_TAGS] = {"tags", SCHEMA_LIST},
};

static void read_articles(struct arena *arena, const struct schema_report *report,
                          const struct yaml_node *map, struct tags_entries *entries)
{
    struct str_set seen = {0};
    for (const struct yaml_node *child = map ? map->first : NULL; child; child = child->next) {
        const struct yaml_node *key = child->key;
        if (!str_set_add(&seen, key->text)) {
            schema_problem(report, key, "repeated-key",
                           "the article \"%.*s\" stands here a second time; the first entry is "
                           "taken",
                           STR_ARG(str_sub(key->text, 0, 200)));
            continue;
        }
        struct tags_entry *entry = vec_add(arena, entries);
        entry->path = arena_str(arena, key->text);
        entry->line = key->line + report->line_shift;
        entry->column = key->column;
        entry->facts = FACTS_NONE;
        if (!yaml_is_null(child))
            tags_read_facts(arena, report, child, &entry->facts);
    }
    str_set_free(&seen);
}

void tags_read(struct arena *arena, struct str source, struct str file, struct tags *tags,
               struct tags_entries *entries, struct problems *problems)
{
    struct arena *scratch = arena_new();
    struct yaml_failure failure = {0};
    const struct yaml_node *root = yaml_read(scratch, source, &failure);
    if (root) {
        struct schema_report report = {.problems = problems, .file = file};
        const struct yaml_node *values[COUNT(keys)];
        schema_map(&report, root, "tags.yaml", keys, COUNT(keys), values);
        tags->title = arena_str(arena, str_trim(schema_text(values[KEY_TITLE])));
        tags_read_actors(arena, &report, values[KEY_ACTORS], tags);
        tags_read_names(arena, &report, values[KEY_TAGS], tags);
        read_articles(arena, &report, values[KEY_ARTICLES], entries);
    } else {
        problem_add(problems, SEVERITY_ERROR, file, failure.line, failure.column, "bad-yaml", "%s",
                    failure.error.text);
    }
    arena_free(scratch);
}
