/* SPDX-License-Identifier: ISC */
/* The file is ours, but a user may mend it, so it is YAML like all others, and nothing in it is
 * trusted: an article that is gone, or an offset beyond its end, is passed over. */
#include "remember.h"

#include "colleagues.h"
#include "drafts.h"

#include "dossier/base/file.h"
#include "dossier/base/hash.h"
#include "dossier/base/memory.h"
#include "dossier/yaml/read.h"
#include "dossier/yaml/write.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define FILE_NAME "reading.yaml"
#define LARGEST ((size_t)16 << 20)
#define LOCK_PATIENCE 1000 /* milliseconds */
#define HISTORY_MOST 100   /* lines kept of each kind */
#define SEEN_MOST 1000     /* spans kept of one article */

static const char *const history_names[] = {"queries", "commands", "lines"};
static const char *const thread_kinds[] = {"none", "actor", "search", "tag", "passage"};

/* Where it is kept; NULL: nowhere. A single file has a place of its own. */
static const char *folder_of(struct arena *arena, const struct world *world)
{
    if (strcmp(world->request.path, "-") == 0)
        return NULL;
    return path_xdg_for(arena, XDG_STATE, world->request.path);
}

/* ---- writing ---- */

static void put_key(struct buf *out, const char *name, struct str value)
{
    buf_printf(out, "%s: ", name);
    yaml_put_text(out, value);
    buf_char(out, '\n');
}

static void put_spans(struct buf *out, const struct spans *spans)
{
    buf_char(out, '[');
    for (size_t i = 0; i < spans->len && i < SEEN_MOST; i++)
        buf_printf(out, "%s[%u, %u]", i ? ", " : "", spans->at[i].start, spans->at[i].end);
    buf_char(out, ']');
}

static int compare_articles(const void *a, const void *b)
{
    uint32_t x = (*(const struct article_memory *const *)a)->article;
    uint32_t y = (*(const struct article_memory *const *)b)->article;
    return (x > y) - (x < y);
}

/* In order of path, so that the file changes as little as what is kept. */
static void put_articles(struct buf *out, const struct state *state)
{
    size_t count = state->kept.len;
    const struct article_memory **kept = memory_get((count + 1) * sizeof *kept);
    for (size_t i = 0; i < count; i++)
        kept[i] = &state->kept.at[i];
    qsort(kept, count, sizeof *kept, compare_articles);
    buf_chars(out, "articles:\n");
    for (size_t i = 0; i < count; i++) {
        const struct article_memory *memory = kept[i];
        if (!memory->read && !memory->starred && !memory->seen.len)
            continue;
        buf_chars(out, "  - ");
        put_key(out, "article", corpus_path(&state->library->corpus, memory->article));
        buf_printf(out,
                   "    read: %s\n    starred: %s\n    seen: ", memory->read ? "true" : "false",
                   memory->starred ? "true" : "false");
        put_spans(out, &memory->seen);
        buf_char(out, '\n');
    }
    free(kept);
}

static void put_wish(struct buf *out, const char *name, const struct thread_wish *wish)
{
    if (wish->kind == THREAD_NONE)
        return;
    buf_printf(out, "%s:\n  kind: %s\n  unseen: %s\n  ", name, thread_kinds[wish->kind],
               wish->unseen ? "true" : "false");
    put_key(out, "words", wish->words);
}

static void put_history(struct buf *out, const struct state *state)
{
    for (size_t i = 0; i < COUNT(history_names); i++) {
        size_t len = state->history[i].len, first = len > HISTORY_MOST ? len - HISTORY_MOST : 0;
        buf_printf(out, "%s: ", history_names[i]);
        yaml_put_texts(out, state->history[i].at + first, len - first);
        buf_char(out, '\n');
    }
}

/* What stands in the file now; NULL where there is none, or with FAILURE where it is bad. */
static const struct yaml_node *read_tree(struct arena *arena, const char *path,
                                         struct yaml_failure *failure)
{
    struct buf source = {0};
    const struct yaml_node *tree = NULL;
    *failure = (struct yaml_failure){.error.text = ""};
    if (file_exists(path) && file_read(path, LARGEST, &source, &failure->error))
        tree = yaml_read(arena, arena_str(arena, buf_view(&source)), failure);
    buf_free(&source);
    return tree;
}

