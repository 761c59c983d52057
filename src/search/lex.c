/* SPDX-License-Identifier: ISC */
#include "lex.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#include <stdarg.h>
#include <stdio.h>

bool lex_fail(struct str query, size_t at, struct error *error, const char *format, ...)
{
    char text[400];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return error_set(error, "query:1:%zu: %s", utf8_count(str_sub(query, 0, at)) + 1, text);
}

static uint32_t peek(struct str query, size_t at)
{
    return at < query.len ? utf8_next(query, &at) : 0;
}

/* Straight marks, and those that a text pasted from elsewhere brings along. */
static bool is_quote(uint32_t c)
{
    return c == '"' || (char_is_quote(c) && !char_is_apostrophe(c));
}

static void take_star(struct str query, size_t *at, struct token *out)
{
    if (*at < query.len && query.at[*at] == '*') {
        out->prefix = true;
        (*at)++;
    }
    if (out->text.len && out->text.at[out->text.len - 1] == '*') {
        out->prefix = true;
        out->text.len--;
    }
}

/* A phrase: AT stands on its first quotation mark. */
static bool lex_phrase(struct str query, size_t *at, struct token *out, struct error *error)
{
    size_t opening = *at;
    utf8_next(query, at);
    size_t start = *at;
    while (*at < query.len) {
        size_t mark = *at;
        if (!is_quote(utf8_next(query, at)))
            continue;
        out->text = str_sub(query, start, mark);
        take_star(query, at, out);
        return true;
    }
    return lex_fail(query, opening, error, "this quotation mark is not closed");
}

static bool ends_word(uint32_t c)
{
    return char_is_space(c) || c == '(' || c == ')' || is_quote(c);
}

static struct str bare_word(struct str query, size_t *at)
{
    size_t start = *at;
    while (*at < query.len && !ends_word(peek(query, *at)))
        utf8_next(query, at);
    return str_sub(query, start, *at);
}

/* The length of "name:" at the beginning of WORD, where the name could be a field's; else 0. */
static size_t field_length(struct str word)
{
    size_t n = 0;
    while (n < word.len && ((word.at[n] >= 'a' && word.at[n] <= 'z') || word.at[n] == '-'))
        n++;
    return n && n < word.len && word.at[n] == ':' ? n + 1 : 0;
}

static const struct {
    const char *name;
    enum query_kind leaf;
    const char *wants;
} fields[] = {
    {"actor:", QUERY_ACTOR, "an actor's id, name or alias"},
    {"title:", QUERY_TITLE, "words of a headline"},
    {"source:", QUERY_SOURCE, "the name of an outlet"},
    {"tag:", QUERY_TAG, "a tag of articles"},
    {"note:", QUERY_NOTE, "words of a note"},
    {"said:", QUERY_SAID, "an actor's id, name or alias"},
    {"before:", QUERY_BEFORE, "a day like 2025-11-01, a month like 2025-11, or a year"},
    {"after:", QUERY_AFTER, "a day like 2025-11-01, a month like 2025-11, or a year"},
};

/* title:word, title:"some words"; a field that is not known is refused, rather than searched for as
 * a word. */
static bool lex_field(struct str query, size_t *at, size_t length, struct token *out,
                      struct error *error)
{
    struct str field = str_sub(query, out->start, out->start + length);
    size_t i = 0;
    while (i < COUNT(fields) && !str_is(field, fields[i].name))
        i++;
    if (i == COUNT(fields))
        return lex_fail(query, out->start, error,
                        "%.*s is no field; there are actor: title: source: tag: note: said: "
                        "before: after:; in quotation marks it is searched as it stands",
                        STR_ARG(str_sub(field, 0, 40)));
    out->leaf = fields[i].leaf;
    *at = out->inside = out->start + length;
    if (is_quote(peek(query, *at)))
        return lex_phrase(query, at, out, error);
    out->text = bare_word(query, at);
    return out->text.len > 0 || lex_fail(query, out->start, error, "%s wants %s behind it",
                                         fields[i].name, fields[i].wants);
}

/* An expression between slashes: AT stands on the first. */
static bool lex_regex(struct str query, size_t *at, struct token *out, struct error *error)
{
    size_t start = ++*at;
    out->leaf = QUERY_REGEX;
    out->inside = start;
    for (; *at < query.len && query.at[*at] != '/'; ++*at) {
        if (query.at[*at] == '\\' && *at + 1 < query.len)
            ++*at;
    }
    if (*at >= query.len)
        return lex_fail(query, out->start, error, "this / is not closed by another");
    out->text = str_sub(query, start, (*at)++);
    return true;
}

#define NEAR_USUALLY 10 /* words */
#define NEAR_MOST 1000

/* NEAR or NEAR/n. */
static bool lex_near(struct str query, struct str word, struct token *out, struct error *error)
{
    long distance = NEAR_USUALLY;
    struct str number = str_sub(word, sizeof "NEAR/" - 1, word.len);
    if (!str_is(word, "NEAR") &&
        (!str_number(number, &distance) || distance < 1 || distance > NEAR_MOST))
        return lex_fail(query, out->start, error,
                        "NEAR/ wants a number of words behind it, 1 to %d", NEAR_MOST);
    out->kind = TOKEN_NEAR;
    out->distance = (uint32_t)distance;
    return true;
}

static bool lex_word(struct str query, size_t *at, struct token *out, struct error *error)
{
    static const struct {
        const char *word;
        enum token_kind kind;
    } operators[] = {{"AND", TOKEN_AND}, {"OR", TOKEN_OR}, {"NOT", TOKEN_NOT}};
    struct str word = bare_word(query, at);
    for (size_t i = 0; i < COUNT(operators); i++) {
        if (str_is(word, operators[i].word)) {
            out->kind = operators[i].kind;
            return true;
        }
    }
    if (str_is(word, "NEAR") || str_starts(word, STR("NEAR/")))
        return lex_near(query, word, out, error);
    size_t field = field_length(word);
    if (field)
        return lex_field(query, at, field, out, error);
    out->text = word;
    take_star(query, at, out);
    return true;
}

/* @name: AT stands on the @. */
static bool lex_saved(struct str query, size_t *at, struct token *out, struct error *error)
{
    out->kind = TOKEN_SAVED;
    out->inside = ++*at;
    out->text = bare_word(query, at);
    return out->text.len > 0 ||
           lex_fail(query, out->start, error, "@ wants the name of a saved search behind it");
}

bool lex_next(struct str query, size_t *at, struct token *out, struct error *error)
{
    while (*at < query.len && char_is_space(peek(query, *at)))
        utf8_next(query, at);
    *out = (struct token){.kind = TOKEN_END, .start = *at};
    if (*at >= query.len)
        return true;
    uint32_t c = peek(query, *at);
    if (c == '(' || c == ')') {
        out->kind = c == '(' ? TOKEN_OPEN : TOKEN_CLOSE;
        (*at)++;
        return true;
    }
    out->kind = TOKEN_LEAF;
    out->leaf = QUERY_PATTERN;
    out->inside = *at;
    if (is_quote(c))
        return lex_phrase(query, at, out, error);
    if (c == '@')
        return lex_saved(query, at, out, error);
    return c == '/' ? lex_regex(query, at, out, error) : lex_word(query, at, out, error);
}
