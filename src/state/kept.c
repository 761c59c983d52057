/* SPDX-License-Identifier: ISC */
/* A vector, and a hash table that finds an article in it: a reader has read a few thousand of a
 * million, and what is kept of the others is nothing. */
#include "kept.h"

#include "dossier/base/memory.h"

#include <stdlib.h>
#include <string.h>

#define LEAST_SLOTS 64

/* The slot of ARTICLE, or the free one where it belongs. Neighbours are spread: they are read
 * together. */
static size_t slot_of(const struct kept_articles *kept, uint32_t article)
{
    size_t mask = kept->slot_count - 1, slot = (article * 2654435769u >> 7) & mask;
    while (kept->slots[slot] && kept->at[kept->slots[slot] - 1].article != article)
        slot = (slot + 1) & mask;
    return slot;
}

static void grow(struct kept_articles *kept)
{
    if (kept->len * 2 < kept->slot_count)
        return;
    free(kept->slots);
    kept->slot_count = kept->slot_count ? kept->slot_count * 2 : LEAST_SLOTS;
    kept->slots = memory_get(kept->slot_count * sizeof *kept->slots);
    for (size_t i = 0; i < kept->len; i++)
        kept->slots[slot_of(kept, kept->at[i].article)] = (uint32_t)i + 1;
}

static struct article_memory *memory_in(struct kept_articles *kept, uint32_t article)
{
    grow(kept);
    size_t slot = slot_of(kept, article);
    if (!kept->slots[slot]) {
        vec_add(NULL, kept)->article = article;
        kept->slots[slot] = (uint32_t)kept->len;
    }
    return &kept->at[kept->slots[slot] - 1];
}

const struct article_memory *state_memory(const struct state *state, uint32_t article)
{
    static const struct article_memory nothing;
    const struct kept_articles *kept = &state->kept;
    uint32_t at = kept->slot_count ? kept->slots[slot_of(kept, article)] : 0;
    return at ? &kept->at[at - 1] : &nothing;
}

/* They are told among the problems, of which those of a file stand together. */
void kept_count_unreadable(struct state *state)
{
    const struct corpus *corpus = &state->library->corpus;
    const struct problems *problems = &state->library->problems;
    state->unreadable = 0;
    for (size_t i = 0; i < problems->len; i++) {
        struct str file = problems->at[i].file;
        if (problems->at[i].line || (i && str_eq(file, problems->at[i - 1].file)))
            continue;
        uint32_t number = corpus_at_path(corpus, file);
        state->unreadable += number != ARTICLE_NONE && !corpus_readable(corpus, number);
    }
}

static void set_read(struct kept_articles *kept, const struct corpus *corpus, uint32_t article,
                     bool read)
{
    struct article_memory *memory = memory_in(kept, article);
    if (memory->read != read && corpus_readable(corpus, article))
        kept->read += read ? 1 : (size_t)-1;
    memory->read = read;
}

void state_set_read(struct state *state, uint32_t article, bool read)
{
    if (state_memory(state, article)->read != read)
        set_read(&state->kept, &state->library->corpus, article, read);
}

void state_set_starred(struct state *state, uint32_t article, bool starred)
{
    if (state_memory(state, article)->starred != starred)
        memory_in(&state->kept, article)->starred = starred;
}

void state_set_seen(struct state *state, uint32_t article, const struct spans *seen)
{
    struct article_memory *memory = memory_in(&state->kept, article);
    memory->seen.len = 0;
    for (size_t i = 0; i < seen->len; i++)
        *vec_add(NULL, &memory->seen) = seen->at[i];
}

size_t state_unread(const struct state *state)
{
    const struct corpus *corpus = &state->library->corpus;
    return corpus->len - state->unreadable - state->kept.read;
}

size_t state_folder_unread(const struct state *state, const struct folder *folder)
{
    const struct corpus *corpus = &state->library->corpus;
    size_t unread = folder->thread.articles, end;
    for (size_t i = 0; i < state->kept.len; i++) {
        const struct article_memory *memory = &state->kept.at[i];
        unread -= memory->read && thread_in(&folder->thread, corpus, memory->article, &end) < end;
    }
    return unread;
}

