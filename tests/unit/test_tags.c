/* SPDX-License-Identifier: ISC */
#include "dossier/model/tags.h"

#include "dossier/base/memory.h"
#include "dossier/load/tags_file.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena *arena;
static struct tags tags;

static void begin(void)
{
    arena = arena_new();
    struct tags_entries entries = {0};
    struct problems problems = {.arena = arena};
    tags = (struct tags){0};
    tags_read(arena,
              STR("actors:\n"
                  "  - {id: marco-rubio, name: Marco Rubio, aliases: [Rubio, Secretary]}\n"
                  "  - {id: zelenskyy, name: Volodymyr Zelenskyy, aliases: [Zelensky]}\n"
                  "  - {id: erdogan, name: Recep Erdoğan, aliases: [russia]}\n"
                  "  - {id: russia, name: Russia, kind: country, demonyms: [Russian]}\n"
                  "  - {id: kellogg, name: Kellogg, aliases: [envoy]}\n"
                  "  - {id: kellogg-co, name: KELLOGG, kind: organisation, aliases: [envoy]}\n"),
              STR("tags.yaml"), &tags, &entries, &problems);
    cr_assert_eq(problems.len, 0);
}

static void end(void)
{
    arena_free(arena);
}

TestSuite(tags, .init = begin, .fini = end);

Test(tags, an_actor_is_found_by_id_then_name_then_alias_exactly_before_folded)
{
    static const struct {
        const char *words, *id;
    } cases[] = {
        {"marco-rubio", "marco-rubio"}, {"Marco Rubio", "marco-rubio"}, {"Rubio", "marco-rubio"},
        {" rubio ", "marco-rubio"},     {"recep erdogan", "erdogan"},   {"russia", "russia"},
        {"RUSSIA", "russia"},           {"Kellogg", "kellogg"},         {"KELLOGG", "kellogg-co"},
        {"kellogg", "kellogg"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct error error = {0};
        uint32_t found = tags_find(&tags, str_of(cases[i].words), &error);
        cr_assert_neq(found, ACTOR_NONE, "%s: %s", cases[i].words, error.text);
        cr_expect(str_is(tags.at[found].id, cases[i].id), "%s: found %s", cases[i].words,
                  tags.at[found].id.at);
    }
}

Test(tags, words_that_mean_more_than_one_list_their_ids)
{
    struct error error = {0};
    cr_expect_eq(tags_find(&tags, STR("envoy"), &error), ACTOR_NONE);
    cr_expect_str_eq(error.text, "\"envoy\" is more than one actor: kellogg, kellogg-co");
    cr_expect_eq(tags_find(&tags, STR("ENVOY"), &error), ACTOR_NONE, "folded, too");
}

Test(tags, unknown_words_suggest_what_is_near)
{
    struct error error = {0};
    cr_expect_eq(tags_find(&tags, STR("Zelenskij"), &error), ACTOR_NONE);
    cr_expect_not_null(strstr(error.text, "near it: zelenskyy"), "%s", error.text);
    cr_expect_eq(tags_find(&tags, STR("Ru"), &error), ACTOR_NONE);
    cr_expect_not_null(strstr(error.text, "near it: marco-rubio, erdogan, russia"), "%s",
                       error.text);
    cr_expect_eq(tags_find(&tags, STR("qqq"), &error), ACTOR_NONE);
    cr_expect_not_null(strstr(error.text, "`dossier actors`"), "%s", error.text);
    cr_expect_eq(tags_find(&tags, STR(""), &error), ACTOR_NONE);
    struct tags none = {0};
    cr_expect_eq(tags_find(&none, STR("x"), &error), ACTOR_NONE);
    cr_expect_not_null(strstr(error.text, "names none yet"), "%s", error.text);
}

Test(tags, a_demonym_or_a_role_is_no_handle)
{
    cr_expect_eq(tags_find(&tags, STR("Russian"), &(struct error){0}), ACTOR_NONE);
}

Test(tags, an_id_is_made_of_the_letters_of_a_name)
{
    static const struct {
        const char *name, *id;
    } cases[] = {
        {"Recep Tayyip Erdoğan", "recep-tayyip-erdogan"},
        {"Marco Rubio", "marco-rubio-2"},
        {"  Quai d’Orsay (Paris)  ", "quai-dorsay-paris"},
        {"Владимир Путин", "actor"},
        {"R2-D2", "r2-d2"},
        {"\x1b[2J", "2j"},
        {"", "actor"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str id = tags_new_id(arena, &tags, str_of(cases[i].name));
        cr_expect(str_is(id, cases[i].id), "%s: %s", cases[i].name, id.at);
    }
}

Test(tags, kinds_have_the_names_that_tags_yaml_allows)
{
    struct str rest = str_of(ACTOR_KINDS), word;
    for (int kind = 0; str_split(&rest, ' ', &word); kind++)
        cr_expect(str_is(word, actor_kind_name((enum actor_kind)kind)));
}
