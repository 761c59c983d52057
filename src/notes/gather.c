/* SPDX-License-Identifier: ISC */
/* All is made anew when a file was read; one change of one's own is worked into what is there, for
 * to sort all anew would cost more than the save. */
#include "gather.h"

#include "checked.h"
#include "copies.h"
#include "dossier/base/memory.h"
#include "dossier/model/article.h"
#include "news.h"
#include "rank.h"
#include "verdict_gather.h"

#include <stdlib.h>
#include <string.h>

#define DAY_SECONDS 86400

/* The first byte of NOTE's passage, for the order. */
static uint32_t start_of(const struct note *note)
{
    return note->span.end ? note->span.start : note->at.start;
}

static int compare_notes(const void *a, const void *b)
{
    const struct note *x = a, *y = b;
    int order = str_cmp(x->article, y->article);
    if (!order)
        order = (start_of(x) > start_of(y)) - (start_of(x) < start_of(y));
    if (!order)
        order = str_cmp(x->id, y->id);
    return order ? order : str_cmp(x->by, y->by);
}

/* The latest first. */
static int compare_graves(const void *a, const void *b)
{
    const struct note *x = a, *y = b;
    int order = (x->deleted < y->deleted) - (x->deleted > y->deleted);
    return order ? order : compare_notes(a, b);
}

bool gather_is_kept(const struct notebook *notebook, int64_t deleted)
{
    return deleted >= notebook->files->now - (int64_t)NOTE_KEPT_DAYS * DAY_SECONDS;
}

/* One file alone is read: the notes on its neighbours are not lost, but not asked for. */
static bool is_neighbours(const struct notebook *notebook, const struct note *note)
{
    return notebook->files->library->single && note->article.len && note->number == ARTICLE_NONE;
}

/* NOTE as it is shown: with the tags' names of now, and about the actor of now. */
static struct note shown_note(const struct notebook *notebook, const struct note *note)
{
    const struct tags *tags = &notebook->files->library->tags;
    struct note shown = *note;
    shown.about = tags_id_now(tags, note->about);
    if (tags->entries.len && note->tag_count) {
        shown.tags = arena_many(notebook->files->gathered, struct str, note->tag_count);
        memcpy(shown.tags, note->tags, note->tag_count * sizeof *note->tags);
        tags_name_all(tags, shown.tags, &shown.tag_count);
    }
    return shown;
}

static void add_grave(struct notebook *notebook, const struct note *note)
{
    notebook->graves = vec_room(NULL, notebook->graves, &notebook->grave_cap, notebook->grave_len,
                                sizeof *notebook->graves);
    notebook->graves[notebook->grave_len++] = shown_note(notebook, note);
}

/* A deletion that is long ago is dropped with the next save; and what a kill left half moved from
 * one own file to another. */
static void note_due(struct notebook *notebook, struct shelf_file *file, size_t place,
                     const struct note *outranking)
{
    const struct note *note = &file->content.notes.at[place];
    bool old = note->deleted && !gather_is_kept(notebook, note->deleted);
    bool left = !note->deleted && outranking && !outranking->deleted &&
                outranking->is_private != note->is_private;
    if (file->own && (old || left))
        *vec_add(file->arena, &file->due) = (uint32_t)place;
}

static void gather_file(struct notebook *notebook, struct shelf_file *file)
{
    struct rank rank = rank_begin(notebook, file);
    file->due.len = 0;
    for (size_t i = 0; i < file->content.notes.len; i++) {
        const struct note *note = &file->content.notes.at[i];
        if (!note->id.len)
            continue;
        const struct note *other = rank_above(&rank, note);
        note_due(notebook, file, i, other);
        if (other || is_neighbours(notebook, note))
            continue;
        if (!note->deleted)
            *vec_add(NULL, notebook) = shown_note(notebook, note);
        else if (gather_is_kept(notebook, note->deleted))
            add_grave(notebook, note);
    }
}

static void sort(struct note *notes, size_t count, int (*compare)(const void *, const void *))
{
    bool sorted = true;
    for (size_t i = 1; i < count && sorted; i++)
        sorted = compare(&notes[i - 1], &notes[i]) <= 0;
    if (!sorted)
        qsort(notes, count, sizeof *notes, compare);
}

struct note *gather_find(const struct notebook *notebook, struct str id, bool own)
{
    struct note *found = NULL;
    size_t step = 0;
    uint32_t place;
    while ((place = ids_find(&notebook->files->ids, notebook->at, id, &step)) != IDS_NONE) {
        struct note *note = &notebook->at[place];
        if (!found || str_is(note->by, notebook->writer) == own)
            found = note;
    }
    return found;
}

/* Each of two versions names the other. */
static void find_clashes(struct notebook *notebook)
{
    notebook->files->clashes = 0;
    for (size_t i = 0; i < notebook->len; i++)
        notebook->at[i].clash = (struct str){0};
    for (size_t i = 0; i < notebook->len; i++) {
        struct note *note = &notebook->at[i];
        struct note *other =
            note->conflict.len ? gather_find(notebook, note->conflict, true) : NULL;
        if (note->conflict.len)
            notebook->files->clashes++;
        if (!other || other == note)
            continue;
        note->clash = other->id;
        if (!other->clash.len)
            other->clash = note->id;
    }
}

