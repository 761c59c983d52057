/* SPDX-License-Identifier: ISC */
#include "dossier/reading/headline.h"

#include "dossier/text/chars.h"
#include "dossier/text/paragraphs.h"
#include "dossier/text/utf8.h"

/* A full stop, exclamation mark or ellipsis; a headline may well ask a question. */
static bool ends_sentence(uint32_t c)
{
    return c == '.' || c == '!' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF0E ||
           c == 0x0964 || c == 0x06D4;
}

/* Closing marks may stand behind the end of a sentence. */
static bool is_closing(uint32_t c)
{
    return char_is_quote(c) || char_is_space(c) || c == ')' || c == ']' || c == '*' || c == '_';
}

static bool is_sentence(struct str line)
{
    for (size_t at = line.len; at > 0;) {
        uint32_t c = utf8_before(line, &at);
        if (!is_closing(c))
            return ends_sentence(c);
    }
    return false;
}

/* "GENEVA (AP) --": where a report comes from, and no headline. */
static bool is_place_line(struct str line)
{
    size_t at = line.len;
    return char_is_dash(utf8_before(line, &at)) || str_ends(line, STR(" _"));
}

static bool has_letter(struct str line)
{
    for (size_t at = 0; at < line.len;) {
        if (char_is_word(utf8_next(line, &at)))
            return true;
    }
    return false;
}

/* LINE without the signs before, and perhaps behind, a Markdown heading ("## Talks ##"). */
static struct str without_marks(struct str line)
{
    size_t level = 0;
    while (level < line.len && line.at[level] == '#')
        level++;
    if (level == 0 || level > 6 || level == line.len ||
        (line.at[level] != ' ' && line.at[level] != '\t'))
        return line;
    struct str heading = str_trim(str_sub(line, level, line.len));
    size_t end = heading.len;
    while (end > 0 && heading.at[end - 1] == '#')
        end--;
    if (end < heading.len && end > 0 && (heading.at[end - 1] == ' ' || heading.at[end - 1] == '\t'))
        heading.len = end;
    return str_trim(heading);
}

bool headline_find(const struct article *article, struct str *title)
{
    struct span first[2];
    struct str line = {0};
    size_t in_body = 0;
    for (size_t i = 0; i < article->body.len && in_body < 2; i++) {
        struct str piece = span_of(article->text, article->body.at[i]);
        size_t found = paragraphs_begin(piece, first, 2 - in_body);
        if (!in_body && found)
            line = span_of(piece, first[0]);
        in_body += found;
    }
    if (in_body < 2)
        return false;
    if (line.len > (size_t)4 * HEADLINE_LONGEST || str_find(line, STR("\n"), 0) >= 0)
        return false;
    line = without_marks(line);
    if (utf8_count(line) > HEADLINE_LONGEST || !has_letter(line) || is_sentence(line) ||
        is_place_line(line))
        return false;
    *title = line;
    return true;
}
