/* SPDX-License-Identifier: ISC */
#ifndef READING_BYLINE_H
#define READING_BYLINE_H

#include "dossier/base/str.h"

#include <stdbool.h>

/* LINE is a byline: NAMES are the names in it as they are printed. */
bool byline_read(struct str line, struct str *names);

#endif
