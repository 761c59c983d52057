/* SPDX-License-Identifier: ISC */
/* Found once, when all mentions are: whoever opens the list waits for nothing. What is not counted
 * is nobody's question; nor is a role beside a name, which is his who is named. */
#include "dossier/model/doubts.h"

#include "dossier/base/memory.h"
#include "dossier/model/library.h"

#include <stdlib.h>

/* A title that several have. */
struct title {
    struct str text;
    uint32_t form;
};

static int compare_titles(const void *a, const void *b)
{
    const struct title *x = a, *y = b;
    int order = str_cmp(x->text, y->text);
    return order ? order : (x->form > y->form) - (x->form < y->form);
}

/* Links the roles of one title to a ring. */
static uint32_t *link_titles(struct arena *arena, const struct tags *tags)
{
    uint32_t *next = arena_many(arena, uint32_t, tags->forms.len + 1);
    struct title *titles = memory_get((tags->forms.len + 1) * sizeof *titles);
    size_t count = 0;
    for (uint32_t i = 0; i < tags->forms.len; i++) {
        if (tags->forms.at[i].kind == FORM_ROLE)
            titles[count++] = (struct title){tags->forms.at[i].text, i};
    }
    if (count)
        qsort(titles, count, sizeof *titles, compare_titles);
    for (size_t i = 0, first = 0; i < count; i++) {
        bool last = i + 1 == count || !str_eq(titles[i].text, titles[i + 1].text);
        next[titles[i].form] = titles[last ? first : i + 1].form;
        first = last ? i + 1 : first;
    }
    free(titles);
    return next;
}

static bool held_then(const struct library *library, uint32_t form, uint32_t article)
{
    const struct role *role = &library->tags.roles.at[library->tags.forms.at[form].role];
    day on = corpus_day(&library->corpus, article);
    return on == DAY_NONE || ((role->from == DAY_NONE || role->from <= on) &&
                              (role->to == DAY_NONE || on < role->to));
}

/* The article has a name of ACTOR that no one doubts. */
static bool is_named(const struct library *library, uint32_t article, uint32_t actor)
{
    const struct cast *cast = &library->cast;
    for (uint32_t m = cast->of[article].first; m < cast->of[article].end; m++) {
        const struct mention *mention = library_unjudged(library, m);
        if (mention->actor == actor && mention->kind == FORM_NAME && mention_counts(mention))
            return true;
    }
    return false;
}

/* Who holds the role by the words of MENTION is named beside the stranger. */
static bool holder_is_named(const struct library *library, const struct mention *mention)
{
    uint32_t form = mention->form;
    do {
        if (held_then(library, form, mention->article) &&
            is_named(library, mention->article, library->tags.forms.at[form].actor))
            return true;
        form = library->doubts.next_title[form];
    } while (form != mention->form);
    return false;
}

static enum doubt doubt_in(const struct library *library, const struct mention *mention)
{
    if (!mention_counts(mention) || mention->beside != MENTION_NONE)
        return DOUBT_NONE;
    switch (mention->reason) {
    case REASON_AMBIGUOUS:
        return DOUBT_WHO;
    case REASON_NOBODY:
        return corpus_article(&library->corpus, mention->article)->facts.basis == BASIS_STATED
                   ? DOUBT_NONE
                   : DOUBT_NOBODY;
    case REASON_STRANGER:
        return holder_is_named(library, mention) ? DOUBT_STRANGER : DOUBT_NONE;
    default:
        return library->tags.forms.at[mention->form].common ? DOUBT_WORD : DOUBT_NONE;
    }
}

static void find_in(struct library *library, uint32_t article)
{
    const struct cast *cast = &library->cast;
    for (uint32_t m = cast->of[article].first; m < cast->of[article].end; m++) {
        if (doubt_in(library, &cast->at[m]) != DOUBT_NONE)
            *vec_add(library->arena, &library->doubts) = m;
    }
}

/* Takes those of BEFORE that are of articles below number END, but not of CHANGED. */
static size_t take_till(struct library *library, const struct library *before, size_t at,
                        uint32_t end, uint32_t changed)
{
    for (; at < before->doubts.len; at++) {
        uint32_t article = before->as_built.at[before->doubts.at[at]].article;
        if (article >= end)
            break;
        if (article != changed)
            *vec_add(library->arena, &library->doubts) = before->doubts.at[at];
    }
    return at;
}

