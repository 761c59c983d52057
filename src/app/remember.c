/* SPDX-License-Identifier: ISC */
/* The file is ours, but a user may mend it, so it is YAML like all others, and nothing in it is
 * trusted: an article that is gone, or an offset beyond its end, is passed over. */
#include "remember.h"

#include "colleagues.h"
#include "drafts.h"
#include "remember_parts.h"

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

static void put_wish(struct buf *out, const char *name, const struct thread_wish *wish)
{
    if (wish->kind == THREAD_NONE)
        return;
    buf_printf(out, "%s:\n  kind: %s\n  unseen: %s\n  ", name, thread_kinds[wish->kind],
               wish->unseen ? "true" : "false");
    remember_put_key(out, "words", wish->words);
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

/* BEFORE is what stood in the file, whose articles are not all known yet; NULL where they are. */
static void put_all(struct buf *out, const struct state *state, const struct drafts *drafts,
                    const struct yaml_node *before)
{
    const struct article *article = state_article(state);
    buf_chars(out, "version: 1\n");
    if (article) {
        buf_chars(out, "place:\n  ");
        remember_put_key(out, "article", article->path);
        buf_printf(out, "  at: %u\n", state->cursor.at);
    }
    put_wish(out, "thread", &state->thread.wish);
    put_wish(out, "last", &state->last_thread);
    remember_put_articles(out, state, before);
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
    put_all(&out, state, &all, world->early ? tree : NULL);
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

static void take_place(struct state *state, const struct yaml_node *place)
{
    uint32_t most, at, number = remember_article(state, place, &most);
    if (number != ARTICLE_NONE && remember_number(yaml_get(place, "at"), most, &at))
        state->cursor = (struct spot){number, at};
}

static void take_wish(struct state *state, const struct yaml_node *map, struct thread_wish *out)
{
    for (size_t i = 1; i < COUNT(thread_kinds); i++) {
        if (str_is(remember_text(map, "kind"), thread_kinds[i]))
            *out = (struct thread_wish){(enum thread_kind)i,
                                        arena_str(state->arena, remember_text(map, "words")),
                                        remember_true(map, "unseen")};
    }
}

static void take_history(struct state *state, const struct yaml_node *tree)
{
    for (size_t i = 0; i < COUNT(history_names); i++)
        for (const struct yaml_node *line = remember_items(tree, history_names[i]); line;
             line = line->next)
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
    remember_take_articles(state, tree, NULL);
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

void remember_added(const struct world *world, struct state *state,
                    const struct article_numbers *added)
{
    struct arena *arena = arena_new();
    const char *folder = folder_of(arena, world);
    struct yaml_failure failure;
    const struct yaml_node *tree =
        folder ? read_tree(arena, path_join(arena, folder, FILE_NAME), &failure) : NULL;
    if (tree)
        remember_take_articles(state, tree, added);
    arena_free(arena);
}
