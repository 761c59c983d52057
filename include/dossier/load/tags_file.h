/* SPDX-License-Identifier: ISC */
/* tags.yaml: reading it, and changing what it says of tags in place. See dossier-tags(5). */
#ifndef DOSSIER_LOAD_TAGS_FILE_H
#define DOSSIER_LOAD_TAGS_FILE_H

#include "dossier/base/error.h"
#include "dossier/model/article.h"
#include "dossier/model/tags.h"
#include "dossier/yaml/schema.h"

#define TAGS_FILE "tags.yaml"

/* What the file says of one article. */
struct tags_entry {
    struct str path;
    int line, column;
    struct facts facts;
};

struct tags_entries {
    struct tags_entry *at;
    size_t len, cap;
};

/* Reads SOURCE into TAGS and ENTRIES; what is wrong goes to PROBLEMS and is left out, the rest is
 * taken. FILE is its name in problems. Memory from ARENA. */
void tags_read(struct arena *arena, struct str source, struct str file, struct tags *tags,
               struct tags_entries *entries, struct problems *problems);
/* The facts in a map with the keys of an entry of `articles:`; for front matter too. */
void tags_read_facts(struct arena *arena, const struct schema_report *report,
                     const struct yaml_node *map, struct facts *facts);

/* Changes to the tags.yaml of FOLDER, under its lock, comments kept, saved at once. */
/* Describes TAG; an empty DESCRIPTION takes it away. */
bool tags_describe(const char *folder, struct str tag, struct str description, struct error *error);
/* From now on FROM is called TO, in all notes and articles of the dossier, whoever wrote them: TO's
 * entry lists it among its former names. Where TO was there already, the two are one from now on.
 */
bool tags_rename(const char *folder, struct str from, struct str to, struct error *error);
/* Takes that back: FROM is a tag of its own again. */
bool tags_part(const char *folder, struct str from, struct str to, struct error *error);

#endif
