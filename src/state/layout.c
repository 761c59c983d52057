/* SPDX-License-Identifier: ISC */
/* The screen is cut from its edges inwards: what is left after each cut is the next part's room. */
#include "dossier/state/layout.h"

#include "dossier/state/state.h"
#include "dossier/text/wrap.h"

#define EXAMPLES_ROOM 20 /* lines; with less, what the reader looks at would be covered */
#define THREE_COLUMNS \
    170                 /* columns from which list, text and cross-references stand side by side */
#define TWO_COLUMNS 100 /* from which the list stands beside the text */
#define TWO_ROWS 60     /* from which the cross-references stand below the text */
#define LIST_LEAST 34
#define LIST_MOST 56
#define XREF_ASIDE 54 /* columns of cross-references beside the text, before the list gets more */
#define TEXT_EDGES 8  /* columns beside a line of text: gutter and scroll bar */
#define XREF_LEAST 4  /* lines; with less, only the pane with the focus is shown */
#define XREF_MOST 18
#define STATUS_LEAST 8 /* lines of the screen from which there is a status line */
#define CHOICES_MOST 12
#define DETAIL_MOST 15  /* lines of the note in full */
#define PLOT_ROOMY 18   /* lines from which there is room for the row of the timeline in full */
#define PLOT_DETAIL 8   /* lines of that */
#define PLOT_MOST 10    /* lines of the plot */
#define PLOT_SCALE 6    /* columns of its scale */
#define OFFERED_LEAST 3 /* lines of tags offered below a note, before they go above it */
#define SCROLL_BAR 2    /* with the column before it */

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

static struct rectangle cut_top(struct rectangle *room, int lines)
{
    struct rectangle cut = *room;
    cut.height = least(lines, room->height);
    room->y += cut.height;
    room->height -= cut.height;
    return cut;
}

static struct rectangle cut_bottom(struct rectangle *room, int lines)
{
    struct rectangle cut = *room;
    cut.height = least(lines, room->height);
    room->height -= cut.height;
    cut.y = room->y + room->height;
    return cut;
}

/* One column is left free behind the cut. */
static struct rectangle cut_left(struct rectangle *room, int columns)
{
    struct rectangle cut = *room;
    cut.width = least(columns, room->width);
    room->x += cut.width + 1;
    room->width -= cut.width + 1;
    return cut;
}

enum pane layout_pane(const struct state *state)
{
    switch (state->view) {
    case VIEW_READING:
        return state->focus;
    case VIEW_LIST:
        return PANE_LIST;
    default:
        return PANE_XREF;
    }
}

static void place_text(struct layout *out, struct rectangle room)
{
    out->title = cut_top(&room, 1);
    out->pane[PANE_TEXT] = room;
}

/* Half of what is left below the heading is the plot's, of low screens less; a line of labels and
 * one of signs are among it. */
static void place_timeline(const struct state *state, struct layout *out, struct rectangle *room)
{
    if (room->height >= PLOT_ROOMY)
        out->detail = cut_bottom(room, least(room->height / 3, PLOT_DETAIL));
    int scale = room->width >= TWO_ROWS ? PLOT_SCALE : 0;
    out->plot = state->options.linear ? 0 : least(room->height * 2 / 5, PLOT_MOST);
    out->plot_left = room->x + scale;
    out->plot_width = most(1, room->width - scale - (scale ? 1 : 0));
}

static void place_one(const struct state *state, struct layout *out, struct rectangle room)
{
    enum pane pane = layout_pane(state);
    bool detailed = state->view == VIEW_NOTES || state->view == VIEW_DOUBTS ||
                    state->view == VIEW_SAID || state->view == VIEW_ABOUT ||
                    state->view == VIEW_PROBLEMS;
    if (state->view == VIEW_TIMELINE)
        place_timeline(state, out, &room);
    bool roomy = state->view != VIEW_PROBLEMS && room.height >= 16;
    if (detailed && room.height >= 10)
        out->detail =
            cut_bottom(&room, roomy ? least(room.height / 2, DETAIL_MOST) : room.height * 2 / 5);
    if (pane == PANE_TEXT)
        place_text(out, room);
    else
        out->pane[pane] = room;
}

/* Below the text stand about three eighths: enough rows to see where a thread leads. */
static struct rectangle cut_xref(struct rectangle *room)
{
    return cut_bottom(room, most(XREF_LEAST, least(XREF_MOST, (room->height * 3 + 4) / 8)));
}

/* The list takes what a line of text leaves; beside cross-references, a third of what they leave.
 */
static int list_width(const struct state *state)
{
    int spare = state->width - (state->options.width + TEXT_EDGES) - 1;
    if (state->width >= THREE_COLUMNS)
        spare = LIST_LEAST + (spare - 1 - LIST_LEAST - XREF_ASIDE) / 3;
    return most(LIST_LEAST, least(LIST_MOST, spare));
}

static void place_side_by_side(const struct state *state, struct layout *out, struct rectangle room)
{
    out->pane[PANE_LIST] = cut_left(&room, list_width(state));
    int text = least(state->options.width + TEXT_EDGES, room.width * 6 / 10);
    place_text(out, cut_left(&room, text));
    out->pane[PANE_XREF] = room;
}

