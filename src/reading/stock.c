/* SPDX-License-Identifier: ISC */
#include "stock.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/fold.h"
#include "dossier/text/utf8.h"
#include "word_files.h"

#include <pthread.h>

#define SLOTS 8192           /* of the table; a power of two, more than twice the phrases */
#define MOST_PHRASES 4000    /* those beyond are not taken */
#define LONGEST ((size_t)96) /* bytes of a line that a phrase is compared with */
#define HELD ((size_t)350)   /* bytes of a line that is searched through */

enum where { WHOLE, BEGINS, ENDS, HOLDS, COUNTS, NAMES, WHERES };

struct phrase {
    struct str text; /* folded */
    struct str word; /* its first word, or its last, by which it is found */
    enum part_kind kind;
    enum where where;
    uint32_t next; /* another one with the same word; 0: none */
};

static struct {
    struct {
        struct phrase *at; /* the first is none */
        size_t len, cap;
    } phrases;
    uint32_t slots[SLOTS];
    struct problems problems;
} stock;

static pthread_once_t once = PTHREAD_ONCE_INIT;

/* A short line folded, on the stack. */
struct folded {
    char bytes[LONGEST * 4];
    size_t len;
};

static void put(struct folded *out, uint32_t c)
{
    if (c < 0x80) {
        out->bytes[out->len++] = (char)c;
    } else if (c < 0x800) {
        out->bytes[out->len++] = (char)(0xC0 | c >> 6);
        out->bytes[out->len++] = (char)(0x80 | (c & 0x3F));
    } else {
        out->bytes[out->len++] = (char)(0xE0 | (c >> 12 & 0xF));
        out->bytes[out->len++] = (char)(0x80 | (c >> 6 & 0x3F));
        out->bytes[out->len++] = (char)(0x80 | (c & 0x3F));
    }
}

/* Like fold_key, but that a run of white space is one space; what does not fit is left out. */
static struct str fold(struct str s, struct folded *out)
{
    struct letter letter;
    out->len = 0;
    for (size_t at = 0; fold_next(s, &at, &letter);) {
        if (out->len + 4 * (size_t)letter.count > sizeof out->bytes)
            break;
        bool space = letter.class == LETTER_SPACE;
        if (space && out->len && out->bytes[out->len - 1] != ' ')
            out->bytes[out->len++] = ' ';
        for (int i = 0; i < letter.count && !space; i++)
            put(out, letter.folded[i]);
    }
    return (struct str){out->bytes, out->len};
}

