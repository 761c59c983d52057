/* SPDX-License-Identifier: ISC */
#include "dossier/base/buf.h"

#include "dossier/base/heap.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buf_free(struct buf *b)
{
    free(b->at);
    *b = (struct buf){0};
}

void buf_clear(struct buf *b)
{
    b->len = 0;
    if (b->at)
        b->at[0] = '\0';
}

void buf_reserve(struct buf *b, size_t more)
{
    if (more > SIZE_MAX / 4 - b->len)
        memory_exhausted();
    size_t need = b->len + more + 1;
    if (need <= b->cap)
        return;
    size_t cap = b->cap ? b->cap : 64;
    while (cap < need)
        cap *= 2;
    b->at = memory_resize(b->at, cap);
    b->cap = cap;
}

void buf_add(struct buf *b, const void *bytes, size_t n)
{
    buf_reserve(b, n);
    if (n)
        memcpy(b->at + b->len, bytes, n);
    b->len += n;
    b->at[b->len] = '\0';
}

void buf_char(struct buf *b, char c)
{
    buf_add(b, &c, 1);
}

void buf_str(struct buf *b, struct str s)
{
    buf_add(b, s.at, s.len);
}

void buf_chars(struct buf *b, const char *chars)
{
    buf_str(b, str_of(chars));
}

void buf_vprintf(struct buf *b, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    if (n > 0) {
        buf_reserve(b, (size_t)n);
        vsnprintf(b->at + b->len, (size_t)n + 1, format, again);
        b->len += (size_t)n;
    }
    va_end(again);
}

void buf_printf(struct buf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_vprintf(b, format, args);
    va_end(args);
}

void buf_splice(struct buf *b, size_t start, size_t end, struct str s)
{
    buf_reserve(b, s.len);
    memmove(b->at + start + s.len, b->at + end, b->len - end);
    if (s.len)
        memcpy(b->at + start, s.at, s.len);
    b->len += s.len - (end - start);
    b->at[b->len] = '\0';
}

struct str buf_view(const struct buf *b)
{
    return (struct str){b->at ? b->at : "", b->len};
}
