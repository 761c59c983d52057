/* SPDX-License-Identifier: ISC */
/* The article of a page is the run of lines whose weights add up to most: lines of prose count for
 * it by their length, short ones and stock phrases against it. After Kohlschütter, Fankhauser and
 * Nejdl, "Boilerplate Detection using Shallow Text Features" (WSDM 2010), for what tells prose
 * (length, full stops), Pomikálek, "Removing Boilerplate and Duplicate Content from Web Corpora"
 * (2011), for what stands between, and Pasternack and Roth, "Extracting Article Text from the Web
 * with Maximum Subsequence Segmentation" (WWW 2009), for the run. */
#include "page.h"

#include "byline.h"
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/paragraphs.h"
#include "dossier/text/utf8.h"
#include "stock.h"

#include <string.h>

#define WORD 6         /* characters of a word with the space behind it */
#define SENTENCE 60    /* from so many tenths of words on a sentence is prose */
#define BESIDE 50      /* what a sentence must have more than */
#define LONG 250       /* a line of so many is prose without a full stop, if it has commas */
#define SHORT 100      /* and one of less is a label */
#define INNER 20       /* words for each sign inside it */
#define CAPITALS 40    /* bytes of a line in capitals that is no heading */
#define REPEATED 40    /* tenths of words of a line that is not repeated by chance */
#define BELOW 40       /* lines below a headline in which the article begins */
#define LEAST 500      /* what an article weighs at least */
#define LOST 2500      /* lines that weigh so much against it end one */
#define SETTLED 1000   /* a run of so much is an article, and what ends one ends it */
#define EITHER_SIDE 10 /* short lines before and after the run, as pages have them */
#define MANY 60        /* so many are a page's even where no phrase is known */
#define ENOUGH 3       /* stock phrases outside the run that make a page by themselves */

static const int against[] = {
    [PART_TEXT] = -90,    [PART_NAVIGATION] = -90, [PART_TEASER] = -250, [PART_AFTER] = -400,
    [PART_ADVERT] = -90,  [PART_CREDIT] = -90,     [PART_BYLINE] = -90,  [PART_DATE] = -90,
    [PART_UPDATE] = -400, [PART_END] = -400};

struct str page_text(const struct page *page, size_t line)
{
    return span_of(page->seeing->text, page->at[line].span);
}

static bool is_ascii(struct str s)
{
    uint64_t high = 0, eight;
    size_t i = 0;
    for (; i + sizeof eight <= s.len; i += sizeof eight) {
        memcpy(&eight, s.at + i, sizeof eight);
        high |= eight;
    }
    for (; i < s.len; i++)
        high |= (unsigned char)s.at[i];
    return !(high & 0x8080808080808080u);
}

/* Characters, by the first bytes; a letter of a script without spaces counts as two and a half. */
static size_t characters(struct str line)
{
    size_t most = line.len < 64 ? line.len : 64, behind = 0, wide = 0;
    if (is_ascii(str_sub(line, 0, most)))
        return line.len;
    for (size_t i = 0; i < most; i++) {
        unsigned char c = (unsigned char)line.at[i];
        behind += (c & 0xC0) == 0x80;
        wide += c >= 0xE3 && c <= 0xED;
    }
    return most ? line.len * (2 * most - 2 * behind + 3 * wide) / (2 * most) : 0;
}

static bool is_end(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
           c == 0xFF1F || c == 0x964;
}

static bool ends_sentence(struct str line)
{
    for (size_t at = line.len; at > 0;) {
        uint32_t c = utf8_before(line, &at);
        if (!char_is_quote(c) && c != ')' && c != ']' && c != '*')
            return is_end(c);
    }
    return false;
}

/* Teasers are: "The mayor said that …". */
static bool is_cut_off(struct str line)
{
    return str_ends(line, STR("...")) || str_ends(line, STR("…"));
}

/* Signs that part clauses or sentences, a space or no ASCII behind them. */
static size_t inner_signs(struct str line)
{
    size_t count = 0;
    for (size_t i = 0; i + 1 < line.len; i++) {
        unsigned char c = (unsigned char)line.at[i], next = (unsigned char)line.at[i + 1];
        bool sign = c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?';
        count += (sign && (next <= ' ' || next == '"' || next >= 0x80)) ||
                 (c == 0xE3 && next == 0x80); /* 、 and 。 */
    }
    return count;
}

static bool is_in_capitals(struct str line)
{
    size_t capitals = 0;
    for (size_t i = 0; i < line.len; i++) {
        if ((line.at[i] >= 'a' && line.at[i] <= 'z') || (unsigned char)line.at[i] >= 0xC3)
            return false;
        capitals += line.at[i] >= 'A' && line.at[i] <= 'Z';
    }
    return line.len > CAPITALS && capitals > line.len / 2;
}

static bool is_prose(const struct page_line *line, struct str text)
{
    if (line->sentence)
        return true;
    return line->words >= LONG && !is_cut_off(text) &&
           inner_signs(text) * INNER * 10 >= (size_t)line->words;
}

