/* SPDX-License-Identifier: ISC */
/* A quotation in full: its sentences, who says it and how that was found, when, who tells it, and
 * where else its words stand. */
#include "parts.h"

#include "dossier/base/memory.h"
#include "dossier/text/sentences.h"
#include "flow.h"

/* The sentences that hold the quotation, whole. */
static struct span around(const struct article *article, struct span span)
{
    struct span whole = article_paragraphs(article)[article_paragraph(article, span.start)].span;
    struct str text = span_of(article->text, whole);
    uint32_t from = span.start > whole.start ? span.start - whole.start : 0;
    uint32_t last = span.end > whole.start + 1 ? span.end - 1 - whole.start : 0;
    struct span first = sentences_around(text, from);
    struct span end = sentences_around(text, last < text.len ? last : text.len - 1);
    uint32_t start = whole.start + (first.start < from ? first.start : from);
    uint32_t stop = whole.start + end.end;
    return (struct span){start, stop > span.end ? stop : span.end};
}

static void put_passage(struct flow *flow, const struct article *article, struct span span)
{
    struct span whole = around(article, span);
    struct str before = flow_one_line(flow->arena, str_sub(article->text, whole.start, span.start));
    struct str words = flow_one_line(flow->arena, span_of(article->text, span));
    struct str after = flow_one_line(flow->arena, str_sub(article->text, span.end, whole.end));
    uint32_t start = (uint32_t)before.len;
    struct paint mark = {{start, start + (uint32_t)words.len}, STYLE_THREAD};
    flow_put(
        flow, "", STYLE_TEXT,
        arena_printf(flow->arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(words), STR_ARG(after)),
        &(struct paints){&mark, 1, 1});
}

/* A line of what was found out, by TELL. */
static void put_line(struct flow *flow, const struct state *state, const struct said_row *row,
                     const char *label,
                     void (*tell)(const struct state *state, const struct said_row *row,
                                  struct buf *out))
{
    struct buf line = {0};
    tell(state, row, &line);
    flow_put(flow, label, STYLE_STATUS, flow_one_line(flow->arena, buf_view(&line)), NULL);
    buf_free(&line);
}

static void put_also(struct flow *flow, const struct state *state, const struct said_row *row)
{
    struct buf line = {0};
    if (!said_tell_also(state, row, &line))
        buf_chars(&line, "…");
    flow_put(flow, "also  ", STYLE_STATUS, arena_str(flow->arena, buf_view(&line)), NULL);
    buf_free(&line);
}

void draw_said_detail(struct cells *out, const struct state *state, struct rectangle where)
{
    const struct said_row *row = said_here(state);
    const struct quotation *q = &row->quotation;
    const struct article *article = corpus_article(&state->library->corpus, row->article);
    struct arena *arena = out->arena;
    const struct str signs =
        STR("\" whole  ' part  : reported, no marks  ~ worked out  ✓ confirmed  ? look");
    where = draw_detail(out, state, where,
                        draw_place(arena, state->library, row->article, q->span.start), article);
    struct flow flow = {.arena = arena, .width = where.width};
    flow_block(&flow, 1);
    put_passage(&flow, article, q->span);
    flow_block(&flow, 2);
    put_line(&flow, state, row, "who   ", said_tell_who);
    put_line(&flow, state, row, "when  ", said_tell_when);
    if (quotation_has(q->via))
        put_line(&flow, state, row, "via   ", said_tell_via);
    put_also(&flow, state, row);
    flow_block(&flow, 0);
    flow_put(&flow, "", STYLE_STATUS, signs, NULL);
    flow.at[flow.count - 1].bottom = true;
    flow_draw(&flow, out, where);
}
