/* SPDX-License-Identifier: ISC */
/* The actors of the dossier: a drawing of when those mentioned most are, and a table of all. */
#include "dossier/base/memory.h"
#include "html_page.h"
#include "html_text.h"
#include "months.h"

#include <stdio.h>
#include <stdlib.h>

#define MOST 24     /* actors that are drawn */
#define COLUMNS 12  /* spans of months, at most */
#define ROW 24      /* height of a row */
#define HEAD 28     /* and of the head */
#define NAMES 220   /* width of the names */
#define WIDTH 960   /* of all */
#define NAME_LEN 30 /* characters of a name */

/* An actor and how often it is mentioned. */
struct counted {
    uint32_t actor;
    struct tally tally;
    size_t *cells; /* mentions by span of months; the last: in undated articles */
};

struct chart {
    struct html_page *page;
    struct {
        struct counted *at;
        size_t len, cap;
    } actors;
    struct months months;
    size_t most; /* in one cell */
};

static int compare_counted(const void *a, const void *b)
{
    const struct counted *x = a, *y = b;
    if (x->tally.mentions != y->tally.mentions)
        return x->tally.mentions > y->tally.mentions ? -1 : 1;
    return x->actor < y->actor ? -1 : 1;
}

static void find_actors(struct chart *chart)
{
    const struct library *library = chart->page->request->library;
    const struct counting all = COUNTING_ALL;
    struct arena *arena = chart->page->arena;
    const struct tally *tally =
        cast_tally(&library->cast, &library->corpus, &library->tags, &all, arena);
    for (uint32_t i = 0; i < library->tags.len; i++) {
        if (tally[i].mentions)
            *vec_add(arena, &chart->actors) = (struct counted){.actor = i, .tally = tally[i]};
    }
    if (chart->actors.len)
        qsort(chart->actors.at, chart->actors.len, sizeof *chart->actors.at, compare_counted);
}

static void count_cells(struct chart *chart, struct counted *counted)
{
    const struct library *library = chart->page->request->library;
    const struct counting all = COUNTING_ALL;
    struct mention_list stops = {0};
    library_stops(library, counted->actor, &all, chart->page->arena, &stops);
    counted->cells = arena_many(chart->page->arena, size_t, chart->months.count + 1);
    for (size_t i = 0; i < stops.len; i++) {
        uint32_t article = library->cast.at[stops.at[i]].article;
        size_t cell =
            months_at(&chart->months, article_day(corpus_article(&library->corpus, article)));
        if (++counted->cells[cell] > chart->most)
            chart->most = counted->cells[cell];
    }
}

static void put_label(struct html_page *page, double x, int y, const char *anchor, struct str text)
{
    buf_printf(page->out, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">", x, y, anchor);
    html_text(page->out, text);
    buf_chars(page->out, "</text>\n");
}

static void put_cell(struct chart *chart, double x, double width, int y, size_t count)
{
    char words[24];
    if (!count)
        return;
    double share = (double)count / (double)chart->most;
    buf_printf(chart->page->out,
               "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill-opacity=\"%.2f\"/>\n",
               x, y, width - 1, ROW - 1, 0.12 + 0.5 * share);
    snprintf(words, sizeof words, "%zu", count);
    put_label(chart->page, x + width / 2, y + 16, "middle", str_of(words));
}

static void put_row(struct chart *chart, size_t number)
{
    const struct counted *counted = &chart->actors.at[number];
    struct html_page *page = chart->page;
    struct str name = page->request->library->tags.at[counted->actor].name;
    int y = HEAD + (int)number * ROW;
    struct str cut = parts_cut(name, NAME_LEN);
    buf_str(&page->words, cut);
    buf_chars(&page->words, cut.len < name.len ? "…" : "");
    put_label(page, NAMES - 8, y + 16, "end", buf_view(&page->words));
    buf_clear(&page->words);
    size_t columns = chart->months.count + (chart->months.undated ? 1 : 0);
    double width = (double)(WIDTH - NAMES) / (double)columns;
    for (size_t i = 0; i < columns; i++)
        put_cell(chart, NAMES + (double)i * width, width, y, counted->cells[i]);
}

static void put_chart(struct chart *chart)
{
    struct html_page *page = chart->page;
    size_t rows = chart->actors.len < MOST ? chart->actors.len : MOST;
    size_t columns = chart->months.count + (chart->months.undated ? 1 : 0);
    for (size_t i = 0; i < rows; i++)
        count_cells(chart, &chart->actors.at[i]);
    buf_printf(page->out,
               "<svg class=\"plot\" role=\"img\" viewBox=\"0 0 %d %d\" "
               "aria-label=\"Mentions of the actors by time\">\n",
               WIDTH, HEAD + (int)rows * ROW + 4);
    double width = (double)(WIDTH - NAMES) / (double)columns;
    for (size_t i = 0; i < columns; i++) {
        char words[MONTHS_TEXT];
        months_name(&chart->months, i, words);
        put_label(page, NAMES + ((double)i + 0.5) * width, HEAD - 8, "middle", str_of(words));
    }
    for (size_t i = 0; i < rows; i++)
        put_row(chart, i);
    buf_chars(page->out, "</svg>\n");
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

void html_actors(struct html_page *page)
{
    struct chart chart = {.page = page};
    find_actors(&chart);
    if (!chart.actors.len)
        return;
    months_find(&page->request->library->corpus, COLUMNS, &chart.months);
    buf_chars(page->out, "<section class=\"actors\">\n<h2>Actors in the dossier</h2>\n");
    put_chart(&chart);
    buf_chars(page->out, "<table>\n"
                         "<thead><tr><th>name</th><th>kind</th><th class=\"number\">mentions</th>"
                         "<th class=\"number\">articles</th><th>first</th><th>last</th></tr>"
                         "</thead>\n<tbody>\n");
    for (size_t i = 0; i < chart.actors.len; i++)
        put_actor(page, &chart.actors.at[i]);
    buf_chars(page->out, "</tbody>\n</table>\n</section>\n");
}
