/* SPDX-License-Identifier: ISC */
/* The notes under headings, replies beneath what they reply to, and the numbers of them all. A note
 * has the same number however the notes are grouped: the one it has by article. */
#ifndef DOSSIER_SRC_EXPORT_GROUPS_H
#define DOSSIER_SRC_EXPORT_GROUPS_H

#include "dossier/base/day.h"
#include "dossier/export/exporter.h"
#include "threads.h"

#include <stdbool.h>
#include <stdint.h>

/* A note at a place in the export. */
struct entry {
    const struct note *note;
    uint32_t place; /* in the request */
    size_t number;  /* from 1 */
    int depth;      /* how deep among replies: 0 is no reply, or one whose note is not exported */
    bool again;     /* it stands in full under another heading: HOME */
    uint32_t home;  /* the group in which it stands in full */
};

enum group_kind {
    GROUP_ARTICLE,
    GROUP_ACTOR,
    GROUP_TAG,
    GROUP_DATE,
    GROUP_ACTORS,  /* by article: the notes on actors alone */
    GROUP_MISSING, /* by article: those whose article is not there */
    GROUP_REST     /* those with no actor, tag or date */
};

struct group {
    enum group_kind kind;
    uint32_t article, actor; /* of their kinds */
    struct str tag;
    day date;
    struct entry *at; /* in the order asked for */
    size_t len, cap;
};

struct groups {
    /* Articles as they first come, actors and tags by name, days in order; the last three kinds at
     * the end. */
    struct group *at;
    size_t len, cap;
    enum export_by by;
    struct threads threads;
    size_t *numbers; /* by place in the request */
    uint32_t *order; /* places by number */
};

void groups_make(struct arena *arena, const struct export_request *request, struct groups *out);
/* The number in the export of the note with this id, or 0. */
size_t groups_number(const struct groups *groups, struct str id);
/* A heading: the article's headline, the actor's name, "#tag", the day, or what the rest is. */
struct str groups_title(struct arena *arena, const struct library *library,
                        const struct group *group, enum export_by by);
/* The notes in full, each once, as they come in the groups: begin with a zeroed WALK; NULL at the
 * end. */
struct groups_walk {
    size_t group, entry;
};
const struct entry *groups_next(const struct groups *groups, struct groups_walk *walk);
/* Each note once: as asked for by article, else as it comes in the groups. */
const struct note *const *groups_order(struct arena *arena, const struct export_request *request);

#endif
