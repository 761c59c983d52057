/* SPDX-License-Identifier: ISC */
#include "stock.h"

#include "dossier/text/utf8.h"
#include "stock_table.h"

#define HELD ((size_t)350)    /* bytes of a line that is told by how it begins */
#define CAPTION ((size_t)700) /* bytes of one that is told by how it ends */

/* Without signs and white space at the ends. */
static struct str bare(struct str s)
{
    while (s.len && (unsigned char)s.at[0] < 0x80 && !stock_is_plain((unsigned char)s.at[0]))
        s = str_sub(s, 1, s.len);
    while (s.len && (unsigned char)s.at[s.len - 1] < 0x80 &&
           !stock_is_plain((unsigned char)s.at[s.len - 1]))
        s.len--;
    return s;
}

/* A word of S does not go on at AT. */
static bool ends_word(struct str s, size_t at)
{
    size_t next;
    bool in_number = at > 0 && s.at[at - 1] >= '0' && s.at[at - 1] <= '9'; /* "copyright 20" */
    return at >= s.len || in_number || !stock_is_plain((unsigned char)s.at[at - 1]) ||
           !stock_is_in_word(s, at, &next);
}

/* LINE is folded, from the place on where PHRASE would begin; WHOLE_LINE: nothing of it was cut. */
static bool fits(const struct phrase *phrase, struct str line, bool whole_line)
{
    switch (phrase->where) {
    case WHOLE:
        return whole_line && str_eq(bare(line), bare(phrase->text));
    case BEGINS:
    case LATER:
    case NAMES:
        return str_starts(line, phrase->text) && ends_word(line, phrase->text.len);
    case ENDS:
        return whole_line && str_ends(line, phrase->text);
    default:
        return false;
    }
}

/* The first phrase from PHRASE on that fits LINE, one of WANTED (bits of where). */
static const struct phrase *first_fitting(const struct phrase *phrase, struct str line,
                                          bool whole_line, unsigned wanted)
{
    for (; phrase; phrase = stock_next(phrase)) {
        if (wanted & 1u << phrase->where && fits(phrase, line, whole_line))
            return phrase;
    }
    return NULL;
}

/* "34 comments": the word behind a number. */
static enum part_kind kind_by_count(struct str line, size_t digits)
{
    struct folded folded;
    size_t start;
    struct str word = stock_first_word(str_sub(line, digits, line.len), &start);
    if (start > 2)
        return PART_TEXT;
    struct str small = stock_small(word, &folded);
    for (const struct phrase *phrase = stock_first(word); phrase; phrase = stock_next(phrase)) {
        if (phrase->where == COUNTS && str_eq(phrase->text, small))
            return phrase->kind;
    }
    return PART_TEXT;
}

/* A phrase that the line begins with, or is; NULL: none. *START: where its first word is. */
static const struct phrase *by_first_word(struct str line, struct str word, size_t start,
                                          unsigned wanted)
{
    struct folded folded;
    const struct phrase *first =
        start <= 8 && stock_may_find(word, wanted) ? stock_first(word) : NULL;
    if (!first)
        return NULL;
    bool whole_line = line.len <= STOCK_LONGEST;
    struct str head = whole_line ? line : str_sub(line, 0, utf8_start(line, STOCK_LONGEST));
    const struct phrase *phrase =
        first_fitting(first, stock_fold(head, &folded), whole_line, wanted);
    if (phrase || !start)
        return phrase;
    return first_fitting(first, stock_fold(str_sub(head, start, head.len), &folded), whole_line,
                         wanted);
}

static const struct phrase *by_last_word(struct str line)
{
    struct folded folded;
    struct str last = stock_last_word(line);
    const struct phrase *first = stock_may_find(last, 1u << ENDS) ? stock_first(last) : NULL;
    if (!first)
        return NULL;
    size_t from = line.len > STOCK_LONGEST ? utf8_start(line, line.len - STOCK_LONGEST) : 0;
    return first_fitting(first, stock_fold(str_sub(line, from, line.len), &folded), true,
                         1u << ENDS);
}

/* A phrase that stands anywhere in LINE. */
static const struct phrase *by_holding(struct str line)
{
    struct folded folded;
    struct str small = STR("");
    for (size_t at = 0, start; at < line.len;) {
        struct str word = stock_first_word(str_sub(line, at, line.len), &start);
        at += start + word.len;
        if (!stock_may_find(word, 1u << HOLDS))
            continue;
        for (const struct phrase *phrase = stock_first(word); phrase; phrase = stock_next(phrase)) {
            if (phrase->where != HOLDS)
                continue;
            if (!small.len)
                small = stock_fold(line, &folded);
            if (str_find(small, phrase->text, 0) >= 0)
                return phrase;
        }
    }
    return NULL;
}

/* A phrase that a line which is no sentence ends with, or has near its end. */
static const struct phrase *by_end(struct str line)
{
    size_t from = line.len > STOCK_LONGEST ? utf8_start(line, line.len - STOCK_LONGEST) : 0;
    const struct phrase *phrase = by_last_word(line);
    return phrase ? phrase : by_holding(str_sub(line, from, line.len));
}

enum part_kind stock_kind(struct str line, bool sentence)
{
    stock_read();
    size_t start;
    struct str word = stock_first_word(line, &start);
    const struct phrase *phrase = NULL;
    if (word.len && word.at[0] >= '0' && word.at[0] <= '9' && line.len < STOCK_LONGEST) {
        enum part_kind kind = kind_by_count(line, start + word.len);
        if (kind)
            return kind;
    }
    if (line.len <= HELD)
        phrase = by_first_word(line, word, start, 1u << WHOLE | 1u << BEGINS | 1u << LATER);
    if (!phrase && !sentence && line.len <= CAPTION)
        phrase = by_end(line);
    return phrase ? phrase->kind : PART_TEXT;
}

const struct phrase *stock_label(struct str line, unsigned wanted)
{
    size_t start;
    struct str word = stock_first_word(line, &start);
    stock_read();
    return by_first_word(line, word, start, wanted);
}

bool stock_date(struct str line, size_t *behind)
{
    size_t start;
    const struct phrase *phrase = stock_label(line, 1u << WHOLE | 1u << BEGINS);
    stock_first_word(line, &start);
    *behind = phrase ? start + phrase->text.len : 0;
    return phrase && phrase->kind == PART_DATE;
}
