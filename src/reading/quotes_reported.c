/* SPDX-License-Identifier: ISC */
/* Speech that is reported without marks: a verb of saying with its subject, and the clause that it
 * governs. What was not said, might be said, or is asked, is none. */
#include "quotes_report.h"

#define LEAST 3   /* words of a clause */
#define OPENING 7 /* words that only open a sentence: "In the end," */
#define OBJECT 10 /* tokens between a verb and its "that": "told the board on Monday that" */

/* Words outside of quotations between two tokens. */
static size_t count_words(const struct tokens *t, size_t from, size_t to)
{
    size_t words = 0;
    for (size_t i = from; i < to; i++)
        words += t->at[i].kind == TOKEN_WORD;
    return words;
}

static bool is_question(const struct report *p)
{
    struct str text = p->r->text;
    size_t end = p->t->at[p->high].span.end;
    while (end > p->t->at[p->low].span.start &&
           (text.at[end - 1] == ' ' || text.at[end - 1] == '\n'))
        end--;
    return end > 0 && text.at[end - 1] == '?';
}

void report_add(const struct report *p)
{
    const struct tokens *t = p->t;
    size_t to = p->to;
    while (to > p->from && t->at[to - 1].kind == TOKEN_SIGN)
        to--;
    if (count_words(t, p->from, to) < LEAST)
        return;
    struct span clause = {t->at[p->from].span.start, t->at[to - 1].span.end};
    struct quotation *q = quotes_add(p->r, clause);
    struct attribution found = {.how = p->how, .cue = t->at[p->cue].span, .cue_at = p->cue};
    q->kind = QUOTATION_REPORTED;
    q->how = p->how;
    q->cue = found.cue;
    if (p->who.to > p->who.from) {
        found.speaker = subject_speaker(t, &p->who);
        speaker_resolve(p->r, &found, q);
    }
    quotes_place(p->r, p->cue, q);
    bool speaks = p->who.from == p->who.to || subject_can_speak(t, &p->who);
    q->confidence = confidence_of(q, confidence_of_rule(speaks ? p->how : HOW_REPORTED_THING));
    p->r->used[p->cue] = true;
}

/* Between a verb and its "that" may stand a listener, where the verb has one; else only when and
 * where it was said. */
static bool leads_to_that(const struct report *p, size_t i)
{
    const struct token *token = &p->t->at[i];
    if (token->kind == TOKEN_POSSESSIVE)
        return true;
    if (token->kind != TOKEN_WORD || (token_is_verb(p->t, i, CUE | LEXICON(AUXILIARY)) &&
                                      !token_is(token, LEXICON(PREPOSITION))))
        return false; /* "à" is no "a" */
    bool dated = token_is(token, LEXICON(DETERMINER)) && token_is(&p->t->at[i + 1], LEXICON(TIME));
    return i > p->cue + 1 || dated || token_is(&p->t->at[p->cue], LEXICON(TELL)) ||
           token_is(token, LEXICON(PREPOSITION) | LEXICON(TIME) | LEXICON(ADVERB) | LEXICON(TO));
}

/* The clause behind "that". */
static bool find_that(struct report *p)
{
    const struct tokens *t = p->t;
    size_t begin = p->who.from > p->cue ? p->who.to : p->cue + 1;
    for (size_t i = begin; i < p->high && i <= begin + OBJECT; i++) {
        if (token_is_sign(&t->at[i], ',') && token_is(&t->at[i + 1], LEXICON(THAT)))
            continue; /* "sagte, dass" */
        bool how = i == begin && token_is(&t->at[i], LEXICON(HOW));
        if (how || token_is(&t->at[i], LEXICON(THAT))) {
            p->from = i + 1;
            p->to = p->high;
            p->how = HOW_REPORTED_THAT;
            return true;
        }
        if (token_is(&t->at[i], LEXICON(NOT)) || (!leads_to_that(p, i) && begin == p->cue + 1))
            return false;
    }
    return false;
}

/* Where a clause without "that" begins: behind the verb, its subject or its listener. */
static size_t clause_begin(const struct report *p)
{
    const struct tokens *t = p->t;
    struct subject listener;
    size_t at = p->who.from > p->cue ? p->who.to : p->cue + 1;
    if (lexicon_puts_verb_first(p->r->lexicon) && token_is_sign(&t->at[at], ','))
        return at + 1; /* "sagte, er komme" */
    if (!token_is(&t->at[p->cue], LEXICON(TELL)) || token_is(&t->at[p->cue], LEXICON(SAYING)))
        return at;
    return subject_after(t, at, p->high, &listener) ? listener.to : p->high;
}

