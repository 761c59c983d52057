/* SPDX-License-Identifier: ISC */
/* Notes on random texts that are edited at random: how many end right, how many honestly unsure;
 * and none may end wrong. */
#include "dossier/base/memory.h"
#include "dossier/notes/anchor.h"
#include "dossier/text/utf8.h"
#include "small.h"
#include "trial.h"

#include <criterion/criterion.h>
#include <stdio.h>

#define TURNS 200 /* for each kind of edit */

static char *bytes_of(const struct units *text, uint32_t *starts)
{
    struct buf out = {0};
    for (size_t i = 0; i < text->len; i++) {
        starts[i] = (uint32_t)out.len;
        utf8_put(&out, text->at[i].c);
    }
    starts[text->len] = (uint32_t)out.len;
    buf_char(&out, '\0');
    return out.at;
}

/* A word, a phrase, a sentence, a paragraph, or much of the text. */
static struct range any_passage(const struct trial *trial)
{
    const struct units *text = &trial->first;
    struct range all = units_all(text), word = units_any_word(text, all, trial->script);
    switch (trial_any(7)) {
    case 0:
        return word;
    case 1:
        return units_part(text, word.start, "\n");
    case 2:
        return (struct range){
            units_any_word(text, (struct range){0, text->len / 3}, trial->script).start,
            units_any_word(text, (struct range){text->len / 2, text->len}, trial->script).end};
    case 3:
        return units_part(text, word.start, ".\n\x02");
    default:
        for (size_t i = 1 + trial_any(6); i > 0; i--) {
            size_t next = word.end + 1 < text->len ? word.end + 1 : word.end;
            struct range more = units_word(text, next, trial->script == HAN);
            word.end = more.end > word.end ? more.end : word.end;
        }
        return word;
    }
}

enum result { RIGHT, UNSURE, WRONG };

static bool is_of_passage(const struct trial *trial, const struct unit *unit)
{
    return unit->from >= trial->places.start && unit->from < trial->places.end;
}

/* How many different letters of the passage stand in a part of the text as it is now. */
static size_t letters_in(const struct trial *trial, struct range part)
{
    bool *seen = memory_get(trial->first.len + 2);
    size_t count = 0;
    for (size_t i = part.start; i < part.end; i++) {
        const struct unit *unit = &trial->now.at[i];
        if (is_of_passage(trial, unit) && !seen[unit->from])
            count += seen[unit->from] = true;
    }
    free(seen);
    return count;
}

/* SPAN begins and ends with the passage, and holds most of what is left of it; what came to stand
 * in between is no matter. */
static bool is_passage(const struct trial *trial, struct range span)
{
    size_t beyond[2] = {0}; /* letters outside: of the first text, and put in */
    struct range core = span;
    for (; core.start < core.end && !is_of_passage(trial, &trial->now.at[core.start]); core.start++)
        beyond[!trial->now.at[core.start].from] += units_is_letter(trial->now.at[core.start].c);
    for (; core.start < core.end && !is_of_passage(trial, &trial->now.at[core.end - 1]); core.end--)
        beyond[!trial->now.at[core.end - 1].from] += units_is_letter(trial->now.at[core.end - 1].c);
    size_t left = letters_in(trial, units_all(&trial->now)), there = letters_in(trial, core);
    return there > 0 && there * 2 >= left && (beyond[0] <= there / 5 || beyond[0] == 1) &&
           beyond[1] <= 2 * there;
}

static enum result result_of(const struct trial *trial, const struct note *note,
                             const uint32_t *starts)
{
    bool placed = note_is_placed(note);
    struct range span = {0, 0};
    while (placed && starts[span.start] < note->span.start)
        span.start++;
    for (span.end = span.start; placed && starts[span.end] < note->span.end;)
        span.end++;
    if (!placed)
        return letters_in(trial, units_all(&trial->now)) ? UNSURE : RIGHT;
    return is_passage(trial, span) ? RIGHT : WRONG;
}

static struct library *library_of(const char *text)
{
    const struct small_article article = {.path = "a.txt", .text = text};
    return small_library("", &article, 1);
}

/* What stands at a bound of the passage stands there twice: if one of the two were left out, nobody
 * could tell which. */
static bool is_repeated(const struct units *text, size_t bound)
{
    for (size_t length = 1; length <= bound && bound + length <= text->len && length < 60;
         length++) {
        size_t same = 0;
        while (same < length && text->at[bound - length + same].c == text->at[bound + same].c)
            same++;
        if (same == length)
            return true;
    }
    return false;
}

