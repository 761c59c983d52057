/* SPDX-License-Identifier: ISC */
#include "dossier/reading/dating.h"

#include <criterion/criterion.h>

/* "from..to why" of TEXT; "" where nothing is known. */
static void expect_range(const char *text, const char *from, const char *to, const char *why)
{
    struct arena *arena = arena_new();
    struct article article = {.facts = FACTS_NONE};
    struct dating dating = {DAY_NONE, DAY_NONE, {0}};
    char first[DAY_TEXT], last[DAY_TEXT];
    cr_assert(encoding_decode(arena, str_of(text), &article.file));
    article.text = article.file.text;
    article_finish(arena, &article);
    cr_expect_eq(dating_find(&article, arena, &dating), *from != '\0', "%s", text);
    day_iso(dating.from, first);
    day_iso(dating.to, last);
    cr_expect_str_eq(first, from, "%s", text);
    cr_expect_str_eq(last, to, "%s", text);
    cr_expect(str_is(dating.why, why), "%.*s", STR_ARG(dating.why));
    arena_free(arena);
}

Test(dating, lies_between_what_has_been_and_what_is_ahead)
{
    expect_range("The dam was closed on 3 May 2024, and the mayor said on 7 May 2024 that it "
                 "will be opened on 20 May 2024. A vote is planned for June 2024.",
                 "2024-05-07", "2024-05-20",
                 "It speaks of 7 May 2024 as past, and of 20 May 2024 as still ahead.");
}

Test(dating, is_not_known_from_one_side_alone_or_from_bare_years)
{
    expect_range("The dam was closed on 3 May 2024, and again in 2023, by the mayor.", "", "", "");
    expect_range("The dam will be opened on 3 May 2024, as it was in 2023.", "", "", "");
    expect_range("The vote was in 2023, and the next will be in 2025, she said.", "", "", "");
}

Test(dating, is_not_known_where_the_words_beside_a_day_do_not_tell)
{
    expect_range("The mayor said that the vote on 3 May 2024 matters. It will be held again on 9 "
                 "May 2024.",
                 "", "", "");
}

Test(dating, is_not_known_where_the_text_contradicts_itself)
{
    expect_range("The dam was closed on 3 June 2024. It will be opened on 9 May 2024.", "", "", "");
    expect_range("The dam was closed on 3 June 1964. It will be opened on 9 May 2024.", "", "", "");
}
