/* SPDX-License-Identifier: ISC */
/* mentions: every mention of the actors in its context. */
#include "common.h"

#include "dossier/base/memory.h"

#define KINDS "name demonym role"

enum {
    PLACE,
    SHOWN_DATE,
    SHOWN_ACTOR,
    ARTICLE,
    DATE,
    START,
    END,
    SHOWN_BEFORE,
    TEXT,
    SHOWN_AFTER,
    ACTOR,
    KIND,
    IN_BODY,
    WITHIN,
    AMBIGUOUS,
    BEFORE,
    AFTER
};

static const struct column columns[] = {
    [PLACE] = {NULL, "place", .least = 10},
    [SHOWN_DATE] = {NULL, "date", COLUMN_RIGHT, .least = 12, .spare = 2},
    [SHOWN_ACTOR] = {NULL, "actor", .least = 12, .spare = 1},
    [ARTICLE] = {"article"},
    [DATE] = {"date"},
    [START] = {"start"},
    [END] = {"end"},
    [SHOWN_BEFORE] = {NULL, "", COLUMN_RIGHT_TAIL, .least = 16},
    [TEXT] = {"text", "mention", COLUMN_KEYWORD, .least = 20},
    [SHOWN_AFTER] = {NULL, "", .least = 16},
    [ACTOR] = {"actor"},
    [KIND] = {"kind"},
    [IN_BODY] = {"in_body"},
    [WITHIN] = {"within"},
    [AMBIGUOUS] = {"ambiguous"},
    [BEFORE] = {"before"},
    [AFTER] = {"after"},
};

/* Which mentions are asked for. */
struct request {
    bool *actors; /* by number; NULL: all */
    uint32_t article;
    int kind; /* enum form_kind, or -1 */
    bool counting, doubtful;
};

/* What a row needs besides its actor. */
struct sight {
    const struct verb_call *call;
    struct rows *rows;
    const struct mention *mention;
    const struct str *candidates; /* their ids */
    bool one_actor;               /* only one was asked for: a table need not name them */
};

static bool read_request(const struct verb_call *call, struct request *request)
{
    if (!verb_article_option(call, &request->article) ||
        !verb_word(call, "kind", KINDS, -1, &request->kind))
        return false;
    request->counting = verb_value(call, "counting") != NULL;
    request->doubtful = verb_value(call, "doubtful") != NULL;
    if (call->operand_count)
        request->actors = arena_many(call->arena, bool, call->library->tags.len + 1);
    for (size_t i = 0; i < call->operand_count; i++) {
        uint32_t actor;
        if (!verb_actor_named(call, call->operands[i], &actor))
            return false;
        request->actors[actor] = true;
    }
    return true;
}

/* The actor that the enclosing mention speaks of: where that is doubtful, the first in question. */
static struct cell within_cell(const struct library *library, const struct mention *mention)
{
    const struct cast *cast = &library->cast;
    if (mention->within == MENTION_NONE)
        return cell_null();
    const struct mention *outer = &cast->at[mention->within];
    uint32_t actor = outer->actor;
    if (actor == ACTOR_NONE && outer->candidate_count)
        actor = cast->candidates.at[outer->candidates];
    return actor == ACTOR_NONE ? cell_null() : cell_text(library->tags.at[actor].id);
}

static const char *kind_name(enum form_kind kind)
{
    return kind == FORM_DEMONYM ? "demonym" : kind == FORM_ROLE ? "role" : "name";
}

static struct cell shown_actor_cell(const struct sight *sight, uint32_t actor)
{
    if (sight->one_actor && !sight->mention->candidate_count)
        return cell_null();
    if (actor == ACTOR_NONE)
        return cell_text(STR("(nobody known)"));
    const char *form = sight->mention->candidate_count ? "%.*s?" : "%.*s";
    struct str name = sight->call->library->tags.at[actor].name;
    return cell_text(arena_printf(sight->call->scratch, form, STR_ARG(name)));
}

