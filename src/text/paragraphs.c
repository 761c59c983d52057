/* SPDX-License-Identifier: ISC */
/* Whether a text was wrapped by hand is asked once for the whole of it: a line is its own paragraph
 * in what comes from the web, and a part of one in mails and old plain texts. */
#include "dossier/text/paragraphs.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/utf8.h"

#include <string.h>

#define WIDEST 100     /* columns of a line that a hand has wrapped */
#define NARROWEST 40   /* the longest line of verse and lists is often shorter */
#define MOST_BYTES 800 /* a line of more is wider than WIDEST, and not measured */
#define ENOUGH_BYTES 250

/* ASCII that is seen, as most of what stands at the ends of lines is. */
static bool is_ink(char byte)
{
    return byte > ' ' && byte < 0x7F;
}

static struct span trimmed(struct str text, size_t start, size_t end)
{
    size_t at = start;
    while (start < end && !is_ink(text.at[start]) && char_is_space(utf8_next(text, &at)))
        start = at;
    for (at = end; at > start && !is_ink(text.at[at - 1]) && char_is_space(utf8_before(text, &at));)
        end = at;
    return (struct span){(uint32_t)start, (uint32_t)end};
}

/* The line at *AT without the white space around it; moves *AT behind it. False at the end. */
static bool next_line(struct str text, size_t *at, struct span *line)
{
    if (*at >= text.len)
        return false;
    const char *end = memchr(text.at + *at, '\n', text.len - *at);
    size_t stop = end ? (size_t)(end - text.at) : text.len;
    *line = trimmed(text, *at, stop);
    *at = stop + 1;
    return true;
}

static bool is_blank(struct span line)
{
    return line.start == line.end;
}

/* Columns of a line, or more than WIDEST. Its beginning tells, as a rule: columns cost much to
 * count. */
static int measured(struct str line)
{
    size_t some = line.len > ENOUGH_BYTES ? utf8_start(line, ENOUGH_BYTES) : line.len;
    int width = text_width(str_sub(line, 0, some));
    return some == line.len || width > WIDEST ? width : text_width(line);
}

/* The bytes from the beginning of LINE on that are ASCII without control characters, each of which
 * takes a column; counted by eight, up to MOST at least. */
static size_t plain_bytes(struct str line, size_t most)
{
    const uint64_t high = 0x8080808080808080u, spaces = 0x2020202020202020u, ones = high >> 7;
    uint64_t eight;
    size_t at = 0;
    for (; at < most && at + sizeof eight <= line.len; at += sizeof eight) {
        memcpy(&eight, line.at + at, sizeof eight);
        if ((eight | (eight - spaces) | (eight + ones)) & high)
            break;
    }
    while (at < most && at < line.len && (line.at[at] == ' ' || is_ink(line.at[at])))
        at++;
    return at;
}

/* A byte that begins a character which takes one column for sure: of ASCII, or of the letters from
 * U+00C0 to U+023F and from U+0400 to U+047F. */
static bool is_column(unsigned char byte)
{
    return (byte >= ' ' && byte < 0x7F) || (byte >= 0xC3 && byte <= 0xC8) || byte == 0xD0 ||
           byte == 0xD1;
}

/* Columns of a line; WIDEST + 1 for any that is wider. */
static int line_width(struct str line)
{
    if (line.len > MOST_BYTES)
        return WIDEST + 1;
    size_t at = plain_bytes(line, WIDEST + 1), columns = at;
    if (at == line.len || at > WIDEST)
        return at > WIDEST ? WIDEST + 1 : (int)at;
    for (; at < line.len && columns <= WIDEST; at++)
        columns += is_column((unsigned char)line.at[at]);
    return columns > WIDEST ? WIDEST + 1 : measured(line);
}

/* Columns of the longest line; 0 where one is too long for a hand to have wrapped. */
static int longest_line(struct str text)
{
    int longest = 0;
    struct span line;
    for (size_t at = 0; next_line(text, &at, &line);) {
        int width = line_width(span_of(text, line));
        if (width > WIDEST)
            return 0;
        if (width > longest)
            longest = width;
    }
    return longest;
}

static int first_word_width(struct str line)
{
    size_t at = 0, end = 0;
    while (at < line.len && !char_is_space(utf8_next(line, &at)))
        end = at;
    return text_width(str_sub(line, 0, end));
}

/* The last character but for closing marks ends sentences. */
static bool ends_sentence(struct str line)
{
    for (size_t at = line.len; at > 0;) {
        uint32_t c = utf8_before(line, &at);
        if (!char_is_quote(c) && c != ')' && c != ']')
            return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
                   c == 0xFF1F;
    }
    return false;
}

static bool is_wrapped_by_hand(struct str text)
{
    int longest = longest_line(text);
    if (longest < NARROWEST)
        return false;
    size_t breaks = 0, full = 0, after_sentence = 0;
    struct span before = {0, 0}, line;
    for (size_t at = 0; next_line(text, &at, &line); before = line) {
        if (is_blank(before) || is_blank(line))
            continue;
        struct str last = span_of(text, before);
        breaks++;
        full += text_width(last) + 1 + first_word_width(span_of(text, line)) > longest;
        after_sentence += ends_sentence(last);
    }
    return breaks > 0 && full * 5 >= breaks * 4 && after_sentence * 2 <= breaks;
}

/* The paragraphs of a text, one after the other. */
struct walk {
    struct str text;
    size_t at;
    bool joins;
};

/* A paragraph is a line, or, where lines are joined, all up to a blank one. */
static bool next_paragraph(struct walk *walk, struct span *out)
{
    struct span line;
    do {
        if (!next_line(walk->text, &walk->at, out))
            return false;
    } while (is_blank(*out));
    while (walk->joins && next_line(walk->text, &walk->at, &line) && !is_blank(line))
        out->end = line.end;
    return true;
}

void paragraphs_find(struct arena *arena, struct str text, struct spans *out)
{
    struct walk walk = {text, 0, is_wrapped_by_hand(text)};
    for (struct span paragraph; next_paragraph(&walk, &paragraph);)
        *vec_add(arena, out) = paragraph;
}

size_t paragraphs_begin(struct str text, struct span *out, size_t most)
{
    struct walk walk = {text, 0, is_wrapped_by_hand(text)};
    size_t count = 0;
    while (count < most && next_paragraph(&walk, &out[count]))
        count++;
    return count;
}
