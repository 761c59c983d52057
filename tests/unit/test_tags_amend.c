/* SPDX-License-Identifier: ISC */
/* tags.yaml changed in place by amendments, and back to the byte. */
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/load/tags_amend.h"
#include "dossier/load/tags_file.h"
#include "folder.h"

static struct arena *arena;
static const char *folder, *path;
static struct error error;
static struct tags_patch done;

static void begin(void)
{
    arena = arena_new();
    folder = folder_make(arena);
    path = path_join(arena, folder, TAGS_FILE);
    error = (struct error){0};
}

static void end(void)
{
    folder_remove(folder);
    arena_free(arena);
}

TestSuite(tags_amend, .init = begin, .fini = end);

static const char *saved(void)
{
    return folder_read(arena, path);
}

static bool amend(struct amendment amendment)
{
    return tags_amend(folder, &amendment, arena, &done, &error);
}

/* FROM becomes TO by the amendment, and FROM again when it is taken back, and so forth. */
static void amends(const char *from, const char *to, struct amendment amendment)
{
    folder_write(folder, TAGS_FILE, str_of(from));
    cr_assert(amend(amendment), "%s in:\n%s", error.text, from);
    cr_expect_str_eq(saved(), to, "got:\n%s\nexpected:\n%s", saved(), to);
    cr_assert(tags_patch(folder, &done, true, &error), "%s", error.text);
    cr_expect_str_eq(saved(), from, "taken back:\n%s\nexpected:\n%s", saved(), from);
    cr_assert(tags_patch(folder, &done, false, &error), "%s", error.text);
    cr_expect_str_eq(saved(), to, "done again:\n%s\nexpected:\n%s", saved(), to);
}

static void refuses(const char *from, struct amendment amendment, const char *words)
{
    folder_write(folder, TAGS_FILE, str_of(from));
    cr_expect_not(amend(amendment));
    cr_expect(str_find(str_of(error.text), str_of(words), 0) >= 0, "%s", error.text);
    cr_expect_str_eq(saved(), from);
}

#define NONE .from = DAY_NONE, .to = DAY_NONE
#define ALIAS(who, text) \
    ((struct amendment){AMEND_ALIAS, .actor = STR(who), .words = STR(text), NONE})
#define DROP(who, text, of) \
    ((struct amendment){AMEND_DROP, .actor = STR(who), .words = STR(text), .form_kind = (of), NONE})

Test(tags_amend, an_alias_joins_the_others_and_comments_and_layout_stay)
{
    amends(
        "# who\nactors:\n  - id: a\n    name: Ada   # the first\n    aliases: [Vale]  # AP\n",
        "# who\nactors:\n  - id: a\n    name: Ada   # the first\n    aliases: [Vale, Fox]  # AP\n",
        ALIAS("a", "Fox"));
    amends("actors:\n- id: a\n  name: Ada\n  aliases:\n  # old ones\n  - Vale # x\n  roles: []\n",
           "actors:\n- id: a\n  name: Ada\n  aliases:\n  # old ones\n  - Vale # x\n  - Fox\n"
           "  roles: []\n",
           ALIAS("a", "Fox"));
}

Test(tags_amend, the_first_alias_stands_where_aliases_stand)
{
    amends("actors:\n- id: a\n  name: Ada\n  kind: person  # yes\n  roles:\n  - title: Mayor\n",
           "actors:\n- id: a\n  name: Ada\n  kind: person  # yes\n  aliases: [Fox]\n  roles:\n"
           "  - title: Mayor\n",
           ALIAS("a", "Fox"));
    amends("actors:\n- {id: b, name: Bo}\n- {id: a, name: Ada, kind: person, roles: []}\n",
           "actors:\n- {id: b, name: Bo}\n"
           "- {id: a, name: Ada, kind: person, aliases: [Fox], roles: []}\n",
           ALIAS("a", "Fox"));
    amends("actors:\n- id: a\n  name: Ada\n  aliases:\n", /* nothing behind it */
           "actors:\n- id: a\n  name: Ada\n  aliases: [Fox]\n", ALIAS("a", "Fox"));
    amends("actors:\n- id: a\n  name: Ada\n  aliases: []  # none\n",
           "actors:\n- id: a\n  name: Ada\n  aliases: [Fox]  # none\n", ALIAS("a", "Fox"));
    amends("actors:\n- id: a\n  name: Ada", "actors:\n- id: a\n  name: Ada\n  aliases: [Fox]\n",
           ALIAS("a", "Fox"));
}

Test(tags_amend, words_that_mean_something_in_yaml_are_quoted)
{
    amends("actors:\n- {id: a, name: Ada, aliases: [Vale]}\n",
           "actors:\n- {id: a, name: Ada, aliases: [Vale, \"Fox: the 2nd, #1\"]}\n",
           ALIAS("a", "Fox: the 2nd, #1"));
}

