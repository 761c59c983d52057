/* SPDX-License-Identifier: ISC */
#include "dossier/base/mark.h"
#include "exported.h"

#include <string.h>

#define PART "\xE2\x80\x8B" /* what Org takes for the end of a sign's meaning */
#define SHA "87b04e58961f9a99d853d4046a0b5b793e7c3e4bbd21f5aca8fb17c20cdb1d8b"

Test(org, an_outline_holds_quotations_properties_and_footnotes)
{
    struct exported exported = exported_begin();
    struct note *note = exported_note(&exported, 0, "Nobody pays", "Who would?\nShe.\n\n* No");
    exported_tags(&exported, note, "money to-check");
    exported_note(&exported, 0, "old", "Old!")->replies_to = STR("n1");
    struct str found = exported_as(&exported, "org");
    static const char expected[] =
        "# " EXPORT_MARK " -*- mode: org; coding: utf-8 -*-\n"
        "#+TITLE: The " PART "*" PART "old* bridge\n"
        "#+OPTIONS: ^:nil tex:verbatim num:nil toc:nil d:nil\n"
        "\n"
        "2 notes, exported 18 Nov 2026, 11:06 UTC. A tilde marks what was worked out and is stated "
        "nowhere.\n"
        "\n"
        "* Bridge shut\n"
        ":PROPERTIES:\n"
        ":FILE: one.txt\n"
        ":KEY: one\n"
        ":SOURCE: The Gazette\n"
        ":AUTHOR: B. Reed\n"
        ":DATE: 2024-05-01\n"
        ":URL: https://gazette.example/a?b=1&c=2\n"
        ":END:\n"
        "\n"
        "** Note 1: one ¶2 :money:\n"
        ":PROPERTIES:\n"
        ":NOTE_ID: n1\n"
        ":FILE: one.txt\n"
        ":SHA256: " SHA "\n"
        ":KEY: one\n"
        ":STATE: exact\n"
        ":BY: anna\n"
        ":TAGGED: #money #to-check\n"
        ":CREATED: 2026-11-17T11:06:40Z\n"
        ":MODIFIED: 2026-11-17T11:06:40Z\n"
        ":END:\n"
        "\n"
        "#+BEGIN_QUOTE\n"
        "The old bridge is shut, Ada Berg said. “Nobody pays,” she said.\n"
        "#+END_QUOTE\n"
        "\n"
        "The note is on: Nobody pays\n"
        "\n"
        "The Gazette, B. Reed, 1 May 2024[fn:1]\n"
        "\n"
        "Who would?\\\\\n"
        "She.\n"
        "\n" PART "* No\n"
        "\n"
        "— anna, 17 Nov 2026, 11:06 UTC\n"
        "\n"
        "*** Note 2: one ¶2\n"
        ":PROPERTIES:\n"
        ":NOTE_ID: n2\n"
        ":FILE: one.txt\n"
        ":SHA256: " SHA "\n"
        ":KEY: one\n"
        ":STATE: exact\n"
        ":BY: anna\n"
        ":REPLIES_TO: n1\n"
        ":CREATED: 2026-11-17T11:06:40Z\n"
        ":MODIFIED: 2026-11-17T11:06:40Z\n"
        ":END:\n"
        "\n"
        "#+BEGIN_QUOTE\n"
        "The old bridge is shut, Ada Berg said. “Nobody pays,” she said.\n"
        "#+END_QUOTE\n"
        "\n"
        "The note is on: old\n"
        "\n"
        "The Gazette, B. Reed, 1 May 2024[fn:2]\n"
        "\n"
        "Old!\n"
        "\n"
        "— anna, 17 Nov 2026, 11:06 UTC; a reply to note 1\n"
        "\n"
        "* Footnotes\n"
        "\n"
        "[fn:1] Bridge shut. The Gazette, B. Reed, 1 May 2024. "
        "[[https://gazette.example/a?b=1&c=2]] one ¶2. File one.txt, SHA-256 " SHA
        " when annotated.\n"
        "\n"
        "[fn:2] Bridge shut. The Gazette, B. Reed, 1 May 2024. "
        "[[https://gazette.example/a?b=1&c=2]] one ¶2. File one.txt, SHA-256 " SHA
        " when annotated.\n";
    cr_expect(str_is(found, expected), "%s", found.at);
    library_free(exported.library);
}

