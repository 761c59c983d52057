/* SPDX-License-Identifier: ISC */
#include "near.h"

#include "dossier/base/memory.h"

#define FURTHEST 2

int near_word(struct str text, const struct str *words, size_t count)
{
    int nearest = -1;
    size_t shortest = FURTHEST + 1;
    for (size_t i = 0; i < count; i++) {
        if (text.len > words[i].len + FURTHEST)
            continue;
        size_t far = str_distance(text, words[i]);
        if (far < shortest && far < text.len && far < words[i].len) {
            shortest = far;
            nearest = (int)i;
        }
    }
    return nearest;
}
