/* SPDX-License-Identifier: ISC */
/* Nearly all bytes of a list of notes say nothing of where its blocks are: those are passed over
 * sixteen at a time. What remains are dashes behind the margin, what begins a line without one, and
 * what is no ASCII. The file passes through a small window, so that its bytes are met while the
 * processor still has them at hand, and no room is needed for them. */
#include "scan.h"

#include "blocks.h"
#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "scalar.h"
#include "tree.h"

#include <stdlib.h>
#include <string.h>

#define WINDOW ((size_t)1 << 18)
#define BEFORE 64 /* bytes that stay before what is looked at; a margin is less */
#define AHEAD 128 /* bytes behind a dash that are needed to see the id */
#define RUN 16    /* bytes that are looked at together */

/* A byte of a comparison has all bits set, or none. */
typedef signed char bytes16 __attribute__((vector_size(RUN)));

struct window {
    int fd;
    char *bytes;
    size_t len, cap;
    size_t base;       /* what byte of the file it begins with */
    size_t at;         /* what is looked at next */
    size_t file_bytes; /* of the whole file */
};

static bool is_last(const struct window *window)
{
    return window->base + window->len == window->file_bytes;
}

/* Lets go the bytes before KEEP and reads on. */
static bool slide(struct window *window, size_t keep)
{
    memmove(window->bytes, window->bytes + keep, window->len - keep);
    window->base += keep;
    window->at -= keep;
    window->len -= keep;
    size_t from = window->base + window->len, rest = window->file_bytes - from;
    size_t room = window->cap - window->len, more = rest < room ? rest : room;
    if (!file_read_part(window->fd, from, window->bytes + window->len, more))
        return false;
    window->len += more;
    return true;
}

static bool grow(struct window *window)
{
    window->cap *= 2;
    window->bytes = memory_resize(window->bytes, window->cap);
    return slide(window, 0);
}

static inline bytes16 load(const char *at)
{
    bytes16 bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

/* Which of the RUN bytes from AT on may be the dash of a block, or begin a line, or are anything
 * but printable ASCII: what is not is negative, or less than a space. */
static inline bytes16 find_odd(const char *at, size_t indent)
{
    bytes16 c = load(at), before = load(at - 1), margin = load(at - 1 - indent);
    bytes16 feed = c == '\n';
    return (((c < ' ') | (before == '\n')) & ~(feed | (c == ' '))) | (c == 0x7F) |
           ((c == '-') & (margin == '\n'));
}

static inline bool is_dull(bytes16 odd)
{
    uint64_t halves[2];
    memcpy(halves, &odd, sizeof halves);
    return !(halves[0] | halves[1]);
}

/* Over the runs from AT on, up to END, in which nothing is odd. */
static size_t skip_dull(const char *bytes, size_t at, size_t end, size_t indent)
{
    while (at + 2 * RUN <= end &&
           is_dull(find_odd(bytes + at, indent) | find_odd(bytes + at + RUN, indent)))
        at += 2 * RUN;
    while (at + RUN <= end && is_dull(find_odd(bytes + at, indent)))
        at += RUN;
    return at;
}

/* The dash of a block stands at AT. */
static bool is_dash(const struct window *window, size_t at, size_t indent)
{
    const char *c = window->bytes + at;
    if (c[0] != '-' || at + 1 >= window->len || (c[1] != ' ' && c[1] != '\n') ||
        c[-1 - (ptrdiff_t)indent] != '\n')
        return false;
    for (size_t i = 1; i <= indent; i++) {
        if (c[-(ptrdiff_t)i] != ' ')
            return false;
    }
    return true;
}

/* The id behind the dash at AT. */
static struct str id_at(const struct window *window, size_t at)
{
    static const struct str key = {"- id: ", 6};
    struct str line = {window->bytes + at, window->len - at};
    const char *feed = memchr(line.at, '\n', line.len < AHEAD ? line.len : AHEAD);
    if (!feed || !str_starts(line, key))
        return STR("");
    struct str id = {line.at + key.len, (size_t)(feed - line.at) - key.len};
    return note_is_id(id) && !scalar_is_null(id) ? id : STR("");
}

enum found { FOUND_NOTHING, FOUND_BLOCK, FOUND_END, FOUND_NO_TEXT };

/* Looks at the bytes of one run, one by one, till something is found. */
static enum found look(struct window *window, size_t end, size_t indent)
{
    struct str all = {window->bytes, window->len};
    while (window->at < end) {
        char c = all.at[window->at], before = all.at[window->at - 1];
        if (c > '-' && c <= '~' && before != '\n') {
            window->at++;
            continue;
        }
        if (before == '\n' && c != ' ' && c != '\n' && c != '#')
            return FOUND_END;
        if (c == '-' && is_dash(window, window->at, indent))
            return FOUND_BLOCK;
        if (!scalar_step(all, &window->at))
            return FOUND_NO_TEXT;
    }
    return FOUND_NOTHING;
}

/* Goes on to the next thing of interest, or the end of what can be looked at in this window. */
static enum found go_on(struct window *window, size_t indent)
{
    size_t end = is_last(window) ? window->len : window->len - AHEAD;
    while (window->at < end) {
        window->at = skip_dull(window->bytes, window->at, end, indent);
        size_t run = window->at + RUN < end ? window->at + RUN : end;
        enum found found = look(window, run, indent);
        if (found != FOUND_NOTHING)
            return found;
    }
    return FOUND_NOTHING;
}

static bool begin(struct window *window, struct scan *scan)
{
    struct blocks blocks;
    if (!slide(window, 0))
        return false;
    while (!blocks_begin(&blocks, (struct str){window->bytes, window->len})) {
        if (is_last(window) || !grow(window))
            return false;
    }
    scan->line_end = blocks_line_end(blocks.source);
    scan->indent = blocks.indent;
    scan->list = blocks.list;
    window->at = blocks.list;
    return scan->indent > 0 && scan->indent < BEFORE - RUN && blocks.list > blocks.indent;
}

static bool go_through(struct arena *arena, struct window *window, scan_visit *visit, void *context,
                       struct scan *scan)
{
    for (;;) {
        enum found found = go_on(window, scan->indent);
        if (found == FOUND_NO_TEXT)
            return false;
        if (found == FOUND_END || (found == FOUND_NOTHING && is_last(window))) {
            scan->end = window->base + window->at;
            return true;
        }
        if (found == FOUND_BLOCK) {
            size_t number = scan->items.len;
            *vec_add(arena, &scan->items) = (uint32_t)(window->base + window->at - scan->indent);
            visit(context, number, id_at(window, window->at));
            window->at++;
        } else if (!slide(window, window->at - BEFORE)) {
            return false;
        }
    }
}

bool scan_file(struct arena *arena, int fd, size_t len, scan_visit *visit, void *context,
               struct scan *scan)
{
    struct window window = {.fd = fd, .cap = WINDOW, .file_bytes = len};
    *scan = (struct scan){0};
    window.bytes = memory_get(window.cap);
    bool ok = len < UINT32_MAX && begin(&window, scan) &&
              go_through(arena, &window, visit, context, scan);
    free(window.bytes);
    return ok;
}
