/* SPDX-License-Identifier: ISC */
/* What differs is never thrown away: the second version gets an id of its own, made of the first id
 * and of what it says, so that whoever meets the same two versions makes the same note of them. */
#include "clash.h"

#include "dossier/base/buf.h"
#include "dossier/base/hash.h"
#include "dossier/base/memory.h"
#include "versions.h"

#include <stdlib.h>

bool clash_same(const struct note *a, const struct note *b)
{
    return version_same_words(a, b) && str_eq(a->quote, b->quote) && str_eq(a->extra, b->extra);
}

enum clash clash_decide(const struct note *first, const struct note *second)
{
    if (clash_same(first, second))
        return version_moment(second) > version_moment(first) ? CLASH_SECOND : CLASH_FIRST;
    if (!first->deleted != !second->deleted)
        return first->deleted ? CLASH_SECOND : CLASH_FIRST;
    return first->deleted ? CLASH_FIRST : CLASH_BOTH;
}

struct str notes_clash_id(struct arena *arena, const struct note *note)
{
    struct buf all = {0};
    char hex[HASH_HEX];
    const struct str parts[] = {note->id,    str_trim(note->text), note->quote,
                                note->about, note->replies_to,     note->extra};
    for (size_t i = 0; i < COUNT(parts); i++)
        buf_printf(&all, "%zu:%.*s,", parts[i].len, STR_ARG(parts[i]));
    for (size_t i = 0; i < note->tag_count; i++)
        buf_printf(&all, "%zu:%.*s,", note->tags[i].len, STR_ARG(note->tags[i]));
    hash_sha256(buf_view(&all), hex);
    buf_free(&all);
    /* it begins with a letter, so that no reader of YAML takes it for a number */
    return arena_printf(arena, "c%.*s", NOTE_ID - 1, hex);
}

void clash_part(struct arena *arena, struct note *note)
{
    struct str id = note->id;
    note->id = notes_clash_id(arena, note);
    note->conflict = id;
}

/* A table of the notes by their ids: where each stands in the list, plus 1. */
struct table {
    uint32_t *at;
    size_t size; /* a power of two */
};

/* The place in TABLE of the note with ID, or the empty one where it belongs. */
static uint32_t *find(const struct table *table, const struct note_list *list, struct str id)
{
    size_t at = str_hash(id) & (table->size - 1);
    while (table->at[at] && !str_eq(list->at[table->at[at] - 1].id, id))
        at = (at + 1) & (table->size - 1);
    return &table->at[at];
}

static void report(struct problems *problems, struct str file, const struct note *note,
                   struct str id, enum clash clash)
{
    if (!problems)
        return;
    if (clash == CLASH_BOTH)
        problem_add(problems, SEVERITY_WARNING, file, note->line, 1, "repeated-id",
                    "the id %.*s stands here a second time, with other words; both versions are "
                    "kept, this one as %.*s",
                    STR_ARG(id), STR_ARG(note->id));
    else
        problem_add(problems, SEVERITY_ERROR, file, note->line, 1, "repeated-id",
                    "the id %.*s stands here a second time; the %s note is taken", STR_ARG(id),
                    clash == CLASH_FIRST ? "first" : "later");
}

/* The note at HERE has the id of an earlier one: it goes (its id is emptied) or gets another id. */
static void settle_one(struct arena *arena, struct note_list *list, const struct table *table,
                       size_t here, struct str file, struct problems *problems)
{
    struct note *note = &list->at[here], *first = &list->at[*find(table, list, note->id) - 1];
    struct str id = note->id;
    enum clash clash = clash_decide(first, note);
    if (clash == CLASH_BOTH) {
        clash_part(arena, note);
        uint32_t *place = find(table, list, note->id);
        bool there = *place != 0;
        report(problems, file, note, id, clash);
        if (there)
            note->id.len = 0;
        else
            *place = (uint32_t)here + 1;
        return;
    }
    report(problems, file, note, id, clash);
    if (clash == CLASH_SECOND)
        *first = *note;
    note->id.len = 0;
}

void clash_settle(struct arena *arena, struct note_list *list, size_t from, struct str file,
                  struct problems *problems)
{
    struct table table = {.size = 16};
    while (table.size < (list->len - from) * 2)
        table.size *= 2;
    table.at = memory_get(table.size * sizeof *table.at);
    for (size_t i = from; i < list->len; i++) {
        uint32_t *place = find(&table, list, list->at[i].id);
        if (*place)
            settle_one(arena, list, &table, i, file, problems);
        else
            *place = (uint32_t)i + 1;
    }
    free(table.at);
    size_t kept = from;
    for (size_t i = from; i < list->len; i++) {
        if (!list->at[i].id.len)
            continue;
        if (kept != i)
            list->at[kept] = list->at[i];
        kept++;
    }
    list->len = kept;
}
