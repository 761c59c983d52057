/* SPDX-License-Identifier: ISC */
/* What is wrong or doubtful in the dossier: the library's problems, then those of the notes. */
#include "parts.h"

#include "dossier/base/memory.h"

static const struct problem *problem_of(const struct state *state, size_t row)
{
    if (row >= state->problem_len)
        return NULL;
    uint32_t number = state->problem_rows[row];
    const struct problems *problems = &state->library->problems;
    if (number < problems->len)
        return &problems->at[number];
    return &state->notebook->problems.at[number - problems->len];
}

static struct str place(struct arena *arena, const struct problem *problem)
{
    if (!problem->line)
        return problem->file;
    return arena_printf(arena, "%.*s:%d:%d", STR_ARG(problem->file), problem->line,
                        problem->column);
}

static void put_row(struct pen *pen, const struct problem *problem, bool current)
{
    bool error = problem->severity == SEVERITY_ERROR;
    pen_chars(pen, STYLE_KEY, current ? "▸" : " ");
    pen_column(pen, error ? STYLE_ERROR : STYLE_STATUS, error ? STR("error") : STR("warning"), 8);
    if (pen_room(pen) >= 50)
        pen_column(pen, STYLE_NUMBER, place(pen->cells->arena, problem), pen_room(pen) / 3);
    pen_chars(pen, STYLE_TEXT, " ");
    pen_cut(pen, STYLE_TEXT, problem->message, pen_room(pen));
}

void draw_problems(struct cells *out, const struct state *state, struct rectangle where)
{
    struct arena *arena = out->arena;
    struct str filter = buf_view(&state->filter[VIEW_PROBLEMS]);
    struct heading_piece pieces[] = {
        {STR("Issues"), STYLE_PANE, 0, false},
        {arena_printf(arena, "%zu", state->problem_len), STYLE_PANE, 1, false},
        {filter.len ? arena_printf(arena, "& %.*s", STR_ARG(filter)) : STR(""), STYLE_KEY, 1,
         false},
    };
    draw_heading(out, state, where, true, pieces, COUNT(pieces));
    where = draw_below(where, 1);
    size_t top = draw_top(&state->problems, where.height);
    for (int i = 0; i < where.height && top + (size_t)i < state->problem_len; i++) {
        size_t row = top + (size_t)i;
        struct pen pen = pen_at(out, where.x, where.y + i, where.width);
        put_row(&pen, problem_of(state, row), row == state->problems.cursor);
        if (row == state->problems.cursor)
            draw_row_here(out, state, PANE_XREF, where, i);
    }
    if (!state->problem_len)
        draw_sentence(out, where, STYLE_TEXT,
                      filter.len ? STR("No issue has these words: Esc shows all again")
                                 : STR("Nothing is wrong or doubtful in this dossier"));
}

void draw_problem_detail(struct cells *out, const struct state *state, struct rectangle where)
{
    const struct problem *problem = problem_of(state, state->problems.cursor);
    struct heading_piece pieces[] = {
        {problem ? place(out->arena, problem) : STR(""), STYLE_PANE, 0, false},
        {problem ? str_of(problem->code) : STR(""), STYLE_PANE, 1, true},
    };
    draw_heading(out, state, where, false, pieces, COUNT(pieces));
    if (problem)
        draw_sentence(out, draw_below(where, 1), STYLE_TEXT, problem->message);
}
