/* SPDX-License-Identifier: ISC */
#include "dossier/state/editline.h"

#include "dossier/base/memory.h"

#include <criterion/criterion.h>

/* Commands by letters: h l left and right, ^ $ home and end, < rubout, x delete, w word, k kill, u
 * d up and down, n newline. */
static enum command command_of(char c)
{
    static const struct {
        char letter;
        enum command command;
    } rows[] = {
        {'h', COMMAND_type_left},        {'l', COMMAND_type_right},  {'^', COMMAND_type_home},
        {'$', COMMAND_type_end},         {'<', COMMAND_type_rubout}, {'x', COMMAND_type_delete},
        {'w', COMMAND_type_word_rubout}, {'k', COMMAND_type_kill},   {'u', COMMAND_type_up},
        {'d', COMMAND_type_down},        {'n', COMMAND_type_newline}};
    for (size_t i = 0; i < COUNT(rows); i++)
        if (rows[i].letter == c)
            return rows[i].command;
    return COMMAND_NONE;
}

Test(editline, commands_edit_around_the_cursor)
{
    static const struct {
        const char *text, *commands, *expected;
    } rows[] = {
        {"abc", "<", "ab|"},
        {"abc", "h<", "a|c"},
        {"abc", "^x", "|bc"},
        {"abc", "^<", "|abc"},
        {"abc", "x", "abc|"},
        {"abc", "hh$", "abc|"},
        {"abc", "hhhhh", "|abc"},
        {"abc", "^llllll", "abc|"},
        {"one two", "w", "one |"},
        {"one two ", "w", "one |"},
        {"one", "ww", "|"},
        {"one two", "hhhk", "|two"},
        {"a\u0301b", "h<", "|b"},
        {"na\u0308ive", "^lxl", "ni|ve"},
        {"\U0001F1FA\U0001F1E6", "<", "|"},
        {"long line\nab\nlong again", "uu", "lo|ng line\nab\nlong again"},
        {"one\nlonger", "u", "one|\nlonger"},
        {"one\ntwo", "uhhd", "one\nt|wo"},
        {"one\ntwo", "^k", "one\n|two"},
        {"one\ntwo", "uud", "one\n|two"},
        {"one\ntwo", "ddd", "one\ntwo|"},
        {"one", "hn", "on\n|e"},
        {"one\ntwo", "^<", "one|two"},
        {"", "<xwkudhl", "|"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct editline line = {{0}, 0};
        editline_set(&line, str_of(rows[i].text));
        for (const char *c = rows[i].commands; *c; c++)
            cr_expect(editline_command(&line, command_of(*c)));
        buf_splice(&line.text, line.cursor, line.cursor, STR("|"));
        cr_expect(str_is(buf_view(&line.text), rows[i].expected), "%s %s: %s", rows[i].text,
                  rows[i].commands, line.text.at);
        editline_free(&line);
    }
}

Test(editline, only_characters_are_typed)
{
    struct editline line = {{0}, 0};
    static const key keys[] = {'a',        27,    4,   KEY_RUBOUT, KEY_ARROW_UP,
                               KEY_DELETE, 0x436, ' ', 0x1F600};
    for (size_t i = 0; i < COUNT(keys); i++)
        editline_type(&line, keys[i]);
    cr_expect(str_is(buf_view(&line.text), "aж \U0001F600"));
    editline_free(&line);
}

Test(editline, a_mark_typed_behind_a_letter_joins_it)
{
    struct editline line = {{0}, 0};
    editline_set(&line, STR("xe"));
    editline_command(&line, COMMAND_type_home);
    editline_type(&line, 'a');
    editline_type(&line, 0x301);
    cr_expect(str_is(buf_view(&line.text), "a\u0301xe"));
    cr_expect_eq(line.cursor, 3);
    editline_command(&line, COMMAND_type_rubout);
    cr_expect(str_is(buf_view(&line.text), "xe"));
    editline_free(&line);
}

Test(editline, other_commands_are_not_its_own)
{
    struct editline line = {{0}, 0};
    editline_set(&line, STR("abc"));
    cr_expect_not(editline_command(&line, COMMAND_next));
    cr_expect_not(editline_command(&line, COMMAND_NONE));
    cr_expect(str_is(buf_view(&line.text), "abc"));
    editline_free(&line);
}

Test(editline, what_is_too_long_is_left_out)
{
    struct editline line = {{0}, 0};
    struct buf much = {0};
    for (int i = 0; i < 1 << 20; i++)
        buf_char(&much, 'x');
    editline_insert(&line, buf_view(&much));
    editline_type(&line, 'y');
    cr_expect_eq(line.text.len, (size_t)1 << 20);
    buf_free(&much);
    editline_free(&line);
}
