/* SPDX-License-Identifier: ISC */
/* Who reports it, over a whole article: one that opens with another outlet's report ("Axios
 * reports, citing two officials") tells of it again further down by words that only mean it where
 * nothing else is in question: "according to the report", "told the outlet", "one of the
 * officials". As soon as another outlet is named, or another report, those words may mean that, and
 * nothing is said. */
#include "quotes_parts.h"

#define OPENING 4 /* paragraphs of the body, the headline among them */
#define BACK 8    /* quotations that one may run on from */

/* A sentence while it is read. */
struct passage {
    struct reader *r;
    const struct tokens *t;
    size_t low, high;
    size_t from; /* the first quotation that it may tell of */
    bool named;  /* it names the outlet of the chain */
};

static struct span span_between(const struct tokens *t, size_t low, size_t high)
{
    return (struct span){t->at[low].span.start, t->at[high > low ? high - 1 : low].span.end};
}

/* ---- the report ---- */

/* The article's own outlet: that it reports is no chain. */
static bool is_own(const struct reader *r, uint32_t actor)
{
    return str_eq_nocase(r->source->library->tags.at[actor].name, r->article->facts.source);
}

static bool is_meant(const struct tokens *t, const struct subject *who, struct span outlet)
{
    return span_meets(subject_speaker(t, who).span, outlet);
}

/* The sentence tells what OUTLET reports: "Axios reports", "according to Axios", "told Axios". */
static bool is_retold(const struct passage *p, struct span outlet)
{
    const struct tokens *t = p->t;
    struct subject who;
    for (size_t i = p->low; i < p->high; i++) {
        bool leads = token_is(&t->at[i], LEXICON(ACCORDING) | LEXICON(VIA)) ||
                     token_is_verb(t, i, LEXICON(TELL));
        if (leads && subject_after(t, i + 1, p->high, &who) && is_meant(t, &who, outlet))
            return true;
        if (token_is_verb(t, i, CUE) && subject_of_verb(p->r, i, p->low, p->high, &who) &&
            !who.negated && is_meant(t, &who, outlet))
            return true;
    }
    return false;
}

/* Whom the report cites: the noun behind "citing". */
static struct str cited_in(const struct passage *p)
{
    const struct tokens *t = p->t;
    struct subject who;
    for (size_t i = p->low; i < p->high; i++) {
        if (token_is(&t->at[i], LEXICON(VIA)) && subject_after(t, i + 1, p->high, &who) &&
            token_is(&t->at[who.head], SPEAKING_NOUN | LEXICON(SOURCE)))
            return span_of(p->r->text, t->at[who.head].span);
    }
    return STR("");
}

static void meet_outlet(struct passage *p, const struct mention *mention)
{
    struct chain *chain = &p->r->chain;
    if (chain->broken)
        return;
    bool opens =
        chain->paragraphs <= OPENING && article_in_body(p->r->article, mention->span.start);
    if (quotation_has(chain->via)) {
        chain->broken |= mention->actor != chain->actor;
        p->named |= mention->actor == chain->actor;
    } else if (opens && is_retold(p, mention->span)) {
        chain->via = mention->span;
        chain->actor = mention->actor;
        chain->cited = cited_in(p);
        p->named = true;
    } else {
        chain->broken = true;
    }
}

static void meet_outlets(struct passage *p)
{
    const struct cast *cast = &p->r->source->library->cast;
    struct span whole = span_between(p->t, p->low, p->high);
    for (uint32_t m = mention_from(p->r, whole.start); m < p->r->mentions_end; m++) {
        const struct mention *mention = &cast->at[m];
        if (mention->span.start >= whole.end)
            break;
        if (via_is_outlet(p->r, mention) && !is_own(p->r, mention->actor))
            meet_outlet(p, mention);
    }
}

/* ---- words that go back to it ---- */

/* A name behind a verb of saying ends before token I: "сказала Анна Линд изданию". */
static bool is_behind_speaker(const struct tokens *t, size_t i)
{
    if (i < 2 || !t->at[i - 1].capital)
        return false;
    return token_is_verb(t, i - 2, CUE) || (i > 2 && token_is_verb(t, i - 3, CUE));
}

