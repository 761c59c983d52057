/* SPDX-License-Identifier: ISC */
/* Problems with files that can't be, or are not, read. */
#ifndef DOSSIER_LOAD_REPORT_H
#define DOSSIER_LOAD_REPORT_H

#include "dossier/base/error.h"

/* The warning that FILE is passed over. */
void report_passed_over(struct problems *problems, struct str file, const char *why);
/* What ERROR says behind "PATH: ", for a problem that names the file by itself. */
struct str report_reason(const struct error *error, const char *path);

#endif
