/* SPDX-License-Identifier: ISC */
/* What can be chosen, kind by kind. */
#include "choices.h"

#include "dossier/base/memory.h"
#include "dossier/export/exporters.h"
#include "doubt_fill.h"
#include "note_sort.h"
#include "rows.h"
#include "say.h"
#include "tallies.h"

#include <string.h>

static enum fuzzy better(enum fuzzy a, enum fuzzy b)
{
    return a > b ? a : b;
}

#define LOOKED_THROUGH 2000 /* articles; of more, only those whose path begins so are offered */

/* The actor under the cursor, where one is meant without a word. */
static uint32_t actor_here(const struct state *state)
{
    if (state->cursor.article == ARTICLE_NONE)
        return ACTOR_NONE;
    const struct cast *cast = &state->library->cast;
    uint32_t mention = cast_at(cast, state->cursor.article, state->cursor.at);
    if (mention == MENTION_NONE)
        return ACTOR_NONE;
    const struct mention *at = &cast->at[mention];
    return at->actor == ACTOR_NONE && at->candidate_count ? cast->candidates.at[at->candidates]
                                                          : at->actor;
}

void choices_of_actors(struct choosing *choosing)
{
    const struct tags *tags = &choosing->state->library->tags;
    const struct tally *tallies = tallies_of(choosing->state);
    uint32_t here = choosing->typed.len ? ACTOR_NONE : actor_here(choosing->state);
    for (uint32_t i = 0; i < tags->len; i++) {
        const struct actor *actor = &tags->at[i];
        enum fuzzy fit =
            better(choices_fit(choosing, actor->name), choices_fit(choosing, actor->id));
        for (uint32_t j = 0; j < actor->form_count; j++)
            if (tags->forms.at[actor->first_form + j].kind == FORM_NAME)
                fit =
                    better(fit, choices_fit(choosing, tags->forms.at[actor->first_form + j].text));
        if (!fit)
            continue;
        struct str rest =
            arena_printf(choosing->arena, "%-12s %zu %s, %zu %s", actor_kind_name(actor->kind),
                         tallies[i].mentions, tallies[i].mentions == 1 ? "mention" : "mentions",
                         tallies[i].articles, tallies[i].articles == 1 ? "article" : "articles");
        bool only = tags_find(tags, actor->name, NULL) == i;
        choices_add(choosing, i == here ? FUZZY_WHOLE : fit, only ? actor->name : actor->id,
                    actor->name, rest)
            ->weight = tallies[i].mentions;
    }
}

/* The WORDS that fit, as they stand; the one in force says NOW. */
static void add_words(struct choosing *choosing, const char *words, struct str in_force,
                      const char *now)
{
    struct str rest = str_of(words), word;
    for (size_t weight = 9; str_split(&rest, ' ', &word); weight--) {
        enum fuzzy fit = choices_fit(choosing, word);
        if (fit > FUZZY_SCATTERED)
            choices_add(choosing, fit, word, word, str_of(str_eq(word, in_force) ? now : ""))
                ->weight = weight;
    }
}

void choices_of_orders(struct choosing *choosing)
{
    const struct state *state = choosing->state;
    const char *words = option_table[OPTION_IS_order].allowed;
    struct str order = state->options.order;
    if (rows_view(state) == VIEW_NOTES) {
        words = NOTE_SORTS;
        order = str_of(note_sort_name(state->note_sort));
    } else if (rows_view(state) == VIEW_DOUBTS) {
        words = DOUBT_SORTS;
        order = str_of(doubt_sort_name(state->doubt_sort));
    }
    add_words(choosing, words, order, "now so; again: reversed");
}

void choices_of_groups(struct choosing *choosing)
{
    add_words(choosing, option_table[OPTION_IS_group].allowed, choosing->state->options.group,
              "now so");
}

void choices_of_ticks(struct choosing *choosing)
{
    if (str_starts(STR("all"), choosing->typed))
        choices_add(choosing, FUZZY_START, STR("all"), STR("all"), STR("the rows that are shown"));
    if (str_starts(STR("none"), choosing->typed))
        choices_add(choosing, FUZZY_START, STR("none"), STR("none"), STR("no row any more"));
}