/* A bad file may hold drafts that somebody can still make out, so it is not written over. */
static bool set_aside(struct arena *arena, struct world *world, const char *path,
                      struct error *error)
{
    char unique[9];
    hash_random(unique, sizeof unique - 1);
    const char *aside = arena_printf(arena, "%s.bad-%s", path, unique).at;
    if (!world->set_aside && rename(path, aside) != 0)
        return error_set(error, "%s: is bad, and can't be set aside: %s", path, strerror(errno));
    world->set_aside = true;
    return true;
}

static void put_all(struct buf *out, const struct state *state, const struct drafts *drafts)
{
    const struct article *article = state_article(state);
    buf_chars(out, "version: 1\n");
    if (article) {
        buf_chars(out, "place:\n  ");
        put_key(out, "article", article->path);
        buf_printf(out, "  at: %u\n", state->cursor.at);
    }
    put_wish(out, "thread", &state->thread.wish);
    put_wish(out, "last", &state->last_thread);
    put_articles(out, state);
    put_history(out, state);
    drafts_put(out, drafts);
}

/* Under the lock: PATH is read again for the drafts of others. */
static bool save(struct arena *arena, struct world *world, const struct state *state,
                 const char *path, struct error *error)
{
    struct drafts own = {0}, all = {0}, found = {0};
    struct yaml_failure failure;
    const struct yaml_node *tree = read_tree(arena, path, &failure);
    if (tree)
        drafts_read(arena, tree, &found);
    else if (failure.error.text[0] && !set_aside(arena, world, path, error))
        return false;
    drafts_of(arena, state, &own);
    drafts_of(arena, state, &all);
    drafts_add_others(arena, &found, &world->kept, &all);
    struct buf out = {0};
    put_all(&out, state, &all);
    bool ok = file_save(path, buf_view(&out), 0600, error);
    if (ok)
        drafts_copy(world->kept_arena, &own, &world->kept);
    buf_free(&out);
    return ok;
}

bool remember_save(struct world *world, const struct state *state, struct error *error)
{
    struct arena *arena = arena_new();
    const char *folder = folder_of(arena, world);
    bool ok = true;
    world->kept_at = state->now;
    /* what is not known yet must not take the place of what is kept */
    if (folder && !world->blank && (ok = file_make_folder(folder, 0700, error))) {
        int lock = file_lock_folder(folder, LOCK_PATIENCE, error);
        ok = lock >= 0 && save(arena, world, state, path_join(arena, folder, FILE_NAME), error) &&
             colleagues_save(world, state, folder, error);
        file_unlock(lock);
    }
    arena_free(arena);
    return ok;
}

bool remember_is_behind(const struct world *world)
{
    struct arena *arena = arena_new();
    struct drafts own = {0};
    drafts_of(arena, world->state, &own);
    bool behind = !world->blank && folder_of(arena, world) && !drafts_same(&own, &world->kept);
    arena_free(arena);
    return behind;
}

/* ---- reading ---- */

static struct str text_of(const struct yaml_node *map, const char *name)
{
    const struct yaml_node *node = yaml_get(map, name);
    return node && node->kind == YAML_SCALAR && !yaml_is_null(node) ? node->text : STR("");
}

static bool is_true(const struct yaml_node *map, const char *name)
{
    return str_is(text_of(map, name), "true");
}

static bool number_of(const struct yaml_node *node, uint32_t most, uint32_t *out)
{
    long number;
    if (!node || node->kind != YAML_SCALAR || !str_number(node->text, &number) || number < 0 ||
        number > (long)most)
        return false;
    *out = (uint32_t)number;
    return true;
}

static bool span_of_node(const struct yaml_node *node, uint32_t most, struct span *out)
{
    return node && node->kind == YAML_LIST && node->first &&
           number_of(node->first, most, &out->start) &&
           number_of(node->first->next, most, &out->end) && out->start <= out->end;
}

