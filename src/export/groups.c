/* SPDX-License-Identifier: ISC */
/* A note belongs to as many groups as it has tags or actors. In the first of them that comes it
 * stands in full, with the replies to it; in the others as a pointer. So do replies with tags or
 * actors that what they reply to has not. */
#include "groups.h"

#include "dossier/base/memory.h"
#include "dossier/export/note_row.h"
#include "dossier/text/fold.h"
#include "parts.h"

#include <stdlib.h>

/* A note is of a group. */
struct member {
    uint32_t note, group;
};

struct sorting {
    struct arena *arena;
    const struct export_request *request;
    struct groups *groups;
    struct lookup keys; /* groups by what is theirs */
    struct {
        struct member *at; /* by note */
        size_t len, cap;
    } members;
    uint32_t *first; /* of each note's members; one more at the end */
};

static void join(struct sorting *sorting, uint32_t note, struct group group, struct str key)
{
    struct groups *groups = sorting->groups;
    uint32_t number = lookup_add(sorting->arena, &sorting->keys, key, (uint32_t)groups->len);
    if (number == groups->len)
        *vec_add(sorting->arena, groups) = group;
    for (size_t i = sorting->first[note]; i < sorting->members.len; i++) {
        if (sorting->members.at[i].group == number)
            return;
    }
    *vec_add(sorting->arena, &sorting->members) = (struct member){note, number};
}

static void join_rest(struct sorting *sorting, uint32_t note, enum group_kind kind)
{
    static const char *const keys[] = {
        [GROUP_ACTORS] = "actors", [GROUP_MISSING] = "missing", [GROUP_REST] = "rest"};
    join(sorting, note, (struct group){.kind = kind}, str_of(keys[kind]));
}

static void join_article(struct sorting *sorting, uint32_t at, const struct note *note)
{
    if (note->number != ARTICLE_NONE)
        join(sorting, at, (struct group){.kind = GROUP_ARTICLE, .article = note->number},
             arena_printf(sorting->arena, "%u", note->number));
    else
        join_rest(sorting, at,
                  note->article.len ? GROUP_MISSING
                  : note->about.len ? GROUP_ACTORS
                                    : GROUP_REST);
}

static void join_actors(struct sorting *sorting, uint32_t at, const struct note *note)
{
    const struct library *library = sorting->request->library;
    struct note_actors actors = {0};
    note_row_actors(sorting->arena, library, note, &actors);
    uint32_t about = tags_actor(&library->tags, note->about);
    if (about != ACTOR_NONE)
        join(sorting, at, (struct group){.kind = GROUP_ACTOR, .actor = about},
             library->tags.at[about].id);
    for (size_t i = 0; i < actors.len; i++)
        join(sorting, at, (struct group){.kind = GROUP_ACTOR, .actor = actors.at[i]},
             library->tags.at[actors.at[i]].id);
}

static void join_tags(struct sorting *sorting, uint32_t at, const struct note *note)
{
    for (size_t i = 0; i < note->tag_count; i++) {
        struct str tag = tags_now(&sorting->request->library->tags, note->tags[i]);
        join(sorting, at, (struct group){.kind = GROUP_TAG, .tag = tag},
             arena_printf(sorting->arena, "#%.*s", STR_ARG(tag)));
    }
}

static void join_date(struct sorting *sorting, uint32_t at, const struct note *note)
{
    day date = note->number == ARTICLE_NONE
                   ? DAY_NONE
                   : article_day(corpus_article(&sorting->request->library->corpus, note->number));
    if (date != DAY_NONE)
        join(sorting, at, (struct group){.kind = GROUP_DATE, .date = date},
             arena_printf(sorting->arena, "%d", date));
}

