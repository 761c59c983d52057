/* SPDX-License-Identifier: ISC */
/* The words behind a quotation that say who says it: looked at first where its last sign promises
 * that the sentence goes on. */
#include "quotes_look.h"

#include "dossier/text/chars.h"

static bool asks_for_more(uint32_t last)
{
    return last == '?' || last == '!' || last == 0x2026 || char_is_dash(last);
}

static bool is_soft(const struct token *token)
{
    return token_is(token, LEXICON(AUXILIARY) | LEXICON(ADVERB) | LEXICON(BE) | LEXICON(SELF));
}

/* With these another clause begins: “…,” and Lind said nothing. But "as Lind put it" is one. */
#define NO_CUE_BEHIND (LEXICON(AND) | LEXICON(WHO) | LEXICON(SAYING) | LEXICON(ALTHOUGH))

/* “…” — Anna Lind */
static bool behind_dash(const struct look *l, size_t at, struct attribution *out)
{
    struct subject who = {0};
    if (at >= l->high || !l->t->at[at].capital || !subject_after(l->t, at, l->high, &who))
        return false;
    bool ends = who.to >= l->high || l->t->at[who.to].kind == TOKEN_SIGN;
    return ends && look_take(l, HOW_AFTER_DASH, at - 1, &who, out);
}

/* “…,” thundered Anna Lind; “…,” Anna Lind thundered: a verb that the lexicon lacks. */
static bool behind_unknown(const struct look *l, size_t at, struct attribution *out)
{
    const struct tokens *t = l->t;
    struct subject who = {0};
    if (at + 1 >= l->high || t->at[at].kind != TOKEN_WORD)
        return false;
    if (!t->at[at].capital && !(t->at[at].is) && t->at[at + 1].kind == TOKEN_WORD &&
        t->at[at + 1].capital && subject_after(t, at + 1, l->high, &who))
        return look_take(l, HOW_AFTER_UNKNOWN, at, &who, out);
    if (!subject_of_sentence(t, at, l->high, &who) || who.from != at || who.to >= l->high)
        return false;
    const struct token *verb = &t->at[who.to];
    return verb->kind == TOKEN_WORD && !verb->capital && !verb->is &&
           look_take(l, HOW_AFTER_UNKNOWN, who.to, &who, out);
}

/* The verb at VERB with the subject before or behind it. BEGIN: what stands behind the quotation.
 */
static bool behind_verb(const struct look *l, size_t begin, size_t verb, bool crossed,
                        struct attribution *out)
{
    const struct tokens *t = l->t;
    struct subject who;
    size_t soft = begin;
    while (soft < verb && is_soft(&t->at[soft]) && !token_is(&t->at[soft], PRONOUN))
        soft++;
    if (soft == verb && subject_behind(t, verb, l->high, &who) && !crossed)
        return look_take(l, HOW_AFTER_VERB, verb, &who, out);
    if (!subject_before(t, verb, begin, &who) || who.negated)
        return false;
    if (crossed) {
        bool whole =
            verb + 1 >= l->high || t->at[verb + 1].kind == TOKEN_SIGN ||
            token_is(&t->at[verb + 1], LEXICON(PREPOSITION) | LEXICON(TIME) | LEXICON(ADVERB));
        return whole && who.from == begin && look_take(l, HOW_AFTER_QUESTION, verb, &who, out);
    }
    enum quotes_how how = who.inserted           ? HOW_AFTER_INSERTED
                          : who.from <= soft + 1 ? HOW_AFTER_NAME
                                                 : HOW_AFTER_FAR;
    return look_take(l, how, verb, &who, out);
}

/* A verb of saying between AT and the end of the sentence, or the next quotation. */
static bool behind_verbs(const struct look *l, size_t at, bool crossed, struct attribution *out)
{
    const struct tokens *t = l->t;
    if (at >= l->high || token_is(&t->at[at], NO_CUE_BEHIND))
        return false;
    for (size_t i = at; i < l->high && i < at + LOOK_AHEAD && t->at[i].kind != TOKEN_QUOTE; i++) {
        if (token_is_verb(t, i, CUE | LEXICON(PUT)) && behind_verb(l, at, i, crossed, out))
            return true;
    }
    return !crossed && behind_unknown(l, at, out);
}

static bool behind_according(const struct look *l, size_t at, struct attribution *out)
{
    struct subject who;
    return at < l->high && token_is(&l->t->at[at], LEXICON(ACCORDING) | LEXICON(THUS)) &&
           subject_after(l->t, at + 1, l->high, &who) &&
           look_take(l, HOW_AFTER_ACCORDING, at, &who, out);
}

bool look_behind(const struct look *look, struct attribution *out)
{
    struct look l = *look;
    const struct tokens *t = l.t;
    bool more = asks_for_more(l.last), crossed = t->at[l.quote + 1].kind == TOKEN_STOP;
    size_t at = l.quote + 1 + crossed;
    if (at >= t->len)
        return false;
    l.high = sentence_end(t, at);
    bool comma = token_is_sign(&t->at[at], ',');
    at += comma;
    bool dash = token_is_sign(&t->at[at], '-'); /* behind a comma too: «…», — сказал он */
    at += dash;
    if (dash && !comma && behind_dash(&l, at, out))
        return true;
    if (crossed && !more)
        return false;
    return behind_according(&l, at, out) ||
           ((comma || dash || more || l.last == ',') && behind_verbs(&l, at, crossed, out));
}

bool look_trailing(const struct look *l, struct attribution *out)
{
    const struct tokens *t = l->t;
    size_t high = sentence_end(t, l->quote),
           stop = high > l->quote + LOOK_AHEAD ? l->quote + LOOK_AHEAD : high;
    for (size_t i = l->quote + 2; i < stop && t->at[i].kind != TOKEN_QUOTE; i++) {
        struct subject who;
        if (token_is(&t->at[i], LEXICON(ACCORDING)) && subject_after(t, i + 1, high, &who))
            return look_take(l, HOW_AFTER_ACCORDING, i, &who, out);
        if (!token_is_verb(t, i, LEXICON(SAY)))
            continue;
        if (t->verb_first && token_is_sign(&t->at[i - 1], ',') &&
            subject_behind(t, i, high, &who) && subject_can_speak(t, &who))
            return look_take(l, HOW_AFTER_FAR, i, &who, out);
        if (!subject_before(t, i, l->quote + 1, &who))
            continue;
        bool comma = who.from > l->quote + 1 && token_is_sign(&t->at[who.from - 1], ',');
        if (comma && !who.negated && !who.intended)
            return look_take(l, HOW_AFTER_FAR, i, &who, out);
    }
    return false;
}
