/* SPDX-License-Identifier: ISC */
/* The files of languages/, in the program. */
#ifndef READING_LANGUAGES_H
#define READING_LANGUAGES_H

/* Made when the program is built; the last has no name. */
struct built_in {
    const char *name, *text;
};
extern const struct built_in built_in_languages[];

#endif
