/* SPDX-License-Identifier: ISC */
/* show: one article as text: for a terminal wrapped, with the numbers of its paragraphs beside
 * them; into a pipe one line a paragraph, so that other programs can work on it. */
#include "common.h"

#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/safe.h"
#include "dossier/text/wrap.h"
#include "dossier/verb/output.h"

#define MARGIN 5         /* columns for "¶12 " */
#define NOT_ARTICLE "| " /* stands before each line of boilerplate */

struct page {
    struct verb_call *call;
    const struct article *article;
    uint32_t number; /* of the article */
    int width;       /* columns of a line of text; 0: unwrapped */
    bool begun;      /* something stands above: an empty line parts it from what follows */
};

static void put(const struct page *page, const char *text)
{
    output_put(page->call->out, str_of(text));
}

static void put_str(const struct page *page, struct str text)
{
    output_put(page->call->out, text);
}

/* One line of the paragraph, behind MARGIN columns that say LEFT. */
static void put_line(const struct page *page, const char *left, const char *mark, struct str line)
{
    if (page->width) {
        put(page, left);
        for (int i = text_width(str_of(left)); i < MARGIN; i++)
            put(page, " ");
    }
    put(page, mark);
    put_str(page, line);
    put(page, "\n");
}

static void put_wrapped(const struct page *page, const char *left, const char *mark,
                        struct str text)
{
    struct buf safe = {0};
    safe_line(&safe, text);
    struct str line = buf_view(&safe);
    if (!page->width) {
        put_line(page, left, mark, line);
    } else {
        struct spans lines = {0};
        wrap_lines(page->call->arena, line, (struct span){0, (uint32_t)line.len},
                   page->width - text_width(str_of(mark)), &lines);
        for (size_t i = 0; i < lines.len; i++)
            put_line(page, i ? "" : left, mark, span_of(line, lines.at[i]));
    }
    buf_free(&safe);
}

static void put_gap(struct page *page)
{
    if (page->begun)
        put(page, "\n");
    page->begun = true;
}

static void put_paragraph(struct page *page, const struct paragraph *paragraph)
{
    char left[24] = "";
    put_gap(page);
    if (paragraph->number > 0)
        snprintf(left, sizeof left, "¶%d", paragraph->number);
    const char *mark = paragraph->kind == PARAGRAPH_BOILERPLATE ? NOT_ARTICLE : "";
    put_wrapped(page, left, mark, span_of(page->article->text, paragraph->span));
}

/* What is known of the article, on one line. */
static void put_facts(struct page *page)
{
    const struct facts *facts = &page->article->facts;
    struct cell date = verb_day_cell(page->call, page->article);
    struct buf line = {0};
    buf_str(&line, page->article->label);
    buf_chars(&line, "  ");
    buf_str(&line, date.kind == CELL_TEXT ? str_trim(date.text) : STR("undated"));
    buf_chars(&line, "  ");
    buf_str(&line, facts->source.len ? facts->source : STR("source unknown"));
    if (facts->author.len)
        buf_printf(&line, "  by %.*s", STR_ARG(facts->author));
    put_gap(page);
    put_wrapped(page, "", "", buf_view(&line));
    buf_free(&line);
}

static bool headline_in_body(const struct article *article)
{
    for (size_t i = 0; i < article_paragraph_count(article); i++) {
        if (article_paragraphs(article)[i].kind == PARAGRAPH_HEADLINE)
            return true;
    }
    return false;
}

static void put_note(struct page *page, const struct note *note)
{
    put_gap(page);
    struct str by = note->by;
    struct str place = note_is_placed(note)
                           ? verb_place_name(page->call, page->number, note->span.start)
                           : page->article->label;
    struct str head = arena_printf(page->call->arena, "%.*s  %.*s  %.*s  %s", STR_ARG(note->id),
                                   STR_ARG(place), STR_ARG(by), anchor_state_name(note->state));
    put_wrapped(page, "", "", head);
    if (note->has_passage)
        put_wrapped(page, "", "> ", note->quote);
    put_wrapped(page, "", "", note_join(page->call->arena, note));
}

static void put_notes(struct page *page)
{
    const struct notebook *notebook = page->call->notebook;
    for (size_t i = 0; i < notebook->len; i++) {
        if (notebook->at[i].number == page->number)
            put_note(page, &notebook->at[i]);
    }
}

static void put_article(struct page *page)
{
    const struct article *article = page->article;
    bool all = verb_value(page->call, "all") != NULL;
    if (page->width)
        put_facts(page);
    if (page->width && article->facts.title.len && !headline_in_body(article)) {
        put_gap(page);
        put_wrapped(page, "", "", article->facts.title);
    }
    for (size_t i = 0; i < article_paragraph_count(article); i++) {
        if (all || article_paragraphs(article)[i].kind != PARAGRAPH_BOILERPLATE)
            put_paragraph(page, &article_paragraphs(article)[i]);
    }
    if (verb_value(page->call, "with-notes"))
        put_notes(page);
}

static enum status run(struct verb_call *call)
{
    struct page page = {.call = call};
    if (!verb_article_named(call, call->operands[0], &page.number))
        return STATUS_FAILED;
    page.article = corpus_article(&call->library->corpus, page.number);
    if (page.article->problem.len) {
        verb_fail("%.*s: %.*s", STR_ARG(page.article->path), STR_ARG(page.article->problem));
        return STATUS_FAILED;
    }
    int width = call->style.width - MARGIN, reading = call->config.options.width;
    if (call->style.terminal)
        page.width = width > reading ? reading : width > 1 ? width : 1;
    put_article(&page);
    return page.begun ? STATUS_DONE : STATUS_NOTHING;
}

static const struct verb_option options[] = {
    {"all", 0, NULL, "with what is not the article (navigation, adverts), marked by |"},
    {"with-notes", 0, NULL, "its notes below it"},
    {0},
};

const struct verb verb_show = {
    .name = "show",
    .operands = "ARTICLE [OPTION…]",
    .summary = "one article's text",
    .about =
        "Prints the body of one article. On a terminal its lines are wrapped and its paragraphs\n"
        "numbered, as in \"003 ¶2\"; elsewhere each paragraph is one line. ARTICLE is a path "
        "below\n"
        "the folder, or the beginning of only one.\n",
    .example = "dossier show 003",
    .options = options,
    .least = 1,
    .most = 1,
    .flags = VERB_NOTES,
    .run = run,
};