/* Nothing tells more of the noun at I: no adjective stands before it. */
static bool is_bare(const struct tokens *t, size_t i)
{
    const struct token *before = i ? &t->at[i - 1] : NULL;
    return !before || before->kind != TOKEN_WORD || is_behind_speaker(t, i) ||
           (before->is && !token_is(before, LEXICON(DETERMINER)));
}

/* The noun at I means one that is known already: "the report", and no name or more about it behind
 * it. */
static bool is_known(const struct passage *p, size_t i)
{
    const struct token *next = &p->t->at[i + 1];
    bool named = i > p->low && p->t->at[i].capital && !p->t->capital_nouns; /* "the Agency" */
    bool more = named || next->kind == TOKEN_QUOTE ||
                (next->kind == TOKEN_WORD && (next->capital || next->digit)) ||
                token_is(next, LEXICON(OF) | LEXICON(BY));
    bool definite = i > p->low && token_is(&p->t->at[i - 1], LEXICON(DEFINITE));
    return !more && (definite || (lexicon_has_no_articles(p->r->lexicon) && is_bare(p->t, i)));
}

/* Another report, or outlet, is spoken of: from here on "the report" may be that. */
static bool brings_another(const struct passage *p)
{
    for (size_t i = p->low; i < p->high && !p->named; i++) {
        if (token_is(&p->t->at[i], LEXICON(RETOLD)) && !is_known(p, i))
            return true;
    }
    return false;
}

/* The words that tell of QUOTATION mean the report: it is according to it, told to the outlet, said
 * by it, or "as the outlet wrote". */
static bool is_of_report(const struct passage *p, const struct quotation *q)
{
    const struct tokens *t = p->t;
    const uint64_t leads = LEXICON(ACCORDING) | LEXICON(VIA) | LEXICON(TELL) | LEXICON(BY);
    for (size_t i = p->low; i < p->high; i++) {
        if (!token_is(&t->at[i], LEXICON(RETOLD)) || !is_known(p, i))
            continue;
        size_t begin = i > p->low && token_is(&t->at[i - 1], LEXICON(DEFINITE)) ? i - 1 : i;
        bool led = begin > p->low && token_is(&t->at[begin - 1], leads);
        led |= begin > p->low && t->at[begin - 1].span.end == q->speaker_span.end &&
               is_behind_speaker(t, begin) && !token_is(&t->at[begin], LEXICON(OF));
        if (led || token_is_verb(t, i + 1, LEXICON(SAY)) ||
            span_meets(t->at[i].span, q->speaker_span))
            return true;
    }
    return false;
}

/* Two forms of one noun: "official" and "officials", "чиновник" and "чиновники". */
static bool same_noun(struct str a, struct str b)
{
    size_t longer = a.len > b.len ? a.len : b.len, shared = 0;
    while (shared < a.len && shared < b.len && a.at[shared] == b.at[shared])
        shared++;
    return shared >= 5 && shared * 4 >= longer * 3;
}

/* The noun of the speaker's words that says what they are; SIZE_MAX: there is none, or a name or
 * another adjective tells them apart. */
static size_t noun_of(const struct passage *p, struct span speaker, bool *definite)
{
    const struct tokens *t = p->t;
    size_t noun = SIZE_MAX, others = 0;
    *definite = false;
    for (size_t i = tokens_at(t, speaker.start); i < p->high && t->at[i].span.end <= speaker.end;
         i++) {
        const struct token *token = &t->at[i];
        if (token_is(token, LEXICON(DEFINITE)))
            *definite = true;
        else if (token_is(token, SPEAKING_NOUN | LEXICON(SOURCE)))
            noun = i;
        else if (!token_is(token, LEXICON(DETERMINER) | LEXICON(OF)))
            others++;
    }
    return others ? SIZE_MAX : noun;
}

