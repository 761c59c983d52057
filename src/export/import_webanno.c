/* SPDX-License-Identifier: ISC */
/* Web annotations: our own, those of other programs, and what Hypothesis hands out. An annotation
 * of ours comes back as it was; of any other its words decide, and its positions only where the
 * words stand there. */
#include "import_webanno.h"

#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"
#include "importers_own.h"

#include <stdlib.h>

#define URN "urn:x-dossier:"

struct str webanno_urn(struct arena *arena, struct str iri, const char *kind)
{
    struct str rest = iri;
    if (!str_starts(rest, STR(URN)))
        return STR("");
    rest = str_sub(rest, sizeof URN - 1, rest.len);
    struct str its = str_of(kind);
    if (!str_starts(rest, its) || rest.len <= its.len || rest.at[its.len] != ':')
        return STR("");
    rest = str_sub(rest, its.len + 1, rest.len);
    struct buf name = {0};
    for (size_t i = 0; i < rest.len; i++) {
        char digits[3] = {0};
        char *end = digits;
        if (rest.at[i] == '%' && i + 2 < rest.len) {
            digits[0] = rest.at[i + 1];
            digits[1] = rest.at[i + 2];
            long byte = strtol(digits, &end, 16);
            if (end == digits + 2)
                buf_char(&name, (char)byte);
        }
        if (end == digits + 2)
            i += 2;
        else
            buf_char(&name, rest.at[i]);
    }
    struct str copy = arena_str(arena, buf_view(&name));
    buf_free(&name);
    return copy;
}

bool webanno_says(const struct json *node, const char *key, const char *word)
{
    const struct json *value = json_get(node, key);
    if (value && value->kind == JSON_LIST) {
        for (value = value->first; value && !str_is(json_text(value), word);)
            value = value->next;
    }
    return str_is(json_text(value), word);
}

void webanno_keep(struct webanno *anno, const char *what, const struct json *part)
{
    struct buf json = {0};
    json_put(&json, part);
    import_keep(anno->import, anno->note, buf_view(&json));
    buf_free(&json);
    import_warn(anno->import, 0, "not-imported",
                "annotation %zu: its %s has no place in a note, and "
                "is kept with it as it came",
                anno->number, what);
}

/* One of the bodies: words, a tag, an actor. */
static void take_body(struct webanno *anno, const struct json *body)
{
    if (body->kind == JSON_TEXT) {
        import_text(anno->import, anno->note, body->text);
        return;
    }
    struct str value = json_get_text(body, "value"), source = json_get_text(body, "source");
    struct str actor = webanno_urn(anno->import->arena, source, "actor");
    if (actor.len && !anno->note->about.len)
        anno->note->about = actor;
    else if (value.len && webanno_says(body, "purpose", "tagging"))
        import_tag(anno->import, anno->note, value);
    else if (value.len)
        import_text(anno->import, anno->note, value);
    else if (!webanno_says(body, "type", "TextualBody"))
        webanno_keep(anno, "body", body);
}

static void take_bodies(struct webanno *anno, const struct json *body)
{
    if (body && body->kind == JSON_LIST) {
        for (const struct json *each = body->first; each; each = each->next)
            take_body(anno, each);
    } else if (body) {
        take_body(anno, body);
    }
    import_text(anno->import, anno->note, json_get_text(anno->json, "bodyValue"));
}

/* What only Hypothesis has: words and tags beside each other, a reply by its ancestors. */
static void take_hypothesis(struct webanno *anno)
{
    const struct json *tags = json_get(anno->json, "tags");
    const struct json *above = json_get(anno->json, "references");
    import_text(anno->import, anno->note, json_get_text(anno->json, "text"));
    for (const struct json *tag = tags ? tags->first : NULL; tag; tag = tag->next)
        import_tag(anno->import, anno->note, json_text(tag));
    struct str last = {0};
    for (const struct json *each = above ? above->first : NULL; each; each = each->next)
        last = json_text(each);
    if (last.len)
        anno->note->replies_to = import_id(anno->import, "webanno", last);
}

/* Whose it is, and when it was made. */
static void take_signature(struct webanno *anno)
{
    const struct json *creator = json_get(anno->json, "creator");
    if (creator && creator->kind == JSON_LIST)
        creator = creator->first;
    struct str name = json_text(creator);
    const char *const names[] = {"name", "nickname", "email", "id"};
    for (size_t i = 0; !name.len && i < COUNT(names); i++)
        name = json_get_text(creator, names[i]);
    if (!name.len)
        name = json_get_text(anno->json, "user");
    anno->note->by = name;
    struct str modified = json_get_text(anno->json, "modified");
    import_moments(anno->note, json_get_text(anno->json, "created"),
                   modified.len ? modified : json_get_text(anno->json, "updated"));
}

