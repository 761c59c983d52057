/* SPDX-License-Identifier: ISC */
/* The thread of a search grows while it is looked at: what is found is added behind, by date, so
 * that no place changes its number. */
#include "dossier/state/thread.h"

#include "dossier/base/count.h"
#include "dossier/base/memory.h"
#include "dossier/search/search.h"

#include <stdlib.h>

static void take(struct thread *thread, const struct search_found *found,
                 const struct search_answer *answer)
{
    for (size_t i = 0; i < answer->count; i++) {
        const struct place *place = &found->places.at[answer->first + i];
        *(struct thread_place *)vec_add(thread->arena, thread) = (struct thread_place){
            .article = place->article, .span = place->span, .mention = MENTION_NONE};
    }
    thread->articles++;
}

bool thread_go_on(struct thread *thread, size_t bytes, struct error *error)
{
    if (!thread->going)
        return true;
    size_t before = thread->len;
    bool fresh = thread->current == before;
    thread->going = search_step(thread->search, bytes);
    const struct search_found *found = search_found(thread->search);
    for (; thread->taken < found->answers.len && thread->len < THREAD_MOST; thread->taken++)
        take(thread, found, &found->answers.at[thread->taken]);
    if (thread->len >= THREAD_MOST) {
        thread->cut = thread->going || thread->taken < found->answers.len;
        thread->going = false;
    }
    if (fresh)
        thread->current = thread->len;
    if (thread->order && thread->len > before)
        thread_rank(thread, true);
    return search_is_good(thread->search, error);
}

void thread_stop(struct thread *thread)
{
    thread->cut |= thread->going;
    thread->going = false;
}

static const struct search_answer *answer_of(const struct search_found *found, uint32_t article,
                                             size_t *from)
{
    while (found->answers.at[*from].article != article)
        ++*from;
    return &found->answers.at[*from];
}

/* The thread's places as answers: those that were seen may be left out of it. */
static size_t answers_here(const struct thread *thread, struct search_answer *out)
{
    const struct search_found *found = search_found(thread->search);
    size_t count = 0, from = 0;
    for (size_t i = 0; i < thread->len; i++) {
        if (!count || out[count - 1].article != thread->at[i].article) {
            out[count] = *answer_of(found, thread->at[i].article, &from);
            out[count].first = i;
            out[count++].count = 0;
        }
        out[count - 1].count++;
    }
    return count;
}

void thread_rank(struct thread *thread, bool ranked)
{
    if (!ranked || !thread->search) {
        free(thread->order);
        free(thread->standing);
        thread->order = thread->standing = NULL;
        return;
    }
    struct arena *arena = arena_new();
    struct search_answer *answers = arena_many(arena, struct search_answer, thread->articles + 1);
    uint32_t *best = arena_many(arena, uint32_t, thread->articles + 1);
    size_t count = answers_here(thread, answers), at = 0;
    search_order(answers, count, best);
    size_t bytes = (thread->len + 1) * sizeof *thread->order;
    thread->order = memory_resize(thread->order, bytes);
    thread->standing = memory_resize(thread->standing, bytes);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < answers[best[i]].count; j++) {
            uint32_t place = (uint32_t)(answers[best[i]].first + j);
            thread->standing[place] = (uint32_t)at;
            thread->order[at++] = place;
        }
    arena_free(arena);
}

size_t thread_nth(const struct thread *thread, size_t position)
{
    return thread->order && position < thread->len ? thread->order[position] : position;
}

size_t thread_standing(const struct thread *thread, size_t place)
{
    return thread->standing && place < thread->len ? thread->standing[place] : place;
}

struct str thread_extent(const struct thread *thread, struct arena *arena)
{
    const char *more = thread->cut ? "more than " : "";
    return arena_printf(arena, "%s%s place%s in %s article%s%s", more, COUNT_ARG(thread->len),
                        thread->len == 1 ? "" : "s", COUNT_ARG(thread->articles),
                        thread->articles == 1 ? "" : "s", thread->going ? " so far" : "");
}
