/* SPDX-License-Identifier: ISC */
/* A quotation that nothing in its sentence attributes: whoever spoke before goes on speaking, or
 * the subject at hand speaks. Less certain with each step away. */
#include "quotes_parts.h"

#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

#define LONGEST_NAME 60 /* bytes */
#define HELPER (LEXICON(AUXILIARY) | LEXICON(ADVERB) | LEXICON(BE))

/* Up to four words with capitals and a colon at the beginning of INNER: the name of who speaks in a
 * transcript. */
static bool script_name(struct str text, struct span inner, struct span *name)
{
    struct span word;
    struct buf key = {0};
    struct str line = str_sub(text, 0, inner.end);
    bool found = false;
    uint32_t end = inner.start;
    for (size_t at = inner.start, i = 0; i < 4 && words_next(line, &at, &word, &key); i++) {
        size_t first = word.start;
        if (word.start > end + 2 || !char_is_capital(utf8_next(text, &first)))
            break;
        end = word.end;
        found = end < inner.end && text.at[end] == ':';
        if (found || end - inner.start > LONGEST_NAME)
            break;
    }
    buf_free(&key);
    *name = (struct span){inner.start, end};
    return found && end + 1 < inner.end && text.at[end + 1] == ' ';
}

/* Nothing but quotations and signs stands in its sentence. */
static bool is_alone(const struct tokens *t, size_t quote)
{
    size_t end = sentence_end(t, quote);
    for (size_t i = sentence_begin(t, quote); i < end; i++) {
        if (t->at[i].kind == TOKEN_WORD)
            return false;
    }
    return true;
}

static const struct quotation *found_of(const struct reader *r, size_t mark)
{
    return &r->out->at[r->found_of[mark]];
}

/* The last quotation before MARK that is not nested; SIZE_MAX: none in this paragraph. */
static size_t mark_before(const struct reader *r, size_t mark)
{
    while (mark > 0) {
        mark--;
        if (!r->marks.at[mark].nested && !r->marks.at[mark].name)
            return mark;
    }
    return SIZE_MAX;
}

static bool take(const struct attribution *from, enum quotes_how how, struct attribution *out)
{
    *out = *from;
    attribution_by(out, how);
    out->cue = (struct span){0};
    out->cue_at = SIZE_MAX;
    return true;
}

/* From the quotation before, where no sentence stands between. */
static bool from_neighbour(const struct reader *r, size_t mark, bool alone, struct attribution *out)
{
    const struct tokens *t = &r->tokens;
    size_t before = mark_before(r, mark);
    if (before == SIZE_MAX || !quotation_has(found_of(r, before)->speaker_span))
        return false;
    size_t here = sentence_begin(t, r->token_of[mark]), there = r->token_of[before];
    if (there >= here)
        return take(&r->attribution_of[before], HOW_SAME_SENTENCE, out);
    bool next = sentence_end(t, there) + 1 >= here;
    return alone && next && take(&r->attribution_of[before], HOW_SAME_PARAGRAPH, out);
}

/* The last verb of saying with a subject in the sentence from LOW to HIGH, or the subject of it. */
static bool from_sentence(const struct reader *r, size_t low, size_t high, struct attribution *out)
{
    const struct tokens *t = &r->tokens;
    struct subject who;
    *out = (struct attribution){.cue_at = SIZE_MAX, .trust = 1};
    for (size_t i = high; i > low; i--) {
        if (token_is_verb(t, i - 1, CUE | LEXICON(CALL)) && subject_before(t, i - 1, low, &who)) {
            out->speaker = subject_speaker(t, &who);
            attribution_by(out, HOW_SENTENCE_BEFORE);
            return true;
        }
    }
    if (!subject_of_sentence(t, low, high, &who))
        return false;
    out->speaker = subject_speaker(t, &who);
    attribution_by(out, HOW_SUBJECT_BEFORE);
    return true;
}

static bool from_sentence_before(const struct reader *r, size_t mark, struct attribution *out)
{
    size_t begin = sentence_begin(&r->tokens, r->token_of[mark]);
    return begin > 1 && from_sentence(r, sentence_begin(&r->tokens, begin - 1), begin - 1, out);
}

/* “…” “…,” she said. */
static bool from_next(const struct reader *r, size_t mark, struct attribution *out)
{
    size_t next = mark + 1;
    while (next < r->marks.len && (r->marks.at[next].nested || r->marks.at[next].name))
        next++;
    if (next >= r->marks.len)
        return false;
    size_t end = sentence_end(&r->tokens, r->token_of[mark]);
    bool follows = sentence_begin(&r->tokens, r->token_of[next]) <= end + 1;
    if (!follows || !cue_find(r, r->token_of[next], out))
        return false;
    return take(out, HOW_NEXT_SENTENCE, out);
}

