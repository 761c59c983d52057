/* SPDX-License-Identifier: ISC */
/* Verdicts in the files of their writers: kept, merged, found again, weighed. */
#include "desk.h"

#include "dossier/notes/verdicts.h"

static const char people[] = "actors:\n"
                             "  - {id: ada, name: Ada Berg, kind: person, aliases: [Berg]}\n"
                             "  - {id: bo, name: Bo Berg, kind: person, aliases: [Berg]}\n";

static struct library *library_of(const struct desk *desk, const char *text)
{
    const struct small_article articles[] = {
        {.path = "a.txt", .text = text},
        {.path = "b.txt", .text = "Berg pays. Berg laughs."},
    };
    struct library *library = small_library(people, articles, COUNT(articles));
    library->folder = desk->folder;
    return library;
}

static struct desk begin_people(const char *text)
{
    struct desk desk = begin();
    library_free(desk.library);
    desk.library = library_of(&desk, text);
    return desk;
}

/* A verdict of NOTEBOOK's writer on the bytes START to END of article NUMBER; its id. */
static struct str give(const struct desk *desk, struct notebook *notebook, uint32_t number,
                       uint32_t start, uint32_t end_, const char *whose, int64_t on)
{
    struct verdict verdict = {.actor = str_of(whose)};
    struct error error = {0};
    anchor_make(desk->arena, desk->library, number, (struct span){start, end_}, STR("stored"),
                &verdict.anchor);
    verdict.anchor.created = on;
    cr_assert(verdicts_give(notebook, desk->library, &verdict, &error), "%s", error.text);
    return verdict.anchor.id;
}

static struct str give_rule(const struct desk *desk, struct notebook *notebook, const char *form,
                            const char *whose)
{
    struct verdict verdict = {.form = str_of(form), .actor = str_of(whose)};
    struct error error = {0};
    verdict.anchor.number = ARTICLE_NONE;
    verdict.anchor.created = 1000;
    cr_assert(verdicts_give(notebook, desk->library, &verdict, &error), "%s", error.text);
    return verdict.anchor.id;
}

/* The mentions of article NUMBER as WRITER's notebook, opened anew, judges them. */
static void check(const struct desk *desk, const char *writer, uint32_t number,
                  const char *expected)
{
    struct notebook *notebook = open_as(desk, writer);
    struct buf found = {0};
    verdicts_judge(notebook, desk->library);
    small_mentions(desk->library, number, &found);
    cr_expect(str_is(buf_view(&found), expected), "%s found  %.*s\nwanted %s", writer,
              STR_ARG(buf_view(&found)), expected);
    buf_free(&found);
    notebook_close(notebook);
}

static const char *path_of(const struct desk *desk, const char *name)
{
    return path_join(desk->arena, desk->folder, name);
}

Test(notes_verdicts, a_verdict_is_kept_and_counts_when_the_dossier_is_opened_again)
{
    struct desk desk = begin_people("Berg came. Berg left.");
    struct notebook *anna = open_as(&desk, "anna");
    give(&desk, anna, 0, 11, 15, "bo", 1000);
    cr_expect(verdicts_judge(anna, desk.library), "it is applied at once");
    notebook_close(anna);
    check(&desk, "anna", 0, "Berg>?ada|bo; Berg>bo");
    struct str file = content(&desk, path_of(&desk, "notes"), "anna.yaml");
    cr_expect(str_find(file,
                       STR("    quote: Berg\n    before: \"Berg came. \"\n    after: \" left.\"\n"
                           "    actor: bo\n    created: 1970-01-01T00:16:40Z\n"),
                       0) > 0,
              "%s", file.at);
    end(&desk);
}

Test(notes_verdicts, another_on_the_same_place_takes_the_place_of_the_first)
{
    struct desk desk = begin_people("Berg came.");
    struct notebook *anna = open_as(&desk, "anna");
    struct str first = arena_str(desk.arena, give(&desk, anna, 0, 0, 4, "bo", 1000));
    cr_expect(str_eq(give(&desk, anna, 0, 0, 4, "", 1001), first));
    cr_expect_eq(anna->verdict_len, 1);
    notebook_close(anna);
    check(&desk, "anna", 0, "Berg>-");
    end(&desk);
}

