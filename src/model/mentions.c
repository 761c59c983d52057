/* SPDX-License-Identifier: ISC */
/* Finding all mentions: look up every form, then article by article weigh what crosses and nests,
 * and decide whose each one is. A form that counts only beside the full name needs to know who is
 * named in full, which the other forms tell; so an article that has such forms is weighed twice. */
#include "matching.h"

#include "dossier/base/memory.h"

#include <stdlib.h>
#include <string.h>

static void find_in_full(struct scene *scene)
{
    for (size_t i = 0; i < scene->mentions.len; i++) {
        const struct mention *mention = &scene->mentions.at[i];
        if (mention->kind != FORM_NAME || mention->in_name || mention->candidate_count > 1)
            continue;
        const struct form *form = scene_form(scene, mention, 0);
        if (!scene->shared[form - scene->tags->forms.at] && !form->in_full)
            scene->in_full[form->actor] = scene->number + 1;
    }
}

/* The hits without those of forms whose actor is not named in full. */
static size_t allowed(const struct scene *scene, const struct hit *hits, size_t count,
                      struct hit *out)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const struct form *form = &scene->tags->forms.at[hits[i].form];
        if (!form->in_full || scene_in_full(scene, form->actor))
            out[kept++] = hits[i];
    }
    return kept;
}

static void work_out(struct scene *scene, const struct hit *hits, size_t count)
{
    struct hit *some = arena_many(scene->arena, struct hit, count);
    size_t kept = allowed(scene, hits, count, some);
    nesting_settle(scene, some, kept);
    find_in_full(scene);
    size_t now_kept = allowed(scene, hits, count, some);
    if (now_kept != kept)
        nesting_settle(scene, some, now_kept);
    naming_decide(scene);
    roles_decide(scene);
}

static void add_candidates(const struct scene *scene, struct mention *mention, struct cast *out)
{
    if (mention->reason != REASON_AMBIGUOUS) {
        mention->candidate_count = 0;
        return;
    }
    uint32_t from = (uint32_t)out->candidates.len;
    for (size_t i = 0; i < mention->candidate_count; i++)
        *vec_add(NULL, &out->candidates) = scene_form(scene, mention, i)->actor;
    mention->candidates = from;
}

static void finish(const struct scene *scene, struct cast *out)
{
    uint32_t base = (uint32_t)out->len;
    for (size_t i = 0; i < scene->mentions.len; i++) {
        struct mention mention = scene->mentions.at[i];
        if (mention.within != MENTION_NONE)
            mention.within += base;
        if (mention.beside != MENTION_NONE)
            mention.beside += base;
        add_candidates(scene, &mention, out);
        *vec_add(NULL, out) = mention;
    }
}

static void into_arena(struct arena *arena, struct cast *out)
{
    struct mention *mentions = arena_many(arena, struct mention, out->len);
    uint32_t *candidates = arena_many(arena, uint32_t, out->candidates.len);
    if (out->len)
        memcpy(mentions, out->at, out->len * sizeof *mentions);
    if (out->candidates.len)
        memcpy(candidates, out->candidates.at, out->candidates.len * sizeof *candidates);
    free(out->at);
    free(out->candidates.at);
    out->at = mentions;
    out->candidates.at = candidates;
}

void cast_build(struct arena *arena, const struct corpus *corpus, const struct tags *tags,
                struct cast *out)
{
    struct hits hits = {0};
    matching_hits(corpus, tags, &hits);
    bool *shared = matching_shared(tags);
    struct scene scene = {.corpus = corpus, .tags = tags, .arena = arena_new(), .shared = shared};
    scene.in_full = memory_get(tags->len * sizeof *scene.in_full);
    *out = (struct cast){.first = arena_many(arena, uint32_t, corpus->len + 1)};
    size_t from = 0;
    for (uint32_t number = 0; number < corpus->len; number++) {
        size_t to = from;
        while (to < hits.len && hits.at[to].article == number)
            to++;
        out->first[number] = (uint32_t)out->len;
        if (to > from) {
            arena_clear(scene.arena);
            memset(&scene.mentions, 0, sizeof scene.mentions);
            memset(&scene.forms, 0, sizeof scene.forms);
            scene.number = number;
            scene.article = corpus_article(corpus, number);
            work_out(&scene, hits.at + from, to - from);
            finish(&scene, out);
        }
        from = to;
    }
    out->first[corpus->len] = (uint32_t)out->len;
    into_arena(arena, out);
    arena_free(scene.arena);
    free(scene.in_full);
    free(shared);
    vec_free(&hits);
}