static void place_panes(const struct state *state, struct layout *out, struct rectangle room)
{
    bool low = room.height < 2 * XREF_LEAST + 2;
    if (state->view != VIEW_READING || state->zoomed || state->options.linear ||
        state->width < TWO_ROWS || (low && state->width < THREE_COLUMNS)) {
        place_one(state, out, room);
    } else if (state->width >= THREE_COLUMNS) {
        place_side_by_side(state, out, room);
    } else {
        out->pane[PANE_XREF] = cut_xref(&room);
        if (state->width >= TWO_COLUMNS)
            out->pane[PANE_LIST] = cut_left(&room, list_width(state));
        if (state->width < TWO_COLUMNS && state->focus == PANE_LIST)
            out->pane[PANE_LIST] = room;
        else
            place_text(out, room);
    }
}

/* The note being typed takes the lower part of the text, or of what stands in its place. */
static void place_editor(const struct state *state, struct layout *out)
{
    struct rectangle *room = &out->pane[PANE_TEXT];
    if (!state->editor.open)
        return;
    if (!room->height)
        room = &out->pane[layout_pane(state)];
    int lines = most(room->height / 2, least(6, room->height - 2));
    out->editor = cut_bottom(room, lines);
}

/* Tags that are offered while a note is typed stand below it, or where that has no room above. */
static void place_offered(const struct state *state, struct layout *out)
{
    const struct rectangle *editor = &out->editor;
    int below = out->line.y - (editor->y + editor->height) - 1;
    int above = editor->y - 1;
    bool under = below >= OFFERED_LEAST || below >= above;
    int rows = most(0, under ? below : least((int)state->prompt.choice_count, above));
    out->choices = (struct rectangle){
        editor->x, under ? editor->y + editor->height + 1 : editor->y - rows, editor->width, rows};
}

/* As many lines as the sentence needs, while that leaves room for some rows. */
static void place_foreseen(const struct state *state, struct layout *out, struct rectangle *above)
{
    struct str words = state->prompt.foreseen;
    struct arena *arena = arena_new();
    struct spans lines = {0};
    if (words.len && above->height > 2) {
        wrap_lines(arena, words, (struct span){0, (uint32_t)words.len}, most(1, state->width - 2),
                   &lines);
        bool roomy = above->height >= EXAMPLES_ROOM;
        out->examples = roomy ? (int)state->foreseeing.example_count : 0;
        int rows = least((int)lines.len + out->examples, above->height / 2);
        out->foreseen = cut_bottom(above, rows);
    }
    arena_free(arena);
}

static void place_choices(const struct state *state, struct layout *out)
{
    struct rectangle above = {0, 0, state->width, out->line.y};
    if (state->prompt.open)
        place_foreseen(state, out, &above);
    if (!state->prompt.choice_count)
        return;
    if (!state->prompt.open && state->editor.open)
        place_offered(state, out);
    if (!state->prompt.open)
        return;
    int rows =
        state->prompt.choice_count < CHOICES_MOST ? (int)state->prompt.choice_count : CHOICES_MOST;
    out->choices = cut_bottom(&above, most(0, least(rows, above.height - 1)));
}

static void measure_text(const struct state *state, struct layout *out)
{
    int width = out->pane[PANE_TEXT].height ? out->pane[PANE_TEXT].width : state->width;
    out->gutter = state->options.linear ? 0 : width >= 40 ? 6 : width >= 30 ? 5 : 2;
    int room = width - out->gutter - (state->options.linear ? 0 : SCROLL_BAR);
    out->text_width = most(1, least(state->options.width, room));
}

/* What is wrong with a query is told below it, where a mark can stand under its column. */
static void place_mark(struct layout *out, struct rectangle *room)
{
    struct rectangle below = out->line;
    out->line = out->status.height ? out->status : cut_bottom(room, 1);
    out->status = below;
}

void layout_make(const struct state *state, struct layout *out)
{
    *out = (struct layout){.too_small = state->width < LAYOUT_LEAST_WIDTH ||
                                        state->height < LAYOUT_LEAST_HEIGHT};
    struct rectangle room = {0, 0, state->width, state->height};
    out->line = cut_bottom(&room, 1);
    if (state->height >= STATUS_LEAST)
        out->status = cut_bottom(&room, 1);
    if (state->prompt.open && state->seeking.wrong)
        place_mark(out, &room);
    place_panes(state, out, room);
    out->folders = least((int)state->folders.len, most(0, (out->pane[PANE_LIST].height - 1) / 3));
    place_editor(state, out);
    place_choices(state, out);
    measure_text(state, out);
}

int layout_rows(const struct layout *layout, enum pane pane)
{
    int height = layout->pane[pane].height;
    int folders = pane == PANE_LIST ? layout->folders : 0;
    int plot = pane == PANE_XREF ? layout->plot : 0;
    return most(0, pane == PANE_TEXT ? height : height - 1 - folders - plot);
}
