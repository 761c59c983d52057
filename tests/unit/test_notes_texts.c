/* SPDX-License-Identifier: ISC */
#include "shelf.h"

static void check_same(const struct note *a, const struct note *b)
{
    cr_expect(str_eq(a->id, b->id));
    cr_expect(str_eq(a->article, b->article), "article: %.*s", STR_ARG(b->article));
    cr_expect(str_eq(a->sha256, b->sha256));
    cr_expect(str_eq(a->quote, b->quote), "quote: %.*s", STR_ARG(b->quote));
    cr_expect(str_eq(a->before, b->before), "before: %.*s", STR_ARG(b->before));
    cr_expect(str_eq(a->after, b->after), "after: %.*s", STR_ARG(b->after));
    cr_expect(str_eq(a->about, b->about), "about: %.*s", STR_ARG(b->about));
    cr_expect(str_eq(a->text, b->text), "text: %.*s", STR_ARG(b->text));
    cr_expect(str_eq(a->replies_to, b->replies_to));
    cr_assert_eq(a->tag_count, b->tag_count);
    for (size_t i = 0; i < a->tag_count; i++)
        cr_expect(str_eq(a->tags[i], b->tags[i]), "tag: %.*s", STR_ARG(b->tags[i]));
    cr_expect_eq(a->at.start, b->at.start);
    cr_expect_eq(a->at.end, b->at.end);
    cr_expect_eq(a->created, b->created);
    cr_expect_eq(a->modified, b->modified);
    cr_expect_eq(a->deleted, b->deleted);
    cr_expect_eq(a->has_passage, b->has_passage);
}

Test(notes_texts, every_text_comes_back_as_it_was)
{
    static const struct str texts[] = {
        {"- id: x", 7},
        {"a: b\n# c\n--- \n...", 17},
        {"  leading\n\ttab\n   ", 18},
        {"\n\n\n", 3},
        {"'\"\\&*!|>%@`{}[],?", 17},
        {"null", 4},
        {"~", 1},
        {"2026-11-21", 10},
        {"\x1b[31m \xE2\x80\xAE \xC2\x85 \xE2\x80\xA8", 17},
        {"a\0b", 3},
        {"\r\n", 2},
        {"\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9", 11},
        {"x: |\n  y\n\n", 10},
        {"trailing \nspace ", 16},
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct arena *arena = arena_new();
        struct str text = texts[i];
        struct note note = {.id = STR("ab0123456789"),
                            .article = text,
                            .sha256 = STR("00"),
                            .has_passage = true,
                            .at = {1, 2},
                            .quote = text,
                            .before = text,
                            .after = text,
                            .about = text,
                            .text = text,
                            .tags = &text,
                            .tag_count = 1,
                            .replies_to = STR("cd"),
                            .created = 1,
                            .modified = 2,
                            .deleted = 3};
        struct buf item = {0}, source = {0};
        notes_item(&note, &item);
        buf_chars(&source, "notes:\n  - ");
        struct str rest = buf_view(&item), line;
        for (bool first = true; str_split(&rest, '\n', &line); first = false)
            buf_printf(&source, "%s%.*s\n", first ? "" : "    ", STR_ARG(line));
        struct problems problems;
        bool ok;
        struct note_list list = read_source(arena, buf_view(&source), &ok, &problems);
        cr_assert(ok && list.len == 1 && !problems.len, "text %zu:\n%s", i, source.at);
        check_same(&note, &list.at[0]);
        buf_free(&item);
        buf_free(&source);
        arena_free(arena);
    }
}
