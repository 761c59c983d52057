/* SPDX-License-Identifier: ISC */
/* actor: who is who, changed in tags.yaml as on the screen: in place, one change a call, with a
 * look at what would come of it. */
#include "common.h"

#include "dossier/base/memory.h"
#include "dossier/load/tags_amend.h"
#include "dossier/text/safe.h"

#include <string.h>

/* What a call asks for; each action fills it from operands and options. */
struct asking {
    struct verb_call *call;
    struct amendment *amendment;
};

static bool read_kind(const struct asking *asking)
{
    int kind;
    if (!verb_word(asking->call, "kind", ACTOR_KINDS, ACTOR_PERSON, &kind))
        return false;
    asking->amendment->actor_kind = (enum actor_kind)kind;
    return true;
}

static bool read_day(const struct asking *asking, const char *option, day *out)
{
    const char *value = verb_value(asking->call, option);
    return !value || day_parse(str_of(value), out) ||
           verb_fail("--%s: \"%s\" is no day; write it as 2025-02-18", option, value);
}

static bool read_days(const struct asking *asking)
{
    return read_day(asking, "from", &asking->amendment->from) &&
           read_day(asking, "to", &asking->amendment->to);
}

static bool read_actor(const struct asking *asking, size_t operand, struct str *id)
{
    uint32_t actor;
    if (!verb_actor_named(asking->call, asking->call->operands[operand], &actor))
        return false;
    *id = asking->call->library->tags.at[actor].id;
    return true;
}

static bool ask_new(const struct asking *asking)
{
    asking->amendment->words = verb_join(asking->call, 1);
    asking->amendment->actor =
        tags_new_id(asking->call->arena, &asking->call->library->tags, asking->amendment->words);
    return read_kind(asking);
}

/* Words that are, or are to be, an actor's. */
static bool ask_words(const struct asking *asking)
{
    asking->amendment->words = verb_join(asking->call, 2);
    asking->amendment->in_full = verb_value(asking->call, "in-full") != NULL;
    return read_actor(asking, 1, &asking->amendment->actor) && read_days(asking);
}

static bool ask_limit(const struct asking *asking)
{
    bool everywhere = verb_value(asking->call, "everywhere") != NULL;
    bool ok = ask_words(asking);
    asking->amendment->in_full = !everywhere;
    return ok;
}

static bool ask_drop(const struct asking *asking)
{
    const struct tags *tags = &asking->call->library->tags;
    bool dated = verb_value(asking->call, "from") || verb_value(asking->call, "to");
    if (!ask_words(asking))
        return false;
    amendment_choose(asking->amendment, tags, dated);
    return true;
}

static bool ask_merge(const struct asking *asking)
{
    return read_actor(asking, 1, &asking->amendment->actor) &&
           read_actor(asking, 2, &asking->amendment->into);
}

static const struct action {
    const char *name, *wants, *options;
    size_t least, most; /* operands, the action's name among them */
    enum amendment_kind kind;
    bool (*ask)(const struct asking *asking);
} actions[] = {
    {"add", "NAME", "kind", 2, SIZE_MAX, AMEND_NEW, ask_new},
    {"alias", "ACTOR WORDS", "in-full", 3, SIZE_MAX, AMEND_ALIAS, ask_words},
    {"demonym", "ACTOR WORDS", "", 3, SIZE_MAX, AMEND_DEMONYM, ask_words},
    {"role", "ACTOR TITLE", "from to", 3, SIZE_MAX, AMEND_ROLE, ask_words},
    {"in-full", "ACTOR ALIAS", "everywhere", 3, SIZE_MAX, AMEND_LIMIT, ask_limit},
    {"unalias", "ACTOR WORDS", "from to", 3, SIZE_MAX, AMEND_DROP, ask_drop},
    {"merge", "ACTOR INTO", "", 3, 3, AMEND_MERGE, ask_merge},
};

static bool takes(const struct action *action, const char *option)
{
    struct str rest = str_of(action->options), word;
    while (str_split(&rest, ' ', &word)) {
        if (str_is(word, option))
            return true;
    }
    return !strcmp(option, "dry-run");
}

