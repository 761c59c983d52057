/* SPDX-License-Identifier: ISC */
/* The rarest word of all parts is looked up in the index. Where its neighbours stand beside it, for
 * only then is it worth while to open the article, its part is compared sign by sign, and from
 * there the other parts are looked for, near it, backwards and forwards. */
#include "match.h"

#include "dossier/base/memory.h"
#include "dossier/model/index.h"
#include "dossier/text/chars.h"
#include "dossier/text/exact.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

#define MOST_HITS 256
#define MOST_LEFT_OUT 400 /* words between two parts */
#define MOST_REPLACED 12  /* words that brackets stand for */
#define MOST_LETTERS 12   /* letters that brackets stand for */
#define MOST_BEFORE 12    /* marks before a first word that are looked at */

struct search {
    const struct wanted *wanted;
    size_t part, word; /* where the rarest word is in WANTED */
    uint32_t article;  /* the one in hand */
    struct str text;
    const struct article_word *words;
    size_t word_count;
};

/* Where a part stands. */
struct found {
    struct span span;
    uint32_t first, last; /* words of the article */
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

static bool same_word(const struct wanted_word *wanted, uint64_t key)
{
    return wanted->key == WANTED_ANY || wanted->key == key;
}

/* PART stands so that its first word is the word FIRST of the article. */
static bool at_word(const struct search *search, const struct wanted_part *part, size_t first,
                    struct found *out)
{
    if (first >= search->word_count || search->word_count - first < part->word_count)
        return false;
    for (size_t i = 0; i < part->word_count; i++) {
        if (!same_word(&part->words[i], search->words[first + i].key))
            return false;
    }
    struct str text = search->text;
    size_t start = search->words[first].start;
    out->first = (uint32_t)first;
    out->last = (uint32_t)(first + part->word_count - 1);
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

static bool joint_holds(const struct search *search, enum joint joint, const struct found *left,
                        const struct found *right)
{
    if (left->span.end > right->span.start)
        return false;
    struct str between = str_sub(search->text, left->span.end, right->span.start);
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
static bool follow(const struct search *search, size_t number, const struct found *from,
                   struct found *out)
{
    const struct wanted_part *part = &search->wanted->at[number];
    for (uint32_t i = 0; i <= reach(part->before); i++) {
        if (at_word(search, part, from->last + 1 + i, out) &&
            joint_holds(search, part->before, from, out))
            return true;
    }
    return false;
}

/* The nearest place before TO. */
static bool precede(const struct search *search, size_t number, const struct found *to,
                    struct found *out)
{
    const struct wanted_part *part = &search->wanted->at[number];
    enum joint joint = search->wanted->at[number + 1].before;
    for (uint32_t i = 0; i <= reach(joint); i++) {
        uint32_t back = (uint32_t)part->word_count + i;
        if (to->first >= back && at_word(search, part, to->first - back, out) &&
            joint_holds(search, joint, out, to))
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
static bool complete(const struct search *search, struct found found, struct hit *out)
{
    struct found left = found, right = found;
    enum cut cut = CUT_NONE;
    raise_cut(&cut, &found);
    for (size_t i = search->part; i > 0; i--) {
        struct found next;
        if (!precede(search, i - 1, &left, &next))
            return false;
        raise_cut(&cut, &next);
        left = next;
    }
    for (size_t i = search->part + 1; i < search->wanted->len; i++) {
        struct found next;
        if (!follow(search, i, &right, &next))
            return false;
        raise_cut(&cut, &next);
        right = next;
    }
    *out = (struct hit){
        search->article, {left.span.start, right.span.end}, left.span, right.span, cut};
    return true;
}

/* Finds the rarest word; false where there is a word that no article has. */
static bool choose(const struct corpus *corpus, struct search *search)
{
    size_t least = SIZE_MAX;
    for (size_t p = 0; p < search->wanted->len; p++) {
        const struct wanted_part *part = &search->wanted->at[p];
        for (size_t w = 0; w < part->word_count; w++) {
            if (part->words[w].key == WANTED_ANY)
                continue;
            size_t count = index_count(corpus, part->words[w].folded);
            if (!count)
                return false;
            if (count >= least)
                continue;
            least = count;
            search->part = p;
            search->word = w;
        }
    }
    return least < SIZE_MAX;
}

static bool is_ascii_word(char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* The word before byte AT may be WANTED: of what is not plain ASCII that can't be told backwards.
 */
static bool may_follow(struct str text, size_t at, const struct wanted_word *wanted,
                       struct buf *key)
{
    struct span word;
    while (at > 0 && !((unsigned char)text.at[at - 1] & 0x80) && !is_ascii_word(text.at[at - 1]))
        at--;
    size_t start = at;
    while (start > 0 && is_ascii_word(text.at[start - 1]))
        start--;
    if (start > 0 && (unsigned char)text.at[start - 1] & 0x80)
        return true;
    return start < at && words_next(text, &start, &word, key) &&
           same_word(wanted, word_key(buf_view(key)));
}

/* The words beside the one at SPAN are those of its part: all that follow, and the one before. */
static bool has_neighbours(const struct search *search, struct str text, struct span span,
                           struct buf *key)
{
    const struct wanted_part *part = &search->wanted->at[search->part];
    size_t at = span.start;
    struct span word;
    for (size_t i = search->word; i < part->word_count; i++) {
        if (!words_next(text, &at, &word, key) ||
            !same_word(&part->words[i], word_key(buf_view(key))))
            return false;
    }
    return !search->word || may_follow(text, span.start, &part->words[search->word - 1], key);
}

/* All of the quotation stands so that its rarest word is at PLACE. */
static bool at_place(const struct corpus *corpus, struct search *search, struct place place,
                     struct buf *key, struct hit *out)
{
    const struct corpus_part *its = corpus_part(corpus, place.article);
    struct str text = segment_text(its->segment, place.article - its->first);
    if (!has_neighbours(search, text, place.span, key))
        return false;
    const struct article *article = corpus_article(corpus, place.article);
    search->article = place.article;
    search->text = text;
    search->words = article_words(article, &search->word_count);
    size_t number = article_words_before(article, place.span.start);
    struct found found;
    return number >= search->word &&
           at_word(search, &search->wanted->at[search->part], number - search->word, &found) &&
           complete(search, found, out);
}

/* By path: nearly so they are, but an article that was read anew has a late number. */
static void order_hits(const struct corpus *corpus, struct hits *hits)
{
    for (size_t i = 1; i < hits->len; i++) {
        struct hit hit = hits->at[i];
        struct str path = corpus_path(corpus, hit.article);
        size_t to = i;
        for (; to > 0 && str_cmp(path, corpus_path(corpus, hits->at[to - 1].article)) < 0; to--)
            hits->at[to] = hits->at[to - 1];
        hits->at[to] = hit;
    }
}

void match_find(const struct sources *sources, const struct wanted *wanted, struct arena *arena,
                struct hits *out)
{
    struct search search = {.wanted = wanted};
    if (!choose(sources->corpus, &search))
        return;
    struct arena *scratch = arena_new();
    struct places places = {0};
    struct buf key = {0};
    index_places(sources->corpus, wanted->at[search.part].words[search.word].folded, scratch,
                 &places);
    for (size_t i = 0; i < places.len && out->len < MOST_HITS; i++) {
        struct hit hit;
        if (!sources->excluded[places.at[i].article] &&
            at_place(sources->corpus, &search, places.at[i], &key, &hit))
            *vec_add(arena, out) = hit;
    }
    order_hits(sources->corpus, out);
    buf_free(&key);
    arena_free(scratch);
}
