/* SPDX-License-Identifier: ISC */
/* Searches are not in tags.yaml, for they say nothing of actors or articles: saving one must not
 * make anything be read again. They lie in the dossier, so that who shares it shares them. */
#include "dossier/load/searches_file.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/search/query.h"
#include "dossier/yaml/edit.h"
#include "dossier/yaml/schema.h"
#include "tags_edit.h"

#define HEAD "# Searches of this dossier by their names; dossier-search(5) tells the keys.\n"

enum { KEY_ID, KEY_QUERY };

static const struct schema_key keys[] = {
    [KEY_ID] = {"id", SCHEMA_TEXT, .required = true},
    [KEY_QUERY] = {"query", SCHEMA_TEXT, .required = true},
};

static void read_search(struct arena *arena, const struct schema_report *report,
                        const struct yaml_node *item, struct saved_searches *out)
{
    const struct yaml_node *values[COUNT(keys)];
    struct error error;
    if (!schema_map(report, item, "a search", keys, COUNT(keys), values))
        return;
    struct str name = str_trim(schema_text(values[KEY_ID]));
    if (!saved_name_is_good(name, &error))
        schema_problem(report, values[KEY_ID], "bad-name", "id: %s", error.text);
    else if (saved_find(out, name))
        schema_problem(report, values[KEY_ID], "repeated-id",
                       "the search \"%.*s\" stands here a second time; the first one is taken",
                       STR_ARG(name));
    else
        *vec_add(arena, out) = (struct saved_search){
            arena_str(arena, name), arena_str(arena, str_trim(schema_text(values[KEY_QUERY]))),
            item->line};
}

static void read_list(struct arena *arena, const struct schema_report *report,
                      const struct yaml_node *root, struct saved_searches *out)
{
    static const struct schema_key top[] = {{"searches", SCHEMA_LIST}};
    const struct yaml_node *list;
    schema_map(report, root, "searches.yaml", top, 1, &list);
    for (const struct yaml_node *item = list ? list->first : NULL; item; item = item->next)
        read_search(arena, report, item, out);
}

/* Any of them may name another, so they are tried when all are known. */
static void try_queries(const struct library *library, const struct saved_searches *saved,
                        struct problems *problems)
{
    for (size_t i = 0; i < saved->len; i++) {
        struct arena *scratch = arena_new();
        struct error error;
        if (!query_read(scratch, library, saved, saved->at[i].query, &error))
            problem_add(problems, SEVERITY_ERROR, STR(SEARCHES_FILE), saved->at[i].line, 1,
                        "bad-query", "the search “%.*s”: %s", STR_ARG(saved->at[i].name),
                        error.text);
        arena_free(scratch);
    }
}

void searches_read(struct arena *arena, const struct library *library, struct saved_searches *out,
                   struct problems *problems)
{
    struct arena *scratch = arena_new();
    const char *path = path_join(scratch, library->folder, SEARCHES_FILE);
    struct buf source = {0};
    struct yaml_failure failure = {.error.text = ""};
    *out = (struct saved_searches){0};
    if (!library->single && file_exists(path) &&
        file_read(path, YAML_LARGEST, &source, &failure.error)) {
        const struct yaml_node *root = yaml_read(scratch, buf_view(&source), &failure);
        struct schema_report report = {.problems = problems, .file = STR(SEARCHES_FILE)};
        if (root)
            read_list(arena, &report, root, out);
    }
    if (failure.error.text[0])
        problem_add(problems, SEVERITY_ERROR, STR(SEARCHES_FILE), failure.line, failure.column,
                    failure.line ? "bad-yaml" : "unreadable", "%s", failure.error.text);
    try_queries(library, out, problems);
    buf_free(&source);
    arena_free(scratch);
}

static bool is_there(const struct yaml_node *root, struct str name)
{
    const struct yaml_node *list = yaml_get(root, "searches");
    for (const struct yaml_node *item = list ? list->first : NULL; item; item = item->next)
        if (str_eq(schema_text(yaml_get(item, "id")), name))
            return true;
    return false;
}

static bool change(struct buf *source, const struct yaml_node *root, const void *context,
                   struct error *error)
{
    const struct saved_search *search = context;
    bool there = is_there(root, search->name);
    if (!search->query.len)
        return there
                   ? yaml_edit_remove(source, "searches", search->name, error)
                   : error_set(error, "there is no search “%.*s” any more", STR_ARG(search->name));
    struct buf item = {0};
    tags_edit_put(&item, "id", search->name);
    tags_edit_put(&item, "query", search->query);
    bool ok = there ? yaml_edit_replace(source, "searches", search->name, buf_view(&item), error)
                    : yaml_edit_add(source, "searches", buf_view(&item), error);
    buf_free(&item);
    return ok;
}

bool searches_save(const char *folder, struct str name, struct str query, struct error *error)
{
    struct saved_search search = {name, query, 0};
    return saved_name_is_good(name, error) &&
           tags_edit_file(folder, SEARCHES_FILE, HEAD, change, &search, error);
}
