/* SPDX-License-Identifier: ISC */
#include "dossier/notes/verdicts.h"

#include "dossier/base/day.h"
#include "dossier/base/hash.h"
#include "dossier/base/memory.h"
#include "shelf.h"
#include "store.h"
#include "verdict_gather.h"

static bool is_own(const struct notebook *notebook, const struct verdict *verdict)
{
    return str_is(verdict->anchor.by, notebook->writer);
}

/* ---- judging ---- */

struct list {
    struct judgement *at;
    size_t len, cap;
};

static void add(const struct library *library, const struct verdict *verdict, struct arena *arena,
                struct list *out)
{
    const struct note *anchor = &verdict->anchor;
    bool printed = verdict->said && str_is(verdict->actor, VERDICT_AS_PRINTED);
    *vec_add(arena, out) = (struct judgement){
        .article = anchor->article.len ? anchor->number : ARTICLE_NONE,
        .span = anchor->has_passage ? anchor->span : (struct span){0, 0},
        .form = verdict->form,
        .actor = verdict->actor.len ? tags_actor(&library->tags, verdict->actor) : ACTOR_NONE,
        .said = verdict->said,
        .as_printed = printed,
        .by = anchor->by,
        .on = anchor->created,
    };
}

bool verdicts_judge(const struct notebook *notebook, struct library *library)
{
    struct arena *arena = arena_new();
    struct list list = {0};
    for (int own = 0; own < 2; own++) {
        for (size_t i = 0; i < notebook->verdict_len; i++) {
            const struct verdict *verdict = notebook->verdicts[i];
            if (verdict->standing == VERDICT_COUNTS && is_own(notebook, verdict) == own)
                add(library, verdict, arena, &list);
        }
    }
    bool changed = library_judge(library, list.at, list.len);
    arena_free(arena);
    return changed;
}

/* ---- giving ---- */

const struct verdict *verdicts_own(const struct notebook *notebook, const struct verdict *verdict)
{
    const struct verdict *own = NULL;
    for (size_t i = 0; i < notebook->verdict_len; i++) {
        if (is_own(notebook, notebook->verdicts[i]) &&
            verdict_same_place(notebook->verdicts[i], verdict))
            own = notebook->verdicts[i];
    }
    return own;
}

static const struct verdict *find(const struct notebook *notebook, struct str id)
{
    for (size_t i = 0; i < notebook->verdict_len; i++) {
        if (str_eq(notebook->verdicts[i]->anchor.id, id))
            return notebook->verdicts[i];
    }
    return NULL;
}

static struct str new_id(const struct notebook *notebook)
{
    char id[NOTE_ID + 1];
    do
        hash_random(id, NOTE_ID);
    while (id[0] < 'a' || find(notebook, str_of(id)));
    return arena_str(notebook->arena, str_of(id));
}

bool verdicts_give(struct notebook *notebook, const struct library *library,
                   struct verdict *verdict, struct error *error)
{
    const struct verdict *own = verdicts_own(notebook, verdict);
    notebook->files->library = library;
    if (own)
        verdict->anchor.id = arena_str(notebook->arena, own->anchor.id);
    else if (!verdict->anchor.id.len)
        verdict->anchor.id = new_id(notebook);
    verdict->anchor.by = str_of(notebook->writer);
    return store_verdict(notebook, verdict, true, error);
}

bool verdicts_take_back(struct notebook *notebook, const struct library *library, struct str id,
                        struct error *error)
{
    const struct verdict *verdict = verdicts_find(notebook, id, error);
    if (!verdict)
        return false;
    if (!is_own(notebook, verdict))
        return error_set(error, "the verdict %.*s is %.*s's; only its writer can take it back",
                         STR_ARG(verdict->anchor.id), STR_ARG(verdict->anchor.by));
    notebook->files->library = library;
    struct arena *arena = arena_new();
    struct verdict copy = verdict_copy(arena, verdict);
    bool ok = store_verdict(notebook, &copy, false, error);
    if (ok && find(notebook, copy.anchor.id))
        ok = error_set(error, "the verdict %.*s stands in %.*s, which is not written now",
                       STR_ARG(copy.anchor.id), STR_ARG(copy.anchor.file));
    arena_free(arena);
    return ok;
}

