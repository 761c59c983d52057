/* SPDX-License-Identifier: ISC */
#include "why.h"

#include "dossier/base/memory.h"
#include "dossier/notes/verdicts.h"
#include "dossier/reading/times.h"
#include "hold.h"
#include "info.h"
#include "outside.h"
#include "rows.h"
#include "said.h"
#include "say.h"
#include "take.h"

#include <string.h>

static void heading(struct buf *text, const char *title)
{
    buf_printf(text, "%s%s\n", text->len ? "\n" : "", title);
}

/* How a field of the article is known. */
static const char *known_by(const struct article *article, enum article_field field)
{
    return article->worked_out & field ? "~ worked out, stated nowhere" : "stated";
}

static void add_date(const struct article *article, struct buf *text)
{
    buf_chars(text, " date\t");
    times_own_why(article, text);
    buf_char(text, '\n');
}

static void add_article(const struct state *state, uint32_t number, struct buf *text)
{
    const struct article *article = corpus_article(&state->library->corpus, number);
    const struct facts *facts = &article->facts;
    const struct {
        const char *name;
        struct str value;
        enum article_field field;
    } rows[] = {{"headline", facts->title, ARTICLE_TITLE},
                {"source", facts->source, ARTICLE_SOURCE},
                {"author", facts->author, ARTICLE_AUTHOR},
                {"address", facts->url, ARTICLE_URL}};
    heading(text, "The article");
    buf_printf(text, " file\t%.*s, %zu words in its body\n", STR_ARG(article->path),
               article->words);
    if (article->problem.len)
        buf_printf(text, " problem\t%.*s\n", STR_ARG(article->problem));
    add_date(article, text);
    for (size_t i = 0; i < COUNT(rows); i++)
        if (rows[i].value.len)
            buf_printf(text, " %s\t%.*s (%s)\n", rows[i].name, STR_ARG(rows[i].value),
                       known_by(article, rows[i].field));
        else
            buf_printf(text, " %s\tnot known\n", rows[i].name);
    buf_printf(text, " body\t%s\n", known_by(article, ARTICLE_BODY));
}

/* Who has decided it, what the rules say, who says otherwise. */
static void add_verdict(const struct state *state, uint32_t number, struct buf *text)
{
    struct buf words = {0}, rules = {0};
    if (state->notebook)
        verdicts_why(state->notebook, state->library, number, &words);
    if (library_judged(state->library, number) || doubt_of(state->library, number) == DOUBT_WORD)
        doubt_why(state->library, number, &rules);
    for (size_t i = 0; i < rules.len; i++)
        if (rules.at[i] == '\n' || rules.at[i] == '\t')
            rules.at[i] = ' ';
    if (words.len)
        buf_printf(text, " verdict\t%.*s\n", STR_ARG(buf_view(&words)));
    if (rules.len)
        buf_printf(text, " rules\t%.*s\n", STR_ARG(buf_view(&rules)));
    buf_free(&words);
    buf_free(&rules);
}

static void add_mention(const struct state *state, uint32_t number, struct buf *text)
{
    const struct library *library = state->library;
    heading(text, "The name");
    buf_printf(text, " who\t");
    size_t from = text->len;
    mention_why(&library->cast, &library->corpus, &library->tags, number, text);
    for (size_t i = from; i < text->len; i++)
        if (text->at[i] == '\n' || text->at[i] == '\t')
            text->at[i] = ' ';
    buf_char(text, '\n');
    add_verdict(state, number, text);
}

/* 22 Nov 2026, 01:13 UTC */
static void put_moment(struct buf *text, int64_t seconds)
{
    char moment[MOMENT_TEXT], on[DAY_TEXT];
    moment_text(seconds, moment);
    day_words((day)(seconds / 86400), on);
    buf_printf(text, ", %s, %.5s UTC", on, moment + strlen("2026-11-22T"));
}

