/* SPDX-License-Identifier: ISC */
/* A language is one table from words and phrases to the lists that hold them. Six files of some
 * thousand words are read in a few milliseconds, so nothing is made of them beforehand; they are in
 * the program, so that it works from wherever it lies. */
#include "dossier/reading/lexicon.h"

#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"
#include "dossier/yaml/schema.h"
#include "word_files.h"

#define SAMPLE 1000       /* words by which a language is known */
#define SHORTEST_ENDING 3 /* letters before an ending such as "-ly" */

struct entry {
    struct str key; /* folded; none: the place is free */
    uint64_t lists;
    uint8_t longest; /* words of the longest phrase that begins with this word */
};

struct ending {
    struct str text;
    uint64_t lists;
};

struct lexicon {
    struct str language;
    bool verb_first, capital_nouns, no_articles;
    struct entry *table;
    size_t size, used; /* SIZE is a power of two */
    struct {
        struct ending *at;
        size_t len, cap;
    } endings;
    struct {
        uint32_t *at;
        size_t len, cap;
    } marks; /* that open a quotation */
};

enum { MARKS = LEXICON_LISTS, VERB_FIRST, CAPITAL_NOUNS, NO_ARTICLES, KEYS };

static const struct schema_key keys[KEYS] = {
#define WORDS(name, key) [LEXICON_NUMBER_##name] = {key, SCHEMA_TEXTS},
#include "dossier/reading/lexicon.def"
#undef WORDS
    [MARKS] = {"marks", SCHEMA_TEXTS},
    [VERB_FIRST] = {"verb-first", SCHEMA_BOOL},
    [CAPITAL_NOUNS] = {"capital-nouns", SCHEMA_BOOL},
    [NO_ARTICLES] = {"no-articles", SCHEMA_BOOL},
};

static struct entry *place_of(const struct entry *table, size_t size, struct str key)
{
    size_t at = str_hash(key) & (size - 1);
    while (table[at].key.len && !str_eq(table[at].key, key))
        at = (at + 1) & (size - 1);
    return (struct entry *)&table[at];
}

static void grow(struct arena *arena, struct lexicon *lexicon)
{
    size_t size = lexicon->size ? lexicon->size * 2 : 1024;
    struct entry *table = arena_many(arena, struct entry, size);
    for (size_t i = 0; i < lexicon->size; i++) {
        if (lexicon->table[i].key.len)
            *place_of(table, size, lexicon->table[i].key) = lexicon->table[i];
    }
    lexicon->table = table;
    lexicon->size = size;
}

static struct entry *entry_of(struct arena *arena, struct lexicon *lexicon, struct str key)
{
    if (lexicon->used * 2 >= lexicon->size)
        grow(arena, lexicon);
    struct entry *entry = place_of(lexicon->table, lexicon->size, key);
    if (!entry->key.len) {
        *entry = (struct entry){arena_str(arena, key), 0, 1};
        lexicon->used++;
    }
    return entry;
}

/* WORDS as lexicon_of has them; *FIRST: the length of the first, *COUNT: how many. */
static void fold_phrase(struct str words, struct buf *out, size_t *first, size_t *count)
{
    struct buf key = {0};
    struct span word;
    bool apostrophe = words.len && words.at[0] == '\'';
    buf_clear(out);
    *count = 0;
    for (size_t at = 0; words_next(words, &at, &word, &key); (*count)++) {
        if (*count)
            buf_char(out, ' ');
        else if (apostrophe)
            buf_char(out, '\'');
        buf_str(out, buf_view(&key));
        if (!*count)
            *first = out->len;
    }
    buf_free(&key);
}

static void add_words(struct arena *arena, struct lexicon *lexicon, struct str words, uint64_t list)
{
    struct buf folded = {0};
    size_t first = 0, count;
    fold_phrase(words, &folded, &first, &count);
    struct str key = buf_view(&folded);
    if (count == 1 && words.at[0] == '-') {
        *vec_add(arena, &lexicon->endings) = (struct ending){arena_str(arena, key), list};
    } else if (count > 0 && count <= LEXICON_LONGEST) {
        entry_of(arena, lexicon, key)->lists |= list;
        struct entry *begins = entry_of(arena, lexicon, str_sub(key, 0, first));
        if (begins->longest < count)
            begins->longest = (uint8_t)count;
    }
    buf_free(&folded);
}

static void add_marks(struct arena *arena, struct lexicon *lexicon, const struct yaml_node *node)
{
    size_t count;
    struct str *marks = schema_texts(arena, node, &count);
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;
        if (marks[i].len)
            *vec_add(arena, &lexicon->marks) = utf8_next(marks[i], &at);
    }
}

static bool is_true(const struct yaml_node *node)
{
    return node && schema_word(node, "no yes false true off on") % 2 == 1;
}

