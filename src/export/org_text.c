/* SPDX-License-Identifier: ISC */
/* Org has no backslash escape. Its manual's way is the zero width space (U+200B), put where it
 * parts a sign from what would give it its meaning: behind most, before some, and at the beginning
 * of a line. Emphasis needs both sides, as Emacs takes the space for white and others don't. */
#include "org_text.h"

#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "parts.h"

#include <ctype.h>
#include <string.h>

#define PARTING 0x200B

struct around {
    struct str before;   /* all that stands before it */
    uint32_t last, next; /* 0 at an end */
};

static bool is_in(uint32_t c, const char *set)
{
    return c && c < 0x80 && strchr(set, (int)c);
}

/* Letters of a word in capitals, at the beginning of LINE: "TODO", "COMMENT", "CLOCK:". */
static bool begins_in_capitals(struct str line)
{
    size_t at = 0;
    while (at < line.len && line.at[at] >= 'A' && line.at[at] <= 'Z')
        at++;
    return at > 1 && (at == line.len || !isalnum((unsigned char)line.at[at]));
}

/* A line that begins so may be a heading, a keyword, a list, a table, a drawer, a comment … */
static bool begins_something(struct str line)
{
    size_t at = 0;
    uint32_t c = line.len ? utf8_next(line, &at) : 0;
    bool plain = (c < 0x80 && isalpha((int)c)) || c >= 0x80;
    if (!plain || begins_in_capitals(line))
        return true;
    return line.len > 1 && is_in((unsigned char)line.at[1], ".)"); /* "a." "b)": a list */
}

/* A marker of emphasis where one may begin: between words it is a sign like others. */
static bool begins_emphasis(const struct around *around)
{
    bool bound = around->last < 0x80 ? !isalnum((int)around->last) && !is_in(around->last, ":/")
                                     : char_is_space(around->last);
    return bound && around->next && !char_is_space(around->next);
}

/* A colon behind a word and before more, but not in "10:30". */
static bool begins_address(const struct around *around)
{
    bool digits = around->last < 0x80 && isdigit((int)around->last) && around->next < 0x80 &&
                  isdigit((int)around->next);
    return !digits && char_is_word(around->last) && around->next && !parts_is_space(around->next);
}

static bool follows(const struct around *around, const char *word)
{
    return str_ends(around->before, str_of(word));
}

/* Whether C is to be parted from what stands before it, and from what stands behind. */
static void find_partings(const struct around *around, uint32_t c, bool *before, bool *after)
{
    *before = *after = false;
    if (is_in(c, "*/=~+_"))
        *before = *after = begins_emphasis(around) ||
                           (c == '_' && (follows(around, "src") || follows(around, "call")));
    else if (is_in(c, "[<\\$"))
        *after = true;
    else if (is_in(c, "{@"))
        *after = around->next == c;
    else if (c == ':')
        *before = begins_address(around) || !around->next || parts_is_modeline(around->before);
    else if (c == '%')
        *after = around->next == '%' || around->next == '(';
    if (c == '_' || c == '^')
        *after = *after || around->next == '{' || around->next == '(' || around->next == '*';
}

static void put(struct buf *out, const struct around *around, uint32_t c)
{
    char visible[16];
    bool before, after;
    if (parts_hides(c)) {
        parts_visible(c, visible);
        buf_printf(out, "<\xE2\x80\x8B%.*s>", (int)strlen(visible) - 2, visible + 1);
        return;
    }
    find_partings(around, c, &before, &after);
    if (before)
        utf8_put(out, PARTING);
    utf8_put(out, c);
    if (after)
        utf8_put(out, PARTING);
}

void org_text(struct buf *out, struct str s, bool at_start)
{
    struct around around = {0};
    if (at_start) {
        s = str_trim(s);
        if (begins_something(s))
            utf8_put(out, PARTING);
    }
    for (size_t at = 0; at < s.len;) {
        around.before = str_sub(s, 0, at);
        uint32_t c = utf8_next(s, &at);
        size_t next = at;
        around.next = at < s.len ? utf8_next(s, &next) : 0;
        if (!parts_is_space(c))
            put(out, &around, c);
        else if (!around.last || !parts_is_space(around.last))
            buf_char(out, ' ');
        around.last = c;
    }
}
