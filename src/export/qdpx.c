/* SPDX-License-Identifier: ISC */
/* A REFI-QDA project (version 1.5): a zip archive with project.qde and the texts, for ATLAS.ti,
 * MAXQDA, NVivo, QualCoder. A note is a selection of its text with codings by its tags and actors,
 * and a memo with its words; a reply is a link between memos. What the standard has no place for
 * (an id, the words as they were, their context) stands behind the document's element in
 * instructions, one a note, which all but our own import pass over. */
#include "dossier/base/day.h"
#include "dossier/base/memory.h"
#include "dossier/exchange/xml.h"
#include "dossier/exchange/zip.h"
#include "dossier/export/note_row.h"
#include "dossier/text/utf8.h"
#include "formats.h"
#include "qdpx_project.h"

#define NAME_LONGEST 60 /* characters of a memo's name */

static void add_name(struct arena *arena, struct qdpx_names *names, struct str name)
{
    if (name.len && lookup_add(arena, &names->ids, name, (uint32_t)names->len) == names->len)
        *vec_add(arena, names) = name;
}

static struct qdpx_source *source_of(struct qdpx_project *project, uint32_t *of_article,
                                     uint32_t number)
{
    if (of_article[number] != UINT32_MAX)
        return &project->sources.at[of_article[number]];
    const struct article *article = corpus_article(&project->request->library->corpus, number);
    of_article[number] = (uint32_t)project->sources.len;
    struct qdpx_source *source = vec_add(project->arena, &project->sources);
    source->article = number;
    qdpx_text_make(project->arena, article->text, &source->text);
    qdpx_guid(QDPX_SOURCE, article->path, source->guid);
    return source;
}

static void collect_note(struct qdpx_project *project, uint32_t *of_article, uint32_t place)
{
    const struct note *note = project->request->notes[place];
    lookup_add(project->arena, &project->notes, note->id, place);
    add_name(project->arena, &project->users, note->by);
    for (size_t i = 0; i < note->tag_count; i++)
        add_name(project->arena, &project->tags, note->tags[i]);
    add_name(project->arena, &project->actors, note->about);
    if (note->number != ARTICLE_NONE) {
        struct qdpx_source *source = source_of(project, of_article, note->number);
        *vec_add(project->arena, source) = note;
    }
}

static void collect(struct qdpx_project *project)
{
    const struct library *library = project->request->library;
    uint32_t *of_article =
        arena_many(project->arena, uint32_t, library->corpus.numbers + (size_t)1);
    for (size_t i = 0; i < library->corpus.numbers; i++)
        of_article[i] = UINT32_MAX;
    for (size_t i = 0; i < library->tags.len; i++)
        add_name(project->arena, &project->actors, library->tags.at[i].id);
    for (size_t i = 0; i < project->request->count; i++)
        collect_note(project, of_article, (uint32_t)i);
}

void qdpx_put_attribute(struct qdpx_project *project, const char *name, struct str value)
{
    buf_printf(project->out, " %s=\"", name);
    xml_text(project->out, value);
    buf_char(project->out, '"');
}

void qdpx_put_guid(struct qdpx_project *project, const char *name, enum qdpx_kind kind,
                   struct str of)
{
    char guid[QDPX_GUID];
    qdpx_guid(kind, of, guid);
    buf_printf(project->out, " %s=\"%s\"", name, guid);
}

static void put_moment(struct qdpx_project *project, const char *name, int64_t seconds)
{
    char moment[MOMENT_TEXT];
    moment_text(seconds, moment);
    if (seconds)
        qdpx_put_attribute(project, name, str_of(moment));
}

void qdpx_put_made(struct qdpx_project *project, const struct note *note)
{
    if (note->by.len)
        qdpx_put_guid(project, "creatingUser", QDPX_USER, note->by);
    put_moment(project, "creationDateTime", note->created);
    if (note->by.len)
        qdpx_put_guid(project, "modifyingUser", QDPX_USER, note->by);
    put_moment(project, "modifiedDateTime", note->modified);
}

bool qdpx_has_memo(const struct note *note)
{
    return note->text.len || (note->has_passage && !note_is_placed(note)) ||
           note->number == ARTICLE_NONE;
}

void qdpx_put_noteref(struct qdpx_project *project, const struct note *note)
{
    buf_chars(project->out, "<NoteRef");
    qdpx_put_guid(project, "targetGUID", QDPX_MEMO, note->id);
    buf_chars(project->out, "/>\n");
}

