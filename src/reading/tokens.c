/* SPDX-License-Identifier: ISC */
/* Sentences end where text/sentences says; but what ends inside of a quotation ends the speaker's
 * sentence, not the writer's. */
#include "tokens.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/sentences.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

struct maker {
    struct arena *arena;
    const struct lexicon *lexicon;
    struct str text; /* up to the end of the piece */
    struct tokens *out;
    struct buf key, phrase;
    size_t sentence_at; /* where the next sentence is looked for */
    uint32_t stop;      /* where the sentence in hand ends */
    size_t piece;       /* its first byte */
};

static struct token *add(struct maker *m, enum token_kind kind, struct span span)
{
    struct token *token = vec_add(m->arena, m->out);
    token->kind = kind;
    token->span = span;
    return token;
}

static void next_stop(struct maker *m)
{
    struct str piece = str_sub(m->text, m->piece, m->text.len);
    struct span sentence;
    m->stop = UINT32_MAX;
    if (sentences_next(piece, &m->sentence_at, &sentence))
        m->stop = (uint32_t)m->piece + sentence.end;
}

static void add_stop(struct maker *m, uint32_t at)
{
    if (m->out->len && m->out->at[m->out->len - 1].kind != TOKEN_STOP)
        add(m, TOKEN_STOP, (struct span){at, at});
}

/* Ends of sentences up to byte AT. */
static void add_stops(struct maker *m, uint32_t at)
{
    bool passed = false;
    for (; m->stop <= at; passed = true)
        next_stop(m);
    if (passed)
        add_stop(m, at);
}

/* Ends that lie in a quotation are passed over, but for its very end. */
static void skip_stops(struct maker *m, struct span quote)
{
    while (m->stop < quote.end)
        next_stop(m);
}

static uint32_t sign_of(uint32_t c)
{
    if (c == ',' || c == ';' || c == ':' || c == '(' || c == ')')
        return c;
    if (c == '[' || c == ']')
        return c == '[' ? '(' : ')';
    return c == 0xFF0C || c == 0x3001 ? ',' : c == 0xFF1A ? ':' : char_is_dash(c) ? '-' : 0;
}

static bool is_word_at(struct str text, size_t at)
{
    return at < text.len && char_is_word(utf8_next(text, &at));
}

static bool is_word_before(struct str text, size_t at)
{
    return at > 0 && char_is_word(utf8_before(text, &at));
}

/* A hyphen within a word is none of the signs; a long dash between two words is. */
static bool parts_words(struct str text, size_t at, size_t end, uint32_t c)
{
    return c == 0x2014 || c == 0x2015 || !is_word_before(text, at) || !is_word_at(text, end);
}

/* An apostrophe behind the s of a plural: the leaders’ plan. */
static bool is_plural_owner(struct str text, size_t at, size_t end, uint32_t c)
{
    return char_is_apostrophe(c) && at > 0 && (text.at[at - 1] == 's' || text.at[at - 1] == 'S') &&
           !is_word_at(text, end);
}

/* The signs between FROM and TO. */
static void add_signs(struct maker *m, size_t from, size_t to)
{
    for (size_t at = from, start = from; at < to; start = at) {
        uint32_t c = utf8_next(m->text, &at), sign = sign_of(c);
        struct span span = {(uint32_t)start, (uint32_t)at};
        if (is_plural_owner(m->text, start, at, c)) {
            add(m, TOKEN_POSSESSIVE, span);
            continue;
        }
        if (!sign || (sign == '-' && !parts_words(m->text, start, at, c)))
            continue;
        add_stops(m, (uint32_t)start);
        add(m, TOKEN_SIGN, span)->value = sign;
    }
}

/* Nothing but white space and apostrophes lies between FROM and TO. */
static bool are_close(struct str text, size_t from, size_t to)
{
    for (size_t at = from; at < to;) {
        uint32_t c = utf8_next(text, &at);
        if (!char_is_space(c) && !char_is_apostrophe(c))
            return false;
    }
    return true;
}

/* The word at WORD with those behind it, where they are a phrase that is known; moves *AT behind
 * the phrase, whose key is then in m->phrase. */
static struct span take_phrase(struct maker *m, struct str gap, struct span word, size_t *at)
{
    size_t longest = lexicon_longest(m->lexicon, buf_view(&m->phrase)), behind = *at;
    size_t best = m->phrase.len;
    struct span whole = word, next, last = word;
    for (size_t i = 1; i < longest && words_next(gap, &behind, &next, &m->key); i++) {
        if (!are_close(gap, last.end, next.start))
            break;
        last = next;
        buf_char(&m->phrase, ' ');
        buf_str(&m->phrase, buf_view(&m->key));
        if (!lexicon_of(m->lexicon, buf_view(&m->phrase)))
            continue;
        whole.end = next.end;
        *at = behind;
        best = m->phrase.len;
    }
    m->phrase.len = best;
    return whole;
}