/* The lexicon of LANGUAGE, which is new where it is the first that is said of it. */
static struct lexicon *lexicon_for(struct arena *arena, struct lexicons *all, struct str language)
{
    for (size_t i = 0; i < all->len; i++) {
        if (str_eq(all->at[i]->language, language))
            return (struct lexicon *)all->at[i];
    }
    struct lexicon *lexicon = arena_one(arena, struct lexicon);
    lexicon->language = arena_str(arena, language);
    grow(arena, lexicon);
    *vec_add(arena, all) = lexicon;
    return lexicon;
}

/* What one file says of LANGUAGE. */
static void take(void *context, struct arena *arena, struct str language,
                 const struct schema_report *report, const struct yaml_node *root)
{
    const struct yaml_node *values[KEYS];
    struct lexicon *lexicon = lexicon_for(arena, context, language);
    if (!schema_map(report, root, "a language", keys, KEYS, values))
        return;
    lexicon->verb_first |= is_true(values[VERB_FIRST]);
    lexicon->capital_nouns |= is_true(values[CAPITAL_NOUNS]);
    lexicon->no_articles |= is_true(values[NO_ARTICLES]);
    add_marks(arena, lexicon, values[MARKS]);
    for (size_t list = 0; list < LEXICON_LISTS; list++) {
        size_t count;
        struct str *words = schema_texts(arena, values[list], &count);
        for (size_t i = 0; i < count; i++)
            add_words(arena, lexicon, words[i], UINT64_C(1) << list);
    }
}

void lexicons_open(struct arena *arena, struct lexicons *out, struct problems *problems)
{
    word_files_read(arena, STR("speech"), take, out, problems);
}

struct str lexicon_language(const struct lexicon *lexicon)
{
    return lexicon->language;
}

bool lexicon_puts_verb_first(const struct lexicon *lexicon)
{
    return lexicon->verb_first;
}

bool lexicon_has_capital_nouns(const struct lexicon *lexicon)
{
    return lexicon->capital_nouns;
}

bool lexicon_has_no_articles(const struct lexicon *lexicon)
{
    return lexicon->no_articles;
}

bool lexicon_opens(const struct lexicon *lexicon, uint32_t mark)
{
    for (size_t i = 0; i < lexicon->marks.len; i++) {
        if (lexicon->marks.at[i] == mark)
            return true;
    }
    return false;
}

uint64_t lexicon_of(const struct lexicon *lexicon, struct str folded)
{
    uint64_t lists = folded.len ? place_of(lexicon->table, lexicon->size, folded)->lists : 0;
    bool phrase = str_find(folded, STR(" "), 0) >= 0;
    for (size_t i = 0; i < lexicon->endings.len && !lists && !phrase; i++) {
        struct ending ending = lexicon->endings.at[i];
        if (folded.len >= ending.text.len + SHORTEST_ENDING && str_ends(folded, ending.text))
            lists = ending.lists;
    }
    return lists;
}

size_t lexicon_longest(const struct lexicon *lexicon, struct str folded)
{
    const struct entry *entry = place_of(lexicon->table, lexicon->size, folded);
    return entry->key.len && entry->longest ? entry->longest : 1;
}

/* The word stands among those that a language is known by. */
static bool is_small(const struct lexicon *lexicon, struct str folded)
{
    const uint64_t small = LEXICON(DETERMINER) | LEXICON(PREPOSITION) | LEXICON(OF) | LEXICON(AND) |
                           LEXICON(HE) | LEXICON(SHE) | LEXICON(THEY) | LEXICON(SELF) |
                           LEXICON(NOT) | LEXICON(AUXILIARY) | LEXICON(WHO) | LEXICON(THAT) |
                           LEXICON(WHILE);
    return lexicon_of(lexicon, folded) & small;
}

/* Of two languages with as many small words in a text, the one that has more of its others. */
static size_t weight(const struct lexicon *lexicon, struct str folded)
{
    return is_small(lexicon, folded) ? SAMPLE + 1 : lexicon_of(lexicon, folded) != 0;
}

const struct lexicon *lexicons_of(const struct lexicons *lexicons, struct str text)
{
    struct buf key = {0};
    struct span word;
    size_t best = 0, *found = memory_get(sizeof *found * (lexicons->len + 1));
    for (size_t at = 0, i = 0; i < SAMPLE && words_next(text, &at, &word, &key); i++)
        for (size_t l = 0; l < lexicons->len; l++)
            found[l] += weight(lexicons->at[l], buf_view(&key));
    for (size_t l = 1; l < lexicons->len; l++)
        best = found[l] > found[best] ? l : best;
    free(found);
    buf_free(&key);
    return lexicons->len ? lexicons->at[best] : NULL;
}
