/* SPDX-License-Identifier: ISC */
#include "byline.h"

#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "stock.h"
#include "stock_table.h"

#define MOST_SMALL 4 /* words without a capital behind the names of a byline */

/* Words that stand in names without a capital. */
static bool is_particle(struct str word)
{
    for (const struct phrase *at = stock_first(word); at; at = stock_next(at)) {
        if (at->where == JOINS)
            return true;
    }
    return false;
}

static bool has_capital(struct str word)
{
    size_t at = 0;
    return word.len && char_is_capital(utf8_next(word, &at));
}

/* The end of the names at the beginning of S: words with capitals and particles up to a sign that
 * parts them from what follows; 0 where these are no names. */
static size_t names_end(struct str s)
{
    size_t at = 0, end = 0;
    int words = 0, capitals = 0;
    bool named = false; /* the last word is no "and" or "von" */
    while (at < s.len) {
        size_t start = at;
        while (at < s.len && s.at[at] != ' ' && s.at[at] != ',' && s.at[at] != '|')
            at++;
        struct str word = str_sub(s, start, at);
        if (!has_capital(word) && !is_particle(word))
            break;
        words++;
        named = has_capital(word);
        capitals += named;
        end = at;
        if (at < s.len && s.at[at] != ' ')
            break;
        at++;
    }
    bool parted =
        end >= s.len || !stock_is_plain((unsigned char)s.at[end < s.len - 1 ? end + 1 : end]);
    return capitals >= 2 && words <= 8 && parted && named ? end : 0;
}

/* Behind the names stands an office or an outlet; what goes on in more small words is a sentence:
 * "By Jane Doe, chief political correspondent", not "By Jane Doe, who was there when …". */
static bool goes_on(struct str rest)
{
    int small = 0;
    for (struct str word; str_split(&rest, ' ', &word);)
        small += word.len && !has_capital(word) && stock_is_plain((unsigned char)word.at[0]);
    return small > MOST_SMALL;
}

bool byline_read(struct str line, struct str *names)
{
    size_t start;
    if (line.len > STOCK_LONGEST || !stock_first_word(line, &start).len || start)
        return false;
    const struct phrase *phrase = stock_label(line, 1u << NAMES);
    if (!phrase)
        return false;
    struct str rest = line;
    for (struct str left = phrase->text, piece; str_split(&left, ' ', &piece);) {
        ptrdiff_t space = str_find(rest, STR(" "), 0);
        rest = space < 0 ? STR("") : str_trim(str_sub(rest, (size_t)space, rest.len));
    }
    size_t end = names_end(rest);
    *names = str_trim(str_sub(rest, 0, end));
    return names->len > 0 && line.at[line.len - 1] != '.' && !goes_on(str_sub(rest, end, rest.len));
}