static void add_note(const struct note *note, struct buf *text)
{
    static const char *const states[] = {
        [ANCHOR_EXACT] = "its passage stands where it was",
        [ANCHOR_MOVED] = "its passage was found again at another place",
        [ANCHOR_CHANGED] = "the words of its passage have changed a little",
        [ANCHOR_AMBIGUOUS] = "its words stand more than once now: which place is meant is open",
        [ANCHOR_ORPHAN] = "its passage is no longer in the text",
    };
    heading(text, "The note");
    buf_printf(text, " by\t%.*s", STR_ARG(note->by));
    if (note->created)
        put_moment(text, note->created);
    if (note->modified / 60 != note->created / 60) {
        buf_chars(text, "; changed");
        put_moment(text, note->modified);
    }
    buf_printf(text, "\n state\t%s: %s\n", anchor_state_name(note->state), states[note->state]);
    if (note->quote.len) {
        struct arena *arena = arena_new();
        buf_printf(text, " passage\t“%.*s”\n", STR_ARG(say_cut(arena, note->quote, 400)));
        arena_free(arena);
    }
    struct str rest = note->text, line;
    for (bool first = true; str_split(&rest, '\n', &line); first = false)
        buf_printf(text, " %s\t%.*s\n", first ? "text" : "", STR_ARG(line));
    for (size_t i = 0; i < note->tag_count; i++)
        buf_printf(text, "%s#%.*s%s", i ? " " : " tags\t", STR_ARG(note->tags[i]),
                   i + 1 == note->tag_count ? "\n" : "");
}

static void add_actor(const struct state *state, uint32_t number, struct buf *text)
{
    const struct tags *tags = &state->library->tags;
    const struct actor *actor = &tags->at[number];
    static const char *const kinds[] = {"alias", "demonym", "role"};
    heading(text, "The actor");
    buf_printf(text, " %.*s\t%s, id %.*s, line %d of tags.yaml\n", STR_ARG(actor->name),
               actor_kind_name(actor->kind), STR_ARG(actor->id), actor->line);
    for (uint32_t i = 0; i < actor->form_count; i++) {
        const struct form *form = &tags->forms.at[actor->first_form + i];
        buf_printf(text, " %s\t%.*s%s", kinds[form->kind], STR_ARG(form->text),
                   form->in_full ? ", where named in full" : "");
        if (form->kind == FORM_ROLE) {
            const struct role *role = &tags->roles.at[form->role];
            char from[DAY_TEXT], to[DAY_TEXT];
            day_words(role->from, from);
            day_words(role->to, to);
            buf_printf(text, "%s%s%s%s", from[0] ? ", from " : "", from,
                       to[0] ? ", no longer on " : "", to);
        }
        buf_char(text, '\n');
    }
}

/* What the dates beside an actor are. */
static void add_dates(const struct state *state, struct buf *text)
{
    const struct tally *tally = &state->cast_rows[state->cast.cursor].tally;
    char range[DAY_RANGE_TEXT];
    day_range_words(tally->first, tally->last, range);
    if (state->cast_whole && range[0])
        buf_printf(text,
                   " dates\t%s: the own dates of the first and the last article that has a mention "
                   "of it; i in the list of articles says of each how it is known\n",
                   range);
}

static void add_problem(const struct problem *problem, struct buf *text)
{
    heading(text, problem->severity == SEVERITY_ERROR ? "What is wrong" : "What is doubtful");
    buf_printf(text, " %.*s", STR_ARG(problem->file));
    if (problem->line)
        buf_printf(text, ":%d:%d", problem->line, problem->column);
    buf_printf(text, "\t%.*s (%s)\n", STR_ARG(problem->message), problem->code);
}

static void add_place(const struct state *state, size_t index, struct buf *text)
{
    static const char *const kinds[] = {[THREAD_ACTOR] = "an actor’s mention",
                                        [THREAD_SEARCH] = "a hit of a search",
                                        [THREAD_TAG] = "a place with a tag",
                                        [THREAD_PASSAGE] = "the same words"};
    if (index >= state->thread.len)
        return;
    heading(text, "The thread");
    buf_printf(text, " %.*s\tplace %zu of %zu: %s\n", STR_ARG(state->thread.name), index + 1,
               state->thread.len, kinds[state->thread.wish.kind]);
}

/* What a time in a text means, and how that is known. */
static void add_time(const struct state *state, const struct time_row *row, struct buf *text)
{
    const struct article *article = corpus_article(&state->library->corpus, row->article);
    const struct time_said *said = &row->said;
    char range[DAY_RANGE_TEXT];
    if (said->basis == TIME_PUBLICATION)
        return;
    day_range_words(said->from, said->to, range);
    heading(text, "The time");
    buf_printf(text, " means\t%s%s, a %s\n how\t", range, times_is_stated(article, said) ? "" : "~",
               time_precision_name(said->precision));
    times_why(article, said, text);
    buf_char(text, '\n');
}

