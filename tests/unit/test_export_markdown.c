/* SPDX-License-Identifier: ISC */
#include "dossier/base/mark.h"
#include "exported.h"

#include <string.h>

/* The fingerprint of "stored". */
#define SHA "87b04e58961f9a99d853d4046a0b5b793e7c3e4bbd21f5aca8fb17c20cdb1d8b"

Test(markdown, a_document_holds_passages_notes_and_sources)
{
    struct exported exported = exported_begin();
    struct str tags[] = {STR("money"), STR("to-check")};
    struct note *note =
        exported_note(&exported, 0, "Nobody pays", "Who would?\nAsk *Berg*.\n\n# No");
    note->tags = tags;
    note->tag_count = 2;
    note->modified += 60;
    note = exported_note(&exported, 0,
                         "shut, Ada Berg said. “Nobody pays,” she said.\n\nThe council", "");
    note->replies_to = STR("n1");
    note = exported_note(&exported, 1, "", "On all of it.");
    note = exported_note(&exported, 1, "Ferries", "Cut since.");
    note->state = ANCHOR_ORPHAN;
    note->span = (struct span){0};
    note = exported_note(&exported, 1, "", "She again.");
    note->article.len = 0;
    note->about = STR("ada-berg");
    note->number = ARTICLE_NONE;
    struct str found = exported_as(&exported, "markdown");
    static const char expected[] =
        "<!-- " EXPORT_MARK " -->\n"
        "\n"
        "# The \\*old\\* bridge\n"
        "\n"
        "5 notes, exported 18 Nov 2026, 11:06 UTC. A tilde marks what was worked out and is stated "
        "nowhere.\n"
        "\n"
        "## Bridge shut\n"
        "\n"
        "The Gazette, B. Reed, 1 May 2024, <https://gazette.example/a?b=1&c=2>\n"
        "\n"
        "### Note 1: one ¶2\n"
        "\n"
        "> The old bridge is shut, Ada Berg said. “**Nobody pays**,” she said.\n"
        "\n"
        "The Gazette, B. Reed, 1 May 2024[^1] [@one, ¶2]\n"
        "\n"
        "Who would?\\\n"
        "Ask \\*Berg\\*.\n"
        "\n"
        "\\# No\n"
        "\n"
        "— anna, 17 Nov 2026, 11:06 UTC, changed 17 Nov 2026, 11:07 UTC; tags: #money, #to-check\n"
        "\n"
        "#### Note 2: one ¶2\n"
        "\n"
        "> The old bridge is **shut, Ada Berg said. “Nobody pays,” she said.**\n"
        ">\n"
        "> **The council** meets on Monday.\n"
        "\n"
        "The Gazette, B. Reed, 1 May 2024[^2] [@one, ¶2]\n"
        "\n"
        "— anna, 17 Nov 2026, 11:06 UTC; a reply to note 1\n"
        "\n"
        "## (no headline) Ferries run. Мост закрыт 🌉 today.\n"
        "\n"
        "source unknown, undated\n"
        "\n"
        "### Note 3: two (the whole article)\n"
        "\n"
        "source unknown, undated[^3] [@two]\n"
        "\n"
        "On all of it.\n"
        "\n"
        "— anna, 17 Nov 2026, 11:06 UTC\n"
        "\n"
        "### Note 4: two\n"
        "\n"
        "> **Ferries** run. Мост закрыт 🌉 today.\n"
        "\n"
        "source unknown, undated[^4] [@two]\n"
        "\n"
        "*The passage was not found in the article as it is now.*\n"
        "\n"
        "Cut since.\n"
        "\n"
        "— anna, 17 Nov 2026, 11:06 UTC\n"
        "\n"
        "## Notes on actors\n"
        "\n"
        "### Note 5: Ada Berg\n"
        "\n"
        "She again.\n"
        "\n"
        "— anna, 17 Nov 2026, 11:06 UTC\n"
        "\n"
        "## Sources\n"
        "\n"
        "- Bridge shut. The Gazette, B. Reed, 1 May 2024. "
        "<https://gazette.example/a?b=1&c=2> File one.txt, SHA-256 " SHA
        " when annotated. Cited as one.\n"
        "\n"
        "- (no headline) Ferries run. Мост закрыт 🌉 today. source unknown, undated. "
        "File two.txt, SHA-256 " SHA " when annotated. Cited as two.\n"
        "\n"
        "[^1]: The Gazette, B. Reed, 1 May 2024: Bridge shut, "
        "<https://gazette.example/a?b=1&c=2>, one ¶2.\n"
        "\n"
        "[^2]: The Gazette, B. Reed, 1 May 2024: Bridge shut, "
        "<https://gazette.example/a?b=1&c=2>, one ¶2.\n"
        "\n"
        "[^3]: source unknown, undated: (no headline) Ferries run. Мост закрыт 🌉 today. "
        "two (the whole article).\n"
        "\n"
        "[^4]: source unknown, undated: (no headline) Ferries run. Мост закрыт 🌉 today. two.\n";
    cr_expect(str_is(found, expected), "%s", found.at);
    cr_expect(str_eq(found, exported_as(&exported, "markdown")));
    library_free(exported.library);
}

