/* SPDX-License-Identifier: ISC */
/* What tags.yaml says: actors, their forms, their roles. See dossier-tags(5). */
#ifndef DOSSIER_MODEL_TAGS_H
#define DOSSIER_MODEL_TAGS_H

#include "dossier/base/arena.h"
#include "dossier/base/day.h"
#include "dossier/base/error.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ACTOR_NONE UINT32_MAX

#define TAGS_SPARE                                                                \
    4 /* an actor's forms have room for a multiple of that, and one more at least \
       */

#define ACTOR_KINDS "person organisation country place outlet group topic event document"
enum actor_kind {
    ACTOR_PERSON,
    ACTOR_ORGANISATION,
    ACTOR_COUNTRY,
    ACTOR_PLACE,
    ACTOR_OUTLET,
    ACTOR_GROUP,
    ACTOR_TOPIC,
    ACTOR_EVENT,
    ACTOR_DOCUMENT
};

enum form_kind { FORM_NAME, FORM_DEMONYM, FORM_ROLE };

struct role {
    uint32_t actor;
    struct str title;
    day from, to; /* to: the first day no longer; DAY_NONE: open */
};

/* One way in which an actor is written. A name is itself an alias, a role's title itself a form. */
struct form {
    struct str text;
    enum form_kind kind;
    uint32_t actor;
    uint32_t role; /* of FORM_ROLE: in tags.roles */
    bool in_full;  /* counts only where the actor is named in full */
    bool common;   /* a name that is a common word of the articles too: doubtful_forms finds it */
    int line, column; /* in tags.yaml */
};

struct actor {
    struct str id, name;
    enum actor_kind kind;
    uint32_t first_form, form_count; /* in tags.forms */
    struct str *was;                 /* the ids of actors that were merged into it */
    size_t was_count;
    int line;
};

/* A tag of notes and articles that tags.yaml says more of. */
struct tag_entry {
    struct str name;
    struct str description; /* or empty */
    struct str *was;        /* its names before: renamed, or merged into it */
    size_t was_count;
    int line;
};

struct tags {
    struct str title; /* of the dossier; empty where it has none */
    struct actor *at; /* in the order of the file */
    size_t len, cap;
    struct {
        struct form *at; /* those of an actor together; those without a text are room for more */
        size_t len, cap;
    } forms;
    struct {
        struct role *at;
        size_t len, cap;
    } roles;
    struct {
        struct tag_entry *at; /* in the order of the file */
        size_t len, cap;
    } entries;
    bool present; /* there is a tags.yaml */
};

const char *actor_kind_name(enum actor_kind kind);
/* The actor with this id, exactly, or into whom the one with this id was merged; ACTOR_NONE. */
uint32_t tags_actor(const struct tags *tags, struct str id);
/* The actor meant by an id, a name or an alias, in that order, case and marks folded where nothing
 * fits exactly. ACTOR_NONE with an error that lists what there is, where none or more than one is
 * meant. */
uint32_t tags_find(const struct tags *tags, struct str words, struct error *error);
/* The id that the actor ID has now: another where it was merged. */
struct str tags_id_now(const struct tags *tags, struct str id);
/* The name that TAG has now: itself where it was not renamed. A chain of renamings is followed. */
struct str tags_now(const struct tags *tags, struct str tag);
/* Gives TAGS their names of now, in place; of doubles the first stays. */
void tags_name_all(const struct tags *tags, struct str *names, size_t *count);
/* What is said of TAG, or of a name that it had before; empty where nothing is. */
struct str tags_description(const struct tags *tags, struct str tag);
/* What tags.yaml says of TAG, or NULL. */
const struct tag_entry *tags_entry_of(const struct tags *tags, struct str tag);
/* An id made of NAME: a-z 0-9 -, and one that no actor has yet. */
struct str tags_new_id(struct arena *arena, const struct tags *tags, struct str name);

#endif
