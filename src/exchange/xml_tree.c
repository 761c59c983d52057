/* SPDX-License-Identifier: ISC */
/* Finding one's way in a tree that was read, and writing. */
#include "dossier/exchange/xml.h"
#include "dossier/text/utf8.h"

static const struct xml *named(const struct xml *node, const char *name)
{
    while (node && (node->is_instruction || !str_is(node->name, name)))
        node = node->next;
    return node;
}

const struct xml *xml_child(const struct xml *node, const char *name)
{
    return node ? named(node->first, name) : NULL;
}

const struct xml *xml_sibling(const struct xml *child, const char *name)
{
    return child ? named(child->next, name) : NULL;
}

struct str xml_attribute(const struct xml *node, const char *name)
{
    const struct xml_attribute *attribute = node ? node->attributes : NULL;
    while (attribute && !str_is(attribute->name, name))
        attribute = attribute->next;
    return attribute ? attribute->value : STR("");
}

/* XML 1.0, production 2. */
static bool is_char(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

void xml_text(struct buf *out, struct str s)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        if (c == '&')
            buf_chars(out, "&amp;");
        else if (c == '<')
            buf_chars(out, "&lt;");
        else if (c == '>')
            buf_chars(out, "&gt;");
        else if (c == '"' || c == '\t' || c == '\n' || c == '\r')
            buf_printf(out, "&#%u;", (unsigned)c); /* else made a space, or lost */
        else if (is_char(c))
            utf8_put(out, c);
        else
            buf_printf(out, "&lt;U+%04X&gt;", (unsigned)c);
    }
}

void xml_put(struct buf *out, const struct xml *node)
{
    buf_char(out, '<');
    buf_str(out, node->name);
    for (const struct xml_attribute *a = node->attributes; a; a = a->next) {
        buf_printf(out, " %.*s=\"", STR_ARG(a->name));
        xml_text(out, a->value);
        buf_char(out, '"');
    }
    if (!node->first && !node->text.len) {
        buf_chars(out, "/>");
        return;
    }
    buf_char(out, '>');
    xml_text(out, str_trim(node->text));
    for (const struct xml *child = node->first; child; child = child->next) {
        if (!child->is_instruction)
            xml_put(out, child);
    }
    buf_printf(out, "</%.*s>", STR_ARG(node->name));
}