static void put_users(struct qdpx_project *project)
{
    if (!project->users.len)
        return;
    buf_chars(project->out, "<Users>\n");
    for (size_t i = 0; i < project->users.len; i++) {
        buf_chars(project->out, "<User");
        qdpx_put_guid(project, "guid", QDPX_USER, project->users.at[i]);
        qdpx_put_attribute(project, "name", project->users.at[i]);
        buf_chars(project->out, "/>\n");
    }
    buf_chars(project->out, "</Users>\n");
}

static void put_description(struct qdpx_project *project, struct str words)
{
    buf_chars(project->out, "<Description>");
    xml_text(project->out, words);
    buf_chars(project->out, "</Description>\n");
}

static void put_code(struct qdpx_project *project, enum qdpx_kind kind, struct str of,
                     struct str name, struct str description)
{
    buf_chars(project->out, "<Code");
    qdpx_put_guid(project, "guid", kind, of);
    qdpx_put_attribute(project, "name", name);
    buf_chars(project->out, " isCodable=\"true\">\n");
    if (description.len)
        put_description(project, description);
}

static void put_tag_codes(struct qdpx_project *project)
{
    for (size_t i = 0; i < project->tags.len; i++) {
        struct str tag = project->tags.at[i];
        const struct tag_entry *entry = tags_entry_of(&project->request->library->tags, tag);
        put_code(project, QDPX_CODE_TAG, tag, tag, entry ? entry->description : STR(""));
        buf_chars(project->out, "</Code>\n");
    }
}

/* Notes on the actor alone hang on its code. */
static void put_actor_codes(struct qdpx_project *project)
{
    const struct tags *tags = &project->request->library->tags;
    for (size_t i = 0; i < project->actors.len; i++) {
        struct str id = project->actors.at[i];
        uint32_t actor = tags_actor(tags, id);
        bool known = actor != ACTOR_NONE;
        put_code(project, QDPX_CODE_ACTOR, id, known ? tags->at[actor].name : id,
                 known ? str_of(actor_kind_name(tags->at[actor].kind)) : STR(""));
        for (size_t j = 0; j < project->request->count; j++) {
            const struct note *note = project->request->notes[j];
            if (!note->article.len && str_eq(note->about, id))
                qdpx_put_noteref(project, note);
        }
        buf_chars(project->out, "</Code>\n");
    }
}

static void put_codes(struct qdpx_project *project)
{
    const struct {
        const char *name;
        size_t count;
        void (*put)(struct qdpx_project *);
    } groups[] = {{QDPX_TAGS, project->tags.len, put_tag_codes},
                  {QDPX_ACTORS, project->actors.len, put_actor_codes}};
    if (!project->tags.len && !project->actors.len)
        return;
    buf_chars(project->out, "<CodeBook>\n<Codes>\n");
    for (size_t i = 0; i < COUNT(groups); i++) {
        if (!groups[i].count)
            continue;
        buf_chars(project->out, "<Code");
        qdpx_put_guid(project, "guid", QDPX_GROUP, str_of(groups[i].name));
        buf_printf(project->out, " name=\"%s\" isCodable=\"false\">\n", groups[i].name);
        groups[i].put(project);
        buf_chars(project->out, "</Code>\n");
    }
    buf_chars(project->out, "</Codes>\n</CodeBook>\n");
}

static void put_sources(struct qdpx_project *project)
{
    if (!project->sources.len)
        return;
    buf_chars(project->out, "<Sources>\n");
    for (size_t i = 0; i < project->sources.len; i++)
        qdpx_put_source(project, &project->sources.at[i]);
    buf_chars(project->out, "</Sources>\n");
}

/* The beginning of the note's first line. */
static struct str memo_name(const struct note *note)
{
    struct str words = str_trim(note->text.len ? note->text : note->quote), line;
    if (!str_split(&words, '\n', &line))
        return STR("");
    size_t end = 0;
    for (int i = 0; i < NAME_LONGEST && end < line.len; i++)
        utf8_next(line, &end);
    return str_trim(str_sub(line, 0, end));
}

