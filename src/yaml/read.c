/* SPDX-License-Identifier: ISC */
/* libyaml has no limits of its own, so each is checked as its events arrive, before the next is
 * asked for: an event that breaks one is the last. Nothing past the first document is parsed. */
#include "dossier/yaml/read.h"

#include "source.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#define DEEPEST 64
#define MOST_NODES ((size_t)1 << 24)

/* A list or map that is still open. */
struct frame {
    struct yaml_node *node, *last, *key;
};

struct reader {
    struct arena *arena;
    struct str source;
    struct yaml_failure *failure;
    yaml_parser_t parser;
    struct place place;
    size_t behind; /* where the source of the last event ends */
    size_t nodes;
    struct yaml_node *root;
    struct frame open[DEEPEST];
    size_t depth;
};

static bool fail_parsing(struct reader *r)
{
    const yaml_parser_t *parser = &r->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        return source_fail(r->source, 0, r->failure, "there is not enough memory to read it");
    struct place place = place_first(r->source);
    place_to_index(r->source, &place, parser->problem_mark.index);
    const char *sentence = source_sentence(parser->problem);
    if (sentence)
        return source_fail(r->source, place.byte, r->failure, "%s", sentence);
    return source_fail(r->source, place.byte, r->failure, "this is not YAML: %s%s%s",
                       parser->context ? parser->context : "", parser->context ? ", " : "",
                       parser->problem ? parser->problem : "it can't be read");
}

static struct yaml_node *make_node(struct reader *r, enum yaml_kind kind, const yaml_event_t *event)
{
    if (r->nodes++ == MOST_NODES) {
        source_fail(r->source, r->place.byte, r->failure,
                    "the file holds more than %zu values, which is the most that is read",
                    MOST_NODES);
        return NULL;
    }
    struct yaml_node *node = arena_one(r->arena, struct yaml_node);
    node->kind = kind;
    node->line = r->place.line;
    node->column = r->place.column;
    node->start = node->item = r->place.byte;
    place_to_index(r->source, &r->place, event->end_mark.index);
    node->end = r->behind = r->place.byte;
    return node;
}

/* libyaml tells no place of a "- ": it is the first one behind the item before, comments left out.
 */
static size_t find_dash(struct str source, size_t from, size_t to)
{
    for (size_t at = from; at < to; at++) {
        if (source.at[at] == '-')
            return at;
        if (source.at[at] == '#') {
            while (at < to && source.at[at] != '\n' && source.at[at] != '\r')
                at++;
        }
    }
    return to;
}

static bool add_node(struct reader *r, struct yaml_node *node, size_t behind)
{
    if (!r->depth) {
        r->root = node;
        return true;
    }
    struct frame *frame = &r->open[r->depth - 1];
    if (frame->node->kind == YAML_MAP && !frame->key) {
        frame->key = node;
        return node->kind == YAML_SCALAR ||
               source_fail(r->source, node->start, r->failure, "found %s as a key; a key is a text",
                           node->kind == YAML_LIST ? "a list" : "a map");
    }
    node->key = frame->key;
    frame->key = NULL;
    if (frame->node->kind == YAML_LIST && !frame->node->flow)
        node->item = find_dash(r->source, frame->last ? behind : frame->node->start, node->start);
    *(frame->last ? &frame->last->next : &frame->node->first) = node;
    frame->last = node;
    return true;
}

static bool take_scalar(struct reader *r, const yaml_event_t *event)
{
    size_t behind = r->behind;
    struct yaml_node *node = make_node(r, YAML_SCALAR, event);
    if (!node)
        return false;
    struct str text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    node->text = arena_str(r->arena, text);
    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    return add_node(r, node, behind);
}

static bool take_start(struct reader *r, const yaml_event_t *event, enum yaml_kind kind, bool flow)
{
    size_t behind = r->behind;
    struct yaml_node *node = make_node(r, kind, event);
    if (!node)
        return false;
    node->flow = flow;
    if (!add_node(r, node, behind))
        return false;
    if (r->depth == DEEPEST)
        return source_fail(r->source, node->start, r->failure,
                           "lists and maps are nested more than %d deep here, which is the most "
                           "that is read",
                           DEEPEST);
    r->open[r->depth++] = (struct frame){.node = node};
    return true;
}

static bool take_end(struct reader *r, const yaml_event_t *event)
{
    struct frame frame = r->open[--r->depth];
    place_to_index(r->source, &r->place, event->end_mark.index);
    /* a block collection's end is told where the next token begins, behind comments */
    if (frame.node->flow)
        frame.node->end = r->behind = r->place.byte;
    else if (frame.last)
        frame.node->end = frame.last->end;
    return true;
}

