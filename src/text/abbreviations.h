/* SPDX-License-Identifier: ISC */
/* The abbreviations of news that a full stop belongs to. */
#ifndef TEXT_ABBREVIATIONS_H
#define TEXT_ABBREVIATIONS_H

#include "dossier/base/str.h"

#include <stdbool.h>

enum abbreviation {
    ABBREVIATION_NONE,
    ABBREVIATION_BEFORE_NAME,   /* Mr., Lt.: never ends a sentence */
    ABBREVIATION_BEFORE_NUMBER, /* No. 5, Nov. 25 */
    ABBREVIATION_ANYWHERE       /* U.S., Jr., an initial: may end one */
};

/* What TOKEN, which stands before a full stop, is short for. */
enum abbreviation abbreviation_of(struct str token);
/* WORD often begins a sentence and seldom goes on with a name. */
bool abbreviation_begins_sentence(struct str word);

#endif
