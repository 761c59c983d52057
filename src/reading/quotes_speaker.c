/* SPDX-License-Identifier: ISC */
/* From the words that name a speaker to the actor. A pronoun means the subject of the sentence
 * before, as long as nothing known of that person speaks against it. */
#include "quotes_parts.h"

#include "dossier/text/words.h"

#define SENTENCES_BACK 4
#define NEIGHBOURS 32 /* quotations */

uint32_t mention_from(const struct reader *r, uint32_t at)
{
    const struct cast *cast = &r->source->library->cast;
    uint32_t low = cast->of ? cast->of[r->source->article].first : 0, high = r->mentions_end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (cast->at[middle].span.end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The actor of the mention that holds HEAD, and is no part of another's name; and that begins at
 * FROM or before. */
static uint32_t actor_from(const struct reader *r, struct span head, uint32_t from)
{
    const struct cast *cast = &r->source->library->cast;
    uint32_t first = mention_from(r, head.start);
    for (uint32_t m = first > 8 ? first - 8 : 0; m < r->mentions_end; m++) {
        const struct mention *mention = &cast->at[m];
        if (mention->article != r->source->article || mention->span.end <= head.start)
            continue;
        if (mention->span.start >= head.end)
            break;
        if (mention->kind != FORM_DEMONYM && !mention->in_name && mention->span.start <= from)
            return mention->actor;
    }
    return ACTOR_NONE;
}

/* Of two names with "and" between them, only an actor of both. */
static uint32_t actor_of(const struct reader *r, const struct speaker *speaker)
{
    uint32_t from = speaker->plural ? speaker->span.start : speaker->head.start;
    return actor_from(r, speaker->head, from);
}

static uint32_t actor_at(const struct reader *r, const struct subject *subject)
{
    struct speaker speaker = subject_speaker(&r->tokens, subject);
    return actor_of(r, &speaker);
}

/* LEXICON(HE) or LEXICON(SHE) where the first of an actor's names tells; 0: not known. */
static uint64_t gender_of(const struct reader *r, uint32_t actor)
{
    struct str name = r->source->library->tags.at[actor].name;
    struct buf key = {0};
    struct span word;
    size_t at = 0;
    uint64_t is = words_next(name, &at, &word, &key) ? lexicon_of(r->lexicon, buf_view(&key)) : 0;
    buf_free(&key);
    uint64_t he = is & LEXICON(GIVEN_HE), she = is & LEXICON(GIVEN_SHE);
    return he && !she ? LEXICON(HE) : she && !he ? LEXICON(SHE) : 0;
}

static bool fits(const struct reader *r, uint32_t actor, uint64_t pronoun)
{
    if (actor == ACTOR_NONE || r->source->library->tags.at[actor].kind != ACTOR_PERSON)
        return false;
    uint64_t gender = gender_of(r, actor);
    return !gender || (pronoun & gender);
}

/* Whom an earlier quotation, whose speaker stands between LOW and HIGH, was found to be by. */
static uint32_t speaker_between(const struct reader *r, uint32_t low, uint32_t high)
{
    size_t stop = r->out->len - r->first > NEIGHBOURS ? r->out->len - NEIGHBOURS : r->first;
    for (size_t i = r->out->len; i > stop; i--) {
        const struct quotation *q = &r->out->at[i - 1];
        if (quotation_has(q->speaker_span) && q->speaker_span.start >= low &&
            q->speaker_span.end <= high)
            return q->speaker;
    }
    return ACTOR_NONE;
}

/* The subject of the sentence between the tokens LOW and HIGH, or who speaks in it. */
static uint32_t subject_actor(const struct reader *r, size_t low, size_t high)
{
    const struct tokens *t = &r->tokens;
    struct subject who;
    uint32_t actor = speaker_between(r, t->at[low].span.start, t->at[high].span.end);
    for (size_t i = low; i < high && actor == ACTOR_NONE; i++) {
        if (token_is_verb(t, i, CUE) && subject_before(t, i, low, &who))
            actor = actor_at(r, &who);
    }
    if (actor == ACTOR_NONE && subject_of_sentence(t, low, high, &who))
        actor = actor_at(r, &who);
    return actor;
}

static uint32_t meant_by(const struct reader *r, const struct speaker *speaker)
{
    const struct tokens *t = &r->tokens;
    if (!t->len || speaker->span.start < t->at[0].span.start)
        return r->last_actor;
    size_t begin = sentence_begin(t, tokens_at(t, speaker->span.start));
    for (int i = 0; i < SENTENCES_BACK && begin > 1; i++) {
        size_t end = begin - 1;
        begin = sentence_begin(t, end);
        uint32_t actor = begin < end ? subject_actor(r, begin, end) : ACTOR_NONE;
        if (fits(r, actor, speaker->is))
            return actor;
    }
    uint32_t before = r->last_paragraph + 1 >= r->number ? r->last_actor : ACTOR_NONE;
    if (fits(r, before, speaker->is))
        return before;
    return fits(r, r->subject_actor, speaker->is) ? r->subject_actor : ACTOR_NONE;
}

static enum speaker_class class_of_actor(enum actor_kind kind, const struct speaker *speaker)
{
    if (speaker->is & PRONOUN)
        return SPEAKER_PRONOUN;
    return kind == ACTOR_GROUP      ? SPEAKER_COLLECTIVE
           : kind == ACTOR_DOCUMENT ? SPEAKER_DOCUMENT
                                    : SPEAKER_NAMED;
}

static enum speaker_class class_of_words(const struct reader *r, const struct speaker *speaker)
{
    if (speaker->is & (PRONOUN | LEXICON(HIS) | LEXICON(HER)))
        return SPEAKER_PRONOUN;
    if (speaker->plural)
        return SPEAKER_COLLECTIVE;
    bool noun = lexicon_has_capital_nouns(r->lexicon) && (speaker->is & SPEAKING_NOUN);
    if (speaker->capital && !noun)
        return SPEAKER_NAMED;
    if (speaker->is & LEXICON(DOCUMENT))
        return SPEAKER_DOCUMENT;
    bool many = (speaker->is & LEXICON(PEOPLE)) && !(speaker->is & LEXICON(PERSON));
    return many ? SPEAKER_COLLECTIVE : SPEAKER_UNNAMED;
}

static uint64_t pronoun_of(uint64_t is)
{
    return (is & LEXICON(HIS) ? LEXICON(HE) : 0) | (is & LEXICON(HER) ? LEXICON(SHE) : 0) |
           (is & (LEXICON(HE) | LEXICON(SHE)));
}

void speaker_resolve(const struct reader *r, const struct attribution *found, struct quotation *out)
{
    struct speaker speaker = found->speaker;
    uint64_t pronoun = speaker.capital && !(speaker.is & PRONOUN) ? 0 : pronoun_of(speaker.is);
    out->speaker_span = speaker.span;
    out->how = found->how;
    out->cue = found->cue;
    out->class = class_of_words(r, &speaker);
    if (!r->source->library->tags.len)
        return;
    speaker.is = pronoun ? pronoun : speaker.is;
    out->speaker = pronoun ? meant_by(r, &speaker) : actor_of(r, &speaker);
    if (out->speaker != ACTOR_NONE && !pronoun)
        out->class = class_of_actor(r->source->library->tags.at[out->speaker].kind, &speaker);
}

uint32_t speaker_of_sentence(const struct reader *r, size_t low, size_t high)
{
    return low < high ? subject_actor(r, low, high) : ACTOR_NONE;
}
