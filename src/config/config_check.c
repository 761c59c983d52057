/* SPDX-License-Identifier: ISC */
#include "dossier/config/config_check.h"

#include "dossier/config/theme.h"

void config_bind(struct arena *arena, const struct config *config, struct keymap *out,
                 struct problems *problems)
{
    keymap_default(arena, out);
    for (size_t i = 0; i < config->keys.len; i++) {
        const struct config_key *bound = &config->keys.at[i];
        struct error error;
        if (!keymap_bind(out, bound->keys, bound->line, &error))
            problem_add(problems, SEVERITY_ERROR, bound->file, bound->row, bound->column, "bad-key",
                        "%s", error.text);
    }
}

void config_check_theme(struct arena *arena, const struct config *config, struct problems *problems)
{
    struct theme theme;
    struct error error;
    const struct config_place *place = &config->theme;
    if (!theme_find(arena, config->options.theme, &theme, problems, &error))
        problem_add(problems, SEVERITY_ERROR, place->file.len ? place->file : STR("config.yaml"),
                    place->row, place->column, "unknown-theme", "%s", error.text);
}
