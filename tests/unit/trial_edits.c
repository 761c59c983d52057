/* SPDX-License-Identifier: ISC */
#include "trial.h"

#include "dossier/base/memory.h"

#include <string.h>

/* Where letters of the passage stand now, from the first to the last that follow each other. */
static struct range trial_passage(const struct trial *trial, size_t *from)
{
    size_t start = *from, last = 0;
    const struct units *now = &trial->now;
    const struct range *was = &trial->places;
    while (start < now->len &&
           (now->at[start].from < was->start || now->at[start].from >= was->end))
        start++;
    size_t end = start;
    for (size_t i = start; i < now->len; i++) {
        uint32_t place = now->at[i].from;
        if (place == 0)
            continue;
        if (place < was->start || place >= was->end || place < last)
            break;
        last = place;
        end = i + 1;
    }
    *from = end;
    return (struct range){start, end};
}

static uint32_t any_letter(const struct trial *trial)
{
    return trial->script == HAN       ? 0x3041 + (uint32_t)trial_any(80)
           : trial->script == RUSSIAN ? 0x430 + (uint32_t)trial_any(32)
                                      : 'a' + (uint32_t)trial_any(26);
}

static void edit_letter(struct trial *trial, struct range in)
{
    struct units new = {0};
    size_t at = in.start + trial_any(in.end - in.start);
    size_t kind = trial_any(3); /* replaced, put in, left out */
    if (at >= trial->now.len || !units_is_letter(trial->now.at[at].c))
        return;
    if (kind < 2)
        units_put(&new, any_letter(trial), 0);
    units_splice(&trial->now, (struct range){at, at + (kind != 1)}, &new, kind == 0);
    vec_free(&new);
}

/* The words NEW are some of a part: what would come to stand there is no lookalike, but it. */
static bool stands_in(const struct units *new, const struct units *text, struct range part)
{
    for (size_t i = part.start; new->len &&i + new->len <= part.end; i++) {
        size_t same = 0;
        while (same < new->len &&new->at[same].c == text->at[i + same].c)
            same++;
        if (same == new->len)
            return true;
    }
    return false;
}

static void edit_word(struct trial *trial, struct range in)
{
    struct units new = {0};
    struct range word = units_any_word(&trial->now, in, trial->script);
    size_t kind = trial_any(3);
    if (kind < 2)
        units_put_word(&new, trial->script);
    if (stands_in(&new, &trial->first, trial->passage))
        new.len = 0;
    if (kind == 1 && new.len) {
        units_put(&new, trial->script == HAN ? 0x4E2D : ' ', 0);
        word.end = word.start;
    }
    units_splice(&trial->now, word, &new, kind == 0);
    vec_free(&new);
}

static void letters(struct trial *trial)
{
    for (size_t i = 1 + trial_any(30); i > 0; i--)
        edit_letter(trial, units_all(&trial->now));
}

static void words(struct trial *trial)
{
    for (size_t i = 1 + trial_any(20); i > 0; i--)
        edit_word(trial, units_all(&trial->now));
}

static void sentences(struct trial *trial)
{
    for (size_t i = 1 + trial_any(5); i > 0; i--) {
        struct units new = {0};
        struct range part = units_part(&trial->now, trial_any(trial->now.len), ".\n\x02");
        if (trial_any(2)) {
            units_put_sentence(&new, trial->script);
            part.end = part.start;
        }
        units_splice(&trial->now, part, &new, false);
        vec_free(&new);
    }
}

static struct range any_paragraph(const struct units *text)
{
    struct range part = units_part(text, trial_any(text->len), "\n");
    while (part.end < text->len && text->at[part.end].c == '\n')
        part.end++;
    return part;
}

static void moved_paragraphs(struct trial *trial)
{
    for (size_t i = 1 + trial_any(3); i > 0; i--) {
        struct range part = any_paragraph(&trial->now);
        struct units copy = units_copy(&trial->now, part), none = {0};
        units_splice(&trial->now, part, &none, false);
        size_t at = any_paragraph(&trial->now).start;
        units_splice(&trial->now, (struct range){at, at}, &copy, false);
        vec_free(&copy);
    }
}

