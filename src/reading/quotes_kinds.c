/* SPDX-License-Identifier: ISC */
/* Whole sentences, a part of the writer's sentence, or a word held at a distance. */
#include "quotes_parts.h"

#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

#define SHORT 4 /* words: more of them are somebody's, even where no verb says so */

/* What the words between the marks look like. */
struct look {
    size_t words, capitals, small; /* SMALL: long words without a capital */
    bool begins;                   /* as a sentence does */
    bool ends;                     /* with a sign */
};

static struct look look_at(struct str words)
{
    struct look look = {0};
    struct span word;
    struct buf key = {0};
    for (size_t at = 0; words_next(words, &at, &word, &key) && look.words <= 40;) {
        size_t behind = word.start;
        uint32_t first = utf8_next(words, &behind);
        bool capital = char_is_capital(first);
        look.begins |= !look.words && (capital || char_is_digit(first));
        look.words++;
        look.capitals += capital;
        look.small += !capital && word.end - word.start > SHORT;
    }
    buf_free(&key);
    for (size_t at = words.len; at > 0 && !look.ends;) {
        uint32_t c = utf8_before(words, &at);
        if (char_is_word(c))
            break;
        look.ends = !char_is_quote(c) && !char_is_space(c);
    }
    return look;
}

/* It stands before a noun that it describes: “frozen” assets; or it is a name of something. */
static bool is_term(const struct reader *r, size_t quote, const struct look *look)
{
    const struct tokens *t = &r->tokens;
    const struct token *next = &t->at[quote + 1];
    bool before_noun = next->kind == TOKEN_WORD && !next->capital && token_is_name(t, quote + 1) &&
                       !token_is(next, LEXICON(DETERMINER));
    bool title = look->words > 1 && look->capitals == look->words;
    return look->words <= SHORT && !look->ends && (before_noun || title);
}

/* A name between marks that only stands in the sentence of somebody's words: "…, he told the
 * “Harbour Post”". */
static bool is_name(const struct reader *r, size_t quote, const struct attribution *found,
                    const struct look *look)
{
    const struct tokens *t = &r->tokens;
    bool second =
        found->how == HOW_SAME_SENTENCE || (found->cue_at != SIZE_MAX && r->used[found->cue_at]);
    return second && look->words <= SHORT && look->begins && !look->ends && quote > 0 &&
           t->at[quote - 1].kind == TOKEN_WORD &&
           !token_is(&t->at[quote - 1], CUE | LEXICON(THAT) | LEXICON(AND));
}

static bool is_by_subject(const struct attribution *found)
{
    return found->how == HOW_SUBJECT || found->how == HOW_SUBJECT_BEFORE ||
           found->how == HOW_NOBODY || found->how == HOW_UNSAID || found->how == HOW_BEFORE_THING ||
           found->how == HOW_PASSIVE;
}

/* The words around let it stand by itself: nothing is before it, or a sign, or that. */
static bool stands_alone(const struct reader *r, size_t quote)
{
    const struct tokens *t = &r->tokens;
    if (quote == 0 || t->at[quote - 1].kind != TOKEN_WORD)
        return true;
    return token_is(&t->at[quote - 1], LEXICON(SAY));
}

enum quotation_kind quotes_kind(const struct reader *r, size_t mark,
                                const struct attribution *found)
{
    size_t quote = r->token_of[mark];
    const struct tokens *t = &r->tokens;
    struct look look = look_at(span_of(r->text, r->marks.at[mark].inner));
    bool ended = look.ends || t->at[quote + 1].kind != TOKEN_WORD;
    bool second = found->how == HOW_SAME_SENTENCE || found->how == HOW_BEFORE_SIGN;
    if (found->how == HOW_UNSAID)
        return QUOTATION_SCARE;
    if (is_by_subject(found) && look.words <= SHORT && !(look.begins && look.ends))
        return QUOTATION_SCARE;
    bool title = look.words > 1 && look.capitals > 1 && !look.small;
    title |= found->how == HOW_BEFORE_FAR && look.words && look.capitals == look.words;
    if (title && (is_by_subject(found) || found->how == HOW_BEFORE_FAR))
        return QUOTATION_SCARE;
    if ((is_term(r, quote, &look) && !stands_alone(r, quote)) || is_name(r, quote, found, &look))
        return QUOTATION_SCARE;
    if (stands_alone(r, quote) && ended && (look.begins || second))
        return QUOTATION_DIRECT;
    if (look.begins && look.ends && look.words > SHORT)
        return QUOTATION_DIRECT;
    return QUOTATION_FRAGMENT;
}

enum quotation_kind quotes_kind_of_words(struct str words)
{
    struct look look = look_at(words);
    if (look.words <= SHORT)
        return QUOTATION_SCARE;
    return look.begins && look.ends ? QUOTATION_DIRECT : QUOTATION_FRAGMENT;
}
