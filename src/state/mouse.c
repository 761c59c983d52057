/* SPDX-License-Identifier: ISC */
#include "mouse.h"

#include "caret.h"
#include "dossier/state/acts.h"
#include "info.h"
#include "page.h"
#include "say.h"
#include "timeline_move.h"

#define WHEEL 3 /* lines */

static bool holds(struct rectangle where, int x, int y)
{
    return x >= where.x && x < where.x + where.width && y >= where.y && y < where.y + where.height;
}

static enum pane pane_at(const struct state *state, int x, int y)
{
    int pane = 0;
    while (pane < PANE_COUNT && !holds(state->layout.pane[pane], x, y))
        pane++;
    return (enum pane)pane;
}

/* The byte of the text at a cell; false where none is. */
static bool byte_at(struct state *state, int x, int y, uint32_t *at)
{
    const struct rectangle *where = &state->layout.pane[PANE_TEXT];
    const struct page *page = caret_page(state);
    size_t line = state->top + (size_t)(y - where->y);
    if (!page || !page_can_stand(page, line))
        return false;
    *at =
        page_at_column(page, state_article(state)->text, line, x - where->x - state->layout.gutter);
    return true;
}

static void press_text(struct state *state, const struct event *event)
{
    uint32_t at;
    state->focus = PANE_TEXT;
    state->selecting = false;
    if (!byte_at(state, event->x, event->y, &at))
        return;
    caret_set(state, at);
    state->selection_seed = at;
}

static void drag_text(struct state *state, const struct event *event)
{
    uint32_t at;
    if (!byte_at(state, event->x, event->y, &at) || at == state->cursor.at)
        return;
    if (!state->selecting) {
        state->selecting = true;
        state->selection_from = state->cursor.at;
    }
    state->selection_level = 0;
    caret_set(state, at);
}

static void press_row(struct state *state, enum pane pane, const struct event *event,
                      struct effects *out)
{
    bool focused = state->view != VIEW_READING || state->focus == pane;
    state->focus = state->view == VIEW_READING ? pane : state->focus;
    int rows;
    struct list *list = state_list(state, &rows);
    int row = event->y - state->layout.pane[pane].y - 1;
    if (pane == PANE_LIST) {
        state->folders.focus = row >= 0 && row < state->layout.folders;
        list = state_list(state, &rows);
        row -= state->folders.focus ? 0 : state->layout.folders;
    }
    if (pane == PANE_XREF && row >= 0 && row < state->layout.plot)
        timeline_press(state, event->x);
    row -= pane == PANE_XREF ? state->layout.plot : 0;
    if (!list || list == &state->info || row < 0 || list->top + (size_t)row >= list->count)
        return;
    bool again = focused && list->cursor == list->top + (size_t)row;
    list_go(list, list->top + (size_t)row);
    if (again)
        act_open(state, &(struct call){.command = COMMAND_open}, out);
}

static void wheel(struct state *state, enum pane pane, long by)
{
    int rows;
    if (state->view == VIEW_READING && pane < PANE_COUNT)
        state->focus = pane;
    struct list *list = state_list(state, &rows);
    if (list == &state->info)
        info_scroll(state, by);
    else if (list)
        list_move(list, by);
    else
        caret_lines(state, by);
}

void mouse_take(struct state *state, const struct event *event, struct effects *out)
{
    enum pane pane = pane_at(state, event->x, event->y);
    if (state->prompt.open || state->editor.open || state->hint_count)
        return;
    if (event->mouse == MOUSE_PRESS)
        say_nothing(state);
    if (event->mouse == MOUSE_WHEEL_UP || event->mouse == MOUSE_WHEEL_DOWN)
        wheel(state, pane, event->mouse == MOUSE_WHEEL_UP ? -WHEEL : WHEEL);
    else if (event->mouse == MOUSE_DRAG && pane == PANE_TEXT)
        drag_text(state, event);
    else if (event->mouse == MOUSE_PRESS && pane == PANE_TEXT)
        press_text(state, event);
    else if (event->mouse == MOUSE_PRESS && pane < PANE_COUNT)
        press_row(state, pane, event, out);
}
