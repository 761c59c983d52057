/* SPDX-License-Identifier: ISC */
/* A pattern is the folded letters of a name, each with the demand for a capital, and between them
 * spaces, dashes and signs. Where it may stand is read from the index: a place of its rarest word
 * whose neighbours are its other words. Only there the text is looked at, for capitals and for what
 * stands between the words. */
#include "dossier/model/pattern.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/fold.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

#include <stdlib.h>
#include <string.h>

struct pattern {
    struct {
        struct letter *at; /* a run of spaces is one letter */
        size_t len, cap;
    } letters;
    size_t before_words; /* letters before the first word */
    struct {
        struct str *at; /* folded keys */
        size_t len, cap;
    } words;
    bool prefix;
};

static void read_letters(struct arena *arena, struct pattern *pattern, struct str text)
{
    struct letter letter;
    size_t at = 0;
    bool in_words = false;
    while (fold_next(text, &at, &letter)) {
        size_t len = pattern->letters.len;
        bool after_space = len && pattern->letters.at[len - 1].class == LETTER_SPACE;
        if (letter.class == LETTER_SPACE && (after_space || !len))
            continue;
        *vec_add(arena, &pattern->letters) = letter;
        in_words = in_words || letter.class == LETTER_WORD;
        if (!in_words)
            pattern->before_words++;
    }
    size_t len = pattern->letters.len;
    if (len && pattern->letters.at[len - 1].class == LETTER_SPACE)
        pattern->letters.len--;
}

struct pattern *pattern_make(struct arena *arena, struct str text, bool prefix)
{
    struct pattern *pattern = arena_one(arena, struct pattern);
    struct buf key = {0};
    struct span word;
    size_t at = 0;
    while (words_next(text, &at, &word, &key))
        *vec_add(arena, &pattern->words) = arena_str(arena, buf_view(&key));
    buf_free(&key);
    if (!pattern->words.len)
        return NULL;
    read_letters(arena, pattern, text);
    pattern->prefix = prefix && pattern->letters.at[pattern->letters.len - 1].class == LETTER_WORD;
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

static bool same_letter(const struct letter *wanted, const struct letter *found)
{
    return wanted->class == found->class && wanted->count == found->count &&
           (found->capital || !wanted->capital) &&
           !memcmp(wanted->folded, found->folded, wanted->count * sizeof *wanted->folded);
}

static bool ends_well(const struct pattern *pattern, struct str text, size_t end)
{
    const struct letter *last = &pattern->letters.at[pattern->letters.len - 1];
    return last->class != LETTER_WORD || char_is_hangul(last->first) || words_bound(text, end);
}

/* The end of the match of PATTERN that begins at byte START of TEXT; 0 if there is none. */
static uint32_t match(const struct pattern *pattern, struct str text, uint32_t start)
{
    if (pattern->letters.at[0].class == LETTER_WORD && !words_bound(text, start))
        return 0;
    size_t at = start, end = start;
    for (size_t i = 0; i < pattern->letters.len; i++) {
        const struct letter *wanted = &pattern->letters.at[i];
        if (wanted->class == LETTER_SPACE) {
            size_t behind = skip_space(text, at);
            if (behind == at)
                return 0;
            at = behind;
            continue;
        }
        struct letter found;
        if (!fold_next(text, &at, &found) || !same_letter(wanted, &found))
            return 0;
        end = found.end;
    }
    if (pattern->prefix)
        return words_around(text, utf8_start(text, end - 1)).end;
    return ends_well(pattern, text, end) ? (uint32_t)end : 0;
}

/* Where the pattern would begin if its first word begins at AT: before it may stand signs and
 * spaces. */
static size_t begin_before(const struct pattern *pattern, struct str text, size_t at)
{
    for (size_t i = pattern->before_words; i > 0; i--) {
        bool space = pattern->letters.at[i - 1].class == LETTER_SPACE;
        while (at > 0) {
            size_t before = at;
            uint32_t c = utf8_before(text, &before);
            if (space && !char_is_space(c) && !char_is_ignored(c))
                break;
            at = before;
            if (!space && !char_is_ignored(c))
                break;
        }
    }
    return at;
}

/* The words of the pattern as the index numbers them. */
struct lookup {
    const struct pattern *pattern;
    const struct corpus *corpus;
    uint32_t *words;
    size_t known; /* words that must be equal: all, but for the last of a prefix */
    struct arena *arena;
    struct places *out;
};

static void try_token(const struct lookup *lookup, uint32_t token, size_t offset)
{
    const struct index *index = lookup->corpus->index;
    uint32_t article = index_token_article(index, token);
    if (token - index_first(index, article) < offset)
        return;
    uint32_t first = token - (uint32_t)offset;
    uint32_t end = index_first(index, article + 1);
    if (end - first < lookup->pattern->words.len)
        return;
    for (size_t i = 0; i < lookup->known; i++) {
        if (index_token_word(index, first + (uint32_t)i) != lookup->words[i])
            return;
    }
    struct str text = corpus_article(lookup->corpus, article)->text;
    uint32_t start = (uint32_t)begin_before(lookup->pattern, text, index_token_start(index, first));
    uint32_t stop = match(lookup->pattern, text, start);
    if (stop)
        *vec_add(lookup->arena, lookup->out) = (struct place){article, {start, stop}};
}

static void try_word(const struct lookup *lookup, uint32_t word, size_t offset)
{
    size_t count;
    const uint32_t *tokens = index_places(lookup->corpus->index, word, &count);
    for (size_t i = 0; i < count; i++)
        try_token(lookup, tokens[i], offset);
}

static int by_place(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

/* A prefix alone: every word that begins so. */
static void find_prefix(const struct lookup *lookup)
{
    const struct index *index = lookup->corpus->index;
    struct str prefix = lookup->pattern->words.at[0];
    size_t from = lookup->out->len;
    for (uint32_t word = 0; word < index_words(index); word++) {
        if (str_starts(index_key(index, word), prefix))
            try_word(lookup, word, 0);
    }
    if (lookup->out->len > from)
        qsort(lookup->out->at + from, lookup->out->len - from, sizeof *lookup->out->at, by_place);
}

void pattern_find(const struct pattern *pattern, const struct corpus *corpus, struct arena *arena,
                  struct places *out)
{
    struct lookup lookup = {.pattern = pattern, .corpus = corpus, .arena = arena, .out = out};
    size_t rarest = 0, least = SIZE_MAX;
    lookup.words = memory_get(pattern->words.len * sizeof *lookup.words);
    lookup.known = pattern->words.len - (pattern->prefix ? 1 : 0);
    bool possible = true;
    for (size_t i = 0; i < lookup.known && possible; i++) {
        size_t count = 0;
        lookup.words[i] = index_word(corpus->index, pattern->words.at[i]);
        possible = lookup.words[i] != WORD_NONE;
        if (possible)
            index_places(corpus->index, lookup.words[i], &count);
        if (count < least) {
            rarest = i;
            least = count;
        }
    }
    if (possible && lookup.known)
        try_word(&lookup, lookup.words[rarest], rarest);
    else if (possible)
        find_prefix(&lookup);
    free(lookup.words);
}
