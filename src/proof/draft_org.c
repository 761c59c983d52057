/* SPDX-License-Identifier: ISC */
/* Org: headings, quotation blocks, links, footnotes and emphasis; drawers, comments and code are
 * left alone. */
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "page.h"

#include <string.h>

#define LONGEST_LINK 1000 /* bytes */

struct org_reader {
    struct page *page;
    struct str source;
    bool in_quote, in_code, in_drawer;
};

static bool begins(struct str line, const char *word)
{
    return str_eq_nocase(str_sub(line, 0, strlen(word)), str_of(word));
}

static size_t at_of(const struct org_reader *r, struct str s, size_t at)
{
    return (size_t)(s.at - r->source.at) + at;
}

static void put(struct org_reader *r, struct str s, size_t start, size_t end)
{
    page_put(r->page, str_sub(s, start, end), at_of(r, s, start));
}

/* [[target][words]], [[target]], [fn:1]; else the bracket itself. */
static size_t read_bracket(struct org_reader *r, struct str s, size_t at)
{
    struct str rest = str_sub(s, at, s.len);
    s = str_sub(s, 0, at + LONGEST_LINK);
    if (str_starts(rest, STR("[fn:")) || str_starts(rest, STR("[cite"))) {
        ptrdiff_t close = str_find(s, STR("]"), at);
        if (close > 0) {
            page_aside(r->page, str_sub(s, at + 1, (size_t)close));
            return (size_t)close + 1;
        }
    }
    ptrdiff_t end = str_starts(rest, STR("[[")) ? str_find(s, STR("]]"), at) : -1;
    if (end < 0) {
        put(r, s, at, at + 1);
        return at + 1;
    }
    ptrdiff_t middle = str_find(str_sub(s, 0, (size_t)end), STR("]["), at);
    if (middle > 0)
        put(r, s, (size_t)middle + 2, (size_t)end);
    page_aside(r->page, str_sub(s, at + 2, middle > 0 ? (size_t)middle : (size_t)end));
    return (size_t)end + 2;
}

/* A sign of emphasis stands at the edge of a word, and is not alone. */
static bool is_emphasis(struct str s, size_t at)
{
    size_t back = at, next = at + 1;
    uint32_t before = at ? utf8_before(s, &back) : ' ';
    uint32_t after = next < s.len ? utf8_next(s, &next) : ' ';
    bool opens = !char_is_word(before) && !char_is_space(after);
    bool closes = !char_is_word(after) && !char_is_space(before);
    return opens || closes;
}

static void put_words(struct org_reader *r, struct str s)
{
    for (size_t at = 0; at < s.len;) {
        size_t plain = at;
        while (plain < s.len && !strchr("[*/_=~+", s.at[plain]))
            plain++;
        put(r, s, at, plain);
        at = plain;
        if (at == s.len)
            break;
        if (s.at[at] == '[') {
            at = read_bracket(r, s, at);
        } else {
            if (!is_emphasis(s, at) || (s.at[at] == '/' && memchr(s.at, ':', at)))
                put(r, s, at, at + 1);
            at++;
        }
    }
    page_put(r->page, STR("\n"), at_of(r, s, s.len));
}

static void end_paragraph(struct org_reader *r)
{
    if (!r->in_quote)
        page_end(r->page, BLOCK_TEXT);
    else if (page_len(r->page))
        page_put(r->page, STR("\n"), mapped_source(&r->page->mapped, page_len(r->page)));
}

static bool take_keyword(struct org_reader *r, struct str line)
{
    if (r->in_code) {
        r->in_code = !begins(line, "#+end_");
        return true;
    }
    if (begins(line, "#+begin_quote")) {
        end_paragraph(r);
        r->in_quote = true;
    } else if (begins(line, "#+end_quote")) {
        r->in_quote = false;
        page_end(r->page, BLOCK_QUOTE);
    } else if (begins(line, "#+begin_")) {
        end_paragraph(r);
        r->in_code = !begins(line, "#+begin_verse") && !begins(line, "#+begin_center");
    } else if (begins(line, ":end:")) {
        r->in_drawer = false;
    } else if (line.len > 2 && line.at[0] == ':' && line.at[line.len - 1] == ':' &&
               !memchr(line.at, ' ', line.len)) {
        r->in_drawer = true;
    } else {
        return begins(line, "#+") || begins(line, "# ") || str_is(line, "#") || r->in_drawer;
    }
    return true;
}

static void take_line(struct org_reader *r, struct str line)
{
    struct str words = str_trim(line);
    size_t stars = 0;
    if (take_keyword(r, words))
        return;
    while (stars < line.len && line.at[stars] == '*')
        stars++;
    if (!words.len) {
        end_paragraph(r);
    } else if (stars && stars < line.len && line.at[stars] == ' ') {
        r->in_quote = false;
        page_end(r->page, BLOCK_TEXT);
        put_words(r, str_trim(str_sub(line, stars, line.len)));
        page_end(r->page, BLOCK_HEADING);
    } else {
        put_words(r, words);
    }
}

void draft_org(struct page *page, struct str source)
{
    struct org_reader r = {.page = page, .source = source};
    struct str rest = source, line;
    while (str_split(&rest, '\n', &line))
        take_line(&r, line);
    page_end(page, r.in_quote ? BLOCK_QUOTE : BLOCK_TEXT);
}
