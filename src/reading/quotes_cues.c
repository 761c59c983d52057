/* SPDX-License-Identifier: ISC */
/* The words beside a quotation that say who says it: those behind it, where its last sign promises
 * that the sentence goes on; else, before it, the nearest verb of saying whose subject is found. */
#include "quotes_look.h"

#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#define NEAR 6
#define LISTENER 12 /* "told a crowd at the harbour that" */

bool look_take(const struct look *l, enum quotes_how how, size_t cue, const struct subject *who,
               struct attribution *out)
{
    out->speaker = subject_speaker(l->t, who);
    out->cue = l->t->at[cue].span;
    out->cue_at = cue;
    out->how = how;
    out->trust = confidence_of_rule(how);
    return true;
}

/* It is said that nobody, or nobody who is named, says it. */
bool look_take_nobody(const struct look *l, enum quotes_how how, size_t cue,
                      struct attribution *out)
{
    *out = (struct attribution){.cue = l->t->at[cue].span, .cue_at = cue, .how = how};
    out->trust = confidence_of_rule(how);
    return true;
}

static uint32_t last_sign(struct str text, struct span inner)
{
    for (size_t at = inner.end; at > inner.start;) {
        uint32_t c = utf8_before(text, &at);
        if (char_is_word(c))
            return 0;
        if (!char_is_quote(c) && !char_is_space(c))
            return c;
    }
    return 0;
}

/* The subject that a verb shares with one before it, or with the sentence. */
static bool shared_subject(const struct look *l, size_t verb, struct subject *out)
{
    for (size_t i = verb; i > l->low; i--) {
        if (token_is_verb(l->t, i - 1, CUE | LEXICON(CALL) | LEXICON(ASK)) &&
            subject_before(l->t, i - 1, l->low, out))
            return true;
    }
    return subject_of_sentence(l->t, l->low, l->quote, out);
}

static bool before_saying(const struct look *l, size_t cue, struct attribution *out)
{
    const struct tokens *t = l->t;
    struct subject who;
    bool near = cue > l->low && t->at[cue - 1].kind == TOKEN_WORD;
    if (near && subject_before(t, cue, l->low, &who) && !who.inserted)
        return !who.negated && look_take(l, HOW_BEFORE_SAYING, cue, &who, out);
    bool found =
        (!near && subject_of_sentence(t, l->low, cue, &who)) || shared_subject(l, cue, &who);
    enum quotes_how how = near ? HOW_BEFORE_FAR : HOW_BEFORE_SAYING; /* NEAR: "for saying" */
    return found && look_take(l, how, cue, &who, out);
}

static bool before_passive(const struct look *l, size_t cue, struct attribution *out)
{
    struct subject who;
    for (size_t i = cue + 1; i < l->quote && i < cue + 10; i++) {
        if (token_is(&l->t->at[i], LEXICON(BY)) && subject_after(l->t, i + 1, l->quote, &who))
            return look_take(l, HOW_BEFORE_PASSIVE, cue, &who, out);
    }
    return l->before - cue <= NEAR && look_take_nobody(l, HOW_PASSIVE, cue, out);
}

static enum quotes_how how_before(const struct look *l, size_t cue)
{
    size_t between = l->before - cue - 1;
    if (!token_is(&l->t->at[cue], CUE))
        return HOW_BEFORE_CALL;
    if (l->sign && between <= NEAR)
        return HOW_BEFORE_SIGN;
    if (between == 0)
        return HOW_BEFORE_NEXT;
    if (l->that && between <= 1)
        return HOW_BEFORE_THAT;
    return between <= NEAR ? HOW_BEFORE_NEAR : HOW_BEFORE_FAR;
}

/* Where the clause begins that the verb at VERB governs: behind "that", "what", or itself. */
static size_t behind_that(const struct tokens *t, size_t verb, size_t high)
{
    for (size_t i = verb + 1; i < high && i <= verb + LISTENER; i++) {
        if (t->at[i].kind != TOKEN_WORD && t->at[i].kind != TOKEN_POSSESSIVE)
            break;
        if (token_is(&t->at[i], LEXICON(THAT)))
            return i + 1;
    }
    return verb + 1 + token_is(&t->at[verb + 1], LEXICON(HOW));
}

/* "Lind says she hopes": who says it all is she who hopes. */
static void take_outer(const struct look *l, size_t cue, struct subject *who)
{
    const struct tokens *t = l->t;
    uint64_t pronoun = t->at[who->head].is & PRONOUN;
    struct subject outer;
    for (size_t i = l->low + 1; i < who->from && i < cue && pronoun && who->to == who->from + 1;
         i++) {
        size_t next = behind_that(t, i, who->from);
        if (token_is_verb(t, i, LEXICON(SAY) | LEXICON(SAYING)) && next <= who->from &&
            token_is(&t->at[next], pronoun) && subject_before(t, i, l->low, &outer) &&
            !outer.negated) {
            *who = outer;
            break;
        }
    }
}

