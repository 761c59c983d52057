/* SPDX-License-Identifier: ISC */
/* A thread is a list of places, made whole at once; what it is made from is kept beside it, so that
 * a new generation of the library can make it again. */
#include "dossier/state/thread.h"

#include "dossier/base/memory.h"
#include "dossier/reading/copies.h"
#include "dossier/search/search.h"
#include "dossier/text/grapheme.h"

#include <stdlib.h>

struct making {
    struct thread *thread; /* the new one */
    const struct library *library;
    const struct notebook *notebook;
    const struct saved_searches *saved;
    const struct counting *counting;
    struct error *error;
};

static struct thread_place *add_place(struct thread *thread, uint32_t article, struct span span)
{
    struct thread_place *place = vec_add(thread->arena, thread);
    *place = (struct thread_place){.article = article, .span = span, .mention = MENTION_NONE};
    return place;
}

static bool make_nothing(struct making *making)
{
    making->thread->name = STR("");
    return true;
}

static bool make_actor(struct making *making)
{
    struct thread *thread = making->thread;
    const struct library *library = making->library;
    thread->actor = tags_actor(&library->tags, thread->wish.words);
    if (thread->actor == ACTOR_NONE)
        return error_set(making->error, "there is no actor “%.*s” any more",
                         STR_ARG(thread->wish.words));
    struct mention_list stops = {0};
    library_stops(library, thread->actor, making->counting, thread->arena, &stops);
    for (size_t i = 0; i < stops.len; i++) {
        const struct mention *mention = &library->cast.at[stops.at[i]];
        add_place(thread, mention->article, mention->span)->mention = stops.at[i];
    }
    thread->name = arena_str(thread->arena, library->tags.at[thread->actor].name);
    return true;
}

static bool make_search(struct making *making)
{
    struct thread *thread = making->thread;
    thread->query = query_read(thread->arena, making->library, making->saved, thread->wish.words,
                               making->error);
    if (!thread->query)
        return false;
    thread->search = search_begin(thread->query, making->library, making->notebook,
                                  search_at_once(&making->library->corpus));
    thread->going = true;
    thread->name = arena_printf(thread->arena, "/%.*s", STR_ARG(thread->wish.words));
    return true;
}

static bool has_tag(const struct str *tags, size_t count, struct str tag)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(tags[i], tag))
            return true;
    return false;
}

/* A note or a tag on a whole article has its place at the first paragraph of the body. */
static struct span first_paragraph(const struct article *article)
{
    for (size_t i = 0; i < article_paragraph_count(article); i++)
        if (article_paragraphs(article)[i].kind != PARAGRAPH_BOILERPLATE)
            return article_paragraphs(article)[i].span;
    return (struct span){0, 0};
}

static void add_note(struct making *making, const struct note *note)
{
    struct thread *thread = making->thread;
    if (note->number == ARTICLE_NONE || (note->has_passage && !note_is_placed(note)))
        return;
    struct span span =
        note->has_passage ? note->span
                          : first_paragraph(corpus_article(&making->library->corpus, note->number));
    add_place(thread, note->number, span)->note = arena_str(thread->arena, note->id);
}

static bool make_tag(struct making *making)
{
    struct thread *thread = making->thread;
    const struct corpus *corpus = &making->library->corpus;
    size_t tagged, count;
    const uint32_t *numbers = corpus_tagged(corpus, &tagged);
    for (size_t i = 0; i < tagged; i++) {
        uint32_t article = numbers[i];
        const struct str *tags = corpus_tags(corpus, article, &count);
        if (has_tag(tags, count, thread->wish.words))
            add_place(thread, article, first_paragraph(corpus_article(corpus, article)));
    }
    for (size_t i = 0; making->notebook && i < making->notebook->len; i++)
        if (has_tag(making->notebook->at[i].tags, making->notebook->at[i].tag_count,
                    thread->wish.words))
            add_note(making, &making->notebook->at[i]);
    thread->name = arena_printf(thread->arena, "#%.*s", STR_ARG(thread->wish.words));
    return true;
}

#define NAME_CHARACTERS 30 /* of a passage */