void doubts_find(struct library *library, const struct library *before,
                 const struct article_numbers *changed)
{
    size_t at = 0;
    library->doubts.next_title = link_titles(library->arena, &library->tags);
    for (size_t i = 0; before && i < changed->len; i++) {
        uint32_t article = changed->at[i];
        at = take_till(library, before, at, article, ARTICLE_NONE);
        find_in(library, article);
        at = take_till(library, before, at, article + 1, article);
    }
    if (before)
        take_till(library, before, at, UINT32_MAX, ARTICLE_NONE);
    for (uint32_t i = 0; !before && i < library->corpus.numbers; i++)
        find_in(library, i);
}

enum doubt doubt_of(const struct library *library, uint32_t number)
{
    return doubt_in(library, library_unjudged(library, number));
}

const char *doubt_name(enum doubt doubt)
{
    static const char *const names[] = {[DOUBT_NONE] = "",
                                        [DOUBT_WHO] = "who",
                                        [DOUBT_NOBODY] = "nobody",
                                        [DOUBT_STRANGER] = "stranger",
                                        [DOUBT_WORD] = "word"};
    return names[doubt];
}

/* ---- whose it may be ---- */

struct candidate {
    uint32_t actor;
    size_t named; /* how often the article surely does */
    size_t order;
};

struct candidates {
    struct candidate *at;
    size_t len, cap;
};

static void add(const struct library *library, uint32_t article, uint32_t actor,
                struct arena *arena, struct candidates *out)
{
    const struct cast *cast = &library->cast;
    size_t named = 0;
    for (size_t i = 0; i < out->len; i++) {
        if (out->at[i].actor == actor)
            return;
    }
    for (uint32_t m = cast->of[article].first; m < cast->of[article].end; m++)
        named += cast->at[m].actor == actor && mention_counts(&cast->at[m]);
    *vec_add(arena, out) = (struct candidate){actor, named, out->len};
}

/* Those who ever held the role; first who did on the article's day. */
static void add_holders(const struct library *library, const struct mention *mention,
                        struct arena *arena, struct candidates *out)
{
    for (int then = 1; then >= 0; then--) {
        uint32_t form = mention->form;
        do {
            if (held_then(library, form, mention->article) == then)
                add(library, mention->article, library->tags.forms.at[form].actor, arena, out);
            form = library->doubts.next_title[form];
        } while (form != mention->form);
    }
}

static int likeliest_first(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->named != y->named)
        return x->named > y->named ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

uint32_t *doubt_candidates(const struct library *library, uint32_t number, struct arena *arena,
                           size_t *count)
{
    const struct mention *mention = library_unjudged(library, number);
    struct candidates all = {0};
    for (uint32_t i = 0; i < mention->candidate_count; i++)
        add(library, mention->article, library->cast.candidates.at[mention->candidates + i], arena,
            &all);
    if (mention->actor != ACTOR_NONE)
        add(library, mention->article, mention->actor, arena, &all);
    if (mention->reason == REASON_NOBODY || mention->reason == REASON_STRANGER)
        add_holders(library, mention, arena, &all);
    if (all.len > 1)
        qsort(all.at, all.len, sizeof *all.at, likeliest_first);
    uint32_t *actors = arena_many(arena, uint32_t, all.len + 1);
    for (size_t i = 0; i < all.len; i++)
        actors[i] = all.at[i].actor;
    *count = all.len;
    return actors;
}

void doubt_why(const struct library *library, uint32_t number, struct buf *out)
{
    const struct mention *mention = library_unjudged(library, number);
    const struct form *form = &library->tags.forms.at[mention->form];
    mention_why_of(&library->cast, &library->corpus, &library->tags, mention, out);
    switch (doubt_in(library, mention)) {
    case DOUBT_NOBODY:
        buf_chars(out, " But the article’s day is not stated.");
        break;
    case DOUBT_STRANGER:
        buf_chars(out, " But the article names one who holds this role.");
        break;
    case DOUBT_WORD:
        buf_printf(out, " But “%.*s” is a common word of these articles too.", STR_ARG(form->text));
        break;
    default:
        break;
    }
}
