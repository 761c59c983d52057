/* SPDX-License-Identifier: ISC */
/* The rarest word of all parts is looked up in the index. At each of its places its part is
 * compared sign by sign, and from there the other parts are looked for, near it, backwards and
 * forwards. */
#include "match.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/exact.h"
#include "dossier/text/utf8.h"

#define MOST_HITS 256
#define MOST_LEFT_OUT 400 /* words between two parts */
#define MOST_REPLACED 12  /* words that brackets stand for */
#define MOST_LETTERS 12   /* letters that brackets stand for */
#define MOST_BEFORE 12    /* marks before a first word that are looked at */

struct search {
    const struct sources *sources;
    const struct index *index;
    const struct wanted *wanted;
    size_t part, word; /* where the rarest word is in WANTED */
};

/* Where a part stands. */
struct found {
    struct span span;
    uint32_t first, last; /* tokens */
    enum cut begin, end;
};

static bool begins_paragraph(struct str text, size_t at)
{
    while (at > 0) {
        uint32_t c = utf8_before(text, &at);
        if (c == '\n' || c == 0x2029)
            return true;
        if (!char_is_space(c) && !char_is_ignored(c))
            return false;
    }
    return true;
}

static bool same(const struct wanted_sign *wanted, uint32_t code)
{
    return wanted->code == code || (wanted->any_case && exact_same_letter(wanted->code, code));
}

static bool is_wanted_quote(const struct wanted_sign *signs, size_t at, size_t count)
{
    return at < count && !signs[at].letters && signs[at].code == EXACT_QUOTE;
}

static bool run(const struct wanted_sign *signs, size_t count, struct exact walk, size_t *end);

/* Letters in brackets: as few as fit. */
static bool run_letters(const struct wanted_sign *signs, size_t count, struct exact walk,
                        size_t *end)
{
    for (int i = 0; i <= MOST_LETTERS; i++) {
        struct exact_sign sign;
        if (run(signs + 1, count - 1, walk, end))
            return true;
        do {
            if (!exact_next(&walk, &sign) || !char_is_word(sign.code))
                return false;
        } while (!sign.last);
        *end = sign.end;
    }
    return false;
}

/* The SIGNS stand where WALK is; *END is behind them. A quotation mark that begins a paragraph of
 * the article, for the quotation runs on over it, may lack. */
static bool run(const struct wanted_sign *signs, size_t count, struct exact walk, size_t *end)
{
    struct exact_sign sign = {.last = true};
    for (size_t i = 0; i < count; i++) {
        if (signs[i].letters)
            return sign.last && run_letters(signs + i, count - i, walk, end);
        struct exact before = walk;
        do {
            if (!exact_next(&walk, &sign))
                return false;
        } while (sign.code == EXACT_QUOTE && !is_wanted_quote(signs, i, count) &&
                 begins_paragraph(walk.text, sign.start));
        if (signs[i].may_lack && sign.code != EXACT_QUOTE) {
            walk = before;
            continue;
        }
        if (!same(&signs[i], sign.code))
            return false;
        *end = sign.end;
    }
    return sign.last;
}

static bool at_start(const struct wanted_part *part, struct str text, size_t start,
                     struct found *out)
{
    size_t end = start;
    if (!run(part->signs, part->count, exact_walk(text, start), &end))
        return false;
    out->begin = out->end = CUT_NONE;
    if (!part->signs[0].letters && !edges_begin(text, start, &out->begin))
        return false;
    out->span = (struct span){(uint32_t)start, (uint32_t)end};
    return edges_end(text, end, &out->end);
}

/* PART stands so that its first word is the token FIRST of ARTICLE. */
static bool at_token(const struct search *search, const struct wanted_part *part, uint32_t article,
                     uint32_t first, struct found *out)
{
    const struct index *index = search->index;
    uint32_t end = index_first(index, article + 1);
    if (first < index_first(index, article) || first >= end || end - first < part->word_count)
        return false;
    for (size_t i = 0; i < part->word_count; i++) {
        if (part->words[i] != WANTED_ANY &&
            part->words[i] != index_token_word(index, first + (uint32_t)i))
            return false;
    }
    struct str text = corpus_article(search->sources->corpus, article)->text;
    size_t start = index_token_start(index, first);
    out->first = first;
    out->last = first + (uint32_t)part->word_count - 1;
    if (!part->lead)
        return at_start(part, text, start, out);
    for (int i = 0; i < MOST_BEFORE && start > 0; i++) {
        if (at_start(part, text, start, out))
            return true;
        if (char_is_word(utf8_before(text, &start)))
            return false;
    }
    return at_start(part, text, start, out);
}

