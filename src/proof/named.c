/* SPDX-License-Identifier: ISC */
/* Paths, addresses and labels are words without a space: those of a draft are looked up among those
 * of the articles. A label alone may be a number like another; it counts only with a paragraph, or
 * where nothing but a source is named. */
#include "named.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/model/pattern.h"
#include "dossier/text/words.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define MOST_TITLES 50000 /* articles whose titles are looked for */
#define LEAST_TITLE 4     /* words of a title that means an article, and nothing else */

struct name {
    struct str text;
    uint32_t article;
    bool label;
};

struct title {
    struct span span; /* in the draft */
    uint32_t article;
};

struct names {
    struct {
        struct name *at;
        size_t len, cap;
    } words;
    struct {
        struct title *at;
        size_t len, cap;
    } titles;
};

static int compare_names(const void *a, const void *b)
{
    return str_cmp(((const struct name *)a)->text, ((const struct name *)b)->text);
}

static int compare_titles(const void *a, const void *b)
{
    const struct title *x = a, *y = b;
    return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

static void add_name(struct arena *arena, struct names *names, struct str text, uint32_t article,
                     bool label)
{
    if (text.len)
        *vec_add(arena, &names->words) = (struct name){text, article, label};
}

/* The path without its ending, as a citation's key: letters, digits and signs between them. */
static struct str key_of(struct arena *arena, struct str path)
{
    struct str base = path_base(path);
    size_t end = path.len;
    for (size_t i = 1; i < base.len; i++) {
        if (base.at[i] == '.')
            end = path.len - base.len + i;
    }
    struct str key = arena_str(arena, str_sub(path, 0, end));
    char *at = (char *)key.at;
    for (size_t i = 0; i < key.len; i++) {
        if ((unsigned char)at[i] < 0x80 && !isalnum((unsigned char)at[i]) && at[i] != '_')
            at[i] = '-';
    }
    return key;
}

static void add_title(struct arena *arena, struct names *names, const struct article *article,
                      uint32_t number, const struct corpus *page)
{
    if (words_count(article->facts.title) < LEAST_TITLE)
        return;
    struct places places = {0};
    const struct pattern *pattern = pattern_make(arena, article->facts.title, false);
    if (pattern)
        pattern_find(pattern, page, arena, &places);
    for (size_t i = 0; i < places.len; i++)
        *vec_add(arena, &names->titles) = (struct title){places.at[i].span, number};
}

struct names *names_new(struct arena *arena, const struct library *library,
                        const struct corpus *page)
{
    struct names *names = arena_one(arena, struct names);
    const struct corpus *corpus = &library->corpus;
    for (size_t i = 0; i < corpus->len; i++) {
        uint32_t number = corpus->by_path[i];
        const struct article *article = corpus_article(corpus, number);
        add_name(arena, names, article->path, number, false);
        add_name(arena, names, key_of(arena, article->path), number, false);
        add_name(arena, names, article->facts.url, number, false);
        if (!str_eq(article->label, article->path))
            add_name(arena, names, article->label, number, true);
        if (corpus->len <= MOST_TITLES)
            add_title(arena, names, article, number, page);
    }
    if (names->words.len)
        qsort(names->words.at, names->words.len, sizeof *names->words.at, compare_names);
    if (names->titles.len)
        qsort(names->titles.at, names->titles.len, sizeof *names->titles.at, compare_titles);
    return names;
}

/* The first of the names that are TEXT; the others follow it. */
static size_t look_up(const struct names *names, struct str text)
{
    size_t low = 0, high = names->words.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(names->words.at[middle].text, text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_around(char c)
{
    return strchr(" \t\r\n()[]<>{}\"'|", c) || c == '\0';
}

/* The next word of TEXT without the brackets and marks around it. */
static bool next_word(struct str text, size_t *at, struct str *out)
{
    while (*at < text.len && is_around(text.at[*at]))
        ++*at;
    size_t start = *at;
    while (*at < text.len && !is_around(text.at[*at]))
        ++*at;
    size_t end = *at;
    while (end > start && strchr(".,;:!?", text.at[end - 1]))
        end--;
    *out = str_sub(text, start, end);
    return start < text.len;
}

/* ¶2 at AT; -1 where there is none. */
static int paragraph_at(struct str text, size_t at)
{
    struct str rest = str_sub(text, at, text.len);
    while (rest.len && (rest.at[0] == ' ' || rest.at[0] == ','))
        rest = str_sub(rest, 1, rest.len);
    if (str_starts(rest, STR("\xC2\xA0")))
        rest = str_sub(rest, 2, rest.len);
    if (!str_starts(rest, STR("¶")))
        return -1;
    int number = 0;
    size_t digit = strlen("¶");
    while (digit < rest.len && rest.at[digit] == ' ')
        digit++;
    if (digit == rest.len || rest.at[digit] < '0' || rest.at[digit] > '9')
        return -1;
    for (; digit < rest.len && rest.at[digit] >= '0' && rest.at[digit] <= '9' && number < 1000000;
         digit++)
        number = number * 10 + (rest.at[digit] - '0');
    return number;
}

static void add(struct arena *arena, struct named_list *out, uint32_t article, int paragraph)
{
    for (size_t i = 0; i < out->len; i++) {
        if (out->at[i].article == article && out->at[i].paragraph == paragraph)
            return;
    }
    *vec_add(arena, out) = (struct named){article, paragraph};
}

/* WORD of TEXT, if it is the name of an article, or of several. SOURCE: TEXT only names a source,
 * so that a label alone is one. */
static void find_word(const struct names *names, struct str text, struct str word, bool source,
                      struct arena *arena, struct named_list *out)
{
    size_t end = (size_t)(word.at - text.at) + word.len;
    bool closed = end < text.len && strchr(")]", text.at[end]);
    bool opened = word.at > text.at && strchr("([", word.at[-1]);
    int paragraph = paragraph_at(text, end);
    if (word.at[0] == '@')
        word = str_sub(word, 1, word.len);
    for (size_t i = look_up(names, word);
         i < names->words.len && str_eq(names->words.at[i].text, word); i++) {
        const struct name *name = &names->words.at[i];
        if (!name->label || source || paragraph >= 0 || (opened && closed))
            add(arena, out, name->article, paragraph);
    }
}

static void find_words(const struct names *names, struct str text, bool source, struct arena *arena,
                       struct named_list *out)
{
    struct str word;
    for (size_t at = 0; next_word(text, &at, &word);) {
        if (word.len)
            find_word(names, text, word, source, arena, out);
    }
}

static void find_titles(const struct names *names, struct span span, struct arena *arena,
                        struct named_list *out)
{
    size_t low = 0, high = names->titles.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (names->titles.at[middle].span.start < span.start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < names->titles.len && names->titles.at[low].span.end <= span.end; low++)
        add(arena, out, names->titles.at[low].article, -1);
}

static void find_in(const struct names *names, const struct draft *draft, struct span span,
                    bool source, struct arena *arena, struct named_list *out)
{
    if (span.start >= span.end)
        return;
    find_words(names, span_of(draft->text, span), source, arena, out);
    find_titles(names, span, arena, out);
}

/* What stands between FROM and TO without being read: links, notes, keys. */
static void find_asides(const struct names *names, const struct draft *draft, uint32_t from,
                        uint32_t to, struct arena *arena, struct named_list *out)
{
    size_t low = 0, high = draft->asides.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (draft->asides.at[middle].at < from)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < draft->asides.len && draft->asides.at[low].at <= to; low++)
        find_words(names, draft->asides.at[low].words, true, arena, out);
}

void names_beside(const struct names *names, const struct draft *draft, const struct quotation *q,
                  struct arena *arena, struct named_list *out)
{
    bool block = q->kind == QUOTATION_BLOCK;
    find_in(names, draft, q->before, false, arena, out);
    find_in(names, draft, q->after, block, arena, out);
    find_asides(names, draft, q->span.start,
                q->span.end > q->after.end ? q->span.end : q->after.end, arena, out);
    if (q->before.end > q->before.start)
        find_asides(names, draft, q->before.start, q->before.end, arena, out);
    if (!out->len && block)
        find_in(names, draft, q->heading, true, arena, out);
}
