/* SPDX-License-Identifier: ISC */
/* An outline for Org: a heading for each group and each note, with a drawer of properties, the
 * passage as a quotation, a footnote to its source. */
#include "dossier/base/mark.h"
#include "dossier/base/memory.h"
#include "formats.h"
#include "keys.h"
#include "org_text.h"
#include "parts.h"
#include "remarks.h"

#include <ctype.h>

#define DEEPEST 3 /* headings below a note's own, for the replies to it */

struct outline {
    struct arena *arena, *scratch;
    const struct export_request *request;
    struct groups groups;
    struct str *keys;
    struct buf words; /* scratch */
    struct buf *out;
};

/* Adds the scratch words, and empties them. */
static void put_words(struct outline *outline, bool at_start)
{
    org_text(outline->out, buf_view(&outline->words), at_start);
    buf_clear(&outline->words);
}

static void put_property(struct outline *outline, const char *name, struct str value)
{
    if (!str_trim(value).len)
        return;
    buf_printf(outline->out, ":%s: ", name);
    org_text(outline->out, str_trim(value), false);
    buf_char(outline->out, '\n');
}

static void put_moment(struct outline *outline, const char *name, int64_t seconds)
{
    char text[MOMENT_TEXT];
    if (!seconds)
        return;
    moment_text(seconds, text);
    buf_printf(outline->out, ":%s: %s\n", name, text);
}

/* A link only where it is one of the web, and none of its signs ends it. */
static void put_address(struct outline *outline, const struct article *article)
{
    struct str link = parts_link(article);
    bool plain = link.len > 0;
    for (size_t i = 0; i < link.len; i++)
        plain = plain && link.at[i] != '[' && link.at[i] != ']' && link.at[i] != '\\';
    if (plain)
        buf_printf(outline->out, "[[%.*s]]", STR_ARG(link));
    else
        org_text(outline->out, article->facts.url, false);
}

static void put_article_drawer(struct outline *outline, const struct article *article,
                               struct str key)
{
    char iso[DAY_TEXT];
    day_iso(article->facts.date, iso);
    buf_chars(outline->out, ":PROPERTIES:\n");
    put_property(outline, "FILE", article->path);
    put_property(outline, "KEY", key);
    put_property(outline, "SOURCE", article->facts.source);
    put_property(outline, "AUTHOR", article->facts.author);
    if (*iso)
        buf_printf(outline->out, ":DATE: %s%s\n", iso,
                   article->facts.basis == BASIS_INFERRED ? "~" : "");
    if (parts_link(article).len)
        buf_printf(outline->out, ":URL: %.*s\n", STR_ARG(article->facts.url));
    else
        put_property(outline, "URL", article->facts.url);
    buf_chars(outline->out, ":END:\n");
}

static void put_note_drawer(struct outline *outline, const struct note *note)
{
    buf_chars(outline->out, ":PROPERTIES:\n");
    put_property(outline, "NOTE_ID", note->id);
    put_property(outline, "FILE", note->article);
    put_property(outline, "SHA256", note->sha256);
    if (note->number != ARTICLE_NONE)
        put_property(outline, "KEY", outline->keys[note->number]);
    put_property(outline, "STATE", str_of(anchor_state_name(note->state)));
    put_property(outline, "ABOUT", note->about);
    put_property(outline, "BY", note->by);
    put_property(outline, "REPLIES_TO", note->replies_to);
    put_property(outline, "CONFLICT", note->clash);
    for (size_t i = 0; i < note->tag_count; i++) {
        buf_chars(&outline->words, i ? " #" : "#");
        buf_str(&outline->words, note->tags[i]);
    }
    put_property(outline, "TAGGED", buf_view(&outline->words));
    buf_clear(&outline->words);
    put_moment(outline, "CREATED", note->created);
    put_moment(outline, "MODIFIED", note->modified);
    buf_chars(outline->out, ":END:\n");
}

