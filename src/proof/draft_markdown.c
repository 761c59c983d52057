/* SPDX-License-Identifier: ISC */
/* Markdown by lines: which belong together, and which of them are a quotation set apart. */
#include "dossier/base/memory.h"
#include "markdown.h"

#include <ctype.h>
#include <string.h>

struct lines_reader {
    struct page *page;
    struct str source;
    struct markdown_links links;
    struct mapped block; /* the paragraph in hand, without its prefixes */
    bool in_quote, in_list;
    char fence; /* the sign of the code in hand, 0: none */
    size_t fence_len;
};

struct str markdown_link(const struct markdown_links *links, struct str label)
{
    for (size_t i = 0; i < links->len; i++) {
        if (str_eq_nocase(links->at[i].label, label))
            return links->at[i].target;
    }
    return STR("");
}

static size_t indent_of(struct str line)
{
    size_t columns = 0;
    for (size_t i = 0; i < line.len && (line.at[i] == ' ' || line.at[i] == '\t'); i++)
        columns += line.at[i] == '\t' ? 4 - columns % 4 : 1;
    return columns;
}

static size_t run_of(struct str s, char c)
{
    size_t n = 0;
    while (n < s.len && s.at[n] == c)
        n++;
    return n;
}

static struct str from(struct str s, size_t at)
{
    return str_sub(s, at, s.len);
}

/* [label]: target, or [^label]: footnote; *REST is what is text: of a footnote. */
static bool is_definition(struct str line, struct str *label, struct str *rest)
{
    ptrdiff_t close = str_find(line, STR("]:"), 0);
    if (!line.len || line.at[0] != '[' || close < 2)
        return false;
    *label = str_sub(line, 1, (size_t)close);
    *rest = str_trim(from(line, (size_t)close + 2));
    return true;
}

static void find_links(struct lines_reader *r)
{
    struct str rest = r->source, line, label, target;
    while (str_split(&rest, '\n', &line)) {
        if (!is_definition(str_trim(line), &label, &target) || !target.len)
            continue;
        (void)vec_add(r->page->arena, &r->links);
        r->links.at[r->links.len - 1].label = label;
        r->links.at[r->links.len - 1].target = target;
    }
}

/* Puts the paragraph in hand on the page. */
static void flush(struct lines_reader *r)
{
    if (!r->block.text.len)
        return;
    if (r->in_quote && page_len(r->page) && !str_ends(buf_view(&r->page->mapped.text), STR("\n\n")))
        page_put(r->page, STR("\n\n"), mapped_source(&r->block, 0));
    markdown_inline(r->page, &r->block, &r->links);
    if (!r->in_quote)
        page_end(r->page, BLOCK_TEXT);
    buf_clear(&r->block.text);
    r->block.pieces.len = 0;
}

static void end_quote(struct lines_reader *r)
{
    if (!r->in_quote)
        return;
    flush(r);
    r->in_quote = false;
    page_end(r->page, BLOCK_QUOTE);
}

static void add_line(struct lines_reader *r, struct str words)
{
    size_t source = (size_t)(words.at - r->source.at);
    if (r->block.text.len)
        mapped_put(r->page->arena, &r->block, STR("\n"), source ? source - 1 : 0);
    mapped_put(r->page->arena, &r->block, words, source);
}

static void put_heading(struct lines_reader *r, struct str words)
{
    end_quote(r);
    flush(r);
    add_line(r, words);
    markdown_inline(r->page, &r->block, &r->links);
    page_end(r->page, BLOCK_HEADING);
    buf_clear(&r->block.text);
    r->block.pieces.len = 0;
}

/* The line opens or closes code that is set apart, or stands in it. */
static bool is_fenced(struct lines_reader *r, struct str line)
{
    char sign = line.len ? line.at[0] : ' ';
    size_t run = run_of(line, sign);
    bool marks = run >= 3 && (sign == '`' || sign == '~');
    if (r->fence) {
        if (marks && sign == r->fence && run >= r->fence_len && run == line.len)
            r->fence = 0;
        return true;
    }
    if (!marks || (sign == '`' && memchr(line.at + run, '`', line.len - run)))
        return false;
    r->fence = sign;
    r->fence_len = run;
    return true;
}

