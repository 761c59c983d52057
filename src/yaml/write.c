/* SPDX-License-Identifier: ISC */
/* A plain scalar is only written where it means the same in block and flow context, so that a
 * caller need not tell which it is in. What could deceive a reader of the file (controls, format
 * and bidirectional characters) is always an escape. */
#include "dossier/yaml/write.h"

#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#include <string.h>

/* Words that are null or a bool to some reader of YAML, and two keys with a meaning of their own.
 */
static bool is_reserved(struct str s)
{
    static const char *const words[] = {"null", "true", "false", "yes", "no", "on",
                                        "off",  "y",    "n",     "=",   "<<", "..."};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_eq_nocase(s, str_of(words[i])))
            return true;
    }
    return false;
}

static bool is_in(char c, const char *set)
{
    return c && strchr(set, c);
}

/* All bytes may stand in a plain scalar, in a block as in a flow. */
static bool is_plain(struct str s)
{
    if (!s.len || is_reserved(s) || is_in(s.at[0], " -?:#&*!|>'\"%@`~") || s.at[s.len - 1] == ' ')
        return false;
    for (size_t i = 0; i < s.len; i++) {
        char next = i + 1 < s.len ? s.at[i + 1] : ' ';
        if (is_in(s.at[i], ",[]{}") || (s.at[i] == ':' && is_in(next, " ?")) ||
            (s.at[i] == ' ' && next == '#') || (s.at[i] == '?' && next == ' '))
            return false;
    }
    return true;
}

/* No character of S has to be escaped; LINE_ENDS allows for line feeds and tabs. */
static bool is_tame(struct str s, bool line_ends)
{
    for (size_t at = 0; at < s.len;) {
        unsigned char byte = (unsigned char)s.at[at];
        if (byte >= 0x20 && byte < 0x7F) {
            at++;
            continue;
        }
        size_t start = at;
        uint32_t c = utf8_next(s, &at);
        bool whole = c != UTF8_BAD || str_is(str_sub(s, start, at), "\xEF\xBF\xBD");
        bool line_end = c == '\n' || c == '\t';
        if (!whole || char_is_hostile(c) || (line_end && !line_ends))
            return false;
    }
    return true;
}

static void put_escaped(struct buf *out, uint32_t c)
{
    static const char named[] = "\0"
                                "0\a"
                                "a\b"
                                "b\t"
                                "t\n"
                                "n\v"
                                "v\f"
                                "f\r"
                                "r\x1b"
                                "e\"\"\\\\";
    for (size_t i = 0; i + 1 < sizeof named; i += 2) {
        if (c == (unsigned char)named[i]) {
            buf_char(out, '\\');
            buf_char(out, named[i + 1]);
            return;
        }
    }
    if (!char_is_hostile(c))
        utf8_put(out, c);
    else
        buf_printf(out, c <= 0xFF ? "\\x%02X" : c <= 0xFFFF ? "\\u%04X" : "\\U%08X", (unsigned)c);
}

void yaml_put_text(struct buf *out, struct str s)
{
    if (is_plain(s) && is_tame(s, false)) {
        buf_str(out, s);
        return;
    }
    buf_char(out, '"');
    for (size_t at = 0; at < s.len;)
        put_escaped(out, utf8_next(s, &at));
    buf_char(out, '"');
}

/* A literal finds out its indentation from its first line, which so must begin with ink. */
static bool fits_literal(struct str s)
{
    return s.len && !is_in(s.at[0], " \t\n") && memchr(s.at, '\n', s.len) && is_tame(s, true);
}

void yaml_put_block(struct buf *out, struct str s, int indent)
{
    buf_char(out, ' ');
    if (!fits_literal(s) || indent < 1) {
        yaml_put_text(out, s);
        buf_char(out, '\n');
        return;
    }
    bool ended = s.at[s.len - 1] == '\n', keeps = ended && s.at[s.len - 2] == '\n';
    buf_chars(out, keeps ? "|+\n" : ended ? "|\n" : "|-\n");
    struct str line;
    while (str_split(&s, '\n', &line)) {
        if (line.len)
            buf_printf(out, "%*s", indent, "");
        buf_str(out, line);
        buf_char(out, '\n');
    }
}

void yaml_put_texts(struct buf *out, const struct str *texts, size_t count)
{
    buf_char(out, '[');
    for (size_t i = 0; i < count; i++) {
        buf_chars(out, i ? ", " : "");
        yaml_put_text(out, texts[i]);
    }
    buf_char(out, ']');
}
