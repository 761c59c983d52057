/* SPDX-License-Identifier: ISC */
/* UTF-8 as code points (Unicode 15, chapter 3.9). */
#ifndef DOSSIER_TEXT_UTF8_H
#define DOSSIER_TEXT_UTF8_H

#include "dossier/base/buf.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_BAD 0xFFFDu /* the replacement character */

/* The code point at *AT, which must be below S.len; moves *AT behind it. Each maximal subpart of an
 * ill-formed sequence counts as one UTF8_BAD. */
uint32_t utf8_next(struct str s, size_t *at);
/* The code point that ends before *AT, which must be above 0; moves *AT to its start. */
uint32_t utf8_before(struct str s, size_t *at);
void utf8_put(struct buf *out, uint32_t code_point);
bool utf8_valid(struct str s);
/* Code points in S. */
size_t utf8_count(struct str s);
/* Where the code point that holds byte AT begins. */
size_t utf8_start(struct str s, size_t at);

#endif
