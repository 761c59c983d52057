/* SPDX-License-Identifier: ISC */
/* What is done with notes outside. The files go first; the answer brings the notebook as
 * it is then, with what others have changed meanwhile. */
#include "effects.h"

#include "live.h"

#include "dossier/base/memory.h"
#include "dossier/load/searches_file.h"
#include "dossier/load/stored.h"
#include "dossier/notes/anchor.h"
#include "dossier/notes/verdicts.h"

static bool anchor_note(struct arena *arena, const struct world *world, struct note *note,
                        struct error *error)
{
    struct buf stored = {0};
    uint32_t number = corpus_at_path(&world->library->corpus, note->article);
    if (number == ARTICLE_NONE)
        return error_set(error, "%.*s is not in this dossier any more", STR_ARG(note->article));
    bool ok = stored_read(world->library, number, &stored, error);
    if (ok)
        anchor_make(arena, world->library, number,
                    note->has_passage ? note->span : (struct span){0}, buf_view(&stored), note);
    buf_free(&stored);
    return ok;
}

/* OK, or the sentence why not; the ids of the notes that were to be stored, with which trying again
 * makes no second note. */
static void answer(struct world *world, struct events *back, bool ok, const struct error *error,
                   const struct note *notes, size_t count)
{
    struct event event = {.kind = EVENT_NOTES, .ok = ok, .id_count = count};
    struct str *ids = arena_many(back->arena, struct str, count + 1);
    for (size_t i = 0; i < count; i++)
        ids[i] = arena_str(back->arena, notes[i].id);
    event.ids = ids;
    if (!ok)
        event.sentence = arena_str(back->arena, str_of(error->text));
    else
        notebook_refresh(world->notebook, world->library);
    event.judged = verdicts_judge(world->notebook, world->library);
    event.notebook = world->notebook;
    *vec_add(back->arena, back) = event;
}

void effects_notes(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    struct note *notes = arena_many(back->arena, struct note, effect->note_count + 1);
    bool ok = true;
    for (size_t i = 0; i < effect->note_count; i++) {
        notes[i] = note_copy(back->arena, &effect->notes[i]);
        bool anchored = notes[i].sha256.len || !notes[i].article.len;
        ok = ok && (anchored || anchor_note(back->arena, world, &notes[i], &error));
    }
    if (ok && effect->note_count)
        ok = notebook_put(world->notebook, world->library, notes, effect->note_count, &error);
    if (ok && effect->id_count)
        ok = notebook_remove(world->notebook, effect->ids, effect->id_count, world->state->now,
                             &error);
    answer(world, back, ok, &error, notes, effect->note_count);
}

void effects_restore(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    bool ok =
        notebook_restore(world->notebook, world->library, effect->text, world->state->now, &error);
    answer(world, back, ok, &error, NULL, 0);
}

void effects_check(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    bool ok = notebook_check(world->notebook, effect->text, effect->on, &error);
    answer(world, back, ok, &error, NULL, 0);
}

void effects_verdict(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    if (!effect->verdict) {
        bool ok = verdicts_take_back(world->notebook, world->library, effect->text, &error);
        answer(world, back, ok, &error, NULL, 0);
        return;
    }
    struct verdict verdict = verdict_copy(back->arena, effect->verdict);
    bool anchored = verdict.anchor.sha256.len || !verdict.anchor.article.len;
    bool ok = (anchored || anchor_note(back->arena, world, &verdict.anchor, &error)) &&
              verdicts_give(world->notebook, world->library, &verdict, &error);
    answer(world, back, ok, &error, &verdict.anchor, 1);
}

void effects_settle(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    bool ok =
        notebook_settle(world->notebook, world->library, effect->text, world->state->now, &error);
    answer(world, back, ok, &error, NULL, 0);
}

void effects_take_copy(const struct effect *effect, struct world *world, struct events *back)
{
    (void)effect;
    struct error error;
    struct taken taken = {0};
    size_t number = 0;
    while (number < world->notebook->copy_len && !world->notebook->copies[number].differ)
        number++;
    struct str file = STR("");
    bool ok = number < world->notebook->copy_len;
    if (ok) {
        file = arena_str(back->arena, world->notebook->copies[number].file);
        ok = notebook_take_copy(world->notebook, world->library, number, &taken, &error);
    } else {
        error_set(&error, "no copy of your notes has anything that is not here");
    }
    answer(world, back, ok, &error, NULL, 0);
    if (ok)
        effects_say(back, true,
                    "taken in of %.*s: %zu new, %zu changed, %zu in conflict; the copy "
                    "can be deleted now",
                    STR_ARG(file), taken.added, taken.changed, taken.clashed);
}

void effects_refresh(const struct effect *effect, struct world *world, struct events *back)
{
    (void)effect;
    if (notebook_refresh(world->notebook, world->library))
        answer(world, back, true, NULL, NULL, 0);
}

void effects_search(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    bool ok;
    if (world->library->single)
        ok = error_set(&error, "a single file has no folder in which a search could be saved");
    else
        ok = searches_save(world->library->folder, effect->text, effect->other, &error);
    if (ok) {
        live_saved(world);
        world_read_searches(world);
        effects_searches(world, back);
    }
    answer(world, back, ok, &error, NULL, 0);
}
