/* SPDX-License-Identifier: ISC */
/* A search under way: what its parts share. */
#ifndef DOSSIER_SRC_SEARCH_HUNT_H
#define DOSSIER_SRC_SEARCH_HUNT_H

#include "dossier/reading/quotes.h"
#include "dossier/search/search.h"
#include "dossier/text/regex.h"
#include "tree.h"

/* What is known of one leaf. */
struct leaf {
    bool looked_up;       /* PLACES are all there are */
    struct places places; /* by article and start */
    size_t next;          /* those of the article in hand begin here */
    size_t bound;         /* no more places than that */
    struct regex *regex;
    bool told;           /* PLACES are those of words that hold what each match must: of its
                            articles, not yet of matches */
    const bool *nowhere; /* by rank: the expression was tried there, and has no match; or NULL */
    uint32_t here;       /* places in the article in hand */
    double rarity;       /* what a place is worth to the score */
    bool in_the_score;   /* it can add to it */
};

struct search {
    const struct query *query;
    const struct library *library;
    struct arena *arena;
    struct leaf *leaves;
    struct search_found found;
    /* the way: ranks by date, all from AT to END, or those that are listed */
    uint32_t *ranks; /* NULL: all */
    size_t at, end;
    uint32_t article;         /* the one in hand */
    size_t read;              /* bytes of it that were looked at */
    struct lexicons lexicons; /* empty till somebody's words are asked for */
    double length;            /* words of an article on the average */
    const struct query_node
        *stopped; /* an expression that tried too much, in the article in hand */
};

/* Looks up what is rare enough, MOST places in all, and decides which articles can answer. */
void plan_make(struct search *search, const struct notebook *notebook, size_t most);

/* The longest run of ASCII letters and digits that every match of the expression PATTERN holds, in
 * one word therefore; "" where it is short, or that can't be told. A slice of PATTERN. */
struct str literal_of(struct str pattern);

/* Whether the article in hand answers the query; if so, its places are added to what was found, in
 * order. */
bool gather_article(struct search *search);

/* What the leaves are worth, once they are looked up. */
void score_begin(struct search *search);
/* The score of the article in hand. */
double score_article(const struct search *search);

/* What stands for an article as a whole: its first paragraph that is not boilerplate. */
struct place hunt_place_of(const struct library *library, uint32_t number);
/* For qsort: by article, start, longest first. */
int hunt_by_place(const void *a, const void *b);

#endif
