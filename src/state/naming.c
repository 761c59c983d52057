/* SPDX-License-Identifier: ISC */
#include "naming.h"

#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"
#include "name.h"
#include "rows.h"
#include "take.h"

static const struct {
    enum command command;
    enum amendment_kind kind;
    bool turns; /* ^O leads to the next of these */
} ways[] = {
    {COMMAND_alias, AMEND_ALIAS, true},     {COMMAND_alias_in_full, AMEND_ALIAS, true},
    {COMMAND_demonym, AMEND_DEMONYM, true}, {COMMAND_role, AMEND_ROLE, true},
    {COMMAND_in_full, AMEND_LIMIT, false},  {COMMAND_unalias, AMEND_DROP, false},
    {COMMAND_merge, AMEND_MERGE, false},    {COMMAND_name, AMEND_NEW, false},
};

static size_t way_of(enum command command)
{
    size_t i = 0;
    while (i < COUNT(ways) && ways[i].command != command)
        i++;
    return i;
}

bool naming_is(enum command command)
{
    return way_of(command) < COUNT(ways);
}

enum command naming_turn(enum command command)
{
    size_t i = way_of(command);
    if (i == COUNT(ways) || !ways[i].turns)
        return COMMAND_NONE;
    return ways[i + 1].turns ? ways[i + 1].command : ways[0].command;
}

static const struct {
    const char *open, *close;
} quotes[] = {{"\"", "\""}, {"“", "”"}};

/* What follows WORD, which stands alone in LINE; the line's end where it does not stand there. */
static size_t find_word(struct str line, const char *word)
{
    struct str wanted = str_of(word);
    for (ptrdiff_t at = 0; (at = str_find(line, wanted, (size_t)at)) >= 0; at++) {
        size_t end = (size_t)at + wanted.len;
        bool begins = at == 0 || line.at[at - 1] == ' ';
        if (begins && (end == line.len || line.at[end] == ' '))
            return (size_t)at;
    }
    return line.len;
}

static void read_days(struct naming *naming)
{
    struct str line = naming->target;
    size_t from = find_word(line, "from"), to = find_word(line, "to");
    size_t first = from < to ? from : to;
    naming->dated = first < line.len;
    naming->target = str_trim(str_sub(line, 0, first));
    if (from < line.len)
        naming->from = str_trim(str_sub(line, from + 4, to > from ? to : line.len));
    if (to < line.len)
        naming->to = str_trim(str_sub(line, to + 2, from > to ? from : line.len));
}

struct naming naming_read(enum command command, struct str line)
{
    struct naming naming = {.target = str_trim(line)};
    for (size_t i = 0; i < COUNT(quotes) && !naming.words.at; i++) {
        struct str open = str_of(quotes[i].open), close = str_of(quotes[i].close);
        ptrdiff_t end =
            str_starts(naming.target, open) ? str_find(naming.target, close, open.len) : -1;
        if (end < 0)
            continue;
        naming.words = str_trim(str_sub(naming.target, open.len, (size_t)end));
        naming.target =
            str_trim(str_sub(naming.target, (size_t)end + close.len, naming.target.len));
    }
    if (command == COMMAND_role || command == COMMAND_unalias)
        read_days(&naming);
    return naming;
}

/* ---- what is at hand ---- */

static struct str on_one_line(struct arena *arena, struct str words)
{
    struct buf line = {0};
    for (struct str rest = words, word; str_split(&rest, '\n', &word);)
        buf_printf(&line, "%s%.*s", line.len ? " " : "", STR_ARG(str_trim(word)));
    struct str copy = arena_str(arena, buf_view(&line));
    buf_free(&line);
    return copy;
}

struct str naming_words(const struct state *state, struct arena *arena)
{
    const struct article *article = state_article(state);
    uint32_t mention = take_here(state);
    if (!article)
        return STR("");
    if (state->selecting)
        return on_one_line(arena, str_trim(span_of(article->text, state_selection(state))));
    if (mention != MENTION_NONE)
        return on_one_line(arena, span_of(article->text, state->library->cast.at[mention].span));
    return on_one_line(arena, name_here(state));
}

/* Whose the mention with the cursor is, or may be. */
static uint32_t actor_here(const struct state *state)
{
    uint32_t mention = take_here(state);
    const struct cast *cast = &state->library->cast;
    if (mention == MENTION_NONE)
        return ACTOR_NONE;
    return cast->at[mention].candidate_count ? cast->candidates.at[cast->at[mention].candidates]
                                             : cast->at[mention].actor;
}

