/* SPDX-License-Identifier: ISC */
/* Only what is clear counts: a person beside a word of speaking, with nobody else nearer. A pronoun
 * is somebody, but not known whom. */
#include "speaker.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

#define MOST_BETWEEN 18 /* words between who speaks and the word that says so */
#define MOST_BEHIND 9   /* where the word stands first: said Leslie Shedd */

static const char *const cues[] = {
    "said",       "says",       "say",        "saying",     "told",     "tells",        "added",
    "adds",       "adding",     "noted",      "notes",      "noting",   "stated",       "states",
    "stating",    "explained",  "explains",   "explaining", "warned",   "warns",        "warning",
    "wrote",      "writes",     "writing",    "argued",     "argues",   "arguing",      "insisted",
    "insists",    "insisting",  "reiterated", "reiterates", "stressed", "stresses",     "stressing",
    "emphasised", "emphasized", "emphasises", "emphasizes", "asked",    "asks",         "replied",
    "replies",    "responded",  "responds",   "declared",   "declares", "announced",    "announces",
    "claimed",    "claims",     "called",     "calls",      "calling",  "acknowledged", "testified",
    "recalled",   "recalls",    "concluded",  "concludes",  "quipped",  "continued",    "continues",
    "remarked",   "remarks",    "commented",  "observed",   "observes", "maintained",   "asserted",
    "asserts",    "cautioned",  "cautions",   "conceded",   "admitted", "quoted",       "described",
    "reported",   "reports",
};

static const char *const pronouns[] = {"he", "she", "they", "it", "who", "i", "we", "you", "one"};

struct word {
    struct span span;
    bool cue, pronoun;
};

struct words {
    struct word *at;
    size_t len, cap;
};

static bool is_one_of(struct str key, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_is(key, words[i]))
            return true;
    }
    return false;
}

/* The words of SPAN; "according to" is a cue too. */
static void read_words(struct str text, struct span span, struct words *out)
{
    struct buf key = {0};
    struct span word;
    bool according = false;
    struct str all = str_sub(text, 0, span.end);
    for (size_t at = span.start; words_next(all, &at, &word, &key);) {
        struct str k = buf_view(&key);
        bool cue = is_one_of(k, cues, COUNT(cues)) || (according && str_is(k, "to"));
        *vec_add(NULL, out) = (struct word){word, cue, is_one_of(k, pronouns, COUNT(pronouns))};
        according = str_is(k, "according");
    }
    buf_free(&key);
}

bool speaker_is_told(struct str words)
{
    struct words all = {0};
    bool told = false;
    read_words(words, (struct span){0, (uint32_t)words.len}, &all);
    for (size_t i = 0; i < all.len; i++)
        told |= all.at[i].cue;
    vec_free(&all);
    return told;
}