/* What comes from the paragraph before. */
static bool from_above(const struct reader *r, size_t mark, struct attribution *out)
{
    bool near = r->has_last && r->last_paragraph + 1 >= r->number;
    if (r->marks.at[mark].continues && r->has_last)
        return take(&r->last, HOW_RUNS_ON, out);
    if (r->has_colon)
        return take(&r->colon, r->colon.how, out);
    if (from_next(r, mark, out))
        return true;
    if (near)
        return take(&r->last, HOW_PARAGRAPH_BEFORE, out);
    return r->has_subject && take(&r->subject, HOW_SUBJECT_BEFORE, out);
}

/* “LIND: …”: the name stands in the quotation itself. */
static bool from_script(const struct reader *r, size_t mark, struct attribution *out)
{
    struct span inner = r->marks.at[mark].inner, name;
    if (!script_name(r->text, inner, &name))
        return false;
    *out = (struct attribution){.cue_at = SIZE_MAX, .trust = 1};
    attribution_by(out, HOW_SCRIPT);
    out->speaker = (struct speaker){.span = name, .head = name, .capital = true};
    return true;
}

/* The verb of saying at I stands between signs in a quotation, with its subject behind it, or
 * between it and its helper: ", a-t-il dit,". */
static bool stands_between(const struct tokens *t, size_t i, struct subject *who)
{
    size_t from = i, pronoun = i;
    if (!token_is_verb(t, i, LEXICON(SAY)))
        return false;
    for (; from > 0 && token_is(&t->at[from - 1], HELPER | PRONOUN); from--)
        pronoun = token_is(&t->at[from - 1], PRONOUN) ? from - 1 : pronoun;
    if (from == 0 || t->at[from - 1].kind != TOKEN_SIGN)
        return false;
    if (pronoun < i && pronoun > from)
        *who = (struct subject){.from = pronoun, .to = pronoun + 1, .head = pronoun};
    else if (pronoun < i || !subject_behind(t, i, t->len, who))
        return false;
    size_t end = pronoun < i ? i + 1 : who->to;
    const struct token *behind = &t->at[end];
    return (behind->kind == TOKEN_SIGN || behind->kind == TOKEN_STOP) && subject_can_speak(t, who);
}

/* «…, — сказал он, — …»: the words that say who speaks stand between the marks, as some languages
 * have it. */
static bool from_inside(const struct reader *r, size_t mark, struct attribution *out)
{
    struct tokens t = {0};
    struct subject who;
    if (!lexicon_puts_verb_first(r->lexicon))
        return false;
    tokens_make(r->scratch, r->lexicon, r->text, r->marks.at[mark].inner, NULL, 0, &t);
    for (size_t i = 0; i + 1 < t.len; i++) {
        if (!stands_between(&t, i, &who))
            continue;
        *out = (struct attribution){.speaker = subject_speaker(&t, &who), .trust = 1};
        out->cue_at = SIZE_MAX;
        attribution_by(out, HOW_INSIDE);
        out->cue = t.at[i].span;
        return true;
    }
    return false;
}

bool carry_find(const struct reader *r, size_t mark, struct attribution *out)
{
    const struct tokens *t = &r->tokens;
    size_t quote = r->token_of[mark], begin = sentence_begin(t, quote);
    bool alone = is_alone(t, quote);
    struct subject who;
    if (alone && (from_script(r, mark, out) || from_inside(r, mark, out)))
        return true;
    if (from_neighbour(r, mark, alone, out))
        return true;
    if (alone && begin == 0)
        return from_above(r, mark, out);
    if (alone)
        return from_sentence_before(r, mark, out);
    if (!subject_of_sentence(t, begin, quote, &who))
        return begin > 1 && from_sentence_before(r, mark, out);
    *out =
        (struct attribution){.speaker = subject_speaker(t, &who), .cue_at = SIZE_MAX, .trust = 1};
    attribution_by(out, HOW_SUBJECT);
    return true;
}

void carry_keep(struct reader *r)
{
    const struct tokens *t = &r->tokens;
    r->has_colon = cue_at_colon(r, &r->colon);
    r->has_subject = false;
    if (t->len > 1) {
        size_t end = t->len - 1;
        r->has_subject = from_sentence(r, sentence_begin(t, end), end, &r->subject);
    }
}
