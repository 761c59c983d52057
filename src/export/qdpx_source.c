/* SPDX-License-Identifier: ISC */
/* One text of a REFI-QDA project: what it is, and what was selected in it. */
#include "dossier/base/day.h"
#include "dossier/base/memory.h"
#include "dossier/exchange/xml.h"
#include "dossier/export/note_row.h"
#include "dossier/text/safe.h"
#include "dossier/text/utf8.h"
#include "qdpx_project.h"

#define NAME_LONGEST 100 /* characters of a selection's name */

static void put_coding(struct qdpx_project *project, const struct note *note, enum qdpx_kind kind,
                       enum qdpx_kind code, struct str of)
{
    buf_chars(project->out, "<Coding");
    qdpx_put_guid(project, "guid", kind,
                  qdpx_pair(project->arena, note->id,
                            arena_printf(project->arena, "%d:%.*s", (int)code, STR_ARG(of))));
    if (note->by.len)
        qdpx_put_guid(project, "creatingUser", QDPX_USER, note->by);
    buf_chars(project->out, "><CodeRef");
    qdpx_put_guid(project, "targetGUID", code, of);
    buf_chars(project->out, "/></Coding>\n");
}

/* By its tags, the actor that it is about, and those whom its passage mentions. */
static void put_codings(struct qdpx_project *project, const struct note *note)
{
    const struct library *library = project->request->library;
    struct note_actors actors = {0};
    for (size_t i = 0; i < note->tag_count; i++)
        put_coding(project, note, QDPX_CODING, QDPX_CODE_TAG, note->tags[i]);
    if (note->about.len)
        put_coding(project, note, QDPX_CODING, QDPX_CODE_ACTOR, note->about);
    note_row_actors(project->arena, library, note, &actors);
    for (size_t i = 0; i < actors.len; i++) {
        struct str id = library->tags.at[actors.at[i]].id;
        if (!str_eq(id, note->about))
            put_coding(project, note, QDPX_MENTION, QDPX_CODE_ACTOR, id);
    }
}

static void put_selection(struct qdpx_project *project, const struct qdpx_source *source,
                          const struct note *note)
{
    struct str words = span_of(source->text.from, note->span);
    size_t end = 0;
    for (int i = 0; i < NAME_LONGEST && end < words.len; i++)
        utf8_next(words, &end);
    buf_chars(project->out, "<PlainTextSelection");
    qdpx_put_guid(project, "guid", QDPX_SELECTION, note->id);
    qdpx_put_attribute(project, "name", str_sub(words, 0, end));
    buf_printf(project->out, " startPosition=\"%u\" endPosition=\"%u\"",
               qdpx_position(&source->text, note->span.start),
               qdpx_position(&source->text, note->span.end));
    qdpx_put_made(project, note);
    buf_chars(project->out, ">\n");
    put_codings(project, note);
    if (qdpx_has_memo(note))
        qdpx_put_noteref(project, note);
    buf_chars(project->out, "</PlainTextSelection>\n");
}

static void put_fact(struct buf *out, const char *name, struct str value, bool guess)
{
    if (value.len)
        buf_printf(out, "%s%.*s%s\n", name, STR_ARG(value), guess ? "~" : "");
}

/* Outlet, author, date and address, a line each; the path finds the article again. */
static void put_facts(struct qdpx_project *project, const struct article *article)
{
    const struct facts *facts = &article->facts;
    char iso[DAY_TEXT];
    struct buf lines = {0};
    day_iso(facts->date, iso);
    put_fact(&lines, "Headline: ", facts->title, article->worked_out & ARTICLE_TITLE);
    put_fact(&lines, "Outlet: ", facts->source, article->worked_out & ARTICLE_SOURCE);
    put_fact(&lines, "Author: ", facts->author, article->worked_out & ARTICLE_AUTHOR);
    put_fact(&lines, "Date: ", str_of(iso), facts->basis == BASIS_INFERRED);
    put_fact(&lines, "URL: ", facts->url, article->worked_out & ARTICLE_URL);
    put_fact(&lines, QDPX_PATH, article->path, false);
    buf_chars(project->out, "<Description>");
    xml_text(project->out, str_trim(buf_view(&lines)));
    buf_chars(project->out, "</Description>\n");
    buf_free(&lines);
}

void qdpx_put_source(struct qdpx_project *project, const struct qdpx_source *source)
{
    const struct article *article =
        corpus_article(&project->request->library->corpus, source->article);
    struct str title = article->facts.title;
    buf_printf(project->out, "<TextSource guid=\"%s\"", source->guid);
    qdpx_put_attribute(project, "name", title.len ? title : article->path);
    buf_printf(project->out, " plainTextPath=\"internal://%s.txt\">\n", source->guid);
    put_facts(project, article);
    for (size_t i = 0; i < source->len; i++) {
        if (note_is_placed(source->at[i]) && source->at[i]->span.start < source->at[i]->span.end)
            put_selection(project, source, source->at[i]);
    }
    for (size_t i = 0; i < source->len; i++) {
        if (!source->at[i]->has_passage)
            put_codings(project, source->at[i]);
    }
    for (size_t i = 0; i < source->len; i++) {
        if (qdpx_has_memo(source->at[i]) && !note_is_placed(source->at[i]))
            qdpx_put_noteref(project, source->at[i]);
    }
    buf_chars(project->out, "</TextSource>\n");
}

static void put_text(struct buf *out, const char *name, struct str text)
{
    if (!text.len)
        return;
    buf_printf(out, ",\"%s\":", name);
    safe_json(out, text);
}

static void put_tags(struct buf *out, const struct note *note)
{
    buf_chars(out, ",\"tags\":[");
    for (size_t i = 0; i < note->tag_count; i++) {
        buf_chars(out, i ? "," : "");
        safe_json(out, note->tags[i]);
    }
    buf_char(out, ']');
}

/* An instruction ends at ?>, so no > stands in it as itself. */
static void put_guarded(struct buf *out, struct str json)
{
    for (size_t i = 0; i < json.len; i++) {
        if (json.at[i] == '>')
            buf_chars(out, "\\u003e");
        else
            buf_char(out, json.at[i]);
    }
}

void qdpx_put_record(struct qdpx_project *project, const struct note *note)
{
    struct buf json = {0};
    buf_chars(&json, "{\"id\":");
    safe_json(&json, note->id);
    if (note->at.end)
        buf_printf(&json, ",\"at\":[%u,%u]", note->at.start, note->at.end);
    const struct {
        const char *name;
        struct str text;
    } texts[] = {
        {"article", note->article},   {"sha256", note->sha256},         {"quote", note->quote},
        {"before", note->before},     {"after", note->after},           {"about", note->about},
        {"text", note->text},         {"replies_to", note->replies_to}, {"by", note->by},
        {"conflict", note->conflict}, {"extra", note->extra},
    };
    for (size_t i = 0; i < COUNT(texts); i++)
        put_text(&json, texts[i].name, texts[i].text);
    buf_printf(&json, ",\"created\":%lld,\"modified\":%lld", (long long)note->created,
               (long long)note->modified);
    if (note->is_private)
        buf_chars(&json, ",\"private\":true");
    put_tags(&json, note);
    buf_char(&json, '}');
    buf_chars(project->out, "<?" QDPX_RECORD " ");
    put_guarded(project->out, buf_view(&json));
    buf_chars(project->out, "?>\n");
    buf_free(&json);
}