/* The first mention of the text that ends after byte AT. */
static uint32_t mention_from(const struct told *told, uint32_t at)
{
    uint32_t low = told->cast->of[told->article].first, high = told->cast->of[told->article].end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (told->cast->at[middle].span.start < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_person(const struct told *told, const struct mention *mention)
{
    return mention->actor != ACTOR_NONE && !mention->in_name && mention->kind != FORM_DEMONYM &&
           told->tags->at[mention->actor].kind == ACTOR_PERSON;
}

/* The person nearest to the end of SPAN, or to its beginning, and its place. */
static const struct mention *person_in(const struct told *told, struct span span, bool last)
{
    const struct mention *found = NULL;
    uint32_t end = told->cast->of[told->article].end;
    for (uint32_t i = mention_from(told, span.start); i < end; i++) {
        const struct mention *mention = &told->cast->at[i];
        if (mention->span.start >= span.end)
            break;
        if (mention->span.end > span.end || !is_person(told, mention))
            continue;
        found = mention;
        if (!last)
            break;
    }
    return found;
}

static size_t words_between(const struct words *words, uint32_t start, uint32_t end)
{
    size_t count = 0;
    for (size_t i = 0; i < words->len; i++)
        count += words->at[i].span.start >= start && words->at[i].span.end <= end;
    return count;
}

uint32_t speaker_named(const struct told *told, struct span span)
{
    const struct mention *person = person_in(told, span, false);
    return person ? person->actor : ACTOR_NONE;
}

/* Words beside a person that make another one the speaker: a spokesman for Rubio said. */
static const char *const asides[] = {"a",    "an",    "for",     "of",   "to",   "with", "from",
                                     "by",   "about", "against", "on",   "at",   "than", "that",
                                     "his",  "her",   "their",   "when", "if",   "as",   "after",
                                     "over", "and",   "or",      "nor",  "like", "not"};

static bool has_aside(const struct told *told, const struct words *words, uint32_t start,
                      uint32_t end)
{
    for (size_t i = 0; i < words->len; i++) {
        struct span word = words->at[i].span;
        struct str text = span_of(told->text, word);
        for (size_t a = 0; a < COUNT(asides) && word.start >= start && word.end <= end; a++) {
            if (str_eq_nocase(text, str_of(asides[a])))
                return true;
        }
    }
    return false;
}

/* Rubio’s */
static bool is_possessive(const struct told *told, const struct mention *person)
{
    size_t at = person->span.end;
    return at < told->text.len && char_is_apostrophe(utf8_next(told->text, &at));
}

/* PERSON does something, and is not one for whom, or whose, it is done. */
static bool is_subject(const struct told *told, const struct words *words,
                       const struct mention *person)
{
    if (is_possessive(told, person))
        return false;
    for (size_t i = 1; i < words->len; i++) {
        if (words->at[i].span.start == person->span.start)
            return !has_aside(told, words, words->at[i - 1].span.start, words->at[i - 1].span.end);
    }
    return true;
}

/* Said Liana Fix: the word stands first, or the person last. */
static bool is_inverted(const struct told *told, struct span span, const struct words *words,
                        size_t cue, const struct mention *person)
{
    static const char *const never[] = {"told",  "tells",   "asked",     "asks",  "called",
                                        "calls", "calling", "described", "quoted"};
    struct span at = words->at[cue].span;
    struct str key = span_of(told->text, at);
    bool last = !words_between(words, person->span.end, span.end);
    if (is_one_of(key, never, COUNT(never)) || (cue > 0 && !last && !str_is(key, "to")))
        return false;
    return words_between(words, at.end, person->span.start) <= MOST_BEHIND &&
           !has_aside(told, words, at.end, person->span.start) && !is_possessive(told, person);
}

/* Who does what the word of speaking at CUE says. */
static uint32_t subject_of(const struct told *told, struct span span, const struct words *words,
                           size_t cue)
{
    struct span at = words->at[cue].span;
    const struct mention *before = person_in(told, (struct span){span.start, at.start}, true);
    const struct mention *behind = person_in(told, (struct span){at.end, span.end}, false);
    bool to = str_eq_nocase(span_of(told->text, at), STR("to"));
    if (cue > 0 && words->at[cue - 1].pronoun)
        return ACTOR_NONE;
    if (before && !to)
        return words_between(words, before->span.end, at.start) <= MOST_BETWEEN &&
                       is_subject(told, words, before)
                   ? before->actor
                   : ACTOR_NONE;
    return behind && is_inverted(told, span, words, cue, behind) ? behind->actor : ACTOR_NONE;
}

/* Rubio: “…” */
static uint32_t named_before(const struct told *told, struct span span)
{
    struct str words = str_trim(span_of(told->text, span));
    const struct mention *person = person_in(told, span, true);
    if (!person || !words.len || words.at[words.len - 1] != ':')
        return ACTOR_NONE;
    struct str between = str_sub(told->text, person->span.end, span.end);
    return str_is(str_trim(between), ":") ? person->actor : ACTOR_NONE;
}

static uint32_t speaker_in(const struct told *told, struct span span, bool last)
{
    struct words words = {0};
    uint32_t speaker = ACTOR_NONE;
    size_t cue = SIZE_MAX;
    read_words(told->text, span, &words);
    for (size_t i = 0; i < words.len && (last || cue == SIZE_MAX); i++) {
        if (words.at[i].cue)
            cue = i;
    }
    if (cue < SIZE_MAX)
        speaker = subject_of(told, span, &words, cue);
    else if (last)
        speaker = named_before(told, span);
    vec_free(&words);
    return speaker;
}

uint32_t speaker_of(const struct told *told, struct span before, struct span after)
{
    if (speaker_is_told(span_of(told->text, before)) ||
        str_ends(str_trim(span_of(told->text, before)), STR(":")))
        return speaker_in(told, before, true);
    return speaker_in(told, after, false);
}
