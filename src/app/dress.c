/* SPDX-License-Identifier: ISC */
#include "dress.h"

#include "dossier/base/memory.h"

#include <stdlib.h>

static int count_colours(struct str wish)
{
    static const struct {
        const char *name;
        int count;
    } wishes[] = {{"none", 0}, {"8", 8}, {"16", 16}, {"256", 256}, {"true", TERM_TRUE}};
    for (size_t i = 0; i < COUNT(wishes); i++)
        if (str_is(wish, wishes[i].name))
            return wishes[i].count;
    const char *none = getenv("NO_COLOR");
    return none && *none ? 0 : TERM_AUTO;
}

void dress_make(struct dress *dress, const struct options *options)
{
    dress_free(dress);
    dress->arena = arena_new();
    struct problems problems = {.arena = dress->arena};
    theme_find(dress->arena, options->theme, &dress->theme, &problems, NULL);
    theme_find(dress->arena, STR("mono"), &dress->plain, &problems, NULL);
    dress->term = (struct term_dress){.theme = &dress->theme,
                                      .plain = &dress->plain,
                                      .colours = count_colours(options->colours),
                                      .mouse = options->mouse};
}

void dress_free(struct dress *dress)
{
    arena_free(dress->arena);
    *dress = (struct dress){0};
}
