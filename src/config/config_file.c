/* SPDX-License-Identifier: ISC */
#include "dossier/config/config_file.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/yaml/schema.h"
#include "files.h"

#define KEYS OPTION_COUNT
#define PRESET STR("keys-")

static const enum schema_type types[] = {
    [OPTION_TEXT] = SCHEMA_TEXT,
    [OPTION_WORD] = SCHEMA_WORD,
    [OPTION_NUMBER] = SCHEMA_NUMBER,
    [OPTION_BOOL] = SCHEMA_BOOL,
};

void config_default(struct arena *arena, struct config *out)
{
    *out = (struct config){0};
    options_default(arena, &out->options);
}

static void take_keys(struct arena *arena, const struct schema_report *report,
                      const struct yaml_node *map, struct config *config)
{
    for (const struct yaml_node *child = map->first; child; child = child->next) {
        if (child->kind != YAML_SCALAR) {
            schema_problem(report, child, "wrong-type",
                           "found a %s; a command is allowed here, as behind \":\"",
                           child->kind == YAML_LIST ? "list" : "map");
            continue;
        }
        *vec_add(arena, &config->keys) = (struct config_key){
            .keys = child->key->text,
            .line = schema_text(child),
            .file = arena_str(arena, report->file),
            .row = child->key->line,
            .column = child->key->column,
        };
    }
}

static void take_option(const struct schema_report *report, const struct yaml_node *node,
                        enum option option, struct config *config)
{
    struct error error;
    if (!options_set(&config->options, str_of(option_table[option].name), schema_text(node),
                     &error))
        schema_problem(report, node, "bad-value", "%s", error.text);
}

void config_read(struct arena *arena, struct str source, struct str file, struct config *config,
                 struct problems *problems)
{
    struct schema_key keys[OPTION_COUNT + 1];
    const struct yaml_node *values[OPTION_COUNT + 1];
    struct schema_report report = {problems, file, 0};
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_row *row = &option_table[i];
        keys[i] = (struct schema_key){row->name, types[row->type], false, row->allowed};
    }
    keys[KEYS] = (struct schema_key){"keys", SCHEMA_MAP, false, NULL};
    struct yaml_failure failure;
    const struct yaml_node *root = yaml_read(arena, source, &failure);
    if (!root) {
        problem_add(problems, SEVERITY_ERROR, file, failure.line, failure.column, "bad-yaml", "%s",
                    failure.error.text);
        return;
    }
    schema_map(&report, root, "the config", keys, COUNT(keys), values);
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (values[i])
            take_option(&report, values[i], (enum option)i, config);
    }
    const struct yaml_node *theme = values[OPTION_IS_theme];
    if (theme)
        config->theme = (struct config_place){file, theme->line, theme->column};
    if (values[KEYS])
        take_keys(arena, &report, values[KEYS], config);
}

struct str *config_presets(struct arena *arena, size_t *count)
{
    struct {
        struct str *at;
        size_t len, cap;
    } names = {0};
    size_t files;
    struct str *found = files_names(arena, PRESET, &files);
    *vec_add(arena, &names) = STR("default");
    for (size_t i = 0; i < files; i++)
        *vec_add(arena, &names) = found[i];
    *count = names.len;
    return names.at;
}

static void tell_no_preset(struct arena *arena, struct str name, struct problems *problems)
{
    struct buf names = {0};
    size_t count;
    struct str *all = config_presets(arena, &count);
    for (size_t i = 0; i < count; i++)
        buf_printf(&names, "%s%.*s", i ? ", " : "", STR_ARG(all[i]));
    problem_add(
        problems, SEVERITY_ERROR, STR("config.yaml"), 0, 0, "unknown-preset",
        "there is no preset \"%.*s\" of keys; there are %.*s; a file keys-NAME.yaml among your "
        "themes adds one",
        STR_ARG(str_sub(name, 0, 40)), STR_ARG(buf_view(&names)));
    buf_free(&names);
}

static void add_preset(struct arena *arena, struct config *config, struct problems *problems)
{
    struct str name = config->options.preset;
    if (str_is(name, "default") || !name.len)
        return;
    struct buf source = {0};
    struct str file;
    struct config preset;
    config_default(arena, &preset);
    if (files_find(arena, arena_printf(arena, "keys-%.*s", STR_ARG(name)), &source, &file,
                   problems))
        config_read(arena, buf_view(&source), file, &preset, problems);
    else
        tell_no_preset(arena, name, problems);
    buf_free(&source);
    for (size_t i = 0; i < config->keys.len; i++)
        *vec_add(arena, &preset.keys) = config->keys.at[i];
    config->keys = preset.keys;
}

void config_load(struct arena *arena, struct config *out, struct problems *problems)
{
    config_default(arena, out);
    const char *folder = path_xdg(arena, XDG_CONFIG);
    const char *path = folder ? path_join(arena, folder, "config.yaml") : NULL;
    struct buf source = {0};
    struct error error;
    if (path && file_exists(path)) {
        if (file_read_named(path, CONFIG_LARGEST, &source, &error))
            config_read(arena, buf_view(&source), str_of(path), out, problems);
        else
            problem_add(problems, SEVERITY_ERROR, str_of(path), 0, 0, "unreadable", "%s",
                        error.text);
    }
    buf_free(&source);
    add_preset(arena, out, problems);
}
