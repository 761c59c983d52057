/* SPDX-License-Identifier: ISC */
/* What was seen is kept as a name for each version, not by the clock: colleagues' clocks differ,
 * and what git brings in today may have been written last week. */
#include "news.h"

#include "dossier/base/memory.h"
#include "versions.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static bool is_others(const struct notebook *notebook, const struct note *note)
{
    return !str_is(note->by, notebook->writer);
}

struct str *notebook_seen(const struct notebook *notebook, struct arena *arena, size_t *count)
{
    struct str *seen = arena_many(arena, struct str, notebook->len);
    *count = 0;
    for (size_t i = 0; i < notebook->len; i++) {
        char name[VERSION_TEXT];
        const struct note *note = &notebook->at[i];
        if (!is_others(notebook, note))
            continue;
        version_name(note, name);
        seen[(*count)++] = arena_printf(arena, "%.*s:%s", STR_ARG(note->id), name);
    }
    return seen;
}

/* The first of what was seen that is not before KEY. */
static size_t find(const struct shelf_files *files, struct str key)
{
    size_t low = 0, high = files->seen.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(files->seen.at[middle], key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* One of what was seen begins with KEY. */
static bool has(const struct shelf_files *files, struct str key)
{
    size_t at = find(files, key);
    return at < files->seen.len && str_starts(files->seen.at[at], key);
}

static enum note_news news_of(const struct shelf_files *files, const struct note *note)
{
    struct buf key = {0};
    char name[VERSION_TEXT];
    version_name(note, name);
    buf_printf(&key, "%.*s:", STR_ARG(note->id));
    enum note_news news = has(files, buf_view(&key)) ? NEWS_CHANGED : NEWS_NEW;
    buf_chars(&key, name);
    if (has(files, buf_view(&key)))
        news = NEWS_NONE;
    buf_free(&key);
    return news;
}

void news_mark(struct notebook *notebook)
{
    const struct shelf_files *files = notebook->files;
    for (size_t i = 0; i < notebook->len; i++) {
        struct note *note = &notebook->at[i];
        bool looks = files->seen.len && is_others(notebook, note);
        note->news = looks ? news_of(files, note) : NEWS_NONE;
    }
}

void notebook_news(struct notebook *notebook, const struct str *seen, size_t count)
{
    struct shelf_files *files = notebook->files;
    if (!count)
        seen = notebook_seen(notebook, notebook->arena, &count);
    files->seen.len = 0;
    for (size_t i = 0; i < count; i++)
        *vec_add(notebook->arena, &files->seen) = arena_str(notebook->arena, seen[i]);
    if (count)
        qsort(files->seen.at, count, sizeof *files->seen.at, compare);
    news_mark(notebook);
}
