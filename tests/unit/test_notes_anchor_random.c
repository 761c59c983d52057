/* SPDX-License-Identifier: ISC */
/* Random edits to random texts, of which the truth is known: each letter carries the number of the
 * place that it had when the note was made, copies and replaced letters carry it too, and what is
 * put in carries none. */
#include "dossier/base/memory.h"
#include "dossier/notes/anchor.h"
#include "dossier/text/utf8.h"
#include "small.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define TURNS 250 /* for each kind of edit */

struct unit {
    uint32_t c;
    uint32_t from; /* 1 + its place in the first text; 0: put in later */
};

struct units {
    struct unit *at;
    size_t len, cap;
};

struct range {
    size_t start, end;
};

static uint64_t seed;

static size_t any(size_t below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return below ? (size_t)(seed >> 33) % below : 0;
}

static bool monotonous; /* the text is made of few words */

/* Small numbers often, as words are. */
static size_t rather_low(size_t below)
{
    return any(1 + any(monotonous ? 1 + any(below) : below));
}

static const char *const english =
    "the of to and a in that said he is for on was with it as his by at from have be has not they "
    "president minister talks war peace would which Monday Ukraine Russia American security their "
    "officials after Moscow Washington sanctions government told reporters statement agreement who "
    "bridge border troops Linus machines chines ceasefire delegation foreign spokesman would-be "
    "architecture holes defence finance Zelenskyy Putin’s café naïve 12 2025 never again between";
static const char *const russian =
    "и в не на что он с по как это из его но к за от они был для все так же мост президент сказал "
    "переговоры война мир министр Украина Россия Москва Вашингтон санкции правительство заявил "
    "безопасность граница войска который после между соглашение ещё объявил вчера сегодня";
static const char *const han =
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学"
    "对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面"
    "公同三已老从动两长俄乌美总统谈判战争和平安全边境部队桥";

enum script { ENGLISH, RUSSIAN, HAN, SCRIPTS };

static void put(struct units *out, uint32_t c, uint32_t from)
{
    *vec_add(NULL, out) = (struct unit){c, from};
}

static void put_chars(struct units *out, struct str s)
{
    for (size_t at = 0; at < s.len;)
        put(out, utf8_next(s, &at), 0);
}

static void put_word(struct units *out, enum script script)
{
    static struct str words[2][128];
    static size_t counts[2];
    if (script == HAN) {
        struct str all = str_of(han);
        size_t at = 3 * rather_low(all.len / 3);
        put(out, utf8_next(all, &at), 0);
        return;
    }
    if (!counts[script]) {
        struct str rest = str_of(script == ENGLISH ? english : russian), word;
        while (str_split(&rest, ' ', &word))
            words[script][counts[script]++] = word;
    }
    put_chars(out, words[script][rather_low(counts[script])]);
}

static void put_sentence(struct units *out, enum script script)
{
    size_t words = 4 + any(12);
    bool quoted = any(6) == 0;
    if (quoted)
        put_chars(out, STR("“"));
    for (size_t i = 0; i < words; i++) {
        if (i && script != HAN)
            put_chars(out, any(14) == 0 ? STR(", ") : any(40) == 0 ? STR(" – ") : STR(" "));
        put_word(out, script);
    }
    if (quoted)
        put_chars(out, STR("”"));
    put_chars(out, script == HAN ? STR("。") : STR(". "));
}

static void put_text(struct units *out, enum script script)
{
    for (size_t paragraphs = 2 + any(8); paragraphs > 0; paragraphs--) {
        size_t from = out->len;
        for (size_t sentences = 1 + any(5); sentences > 0; sentences--)
            put_sentence(out, script);
        put_chars(out, STR("\n\n"));
        size_t to = out->len;
        if (any(7) == 0) /* twice */
            for (size_t i = from; i < to; i++)
                put(out, out->at[i].c, (uint32_t)i + 1);
    }
    for (size_t i = 0; i < out->len; i++)
        if (!out->at[i].from)
            out->at[i].from = (uint32_t)i + 1;
}

/* What stands between two of the signs in ENDS, around AT. */
static struct range part_at(const struct units *text, size_t at, const char *ends)
{
    struct range part = {at, at};
    while (part.start > 0 && !strchr(ends, (int)(text->at[part.start - 1].c & 0x7F)))
        part.start--;
    while (part.end < text->len && !strchr(ends, (int)(text->at[part.end].c & 0x7F)))
        part.end++;
    return part;
}

static bool is_letter(uint32_t c)
{
    return c > ' ' && !strchr(".,\n", (int)(c < 128 ? c : 'x')) && c != 0x3002;
}

static struct range word_at(const struct units *text, size_t at, bool unspaced)
{
    struct range word = {at, at};
    while (!unspaced && word.start > 0 && is_letter(text->at[word.start - 1].c))
        word.start--;
    while (word.end < text->len && is_letter(text->at[word.end].c)) {
        word.end++;
        if (unspaced)
            break;
    }
    return word;
}