static void option_names(struct choosing *choosing)
{
    for (int i = 0; i < OPTION_COUNT; i++) {
        struct buf value = {0};
        struct str name = str_of(option_table[i].name);
        enum fuzzy fit = choices_fit(choosing, name);
        options_value(&choosing->state->options, (enum option)i, &value);
        struct str rest = arena_printf(choosing->arena, "%-8.*s %s", STR_ARG(buf_view(&value)),
                                       option_table[i].help);
        bool is_switch = option_table[i].type == OPTION_BOOL;
        if (fit > FUZZY_SCATTERED)
            choices_add(choosing, fit,
                        is_switch ? name
                                  : arena_printf(choosing->arena, "%s ", option_table[i].name),
                        name, rest);
        buf_free(&value);
        name = arena_printf(choosing->arena, "no%s", option_table[i].name);
        if (is_switch && str_starts(choosing->typed, STR("no")) &&
            choices_fit(choosing, name) >= FUZZY_START)
            choices_add(choosing, FUZZY_START, name, name, rest);
    }
}

static void option_value(struct choosing *choosing, const char *name, struct str word,
                         struct str typed)
{
    if (str_starts(word, typed))
        choices_add(choosing, FUZZY_START,
                    arena_printf(choosing->arena, "%s %.*s", name, STR_ARG(word)), word, STR(""));
}

void choices_of_options(struct choosing *choosing)
{
    struct str value = choosing->typed, name, word;
    bool named = str_find(choosing->typed, STR(" "), 0) >= 0;
    struct str line = buf_view(&choosing->state->prompt.line.text);
    named = named || (choosing->typed.len && line.len && line.at[line.len - 1] == ' ');
    str_split(&value, ' ', &name);
    enum option option = options_find(name);
    if (!named || option == OPTION_COUNT) {
        if (!named)
            option_names(choosing);
        return;
    }
    struct str rest = str_of(option_table[option].allowed);
    value = str_trim(value);
    bool listed =
        option_table[option].type == OPTION_WORD || option_table[option].type == OPTION_BOOL;
    while (listed && str_split(&rest, ' ', &word))
        option_value(choosing, option_table[option].name, word, value);
    if (option == OPTION_IS_theme)
        option_value(choosing, "theme", STR("auto"), value);
    for (size_t i = 0; option == OPTION_IS_theme && i < choosing->state->theme_count; i++)
        option_value(choosing, "theme", choosing->state->themes[i], value);
}

void choices_of_saved(struct choosing *choosing)
{
    const struct saved_searches *saved = choosing->state->saved;
    for (size_t i = 0; saved && i < saved->len; i++) {
        enum fuzzy fit = choices_fit(choosing, saved->at[i].name);
        if (fit > FUZZY_SCATTERED)
            choices_add(choosing, fit, saved->at[i].name, saved->at[i].name, saved->at[i].query);
    }
}

void choices_of_places(struct choosing *choosing)
{
    const struct corpus *corpus = &choosing->state->library->corpus;
    size_t first = 0, end = corpus->len;
    if (corpus->len > LOOKED_THROUGH) {
        first = corpus_from(corpus, choosing->typed);
        end = first;
        while (end < corpus->len && end - first < LOOKED_THROUGH &&
               str_starts(corpus_path(corpus, corpus->by_path[end]), choosing->typed))
            end++;
    }
    for (size_t i = first; i < end; i++) {
        uint32_t number = corpus->by_path[i];
        struct str headline = corpus_title(corpus, number), label = corpus_label(corpus, number);
        enum fuzzy fit = better(choices_fit(choosing, corpus_path(corpus, number)),
                                choices_fit(choosing, headline));
        if (fit > FUZZY_SCATTERED)
            choices_add(choosing, fit, label, label, headline)->weight = corpus->len - i;
    }
}

void choices_of_exports(struct choosing *choosing)
{
    struct str rest = choosing->typed, format;
    if (str_split(&rest, ' ', &format) && rest.len)
        return;
    for (size_t i = 0; exporters[i]; i++)
        if (str_starts(str_of(exporters[i]->name), format))
            choices_add(choosing, FUZZY_START,
                        arena_printf(choosing->arena, "%s notes%s", exporters[i]->name,
                                     exporters[i]->ending),
                        str_of(exporters[i]->name), str_of(exporters[i]->help));
}

void choices_of_commands(struct choosing *choosing)
{
    for (int i = 0; i < COMMAND_COUNT && choosing->typed.len; i++) {
        const struct command_row *row = &command_table[i];
        enum fuzzy fit = choices_fit(choosing, str_of(row->name));
        if (fit <= FUZZY_SCATTERED || !(row->contexts & CONTEXT_ALL))
            continue;
        bool wants = row->argument != ARGUMENT_NONE && row->argument != ARGUMENT_COMMAND;
        choices_add(choosing, fit,
                    arena_printf(choosing->arena, "%s%s", row->name, wants ? " " : ""),
                    str_of(row->name), str_of(row->help))
            ->weight = (size_t)(COMMAND_COUNT - i);
    }
}