/* Behind AT stands a finite verb that is known as one. */
static bool has_verb(const struct report *p, size_t at)
{
    const struct tokens *t = p->t;
    for (size_t i = at; i < p->high && i < at + OBJECT; i++) {
        if (!t->at[i].capital && token_is(&t->at[i], LEXICON(AUXILIARY) | LEXICON(MODAL)))
            return true;
        if (token_is_verb(t, i, CUE))
            return true;
        if (t->at[i].kind != TOKEN_WORD && t->at[i].kind != TOKEN_POSSESSIVE)
            break;
    }
    return false;
}

/* A clause without "that": a subject, and a verb. */
static bool find_clause(struct report *p)
{
    const struct tokens *t = p->t;
    struct subject who;
    size_t at = clause_begin(p);
    if (!token_is(&t->at[p->cue], LEXICON(SAY) | LEXICON(SAYING)) ||
        !subject_after(t, at, p->high, &who))
        return false;
    p->from = at;
    p->to = p->high;
    p->how = HOW_REPORTED_CLAUSE;
    return has_verb(p, at) ||
           (token_is(&t->at[at], PRONOUN) && !token_is(&t->at[at], LEXICON(HER)));
}

/* What is asked for, promised, stressed: the verb's object. */
static bool find_object(struct report *p)
{
    const struct tokens *t = p->t;
    size_t at = p->who.from > p->cue ? p->who.to : p->cue + 1;
    if (!token_is(&t->at[p->cue], LEXICON(ASK)) || at >= p->high)
        return false;
    if (t->at[at].kind != TOKEN_WORD && t->at[at].kind != TOKEN_QUOTE)
        return false;
    p->from = at;
    p->to = p->high;
    p->how = HOW_REPORTED_OBJECT;
    return true;
}

/* "if Lind says" tells of nothing that was said. */
static bool is_conditional(const struct report *p)
{
    size_t from = p->who.from < p->cue ? p->who.from : p->cue;
    return from > p->low && token_is(&p->t->at[from - 1], LEXICON(IF));
}

/* The subject that a participle, or a second verb, shares with the verb before it. */
static bool find_shared(struct report *p, bool saying)
{
    const struct tokens *t = p->t;
    if (saying && subject_of_sentence(t, p->low, p->cue, &p->who))
        return true;
    for (size_t i = p->cue; i > p->low; i--) {
        if (token_is_verb(t, i - 1, CUE | LEXICON(CALL) | LEXICON(ASK)) &&
            subject_before(t, i - 1, p->low, &p->who))
            return !p->who.negated;
    }
    return subject_of_sentence(t, p->low, p->cue, &p->who);
}

static bool find_subject(struct report *p)
{
    bool found = subject_of_verb(p->r, p->cue, p->low, p->high, &p->who);
    bool saying = token_is(&p->t->at[p->cue], LEXICON(SAYING));
    if (p->who.negated || p->who.intended || (!saying && verb_is_passive(p->t, p->low, p->cue)))
        return false;
    if (!found && (saying || p->who.shared))
        return find_shared(p, saying) && subject_can_speak(p->t, &p->who);
    return found && !is_conditional(p) && !token_is(&p->t->at[p->who.head], LEXICON(NOBODY));
}

/* Where the verb begins with its helpers: "a souligné". */
static size_t before_helpers(const struct report *p)
{
    size_t at = p->cue;
    while (at > p->low && token_is(&p->t->at[at - 1], LEXICON(AUXILIARY) | LEXICON(BE)))
        at--;
    return at;
}

/* What parts a clause from the words behind it that say who says it: a comma, a comma and a dash,
 * and where a dash begins what is said, a dash alone. *END: behind the sign, then before it. */
static bool parts_clause(const struct report *p, size_t *end)
{
    const struct tokens *t = p->t;
    size_t at = *end;
    bool dash = at > p->low && token_is_sign(&t->at[at - 1], '-');
    at -= dash;
    bool comma = at > p->low && token_is_sign(&t->at[at - 1], ',');
    *end = at - comma;
    return comma || (dash && token_is_sign(&t->at[p->low], '-'));
}

