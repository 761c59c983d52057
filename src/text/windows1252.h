/* SPDX-License-Identifier: ISC */
/* The one old encoding that news texts still come in. */
#ifndef TEXT_WINDOWS1252_H
#define TEXT_WINDOWS1252_H

#include "dossier/base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* The code point of BYTE; 0 for the five bytes that have none. */
uint32_t windows1252_char(unsigned char byte);
/* S, which is no UTF-8, makes sense in this encoding. */
bool windows1252_reads_well(struct str s);

#endif