static void take_id(struct webanno *anno)
{
    struct str iri = json_get_text(anno->json, "id");
    struct str id = webanno_urn(anno->import->arena, iri, "note");
    anno->own = import_is_id(id);
    if (anno->own) {
        anno->note->id = id;
        return;
    }
    struct buf whole = {0};
    if (iri.len)
        buf_str(&whole, iri);
    else
        json_put(&whole, anno->json);
    anno->note->id = import_id(anno->import, "webanno", buf_view(&whole));
    buf_free(&whole);
}

/* Fields of our own, which others pass over. */
static void take_own(struct webanno *anno)
{
    const struct json *at = json_get(anno->json, "dossier:at");
    const struct json *end = at && at->first ? at->first->next : NULL;
    if (!anno->own)
        return;
    if (end && at->first->kind == JSON_WHOLE && end->kind == JSON_WHOLE && at->first->whole >= 0 &&
        end->whole > at->first->whole && end->whole < UINT32_MAX)
        anno->note->at = (struct span){(uint32_t)at->first->whole, (uint32_t)end->whole};
    anno->note->conflict = json_get_text(anno->json, "dossier:conflict");
    anno->note->extra = json_get_text(anno->json, "dossier:extra");
    anno->note->is_private = json_get(anno->json, "dossier:private") != NULL;
}

static void take(struct import *import, const struct json *json, size_t number)
{
    if (json->kind != JSON_MAP) {
        import_warn(import, 0, "not-imported", "annotation %zu is no map; it is left out", number);
        return;
    }
    struct webanno anno = {.import = import, .json = json, .number = number};
    anno.note = import_add(import);
    take_id(&anno);
    take_own(&anno);
    take_signature(&anno);
    take_bodies(&anno, json_get(json, "body"));
    take_hypothesis(&anno);
    webanno_target(&anno);
    if (!anno.note->article.len && !anno.note->about.len && !anno.note->replies_to.len) {
        import_warn(import, 0, "not-imported",
                    "annotation %zu does not say what it is on; it is left out", number);
        import->out->len--;
    }
}

/* The list of annotations in a page, a collection, what Hypothesis answers, or a lone one. */
static const struct json *list_of(const struct json *root)
{
    static const char *const keys[] = {"items", "rows", "annotations"};
    if (root->kind == JSON_LIST)
        return root;
    for (size_t i = 0; i < COUNT(keys); i++) {
        const struct json *list = json_get(root, keys[i]);
        if (list && list->kind == JSON_LIST)
            return list;
    }
    const struct json *first = json_get(root, "first");
    return first && first->kind == JSON_MAP ? list_of(first) : NULL;
}

static bool read_webanno(const struct library *library, struct str bytes, struct str file,
                         struct imported *out, struct error *error)
{
    struct exchange_failure failure = {0};
    struct import import;
    const struct json *root = json_read(out->arena, bytes, &failure);
    if (!root)
        return import_fail(&failure, error);
    const struct json *list = list_of(root);
    bool lone = !list && (json_get(root, "target") || json_get(root, "uri"));
    if (!list && !lone)
        return error_set(error, "there are no annotations in it: neither items, nor rows, nor "
                                "annotations, nor a target");
    import_begin(&import, library, file, out);
    size_t number = 0;
    for (const struct json *each = lone ? root : list->first; each; each = lone ? NULL : each->next)
        take(&import, each, ++number);
    if (json_get_text(root, "next").len)
        import_warn(&import, 0, "not-imported",
                    "this is one page of several; the others are not read");
    return true;
}

static bool knows_webanno(struct str bytes)
{
    static const char *const words[] = {"\"Annotation", "\"rows\"", "\"annotations\"",
                                        "TextQuoteSelector", "/ns/anno.jsonld"};
    struct str begin = import_opening(bytes);
    if (!begin.len || (begin.at[0] != '{' && begin.at[0] != '['))
        return false;
    for (size_t i = 0; i < COUNT(words); i++) {
        if (str_find(begin, str_of(words[i]), 0) >= 0)
            return true;
    }
    return false;
}

const struct importer importer_webanno = {
    "webanno", "W3C Web Annotation, also as Hypothesis writes it", knows_webanno, read_webanno};
