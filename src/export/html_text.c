/* SPDX-License-Identifier: ISC */
#include "html_text.h"

#include "dossier/text/utf8.h"
#include "parts.h"

#include <string.h>

static void put(struct buf *out, uint32_t c)
{
    static const struct {
        char sign;
        const char *entity;
    } signs[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (c == (unsigned char)signs[i].sign) {
            buf_chars(out, signs[i].entity);
            return;
        }
    }
    char visible[16];
    if (parts_is_space(c)) {
        buf_char(out, ' ');
    } else if (parts_hides(c)) {
        parts_visible(c, visible);
        buf_printf(out, "&lt;%.*s&gt;", (int)strlen(visible) - 2, visible + 1);
    } else {
        utf8_put(out, c);
    }
}

void html_text(struct buf *out, struct str s)
{
    for (size_t at = 0; at < s.len;)
        put(out, utf8_next(s, &at));
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
