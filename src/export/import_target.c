/* SPDX-License-Identifier: ISC */
/* What a web annotation is on. */
#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"
#include "import_webanno.h"

/* What the selectors say together. */
struct selected {
    const struct json *quote; /* TextQuoteSelector */
    int64_t start, end;       /* TextPositionSelector; -1 */
    bool more;                /* others, which are kept */
};

static void take_selector(const struct json *selector, struct selected *out);

static void take_selectors(const struct json *selector, struct selected *out)
{
    if (selector && selector->kind == JSON_LIST) {
        for (const struct json *each = selector->first; each; each = each->next)
            take_selector(each, out);
    } else if (selector) {
        take_selector(selector, out);
    }
}

static void take_selector(const struct json *selector, struct selected *out)
{
    int64_t start, end;
    if (webanno_says(selector, "type", "TextQuoteSelector") && !out->quote) {
        out->quote = selector;
    } else if (webanno_says(selector, "type", "TextPositionSelector") && out->start < 0 &&
               json_get_whole(selector, "start", &start) && json_get_whole(selector, "end", &end) &&
               start >= 0 && end > start) {
        out->start = start;
        out->end = end;
    } else if (!json_get(selector, "refinedBy")) {
        out->more = true;
    }
    take_selectors(json_get(selector, "refinedBy"), out);
}

/* The article's path as our own export has it, its address and its title as anybody's may. */
static struct import_source source_of(struct webanno *anno, const struct json *target)
{
    struct arena *arena = anno->import->arena;
    const struct json *where = json_get(target, "source");
    struct str iri = json_text(target);
    if (!iri.len)
        iri = json_text(where);
    if (!iri.len)
        iri = json_get_text(where, "id");
    if (!iri.len)
        iri = json_get_text(target, "id");
    if (!iri.len)
        iri = json_get_text(anno->json, "uri");
    struct import_source source = {.url = iri, .path = json_get_text(target, "dcterms:source")};
    if (!source.path.len)
        source.path = webanno_urn(arena, iri, "article");
    struct str hash = json_get_text(target, "dcterms:identifier");
    if (str_starts(hash, STR("sha256:")))
        source.sha256 = str_sub(hash, 7, hash.len);
    source.title = json_get_text(target, "dcterms:title");
    const struct json *title = json_get(json_get(anno->json, "document"), "title");
    if (!source.title.len)
        source.title = json_text(title && title->kind == JSON_LIST ? title->first : title);
    return source;
}

/* By position, where the words stand there, or where there are none. Others count UTF-16 units
 * though the model says code points. */
static bool by_position(struct webanno *anno, uint32_t number, const struct selected *selected)
{
    static bool (*const ways[])(struct str, int64_t, uint32_t *) = {import_code_point,
                                                                    import_utf16};
    struct str text = corpus_article(&anno->import->library->corpus, number)->text;
    struct str words = json_get_text(selected->quote, "exact");
    for (size_t i = 0; selected->start >= 0 && i < COUNT(ways); i++) {
        struct span span;
        if (ways[i](text, selected->start, &span.start) &&
            ways[i](text, selected->end, &span.end) && span.start < span.end &&
            (!words.len || str_eq(span_of(text, span), words))) {
            import_anchor(anno->import, anno->note, number, span);
            return true;
        }
    }
    return false;
}

/* Ours has all that a note has. */
static void take_own(struct webanno *anno, const struct import_source *source)
{
    anno->note->article = source->path;
    anno->note->sha256 = source->sha256;
    anno->note->has_passage = anno->note->quote.len > 0;
}

static void place(struct webanno *anno, const struct import_source *source,
                  const struct selected *selected)
{
    struct note *note = anno->note;
    uint32_t number = import_article(anno->import, source);
    note->quote = json_get_text(selected->quote, "exact");
    note->before = json_get_text(selected->quote, "prefix");
    note->after = json_get_text(selected->quote, "suffix");
    if (anno->own && source->path.len && (note->at.end || !note->quote.len)) {
        take_own(anno, source);
        return;
    }
    if (number == ARTICLE_NONE) {
        note->article = source->path.len ? source->path : source->url;
        note->sha256 = source->sha256;
        note->has_passage = note->quote.len > 0;
        import_warn(anno->import, 0, "no-such-article",
                    "annotation %zu is on “%.*s”, which is no article of this dossier",
                    anno->number, STR_ARG(str_sub(note->article, 0, 200)));
    } else if (by_position(anno, number, selected)) {
        return;
    } else if (note->quote.len) {
        import_find(anno->import, note, number);
        note->sha256 = note->sha256.len ? note->sha256 : source->sha256;
    } else {
        import_anchor(anno->import, note, number, (struct span){0});
    }
}

static void take_target(struct webanno *anno, const struct json *target)
{
    struct arena *arena = anno->import->arena;
    struct str iri = json_text(target);
    struct str actor = webanno_urn(arena, iri, "actor"), reply = webanno_urn(arena, iri, "note");
    struct selected selected = {.start = -1};
    if (actor.len && !anno->note->about.len) {
        anno->note->about = actor;
    } else if (reply.len) {
        anno->note->replies_to = reply;
    } else if (anno->note->article.len) {
        webanno_keep(anno, "further target", target);
    } else {
        take_selectors(json_get(target, "selector"), &selected);
        struct import_source source = source_of(anno, target);
        place(anno, &source, &selected);
        if (selected.more && !anno->note->at.end && !anno->own)
            webanno_keep(anno, "selector", json_get(target, "selector"));
    }
}

void webanno_target(struct webanno *anno)
{
    const struct json *target = json_get(anno->json, "target");
    if (target && target->kind == JSON_LIST) {
        for (const struct json *each = target->first; each; each = each->next)
            take_target(anno, each);
    } else if (target) {
        take_target(anno, target);
    }
    if (!target && json_get_text(anno->json, "uri").len)
        take_target(anno, json_get(anno->json, "uri"));
}
