/* SPDX-License-Identifier: ISC */
/* Whose words are: naming actors while one reads. */
#include "reader.h"

static const struct thread *thread(void)
{
    return &reader.state.thread;
}

static const struct prompt *prompt(void)
{
    return &reader.state.prompt;
}

TestSuite(state_naming, .init = reader_begin_small, .fini = reader_end);

static void go_to(const char *place, const char *words)
{
    struct buf line = {0};
    buf_printf(&line, "go %s", place);
    reader_command(line.at);
    while (!reader_at(words))
        reader_keys("w");
    buf_free(&line);
}

static bool foresees(const char *words)
{
    return str_find(prompt()->foreseen, str_of(words), 0) >= 0;
}

/* The reader's tags with LINES more. */
static const char *tags_with(const char *lines)
{
    return arena_printf(reader.arena, "%s%s", reader_tags, lines).at;
}

Test(state_naming, an_unknown_name_can_be_made_an_actor_after_a_look_at_what_comes_of_it)
{
    go_to("a 3", "Finch");
    reader_keys("*");
    cr_assert(prompt()->open);
    cr_expect(prompt()->choosing);
    cr_expect(foresees("Carla Finch as a new person: +1 mention in 1 article"), "%.*s",
              STR_ARG(prompt()->foreseen));
    reader_keys("Enter");
    cr_expect_eq(reader.amended.kind, AMEND_NEW);
    cr_expect_eq(reader.amended.actor_kind, ACTOR_PERSON);
    cr_expect(str_is(reader.amended.words, "Carla Finch"));
    cr_expect(str_is(reader.amended.actor, "carla-finch"));
}

Test(state_naming, an_actor_that_was_added_becomes_the_thread_and_u_takes_it_back)
{
    struct tags_patch patch = {.at = 7, .before = STR("b"), .after = STR("a")};
    go_to("a 3", "Finch");
    reader_command("name Finch");
    reader_amends(tags_with("  - {id: finch, name: Finch, kind: person}\n"), &patch);
    cr_expect(str_is(thread()->name, "Finch"));
    cr_expect_eq(thread()->len, 2);
    cr_expect(reader_in("a.txt"), "and the place is kept");
    cr_expect(reader_said("Finch is in tags.yaml as a person: 2 places; u takes it back"), "%.*s",
              STR_ARG(reader_says()));
    reader_keys("n");
    cr_expect(reader_in("c.txt"));
    reader_keys("u");
    cr_expect(reader.patched_back);
    cr_expect_eq(reader.patched.at, 7);
    cr_expect(str_is(reader.patched.before, "b"));
    cr_expect(reader_said("undone: Finch is no actor any more; ^R does it again"));
    reader_keys("^R");
    cr_expect_not(reader.patched_back);
}

Test(state_naming, an_actor_who_is_called_nearly_so_is_offered_first)
{
    go_to("a 3", "Finch");
    reader_command("name Karla Finchy");
    reader_amends(tags_with("  - {id: karla, name: Karla Finchy, kind: person}\n"), NULL);
    reader_command("go a 3");
    go_to("a 3", "Carla");
    reader_keys("*");
    cr_assert_gt(prompt()->choice_count, 0);
    cr_expect(str_starts(prompt()->choices[0].shown, STR("Karla Finchy")));
}

Test(state_naming, letters_choose_the_actor_whose_name_the_words_become)
{
    go_to("a 3", "Finch");
    reader_keys("* b e r t");
    cr_expect(foresees("“Carla Finch” as a name of Bert Oak: +1 mention in 1 article"));
    reader_keys("Enter");
    cr_expect_eq(reader.amended.kind, AMEND_ALIAS);
    cr_expect(str_is(reader.amended.actor, "bert"));
    cr_expect(str_is(reader.amended.words, "Carla Finch"));
    cr_expect_not(reader.amended.in_full);
}

Test(state_naming, the_same_words_can_be_turned_into_a_demonym_and_a_role)
{
    go_to("a 3", "Finch");
    reader_keys("* b e r t ^O");
    cr_expect(str_starts(prompt()->label, STR("name, in full")));
    reader_keys("^O Enter");
    cr_expect_eq(reader.amended.kind, AMEND_DEMONYM);
    cr_expect(str_is(reader.amended.actor, "bert"));
}

Test(state_naming, a_role_asks_from_when_to_when)
{
    go_to("a 3", "Finch");
    reader_command("role");
    reader_type("bert");
    reader_keys("Enter");
    cr_assert(prompt()->open);
    cr_expect_eq(reader.amendments, 0);
    reader_type("2025-01-01 to 2025-02-30");
    cr_expect(foresees("no day"), "%.*s", STR_ARG(prompt()->foreseen));
    reader_keys("Backspace Backspace");
    reader_type("01");
    cr_expect(foresees("as a role of Bert Oak from 1 Jan 2025 until before 1 Feb 2025"));
    reader_keys("Enter");
    cr_expect_eq(reader.amended.kind, AMEND_ROLE);
    cr_expect_eq(reader.amended.from, day_of(2025, 1, 1));
    cr_expect_eq(reader.amended.to, day_of(2025, 2, 1));
}