static bool check_words(const struct verb_call *call, const struct action *action)
{
    for (size_t i = 0; i < call->given_count; i++) {
        const char *option = call->given[i].option->name;
        if (verb_owns(call->verb, option) && !takes(action, option))
            return verb_fail("actor %s: takes no --%s", action->name, option);
    }
    return (call->operand_count >= action->least && call->operand_count <= action->most) ||
           verb_fail("actor %s: it takes %s", action->name, action->wants);
}

static void print_forecast(const struct verb_call *call, const struct amendment *amendment)
{
    const struct library *library = call->library;
    bool merges = amendment->kind == AMEND_MERGE;
    struct forecast forecast;
    struct places places = {0};
    struct buf words = {0};
    struct tally *tallies = merges ? cast_tally(&library->cast, &library->corpus, &library->tags,
                                                &COUNTING_ALL, call->arena)
                                   : NULL;
    if (!merges)
        forecast_places(library, amendment, call->arena, &places);
    forecast_make(library, amendment, &places, &COUNTING_ALL, tallies, &forecast);
    amendment_title(amendment, &library->tags, &words);
    buf_chars(&words, ": ");
    forecast_words(&forecast, &library->tags, &words);
    struct buf line = {0};
    safe_line(&line, buf_view(&words));
    fprintf(call->out, "%.*s\n", STR_ARG(buf_view(&line)));
    buf_free(&words);
    buf_free(&line);
}

static enum status act(struct verb_call *call, const struct action *action)
{
    struct amendment amendment = {.kind = action->kind, .from = DAY_NONE, .to = DAY_NONE};
    struct tags_patch done;
    struct error error;
    if (!check_words(call, action) || !action->ask(&(struct asking){call, &amendment}))
        return STATUS_FAILED;
    bool ok = amendment_check(&amendment, &call->library->tags, &error);
    if (ok && verb_value(call, "dry-run")) {
        print_forecast(call, &amendment);
        return STATUS_DONE;
    }
    ok = ok && tags_amend(call->library->folder, &amendment, call->arena, &done, &error);
    if (ok && amendment.kind == AMEND_NEW)
        fprintf(call->out, "%.*s\n", STR_ARG(amendment.actor));
    if (!ok)
        verb_fail("%s", error.text);
    return ok ? STATUS_DONE : STATUS_FAILED;
}

static enum status run(struct verb_call *call)
{
    const struct action *action = verb_action(call, actions, COUNT(actions), sizeof *actions);
    return action ? act(call, action) : STATUS_FAILED;
}

static const struct verb_option options[] = {
    {"dry-run", 'n', NULL, "write nothing, but print what would come of it"},
    {"kind", 0, "KIND", "add: person (as it is), organisation, country, place, outlet, group …"},
    {"in-full", 0, NULL, "alias: count it only in articles that name the actor in full"},
    {"everywhere", 0, NULL, "in-full: count it everywhere again"},
    {"from", 0, "DAY", "role: the first day in it; unalias: of the role that began then"},
    {"to", 0, "DAY", "role: the first day no longer in it; unalias: of the role that ended then"},
    {0},
};

const struct verb verb_actor = {
    .name = "actor",
    .operands =
        "add NAME… | alias ACTOR WORDS… | demonym … | role … | unalias … | merge ACTOR INTO",
    .summary = "name actors, their aliases, demonyms and roles; merge them",
    .about =
        "  add NAME…             an actor more; prints its id\n"
        "  alias ACTOR WORDS…    another name of an actor\n"
        "  demonym ACTOR WORDS…  a word for what belongs to it, and for its people\n"
        "  role ACTOR TITLE…     an office or function, with --from and --to\n"
        "  in-full ACTOR ALIAS…  counts the alias only where the actor is named in full\n"
        "  unalias ACTOR WORDS…  takes a name, demonym or role of it away\n"
        "  merge ACTOR INTO      two that are one: all goes to INTO, and notes about the first\n"
        "                        are about INTO from then on\n"
        "\n"
        "All is written to tags.yaml in place; comments, order and layout stay. With --dry-run\n"
        "nothing is: it tells how many mentions more or less there would be, and which collide.\n",
    .example = "dossier actor alias zelenskyy 'Volodymyr Zelenskij' --dry-run",
    .options = options,
    .least = 1,
    .most = SIZE_MAX,
    .flags = 0,
    .run = run,
};
