/* SPDX-License-Identifier: ISC */
/* One document that reads well as it is and in every Markdown: a chapter for each article, its
 * notes under their passages, the sources as footnotes. */
#include "dossier/base/arena.h"
#include "dossier/base/day.h"
#include "dossier/base/mark.h"
#include "formats.h"
#include "markdown_text.h"
#include "parts.h"

struct page {
    struct arena *arena;
    const struct export_request *request;
    struct groups groups;
    struct buf words; /* scratch */
    struct buf *out;
};

/* Adds the scratch words, and empties them. */
static void put_words(struct page *page, bool at_start)
{
    markdown_text(page->out, buf_view(&page->words), at_start);
    buf_clear(&page->words);
}

static void put_heading(struct page *page, const char *level, struct str text)
{
    buf_printf(page->out, "\n%s ", level);
    markdown_text(page->out, text, true);
    buf_chars(page->out, "\n");
}

/* TEXT with its line ends; an empty line parts paragraphs. */
static void put_lines(struct page *page, struct str text)
{
    struct str rest = text, line;
    bool within = false;
    while (str_split(&rest, '\n', &line)) {
        line = str_trim(line);
        if (line.len) {
            buf_chars(page->out, within ? "\\\n" : "\n");
            markdown_text(page->out, line, true);
        } else if (within) {
            buf_char(page->out, '\n');
        }
        within = line.len > 0;
    }
    if (within)
        buf_char(page->out, '\n');
}

static void put_passage(struct page *page, const struct note *note)
{
    struct passage passage;
    parts_passage(page->arena, page->request->library, note, &passage);
    for (size_t i = 0; i < passage.len; i++) {
        bool first = i == 0, last = i + 1 == passage.len;
        buf_chars(page->out, first ? "\n> " : ">\n> ");
        markdown_bold(page->out, passage.at[i], first ? passage.before : STR(""),
                      first && passage.cut_before, last ? passage.after : STR(""),
                      last && passage.cut_after);
        buf_char(page->out, '\n');
    }
    const char *state = parts_state(note);
    if (*state)
        buf_printf(page->out, "\n*%s*\n", state);
}

static void put_signature(struct page *page, const struct note *note)
{
    buf_chars(page->out, "\n— ");
    parts_signature(note, &page->words);
    put_words(page, false);
    if (note->about.len && note->article.len) {
        buf_chars(page->out, "; about ");
        markdown_text(page->out, parts_about(page->request->library, note), false);
    }
    size_t replied = parts_number(&page->groups, note->replies_to);
    if (replied)
        buf_printf(page->out, "; a reply to note %zu", replied);
    for (size_t i = 0; i < note->tag_count; i++) {
        buf_chars(page->out, i ? ", #" : "; tags: #");
        markdown_text(page->out, note->tags[i], false);
    }
    buf_char(page->out, '\n');
}

static void put_note(struct page *page, const struct entry *entry, enum group_kind kind)
{
    const struct note *note = entry->note;
    buf_printf(page->out, "\n### Note %zu: ", entry->number);
    if (kind == GROUP_ACTORS)
        markdown_text(page->out, parts_about(page->request->library, note), false);
    else
        parts_place(page->request->library, note, &page->words);
    put_words(page, false);
    buf_char(page->out, '\n');
    put_passage(page, note);
    put_lines(page, note->text);
    put_signature(page, note);
}

/* The article's address: a link only where it is one of the web. */
static void put_address(struct page *page, const struct article *article)
{
    struct str link = parts_link(article);
    bool plain = link.len && str_find(link, STR("<"), 0) < 0 && str_find(link, STR(">"), 0) < 0;
    if (plain)
        buf_printf(page->out, "<%.*s>", STR_ARG(link));
    else
        markdown_text(page->out, article->facts.url, false);
}

static void put_group(struct page *page, const struct group *group)
{
    if (group->kind == GROUP_ARTICLE) {
        const struct article *article = &page->request->library->corpus.at[group->article];
        put_heading(page, "##", parts_headline(page->arena, article));
        buf_char(page->out, '\n');
        parts_byline(article, &page->words);
        put_words(page, true);
        if (article->facts.url.len) {
            buf_chars(page->out, ", ");
            put_address(page, article);
        }
        buf_printf(page->out, "[^%u]\n", group->article + 1);
    } else {
        put_heading(page, "##",
                    group->kind == GROUP_ACTORS ? STR("Notes on actors")
                                                : STR("Notes on articles that are not here"));
    }
    for (size_t i = 0; i < group->len; i++)
        put_note(page, &group->at[i], group->kind);
}

/* The fingerprint that the first note which has one keeps of the article. */
static struct str fingerprint(const struct group *group)
{
    for (size_t i = 0; i < group->len; i++) {
        if (group->at[i].note->sha256.len)
            return group->at[i].note->sha256;
    }
    return STR("");
}

static void end_sentence(struct buf *words)
{
    if (!parts_ends_sentence(buf_view(words)))
        buf_char(words, '.');
}

static void put_source(struct page *page, const struct group *group)
{
    const struct article *article = &page->request->library->corpus.at[group->article];
    struct buf *words = &page->words;
    buf_printf(page->out, "\n[^%u]: ", group->article + 1);
    buf_str(words, parts_headline(page->arena, article));
    end_sentence(words);
    buf_char(words, ' ');
    parts_byline(article, words);
    if (article->facts.why.len) {
        buf_chars(words, ": ");
        buf_str(words, article->facts.why);
    }
    end_sentence(words);
    put_words(page, true);
    buf_char(page->out, ' ');
    if (article->facts.url.len) {
        put_address(page, article);
        buf_chars(page->out, " ");
    }
    buf_chars(words, "File ");
    buf_str(words, article->path);
    struct str sha256 = fingerprint(group);
    if (sha256.len)
        buf_printf(words, ", SHA-256 %.*s when annotated", STR_ARG(sha256));
    buf_char(words, '.');
    put_words(page, false);
    buf_char(page->out, '\n');
}

static void put_opening(struct page *page)
{
    buf_chars(page->out, "<!-- " EXPORT_MARK " -->\n");
    put_heading(page, "#", page->request->library->title);
    size_t count = page->request->count;
    buf_printf(page->out, "\n%zu %s, exported ", count, count == 1 ? "note" : "notes");
    parts_moment(page->request->now, page->out);
    buf_chars(page->out, ". A tilde marks what was worked out and is stated nowhere.\n");
}

static bool write_markdown(const struct export_request *request, struct buf *out,
                           struct error *error)
{
    (void)error;
    struct page page = {.arena = arena_new(), .request = request, .out = out};
    parts_groups(page.arena, request, &page.groups);
    put_opening(&page);
    bool sources = false;
    for (size_t i = 0; i < page.groups.len; i++) {
        put_group(&page, &page.groups.at[i]);
        sources |= page.groups.at[i].kind == GROUP_ARTICLE;
    }
    if (sources)
        buf_chars(out, "\n## Sources\n");
    for (size_t i = 0; i < page.groups.len; i++) {
        if (page.groups.at[i].kind == GROUP_ARTICLE)
            put_source(&page, &page.groups.at[i]);
    }
    buf_free(&page.words);
    arena_free(page.arena);
    return true;
}

const struct exporter exporter_markdown = {"markdown", "a document with the sources as footnotes",
                                           ".md", false, write_markdown};
