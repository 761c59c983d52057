/* SPDX-License-Identifier: ISC */
/* A form that the words at a place fit, and where in time it is. */
#ifndef READING_TIMES_MATCH_H
#define READING_TIMES_MATCH_H

#include "dossier/model/times.h"
#include "dossier/reading/times.h"
#include "times_tokens.h"

/* What the words of a form said. */
struct time_match {
    const struct time_form *form; /* NULL: a date in digits */
    size_t first, last;           /* words of the window, both in it */
    int year, month, date;        /* 0: not said */
    int weekday, season, part;    /* -1: not said */
    int unit, number;
    bool sure_year; /* "in 1998" rather than a bare number */
};

/* The longest form that fits at word FIRST; false: none does. */
bool time_match(const struct time_tokens *tokens, enum times_order order, size_t first,
                struct time_match *out);

/* Whether what is spoken of at MATCH lies before (-1) or after (1), as the words around tell; 0
 * where they don't. *TOLD: words so near before it that they speak of it ("opened on 3 May"). */
int time_direction(const struct time_tokens *tokens, const struct time_match *match, bool *told);

/* What MATCH means seen from REFERENCE (or DAY_NONE), where the sentence points to DIRECTION. LAST
 * is the time before it in the text, or NULL. Fills all of OUT but its span. False where it can't
 * be known. */
bool time_place(const struct time_match *match, day reference, int direction,
                const struct time_said *last, struct time_said *out);

#endif