/* "The talks, Lind said, had failed": what is said goes on behind the words that say who says it,
 * and is no remark on them. */
static bool stands_in_midst(const struct report *p)
{
    const uint64_t remarks = LEXICON(AND) | LEXICON(SAYING) | LEXICON(WHO) | LEXICON(WHILE) |
                             LEXICON(ACCORDING) | LEXICON(VIA) | LEXICON(PREPOSITION) |
                             LEXICON(TIME);
    bool inverted = p->who.from > p->cue;
    size_t comma = inverted ? p->who.to : p->cue + 1;
    if (comma + 1 >= p->high || !token_is_sign(&p->t->at[comma], ','))
        return false;
    const struct token *next = &p->t->at[comma + 1];
    if (inverted) /* behind a name stands more about it, but for a verb */
        return token_is(next, LEXICON(AUXILIARY) | LEXICON(MODAL)) && !token_is(next, LEXICON(WHO));
    return next->kind == TOKEN_WORD && !token_is(next, remarks);
}

/* "In the end, Patriot agreed to": what stands before END only opens the sentence. */
static bool is_opening(const struct report *p, size_t end)
{
    const struct tokens *t = p->t;
    if (!token_is(&t->at[p->low], LEXICON(PREPOSITION) | LEXICON(TIME)) ||
        count_words(t, p->low, end) > OPENING)
        return false;
    for (size_t i = p->low; i < end; i++) {
        if (!t->at[i].capital &&
            (token_is(&t->at[i], LEXICON(AUXILIARY) | LEXICON(MODAL)) || token_is_verb(t, i, CUE)))
            return false;
    }
    return true;
}

/* “The talks failed, Lind said.”: what stands before the name. */
static bool find_behind(struct report *p)
{
    const struct tokens *t = p->t;
    size_t end = p->who.from < p->cue ? p->who.from : before_helpers(p);
    bool last = p->who.from > p->cue || p->cue + 1 >= p->high ||
                t->at[p->cue + 1].kind == TOKEN_SIGN ||
                token_is(&t->at[p->cue + 1], LEXICON(PREPOSITION) | LEXICON(TIME));
    if (!last || !token_is(&t->at[p->cue], LEXICON(SAY)) || !parts_clause(p, &end))
        return false;
    if (end >= 1 && t->at[end - 1].kind == TOKEN_QUOTE)
        return false;
    bool midst = stands_in_midst(p);
    if (!midst && is_opening(p, end))
        return false;
    p->from = p->low + token_is_sign(&t->at[p->low], '-');
    p->to = midst ? p->high : end;
    p->how = HOW_REPORTED_BEHIND;
    return true;
}

static bool is_cue(const struct report *p, size_t i)
{
    return !p->r->used[i] && token_is_verb(p->t, i, CUE | LEXICON(SAYING) | LEXICON(ASK));
}

static void look_at_verb(struct report *p, size_t i)
{
    p->cue = i;
    p->who = (struct subject){0};
    if (!find_subject(p) || is_question(p))
        return;
    if (p->t->at[i + 1].kind == TOKEN_QUOTE && !token_is(&p->t->at[i], LEXICON(ASK)))
        return;
    if (find_that(p) ||
        (subject_can_speak(p->t, &p->who) && (find_behind(p) || find_clause(p) || find_object(p))))
        report_add(p);
}

static void read_sentence(struct report *p)
{
    report_headline(p);
    for (size_t i = p->low; i < p->high; i++) {
        if (token_is(&p->t->at[i], LEXICON(ACCORDING)))
            report_according(p, i);
        else if (token_is(&p->t->at[i], LEXICON(POSTPOSED)))
            report_postposed(p, i);
        else if (token_is(&p->t->at[i], LEXICON(AS)))
            report_as(p, i);
        else if (token_is(&p->t->at[i], LEXICON(HEARSAY)))
            report_hearsay(p, i);
        else if (is_cue(p, i))
            look_at_verb(p, i);
    }
}

void reported_find(struct reader *r)
{
    struct report p = {.r = r, .t = &r->tokens};
    while (p.low < r->tokens.len) {
        p.high = sentence_end(p.t, p.low);
        if (p.high >= r->tokens.len)
            p.high = r->tokens.len - 1;
        read_sentence(&p);
        p.low = p.high + (r->tokens.at[p.high].kind == TOKEN_STOP || p.high == p.low);
    }
}