static void doubled_paragraphs(struct trial *trial)
{
    for (size_t i = 1 + trial_any(3); i > 0; i--) {
        struct units copy = units_copy(&trial->now, any_paragraph(&trial->now));
        size_t at = any_paragraph(&trial->now).start;
        units_splice(&trial->now, (struct range){at, at}, &copy, false);
        vec_free(&copy);
    }
}

static void passage_edited(struct trial *trial)
{
    for (size_t i = 1 + trial_any(3); i > 0; i--) {
        size_t from = 0;
        struct range part = trial_passage(trial, &from);
        if (trial_any(2))
            edit_letter(trial, part);
        else
            edit_word(trial, part);
    }
}

static size_t delete_passage(struct trial *trial)
{
    size_t from = 0;
    struct units none = {0};
    struct range part = trial_passage(trial, &from);
    if (trial_any(2)) /* with its sentence */
        part = (struct range){units_part(&trial->now, part.start, ".\n\x02").start,
                              units_part(&trial->now, part.end, ".\n\x02").end};
    units_splice(&trial->now, part, &none, false);
    return part.start;
}

static void passage_deleted(struct trial *trial)
{
    delete_passage(trial);
}

/* Words that look like it come to stand elsewhere: one letter in five or more is another, of a long
 * passage every second. */
static void lookalike(struct trial *trial)
{
    size_t from = 0;
    struct range part = trial_passage(trial, &from);
    if (part.start >= part.end) /* it is gone: where it stood, nobody knows any more */
        return;
    struct units like = units_copy(&trial->first, trial->passage);
    size_t every = like.len > 60 ? 2 : 1 + trial_any(5),
           first = trial_any(like.len < every ? 1 : every);
    for (size_t i = 0; i < like.len; i++) {
        like.at[i].from = 0;
        while (i % every == first && like.at[i].c == trial->first.at[trial->passage.start + i].c)
            like.at[i].c = any_letter(trial);
    }
    size_t was = delete_passage(trial);
    size_t at = units_any_word(&trial->now, units_all(&trial->now), trial->script).start;
    if (at + 60 < was || at > was + 60) {
        units_put(&like, ' ', 0);
        units_splice(&trial->now, (struct range){at, at}, &like, false);
    }
    vec_free(&like);
}

static void reflowed(struct trial *trial)
{
    for (size_t i = 0; i < trial->now.len; i++) {
        struct unit *unit = &trial->now.at[i];
        if (unit->c == ' ' && trial_any(8) == 0)
            unit->c = '\n';
        else if (unit->c == ' ' && trial_any(20) == 0)
            unit->c = 0xA0;
    }
}

static void other_marks(struct trial *trial)
{
    static const uint32_t marks[][2] = {
        {0x201C, '"'}, {0x201D, '"'}, {0x2019, '\''}, {0x2013, 0x2014}, {'-', 0x2010}};
    for (size_t i = 0; i < trial->now.len; i++)
        for (size_t m = 0; m < COUNT(marks); m++)
            if (trial->now.at[i].c == marks[m][0])
                trial->now.at[i].c = marks[m][1];
    for (size_t i = trial_any(60); i + 1 < trial->now.len; i += 1 + trial_any(60)) {
        struct units soft = {0};
        units_put(&soft, 0xAD, 0);
        units_splice(&trial->now, (struct range){i, i}, &soft, false);
        vec_free(&soft);
    }
}

static void nothing(struct trial *trial)
{
    (void)trial;
}

static void everything(struct trial *trial)
{
    static void (*const all[])(struct trial *) = {
        letters,        words,           sentences, moved_paragraphs, doubled_paragraphs,
        passage_edited, passage_deleted, reflowed,  other_marks,      lookalike};
    for (size_t i = 2 + trial_any(3); i > 0; i--)
        all[trial_any(COUNT(all))](trial);
}

const struct trial_edit trial_edits[] = {
    {"nothing", nothing, 100},
    {"letters", letters, 70},
    {"words", words, 62},
    {"sentences", sentences, 62},
    {"moved paragraphs", moved_paragraphs, 62},
    {"doubled paragraphs", doubled_paragraphs, 70},
    {"passage edited", passage_edited, 65},
    {"passage deleted", passage_deleted, 88},
    {"lookalike", lookalike, 88},
    {"reflowed", reflowed, 90},
    {"other marks", other_marks, 90},
    {"everything", everything, 62},
};

const size_t trial_edit_count = COUNT(trial_edits);
