/* SPDX-License-Identifier: ISC */
#include "note_sort.h"

#include "dossier/base/memory.h"
#include "dossier/notes/choose.h"
#include "dossier/text/fold.h"
#include "note_row.h"

#include <stdlib.h>

/* Between and behind the needs that choose_need tells: one's own unfinished words come before what
 * is new of others. */
enum { NEED_DRAFT = 9, NEED_DELETED = 14 };

struct sort_key {
    uint64_t number;
    struct str words;
    uint32_t before; /* where it was */
    uint32_t row;
};

/* NOTE is NULL for a draft. */
typedef void sort_by(const struct state *state, struct arena *arena, const struct note *note,
                     struct sort_key *out);

static void by_need(const struct state *state, struct arena *arena, const struct note *note,
                    struct sort_key *out)
{
    (void)state;
    (void)arena;
    out->number = !note           ? NEED_DRAFT
                  : note->deleted ? NEED_DELETED
                                  : 2 * (uint64_t)choose_need(note);
}

static void by_date(const struct state *state, struct arena *arena, const struct note *note,
                    struct sort_key *out)
{
    (void)state;
    (void)arena;
    int64_t moment = !note ? INT64_MAX : note->deleted ? note->deleted : note->modified;
    out->number = (uint64_t)INT64_MAX - (uint64_t)moment; /* the latest first */
}

static void by_writer(const struct state *state, struct arena *arena, const struct note *note,
                      struct sort_key *out)
{
    (void)arena;
    out->number = note && !notebook_owns(state->notebook, note);
    out->words = note ? note->by : STR("");
}

static void by_tag(const struct state *state, struct arena *arena, const struct note *note,
                   struct sort_key *out)
{
    struct buf folded = {0};
    (void)state;
    if (note && note->tag_count)
        fold_key(note->tags[0], &folded);
    out->number = !folded.len;
    out->words = arena_str(arena, buf_view(&folded));
    buf_free(&folded);
}

static const struct {
    const char *name;
    sort_by *by; /* NULL: as they are */
} sorts[] = {
    [NOTE_SORT_NEED] = {"need", by_need}, [NOTE_SORT_PLACE] = {"place", NULL},
    [NOTE_SORT_DATE] = {"date", by_date}, [NOTE_SORT_WRITER] = {"writer", by_writer},
    [NOTE_SORT_TAG] = {"tag", by_tag},
};

const char *note_sort_name(enum note_sort sort)
{
    return sorts[sort].name;
}

bool note_sort_find(struct str word, enum note_sort *out)
{
    for (size_t i = 0; i < COUNT(sorts); i++)
        if (str_is(word, sorts[i].name)) {
            *out = (enum note_sort)i;
            return true;
        }
    return false;
}

static int compare(const void *a, const void *b)
{
    const struct sort_key *x = a, *y = b;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    int order = str_cmp(x->words, y->words);
    return order ? order : (x->before > y->before) - (x->before < y->before);
}

static void reverse(uint32_t *rows, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        uint32_t other = rows[count - 1 - i];
        rows[count - 1 - i] = rows[i];
        rows[i] = other;
    }
}

void note_sort_rows(const struct state *state, uint32_t *rows, size_t count)
{
    sort_by *by = sorts[state->note_sort].by;
    if (by && count) {
        struct arena *arena = arena_new();
        struct sort_key *keys = memory_get(count * sizeof *keys);
        for (size_t i = 0; i < count; i++) {
            keys[i].before = (uint32_t)i;
            keys[i].row = rows[i];
            by(state, arena, note_row_note(state, rows[i]), &keys[i]);
        }
        qsort(keys, count, sizeof *keys, compare);
        for (size_t i = 0; i < count; i++)
            rows[i] = keys[i].row;
        free(keys);
        arena_free(arena);
    }
    if (state->notes_reversed)
        reverse(rows, count);
}