/* The time under the cursor of the text. */
static void add_time_here(const struct state *state, struct buf *text)
{
    const struct article *article = state_article(state);
    uint32_t at = state->cursor.at;
    struct arena *arena = arena_new();
    struct times times = {0};
    times_of_part(article, times_order_named(state->options.dates), 0, TIMELINE_AT_ONCE, arena,
                  &times);
    for (size_t i = 0; i < times.len; i++)
        if (span_holds(times.at[i].span, at))
            add_time(state, &(struct time_row){state->cursor.article, times.at[i]}, text);
    arena_free(arena);
}

static void add_said(const struct state *state, const struct said_row *row, struct buf *text)
{
    const struct article *article = corpus_article(&state->library->corpus, row->article);
    const struct quotation *q = &row->quotation;
    heading(text, "What was said");
    buf_chars(text, " who\t");
    said_tell_who(state, row, text);
    if (q->confirmed)
        buf_chars(text, "\n sure\tconfirmed: a verdict says so\n");
    else
        buf_printf(text, "\n sure\t%d of 100 found so are right%s\n",
                   (int)(q->confidence * 100 + 0.5),
                   q->confidence < QUOTATION_SURE ? ": look whether this one is" : "");
    buf_chars(text, " when\t");
    said_tell_when(state, row, text);
    buf_printf(text, "\n what\t%s%s\n", said_kind_words(q->kind),
               q->continues ? "; it runs on from what was said before" : "");
    if (quotation_has(q->cue))
        buf_printf(text, " told by\t“%.*s”\n", STR_ARG(span_of(article->text, q->cue)));
    if (quotation_has(q->via)) {
        buf_chars(text, " via\t");
        said_tell_via(state, row, text);
        buf_chars(text, "\n");
    }
    struct buf also = {0};
    if (said_tell_also(state, row, &also))
        buf_printf(text, " also\t%.*s\n", STR_ARG(buf_view(&also)));
    buf_free(&also);
    add_article(state, row->article, text);
}

static void explain_text(const struct state *state, struct buf *text)
{
    const struct article *article = state_article(state);
    uint32_t mention = take_here(state);
    if (!article)
        return;
    for (uint32_t at = mention; at != MENTION_NONE; at = state->library->cast.at[at].within)
        add_mention(state, at, text);
    if (state_note(state))
        add_note(state_note(state), text);
    add_time_here(state, text);
    add_place(state, hold_here(state), text);
    if (!article_in_body(article, state->cursor.at)) {
        heading(text, "This passage");
        buf_chars(text, " outside\tit is not part of the article: ");
        outside_tell(&state->library->corpus, state->cursor.article, state->cursor.at, text);
        buf_chars(text, ". za folds it away, zo counts it\n");
    }
    add_article(state, state->cursor.article, text);
}

void why_show(struct state *state)
{
    unsigned context = state_context(state);
    size_t place = rows_place(state);
    struct time_row row;
    if (context == CONTEXT_INFO)
        return;
    struct buf *text = info_begin(state, "Why");
    if (context == CONTEXT_LIST && rows_article(state) != ARTICLE_NONE) {
        add_article(state, rows_article(state), text);
    } else if (context == CONTEXT_PLACES && place < state->thread.len) {
        const struct thread_place *at = &state->thread.at[place];
        if (at->mention != MENTION_NONE)
            add_mention(state, at->mention, text);
        add_place(state, place, text);
        add_article(state, at->article, text);
    } else if (context == CONTEXT_DOUBTS && rows_doubt(state) != MENTION_NONE) {
        add_mention(state, rows_doubt(state), text);
        add_article(state, state->library->cast.at[rows_doubt(state)].article, text);
    } else if (timeline_row_here(state, &row)) {
        add_time(state, &row, text);
        add_article(state, row.article, text);
    } else if (context == CONTEXT_SAID && said_here(state)) {
        add_said(state, said_here(state), text);
    } else if (context == CONTEXT_CAST && rows_actor(state) != ACTOR_NONE) {
        add_actor(state, rows_actor(state), text);
        add_dates(state, text);
    } else if (context == CONTEXT_NOTES && rows_note(state)) {
        add_note(rows_note(state), text);
    } else if (context == CONTEXT_ABOUT && state_article(state)) {
        add_article(state, state->cursor.article, text);
    } else if (context == CONTEXT_PROBLEMS && rows_problem(state)) {
        add_problem(rows_problem(state), text);
    } else if (context & CONTEXT_READING) {
        explain_text(state, text);
    }
    if (!text->len)
        buf_chars(text, " There is nothing under the cursor that could be explained.\n");
    info_show(state);
}
