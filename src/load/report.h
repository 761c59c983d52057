/* SPDX-License-Identifier: ISC */
/* Problems with files that can't be, or are not, read. */
#ifndef DOSSIER_LOAD_REPORT_H
#define DOSSIER_LOAD_REPORT_H

#include "dossier/base/error.h"
#include "dossier/model/article.h"

/* The warning that FILE is passed over. */
void report_passed_over(struct problems *problems, struct str file, const char *why);
/* What ERROR says behind "PATH: ", for a problem that names the file by itself. */
struct str report_reason(const struct error *error, const char *path);
/* The warning that BODY, as FILE states it at LINE and COLUMN, goes behind the SIZE bytes of the
 * article at PATH, if it does. */
void report_body(struct problems *problems, struct str file, int line, int column, struct str path,
                 const struct spans *body, uint32_t size);

#endif
