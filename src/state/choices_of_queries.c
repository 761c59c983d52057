/* SPDX-License-Identifier: ISC */
/* What a search can be narrowed by: the sources, months and actors of the articles that it finds,
 * with how much of it each has. Only who asks for it pays, and only for so many articles. */
#include "choices.h"

#include "dossier/base/memory.h"
#include "say.h"

#define COUNTED_MOST 5000 /* articles */

/* Rows of one kind stand together. */
#define OF_SOURCES ((size_t)3 << 40)
#define OF_MONTHS ((size_t)2 << 40)
#define OF_ACTORS ((size_t)1 << 40)
#define MONTHS_MOST ((size_t)1 << 20)

/* How much of the thread one source, or month, has. */
struct share {
    struct str source;
    int month; /* since the year 0 */
    size_t places, articles;
};
struct shares {
    struct share *at;
    size_t len, cap;
};

struct counting_up {
    struct choosing *choosing;
    struct shares sources, months;
    uint32_t *actors;  /* articles, for each actor */
    uint32_t *counted; /* for each actor, the article + 1 that was counted last */
};

static struct share *share_of(struct arena *arena, struct shares *shares, struct str source,
                              int month)
{
    for (size_t i = shares->len; i-- > 0;)
        if (shares->at[i].month == month && str_eq(shares->at[i].source, source))
            return &shares->at[i];
    struct share *share = vec_add(arena, shares);
    share->source = arena_str(arena, source);
    share->month = month;
    return share;
}

static void add(struct share *share, size_t places)
{
    share->places += places;
    share->articles++;
}

static void count_actors(struct counting_up *up, uint32_t article)
{
    const struct state *state = up->choosing->state;
    const struct cast *cast = &state->library->cast;
    for (uint32_t m = cast->of[article].first; m < cast->of[article].end; m++) {
        const struct mention *mention = &cast->at[m];
        if (mention->actor == ACTOR_NONE || up->counted[mention->actor] == article + 1 ||
            !mention_is_stop(cast, mention, &state->counting))
            continue;
        up->counted[mention->actor] = article + 1;
        up->actors[mention->actor]++;
    }
}

static void count_article(struct counting_up *up, uint32_t number, size_t places)
{
    struct arena *arena = up->choosing->arena;
    const struct corpus *corpus = &up->choosing->state->library->corpus;
    struct str source = corpus_source(corpus, number);
    day on = corpus_day(corpus, number);
    int year, month, date;
    if (source.len)
        add(share_of(arena, &up->sources, source, 0), places);
    if (on != DAY_NONE) {
        day_split(on, &year, &month, &date);
        add(share_of(arena, &up->months, STR(""), year * 12 + month - 1), places);
    }
    count_actors(up, number);
}

static void count_all(struct counting_up *up)
{
    const struct thread *thread = &up->choosing->state->thread;
    size_t articles = 0;
    for (size_t i = 0, next; i < thread->len && articles < COUNTED_MOST; i = next, articles++) {
        uint32_t article = thread->at[i].article;
        for (next = i + 1; next < thread->len && thread->at[next].article == article;)
            next++;
        count_article(up, article, next - i);
    }
}

/* The line as one term to which another can be added. */
static struct str whole_line(struct choosing *choosing)
{
    struct str line = str_trim(choosing->typed);
    if (str_find(line, STR(" OR "), 0) < 0)
        return line;
    return arena_printf(choosing->arena, "(%.*s)", STR_ARG(line));
}

static void offer(struct choosing *choosing, struct str term, struct str name, struct str rest,
                  size_t weight)
{
    choices_add(
        choosing, FUZZY_START,
        arena_printf(choosing->arena, "%.*s %.*s", STR_ARG(whole_line(choosing)), STR_ARG(term)),
        name, rest)
        ->weight = weight;
}

static struct str extent(struct arena *arena, const struct share *share)
{
    return arena_printf(arena, "%zu place%s in %zu article%s", share->places,
                        share->places == 1 ? "" : "s", share->articles,
                        share->articles == 1 ? "" : "s");
}

/* A quotation mark would end the value: what stands before it is enough to find the source. */
static struct str value_of(struct arena *arena, struct str source)
{
    size_t end = 0;
    while (end < source.len && source.at[end] != '"')
        end++;
    return arena_printf(arena, "source:\"%.*s\"", (int)end, source.at);
}