/* ---- what was seen ---- */

void kept_add(struct spans *seen, struct span span)
{
    if (span.start >= span.end)
        return;
    size_t first = 0;
    while (first < seen->len && seen->at[first].end < span.start)
        first++;
    size_t end = first;
    for (; end < seen->len && seen->at[end].start <= span.end; end++) {
        if (seen->at[end].start < span.start)
            span.start = seen->at[end].start;
        if (seen->at[end].end > span.end)
            span.end = seen->at[end].end;
    }
    if (end == first)
        vec_add(NULL, seen);
    size_t behind = seen->len - (end == first) - end;
    memmove(seen->at + first + 1, seen->at + end, behind * sizeof *seen->at);
    seen->len = first + 1 + behind;
    seen->at[first] = span;
}

bool state_seen(const struct state *state, const struct thread_place *place)
{
    const struct spans *seen = &state_memory(state, place->article)->seen;
    size_t low = 0, high = seen->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (seen->at[middle].start <= place->span.start)
            low = middle + 1;
        else
            high = middle;
    }
    return low && place->span.end <= seen->at[low - 1].end;
}

static size_t count_seen(const struct state *state, uint32_t article)
{
    size_t end, count = 0;
    size_t first = thread_in(&state->thread, &state->library->corpus, article, &end);
    for (size_t i = first; i < end; i++)
        count += state_seen(state, &state->thread.at[i]);
    return count;
}

void kept_see(struct state *state, uint32_t article, struct span span)
{
    if (span.start >= span.end)
        return;
    size_t before = count_seen(state, article);
    kept_add(&memory_in(&state->kept, article)->seen, span);
    state->thread_seen += count_seen(state, article) - before;
}

void kept_count_thread(struct state *state)
{
    state->thread_seen = 0;
    for (size_t i = 0; i < state->kept.len; i++)
        if (state->kept.at[i].seen.len)
            state->thread_seen += count_seen(state, state->kept.at[i].article);
}

/* ---- a new generation ---- */

/* Of what was seen, what stands before and behind the words that changed is still seen. */
static void move_seen(struct moving *moving, uint32_t article, struct spans *seen)
{
    if (!seen->len || !moving_changed(moving, article))
        return;
    struct spans kept = {0};
    uint32_t start = moving->last.start;
    uint32_t old = (uint32_t)corpus_text_len(moving->old, article);
    uint32_t new = (uint32_t)corpus_text_len(moving->new, moving->last.to);
    uint32_t end = old - moving->last.end;
    for (size_t i = 0; i < seen->len; i++) {
        struct span span = seen->at[i];
        if (span.start < start)
            kept_add(&kept, (struct span){span.start, span.end < start ? span.end : start});
        if (span.end > end)
            kept_add(&kept, (struct span){(span.start > end ? span.start : end) + new - old,
                                          span.end + new - old});
    }
    vec_free(seen);
    *seen = kept;
}

static void move_one(struct kept_articles *moved, struct moving *moving,
                     struct article_memory *memory)
{
    uint32_t to = moving_to(moving, memory->article);
    if (to == ARTICLE_NONE) {
        vec_free(&memory->seen);
        return;
    }
    move_seen(moving, memory->article, &memory->seen);
    set_read(moved, moving->new, to, memory->read);
    struct article_memory *put = memory_in(moved, to);
    put->starred = memory->starred;
    put->seen = memory->seen;
}

void kept_move(struct state *state, struct moving *moving)
{
    struct kept_articles moved = {0};
    for (size_t i = 0; i < state->kept.len; i++)
        move_one(&moved, moving, &state->kept.at[i]);
    free(state->kept.at);
    free(state->kept.slots);
    state->kept = moved;
}

void kept_free(struct kept_articles *kept)
{
    for (size_t i = 0; i < kept->len; i++)
        free(kept->at[i].seen.at);
    free(kept->at);
    free(kept->slots);
    *kept = (struct kept_articles){0};
}
