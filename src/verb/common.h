/* SPDX-License-Identifier: ISC */
/* What several verbs need: telling, options, articles and actors by name, the looks of dates and
 * places. */
#ifndef DOSSIER_VERB_COMMON_H
#define DOSSIER_VERB_COMMON_H

#include "dossier/base/error.h"
#include "dossier/search/saved.h"
#include "dossier/verb/rows.h"
#include "dossier/verb/verb.h"
#include "tell.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define VERB_CONTEXT 40 /* characters before and after a place, as the contract of jsonl says */

/* Where tags.yaml names nobody: how to begin. */
void verb_tell_no_actors(const struct verb_call *call);
void verb_tell_problem(const struct verb_call *call, const struct problem *problem);

/* The value that was given last for an option ("" where it takes none); NULL if it was not given.
 */
const char *verb_value(const struct verb_call *call, const char *option);
/* VERB has an option of its own with this name. */
bool verb_owns(const struct verb *verb, const char *option);
/* Which of WORDS (parted by spaces) the option's value is, from 0; OTHERWISE if it was not given.
 * False, and told, where it is none. */
bool verb_word(const struct verb_call *call, const char *option, const char *words, int otherwise,
               int *out);

/* Which of the verb's COUNT actions its first operand names. They are structs of SIZE bytes that
 * begin with their name, a const char *. NULL, and told, where it names none. */
const void *verb_action(const struct verb_call *call, const void *actions, size_t count,
                        size_t size);

/* The article, or actor, meant by NAME. False, and told, where there is none, or more than one. */
bool verb_article_named(const struct verb_call *call, struct str name, uint32_t *out);
bool verb_actor_named(const struct verb_call *call, struct str name, uint32_t *out);
/* The same for an option: ARTICLE_NONE, ACTOR_NONE where it was not given. */
bool verb_article_option(const struct verb_call *call, uint32_t *out);
bool verb_actor_option(const struct verb_call *call, uint32_t *out);

/* The operands from FIRST on as one text, so that a query without brackets or marks needs no
 * quoting in a shell. */
struct str verb_join(const struct verb_call *call, size_t first);
/* The saved searches of the dossier; what is wrong with their file is told. */
const struct saved_searches *verb_saved(const struct verb_call *call);
/* The rows of a verb's listing. */
struct rows *verb_rows(const struct verb_call *call, const struct column *columns, size_t count);
/* Closes them; nothing found is a status of its own. */
enum status verb_close(struct rows *rows);

/* SPAN of the article as stored. */
struct span verb_stored(const struct article *article, struct span span);
/* Its day for a table: "27 Nov 2025 ", and "21 Aug 2025~" where it was worked out. */
struct cell verb_day_cell(const struct verb_call *call, const struct article *article);
/* "001 ¶2"; and the same for a table. */
struct str verb_place_name(const struct verb_call *call, uint32_t article, uint32_t at);
struct cell verb_place_cell(const struct verb_call *call, uint32_t article, uint32_t at);
/* Byte AT of an article for grep; the file as it is found from here. */
struct rows_place verb_place(const struct verb_call *call, uint32_t article, uint32_t at,
                             struct str text);
/* BEFORE, WHAT and AFTER on one line. */
struct str verb_context(const struct verb_call *call, struct str before, struct str what,
                        struct str after);
/* A file of the dossier as it is found from here. */
struct str verb_file(const struct verb_call *call, struct str path);

#endif