static const struct yaml_node *items(const struct yaml_node *map, const char *name)
{
    const struct yaml_node *list = yaml_get(map, name);
    return list && list->kind == YAML_LIST ? list->first : NULL;
}

/* The article of an item that still is there; ARTICLE_NONE. */
static uint32_t article_of(const struct state *state, const struct yaml_node *item, uint32_t *most)
{
    uint32_t number = corpus_at_path(&state->library->corpus, text_of(item, "article"));
    *most = number == ARTICLE_NONE ? 0 : (uint32_t)corpus_text_len(&state->library->corpus, number);
    return number;
}

static void take_article(struct state *state, const struct yaml_node *item)
{
    uint32_t most, number = article_of(state, item, &most);
    if (number == ARTICLE_NONE)
        return;
    struct spans seen = {0};
    uint32_t last = 0;
    state_set_read(state, number, is_true(item, "read"));
    state_set_starred(state, number, is_true(item, "starred"));
    for (const struct yaml_node *pair = items(item, "seen"); pair; pair = pair->next) {
        struct span span;
        if (!span_of_node(pair, most, &span) || span.start < last || span.start == span.end)
            continue;
        *vec_add(NULL, &seen) = span;
        last = span.end;
    }
    state_set_seen(state, number, &seen);
    vec_free(&seen);
}

static void take_place(struct state *state, const struct yaml_node *place)
{
    uint32_t most, at, number = article_of(state, place, &most);
    if (number != ARTICLE_NONE && number_of(yaml_get(place, "at"), most, &at))
        state->cursor = (struct spot){number, at};
}

static void take_wish(struct state *state, const struct yaml_node *map, struct thread_wish *out)
{
    for (size_t i = 1; i < COUNT(thread_kinds); i++) {
        if (str_is(text_of(map, "kind"), thread_kinds[i]))
            *out = (struct thread_wish){(enum thread_kind)i,
                                        arena_str(state->arena, text_of(map, "words")),
                                        is_true(map, "unseen")};
    }
}

static void take_history(struct state *state, const struct yaml_node *tree)
{
    for (size_t i = 0; i < COUNT(history_names); i++)
        for (const struct yaml_node *line = items(tree, history_names[i]); line; line = line->next)
            if (line->kind == YAML_SCALAR)
                *vec_add(NULL, &state->history[i]) = arena_str(state->arena, line->text);
}

static void take_drafts(struct world *world, struct state *state, const struct yaml_node *tree)
{
    struct drafts found = {0};
    drafts_read(state->arena, tree, &found);
    drafts_copy(world->kept_arena, &found, &world->kept);
    for (size_t i = 0; i < found.len; i++)
        *vec_add(NULL, &state->drafts) = found.at[i];
}

static void take_all(struct world *world, struct state *state, const struct yaml_node *tree)
{
    for (const struct yaml_node *item = items(tree, "articles"); item; item = item->next)
        take_article(state, item);
    take_drafts(world, state, tree);
    take_place(state, yaml_get(tree, "place"));
    /* the thread in hand then is one key away, not in hand: who comes back begins with the text */
    take_wish(state, yaml_get(tree, "last"), &state->last_thread);
    take_wish(state, yaml_get(tree, "thread"), &state->last_thread);
    take_history(state, tree);
}

void remember_load(struct world *world, struct state *state)
{
    struct arena *arena = arena_new();
    const char *folder = folder_of(arena, world);
    const char *path = folder ? path_join(arena, folder, FILE_NAME) : NULL;
    struct yaml_failure failure = {.error.text = ""};
    const struct yaml_node *tree = path ? read_tree(arena, path, &failure) : NULL;
    if (tree)
        take_all(world, state, tree);
    else if (failure.error.text[0])
        problem_add(&world->problems, SEVERITY_WARNING, str_of(path), failure.line, failure.column,
                    failure.line ? "bad-yaml" : "unreadable",
                    "what was read and seen is not known: %s", failure.error.text);
    colleagues_load(world, folder);
    arena_free(arena);
}
