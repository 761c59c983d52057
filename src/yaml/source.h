/* SPDX-License-Identifier: ISC */
/* The bytes of a YAML file, looked over before libyaml sees them, and places in them. */
#ifndef YAML_SOURCE_H
#define YAML_SOURCE_H

#include "dossier/base/str.h"
#include "dossier/yaml/read.h"

#include <stdbool.h>
#include <stddef.h>

/* A place that moves forward. libyaml's marks count characters; everything else counts bytes. */
struct place {
    size_t byte, index; /* INDEX: characters before it */
    int line, column;   /* from 1 */
};

/* The place before the first character: behind a byte order mark. */
struct place place_first(struct str source);
/* Moves PLACE on to the character INDEX; an INDEX that lies behind it leaves it where it is. */
void place_to_index(struct str source, struct place *place, size_t index);

/* Size, encoding, characters and directives of SOURCE are such as may be read. libyaml would spend
 * quadratic time on directives and tells no place for a bad character, hence before it. */
bool source_check(struct str source, struct yaml_failure *failure);
/* Where SOURCE holds more than white space, comments and "..." at or after FROM; its length where
 * it does not. */
size_t source_more(struct str source, size_t from);
/* FAILURE at BYTE of SOURCE; false. */
bool source_fail(struct str source, size_t byte, struct yaml_failure *failure, const char *format,
                 ...) __attribute__((format(printf, 4, 5)));
/* The first 40 bytes of S or fewer, whole characters: for messages. */
struct str source_cut(struct str s);

/* What PROBLEM, libyaml's words, means to who wrote the file. */
const char *source_sentence(const char *problem);

#endif