/* NOTE is among the graves now, or not any more. */
static void bury(struct notebook *notebook, const struct note *note)
{
    size_t at = 0;
    add_grave(notebook, note);
    struct note grave = notebook->graves[notebook->grave_len - 1];
    while (compare_graves(&notebook->graves[at], &grave) < 0)
        at++;
    memmove(&notebook->graves[at + 1], &notebook->graves[at],
            (notebook->grave_len - 1 - at) * sizeof grave);
    notebook->graves[at] = grave;
}

static void unbury(struct notebook *notebook, struct str id, struct str by)
{
    size_t kept = 0;
    for (size_t i = 0; i < notebook->grave_len; i++) {
        const struct note *grave = &notebook->graves[i];
        if (!str_eq(grave->id, id) || !str_eq(grave->by, by))
            notebook->graves[kept++] = *grave;
    }
    notebook->grave_len = kept;
}

/* The place where NOTE belongs. */
static size_t place_for(const struct notebook *notebook, const struct note *note)
{
    size_t low = 0, high = notebook->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_notes(&notebook->at[middle], note) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void take_out(struct notebook *notebook, size_t place)
{
    struct ids *ids = &notebook->files->ids;
    ids_remove(ids, notebook->at, (uint32_t)place);
    notebook->len--;
    memmove(&notebook->at[place], &notebook->at[place + 1],
            (notebook->len - place) * sizeof *notebook->at);
    ids_shift(ids, (uint32_t)place, -1);
}

static void put_in(struct notebook *notebook, const struct note *note)
{
    size_t place = place_for(notebook, note);
    vec_add(NULL, notebook);
    memmove(&notebook->at[place + 1], &notebook->at[place],
            (notebook->len - 1 - place) * sizeof *notebook->at);
    ids_shift(&notebook->files->ids, (uint32_t)place, 1);
    notebook->at[place] = *note;
    ids_add(&notebook->files->ids, notebook->at, (uint32_t)place);
    checked_find_of(notebook, &notebook->at[place]);
}

/* Puts NOTE in place of the one at PLACE where the order stays. */
static bool put_over(struct notebook *notebook, size_t place, const struct note *note)
{
    bool fits = (!place || compare_notes(&notebook->at[place - 1], note) < 0) &&
                (place + 1 == notebook->len || compare_notes(note, &notebook->at[place + 1]) < 0);
    if (!fits)
        return false;
    notebook->at[place] = *note;
    checked_find_of(notebook, &notebook->at[place]);
    return true;
}

/* NOTE in place of OLD, at its place in the order. */
static void show(struct notebook *notebook, struct note *old, const struct note *note)
{
    struct note shown = shown_note(notebook, note);
    if (old && put_over(notebook, (size_t)(old - notebook->at), &shown))
        return;
    if (old)
        take_out(notebook, (size_t)(old - notebook->at));
    put_in(notebook, &shown);
}

void gather_one(struct notebook *notebook, struct str id)
{
    const struct note *note = rank_own(notebook, id);
    struct note *old = gather_find(notebook, id, true);
    if (!note)
        return;
    bool clashes = notebook->files->clashes || note->conflict.len;
    if (old && !str_eq(old->by, note->by))
        old = NULL;
    unbury(notebook, note->id, note->by);
    if (!note->deleted)
        show(notebook, old, note);
    else if (old)
        take_out(notebook, (size_t)(old - notebook->at));
    if (note->deleted && gather_is_kept(notebook, note->deleted))
        bury(notebook, note);
    if (clashes)
        find_clashes(notebook);
}

void gather_problems(struct notebook *notebook)
{
    const struct shelf_files *files = notebook->files;
    notebook->problems.len = 0;
    for (size_t i = 0; i <= files->len; i++) {
        const struct problems *from = i < files->len ? &files->at[i]->problems : &files->of_copies;
        /* what is wrong in a copy is for when it is taken in */
        for (size_t j = 0; j < from->len && (i == files->len || !files->at[i]->copy_of.len); j++)
            *vec_add(notebook->arena, &notebook->problems) = from->at[j];
    }
    for (size_t i = 0; i < files->of_folders.len; i++)
        *vec_add(notebook->arena, &notebook->problems) = files->of_folders.at[i];
}

void gather_all(struct notebook *notebook)
{
    struct shelf_files *files = notebook->files;
    arena_clear(files->gathered);
    copies_mark(files, str_of(notebook->writer));
    notebook->len = notebook->grave_len = 0;
    for (size_t i = 0; i < files->len; i++) {
        if (rank_is_read(files->at[i]))
            gather_file(notebook, files->at[i]);
    }
    sort(notebook->at, notebook->len, compare_notes);
    sort(notebook->graves, notebook->grave_len, compare_graves);
    ids_build(&files->ids, notebook->at, notebook->len);
    find_clashes(notebook);
    checked_find(notebook);
    news_mark(notebook);
    verdict_gather(notebook);
    gather_problems(notebook);
}