/* The words of the passage in bold, where Org lets bold begin and end; what adjoins them after. */
static void put_passage(struct outline *outline, const struct note *note)
{
    struct passage passage;
    struct buf *words = &outline->words;
    parts_passage(outline->scratch, outline->request->library, note, &passage);
    if (!passage.len)
        return;
    buf_chars(outline->out, "\n#+BEGIN_QUOTE\n");
    for (size_t i = 0; i < passage.len; i++) {
        bool first = i == 0, last = i + 1 == passage.len;
        buf_chars(outline->out, first ? "" : "\n");
        buf_chars(words, first && passage.cut_before ? "… " : "");
        buf_str(words, first ? passage.before : STR(""));
        buf_str(words, passage.at[i]);
        buf_str(words, last ? passage.after : STR(""));
        buf_chars(words, last && passage.cut_after ? " …" : "");
        put_words(outline, true);
        buf_char(outline->out, '\n');
    }
    buf_chars(outline->out, "#+END_QUOTE\n");
    if (passage.before.len || passage.after.len || passage.cut_before || passage.cut_after) {
        buf_chars(outline->out, "\nThe note is on: ");
        for (size_t i = 0; i < passage.len; i++) {
            buf_chars(words, i ? " / " : "");
            buf_str(words, passage.at[i]);
        }
        put_words(outline, false);
        buf_char(outline->out, '\n');
    }
}

static void put_lines(struct outline *outline, struct str text)
{
    struct str rest = str_trim(text), line;
    bool within = false;
    while (str_split(&rest, '\n', &line)) {
        line = str_trim(line);
        if (line.len) {
            buf_chars(outline->out, within ? "\\\\\n" : "\n");
            org_text(outline->out, line, true);
        } else if (within) {
            buf_char(outline->out, '\n');
        }
        within = line.len > 0;
    }
    if (within)
        buf_char(outline->out, '\n');
}

static void put_heading(struct outline *outline, int level, struct str text)
{
    static const char stars[] = "**********";
    buf_printf(outline->out, "\n%.*s ", level, stars);
    org_text(outline->out, text, true);
}

/* Those of the tags that Org can have as its own. */
static void put_tags(struct outline *outline, const struct note *note)
{
    bool any = false;
    for (size_t i = 0; i < note->tag_count; i++) {
        struct str tag = note->tags[i];
        bool fits = tag.len > 0;
        for (size_t j = 0; j < tag.len; j++)
            fits = fits && (isalnum((unsigned char)tag.at[j]) || tag.at[j] == '_');
        if (fits)
            buf_printf(outline->out, "%s%.*s:", any ? "" : " :", STR_ARG(tag));
        any = any || fits;
    }
}

static void put_source(struct outline *outline, const struct entry *entry)
{
    const struct note *note = entry->note;
    if (!note->article.len)
        return;
    buf_char(outline->out, '\n');
    if (note->number == ARTICLE_NONE)
        buf_printf(&outline->words, "File %.*s", STR_ARG(note->article));
    else
        parts_byline(corpus_article(&outline->request->library->corpus, note->number),
                     &outline->words);
    put_words(outline, true);
    buf_printf(outline->out, "[fn:%zu]\n", entry->number);
}

static void put_pointer(struct outline *outline, const struct entry *entry)
{
    buf_printf(&outline->words, "Note %zu (", entry->number);
    parts_where(outline->request->library, entry->note, &outline->words);
    buf_chars(&outline->words, ") stands under ");
    buf_str(&outline->words, groups_title(outline->scratch, outline->request->library,
                                          &outline->groups.at[entry->home], outline->groups.by));
    buf_char(outline->out, '\n');
    put_words(outline, true);
    buf_char(outline->out, '\n');
}