Test(tags_amend, an_alias_may_count_only_where_the_actor_is_named_in_full)
{
    struct amendment limited = ALIAS("a", "Fox");
    limited.in_full = true;
    amends("actors:\n- id: a\n  name: Ada\n",
           "actors:\n- id: a\n  name: Ada\n  aliases: [{form: Fox, when: named-in-full}]\n",
           limited);
    amends("actors:\n- id: a\n  name: Ada\n  aliases:\n  - Vale\n",
           "actors:\n- id: a\n  name: Ada\n  aliases:\n  - Vale\n"
           "  - {form: Fox, when: named-in-full}\n",
           limited);
}

Test(tags_amend, the_condition_of_an_alias_comes_and_goes)
{
    struct amendment limit = ALIAS("a", "Fox");
    limit.kind = AMEND_LIMIT;
    amends("actors:\n- {id: a, name: Ada, aliases: [{form: Fox, when: named-in-full}, Vale]}\n",
           "actors:\n- {id: a, name: Ada, aliases: [Fox, Vale]}\n", limit);
    limit.in_full = true;
    amends("actors:\n- id: a\n  name: Ada\n  aliases:\n  - Vale\n  - Fox # a common word\n",
           "actors:\n- id: a\n  name: Ada\n  aliases:\n  - Vale\n"
           "  - {form: Fox, when: named-in-full} # a common word\n",
           limit);
}

Test(tags_amend, a_demonym_joins_one_that_stood_alone)
{
    struct amendment demonym = ALIAS("n", "Norlander");
    demonym.kind = AMEND_DEMONYM;
    amends("actors:\n- id: n\n  name: Norland\n  demonyms: Norlandic # adj\n",
           "actors:\n- id: n\n  name: Norland\n  demonyms: [Norlandic, Norlander] # adj\n",
           demonym);
}

Test(tags_amend, a_role_is_written_as_its_neighbours_are)
{
    struct amendment role = {AMEND_ROLE, .actor = STR("a"), .words = STR("Mayor of X"),
                             .from = day_of(2019, 5, 1), .to = DAY_NONE};
    amends("actors:\n- id: a\n  name: Ada\n",
           "actors:\n- id: a\n  name: Ada\n  roles:\n    - title: Mayor of X\n"
           "      from: 2019-05-01\n",
           role);
    amends("actors:\n- id: a\n  name: Ada\n  roles:\n  - title: Clerk\n    to: 2019-05-01\n",
           "actors:\n- id: a\n  name: Ada\n  roles:\n  - title: Clerk\n    to: 2019-05-01\n"
           "  - title: Mayor of X\n    from: 2019-05-01\n",
           role);
    amends("actors:\n- id: a\n  name: Ada\n  roles:\n  - {title: Clerk}\n",
           "actors:\n- id: a\n  name: Ada\n  roles:\n  - {title: Clerk}\n"
           "  - {title: Mayor of X, from: 2019-05-01}\n",
           role);
}

Test(tags_amend, a_form_is_taken_away_and_with_the_last_one_its_key)
{
    amends("actors:\n- {id: a, name: Ada, aliases: [Vale, Fox]}\n",
           "actors:\n- {id: a, name: Ada, aliases: [Vale]}\n", DROP("a", "Fox", FORM_NAME));
    amends("actors:\n- id: a\n  name: Ada\n  aliases: [Fox]\n  kind: person\n",
           "actors:\n- id: a\n  name: Ada\n  kind: person\n", DROP("a", "Fox", FORM_NAME));
    amends("actors:\n- {id: a, aliases: [{form: Fox, when: named-in-full}], name: Ada}\n",
           "actors:\n- {id: a, name: Ada}\n", DROP("a", "Fox", FORM_NAME));
    amends("actors:\n- id: a\n  name: Ada\n  demonyms: Fox\n", "actors:\n- id: a\n  name: Ada\n",
           DROP("a", "Fox", FORM_DEMONYM));
}

Test(tags_amend, with_its_title_a_role_goes_with_another_form_only_that)
{
    struct amendment title = DROP("a", "Mayor", FORM_ROLE), form = DROP("a", "mayor", FORM_ROLE);
    title.from = form.from = day_of(2020, 1, 1);
    amends("actors:\n- id: a\n  name: Ada\n  roles:\n  - {title: Mayor}\n"
           "  - title: Mayor\n    forms: [mayor, the mayor]\n    from: 2020-01-01\n",
           "actors:\n- id: a\n  name: Ada\n  roles:\n  - {title: Mayor}\n", title);
    amends("actors:\n- id: a\n  name: Ada\n  roles:\n"
           "  - title: Mayor\n    forms: [mayor, the mayor]\n    from: 2020-01-01\n",
           "actors:\n- id: a\n  name: Ada\n  roles:\n"
           "  - title: Mayor\n    forms: [the mayor]\n    from: 2020-01-01\n",
           form);
}

