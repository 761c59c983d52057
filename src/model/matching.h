/* SPDX-License-Identifier: ISC */
/* What the files that find mentions share: the work on one article. */
#ifndef DOSSIER_MODEL_MATCHING_H
#define DOSSIER_MODEL_MATCHING_H

#include "dossier/model/mentions.h"
#include "dossier/model/pattern.h"

/* One form at one place, before any rule has weighed it; the article is numbered in its segment. */
struct hit {
    uint32_t article, form;
    struct span span;
};

struct hits {
    struct hit *at;
    size_t len, cap;
};

/* What becomes of some articles, as those of one segment: their mentions and weighed hits, numbered
 * from 0, and where those of each article are. All on the heap. */
struct found {
    struct mention *at;
    size_t len, cap;
    struct {
        uint32_t *at; /* actors */
        size_t len, cap;
    } candidates;
    struct hits weighed;
    struct mention_range *of;
};

/* The mentions of CORPUS: of its first KEPT parts as they were BEFORE, of the others as PARTS has
 * them, which are freed. */
void cast_join(struct arena *arena, const struct corpus *corpus, const struct cast *before,
               size_t kept, struct found *parts, struct cast *out);
/* The mentions of CORPUS as they were BEFORE, but those of the articles CHANGED as FOUND, which is
 * freed, has them in that order. */
void cast_join_some(struct arena *arena, const struct corpus *corpus, const struct cast *before,
                    const struct article_numbers *changed, struct found *found, struct cast *out);

/* The mentions of one article while they are being worked out. A mention's candidates are then
 * forms, in FORMS, and become actors when it is finished. */
struct scene {
    const struct tags *tags;
    const struct article *article;
    uint32_t number;
    struct arena *arena; /* scratch, cleared after each article */
    struct {
        struct mention *at;
        size_t len, cap;
    } mentions; /* by start, longest first */
    struct {
        uint32_t *at;
        size_t len, cap;
    } forms;
    const bool *shared; /* for each form: another actor has it too */
    uint32_t
        *in_full; /* for each actor: the number + 1 of the last article that names it in full */
};

/* Begins a scene that is told of one article after the other; ends it. */
void scene_begin(struct scene *scene, const struct tags *tags, const bool *shared);
void scene_end(struct scene *scene);
/* Adds to OUT what becomes of the COUNT hits, by place, of article LOCAL of PART; where it is. */
struct mention_range scene_article(struct scene *scene, const struct corpus_part *part,
                                   uint32_t local, const struct hit *hits, size_t count,
                                   struct found *out);

/* The pattern of each form, NULL where it has none. */
const struct pattern **matching_patterns(struct arena *arena, const struct tags *tags);
/* All places in SEGMENT of the forms with these PATTERNS, COUNT of them, by article, start, then
 * longest first. For each article, and one more, its first hit. Both are on the heap. */
uint32_t *matching_hits(const struct segment *segment, const struct pattern *const *patterns,
                        size_t count, struct hits *out);
/* Sorts the hits of one article by place. */
void matching_sort(struct hit *hits, size_t count);
/* For each form whether another actor has it too; on the heap. */
bool *matching_shared(const struct tags *tags);

/* Rule 4: the hits that stand after crossing and nested ones have been weighed, as the scene's
 * mentions, with `within`, `in_name` and `in_body`. */
void nesting_settle(struct scene *scene, const struct hit *hits, size_t count);

/* Rules 5 and 6: sets actor, reason, beside of each mention. */
void naming_decide(struct scene *scene);
void roles_decide(struct scene *scene);

/* What both ask of a scene. */
const struct form *scene_form(const struct scene *scene, const struct mention *mention,
                              size_t candidate);
/* MENTION is ACTOR's, or could be where it is not decided. */
bool scene_can_mean(const struct scene *scene, const struct mention *mention, uint32_t actor);
bool scene_in_full(const struct scene *scene, uint32_t actor);
void scene_choose(struct mention *mention, const struct scene *scene, size_t candidate,
                  enum reason reason);

#endif