static bool is_rule(struct str line)
{
    char sign = line.len ? line.at[0] : ' ';
    size_t count = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (line.at[i] != sign && line.at[i] != ' ')
            return false;
        count += line.at[i] == sign;
    }
    return count >= 3 && (sign == '-' || sign == '*' || sign == '_' || sign == '=');
}

/* How long the mark of a list's item is, with its space; 0 where there is none. */
static size_t item_mark(struct str line)
{
    size_t digits = 0;
    while (digits < line.len && digits < 9 && isdigit((unsigned char)line.at[digits]))
        digits++;
    char sign = digits < line.len ? line.at[digits] : ' ';
    bool mark = digits ? sign == '.' || sign == ')' : sign == '-' || sign == '*' || sign == '+';
    return mark && digits + 1 < line.len && line.at[digits + 1] == ' ' ? digits + 2 : 0;
}

/* A line of a quotation, its mark taken off. */
static void take_quoted(struct lines_reader *r, struct str line)
{
    if (!r->in_quote) {
        flush(r);
        r->in_quote = true;
    }
    while (line.len && line.at[0] == '>')
        line = str_trim(from(line, 1));
    if (is_fenced(r, line))
        return;
    if (!line.len || is_rule(line))
        flush(r);
    else if (!str_starts(line, STR("[!")))
        add_line(r, line);
}

/* What begins a block of its own; false where the line only goes on. */
static bool begins_block(struct lines_reader *r, struct str line)
{
    size_t hashes = run_of(line, '#');
    struct str label, rest;
    if (hashes && hashes <= 6 && (hashes == line.len || line.at[hashes] == ' ')) {
        put_heading(r, str_trim(from(line, hashes)));
        return true;
    }
    if (is_rule(line)) {
        end_quote(r);
        flush(r);
        return true;
    }
    if (is_definition(line, &label, &rest)) {
        end_quote(r);
        flush(r);
        if (str_starts(label, STR("^")))
            add_line(r, rest);
        return true;
    }
    size_t mark = item_mark(line);
    if (mark) {
        end_quote(r);
        flush(r);
        r->in_list = true;
        add_line(r, str_trim(from(line, mark)));
    }
    return mark > 0;
}

static void take_line(struct lines_reader *r, struct str line)
{
    struct str words = str_trim(line);
    bool quoted = words.len && words.at[0] == '>' && indent_of(line) < 4;
    if (r->in_quote && !quoted && r->fence)
        r->fence = 0;
    if (!quoted && is_fenced(r, words)) {
        end_quote(r);
        flush(r);
        return;
    }
    if (!words.len) {
        flush(r);
        end_quote(r);
    } else if (quoted) {
        take_quoted(r, words);
    } else if (indent_of(line) >= 4 && !r->block.text.len && !r->in_list) {
        return; /* code */
    } else if (!begins_block(r, words)) {
        r->in_list &= indent_of(line) > 0 || r->block.text.len > 0;
        add_line(r, words);
    }
}

/* Behind the front matter. */
static struct str behind_front(struct str source)
{
    if (!str_starts(source, STR("---\n")) && !str_starts(source, STR("---\r\n")))
        return source;
    ptrdiff_t end = str_find(source, STR("\n---"), 3);
    ptrdiff_t line = end < 0 ? -1 : str_find(source, STR("\n"), (size_t)end + 1);
    return line < 0 ? source : from(source, (size_t)line + 1);
}

void draft_markdown(struct page *page, struct str source)
{
    struct lines_reader r = {.page = page, .source = source};
    struct str rest = behind_front(source), line;
    find_links(&r);
    while (str_split(&rest, '\n', &line))
        take_line(&r, line);
    end_quote(&r);
    flush(&r);
    buf_free(&r.block.text);
}