static bool before_verb(const struct look *l, size_t cue, struct attribution *out)
{
    const struct tokens *t = l->t;
    struct subject who;
    if (verb_is_passive(t, l->low, cue) && !token_is(&t->at[cue], LEXICON(SAYING)))
        return before_passive(l, cue, out);
    if (subject_of_verb(l->r, cue, l->low, l->before, &who) ||
        (who.shared && shared_subject(l, cue, &who))) {
        if (token_is(&t->at[who.head], LEXICON(NOBODY)))
            return false;
        if (who.negated)
            return look_take_nobody(l, HOW_UNSAID, cue, out);
        take_outer(l, cue, &who);
        bool speaks = l->sign || subject_can_speak(t, &who);
        return look_take(l, speaks ? how_before(l, cue) : HOW_BEFORE_THING, cue, &who, out);
    }
    /* Where a verb needs no subject, nobody is named: "contestó: …". */
    return l->sign && lexicon_puts_verb_first(l->r->lexicon) &&
           token_is(&t->at[cue], LEXICON(SAY)) && look_take_nobody(l, HOW_NO_SUBJECT, cue, out);
}

static bool before_claim(const struct look *l, size_t noun, struct attribution *out)
{
    struct subject who;
    return subject_owner(l->t, noun, l->low, &who) &&
           look_take(l, HOW_BEFORE_CLAIM, noun, &who, out);
}

static bool before_token(const struct look *l, size_t i, struct attribution *out)
{
    const struct tokens *t = l->t;
    struct subject who;
    if (token_is(&t->at[i], LEXICON(ACCORDING)))
        return subject_after(t, i + 1, l->before, &who) &&
               look_take(l, HOW_BEFORE_ACCORDING, i, &who, out);
    if (token_is_verb(t, i, LEXICON(SAYING)))
        return before_saying(l, i, out);
    if (token_is_verb(t, i, CUE | LEXICON(CALL) | LEXICON(ASK)))
        return before_verb(l, i, out);
    return token_is(&t->at[i], LEXICON(CLAIM)) && before_claim(l, i, out);
}

/* LIND: “…” */
static bool before_script(const struct look *l, struct attribution *out)
{
    struct subject who;
    if (!l->sign || !token_is_sign(&l->t->at[l->before], ':') || l->before == l->low)
        return false;
    bool whole = name_before(l->t, l->low, l->before, &who) && who.from == l->low;
    return whole && l->t->at[who.head].capital && look_take(l, HOW_SCRIPT, l->before, &who, out);
}

static void look_before(struct look *l)
{
    const struct tokens *t = l->t;
    l->low = sentence_begin(t, l->quote);
    l->before = l->quote;
    if (l->before > l->low && t->at[l->before - 1].kind == TOKEN_SIGN) {
        l->sign = !token_is_sign(&t->at[l->before - 1], '(');
        l->before--;
    }
    l->that = l->before > l->low && token_is(&t->at[l->before - 1], LEXICON(THAT));
}

/* Before the quotation, MOST tokens away at most. */
static bool find_before(const struct look *l, size_t most, struct attribution *out)
{
    for (size_t i = l->before; i > l->low && l->before - i < most; i--) {
        if (token_is_sign(&l->t->at[i - 1], ';'))
            break;
        if (before_token(l, i - 1, out))
            return true;
    }
    return false;
}

/* A part of the writer's clause, in which a verb before it has it for its words: "what Lind called
 * “…”, the Post reported" is Lind's. */
static bool find_in_clause(const struct look *l, struct attribution *out)
{
    const struct tokens *t = l->t;
    if (l->sign || l->quote == l->low || t->at[l->quote - 1].kind != TOKEN_WORD)
        return false;
    for (size_t i = l->quote; i > l->low && l->quote - i < NEAR; i--) {
        if (t->at[i - 1].kind != TOKEN_WORD || token_is(&t->at[i - 1], LEXICON(BE)))
            break;
        if (before_token(l, i - 1, out))
            return quotation_has(out->speaker.span);
    }
    return false;
}

bool cue_find(const struct reader *r, size_t quote, struct attribution *out)
{
    const struct marked *mark = &r->marks.at[r->tokens.at[quote].value];
    struct look l = {.r = r, .t = &r->tokens, .quote = quote};
    l.last = last_sign(r->text, mark->inner);
    look_before(&l);
    if (l.sign && (before_script(&l, out) || find_before(&l, NEAR, out)))
        return true;
    return find_in_clause(&l, out) || look_behind(&l, out) ||
           find_before(&l, 2 * LOOK_AHEAD, out) || look_trailing(&l, out);
}

bool cue_at_colon(const struct reader *r, struct attribution *out)
{
    const struct tokens *t = &r->tokens;
    size_t end = t->len - 1;
    if (end == 0 || !token_is_sign(&t->at[end - 1], ':'))
        return false;
    struct look l = {.r = r, .t = t, .quote = end, .low = sentence_begin(t, end)};
    look_before(&l);
    struct subject who;
    if (before_script(&l, out) || find_before(&l, 2 * LOOK_AHEAD, out)) {
        out->how = out->how == HOW_SCRIPT ? HOW_SCRIPT : HOW_COLON;
        out->trust = confidence_of_rule(out->how);
        return true;
    }
    return subject_of_sentence(t, l.low, l.before, &who) &&
           look_take(&l, HOW_COLON_ONLY, l.before, &who, out);
}
