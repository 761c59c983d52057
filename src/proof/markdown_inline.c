/* SPDX-License-Identifier: ISC */
/* Markdown inside a paragraph: what CommonMark, GitHub, pandoc and Obsidian have in common. Signs
 * that only dress words are left out, links keep their words; code keeps its words too, but no
 * quotation mark in it means anything. */
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "markdown.h"

#include <ctype.h>
#include <string.h>

#define DEEPEST 16       /* links in links */
#define LONGEST_TAG 2000 /* bytes */
#define LONGEST_LINK 700 /* of its words, and of its target */

struct inline_reader {
    struct page *page;
    const struct mapped *block;
    const struct markdown_links *links;
    struct str text;
    int depth;
};

static void read_until(struct inline_reader *r, size_t at, size_t end);

static void put(struct inline_reader *r, size_t start, size_t end)
{
    /* byte by byte the block may come from several lines of the source */
    while (start < end) {
        size_t source = mapped_source(r->block, start), run = 1;
        while (start + run < end && mapped_source(r->block, start + run) == source + run)
            run++;
        page_put(r->page, str_sub(r->text, start, start + run), source);
        start += run;
    }
}

static size_t run_of(struct str s, size_t at, char c)
{
    size_t n = 0;
    while (at + n < s.len && s.at[at + n] == c)
        n++;
    return n;
}

static size_t find(struct str s, const char *what, size_t from)
{
    ptrdiff_t at = str_find(s, str_of(what), from);
    return at < 0 ? s.len : (size_t)at;
}

static size_t read_code(struct inline_reader *r, size_t at, size_t end)
{
    size_t ticks = run_of(r->text, at, '`');
    for (size_t close = at + ticks; close < end; close += run_of(r->text, close, '`')) {
        close = find(r->text, "`", close);
        if (close >= end || run_of(r->text, close, '`') != ticks)
            continue;
        uint32_t from = page_len(r->page);
        put(r, at + ticks, close);
        *vec_add(r->page->arena, &r->page->code) = (struct span){from, page_len(r->page)};
        return close + ticks;
    }
    put(r, at, at + ticks);
    return at + ticks;
}

/* A tag, a comment or an address between < and >. */
static size_t read_angled(struct inline_reader *r, size_t at, size_t end)
{
    struct str s = str_sub(r->text, 0, end);
    if (str_starts(str_sub(s, at, end), STR("<!--"))) {
        size_t close = find(s, "-->", at + 4);
        return close < end ? close + 3 : end;
    }
    char next = at + 1 < end ? s.at[at + 1] : ' ';
    size_t close = find(str_sub(s, 0, at + LONGEST_TAG), ">", at);
    if (close >= end || close >= at + LONGEST_TAG ||
        !(isalpha((unsigned char)next) || next == '/')) {
        put(r, at, at + 1);
        return at + 1;
    }
    struct str inside = str_sub(s, at + 1, close);
    if (str_find(inside, STR("://"), 0) > 0 && str_find(inside, STR(" "), 0) < 0)
        page_aside(r->page, inside);
    else if (str_eq_nocase(str_sub(inside, 0, 2), STR("br")))
        page_put(r->page, STR("\n"), mapped_source(r->block, at));
    return close + 1;
}

/* The bracket that closes the one at AT; END where there is none. */
static size_t closing(struct str s, size_t at, size_t end, char open, char close)
{
    int depth = 0;
    for (size_t i = at; i < end && i < at + LONGEST_LINK; i++) {
        if (s.at[i] == '\\')
            i++;
        else if (s.at[i] == open)
            depth++;
        else if (s.at[i] == close && --depth == 0)
            return i;
    }
    return end;
}

static void read_inside(struct inline_reader *r, size_t at, size_t end)
{
    if (r->depth == DEEPEST) {
        put(r, at, end);
        return;
    }
    r->depth++;
    read_until(r, at, end);
    r->depth--;
}

