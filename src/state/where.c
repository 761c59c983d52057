/* SPDX-License-Identifier: ISC */
#include "where.h"

#include "caret.h"
#include "dossier/base/count.h"
#include "dossier/base/memory.h"
#include "dossier/text/words.h"
#include "folders.h"
#include "hold.h"
#include "jump.h"
#include "naming.h"
#include "page.h"
#include "rows.h"
#include "say.h"
#include "seek.h"
#include "take.h"
#include "turn.h"
#include "where_about.h"
#include "where_doubts.h"
#include "where_list.h"
#include "where_notes.h"
#include "where_said.h"
#include "where_times.h"

#define CONTEXT_CHARACTERS 40 /* around a place, read out in linear mode */
#define NOTE_COLUMNS 40

static struct str label(const struct telling *telling, uint32_t article)
{
    return corpus_article(&telling->state->library->corpus, article)->label;
}

static void tell_line(const struct telling *telling)
{
    const struct state *state = telling->state;
    const struct article *article = state_article(state);
    const struct page *page = &state->page;
    int number = article_number(article, state->cursor.at);
    size_t line = page_line(page, state->cursor.at);
    buf_printf(telling->out, "%.*s ", STR_ARG(label(telling, state->cursor.article)));
    if (number >= 0)
        buf_printf(telling->out, "¶%d, ", number);
    if (page->at[line].kind == PAGE_FOLDED)
        buf_chars(telling->out, "what is folded away here is not the article; Enter unfolds it");
    else
        buf_printf(telling->out, "line %zu of %zu", page_count(page, line),
                   page_count(page, page->len));
}

static void tell_selection(const struct telling *telling)
{
    struct str words =
        span_of(state_article(telling->state)->text, state_selection(telling->state));
    struct str count = say_count(telling->arena, words_count(words), "word", "words");
    buf_printf(telling->out, ": %.*s selected", STR_ARG(count));
}

static const struct actor *actor_of(const struct state *state, const struct mention *mention)
{
    const struct cast *cast = &state->library->cast;
    uint32_t actor = mention->actor;
    if (actor == ACTOR_NONE && mention->candidate_count)
        actor = cast->candidates.at[mention->candidates];
    return actor == ACTOR_NONE ? NULL : &state->library->tags.at[actor];
}

static void tell_mention(const struct telling *telling, uint32_t number)
{
    static const char *const kinds[] = {"", ", by a demonym", ", by a role"};
    const struct mention *mention = &telling->state->library->cast.at[number];
    const struct actor *actor = actor_of(telling->state, mention);
    bool counts =
        mention->beside != MENTION_NONE ||
        mention_is_stop(&telling->state->library->cast, mention, &telling->state->counting);
    if (!actor && mention->reason == REASON_VERDICT)
        buf_chars(telling->out, ": nobody, by a verdict");
    else if (!actor)
        buf_chars(telling->out, ": a role that nobody known holds here");
    else
        buf_printf(telling->out, ": %.*s%s%s%s", STR_ARG(actor->name), kinds[mention->kind],
                   mention->actor == ACTOR_NONE ? ", or another" : "",
                   counts ? "" : ", not counted");
}

/* A note can do without a text, and one that was written by hand without tags too. */
static struct str words_of(const struct note *note)
{
    if (note->text.len)
        return note->text;
    return note->tag_count ? note->tags[0] : note->quote;
}

static void tell_bounds(const struct telling *telling)
{
    const struct state *state = telling->state;
    const struct note *note = notebook_find(state->notebook, state->bounding.id, NULL);
    if (note)
        buf_printf(telling->out, ", bounds of “%.*s”",
                   STR_ARG(say_cut(telling->arena, words_of(note), NOTE_COLUMNS)));
}

