/* SPDX-License-Identifier: ISC */
#include "exported.h"

Test(jsonl, a_note_is_an_object_of_all_the_fields_that_notes_prints)
{
    struct exported exported = exported_begin();
    struct note *note = exported_note(&exported, 0, "Ada Berg said. “Nobody", "So?\n\xE2\x80\xAE");
    exported_tags(&exported, note, "money");
    note->clash = STR("n2");
    note = exported_note(&exported, 1, "", "");
    note->article.len = note->sha256.len = 0;
    note->about = STR("ada-berg");
    note->number = ARTICLE_NONE;
    note->created = note->modified = 0;
    note->replies_to = STR("n1");
    static const char expected[] =
        "{\"id\":\"n1\",\"article\":\"one.txt\",\"sha256\":"
        "\"87b04e58961f9a99d853d4046a0b5b793e7c3e4bbd21f5aca8fb17c20cdb1d8b\","
        "\"start\":37,\"end\":61,\"quote\":\"Ada Berg said. “Nobody\","
        "\"before\":\"The old bridge is shut, \",\"after\":\" pays,” she said.\","
        "\"about\":null,\"text\":\"So?\\n\\u202e\",\"tags\":[\"money\"],"
        "\"actors\":[\"ada-berg\"],\"by\":\"anna\",\"replies_to\":null,"
        "\"created\":\"2026-11-17T11:06:40Z\",\"modified\":\"2026-11-17T11:06:40Z\","
        "\"state\":\"exact\",\"conflict\":\"n2\"}\n"
        "{\"id\":\"n2\",\"article\":null,\"sha256\":null,\"start\":null,\"end\":null,"
        "\"quote\":null,\"before\":null,\"after\":null,\"about\":\"ada-berg\",\"text\":\"\","
        "\"tags\":[],\"actors\":[],\"by\":\"anna\",\"replies_to\":\"n1\",\"created\":null,"
        "\"modified\":null,\"state\":\"exact\",\"conflict\":null}\n";
    struct str found = exported_as(&exported, "jsonl");
    cr_expect(str_is(found, expected), "%s", found.at);
    library_free(exported.library);
}

Test(jsonl, a_passage_that_was_not_found_keeps_what_the_note_has_of_it)
{
    struct exported exported = exported_begin();
    struct note *note = exported_note(&exported, 0, "Nobody pays", "");
    note->state = ANCHOR_ORPHAN;
    note->span = (struct span){0};
    struct str found = exported_as(&exported, "jsonl");
    exported_holds(found, "\"start\":55,\"end\":66,\"quote\":\"Nobody pays\"");
    exported_holds(found, "\"state\":\"orphan\"");
    library_free(exported.library);
}