static struct range any_word(const struct units *text, struct range in, enum script script)
{
    for (int i = 0; i < 20; i++) {
        struct range word = word_at(text, in.start + any(in.end - in.start), script == HAN);
        if (word.start < word.end && word.start >= in.start && word.end <= in.end)
            return word;
    }
    return (struct range){in.start, in.start};
}

/* Puts NEW in place of a part; with KEEP, as what that part became. */
static void splice(struct units *text, struct range part, const struct units *new, bool keep)
{
    struct units out = {0};
    for (size_t i = 0; i < part.start; i++)
        *vec_add(NULL, &out) = text->at[i];
    for (size_t i = 0; i < new->len; i++)
        put(&out, new->at[i].c,
            keep && part.start < part.end ? text->at[part.start].from : new->at[i].from);
    for (size_t i = part.end; i < text->len; i++)
        *vec_add(NULL, &out) = text->at[i];
    vec_free(text);
    *text = out;
}

static struct units copy_of(const struct units *text, struct range part)
{
    struct units copy = {0};
    for (size_t i = part.start; i < part.end; i++)
        *vec_add(NULL, &copy) = text->at[i];
    return copy;
}

/* One case: a text, a passage in it, and the text as it is edited. */
struct trial {
    enum script script;
    struct units first, now;
    struct range passage; /* in first */
    struct range places;  /* the numbers that its letters carry */
};

static struct range everywhere(const struct units *text)
{
    return (struct range){0, text->len};
}

/* Where letters of the passage stand now, from the first to the last that follow each other. */
static struct range passage_now(const struct trial *trial, size_t *from)
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
    return trial->script == HAN       ? 0x4E00 + (uint32_t)any(900)
           : trial->script == RUSSIAN ? 0x430 + (uint32_t)any(32)
                                      : 'a' + (uint32_t)any(26);
}

static void edit_letter(struct trial *trial, struct range in)
{
    struct units new = {0};
    size_t at = in.start + any(in.end - in.start);
    size_t kind = any(3); /* replaced, put in, left out */
    if (at >= trial->now.len || !is_letter(trial->now.at[at].c))
        return;
    if (kind < 2)
        put(&new, any_letter(trial), 0);
    splice(&trial->now, (struct range){at, at + (kind != 1)}, &new, kind == 0);
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
    struct range word = any_word(&trial->now, in, trial->script);
    size_t kind = any(3);
    if (kind < 2)
        put_word(&new, trial->script);
    if (stands_in(&new, &trial->first, trial->passage))
        new.len = 0;
    if (kind == 1 && new.len) {
        put(&new, trial->script == HAN ? 0x4E2D : ' ', 0);
        word.end = word.start;
    }
    splice(&trial->now, word, &new, kind == 0);
    vec_free(&new);
}

static void letters(struct trial *trial)
{
    for (size_t i = 1 + any(30); i > 0; i--)
        edit_letter(trial, everywhere(&trial->now));
}

static void words(struct trial *trial)
{
    for (size_t i = 1 + any(20); i > 0; i--)
        edit_word(trial, everywhere(&trial->now));
}

static void sentences(struct trial *trial)
{
    for (size_t i = 1 + any(5); i > 0; i--) {
        struct units new = {0};
        struct range part = part_at(&trial->now, any(trial->now.len), ".\n\x02");
        if (any(2)) {
            put_sentence(&new, trial->script);
            part.end = part.start;
        }
        splice(&trial->now, part, &new, false);
        vec_free(&new);
    }
}

static struct range any_paragraph(const struct units *text)
{
    struct range part = part_at(text, any(text->len), "\n");
    while (part.end < text->len && text->at[part.end].c == '\n')
        part.end++;
    return part;
}

static void moved_paragraphs(struct trial *trial)
{
    for (size_t i = 1 + any(3); i > 0; i--) {
        struct range part = any_paragraph(&trial->now);
        struct units copy = copy_of(&trial->now, part), none = {0};
        splice(&trial->now, part, &none, false);
        size_t at = any_paragraph(&trial->now).start;
        splice(&trial->now, (struct range){at, at}, &copy, false);
        vec_free(&copy);
    }
}

static void doubled_paragraphs(struct trial *trial)
{
    for (size_t i = 1 + any(3); i > 0; i--) {
        struct units copy = copy_of(&trial->now, any_paragraph(&trial->now));
        size_t at = any_paragraph(&trial->now).start;
        splice(&trial->now, (struct range){at, at}, &copy, false);
        vec_free(&copy);
    }
}

static void passage_edited(struct trial *trial)
{
    for (size_t i = 1 + any(3); i > 0; i--) {
        size_t from = 0;
        struct range part = passage_now(trial, &from);
        if (any(2))
            edit_letter(trial, part);
        else
            edit_word(trial, part);
    }
}

