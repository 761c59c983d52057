/* SPDX-License-Identifier: ISC */
#include "reader.h"

TestSuite(state_commands, .init = reader_begin_small, .fini = reader_end);

Test(state_commands, options_are_set_and_what_depends_on_them_follows)
{
    reader_command("set width 40");
    cr_expect_eq(reader.state.layout.text_width, 40);
    reader_keys("@ a d a Enter");
    size_t all = reader.state.thread.len;
    reader_command("set noroles");
    cr_expect_lt(reader.state.thread.len, all);
    reader_command("set width 4000");
    cr_expect_eq(reader.state.message_kind, MESSAGE_ERROR);
    reader_command("set");
    cr_expect_eq(reader.state.view, VIEW_INFO);
}

Test(state_commands, a_command_mistyped_brings_those_near_it)
{
    reader_command("concordence");
    cr_expect(reader_said("concordance"), "%.*s", STR_ARG(reader_says()));
    reader_command("next foo");
    cr_expect_eq(reader.state.message_kind, MESSAGE_ERROR);
    reader_command("mark ab");
    cr_expect_eq(reader.state.message_kind, MESSAGE_ERROR);
}

Test(state_commands, tab_completes_commands_and_what_they_want)
{
    static const struct {
        const char *typed, *completed;
    } rows[] = {{"conc", "concordance"},
                {"set wid", "set width "},
                {"set order men", "set order mentions"},
                {"actor ber", "actor Bert Oak"},
                {"export mark", "export markdown notes.md"},
                {"order tit", "order title"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        reader_keys(":");
        reader_type(rows[i].typed);
        for (int tabs = 0; tabs < 3; tabs++)
            reader_keys("Tab");
        cr_expect(str_is(buf_view(&reader.state.prompt.line.text), rows[i].completed), "%s: %.*s",
                  rows[i].typed, STR_ARG(buf_view(&reader.state.prompt.line.text)));
        reader_keys("Esc");
    }
}

Test(state_commands, lines_typed_before_come_again)
{
    reader_command("next");
    reader_command("list");
    reader_keys(":");
    reader_keys("Up");
    cr_expect(str_is(buf_view(&reader.state.prompt.line.text), "list"));
    reader_keys("Up Up");
    cr_expect(str_is(buf_view(&reader.state.prompt.line.text), "next"));
    reader_keys("Down Down");
    cr_expect_eq(reader.state.prompt.line.text.len, 0);
}

Test(state_commands, rubbing_out_the_empty_line_leaves_it)
{
    reader_keys("/ x Backspace Backspace");
    cr_expect_not(reader.state.prompt.open);
}

Test(state_commands, a_binding_of_the_users_brings_its_argument)
{
    struct error error;
    cr_assert(keymap_bind(&reader.state.keymap, STR("gt"), STR("actor Bert Oak"), &error));
    reader_keys("g t");
    cr_expect(str_is(reader.state.thread.name, "Bert Oak"));
    reader_keys("G g j");
    cr_expect_neq(reader.state.cursor.at, 0, "g alone acts once the next key tells");
}

Test(state_commands, a_digit_that_is_bound_still_goes_on_a_count)
{
    struct error error;
    cr_assert(keymap_bind(&reader.state.keymap, STR("0"), STR("last"), &error));
    reader_keys("1 0");
    cr_expect_eq(reader.state.count, 10);
    reader_keys("Esc 0");
    cr_expect(reader_at("Subscribe"));
}
