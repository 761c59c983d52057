/* SPDX-License-Identifier: ISC */
/* One pass over the clusters: the last place where a break was possible is remembered, and taken
 * when a cluster no longer fits. White space hangs over the edge until then. */
#include "dossier/text/wrap.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>

/* LB29: no line ends between a full stop, comma or colon and a letter (`U.S.`); the library allows
 * it. */
static void keep_abbreviations(struct str s, char *breaks)
{
    for (size_t i = 1; i < s.len; i++) {
        size_t at = i;
        bool stop =
            s.at[i - 1] == '.' || s.at[i - 1] == ',' || s.at[i - 1] == ':' || s.at[i - 1] == ';';
        if (!stop || breaks[i] != UC_BREAK_POSSIBLE)
            continue;
        uint32_t c = utf8_next(s, &at);
        if (char_is_word(c) && !char_is_digit(c) && !char_is_unspaced(c))
            breaks[i] = UC_BREAK_PROHIBITED;
    }
}

/* For each byte of S, whether a line may end before it; the caller frees it. Line ends and tabs are
 * spaces here. */
static char *find_breaks(struct str s)
{
    uint8_t *spaced = memory_get(s.len + 1);
    char *breaks = memory_get(s.len + 1);
    for (size_t i = 0; i < s.len; i++) {
        uint8_t byte = (uint8_t)s.at[i];
        spaced[i] = byte >= '\t' && byte <= '\r' ? ' ' : byte;
    }
    u8_possible_linebreaks(spaced, s.len, "UTF-8", breaks);
    free(spaced);
    keep_abbreviations(s, breaks);
    return breaks;
}

/* White space at which a line may end: not the no-break spaces, nor a space that carries marks. */
static bool hangs(struct str s, const struct cluster *cluster)
{
    size_t at = cluster->start;
    uint32_t c = utf8_next(s, &at);
    return char_is_space(c) && c != 0xA0 && c != 0x2007 && c != 0x202F &&
           (at == cluster->end || c == '\r');
}

/* A place within a line. */
struct place {
    size_t at;      /* byte */
    size_t content; /* where what stands before it ends, white space apart */
    int width;      /* columns from the start of the line */
};

struct lines {
    struct arena *arena;
    struct spans *out;
    uint32_t offset; /* of the paragraph in the text */
    size_t start;    /* of the line, in the paragraph */
};

static void end_line(struct lines *lines, const struct place *place)
{
    size_t end = place->content > lines->start ? place->content : lines->start;
    *vec_add(lines->arena, lines->out) =
        (struct span){lines->offset + (uint32_t)lines->start, lines->offset + (uint32_t)end};
    lines->start = place->at;
}

static void fill(struct lines *lines, struct str s, const char *breaks, int width)
{
    struct place here = {0}, last = {0};
    struct cluster cluster;
    while (cluster_next(s, &here.at, &cluster)) {
        struct place next = here;
        here.at = cluster.start;
        if (breaks[here.at] == UC_BREAK_POSSIBLE || breaks[here.at] == UC_BREAK_MANDATORY)
            last = here;
        bool space = hangs(s, &cluster);
        while (!space && here.width + cluster.width > width && here.at > lines->start) {
            if (last.at <= lines->start)
                last = here;
            end_line(lines, &last);
            here.width -= last.width;
        }
        here.width += cluster.width;
        here.at = next.at;
        if (!space)
            here.content = here.at;
    }
    end_line(lines, &here);
}

void wrap_lines(struct arena *arena, struct str text, struct span what, int width,
                struct spans *out)
{
    struct str s = span_of(text, what);
    struct lines lines = {.arena = arena, .out = out, .offset = what.start};
    char *breaks = find_breaks(s);
    fill(&lines, s, breaks, width < 1 ? 1 : width);
    free(breaks);
}
