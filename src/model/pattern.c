/* SPDX-License-Identifier: ISC */
/* A pattern is the folded letters of a name, each with the demand for a capital, and between them
 * spaces, dashes and signs. Here it is made, and held against a text; where to do so is read from
 * the index, in pattern_find.c. */
#include "pattern_parts.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/fold.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

#include <stdlib.h>
#include <string.h>

static void read_letters(struct arena *arena, struct pattern *pattern, struct str text)
{
    struct letter letter;
    size_t at = 0;
    while (fold_next(text, &at, &letter)) {
        size_t len = pattern->letters.len;
        bool after_space = len && pattern->letters.at[len - 1].class == LETTER_SPACE;
        if (letter.class == LETTER_SPACE && (after_space || !len))
            continue;
        struct pattern_letter *its = vec_add(arena, &pattern->letters);
        *its = (struct pattern_letter){.folded = (uint32_t)pattern->folded.len,
                                       .first = letter.first,
                                       .start = (uint32_t)letter.start,
                                       .count = letter.count,
                                       .capital = letter.capital,
                                       .class = (uint8_t)letter.class};
        for (size_t i = 0; i < letter.count; i++)
            *vec_add(arena, &pattern->folded) = letter.folded[i];
    }
    size_t len = pattern->letters.len;
    if (len && pattern->letters.at[len - 1].class == LETTER_SPACE)
        pattern->letters.len--;
}

/* The letters of the word at SPAN of the pattern's text. */
static void read_word(struct pattern *pattern, struct span span, struct pattern_word *word)
{
    size_t at = 0;
    while (at < pattern->letters.len && pattern->letters.at[at].start < span.start)
        at++;
    word->first = at;
    while (at < pattern->letters.len && pattern->letters.at[at].start < span.end)
        at++;
    word->end = at;
    word->start = span.start;
}

static bool is_spaced(const struct pattern_letter *letter)
{
    return letter->class == LETTER_WORD && !char_is_unspaced(letter->first) &&
           !char_is_hangul(letter->first);
}

struct pattern *pattern_make(struct arena *arena, struct str text, bool prefix)
{
    struct pattern *pattern = arena_one(arena, struct pattern);
    struct buf key = {0};
    struct span span;
    pattern->text = text = arena_str(arena, str_trim(text));
    read_letters(arena, pattern, text);
    for (size_t at = 0; words_next(text, &at, &span, &key);) {
        struct pattern_word *word = vec_add(arena, &pattern->words);
        word->key = arena_str(arena, buf_view(&key));
        read_word(pattern, span, word);
    }
    buf_free(&key);
    if (!pattern->words.len)
        return NULL;
    const struct pattern_letter *first = &pattern->letters.at[0];
    const struct pattern_letter *last = &pattern->letters.at[pattern->letters.len - 1];
    pattern->prefix = prefix && last->class == LETTER_WORD;
    pattern->whole_words = is_spaced(first) && is_spaced(last);
    return pattern;
}

/* Behind the white space at AT, which must hold no empty line; AT itself where there is none. */
static size_t skip_space(struct str text, size_t at)
{
    int line_ends = 0;
    uint32_t last = 0;
    size_t end = at;
    while (end < text.len) {
        size_t next = end;
        uint32_t c = utf8_next(text, &next);
        if (!char_is_space(c) && !char_is_ignored(c))
            break;
        if (c == 0x2029)
            line_ends += 2;
        else if (c == '\r' || c == 0x85 || c == 0x2028 || (c == '\n' && last != '\r'))
            line_ends++;
        if (line_ends > 1)
            return at;
        last = c;
        end = next;
    }
    return end;
}

static bool same_letter(const struct pattern *pattern, const struct pattern_letter *wanted,
                        const struct letter *found)
{
    return wanted->class == found->class && wanted->count == found->count &&
           (found->capital || !wanted->capital) &&
           !memcmp(pattern->folded.at + wanted->folded, found->folded,
                   wanted->count * sizeof *found->folded);
}

static bool ends_well(const struct pattern *pattern, struct str text, size_t end)
{
    const struct pattern_letter *last = &pattern->letters.at[pattern->letters.len - 1];
    return last->class != LETTER_WORD || char_is_hangul(last->first) || words_bound(text, end);
}

/* The letters FROM to TO stand at byte AT; where the last of them ends, and what follows begins, or
 * false. */
static bool match(const struct pattern *pattern, struct str text, size_t from, size_t to,
                  size_t *at, size_t *end)
{
    for (size_t i = from; i < to; i++) {
        const struct pattern_letter *wanted = &pattern->letters.at[i];
        if (wanted->class == LETTER_SPACE) {
            size_t behind = skip_space(text, *at);
            if (behind == *at)
                return false;
            *at = behind;
            continue;
        }
        struct letter found;
        if (!fold_next(text, at, &found) || !same_letter(pattern, wanted, &found))
            return false;
        *end = found.end;
    }
    return true;
}

bool pattern_admits(const struct pattern *pattern, size_t nth, struct str spelling, bool prefix)
{
    const struct pattern_word *word = &pattern->words.at[nth];
    size_t at = 0, end = 0;
    return match(pattern, spelling, word->first, word->end, &at, &end) &&
           (prefix || at >= spelling.len || end == spelling.len);
}

uint32_t pattern_end(const struct pattern *pattern, struct str text, size_t nth, size_t at)
{
    size_t end = at;
    if (!match(pattern, text, pattern->words.at[nth].first, pattern->letters.len, &at, &end))
        return 0;
    if (pattern->prefix)
        return words_around(text, utf8_start(text, end - 1)).end;
    return ends_well(pattern, text, end) ? (uint32_t)end : 0;
}

/* Back over the white space before *AT, which must hold no empty line. */
static bool space_before(struct str text, size_t *at)
{
    size_t start = *at;
    for (size_t before = start; before > 0; start = before) {
        uint32_t c = utf8_before(text, &before);
        if (!char_is_space(c) && !char_is_ignored(c))
            break;
    }
    bool any = start < *at && skip_space(text, start) == *at;
    *at = start;
    return any;
}

/* Back over the letter before *AT, which must be WANTED. */
static bool letter_before(const struct pattern *pattern, const struct pattern_letter *wanted,
                          struct str text, size_t *at)
{
    struct letter found;
    size_t start = *at;
    while (start > 0) {
        uint32_t c = utf8_before(text, &start);
        if (!char_is_ignored(c) && !char_is_mark(c) && c != 0xFF9E && c != 0xFF9F)
            break;
    }
    size_t behind = start;
    if (start == *at || !fold_next(text, &behind, &found) || found.end > *at)
        return false;
    *at = start;
    return same_letter(pattern, wanted, &found);
}

bool pattern_start(const struct pattern *pattern, struct str text, size_t nth, size_t *at)
{
    for (size_t i = pattern->words.at[nth].first; i > 0; i--) {
        const struct pattern_letter *wanted = &pattern->letters.at[i - 1];
        if (wanted->class == LETTER_SPACE ? !space_before(text, at)
                                          : !letter_before(pattern, wanted, text, at))
            return false;
    }
    return pattern->letters.at[0].class != LETTER_WORD || words_bound(text, *at);
}
