/* SPDX-License-Identifier: ISC */
/* Text for a terminal goes cluster by cluster, by the same decisions as the screen's. */
#include "dossier/text/safe.h"

#include "dossier/text/chars.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/utf8.h"

static bool is_plain(char c)
{
    return c >= ' ' && c < 0x7F;
}

/* Adds the printable ASCII at *AT that no mark can follow. */
static void add_plain(struct buf *out, struct str s, size_t *at)
{
    size_t end = *at;
    while (end < s.len && is_plain(s.at[end]))
        end++;
    if (end < s.len && (unsigned char)s.at[end] >= 0x80 && end > *at)
        end--;
    buf_str(out, str_sub(s, *at, end));
    *at = end;
}

static bool is_break(struct str s, size_t at)
{
    return at < s.len && (s.at[at] == '\n' || s.at[at] == '\t' ||
                          (s.at[at] == '\r' && at + 1 < s.len && s.at[at + 1] == '\n'));
}

static void add_clusters(struct buf *out, struct str s, bool keep_lines)
{
    struct cluster cluster;
    for (size_t at = 0; at < s.len;) {
        add_plain(out, s, &at);
        bool breaks = is_break(s, at);
        if (!cluster_next(s, &at, &cluster))
            return;
        if (breaks && keep_lines)
            buf_char(out, s.at[cluster.end - 1]);
        else if (!breaks || !is_break(s, at))
            buf_add(out, cluster.shown, cluster.shown_len);
    }
}

void safe_line(struct buf *out, struct str s)
{
    add_clusters(out, s, false);
}

void safe_lines(struct buf *out, struct str s)
{
    add_clusters(out, s, true);
}

static void add_escaped(struct buf *out, uint32_t c)
{
    if (c == '"' || c == '\\')
        buf_printf(out, "\\%c", (char)c);
    else if (c == '\n')
        buf_chars(out, "\\n");
    else if (c == '\t')
        buf_chars(out, "\\t");
    else if (c >= 0x10000)
        buf_printf(out, "\\u%04x\\u%04x", (unsigned)(0xD7C0 + (c >> 10)),
                   (unsigned)(0xDC00 + (c & 0x3FF)));
    else
        buf_printf(out, "\\u%04x", (unsigned)c);
}

void safe_json(struct buf *out, struct str s)
{
    buf_char(out, '"');
    for (size_t at = 0; at < s.len;) {
        size_t plain = at;
        while (at < s.len && is_plain(s.at[at]) && s.at[at] != '"' && s.at[at] != '\\')
            at++;
        buf_str(out, str_sub(s, plain, at));
        if (at >= s.len)
            break;
        uint32_t c = utf8_next(s, &at);
        if (c < 0x80 || char_is_hostile(c))
            add_escaped(out, c);
        else
            utf8_put(out, c);
    }
    buf_char(out, '"');
}
