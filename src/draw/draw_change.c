/* SPDX-License-Identifier: ISC */
/* A changed passage: what it was and what it is, cut around what changed. The signs tell it without
 * colours. */
#include "notes.h"

#include "dossier/base/memory.h"
#include "dossier/text/diff.h"
#include "dossier/text/grapheme.h"

#define WHOLE_LINES 2 /* what has no more lines is not cut */
#define NEAR 28       /* columns that stay beside a change */
#define LONGEST 160   /* columns of one change */

struct change {
    struct arena *arena;
    struct buf text;
    struct paints marks;
    bool cut;
};

/* The first columns of S, to a word's end. */
static struct str first_words(struct str s, int columns)
{
    struct str fits = text_fit(s, columns);
    size_t len = fits.len;
    while (fits.len < s.len && len > 0 && fits.at[len - 1] != ' ')
        len--;
    return len ? str_sub(s, 0, len) : fits;
}

static struct str last_words(struct str s, int columns)
{
    struct str fits = text_fit_end(s, columns);
    size_t skip = 0;
    while (fits.len < s.len && skip < fits.len && fits.at[skip] != ' ')
        skip++;
    return skip < fits.len ? str_sub(fits, skip, fits.len) : fits;
}

static void put_same(struct change *change, struct str text, bool first, bool last)
{
    int width = text_width(text);
    if (!change->cut || width <= (first || last ? NEAR : 2 * NEAR) + 4) {
        buf_str(&change->text, text);
        return;
    }
    if (!first)
        buf_str(&change->text, first_words(text, NEAR));
    buf_chars(&change->text, "…");
    if (!last)
        buf_str(&change->text, last_words(text, NEAR));
}

static void put_edit(struct change *change, struct str text, unsigned style, const char *open,
                     const char *close)
{
    uint32_t start = (uint32_t)change->text.len;
    struct str fits = text_width(text) > LONGEST ? first_words(text, LONGEST) : text;
    buf_chars(&change->text, open);
    buf_str(&change->text, fits);
    buf_chars(&change->text, fits.len < text.len ? "…" : "");
    buf_chars(&change->text, close);
    *vec_add(change->arena, &change->marks) =
        (struct paint){{start, (uint32_t)change->text.len}, style};
}

static void put(struct flow *flow, const char *label, const struct diff *diff, bool cut, bool both)
{
    struct change change = {.arena = flow->arena, .cut = cut};
    for (size_t i = 0; i < diff->len; i++) {
        const struct diff_piece *piece = &diff->at[i];
        if (piece->kind == DIFF_SAME)
            put_same(&change, piece->text, i == 0, i + 1 == diff->len);
        else if (piece->kind == DIFF_GONE)
            put_edit(&change, piece->text, STYLE_GONE, both ? "[-" : "", both ? "-]" : "");
        else if (both)
            put_edit(&change, piece->text, STYLE_ADDED, "{+", "+}");
    }
    flow_put(flow, label, STYLE_TEXT, arena_str(flow->arena, buf_view(&change.text)),
             &change.marks);
    buf_free(&change.text);
}

void notes_put_change(struct flow *flow, const char *was, const char *is, struct str before,
                      struct str after, size_t *edits)
{
    struct diff diff = {0};
    before = flow_one_line(flow->arena, before);
    after = flow_one_line(flow->arena, after);
    diff_words(flow->arena, before, after, &diff);
    *edits = diff.edits;
    int lines = was ? WHOLE_LINES : 1;
    bool cut = text_width(before) + text_width(after) > 2 * lines * flow->width;
    if (was)
        put(flow, was, &diff, cut, false);
    if (is)
        put(flow, is, &diff, cut, true);
}
