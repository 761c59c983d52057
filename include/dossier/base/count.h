/* SPDX-License-Identifier: ISC */
/* Numbers for people: 1,000,000. */
#ifndef DOSSIER_BASE_COUNT_H
#define DOSSIER_BASE_COUNT_H

#include <stddef.h>

#define COUNT_TEXT 32 /* room for any count and a NUL */

/* N with a comma between thousands, in OUT, which is given back. */
const char *count_text(size_t n, char out[COUNT_TEXT]);
/* The same as an argument for printf's "%s", for as long as the enclosing block runs. */
#define COUNT_ARG(n) count_text((n), (char[COUNT_TEXT]){0})

#endif
