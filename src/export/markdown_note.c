/* SPDX-License-Identifier: ISC */
/* A note and its footnote, which has the note's number. */
#include "markdown_page.h"
#include "markdown_text.h"
#include "remarks.h"

#define DEEPEST 3 /* headings below a note's own, for the replies to it */

void markdown_words(struct markdown_page *page, bool at_start)
{
    markdown_text(page->out, buf_view(&page->words), at_start);
    buf_clear(&page->words);
}

void markdown_address(struct markdown_page *page, const struct article *article)
{
    struct str link = parts_link(article);
    bool plain = link.len && str_find(link, STR("<"), 0) < 0 && str_find(link, STR(">"), 0) < 0;
    if (plain)
        buf_printf(page->out, "<%.*s>", STR_ARG(link));
    else
        markdown_text(page->out, article->facts.url, false);
}

/* TEXT with its line ends; an empty line parts paragraphs. */
static void put_lines(struct markdown_page *page, struct str text)
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

static void put_passage(struct markdown_page *page, const struct note *note)
{
    struct passage passage;
    parts_passage(page->scratch, page->request->library, note, &passage);
    for (size_t i = 0; i < passage.len; i++) {
        bool first = i == 0, last = i + 1 == passage.len;
        buf_chars(page->out, first ? "\n> " : ">\n> ");
        markdown_bold(page->out, passage.at[i], first ? passage.before : STR(""),
                      first && passage.cut_before, last ? passage.after : STR(""),
                      last && passage.cut_after);
        buf_char(page->out, '\n');
    }
}

/* Behind the footnote: before it, pandoc takes the two for a link. */
static void put_citation(struct markdown_page *page, const struct note *note)
{
    const struct article *article = corpus_article(&page->request->library->corpus, note->number);
    buf_printf(page->out, " [@%.*s", STR_ARG(page->keys[note->number]));
    int number = note_is_placed(note) ? article_number(article, note->span.start) : -1;
    if (number > 0)
        buf_printf(page->out, ", ¶%d", number);
    buf_char(page->out, ']');
}

/* The source in short, with the citation of it and the footnote. */
static void put_source(struct markdown_page *page, const struct entry *entry)
{
    const struct note *note = entry->note;
    if (!note->article.len)
        return;
    buf_char(page->out, '\n');
    if (note->number == ARTICLE_NONE)
        buf_printf(&page->words, "File %.*s", STR_ARG(note->article));
    else
        parts_byline(corpus_article(&page->request->library->corpus, note->number), &page->words);
    markdown_words(page, true);
    buf_printf(page->out, "[^%zu]", entry->number);
    if (note->number != ARTICLE_NONE)
        put_citation(page, note);
    buf_char(page->out, '\n');
}

static void put_state(struct markdown_page *page, const struct note *note)
{
    remarks_state(&page->groups, page->request->library, note, &page->words);
    if (!page->words.len)
        return;
    buf_chars(page->out, "\n*");
    markdown_words(page, true);
    buf_chars(page->out, "*\n");
}

static void put_signature(struct markdown_page *page, const struct note *note)
{
    buf_chars(page->out, "\n— ");
    remarks_put(&page->groups, page->request->library, note, &page->words);
    markdown_words(page, false);
    for (size_t i = 0; i < note->tag_count; i++) {
        buf_chars(page->out, i ? ", #" : "; tags: #");
        markdown_text(page->out, note->tags[i], false);
    }
    buf_char(page->out, '\n');
}

static void put_pointer(struct markdown_page *page, const struct entry *entry)
{
    buf_printf(page->out, "\n→ Note %zu (", entry->number);
    parts_where(page->request->library, entry->note, &page->words);
    markdown_words(page, false);
    buf_chars(page->out, "), which stands under ");
    markdown_text(page->out,
                  groups_title(page->scratch, page->request->library, &page->groups.at[entry->home],
                               page->groups.by),
                  false);
    buf_chars(page->out, ".\n");
}

void markdown_note(struct markdown_page *page, const struct entry *entry)
{
    if (entry->again) {
        put_pointer(page, entry);
        return;
    }
    static const char levels[] = "######";
    int level = 3 + (entry->depth < DEEPEST ? entry->depth : DEEPEST);
    buf_printf(page->out, "\n%.*s Note %zu: ", level, levels, entry->number);
    parts_where(page->request->library, entry->note, &page->words);
    markdown_words(page, false);
    buf_char(page->out, '\n');
    put_passage(page, entry->note);
    put_source(page, entry);
    put_state(page, entry->note);
    put_lines(page, entry->note->text);
    put_signature(page, entry->note);
}

void markdown_footnote(struct markdown_page *page, const struct entry *entry)
{
    const struct note *note = entry->note;
    const struct library *library = page->request->library;
    if (!note->article.len)
        return;
    buf_printf(page->out, "\n[^%zu]: ", entry->number);
    if (note->number == ARTICLE_NONE) {
        buf_printf(&page->words, "%.*s, an article that is not here", STR_ARG(note->article));
        markdown_words(page, true);
    } else {
        const struct article *article = corpus_article(&library->corpus, note->number);
        parts_byline(article, &page->words);
        buf_chars(&page->words, ": ");
        buf_str(&page->words, parts_headline(page->scratch, article));
        const char *between = parts_ends_sentence(buf_view(&page->words)) ? " " : ", ";
        markdown_words(page, true);
        buf_chars(page->out, between);
        if (article->facts.url.len) {
            markdown_address(page, article);
            buf_chars(page->out, ", ");
        }
        parts_place(library, note, &page->words);
        markdown_words(page, false);
    }
    buf_chars(page->out, ".\n");
}
