/* SPDX-License-Identifier: ISC */
#include "stock_table.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/fold.h"
#include "dossier/text/utf8.h"
#include "word_files.h"

#include <pthread.h>

#define SLOTS 8192        /* of the table; a power of two, more than twice the phrases */
#define PAIRS 4096        /* how words begin: six bits of each of two bytes */
#define MOST_PHRASES 4000 /* those beyond are not taken */

static struct {
    struct {
        struct phrase *at; /* the first is none */
        size_t len, cap;
    } phrases;
    uint32_t slots[SLOTS];
    uint8_t begins[PAIRS]; /* how words begin: the wheres of their phrases, as bits */
    struct problems problems;
} stock;

_Static_assert(WHERES <= 8, "a bit for each where");

static pthread_once_t once = PTHREAD_ONCE_INIT;

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
struct str stock_fold(struct str s, struct folded *out)
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

bool stock_is_plain(unsigned char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

bool stock_is_in_word(struct str s, size_t at, size_t *next)
{
    unsigned char c = (unsigned char)s.at[at];
    *next = at + 1;
    return c < 0x80 ? stock_is_plain(c) : char_is_word((*next = at, utf8_next(s, next)));
}

/* The first word of S, or the sign that it begins with where that is no ASCII; *START: where. */
struct str stock_first_word(struct str s, size_t *start)
{
    size_t at = 0, next;
    while (at < s.len && (unsigned char)s.at[at] < 0x80 && !stock_is_plain((unsigned char)s.at[at]))
        at++;
    *start = at;
    if (at < s.len && !stock_is_in_word(s, at, &next))
        return str_sub(s, at, next);
    while (at < s.len && at - *start < STOCK_LONGEST / 2 && stock_is_in_word(s, at, &next))
        at = next;
    return str_sub(s, *start, at);
}

struct str stock_last_word(struct str s)
{
    size_t end = s.len;
    while (end > 0 && (unsigned char)s.at[end - 1] < 0x80 &&
           !stock_is_plain((unsigned char)s.at[end - 1]))
        end--;
    size_t at = end;
    while (at > 0 && end - at < STOCK_LONGEST / 2) {
        size_t before = at - 1;
        unsigned char c = (unsigned char)s.at[before];
        if (c < 0x80 ? !stock_is_plain(c) : !char_is_word((before = at, utf8_before(s, &before))))
            break;
        at = before;
    }
    return str_sub(s, at, end);
}

/* WORD in small letters in OUT. */
struct str stock_small(struct str word, struct folded *out)
{
    size_t i = 0;
    for (; i < word.len && (unsigned char)word.at[i] < 0x80; i++) {
        char c = word.at[i];
        out->bytes[i] = c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
    }
    return i == word.len ? (struct str){out->bytes, i} : stock_fold(word, out);
}

static uint32_t *slot_of(struct str word)
{
    size_t at = str_hash(word) & (SLOTS - 1);
    while (stock.slots[at] && !str_eq(stock.phrases.at[stock.slots[at]].word, word))
        at = (at + 1) & (SLOTS - 1);
    return &stock.slots[at];
}

/* The first two bytes of WORD, small letters and capitals alike. */
static size_t pair_of(struct str word)
{
    size_t first = (unsigned char)word.at[0] | 32, second = 0;
    if (word.len > 1)
        second = (unsigned char)word.at[1] | 32;
    return (first & 63) << 6 | (second & 63);
}

bool stock_may_find(struct str word, unsigned wanted)
{
    /* folding may make other bytes of what is no ASCII */
    bool ascii =
        word.len && !(((unsigned char)word.at[0] | (unsigned char)word.at[word.len > 1]) & 0x80);
    return word.len && (!ascii || stock.begins[pair_of(word)] & wanted);
}

const struct phrase *stock_first(struct str word)
{
    struct folded folded;
    uint32_t number = 0;
    if (word.len < STOCK_LONGEST && stock_may_find(word, ~0u))
        number = *slot_of(stock_small(word, &folded));
    return number ? &stock.phrases.at[number] : NULL;
}

const struct phrase *stock_next(const struct phrase *phrase)
{
    return phrase->next ? &stock.phrases.at[phrase->next] : NULL;
}

static void add(struct arena *arena, struct str text, enum part_kind kind, enum where where)
{
    struct folded folded;
    struct phrase phrase = {.kind = kind, .where = where};
    size_t start;
    phrase.text = arena_str(arena, stock_fold(text, &folded));
    phrase.word =
        where == ENDS ? stock_last_word(phrase.text) : stock_first_word(phrase.text, &start);
    if (!phrase.word.len || stock.phrases.len >= MOST_PHRASES)
        return;
    if (!stock.phrases.len)
        vec_add(arena, &stock.phrases);
    uint32_t *slot = slot_of(phrase.word);
    phrase.next = *slot;
    *slot = (uint32_t)stock.phrases.len;
    stock.begins[pair_of(phrase.word)] |= (uint8_t)(1u << where);
    *vec_add(arena, &stock.phrases) = phrase;
}

static const struct schema_key kinds[] = {
    {"navigation", SCHEMA_MAP}, {"teasers", SCHEMA_MAP}, {"after", SCHEMA_MAP},
    {"adverts", SCHEMA_MAP},    {"credits", SCHEMA_MAP}, {"bylines", SCHEMA_MAP},
    {"dates", SCHEMA_MAP},      {"updates", SCHEMA_MAP}, {"ends", SCHEMA_MAP}};

static const struct schema_key wheres[WHERES] = {
    [WHOLE] = {"whole", SCHEMA_TEXTS},   [BEGINS] = {"begins", SCHEMA_TEXTS},
    [ENDS] = {"ends", SCHEMA_TEXTS},     [HOLDS] = {"holds", SCHEMA_TEXTS},
    [COUNTS] = {"counts", SCHEMA_TEXTS}, [NAMES] = {"names", SCHEMA_TEXTS},
    [JOINS] = {"joins", SCHEMA_TEXTS},   [LATER] = {"later", SCHEMA_TEXTS}};

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

void stock_read(void)
{
    pthread_once(&once, read_all);
}

const struct problems *stock_problems(void)
{
    stock_read();
    return &stock.problems;
}
