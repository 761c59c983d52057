/* SPDX-License-Identifier: ISC */
/* What is reported without marks and without a verb of saying: by words that name the source. */
#include "quotes_report.h"

/* "Dem Bericht zufolge …; …, dem Bericht zufolge": the words stand behind whom they are about. */
void report_postposed(struct report *p, size_t i)
{
    const struct tokens *t = p->t;
    p->cue = i;
    if (p->r->used[i] || !name_before(t, p->low, i, &p->who) || !subject_can_speak(t, &p->who))
        return;
    bool opens = p->who.from == p->low;
    if (!opens && i + 1 < p->high)
        return; /* it stands in the midst of what it tells */
    p->how = HOW_REPORTED_ACCORDING;
    p->from = opens ? i + 1 : p->low;
    p->to = opens ? p->high : p->who.from;
    report_add(p);
}

static size_t comma_from(const struct report *p, size_t at)
{
    while (at < p->high && !token_is_sign(&p->t->at[at], ','))
        at++;
    return at;
}

/* “…,” Lind said, according to the report: what the report tells is who said that. */
static bool is_told_already(const struct report *p)
{
    bool quoted = false, told = false;
    for (size_t i = p->low; i < p->cue; i++) {
        quoted |= p->t->at[i].kind == TOKEN_QUOTE;
        told |= p->r->used[i];
    }
    return quoted && told;
}

/* "Wie die Polizei mitteilte, …; As the police reported, …": at the beginning of a sentence. */
void report_as(struct report *p, size_t i)
{
    const struct tokens *t = p->t;
    if (i != p->low || !subject_after(t, i + 1, p->high, &p->who) || !subject_can_speak(t, &p->who))
        return;
    size_t verb = p->who.to;
    while (verb < p->high && token_is(&t->at[verb], LEXICON(AUXILIARY) | LEXICON(ADVERB) |
                                                        LEXICON(PREPOSITION) | LEXICON(TIME)))
        verb++;
    if (!token_is_verb(t, verb, LEXICON(SAY)) || p->r->used[verb] ||
        !token_is_sign(&t->at[verb + 1], ','))
        return;
    p->cue = verb;
    p->from = verb + 2;
    p->to = p->high;
    p->how = HOW_REPORTED_ACCORDING;
    report_add(p);
}

/* According to Lind, …; …, according to Lind. */
void report_according(struct report *p, size_t i)
{
    const struct tokens *t = p->t;
    p->cue = i;
    if (p->r->used[i] || is_told_already(p) || !subject_after(t, i + 1, p->high, &p->who) ||
        !subject_can_speak(t, &p->who))
        return;
    p->how = HOW_REPORTED_ACCORDING;
    p->from = p->low;
    p->to = i;
    if (i == p->low) {
        size_t comma = comma_from(p, p->who.to);
        if (comma + 1 < p->high && token_is(&t->at[comma + 1], LEXICON(WHO)))
            comma = comma_from(p, comma + 1); /* "according to a diplomat, who asked …, " */
        bool verb = p->who.to < p->high && token_is(&t->at[p->who.to], LEXICON(AUXILIARY));
        p->from = comma < p->high && !verb ? comma + 1 : p->who.to;
        p->to = p->high;
    }
    report_add(p);
}

void report_hearsay(struct report *p, size_t i)
{
    if (i > p->low && token_is_name(p->t, i - 1) && !p->t->at[i - 1].capital &&
        token_is(&p->t->at[i - 1], LEXICON(DETERMINER)))
        return; /* "their supposedly better plan" */
    p->cue = i;
    p->who = (struct subject){0};
    p->how = HOW_REPORTED_HEARSAY;
    p->from = i + 1;
    p->to = p->high;
    report_add(p);
}

/* “Lind: talks go on” over an article. */
void report_headline(struct report *p)
{
    const struct tokens *t = p->t;
    struct subject *who = &p->who;
    *who = (struct subject){0};
    if (!p->r->headline || !subject_after(t, p->low, p->high, who) || who->to >= p->high)
        return;
    if (!token_is_sign(&t->at[who->to], ':') || !t->at[who->head].capital)
        return;
    p->cue = who->to;
    p->from = who->to + 1;
    p->to = p->high;
    p->how = HOW_REPORTED_HEADLINE;
    report_add(p);
}
