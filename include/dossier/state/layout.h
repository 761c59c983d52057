/* SPDX-License-Identifier: ISC */
/* Where the panes are, at every size of the screen. */
#ifndef DOSSIER_STATE_LAYOUT_H
#define DOSSIER_STATE_LAYOUT_H

#include <stdbool.h>

#define LAYOUT_LEAST_WIDTH 20
#define LAYOUT_LEAST_HEIGHT 5

enum view {
    VIEW_READING,  /* the panes */
    VIEW_LIST,     /* L, the articles */
    VIEW_PLACES,   /* R, the concordance */
    VIEW_CAST,     /* C, all actors */
    VIEW_NOTES,    /* A, all notes */
    VIEW_DOUBTS,   /* M, the mentions in doubt */
    VIEW_TIMELINE, /* T, the dossier over time */
    VIEW_SAID,     /* S, all that was said */
    VIEW_ABOUT,    /* p, what is known of an article */
    VIEW_PROBLEMS, /* I */
    VIEW_INFO,     /* ? and i: lines of text over whatever was there */
    VIEW_COUNT
};

enum pane { PANE_LIST, PANE_TEXT, PANE_XREF, PANE_COUNT };

/* What the cross-reference pane shows. */
enum xref { XREF_PLACES, XREF_CAST, XREF_NOTES, XREF_TIMES, XREF_SAID };

struct rectangle {
    int x, y, width, height; /* height 0: not on the screen */
};

struct layout {
    bool too_small;
    struct rectangle title; /* the line above the text */
    /* The list and the cross-references with their heading, which is the first line; the text
     * without one, for the title is its. In a view one of them has the whole screen: the list in
     * VIEW_LIST, else PANE_XREF, VIEW_PROBLEMS and VIEW_INFO too. */
    struct rectangle pane[PANE_COUNT];
    int folders;               /* lines of saved searches in the list, below its heading */
    int plot;                  /* lines of the plot in VIEW_TIMELINE, below the heading */
    int plot_left, plot_width; /* columns of its bars */
    struct rectangle detail; /* the row under the cursor in full, with a rule as its first line: in
                                VIEW_NOTES, VIEW_DOUBTS, VIEW_TIMELINE, VIEW_SAID, VIEW_ABOUT and
                                VIEW_PROBLEMS, below the pane */
    struct rectangle status; /* the sentence that says where the cursor is; perhaps not there */
    struct rectangle line;   /* the last: keys, messages, prompts; the status below it where that
                                marks what is wrong with a query */
    struct rectangle
        editor; /* the note being typed, with a heading; below the text, which is shorter then */
    struct rectangle
        choices; /* the rows to choose from, right above the last line, over all else */
    struct rectangle foreseen; /* what taking the line would do, between the choices and the line;
                                  with room, examples of it below */
    int examples;              /* lines of these */
    int text_width;            /* columns of a line of text, gutter and scroll bar left out */
    int gutter;                /* columns left of the text: ¶ number and note sign */
};

struct state;
/* From 170 columns list, text, concordance side by side; from 100 the list (34) left of the text,
 * the concordance below both; from 60 the text above the concordance; below that one pane at a
 * time. A view or a zoomed pane has the whole screen; linear mode one column without boxes. */
void layout_make(const struct state *state, struct layout *out);
/* Lines for rows or text in a pane: its heading does not count, nor do saved searches and the plot.
 */
int layout_rows(const struct layout *layout, enum pane pane);
/* The pane that has the screen in a view; where the focus is, in VIEW_READING. */
enum pane layout_pane(const struct state *state);

#endif