static void find_members(struct sorting *sorting)
{
    static void (*const joins[])(struct sorting *, uint32_t, const struct note *) = {
        [EXPORT_BY_ARTICLE] = join_article,
        [EXPORT_BY_ACTOR] = join_actors,
        [EXPORT_BY_TAG] = join_tags,
        [EXPORT_BY_DATE] = join_date,
    };
    size_t count = sorting->request->count;
    for (uint32_t i = 0; i < count; i++) {
        size_t before = sorting->members.len;
        sorting->first[i] = (uint32_t)before;
        joins[sorting->groups->by](sorting, i, sorting->request->notes[i]);
        if (sorting->members.len == before && sorting->groups->threads.parent[i] == THREADS_NONE)
            join_rest(sorting, i, GROUP_REST);
    }
    sorting->first[count] = (uint32_t)sorting->members.len;
}

/* A group and what it is sorted by. */
struct ranked {
    uint32_t was;
    enum group_kind kind;
    struct str name; /* folded */
    int64_t value;
};

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    int names = str_cmp(x->name, y->name);
    if (names)
        return names;
    if (x->value != y->value)
        return x->value < y->value ? -1 : 1;
    return x->was < y->was ? -1 : 1;
}

static struct str name_of(const struct sorting *sorting, const struct group *group)
{
    struct str name = group->kind == GROUP_ACTOR
                          ? sorting->request->library->tags.at[group->actor].name
                          : group->tag;
    struct buf folded = {0};
    fold_key(name, &folded);
    struct str copy = arena_str(sorting->arena, buf_view(&folded));
    buf_free(&folded);
    return copy;
}

static void sort_groups(struct sorting *sorting)
{
    struct groups *groups = sorting->groups;
    struct ranked *ranked = arena_many(sorting->arena, struct ranked, groups->len + 1);
    struct group *sorted = arena_many(sorting->arena, struct group, groups->len + 1);
    uint32_t *now = arena_many(sorting->arena, uint32_t, groups->len + 1);
    for (uint32_t i = 0; i < groups->len; i++) {
        const struct group *group = &groups->at[i];
        ranked[i] = (struct ranked){i, group->kind, name_of(sorting, group), group->date};
    }
    qsort(ranked, groups->len, sizeof *ranked, compare_ranked);
    for (uint32_t i = 0; i < groups->len; i++) {
        sorted[i] = groups->at[ranked[i].was];
        now[ranked[i].was] = i;
    }
    groups->at = sorted;
    groups->cap = groups->len;
    for (size_t i = 0; i < sorting->members.len; i++)
        sorting->members.at[i].group = now[sorting->members.at[i].group];
}

/* The first group, as they come, that NOTE is of. */
static uint32_t home_of(const struct sorting *sorting, uint32_t note)
{
    uint32_t home = UINT32_MAX;
    for (uint32_t i = sorting->first[note]; i < sorting->first[note + 1]; i++) {
        if (sorting->members.at[i].group < home)
            home = sorting->members.at[i].group;
    }
    return home;
}

static bool is_of(const struct sorting *sorting, uint32_t note, uint32_t group)
{
    for (uint32_t i = sorting->first[note]; i < sorting->first[note + 1]; i++) {
        if (sorting->members.at[i].group == group)
            return true;
    }
    return false;
}

static void add_entry(struct sorting *sorting, uint32_t group, uint32_t note, int depth,
                      uint32_t home)
{
    *vec_add(sorting->arena, &sorting->groups->at[group]) = (struct entry){
        .note = sorting->request->notes[note],
        .place = note,
        .number = sorting->groups->numbers[note],
        .depth = group == home ? depth : 0,
        .again = group != home,
        .home = home,
    };
}

static void add_thread(struct sorting *sorting, uint32_t root)
{
    uint32_t home = home_of(sorting, root);
    int depth = 0;
    for (uint32_t at = root; at != THREADS_NONE;
         at = threads_next(&sorting->groups->threads, root, at, &depth)) {
        add_entry(sorting, home, at, depth, home);
        for (uint32_t i = sorting->first[at]; i < sorting->first[at + 1]; i++) {
            uint32_t group = sorting->members.at[i].group;
            if (at == root ? group != home : !is_of(sorting, root, group))
                add_entry(sorting, group, at, depth, home);
        }
    }
}

