/* SPDX-License-Identifier: ISC */
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/load/load.h"
#include "folder.h"

static struct arena *arena;
static const char *folder;

static void begin(void)
{
    arena = arena_new();
    folder = folder_make(arena);
}

static void end(void)
{
    folder_remove(folder);
    arena_free(arena);
}

TestSuite(doubtful, .init = begin, .fini = end);

/* How many names of TAGS are doubtful in TEXT repeated TIMES; the last warning in *LAST. */
static size_t doubtful(const char *tags, const char *text, int times, struct problem *last)
{
    struct buf all = {0};
    for (int i = 0; i < times; i++)
        buf_chars(&all, text);
    folder_write(folder, "a.txt", buf_view(&all));
    buf_free(&all);
    folder_write(folder, "tags.yaml", str_of(tags));
    struct error error = {0};
    struct library *library = library_load(&(struct load_request){folder}, NULL, &error);
    cr_assert_not_null(library, "%s", error.text);
    size_t count = library->problems.len;
    if (count && last) {
        *last = library->problems.at[count - 1];
        last->message = arena_str(arena, last->message);
        cr_expect_str_eq(last->code, "common-word");
        cr_expect_eq(last->severity, SEVERITY_WARNING);
    }
    library_free(library);
    return count;
}

#define NAMED(name, kind) "actors:\n  - {id: a, name: " name ", kind: " kind "}\n"

Test(doubtful, a_name_that_the_texts_have_in_small_letters_half_as_often_is)
{
    struct problem problem;
    cr_expect_eq(doubtful(NAMED("Fix", "person"), "To fix a fix. Fix, Fix, Fix, Fix.", 1, &problem),
                 1);
    cr_expect_eq(problem.line, 2);
    cr_expect_eq(problem.column, 19);
    cr_expect_not_null(strstr(problem.message.at, "(2 times in small letters, 4 with a capital)"),
                       "%s", problem.message.at);
    cr_expect_not_null(strstr(problem.message.at, "{form: Fix, when: named-in-full}"));
    cr_expect_eq(
        doubtful(NAMED("Fix", "person"), "To fix a fix. Fix, Fix, Fix, Fix, Fix.", 1, NULL), 0,
        "rarer");
    cr_expect_eq(doubtful(NAMED("Fix", "person"), "To fix it. Fix.", 1, NULL), 0, "once");
}

Test(doubtful, a_name_that_capitals_tell_apart_is_not)
{
    cr_expect_eq(doubtful(NAMED("US", "country"), "Tell us, US, and us, and us.", 1, NULL), 0);
    cr_expect_eq(doubtful(NAMED("Liana Fix", "person"), "To fix a fix.", 1, NULL), 0);
    cr_expect_eq(doubtful("actors:\n  - {id: a, name: Al Fix, aliases: [{form: Fix, when: "
                          "named-in-full}]}\n",
                          "To fix a fix.", 1, NULL),
                 0);
}

Test(doubtful, a_topic_is_only_where_it_is_every_hundredth_word)
{
    static const char text[] = "Peace is what all the talks that go on and on are said to be for. ";
    cr_expect_eq(doubtful(NAMED("peace", "topic"), text, 100, NULL), 1);
    cr_expect_eq(doubtful(NAMED("peace", "topic"), text, 10, NULL), 0, "too few words to tell");
    cr_expect_eq(doubtful(NAMED("Talks", "event"), text, 100, NULL), 0,
                 "small letters don't match");
}

Test(doubtful, a_name_in_small_letters_is_where_it_is_every_thousandth_word)
{
    static const char text[] = "Vox is what all the talks that go on and on are said to be for. ";
    cr_expect_eq(doubtful(NAMED("vox", "outlet"), text, 100, NULL), 1);
    cr_expect_eq(doubtful(NAMED("Vox", "outlet"), text, 100, NULL), 0);
}
