/* SPDX-License-Identifier: ISC */
#include "proved.h"

Test(draft, all_kinds_of_quotation_marks_are_known)
{
    expect_quotations("d.txt",
                      "a “b c” d \"e f\" g «h i» j „k l“ m „n o” p ‹q r› s »t u« v ”w x” y",
                      "b c|e f|h i|k l|n o|q r|t u|w x");
    expect_quotations("d.txt", "a ‘b c’ d 'e f' g ‚h i‘ j 「k l」 m", "b c|e f|h i|k l");
}

Test(draft, apostrophes_are_no_quotation_marks)
{
    expect_quotations("d.txt", "It’s the leaders’ and the '90s, rock 'n' roll, 5' 10\" tall", "");
    expect_quotations("d.txt", "He says ‘the leaders’ guarantees aren’t real’ and goes",
                      "the leaders’ guarantees aren’t real");
}

Test(draft, a_quotation_in_a_quotation_is_part_of_it)
{
    expect_quotations("d.txt", "“a ‘b c’ d” and 'e \"f\" g'", "a ‘b c’ d|e \"f\" g");
    expect_quotations("d.txt", "“a “b” c” d", "a “b” c");
}

Test(draft, a_mark_turned_the_wrong_way_closes_too)
{
    expect_quotations("d.txt", "a “b c“ d “e f\" g", "b c|e f");
}

Test(draft, marks_without_a_pair_take_their_sentence)
{
    expect_quotations("d.txt", "a “one two. Three “e f” g.", "?one two.|e f");
    expect_quotations("d.txt", "One two. Three four” e.", "?Three four");
    expect_quotations("d.txt", "“a b\n\nc d", "?a b");
}

Test(draft, markdown_is_read_without_its_signs)
{
    expect_quotations("d.md",
                      "“a **b** _c_ `d` [e](http://x \"t\") f\\* g\\[h\\] &amp; i<br>j[^1]”",
                      "a b c d e f* g[h] & i\nj");
    expect_quotations("d.md", "“a 2*3 snake_case b ~~c~~ * d”", "a 2*3 snake_case b c * d");
    expect_quotations("d.md", "&ldquo;a b&rdquo; &#8222;c d&#x201C;", "a b|c d");
}

Test(draft, code_and_comments_are_left_alone)
{
    expect_quotations("d.md", "`\"a b\"` <!-- \"c d\" -->\n\n```\n“e f”\n```\n\n    “g h”\n\n“i j”",
                      "i j");
}

Test(draft, blocks_of_markdown_are_quotations)
{
    expect_quotations("d.md", "> a\n> b\nc\n>\n> d\n\ne\n\n> f\n> — g\n", ">a\nb\nc\n\nd|>f");
    expect_quotations("d.md", "> “a b.”\n", ">a b.");
    expect_quotations("d.md", "- “a b”\n- c\n  “d e”\n1. “f g”\n", "a b|d e|f g");
}

Test(draft, front_matter_is_no_text)
{
    expect_quotations("d.md", "---\ntitle: \"a b\"\n---\n“c d”", "c d");
}

Test(draft, html_is_read_by_its_elements)
{
    expect_quotations(
        "d.html",
        "<!DOCTYPE html><title>t</title><style>\"a b\"</style><script>\"c d\"</script>"
        "<p>e <q>f <b>g</b></q> h &ldquo;i&nbsp;j&rdquo;</p><blockquote><p>k</p>"
        "<p>l</p></blockquote><pre>\"m n\"</pre><p>“o</p><p>p</p>",
        "f g|i\xC2\xA0j|>k\n\nl|?o");
}

Test(draft, broken_html_is_read_too)
{
    expect_quotations("d.html", "<p>“a b” <b <i>“c d” <blockquote>e", "a b|c d|>e");
    expect_quotations("", "  <html>“a b”", "a b");
}

Test(draft, org_is_read_by_its_blocks)
{
    expect_quotations("d.org",
                      "#+title: \"x\"\n* “a b”\n:PROPERTIES:\n:x: \"c d\"\n:END:\n"
                      "“e *f* [[http://x][g]][fn:1]”\n#+begin_quote\nh i\n\nj\n#+end_quote\n"
                      "#+begin_src c\n\"k l\"\n#+end_src\n# \"m n\"\n",
                      "a b|e f g|>h i\n\nj");
}

Test(draft, quoted_lines_of_a_mail_are_a_block)
{
    expect_quotations("d.txt", "He wrote:\n\n> a b\n> c\n\nand “d e”.", ">a b\nc|d e");
}

Test(draft, lines_and_columns_are_the_files_in_every_format)
{
    static const struct {
        const char *file, *draft;
        int line, column;
    } drafts[] = {
        {"d.txt", "a\n\nb “c d”", 3, 6},
        {"d.md", "# a\n\n> b\n\nc\n**d “e f”**", 3, 3},
        {"d.md", "a [b](c)\n&amp; “d e”", 2, 10},
        {"d.html", "<p>a &amp; b\n<p>“c d”", 2, 7},
        {"d.html", "<p>a\n<b><q>c d</q></b>", 2, 7},
        {"d.org", "* a\n/b/ “c d”", 2, 8},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(drafts); i++) {
        struct draft draft;
        cr_assert(draft_read(arena, str_of(drafts[i].draft), str_of(drafts[i].file), &draft, NULL));
        cr_assert_geq(draft.quotations.len, 1, "%s", drafts[i].draft);
        cr_expect_eq(draft.quotations.at[0].line, drafts[i].line, "%s", drafts[i].draft);
        cr_expect_eq(draft.quotations.at[0].column, drafts[i].column, "%s: %d", drafts[i].draft,
                     draft.quotations.at[0].column);
    }
    arena_free(arena);
}

/* What must be read to its end whatever it holds. */
Test(draft, hostile_drafts_are_read_to_their_end)
{
    static const char *const pieces[] = {"“",   "”",    "\"",  "'",      "[",  "](", "> ",
                                         "<b>", "<!--", "`",   "**",     "&#", "[^", "…",
                                         "‘",   "\n\n", "<q>", "<mark>", "[["};
    static const char *const files[] = {"d.md", "d.html", "d.org", "d.txt"};
    struct arena *arena = arena_new();
    for (size_t p = 0; p < COUNT(pieces); p++) {
        struct buf text = {0};
        for (int i = 0; i < 3000; i++)
            buf_chars(&text, pieces[p]);
        buf_chars(&text, "a b c d e");
        for (size_t f = 0; f < COUNT(files); f++) {
            struct draft draft;
            cr_expect(draft_read(arena, buf_view(&text), str_of(files[f]), &draft, NULL));
        }
        buf_free(&text);
    }
    arena_free(arena);
}
