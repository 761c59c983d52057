/* SPDX-License-Identifier: ISC */
#include "checked.h"

#include "dossier/base/memory.h"

#include <stdlib.h>

/* Checks that a writer noted, each with the note's place. */
struct checking {
    size_t place;
    struct str by;
};

struct checkings {
    struct checking *at;
    size_t len, cap;
};

static int compare_checkings(const void *a, const void *b)
{
    const struct checking *x = a, *y = b;
    int order = (x->place > y->place) - (x->place < y->place);
    return order ? order : str_cmp(x->by, y->by);
}

/* CHECK, of FILE's writer, speaks of NOTE as it is. One's own is not for oneself to check, and a
 * check of what was changed since is none. */
static bool is_checked(const struct shelf_file *file, const struct note_check *check,
                       const struct note *note)
{
    return str_eq(check->id, note->id) && check->on >= note->modified &&
           !str_eq(file->writer, note->by);
}

static void collect_checks(const struct notebook *notebook, const struct shelf_file *file,
                           struct checkings *out)
{
    for (size_t i = 0; i < file->content.checks.len; i++) {
        const struct note_check *check = &file->content.checks.at[i];
        size_t step = 0;
        uint32_t place;
        while ((place = ids_find(&notebook->files->ids, notebook->at, check->id, &step)) !=
               IDS_NONE) {
            if (is_checked(file, check, &notebook->at[place]))
                *vec_add(NULL, out) = (struct checking){place, file->writer};
        }
    }
}

/* Gives NOTE the names in the COUNT checkings, each once. */
static void give_checks(struct notebook *notebook, struct note *note,
                        const struct checking *checkings, size_t count)
{
    note->checked_by = arena_many(notebook->files->gathered, struct str, count);
    note->checked_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (!i || !str_eq(checkings[i].by, checkings[i - 1].by))
            note->checked_by[note->checked_count++] = checkings[i].by;
    }
}

void checked_find(struct notebook *notebook)
{
    struct checkings all = {0};
    for (size_t i = 0; i < notebook->files->len; i++) {
        if (!notebook->files->at[i]->copy_of.len)
            collect_checks(notebook, notebook->files->at[i], &all);
    }
    if (all.len)
        qsort(all.at, all.len, sizeof *all.at, compare_checkings);
    for (size_t i = 0, end; i < all.len; i = end) {
        for (end = i; end < all.len && all.at[end].place == all.at[i].place;)
            end++;
        give_checks(notebook, &notebook->at[all.at[i].place], &all.at[i], end - i);
    }
    vec_free(&all);
}

void checked_find_of(struct notebook *notebook, struct note *note)
{
    struct checkings all = {0};
    for (size_t i = 0; i < notebook->files->len; i++) {
        const struct shelf_file *file = notebook->files->at[i];
        for (size_t j = 0; !file->copy_of.len && j < file->content.checks.len; j++) {
            if (is_checked(file, &file->content.checks.at[j], note))
                *vec_add(NULL, &all) = (struct checking){0, file->writer};
        }
    }
    if (all.len)
        qsort(all.at, all.len, sizeof *all.at, compare_checkings);
    give_checks(notebook, note, all.at, all.len);
    vec_free(&all);
}

void checked_find_id(struct notebook *notebook, struct str id)
{
    size_t step = 0;
    uint32_t place;
    while ((place = ids_find(&notebook->files->ids, notebook->at, id, &step)) != IDS_NONE)
        checked_find_of(notebook, &notebook->at[place]);
}
