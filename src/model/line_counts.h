/* SPDX-License-Identifier: ISC */
/* How far apart the marks are from which article_line counts. */
#ifndef DOSSIER_LINE_COUNTS_H
#define DOSSIER_LINE_COUNTS_H

#define LINE_BLOCK ((size_t)65536)

#endif
