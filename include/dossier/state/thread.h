/* SPDX-License-Identifier: ISC */
/* The thread in hand: the places that n walks. */
#ifndef DOSSIER_STATE_THREAD_H
#define DOSSIER_STATE_THREAD_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/model/library.h"
#include "dossier/model/pattern.h"
#include "dossier/notes/notebook.h"
#include "dossier/search/saved.h"

#include <stdbool.h>
#include <stddef.h>

enum thread_kind { THREAD_NONE, THREAD_ACTOR, THREAD_SEARCH, THREAD_TAG, THREAD_PASSAGE };

/* What a thread is made from; enough to make it again in a new generation. */
struct thread_wish {
    enum thread_kind kind;
    struct str words; /* an actor's id, a query, a tag, a passage */
    bool unseen;      /* only what was not on the screen yet */
};

struct thread_place {
    uint32_t article;
    struct span span;
    uint32_t mention; /* or MENTION_NONE */
    struct str note;  /* its id, or empty */
    bool ticked;      /* to be noted with others */
};

struct thread {
    struct arena *arena; /* owns all below */
    struct thread_wish wish;
    struct str name;         /* "Volodymyr Zelenskyy", "/peace deal", "#paris" */
    uint32_t actor;          /* or ACTOR_NONE */
    struct thread_place *at; /* articles by date, then by start */
    size_t len, cap;
    size_t articles; /* how many articles it is in */
    size_t current;  /* the place last gone to; len where none was yet */
    size_t ticked;   /* how many places are */
    /* of a search */
    struct query *query;
    struct search *search; /* what finds the places */
    size_t taken;          /* of its answers, as many are here */
    bool going;            /* there may be more: thread_go_on */
    bool cut;              /* there are more than the thread holds, or it was stopped */
    uint32_t *order;       /* places from the best article down, on the heap; NULL: by date */
    uint32_t *standing;    /* of each place, where it is in ORDER; likewise */
};

#define THREAD_MOST ((size_t)50000) /* places of a search */

/* Makes the thread anew; false, with the thread as it was, where the wish can't be met. A search is
 * only begun: it has no place before thread_go_on. */
bool thread_make(struct thread *thread, const struct thread_wish *wish,
                 const struct library *library, const struct notebook *notebook,
                 const struct saved_searches *saved, const struct counting *counting,
                 struct error *error);
void thread_free(struct thread *thread);
/* A search goes on through about BYTES of text and adds what it found; then GOING tells whether
 * there may be more. False, with a sentence, where it had to stop. */
bool thread_go_on(struct thread *thread, size_t bytes, struct error *error);
/* A search finds no more. */
void thread_stop(struct thread *thread);
/* Orders the places of a search by rank, or by date again. Other threads are left by date. */
void thread_rank(struct thread *thread, bool ranked);
/* The place that stands at POSITION in the order in force, and where a place stands; len for len.
 */
size_t thread_nth(const struct thread *thread, size_t position);
size_t thread_standing(const struct thread *thread, size_t place);
/* "312 places in 41 articles", "more than …", "… so far". */
struct str thread_extent(const struct thread *thread, struct arena *arena);
/* The first place at or after byte AT of ARTICLE in the thread's order; len where there is none. */
size_t thread_from(const struct thread *thread, const struct corpus *corpus, uint32_t article,
                   uint32_t at);
/* The first place in an article of day D or later, or in an undated one; those stand last. */
size_t thread_since(const struct thread *thread, const struct corpus *corpus, day d);
/* The places in ARTICLE: the first, and behind the last *END. */
size_t thread_in(const struct thread *thread, const struct corpus *corpus, uint32_t article,
                 size_t *end);
/* The place that holds byte AT of ARTICLE; len where there is none. */
size_t thread_at(const struct thread *thread, const struct corpus *corpus, uint32_t article,
                 uint32_t at);

#endif
