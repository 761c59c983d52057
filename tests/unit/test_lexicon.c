/* SPDX-License-Identifier: ISC */
#include "dossier/reading/lexicon.h"

#include "dossier/base/memory.h"
#include "folder.h"

#include <criterion/criterion.h>

struct fixture {
    struct arena *arena;
    struct problems problems;
    struct lexicons lexicons;
};

static void open_lexicons(struct fixture *f)
{
    f->arena = arena_new();
    f->problems = (struct problems){.arena = f->arena};
    f->lexicons = (struct lexicons){0};
    lexicons_open(f->arena, &f->lexicons, &f->problems);
}

Test(lexicon, knows_a_language_by_its_small_words)
{
    static const struct {
        const char *text, *language;
    } cases[] = {
        {"The port of the town is open, and it is ours.", "en"},
        {"Der Hafen der Stadt ist offen, und er ist für alle.", "de"},
        {"Le port de la ville est ouvert, et il est à nous.", "fr"},
        {"El puerto de la ciudad está abierto, y es de todos.", "es"},
        {"Порт города открыт, и он для всех, а не только для нас.", "ru"},
        {"Порт міста відкритий, і він для всіх, а не лише для нас.", "uk"},
        {"林伟 林伟 林伟", "en"},
    };
    struct fixture f;
    open_lexicons(&f);
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct lexicon *found = lexicons_of(&f.lexicons, str_of(cases[i].text));
        cr_expect(str_is(lexicon_language(found), cases[i].language), "%s: %.*s", cases[i].text,
                  STR_ARG(lexicon_language(found)));
    }
    arena_free(f.arena);
}

Test(lexicon, has_no_problem_in_the_files_that_are_built_in)
{
    struct fixture f;
    setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
    open_lexicons(&f);
    cr_expect_eq(f.lexicons.len, 6);
    for (size_t i = 0; i < f.problems.len; i++)
        cr_expect_fail("%.*s", STR_ARG(f.problems.at[i].message));
    arena_free(f.arena);
}

Test(lexicon, takes_words_phrases_and_endings_from_a_file_of_the_user)
{
    struct fixture f;
    struct arena *arena = arena_new();
    const char *folder = folder_make(arena);
    folder_write(folder, "dossier/words/speech-en.yaml",
                 STR("say: [croaked, \"sang out\"]\nadverb: [\"-wise\"]\nnonsense: [x]\n"));
    setenv("XDG_CONFIG_HOME", folder, 1);
    open_lexicons(&f);
    const struct lexicon *english = f.lexicons.at[0];
    cr_expect(lexicon_of(english, STR("croaked")) & LEXICON(SAY));
    cr_expect(lexicon_of(english, STR("sang out")) & LEXICON(SAY));
    cr_expect_eq(lexicon_longest(english, STR("sang")) >= 2, true);
    cr_expect(lexicon_of(english, STR("clockwise")) & LEXICON(ADVERB));
    cr_expect(lexicon_of(english, STR("said")) & LEXICON(SAY), "what is built in stays");
    cr_expect_eq(f.problems.len, 1, "and the key that is none is told");
    folder_remove(folder);
    arena_free(f.arena);
    arena_free(arena);
}

Test(lexicon, finds_no_ending_on_a_phrase_or_on_a_word_that_is_little_more_than_it)
{
    struct fixture f;
    open_lexicons(&f);
    const struct lexicon *english = f.lexicons.at[0];
    cr_expect(lexicon_of(english, STR("widely")) & LEXICON(ADVERB));
    cr_expect_eq(lexicon_of(english, STR("was widely")), 0);
    cr_expect_eq(lexicon_of(english, STR("fly")), 0);
    arena_free(f.arena);
}
