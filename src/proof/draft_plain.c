/* SPDX-License-Identifier: ISC */
/* Plain text: a line that is long is a paragraph; shorter ones go on in the next, as a hand or a
 * mail program wraps them. Lines that begin with ">" are a quotation set apart. */
#include "page.h"

#include <string.h>

#define LONG 120 /* bytes of a line that nobody wrapped */

struct plain_reader {
    struct page *page;
    struct str source;
    bool quoted;  /* the paragraph in hand */
    bool goes_on; /* its last line was a short one */
    struct str last;
};

static bool ends_sentence(struct str line)
{
    line = str_trim(line);
    return line.len && (strchr(".!?\"", line.at[line.len - 1]) || str_ends(line, STR("”")));
}

static bool begins_quotation(struct str line)
{
    return str_starts(line, STR("“")) || str_starts(line, STR("\"")) ||
           str_starts(line, STR("«")) || str_starts(line, STR("„"));
}

static void end_paragraph(struct plain_reader *r)
{
    uint32_t start =
        r->page->blocks.len ? r->page->blocks.at[r->page->blocks.len - 1].span.end + 2 : 0;
    struct str words = str_sub(buf_view(&r->page->mapped.text), start, page_len(r->page));
    bool heading = r->page->draft->is_export && str_starts(words, STR("Note "));
    page_end(r->page, r->quoted ? BLOCK_QUOTE : heading ? BLOCK_HEADING : BLOCK_TEXT);
    r->goes_on = false;
}

/* An export sets the words that a note is on between asterisks. */
static void put_words(struct plain_reader *r, struct str words)
{
    size_t at = (size_t)(words.at - r->source.at);
    if (!r->quoted || !r->page->draft->is_export) {
        page_put(r->page, words, at);
        return;
    }
    struct str rest = words, piece;
    while (str_split(&rest, '*', &piece))
        page_put(r->page, piece, at + (size_t)(piece.at - words.at));
}

static void take_line(struct plain_reader *r, struct str line)
{
    struct str words = str_trim(line);
    bool quoted = words.len && words.at[0] == '>';
    bool anew = begins_quotation(words) && ends_sentence(r->last);
    while (quoted && words.len && (words.at[0] == '>' || words.at[0] == ' '))
        words = str_sub(words, 1, words.len);
    if (quoted != r->quoted || (!quoted && (!r->goes_on || !words.len || anew)) ||
        (!quoted && words.len > LONG))
        end_paragraph(r);
    r->quoted = quoted;
    r->goes_on = words.len > 0 && words.len <= LONG;
    r->last = words;
    put_words(r, words);
    page_put(r->page, STR("\n"), (size_t)(words.at - r->source.at) + words.len);
}

void draft_plain(struct page *page, struct str source)
{
    struct plain_reader r = {.page = page, .source = source};
    struct str rest = source, line;
    while (str_split(&rest, '\n', &line))
        take_line(&r, line);
    end_paragraph(&r);
}
