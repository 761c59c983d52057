/* SPDX-License-Identifier: ISC */
#include "dossier/reading/headline.h"

#include "dossier/base/memory.h"

#include <criterion/criterion.h>

/* A text, and the headline that stands in it; NULL: none. */
static const struct {
    const char *text, *title;
} cases[] = {
    {"Talks stall\n\nThey did.\n", "Talks stall"},
    {"\n\n  Will talks stall?  \nThey did.\n", "Will talks stall?"},
    {"Talks stall.\nThey did.\n", NULL},
    {"“Talks stall!”\nThey did.\n", NULL},
    {"Talks stall…\nThey did.\n", NULL},
    {"Talks stall", NULL},
    {"## Talks *stall* ##\n\nThey did.\n", "Talks *stall*"},
    {"#hashtag\nThey did.\n", "#hashtag"},
    {"# C #\nThey did.\n", "C"},
    {"***\nThey did.\n", NULL},
    {"谈判停滞。\n是的\n", NULL},
    {"SKERRIN (HP) --\nThe port is closed.\n", NULL},
    {"SKERRIN, Norland _\n\nThe port is closed.\n", NULL},
    {"", NULL},
};

static bool find(struct arena *arena, struct str text, struct str *title)
{
    struct article article = {.facts = FACTS_NONE};
    cr_assert(encoding_decode(arena, text, &article.file));
    article.text = article.file.text;
    article_finish(arena, &article);
    return headline_find(&article, title);
}

Test(headline, is_a_first_line_that_is_no_sentence_and_has_a_text_behind_it)
{
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str title = {0};
        cr_expect_eq(find(arena, str_of(cases[i].text), &title), cases[i].title != NULL, "%s",
                     cases[i].text);
        if (cases[i].title)
            cr_expect(str_is(title, cases[i].title), "%.*s", STR_ARG(title));
    }
    arena_free(arena);
}

Test(headline, is_not_longer_than_a_headline)
{
    struct arena *arena = arena_new();
    struct str title, filler = arena_str(arena, STR("\nmore"));
    for (int length = HEADLINE_LONGEST; length <= HEADLINE_LONGEST + 1; length++) {
        struct str text = arena_printf(arena, "%0*d%.*s", length, 7, STR_ARG(filler));
        cr_expect_eq(find(arena, text, &title), length == HEADLINE_LONGEST);
    }
    arena_free(arena);
}

Test(headline, is_no_first_line_of_a_text_that_was_wrapped_by_hand)
{
    struct arena *arena = arena_new();
    struct str title;
    cr_expect_not(find(arena,
                       STR("The United States and Russia took steps toward better\n"
                           "relations on Tuesday, after a meeting of their foreign\n"
                           "ministers in Riyadh that went on for more than four\n"
                           "hours, both sides said.\n\nMore of it stands down here, and it\n"),
                       &title));
    arena_free(arena);
}
