/* SPDX-License-Identifier: ISC */
/* One page that needs nothing but itself: no script, nothing fetched, and a policy that forbids
 * both should anything slip through. */
#include "dossier/base/mark.h"
#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"
#include "formats.h"
#include "html_page.h"
#include "html_text.h"

#include <stdlib.h>

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
    size_t end = 0;
    for (int i = 0; i < GIST && end < words.len; i++)
        utf8_next(words, &end);
    const char *const marks[2] = {note->text.len ? "" : "“", note->text.len ? "" : "”"};
    buf_chars(page->out, marks[0]);
    html_text(page->out, str_sub(words, 0, end));
    buf_chars(page->out, end < words.len ? "…" : "");
    buf_chars(page->out, marks[1]);
}

static void put_list(struct html_page *page)
{
    buf_chars(page->out, "<nav aria-label=\"Notes\">\n<h2>Notes</h2>\n<ol>\n");
    for (size_t i = 0; i < page->groups.len; i++) {
        for (size_t j = 0; j < page->groups.at[i].len; j++) {
            const struct entry *entry = &page->groups.at[i].at[j];
            buf_printf(page->out, "<li><a href=\"#n%zu\">%zu</a> <span class=\"where\">",
                       entry->number, entry->number);
            html_place(page, entry->note);
            buf_chars(page->out, "</span> <span class=\"gist\" dir=\"auto\">");
            put_gist(page, entry->note);
            buf_chars(page->out, entry->note->tag_count ? " " : "");
            html_tags(page, entry->note);
            buf_chars(page->out, "</span></li>\n");
        }
    }
    buf_chars(page->out, "</ol>\n</nav>\n");
}

static void put_byline(struct html_page *page, const struct article *article)
{
    buf_chars(page->out, "<p class=\"byline\">");
    parts_byline(article, &page->words);
    buf_chars(&page->words, " · ");
    buf_str(&page->words, article->path);
    html_words(page);
    struct str link = parts_link(article), url = article->facts.url;
    if (url.len)
        buf_chars(page->out, " · ");
    if (link.len) {
        buf_chars(page->out, "<a rel=\"noopener noreferrer nofollow\" href=\"");
        html_text(page->out, link);
        buf_chars(page->out, "\">");
    }
    html_text(page->out, url);
    buf_chars(page->out, link.len ? "</a></p>\n" : "</p>\n");
}

static bool has_headline(const struct article *article)
{
    for (size_t i = 0; i < article->paragraph_count; i++) {
        if (article->paragraphs[i].kind == PARAGRAPH_HEADLINE)
            return true;
    }
    return false;
}

static void put_chapter(struct html_page *page, const struct group *group)
{
    buf_chars(page->out, "<section class=\"chapter\">\n");
    if (group->kind == GROUP_ARTICLE) {
        const struct article *article = &page->request->library->corpus.at[group->article];
        put_byline(page, article);
        if (!has_headline(article)) {
            buf_chars(page->out, "<h2 dir=\"auto\">");
            html_text(page->out, parts_headline(page->arena, article));
            buf_chars(page->out, "</h2>\n");
        }
        html_article(page, group);
    } else {
        buf_printf(page->out, "<h2>%s</h2>\n<div class=\"general\">\n",
                   group->kind == GROUP_ACTORS ? "Notes on actors"
                                               : "Notes on articles that are not here");
        for (size_t i = 0; i < group->len; i++)
            html_note(page, &group->at[i], false);
        buf_chars(page->out, "</div>\n");
    }
    buf_chars(page->out, "</section>\n");
}

/* An actor and how often it is mentioned. */
struct counted {
    uint32_t actor;
    struct tally tally;
};

static int compare_counted(const void *a, const void *b)
{
    const struct counted *x = a, *y = b;
    if (x->tally.mentions != y->tally.mentions)
        return x->tally.mentions > y->tally.mentions ? -1 : 1;
    return x->actor < y->actor ? -1 : 1;
}

static void put_actor(struct html_page *page, const struct counted *counted)
{
    const struct actor *actor = &page->request->library->tags.at[counted->actor];
    char first[DAY_TEXT], last[DAY_TEXT];
    day_words(counted->tally.first, first);
    day_words(counted->tally.last, last);
    buf_chars(page->out, "<tr><td dir=\"auto\">");
    html_text(page->out, actor->name);
    buf_printf(page->out,
               "</td><td>%s</td><td class=\"number\">%zu</td><td class=\"number\">%zu</td>"
               "<td>%s</td><td>%s</td></tr>\n",
               actor_kind_name(actor->kind), counted->tally.mentions, counted->tally.articles,
               first, last);
}

static void put_actors(struct html_page *page)
{
    const struct library *library = page->request->library;
    const struct counting all = COUNTING_ALL;
    const struct tally *tally =
        cast_tally(&library->cast, &library->corpus, &library->tags, &all, page->arena);
    struct {
        struct counted *at;
        size_t len, cap;
    } actors = {0};
    for (size_t i = 0; i < library->tags.len; i++) {
        if (tally[i].mentions)
            *vec_add(page->arena, &actors) = (struct counted){(uint32_t)i, tally[i]};
    }
    if (!actors.len)
        return;
    qsort(actors.at, actors.len, sizeof *actors.at, compare_counted);
    buf_chars(page->out, "<section class=\"actors\">\n<h2>Actors in the dossier</h2>\n<table>\n"
                         "<thead><tr><th>name</th><th>kind</th><th class=\"number\">mentions</th>"
                         "<th class=\"number\">articles</th><th>first</th><th>last</th></tr>"
                         "</thead>\n<tbody>\n");
    for (size_t i = 0; i < actors.len; i++)
        put_actor(page, &actors.at[i]);
    buf_chars(page->out, "</tbody>\n</table>\n</section>\n");
}

static bool write_html(const struct export_request *request, struct buf *out, struct error *error)
{
    (void)error;
    struct html_page page = {.arena = arena_new(), .request = request, .out = out};
    parts_groups(page.arena, request, &page.groups);
    put_head(&page);
    if (request->count)
        put_list(&page);
    buf_chars(out, "<main>\n");
    for (size_t i = 0; i < page.groups.len; i++)
        put_chapter(&page, &page.groups.at[i]);
    put_actors(&page);
    buf_chars(out,
              "</main>\n<footer>Numbers in the text lead to the notes, numbers on the notes back "
              "to the text.</footer>\n</body>\n</html>\n");
    buf_free(&page.words);
    arena_free(page.arena);
    return true;
}

const struct exporter exporter_html = {"html", "one page: the texts with the notes beside them",
                                       ".html", false, write_html};