static size_t delete_passage(struct trial *trial)
{
    size_t from = 0;
    struct units none = {0};
    struct range part = passage_now(trial, &from);
    if (any(2)) /* with its sentence */
        part = (struct range){part_at(&trial->now, part.start, ".\n\x02").start,
                              part_at(&trial->now, part.end, ".\n\x02").end};
    splice(&trial->now, part, &none, false);
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
    struct units like = copy_of(&trial->first, trial->passage);
    size_t every = like.len > 60 ? 2 : 1 + any(5), first = any(like.len < every ? 1 : every);
    for (size_t i = 0; i < like.len; i++) {
        like.at[i].from = 0;
        while (i % every == first && like.at[i].c == trial->first.at[trial->passage.start + i].c)
            like.at[i].c = any_letter(trial);
    }
    size_t was = delete_passage(trial);
    size_t at = any_word(&trial->now, everywhere(&trial->now), trial->script).start;
    if (at + 60 < was || at > was + 60) {
        put(&like, ' ', 0);
        splice(&trial->now, (struct range){at, at}, &like, false);
    }
    vec_free(&like);
}

static void reflowed(struct trial *trial)
{
    for (size_t i = 0; i < trial->now.len; i++) {
        struct unit *unit = &trial->now.at[i];
        if (unit->c == ' ' && any(8) == 0)
            unit->c = '\n';
        else if (unit->c == ' ' && any(20) == 0)
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
    for (size_t i = any(60); i + 1 < trial->now.len; i += 1 + any(60)) {
        struct units soft = {0};
        put(&soft, 0xAD, 0);
        splice(&trial->now, (struct range){i, i}, &soft, false);
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
    for (size_t i = 2 + any(3); i > 0; i--)
        all[any(COUNT(all))](trial);
}

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
    struct range all = everywhere(text), word = any_word(text, all, trial->script);
    switch (any(7)) {
    case 0:
        return word;
    case 1:
        return part_at(text, word.start, "\n");
    case 2:
        return (struct range){
            any_word(text, (struct range){0, text->len / 3}, trial->script).start,
            any_word(text, (struct range){text->len / 2, text->len}, trial->script).end};
    case 3:
        return part_at(text, word.start, ".\n\x02");
    default:
        for (size_t i = 1 + any(6); i > 0; i--) {
            size_t next = word.end + 1 < text->len ? word.end + 1 : word.end;
            struct range more = word_at(text, next, trial->script == HAN);
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
        beyond[!trial->now.at[core.start].from] += is_letter(trial->now.at[core.start].c);
    for (; core.start < core.end && !is_of_passage(trial, &trial->now.at[core.end - 1]); core.end--)
        beyond[!trial->now.at[core.end - 1].from] += is_letter(trial->now.at[core.end - 1].c);
    size_t left = letters_in(trial, everywhere(&trial->now)), there = letters_in(trial, core);
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
        return letters_in(trial, everywhere(&trial->now)) ? UNSURE : RIGHT;
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
    put_text(&trial->first, trial->script);
    do
        trial->passage = any_passage(trial);
    while (!is_whole(trial));
    const struct unit *at = trial->first.at;
    trial->places =
        (struct range){at[trial->passage.start].from, at[trial->passage.end - 1].from + (size_t)1};
    trial->now = copy_of(&trial->first, everywhere(&trial->first));
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
    monotonous = any(2);
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

static const struct edit {
    const char *name;
    void (*edit)(struct trial *);
    int least; /* percent that must end right */
} edits[] = {
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

Test(anchor, random_edits_never_lead_a_note_to_what_is_not_its_passage)
{
    size_t wrong = 0;
    const char *turns = getenv("TURNS"), *first = getenv("SEED");
    seed = first ? strtoull(first, NULL, 10) : 20261122;
    for (size_t e = 0; e < COUNT(edits); e++) {
        size_t results[3] = {0}, states[5] = {0}, count = turns ? strtoul(turns, NULL, 10) : TURNS;
        for (size_t turn = 0; turn < count; turn++) {
            enum anchor_state state;
            enum result result =
                try_once(edits[e].name, edits[e].edit, (enum script)(turn % SCRIPTS), &state);
            results[result]++;
            states[state]++;
        }
        printf("# %-18s right %4zu  unsure %4zu  wrong %zu   (exact %zu, moved %zu, changed %zu, "
               "ambiguous %zu, orphan %zu)\n",
               edits[e].name, results[RIGHT], results[UNSURE], results[WRONG], states[0], states[1],
               states[2], states[3], states[4]);
        fflush(stdout);
        wrong += results[WRONG];
        cr_expect_geq(results[RIGHT] * 100, count * (size_t)edits[e].least, "%s", edits[e].name);
    }
    cr_expect_eq(wrong, 0);
}
