/* SPDX-License-Identifier: ISC */
/* The options: one table, from which the struct, `:set`, config.yaml and completion are made. */
#ifndef DOSSIER_CONFIG_OPTIONS_H
#define DOSSIER_CONFIG_OPTIONS_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/base/str.h"

#include <stdbool.h>

enum option_type { OPTION_TEXT, OPTION_WORD, OPTION_NUMBER, OPTION_BOOL };

enum option {
#define OPTION(name, type, initial, help, allowed) OPTION_IS_##name,
#include "dossier/config/options.def"
#undef OPTION
    OPTION_COUNT
};

struct option_row {
    const char *name;
    enum option_type type;
    const char *initial, *help, *allowed;
};

extern const struct option_row option_table[OPTION_COUNT];

/* The values, each under its name: texts and words are slices, numbers int, the rest bool. */
#define OPTION_FIELD_TEXT struct str
#define OPTION_FIELD_WORD struct str
#define OPTION_FIELD_NUMBER int
#define OPTION_FIELD_BOOL bool
struct options {
    struct arena *arena; /* owns the texts; copies of the struct share it */
#define OPTION(name, type, initial, help, allowed) OPTION_FIELD_##type name;
#include "dossier/config/options.def"
#undef OPTION
};
#undef OPTION_FIELD_TEXT
#undef OPTION_FIELD_WORD
#undef OPTION_FIELD_NUMBER
#undef OPTION_FIELD_BOOL

/* The initial values; texts that are set later go to ARENA. */
void options_default(struct arena *arena, struct options *out);
/* The option called NAME, or OPTION_COUNT. */
enum option options_find(struct str name);
/* Sets it. False, with all as it was, where there is no such option (the error lists them) or VALUE
 * is not allowed (the error says what is). */
bool options_set(struct options *options, struct str name, struct str value, struct error *error);
/* Adds the value as options_set takes it: "yes", "72", "date". */
void options_value(const struct options *options, enum option option, struct buf *out);
/* What allows OPTION: "20 to 200", "yes or no", "date, title, source". */
void options_allowed(enum option option, struct buf *out);

/* What `:set` does with LINE: "linear" and "nolinear" switch, "width 60" or "width=60" sets,
 * "width" shows, nothing shows all that is not as it was initially. SAID gets the sentence to show;
 * *CHANGED tells whether a value was set. */
bool options_line(struct options *options, struct str line, struct buf *said, bool *changed,
                  struct error *error);

#endif
