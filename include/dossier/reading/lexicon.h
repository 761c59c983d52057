/* SPDX-License-Identifier: ISC */
/* The words of each language by which a text tells who said what: data files, built into the
 * program, to which the user's files add (word_files). See dossier-quotes(5).
 */
#ifndef DOSSIER_READING_LEXICON_H
#define DOSSIER_READING_LEXICON_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LEXICON_LONGEST 5 /* words of a phrase */

enum lexicon_number {
#define WORDS(name, key) LEXICON_NUMBER_##name,
#include "dossier/reading/lexicon.def"
#undef WORDS
    LEXICON_LISTS
};

/* A set of them is the sum of these. */
#define LEXICON(name) (UINT64_C(1) << LEXICON_NUMBER_##name)

struct lexicon; /* of one language */

struct lexicons {
    const struct lexicon **at;
    size_t len, cap;
};

/* All languages, in ARENA. What is wrong with a user's file is a problem; what is right in it is
 * still taken. */
void lexicons_open(struct arena *arena, struct lexicons *out, struct problems *problems);
/* The language of TEXT: the one whose small words (articles, prepositions, pronouns) are most
 * frequent in its first thousand; the first where none is. */
const struct lexicon *lexicons_of(const struct lexicons *lexicons, struct str text);
/* Its code: "en". */
struct str lexicon_language(const struct lexicon *lexicon);
/* MARK opens quotations in it. */
bool lexicon_opens(const struct lexicon *lexicon, uint32_t mark);
/* Its subjects often stand behind their verbs: "sagte Anna Lind". */
bool lexicon_puts_verb_first(const struct lexicon *lexicon);
/* Its nouns are written with a capital, so that a capital does not tell a name. */
bool lexicon_has_capital_nouns(const struct lexicon *lexicon);
/* It has no articles, so that a noun alone may be a known one: "агентство пишет". */
bool lexicon_has_no_articles(const struct lexicon *lexicon);
/* The lists that a word, or a phrase of folded words parted by single spaces, stands in; 0: none.
 * Folded as words_next does; a word behind an apostrophe begins with one. */
uint64_t lexicon_of(const struct lexicon *lexicon, struct str folded);
/* How many words the longest phrase has that begins with this one; 1 where there is none. */
size_t lexicon_longest(const struct lexicon *lexicon, struct str folded);

#endif