const struct verdict *verdicts_find(const struct notebook *notebook, struct str id,
                                    struct error *error)
{
    const struct verdict *found = find(notebook, id);
    size_t count = 0;
    for (size_t i = 0; !found && i < notebook->verdict_len && id.len; i++)
        count += str_starts(notebook->verdicts[i]->anchor.id, id);
    if (count > 1) {
        error_set(error, "%zu verdicts have ids that begin with “%.*s”; write more of it", count,
                  STR_ARG(str_sub(id, 0, 80)));
        return NULL;
    }
    for (size_t i = 0; count == 1 && !found && i < notebook->verdict_len; i++) {
        if (str_starts(notebook->verdicts[i]->anchor.id, id))
            found = notebook->verdicts[i];
    }
    if (!found)
        error_set(error, "no verdict has the id “%.*s”; dossier verdicts lists them",
                  STR_ARG(str_sub(id, 0, 80)));
    return found;
}

/* ---- saying ---- */

struct str verdict_whose(struct arena *arena, const struct tags *tags, struct str actor)
{
    uint32_t number = actor.len ? tags_actor(tags, actor) : ACTOR_NONE;
    if (!actor.len)
        return STR("nobody’s here");
    struct str name = number == ACTOR_NONE ? actor : tags->at[number].name;
    return arena_printf(arena, "%.*s’s", STR_ARG(name));
}

struct str verdict_tells(struct arena *arena, const struct tags *tags,
                         const struct verdict *verdict)
{
    uint32_t number = verdict->actor.len ? tags_actor(tags, verdict->actor) : ACTOR_NONE;
    if (!verdict->said)
        return verdict_whose(arena, tags, verdict->actor);
    if (!verdict->actor.len)
        return STR("said by nobody");
    if (str_is(verdict->actor, VERDICT_AS_PRINTED))
        return STR("said by whom the text names");
    struct str name = number == ACTOR_NONE ? verdict->actor : tags->at[number].name;
    return arena_printf(arena, "said by %.*s", STR_ARG(name));
}

static void put_day(struct buf *out, int64_t moment)
{
    char date[DAY_TEXT];
    day_words((day)(moment / 86400), date);
    if (moment > 0)
        buf_printf(out, ", %s", date);
}

static void put_who(const struct notebook *notebook, struct str by, struct buf *out)
{
    buf_str(out, str_is(by, notebook->writer) ? STR("you") : by);
}

static void put_judgement(const struct notebook *notebook, const struct library *library,
                          const struct judgement *judgement, struct buf *out)
{
    bool rule = judgement->span.start == judgement->span.end;
    buf_chars(out, "Decided by ");
    put_who(notebook, judgement->by, out);
    put_day(out, judgement->on);
    if (rule)
        buf_printf(out, ", for every “%.*s” in ", STR_ARG(judgement->form));
    if (rule && judgement->article == ARTICLE_NONE)
        buf_chars(out, "the dossier");
    else if (rule)
        buf_str(out, corpus_article(&library->corpus, judgement->article)->label);
    buf_chars(out, ".");
}

static bool is_on(const struct verdict *verdict, const struct mention *mention)
{
    const struct note *anchor = &verdict->anchor;
    return !verdict->said && note_is_placed(anchor) && anchor->number == mention->article &&
           anchor->span.start == mention->span.start && anchor->span.end == mention->span.end;
}

/* What is not the mention's now: that others say otherwise. */
static void put_others(const struct notebook *notebook, const struct library *library,
                       const struct mention *mention, struct arena *arena, struct buf *out)
{
    bool disputed = false;
    for (size_t i = 0; i < notebook->verdict_len; i++) {
        const struct verdict *verdict = notebook->verdicts[i];
        bool mine = is_own(notebook, verdict);
        if (!is_on(verdict, mention) || (mine && verdict->standing == VERDICT_OVERRULED))
            continue;
        uint32_t actor =
            verdict->actor.len ? tags_actor(&library->tags, verdict->actor) : ACTOR_NONE;
        bool same = mention->reason == REASON_VERDICT && mention->actor == actor;
        disputed |= verdict->standing == VERDICT_DISPUTED;
        if (same)
            continue;
        struct str whose = verdict_whose(arena, &library->tags, verdict->actor);
        buf_chars(out, out->len ? " " : "");
        put_who(notebook, verdict->anchor.by, out);
        buf_printf(out, " say%s: %.*s.", mine ? "" : "s", STR_ARG(whose));
    }
    if (disputed)
        buf_chars(out, " None of these counts till you say it.");
}

void verdicts_why(const struct notebook *notebook, const struct library *library, uint32_t number,
                  struct buf *out)
{
    const struct judged *judged = library_judged(library, number);
    struct arena *arena = arena_new();
    struct buf words = {0};
    if (judged)
        put_judgement(notebook, library, &library->judgements.given[judged->judgement], &words);
    put_others(notebook, library, &library->cast.at[number], arena, &words);
    buf_str(out, buf_view(&words));
    buf_free(&words);
    arena_free(arena);
}