/* Between two parts stand whole words and nothing else. */
static bool is_words(struct str between)
{
    between = str_trim(between);
    if (!between.len)
        return true;
    size_t first = 0, last = between.len;
    uint32_t a = utf8_next(between, &first), z = utf8_before(between, &last);
    return (char_is_word(a) || a == '[') && (char_is_word(z) || z == ']');
}

static bool joint_holds(const struct search *search, uint32_t article, enum joint joint,
                        const struct found *left, const struct found *right)
{
    if (left->span.end > right->span.start)
        return false;
    struct str text = corpus_article(search->sources->corpus, article)->text;
    struct str between = str_sub(text, left->span.end, right->span.start);
    if (joint != JOINT_LEFT_OUT)
        return is_words(between);
    if (right->first > left->last + 1)
        return true;
    for (size_t at = 0; at < between.len; at++) {
        if (wanted_left_out(between, at))
            return true;
    }
    return false;
}

static uint32_t reach(enum joint joint)
{
    return joint == JOINT_LEFT_OUT ? MOST_LEFT_OUT : joint == JOINT_WORDS ? MOST_REPLACED : 0;
}

/* The nearest place behind FROM where part NUMBER stands. */
static bool follow(const struct search *search, uint32_t article, size_t number,
                   const struct found *from, struct found *out)
{
    const struct wanted_part *part = &search->wanted->at[number];
    for (uint32_t i = 0; i <= reach(part->before); i++) {
        if (at_token(search, part, article, from->last + 1 + i, out) &&
            joint_holds(search, article, part->before, from, out))
            return true;
    }
    return false;
}

/* The nearest place before TO. */
static bool precede(const struct search *search, uint32_t article, size_t number,
                    const struct found *to, struct found *out)
{
    const struct wanted_part *part = &search->wanted->at[number];
    enum joint joint = search->wanted->at[number + 1].before;
    for (uint32_t i = 0; i <= reach(joint); i++) {
        uint32_t back = (uint32_t)part->word_count + i;
        if (to->first >= back && at_token(search, part, article, to->first - back, out) &&
            joint_holds(search, article, joint, out, to))
            return true;
    }
    return false;
}

static void raise_cut(enum cut *cut, const struct found *found)
{
    if (*cut < found->begin)
        *cut = found->begin;
    if (*cut < found->end)
        *cut = found->end;
}

/* All parts stand around the one that FOUND is. */
static bool complete(const struct search *search, uint32_t article, struct found found,
                     struct hit *out)
{
    struct found left = found, right = found;
    enum cut cut = CUT_NONE;
    raise_cut(&cut, &found);
    for (size_t i = search->part; i > 0; i--) {
        struct found next;
        if (!precede(search, article, i - 1, &left, &next))
            return false;
        raise_cut(&cut, &next);
        left = next;
    }
    for (size_t i = search->part + 1; i < search->wanted->len; i++) {
        struct found next;
        if (!follow(search, article, i, &right, &next))
            return false;
        raise_cut(&cut, &next);
        right = next;
    }
    *out = (struct hit){article, {left.span.start, right.span.end}, left.span, right.span, cut};
    return true;
}

/* Finds the rarest word; false where there is a word that no article has. */
static bool choose(struct search *search)
{
    size_t least = SIZE_MAX;
    for (size_t p = 0; p < search->wanted->len; p++) {
        const struct wanted_part *part = &search->wanted->at[p];
        for (size_t w = 0; w < part->word_count; w++) {
            size_t count;
            if (part->words[w] == WANTED_ANY)
                continue;
            if (part->words[w] == WORD_NONE)
                return false;
            index_places(search->index, part->words[w], &count);
            if (count >= least)
                continue;
            least = count;
            search->part = p;
            search->word = w;
        }
    }
    return least < SIZE_MAX;
}

void match_find(const struct sources *sources, const struct wanted *wanted, struct arena *arena,
                struct hits *out)
{
    struct search search = {sources, sources->corpus->index, wanted, 0, 0};
    if (!choose(&search))
        return;
    size_t count;
    const struct wanted_part *part = &wanted->at[search.part];
    const uint32_t *tokens = index_places(search.index, part->words[search.word], &count);
    for (size_t i = 0; i < count && out->len < MOST_HITS; i++) {
        uint32_t article = index_token_article(search.index, tokens[i]);
        struct found found;
        struct hit hit;
        if (!sources->excluded[article] && tokens[i] >= search.word &&
            at_token(&search, part, article, tokens[i] - (uint32_t)search.word, &found) &&
            complete(&search, article, found, &hit))
            *vec_add(arena, out) = hit;
    }
}