static bool has_newline(const struct trial *trial)
{
    size_t at = trial->passage.start;
    while (at < trial->passage.end && trial->first.at[at].c != '\n')
        at++;
    return at < trial->passage.end;
}

/* It is a passage, and not of several paragraphs of which some are there twice. */
static bool is_whole(const struct trial *trial)
{
    struct range passage = trial->passage;
    const struct unit *at = trial->first.at;
    bool whole = passage.start < passage.end;
    for (size_t i = passage.start; whole && i + 1 < passage.end; i++)
        whole = at[i].from + 1 == at[i + 1].from;
    for (size_t i = 0; whole && i < trial->first.len; i++)
        whole = at[i].from == i + 1 || !has_newline(trial);
    return whole && !is_repeated(&trial->first, passage.start) &&
           !is_repeated(&trial->first, passage.end);
}

static void begin_trial(struct trial *trial)
{
    units_put_text(&trial->first, trial->script);
    do
        trial->passage = any_passage(trial);
    while (!is_whole(trial));
    const struct unit *at = trial->first.at;
    trial->places =
        (struct range){at[trial->passage.start].from, at[trial->passage.end - 1].from + (size_t)1};
    trial->now = units_copy(&trial->first, units_all(&trial->first));
}

static void tell_wrong(const char *kind, const char *now, const struct note *note)
{
    printf("# %s: “%.*s” [%.*s…%.*s] is %s, %d %%: “%.*s”\n", kind, STR_ARG(note->quote),
           STR_ARG(note->before), STR_ARG(note->after), anchor_state_name(note->state),
           note->likeness, STR_ARG(span_of(str_of(now), note->span)));
    if (getenv("WRONG_TEXT"))
        printf("%s\n", now);
}

static enum result try_once(const char *kind, void (*edit)(struct trial *), enum script script,
                            enum anchor_state *state)
{
    struct trial trial = {.script = script};
    trial_monotonous = trial_any(2);
    begin_trial(&trial);
    uint32_t *starts = memory_get((trial.first.len + 1) * sizeof *starts);
    char *first = bytes_of(&trial.first, starts);
    struct library *before = library_of(first);
    struct note note = {0};
    anchor_make(before->arena, before, 0,
                (struct span){starts[trial.passage.start], starts[trial.passage.end]},
                str_of(first), &note);
    edit(&trial);
    free(starts);
    starts = memory_get((trial.now.len + 1) * sizeof *starts);
    char *now = bytes_of(&trial.now, starts);
    struct library *after = library_of(now);
    struct anchor_finder *finder = anchor_finder_new(after);
    anchor_find(finder, after->arena, &note);
    enum result result = result_of(&trial, &note, starts);
    if (result == WRONG)
        tell_wrong(kind, now, &note);
    *state = note.state;
    anchor_finder_free(finder);
    library_free(before);
    library_free(after);
    free(first);
    free(now);
    free(starts);
    vec_free(&trial.first);
    vec_free(&trial.now);
    return result;
}

Test(anchor, random_edits_never_lead_a_note_to_what_is_not_its_passage)
{
    size_t wrong = 0;
    const char *turns = getenv("TURNS"), *first = getenv("SEED");
    trial_seed = first ? strtoull(first, NULL, 10) : 20261122;
    for (size_t e = 0; e < trial_edit_count; e++) {
        size_t results[3] = {0}, states[5] = {0}, count = turns ? strtoul(turns, NULL, 10) : TURNS;
        for (size_t turn = 0; turn < count; turn++) {
            enum anchor_state state;
            enum result result = try_once(trial_edits[e].name, trial_edits[e].edit,
                                          (enum script)(turn % SCRIPTS), &state);
            results[result]++;
            states[state]++;
        }
        printf("# %-18s right %4zu  unsure %4zu  wrong %zu   (exact %zu, moved %zu, changed %zu, "
               "ambiguous %zu, orphan %zu)\n",
               trial_edits[e].name, results[RIGHT], results[UNSURE], results[WRONG], states[0],
               states[1], states[2], states[3], states[4]);
        fflush(stdout);
        wrong += results[WRONG];
        cr_expect_geq(results[RIGHT] * 100, count * (size_t)trial_edits[e].least, "%s",
                      trial_edits[e].name);
    }
    cr_expect_eq(wrong, 0);
}
