/* SPDX-License-Identifier: ISC */
/* The articles with notes along the time. Names that would run into each other stand in lanes one
 * over the other; where the lanes are full, only the dot is drawn. */
#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"
#include "html_page.h"
#include "html_text.h"

#include <math.h>
#include <stdlib.h>

#define WIDTH 960
#define MARGIN 45
#define LANES 14
#define LANE 22 /* height of one */
#define AXIS 30 /* height of the axis and its dates */
#define TICKS 8
#define LETTER 7.2      /* width of a letter of a name, about */
#define MOST_LETTERS 24 /* of an article's label */
#define MOST_NUMBERS 5  /* of its notes */

struct dot {
    const struct group *group;
    const struct article *article;
    day date;
    int lane; /* from 0, the lowest; LANES: none was free */
};

struct line {
    struct html_page *page;
    struct {
        struct dot *at;
        size_t len, cap;
    } dots;
    int lanes; /* that are used */
    size_t undated;
};

static int compare_dots(const void *a, const void *b)
{
    const struct dot *x = a, *y = b;
    if (x->date != y->date)
        return x->date < y->date ? -1 : 1;
    return x->group->article < y->group->article ? -1 : 1;
}

static void find_dots(struct line *line)
{
    const struct groups *chapters = &line->page->chapters;
    for (size_t i = 0; i < chapters->len; i++) {
        const struct group *group = &chapters->at[i];
        if (group->kind != GROUP_ARTICLE)
            continue;
        const struct article *article =
            corpus_article(&line->page->request->library->corpus, group->article);
        day date = article_day(article);
        if (date == DAY_NONE)
            line->undated++;
        else
            *vec_add(line->page->arena, &line->dots) = (struct dot){group, article, date, 0};
    }
    if (line->dots.len)
        qsort(line->dots.at, line->dots.len, sizeof *line->dots.at, compare_dots);
}

static double place_of(const struct line *line, day date)
{
    day first = line->dots.at[0].date, last = line->dots.at[line->dots.len - 1].date;
    double share = first == last ? 0 : (double)(date - first) / (double)(last - first);
    return MARGIN + share * (WIDTH - 4 * MARGIN);
}

static size_t notes_of(const struct dot *dot)
{
    return dot->group->len;
}

static double radius_of(const struct dot *dot)
{
    double radius = 3.5 + sqrt((double)notes_of(dot));
    return radius < 9 ? radius : 9;
}

/* "001~: 2, 3": the article, and the numbers of its notes. */
static void put_name(const struct dot *dot, struct buf *out)
{
    const struct group *group = dot->group;
    buf_str(out, parts_cut(dot->article->label, MOST_LETTERS));
    buf_chars(out, dot->article->facts.basis == BASIS_INFERRED ? "~" : "");
    for (size_t i = 0; i < group->len && i < MOST_NUMBERS; i++)
        buf_printf(out, "%s%zu", i ? ", " : ": ", group->at[i].number);
    buf_chars(out, group->len > MOST_NUMBERS ? " …" : "");
}

static double name_width(struct line *line, const struct dot *dot)
{
    put_name(dot, &line->page->words);
    double width = LETTER * (double)(utf8_count(buf_view(&line->page->words)) + 1);
    buf_clear(&line->page->words);
    return width;
}

static void find_lanes(struct line *line)
{
    double ends[LANES] = {0};
    for (size_t i = 0; i < line->dots.len; i++) {
        struct dot *dot = &line->dots.at[i];
        double start = place_of(line, dot->date) - radius_of(dot);
        while (dot->lane < LANES && ends[dot->lane] > start)
            dot->lane++;
        if (dot->lane == LANES)
            continue;
        ends[dot->lane] = start + 2 * radius_of(dot) + name_width(line, dot);
        if (dot->lane >= line->lanes)
            line->lanes = dot->lane + 1;
    }
}

static double height_of(const struct line *line)
{
    return 10 + line->lanes * LANE;
}

/* What is told of an article where one points at it. */
static void put_title(struct html_page *page, const struct dot *dot)
{
    buf_chars(page->out, "<title>");
    buf_str(&page->words, parts_headline(page->arena, dot->article));
    buf_chars(&page->words, " — ");
    parts_byline(dot->article, &page->words);
    html_text(page->out, buf_view(&page->words));
    buf_clear(&page->words);
    buf_chars(page->out, "</title>");
}

static void put_dot(struct line *line, const struct dot *dot)
{
    struct html_page *page = line->page;
    double x = place_of(line, dot->date), r = radius_of(dot);
    int lane = dot->lane < LANES ? dot->lane : LANES - 1;
    double y = height_of(line) - (lane + 0.5) * LANE;
    bool guess = dot->article->facts.basis == BASIS_INFERRED;
    buf_chars(page->out, "<g>");
    put_title(page, dot);
    buf_printf(page->out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"%s/>", x, y, r,
               guess ? " fill-opacity=\"0.35\"" : "");
    if (dot->lane < LANES) {
        buf_printf(page->out, "<text x=\"%.1f\" y=\"%.1f\">", x + r + 4, y + 4);
        put_name(dot, &page->words);
        html_words(page);
        buf_chars(page->out, "</text>");
    }
    buf_chars(page->out, "</g>\n");
}

static void put_axis(struct line *line)
{
    struct html_page *page = line->page;
    double y = height_of(line);
    day first = line->dots.at[0].date, last = line->dots.at[line->dots.len - 1].date;
    buf_printf(page->out, "<path d=\"M%d %.1fH%d\"/>\n", MARGIN, y, WIDTH - MARGIN);
    int ticks = last - first < TICKS ? last - first : TICKS;
    for (int i = 0; i <= ticks; i++) {
        char words[DAY_TEXT];
        day date = ticks ? first + (day)((int64_t)(last - first) * i / ticks) : first;
        double x = place_of(line, date);
        day_words(date, words);
        buf_printf(page->out,
                   "<path d=\"M%.1f %.1fv5\"/><text x=\"%.1f\" y=\"%.1f\" "
                   "text-anchor=\"middle\">%s</text>\n",
                   x, y, x, y + 20, words);
    }
}

void html_timeline(struct html_page *page)
{
    struct line line = {.page = page};
    find_dots(&line);
    if (!line.dots.len)
        return;
    find_lanes(&line);
    buf_printf(page->out,
               "<section class=\"timeline\">\n<h2>Timeline</h2>\n"
               "<svg class=\"plot\" role=\"img\" viewBox=\"0 0 %d %.0f\" "
               "aria-label=\"The articles by date, with their notes\">\n",
               WIDTH, height_of(&line) + AXIS);
    put_axis(&line);
    for (size_t i = 0; i < line.dots.len; i++)
        put_dot(&line, &line.dots.at[i]);
    buf_chars(page->out, "</svg>\n<p class=\"meta\">Each dot is an article, with the numbers of "
                         "its notes; a pale one has a date that was worked out.");
    if (line.undated)
        buf_printf(page->out, " %zu with no date %s not shown.", line.undated,
                   line.undated == 1 ? "is" : "are");
    buf_chars(page->out, "</p>\n</section>\n");
}
