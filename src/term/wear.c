/* SPDX-License-Identifier: ISC */
#include "wear.h"

#include "dossier/base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void wear_begin(struct wear *wear, const struct term_dress *dress, struct wear_terminal has)
{
    static const int steps[] = {TERM_TRUE, 256, 16, 8};
    int wished =
        dress->colours == TERM_AUTO || dress->colours > has.colours ? has.colours : dress->colours;
    memset(wear, 0, sizeof *wear);
    wear->has = has;
    for (size_t i = COUNT(steps); i > 0; i--)
        wear->colours = wished >= steps[i - 1] ? steps[i - 1] : wear->colours;
    wear->theme = wear->colours ? dress->theme : dress->plain;
}

/* The first eight numbers of such a terminal are not RGB values but its palette. */
static int direct_number(colour c)
{
    return c == COLOUR_NONE ? -1 : c < 8 ? 8 : c;
}

static void work_out(const struct wear *wear, struct worn *worn)
{
    struct look look = theme_look(wear->theme, worn->styles);
    worn->fg = worn->bg = -1;
    worn->attributes = look.attributes;
    if (wear->colours == TERM_TRUE) {
        worn->fg = direct_number(look.fg);
        worn->bg = direct_number(look.bg);
    } else if (wear->colours) {
        struct shown shown = theme_fit(wear->theme, look, wear->colours);
        bool direct = wear->has.direct;
        worn->fg = direct && shown.fg >= 0 ? direct_number(colour_of_index(shown.fg)) : shown.fg;
        worn->bg = direct && shown.bg >= 0 ? direct_number(colour_of_index(shown.bg)) : shown.bg;
        worn->attributes = shown.attributes;
    }
    if (wear->colours && wear->has.no_underline && (worn->attributes & ATTRIBUTE_UNDERLINE))
        worn->attributes |= ATTRIBUTE_BOLD;
}

static int pair_for(struct wear *wear, const struct worn *worn)
{
    if (worn->fg < 0 && worn->bg < 0)
        return 0;
    for (size_t i = 0; i < WORN_MOST; i++) {
        const struct worn *other = &wear->at[i];
        if (other->used && other->pair && other->fg == worn->fg && other->bg == worn->bg)
            return other->pair;
    }
    return ++wear->pairs;
}

struct worn *wear_look(struct wear *wear, uint32_t styles)
{
    size_t place = (styles * 2654435761u) >> 24;
    for (size_t tries = 0; tries < WORN_MOST; tries++, place = (place + 1) % WORN_MOST) {
        struct worn *worn = &wear->at[place];
        if (worn->used && worn->styles == styles)
            return worn;
        if (worn->used && tries < WORN_MOST - 1)
            continue;
        /* in a full table the last one tried makes room; its pair stays known */
        *worn = (struct worn){.styles = styles};
        work_out(wear, worn);
        worn->pair = pair_for(wear, worn);
        worn->used = true;
        return worn;
    }
    return &wear->at[place];
}

const char *wear_direct_name(int colours, char *name, size_t size)
{
    const char *terminal = getenv("TERM"), *promise = getenv("COLORTERM");
    bool promised = promise && (!strcmp(promise, "truecolor") || !strcmp(promise, "24bit"));
    if (!terminal || (colours != TERM_TRUE && !(colours == TERM_AUTO && promised)))
        return NULL;
    const char *suffix = strstr(terminal, "-256color");
    int stem = (int)(suffix ? (size_t)(suffix - terminal) : strlen(terminal));
    if (strstr(terminal, "-direct"))
        return terminal;
    int length = snprintf(name, size, "%.*s-direct", stem, terminal);
    return length > 0 && (size_t)length < size ? name : NULL;
}