uint32_t naming_actor(const struct state *state)
{
    uint32_t actor = rows_view(state) == VIEW_CAST ? rows_actor(state) : actor_here(state);
    return actor != ACTOR_NONE ? actor : state->thread.actor;
}

const struct form *naming_form(const struct state *state, uint32_t actor)
{
    const struct library *library = state->library;
    uint32_t mention = take_here(state);
    const struct form *form =
        mention == MENTION_NONE ? NULL : &library->tags.forms.at[library->cast.at[mention].form];
    return form && form->actor == actor ? form : NULL;
}

/* ---- what is asked for ---- */

static bool read_day(struct str text, const char *name, day *out, struct error *error)
{
    *out = DAY_NONE;
    return !text.len || day_parse(text, out) ||
           error_set(error, "%s: “%.*s” is no day; write it as 2025-02-18", name,
                     STR_ARG(str_sub(text, 0, 40)));
}

/* "new person" */
static bool read_new(struct str target, enum actor_kind *kind)
{
    if (!str_starts(target, STR("new ")))
        return false;
    struct str word = str_trim(str_sub(target, 4, target.len));
    for (int i = ACTOR_PERSON; i <= ACTOR_DOCUMENT; i++) {
        *kind = (enum actor_kind)i;
        if (str_is(word, actor_kind_name(*kind)))
            return true;
    }
    return false;
}

static bool find_actor(const struct state *state, struct str words, struct str *id,
                       struct error *error)
{
    uint32_t actor = tags_find(&state->library->tags, words, error);
    if (actor != ACTOR_NONE)
        *id = state->library->tags.at[actor].id;
    return actor != ACTOR_NONE;
}

static bool make_new(const struct state *state, struct str name, enum actor_kind kind,
                     struct arena *arena, struct amendment *out)
{
    out->kind = AMEND_NEW;
    out->words = name;
    out->actor_kind = kind;
    out->actor = tags_new_id(arena, &state->library->tags, name);
    return true;
}

/* Which of the actor's forms is meant; the condition of an alias is turned. */
static void find_form(const struct state *state, const struct naming *naming, struct amendment *out)
{
    const struct tags *tags = &state->library->tags;
    amendment_choose(out, tags, naming->from.len || naming->to.len);
    const struct form *form = amendment_form(out, tags);
    out->in_full = form && !form->in_full;
}

static bool make_merge(const struct state *state, const struct naming *naming,
                       struct amendment *out, struct error *error)
{
    uint32_t actor = naming_actor(state);
    if (naming->words.len && !find_actor(state, naming->words, &out->actor, error))
        return false;
    if (!naming->words.len && actor == ACTOR_NONE)
        return error_set(error, "no actor is under the cursor; C shows all of them");
    if (!naming->words.len)
        out->actor = state->library->tags.at[actor].id;
    return find_actor(state, naming->target, &out->into, error);
}

/* Without words, the form at hand is meant. */
static void take_form(const struct state *state, struct amendment *out)
{
    const struct form *form = naming_form(state, tags_actor(&state->library->tags, out->actor));
    if (form)
        out->words = form->text;
}

static bool make_whose(const struct state *state, const struct naming *naming, struct arena *arena,
                       struct amendment *out, struct error *error)
{
    enum actor_kind kind;
    if (!out->words.len)
        return error_set(error, "no name is under the cursor; v selects words");
    if (out->kind == AMEND_ALIAS && read_new(naming->target, &kind))
        return make_new(state, out->words, kind, arena, out);
    if (!find_actor(state, naming->target, &out->actor, error) ||
        !read_day(naming->from, "from", &out->from, error) ||
        !read_day(naming->to, "to", &out->to, error))
        return false;
    if (out->kind == AMEND_DROP || out->kind == AMEND_LIMIT) {
        if (!naming->words.len)
            take_form(state, out);
        find_form(state, naming, out);
    }
    return true;
}

bool naming_make(const struct state *state, enum command command, struct str line,
                 struct arena *arena, struct amendment *out, struct error *error)
{
    enum actor_kind kind;
    struct naming naming = naming_read(command, line);
    *out = (struct amendment){.kind = ways[way_of(command)].kind,
                              .in_full = command == COMMAND_alias_in_full,
                              .from = DAY_NONE,
                              .to = DAY_NONE};
    bool ok;
    if (command == COMMAND_name) {
        struct str name = name_parse(line, &kind);
        ok = make_new(state, name, kind, arena, out);
    } else if (command == COMMAND_merge) {
        ok = make_merge(state, &naming, out, error);
    } else {
        out->words = naming.words.len ? naming.words : naming_words(state, arena);
        ok = make_whose(state, &naming, arena, out, error);
    }
    return ok && amendment_check(out, &state->library->tags, error);
}