static void make(struct arena *arena, const struct export_request *request, enum export_by by,
                 struct groups *out)
{
    out->at = NULL;
    out->len = out->cap = 0;
    out->by = by;
    struct sorting sorting = {
        .arena = arena,
        .request = request,
        .groups = out,
        .first = arena_many(arena, uint32_t, request->count + 1),
    };
    find_members(&sorting);
    sort_groups(&sorting);
    for (size_t i = 0; i < request->count; i++) {
        uint32_t place = out->order ? out->order[i] : (uint32_t)i;
        if (out->threads.parent[place] == THREADS_NONE)
            add_thread(&sorting, place);
    }
}

/* Numbers the notes as they stand by article. */
static void number_notes(struct groups *groups, uint32_t *order)
{
    size_t next = 0;
    struct groups_walk walk = {0};
    for (const struct entry *entry; (entry = groups_next(groups, &walk));) {
        order[next] = entry->place;
        groups->numbers[entry->place] = ++next;
    }
    groups->order = order;
    for (size_t i = 0; i < groups->len; i++) {
        for (size_t j = 0; j < groups->at[i].len; j++)
            groups->at[i].at[j].number = groups->numbers[groups->at[i].at[j].place];
    }
}

void groups_make(struct arena *arena, const struct export_request *request, struct groups *out)
{
    *out = (struct groups){.numbers = arena_many(arena, size_t, request->count + 1)};
    threads_find(arena, request, &out->threads);
    make(arena, request, EXPORT_BY_ARTICLE, out);
    number_notes(out, arena_many(arena, uint32_t, request->count + 1));
    if (request->by != EXPORT_BY_ARTICLE)
        make(arena, request, request->by, out);
}

size_t groups_number(const struct groups *groups, struct str id)
{
    uint32_t place = id.len ? lookup_find(&groups->threads.ids, id) : LOOKUP_NONE;
    return place == LOOKUP_NONE ? 0 : groups->numbers[place];
}

struct str groups_title(struct arena *arena, const struct library *library,
                        const struct group *group, enum export_by by)
{
    static const char *const none[] = {"Other notes", "No actor", "No tag", "No date"};
    char words[DAY_TEXT];
    switch (group->kind) {
    case GROUP_ARTICLE:
        return parts_headline(arena, corpus_article(&library->corpus, group->article));
    case GROUP_ACTOR:
        return library->tags.at[group->actor].name;
    case GROUP_TAG:
        return arena_printf(arena, "#%.*s", STR_ARG(group->tag));
    case GROUP_DATE:
        day_words(group->date, words);
        return arena_str(arena, str_of(words));
    case GROUP_ACTORS:
        return STR("Notes on actors");
    case GROUP_MISSING:
        return STR("Notes on articles that are not here");
    case GROUP_REST:
        break;
    }
    return str_of(none[by]);
}

const struct entry *groups_next(const struct groups *groups, struct groups_walk *walk)
{
    for (; walk->group < groups->len; walk->group++, walk->entry = 0) {
        const struct group *group = &groups->at[walk->group];
        while (walk->entry < group->len) {
            const struct entry *entry = &group->at[walk->entry++];
            if (!entry->again)
                return entry;
        }
    }
    return NULL;
}

const struct note *const *groups_order(struct arena *arena, const struct export_request *request)
{
    if (request->by == EXPORT_BY_ARTICLE)
        return request->notes;
    struct groups groups;
    groups_make(arena, request, &groups);
    const struct note **order = arena_many(arena, const struct note *, request->count + 1);
    size_t len = 0;
    struct groups_walk walk = {0};
    for (const struct entry *entry; (entry = groups_next(&groups, &walk));)
        order[len++] = entry->note;
    return order;
}
