/* SPDX-License-Identifier: ISC */
#include "dossier/exchange/xml.h"

#include "dossier/base/memory.h"
#include "dossier/text/encoding.h"

#include <libxml/xmlreader.h>
#include <limits.h>

/* The way down to the node that is being read. */
struct way {
    struct xml *at[XML_DEEPEST + 2];
    const struct xml **link[XML_DEEPEST + 2]; /* where its next child goes */
    struct buf text[XML_DEEPEST + 2];
    int depth;
};

struct parse {
    struct arena *arena;
    struct exchange_failure *failure;
    xmlTextReaderPtr reader;
    struct way way;
    size_t count;
    bool failed;
};

/* Of the node in hand: the parser itself is ahead of it. */
static int line_of(struct parse *parse)
{
    xmlNodePtr node = parse->reader ? xmlTextReaderCurrentNode(parse->reader) : NULL;
    long line = node ? xmlGetLineNo(node) : 0;
    return line > 0 && line < INT_MAX ? (int)line : 0;
}

static bool fail(struct parse *parse, const char *sentence)
{
    if (parse->failed)
        return false;
    parse->failed = true;
    parse->failure->line = line_of(parse);
    return error_set(&parse->failure->error, "%s", sentence);
}

/* The first thing that libxml2 finds wrong; it prints nothing itself then. */
static void on_error(void *context, xmlErrorPtr wrong)
{
    struct parse *parse = context;
    if (parse->failed || wrong->level < XML_ERR_ERROR)
        return;
    parse->failed = true;
    parse->failure->line = wrong->line;
    parse->failure->column = wrong->int2;
    struct str message = str_trim(str_of(wrong->message));
    error_set(&parse->failure->error, "this is no XML: %.*s", STR_ARG(str_sub(message, 0, 200)));
}

static struct str chars_of(struct arena *arena, const xmlChar *chars)
{
    return arena_str(arena, str_of((const char *)chars));
}

static bool counted(struct parse *parse)
{
    return ++parse->count <= XML_MOST ||
           fail(parse, "this XML has more than 5,000,000 elements and attributes");
}

static struct xml *add_node(struct parse *parse)
{
    struct way *way = &parse->way;
    struct xml *node = arena_one(parse->arena, struct xml);
    node->name = chars_of(parse->arena, xmlTextReaderConstLocalName(parse->reader));
    node->line = line_of(parse);
    *way->link[way->depth] = node;
    way->link[way->depth] = &node->next;
    return node;
}

static void end_element(struct parse *parse)
{
    struct way *way = &parse->way;
    way->at[way->depth]->text = arena_str(parse->arena, buf_view(&way->text[way->depth]));
    way->depth--;
}

static bool read_attributes(struct parse *parse, struct xml *node)
{
    const struct xml_attribute **link = &node->attributes;
    while (xmlTextReaderMoveToNextAttribute(parse->reader) == 1) {
        if (!counted(parse))
            return false;
        struct xml_attribute *attribute = arena_one(parse->arena, struct xml_attribute);
        attribute->name = chars_of(parse->arena, xmlTextReaderConstLocalName(parse->reader));
        attribute->value = chars_of(parse->arena, xmlTextReaderConstValue(parse->reader));
        *link = attribute;
        link = &attribute->next;
    }
    xmlTextReaderMoveToElement(parse->reader);
    return true;
}

static bool begin_element(struct parse *parse)
{
    struct way *way = &parse->way;
    bool empty = xmlTextReaderIsEmptyElement(parse->reader);
    if (way->depth >= XML_DEEPEST)
        return fail(parse, "elements lie in each other more than 200 deep");
    struct xml *node = add_node(parse);
    way->depth++;
    way->at[way->depth] = node;
    way->link[way->depth] = &node->first;
    buf_clear(&way->text[way->depth]);
    if (!counted(parse) || !read_attributes(parse, node))
        return false;
    if (empty)
        end_element(parse);
    return true;
}

static bool read_instruction(struct parse *parse)
{
    struct xml *node = add_node(parse);
    node->is_instruction = true;
    node->text = chars_of(parse->arena, xmlTextReaderConstValue(parse->reader));
    return counted(parse);
}

static bool take(struct parse *parse)
{
    switch (xmlTextReaderNodeType(parse->reader)) {
    case XML_READER_TYPE_ELEMENT:
        return begin_element(parse);
    case XML_READER_TYPE_END_ELEMENT:
        end_element(parse);
        return true;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        buf_str(&parse->way.text[parse->way.depth],
                str_of((const char *)xmlTextReaderConstValue(parse->reader)));
        return true;
    case XML_READER_TYPE_PROCESSING_INSTRUCTION:
        return read_instruction(parse);
    case XML_READER_TYPE_DOCUMENT_TYPE:
        return fail(parse, "a document type declaration is not allowed");
    case XML_READER_TYPE_ENTITY_REFERENCE:
        return fail(parse, "an entity is not allowed, other than &amp; &lt; &gt; &quot; &apos;");
    default:
        return true;
    }
}

static void read_all(struct parse *parse)
{
    int more;
    while (!parse->failed && (more = xmlTextReaderRead(parse->reader)) == 1) {
        if (!take(parse))
            return;
    }
    if (!parse->failed && more != 0)
        fail(parse, "this is no XML");
}

/* A declaration of a document type can stand only before the element; so nothing that it declares
 * is ever looked at. */
static bool declares_type(struct str source)
{
    size_t at = 0;
    for (;;) {
        while (at < source.len && source.at[at] != '<')
            at++;
        struct str rest = str_sub(source, at, source.len);
        ptrdiff_t end;
        if (str_starts(rest, STR("<?")))
            end = str_find(rest, STR("?>"), 2);
        else if (str_starts(rest, STR("<!--")))
            end = str_find(rest, STR("-->"), 4);
        else
            return str_starts(rest, STR("<!"));
        if (end < 0)
            return false;
        at += (size_t)end + 2;
    }
}

const struct xml *xml_read(struct arena *arena, struct str source, struct exchange_failure *failure)
{
    struct parse parse = {.arena = arena, .failure = failure};
    struct xml *root = arena_one(arena, struct xml);
    parse.way.at[0] = root;
    parse.way.link[0] = &root->first;
    struct decoded decoded = {.encoding = ENCODING_UTF8};
    bool utf16 = str_starts(source, STR("\xFF\xFE")) || str_starts(source, STR("\xFE\xFF"));
    *failure = (struct exchange_failure){0};
    if (source.len > XML_LARGEST) {
        fail(&parse, "this XML is larger than 256 MiB");
        return NULL;
    }
    if (utf16 && encoding_decode(arena, source, &decoded))
        source = decoded.text;
    if (declares_type(source)) {
        fail(&parse, "a document type declaration is not allowed");
        return NULL;
    }
    parse.reader = xmlReaderForMemory(
        source.len ? source.at : " ", source.len ? (int)source.len : 1, NULL,
        utf16 ? "UTF-8" : NULL,
        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
    if (!parse.reader) {
        fail(&parse, "this XML can't be read");
        return NULL;
    }
    xmlTextReaderSetStructuredErrorHandler(parse.reader, on_error, &parse);
    read_all(&parse);
    xmlFreeTextReader(parse.reader);
    for (size_t i = 0; i < COUNT(parse.way.text); i++)
        buf_free(&parse.way.text[i]);
    return parse.failed ? NULL : root;
}