static void offer_shares(const struct counting_up *up)
{
    struct choosing *choosing = up->choosing;
    struct arena *arena = choosing->arena;
    for (size_t i = 0; i < up->sources.len; i++) {
        const struct share *share = &up->sources.at[i];
        offer(choosing, value_of(arena, share->source), share->source, extent(arena, share),
              OF_SOURCES + share->places);
    }
    for (size_t i = 0; i < up->months.len; i++) {
        const struct share *share = &up->months.at[i];
        int month = share->month, next = month + 1;
        struct str term = arena_printf(arena, "after:%04d-%02d before:%04d-%02d", month / 12,
                                       month % 12 + 1, next / 12, next % 12 + 1);
        struct str name = arena_printf(arena, "%s %d", day_month(month % 12 + 1), month / 12);
        offer(choosing, term, name, extent(arena, share), OF_MONTHS + MONTHS_MOST - (size_t)month);
    }
}

static void offer_actors(const struct counting_up *up)
{
    struct choosing *choosing = up->choosing;
    const struct tags *tags = &choosing->state->library->tags;
    for (uint32_t i = 0; i < tags->len; i++) {
        if (!up->actors[i])
            continue;
        struct str term = arena_printf(choosing->arena, "actor:%.*s", STR_ARG(tags->at[i].id));
        struct str in = say_count(choosing->arena, up->actors[i], "article", "articles");
        offer(choosing, term, tags->at[i].name,
              arena_printf(choosing->arena, "in %.*s", STR_ARG(in)), OF_ACTORS + up->actors[i]);
    }
}

static void offer_narrower(struct choosing *choosing)
{
    size_t actors = choosing->state->library->tags.len + 1;
    struct counting_up up = {.choosing = choosing};
    up.actors = arena_many(choosing->arena, uint32_t, actors);
    up.counted = arena_many(choosing->arena, uint32_t, actors);
    count_all(&up);
    offer_shares(&up);
    offer_actors(&up);
}

/* The fields whose word is an actor; empty where WORD begins with none. */
static struct str actor_field(struct str word)
{
    static const char *const fields[] = {"actor:", "said:"};
    for (size_t i = 0; i < COUNT(fields); i++) {
        if (str_starts(word, str_of(fields[i])))
            return str_of(fields[i]);
    }
    return (struct str){0};
}

/* Behind "actor:", "said:" or "@" at the end of the line: who and what there is. */
static bool offer_names(struct choosing *choosing)
{
    struct str line = choosing->typed;
    const struct tags *tags = &choosing->state->library->tags;
    const struct saved_searches *saved = choosing->state->saved;
    size_t at = line.len;
    while (at > 0 && line.at[at - 1] != ' ' && line.at[at - 1] != '(')
        at--;
    struct str before = str_sub(line, 0, at), word = str_sub(line, at, line.len);
    struct str field = actor_field(word);
    if (!field.len && !str_starts(word, STR("@")))
        return false;
    choices_narrow(choosing, str_sub(word, field.len ? field.len : 1, word.len));
    for (size_t i = 0; field.len && i < tags->len; i++) {
        enum fuzzy fit = choices_fit(choosing, tags->at[i].name);
        if (fit)
            choices_add(choosing, fit,
                        arena_printf(choosing->arena, "%.*s%.*s%.*s", STR_ARG(before),
                                     STR_ARG(field), STR_ARG(tags->at[i].id)),
                        tags->at[i].name, str_of(actor_kind_name(tags->at[i].kind)));
    }
    for (size_t i = 0; !field.len && saved && i < saved->len; i++) {
        enum fuzzy fit = choices_fit(choosing, saved->at[i].name);
        struct str text =
            arena_printf(choosing->arena, "%.*s@%.*s", STR_ARG(before), STR_ARG(saved->at[i].name));
        if (fit)
            choices_add(choosing, fit, text, saved->at[i].name, saved->at[i].query);
    }
    return true;
}

static void offer_saved(struct choosing *choosing)
{
    const struct saved_searches *saved = choosing->state->saved;
    for (size_t i = 0; saved && i < saved->len; i++)
        choices_add(choosing, FUZZY_START,
                    arena_printf(choosing->arena, "@%.*s", STR_ARG(saved->at[i].name)),
                    saved->at[i].name, saved->at[i].query);
}

void choices_of_queries(struct choosing *choosing)
{
    const struct state *state = choosing->state;
    if (!state->prompt.narrowing || offer_names(choosing))
        return;
    if (!str_trim(choosing->typed).len)
        offer_saved(choosing);
    else if (state->seeking.shown && !state->seeking.behind)
        offer_narrower(choosing);
}
