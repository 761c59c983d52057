/* SPDX-License-Identifier: ISC */
#include "dossier/config/config_file.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/command/keymap.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct arena *arena;
static struct problems problems;
static struct config config;

static void begin(void)
{
    arena = arena_new();
    problems = (struct problems){.arena = arena};
    config_default(arena, &config);
    setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
    setenv("DOSSIER_THEMES", SOURCE_ROOT "/themes", 1);
}

static void end(void)
{
    arena_free(arena);
}

TestSuite(config, .init = begin, .fini = end);

static void read_config(const char *source)
{
    config_read(arena, str_of(source), STR("config.yaml"), &config, &problems);
}

Test(config, options_and_keys_are_taken)
{
    read_config("theme: sun\nwidth: 60\nlinear: on\norder: title\nkeys:\n  gt: 'tag #paris'\n"
                "  \"^X\": quit\n  x: ~\n");
    cr_assert_eq(problems.len, 0, "%s", problems.at[0].message.at);
    cr_expect(str_is(config.options.theme, "sun"));
    cr_expect_eq(config.options.width, 60);
    cr_expect(config.options.linear);
    cr_expect(str_is(config.options.order, "title"));
    cr_assert_eq(config.keys.len, 3);
    cr_expect(str_is(config.keys.at[0].keys, "gt"));
    cr_expect(str_is(config.keys.at[0].line, "tag #paris"));
    cr_expect_eq(config.keys.at[0].row, 6);
    cr_expect_eq(config.keys.at[0].column, 3);
    cr_expect(str_is(config.keys.at[0].file, "config.yaml"));
    cr_expect_eq(config.keys.at[2].line.len, 0);
}

Test(config, what_is_wrong_is_told_and_the_rest_taken)
{
    static const struct {
        const char *source;
        int line, column;
        const char *words;
    } cases[] = {
        {"linear: yes\nwidth: 10\n", 2, 8, "found \"10\"; allowed is 20 to 200"},
        {"linear: yes\nwidth: wide\n", 2, 8, "a whole number is allowed here"},
        {"linear: yes\norder: size\n", 2, 8, "allowed are date, title, source, mentions, unread"},
        {"linear: yes\nthem: sun\n", 2, 1, "did you mean \"theme\"?"},
        {"linear: yes\ncolors: 8\n", 2, 1, "did you mean \"colours\"?"},
        {"linear: yes\nkeys: [a]\n", 2, 7, "found a list, a map is allowed here"},
        {"linear: yes\nkeys: {a: [b]}\n", 2, 11, "found a list; a command is allowed here"},
        {"linear: yes\nmouse: [yes]\n", 2, 8, "true or false"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        problems.len = 0;
        config_default(arena, &config);
        read_config(cases[i].source);
        cr_expect(config.options.linear);
        cr_expect_eq(config.options.width, 72);
        cr_assert_eq(problems.len, 1, "%s", cases[i].source);
        cr_expect_eq(problems.at[0].line, cases[i].line, "%s", cases[i].source);
        cr_expect_eq(problems.at[0].column, cases[i].column, "%s", cases[i].source);
        cr_expect_not_null(strstr(problems.at[0].message.at, cases[i].words), "%s",
                           problems.at[0].message.at);
    }
    problems.len = 0;
    read_config("a: [");
    cr_expect_eq(problems.len, 1);
}

Test(config, without_a_file_all_is_as_at_first)
{
    config_load(arena, &config, &problems);
    cr_expect_eq(problems.len, 0);
    cr_expect_eq(config.keys.len, 0);
    cr_expect_eq(config.options.width, 72);
}

static const char *write_config(const char *text)
{
    struct error error;
    char *folder = arena_get(arena, 40);
    strcpy(folder, "/tmp/dossier-config-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
    setenv("XDG_CONFIG_HOME", folder, 1);
    const char *own = path_join(arena, folder, "dossier");
    cr_assert(file_make_folder(own, 0700, &error), "%s", error.text);
    cr_assert(file_create(path_join(arena, own, "config.yaml"), str_of(text), 0600, &error));
    return folder;
}

static void remove_folder(const char *folder)
{
    cr_assert_eq(system(arena_printf(arena, "rm -r %s", folder).at), 0);
}

Test(config, the_users_keys_come_behind_those_of_the_preset)
{
    const char *folder = write_config("preset: vim\nkeys: {gg: last}\nnone: 1\n");
    config_load(arena, &config, &problems);
    cr_assert_gt(config.keys.len, 5);
    const struct config_key *last = &config.keys.at[config.keys.len - 1];
    cr_expect(str_is(last->keys, "gg") && str_is(last->line, "last"));
    cr_expect(str_ends(config.keys.at[0].file, STR("keys-vim.yaml")));
    cr_assert_eq(problems.len, 1);
    cr_expect(str_ends(problems.at[0].file, STR("dossier/config.yaml")));
    remove_folder(folder);
}

Test(config, an_unknown_preset_is_told_and_the_keys_are_kept)
{
    const char *folder = write_config("preset: emacs\nkeys: {gg: last}\n");
    config_load(arena, &config, &problems);
    cr_assert_eq(problems.len, 1);
    cr_expect_not_null(strstr(problems.at[0].message.at,
                              "no preset \"emacs\" of keys; there are default, less, vim; "));
    cr_expect_eq(config.keys.len, 1);
    remove_folder(folder);
}

static void binds_all(void)
{
    struct keymap keymap;
    struct error error;
    keymap_default(arena, &keymap);
    for (size_t i = 0; i < config.keys.len; i++)
        cr_expect(keymap_bind(&keymap, config.keys.at[i].keys, config.keys.at[i].line, &error),
                  "%.*s: %s", STR_ARG(config.keys.at[i].keys), error.text);
}

Test(config, the_presets_are_right_and_only_hold_keys)
{
    size_t count;
    struct str *names = config_presets(arena, &count);
    cr_assert_eq(count, 3);
    cr_expect(str_is(names[0], "default") && str_is(names[1], "less") && str_is(names[2], "vim"));
    for (size_t i = 1; i < count; i++) {
        const char *folder =
            write_config(arena_printf(arena, "preset: %.*s\n", STR_ARG(names[i])).at);
        config_load(arena, &config, &problems);
        cr_expect_eq(problems.len, 0, "%s", problems.len ? problems.at[0].message.at : "");
        cr_expect_gt(config.keys.len, 10);
        binds_all();
        remove_folder(folder);
    }
}
