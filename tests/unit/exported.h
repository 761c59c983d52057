/* SPDX-License-Identifier: ISC */
/* A small dossier with notes, and what an exporter makes of it. */
#ifndef DOSSIER_TESTS_EXPORTED_H
#define DOSSIER_TESTS_EXPORTED_H

#include "dossier/base/memory.h"
#include "dossier/export/exporters.h"
#include "dossier/notes/anchor.h"
#include "small.h"

#include <criterion/criterion.h>

#define EXPORTED_NOW 1795000000 /* 2026-11-18T11:06:40Z */

struct exported {
    struct library *library;
    struct note *at;
    size_t len, cap;
};

/* An article that a test may change: so few stay opened. Its paragraphs are as they were before. */
static inline struct article *exported_article(const struct library *library, uint32_t number)
{
    struct article *article = (struct article *)corpus_article(&library->corpus, number);
    article_paragraphs(article);
    return article;
}

static inline struct exported exported_begin(void)
{
    static const struct small_article articles[] = {
        {.path = "one.txt",
         .date = "2024-05-01",
         .text =
             "Bridge shut\n\nThe old bridge is shut, Ada Berg said. “Nobody pays,” she said.\n\n"
             "The council meets on Monday."},
        {.path = "two.txt", .text = "Ferries run. Мост закрыт 🌉 today."},
    };
    struct exported exported = {
        .library = small_library("title: The *old* bridge\n"
                                 "actors:\n"
                                 "  - {id: ada-berg, name: Ada Berg, kind: person}\n",
                                 articles, COUNT(articles))};
    struct facts *facts = &exported_article(exported.library, 0)->facts;
    facts->title = STR("Bridge shut");
    facts->source = STR("The Gazette");
    facts->author = STR("B. Reed");
    facts->url = STR("https://gazette.example/a?b=1&c=2");
    exported.library->title = exported.library->tags.title;
    return exported;
}

/* Adds a note on the first QUOTE of article NUMBER; on all of it where QUOTE is "". The returned
 * note lives till the next. */
static inline struct note *exported_note(struct exported *exported, uint32_t number,
                                         const char *quote, const char *text)
{
    struct note *note = vec_add(exported->library->arena, exported);
    struct str whole = corpus_article(&exported->library->corpus, number)->text;
    ptrdiff_t at = str_find(whole, str_of(quote), 0);
    cr_assert_geq(at, 0, "%s", quote);
    struct span span = {(uint32_t)at, (uint32_t)(at + (ptrdiff_t)str_of(quote).len)};
    anchor_make(exported->library->arena, exported->library, number, span, STR("stored"), note);
    note->id = arena_printf(exported->library->arena, "n%zu", exported->len);
    note->by = STR("anna");
    note->text = str_of(text);
    note->created = note->modified = EXPORTED_NOW - 86400;
    return note;
}

/* The export; its memory is the library's. */
static inline struct str exported_by(const struct exported *exported, const char *format,
                                     enum export_by by, bool raw)
{
    struct arena *arena = exported->library->arena;
    const struct note **notes = arena_many(arena, const struct note *, exported->len + 1);
    for (size_t i = 0; i < exported->len; i++)
        notes[i] = &exported->at[i];
    struct export_request request = {exported->library, notes, exported->len,
                                     EXPORTED_NOW,      by,    raw};
    struct buf out = {0};
    cr_assert(exporters_find(str_of(format), NULL)->write(&request, &out, NULL));
    struct str copy = arena_str(arena, buf_view(&out));
    buf_free(&out);
    return copy;
}

static inline struct str exported_as(const struct exported *exported, const char *format)
{
    return exported_by(exported, format, EXPORT_BY_ARTICLE, false);
}

/* Gives NOTE these tags, parted by spaces. */
static inline void exported_tags(struct exported *exported, struct note *note, const char *tags)
{
    struct str rest = str_of(tags), tag;
    note->tags = arena_many(exported->library->arena, struct str, rest.len + 1);
    note->tag_count = 0;
    while (str_split(&rest, ' ', &tag))
        note->tags[note->tag_count++] = tag;
}

static inline void exported_holds(struct str export, const char *words)
{
    cr_expect(str_find(export, str_of(words), 0) >= 0, "missing: %s\n%.*s", words, STR_ARG(export));
}

static inline void exported_lacks(struct str export, const char *words)
{
    cr_expect_eq(str_find(export, str_of(words), 0), -1, "found: %s\n%.*s", words, STR_ARG(export));
}

/* What must mean nothing in any format, whichever field of a note or article holds it. */
static const char *const exported_hostile[] = {
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</title><script>1</script>",
    "</style></details></mark>",
    "--> <!-- ]]> <![CDATA[",
    "&lt;b&gt; &#x3c;script&#x3e; &",
    "![x](javascript:alert(1)) [x](javascript:alert(1)) [x]: http://x.invalid",
    "<https://x.invalid> https://x.invalid www.x.invalid a@x.invalid",
    "# heading\n## another",
    "---\n***\n===\n+++",
    "> quotation",
    "* item\n- item\n+ item\n1. item\n2) item\n(a) item\n#. item",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "```\ncode\n```\n~~~\ncode\n~~~\n    code\n\tcode",
    "_a_ **b** `c` ~~d~~ ^e^ ~f~ $g$ $$h$$ ==i==",
    "[^1]: note\n[^1] [@cite] @cite *[HTML]: x",
    "\\input{/etc/passwd} \\ \\\\",
    "term\n: definition\n\n::: div\n:smile:",
    "{{7*7}} {#id .class} {{{m}}}",
    "a\x1b[31mb\x07\x08 \xC2\x9B \xE2\x80\xAE \xE2\x80\xA8 \xEF\xBB\xBF \x7F",
    "\xFF\xFE \xED\xA0\x80 \xC0\x9B",
    "%n%s",
    "\"\\u0000\" \\\"",
    "* TODO a\n** b\n#+BEGIN_SRC sh\nid\n#+END_SRC\n#+END_QUOTE\n#+INCLUDE: x",
    ":PROPERTIES:\n:a: b\n:END:\n%%(diary-float 1 1 1)\nCLOCK: [2025-01-01]",
    "[[elisp:(ding)]] elisp:(ding) {{{m}}} src_sh{id} call_f() @@html:<b>@@",
    "=1+1",
    " @SUM(1)",
    "\t-1",
    "\xEF\xBC\x9D"
    "1",
    "'+1",
    "# Local Variables:\n# eval: (ding)\n# End:\nvim: set x:",
};

/* Puts HOSTILE wherever a text from outside can stand. */
static inline void exported_taint(struct exported *exported, const char *hostile)
{
    struct library *library = exported->library;
    struct article *article = exported_article(library, 0);
    struct facts *facts = &article->facts;
    struct str text = str_of(hostile);
    struct str *tags = arena_many(library->arena, struct str, 1);
    *tags = text;
    library->title = facts->title = facts->source = facts->author = facts->url = facts->why = text;
    article->path = article->label = text;
    library->tags.at[0].name = text;
    for (size_t i = 0; i < exported->len; i++) {
        struct note *note = &exported->at[i];
        note->text = note->by = note->about = note->sha256 = text;
        note->tags = tags;
        note->tag_count = 1;
    }
    struct note *lost = exported_note(exported, 1, "run", hostile);
    lost->quote = lost->before = lost->after = lost->article = text;
    lost->number = ARTICLE_NONE;
    lost->span = (struct span){0};
    struct note *actor = exported_note(exported, 1, "", hostile);
    actor->article.len = 0;
    actor->about = text;
    actor->number = ARTICLE_NONE;
}

#endif