/* The source of a note's text alone. */
static struct str text_as_markdown(const char *text)
{
    struct exported exported = exported_begin();
    exported_note(&exported, 1, "", text);
    struct str whole = exported_as(&exported, "markdown");
    static const char before[] = "undated[^1] [@two]\n", after[] = "\n— anna";
    ptrdiff_t start = str_find(whole, str_of(before), 0) + (ptrdiff_t)strlen(before);
    ptrdiff_t end = str_find(whole, str_of(after), (size_t)start);
    static struct buf kept;
    buf_clear(&kept);
    buf_str(&kept, str_sub(whole, (size_t)start, (size_t)end));
    library_free(exported.library);
    return buf_view(&kept);
}

Test(markdown, signs_are_escaped_where_they_would_mean_something_and_only_there)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"Plain: 11:06, 50% - a + b = c (d) 1.5 it's \"so\"!", NULL},
        {"snake_case_word", NULL},
        {"_a_", "\\_a\\_"},
        {"**b** `c` [d](e) <f>", "\\*\\*b\\*\\* \\`c\\` \\[d\\](e) \\<f\\>"},
        {"# heading #", "\\# heading \\#"},
        {"C# is", NULL},
        {"- item", "\\- item"},
        {"+ item", "\\+ item"},
        {"1. item", "1\\. item"},
        {"12) item", "12\\) item"},
        {"(a) item", "(a\\) item"},
        {"1.5 items", NULL},
        {"===", "\\==="},
        {": x", "\\: x"},
        {"    code", "code"},
        {"http://x.org www.x.org", "http\\://x.org www\\.x.org"},
        {"a@b.org @cite", "a<!-- -->\\@b.org \\@cite"},
        {"AT&T &amp; &#60; a & b", "AT\\&T \\&amp; \\&#60; a & b"},
        {"\\ $x$ ~y~ ^z^ |w| {v}", "\\\\ \\$x\\$ \\~y\\~ \\^z\\^ \\|w\\| \\{v}"},
        {"a\x1b[0m\xE2\x80\xAE", "a\\<U+001B\\>\\[0m\\<U+202E\\>"},
        {"one\ntwo\n\n\n- three", "one\\\ntwo\n\n\\- three"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf expected = {0};
        buf_printf(&expected, "\n%s\n", cases[i].expected ? cases[i].expected : cases[i].text);
        struct str found = text_as_markdown(cases[i].text);
        cr_expect(str_eq(found, buf_view(&expected)), "%s\n%.*s", expected.at, STR_ARG(found));
        buf_free(&expected);
    }
}

Test(markdown, bold_begins_and_ends_wherever_a_passage_does)
{
    static const struct {
        const char *quote, *expected;
    } cases[] = {
        {"“Nobody pays,”",
         "> The old bridge is shut, Ada Berg said. **“Nobody pays,”** she said.\n"},
        {"ridge is", "> The old b**ridge is** shut, Ada Berg said. “Nobody pays,” she said.\n"},
        {" bridge ", "> The old **bridge** is shut, Ada Berg said. “Nobody pays,” she said.\n"},
        {", Ada", "> … **, Ada** Berg said. “Nobody pays,” she said.\n"},
        {"said. “N", "> The old bridge is shut, Ada Berg **said. “N**obody pays,” she said.\n"},
        {"said. “", "> The old bridge is shut, Ada Berg **said. “** …\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct exported exported = exported_begin();
        exported_note(&exported, 0, cases[i].quote, "");
        struct str found = exported_as(&exported, "markdown");
        cr_expect(str_find(found, str_of(cases[i].expected), 0) > 0, "%s\n%s", cases[i].expected,
                  found.at);
        library_free(exported.library);
    }
}

/* A line may begin with markup only where the document itself does. */
static bool begins_right(struct str line)
{
    static const char *const begins[] = {"# ", "## ",          "### ",         "> ", "- ",
                                         "— ", "*The passage", "*The article", "[^", "<!-- ["};
    for (size_t i = 0; i < COUNT(begins); i++) {
        if (str_starts(line, str_of(begins[i])))
            return true;
    }
    return !line.len || str_is(line, ">") || !strchr("#>-+*=|:%~` \t[<", line.at[0]);
}

/* SIGNS stand somewhere without a backslash before them. */
static bool stands_bare(struct str source, struct str signs)
{
    ptrdiff_t at = -1;
    while ((at = str_find(source, signs, (size_t)(at + 1))) >= 0) {
        if (at == 0 || source.at[at - 1] != '\\')
            return true;
    }
    return false;
}

Test(markdown, nothing_hostile_becomes_markup)
{
    for (size_t i = 0; i < COUNT(exported_hostile); i++) {
        struct exported exported = exported_begin();
        exported_note(&exported, 0, "Nobody pays", "");
        exported_taint(&exported, exported_hostile[i]);
        struct str found = exported_as(&exported, "markdown");
        cr_expect(str_find(str_sub(found, 0, 512), STR(EXPORT_MARK), 0) > 0);
        cr_expect_not(stands_bare(found, STR("<script")));
        cr_expect_not(stands_bare(found, STR("<img")));
        cr_expect_not(stands_bare(found, STR("](")));
        cr_expect_eq(str_find(found, STR("\x1b"), 0), -1);
        cr_expect_eq(str_find(found, STR("\xE2\x80\xAE"), 0), -1);
        struct str rest = found, line;
        while (str_split(&rest, '\n', &line))
            cr_expect(begins_right(line), "%s: %.*s", exported_hostile[i], STR_ARG(line));
        library_free(exported.library);
    }
}
