/* SPDX-License-Identifier: ISC */
/* A small dossier, and what the evidence check says of drafts that quote it. */
#ifndef DOSSIER_TESTS_PROVED_H
#define DOSSIER_TESTS_PROVED_H

#include "dossier/base/memory.h"
#include "dossier/proof/draft.h"
#include "dossier/proof/proof.h"
#include "small.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

struct proved {
    struct arena *arena;
    struct library *library;
    struct proof proof; /* of the last check */
};

static const char proved_tags[] =
    "actors:\n"
    "  - {id: ada-berg, name: Ada Berg, kind: person, aliases: [Berg]}\n"
    "  - {id: carl-dorn, name: Carl Dorn, kind: person, aliases: [Dorn]}\n";

#define PROVED_BRIDGE                                                                               \
    "The old bridge is shut\n\n"                                                                    \
    "“The old bridge will stay shut until spring, and nobody knows who pays for it,” said Ada " \
    "Berg, the mayor. “We can’t wait any longer than that.” She asked for 600,000 crowns in " \
    "non-public aid.\n\n"                                                                           \
    "The council met on 3 May. It heard nine speakers — most of them angry — and then it "      \
    "voted. “I never said that it was safe. I said that it was old. We should have closed "       \
    "it,” Carl Dorn told the council.\n\n"                                                        \
    "“Every pier was looked at twice,” Dorn said.\n\n"                                          \
    "“A café on the quay is all that is left. Nobody comes.\n\n"                                 \
    "“The ferry was better than the bridge ever was.”\n"

#define PROVED_FERRY                                                                      \
    "Ferries run again\n\nThe ferry crosses the river four times a day now. Its captain " \
    "calls it ‘a good year’ for boats. US-owned ships are not meant.\n\n"

#define PROVED_ADVERT "Buy the new and better umbrella today, before it rains.\n"

static inline struct proved proved_begin(void)
{
    static const struct small_article articles[] = {
        {"001_bridge.txt", "2025-05-04", PROVED_BRIDGE, 0, 0},
        {"002_ferry.txt", "2025-06-10", PROVED_FERRY PROVED_ADVERT, 0, sizeof PROVED_FERRY - 1},
    };
    struct proved proved = {.arena = arena_new(),
                            .library = small_library(proved_tags, articles, COUNT(articles))};
    struct article *article = (struct article *)corpus_article(&proved.library->corpus, 0);
    article_paragraphs(article); /* as they were before it had a title */
    article->facts.title = STR("The old bridge is shut");
    article->facts.url = STR("https://gazette.example/bridge");
    return proved;
}

static inline void proved_end(struct proved *proved)
{
    library_free(proved->library);
    arena_free(proved->arena);
}

static inline void proved_check(struct proved *proved, const char *file, const char *draft)
{
    struct error error = {0};
    cr_assert(proof_check(proved->arena, proved->library, str_of(draft), str_of(file),
                          &proved->proof, &error),
              "%s", error.text);
}

/* The codes of what DRAFT's check lists, parted by spaces; a warning's with "~". */
static inline const char *proved_codes(struct proved *proved, const char *file, const char *draft)
{
    struct buf codes = {0};
    proved_check(proved, file, draft);
    for (size_t i = 0; i < proved->proof.problems.len; i++) {
        const struct problem *problem = &proved->proof.problems.at[i];
        buf_printf(&codes, "%s%s%s", i ? " " : "", problem->severity == SEVERITY_WARNING ? "~" : "",
                   problem->code);
    }
    const char *copy = arena_chars(proved->arena, buf_view(&codes));
    buf_free(&codes);
    return copy;
}

/* The quotations that DRAFT is read as, parted by "|"; a block's after ">", one whose marks are no
 * pair after "?". */
static inline const char *proved_quotations(struct proved *proved, const char *file,
                                            const char *draft_text)
{
    static const char *const signs[] = {"", ">", "?", "?"};
    struct draft draft;
    struct buf all = {0};
    struct error error = {0};
    cr_assert(draft_read(proved->arena, str_of(draft_text), str_of(file), &draft, &error), "%s",
              error.text);
    for (size_t i = 0; i < draft.quotations.len; i++)
        buf_printf(&all, "%s%s%.*s", i ? "|" : "", signs[draft.quotations.at[i].kind],
                   STR_ARG(draft.quotations.at[i].words));
    const char *copy = arena_chars(proved->arena, buf_view(&all));
    buf_free(&all);
    return copy;
}

/* DRAFT, a paragraph of Markdown, is checked with CODES as the outcome. */
#define expect_codes(draft, codes) expect_codes_of("draft.md", draft, codes)
#define expect_codes_of(file, draft, codes)                       \
    do {                                                          \
        struct proved proved_ = proved_begin();                   \
        const char *found_ = proved_codes(&proved_, file, draft); \
        cr_expect_str_eq(found_, codes, "%s: %s", draft, found_); \
        proved_end(&proved_);                                     \
    } while (0)
#define expect_quotations(file, draft, quotations)                     \
    do {                                                               \
        struct proved proved_ = proved_begin();                        \
        const char *found_ = proved_quotations(&proved_, file, draft); \
        cr_expect_str_eq(found_, quotations, "%s: %s", draft, found_); \
        proved_end(&proved_);                                          \
    } while (0)
/* The first problem's message holds WORDS. */
#define expect_message(draft, words)                                                       \
    do {                                                                                   \
        struct proved proved_ = proved_begin();                                            \
        proved_check(&proved_, "draft.md", draft);                                         \
        cr_assert_gt(proved_.proof.problems.len, 0, "%s", draft);                          \
        struct str message_ = proved_.proof.problems.at[0].message;                        \
        cr_expect_geq(str_find(message_, str_of(words), 0), 0, "%.*s", STR_ARG(message_)); \
        proved_end(&proved_);                                                              \
    } while (0)

#endif
