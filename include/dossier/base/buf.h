/* SPDX-License-Identifier: ISC */
/* Bytes that grow, on the heap. Zero it to begin; buf_free to end. */
#ifndef DOSSIER_BASE_BUF_H
#define DOSSIER_BASE_BUF_H

#include "dossier/base/str.h"

#include <stdarg.h>
#include <stddef.h>

struct buf {
    char *at; /* followed by a NUL that does not count, once something was added */
    size_t len, cap;
};

void buf_free(struct buf *b);
void buf_clear(struct buf *b);
/* Makes room for MORE bytes than are in it. */
void buf_reserve(struct buf *b, size_t more);
void buf_add(struct buf *b, const void *bytes, size_t n);
void buf_char(struct buf *b, char c);
void buf_str(struct buf *b, struct str s);
void buf_chars(struct buf *b, const char *chars);
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
/* Puts S in place of the bytes START to END of B. */
void buf_splice(struct buf *b, size_t start, size_t end, struct str s);
/* What is in it, till the next change. */
struct str buf_view(const struct buf *b);

#endif
