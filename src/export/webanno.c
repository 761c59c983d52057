/* SPDX-License-Identifier: ISC */
/* The W3C Web Annotation Data Model: a page of annotations, JSON-LD. A passage is given twice, by
 * its words with what adjoins them, and by position; positions count Unicode code points, as the
 * model has it. What the model has no word for stands under "dossier:", so that all of a note comes
 * back when the page is taken in again. */
#include "dossier/base/arena.h"
#include "dossier/base/day.h"
#include "dossier/base/mark.h"
#include "dossier/base/memory.h"
#include "dossier/text/safe.h"
#include "dossier/text/utf8.h"
#include "formats.h"
#include "groups.h"
#include "parts.h"

#include <ctype.h>

struct page {
    struct arena *arena;
    const struct export_request *request;
    struct buf *out;
    /* how many code points of an article's text stand before a byte: counted on from the last note,
     * as notes come by article and place */
    uint32_t article;
    size_t byte, points;
};

static void put_string(struct page *page, const char *before, struct str s)
{
    buf_chars(page->out, before);
    safe_json(page->out, s);
}

/* A name of our own for a thing that has no address: urn:x-dossier:KIND:NAME. */
static void put_urn(struct page *page, const char *before, const char *kind, struct str name)
{
    buf_printf(page->out, "%s\"urn:x-dossier:%s:", before, kind);
    for (size_t i = 0; i < name.len; i++) {
        unsigned char byte = (unsigned char)name.at[i];
        bool unreserved = byte < 0x80 && (isalnum(byte) || byte == '-' || byte == '.' ||
                                          byte == '_' || byte == '~' || byte == '/');
        buf_printf(page->out, unreserved ? "%c" : "%%%02X", byte);
    }
    buf_char(page->out, '"');
}

static void put_moment(struct page *page, const char *before, int64_t seconds)
{
    char moment[MOMENT_TEXT];
    moment_text(seconds, moment);
    buf_printf(page->out, "%s\"%s\"", before, moment);
}

static void put_bodies(struct page *page, const struct note *note)
{
    const char *between = "\n        ";
    buf_chars(page->out, ",\n      \"body\": [");
    if (note->text.len) {
        buf_printf(page->out, "%s{\"type\": \"TextualBody\", \"purpose\": \"commenting\", ",
                   between);
        put_string(page, "\"format\": \"text/plain\", \"value\": ", note->text);
        buf_char(page->out, '}');
        between = ",\n        ";
    }
    for (size_t i = 0; i < note->tag_count; i++) {
        buf_printf(page->out, "%s{\"type\": \"TextualBody\", \"purpose\": \"tagging\", ", between);
        put_string(page, "\"value\": ", note->tags[i]);
        buf_char(page->out, '}');
        between = ",\n        ";
    }
    if (note->about.len && note->article.len) {
        buf_printf(page->out, "%s{\"type\": \"SpecificResource\", \"purpose\": \"identifying\", ",
                   between);
        put_urn(page, "\"source\": ", "actor", note->about);
        buf_char(page->out, '}');
    }
    buf_chars(page->out, "\n      ]");
}

static size_t points_before(struct page *page, uint32_t article, size_t byte)
{
    if (article != page->article || byte < page->byte) {
        page->article = article;
        page->byte = page->points = 0;
    }
    struct str text = corpus_article(&page->request->library->corpus, article)->text;
    page->points += utf8_count(str_sub(text, page->byte, byte));
    page->byte = byte;
    return page->points;
}

static void put_selectors(struct page *page, const struct note *note)
{
    put_string(
        page, ",\n        \"selector\": [\n          {\"type\": \"TextQuoteSelector\", \"exact\": ",
        note->quote);
    put_string(page, ", \"prefix\": ", note->before);
    put_string(page, ", \"suffix\": ", note->after);
    buf_char(page->out, '}');
    if (note_is_placed(note)) {
        size_t start = points_before(page, note->number, note->span.start);
        size_t end = points_before(page, note->number, note->span.end);
        buf_printf(
            page->out,
            ",\n          {\"type\": \"TextPositionSelector\", \"start\": %zu, \"end\": %zu}",
            start, end);
    }
    buf_chars(page->out, "\n        ]");
}

/* What is known of the article, under the names of Dublin Core. */
static void put_facts(struct page *page, const struct article *article)
{
    const struct facts *facts = &article->facts;
    const struct {
        const char *name;
        struct str text;
    } texts[] = {
        {"dcterms:title", facts->title},
        {"dcterms:creator", facts->author},
        {"dcterms:publisher", facts->source},
        {"dossier:url", facts->url},
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        if (!texts[i].text.len)
            continue;
        buf_printf(page->out, ",\n        \"%s\": ", texts[i].name);
        safe_json(page->out, texts[i].text);
    }
    if (facts->date == DAY_NONE)
        return;
    char iso[DAY_TEXT];
    day_iso(facts->date, iso);
    buf_printf(page->out, ",\n        \"dcterms:date\": \"%s\"", iso);
    buf_printf(page->out, ",\n        \"dossier:dateBasis\": \"%s\"",
               facts->basis == BASIS_INFERRED ? "inferred" : "stated");
}

