/* SPDX-License-Identifier: ISC */
/* The subject of a verb of saying: by what stands beside it, and over what is put in between. */
#include "quotes_parts.h"

#define FAR 60 /* tokens that an insertion may have */
#define MOST_PARTS 6
#define MOST_BETWEEN 3 /* "habe am Montag auch" */
#define LONGEST 200    /* and a sentence: what is further away is not looked at */

size_t sentence_begin(const struct tokens *t, size_t i)
{
    size_t stop = i > LONGEST ? i - LONGEST : 0;
    while (i > stop && t->at[i - 1].kind != TOKEN_STOP)
        i--;
    return i;
}

size_t sentence_end(const struct tokens *t, size_t i)
{
    size_t stop = t->len - i > LONGEST ? i + LONGEST : t->len;
    while (i < stop && t->at[i].kind != TOKEN_STOP)
        i++;
    return i;
}

bool verb_is_passive(const struct tokens *t, size_t low, size_t cue)
{
    while (cue > low && token_is(&t->at[cue - 1], LEXICON(ADVERB)))
        cue--;
    return cue > low && token_is(&t->at[cue - 1], LEXICON(BE));
}

/* Before the bracket that closes at AT - 1. */
static size_t before_bracket(const struct tokens *t, size_t low, size_t at)
{
    size_t i = at - 1, stop = at > low + FAR ? at - FAR : low;
    while (i > stop && !token_is_sign(&t->at[i], '('))
        i--;
    return i;
}

/* Goes back over what may stand between a subject and its verb, and notes what it says. */
static size_t skip_helpers(const struct tokens *t, size_t low, size_t at, struct subject *out)
{
    const uint64_t helpers = LEXICON(ADVERB) | LEXICON(AUXILIARY) | LEXICON(NOT) | LEXICON(MODAL) |
                             LEXICON(TIME) | LEXICON(REFUSE) | LEXICON(HEARSAY);
    while (at > low) {
        const struct token *token = &t->at[at - 1];
        bool contracted = token->kind == TOKEN_POSSESSIVE && at > low + 1 &&
                          token_is(&t->at[at - 2], PRONOUN | LEXICON(WHO));
        bool dated = at < t->len && token_is(&t->at[at], LEXICON(TIME)) &&
                     token_is(token, LEXICON(PREPOSITION));
        if (!contracted && !dated && !token_is(token, helpers))
            break;
        if (token_is(token, PRONOUN) || (token->capital && token_is_name(t, at - 1)))
            break;
        out->negated |= token_is(token, LEXICON(NOT) | LEXICON(REFUSE));
        out->intended |= token_is(token, LEXICON(MODAL)) && !token_is(token, LEXICON(AUXILIARY));
        at--;
    }
    return at;
}

static bool is_break(const struct token *token)
{
    return token_is_sign(token, ',') || token_is_sign(token, '-');
}

/* An apposition, as "a fellow at", "54", "who has", or the rest of one. */
static bool begins_insertion(const struct tokens *t, size_t i)
{
    return t->at[i].digit ||
           token_is(&t->at[i], LEXICON(DETERMINER) | LEXICON(WHO) | LEXICON(PREPOSITION) |
                                   LEXICON(OF) | LEXICON(SAYING) | LEXICON(AND));
}

static bool take_pronoun(const struct tokens *t, size_t at, struct subject *out)
{
    if (!token_is(&t->at[at], PRONOUN))
        return false;
    out->from = out->head = at;
    out->to = at + 1;
    return true;
}

/* The name that ends before the break at END. */
static bool before_break(const struct tokens *t, size_t low, size_t end, struct subject *out)
{
    *out = (struct subject){0};
    if (end > low && token_is_sign(&t->at[end - 1], ')'))
        end = before_bracket(t, low, end);
    return end > low && (take_pronoun(t, end - 1, out) || name_before(t, low, end, out));
}

/* The break before the one at BREAK, or LOW; not beyond a quotation. */
static size_t break_before(const struct tokens *t, size_t low, size_t at)
{
    size_t stop = at > low + FAR ? at - FAR : low;
    while (at > stop && t->at[at - 1].kind != TOKEN_QUOTE && !is_break(&t->at[at - 1]) &&
           !token_is_sign(&t->at[at - 1], ';'))
        at--;
    return at > stop && is_break(&t->at[at - 1]) ? at - 1 : low;
}