Test(notes_verdicts, one_that_is_taken_back_leaves_the_rest_of_the_file_as_it_was)
{
    struct desk desk = begin_people("Berg came.");
    struct error error = {0};
    struct notebook *anna = open_as(&desk, "anna");
    add(&desk, anna, 0, 0, 4, "who?");
    struct str before = content(&desk, path_of(&desk, "notes"), "anna.yaml");
    struct str id = arena_str(desk.arena, give(&desk, anna, 0, 0, 4, "bo", 1000));
    verdicts_judge(anna, desk.library);
    cr_assert(verdicts_take_back(anna, desk.library, id, &error), "%s", error.text);
    cr_expect(verdicts_judge(anna, desk.library));
    cr_expect_eq(anna->verdict_len, 0);
    struct str after = content(&desk, path_of(&desk, "notes"), "anna.yaml");
    cr_expect(str_starts(after, before), "%s", after.at);
    cr_expect(str_is(str_trim(str_sub(after, before.len, after.len)), "verdicts:"), "%s", after.at);
    notebook_close(anna);
    check(&desk, "anna", 0, "Berg>?ada|bo");
    end(&desk);
}

Test(notes_verdicts, notes_and_checks_that_are_saved_leave_verdicts_as_they_are)
{
    struct desk desk = begin_people("Berg came. Berg left.");
    struct error error = {0};
    struct notebook *ben = open_as(&desk, "ben");
    struct note theirs = add(&desk, ben, 0, 0, 4, "who?");
    theirs.id = arena_str(desk.arena, theirs.id);
    notebook_close(ben);
    struct notebook *anna = open_as(&desk, "anna");
    give(&desk, anna, 0, 0, 4, "bo", 1000);
    struct note note = add(&desk, anna, 0, 11, 15, "and he?");
    cr_assert(notebook_check(anna, theirs.id, 2000, &error), "%s", error.text);
    give(&desk, anna, 0, 11, 15, "ada", 1000);
    cr_assert(notebook_remove(anna, &note.id, 1, 3000, &error), "%s", error.text);
    cr_expect_eq(anna->verdict_len, 2);
    notebook_close(anna);
    check(&desk, "anna", 0, "Berg>bo; Berg>ada");
    anna = open_as(&desk, "anna");
    cr_assert_eq(anna->len, 1);
    cr_expect_eq(anna->at[0].checked_count, 1);
    cr_expect_eq(anna->problems.len, 0);
    notebook_close(anna);
    end(&desk);
}

Test(notes_verdicts, keys_and_comments_that_a_person_wrote_beside_them_stay)
{
    struct desk desk = begin_people("Berg came.");
    folder_write(
        desk.folder, "notes/anna.yaml",
        STR("version: 1\nnotes:\nverdicts:\n"
            "  # he signs the bills\n"
            "  - {id: mine, article: b.txt, quote: Berg, after: \" pays.\", actor: bo}\n"));
    struct notebook *anna = open_as(&desk, "anna");
    cr_expect_eq(anna->verdict_len, 1);
    give(&desk, anna, 0, 0, 4, "ada", 1000);
    struct str file = content(&desk, path_of(&desk, "notes"), "anna.yaml");
    cr_expect(str_find(file, STR("  # he signs the bills\n  - {id: mine,"), 0) > 0, "%s", file.at);
    notebook_close(anna);
    check(&desk, "anna", 0, "Berg>ada");
    check(&desk, "anna", 1, "Berg>bo; Berg>?ada|bo");
    end(&desk);
}

Test(notes_verdicts, they_stand_in_order_so_that_git_merges_what_two_machines_add)
{
    struct desk desk = begin_people("Berg came. Berg left.");
    struct notebook *anna = open_as(&desk, "anna");
    give(&desk, anna, 1, 0, 4, "bo", 1000);
    give(&desk, anna, 0, 11, 15, "bo", 1000);
    give(&desk, anna, 0, 0, 4, "bo", 1000);
    give_rule(&desk, anna, "Berg", "ada");
    struct str file = content(&desk, path_of(&desk, "notes"), "anna.yaml");
    ptrdiff_t rule = str_find(file, STR("form: Berg"), 0), first = str_find(file, STR("[0, 4]"), 0);
    ptrdiff_t second = str_find(file, STR("[11, 15]"), 0);
    ptrdiff_t other = str_find(file, STR("article: b.txt"), 0);
    cr_expect(0 < rule && rule < first && first < second && second < other, "%s", file.at);
    notebook_close(anna);
    end(&desk);
}

