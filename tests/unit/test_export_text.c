/* SPDX-License-Identifier: ISC */
#include "dossier/base/mark.h"
#include "dossier/text/utf8.h"
#include "exported.h"

#define SHA "87b04e58961f9a99d853d4046a0b5b793e7c3e4bbd21f5aca8fb17c20cdb1d8b"

Test(text, a_mail_holds_passages_notes_and_numbered_sources)
{
    struct exported exported = exported_begin();
    struct note *note = exported_note(&exported, 0, "Nobody pays", "Who would?\n\nAsk her.");
    exported_tags(&exported, note, "money to-check");
    exported_note(&exported, 1, "", "On all of it.")->replies_to = STR("n1");
    struct str found = exported_as(&exported, "text");
    static const char expected[] =
        EXPORT_MARK "\n"
                    "\n"
                    "The *old* bridge\n"
                    "================\n"
                    "\n"
                    "2 notes, exported 18 Nov 2026, 11:06 UTC. A tilde marks what was worked\n"
                    "out and is stated nowhere; the words that a note is on stand between\n"
                    "*asterisks*.\n"
                    "\n"
                    "Bridge shut\n"
                    "-----------\n"
                    "\n"
                    "Note 1: one ¶2 – The Gazette, B. Reed, 1 May 2024 [1]\n"
                    "\n"
                    "> The old bridge is shut, Ada Berg said. “*Nobody pays*,” she said.\n"
                    "\n"
                    "Who would?\n"
                    "\n"
                    "Ask her.\n"
                    "\n"
                    "-- anna, 17 Nov 2026, 11:06 UTC; tags: #money, #to-check\n"
                    "\n"
                    "    Note 2: two (the whole article) – source unknown, undated [2]\n"
                    "\n"
                    "    On all of it.\n"
                    "\n"
                    "    -- anna, 17 Nov 2026, 11:06 UTC; a reply to note 1\n"
                    "\n"
                    "(no headline) Ferries run. Мост закрыт 🌉 today.\n"
                    "------------------------------------------------\n"
                    "\n"
                    "Note 2 (two (the whole article)) stands under Bridge shut\n"
                    "\n"
                    "Sources\n"
                    "-------\n"
                    "\n"
                    "[1] Bridge shut. The Gazette, B. Reed, 1 May 2024.\n"
                    "    https://gazette.example/a?b=1&c=2\n"
                    "    File one.txt, SHA-256\n"
                    "    " SHA "\n"
                    "    when annotated.\n"
                    "\n"
                    "[2] (no headline) Ferries run. Мост закрыт 🌉 today. source unknown,\n"
                    "    undated.\n"
                    "    File two.txt, SHA-256\n"
                    "    " SHA "\n"
                    "    when annotated.\n";
    cr_expect(str_is(found, expected), "%s", found.at);
    library_free(exported.library);
}

Test(text, what_is_not_certain_is_said_in_words)
{
    struct exported exported = exported_begin();
    struct note *note = exported_note(&exported, 0, "Nobody pays", "");
    note->state = ANCHOR_ORPHAN;
    note->span = (struct span){0};
    note = exported_note(&exported, 0, "old bridge", "");
    note->clash = STR("n3");
    struct str checkers[] = {STR("bert"), STR("cleo")};
    note->checked_by = checkers;
    note->checked_count = 2;
    note = exported_note(&exported, 0, "old bridge", "");
    note->clash = STR("n2");
    note->is_private = true;
    note = exported_note(&exported, 0, "old bridge is", "");
    note->quote = STR("new bridge is");
    note->state = ANCHOR_CHANGED;
    note = exported_note(&exported, 0, "The council", "");
    note->at.start = 3;
    note->state = ANCHOR_MOVED;
    struct str text = exported_as(&exported, "text");
    exported_holds(text, "(!) The passage was not found in the article as it is now.\n");
    exported_holds(text, "(!) The passage was changed since the note was made: ");
    exported_holds(text, " It read: “new bridge\n    is”.\n");
    exported_holds(text, "(!) The passage stands elsewhere than when the note was made: its words");
    exported_holds(text, "the other version is\n    note 3.");
    exported_holds(text, "the other version is\n    note 2.");
    exported_holds(text, "; checked by bert, cleo");
    exported_holds(text, "; private");
    library_free(exported.library);
}

Test(text, no_line_is_wider_than_72_but_for_an_address)
{
    struct exported exported = exported_begin();
    exported_article(exported.library, 0)->facts.url =
        STR("https://gazette.example/a/very/long/address/that/must/not/be/broken/anywhere/at/all");
    struct buf words = {0};
    for (int i = 0; i < 200; i++)
        buf_printf(&words, "%.*s ", i % 17 + 1, "abcdefghijklmnopq");
    for (int i = 0; i < 8; i++)
        exported_note(&exported, 0, "Nobody pays", words.at)->replies_to =
            arena_printf(exported.library->arena, "n%d", i);
    struct str rest = exported_as(&exported, "text"), line;
    exported_holds(rest,
                   "\n    https://gazette.example/a/very/long/address/that/must/not/be/broken/"
                   "anywhere/at/all\n");
    while (str_split(&rest, '\n', &line))
        cr_expect(utf8_count(line) <= 72 || str_find(line, STR("https:"), 0) >= 0, "%.*s",
                  STR_ARG(line));
    buf_free(&words);
    library_free(exported.library);
}

Test(text, nothing_in_it_is_hidden_or_tells_an_editor_what_to_do)
{
    for (size_t i = 0; i < COUNT(exported_hostile); i++) {
        struct exported exported = exported_begin();
        exported_note(&exported, 0, "Nobody pays", "");
        exported_taint(&exported, exported_hostile[i]);
        struct str text = exported_as(&exported, "text");
        exported_lacks(text, "\x1b");
        exported_lacks(text, "\xE2\x80\xAE");
        exported_lacks(text, "vim:");
        exported_lacks(text, "Local Variables:");
        cr_expect(utf8_valid(text));
        library_free(exported.library);
    }
}
