/* SPDX-License-Identifier: ISC */
/* The words of languages: YAML files KIND-LANGUAGE.yaml. Those of the program are built in, so that
 * it needs no folder of data; the user's own, in the folder words/ beside config.yaml, add to them
 * or bring a further language. */
#ifndef READING_WORD_FILES_H
#define READING_WORD_FILES_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/base/str.h"
#include "dossier/yaml/schema.h"

/* Made from the files in data/ when the program is built; the last has no name. */
struct built_in_words {
    const char *name, *text;
};
extern const struct built_in_words built_in_words[];

/* Takes one file: LANGUAGE is what its name says ("en"), ROOT a map. */
typedef void word_file_take(void *context, struct arena *arena, struct str language,
                            const struct schema_report *report, const struct yaml_node *root);

/* Gives all files of KIND ("times") to TAKE, built-in ones first, each in order of name. Trees and
 * texts are in ARENA; what is wrong with one is a problem, and the others are read. */
void word_files_read(struct arena *arena, struct str kind, word_file_take *take, void *context,
                     struct problems *problems);

#endif
