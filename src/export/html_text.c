/* SPDX-License-Identifier: ISC */
#include "html_text.h"

#include "dossier/text/utf8.h"
#include "parts.h"

#include <string.h>

/* "<U+202E>" */
static void put_name(struct buf *out, uint32_t c)
{
    char visible[16];
    parts_visible(c, visible);
    buf_printf(out, "&lt;%.*s&gt;", (int)strlen(visible) - 2, visible + 1);
}

/* HTML can't hold controls and noncharacters: they are named. What it can stands there as it was,
 * but where it neither shows nor does anything; the style shows its name instead. */
static void put_hidden(struct buf *out, uint32_t c)
{
    bool held = c > 0x9F && (c < 0xD800 || c > 0xDFFF) && (c < 0xFDD0 || c > 0xFDEF) &&
                (c & 0xFFFE) != 0xFFFE;
    if (held)
        buf_printf(out, "<span class=\"hidden\" title=\"U+%04X\">&#x%X;</span>", (unsigned)c,
                   (unsigned)c);
    else
        put_name(out, c);
}

static bool put_entity(struct buf *out, uint32_t c)
{
    static const struct {
        char sign;
        const char *entity;
    } signs[] = {{'&', "&amp;"},  {'<', "&lt;"},   {'>', "&gt;"},
                 {'"', "&quot;"}, {'\'', "&#39;"}, {'\r', "&#13;"}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (c == (unsigned char)signs[i].sign) {
            buf_chars(out, signs[i].entity);
            return true;
        }
    }
    return false;
}

void html_text(struct buf *out, struct str s)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        if (parts_is_space(c))
            buf_char(out, ' ');
        else if (parts_hides(c))
            put_name(out, c);
        else if (!put_entity(out, c))
            utf8_put(out, c);
    }
}

void html_exact(struct buf *out, struct str s)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        if (c == ' ' || c == '\n' || c == '\t')
            buf_char(out, (char)c);
        else if (put_entity(out, c))
            continue;
        else if (parts_hides(c) || parts_is_space(c))
            put_hidden(out, c);
        else
            utf8_put(out, c);
    }
}

void html_paragraphs(struct buf *out, struct str s)
{
    struct str rest = s, line;
    bool within = false;
    while (str_split(&rest, '\n', &line)) {
        line = str_trim(line);
        if (line.len) {
            buf_chars(out, within ? "<br>\n" : "<p>");
            html_text(out, line);
        } else if (within) {
            buf_chars(out, "</p>\n");
        }
        within = line.len > 0;
    }
    if (within)
        buf_chars(out, "</p>\n");
}
