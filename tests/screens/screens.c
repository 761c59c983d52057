/* SPDX-License-Identifier: ISC */
/* Runs scripts of keys against expected screens; README tells what stands in them. Prints TAP. */
#include "script.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"

#include <stdio.h>
#include <string.h>

void script_fail(struct runner *r, const char *what, struct str detail)
{
    r->failed = true;
    printf("# %s:%d: %s%.*s\n", r->script, r->line, what, STR_ARG(detail));
}

bool script_begin(struct runner *r)
{
    struct error error;
    if (r->begun)
        return true;
    r->begun = session_start(&r->session, r->file, &error);
    if (!r->begun)
        script_fail(r, error.text, STR(""));
    r->session.state.ascii = r->ascii;
    return r->begun;
}

static void end_case(struct runner *r)
{
    if (!r->in_case)
        return;
    session_end(&r->session);
    r->cases++;
    r->failures += r->failed;
    printf("%s %d - %.*s\n", r->failed ? "not ok" : "ok", r->cases, STR_ARG(r->name));
    r->in_case = r->begun = r->failed = r->ascii = false;
    r->file = NULL;
    r->keys = 0;
}

static const struct {
    const char *word;
    void (*act)(struct runner *r, struct str rest);
} steps[] = {
    {"in", step_in},         {"file", step_file},       {"write", step_write},
    {"size", step_size},     {"keys", step_keys},       {"type", step_type},
    {"option", step_option}, {"restart", step_restart}, {"ascii", step_ascii},
    {"style", look_style},   {"cursor", look_cursor},   {"says", look_says},
    {"copied", look_copied}, {"quits", look_quits},
};

/* PATTERN, in which * stands for anything, is all of TEXT. */
static bool fits(struct str pattern, struct str text)
{
    if (!pattern.len)
        return !text.len;
    if (pattern.at[0] != '*')
        return text.len && text.at[0] == pattern.at[0] &&
               fits(str_sub(pattern, 1, pattern.len), str_sub(text, 1, text.len));
    for (size_t i = 0; i <= text.len; i++)
        if (fits(str_sub(pattern, 1, pattern.len), str_sub(text, i, text.len)))
            return true;
    return false;
}

static bool row_fits(struct str expected, struct str row)
{
    if (str_starts(expected, STR("~")))
        return fits(str_sub(expected, 1, expected.len), row);
    return str_eq(expected, row);
}

/* Rows from Y on are as EXPECTED, COUNT lines of it. */
static bool rows_fit(const struct str *expected, size_t count, const struct str *rows,
                     size_t row_count)
{
    if (!count)
        return !row_count;
    if (str_is(expected[0], "...")) {
        for (size_t i = 0; i <= row_count; i++)
            if (rows_fit(expected + 1, count - 1, rows + i, row_count - i))
                return true;
        return false;
    }
    return row_count && row_fits(expected[0], rows[0]) &&
           rows_fit(expected + 1, count - 1, rows + 1, row_count - 1);
}

static struct str *screen_rows(struct runner *r)
{
    struct cells *cells = &r->session.cells;
    session_draw(&r->session);
    struct str *rows = arena_many(r->arena, struct str, (size_t)cells->height + 1);
    struct buf row = {0};
    for (int y = 0; y < cells->height; y++) {
        buf_clear(&row);
        cells_text(cells, y, &row);
        rows[y] = arena_str(r->arena, buf_view(&row));
    }
    buf_free(&row);
    return rows;
}

/* Compares a block of lines with the screen, and puts what is to stand there into the script. */
static void check_screen(struct runner *r, const struct str *expected, size_t count)
{
    if (!script_begin(r))
        return;
    struct str *rows = screen_rows(r);
    size_t height = (size_t)r->session.cells.height;
    bool same = rows_fit(expected, count, rows, height);
    bool partial = false;
    for (size_t i = 0; i < count; i++)
        partial |= str_is(expected[i], "...") || str_starts(expected[i], STR("~"));
    bool replace = r->update && !same && !partial;
    for (size_t i = 0; i < (replace ? height : count); i++)
        buf_printf(&r->out, "|%.*s\n", STR_ARG(replace ? rows[i] : expected[i]));
    if (same || replace)
        return;
    script_fail(r, "another screen is expected; this is it:", STR(""));
    for (size_t i = 0; i < height; i++)
        printf("#%c|%.*s\n", i < count && row_fits(expected[i], rows[i]) ? ' ' : '!',
               STR_ARG(rows[i]));
}

static void run_line(struct runner *r, struct str line)
{
    struct str rest = line, word;
    if (str_starts(line, STR("---"))) {
        end_case(r);
        r->in_case = true;
        r->name = arena_str(r->arena, str_trim(str_sub(line, 3, line.len)));
        return;
    }
    if (!str_trim(line).len || line.at[0] == '#' || !str_split(&rest, ' ', &word))
        return;
    for (size_t i = 0; i < COUNT(steps); i++) {
        if (str_is(word, steps[i].word)) {
            steps[i].act(r, rest);
            return;
        }
    }
    script_fail(r, "no such step: ", line);
}

static void run_script(struct runner *r, struct str source)
{
    struct str block[256], line;
    for (struct str rest = source; rest.len;) {
        size_t count = 0, lines = 0;
        struct str before = rest;
        while (count < COUNT(block) && str_split(&rest, '\n', &line) &&
               str_starts(line, STR("|"))) {
            block[count++] = str_sub(line, 1, line.len);
            before = rest;
            lines++;
        }
        rest = before;
        if (count)
            check_screen(r, block, count);
        r->line += (int)lines;
        if (!str_split(&rest, '\n', &line))
            break;
        r->line++;
        if (str_starts(line, STR("|"))) {
            rest = before;
            continue;
        }
        buf_printf(&r->out, "%.*s\n", STR_ARG(line));
        run_line(r, line);
    }
    end_case(r);
}

static void run_file(struct runner *r, const char *path)
{
    struct buf source = {0};
    struct error error;
    const char *real = path_real(r->arena, path);
    r->script = real;
    r->line = 0;
    buf_clear(&r->out);
    if (!file_read_named(real, (size_t)1 << 24, &source, &error)) {
        printf("not ok %d - %s\n", ++r->cases, error.text);
        r->failures++;
        return;
    }
    run_script(r, buf_view(&source));
    if (r->update && !str_eq(buf_view(&r->out), buf_view(&source)) &&
        !file_save(real, buf_view(&r->out), 0644, &error))
        printf("# %s\n", error.text);
    buf_free(&source);
}

int main(int argc, char **argv)
{
    struct runner r = {.arena = arena_new()};
    int first = 1;
    if (argc > 1 && !strcmp(argv[1], "--update")) {
        r.update = true;
        first++;
    }
    if (argc <= first + 1) {
        fprintf(stderr, "usage: screens [--update] ROOT SCRIPT...\n");
        return 2;
    }
    r.root = path_real(r.arena, argv[first]);
    const char **scripts = arena_many(r.arena, const char *, (size_t)argc);
    for (int i = first + 1; i < argc; i++)
        scripts[i] = path_real(r.arena, argv[i]);
    for (int i = first + 1; i < argc; i++)
        run_file(&r, scripts[i]);
    printf("1..%d\n", r.cases);
    buf_free(&r.out);
    arena_free(r.arena);
    return r.failures ? 1 : 0;
}
