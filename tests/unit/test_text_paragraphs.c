/* SPDX-License-Identifier: ISC */
#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/text/paragraphs.h"

#include <criterion/criterion.h>
#include <stdlib.h>

static struct arena *arena;

static void setup(void)
{
    arena = arena_new();
}

static void teardown(void)
{
    arena_free(arena);
}

TestSuite(paragraphs, .init = setup, .fini = teardown);

static void check(const char *text, const char *expected)
{
    struct str s = str_of(text);
    struct spans found = {0};
    struct buf b = {0};
    paragraphs_find(arena, s, &found);
    for (size_t i = 0; i < found.len; i++) {
        buf_chars(&b, i ? "|" : "");
        buf_str(&b, span_of(s, found.at[i]));
    }
    cr_expect(str_is(buf_view(&b), expected), "%s\ngives\n%.*s", text, STR_ARG(buf_view(&b)));
    buf_free(&b);
}

Test(paragraphs, each_line_that_is_not_blank_is_one)
{
    static const struct {
        const char *text, *found;
    } rows[] = {
        {"", ""},
        {"\n\n \n", ""},
        {"one", "one"},
        {"one\ntwo\n", "one|two"},
        {"one\n\n\ntwo", "one|two"},
        {"  one \t\r\n\u00A0two\u3000\n", "one|two"},
        {"Rubio met Lavrov.\nThey spoke.\n", "Rubio met Lavrov.|They spoke."},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        check(rows[i].text, rows[i].found);
}

#define LONG_LINE                                                                                \
    "A line of more columns than anyone would wrap by hand at, for it runs on and on to beyond " \
    "the hundredth of them."

#define ACCENTED                                                                                         \
    "Ällmählich überflüssig gewordene Übereinkünfte über Grenzübergänge würden, so hieß es, " \
    "für ungültig erklärt,"
#define CYRILLIC                                                                                                                                                          \
    "Строка, в которой больше знаков, чем кто-нибудь вместил бы в одну строку рукой, потому что " \
    "она идёт всё дальше и дальше,"

Test(paragraphs, lines_of_a_text_wrapped_by_hand_are_joined)
{
    check("Министры встретились во вторник в старом дворце, где\n"
          "они три часа говорили об условиях перемирия, а также\n"
          "о том, кто будет за ним следить.\n",
          "Министры встретились во вторник в старом дворце, где\n"
          "они три часа говорили об условиях перемирия, а также\n"
          "о том, кто будет за ним следить.");
    check("The ministers met on Tuesday in the old palace,\n"
          "where they spoke for three hours about the terms\n"
          "of a cease-fire and about who would watch it.\n"
          "\n"
          "Nothing was signed. Both sides said that they\n"
          "would meet again.\n",
          "The ministers met on Tuesday in the old palace,\n"
          "where they spoke for three hours about the terms\n"
          "of a cease-fire and about who would watch it.|"
          "Nothing was signed. Both sides said that they\n"
          "would meet again.");
    check("The ministers met on Tuesday in the old palace,\r\n"
          "where they spoke for three hours about the terms\r\n"
          "of a cease-fire.\r\n\r\n"
          "Nothing was signed.\r\n",
          "The ministers met on Tuesday in the old palace,\r\n"
          "where they spoke for three hours about the terms\r\n"
          "of a cease-fire.|Nothing was signed.");
}

Test(paragraphs, lines_that_only_look_like_it_are_not_joined)
{
    /* whole sentences of about the same length */
    check("The ministers met on Tuesday in the old palace.\n"
          "Neither of the two would say what they spoke of.\n"
          "Both are to meet again before the end of the year.\n",
          "The ministers met on Tuesday in the old palace.|"
          "Neither of the two would say what they spoke of.|"
          "Both are to meet again before the end of the year.");
    /* short lines after which there was room */
    check("A headline of some words\nBy A Writer\nNov 25\n"
          "The ministers met on Tuesday in the old palace, it was said,\n",
          "A headline of some words|By A Writer|Nov 25|"
          "The ministers met on Tuesday in the old palace, it was said,");
    /* one line that no hand has wrapped */
    check("Die Minister trafen sich am Dienstag im alten Schloss,\n"
          "wo sie drei Stunden lang über die Bedingungen sprachen\n" ACCENTED "\n",
          "Die Minister trafen sich am Dienstag im alten Schloss,|"
          "wo sie drei Stunden lang über die Bedingungen sprachen|" ACCENTED);
    check("Министры встретились во вторник в старом дворце и три часа\n"
          "говорили об условиях перемирия и о том, кто за ним следит\n" CYRILLIC "\n",
          "Министры встретились во вторник в старом дворце и три часа|"
          "говорили об условиях перемирия и о том, кто за ним следит|" CYRILLIC);
    check("The ministers met on Tuesday in the old palace,\n"
          "where they spoke for three hours about the terms\n" LONG_LINE "\n",
          "The ministers met on Tuesday in the old palace,|"
          "where they spoke for three hours about the terms|" LONG_LINE);
    check("Marco Rubio\nSergei Lavrov\nSteve Witkoff\n", "Marco Rubio|Sergei Lavrov|Steve Witkoff");
}

Test(paragraphs, the_sample_articles_have_one_a_line)
{
    static const struct {
        const char *name;
        size_t count;
    } rows[] = {{"000_84301d29c00dabfb.txt", 20}, {"001_b6ab9d925da0c223.txt", 6}};
    struct buf bytes = {0};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct spans found = {0};
        const char *path = path_join(arena, SOURCE_ROOT "/../shared/seeds", rows[i].name);
        if (!file_exists(path))
            cr_skip_test("../shared/seeds is absent");
        cr_assert(file_read(path, 1 << 20, &bytes, NULL));
        paragraphs_find(arena, buf_view(&bytes), &found);
        cr_expect_eq(found.len, rows[i].count, "%s: %zu", rows[i].name, found.len);
    }
    buf_free(&bytes);
}
