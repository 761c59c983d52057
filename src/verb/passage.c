/* SPDX-License-Identifier: ISC */
/* Words are looked for as they are given. Only where they don't stand so, differences that a person
 * who types or pastes doesn't see are overlooked: white space and line ends, kinds of quotation
 * marks, dashes, marks on letters. Capitals still count. */
#include "passage.h"

#include "common.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/fold.h"
#include "dossier/text/utf8.h"

#include <string.h>

#define LISTED 20  /* places that an error lists */
#define CONTEXT 30 /* characters on either side of them */

static void find_exactly(struct arena *arena, struct str text, struct str quote, struct spans *out)
{
    ptrdiff_t at = 0;
    while ((at = str_find(text, quote, (size_t)at)) >= 0) {
        *vec_add(arena, out) = (struct span){(uint32_t)at, (uint32_t)((size_t)at + quote.len)};
        at += (ptrdiff_t)quote.len;
    }
}

static bool is_quote(const struct letter *letter)
{
    return letter->class == LETTER_APOSTROPHE || char_is_quote(letter->first);
}

static bool looks_alike(const struct letter *a, const struct letter *b)
{
    if (is_quote(a) || is_quote(b))
        return is_quote(a) && is_quote(b);
    return a->class == b->class && a->capital == b->capital && a->count == b->count &&
           !memcmp(a->folded, b->folded, a->count * sizeof a->folded[0]);
}

/* The next letter; a run of white space is one. */
static bool next_letter(struct str text, size_t *at, struct letter *out)
{
    if (!fold_next(text, at, out))
        return false;
    struct letter after;
    size_t ahead = *at;
    while (out->class == LETTER_SPACE && fold_next(text, &ahead, &after) &&
           after.class == LETTER_SPACE)
        *at = ahead;
    if (out->class == LETTER_SPACE) {
        out->count = 1;
        out->folded[0] = ' ';
    }
    return true;
}

/* The end of what looks like QUOTE and begins at byte START; 0 if nothing does. */
static size_t match_loosely(struct str text, size_t start, struct str quote)
{
    struct letter wanted, found = {.end = 0};
    size_t at = start, in_quote = 0;
    while (next_letter(quote, &in_quote, &wanted)) {
        if (!next_letter(text, &at, &found) || !looks_alike(&wanted, &found))
            return 0;
    }
    return found.end;
}

static void find_loosely(struct arena *arena, struct str text, struct str quote, struct spans *out)
{
    struct letter first;
    for (size_t next = 0; next_letter(text, &next, &first);) {
        /* nothing begins inside a letter or a run of spaces, so that a long one is read once */
        size_t end = match_loosely(text, first.start, quote);
        if (end <= first.start)
            continue;
        *vec_add(arena, out) = (struct span){(uint32_t)first.start, (uint32_t)end};
        next = end;
    }
}

static void list_places(const struct verb_call *call, uint32_t number, const struct spans *found)
{
    const struct article *article = corpus_article(&call->library->corpus, number);
    for (size_t i = 0; i < found->len && i < LISTED; i++) {
        struct str before, after;
        int line, column;
        article_context(article, found->at[i], CONTEXT, &before, &after);
        article_line(article, found->at[i].start, &line, &column);
        verb_tell("%.*s:%d:%d: --nth=%zu: %.*s", STR_ARG(article->path), line, column, i + 1,
                  STR_ARG(verb_context(call, before, span_of(article->text, found->at[i]), after)));
    }
    if (found->len > LISTED)
        verb_tell("and %zu more", found->len - LISTED);
}

static bool choose(const struct verb_call *call, uint32_t article, const struct spans *found,
                   struct span *out)
{
    const char *nth = verb_value(call, "nth"), *quote = verb_value(call, "quote");
    struct str path = corpus_article(&call->library->corpus, article)->path;
    long number = 1;
    if (nth && (!str_number(str_of(nth), &number) || number < 1))
        return verb_fail("--nth: %s is not a number from 1 on", nth);
    if (!found->len)
        return verb_fail("%.*s: the words \"%s\" don't stand there", STR_ARG(path), quote);
    if ((size_t)number > found->len)
        return verb_fail("%.*s: \"%s\" stands there %zu times, so there is no --nth=%ld",
                         STR_ARG(path), quote, found->len, number);
    if (!nth && found->len > 1) {
        verb_fail("%.*s: \"%s\" stands there %zu times; choose one with --nth", STR_ARG(path),
                  quote, found->len);
        list_places(call, article, found);
        return false;
    }
    *out = found->at[number - 1];
    return true;
}

static bool find_quote(const struct verb_call *call, uint32_t article, struct str quote,
                       struct span *out)
{
    struct spans found = {0};
    struct str text = corpus_article(&call->library->corpus, article)->text;
    quote = str_trim(quote);
    if (!quote.len)
        return verb_fail("--quote: no words in it");
    find_exactly(call->arena, text, quote, &found);
    if (!found.len)
        find_loosely(call->arena, text, quote, &found);
    return choose(call, article, &found, out);
}

/* A stored offset as one of the text; false where it is beyond the end or inside a character. */
static bool read_offset(const struct decoded *file, struct str digits, uint32_t *out)
{
    long stored;
    if (!str_number(digits, &stored) || stored > (long)file->stored_size)
        return false;
    *out = encoding_offset(file, (uint32_t)stored);
    return encoding_stored(file, *out) == (uint32_t)stored;
}

static bool find_range(const struct verb_call *call, uint32_t number, const char *range,
                       struct span *out)
{
    const struct article *article = corpus_article(&call->library->corpus, number);
    struct str end = str_of(range), start;
    bool ok = str_split(&end, ':', &start) && read_offset(&article->file, start, &out->start) &&
              read_offset(&article->file, end, &out->end);
    if (!ok || out->start >= out->end || utf8_start(article->text, out->start) != out->start ||
        (out->end < article->text.len && utf8_start(article->text, out->end) != out->end))
        return verb_fail("--range: %s is no START:END in %.*s: bytes of the file, 0 to %u, on the "
                         "bounds of characters, START before END",
                         range, STR_ARG(article->path), article->file.stored_size);
    return true;
}

bool passage_find(const struct verb_call *call, uint32_t article, struct span *out)
{
    const char *quote = verb_value(call, "quote"), *range = verb_value(call, "range");
    *out = (struct span){0, 0};
    if (quote && range)
        return verb_fail("--quote and --range both name a passage: give one of them");
    if (!quote && verb_value(call, "nth"))
        return verb_fail("--nth chooses among the places of --quote, which is missing");
    if (quote)
        return find_quote(call, article, str_of(quote), out);
    return !range || find_range(call, article, range, out);
}
