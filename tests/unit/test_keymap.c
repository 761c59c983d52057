/* SPDX-License-Identifier: ISC */
#include "dossier/command/keymap.h"

#include "dossier/base/memory.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena *arena;
static struct keymap map;

static void begin(void)
{
    arena = arena_new();
    keymap_default(arena, &map);
}

static void end(void)
{
    arena_free(arena);
}

TestSuite(keymap, .init = begin, .fini = end);

/* The command of keys given as characters; COMMAND_NONE unless it is found. */
static enum command of(unsigned context, const char *keys)
{
    key at[KEYMAP_LONGEST];
    size_t count = 0;
    for (; keys[count]; count++)
        at[count] = (key)keys[count];
    const struct binding *found;
    return keymap_look(&map, context, at, count, &found) == KEYMAP_FOUND ? found->command
                                                                         : COMMAND_NONE;
}

static enum keymap_answer one(unsigned context, key k)
{
    const struct binding *found;
    return keymap_look(&map, context, &k, 1, &found);
}

static void bind(const char *keys, const char *line)
{
    struct error error = {{0}};
    cr_assert(keymap_bind(&map, str_of(keys), str_of(line), &error), "%s", error.text);
}

Test(keymap, no_key_of_the_table_means_two_things_in_one_place)
{
    for (size_t i = 0; i < map.len; i++)
        for (size_t j = 0; j < i; j++) {
            const struct binding *a = &map.at[i], *b = &map.at[j];
            size_t least = a->length < b->length ? a->length : b->length;
            bool same = !memcmp(a->keys, b->keys, least * sizeof(key));
            cr_expect(!same || !(a->contexts & b->contexts), "%s and %s",
                      command_table[a->command].name, command_table[b->command].name);
        }
}

Test(keymap, each_key_of_the_table_is_read)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        struct str rest = str_of(command_table[i].keys), word;
        size_t words = 0, bound = 0;
        while (str_split(&rest, ' ', &word))
            words++;
        for (size_t j = 0; j < map.len; j++)
            bound += map.at[j].command == (enum command)i;
        cr_expect_eq(words, bound, "%s", command_table[i].name);
    }
}

Test(keymap, a_key_acts_where_its_command_is)
{
    cr_expect_eq(of(CONTEXT_TEXT, "n"), COMMAND_next);
    cr_expect_eq(of(CONTEXT_CAST, "n"), COMMAND_next);
    cr_expect_eq(of(CONTEXT_LIST, "o"), COMMAND_order);
    cr_expect_eq(of(CONTEXT_TEXT, "o"), COMMAND_NONE);
    cr_expect_eq(of(CONTEXT_LIST, "w"), COMMAND_NONE);
    cr_expect_eq(of(CONTEXT_EDITOR, "n"), COMMAND_NONE, "letters are typed there");
}

Test(keymap, a_selection_has_its_own_keys_before_those_of_the_text)
{
    cr_expect_eq(of(CONTEXT_TEXT, "b"), COMMAND_page_up);
    cr_expect_eq(of(CONTEXT_TEXT | CONTEXT_SELECTION, "b"), COMMAND_word_back);
    cr_expect_eq(of(CONTEXT_TEXT | CONTEXT_SELECTION, "o"), COMMAND_other_end);
    cr_expect_eq(of(CONTEXT_TEXT | CONTEXT_SELECTION, ";"), COMMAND_hints);
}

Test(keymap, a_sequence_waits_for_its_last_key)
{
    cr_expect_eq(one(CONTEXT_TEXT, 'z'), KEYMAP_MORE);
    cr_expect_eq(of(CONTEXT_TEXT, "zz"), COMMAND_middle);
    cr_expect_eq(of(CONTEXT_TEXT, "zq"), COMMAND_NONE);
    cr_expect_eq(one(CONTEXT_NOTES, 'z'), KEYMAP_UNBOUND);
}

