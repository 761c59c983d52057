/* SPDX-License-Identifier: ISC */
/* Which lines recur. Whether one does hangs on the articles that hold it, and on nothing else: they
 * are taken in the order of a hash of their paths, and the line recurs where RECURRING_LEAST of
 * them are unlike each other. So what comes of it is the same however the articles were read, and
 * only the lines of articles that came or went are asked for, each being looked up by its key. */
#include "dossier/model/recurring.h"

#include "dossier/base/memory.h"
#include "sections.h"

#include <stdlib.h>

#define SAMPLE 16 /* holders that are asked */

/* The lines of a part by key; AT: those before it have been dealt with. */
struct keyed {
    const struct recurring_line *lines;
    const struct holder *holders;
    const uint32_t *by_key;
    size_t len, holder_count, at;
    size_t end; /* of those that have the key in hand: from AT on */
};

struct keys {
    uint64_t *at;
    size_t len, cap;
};

struct finding {
    struct corpus *corpus;
    size_t made;
    struct keyed *parts;
    struct keys gone; /* keys of articles that are gone, in order */
    size_t gone_at;
    struct arena *arena;
    struct recurring_changes *out;
};

static struct keyed keyed_of(const struct segment *segment)
{
    size_t holders = segment->size[SECTION_HOLDERS] / sizeof(struct holder);
    return (struct keyed){.lines = segment->at[SECTION_LINES],
                          .holders = segment->at[SECTION_HOLDERS],
                          .by_key = segment->at[SECTION_BY_KEY],
                          .len = segment->size[SECTION_BY_KEY] / sizeof(uint32_t),
                          .holder_count = holders};
}

/* Line NTH by key; one that nobody holds where the file is damaged. */
static const struct recurring_line *nth(const struct keyed *keyed, size_t nth)
{
    static const struct recurring_line none = {.holder = UINT32_MAX};
    uint32_t at = keyed->by_key[nth];
    return at < keyed->len && keyed->lines[at].holder < keyed->holder_count ? &keyed->lines[at]
                                                                            : &none;
}

/* The first place from FROM on whose key is not below KEY; near ones are found soonest. */
static size_t seek(const struct keyed *keyed, size_t from, uint64_t key)
{
    size_t step = 1, high;
    while (from + step <= keyed->len && nth(keyed, from + step - 1)->key < key) {
        from += step;
        step *= 2;
    }
    high = from + step - 1 < keyed->len ? from + step - 1 : keyed->len;
    while (from < high) {
        size_t middle = from + (high - from) / 2;
        if (nth(keyed, middle)->key < key)
            from = middle + 1;
        else
            high = middle;
    }
    return from;
}

/* ---- one key ---- */

/* The holders that stand first by path, in that order. */
struct sample {
    const struct holder *at[SAMPLE];
    size_t len;
};

static void take(struct sample *sample, const struct holder *holder)
{
    size_t at = 0;
    while (at < sample->len && sample->at[at]->path < holder->path)
        at++;
    if (at == SAMPLE || (at < sample->len && sample->at[at]->path == holder->path))
        return; /* it has the line twice */
    if (sample->len < SAMPLE)
        sample->len++;
    for (size_t i = sample->len - 1; i > at; i--)
        sample->at[i] = sample->at[i - 1];
    sample->at[at] = holder;
}

static bool recurs(const struct sample *sample)
{
    const struct holder *unlike[RECURRING_LEAST];
    size_t count = 0;
    for (size_t i = 0; i < sample->len && count < RECURRING_LEAST; i++) {
        bool is_unlike = true;
        for (size_t k = 0; k < count && is_unlike; k++)
            is_unlike = recurring_unlike(unlike[k]->sketch, sample->at[i]->sketch);
        if (is_unlike)
            unlike[count++] = sample->at[i];
    }
    return count == RECURRING_LEAST;
}

static bool is_there(const struct finding *f, size_t part, const struct recurring_line *line)
{
    const struct keyed *keyed = &f->parts[part];
    const struct corpus_part *its = &f->corpus->parts[part];
    if (line->holder >= keyed->holder_count)
        return false;
    uint32_t article = keyed->holders[line->holder].article;
    return article < segment_count(its->segment) &&
           !corpus_is_gone(f->corpus, its->first + article);
}

static void mark(struct finding *f, size_t part, const struct recurring_line *line, bool out)
{
    const struct holder *holder = &f->parts[part].holders[line->holder];
    if ((line->out != 0) == out)
        return;
    if (part >= f->made)
        ((struct recurring_line *)line)->out = out;
    else
        *vec_add(f->arena, f->out) =
            (struct recurring_change){f->corpus->parts[part].first + holder->article,
                                      (uint32_t)(line - f->parts[part].lines) - holder->first};
}

