/* SPDX-License-Identifier: ISC */
#include "title.h"

#include "dossier/base/memory.h"

#define ABOVE 14       /* lines above the run that are looked at */
#define LEAST_BYTES 18 /* of a line that may be a headline or a standfirst */
#define MOST_BYTES 600
#define MANY_ODD 12     /* short lines of a page, by a headline that is its title too */
#define LONGEST_NAME 40 /* bytes of an outlet's name */

/* A line that could be a headline: a few words at least, and of no kind. */
static bool may_be_title(const struct page *page, size_t line)
{
    const struct page_line *at = &page->at[line];
    struct str text = page_text(page, line);
    return !at->kind && text.len >= LEAST_BYTES && text.len <= MOST_BYTES &&
           str_find(text, STR(" "), 0) > 0 && str_find(text, STR("\n"), 0) < 0;
}

/* What stands behind the last sign in S that parts the names of sections and outlets; S itself
 * where there is none. */
static struct str behind_signs(struct str s)
{
    static const char *const signs[] = {" - ", " | ", " – ", " — ", " :: ", " » ", " · "};
    for (size_t i = 0; i < COUNT(signs); i++) {
        struct str sign = str_of(signs[i]);
        for (ptrdiff_t at; (at = str_find(s, sign, 0)) >= 0;)
            s = str_sub(s, (size_t)at + sign.len, s.len);
    }
    return s;
}

/* The first line of a saved page is its title, with the outlet behind a sign that parts them.
 * Where LINE begins it, *SOURCE is what stands behind. */
static bool begins_first_line(const struct page *page, struct str line, struct str *source)
{
    struct str first = page_text(page, 0);
    if (first.len > MOST_BYTES || !str_starts(first, line))
        return false;
    struct str rest = str_sub(first, line.len, first.len);
    struct str name = behind_signs(rest);
    bool parted = name.at > rest.at && rest.len && rest.at[0] == ' ';
    if (parted && name.len <= LONGEST_NAME)
        *source = str_trim(name);
    return !rest.len || parted;
}

/* The line above the run that is the page's title; the run's first line where there is none. */
static size_t by_first_line(const struct page *page, struct str *source)
{
    for (size_t i = page->first; i-- > 1;) {
        if (may_be_title(page, i) && begins_first_line(page, page_text(page, i), source))
            return i;
    }
    return page->first;
}

bool title_leads(struct page *page)
{
    struct str source = STR("");
    bool seen = false;
    for (size_t i = 1; i < page->len && page->odd >= MANY_ODD; i++) {
        if (!may_be_title(page, i) || !begins_first_line(page, page_text(page, i), &source) ||
            (!source.len && !page->is_web))
            continue;
        seen = true;
        if (page_take_run(page, i + 1))
            break;
    }
    return seen;
}

static bool is_dated(enum part_kind kind)
{
    return kind == PART_BYLINE || kind == PART_DATE;
}

/* The next line above LINE that may be a headline, at most DISTANCE up; LINE itself where there is
 * none. *DATED: a byline or date line stands between. */
static size_t next_above(const struct page *page, size_t line, size_t distance, bool *dated)
{
    *dated = false;
    for (size_t i = line; i-- > 0 && line - i <= distance;) {
        if (may_be_title(page, i))
            return i;
        *dated |= is_dated(page->at[i].kind);
    }
    return line;
}

/* The nearest line above the run that may be one; the one above a byline or date line where those
 * part two; the upper of two that stand together, the lower being the standfirst. */
static size_t by_place(const struct page *page)
{
    bool dated, parted;
    size_t near = next_above(page, page->first, ABOVE, &dated);
    if (near == page->first)
        return near;
    size_t upper = next_above(page, near, 5, &parted);
    bool beside = upper + 1 == near && !page->at[upper].prose;
    return upper != near && (parted || beside) ? upper : near;
}

/* A year in digits: the line tells when, or of what time other stories are. */
static bool has_year(struct str line)
{
    size_t digits = 0;
    for (size_t i = 0; i < line.len; i++) {
        digits = line.at[i] >= '0' && line.at[i] <= '9' ? digits + 1 : 0;
        if (digits == 4)
            return true;
    }
    return false;
}

/* The standfirst directly below the headline, and what leads up to the run, a heading of it. */
static void keep_below(struct page *page, size_t line)
{
    size_t below = line + 1, above = page->first - 1;
    if (below < page->first && may_be_title(page, below) && !has_year(page_text(page, below)))
        page->at[below].kept = true;
    if (above > line && may_be_title(page, above) && !has_year(page_text(page, above)))
        page->at[above].kept = true;
}

/* Below a headline that is sure, the article begins with the first sentence. */
static void keep_from_sentence(struct page *page, size_t line)
{
    bool begun = false;
    for (size_t i = line + 1; i < page->first; i++) {
        begun |= page->at[i].sentence && !page->at[i].kind;
        page->at[i].kept |= begun && !page->at[i].kind;
    }
}

struct str title_find(struct page *page, struct str *source)
{
    *source = STR("");
    if (!page->first)
        return STR("");
    size_t line = by_first_line(page, source);
    bool sure = line < page->first;
    if (!sure)
        line = by_place(page);
    if (line == page->first)
        return STR("");
    if (sure)
        keep_from_sentence(page, line);
    page->at[line].kept = true;
    keep_below(page, line);
    return page_text(page, line);
}