Test(tags_amend, merging_loses_no_word_of_the_one_that_goes)
{
    amends("actors:\n"
           "  - id: kyiv   # capital\n"
           "    name: Kyiv\n"
           "    aliases:\n"
           "      - Kiev   # old spelling\n"
           "      - {form: Fix, when: named-in-full}\n"
           "    demonyms: [Kyivan]\n"
           "    roles: [{title: host, from: 2020-01-01}]\n"
           "    was: [kiev]\n"
           "    colour: blue\n"
           "  # of the country\n"
           "  - id: ua\n"
           "    name: Ukraine\n"
           "    aliases: [Kiev]  # both\n"
           "articles: {}\n",
           "actors:\n"
           "  # of the country\n"
           "  - id: ua\n"
           "    name: Ukraine\n"
           "    aliases: [Kiev, Kyiv, {form: Fix, when: named-in-full}]  # both\n"
           "    demonyms: [Kyivan]\n"
           "    roles:\n"
           "      - title: host\n"
           "        from: 2020-01-01\n"
           "    was: [kyiv, kiev]\n"
           "    # capital\n"
           "    # old spelling\n"
           "    # colour: blue\n"
           "articles: {}\n",
           (struct amendment){AMEND_MERGE, .actor = STR("kyiv"), .into = STR("ua"), NONE});
}

Test(tags_amend, actors_on_single_lines_are_merged_too)
{
    amends("actors:\n- {id: a, name: Ada, aliases: [Fox]} # one\n- {id: b, name: Bo}\n",
           "actors:\n- {id: b, name: Bo, aliases: [Ada, Fox], was: [a]}\n  # one\n",
           (struct amendment){AMEND_MERGE, .actor = STR("a"), .into = STR("b"), NONE});
}

Test(tags_amend, an_id_that_was_merged_is_found_as_the_other)
{
    struct tags tags = {0};
    struct tags_entries entries = {0};
    struct problems problems = {.arena = arena};
    tags_read(arena, STR("actors:\n- {id: b, name: Bo, was: [a, c]}\n"), STR(TAGS_FILE), &tags,
              &entries, &problems);
    cr_expect_eq(problems.len, 0);
    cr_expect_eq(tags_actor(&tags, STR("c")), 0);
    cr_expect(str_is(tags_id_now(&tags, STR("a")), "b"));
    cr_expect(str_is(tags_id_now(&tags, STR("x")), "x"), "an id that is nobody's stays");
}

Test(tags_amend, line_ends_of_a_file_from_windows_stay)
{
    amends("actors:\r\n- id: a\r\n  name: Ada\r\n  aliases:\r\n  - Vale\r\n",
           "actors:\r\n- id: a\r\n  name: Ada\r\n  aliases:\r\n  - Vale\r\n  - Fox\r\n",
           ALIAS("a", "Fox"));
}

Test(tags_amend, what_is_not_there_any_more_is_said)
{
    refuses("actors:\n- {id: b, name: Bo}\n", ALIAS("a", "Fox"), "no actor has the id \"a\"");
    refuses("actors:\n- {id: a, name: Ada}\n", DROP("a", "Fox", FORM_NAME), "any more");
}

Test(tags_amend, what_others_wrote_elsewhere_meanwhile_stays_when_it_is_taken_back)
{
    folder_write(folder, TAGS_FILE, STR("actors:\n- id: a\n  name: Ada\n"));
    cr_assert(amend(ALIAS("a", "Fox")));
    folder_write(folder, TAGS_FILE,
                 STR("# by hand\ntitle: T\nactors:\n- id: a\n  name: Ada\n  aliases: [Fox]\n"));
    cr_assert(tags_patch(folder, &done, true, &error), "%s", error.text);
    cr_expect_str_eq(saved(), "# by hand\ntitle: T\nactors:\n- id: a\n  name: Ada\n");
}

Test(tags_amend, nothing_is_taken_back_where_others_have_changed_the_same_lines)
{
    static const char now[] = "actors:\n- id: a\n  name: Ada\n  aliases: [Fox, Vale]\n";
    folder_write(folder, TAGS_FILE, STR("actors:\n- id: a\n  name: Ada\n"));
    cr_assert(amend(ALIAS("a", "Fox")));
    folder_write(folder, TAGS_FILE, str_of(now));
    cr_expect_not(tags_patch(folder, &done, true, &error));
    cr_expect(str_find(str_of(error.text), STR("another program has changed"), 0) >= 0);
    cr_expect_str_eq(saved(), now);
}

Test(tags_amend, the_first_actor_is_taken_back_too)
{
    cr_assert(amend((struct amendment){AMEND_NEW, .actor = STR("a"), .words = STR("Ada"), NONE}));
    cr_expect(str_find(str_of(saved()), STR("name: Ada"), 0) > 0);
    cr_assert(tags_patch(folder, &done, true, &error), "%s", error.text);
    cr_expect(str_find(str_of(saved()), STR("name: Ada"), 0) < 0);
}
