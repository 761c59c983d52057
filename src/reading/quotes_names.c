/* SPDX-License-Identifier: ISC */
/* Words that may name somebody. Without a dictionary of all words a name is what lies between words
 * that can't be in one: verbs of saying, auxiliaries, pronouns, prepositions, signs. */
#include "quotes_parts.h"

#define MOST_WORDS 14 /* of a name with its titles */

/* What ends a name wherever it stands. */
#define NO_NAME                                                                              \
    (CUE | PRONOUN | LEXICON(SAYING) | LEXICON(CALL) | LEXICON(AUXILIARY) | LEXICON(MODAL) | \
     LEXICON(TO) | LEXICON(THAT) | LEXICON(WHO) | LEXICON(WHILE) | LEXICON(PREPOSITION) |    \
     LEXICON(OF) | LEXICON(NOT) | LEXICON(REFUSE) | LEXICON(HEARSAY) | LEXICON(ACCORDING) |  \
     LEXICON(TIME) | LEXICON(AND) | LEXICON(ADVERB))

/* Nouns that look like verbs of saying. */
#define NOUN (SPEAKING_NOUN | LEXICON(CLAIM))

static bool is_first(const struct tokens *t, size_t i)
{
    return i == 0 || t->at[i - 1].kind == TOKEN_STOP || t->at[i - 1].kind == TOKEN_QUOTE ||
           token_is_sign(&t->at[i - 1], ':') || token_is_sign(&t->at[i - 1], '(');
}

/* What only a noun stands behind: an article, a possessive. */
static bool is_noun_position(const struct tokens *t, size_t i)
{
    if (i == 0)
        return false;
    const struct token *before = &t->at[i - 1];
    if (before->kind == TOKEN_POSSESSIVE)
        return i < 2 || !token_is(&t->at[i - 2], PRONOUN | LEXICON(WHO));
    return token_is(before, LEXICON(DETERMINER) | LEXICON(HIS) | LEXICON(HER)) &&
           !token_is(before, LEXICON(THAT) | PRONOUN);
}

/* A noun of those that are verbs too, with an adjective or a noun before it: the annual report. */
static bool is_noun(const struct tokens *t, size_t i)
{
    const struct token *token = &t->at[i];
    return (token->is & NOUN) && i > 1 && t->at[i - 1].kind == TOKEN_WORD &&
           !t->at[i - 1].capital && !(t->at[i - 1].is & (NO_NAME | NOUN)) &&
           is_noun_position(t, i - 1);
}

bool token_is_verb(const struct tokens *t, size_t i, uint64_t lists)
{
    const struct token *token = &t->at[i];
    if (!token_is(token, lists) || is_noun_position(t, i) || is_noun(t, i))
        return false;
    return !token->capital || is_first(t, i);
}

bool token_is_name(const struct tokens *t, size_t i)
{
    const struct token *token = &t->at[i];
    if (token->kind != TOKEN_WORD || (token->is & LEXICON(TIME)))
        return false;
    if (token->capital && !is_first(t, i))
        return true;
    if (is_noun_position(t, i) && (token->is & (CUE | LEXICON(CALL))))
        return true;
    if (token->is & LEXICON(DETERMINER))
        return !(token->is & (LEXICON(NOT) | LEXICON(THAT)));
    return !(token->is & NO_NAME) || is_noun(t, i);
}

/* "глава профсоюза", "un responsable américain": where what tells more of a noun stands behind it,
 * the first of those who speak; else LAST. */
static size_t first_noun(const struct tokens *t, size_t from, size_t last)
{
    for (size_t i = from; i < last && !token_is(&t->at[last], SPEAKING_NOUN); i++) {
        if (token_is(&t->at[i], SPEAKING_NOUN))
            return i;
    }
    return last;
}

/* The name, from FROM to TO, is cut to what says who: without what hangs on a preposition, and
 * behind the last possessive. */
static size_t head_of(const struct tokens *t, size_t from, size_t to)
{
    size_t end = to, begin = from;
    for (size_t i = from + 1; i < to && end == to; i++) {
        if (token_is(&t->at[i], LEXICON(PREPOSITION) | LEXICON(OF)) &&
            !(t->at[i - 1].capital && i + 1 < to && t->at[i + 1].capital &&
              token_is(&t->at[i], LEXICON(OF))))
            end = i;
    }
    for (size_t i = begin; i < end; i++) {
        if (t->at[i].kind == TOKEN_POSSESSIVE && i + 1 < end)
            begin = i + 1;
    }
    for (end--; end > begin && t->at[end].kind != TOKEN_WORD;)
        end--;
    return t->verb_first && !t->at[end].capital ? first_noun(t, begin, end) : end;
}

static void name_set(const struct tokens *t, size_t from, size_t to, struct subject *out)
{
    out->from = from;
    out->to = to;
    out->head = head_of(t, from, to);
}

/* An "and" stands before FROM between two words with capitals. */
static bool joins_names(const struct tokens *t, size_t low, size_t from, size_t end)
{
    return from < end && from >= low + 2 && token_is(&t->at[from - 1], LEXICON(AND)) &&
           t->at[from].capital && t->at[from - 2].capital && token_is_name(t, from - 2);
}

/* Where the name that ends before END begins, its words alone. */
static size_t words_before(const struct tokens *t, size_t low, size_t end)
{
    size_t from = end;
    while (from > low && end - from < MOST_WORDS) {
        if (t->at[from - 1].kind == TOKEN_POSSESSIVE ? from < end : token_is_name(t, from - 1))
            from--;
        else if (joins_names(t, low, from, end))
            from -= 2;
        else
            break;
        if (token_is(&t->at[from], LEXICON(DETERMINER)) && !t->at[from].capital)
            break;
    }
    while (from < end && t->at[from].kind == TOKEN_POSSESSIVE)
        from++;
    return from;
}