/* ACTOR is the mention's, one of its candidates, or ACTOR_NONE where it is nobody's. */
static void add_row(const struct sight *sight, uint32_t actor)
{
    arena_clear(sight->call->scratch);
    const struct library *library = sight->call->library;
    const struct mention *mention = sight->mention;
    const struct article *article = corpus_article(&library->corpus, mention->article);
    bool known = mention->actor != ACTOR_NONE;
    struct span stored = verb_stored(article, mention->span);
    struct str before, after, text = span_of(article->text, mention->span);
    article_context(article, mention->span, VERB_CONTEXT, &before, &after);
    const struct cell cells[] = {
        [PLACE] = verb_place_cell(sight->call, mention->article, mention->span.start),
        [SHOWN_DATE] = verb_day_cell(sight->call, article),
        [SHOWN_ACTOR] = shown_actor_cell(sight, actor),
        [ARTICLE] = cell_text(article->path),
        [DATE] = cell_day(article->facts.date),
        [START] = cell_number(stored.start),
        [END] = cell_number(stored.end),
        [SHOWN_BEFORE] = cell_text(str_trim(before)),
        [TEXT] = cell_text(text),
        [SHOWN_AFTER] = cell_text(str_trim(after)),
        [ACTOR] = actor == ACTOR_NONE ? cell_null() : cell_text(library->tags.at[actor].id),
        [KIND] = cell_text(str_of(kind_name(mention->kind))),
        [IN_BODY] = cell_bool(mention->in_body),
        [WITHIN] = within_cell(library, mention),
        [AMBIGUOUS] = known ? cell_null() : cell_texts(sight->candidates, mention->candidate_count),
        [BEFORE] = cell_text(before),
        [AFTER] = cell_text(after),
    };
    struct rows_place place = verb_place(sight->call, mention->article, mention->span.start,
                                         verb_context(sight->call, before, text, after));
    rows_add(sight->rows, cells, &place);
}

/* A row for each candidate that is asked for. */
static void add_ambiguous(struct sight *sight, const struct request *request)
{
    const struct mention *mention = sight->mention;
    const struct library *library = sight->call->library;
    const uint32_t *candidates = library->cast.candidates.at + mention->candidates;
    struct str *ids = arena_many(sight->call->arena, struct str, mention->candidate_count);
    for (uint32_t i = 0; i < mention->candidate_count; i++)
        ids[i] = library->tags.at[candidates[i]].id;
    sight->candidates = ids;
    for (uint32_t i = 0; i < mention->candidate_count; i++) {
        if (!request->actors || request->actors[candidates[i]])
            add_row(sight, candidates[i]);
    }
}

static void add_mention(struct sight *sight, const struct request *request)
{
    const struct mention *mention = sight->mention;
    if (request->kind >= 0 && (int)mention->kind != request->kind)
        return;
    if (request->counting && !mention_is_stop(&sight->call->library->cast, mention, &COUNTING_ALL))
        return;
    if (mention->candidate_count)
        add_ambiguous(sight, request);
    else if (!request->actors || (mention->actor != ACTOR_NONE && request->actors[mention->actor]))
        add_row(sight, mention->actor);
}

/* In doubt, and not decided. */
static bool is_open(const struct library *library, uint32_t number)
{
    return !library_judged(library, number) && doubt_of(library, number) != DOUBT_NONE;
}

static enum status run(struct verb_call *call)
{
    const struct corpus *corpus = &call->library->corpus;
    const struct cast *cast = &call->library->cast;
    struct request request = {0};
    if (!read_request(call, &request))
        return STATUS_FAILED;
    verb_tell_no_actors(call);
    struct sight sight = {
        .call = call,
        .rows = verb_rows(call, columns, COUNT(columns)),
        .one_actor = call->operand_count == 1,
    };
    for (size_t i = 0; i < corpus->len; i++) {
        uint32_t article = corpus->by_date[i];
        if (request.article != ARTICLE_NONE && request.article != article)
            continue;
        for (uint32_t m = cast->of[article].first; m < cast->of[article].end; m++) {
            if (request.doubtful && !is_open(call->library, m))
                continue;
            sight.mention = &cast->at[m];
            add_mention(&sight, &request);
        }
    }
    return verb_close(sight.rows);
}

static const struct verb_option options[] = {
    {"article", 0, "ARTICLE", "only those in this article"},
    {"kind", 0, "KIND", "only names, demonyms or roles: name, demonym, role"},
    {"doubtful", 0, NULL, "only those in doubt that no verdict has decided"},
    {"counting", 0, NULL, "only those that count: in the body, in no other actor's name"},
    {0},
};

const struct verb verb_mentions = {
    .name = "mentions",
    .operands = "[ACTOR…] [OPTION…]",
    .summary = "the mentions of actors, in context",
    .about =
        "Lists the mentions of all actors, or of those named, in their context; articles by date.\n"
        "ACTOR is an id, a name or an alias. A mention that may be of several actors has a row "
        "for\n"
        "each; a role that nobody holds, or what a verdict says is nobody's, has one without an\n"
        "actor.\n",
    .example = "dossier mentions Zelenskyy --counting",
    .options = options,
    .least = 0,
    .most = SIZE_MAX,
    .flags = VERB_LISTS | VERB_PLACES | VERB_READS | VERB_NOTES,
    .run = run,
};
