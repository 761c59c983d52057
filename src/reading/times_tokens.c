/* SPDX-License-Identifier: ISC */
#include "times_tokens.h"

#include "dossier/text/chars.h"
#include "dossier/text/fold.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

#include <string.h>

#define LONGEST 48 /* bytes of a word that can be one of a table */

/* ASCII, which most words are, is folded by hand. */
static struct str key_of(struct buf *key, struct str word)
{
    char small[LONGEST];
    size_t i = 0;
    for (; i < word.len && i < sizeof small && (unsigned char)word.at[i] < 0x80; i++) {
        char c = word.at[i];
        small[i] = c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
    }
    buf_clear(key);
    if (i == word.len)
        buf_add(key, small, i);
    else
        fold_key(word, key);
    return buf_view(key);
}

static bool is_ordinal(const struct times_language *language, struct str suffix)
{
    for (size_t i = 0; i < language->ordinals.len; i++) {
        if (str_eq(language->ordinals.at[i], suffix))
            return true;
    }
    return false;
}

/* Digits with nothing behind them but the ending of an ordinal, or the time of day ("27T10"). */
static void read_number(const struct times_language *language, struct str key,
                        struct time_token *token)
{
    size_t digits = 0;
    int number = 0;
    while (digits < key.len && key.at[digits] >= '0' && key.at[digits] <= '9' && digits < 5)
        number = number * 10 + key.at[digits++] - '0';
    struct str rest = str_sub(key, digits, key.len);
    if (!digits || digits > 4)
        return;
    bool time = digits == 2 && rest.len == 3 && rest.at[0] == 't';
    if (rest.len && !time && !is_ordinal(language, rest))
        return;
    token->number = (int16_t)number;
    token->digits = (uint8_t)digits;
    token->suffixed = rest.len > 0 && !time;
}

static struct time_token token_of(struct time_tokens *tokens, struct span span)
{
    struct time_token token = {.span = span, .number = -1};
    struct str word = span_of(tokens->text, span);
    if (word.len > LONGEST)
        return token;
    size_t at = 0;
    unsigned char first = (unsigned char)word.at[0];
    token.capital =
        first < 0x80 ? first >= 'A' && first <= 'Z' : char_is_capital(utf8_next(word, &at));
    struct str key = key_of(&tokens->key, word);
    if (first >= '0' && first <= '9')
        read_number(tokens->language, key, &token);
    else
        token.word = time_word_find(tokens->language, key);
    return token;
}

static void fill(struct time_tokens *tokens)
{
    struct span words[64];
    while (!tokens->ended && tokens->len < TIME_WINDOW) {
        size_t room = TIME_WINDOW - tokens->len;
        size_t most = room < 64 ? room : 64;
        size_t count = words_spans(tokens->text, &tokens->at, words, most);
        for (size_t i = 0; i < count; i++)
            tokens->window[tokens->len++] = token_of(tokens, words[i]);
        tokens->ended = count < most;
    }
}

void time_tokens_begin(struct time_tokens *tokens, const struct times_language *language,
                       struct str text, struct span span)
{
    tokens->language = language;
    tokens->text = str_sub(text, 0, span.end);
    tokens->at = span.start;
    tokens->ended = false;
    tokens->len = 0;
    tokens->key = (struct buf){0};
    fill(tokens);
}

void time_tokens_end(struct time_tokens *tokens)
{
    buf_free(&tokens->key);
}

void time_tokens_shift(struct time_tokens *tokens, size_t drop)
{
    tokens->len -= drop;
    memmove(tokens->window, tokens->window + drop, tokens->len * sizeof *tokens->window);
    fill(tokens);
}

const struct time_word *time_tokens_as(const struct time_tokens *tokens, size_t at,
                                       enum time_class class)
{
    uint32_t word = time_word_as(tokens->language, tokens->window[at].word, class);
    return word ? &tokens->language->words.at[word] : NULL;
}

static struct str between(const struct time_tokens *tokens, size_t a, size_t b)
{
    return str_sub(tokens->text, tokens->window[a].span.end, tokens->window[b].span.start);
}

bool time_tokens_adjoin(const struct time_tokens *tokens, size_t a, size_t b, bool comma, bool stop)
{
    struct str gap = between(tokens, a, b);
    int lines = 0, signs = 0;
    if (gap.len > 12)
        return false;
    for (size_t at = 0; at < gap.len;) {
        uint32_t c = utf8_next(gap, &at);
        lines += c == '\n';
        if (char_is_space(c))
            continue;
        bool allowed =
            char_is_dash(c) || char_is_apostrophe(c) || (c == ',' && comma) || (c == '.' && stop);
        if (!allowed || ++signs > 2)
            return false;
    }
    return lines < 2;
}

bool time_tokens_break(const struct time_tokens *tokens, size_t a)
{
    const struct time_token *word = &tokens->window[a], *next = &tokens->window[a + 1];
    struct str gap = between(tokens, a, a + 1);
    uint32_t month = time_word_as(tokens->language, word->word, CLASS_MONTH);
    bool is_short = word->span.end - word->span.start == 1 ||
                    (month && tokens->language->words.at[month].is_short);
    if (gap.len > 1 && str_find(gap, STR("\n"), 0) >= 0)
        return true;
    for (size_t i = 0; i < gap.len; i++) {
        char c = gap.at[i];
        if (c == '!' || c == '?' || c == ';' ||
            (c == '.' && gap.len > 1 && next->capital && !is_short))
            return true;
    }
    return false;
}

uint32_t time_tokens_before(const struct time_tokens *tokens, size_t a)
{
    size_t at = tokens->window[a].span.start;
    return at ? utf8_before(tokens->text, &at) : 0;
}

uint32_t time_tokens_behind(const struct time_tokens *tokens, size_t a)
{
    size_t at = tokens->window[a].span.end;
    return at < tokens->text.len ? utf8_next(tokens->text, &at) : 0;
}
