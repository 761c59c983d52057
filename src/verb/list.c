/* SPDX-License-Identifier: ISC */
/* list: the articles, and what is known of each. */
#include "common.h"

#include "dossier/base/memory.h"
#include "dossier/reading/dating.h"

#include <stdlib.h>

#define ORDERS "date title source mentions"
enum order { ORDER_DATE, ORDER_TITLE, ORDER_SOURCE, ORDER_MENTIONS };

enum {
    LABEL,
    ARTICLE,
    TITLE,
    DATE,
    BASIS,
    FROM,
    TO,
    WHY,
    SHOWN_DATE,
    SHOWN_SOURCE,
    SHOWN_TITLE,
    SOURCE,
    AUTHOR,
    URL,
    WORDS,
    MENTIONS,
    NOTES,
    BODY,
    WORKED_OUT
};

static const struct column columns[] = {
    [LABEL] = {NULL, "article", .least = 3},
    [ARTICLE] = {"article"},
    [TITLE] = {"title"},
    [DATE] = {"date"},
    [BASIS] = {"date_basis"},
    [FROM] = {"date_from"},
    [TO] = {"date_to"},
    [WHY] = {"why"},
    [SHOWN_DATE] = {NULL, "date", COLUMN_RIGHT, .least = 12},
    [SHOWN_SOURCE] = {NULL, "source", .least = 8, .spare = 3},
    [SHOWN_TITLE] = {NULL, "headline", .least = 30},
    [SOURCE] = {"source"},
    [AUTHOR] = {"author"},
    [URL] = {"url"},
    [WORDS] = {"words", "words", COLUMN_RIGHT, .least = 6, .spare = 4},
    [MENTIONS] = {"mentions", "mentions", COLUMN_RIGHT, .least = 8, .spare = 1},
    [NOTES] = {"notes", "notes", COLUMN_RIGHT, .least = 5, .spare = 2},
    [BODY] = {"body"},
    [WORKED_OUT] = {"worked_out"},
};

/* An article with what it is sorted by. */
struct entry {
    uint32_t article;
    size_t mentions, notes;
};

struct entries {
    struct entry *at;
    size_t len, cap;
    const struct library *library;
    enum order order;
};

/* How many notes each article has. */
static const size_t *count_notes(const struct verb_call *call)
{
    const struct notebook *notebook = call->notebook;
    size_t *counts = arena_many(call->arena, size_t, call->library->corpus.numbers + (size_t)1);
    for (size_t i = 0; i < notebook->len; i++) {
        if (notebook->at[i].number != ARTICLE_NONE)
            counts[notebook->at[i].number]++;
    }
    return counts;
}

/* Mentions of ACTOR, or of everyone. */
static size_t count_mentions(const struct library *library, uint32_t article, uint32_t actor)
{
    const struct cast *cast = &library->cast;
    if (actor == ACTOR_NONE)
        return cast_in_article(cast, article, &COUNTING_ALL);
    size_t count = 0;
    for (uint32_t i = cast->of[article].first; i < cast->of[article].end; i++) {
        count += mention_is_of(cast, &cast->at[i], actor) &&
                 mention_is_stop(cast, &cast->at[i], &COUNTING_ALL);
    }
    return count;
}

static bool has_tag(const struct facts *facts, const char *tag)
{
    for (size_t i = 0; i < facts->tag_count; i++) {
        if (str_is(facts->tags[i], tag))
            return true;
    }
    return !tag;
}

static bool collect(const struct verb_call *call, struct entries *entries)
{
    const struct corpus *corpus = &call->library->corpus;
    const char *tag = verb_value(call, "tag");
    uint32_t actor;
    if (!verb_actor_option(call, &actor))
        return false;
    const size_t *notes = count_notes(call);
    for (size_t i = 0; i < corpus->len; i++) {
        struct entry entry = {.article = corpus->by_date[i]};
        entry.mentions = count_mentions(call->library, entry.article, actor);
        entry.notes = notes[entry.article];
        if (has_tag(&corpus_article(corpus, entry.article)->facts, tag) &&
            (actor == ACTOR_NONE || entry.mentions))
            *vec_add(call->arena, entries) = entry;
    }
    return true;
}

/* By text, what has none last. */
static int by_text(struct str a, struct str b)
{
    if (!a.len || !b.len)
        return (b.len > 0) - (a.len > 0);
    return str_cmp(a, b);
}

static int compare(const void *a, const void *b, void *context)
{
    const struct entry *x = a, *y = b;
    const struct entries *entries = context;
    const struct corpus *corpus = &entries->library->corpus;
    const struct facts *of_x = &corpus_article(corpus, x->article)->facts,
                       *of_y = &corpus_article(corpus, y->article)->facts;
    int order = 0;
    if (entries->order == ORDER_TITLE)
        order = by_text(of_x->title, of_y->title);
    else if (entries->order == ORDER_SOURCE)
        order = by_text(of_x->source, of_y->source);
    else if (entries->order == ORDER_MENTIONS)
        order = (x->mentions < y->mentions) - (x->mentions > y->mentions);
    uint32_t rank_x = corpus->rank[x->article], rank_y = corpus->rank[y->article];
    return order ? order : (rank_x > rank_y) - (rank_x < rank_y);
}

