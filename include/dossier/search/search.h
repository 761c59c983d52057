/* SPDX-License-Identifier: ISC */
/* Running a query over the corpus: whole at once, or a little at a time between keys. */
#ifndef DOSSIER_SEARCH_SEARCH_H
#define DOSSIER_SEARCH_SEARCH_H

#include "dossier/model/library.h"
#include "dossier/model/pattern.h"
#include "dossier/notes/notebook.h"
#include "dossier/search/query.h"

#include <stdbool.h>
#include <stddef.h>

struct search;

/* An article that answers the whole query. */
struct search_answer {
    uint32_t article;
    size_t first, count; /* its places, by start */
    double score;        /* by search_order; 0 for a query that asks for fields alone */
};

/* What was found so far, articles by date. A place for each word, phrase, actor, expression and
 * note of the query that matched; what stands under NOT gives none, and a query of fields alone
 * gives a place an article, its headline. */
struct search_found {
    struct places places;
    struct {
        struct search_answer *at;
        size_t len, cap;
    } answers;
};

/* As many places are looked up before the first step, where keys wait: with more, the first screens
 * are filled sooner by reading articles. */
size_t search_at_once(const struct corpus *corpus);

/* Begins a search for QUERY, which must live as long, as must LIBRARY. Words, phrases and actors
 * that have more than MOST places are not looked up: articles are read for them one by one. Without
 * NOTEBOOK, which is not kept, note: finds nothing. */
struct search *search_begin(const struct query *query, const struct library *library,
                            const struct notebook *notebook, size_t most);
/* For who then takes all steps at once: what can be done on all cores is done, and they are quick.
 */
void search_ahead(struct search *search);
/* Goes on through articles till about BYTES of text were looked at, one article at least. False
 * where nothing is left to do. */
bool search_step(struct search *search, size_t bytes);
const struct search_found *search_found(const struct search *search);
/* How many articles were looked at, of how many. */
size_t search_done(const struct search *search, size_t *all);
/* False, with a sentence, where an expression was stopped because it tried too much: then nothing
 * is left to do, and what was found before stays. */
bool search_is_good(const struct search *search, struct error *error);
void search_end(struct search *search); /* NULL is fine */

/* From the best answer down: the numbers of ANSWERS, in ORDER, which has room for COUNT. Of equal
 * ones the earlier goes first. The score is BM25 (Robertson and Zaragoza, The Probabilistic
 * Relevance Framework, 2009), over the query's words, phrases, actors and expressions. */
void search_order(const struct search_answer *answers, size_t count, uint32_t *order);

/* All at once: adds the places to OUT, in ARENA. False as search_is_good. */
bool search_run(const struct query *query, const struct library *library,
                const struct notebook *notebook, struct arena *arena, struct places *out,
                struct error *error);

#endif
