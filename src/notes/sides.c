/* SPDX-License-Identifier: ISC */
/* A merge that git could not finish leaves both sides in the file, between marks. The marks cut
 * through notes as they please, so each side is put together again as a whole file. */
#include "recover.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"

#define MARK 7 /* characters of one */

enum part { PART_BOTH, PART_OURS, PART_BASE, PART_THEIRS };

/* LINE is a mark of seven C. */
static bool is_mark(struct str line, char c)
{
    for (size_t i = 0; i < MARK; i++) {
        if (i >= line.len || line.at[i] != c)
            return false;
    }
    return line.len == MARK || line.at[MARK] == ' ' || line.at[MARK] == '\r';
}

/* The part that LINE begins, or PART itself where it is no mark that can stand in PART. */
static enum part begin_part(struct str line, enum part part)
{
    if (part == PART_BOTH)
        return is_mark(line, '<') ? PART_OURS : part;
    if (is_mark(line, '>'))
        return part == PART_THEIRS ? PART_BOTH : part;
    if (part == PART_OURS && is_mark(line, '|'))
        return PART_BASE;
    if (part != PART_THEIRS && is_mark(line, '='))
        return PART_THEIRS;
    return part;
}

static void add_line(struct arena *arena, struct recovered *side, struct buf *text, struct str line,
                     int number)
{
    buf_str(text, line);
    buf_char(text, '\n');
    *vec_add(arena, &side->lines) = number;
}

int recover_sides(struct arena *arena, struct str source, struct recovered side[2])
{
    struct buf text[2] = {{0}, {0}};
    enum part part = PART_BOTH;
    struct str rest = source, line;
    int first = 0;
    bool merges = false;
    side[0] = side[1] = (struct recovered){0};
    for (int number = 1; str_split(&rest, '\n', &line); number++) {
        enum part next = begin_part(line, part);
        merges |= next == PART_THEIRS;
        bool marks = next != part;
        part = next;
        first = marks && !first ? number : first;
        if (marks)
            continue;
        if (part == PART_BOTH || part == PART_OURS)
            add_line(arena, &side[0], &text[0], line, number);
        if (part == PART_BOTH || part == PART_THEIRS)
            add_line(arena, &side[1], &text[1], line, number);
    }
    for (size_t i = 0; i < COUNT(text); i++) {
        side[i].text = arena_str(arena, buf_view(&text[i]));
        buf_free(&text[i]);
    }
    return merges ? first : 0;
}

int recovered_line(const struct recovered *recovered, int line)
{
    size_t at = line > 0 ? (size_t)line - 1 : 0;
    if (!recovered->lines.len)
        return line;
    return recovered->lines.at[at < recovered->lines.len ? at : recovered->lines.len - 1];
}
