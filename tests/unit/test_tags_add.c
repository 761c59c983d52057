/* SPDX-License-Identifier: ISC */
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/load/tags_amend.h"
#include "dossier/load/tags_file.h"
#include "folder.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct arena *arena;
static const char *folder, *path;
static struct buf bytes;
static struct error error;

static void begin(void)
{
    arena = arena_new();
    folder = folder_make(arena);
    path = path_join(arena, folder, TAGS_FILE);
    error = (struct error){0};
}

static void end(void)
{
    buf_free(&bytes);
    folder_remove(folder);
    arena_free(arena);
}

TestSuite(tags_add, .init = begin, .fini = end);

static bool tags_add_actor(const char *in, struct str id, struct str name, enum actor_kind kind,
                           struct error *why)
{
    struct tags_patch done;
    struct amendment amendment = {AMEND_NEW, .actor = id, .words = name, .actor_kind = kind};
    return tags_amend(in, &amendment, arena, &done, why);
}

static void add(struct str id, struct str name, enum actor_kind kind)
{
    cr_assert(tags_add_actor(folder, id, name, kind, &error), "%s", error.text);
}

/* What tags.yaml holds now, and reads as without a problem. */
static struct str saved(struct tags *tags)
{
    struct tags_entries entries = {0};
    struct problems problems = {.arena = arena};
    cr_assert(file_read(path, YAML_LARGEST, &bytes, &error), "%s", error.text);
    tags_read(arena, buf_view(&bytes), STR(TAGS_FILE), tags, &entries, &problems);
    cr_expect_eq(problems.len, 0);
    return buf_view(&bytes);
}

Test(tags_add, the_first_actor_makes_the_file)
{
    struct tags tags = {0};
    struct stat st;
    add(STR("anna"), STR("Anna: the 2nd"), ACTOR_OUTLET);
    saved(&tags);
    cr_assert_eq(tags.len, 1);
    cr_expect(str_is(tags.at[0].id, "anna"));
    cr_expect(str_is(tags.at[0].name, "Anna: the 2nd"));
    cr_expect_eq(tags.at[0].kind, ACTOR_OUTLET);
    cr_assert_eq(stat(path, &st), 0);
    cr_expect_eq(st.st_mode & 0777, 0644);
}

Test(tags_add, the_next_one_leaves_all_that_stands_there)
{
    struct tags tags = {0};
    static const char before[] = "# mine\nactors:\n  - {id: bob, name: Bob}   # the first\n\n"
                                 "articles:\n  a.txt: {title: A}\n";
    folder_write(folder, TAGS_FILE, str_of(before));
    add(STR("anna"), STR("Anna"), ACTOR_PERSON);
    struct str after = saved(&tags);
    cr_assert_eq(tags.len, 2);
    cr_expect(str_starts(after, STR("# mine\nactors:\n  - {id: bob, name: Bob}   # the first\n")));
    cr_expect(str_ends(after, STR("articles:\n  a.txt: {title: A}\n")));
}

Test(tags_add, an_id_that_is_taken_is_refused)
{
    struct tags tags = {0};
    add(STR("bob"), STR("Bob"), ACTOR_PERSON);
    cr_expect_not(tags_add_actor(folder, STR("bob"), STR("Bob 2"), ACTOR_PERSON, &error));
    cr_expect_not_null(strstr(error.text, "already"), "%s", error.text);
    saved(&tags);
    cr_expect_eq(tags.len, 1);
}

Test(tags_add, a_file_that_is_wrong_is_not_written_to)
{
    folder_write(folder, TAGS_FILE, STR("actors: [\n"));
    cr_expect_not(tags_add_actor(folder, STR("anna"), STR("Anna"), ACTOR_PERSON, &error));
    cr_expect_not_null(strstr(error.text, "tags.yaml:2:1"), "%s", error.text);
    cr_assert(file_read(path, 99, &bytes, &error));
    cr_expect(str_is(buf_view(&bytes), "actors: [\n"));
}

Test(tags_add, a_folder_that_cannot_be_written_is_an_error)
{
    const char *gone = path_join(arena, folder, "gone");
    cr_expect_not(tags_add_actor(gone, STR("anna"), STR("Anna"), ACTOR_PERSON, &error));
    cr_expect_not_null(strstr(error.text, "gone: can't be opened"), "%s", error.text);
}

/* Names AT actors of its own, each after reading anew. */
static int name_many(int at)
{
    struct arena *own = arena_new();
    int failed = 0;
    for (int i = 0; i < 20; i++) {
        struct str id = arena_printf(own, "actor-%d-%d", at, i);
        failed += !tags_add_actor(folder, id, id, ACTOR_PERSON, &error);
    }
    arena_free(own);
    return failed;
}

Test(tags_add, two_programs_that_name_at_once_lose_nothing)
{
    struct tags tags = {0};
    pid_t child = fork();
    if (child == 0)
        _exit(name_many(1));
    cr_expect_eq(name_many(2), 0);
    int status;
    cr_assert_eq(waitpid(child, &status, 0), child);
    cr_expect_eq(status, 0);
    saved(&tags);
    cr_expect_eq(tags.len, 40);
}

Test(tags_add, line_ends_of_a_file_from_windows_stay)
{
    struct tags tags = {0};
    folder_write(folder, TAGS_FILE, STR("actors:\r\n  - {id: bob, name: Bob}\r\n# end\r\n"));
    add(STR("anna"), STR("Anna"), ACTOR_PERSON);
    struct str after = saved(&tags);
    cr_expect_eq(tags.len, 2);
    for (size_t i = 0; i < after.len; i++)
        cr_expect(after.at[i] != '\n' || after.at[i - 1] == '\r', "line end at %zu", i);
}
