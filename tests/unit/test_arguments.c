/* SPDX-License-Identifier: ISC */
#include "dossier/base/memory.h"
#include "dossier/verb/arguments.h"

#include <criterion/criterion.h>
#include <stdlib.h>

static const struct verb_option options[] = {
    {"tag", 't', "TAG", "a tag"},
    {"all", 'a', NULL, "all of them"},
    {0},
};

static const struct verb show = {
    .name = "show", .operands = "ARTICLE", .options = options, .least = 1, .most = 1};
static const struct verb list = {.name = "list", .operands = "", .flags = VERB_LISTS};
static const struct verb *const table[] = {&show, &list, NULL};

static struct arena *arena;

static void set_up(void)
{
    arena = arena_new();
    unsetenv("DOSSIER_DIR");
}

static void tear_down(void)
{
    arena_free(arena);
}

TestSuite(arguments, .init = set_up, .fini = tear_down);

/* LINE's words, parted by spaces. */
static bool read(const char *line, struct arguments *out, struct error *error)
{
    struct {
        char **at;
        size_t len, cap;
    } words = {0};
    struct str rest = str_of(line), word;
    while (str_split(&rest, ' ', &word))
        *vec_add(arena, &words) = (char *)arena_chars(arena, word);
    return arguments_read(arena, table, (int)words.len, words.at, out, error);
}

static void expect_read(const char *line, struct arguments *out)
{
    struct error error = {{0}};
    cr_assert(read(line, out, &error), "%s: %s", line, error.text);
}

static void expect_error(const char *line, const char *expected)
{
    struct arguments arguments;
    struct error error;
    cr_assert_not(read(line, &arguments, &error), "%s", line);
    cr_expect_str_eq(error.text, expected);
}

Test(arguments, options_of_the_program_stand_before_the_verb_or_behind_it)
{
    static const char *const lines[] = {"-C /tmp --notes=n list", "list -C /tmp --notes n",
                                        "-C/tmp list --notes=n", "--directory=/tmp --notes n list",
                                        "list --notes=other -C x -C /tmp --notes=n"};
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct arguments arguments;
        expect_read(lines[i], &arguments);
        cr_expect_eq(arguments.verb, &list);
        cr_expect_str_eq(arguments.path, "/tmp");
        cr_expect_str_eq(arguments.notes, "n");
    }
}

Test(arguments, options_of_a_verb_are_kept_in_their_order)
{
    struct arguments arguments;
    expect_read("show -t one x.txt --tag=two -a", &arguments);
    cr_assert_eq(arguments.given.len, 3);
    cr_expect_str_eq(arguments.given.at[0].value.at, "one");
    cr_expect_str_eq(arguments.given.at[1].value.at, "two");
    cr_expect_eq(arguments.given.at[2].option, &options[1]);
    cr_assert_eq(arguments.operands.len, 1);
    cr_expect(str_is(arguments.operands.at[0], "x.txt"));
}

Test(arguments, behind_two_dashes_nothing_is_an_option)
{
    struct arguments arguments;
    expect_read("show -- --tag", &arguments);
    cr_assert_eq(arguments.operands.len, 1);
    cr_expect(str_is(arguments.operands.at[0], "--tag"));
}

Test(arguments, a_path_that_is_there_is_read_and_a_verb_wins_over_it)
{
    struct arguments arguments;
    expect_read("/tmp", &arguments);
    cr_expect_null(arguments.verb);
    cr_expect_str_eq(arguments.path, "/tmp");
    expect_read("-", &arguments);
    cr_expect_str_eq(arguments.path, "-");
    expect_read("list", &arguments);
    cr_expect_eq(arguments.verb, &list);
}

Test(arguments, the_folder_is_named_by_option_then_environment_then_the_current_one)
{
    struct arguments arguments;
    expect_read("list", &arguments);
    cr_expect_str_eq(arguments.path, ".");
    setenv("DOSSIER_DIR", "/var", 1);
    expect_read("list", &arguments);
    cr_expect_str_eq(arguments.path, "/var");
    expect_read("list -C /tmp", &arguments);
    cr_expect_str_eq(arguments.path, "/tmp");
}

Test(arguments, what_is_unknown_is_answered_with_what_there_is)
{
    expect_error("lits",
                 "lits: no such verb, nor a file or folder of that name; verbs are show list");
    expect_error("--tag=x show x",
                 "--tag=x: no such option; there are --directory -C --notes --no-cache "
                 "--format --color --help -h --version");
    expect_error("show x --nope", "show: --nope: no such option; there are --tag -t --all -a "
                                  "--directory -C --notes --no-cache --color --help -h --version");
    expect_error("list -ah",
                 "list: -ah: no such option; there are --directory -C --notes --no-cache --format "
                 "--color --help -h --version");
}

Test(arguments, values_are_neither_missing_nor_too_many)
{
    expect_error("show x --tag", "--tag needs a value: --tag=TAG (a tag)");
    expect_error("show x --all=yes", "--all takes no value");
}

Test(arguments, the_number_of_operands_is_checked_with_the_usage)
{
    expect_error("show", "show: something is missing behind it; usage: dossier show ARTICLE");
    expect_error("show a b", "show: b is one too many; usage: dossier show ARTICLE");
    expect_error("list a", "list: a is one too many; usage: dossier list");
    struct arguments arguments;
    expect_read("show --help", &arguments);
    cr_expect(arguments.help);
}

Test(arguments, a_folder_and_a_verb_behind_it_are_told_apart)
{
    expect_error("/tmp list",
                 "list: too much behind a folder or file; with a verb, write dossier -C "
                 "/tmp VERB");
    expect_error("-C /tmp /var", "both -C /tmp and /var: name one folder or file");
}
