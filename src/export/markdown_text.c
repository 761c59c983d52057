/* SPDX-License-Identifier: ISC */
/* Every sign that begins something in CommonMark, in GitHub's Markdown or in pandoc's is escaped
 * where it would, and only there, so that the source reads well too. */
#include "markdown_text.h"

#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "parts.h"

#include <ctype.h>
#include <string.h>

/* What stands around a sign: whole characters, 0 at an end. */
struct around {
    struct str all;
    size_t at; /* of the sign */
    bool at_start;
    uint32_t before, after;
};

static bool is_in(uint32_t c, const char *set)
{
    return c && c < 0x80 && strchr(set, (int)c);
}

static bool is_alnum(uint32_t c)
{
    return c < 0x80 && isalnum((int)c);
}

/* The full stop or bracket at this place ends the number of a list: "1." "(2)" "iv)" "#." "(@a)".
 */
static bool ends_list_number(const struct around *around)
{
    size_t start = around->all.at[0] == '(' ? 1 : 0;
    if (!around->at_start || around->at <= start || around->at - start > 9 ||
        (around->after && !parts_is_space(around->after)))
        return false;
    for (size_t i = start; i < around->at; i++) {
        uint32_t c = (unsigned char)around->all.at[i];
        if (!is_alnum(c) && !is_in(c, "#@_-"))
            return false;
    }
    return true;
}

/* The full stop at this place follows "www", from which GitHub makes an address. */
static bool follows_www(const struct around *around)
{
    return around->at >= 3 &&
           str_eq_nocase(str_sub(around->all, around->at - 3, around->at), STR("www"));
}

static bool means_something(const struct around *around, uint32_t c)
{
    bool first = around->at_start && around->at == 0;
    if (is_in(c, "\\`*[]<>~^$|{"))
        return true;
    switch (c) {
    case '#': /* a heading, or the end of one */
        return first || !around->before || parts_is_space(around->before);
    case '-':
    case '+':
    case '=':
    case '%':
        return first;
    case '_': /* no emphasis begins or ends inside a word */
        return !is_alnum(around->before) || !is_alnum(around->after);
    case ':': /* "http://", ":smile:", a definition; "vim:" */
        return first || parts_is_modeline(str_sub(around->all, 0, around->at)) ||
               (is_alnum(around->after) && !isdigit((int)around->after)) ||
               is_in(around->after, "/:+-");
    case '&':
        return is_alnum(around->after) || around->after == '#';
    case '@': /* a citation */
        return !around->after || is_alnum(around->after) || is_in(around->after, "_{*");
    case '.':
        return follows_www(around) || ends_list_number(around);
    case ')':
        return ends_list_number(around);
    default:
        return false;
    }
}

static void put(struct buf *out, const struct around *around, uint32_t c)
{
    char visible[16];
    if (parts_hides(c)) {
        parts_visible(c, visible);
        buf_printf(out, "\\<%.*s\\>", (int)strlen(visible) - 2, visible + 1);
        return;
    }
    /* GitHub makes a link of an address for mail though its @ is escaped, but not over a comment */
    if (c == '@' && is_alnum(around->after) &&
        (is_alnum(around->before) || is_in(around->before, ".-_+")))
        buf_chars(out, "<!-- -->");
    if (means_something(around, c))
        buf_char(out, '\\');
    utf8_put(out, c);
}

void markdown_text(struct buf *out, struct str s, bool at_start)
{
    if (at_start)
        s = str_trim(s);
    struct around around = {.all = s, .at_start = at_start};
    for (size_t at = 0; at < s.len;) {
        around.at = at;
        uint32_t c = utf8_next(s, &at);
        size_t next = at;
        around.after = at < s.len ? utf8_next(s, &next) : 0;
        bool space = parts_is_space(c);
        if (!space)
            put(out, &around, c);
        else if (!around.before || !parts_is_space(around.before))
            buf_char(out, ' ');
        around.before = c;
    }
}

static uint32_t first_of(struct str s)
{
    size_t at = 0;
    return s.len ? utf8_next(s, &at) : ' ';
}

static uint32_t last_of(struct str s)
{
    size_t at = s.len;
    return s.len ? utf8_before(s, &at) : ' ';
}

/* White space or what all readers of Markdown take for punctuation. */
static bool parts_words(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } signs[] = {{0x2010, 0x2027}, {0x2030, 0x205E}, {0x3001, 0x3003}, {0x3008, 0x3011}};
    if (c < 0x80)
        return ispunct((int)c) || isspace((int)c);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (signs[i].first <= c && c <= signs[i].last)
            return true;
    }
    return c == 0xA1 || c == 0xAB || c == 0xBB || c == 0xBF;
}

/* Asterisks between OUTSIDE and INSIDE begin or end bold, by CommonMark's rule of flanking. */
static bool flanks(uint32_t outside, uint32_t inside)
{
    return parts_words(outside) || (char_is_word(inside) && !char_is_mark(inside));
}

void markdown_bold(struct buf *out, struct str s, struct str before, bool cut_before,
                   struct str after, bool cut_after)
{
    if (!flanks(last_of(before), first_of(s))) {
        before.len = 0;
        cut_before = true;
    }
    if (!flanks(first_of(after), last_of(s))) {
        after.len = 0;
        cut_after = true;
    }
    if (cut_before)
        buf_chars(out, "… ");
    markdown_text(out, before, !cut_before);
    if (before.len && parts_is_space(last_of(before)) && !cut_before)
        buf_char(out, ' '); /* which the start of a line was trimmed of */
    buf_chars(out, "**");
    markdown_text(out, s, false);
    buf_chars(out, "**");
    markdown_text(out, after, false);
    if (cut_after)
        buf_chars(out, " …");
}
