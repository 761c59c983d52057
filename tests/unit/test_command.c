/* SPDX-License-Identifier: ISC */
#include "dossier/command/command.h"
#include "dossier/command/key.h"

#include "dossier/base/memory.h"

#include <criterion/criterion.h>
#include <string.h>

Test(command, each_name_is_its_own_command)
{
    for (int i = 0; i < COMMAND_COUNT; i++)
        cr_expect_eq(command_find(str_of(command_table[i].name)), (enum command)i, "%s",
                     command_table[i].name);
}

Test(command, the_beginning_of_one_name_only_is_enough)
{
    cr_expect_eq(command_find(STR("concor")), COMMAND_concordance);
    cr_expect_eq(command_find(STR("note")), COMMAND_NONE, "several begin so");
    cr_expect_eq(command_find(STR("list")), COMMAND_list, "a whole name goes before beginnings");
    cr_expect_eq(command_find(STR("")), COMMAND_NONE);
    cr_expect_eq(command_find(STR("fly")), COMMAND_NONE);
}

Test(command, each_command_has_help_and_a_place)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        const struct command_row *row = &command_table[i];
        cr_expect(row->contexts != 0, "%s", row->name);
        cr_expect(strlen(row->help) > 3, "%s", row->name);
        cr_expect(row->help[strlen(row->help) - 1] != '.', "%s", row->name);
        for (int j = 0; j < i; j++)
            cr_expect(strcmp(row->name, command_table[j].name) != 0, "%s", row->name);
    }
}

Test(command, a_name_mistyped_brings_those_near_it)
{
    static const struct {
        const char *typed, *near;
    } rows[] = {
        {"concordence", "concordance"}, {"serach", "search"}, {"qiut", "quit"},
        {"next-a", "next-article"},     {"zzzzzz", ""},       {"", ""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = {0};
        command_nearest(str_of(rows[i].typed), &out);
        struct str first = buf_view(&out), name = {0};
        str_split(&first, ',', &name);
        cr_expect(str_is(name, rows[i].near), "%s: %.*s", rows[i].typed, STR_ARG(buf_view(&out)));
        buf_free(&out);
    }
}

Test(command, contexts_have_names)
{
    for (unsigned bit = 1; bit <= CONTEXT_EDITOR; bit <<= 1)
        cr_expect_str_neq(command_context_name(bit), "several");
    cr_expect_str_eq(command_context_name(CONTEXT_ALL), "all");
    cr_expect_str_eq(command_context_name(CONTEXT_TEXT | CONTEXT_LIST), "several");
}

Test(key, names_are_read_and_given_back)
{
    static const struct {
        const char *name;
        key key;
    } rows[] = {
        {"a", 'a'},
        {"Space", ' '},
        {"^D", 4},
        {"Tab", 9},
        {"Enter", 13},
        {"Esc", 27},
        {"Backspace", 127},
        {"PgDn", KEY_PAGE_DOWN},
        {"S-Tab", KEY_BACKTAB},
        {"^", '^'},
        {"ж", 0x436},
        {"'", '\''},
        {"Home", KEY_TO_HOME},
        {"^_", 31},
        {"林", 0x6797},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        key k = KEY_NOTHING;
        struct buf out = {0};
        cr_expect(key_parse(str_of(rows[i].name), &k) && k == rows[i].key, "%s", rows[i].name);
        key_name(rows[i].key, &out);
        cr_expect(str_is(buf_view(&out), rows[i].name), "%s: %s", rows[i].name, out.at);
        buf_free(&out);
    }
}

Test(key, what_is_no_key_is_refused)
{
    static const char *const rows[] = {"", "ab", "^@", "^1", "Spac", "\xff", "\n", "^AB"};
    key k;
    for (size_t i = 0; i < COUNT(rows); i++)
        cr_expect_not(key_parse(str_of(rows[i]), &k), "%s", rows[i]);
    cr_expect(key_parse(STR("^d"), &k) && k == 4, "small letters are as good");
    cr_expect(key_parse(STR("enter"), &k) && k == KEY_RETURN);
}

Test(key, letters_of_other_layouts_have_a_place)
{
    static const struct {
        const char *there;
        char here;
    } rows[] = {
        {"о", 'j'}, {"л", 'k'}, {"т", 'n'}, {"Т", 'N'}, {"й", 'q'}, {"я", 'z'}, {"ж", ';'},
        {"х", '['}, {"Ж", ':'}, {"і", 's'}, {"ξ", 'j'}, {"Ω", 'V'}, {"ח", 'j'}, {"ש", 'a'},
        {"ت", 'j'}, {"ش", 'a'}, {"№", '#'}, {"ў", 'o'}, {"Ё", '~'},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        key k = KEY_NOTHING;
        cr_assert(key_parse(str_of(rows[i].there), &k));
        cr_expect_eq(key_at_place(k), (key)rows[i].here, "%s", rows[i].there);
    }
    cr_expect_eq(key_at_place('j'), 'j');
    cr_expect_eq(key_at_place(0x6797), 0x6797);
    cr_expect_eq(key_at_place(KEY_PAGE_DOWN), KEY_PAGE_DOWN);
}
