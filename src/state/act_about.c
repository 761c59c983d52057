/* SPDX-License-Identifier: ISC */
/* What is known of an article is looked at, confirmed and corrected. */
#include "about.h"
#include "act.h"
#include "ask.h"
#include "caret.h"
#include "dossier/base/memory.h"
#include "dossier/model/correction.h"
#include "page.h"
#include "place.h"
#include "prompt.h"
#include "rows.h"
#include "say.h"
#include "view.h"

/* The article at hand becomes the one at the cursor. False where there is none. */
static bool take_article(struct state *state)
{
    uint32_t article =
        state_context(state) == CONTEXT_LIST ? rows_article(state) : state->cursor.article;
    if (article == ARTICLE_NONE)
        say_wrong(state, "no article is here");
    else if (article != state->cursor.article)
        place_jump(state, place_left(state, article));
    return article != ARTICLE_NONE;
}

ACT(about)
{
    enum view under = state->view == VIEW_INFO ? state->under : state->view;
    if (!take_article(state))
        return;
    if (under != VIEW_ABOUT)
        state->about.under = under;
    state->about.path = STR(""); /* it begins at the first that is open */
    view_show(state, VIEW_ABOUT);
}

/* ---- + x e on a row ---- */

static void ask_or_say(struct state *state, bool ok, const struct correction *correction,
                       const struct error *error, struct effects *out)
{
    if (ok)
        ask_correct(state, correction, out);
    else
        say_wrong(state, "%s", error->text);
}

void about_yes(struct state *state, struct effects *out)
{
    const struct about_row *row = about_here(state);
    struct correction correction;
    struct error error;
    if (!row)
        return;
    struct article article = about_article(state);
    bool ok = correction_confirm(&article, row->field, out->arena, &correction, &error);
    ask_or_say(state, ok, &correction, &error, out);
}

/* Of a paragraph that was left out it is said that it was left out wrongly. */
void about_no(struct state *state, struct effects *out)
{
    const struct about_row *row = about_here(state);
    struct correction correction;
    struct error error;
    bool ok;
    if (!row)
        return;
    struct article article = about_article(state);
    if (row->outside.end)
        ok = correction_body(&article, row->outside, true, out->arena, &correction, &error);
    else
        ok = correction_none(&article, row->field, out->arena, &correction, &error);
    ask_or_say(state, ok, &correction, &error, out);
}

/* The text, where the body is to be looked at with what is not it. */
void about_open(struct state *state)
{
    const struct about_row *row = about_here(state);
    if (!row)
        return;
    uint32_t at = row->outside.end ? row->outside.start : place_begin(state_article(state));
    state->unfolded = state->unfolded || row->field == ARTICLE_BODY;
    state->view = VIEW_READING;
    state->focus = PANE_TEXT;
    place_jump(state, (struct spot){state->cursor.article, at});
}

static const struct {
    enum article_field field;
    enum command command;
} typed[] = {{ARTICLE_TITLE, COMMAND_headline},
             {ARTICLE_DATE, COMMAND_date},
             {ARTICLE_SOURCE, COMMAND_source},
             {ARTICLE_AUTHOR, COMMAND_author}};

/* The line is asked for, with the value that there is in it. */
static void ask_line(struct state *state, enum command command, enum article_field field)
{
    struct article article = about_article(state);
    struct buf value = {0};
    correction_value(&article, field, &value);
    prompt_open(state, command, buf_view(&value));
    buf_free(&value);
}

void about_edit(struct state *state)
{
    const struct about_row *row = about_here(state);
    if (!row)
        return;
    for (size_t i = 0; i < COUNT(typed); i++)
        if (typed[i].field == row->field)
            ask_line(state, typed[i].command, row->field);
    if (row->field != ARTICLE_BODY)
        return;
    about_open(state);
    say(state, "v selects, then z+ makes paragraphs the article’s and zx takes them out of it");
}

/* ---- the same as commands ---- */

/* What can't be taken stays in the line, to be mended. */
static void correct(struct state *state, const struct call *call, enum article_field field,
                    struct effects *out)
{
    struct correction correction;
    struct error error;
    if (!take_article(state))
        return;
    if (!call->argument.len) {
        ask_line(state, call->command, field);
        return;
    }
    if (correction_read(state_article(state), field, call->argument, out->arena, &correction,
                        &error)) {
        ask_correct(state, &correction, out);
        return;
    }
    prompt_open(state, call->command, call->argument);
    say_wrong(state, "%s", error.text);
}

ACT(headline)
{
    correct(state, call, ARTICLE_TITLE, out);
}

ACT(date)
{
    correct(state, call, ARTICLE_DATE, out);
}

ACT(source)
{
    correct(state, call, ARTICLE_SOURCE, out);
}

ACT(author)
{
    correct(state, call, ARTICLE_AUTHOR, out);
}

/* ---- paragraphs, in the text ---- */

static void change_sides(struct state *state, bool gains, struct effects *out)
{
    const struct article *article = state_article(state);
    const struct page *page = caret_page(state);
    struct correction correction;
    struct error error;
    if (!article || !page) {
        say_wrong(state, "no text is here");
        return;
    }
    bool folded = page->at[page_line(page, state->cursor.at)].kind == PAGE_FOLDED;
    if (folded && !state->selecting) {
        say_wrong(state, "what is folded away here must be seen first: Enter unfolds it");
        return;
    }
    struct span span = state->selecting ? state_selection(state)
                                        : (struct span){state->cursor.at, state->cursor.at + 1};
    bool ok = correction_body(article, span, gains, out->arena, &correction, &error);
    ask_or_say(state, ok, &correction, &error, out);
}

ACT(body_add)
{
    change_sides(state, true, out);
}

ACT(body_drop)
{
    change_sides(state, false, out);
}