/* All places where the words of a passage stand. */
static bool make_passage(struct making *making)
{
    struct thread *thread = making->thread;
    struct places found = {0};
    struct str words = thread->wish.words;
    struct pattern *pattern =
        pattern_make(thread->arena, copies_words(thread->arena, words), false);
    if (!pattern)
        return error_set(making->error, "there is no word in this passage to look for");
    pattern_find(pattern, &making->library->corpus, thread->arena, &found);
    for (size_t i = 0; i < found.len; i++)
        add_place(thread, found.at[i].article, found.at[i].span);
    struct str shown = text_fit(words, NAME_CHARACTERS);
    thread->name =
        arena_printf(thread->arena, "“%.*s%s”", STR_ARG(shown), shown.len < words.len ? "…" : "");
    return true;
}

static bool (*const makers[])(struct making *making) = {
    [THREAD_NONE] = make_nothing, [THREAD_ACTOR] = make_actor,     [THREAD_SEARCH] = make_search,
    [THREAD_TAG] = make_tag,      [THREAD_PASSAGE] = make_passage,
};

static int compare(const struct corpus *corpus, uint32_t article, uint32_t at,
                   const struct thread_place *place)
{
    uint32_t a = corpus->rank[article], b = corpus->rank[place->article];
    if (a != b)
        return a < b ? -1 : 1;
    return (at > place->span.start) - (at < place->span.start);
}

static int by_date(const void *a, const void *b, void *corpus)
{
    const struct thread_place *x = a, *y = b;
    int order = compare(corpus, x->article, x->span.start, y);
    return order ? order : (x->span.end > y->span.end) - (x->span.end < y->span.end);
}

static void finish(struct thread *thread, const struct corpus *corpus)
{
    void *context = (void *)(uintptr_t)corpus;
    size_t sorted = 1; /* most makers give them in order */
    while (sorted < thread->len &&
           by_date(&thread->at[sorted - 1], &thread->at[sorted], context) <= 0)
        sorted++;
    if (sorted < thread->len)
        qsort_r(thread->at, thread->len, sizeof *thread->at, by_date, context);
    for (size_t i = 0; i < thread->len; i++)
        thread->articles += i == 0 || thread->at[i].article != thread->at[i - 1].article;
    thread->current = thread->len;
}

bool thread_make(struct thread *thread, const struct thread_wish *wish,
                 const struct library *library, const struct notebook *notebook,
                 const struct saved_searches *saved, const struct counting *counting,
                 struct error *error)
{
    struct thread new = {.arena = arena_new(), .actor = ACTOR_NONE, .wish = *wish};
    new.wish.words = arena_str(new.arena, wish->words);
    struct making making = {&new, library, notebook, saved, counting, error};
    if (!makers[wish->kind](&making)) {
        arena_free(new.arena);
        return false;
    }
    finish(&new, &library->corpus);
    thread_free(thread);
    *thread = new;
    return true;
}

void thread_free(struct thread *thread)
{
    search_end(thread->search);
    free(thread->order);
    free(thread->standing);
    arena_free(thread->arena);
    *thread = (struct thread){.actor = ACTOR_NONE};
}

size_t thread_from(const struct thread *thread, const struct corpus *corpus, uint32_t article,
                   uint32_t at)
{
    size_t low = 0, high = thread->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(corpus, article, at, &thread->at[middle]) > 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t thread_since(const struct thread *thread, const struct corpus *corpus, day d)
{
    size_t low = 0, high = thread->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        day its = corpus_day(corpus, thread->at[middle].article);
        if (its != DAY_NONE && its < d)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t thread_in(const struct thread *thread, const struct corpus *corpus, uint32_t article,
                 size_t *end)
{
    size_t first = thread_from(thread, corpus, article, 0);
    for (*end = first; *end < thread->len && thread->at[*end].article == article;)
        ++*end;
    return first;
}

size_t thread_at(const struct thread *thread, const struct corpus *corpus, uint32_t article,
                 uint32_t at)
{
    size_t end;
    for (size_t i = thread_in(thread, corpus, article, &end); i < end; i++)
        if (span_holds(thread->at[i].span, at))
            return i;
    return thread->len;
}