Test(keymap, the_users_binding_wins_with_its_argument)
{
    bind("gt", "tag #paris");
    bind("^X", "quit");
    bind("n", ":previous");
    const struct binding *found;
    key keys[] = {'g', 't'};
    cr_assert_eq(keymap_look(&map, CONTEXT_TEXT, keys, 2, &found), KEYMAP_FOUND);
    cr_expect_eq(found->command, COMMAND_tag);
    cr_expect(str_is(found->argument, "#paris"));
    cr_expect_eq(of(CONTEXT_TEXT, "\x18"), COMMAND_quit);
    cr_expect_eq(of(CONTEXT_TEXT, "n"), COMMAND_previous);
}

Test(keymap, a_longer_binding_keeps_the_shorter_one_it_begins_with)
{
    bind("gt", "tag");
    const struct binding *found;
    key g = 'g';
    cr_expect_eq(keymap_look(&map, CONTEXT_TEXT, &g, 1, &found), KEYMAP_MORE);
    cr_assert_not_null(found);
    cr_expect_eq(found->command, COMMAND_first);
    bind("g", "last");
    cr_expect_eq(of(CONTEXT_TEXT, "g"), COMMAND_last, "bound later, it hides the longer one");
}

Test(keymap, a_key_bound_to_nothing_does_nothing)
{
    bind("x", "");
    cr_expect_eq(one(CONTEXT_TEXT, 'x'), KEYMAP_UNBOUND);
    bind("zz", "");
    cr_expect_eq(of(CONTEXT_TEXT, "zz"), COMMAND_NONE);
    cr_expect_eq(of(CONTEXT_TEXT, "za"), COMMAND_fold);
}

Test(keymap, letters_of_another_layout_act_as_the_key_at_their_place)
{
    const struct binding *found;
    key ya[] = {0x44f, 0x44f}, en = 0x442;
    cr_assert_eq(keymap_look(&map, CONTEXT_TEXT, &en, 1, &found), KEYMAP_FOUND);
    cr_expect_eq(found->command, COMMAND_next);
    cr_expect_eq(keymap_look(&map, CONTEXT_TEXT, ya, 1, &found), KEYMAP_MORE);
    cr_assert_eq(keymap_look(&map, CONTEXT_TEXT, ya, 2, &found), KEYMAP_FOUND);
    cr_expect_eq(found->command, COMMAND_middle);
    bind("т", "quit");
    cr_assert_eq(keymap_look(&map, CONTEXT_TEXT, &en, 1, &found), KEYMAP_FOUND);
    cr_expect_eq(found->command, COMMAND_quit, "unless it is bound itself");
}

Test(keymap, what_is_wrong_is_said)
{
    struct error error;
    cr_expect_not(keymap_bind(&map, STR("abcde"), STR("quit"), &error));
    cr_expect(strstr(error.text, "abcde"));
    cr_expect_not(keymap_bind(&map, STR("x"), STR("qiut"), &error));
    cr_expect(strstr(error.text, "quit"), "%s", error.text);
    cr_expect_not(keymap_bind(&map, STR(""), STR("quit"), &error));
    cr_expect_not(keymap_bind(&map, STR("\xff"), STR("quit"), &error));
    cr_expect_eq(of(CONTEXT_TEXT, "x"), COMMAND_no, "and changes nothing");
}

static bool keys_are(enum command command, const char *expected)
{
    struct buf out = {0};
    keymap_keys(&map, command, &out);
    bool same = str_is(buf_view(&out), expected);
    buf_free(&out);
    return same;
}

Test(keymap, help_shows_the_keys_that_are_in_force)
{
    cr_expect(keys_are(COMMAND_page_down, "Space f PgDn"));
    cr_expect(keys_are(COMMAND_middle, "zz"));
    cr_expect(keys_are(COMMAND_word_back, "b"));
    cr_expect(keys_are(COMMAND_reload, ""));
    bind("f", "reload");
    cr_expect(keys_are(COMMAND_page_down, "Space PgDn"));
    cr_expect(keys_are(COMMAND_reload, "f"));
    bind("p", "tag #paris");
    cr_expect(keys_are(COMMAND_tag, "#"), "not keys that do only a part of it");
}