/* "the mayor's spokeswoman, Ida Holm, said": what is put in between, up to the break at LAST, is
 * the name itself. */
static void take_named(const struct tokens *t, size_t last, struct subject *role)
{
    size_t from = role->to + 1;
    if (t->at[role->head].capital || from >= last || !token_is_sign(&t->at[role->to], ','))
        return;
    for (size_t i = from; i < last; i++) {
        if (!t->at[i].capital || !token_is_name(t, i))
            return;
    }
    role->to = last;
    role->head = last - 1;
}

/* The subject that insertions part from its verb, the last of which ends with the break at LAST.
 * Parts between breaks are gone through from the right: one that begins as an apposition does may
 * be another insertion, and then the name is further left. */
static bool over_insertion(const struct tokens *t, size_t low, size_t last, struct subject *out)
{
    struct subject best = {0}, found;
    size_t end = break_before(t, low, last);
    for (int parts = 0; end > low && parts < MOST_PARTS; parts++) {
        size_t begin = break_before(t, low, end), first = begin > low ? begin + 1 : low;
        bool named = before_break(t, low, end, &found);
        bool apposition = first < end && begins_insertion(t, first);
        if (named && (best.from == best.to ||
                      (!apposition && (t->at[found.head].capital || found.to == found.from + 1))))
            best = found;
        if (!apposition)
            break;
        end = begin;
    }
    if (best.from == best.to)
        return false;
    take_named(t, last, &best);
    out->from = best.from;
    out->to = best.to;
    out->head = best.head;
    out->hangs = best.hangs;
    out->inserted = true;
    return true;
}

/* The name that the relative pronoun at AT goes back to. */
static bool before_relative(const struct tokens *t, size_t low, size_t at, struct subject *out)
{
    size_t end = at;
    if (end > low && is_break(&t->at[end - 1]))
        end--;
    if (end > low && token_is_sign(&t->at[end - 1], ')'))
        end = before_bracket(t, low, end);
    return end > low && (take_pronoun(t, end - 1, out) || name_before(t, low, end, out));
}

static bool find_before(const struct tokens *t, size_t verb, size_t low, struct subject *out)
{
    size_t at = skip_helpers(t, low, verb, out);
    if (at > low && token_is_sign(&t->at[at - 1], ')'))
        at = before_bracket(t, low, at);
    if (at <= low)
        return false;
    const struct token *before = &t->at[at - 1];
    if (token_is(before, LEXICON(TO)))
        out->intended = true;
    if (token_is(before, LEXICON(AND) | LEXICON(TO))) {
        out->shared = true;
        return false;
    }
    if (is_break(before))
        return over_insertion(t, low, at - 1, out);
    if (token_is(before, LEXICON(WHO)))
        return before_relative(t, low, at - 1, out);
    return take_pronoun(t, at - 1, out) || name_before(t, low, at, out);
}

/* Nobody, or neither of them, said it. */
static bool is_of_none(const struct tokens *t, size_t low, const struct subject *subject)
{
    for (size_t i = subject->from > low ? subject->from - 1 : low; i < subject->to; i++) {
        if (token_is(&t->at[i], LEXICON(NOT)) && !token_is(&t->at[i], LEXICON(AUXILIARY)))
            return true;
    }
    return false;
}

bool subject_before(const struct tokens *t, size_t verb, size_t low, struct subject *out)
{
    *out = (struct subject){0};
    bool found = find_before(t, verb, low, out);
    out->negated |= found && is_of_none(t, low, out);
    return found;
}

bool subject_after(const struct tokens *t, size_t at, size_t high, struct subject *out)
{
    *out = (struct subject){0};
    return at < high && (take_pronoun(t, at, out) || name_after(t, at, high, out));
}

/* Behind what may stand between a verb and its subject: "aseguró este martes la ministra",
 * "confie-t-il". */
static size_t skip_behind_verb(const struct tokens *t, size_t at, size_t high)
{
    for (int i = 0; i < MOST_BETWEEN && t->verb_first && at + 1 < high; i++) {
        const struct token *token = &t->at[at], *next = &t->at[at + 1];
        bool dated = token_is(token, LEXICON(PREPOSITION) | LEXICON(DETERMINER)) &&
                     token_is(next, LEXICON(TIME));
        bool helper = token_is(token, LEXICON(AUXILIARY) | LEXICON(ADVERB) | LEXICON(TIME)) &&
                      !token_is(token, LEXICON(DETERMINER) | LEXICON(NOT)) && !token->capital;
        if (!dated && !helper)
            break;
        at += dated ? 2 : 1;
    }
    return at;
}