static void put_note(struct outline *outline, const struct entry *entry)
{
    const struct note *note = entry->note;
    const struct library *library = outline->request->library;
    arena_clear(outline->scratch);
    if (entry->again) {
        put_pointer(outline, entry);
        return;
    }
    buf_printf(&outline->words, "Note %zu: ", entry->number);
    parts_where(library, note, &outline->words);
    put_heading(outline, 2 + (entry->depth < DEEPEST ? entry->depth : DEEPEST),
                arena_str(outline->scratch, buf_view(&outline->words)));
    buf_clear(&outline->words);
    put_tags(outline, note);
    buf_char(outline->out, '\n');
    put_note_drawer(outline, note);
    put_passage(outline, note);
    put_source(outline, entry);
    remarks_state(&outline->groups, library, note, &outline->words);
    if (outline->words.len) {
        buf_char(outline->out, '\n');
        put_words(outline, true);
        buf_char(outline->out, '\n');
    }
    put_lines(outline, note->text);
    buf_chars(outline->out, "\n— ");
    remarks_put(&outline->groups, library, note, &outline->words);
    put_words(outline, false);
    buf_char(outline->out, '\n');
}

static void put_group(struct outline *outline, const struct group *group)
{
    const struct library *library = outline->request->library;
    put_heading(outline, 1, groups_title(outline->arena, library, group, outline->groups.by));
    buf_char(outline->out, '\n');
    if (group->kind == GROUP_ARTICLE)
        put_article_drawer(outline, corpus_article(&library->corpus, group->article),
                           outline->keys[group->article]);
    const struct tag_entry *said =
        group->kind == GROUP_TAG ? tags_entry_of(&library->tags, group->tag) : NULL;
    if (said)
        put_lines(outline, said->description);
    for (size_t i = 0; i < group->len; i++)
        put_note(outline, &group->at[i]);
}

static void put_footnote(struct outline *outline, const struct entry *entry)
{
    const struct note *note = entry->note;
    const struct library *library = outline->request->library;
    if (!note->article.len)
        return;
    arena_clear(outline->scratch);
    buf_printf(outline->out, "\n[fn:%zu] ", entry->number);
    if (note->number == ARTICLE_NONE) {
        buf_printf(&outline->words, "%.*s, an article that is not here.", STR_ARG(note->article));
        put_words(outline, true);
    } else {
        const struct article *article = corpus_article(&library->corpus, note->number);
        parts_source(outline->scratch, article, &outline->words);
        put_words(outline, true);
        buf_char(outline->out, ' ');
        put_address(outline, article);
        buf_chars(outline->out, article->facts.url.len ? " " : "");
        parts_place(library, note, &outline->words);
        buf_chars(&outline->words, ". ");
        parts_file(article, note->sha256, &outline->words);
        put_words(outline, false);
    }
    buf_char(outline->out, '\n');
}

static void put_opening(struct outline *outline)
{
    size_t count = outline->request->count;
    buf_chars(outline->out, "# " EXPORT_MARK " -*- mode: org; coding: utf-8 -*-\n#+TITLE: ");
    org_text(outline->out, outline->request->library->title, true);
    buf_chars(outline->out, "\n#+OPTIONS: ^:nil tex:verbatim num:nil toc:nil d:nil\n\n");
    buf_printf(&outline->words, "%zu %s, exported ", count, count == 1 ? "note" : "notes");
    parts_moment(outline->request->now, &outline->words);
    buf_chars(&outline->words, ". A tilde marks what was worked out and is stated nowhere.");
    put_words(outline, false);
    buf_char(outline->out, '\n');
}

static bool write_org(const struct export_request *request, struct buf *out, struct error *error)
{
    (void)error;
    struct outline outline = {
        .arena = arena_new(), .scratch = arena_new(), .request = request, .out = out};
    groups_make(outline.arena, request, &outline.groups);
    outline.keys = keys_make(outline.arena, request->library);
    put_opening(&outline);
    for (size_t i = 0; i < outline.groups.len; i++)
        put_group(&outline, &outline.groups.at[i]);
    struct groups_walk walk = {0};
    buf_chars(out, "\n* Footnotes\n");
    for (const struct entry *entry; (entry = groups_next(&outline.groups, &walk));)
        put_footnote(&outline, entry);
    buf_free(&outline.words);
    arena_free(outline.scratch);
    arena_free(outline.arena);
    return true;
}

const struct exporter exporter_org = {"org", "an outline for Emacs, with quotations and footnotes",
                                      ".org", false, write_org};
