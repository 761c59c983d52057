/* SPDX-License-Identifier: ISC */
#include "colleagues.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"

#include <stdlib.h>

#define FILE_NAME "notes-seen"
#define LARGEST ((size_t)64 << 20)
#define NOBODY "-" /* a line that stands for no note: it was looked, and there was none */

static int compare(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static void sort(struct str *at, size_t count)
{
    if (count)
        qsort(at, count, sizeof *at, compare);
}

static void add(struct world *world, struct str line)
{
    *vec_add(world->news_arena, &world->news) = arena_str(world->news_arena, line);
}

/* The first of LEN sorted texts that begins with START; LEN where none does. */
static size_t find(const struct str *at, size_t len, struct str start)
{
    size_t low = 0, high = len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(at[middle], start) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < len && str_starts(at[low], start) ? low : len;
}

static void add_all(struct world *world)
{
    size_t count;
    struct arena *arena = arena_new();
    const struct str *seen = notebook_seen(world->notebook, arena, &count);
    add(world, STR(NOBODY));
    for (size_t i = 0; i < count; i++)
        add(world, seen[i]);
    arena_free(arena);
}

void colleagues_mark(struct world *world)
{
    notebook_news(world->notebook, world->news.at, world->news.len);
}

void colleagues_load(struct world *world, const char *folder)
{
    struct buf lines = {0};
    struct arena *arena = arena_new();
    bool kept = folder && file_read(path_join(arena, folder, FILE_NAME), LARGEST, &lines, NULL);
    world->news_kept = kept && lines.len > 0;
    for (struct str rest = buf_view(&lines), line; kept && str_split(&rest, '\n', &line);)
        if (line.len)
            add(world, line);
    if (!world->news_kept)
        add_all(world);
    sort(world->news.at, world->news.len);
    colleagues_mark(world);
    buf_free(&lines);
    arena_free(arena);
}

/* The ids, with a colon behind, of the notes whose news nobody looked at yet. */
static struct str *unseen(const struct state *state, struct arena *arena, size_t *count)
{
    const struct notebook *notebook = state->notebook;
    struct str *ids = arena_many(arena, struct str, notebook->len + 1);
    *count = 0;
    for (size_t i = 0; i < notebook->len; i++)
        if (state_is_news(state, &notebook->at[i]))
            ids[(*count)++] = arena_printf(arena, "%.*s:", STR_ARG(notebook->at[i].id));
    sort(ids, *count);
    return ids;
}

/* ID:VERSION up to the colon, which is in it. */
static struct str id_of(struct str line)
{
    ptrdiff_t colon = str_find(line, STR(":"), 0);
    return str_sub(line, 0, colon < 0 ? line.len : (size_t)colon + 1);
}

/* A note that was not looked at stays as it was last seen, or not seen. */
static void gather(const struct world *world, const struct state *state, struct arena *arena,
                   struct buf *out)
{
    size_t count, held;
    const struct str *seen = notebook_seen(state->notebook, arena, &count);
    const struct str *ids = unseen(state, arena, &held);
    buf_chars(out, NOBODY "\n");
    for (size_t i = 0; i < count; i++) {
        struct str line = seen[i], id = id_of(line);
        if (find(ids, held, id) < held) {
            size_t old = find(world->news.at, world->news.len, id);
            line = old < world->news.len ? world->news.at[old] : STR("");
        }
        if (line.len)
            buf_printf(out, "%.*s\n", STR_ARG(line));
    }
}

bool colleagues_save(struct world *world, const struct state *state, const char *folder,
                     struct error *error)
{
    if (!state->notebook || (world->news_kept && world->news_noticed == state->noticed.len))
        return true;
    struct arena *arena = arena_new();
    struct buf lines = {0};
    gather(world, state, arena, &lines);
    bool ok = file_save(path_join(arena, folder, FILE_NAME), buf_view(&lines), 0600, error);
    if (ok) {
        world->news_kept = true;
        world->news_noticed = state->noticed.len;
    }
    buf_free(&lines);
    arena_free(arena);
    return ok;
}

size_t colleagues_tell(const struct world *world, struct buf *out)
{
    const struct notebook *notebook = world->notebook;
    size_t fresh = 0, edited = 0;
    for (size_t i = 0; i < notebook->len; i++) {
        fresh += notebook->at[i].news == NEWS_NEW;
        edited += notebook->at[i].news == NEWS_CHANGED;
    }
    if (fresh)
        buf_printf(out, "%zu note%s of colleagues %s new", fresh, fresh == 1 ? "" : "s",
                   fresh == 1 ? "is" : "are");
    if (edited && fresh)
        buf_printf(out, ", %zu changed", edited);
    else if (edited)
        buf_printf(out, "%zu note%s of colleagues %s changed", edited, edited == 1 ? "" : "s",
                   edited == 1 ? "was" : "were");
    return fresh + edited;
}