static bool refuse_alias(struct reader *r, const yaml_event_t *event)
{
    struct str name = str_of((const char *)event->data.alias.anchor);
    return source_fail(r->source, r->place.byte, r->failure,
                       "found the alias *%.*s; aliases are not read, so write the value out here",
                       STR_ARG(source_cut(name)));
}

static bool check_properties(struct reader *r, const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor)
        return source_fail(r->source, r->place.byte, r->failure,
                           "found the anchor &%.*s; anchors are not read, so leave it out",
                           STR_ARG(source_cut(str_of((const char *)anchor))));
    if (tag)
        return source_fail(r->source, r->place.byte, r->failure,
                           "found the tag <%.*s>; tags are not read, every value is a text, a list "
                           "or a map",
                           STR_ARG(source_cut(str_of((const char *)tag))));
    return true;
}

static bool take_event(struct reader *r, const yaml_event_t *event)
{
    place_to_index(r->source, &r->place, event->start_mark.index);
    switch (event->type) {
    case YAML_ALIAS_EVENT:
        return refuse_alias(r, event);
    case YAML_SCALAR_EVENT:
        return check_properties(r, event->data.scalar.anchor, event->data.scalar.tag) &&
               take_scalar(r, event);
    case YAML_SEQUENCE_START_EVENT:
        return check_properties(r, event->data.sequence_start.anchor,
                                event->data.sequence_start.tag) &&
               take_start(r, event, YAML_LIST,
                          event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
    case YAML_MAPPING_START_EVENT:
        return check_properties(r, event->data.mapping_start.anchor,
                                event->data.mapping_start.tag) &&
               take_start(r, event, YAML_MAP,
                          event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return take_end(r, event);
    default:
        return true;
    }
}

/* Parsing stops at the document's end, as a second one could be hostile in ways of its own; whether
 * there is one is seen without libyaml. */
static bool check_rest(struct reader *r, const yaml_event_t *event)
{
    place_to_index(r->source, &r->place, event->end_mark.index);
    size_t more = source_more(r->source, r->place.byte);
    if (more == r->source.len)
        return true;
    if (str_starts(str_sub(r->source, more, r->source.len), STR("---")))
        return source_fail(r->source, more, r->failure,
                           "a second document begins here; one is allowed in a file");
    return source_fail(r->source, more, r->failure, "%s",
                       source_sentence("did not find expected <document start>"));
}

static bool read_events(struct reader *r)
{
    for (;;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&r->parser, &event))
            return fail_parsing(r);
        yaml_event_type_t type = event.type;
        bool ok = type == YAML_DOCUMENT_END_EVENT ? check_rest(r, &event) : take_event(r, &event);
        yaml_event_delete(&event);
        if (!ok)
            return false;
        if (type == YAML_DOCUMENT_END_EVENT || type == YAML_STREAM_END_EVENT)
            return true;
    }
}

const struct yaml_node *yaml_read(struct arena *arena, struct str source,
                                  struct yaml_failure *failure)
{
    if (!source_check(source, failure))
        return NULL;
    struct reader r = {.arena = arena, .source = source, .failure = failure};
    r.place = place_first(source);
    if (!yaml_parser_initialize(&r.parser)) {
        source_fail(source, 0, failure, "there is not enough memory to read it");
        return NULL;
    }
    struct str text = str_sub(source, r.place.byte, source.len);
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)(text.at ? text.at : ""),
                                 text.len);
    bool ok = read_events(&r);
    yaml_parser_delete(&r.parser);
    if (!ok)
        return NULL;
    bool empty = !r.root || (r.root->kind == YAML_SCALAR && r.root->plain && !r.root->text.len);
    if (!empty)
        return r.root;
    struct yaml_node *map = arena_one(arena, struct yaml_node);
    *map = (struct yaml_node){.kind = YAML_MAP, .line = 1, .column = 1, .flow = false};
    map->start = map->end = map->item = source.len;
    return map;
}

bool yaml_is_null(const struct yaml_node *node)
{
    if (!node)
        return true;
    if (node->kind != YAML_SCALAR || !node->plain)
        return false;
    static const char *const nulls[] = {"", "~", "null", "Null", "NULL"};
    for (size_t i = 0; i < sizeof nulls / sizeof *nulls; i++) {
        if (str_is(node->text, nulls[i]))
            return true;
    }
    return false;
}

const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key)
{
    if (!map || map->kind != YAML_MAP)
        return NULL;
    for (const struct yaml_node *child = map->first; child; child = child->next) {
        if (str_is(child->key->text, key))
            return child;
    }
    return NULL;
}
