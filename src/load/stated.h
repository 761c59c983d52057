/* SPDX-License-Identifier: ISC */
/* Numbers made of what tags.yaml says, so that it is known whether it says something else. */
#ifndef DOSSIER_LOAD_STATED_H
#define DOSSIER_LOAD_STATED_H

#include "dossier/load/tags_file.h"

/* Of all tags that were renamed; 0: none was. */
uint64_t stated_renames(const struct tags *tags);
/* Of ENTRY (which may be NULL) and of the tags that were RENAMED; 0 where there is nothing. */
uint32_t stated_number(const struct tags_entry *entry, uint64_t renamed);
/* Of all that is stated of articles, in the order of ENTRIES; 0 where there is nothing. */
uint64_t stated_all(const struct tags_entries *entries, uint64_t renamed);

#endif
