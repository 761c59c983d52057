/* SPDX-License-Identifier: ISC */
#include "dossier/notes/verdict.h"

#include "dossier/base/memory.h"

struct verdict verdict_copy(struct arena *arena, const struct verdict *verdict)
{
    struct verdict copy = *verdict;
    copy.anchor = note_copy(arena, &verdict->anchor);
    copy.form = arena_str(arena, verdict->form);
    copy.actor = arena_str(arena, verdict->actor);
    return copy;
}

bool verdict_knows(const struct verdict *verdict, const struct tags *tags)
{
    bool printed = verdict->said && str_is(verdict->actor, VERDICT_AS_PRINTED);
    return !verdict->actor.len || printed || tags_actor(tags, verdict->actor) != ACTOR_NONE;
}

bool verdict_same_place(const struct verdict *a, const struct verdict *b)
{
    const struct note *x = &a->anchor, *y = &b->anchor;
    if (x->has_passage != y->has_passage || a->said != b->said)
        return false;
    if (!x->has_passage)
        return str_eq(a->form, b->form) && str_eq(x->article, y->article);
    return note_is_placed(x) && note_is_placed(y) && x->number == y->number &&
           x->span.start == y->span.start && x->span.end == y->span.end;
}

const char *verdict_standing_name(enum verdict_standing standing)
{
    static const char *const names[] = {[VERDICT_COUNTS] = "counts",
                                        [VERDICT_OVERRULED] = "overruled",
                                        [VERDICT_DISPUTED] = "disputed",
                                        [VERDICT_LOST] = "lost",
                                        [VERDICT_UNKNOWN] = "unknown-actor"};
    return names[standing];
}