static void decide(struct finding *f, uint64_t key)
{
    struct sample sample = {.len = 0};
    size_t outs = 0;
    for (size_t part = 0; part < f->corpus->part_count; part++) {
        struct keyed *keyed = &f->parts[part];
        keyed->at = keyed->end = seek(keyed, keyed->at, key);
        for (; keyed->end < keyed->len && nth(keyed, keyed->end)->key == key; keyed->end++) {
            const struct recurring_line *line = nth(keyed, keyed->end);
            if (!is_there(f, part, line))
                continue;
            take(&sample, &keyed->holders[line->holder]);
            outs += line->out;
        }
    }
    bool out = recurs(&sample);
    for (size_t part = 0; part < f->corpus->part_count; part++) {
        struct keyed *keyed = &f->parts[part];
        for (; keyed->at < keyed->end; keyed->at++) {
            const struct recurring_line *line = nth(keyed, keyed->at);
            if ((out || outs) && is_there(f, part, line))
                mark(f, part, line, out);
        }
    }
}

/* ---- which keys are asked for ---- */

static int compare_keys(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void add_keys(struct finding *f, const struct segment *segment, uint32_t number)
{
    const struct recurring *its = recurring_of(segment, number, f->arena);
    for (size_t i = 0; its && i < its->len; i++)
        *vec_add(f->arena, &f->gone) = its->at[i].key;
}

static bool is_held(const struct corpus *corpus, const struct corpus_part *part, uint32_t *first)
{
    for (size_t i = 0; i < corpus->part_count; i++) {
        *first = corpus->parts[i].first;
        if (corpus->parts[i].segment == part->segment)
            return true;
    }
    return false;
}

/* Articles of a part of BEFORE that are not in the corpus any more. */
static void find_gone(struct finding *f, const struct corpus *before,
                      const struct corpus_part *part)
{
    uint32_t first, count = segment_count(part->segment);
    bool held = is_held(f->corpus, part, &first);
    if (!part->segment->size[SECTION_HOLDERS] || (held && !f->corpus->gone))
        return;
    for (uint32_t i = 0; i < count; i++) {
        if ((!held || corpus_is_gone(f->corpus, first + i)) &&
            !corpus_is_gone(before, part->first + i))
            add_keys(f, part->segment, i);
    }
}

/* The smallest key that is still to be asked for; false where there is none. */
static bool next_key(struct finding *f, uint64_t *key)
{
    bool found = f->gone_at < f->gone.len;
    *key = found ? f->gone.at[f->gone_at] : UINT64_MAX;
    for (size_t part = f->made; part < f->corpus->part_count; part++) {
        const struct keyed *keyed = &f->parts[part];
        if (keyed->at >= keyed->len)
            continue;
        found = true;
        if (nth(keyed, keyed->at)->key < *key)
            *key = nth(keyed, keyed->at)->key;
    }
    while (f->gone_at < f->gone.len && f->gone.at[f->gone_at] <= *key)
        f->gone_at++;
    return found;
}

static int compare_changes(const void *a, const void *b)
{
    const struct recurring_change *x = a, *y = b;
    return x->article != y->article ? (x->article > y->article) - (x->article < y->article)
                                    : (x->line > y->line) - (x->line < y->line);
}

void recurring_find(struct corpus *corpus, const struct corpus *before, size_t made,
                    struct arena *arena, struct recurring_changes *out)
{
    struct finding f = {.corpus = corpus, .made = made, .arena = arena, .out = out};
    f.parts = arena_many(arena, struct keyed, corpus->part_count + 1);
    for (size_t i = 0; i < corpus->part_count; i++)
        f.parts[i] = keyed_of(corpus->parts[i].segment);
    for (size_t i = 0; before && i < before->part_count; i++)
        find_gone(&f, before, &before->parts[i]);
    if (f.gone.len)
        qsort(f.gone.at, f.gone.len, sizeof *f.gone.at, compare_keys);
    for (uint64_t key; next_key(&f, &key);)
        decide(&f, key);
    for (size_t i = made; i < corpus->part_count; i++)
        section_take_words(corpus->parts[i].segment);
    if (out->len)
        qsort(out->at, out->len, sizeof *out->at, compare_changes);
}

/* ---- one line ---- */

static size_t count_holders(const struct corpus *corpus, uint64_t key)
{
    size_t count = 0;
    for (size_t part = 0; part < corpus->part_count; part++) {
        struct keyed keyed = keyed_of(corpus->parts[part].segment);
        uint32_t last = UINT32_MAX;
        for (size_t i = seek(&keyed, 0, key); i < keyed.len && nth(&keyed, i)->key == key; i++) {
            uint32_t holder = nth(&keyed, i)->holder;
            if (holder >= keyed.holder_count || holder == last ||
                corpus_is_gone(corpus, corpus->parts[part].first + keyed.holders[holder].article))
                continue;
            last = holder; /* lines of one article stand together */
            count++;
        }
    }
    return count;
}

size_t recurring_others(const struct corpus *corpus, uint32_t article, uint32_t at,
                        enum recurring_within *within)
{
    const struct corpus_part *part = corpus_part(corpus, article);
    struct arena *arena = arena_new();
    const struct recurring *its = recurring_of(part->segment, article - part->first, arena);
    size_t most = 0;
    for (size_t i = 0; its && i < its->len; i++) {
        const struct recurring_line *line = &its->at[i];
        if (!line->out || !span_holds(line->span, at))
            continue;
        size_t count = count_holders(corpus, line->key);
        most = count > most ? count : most;
        *within = its->within;
    }
    arena_free(arena);
    return most ? most - 1 : 0;
}
