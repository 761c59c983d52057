/* SPDX-License-Identifier: ISC */
/* An expression has to be tried on every text. Where somebody waits for all of that, it is tried on
 * all cores beforehand, and the steps pass over the articles in which it has no match. */
#include "dossier/base/memory.h"
#include "dossier/base/parallel.h"
#include "hunt.h"

#include <stdatomic.h>

#define AT_A_TIME 256 /* articles */

struct trying {
    const struct search *search;
    struct str expression;
    bool *nowhere; /* by rank */
    atomic_size_t next;
};

static void try_article(const struct trying *trying, const struct regex *regex, size_t rank)
{
    const struct corpus *corpus = &trying->search->library->corpus;
    uint32_t article = corpus->by_date[rank];
    const struct corpus_part *part = corpus_part(corpus, article);
    struct span span;
    trying->nowhere[rank] = regex_next(regex, segment_text(part->segment, article - part->first), 0,
                                       &span) == REGEX_NONE;
}

/* What keeps one expression from being used by two threads is its own memory for a match. */
static void work(void *context, unsigned nth)
{
    struct trying *trying = context;
    size_t at, from, end = trying->search->end;
    struct regex *regex = regex_make(trying->expression, &at, NULL);
    (void)nth;
    while (regex && (from = atomic_fetch_add(&trying->next, AT_A_TIME)) < end) {
        for (size_t rank = from; rank < end && rank < from + AT_A_TIME; rank++)
            try_article(trying, regex, rank);
    }
    regex_free(regex);
}

static void try_all(struct search *search, const struct query_node *node)
{
    if (node->left)
        try_all(search, node->left);
    if (node->right)
        try_all(search, node->right);
    if (node->kind != QUERY_REGEX)
        return;
    struct trying trying = {.search = search, .expression = node->text};
    trying.nowhere = arena_many(search->arena, bool, search->end);
    atomic_store(&trying.next, search->at);
    parallel_run(parallel_workers(), work, &trying);
    search->leaves[node->leaf].nowhere = trying.nowhere;
}

void search_ahead(struct search *search)
{
    if (!search->ranks) /* else something rarer tells the articles */
        try_all(search, search->query->root);
}
