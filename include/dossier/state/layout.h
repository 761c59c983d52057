/* SPDX-License-Identifier: ISC */
/* Where the panes are, at every size of the screen. */
#ifndef DOSSIER_STATE_LAYOUT_H
#define DOSSIER_STATE_LAYOUT_H

#include <stdbool.h>

#define LAYOUT_LEAST_WIDTH 20
#define LAYOUT_LEAST_HEIGHT 5

enum pane { PANE_LIST, PANE_TEXT, PANE_XREF, PANE_COUNT };

struct rectangle {
    int x, y, width, height; /* height 0: not on the screen */
};

struct layout {
    bool too_small;
    struct rectangle title;            /* the line above the text */
    struct rectangle pane[PANE_COUNT]; /* with its header line, where it has one */
    struct rectangle status;           /* the sentence that says where the cursor is; perhaps not there */
    struct rectangle line;             /* the last: keys, messages, prompts */
    struct rectangle editor;           /* the note being typed: over the lower part of the text */
    int text_width;                    /* columns of a line of text, gutter and scroll bar left out */
    int gutter;                        /* columns left of the text: ¶ number and note sign */
};

struct state;
/* From 170 columns list, text, concordance side by side; from 100 the list (34) left of the text, the concordance
 * below both; from 60 the text above the concordance; below that one pane at a time. A view or a zoomed pane has
 * the whole screen; linear mode one column without boxes. */
void layout_make(const struct state *state, struct layout *out);

#endif
