/* SPDX-License-Identifier: ISC */
/* Finding all mentions: look up every form, then article by article weigh what crosses and nests,
 * and decide whose each one is. A form that counts only beside the full name needs to know who is
 * named in full, which the other forms tell; so an article that has such forms is weighed twice. */
#include "matching.h"

#include "dossier/base/memory.h"
#include "dossier/base/parallel.h"

#include <stdatomic.h>
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

static void add_candidates(const struct scene *scene, struct mention *mention, struct found *out)
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

static void finish(const struct scene *scene, struct found *out)
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

/* Nothing in this article needs to be weighed: names that only one actor has, none upon another. */
static bool is_plain(const struct scene *scene, const struct hit *hits, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct form *form = &scene->tags->forms.at[hits[i].form];
        if (form->kind != FORM_NAME || form->in_full || scene->shared[hits[i].form] ||
            (i > 0 && hits[i - 1].span.end > hits[i].span.start))
            return false;
    }
    return true;
}

static void take_plain(const struct scene *scene, uint32_t number, const struct hit *hits,
                       size_t count, struct found *out)
{
    for (size_t i = 0; i < count; i++)
        *vec_add(NULL, out) = (struct mention){.article = number,
                                               .span = hits[i].span,
                                               .form = hits[i].form,
                                               .actor = scene->tags->forms.at[hits[i].form].actor,
                                               .within = MENTION_NONE,
                                               .beside = MENTION_NONE,
                                               .kind = FORM_NAME,
                                               .reason = REASON_ONLY_ONE,
                                               .in_body = true};
}

/* The mentions of article LOCAL of PART, which has COUNT hits; these are kept, for when some more
 * come or go. */
static void work_out_article(struct scene *scene, const struct corpus_part *part, uint32_t local,
                             const struct hit *hits, size_t count, struct found *out)
{
    struct article article;
    arena_clear(scene->arena);
    memset(&scene->mentions, 0, sizeof scene->mentions);
    memset(&scene->forms, 0, sizeof scene->forms);
    segment_article(part->segment, local, scene->arena, &article);
    scene->number = part->first + local;
    scene->article = &article;
    work_out(scene, hits, count);
    finish(scene, out);
    for (size_t i = 0; i < count; i++)
        *vec_add(NULL, &out->weighed) = hits[i];
}

void scene_begin(struct scene *scene, const struct tags *tags, const bool *shared)
{
    *scene = (struct scene){.tags = tags, .arena = arena_new(), .shared = shared};
    scene->in_full = memory_get((tags->len + 1) * sizeof *scene->in_full);
}

void scene_end(struct scene *scene)
{
    arena_free(scene->arena);
    free(scene->in_full);
}

struct mention_range scene_article(struct scene *scene, const struct corpus_part *part,
                                   uint32_t local, const struct hit *hits, size_t count,
                                   struct found *out)
{
    struct mention_range its = {.first = (uint32_t)out->len, .hits = (uint32_t)out->weighed.len};
    if (segment_is_all_body(part->segment, local) && is_plain(scene, hits, count))
        take_plain(scene, part->first + local, hits, count, out);
    else if (count)
        work_out_article(scene, part, local, hits, count, out);
    its.end = (uint32_t)out->len;
    its.hits_end = (uint32_t)out->weighed.len;
    return its;
}

/* The work that all threads share. */
struct casting {
    const struct corpus *corpus;
    const struct tags *tags;
    const struct pattern **patterns;
    const bool *shared;
    struct found *parts;
    atomic_size_t next;
};

static void work_out_part(const struct casting *casting, size_t nth)
{
    const struct corpus_part *part = &casting->corpus->parts[nth];
    struct found *out = &casting->parts[nth];
    struct scene scene;
    struct hits hits = {0};
    uint32_t *from =
        matching_hits(part->segment, casting->patterns, casting->tags->forms.len, &hits);
    uint32_t articles = segment_count(part->segment);
    scene_begin(&scene, casting->tags, casting->shared);
    out->of = memory_get((articles + (size_t)1) * sizeof *out->of);
    for (uint32_t i = 0; i < articles; i++) {
        if (!corpus_is_gone(casting->corpus, part->first + i))
            out->of[i] =
                scene_article(&scene, part, i, hits.at + from[i], from[i + 1] - from[i], out);
    }
    scene_end(&scene);
    free(from);
    vec_free(&hits);
}

static void work(void *context, unsigned nth)
{
    struct casting *casting = context;
    (void)nth;
    for (size_t part; (part = atomic_fetch_add(&casting->next, 1)) < casting->corpus->part_count;)
        work_out_part(casting, part);
}

/* Finds the mentions of the parts from FIRST on. */
static void find(struct arena *arena, struct casting *casting, size_t first)
{
    size_t count = casting->corpus->part_count - first;
    unsigned workers = parallel_workers();
    bool *shared = matching_shared(casting->tags);
    casting->shared = shared;
    casting->patterns = matching_patterns(arena, casting->tags);
    atomic_store(&casting->next, first);
    parallel_run(count < workers ? (unsigned)count : workers, work, casting);
    free(shared);
}

/* The first KEPT parts are as they were BEFORE. */
static void build(struct arena *arena, const struct corpus *corpus, const struct tags *tags,
                  const struct cast *before, size_t kept, struct cast *out)
{
    struct arena *scratch = arena_new();
    struct casting casting = {.corpus = corpus, .tags = tags};
    casting.parts = arena_many(scratch, struct found, corpus->part_count);
    if (kept < corpus->part_count)
        find(scratch, &casting, kept);
    cast_join(arena, corpus, before, kept, casting.parts, out);
    arena_free(scratch);
}

void cast_build(struct arena *arena, const struct corpus *corpus, const struct tags *tags,
                struct cast *out)
{
    build(arena, corpus, tags, NULL, 0, out);
}

void cast_renew(struct arena *arena, const struct corpus *corpus, const struct tags *tags,
                const struct corpus *was, const struct cast *before, struct cast *out)
{
    size_t kept = 0;
    while (kept < was->part_count && kept < corpus->part_count &&
           was->parts[kept].segment == corpus->parts[kept].segment &&
           was->parts[kept].first == corpus->parts[kept].first)
        kept++;
    build(arena, corpus, tags, kept ? before : NULL, kept, out);
}