static void put_source(struct page *page, const struct note *note)
{
    const struct library *library = page->request->library;
    const struct article *article =
        note->number == ARTICLE_NONE ? NULL : corpus_article(&library->corpus, note->number);
    struct str link = article ? parts_link(article) : STR("");
    if (link.len)
        put_string(page, "\"source\": ", link);
    else
        put_urn(page, "\"source\": ", "article", note->article);
    put_string(page, ",\n        \"dcterms:source\": ", note->article);
    if (note->sha256.len)
        put_string(page, ",\n        \"dcterms:identifier\": ",
                   arena_printf(page->arena, "sha256:%.*s", STR_ARG(note->sha256)));
    if (article)
        put_facts(page, article);
}

static void put_target(struct page *page, const struct note *note)
{
    buf_chars(page->out, ",\n      \"target\": ");
    const char *between = note->article.len || note->about.len ? ", " : "";
    buf_chars(page->out, note->replies_to.len ? "[" : "");
    if (note->article.len) {
        buf_chars(page->out, "{\n        \"type\": \"SpecificResource\",\n        ");
        put_source(page, note);
        if (note->has_passage)
            put_selectors(page, note);
        buf_chars(page->out, "\n      }");
    } else if (note->about.len || !note->replies_to.len) {
        put_urn(page, "", "actor", note->about);
    }
    if (note->replies_to.len) {
        put_urn(page, between, "note", note->replies_to);
        buf_char(page->out, ']');
    }
}

/* What the model has no word for, so that our own import gives the same note; others pass it over.
 */
static void put_own(struct page *page, const struct note *note)
{
    const struct {
        const char *name;
        struct str text;
    } texts[] = {
        {"conflict", note->conflict},
        {"extra", note->extra},
        {"state", str_of(anchor_state_name(note->state))},
        {"clash", note->clash},
    };
    if (note->has_passage && note->at.end)
        buf_printf(page->out, ",\n      \"dossier:at\": [%u, %u]", note->at.start, note->at.end);
    if (note->is_private)
        buf_chars(page->out, ",\n      \"dossier:private\": true");
    for (size_t i = 0; i < COUNT(texts); i++) {
        if (!texts[i].text.len)
            continue;
        buf_printf(page->out, ",\n      \"dossier:%s\": ", texts[i].name);
        safe_json(page->out, texts[i].text);
    }
    for (size_t i = 0; i < note->checked_count; i++)
        put_string(page, i ? ", " : ",\n      \"dossier:checkedBy\": [", note->checked_by[i]);
    buf_chars(page->out, note->checked_count ? "]" : "");
}

static void put_annotation(struct page *page, const struct note *note)
{
    const char *motivation = note->text.len        ? "commenting"
                             : note->tag_count > 0 ? "tagging"
                                                   : "highlighting";
    buf_chars(page->out, "    {\n");
    put_urn(page, "      \"id\": ", "note", note->id);
    buf_chars(page->out, ",\n      \"type\": \"Annotation\"");
    if (note->replies_to.len)
        buf_printf(page->out, ",\n      \"motivation\": [\"%s\", \"replying\"]", motivation);
    else
        buf_printf(page->out, ",\n      \"motivation\": \"%s\"", motivation);
    put_string(page, ",\n      \"creator\": {\"type\": \"Person\", \"name\": ", note->by);
    buf_char(page->out, '}');
    if (note->created)
        put_moment(page, ",\n      \"created\": ", note->created);
    if (note->modified)
        put_moment(page, ",\n      \"modified\": ", note->modified);
    if (note->text.len || note->tag_count || (note->about.len && note->article.len))
        put_bodies(page, note);
    put_target(page, note);
    put_own(page, note);
    buf_chars(page->out, "\n    }");
}

static void put_opening(struct page *page)
{
    char moment[MOMENT_TEXT];
    moment_text(page->request->now, moment);
    buf_printf(page->out,
               "{\n  \"@context\": [\"http://www.w3.org/ns/anno.jsonld\", "
               "{\"dossier\": \"urn:x-dossier:terms:\"}],\n"
               "  \"id\": \"urn:x-dossier:export:%s\",\n  \"type\": \"AnnotationPage\",\n"
               "  \"generator\": {\"type\": \"Software\", \"name\": \"" EXPORT_MARK "\"},\n"
               "  \"generated\": \"%s\",\n  \"dcterms:description\": \"Positions are Unicode code "
               "points of the article's text, from 0, the end not in it; "
               "dossier:at counts bytes of the file as stored.\",\n  \"partOf\": {\"id\": "
               "\"urn:x-dossier:notes\", \"type\": "
               "\"AnnotationCollection\", \"total\": %zu, \"label\": ",
               moment, moment, page->request->count);
    safe_json(page->out, page->request->library->title);
    buf_chars(page->out, "},\n  \"startIndex\": 0,\n  \"items\": [");
}

static bool write_webanno(const struct export_request *request, struct buf *out,
                          struct error *error)
{
    (void)error;
    struct page page = {
        .arena = arena_new(), .request = request, .out = out, .article = ARTICLE_NONE};
    struct arena *arena = arena_new();
    const struct note *const *notes = groups_order(arena, request);
    put_opening(&page);
    for (size_t i = 0; i < request->count; i++) {
        arena_clear(page.arena);
        buf_chars(out, i ? ",\n" : "\n");
        put_annotation(&page, notes[i]);
    }
    arena_free(arena);
    buf_chars(out, request->count ? "\n  ]\n}\n" : "]\n}\n");
    arena_free(page.arena);
    return true;
}

const struct exporter exporter_webanno = {"webanno", "W3C Web Annotation, JSON-LD", ".jsonld",
                                          false, write_webanno};
