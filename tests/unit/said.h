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

static inline void said_find(const char *tags, const char *text, enum said_which which,
                             struct buf *out)
{
    struct small_article article = {"a.txt", "2025-06-01", text, 0, 0};
    struct library *library = small_library(tags, &article, 1);
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    struct lexicons lexicons = {0};
    struct quotations found = {0};
    lexicons_open(arena, &lexicons, &problems);
    cr_expect_eq(problems.len, 0);
    quotes_find(arena, &(struct quotes_source){library, 0, &lexicons}, &found);
    for (size_t i = 0; i < found.len; i++) {
        if (said_is(&found.at[i], which))
            said_add(library, &found.at[i], out);
    }
    arena_free(arena);
    library_free(library);
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
