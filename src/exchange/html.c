/* SPDX-License-Identifier: ISC */
/* The parser's events are passed on as they come, no tree is built: a page of any depth costs no
 * more than its length. It tells no offsets, but where it stands when it has read a run of text;
 * the run is looked for just before that. */
#include "dossier/exchange/html.h"

#include "dossier/base/memory.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <string.h>

#define MOST_DEPTH 2000 /* elements in elements; libxml2 goes through all open ones for each */

struct reader {
    const struct html_listener *listener;
    struct str source;
    htmlParserCtxtPtr parser;
    size_t at;       /* what has been passed on ends here */
    int passed_over; /* elements open whose text is none */
    int in_title;
    int depth;
};

static const char *const hidden[] = {"script", "style", "template", "noscript", "head", "svg"};

static bool is_hidden(struct str name)
{
    for (size_t i = 0; i < COUNT(hidden); i++) {
        if (str_is(name, hidden[i]))
            return true;
    }
    return false;
}

/* Where the parser stands in the source. */
static size_t reached(const struct reader *r)
{
    long at = xmlByteConsumed(r->parser);
    size_t place = at < 0 ? r->at : (size_t)at;
    return place > r->source.len ? r->source.len : place;
}

static void on_open(void *context, const xmlChar *name, const xmlChar **attributes)
{
    struct reader *r = context;
    struct str words = str_of((const char *)name);
    size_t behind = reached(r), at = behind;
    while (at > r->at && r->source.at[at - 1] != '<')
        at--;
    if (at == r->at && r->at < r->source.len)
        at = behind;
    r->passed_over += is_hidden(words);
    r->in_title += str_is(words, "title");
    if (++r->depth > MOST_DEPTH)
        xmlStopParser(r->parser);
    if (!r->passed_over || str_is(words, "title"))
        r->listener->open(r->listener->context, words, (const char *const *)attributes,
                          at ? at - 1 : 0);
}

static void on_close(void *context, const xmlChar *name)
{
    struct reader *r = context;
    struct str words = str_of((const char *)name);
    bool title = str_is(words, "title");
    if (!r->passed_over || title)
        r->listener->close(r->listener->context, words);
    r->passed_over -= is_hidden(words) && r->passed_over > 0;
    r->in_title -= title && r->in_title > 0;
    r->depth--;
}

/* Where WORDS stand in the source, up to where the parser is. */
static size_t place_of(struct reader *r, struct str words)
{
    size_t behind = reached(r);
    size_t from = behind > words.len + 16 ? behind - words.len - 16 : 0;
    struct str source = str_sub(r->source, 0, behind + 16);
    if (from < r->at)
        from = r->at;
    ptrdiff_t exact = words.len ? str_find(source, words, from) : -1;
    if (exact >= 0) {
        r->at = (size_t)exact + words.len;
        return (size_t)exact;
    }
    size_t at = r->at; /* an entity: it begins with its & */
    while (at < behind && r->source.at[at] != '&')
        at++;
    size_t found = at < behind ? at : r->at;
    r->at = behind > found ? behind : found;
    return found;
}

static void on_text(void *context, const xmlChar *text, int len)
{
    struct reader *r = context;
    struct str words = {(const char *)text, (size_t)len};
    size_t at = place_of(r, words);
    if (!r->passed_over || r->in_title)
        r->listener->text(r->listener->context, words, at);
}

static void on_error(void *context, const char *message, ...)
{
    (void)context;
    (void)message;
}

static void on_structured_error(void *context, xmlErrorPtr error)
{
    (void)context;
    (void)error;
}

bool html_read(struct str source, const struct html_listener *listener, struct error *error)
{
    htmlSAXHandler handler = {.startElement = on_open,
                              .endElement = on_close,
                              .characters = on_text,
                              .ignorableWhitespace = on_text,
                              .error = on_error,
                              .warning = on_error,
                              .fatalError = on_error,
                              .serror = on_structured_error,
                              .initialized = XML_SAX2_MAGIC};
    struct reader r = {.listener = listener, .source = source};
    if (source.len > INT_MAX)
        return error_set(error, "the page is too large");
    if (!source.len)
        return true;
    r.parser = htmlCreateMemoryParserCtxt(source.at, (int)source.len);
    if (!r.parser)
        memory_exhausted();
    *r.parser->sax = handler;
    r.parser->userData = &r;
    htmlCtxtUseOptions(r.parser, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                     HTML_PARSE_RECOVER | HTML_PARSE_NOIMPLIED);
    xmlSwitchEncoding(r.parser, XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(r.parser);
    bool whole = r.depth <= MOST_DEPTH;
    htmlFreeParserCtxt(r.parser);
    return whole ||
           error_set(error, "the page has more than %d elements in one another", MOST_DEPTH);
}

struct str html_attribute(const char *const *attributes, const char *name)
{
    for (size_t i = 0; attributes && attributes[i]; i += 2) {
        if (!strcmp(attributes[i], name))
            return str_of(attributes[i + 1]);
    }
    return STR("");
}
