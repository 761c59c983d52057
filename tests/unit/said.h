/* SPDX-License-Identifier: ISC */
/* What is said in small articles, in short. */
#ifndef DOSSIER_TESTS_SAID_H
#define DOSSIER_TESTS_SAID_H

#include "dossier/base/memory.h"
#include "dossier/reading/quotes.h"
#include "small.h"

#include <criterion/criterion.h>

/* A text, and what is said in it: a quotation each, parted by "; ": its sign (" whole, ' a part, ~
 * a term, : reported), its words, " - " and the speaker as printed, "=" and the actor where one is
 * known; "+" before the sign where it runs on. */
struct said_case {
    const char *text, *said;
};

static inline void said_add(const struct library *library, const struct quotation *q,
                            struct buf *out)
{
    struct str text = corpus_article(&library->corpus, 0)->text;
    buf_chars(out, out->len ? "; " : "");
    buf_chars(out, q->continues ? "+" : "");
    buf_char(out, "\"'~:"[q->kind]);
    buf_str(out, span_of(text, q->span));
    if (quotation_has(q->speaker_span)) {
        buf_chars(out, " - ");
        buf_str(out, span_of(text, q->speaker_span));
    }
    if (q->speaker != ACTOR_NONE) {
        buf_char(out, '=');
        buf_str(out, library->tags.at[q->speaker].id);
    }
}

enum said_which {
    SAID_MARKED,   /* only what stands between marks */
    SAID_REPORTED, /* only what is reported without them */
    SAID_ALL
};

static inline bool said_is(const struct quotation *q, enum said_which which)
{
    return which == SAID_ALL || (q->kind == QUOTATION_REPORTED) == (which == SAID_REPORTED);
}

/* A small article that was read; of SOURCE, or NULL. */
struct said_small {
    struct library *library;
    struct arena *arena;
    struct quotations found;
};

static inline struct said_small said_open(const char *tags, const char *source, const char *text)
{
    struct said_small small = {.arena = arena_new()};
    struct small_article article = {
        .path = "a.txt", .date = "2025-06-01", .text = text, .source = source};
    struct problems problems = {.arena = small.arena};
    struct lexicons lexicons = {0};
    small.library = small_library(tags, &article, 1);
    lexicons_open(small.arena, &lexicons, &problems);
    cr_expect_eq(problems.len, 0);
    quotes_find(small.arena, &(struct quotes_source){small.library, 0, &lexicons}, &small.found);
    return small;
}

static inline void said_close(struct said_small *small)
{
    arena_free(small->arena);
    library_free(small->library);
}

static inline void said_find(const char *tags, const char *text, enum said_which which,
                             struct buf *out)
{
    struct said_small small = said_open(tags, NULL, text);
    for (size_t i = 0; i < small.found.len; i++) {
        if (said_is(&small.found.at[i], which))
            said_add(small.library, &small.found.at[i], out);
    }
    said_close(&small);
}

static inline void said_check(const char *tags, const struct said_case *cases, size_t count,
                              enum said_which which)
{
    for (size_t i = 0; i < count; i++) {
        struct buf found = {0};
        said_find(tags, cases[i].text, which, &found);
        cr_expect(str_is(buf_view(&found), cases[i].said), "in “%s”\n  found  %.*s\n  wanted %s",
                  cases[i].text, STR_ARG(buf_view(&found)), cases[i].said);
        buf_free(&found);
    }
}

#endif
