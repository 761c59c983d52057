/* SPDX-License-Identifier: ISC */
/* The parts of the screen; each draws into the rectangle that it is given, and nowhere else. */
#ifndef DOSSIER_SRC_DRAW_PARTS_H
#define DOSSIER_SRC_DRAW_PARTS_H

#include "pen.h"

#include "dossier/config/theme.h"
#include "dossier/draw/cells.h"
#include "dossier/state/state.h"

typedef void draw_part(struct cells *out, const struct state *state, struct rectangle where);

draw_part draw_title;          /* label, date, headline, source, and how many are unread */
draw_part draw_text;           /* the article, its gutter and scroll bar */
draw_part draw_scroll;         /* the bar beside the text */
draw_part draw_list;           /* the articles */
draw_part draw_folders;        /* the saved searches above them */
draw_part draw_xref;           /* the pane below the text: one of those that follow */
draw_part draw_places;         /* the concordance */
draw_part draw_cast;           /* the actors */
draw_part draw_notes;          /* the notes */
draw_part draw_doubts;         /* the mentions in doubt */
draw_part draw_doubt_detail;   /* the one under the cursor in full */
draw_part draw_timeline;       /* the dossier over time */
draw_part draw_time_rows;      /* what lies in the stretch under the cursor */
draw_part draw_time_detail;    /* the row of these under the cursor in full */
draw_part draw_times;          /* the times of this article */
draw_part draw_said;           /* what was said, in all or in this article */
draw_part draw_said_detail;    /* the quotation under the cursor in full */
draw_part draw_about;          /* what is known of this article */
draw_part draw_about_detail;   /* the row under the cursor in full */
draw_part draw_problems;       /* what is wrong or doubtful */
draw_part draw_note_detail;    /* the note under the cursor in full */
draw_part draw_problem_detail; /* the problem likewise */
draw_part draw_info;           /* help, and answers to i */
draw_part draw_editor;         /* the note being typed */
draw_part draw_status;         /* where the cursor is, in a sentence */
draw_part draw_line;           /* the last line: keys, a message or a prompt */
draw_part draw_foreseen;       /* what taking the line would do */
draw_part draw_choices;        /* the rows to choose from, in the lower part of the rectangle */

/* The heading of a pane: pieces parted by two spaces, on a rule where there are rules. Pieces that
 * have no room are left out, those of the highest SPARE first; 0 stays and is cut. */
struct heading_piece {
    struct str text;
    unsigned style;
    int spare;
    bool right; /* at the right end */
};
void draw_heading(struct cells *out, const struct state *state, struct rectangle where, bool focus,
                  const struct heading_piece *pieces, size_t count);
/* What is left of WHERE below its heading, between margins where it is wide enough for them. */
struct rectangle draw_inside(struct rectangle where);
/* The heading of what a row says in full: PLACE, and ARTICLE's date and source. What is left. */
struct rectangle draw_detail(struct cells *out, const struct state *state, struct rectangle where,
                             struct str place, const struct article *article);

/* The first row that is on the screen, so that the cursor is among the ROWS. */
size_t draw_top(const struct list *list, int rows);
/* Shows that line LINE of WHERE is the current row; the hardware cursor is on it where PANE has the
 * focus. */
void draw_row_here(struct cells *out, const struct state *state, enum pane pane,
                   struct rectangle where, int line);
/* Wraps SENTENCE into the rectangle: what an empty pane says. */
void draw_sentence(struct cells *out, struct rectangle where, unsigned style, struct str sentence);
/* The rectangle without its first N lines. */
struct rectangle draw_below(struct rectangle where, int lines);

/* Dates in columns: "27 Nov", "27 Nov 25", "27 Nov 2025". A range is its month or its years. */
enum date_form { DATE_SHORT, DATE_YEAR, DATE_WHOLE };
/* With ~ where it is worked out; "" where nothing is known. */
struct str draw_date(struct arena *arena, const struct article *article, enum date_form form);
/* From one day to another: the day, the month, or the years. */
struct str draw_days(struct arena *arena, day from, day to, enum date_form form);
/* DATE_SHORT where the articles named are all of one year, else DATE_YEAR. */
enum date_form draw_date_form(const struct corpus *corpus);
int draw_date_width(enum date_form form);
/* A day on which articles are dated, with ~ where one of them is only worked out to be. */
struct str draw_day(struct arena *arena, const struct corpus *corpus, day d);
/* One article at least has a date. */
bool draw_has_dates(const struct corpus *corpus);
/* Columns for the articles' labels. */
int draw_label_width(const struct corpus *corpus);
/* "001 ¶2" */
struct str draw_place(struct arena *arena, const struct library *library, uint32_t article,
                      uint32_t at);
/* SPAN of the article in its paragraph, the words themselves one below the other: LEFT columns
 * before them, RIGHT for them and what follows, of which SIDEWAYS columns are scrolled away. */
void draw_context(struct pen *pen, const struct article *article, struct span span, int left,
                  int right, int sideways);
/* How often the thread is in each stretch of time: "▇▁▂▆▃ Feb–Nov"; empty where it has fewer than
 * two months. */
struct str draw_plot(struct arena *arena, const struct library *library,
                     const struct thread *thread, int bars);
/* VALUE of MOST as a bar of WIDTH columns. */
void draw_bar(struct pen *pen, size_t value, size_t most, int width);
/* The line being typed, scrolled so that the cursor is seen. */
void draw_prompt(struct pen *pen, const struct prompt *prompt);
/* Below it: a mark under the column where a query goes wrong, and what is wrong. */
void draw_mark(struct pen *pen, const struct state *state);
/* Colours and attributes can't tell where something is: signs must. */
bool draw_by_signs(const struct state *state);

#endif