Test(notes_verdicts, a_merge_that_git_left_unfinished_keeps_those_of_both_sides)
{
    struct desk desk = begin_people("Berg came. Berg left.");
    folder_write(desk.folder, "notes/anna.yaml",
                 STR("version: 1\nnotes:\nverdicts:\n"
                     "<<<<<<< ours\n"
                     "  - {id: one, article: a.txt, at: [0, 4], quote: Berg, after: \" came.\","
                     " actor: bo}\n"
                     "=======\n"
                     "  - {id: two, article: a.txt, at: [11, 15], quote: Berg, after: \" left.\","
                     " actor: ada}\n"
                     ">>>>>>> theirs\n"));
    check(&desk, "anna", 0, "Berg>bo; Berg>ada");
    struct notebook *anna = open_as(&desk, "anna");
    give(&desk, anna, 1, 0, 4, "", 1000);
    notebook_close(anna);
    struct str file = content(&desk, path_of(&desk, "notes"), "anna.yaml");
    cr_expect(str_find(file, STR("<<<<"), 0) < 0, "%s", file.at);
    check(&desk, "anna", 0, "Berg>bo; Berg>ada");
    check(&desk, "anna", 1, "Berg>-; Berg>?ada|bo");
    end(&desk);
}

Test(notes_verdicts, a_merge_of_two_sides_with_notes_keeps_the_verdicts_of_both)
{
    struct desk desk = begin_people("Berg came. Berg left.");
    folder_write(desk.folder, "notes/anna.yaml",
                 STR("version: 1\nnotes:\n"
                     "  - id: n1\n    article: a.txt\n    text: first\n"
                     "<<<<<<< ours\n"
                     "verdicts:\n"
                     "  - {id: one, article: a.txt, at: [0, 4], quote: Berg, after: \" came.\","
                     " actor: bo}\n"
                     "=======\n"
                     "  - id: n2\n    article: a.txt\n    text: second\n"
                     "verdicts:\n"
                     "  - {id: two, article: a.txt, at: [11, 15], quote: Berg, after: \" left.\","
                     " actor: ada}\n"
                     ">>>>>>> theirs\n"));
    struct notebook *anna = open_as(&desk, "anna");
    add(&desk, anna, 1, 0, 4, "third");
    notebook_close(anna);
    check(&desk, "anna", 0, "Berg>bo; Berg>ada");
    cr_expect(str_is(texts_of(&desk, "anna"), "first|second|third"));
    end(&desk);
}

Test(notes_verdicts, it_finds_its_mention_again_when_the_article_has_changed)
{
    struct desk desk = begin_people("Berg came. Berg left the room and shut the door.");
    struct notebook *anna = open_as(&desk, "anna");
    give(&desk, anna, 0, 11, 15, "bo", 1000);
    notebook_close(anna);
    library_free(desk.library);
    desk.library =
        library_of(&desk, "It rained. Then Berg came. Berg left the room and shut the door.");
    check(&desk, "anna", 0, "Berg>?ada|bo; Berg>bo");
    end(&desk);
}

Test(notes_verdicts, one_that_lost_its_place_is_not_applied)
{
    struct desk desk = begin_people("Berg came. Berg left the room and shut the door.");
    struct notebook *anna = open_as(&desk, "anna");
    give(&desk, anna, 0, 11, 15, "bo", 1000);
    notebook_close(anna);
    library_free(desk.library);
    desk.library = library_of(&desk, "Nobody was there but one Berg, who slept all day.");
    check(&desk, "anna", 0, "Berg>?ada|bo");
    anna = open_as(&desk, "anna");
    cr_expect_eq(anna->verdicts[0]->standing, VERDICT_LOST);
    notebook_close(anna);
    end(&desk);
}

Test(notes_verdicts, one_for_an_actor_that_is_gone_is_not_applied)
{
    struct desk desk = begin_people("Berg came.");
    struct notebook *anna = open_as(&desk, "anna");
    give(&desk, anna, 0, 0, 4, "cy", 1000);
    cr_expect_eq(anna->verdicts[0]->standing, VERDICT_UNKNOWN);
    notebook_close(anna);
    check(&desk, "anna", 0, "Berg>?ada|bo");
    end(&desk);
}

Test(notes_verdicts, a_colleagues_counts_where_the_writer_has_none_and_ones_own_wins)
{
    struct desk desk = begin_people("Berg came. Berg left.");
    struct notebook *ben = open_as(&desk, "ben");
    give(&desk, ben, 0, 0, 4, "bo", 1000);
    give(&desk, ben, 0, 11, 15, "bo", 2000);
    notebook_close(ben);
    struct notebook *anna = open_as(&desk, "anna");
    give(&desk, anna, 0, 11, 15, "ada", 1000);
    notebook_close(anna);
    check(&desk, "anna", 0, "Berg>bo; Berg>ada");
    check(&desk, "ben", 0, "Berg>bo; Berg>bo");
    end(&desk);
}

