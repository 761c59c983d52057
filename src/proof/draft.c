/* SPDX-License-Identifier: ISC */
#include "dossier/proof/draft.h"

#include "dossier/base/mark.h"
#include "dossier/base/memory.h"
#include "dossier/text/encoding.h"
#include "page.h"

#define LOOKED_AT 2048 /* bytes that tell a format */

static const struct {
    const char *ending;
    void (*read)(struct page *page, struct str source);
} formats[] = {
    {".md", draft_markdown}, {".markdown", draft_markdown}, {".html", draft_html},
    {".htm", draft_html},    {".xhtml", draft_html},        {".org", draft_org},
    {".txt", draft_plain},   {".text", draft_plain},        {".csv", draft_csv},
    {".jsonl", draft_jsonl}, {".json", draft_json},         {".jsonld", draft_json},
};

static bool holds_nocase(struct str s, const char *what)
{
    struct str wanted = str_of(what);
    for (size_t i = 0; i + wanted.len <= s.len; i++) {
        if (str_eq_nocase(str_sub(s, i, i + wanted.len), wanted))
            return true;
    }
    return false;
}

/* A page of HTML, or a document of Org, under whatever name. */
static void (*reader_of(struct str source, struct str name))(struct page *, struct str)
{
    for (size_t i = 0; i < COUNT(formats); i++) {
        struct str ending = str_of(formats[i].ending);
        if (name.len > ending.len &&
            str_eq_nocase(str_sub(name, name.len - ending.len, name.len), ending))
            return formats[i].read;
    }
    struct str begin = str_trim(str_sub(source, 0, LOOKED_AT));
    if (begin.len && begin.at[0] == '<' &&
        (holds_nocase(begin, "<html") || holds_nocase(begin, "<!doctype html")))
        return draft_html;
    if (str_starts(begin, STR("{\"")))
        return draft_jsonl;
    if (str_starts(begin, STR("{\n")) || str_starts(begin, STR("[\n")))
        return draft_json;
    if (str_starts(begin, STR("\"number\",\"id\",")))
        return draft_csv;
    if (holds_nocase(begin, "#+begin_quote") || str_starts(begin, STR("#+")))
        return draft_org;
    return draft_markdown;
}

bool draft_read(struct arena *arena, struct str bytes, struct str name, struct draft *out,
                struct error *error)
{
    struct decoded decoded;
    struct page page = {.arena = arena, .draft = out};
    *out = (struct draft){0};
    if (str_starts(bytes, STR("PK\x03\x04")))
        return error_set(error, "%.*s: is a zip archive: unpack it, and check what is in it",
                         STR_ARG(name));
    if (!encoding_decode(arena, bytes, &decoded))
        return error_set(error, "%.*s: is binary, not text", STR_ARG(name));
    out->source = decoded.text;
    out->is_export = mark_found(decoded.text);
    reader_of(decoded.text, name)(&page, decoded.text);
    page_end(&page, BLOCK_TEXT);
    out->text = arena_str(arena, buf_view(&page.mapped.text));
    marks_find(&page);
    buf_free(&page.mapped.text);
    return true;
}