static bool is_plain(unsigned char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static bool is_in_word(struct str s, size_t at, size_t *next)
{
    unsigned char c = (unsigned char)s.at[at];
    *next = at + 1;
    return c < 0x80 ? is_plain(c) : char_is_word((*next = at, utf8_next(s, next)));
}

/* The first word of S, or the sign that it begins with where that is no ASCII; *START: where. */
static struct str first_word(struct str s, size_t *start)
{
    size_t at = 0, next;
    while (at < s.len && (unsigned char)s.at[at] < 0x80 && !is_plain((unsigned char)s.at[at]))
        at++;
    *start = at;
    if (at < s.len && !is_in_word(s, at, &next))
        return str_sub(s, at, next);
    while (at < s.len && at - *start < LONGEST / 2 && is_in_word(s, at, &next))
        at = next;
    return str_sub(s, *start, at);
}

static struct str last_word(struct str s)
{
    size_t end = s.len;
    while (end > 0 && (unsigned char)s.at[end - 1] < 0x80 &&
           !is_plain((unsigned char)s.at[end - 1]))
        end--;
    size_t at = end;
    while (at > 0 && end - at < LONGEST / 2) {
        size_t before = at - 1;
        unsigned char c = (unsigned char)s.at[before];
        if (c < 0x80 ? !is_plain(c) : !char_is_word((before = at, utf8_before(s, &before))))
            break;
        at = before;
    }
    return str_sub(s, at, end);
}

/* WORD in small letters in OUT. */
static struct str small_word(struct str word, struct folded *out)
{
    size_t i = 0;
    for (; i < word.len && (unsigned char)word.at[i] < 0x80; i++) {
        char c = word.at[i];
        out->bytes[i] = c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
    }
    return i == word.len ? (struct str){out->bytes, i} : fold(word, out);
}

static uint32_t *slot_of(struct str word)
{
    size_t at = str_hash(word) & (SLOTS - 1);
    while (stock.slots[at] && !str_eq(stock.phrases.at[stock.slots[at]].word, word))
        at = (at + 1) & (SLOTS - 1);
    return &stock.slots[at];
}

/* The first phrase that is found by WORD as it stands in a line; 0: none. */
static uint32_t phrases_of(struct str word)
{
    struct folded folded;
    return word.len && word.len < LONGEST ? *slot_of(small_word(word, &folded)) : 0;
}

static void add(struct arena *arena, struct str text, enum part_kind kind, enum where where)
{
    struct folded folded;
    struct phrase phrase = {.kind = kind, .where = where};
    size_t start;
    phrase.text = arena_str(arena, fold(text, &folded));
    phrase.word = where == ENDS ? last_word(phrase.text) : first_word(phrase.text, &start);
    if (!phrase.word.len || stock.phrases.len >= MOST_PHRASES)
        return;
    if (!stock.phrases.len)
        vec_add(arena, &stock.phrases);
    uint32_t *slot = slot_of(phrase.word);
    phrase.next = *slot;
    *slot = (uint32_t)stock.phrases.len;
    *vec_add(arena, &stock.phrases) = phrase;
}

static const struct schema_key kinds[] = {
    {"navigation", SCHEMA_MAP}, {"teasers", SCHEMA_MAP}, {"after", SCHEMA_MAP},
    {"adverts", SCHEMA_MAP},    {"credits", SCHEMA_MAP}, {"bylines", SCHEMA_MAP},
    {"dates", SCHEMA_MAP},      {"updates", SCHEMA_MAP}, {"ends", SCHEMA_MAP}};

static const struct schema_key wheres[WHERES] = {
    [WHOLE] = {"whole", SCHEMA_TEXTS},   [BEGINS] = {"begins", SCHEMA_TEXTS},
    [ENDS] = {"ends", SCHEMA_TEXTS},     [HOLDS] = {"holds", SCHEMA_TEXTS},
    [COUNTS] = {"counts", SCHEMA_TEXTS}, [NAMES] = {"names", SCHEMA_TEXTS}};

static void take(void *context, struct arena *arena, struct str language,
                 const struct schema_report *report, const struct yaml_node *root)
{
    (void)context, (void)language;
    const struct yaml_node *maps[COUNT(kinds)], *lists[WHERES];
    schema_map(report, root, "the stock phrases", kinds, COUNT(kinds), maps);
    for (size_t kind = 0; kind < COUNT(kinds); kind++) {
        if (!maps[kind] || !schema_map(report, maps[kind], kinds[kind].name, wheres, WHERES, lists))
            continue;
        for (int where = 0; where < WHERES; where++) {
            size_t count;
            struct str *texts = schema_texts(arena, lists[where], &count);
            for (size_t i = 0; i < count; i++)
                add(arena, texts[i], (enum part_kind)(kind + 1), (enum where)where);
        }
    }
}

/* They live as long as the program. */
static void read_all(void)
{
    struct arena *arena = arena_new();
    stock.problems.arena = arena;
    word_files_read(arena, STR("page"), take, NULL, &stock.problems);
}

const struct problems *stock_problems(void)
{
    pthread_once(&once, read_all);
    return &stock.problems;
}

/* Without signs and white space at the ends. */
static struct str bare(struct str s)
{
    while (s.len && (unsigned char)s.at[0] < 0x80 && !is_plain((unsigned char)s.at[0]))
        s = str_sub(s, 1, s.len);
    while (s.len && (unsigned char)s.at[s.len - 1] < 0x80 &&
           !is_plain((unsigned char)s.at[s.len - 1]))
        s.len--;
    return s;
}

/* A word of S does not go on at AT. */
static bool ends_word(struct str s, size_t at)
{
    size_t next;
    return at >= s.len || !is_plain((unsigned char)s.at[at - 1]) || !is_in_word(s, at, &next);
}

/* LINE is folded, from the place on where PHRASE would begin; WHOLE_LINE: nothing of it was cut. */
static bool fits(const struct phrase *phrase, struct str line, bool whole_line)
{
    switch (phrase->where) {
    case WHOLE:
        return whole_line && str_eq(bare(line), bare(phrase->text));
    case BEGINS:
    case NAMES:
        return str_starts(line, phrase->text) && ends_word(line, phrase->text.len);
    case ENDS:
        return whole_line && str_ends(line, phrase->text);
    default:
        return false;
    }
}

/* The first phrase from NUMBER on that fits LINE, one of WANTED (bits of where). */
static const struct phrase *first_fitting(uint32_t number, struct str line, bool whole_line,
                                          unsigned wanted)
{
    for (; number; number = stock.phrases.at[number].next) {
        const struct phrase *phrase = &stock.phrases.at[number];
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
    struct str word = first_word(str_sub(line, digits, line.len), &start);
    if (start > 2)
        return PART_TEXT;
    struct str small = small_word(word, &folded);
    for (uint32_t at = phrases_of(word); at; at = stock.phrases.at[at].next) {
        const struct phrase *phrase = &stock.phrases.at[at];
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
    uint32_t number = phrases_of(word);
    if (!number || start > 8)
        return NULL;
    bool whole_line = line.len <= LONGEST;
    struct str head = whole_line ? line : str_sub(line, 0, utf8_start(line, LONGEST));
    const struct phrase *phrase = first_fitting(number, fold(head, &folded), whole_line, wanted);
    if (phrase || !start)
        return phrase;
    return first_fitting(number, fold(str_sub(head, start, head.len), &folded), whole_line, wanted);
}

static const struct phrase *by_last_word(struct str line)
{
    struct folded folded;
    uint32_t number = phrases_of(last_word(line));
    if (!number)
        return NULL;
    size_t from = line.len > LONGEST ? utf8_start(line, line.len - LONGEST) : 0;
    return first_fitting(number, fold(str_sub(line, from, line.len), &folded), true, 1u << ENDS);
}

/* A phrase that stands anywhere in LINE. */
static const struct phrase *by_holding(struct str line)
{
    struct folded folded;
    struct str small = STR("");
    for (size_t at = 0, start; at < line.len;) {
        struct str word = first_word(str_sub(line, at, line.len), &start);
        at += start + word.len;
        for (uint32_t n = phrases_of(word); n; n = stock.phrases.at[n].next) {
            const struct phrase *phrase = &stock.phrases.at[n];
            if (phrase->where != HOLDS)
                continue;
            if (!small.len)
                small = fold(line, &folded);
            if (str_find(small, phrase->text, 0) >= 0)
                return phrase;
        }
    }
    return NULL;
}

enum part_kind stock_kind(struct str line, bool sentence)
{
    pthread_once(&once, read_all);
    size_t start;
    struct str word = first_word(line, &start);
    if (line.len > HELD)
        return PART_TEXT;
    if (word.len && word.at[0] >= '0' && word.at[0] <= '9' && line.len < LONGEST) {
        enum part_kind kind = kind_by_count(line, start + word.len);
        if (kind)
            return kind;
    }
    const struct phrase *phrase = by_first_word(line, word, start, 1u << WHOLE | 1u << BEGINS);
    if (!phrase)
        phrase = by_last_word(line);
    if (!phrase && !sentence) {
        size_t from = line.len > LONGEST ? utf8_start(line, line.len - LONGEST) : 0;
        phrase = by_holding(str_sub(line, from, line.len));
    }
    return phrase ? phrase->kind : PART_TEXT;
}

bool stock_date(struct str line, size_t *behind)
{
    pthread_once(&once, read_all);
    size_t start;
    struct str word = first_word(line, &start);
    const struct phrase *phrase = by_first_word(line, word, start, 1u << WHOLE | 1u << BEGINS);
    *behind = phrase ? start + phrase->text.len : 0;
    return phrase && phrase->kind == PART_DATE;
}

/* Words that stand in names without a capital. */
static bool is_particle(struct str word)
{
    static const char *const particles[] = {
        "van", "von", "de",  "der", "den", "del", "della", "di", "da", "du", "la", "le", "el",
        "al",  "bin", "ter", "zu",  "and", "und", "et",    "y",  "e",  "та", "и",  "і"};
    for (size_t i = 0; i < COUNT(particles); i++) {
        if (str_is(word, particles[i]))
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
    while (at < s.len) {
        size_t start = at;
        while (at < s.len && s.at[at] != ' ' && s.at[at] != ',' && s.at[at] != '|')
            at++;
        struct str word = str_sub(s, start, at);
        if (!has_capital(word) && !is_particle(word))
            break;
        words++;
        capitals += has_capital(word);
        end = at;
        if (at < s.len && s.at[at] != ' ')
            break;
        at++;
    }
    bool parted = end >= s.len || !is_plain((unsigned char)s.at[end < s.len - 1 ? end + 1 : end]);
    return capitals >= 2 && words <= 8 && parted ? end : 0;
}

bool stock_byline(struct str line, struct str *names)
{
    pthread_once(&once, read_all);
    size_t start;
    struct str word = first_word(line, &start);
    if (line.len > LONGEST || start)
        return false;
    const struct phrase *phrase = by_first_word(line, word, start, 1u << NAMES);
    if (!phrase)
        return false;
    struct str rest = line;
    for (struct str left = phrase->text, piece; str_split(&left, ' ', &piece);) {
        ptrdiff_t space = str_find(rest, STR(" "), 0);
        rest = space < 0 ? STR("") : str_trim(str_sub(rest, (size_t)space, rest.len));
    }
    *names = str_trim(str_sub(rest, 0, names_end(rest)));
    return names->len > 0 && line.at[line.len - 1] != '.';
}