static void tell_note(const struct telling *telling, const struct note *note)
{
    size_t rank, count = turn_count(telling->state, note, &rank);
    if (count > 1)
        buf_printf(telling->out, "; note %zu of %zu: ", rank, count);
    else
        buf_chars(telling->out, "; note: ");
    buf_str(telling->out, say_cut(telling->arena, words_of(note), NOTE_COLUMNS));
}

/* "; also in 3 articles, first in 000 on 21 Aug 2025" */
static void tell_copied(const struct telling *telling)
{
    const struct state *state = telling->state;
    const struct copied_passage *copied = state_copied(state, state->cursor.at);
    if (!copied || state->selecting)
        return;
    day first = corpus_day(&state->library->corpus, copied->first);
    buf_printf(telling->out, "; also in %u article%s, ", copied->articles,
               copied->articles == 1 ? "" : "s");
    buf_printf(telling->out, "%s%.*s", copied->articles == 1 ? "" : "first in ",
               STR_ARG(label(telling, copied->first)));
    if (first != DAY_NONE) {
        char words[DAY_TEXT];
        day_words(first, words);
        buf_printf(telling->out, ", %s", words);
    }
}

static void tell_text(const struct telling *telling)
{
    const struct state *state = telling->state;
    const struct note *note = state_note(state);
    size_t place = hold_here(state);
    uint32_t mention = take_here(state);
    tell_line(telling);
    if (state->page.at[page_line(&state->page, state->cursor.at)].kind == PAGE_FOLDED)
        return;
    if (state->bounding.id.len)
        tell_bounds(telling);
    if (state->selecting)
        tell_selection(telling);
    else if (place < state->thread.len)
        buf_printf(telling->out, ": %.*s, %s of %s on the thread", STR_ARG(state->thread.name),
                   COUNT_ARG(thread_standing(&state->thread, place) + 1),
                   COUNT_ARG(state->thread.len));
    else if (mention != MENTION_NONE)
        tell_mention(telling, mention);
    else if (!article_in_body(state_article(state), state->cursor.at))
        buf_chars(telling->out, ": outside the article");
    if (note)
        tell_note(telling, note);
    tell_copied(telling);
}

/* For the ear: what, where, and the words around it. */
static void tell_aloud(const struct telling *telling)
{
    const struct state *state = telling->state;
    const struct corpus *corpus = &state->library->corpus;
    const struct article *article = state_article(state);
    size_t place = hold_here(state);
    int number = article_number(article, state->cursor.at);
    if (place < state->thread.len)
        buf_printf(telling->out, "%.*s, %s of %s, ", STR_ARG(state->thread.name),
                   COUNT_ARG(thread_standing(&state->thread, place) + 1),
                   COUNT_ARG(state->thread.len));
    buf_printf(telling->out, "article %s of %s, ",
               COUNT_ARG(corpus->rank[state->cursor.article] + 1), COUNT_ARG(corpus->len));
    if (number > 0)
        buf_printf(telling->out, "paragraph %d", number);
    else
        buf_chars(telling->out, number ? "outside the article" : "the headline");
    if (state->selecting)
        tell_selection(telling);
    if (place == state->thread.len)
        return;
    struct str before, after;
    struct span span = state->thread.at[place].span;
    article_context(article, span, CONTEXT_CHARACTERS, &before, &after);
    struct str words = arena_printf(telling->arena, "%.*s%.*s%.*s", STR_ARG(before),
                                    STR_ARG(span_of(article->text, span)), STR_ARG(after));
    buf_printf(telling->out, ", %s: …%.*s…",
               state_seen(state, &state->thread.at[place]) ? "seen" : "new",
               STR_ARG(str_trim(say_cut(telling->arena, words, 4 * CONTEXT_CHARACTERS))));
}

