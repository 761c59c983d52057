/* SPDX-License-Identifier: ISC */
/* One page that needs nothing but itself: no script, nothing fetched, and a policy that forbids
 * both should anything slip through. */
#include "dossier/base/mark.h"
#include "formats.h"
#include "html_page.h"
#include "html_text.h"

#define GIST 90 /* characters of a note in the list */

static void put_head(struct html_page *page)
{
    buf_chars(page->out,
              "<!DOCTYPE html>\n<!-- " EXPORT_MARK " -->\n<html lang=\"en\">\n<head>\n"
              "<meta charset=\"utf-8\">\n"
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
              "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta name=\"referrer\" content=\"no-referrer\">\n"
              "<meta name=\"generator\" content=\"dossier\">\n<title>");
    html_text(page->out, page->request->library->title);
    buf_printf(page->out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<header>\n", html_style);
    buf_chars(page->out, "<h1 dir=\"auto\">");
    html_text(page->out, page->request->library->title);
    size_t count = page->request->count;
    buf_printf(page->out, "</h1>\n<p class=\"meta\">%zu %s, exported ", count,
               count == 1 ? "note" : "notes");
    parts_moment(page->request->now, page->out);
    buf_chars(page->out, ". A tilde (~) marks what was worked out and is stated nowhere.</p>\n"
                         "</header>\n");
}

/* The beginning of what NOTE says, or of the passage where it says nothing. */
static void put_gist(struct html_page *page, const struct note *note)
{
    struct str words = str_trim(note->text.len ? note->text : note->quote);
    struct str cut = parts_cut(words, GIST);
    const char *const marks[2] = {note->text.len ? "" : "“", note->text.len ? "" : "”"};
    buf_chars(page->out, marks[0]);
    html_text(page->out, cut);
    buf_chars(page->out, cut.len < words.len ? "…" : "");
    buf_chars(page->out, marks[1]);
}

static void put_line(struct html_page *page, const struct entry *entry)
{
    buf_printf(page->out, "<li%s><a href=\"#n%zu\">%zu</a> <span class=\"where\">",
               entry->depth ? " class=\"reply\"" : "", entry->number, entry->number);
    html_place(page, entry->note);
    buf_chars(page->out, "</span> <span class=\"gist\" dir=\"auto\">");
    put_gist(page, entry->note);
    buf_chars(page->out, entry->note->tag_count ? " " : "");
    html_tags(page, entry->note);
    buf_chars(page->out, "</span></li>\n");
}

/* The list, grouped as asked for; by article, the chapters are the groups. */
static void put_list(struct html_page *page)
{
    bool headed = page->groups.by != EXPORT_BY_ARTICLE;
    buf_chars(page->out, "<nav aria-label=\"Notes\">\n<h2>Notes</h2>\n");
    for (size_t i = 0; i < page->groups.len; i++) {
        const struct group *group = &page->groups.at[i];
        if (headed) {
            buf_chars(page->out, "<h3 dir=\"auto\">");
            html_text(page->out,
                      groups_title(page->arena, page->request->library, group, page->groups.by));
            buf_chars(page->out, "</h3>\n");
        }
        buf_chars(page->out, headed || i == 0 ? "<ol>\n" : "");
        for (size_t j = 0; j < group->len; j++) {
            if (headed || !group->at[j].again)
                put_line(page, &group->at[j]);
        }
        buf_chars(page->out, headed || i + 1 == page->groups.len ? "</ol>\n" : "");
    }
    buf_chars(page->out, "</nav>\n");
}

static void put_byline(struct html_page *page, const struct article *article)
{
    buf_chars(page->out, "<p class=\"byline\">");
    parts_byline(article, &page->words);
    buf_chars(&page->words, " · ");
    buf_str(&page->words, article->path);
    html_words(page);
    struct str url = article->facts.url;
    if (url.len) {
        buf_chars(page->out, " · <span class=\"url\">");
        html_exact(page->out, url);
        buf_chars(page->out, "</span>");
    }
    buf_chars(page->out, "</p>\n");
}

static bool has_headline(const struct article *article)
{
    for (size_t i = 0; i < article_paragraph_count(article); i++) {
        if (article_paragraphs(article)[i].kind == PARAGRAPH_HEADLINE)
            return true;
    }
    return false;
}

static void put_chapter(struct html_page *page, const struct group *group)
{
    if (group->kind == GROUP_ARTICLE) {
        const struct article *article =
            corpus_article(&page->request->library->corpus, group->article);
        buf_chars(page->out, "<section class=\"chapter\">\n");
        put_byline(page, article);
        if (!has_headline(article)) {
            buf_chars(page->out, "<h2 dir=\"auto\">");
            html_exact(page->out, parts_headline(page->arena, article));
            buf_chars(page->out, "</h2>\n");
        }
        html_article(page, group);
    } else {
        buf_chars(page->out, "<section class=\"chapter\">\n<h2>");
        html_text(page->out,
                  groups_title(page->arena, page->request->library, group, EXPORT_BY_ARTICLE));
        buf_chars(page->out, "</h2>\n<div class=\"general\">\n");
        for (size_t i = 0; i < group->len; i++) {
            if (!group->at[i].depth)
                html_thread(page, group, &group->at[i]);
        }
        buf_chars(page->out, "</div>\n");
    }
    buf_chars(page->out, "</section>\n");
}

static void make_groups(struct html_page *page)
{
    struct export_request by_article = *page->request;
    by_article.by = EXPORT_BY_ARTICLE;
    groups_make(page->arena, page->request, &page->groups);
    groups_make(page->arena, &by_article, &page->chapters);
}

static bool write_html(const struct export_request *request, struct buf *out, struct error *error)
{
    (void)error;
    struct html_page page = {.arena = arena_new(), .request = request, .out = out};
    make_groups(&page);
    put_head(&page);
    if (request->count)
        put_list(&page);
    buf_chars(out, "<main>\n");
    html_timeline(&page);
    for (size_t i = 0; i < page.chapters.len; i++)
        put_chapter(&page, &page.chapters.at[i]);
    html_actors(&page);
    buf_chars(out,
              "</main>\n<footer>Numbers in the text lead to the notes, numbers on the notes back "
              "to the text.</footer>\n</body>\n</html>\n");
    buf_free(&page.words);
    arena_free(page.arena);
    return true;
}

const struct exporter exporter_html = {"html", "one page: the texts with the notes beside them",
                                       ".html", false, write_html};