Test(notes_verdicts, where_colleagues_disagree_none_counts_and_it_is_said)
{
    struct desk desk = begin_people("Berg came.");
    struct notebook *ben = open_as(&desk, "ben"), *carl = open_as(&desk, "carl");
    give(&desk, ben, 0, 0, 4, "bo", 1000);
    give(&desk, carl, 0, 0, 4, "ada", 2000);
    notebook_close(ben);
    notebook_close(carl);
    check(&desk, "anna", 0, "Berg>?ada|bo");
    struct notebook *anna = open_as(&desk, "anna");
    struct buf why = {0};
    cr_expect_eq(anna->verdicts[0]->standing, VERDICT_DISPUTED);
    verdicts_why(anna, desk.library, 0, &why);
    cr_expect(str_is(buf_view(&why), "ben says: Bo Berg’s. carl says: Ada Berg’s. None of these "
                                     "counts till you say it."),
              "%s", why.at);
    give(&desk, anna, 0, 0, 4, "ada", 500);
    verdicts_judge(anna, desk.library);
    buf_clear(&why);
    verdicts_why(anna, desk.library, 0, &why);
    cr_expect(str_is(buf_view(&why), "Decided by you, 1 Jan 1970. ben says: Bo Berg’s."), "%s",
              why.at);
    buf_free(&why);
    notebook_close(anna);
    check(&desk, "anna", 0, "Berg>ada");
    end(&desk);
}

Test(notes_verdicts, ones_own_rule_goes_before_a_colleagues_verdict)
{
    struct desk desk = begin_people("Berg came. Berg left.");
    struct notebook *ben = open_as(&desk, "ben"), *anna = open_as(&desk, "anna");
    give(&desk, ben, 0, 0, 4, "bo", 1000);
    give_rule(&desk, anna, "Berg", "ada");
    notebook_close(ben);
    notebook_close(anna);
    check(&desk, "anna", 0, "Berg>ada; Berg>ada");
    check(&desk, "carl", 0, "Berg>bo; Berg>ada");
    end(&desk);
}

Test(notes_verdicts, what_a_colleague_writes_meanwhile_is_taken_in)
{
    struct desk desk = begin_people("Berg came.");
    struct notebook *anna = open_as(&desk, "anna"), *ben = open_as(&desk, "ben");
    verdicts_judge(anna, desk.library);
    give(&desk, ben, 0, 0, 4, "bo", 1000);
    notebook_close(ben);
    cr_assert(notebook_refresh(anna, desk.library));
    cr_expect(verdicts_judge(anna, desk.library));
    cr_expect_eq(desk.library->cast.at[0].actor, 1);
    notebook_close(anna);
    end(&desk);
}

Test(notes_verdicts, a_colleagues_verdict_can_not_be_taken_back)
{
    struct desk desk = begin_people("Berg came.");
    struct error error = {0};
    struct notebook *ben = open_as(&desk, "ben");
    struct str id = arena_str(desk.arena, give(&desk, ben, 0, 0, 4, "bo", 1000));
    notebook_close(ben);
    struct notebook *anna = open_as(&desk, "anna");
    cr_expect_not(verdicts_take_back(anna, desk.library, id, &error));
    cr_expect(str_find(str_of(error.text), STR("only its writer"), 0) > 0, "%s", error.text);
    notebook_close(anna);
    end(&desk);
}

Test(notes_verdicts, what_is_wrong_in_one_is_told_with_its_place_and_the_others_count)
{
    struct desk desk = begin_people("Berg came.");
    folder_write(desk.folder, "notes/anna.yaml",
                 STR("version: 1\nnotes:\nverdicts:\n"
                     "  - {id: one, actor: bo}\n"
                     "  - {id: two, article: a.txt, quote: Berg, after: \" came.\", actor: bo}\n"));
    struct notebook *anna = open_as(&desk, "anna");
    cr_assert_eq(anna->problems.len, 1);
    cr_expect_eq(anna->problems.at[0].line, 4);
    cr_expect_str_eq(anna->problems.at[0].code, "bad-verdict");
    cr_expect_eq(anna->verdict_len, 1);
    notebook_close(anna);
    check(&desk, "anna", 0, "Berg>bo");
    end(&desk);
}
