/* SPDX-License-Identifier: ISC */
/* A range of bytes of a text: START is in it, END is not. */
#ifndef DOSSIER_BASE_SPAN_H
#define DOSSIER_BASE_SPAN_H

#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct span {
    uint32_t start, end;
};

struct spans {
    struct span *at;
    size_t len, cap;
};

static inline struct str span_of(struct str text, struct span span)
{
    return str_sub(text, span.start, span.end);
}

static inline bool span_holds(struct span span, uint32_t offset)
{
    return span.start <= offset && offset < span.end;
}

static inline bool span_meets(struct span a, struct span b)
{
    return a.start < b.end && b.start < a.end;
}

#endif
