/* SPDX-License-Identifier: ISC */
/* What each style looks like. Themes are YAML files: the user's, the installed ones, and the same
 * built in. */
#ifndef DOSSIER_CONFIG_THEME_H
#define DOSSIER_CONFIG_THEME_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/base/str.h"
#include "dossier/config/colours.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum style {
#define STYLE(id, name, help) STYLE_##id,
#include "dossier/config/styles.def"
#undef STYLE
    STYLE_COUNT
};

struct style_row {
    const char *name, *help;
};

extern const struct style_row style_table[STYLE_COUNT];

enum attribute {
    ATTRIBUTE_BOLD = 1,
    ATTRIBUTE_UNDERLINE = 2,
    ATTRIBUTE_REVERSE = 4,
    ATTRIBUTE_ITALIC = 8
};

struct look {
    colour fg, bg; /* COLOUR_NONE: as below it */
    unsigned attributes;
};

struct theme {
    struct str name;
    struct look styles[STYLE_COUNT];
};

/* The same with indexes of a terminal's colours; -1: its own. */
struct shown {
    int fg, bg;
    unsigned attributes;
};

/* Reads a theme; what is wrong goes to PROBLEMS (which name FILE) and is left out, and a style that
 * is not in it looks as in the theme mono. False if there is nothing of a theme in it. */
bool theme_read(struct arena *arena, struct str source, struct str file, struct theme *out,
                struct problems *problems);
/* The theme called NAME: the user's ($XDG_CONFIG_HOME/dossier/themes/NAME.yaml), else an installed
 * one, else one that is built in. "auto" is dark, or light where $COLORFGBG tells of a light
 * background. False, with an error that lists the themes, where there is none; OUT is then dark.
 * A terminal without colours wants "mono". */
bool theme_find(struct arena *arena, struct str name, struct theme *out, struct problems *problems,
                struct error *error);
/* The names of all themes, in ARENA, sorted; *COUNT of them. For completion. */
struct str *theme_names(struct arena *arena, size_t *count);

/* One look of all the styles in the bit set STYLES: bit n is enum style n. STYLE_TEXT is below all.
 */
struct look theme_look(const struct theme *theme, uint32_t styles);
/* LOOK on a terminal with COUNT colours, 8, 16 or 256: the nearest ones that are readable; what has
 * a background of its own but the screen's after that is reversed. */
struct shown theme_fit(const struct theme *theme, struct look look, int count);

#endif
