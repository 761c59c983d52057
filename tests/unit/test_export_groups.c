/* SPDX-License-Identifier: ISC */
/* Notes under headings, as the plain text shows them. */
#include "exported.h"

/* The lines of the text that name notes and headings, parted by " / ". */
static struct str outline_of(const struct exported *exported, enum export_by by)
{
    static struct buf kept;
    struct str rest = exported_by(exported, "text", by, false), line, last = {0};
    buf_clear(&kept);
    while (str_split(&rest, '\n', &line)) {
        if (str_is(line, "Sources"))
            break;
        struct str words = str_trim(line);
        bool under = str_starts(line, STR("--")) && !str_starts(line, STR("-- "));
        if (under || str_starts(words, STR("Note "))) {
            buf_chars(&kept, kept.len ? " / " : "");
            ptrdiff_t end = str_find(words, STR(" –"), 0);
            buf_str(&kept, under
                               ? last
                               : str_sub(line, 0,
                                         end < 0 ? line.len : line.len - words.len + (size_t)end));
        }
        last = line;
    }
    return buf_view(&kept);
}

static void check_outline(const struct exported *exported, enum export_by by, const char *expected)
{
    struct str found = outline_of(exported, by);
    cr_expect(str_is(found, expected), "%.*s\nnot\n%s", STR_ARG(found), expected);
}

Test(groups, a_note_with_two_tags_stands_in_full_once_and_is_pointed_to_from_the_other)
{
    struct exported exported = exported_begin();
    exported_tags(&exported, exported_note(&exported, 0, "Nobody pays", "One."), "money bridge");
    exported_tags(&exported, exported_note(&exported, 0, "old bridge", "Two."), "bridge");
    exported_note(&exported, 1, "", "Three.");
    check_outline(
        &exported, EXPORT_BY_TAG,
        "#bridge / Note 1: one ¶2 / Note 2: one ¶2 / #money / "
        "Note 1 (one ¶2) stands under #bridge / No tag / Note 3: two (the whole article)");
    library_free(exported.library);
}

Test(groups, a_note_has_the_same_number_however_they_are_grouped)
{
    struct exported exported = exported_begin();
    exported_tags(&exported, exported_note(&exported, 0, "Nobody pays", "One."), "z");
    exported_tags(&exported, exported_note(&exported, 1, "", "Two."), "a");
    check_outline(&exported, EXPORT_BY_ARTICLE,
                  "Bridge shut / Note 1: one ¶2 / (no headline) Ferries run. Мост закрыт 🌉 today. "
                  "/ Note 2: two (the whole article)");
    check_outline(&exported, EXPORT_BY_TAG,
                  "#a / Note 2: two (the whole article) / #z / Note 1: one ¶2");
    library_free(exported.library);
}

Test(groups, actors_are_those_in_the_passage_and_the_one_the_note_is_on)
{
    struct exported exported = exported_begin();
    exported_note(&exported, 0, "Ada Berg said", "One.");
    exported_note(&exported, 0, "Nobody pays", "Two.");
    struct note *note = exported_note(&exported, 1, "", "Three.");
    note->article.len = 0;
    note->number = ARTICLE_NONE;
    note->about = STR("ada-berg");
    check_outline(&exported, EXPORT_BY_ACTOR,
                  "Ada Berg / Note 1: one ¶2 / Note 3: Ada Berg / No actor / Note 2: one ¶2");
    library_free(exported.library);
}

Test(groups, days_are_those_of_the_articles_the_undated_last)
{
    struct exported exported = exported_begin();
    exported_note(&exported, 1, "", "One.");
    exported_note(&exported, 0, "Nobody pays", "Two.");
    check_outline(&exported, EXPORT_BY_DATE,
                  "1 May 2024 / Note 2: one ¶2 / No date / Note 1: two (the whole article)");
    library_free(exported.library);
}

Test(groups, replies_stand_indented_under_what_they_reply_to_in_the_order_they_were_made)
{
    struct exported exported = exported_begin();
    exported_note(&exported, 0, "Nobody pays", "Late.")->replies_to = STR("n3");
    exported.at[0].created += 60;
    exported_note(&exported, 0, "Nobody pays", "Early.")->replies_to = STR("n3");
    exported_note(&exported, 0, "Nobody pays", "It.");
    exported_note(&exported, 0, "Nobody pays", "To that.")->replies_to = STR("n2");
    check_outline(&exported, EXPORT_BY_ARTICLE,
                  "Bridge shut / Note 1: one ¶2 /     Note 2: one ¶2 /         Note 3: one ¶2 / "
                  "    Note 4: one ¶2");
    library_free(exported.library);
}

Test(groups, a_reply_with_a_tag_of_its_own_is_pointed_to_from_there)
{
    struct exported exported = exported_begin();
    exported_tags(&exported, exported_note(&exported, 0, "Nobody pays", "One."), "a");
    exported_tags(&exported, exported_note(&exported, 0, "Nobody pays", "Two."), "a b");
    exported.at[1].replies_to = STR("n1");
    check_outline(&exported, EXPORT_BY_TAG,
                  "#a / Note 1: one ¶2 /     Note 2: one ¶2 / #b / "
                  "Note 2 (one ¶2) stands under #a");
    library_free(exported.library);
}

Test(groups, notes_that_reply_in_a_ring_or_have_one_id_are_each_there_once)
{
    struct exported exported = exported_begin();
    exported_note(&exported, 0, "Nobody pays", "One.")->replies_to = STR("n3");
    exported_note(&exported, 0, "Nobody pays", "Two.")->replies_to = STR("n1");
    exported_note(&exported, 0, "Nobody pays", "Three.")->replies_to = STR("n2");
    exported_note(&exported, 0, "Nobody pays", "Four.")->replies_to = STR("n4");
    exported_note(&exported, 0, "Nobody pays", "Five.")->id = STR("n1");
    struct str text = exported_as(&exported, "text");
    static const char *const words[] = {"One.", "Two.", "Three.", "Four.", "Five."};
    for (size_t i = 0; i < COUNT(words); i++) {
        ptrdiff_t at = str_find(text, str_of(words[i]), 0);
        cr_expect_geq(at, 0, "%s", words[i]);
        cr_expect_eq(str_find(text, str_of(words[i]), (size_t)at + 1), -1, "%s twice", words[i]);
    }
    library_free(exported.library);
}

Test(groups, a_long_chain_of_replies_does_no_harm)
{
    struct exported exported = exported_begin();
    for (int i = 0; i < 3000; i++) {
        struct note *note = exported_note(&exported, 0, "Nobody pays", "So.");
        note->replies_to = arena_printf(exported.library->arena, "n%d", i);
    }
    static const char *const formats[] = {"markdown", "html", "org", "text"};
    for (size_t i = 0; i < COUNT(formats); i++)
        exported_holds(exported_as(&exported, formats[i]), "3000");
    library_free(exported.library);
}

Test(groups, what_a_note_is_grouped_by_is_one_of_four_words)
{
    struct error error = {0};
    enum export_by by;
    cr_expect(exporters_by(STR("tag"), &by, &error));
    cr_expect_eq(by, EXPORT_BY_TAG);
    cr_expect_not(exporters_by(STR("colour"), &by, &error));
    exported_holds(str_of(error.text), "article, actor, tag, date");
}
