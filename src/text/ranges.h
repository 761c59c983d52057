/* SPDX-License-Identifier: ISC */
/* Sorted ranges of code points. */
#ifndef TEXT_RANGES_H
#define TEXT_RANGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct range {
    uint32_t first, last;
};

static inline bool range_holds(const struct range *ranges, size_t count, uint32_t c)
{
    if (c < ranges[0].first || c > ranges[count - 1].last)
        return false;
    size_t low = 0, high = count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (c < ranges[middle].first)
            high = middle;
        else
            low = middle;
    }
    return c <= ranges[low].last;
}

#endif
