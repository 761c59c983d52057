/* SPDX-License-Identifier: ISC */
/* Sentences for the user, on standard error. */
#ifndef DOSSIER_SRC_VERB_TELL_H
#define DOSSIER_SRC_VERB_TELL_H

#include <stdbool.h>

/* "dossier: …", made safe, on one line. */
void verb_tell(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The same; returns false, so that what fails can end with it. */
bool verb_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