/* The word stands directly behind an apostrophe that stands directly behind a word. */
static bool is_behind_apostrophe(struct str text, size_t at)
{
    size_t back = at;
    return at > 0 && char_is_apostrophe(utf8_before(text, &back)) && is_word_before(text, back);
}

static void describe(struct maker *m, struct token *token, struct span span)
{
    size_t at = span.start;
    uint32_t c = utf8_next(m->text, &at);
    token->capital = char_is_capital(c);
    token->digit = char_is_digit(c);
    token->is = lexicon_of(m->lexicon, buf_view(&m->phrase));
}

static void add_word(struct maker *m, struct str gap, struct span word, size_t *at)
{
    bool behind = is_behind_apostrophe(m->text, word.start);
    buf_clear(&m->phrase);
    buf_chars(&m->phrase, behind ? "'" : "");
    buf_str(&m->phrase, buf_view(&m->key));
    bool owner = behind && str_is(buf_view(&m->key), "s");
    if (behind && !owner && !lexicon_of(m->lexicon, buf_view(&m->phrase)))
        buf_splice(&m->phrase, 0, 1, STR(""));
    struct span span = owner ? word : take_phrase(m, gap, word, at);
    describe(m, add(m, owner ? TOKEN_POSSESSIVE : TOKEN_WORD, span), span);
}

static bool starts_like_a_sentence(struct str text, struct span word)
{
    size_t at = word.start;
    bool capital = char_is_capital(utf8_next(text, &at));
    return capital && at < word.end && !char_is_capital(utf8_next(text, &at));
}

/* "came.Lind": the space between two sentences was lost. Not so "Harbour.net", nor "U.S". */
static bool is_glued_word(const struct maker *m, struct span word)
{
    const struct token *before = m->out->len ? &m->out->at[m->out->len - 1] : NULL;
    return before && before->kind == TOKEN_WORD && !before->capital && !before->digit &&
           before->span.end + 1 == word.start && m->text.at[before->span.end] == '.' &&
           before->span.end - before->span.start > 2 && starts_like_a_sentence(m->text, word);
}

/* The words and signs up to byte END. */
static void add_gap(struct maker *m, size_t from, size_t end)
{
    struct str gap = str_sub(m->text, 0, end);
    struct span word;
    size_t done = from;
    for (size_t at = from; words_next(gap, &at, &word, &m->key); done = at) {
        add_signs(m, done, word.start);
        add_stops(m, word.start);
        if (is_glued_word(m, word))
            add_stop(m, word.start);
        add_word(m, gap, word, &at);
    }
    add_signs(m, done, end);
}

static bool is_end(char c)
{
    return c == '.' || c == '!' || c == '?';
}

/* What comes off the web has lost the space between paragraphs: a quotation stands directly behind
 * the end of a sentence, */
static bool is_glued_before(struct str text, struct span outer)
{
    return outer.start > 0 && is_end(text.at[outer.start - 1]);
}

/* or a sentence behind the end of one. */
static bool is_glued_behind(struct str text, const struct marked *quote)
{
    size_t at = quote->outer.end;
    return quote->inner.end > quote->inner.start && is_end(text.at[quote->inner.end - 1]) &&
           at < text.len && char_is_capital(utf8_next(text, &at));
}

void tokens_make(struct arena *arena, const struct lexicon *lexicon, struct str text,
                 struct span piece, const struct marked *quotes, size_t count, struct tokens *out)
{
    struct maker m = {arena, lexicon,    str_sub(text, 0, piece.end), out, {0}, {0}, 0,
                      0,     piece.start};
    size_t at = piece.start;
    out->verb_first = lexicon_puts_verb_first(lexicon);
    out->capital_nouns = lexicon_has_capital_nouns(lexicon);
    next_stop(&m);
    for (size_t i = 0; i < count; i++) {
        if (quotes[i].nested || quotes[i].name)
            continue;
        add_gap(&m, at, quotes[i].outer.start);
        add_stops(&m, quotes[i].outer.start);
        if (is_glued_before(text, quotes[i].outer))
            add_stop(&m, quotes[i].outer.start);
        add(&m, TOKEN_QUOTE, quotes[i].outer)->value = (uint32_t)i;
        skip_stops(&m, quotes[i].outer);
        if (is_glued_behind(text, &quotes[i]))
            add_stop(&m, quotes[i].outer.end);
        at = quotes[i].outer.end;
    }
    add_gap(&m, at, piece.end);
    if (!out->len || out->at[out->len - 1].kind != TOKEN_STOP)
        add(&m, TOKEN_STOP, (struct span){piece.end, piece.end});
    buf_free(&m.key);
    buf_free(&m.phrase);
}

size_t tokens_at(const struct tokens *tokens, uint32_t at)
{
    size_t low = 0, high = tokens->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tokens->at[middle].span.end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
