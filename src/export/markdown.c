/* SPDX-License-Identifier: ISC */
/* One document that reads well as it is and in every Markdown: a chapter for each article, actor,
 * tag or day, its notes under their passages; a footnote to each note's source, a citation with the
 * source's key, and the list of the sources. */
#include "dossier/base/mark.h"
#include "formats.h"
#include "keys.h"
#include "markdown_page.h"
#include "markdown_text.h"
#include "sources.h"

static void put_heading(struct markdown_page *page, const char *level, struct str text)
{
    buf_printf(page->out, "\n%s ", level);
    markdown_text(page->out, text, true);
    buf_chars(page->out, "\n");
}

/* What is said under a heading, before the notes. */
static void put_lead(struct markdown_page *page, const struct group *group)
{
    const struct library *library = page->request->library;
    if (group->kind == GROUP_ARTICLE) {
        const struct article *article = corpus_article(&library->corpus, group->article);
        buf_char(page->out, '\n');
        parts_byline(article, &page->words);
        markdown_words(page, true);
        if (article->facts.url.len) {
            buf_chars(page->out, ", ");
            markdown_address(page, article);
        }
        buf_char(page->out, '\n');
    }
    const struct tag_entry *said =
        group->kind == GROUP_TAG ? tags_entry_of(&library->tags, group->tag) : NULL;
    if (said && str_trim(said->description).len) {
        buf_char(page->out, '\n');
        markdown_text(page->out, said->description, true);
        buf_char(page->out, '\n');
    }
}

static void put_group(struct markdown_page *page, const struct group *group)
{
    arena_clear(page->scratch);
    put_heading(page, "##",
                groups_title(page->scratch, page->request->library, group, page->groups.by));
    put_lead(page, group);
    for (size_t i = 0; i < group->len; i++) {
        arena_clear(page->scratch);
        markdown_note(page, &group->at[i]);
    }
}

static void put_source(struct markdown_page *page, const struct source *source)
{
    const struct article *article =
        corpus_article(&page->request->library->corpus, source->article);
    buf_chars(page->out, "\n- ");
    parts_source(page->scratch, article, &page->words);
    markdown_words(page, true);
    buf_char(page->out, ' ');
    if (article->facts.url.len) {
        markdown_address(page, article);
        buf_char(page->out, ' ');
    }
    parts_file(article, source->sha256, &page->words);
    markdown_words(page, false);
    buf_printf(page->out, " Cited as %.*s.\n", STR_ARG(page->keys[source->article]));
}

static void put_sources(struct markdown_page *page)
{
    struct sources sources = {0};
    sources_find(page->arena, page->request, &sources);
    buf_chars(page->out, sources.len ? "\n## Sources\n" : "");
    for (size_t i = 0; i < sources.len; i++) {
        arena_clear(page->scratch);
        put_source(page, &sources.at[i]);
    }
    struct groups_walk walk = {0};
    for (const struct entry *entry; (entry = groups_next(&page->groups, &walk));) {
        arena_clear(page->scratch);
        markdown_footnote(page, entry);
    }
}

static void put_opening(struct markdown_page *page)
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
    struct markdown_page page = {
        .arena = arena_new(), .scratch = arena_new(), .request = request, .out = out};
    groups_make(page.arena, request, &page.groups);
    page.keys = keys_make(page.arena, request->library);
    put_opening(&page);
    for (size_t i = 0; i < page.groups.len; i++)
        put_group(&page, &page.groups.at[i]);
    put_sources(&page);
    buf_free(&page.words);
    arena_free(page.scratch);
    arena_free(page.arena);
    return true;
}

const struct exporter exporter_markdown = {"markdown", "a document with the sources as footnotes",
                                           ".md", false, write_markdown};
