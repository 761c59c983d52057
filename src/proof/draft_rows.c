/* SPDX-License-Identifier: ISC */
/* CSV (RFC 4180), JSON lines and web annotations: a row that has a quote is a quotation, from the
 * article that it names; what its text says is read too. */
#include "dossier/base/memory.h"
#include "dossier/exchange/json.h"
#include "page.h"

#include <string.h>

struct row {
    struct str quote, article, date, text;
    size_t quote_at, text_at; /* in the source */
};

static void put_row(struct page *page, const struct row *row)
{
    if (row->quote.len) {
        page_put(page, row->quote, row->quote_at);
        page_aside(page, row->article);
        page_end(page, BLOCK_QUOTE);
    }
    page_put(page, row->text, row->text_at);
    page_end(page, BLOCK_TEXT);
}

/* The cell at *AT, its quotation marks off; moves behind it and its comma. False, and behind the
 * line end, where it is the row's last. */
static bool read_cell(struct arena *arena, struct str s, size_t *at, struct str *out, size_t *start)
{
    struct buf cell = {0};
    bool quoted = *at < s.len && s.at[*at] == '"';
    *at += quoted;
    *start = *at;
    for (; *at < s.len; ++*at) {
        char c = s.at[*at];
        bool twice = quoted && c == '"' && *at + 1 < s.len && s.at[*at + 1] == '"';
        if (quoted && c == '"' && !twice) {
            quoted = false;
            continue;
        }
        if (!quoted && (c == ',' || c == '\n'))
            break;
        *at += twice;
        if (quoted || c != '\r')
            buf_char(&cell, c);
    }
    *out = arena_str(arena, buf_view(&cell));
    if (out->len > 1 && out->at[0] == '\'' && strchr("=+-@\t", out->at[1]))
        *out = str_sub(*out, 1, out->len); /* a guard against spreadsheets */
    buf_free(&cell);
    bool more = *at < s.len && s.at[*at] == ',';
    *at += *at < s.len;
    return more;
}

static struct str *field_of(struct row *row, struct str name)
{
    return str_is(name, "quote")     ? &row->quote
           : str_is(name, "article") ? &row->article
           : str_is(name, "date")    ? &row->date
           : str_is(name, "text")    ? &row->text
                                     : NULL;
}

void draft_csv(struct page *page, struct str source)
{
    struct {
        struct str *at;
        size_t len, cap;
    } heads = {0};
    struct str cell;
    size_t at = 0, start;
    bool more = true;
    while (more) {
        more = read_cell(page->arena, source, &at, &cell, &start);
        *vec_add(page->arena, &heads) = cell;
    }
    while (at < source.len) {
        struct row row = {0};
        more = true;
        for (size_t i = 0; more; i++) {
            more = read_cell(page->arena, source, &at, &cell, &start);
            struct str *field = i < heads.len ? field_of(&row, heads.at[i]) : NULL;
            if (!field)
                continue;
            *field = cell;
            if (field == &row.quote)
                row.quote_at = start;
            if (field == &row.text)
                row.text_at = start;
        }
        put_row(page, &row);
    }
}

void draft_jsonl(struct page *page, struct str source)
{
    struct str rest = source, line;
    while (str_split(&rest, '\n', &line)) {
        struct exchange_failure failure;
        const struct json *map = str_trim(line).len ? json_read(page->arena, line, &failure) : NULL;
        struct row row = {.quote = json_get_text(map, "quote"),
                          .article = json_get_text(map, "article"),
                          .text = json_get_text(map, "text")};
        row.quote_at = row.text_at = (size_t)(line.at - source.at);
        put_row(page, &row);
    }
}

/* What a web annotation says: the words of its quote selector, its article, its comments. */
static void read_annotation(const struct json *item, struct row *row)
{
    const struct json *target = json_get(item, "target"), *body = json_get(item, "body");
    if (target && target->kind == JSON_LIST)
        target = target->first;
    row->article = json_get_text(target, "dcterms:source");
    const struct json *selector = json_get(target, "selector");
    if (selector && selector->kind == JSON_LIST)
        selector = selector->first;
    for (; selector; selector = selector->next) {
        if (json_get_text(selector, "exact").len)
            row->quote = json_get_text(selector, "exact");
    }
    for (body = body && body->kind == JSON_LIST ? body->first : body; body; body = body->next) {
        if (str_is(json_get_text(body, "purpose"), "commenting"))
            row->text = json_get_text(body, "value");
    }
}

/* JSON that is one value: a page of annotations; in a bibliography nothing is quoted. */
void draft_json(struct page *page, struct str source)
{
    struct exchange_failure failure;
    const struct json *root = json_read(page->arena, source, &failure);
    const struct json *items = json_get(root, "items");
    ptrdiff_t at = 0;
    for (const struct json *item = items ? items->first : NULL; item; item = item->next) {
        struct row row = {0};
        read_annotation(item, &row);
        ptrdiff_t found = str_find(source, STR("\"exact\""), (size_t)at + 1);
        at = row.quote.len && found > 0 ? found : at;
        row.quote_at = row.text_at = (size_t)at;
        put_row(page, &row);
    }
}
