/* SPDX-License-Identifier: ISC */
/* The articles as the list shows them: in an order, perhaps filtered, perhaps under headings that
 * can be folded. A row is an article or a heading; neither is held as such. What is held is the
 * order of all articles, which of them pass, and where each group begins. */
#ifndef DOSSIER_STATE_LISTING_H
#define DOSSIER_STATE_LISTING_H

#include "dossier/model/corpus.h"
#include "dossier/state/sift.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum list_order {
    ORDER_DATE,
    ORDER_TITLE,
    ORDER_SOURCE,
    ORDER_MENTIONS, /* of the thread; where there is none, of all actors */
    ORDER_UNREAD,
    ORDER_PATH,
    ORDER_COUNT
};
enum grouping { GROUPING_NONE, GROUPING_MONTH, GROUPING_SOURCE, GROUPING_COUNT };

/* All articles in one order. */
struct order {
    const uint32_t *at;   /* article numbers */
    const uint32_t *rank; /* for each number its place in AT; of one that is gone len or more */
};

/* Each made when it is first asked for; of the articles of this generation. */
struct orders {
    struct order by[ORDER_COUNT]; /* on the heap; AT is NULL: not made */
    struct order grouped;         /* the one that was asked for last under a grouping */
    enum list_order grouped_by;
    enum grouping grouping;
    uint32_t *sources; /* for each article the rank of its source */
    struct {
        struct order *at;
        size_t len, cap;
    } old; /* to be freed */
};

/* Articles that follow one another and have the month or the source in common. */
struct list_group {
    uint32_t key;   /* months since year 0, or the rank of the source; what has none is largest */
    uint32_t first; /* the first article, counted among those that are shown */
    uint32_t row;   /* of its heading */
    bool folded;    /* only the heading is shown */
};

struct listing {
    const struct corpus *corpus;
    struct order order;
    bool reversed;
    struct sift sift; /* of places in the order, from the last on where it is reversed */
    bool of_folder;   /* only what a saved search has found is listed */
    enum grouping grouping;
    const uint32_t *sources; /* for each article the rank of its source; by GROUPING_SOURCE */
    struct {
        struct list_group *at;
        size_t len, cap;
    } groups; /* of the articles shown; none where they are not grouped */
    struct {
        uint32_t *at; /* keys of groups */
        size_t len, cap;
        bool unfolded; /* they are those that are not folded, else those that are */
    } folds;
};

/* Articles that pass the filter, folded away or not. */
size_t listing_count(const struct listing *listing);
/* Article INDEX of these. */
uint32_t listing_nth(const struct listing *listing, size_t index);
/* As which of these ARTICLE comes; listing_count where it does not pass. */
size_t listing_index(const struct listing *listing, uint32_t article);

/* Rows, headings among them. */
size_t listing_rows(const struct listing *listing);
/* The article on ROW; ARTICLE_NONE on a heading and where there is no row. */
uint32_t listing_article(const struct listing *listing, size_t row);
/* The group that ROW belongs to, its heading or an article; NULL where there are no groups. */
const struct list_group *listing_group(const struct listing *listing, size_t row);
/* ROW is a heading. */
bool listing_is_heading(const struct listing *listing, size_t row);
/* The row of article INDEX; of its heading where it is folded away. */
size_t listing_row(const struct listing *listing, size_t index);
/* How many articles GROUP has. */
size_t listing_group_size(const struct listing *listing, const struct list_group *group);
/* Its name: "Nov 2025", a source, or that there is none. In ARENA. */
struct str listing_group_name(struct arena *arena, const struct listing *listing,
                              const struct list_group *group);

#endif