/* Words that were not found are told, for there is no selection to show them. */
static void put_lost_words(struct qdpx_project *project, const struct note *note)
{
    if (!note->has_passage || note_is_placed(note))
        return;
    put_description(project, arena_printf(project->arena,
                                          "On words of %.*s that were not found there: “%.*s”",
                                          STR_ARG(note->article), STR_ARG(note->quote)));
}

static void put_memos(struct qdpx_project *project)
{
    size_t put = 0;
    for (size_t i = 0; i < project->request->count; i++) {
        const struct note *note = project->request->notes[i];
        if (!qdpx_has_memo(note))
            continue;
        buf_chars(project->out, put++ ? "<Note" : "<Notes>\n<Note");
        qdpx_put_guid(project, "guid", QDPX_MEMO, note->id);
        qdpx_put_attribute(project, "name", memo_name(note));
        qdpx_put_made(project, note);
        buf_chars(project->out, ">\n");
        put_lost_words(project, note);
        buf_chars(project->out, "<PlainTextContent>");
        xml_text(project->out, note->text);
        buf_chars(project->out, "</PlainTextContent>\n</Note>\n");
    }
    buf_chars(project->out, put ? "</Notes>\n" : "");
}

/* Replies, where both ends have something that a link can hold on to. */
static void put_links(struct qdpx_project *project)
{
    size_t put = 0;
    for (size_t i = 0; i < project->request->count; i++) {
        const struct note *note = project->request->notes[i];
        uint32_t to =
            note->replies_to.len ? lookup_find(&project->notes, note->replies_to) : LOOKUP_NONE;
        if (to == LOOKUP_NONE || !qdpx_has_memo(note))
            continue;
        const struct note *target = project->request->notes[to];
        if (!qdpx_has_memo(target) && !note_is_placed(target))
            continue;
        buf_chars(project->out, put++ ? "<Link" : "<Links>\n<Link");
        qdpx_put_guid(project, "guid", QDPX_LINK, note->id);
        buf_chars(project->out, " name=\"replies to\" direction=\"OneWay\"");
        qdpx_put_guid(project, "originGUID", QDPX_MEMO, note->id);
        qdpx_put_guid(project, "targetGUID", qdpx_has_memo(target) ? QDPX_MEMO : QDPX_SELECTION,
                      target->id);
        buf_chars(project->out, "/>\n");
    }
    buf_chars(project->out, put ? "</Links>\n" : "");
}

static void put_project(struct qdpx_project *project)
{
    buf_chars(project->out,
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Project xmlns=\"" QDPX_NAMESPACE "\"");
    qdpx_put_attribute(project, "name", project->request->library->title);
    buf_chars(project->out, " origin=\"dossier " DOSSIER_VERSION "\"");
    put_moment(project, "creationDateTime", project->request->now);
    buf_chars(project->out, ">\n");
    put_users(project);
    put_codes(project);
    put_sources(project);
    put_memos(project);
    put_links(project);
    put_description(project, STR("Positions are code points of the texts, whose line ends are line "
                                 "feeds. A tilde marks what was worked out."));
    for (size_t i = 0; i < project->request->count; i++) {
        const struct note *note = project->request->notes[i];
        if (note->number == ARTICLE_NONE && note->article.len)
            qdpx_put_noteref(project, note);
    }
    buf_chars(project->out, "</Project>\n");
    for (size_t i = 0; i < project->request->count; i++)
        qdpx_put_record(project, project->request->notes[i]);
}

static bool write_qdpx(const struct export_request *request, struct buf *out, struct error *error)
{
    struct buf xml = {0};
    struct qdpx_project project = {.arena = arena_new(), .request = request, .out = &xml};
    collect(&project);
    put_project(&project);
    size_t count = project.sources.len + 1;
    struct zip_entry *entries = arena_many(project.arena, struct zip_entry, count);
    entries[0] = (struct zip_entry){STR("project.qde"), buf_view(&xml)};
    for (size_t i = 0; i < project.sources.len; i++) {
        const struct qdpx_source *source = &project.sources.at[i];
        entries[i + 1] = (struct zip_entry){
            arena_printf(project.arena, "sources/%s.txt", source->guid), source->text.text};
    }
    bool ok = zip_write(entries, count, request->now, out, error);
    buf_free(&xml);
    arena_free(project.arena);
    return ok;
}

const struct exporter exporter_qdpx = {"qdpx", "REFI-QDA project, for ATLAS.ti, MAXQDA, NVivo",
                                       ".qdpx", true, write_qdpx};
