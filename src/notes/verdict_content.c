/* SPDX-License-Identifier: ISC */
#include "verdict_content.h"

#include "dossier/base/memory.h"
#include "versions.h"

/* A rule for all articles has no place to be found. */
static void anchor(struct arena *arena, struct anchor_finder *finder, struct verdict *verdict)
{
    if (verdict->anchor.article.len)
        anchor_find(finder, arena, &verdict->anchor);
}

void verdict_anchor_all(struct arena *arena, struct anchor_finder *finder,
                        struct notes_content *content)
{
    for (size_t i = 0; i < content->verdicts.len; i++)
        anchor(arena, finder, &content->verdicts.at[i]);
}

bool verdict_same_all(const struct notes_content *a, const struct notes_content *b)
{
    bool same = a->verdicts.len == b->verdicts.len;
    for (size_t i = 0; same && i < a->verdicts.len; i++) {
        const struct verdict *x = &a->verdicts.at[i], *y = &b->verdicts.at[i];
        same = version_same(&x->anchor, &y->anchor) && str_eq(x->form, y->form) &&
               x->said == y->said && str_eq(x->actor, y->actor);
    }
    return same;
}

void verdict_take_over(struct arena *arena, struct anchor_finder *finder,
                       struct notes_content *content, const struct notes_change *change,
                       const struct str *shown)
{
    struct str id = change->verdict->anchor.id;
    size_t kept = 0;
    for (size_t i = 0; i < content->verdicts.len; i++) {
        if (!str_eq(content->verdicts.at[i].anchor.id, id))
            content->verdicts.at[kept++] = content->verdicts.at[i];
    }
    content->verdicts.len = kept;
    if (!change->on)
        return;
    struct verdict verdict = verdict_copy(arena, change->verdict);
    verdict.anchor.file = *shown;
    verdict.anchor.line = 0;
    anchor(arena, finder, &verdict);
    *vec_add(arena, &content->verdicts) = verdict;
}
