/* SPDX-License-Identifier: ISC */
#include "outside.h"

#include "dossier/base/count.h"
#include "dossier/model/recurring.h"
#include "dossier/reading/body.h"

/* What was taken for something else at byte AT is looked at once more: nobody has kept it. */
static void tell_kind(const struct article *article, uint32_t at, struct buf *out)
{
    struct arena *arena = arena_new();
    struct seeing seeing = {.text = article->text, .from = article->front.end};
    struct seen seen;
    const char *kind = "an empty line";
    body_see(&seeing, arena, &seen);
    for (size_t i = 0; i < seen.rest.len; i++) {
        if (span_holds(seen.rest.at[i].span, at))
            kind = part_kind_name(seen.rest.at[i].kind);
    }
    buf_printf(out, "by its words and its place, %s", kind);
    arena_free(arena);
}

bool outside_recurs(const struct corpus *corpus, uint32_t number, uint32_t at, struct buf *out)
{
    static const char *const of[] = {[RECURRING_SOURCE] = "of this source",
                                     [RECURRING_SITE] = "of this site",
                                     [RECURRING_FOLDER] = "in this folder"};
    enum recurring_within within;
    size_t others = recurring_others(corpus, number, at, &within);
    if (others)
        buf_printf(out, "it stands in %s other articles %s", COUNT_ARG(others), of[within]);
    return others > 0;
}

void outside_tell(const struct corpus *corpus, uint32_t number, uint32_t at, struct buf *out)
{
    const struct article *article = corpus_article(corpus, number);
    if (at < article->front.end)
        buf_chars(out, "it is the front matter");
    else if (!(article->worked_out & ARTICLE_BODY))
        buf_chars(out, "what is the article is stated");
    else if (!outside_recurs(corpus, number, at, out))
        tell_kind(article, at, out);
}