/* The speaker is one whom the report cites. */
static bool is_of_source(const struct passage *p, const struct quotation *q)
{
    const struct chain *chain = &p->r->chain;
    bool definite, unnamed = q->class == SPEAKER_UNNAMED || q->class == SPEAKER_COLLECTIVE;
    size_t noun = unnamed && chain->cited.len ? noun_of(p, q->speaker_span, &definite) : SIZE_MAX;
    if (noun == SIZE_MAX)
        return false;
    const struct token *token = &p->t->at[noun];
    bool alone = token->span.start == q->speaker_span.start;
    if (!definite && !(alone && lexicon_has_no_articles(p->r->lexicon)))
        return false;
    return token_is(token, LEXICON(SOURCE)) ||
           same_noun(span_of(p->r->text, token->span), chain->cited);
}

/* A speaker without a name whom the report does not bring makes "the officials" doubtful; one whom
 * it does is cited. */
static void keep_cited(const struct passage *p, const struct quotation *q)
{
    bool definite;
    if (q->class != SPEAKER_UNNAMED && q->class != SPEAKER_COLLECTIVE)
        return;
    size_t noun = noun_of(p, q->speaker_span, &definite);
    struct str word = noun == SIZE_MAX ? STR("") : span_of(p->r->text, p->t->at[noun].span);
    p->r->chain.cited = p->named ? word : STR("");
}

static void follow(struct passage *p, struct quotation *q)
{
    struct chain *chain = &p->r->chain;
    bool whole = quotation_has(chain->via) && !chain->broken;
    bool report = whole && !quotation_has(q->via) && is_of_report(p, q);
    bool source = whole && !report && !quotation_has(q->via) && is_of_source(p, q);
    if (report || source) {
        q->via = chain->via;
        q->via_how = report ? VIA_REPORT : VIA_SOURCE;
    } else {
        keep_cited(p, q);
    }
}

/* The words that tell of it. */
static struct span told_by(const struct quotation *q)
{
    return quotation_has(q->cue) ? q->cue : q->speaker_span;
}

/* The quotations that the sentence tells of. They begin before it ends, and are gone through once.
 */
static void follow_all(struct passage *p)
{
    struct span whole = span_between(p->t, p->low, p->high);
    struct quotations *out = p->r->out;
    while (p->from < out->len && out->at[p->from].span.end <= whole.start &&
           told_by(&out->at[p->from]).end <= whole.start)
        p->from++;
    for (size_t i = p->from; i < out->len && out->at[i].span.start < whole.end; i++) {
        struct quotation *q = &out->at[i];
        struct span told = told_by(q);
        if (quotation_has(told) && !q->continues && span_meets(told, whole))
            follow(p, q);
    }
}

/* What runs on comes by the way of what it runs on from. */
static void run_on(struct reader *r)
{
    struct quotations *out = r->out;
    for (size_t i = r->first; i < out->len; i++) {
        struct quotation *q = &out->at[i];
        size_t stop = i > BACK ? i - BACK : 0;
        for (size_t j = i; j > stop && q->continues && !quotation_has(q->via); j--) {
            const struct quotation *before = &out->at[j - 1];
            if (before->speaker_span.start == q->speaker_span.start &&
                before->speaker_span.end == q->speaker_span.end && quotation_has(before->via)) {
                q->via = before->via;
                q->via_how = VIA_RUNS_ON;
            }
        }
    }
}

void chain_follow(struct reader *r)
{
    struct passage p = {.r = r, .t = &r->tokens, .from = r->first};
    size_t end = r->tokens.len - 1;
    r->chain.paragraphs += article_in_body(r->article, r->tokens.at[0].span.start);
    while (p.low < end && r->source->library->tags.len) {
        p.named = false;
        p.high = sentence_end(p.t, p.low);
        p.high = p.high < end ? p.high : end;
        meet_outlets(&p);
        r->chain.broken |= brings_another(&p);
        follow_all(&p);
        p.low = p.high + (r->tokens.at[p.high].kind == TOKEN_STOP || p.high == p.low);
    }
    run_on(r);
}