Test(state_naming, a_role_may_be_open_on_both_sides)
{
    go_to("a 3", "Finch");
    reader_command("role \"deputy\" bert from");
    cr_expect_eq(reader.amended.kind, AMEND_ROLE);
    cr_expect(str_is(reader.amended.words, "deputy"));
    cr_expect_eq(reader.amended.from, DAY_NONE);
}

Test(state_naming, words_that_are_selected_are_taken_as_they_are)
{
    go_to("a 3", "said");
    reader_keys("v w *");
    cr_assert(prompt()->open);
    reader_keys("o a k Enter");
    cr_expect(str_starts(reader.amended.words, STR("said l")), "%.*s",
              STR_ARG(reader.amended.words));
}

Test(state_naming, escape_leaves_everything_as_it_was_and_the_words_selected)
{
    go_to("a 3", "said");
    reader_keys("v * Esc");
    cr_expect_not(prompt()->open);
    cr_expect(reader_selected("said"));
    cr_expect_eq(reader.amendments, 0);
}

Test(state_naming, a_name_that_the_actor_has_already_is_refused_before_it_is_asked_for)
{
    go_to("a 3", "Finch");
    reader_command("alias \"Oak\" bert");
    cr_expect_eq(reader.amendments, 0);
    cr_expect(reader_said("“Oak” is a name of Bert Oak already"));
}

Test(state_naming, a_name_can_be_taken_away_but_not_what_the_actor_is_called)
{
    go_to("a 2", "Bert");
    reader_command("unalias");
    cr_assert(prompt()->open);
    cr_expect(foresees("Bert Oak is what this actor is called, so it can't be taken away"));
    reader_keys("Enter");
    cr_expect_eq(reader.amendments, 0);
    cr_expect(reader_said("can't be taken away"));
    go_to("a 3", "Oak");
    reader_command("unalias");
    cr_expect(foresees("“Oak” no more a name of Bert Oak: −1 mention in 1 article"), "%.*s",
              STR_ARG(prompt()->foreseen));
    reader_keys("Enter");
    cr_expect_eq(reader.amended.kind, AMEND_DROP);
    cr_expect_eq(reader.amended.form_kind, FORM_NAME);
    cr_expect(str_is(reader.amended.words, "Oak"));
}

Test(state_naming, a_name_can_be_made_to_count_only_where_the_actor_is_named_in_full)
{
    go_to("c 1", "Vale");
    reader_command("in-full");
    cr_assert(prompt()->open);
    cr_expect(foresees("“Vale” only where Ada Vale is named in full: −1 mention in 1 article"),
              "%.*s", STR_ARG(prompt()->foreseen));
    reader_keys("Enter");
    cr_expect_eq(reader.amended.kind, AMEND_LIMIT);
    cr_expect(reader.amended.in_full);
}

Test(state_naming, in_the_cast_a_star_merges_an_actor_into_another)
{
    reader_keys("C");
    while (!str_is(
        reader.library->tags.at[reader.state.cast_rows[reader.state.cast.cursor].actor].id, "bert"))
        reader_keys("j");
    reader_keys("*");
    reader_type("ada");
    cr_expect(foresees("Bert Oak merged into Ada Vale: +"));
    reader_keys("Enter");
    cr_expect_eq(reader.amended.kind, AMEND_MERGE);
    cr_expect(str_is(reader.amended.actor, "bert"));
    cr_expect(str_is(reader.amended.into, "ada"));
}

Test(state_naming, a_thread_of_an_actor_that_was_merged_goes_on_with_the_other)
{
    reader_command("actor bert");
    reader_command("merge \"bert\" norland");
    reader_amends("actors:\n"
                  "  - {id: ada, name: Ada Vale, kind: person}\n"
                  "  - {id: norland, name: Norland, kind: country, aliases: [Bert Oak, Oak],\n"
                  "     was: [bert]}\n",
                  NULL);
    cr_expect(str_is(thread()->name, "Norland"));
    cr_expect(reader_said("Bert Oak is merged into Norland; u takes it back"), "%.*s",
              STR_ARG(reader_says()));
}

Test(state_naming, what_could_not_be_written_is_said_and_is_no_step)
{
    reader_command("alias \"Finch\" bert");
    reader_event((struct event){.kind = EVENT_NOTES, .sentence = STR("the disk is full")});
    cr_expect(reader_said("not done: the disk is full"));
    reader_keys("u");
    cr_expect(reader_said("nothing is left to undo"));
}