static enum part_kind kind_of(struct page_line *line, struct str text)
{
    enum part_kind kind = stock_kind(text, line->sentence);
    bool long_sentence = line->sentence && line->words > LONG;
    if (long_sentence && (kind == PART_NAVIGATION || kind == PART_TEASER))
        return PART_TEXT; /* by chance it begins like a link */
    if (line->sentence && kind == PART_DATE)
        return PART_TEXT; /* "Published in 1925, …" */
    if (kind || line->prose)
        return kind;
    if (byline_read(text, &line->names))
        return PART_BYLINE;
    return is_in_capitals(text) ? PART_TEASER : PART_TEXT;
}

static int weight_of(const struct page_line *line)
{
    int words = line->words;
    if (line->kind && words >= 2 * SENTENCE && against[line->kind] == -90)
        return -40; /* a caption may be long */
    if (line->kind)
        return against[line->kind];
    if (line->sentence)
        return words - BESIDE;
    return line->prose ? words * 6 / 10 - SENTENCE : words < SHORT ? -90 : -100;
}

static void weigh(struct page *page, struct page_line *line)
{
    struct str text = span_of(page->seeing->text, line->span);
    size_t words = characters(text) * 10 / WORD;
    line->words = words < 100000 ? (int)words : 100000;
    line->sentence = line->words >= SENTENCE && ends_sentence(text) && !is_cut_off(text);
    line->prose = is_prose(line, text);
    line->kind = kind_of(line, text);
    line->weight = weight_of(line);
    line->kept = true;
    page->stock += line->kind != PART_TEXT;
    page->odd += !line->prose;
}

void page_read(const struct seeing *seeing, struct arena *arena, struct page *out)
{
    struct spans spans = {0};
    struct str text = str_sub(seeing->text, seeing->from, seeing->text.len);
    uint32_t shift = (uint32_t)(seeing->text.len - text.len);
    paragraphs_find(arena, text, &spans);
    *out = (struct page){.seeing = seeing, .stopped = spans.len};
    out->at = arena_many(arena, struct page_line, spans.len + 1);
    out->len = spans.len;
    for (size_t i = 0; i < spans.len; i++) {
        out->at[i].span = (struct span){spans.at[i].start + shift, spans.at[i].end + shift};
        weigh(out, &out->at[i]);
    }
}

static bool ends_article(enum part_kind kind)
{
    return kind == PART_AFTER || kind == PART_UPDATE || kind == PART_END;
}

/* Stock phrases and short lines from line A up to B. */
static void count_outside(const struct page *page, size_t a, size_t b, size_t *stock, size_t *odd)
{
    *odd = 0;
    for (size_t i = a; i < b; i++) {
        enum part_kind kind = page->at[i].kind;
        *stock += kind == PART_NAVIGATION || kind == PART_TEASER || kind == PART_AFTER ||
                  kind == PART_ADVERT;
        *odd += !page->at[i].prose;
    }
}

void page_find_run(struct page *page)
{
    long sum = 0, most = 0;
    size_t begin = 0, stock = 0, before, after;
    for (size_t i = 0; i < page->len; i++) {
        const struct page_line *line = &page->at[i];
        if (sum <= 0) {
            sum = 0;
            begin = i;
        }
        if (ends_article(line->kind) && most > SETTLED && sum * 2 >= most) {
            page->stopped = i;
            break;
        }
        sum += line->weight;
        if (sum > most) {
            most = sum;
            page->first = begin;
            page->last = i + 1;
        }
    }
    count_outside(page, 0, page->first, &stock, &before);
    count_outside(page, page->last, page->len, &stock, &after);
    size_t least = before < after ? before : after;
    page->is_web = stock >= ENOUGH || least >= (stock > 1 ? EITHER_SIDE : MANY);
}

bool page_take_run(struct page *page, size_t from)
{
    long sum = 0, most = 0;
    size_t first = from, last = from, i;
    while (first < page->len && first < from + BELOW && page->at[first].weight <= 0)
        first++;
    for (i = first; i < page->len && sum + LOST > most; i++) {
        if (ends_article(page->at[i].kind) && most > LEAST)
            break;
        sum += page->at[i].weight;
        if (sum > most) {
            most = sum;
            last = i + 1;
        }
    }
    if (most < LEAST)
        return false;
    page->first = first;
    page->last = last;
    return true;
}

/* Where the hash of LINE is, or goes, in TABLE of SIZE slots (a power of two), which hold lines by
 * number, from 1. */
static uint32_t *slot_of(const struct page *page, uint32_t *table, size_t size, struct str line)
{
    size_t at = str_hash(line) & (size - 1);
    while (table[at] && !str_eq(page_text(page, table[at] - 1), line))
        at = (at + 1) & (size - 1);
    return &table[at];
}

/* What stands there is said again further down: a short line is not the article's then, and a
 * sentence is that once. */
static void drop_again(struct page *page, size_t before, size_t now)
{
    bool prose = page->at[now].prose;
    if (!prose || page->at[now].kept)
        page->at[before].kept = false;
    if (!prose)
        page->at[now].kept = false;
}

void page_drop_repeated(struct arena *arena, struct page *page)
{
    size_t size = 16;
    while (size < 2 * page->len)
        size *= 2;
    uint32_t *table = arena_many(arena, uint32_t, size);
    for (size_t i = 0; i < page->len; i++) {
        const struct page_line *line = &page->at[i];
        if (line->words < REPEATED)
            continue;
        uint32_t *slot = slot_of(page, table, size, page_text(page, i));
        if (*slot)
            drop_again(page, *slot - 1, i);
        *slot = (uint32_t)i + 1;
    }
}
