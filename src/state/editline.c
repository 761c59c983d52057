/* SPDX-License-Identifier: ISC */
#include "dossier/state/editline.h"

#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/utf8.h"

#define LONGEST ((size_t)1 << 20) /* bytes that can be typed; what is beyond is left out */

void editline_set(struct editline *line, struct str text)
{
    buf_clear(&line->text);
    line->cursor = 0;
    editline_insert(line, text);
}

void editline_free(struct editline *line)
{
    buf_free(&line->text);
    line->cursor = 0;
}

void editline_insert(struct editline *line, struct str s)
{
    if (line->text.len + s.len > LONGEST)
        return;
    buf_splice(&line->text, line->cursor, line->cursor, s);
    line->cursor += s.len;
    struct str text = buf_view(&line->text);
    if (line->cursor < text.len && cluster_start(text, line->cursor) != line->cursor)
        line->cursor = cluster_after(text, line->cursor);
}

void editline_type(struct editline *line, key k)
{
    struct buf typed = {0};
    if (k < KEY_SPACE || k == KEY_RUBOUT || k >= KEY_ARROW_UP)
        return;
    utf8_put(&typed, k);
    editline_insert(line, buf_view(&typed));
    buf_free(&typed);
}

/* The first byte of the line that holds AT; the byte behind its last. */
static size_t line_start(struct str text, size_t at)
{
    while (at > 0 && text.at[at - 1] != '\n')
        at--;
    return at;
}

static size_t line_end(struct str text, size_t at)
{
    while (at < text.len && text.at[at] != '\n')
        at++;
    return at;
}

static void erase(struct editline *line, size_t start, size_t end)
{
    buf_splice(&line->text, start, end, STR(""));
    line->cursor = start < line->text.len ? cluster_start(buf_view(&line->text), start) : start;
}

static void go_left(struct editline *line)
{
    if (line->cursor)
        line->cursor = cluster_before(buf_view(&line->text), line->cursor);
}

static void go_right(struct editline *line)
{
    if (line->cursor < line->text.len)
        line->cursor = cluster_after(buf_view(&line->text), line->cursor);
}

static void go_home(struct editline *line)
{
    line->cursor = line_start(buf_view(&line->text), line->cursor);
}

static void go_end(struct editline *line)
{
    line->cursor = line_end(buf_view(&line->text), line->cursor);
}

/* To the line that begins at START, to the column of the line that began at FROM. */
static void go_line(struct editline *line, size_t from, size_t start)
{
    struct str text = buf_view(&line->text);
    int column = text_width(str_sub(text, from, line->cursor));
    line->cursor = start + text_fit(str_sub(text, start, line_end(text, start)), column).len;
}

static void go_up(struct editline *line)
{
    struct str text = buf_view(&line->text);
    size_t from = line_start(text, line->cursor);
    if (from)
        go_line(line, from, line_start(text, from - 1));
    else
        line->cursor = 0;
}

static void go_down(struct editline *line)
{
    struct str text = buf_view(&line->text);
    size_t end = line_end(text, line->cursor);
    if (end < text.len)
        go_line(line, line_start(text, line->cursor), end + 1);
    else
        line->cursor = end;
}

static void rub_out(struct editline *line)
{
    size_t end = line->cursor;
    go_left(line);
    erase(line, line->cursor, end);
}

static void delete_one(struct editline *line)
{
    size_t start = line->cursor;
    go_right(line);
    erase(line, start, line->cursor);
}

static void rub_out_word(struct editline *line)
{
    struct str text = buf_view(&line->text);
    size_t end = line->cursor, start = end;
    while (start > 0 && (text.at[start - 1] == ' ' || text.at[start - 1] == '\n'))
        start--;
    while (start > 0 && text.at[start - 1] != ' ' && text.at[start - 1] != '\n')
        start--;
    erase(line, start, end);
}

static void kill_to_start(struct editline *line)
{
    erase(line, line_start(buf_view(&line->text), line->cursor), line->cursor);
}

static void new_line(struct editline *line)
{
    editline_insert(line, STR("\n"));
}

static const struct {
    enum command command;
    void (*act)(struct editline *line);
} acts[] = {
    {COMMAND_type_left, go_left},
    {COMMAND_type_right, go_right},
    {COMMAND_type_home, go_home},
    {COMMAND_type_end, go_end},
    {COMMAND_type_up, go_up},
    {COMMAND_type_down, go_down},
    {COMMAND_type_rubout, rub_out},
    {COMMAND_type_delete, delete_one},
    {COMMAND_type_word_rubout, rub_out_word},
    {COMMAND_type_kill, kill_to_start},
    {COMMAND_type_newline, new_line},
};

bool editline_command(struct editline *line, enum command command)
{
    for (size_t i = 0; i < COUNT(acts); i++)
        if (acts[i].command == command)
            return acts[i].act(line), true;
    return false;
}