Test(org, signs_are_parted_from_their_meaning_and_only_there)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"Plain: 11:06, 50% - a + b = c (d) 1.5 it's \"so\"!", NULL},
        {"snake_case and/or x*y a=b", NULL},
        {"* TODO a", PART "* TODO a"},
        {"TODO a", PART "TODO a"},
        {"#+INCLUDE: \"/etc/passwd\"",
         PART "#" PART "+" PART "INCLUDE: \"" PART "/" PART "etc/passwd\""},
        {"[[elisp:(ding)]]", PART "[" PART "[" PART "elisp" PART ":(ding)]]"},
        {"shell:id", "shell" PART ":id"},
        {"src_sh{id}", "src" PART "_" PART "sh{id}"},
        {"call_f()", "call" PART "_" PART "f()"},
        {"{{{m}}}", PART "{" PART "{" PART "{m}}}"},
        {"a @@html:<b>@@", "a @" PART "@html" PART ":<" PART "b>@" PART "@"},
        {"<2024-01-01 Mon>", PART "<" PART "2024-01-01 Mon>"},
        {"%%(diary)", PART "%" PART "%" PART "(diary)"},
        {"\\alpha \\(q\\)", PART "\\" PART "alpha \\" PART "(q\\" PART ")"},
        {"a *b* /c/", "a " PART "*" PART "b* " PART "/" PART "c/"},
        {":END:", PART ":END" PART ":"},
        {"1. item", PART "1. item"},
        {"a. item", PART "a. item"},
        {"| a |", PART "| a |"},
        {"CLOCK: x", PART "CLOCK: x"},
        {"x vim: set", "x vim" PART ": set"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct exported exported = exported_begin();
        exported_note(&exported, 1, "", cases[i].text);
        struct buf expected = {0};
        buf_printf(&expected, "undated[fn:1]\n\n%s\n\n— anna",
                   cases[i].expected ? cases[i].expected : cases[i].text);
        exported_holds(exported_as(&exported, "org"), expected.at);
        buf_free(&expected);
        library_free(exported.library);
    }
}

/* A line may begin with a sign only where the outline itself does. */
static bool begins_right(struct str line)
{
    static const char *const begins[] = {
        "* ",          "** ",       "# [dossier", "#+TITLE: ",    "#+OPTIONS: ", "#+BEGIN_QUOTE",
        "#+END_QUOTE", "[fn:",      "— ",         ":PROPERTIES:", ":END:",       ":FILE: ",
        ":KEY: ",      ":SOURCE: ", ":AUTHOR: ",  ":DATE: ",      ":URL: ",      ":NOTE_ID: ",
        ":SHA256: ",   ":STATE: ",  ":ABOUT: ",   ":BY: ",        ":TAGGED: ",   ":CREATED: ",
        ":MODIFIED: ", "1 note",    "3 notes"};
    for (size_t i = 0; i < COUNT(begins); i++) {
        if (str_starts(line, str_of(begins[i])))
            return true;
    }
    return !line.len || !strchr("#>-+*=|:%~` \t[<{\\0123456789", line.at[0]);
}

Test(org, nothing_hostile_becomes_markup)
{
    for (size_t i = 0; i < COUNT(exported_hostile); i++) {
        struct exported exported = exported_begin();
        exported_note(&exported, 0, "Nobody pays", "");
        exported_taint(&exported, exported_hostile[i]);
        struct str found = exported_as(&exported, "org");
        static const char *const never[] = {"[[elisp", "elisp:(",   "{{{",  "src_",
                                            "call_",   "@@html",    "\x1b", "\xE2\x80\xAE",
                                            "vim:",    "Variables:"};
        for (size_t j = 0; j < COUNT(never); j++)
            exported_lacks(found, never[j]);
        struct str rest = found, line;
        while (str_split(&rest, '\n', &line))
            cr_expect(begins_right(line), "%s: %.*s", exported_hostile[i], STR_ARG(line));
        library_free(exported.library);
    }
}