/* A link, a footnote, a citation; else a bracket of the text. */
static size_t read_bracket(struct inline_reader *r, size_t at, size_t end)
{
    struct str s = r->text;
    bool image = s.at[at] == '!';
    size_t open = at + (image ? 1 : 0), close = closing(s, open, end, '[', ']');
    struct str inside = str_sub(s, open + 1, close), target;
    size_t behind = close + 1;
    if (close >= end) {
        put(r, at, at + 1);
        return at + 1;
    }
    if (behind < end && s.at[behind] == '(') {
        size_t stop = closing(s, behind, end, '(', ')');
        target = str_sub(s, behind + 1, stop);
        behind = stop < end ? stop + 1 : behind;
    } else if (behind < end && s.at[behind] == '[') {
        size_t stop = closing(s, behind, end, '[', ']');
        target = markdown_link(r->links, str_sub(s, behind + 1, stop));
        behind = target.len ? stop + 1 : behind;
    } else {
        target = markdown_link(r->links, inside);
    }
    bool note = str_starts(inside, STR("^")), key = str_starts(inside, STR("@"));
    if (note || key || str_find(inside, STR(" @"), 0) > 0 || target.len) {
        if (!note && !key && !image && target.len)
            read_inside(r, open + 1, close);
        page_aside(r->page, target.len ? target : inside);
        return behind;
    }
    put(r, at, open + 1);
    return open + 1;
}

/* Asterisks and the like that dress words; others stay. */
static size_t read_dressing(struct inline_reader *r, size_t at, size_t end)
{
    char c = r->text.at[at];
    size_t run = run_of(r->text, at, c), behind = at + run, before = at, next = behind;
    uint32_t left = at ? utf8_before(r->text, &before) : ' ';
    uint32_t right = behind < end ? utf8_next(r->text, &next) : ' ';
    bool inside = char_is_word(left) && char_is_word(right);
    bool product = char_is_digit(left) && char_is_digit(right);
    bool alone = product || (char_is_space(left) && char_is_space(right));
    bool is_dressing = !alone && !(c == '_' && inside) && (c == '*' || c == '_' || run == 2);
    if (!is_dressing)
        put(r, at, behind);
    return behind;
}

static size_t read_escape(struct inline_reader *r, size_t at, size_t end)
{
    bool escapes = at + 1 < end && ispunct((unsigned char)r->text.at[at + 1]);
    bool breaks = at + 1 < end && r->text.at[at + 1] == '\n';
    if (!escapes && !breaks) {
        put(r, at, at + 1);
        return at + 1;
    }
    put(r, at + 1, at + 2);
    return at + 2;
}

static size_t read_entity(struct inline_reader *r, size_t at, size_t end)
{
    uint32_t c;
    struct buf character = {0};
    size_t len = entity_read(str_sub(r->text, 0, end), at, &c);
    if (!len) {
        put(r, at, at + 1);
        return at + 1;
    }
    utf8_put(&character, c);
    page_put(r->page, buf_view(&character), mapped_source(r->block, at));
    buf_free(&character);
    return at + len;
}

static size_t read_sign(struct inline_reader *r, size_t at, size_t end)
{
    switch (r->text.at[at]) {
    case '\\':
        return read_escape(r, at, end);
    case '`':
        return read_code(r, at, end);
    case '<':
        return read_angled(r, at, end);
    case '&':
        return read_entity(r, at, end);
    case '[':
        return read_bracket(r, at, end);
    case '!':
        if (at + 1 < end && r->text.at[at + 1] == '[')
            return read_bracket(r, at, end);
        put(r, at, at + 1);
        return at + 1;
    default:
        return read_dressing(r, at, end);
    }
}

static void read_until(struct inline_reader *r, size_t at, size_t end)
{
    while (at < end) {
        size_t plain = at;
        while (plain < end && !strchr("\\`<&[!*_~=", r->text.at[plain]))
            plain++;
        put(r, at, plain);
        at = plain < end ? read_sign(r, plain, end) : end;
    }
}

void markdown_inline(struct page *page, const struct mapped *block,
                     const struct markdown_links *links)
{
    struct inline_reader r = {page, block, links, buf_view(&block->text), 0};
    read_until(&r, 0, r.text.len);
}
