/* SPDX-License-Identifier: ISC */
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/notes/note.h"

#include <criterion/criterion.h>

/* TYPED as "text|tag|tag". */
static void check_split(const char *typed, const char *expected)
{
    struct arena *arena = arena_new();
    struct str text, *tags;
    size_t count;
    struct buf found = {0};
    note_split(arena, str_of(typed), &text, &tags, &count);
    buf_str(&found, text);
    for (size_t i = 0; i < count; i++)
        buf_printf(&found, "|%.*s", STR_ARG(tags[i]));
    cr_expect(str_is(buf_view(&found), expected), "typed: %s\n  found: %.*s\n  expected: %s", typed,
              STR_ARG(buf_view(&found)), expected);
    buf_free(&found);
    arena_free(arena);
}

Test(typed, tags_are_the_words_with_a_hash_at_the_very_end)
{
    static const struct {
        const char *typed, *expected;
    } cases[] = {
        {"", ""},
        {"   \n ", ""},
        {"Who says so?", "Who says so?"},
        {"Who says so? #check", "Who says so?|check"},
        {"Who says so? #check #us-eu", "Who says so?|check|us-eu"},
        {"#a #b", "|a|b"},
        {"#4 is wrong", "#4 is wrong"},
        {"see #4 there #x", "see #4 there|x"},
        {"one\ntwo #x\n", "one\ntwo|x"},
        {"one\n#x", "one|x"},
        {"one #x\ntwo", "one #x\ntwo"},
        {"ends in #one\n#two", "ends in #one|two"},
        {"  two  #x , #y,", "two|x|y"},
        {"twice #x #y #x", "twice|x|y"},
        {"C# #", "C# #"},
        {"a#b", "a#b"},
        {"note ##x", "note ##x"},
        {"note #x.", "note #x."},
        {"мост #дежурный", "мост|дежурный"},
        {"wide\xE3\x80\x80#x", "wide|x"},
        {"note #\"two words\" #x", "note|two words|x"},
        {"he said \"#x\"", "he said \"#x\""},
        {"note #\"\"", "note #\"\""},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        check_split(cases[i].typed, cases[i].expected);
}

Test(typed, what_is_joined_for_editing_splits_into_the_same_note)
{
    struct str tags[] = {STR("check"), STR("two words"), STR("us-eu")};
    static const char *const texts[] = {"", "One line.", "Two\n\nparagraphs #not-a-tag in",
                                        "ends in #word"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct arena *arena = arena_new();
        struct note note = {.text = str_of(texts[i]), .tags = tags, .tag_count = COUNT(tags)};
        struct str text, *read;
        size_t count;
        note_split(arena, note_join(arena, &note), &text, &read, &count);
        cr_expect(str_is(text, texts[i]), "%s: %.*s", texts[i], STR_ARG(text));
        cr_assert_eq(count, COUNT(tags));
        for (size_t j = 0; j < count; j++)
            cr_expect(str_eq(read[j], tags[j]));
        arena_free(arena);
    }
}

Test(typed, a_note_without_tags_is_joined_to_its_text_alone)
{
    struct arena *arena = arena_new();
    struct note note = {.text = STR("Plain.")};
    cr_expect(str_is(note_join(arena, &note), "Plain."));
    arena_free(arena);
}
