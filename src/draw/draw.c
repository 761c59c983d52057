/* SPDX-License-Identifier: ISC */
#include "dossier/draw/draw.h"

#include "parts.h"

static void too_small(struct cells *out)
{
    struct rectangle all = {0, 0, out->width, out->height};
    struct str sentence = arena_printf(out->arena, "too small: %d×%d at least", LAYOUT_LEAST_WIDTH,
                                       LAYOUT_LEAST_HEIGHT);
    if (out->width > 0)
        draw_sentence(out, all, STYLE_TEXT, sentence);
}

/* Where panes stand side by side, a line parts them; the text has its scroll bar. */
static void part_panes(struct cells *out, const struct state *state)
{
    const struct rectangle *list = &state->layout.pane[PANE_LIST];
    for (int y = list->y; y < list->y + list->height; y++)
        cells_put(out, list->x + list->width, y, 1, STYLE_RULE, STR("│"));
}

static void panes(struct cells *out, const struct state *state)
{
    const struct layout *layout = &state->layout;
    static draw_part *const views[VIEW_COUNT] = {
        [VIEW_READING] = draw_xref,      [VIEW_LIST] = draw_list,   [VIEW_PLACES] = draw_places,
        [VIEW_CAST] = draw_cast,         [VIEW_NOTES] = draw_notes, [VIEW_DOUBTS] = draw_doubts,
        [VIEW_PROBLEMS] = draw_problems, [VIEW_INFO] = draw_info,   [VIEW_TIMELINE] = draw_timeline,
        [VIEW_SAID] = draw_said,         [VIEW_ABOUT] = draw_about,
    };
    draw_title(out, state, layout->title);
    if (layout->pane[PANE_TEXT].height)
        draw_text(out, state, layout->pane[PANE_TEXT]);
    if (layout->pane[PANE_LIST].height)
        draw_list(out, state, layout->pane[PANE_LIST]);
    if (layout->pane[PANE_XREF].height)
        views[state->view](out, state, layout->pane[PANE_XREF]);
    if (layout->detail.height && state->view == VIEW_NOTES && state->note_len)
        draw_note_detail(out, state, layout->detail);
    if (layout->detail.height && state->view == VIEW_DOUBTS && state->doubt_len)
        draw_doubt_detail(out, state, layout->detail);
    if (layout->detail.height && state->view == VIEW_TIMELINE)
        draw_time_detail(out, state, layout->detail);
    if (layout->detail.height && state->view == VIEW_SAID && said_here(state))
        draw_said_detail(out, state, layout->detail);
    if (layout->detail.height && state->view == VIEW_ABOUT && about_here(state))
        draw_about_detail(out, state, layout->detail);
    if (layout->detail.height && state->view == VIEW_PROBLEMS && state->problem_len)
        draw_problem_detail(out, state, layout->detail);
    part_panes(out, state);
}

/* While the folder is not read yet, no pane has anything to show; help has. */
static void blank(struct cells *out, const struct state *state)
{
    const struct layout *layout = &state->layout;
    int top = layout->title.y + layout->title.height;
    int end = layout->status.height ? layout->status.y : layout->line.y;
    draw_title(out, state, layout->title);
    draw_text(out, state, (struct rectangle){0, top, state->width, end - top});
}

void draw(struct cells *out, const struct state *state)
{
    const struct layout *layout = &state->layout;
    cells_begin(out, state->width, state->height);
    if (layout->too_small) {
        too_small(out);
    } else {
        if (state_is_blank(state) && state->view != VIEW_INFO)
            blank(out, state);
        else
            panes(out, state);
        draw_status(out, state, layout->status);
        if (layout->editor.height)
            draw_editor(out, state, layout->editor);
        draw_line(out, state, layout->line);
        if (layout->choices.height)
            draw_choices(out, state, layout->choices);
        if (layout->foreseen.height)
            draw_foreseen(out, state, layout->foreseen);
    }
    if (state_ascii(state))
        cells_ascii(out);
}