bool subject_behind(const struct tokens *t, size_t verb, size_t high, struct subject *out)
{
    if (!subject_after(t, skip_behind_verb(t, verb + 1, high), high, out))
        return false;
    out->negated = t->verb_first && out->to < high && token_is(&t->at[out->to], LEXICON(NOT));
    return true; /* NEGATED: "das sagte Lind nicht" */
}

/* Of the verb at VERB, in its clause between LOW and HIGH: before it, or where the language puts it
 * there, or none is before it, behind it. */
bool subject_of_verb(const struct reader *r, size_t verb, size_t low, size_t high,
                     struct subject *out)
{
    const struct tokens *t = &r->tokens;
    struct subject behind;
    bool first = lexicon_puts_verb_first(r->lexicon);
    bool before = subject_before(t, verb, low, out);
    bool doubtful = out->hangs || (out->inserted && out->from > low);
    if ((before && !(first && doubtful)) || out->shared)
        return before;
    bool says = token_is(&t->at[verb], first ? CUE : LEXICON(SAY));
    if (!says || token_is(&t->at[verb], LEXICON(CALL)) || !subject_behind(t, verb, high, &behind))
        return before;
    skip_helpers(t, low, verb, &behind); /* what stands in the clause before is not said of it */
    *out = behind;
    return true;
}

/* Behind the comma that ends what a sentence opens with: "In Ohio,". */
static size_t skip_opening(const struct tokens *t, size_t at, size_t high)
{
    const uint64_t openers = LEXICON(PREPOSITION) | LEXICON(WHILE) | LEXICON(SAYING) |
                             LEXICON(ADVERB) | LEXICON(TIME) | LEXICON(AND);
    for (int rounds = 0; rounds < 3 && at < high; rounds++) {
        if (!token_is(&t->at[at], openers) && !(t->at[at].kind == TOKEN_SIGN))
            break;
        if (token_is(&t->at[at], LEXICON(DETERMINER)) && !token_is(&t->at[at], LEXICON(SAYING)))
            break; /* "le" is a clitic and an article */
        if (token_is(&t->at[at], LEXICON(AND) | LEXICON(ADVERB)) || t->at[at].kind == TOKEN_SIGN) {
            at++;
            continue;
        }
        size_t comma = at;
        while (comma < high && !is_break(&t->at[comma]) && t->at[comma].kind != TOKEN_QUOTE)
            comma++;
        if (comma >= high || !is_break(&t->at[comma]))
            return high;
        at = comma + 1;
    }
    return at;
}

/* Only the capital words at the beginning of NAME, which may have run over its verb. */
static void cut_to_name(const struct tokens *t, struct subject *name)
{
    size_t to = name->from + 1;
    while (to < name->to && (t->at[to].capital || t->at[to].kind == TOKEN_POSSESSIVE))
        to++;
    if (t->at[name->from].capital && !(t->at[name->from].is & LEXICON(DETERMINER)))
        name->to = to;
    while (name->to > name->from + 1 && t->at[name->to - 1].kind == TOKEN_POSSESSIVE)
        name->to--;
    if (name->head >= name->to)
        name->head = name->to - 1;
}

bool subject_of_sentence(const struct tokens *t, size_t low, size_t high, struct subject *out)
{
    size_t at = skip_opening(t, low, high);
    if (at >= high || !subject_after(t, at, high, out))
        return false;
    if (!token_is(&t->at[out->from], PRONOUN))
        cut_to_name(t, out);
    return true;
}

bool subject_owner(const struct tokens *t, size_t noun, size_t low, struct subject *out)
{
    *out = (struct subject){0};
    for (size_t i = noun; i > low && noun - i < 5; i--) {
        const struct token *token = &t->at[i - 1];
        if (token->kind == TOKEN_POSSESSIVE)
            return i - 1 > low && name_before(t, low, i - 1, out);
        if (token_is(token, LEXICON(HIS) | LEXICON(HER))) {
            out->from = out->head = i - 1;
            out->to = i;
            return true;
        }
        if (!token_is_name(t, i - 1))
            break;
    }
    return false;
}