/* The name from FROM to PREPOSITION can have what is behind the preposition hanging on it. What
 * only happens to stand before one has no article: "progress with Norland", "after the talks". */
static bool carries(const struct tokens *t, size_t from, size_t preposition)
{
    const struct token *last = &t->at[preposition - 1];
    bool speaks = token_is(&t->at[from], SPEAKING_NOUN); /* "sources close to" */
    return !token_is(&t->at[preposition], LEXICON(WHILE)) &&
           (token_is(&t->at[from], LEXICON(DETERMINER) | LEXICON(HIS) | LEXICON(HER)) || speaks ||
            last->capital || token_is(last, SPEAKING_NOUN | LEXICON(TITLE)));
}

/* "on the closing of the port Lind": of what hangs on a preposition only the name at its end, with
 * what that is called, may be a subject. */
static size_t own_name(const struct tokens *t, size_t from, size_t end)
{
    const uint64_t called = SPEAKING_NOUN | LEXICON(TITLE) | LEXICON(MR) | LEXICON(MRS);
    size_t own = end;
    while (own > from && t->at[own - 1].capital)
        own--;
    if (own == end)
        return from;
    while (own > from && token_is(&t->at[own - 1], called))
        own--;
    return own > from && token_is(&t->at[own - 1], LEXICON(DETERMINER)) ? own - 1 : own;
}

bool name_before(const struct tokens *t, size_t low, size_t end, struct subject *out)
{
    size_t from = words_before(t, low, end), last = from;
    if (from == end)
        return false;
    if (from > low && from < end && token_is(&t->at[from], LEXICON(OF)) &&
        token_is_name(t, from - 1))
        from = words_before(t, low, from); /* "die Sprecherin der Partei" */
    while (from > low + 1 && end - from < MOST_WORDS &&
           token_is(&t->at[from - 1], LEXICON(OF) | LEXICON(PREPOSITION))) {
        size_t further = words_before(t, low, from - 1);
        if (further == from - 1 || !carries(t, further, from - 1))
            break;
        from = further;
    }
    /* "In Ohio Anna Lind": all of it hangs on a preposition, so that the name is its last part. */
    if (from > low && from < last && token_is(&t->at[from - 1], LEXICON(PREPOSITION)))
        from = last;
    bool hangs = from > low && token_is(&t->at[from - 1], LEXICON(PREPOSITION));
    name_set(t, hangs && !t->capital_nouns ? own_name(t, from, end) : from, end, out);
    out->hangs = hangs;
    return true;
}

/* "sagte Lind dem Blatt", "сказала Линд изданию": the outlet at I, behind the name that ends with
 * LAST, is whom it was told. */
static bool is_listener(const struct tokens *t, size_t i, size_t last)
{
    return t->verb_first && token_is(&t->at[i], LEXICON(RETOLD)) && t->at[last].capital &&
           !token_is(&t->at[last], SPEAKING_NOUN);
}

bool name_after(const struct tokens *t, size_t from, size_t high, struct subject *out)
{
    size_t to = from;
    while (to < high && to - from < MOST_WORDS) {
        bool own = t->at[to].kind == TOKEN_POSSESSIVE ? to > from : token_is_name(t, to);
        bool links = to > from && to + 1 < high && token_is(&t->at[to], LEXICON(OF)) &&
                     token_is_name(t, to + 1);
        if ((!own && !links) || (to > from && is_listener(t, links ? to + 1 : to, to - 1)))
            break;
        if (t->verb_first && to > from && t->at[to - 1].capital && !t->at[to].capital &&
            t->at[to + 1].kind == TOKEN_QUOTE)
            break; /* "Берг газете «Наш город»" */
        if (t->capital_nouns && to > from && t->at[to - 1].capital && !t->at[to].capital && !links)
            break; /* "ein Bericht der Behörde nennt": nouns have capitals, so this is no noun */
        if (to > from && token_is(&t->at[to], LEXICON(DETERMINER)) && !t->at[to].capital &&
            !links && !token_is(&t->at[to - 1], LEXICON(DETERMINER) | LEXICON(OF)))
            break;
        to++;
    }
    if (to == from)
        return false;
    name_set(t, from, to, out);
    return true;
}

bool subject_can_speak(const struct tokens *t, const struct subject *subject)
{
    const struct token *head = &t->at[subject->head];
    return (head->capital && !is_first(t, subject->head)) ||
           (head->is & (SPEAKING_NOUN | PRONOUN | LEXICON(TITLE) | LEXICON(MR) | LEXICON(MRS))) ||
           (head->capital && !(head->is & NO_NAME));
}

struct speaker subject_speaker(const struct tokens *t, const struct subject *subject)
{
    struct speaker speaker = {0};
    const struct token *head = &t->at[subject->head];
    speaker.span = (struct span){t->at[subject->from].span.start, t->at[subject->to - 1].span.end};
    speaker.head = head->span;
    speaker.is = head->is;
    speaker.capital = head->capital && !(is_first(t, subject->head) && (head->is & SPEAKING_NOUN));
    for (size_t i = subject->from; i < subject->to; i++)
        speaker.plural |= token_is(&t->at[i], LEXICON(AND));
    uint64_t nouns = head->is & SPEAKING_NOUN ? 0 : SPEAKING_NOUN;
    for (size_t i = subject->from; i < subject->head; i++)
        speaker.is |= t->at[i].is & (nouns | LEXICON(MR) | LEXICON(MRS) | LEXICON(GIVEN_HE) |
                                     LEXICON(GIVEN_SHE) | LEXICON(TITLE));
    return speaker;
}