static void tell_cast(const struct telling *telling)
{
    const struct state *state = telling->state;
    if (state->cast.cursor >= state->cast_len) {
        buf_chars(telling->out, "no actor is named here");
        return;
    }
    const struct cast_row *row = &state->cast_rows[state->cast.cursor];
    const struct actor *actor = &state->library->tags.at[row->actor];
    struct str mentions = say_count(telling->arena, row->tally.mentions, "mention", "mentions");
    struct str articles = say_count(telling->arena, row->tally.articles, "article", "articles");
    buf_printf(telling->out, "actor %s of %s: %.*s, %s, %.*s in %.*s",
               COUNT_ARG(state->cast.cursor + 1), COUNT_ARG(state->cast_len), STR_ARG(actor->name),
               actor_kind_name(actor->kind), STR_ARG(mentions),
               STR_ARG(state->cast_whole ? articles : STR("this article")));
}

static void tell_problems(const struct telling *telling)
{
    const struct state *state = telling->state;
    const struct problem *problem = rows_problem(state);
    if (!problem) {
        buf_chars(telling->out, "nothing is wrong or doubtful");
        return;
    }
    buf_printf(telling->out, "%s of %s: %s in %.*s", COUNT_ARG(state->problems.cursor + 1),
               COUNT_ARG(state->problem_len),
               problem->severity == SEVERITY_ERROR ? "an error" : "a warning",
               STR_ARG(problem->file));
    if (problem->line)
        buf_printf(telling->out, ", line %d", problem->line);
}

static void tell_info(const struct telling *telling)
{
    const struct list *info = &telling->state->info;
    size_t rows = (size_t)layout_rows(&telling->state->layout, PANE_XREF);
    size_t last = info->top + rows < info->count ? info->top + rows : info->count;
    buf_printf(telling->out, "lines %zu to %zu of %zu; q leads back", info->top + 1, last,
               info->count);
}

/* What a line is for, where the command's help does not say it shortly. */
static const char *prompt_hint(const struct state *state, enum command command)
{
    static const struct {
        enum command command;
        const char *hint;
    } hints[] = {
        {COMMAND_actor, "an actor, by some letters of a name; Enter takes the first, Esc leaves"},
        {COMMAND_tag, "a tag of notes or articles; Enter takes the first, Esc leaves"},
        {COMMAND_filter, "only rows with these words; Enter keeps them, Esc shows all again"},
        {COMMAND_whose, "an actor, or nobody; Enter takes the first, Esc leaves"},
        {COMMAND_always, "here or everywhere, then whose; Enter takes the first, Esc leaves"},
        {COMMAND_order, "what the rows are ordered by; Enter alone reverses them, Esc leaves"},
        {COMMAND_group, "the headings that the articles stand under; Esc leaves"},
        {COMMAND_command, "a command; Tab completes it, Esc leaves"},
        {COMMAND_note_tags,
         "Enter ticks a tag or makes a new one; Esc saves, ^C leaves all as it was"},
        {COMMAND_headline, "the headline; Enter writes it to tags.yaml, Esc leaves"},
        {COMMAND_source, "the source; Enter writes it to tags.yaml, Esc leaves"},
        {COMMAND_author, "the author; Enter writes it to tags.yaml, Esc leaves"},
        {COMMAND_date, "2025-02-18, 2025-02, 2025, or one to another; Enter writes it, Esc leaves"},
        {COMMAND_name, "a name, and what it is; Enter writes it to tags.yaml, Esc leaves"},
    };
    if (command == COMMAND_filter && rows_view(state) == VIEW_NOTES)
        return CHOICE_GRAMMAR;
    if (command == COMMAND_filter && rows_view(state) == VIEW_DOUBTS)
        return "a form, an actor, in:001, is:open, decided, who, word, nobody, stranger; Esc: all";
    if (command == COMMAND_filter && rows_view(state) == VIEW_SAID)
        return "words, a speaker, is:whole, part, reported, scare, unsure, confirmed; Esc: all";
    if (command == COMMAND_jump)
        return jump_hint(state);
    for (size_t i = 0; i < COUNT(hints); i++)
        if (hints[i].command == command)
            return hints[i].hint;
    return NULL;
}