static const char *basis_name(enum basis basis)
{
    return basis == BASIS_STATED ? "stated" : basis == BASIS_INFERRED ? "inferred" : "";
}

static struct cell worked_out_cell(const struct article *article, struct str names[6])
{
    static const struct {
        enum article_field field;
        const char *name;
    } fields[] = {
        {ARTICLE_TITLE, "title"},   {ARTICLE_DATE, "date"}, {ARTICLE_SOURCE, "source"},
        {ARTICLE_AUTHOR, "author"}, {ARTICLE_URL, "url"},   {ARTICLE_BODY, "body"},
    };
    size_t count = 0;
    for (size_t i = 0; i < COUNT(fields); i++) {
        if (article->worked_out & fields[i].field)
            names[count++] = str_of(fields[i].name);
    }
    return cell_texts(names, count);
}

static struct cell body_cell(const struct verb_call *call, const struct article *article)
{
    struct span *stored = arena_many(call->scratch, struct span, article->body.len);
    for (size_t i = 0; i < article->body.len; i++)
        stored[i] = verb_stored(article, article->body.at[i]);
    return cell_spans(stored, article->body.len);
}

/* The headline for a table: "(its first words)" where it has none; or what is wrong with the
 * article. */
static struct cell headline_cell(const struct verb_call *call, const struct article *article)
{
    if (article->problem.len)
        return cell_text(arena_printf(call->scratch, "(%.*s)", STR_ARG(article->problem)));
    bool made_up;
    struct str headline = article_headline(article, 120, &made_up);
    const char *form = made_up ? "(%.*s…)" : "%.*s";
    if (article->worked_out & ARTICLE_TITLE && !made_up)
        form = "%.*s ~";
    return headline.len ? cell_text(arena_printf(call->scratch, form, STR_ARG(headline)))
                        : cell_null();
}

static struct cell source_cell(const struct verb_call *call, const struct article *article)
{
    const char *form = article->worked_out & ARTICLE_SOURCE ? "%.*s ~" : "%.*s";
    struct str source = article->facts.source;
    return source.len ? cell_text(arena_printf(call->scratch, form, STR_ARG(source))) : cell_null();
}

/* The article with the range that what it says gives. */
static void date_by_text(const struct verb_call *call, struct article *article)
{
    struct dating dating;
    if (dating_find(article, call->scratch, &dating))
        dating_take(article, &dating);
}

static void add_row(const struct verb_call *call, struct rows *rows, const struct entry *entry)
{
    arena_clear(call->scratch);
    struct article copy = *corpus_article(&call->library->corpus, entry->article);
    const struct article *article = &copy;
    const struct facts *facts = &article->facts;
    struct str worked_out[6];
    date_by_text(call, &copy);
    const struct cell cells[] = {
        [LABEL] = cell_text(article->label),
        [ARTICLE] = cell_text(article->path),
        [TITLE] = cell_known(facts->title),
        [DATE] = cell_day(facts->date),
        [BASIS] = cell_known(str_of(basis_name(facts->basis))),
        [FROM] = cell_day(facts->from),
        [TO] = cell_day(facts->to),
        [WHY] = cell_known(facts->why),
        [SHOWN_DATE] = verb_day_cell(call, article),
        [SHOWN_SOURCE] = source_cell(call, article),
        [SHOWN_TITLE] = headline_cell(call, article),
        [SOURCE] = cell_known(facts->source),
        [AUTHOR] = cell_known(facts->author),
        [URL] = cell_known(facts->url),
        [WORDS] = cell_number(article->words),
        [MENTIONS] = cell_number(entry->mentions),
        [NOTES] = cell_number(entry->notes),
        [BODY] = body_cell(call, article),
        [WORKED_OUT] = worked_out_cell(article, worked_out),
    };
    struct rows_place place = {
        .file = verb_file(call, article->path),
        .text = cells[SHOWN_TITLE].text,
    };
    rows_add(rows, cells, &place);
}

static enum status run(struct verb_call *call)
{
    struct entries entries = {.library = call->library};
    int order;
    if (!verb_word(call, "sort", ORDERS, ORDER_DATE, &order) || !collect(call, &entries))
        return STATUS_FAILED;
    entries.order = (enum order)order;
    if (entries.len)
        qsort_r(entries.at, entries.len, sizeof *entries.at, compare, &entries);
    struct rows *rows = verb_rows(call, columns, COUNT(columns));
    for (size_t i = 0; i < entries.len; i++)
        add_row(call, rows, &entries.at[i]);
    return verb_close(rows);
}

static const struct verb_option options[] = {
    {"sort", 0, "ORDER", "date (as it is), title, source or mentions"},
    {"tag", 0, "TAG", "only articles with this tag in tags.yaml"},
    {"actor", 0, "ACTOR", "only articles that mention this actor; mentions counts only these"},
    {0},
};

const struct verb verb_list = {
    .name = "list",
    .operands = "[OPTION…]",
    .summary = "the articles",
    .about =
        "Lists the articles: date, source, headline, words, mentions of actors, notes. A ~ stands\n"
        "for what nobody stated and was worked out. An article that can't be read is listed with\n"
        "the reason.\n",
    .example = "dossier list --sort=mentions",
    .options = options,
    .least = 0,
    .most = 0,
    .flags = VERB_LISTS | VERB_PLACES | VERB_NOTES,
    .run = run,
};