static void tell_prompt(const struct telling *telling)
{
    const struct prompt *prompt = &telling->state->prompt;
    if (telling->state->message_kind != MESSAGE_NONE)
        buf_str(telling->out, buf_view(&telling->state->message));
    else if (prompt->choosing && naming_is(prompt->command) && prompt->foreseen.len)
        naming_tell(telling->state, telling->out);
    else if (prompt->choosing)
        buf_printf(telling->out, "Enter takes %.*s, %zu of %zu",
                   STR_ARG(str_trim(prompt->choices[prompt->chosen.cursor].text)),
                   prompt->chosen.cursor + 1, prompt->choice_count);
    else if (prompt->command == COMMAND_search)
        seek_tell(telling->state, telling->arena, telling->out);
    else if (prompt_hint(telling->state, prompt->command))
        buf_chars(telling->out, prompt_hint(telling->state, prompt->command));
    else
        buf_printf(telling->out, "%s; Esc leaves", command_table[prompt->command].help);
}

static void tell_editor(const struct telling *telling)
{
    const struct state *state = telling->state;
    if (state->prompt.choice_count && state->prompt.choosing)
        buf_chars(telling->out, "Enter or Tab takes the tag; typing goes on");
    else if (state->prompt.choice_count)
        buf_chars(telling->out, "Tab takes the first tag, Down goes through them, Esc saves");
    else if (state->editor.failed)
        buf_chars(telling->out, "Esc tries again, ^C keeps it as a draft");
    else if (state->options.linear) /* the line below, with the keys, is not read out */
        buf_chars(telling->out, "Esc saves, ^C keeps a draft, ^E goes on in $EDITOR");
    else if (state->editor.note.is_private)
        buf_chars(telling->out, "private: in no shared file, and in no export unless asked for");
    else
        buf_chars(telling->out, "kept as a draft while you type");
}

static void tell_reading(const struct telling *telling)
{
    const struct state *state = telling->state;
    if (!state_article(state))
        buf_chars(telling->out, "there is nothing to read here");
    else if (!state->page.len || page_stand(&state->page, 0, 1) == state->page.len)
        buf_printf(telling->out, "%.*s holds no text",
                   STR_ARG(label(telling, state->cursor.article)));
    else if (state->options.linear)
        tell_aloud(telling);
    else
        tell_text(telling);
}

void where_say(struct state *state)
{
    static const struct {
        unsigned context;
        void (*tell)(const struct telling *telling);
    } tellers[] = {
        {CONTEXT_READING, tell_reading},   {CONTEXT_FOLDERS, folders_tell},
        {CONTEXT_LIST, where_list},        {CONTEXT_PLACES, where_places},
        {CONTEXT_CAST, tell_cast},         {CONTEXT_NOTES, where_notes},
        {CONTEXT_PROBLEMS, tell_problems}, {CONTEXT_DOUBTS, where_doubts},
        {CONTEXT_TIMES, where_times},      {CONTEXT_TIMELINE, where_timeline},
        {CONTEXT_SAID, where_said},        {CONTEXT_ABOUT, where_about},
        {CONTEXT_INFO, tell_info},         {CONTEXT_PROMPT, tell_prompt},
        {CONTEXT_EDITOR, tell_editor},
    };
    struct telling telling = {state, arena_new(), &state->where};
    unsigned context = state_context(state);
    buf_clear(&state->where);
    bool typing = context & (CONTEXT_PROMPT | CONTEXT_EDITOR | CONTEXT_INFO);
    bool blank = state_is_blank(state) && !typing;
    if (blank && state->options.linear) /* else it stands above */
        state_tell_reading(state, false, &state->where);
    for (size_t i = 0; i < COUNT(tellers) && !blank; i++)
        if (tellers[i].context & context)
            tellers[i].tell(&telling);
    arena_free(telling.arena);
}
