/* SPDX-License-Identifier: ISC */
/* Makes a folder of articles to measure on: words of a made-up language by Zipf's law, as real text
 * has them, with the small words of English, sentences and paragraphs; one article in ten in
 * Cyrillic letters, one in fifty in Assamese. Into the English-like ones actors are planted whose
 * names are no words of the language, so that each count is known. The same seed gives the same
 * bytes.
 *
 * usage: make_corpus FOLDER ARTICLES [SEED]
 *
 * FOLDER/articles/000/000000.txt …   the articles, about 3 KB each, 1,000 a folder
 * FOLDER/tags-N.yaml                 N actors with one alias each: 20, 1,000, 10,000
 * FOLDER/aliases-N.txt               the same, a line each, for grep -f
 * FOLDER/planted-N.tsv               how often each of them was planted, and words and a phrase too
 */
#include "dossier/base/buf.h"
#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    VOCABULARY = 60000,
    ACTORS = 10000,
    WORDS_EACH = 460,
    EACH_FOLDER = 1000,
    CYRILLIC_EVERY = 10,
    ASSAMESE_EVERY = 50,
    NAME_EVERY = 24,  /* words */
    PHRASE_EVERY = 97 /* articles */
};

#define PHRASE "quoll of the western zephyrs"

enum script { LATIN, CYRILLIC, ASSAMESE };

static const size_t sets[] = {20, 1000, ACTORS};

struct maker {
    uint64_t seed;
    struct buf *words[3]; /* of each script */
    struct buf *names;
    size_t *planted; /* how often each name stands in the corpus */
    size_t phrases;
    struct buf text;
};

/* Marsaglia's xorshift64*. */
static uint64_t draw(struct maker *m)
{
    m->seed ^= m->seed >> 12;
    m->seed ^= m->seed << 25;
    m->seed ^= m->seed >> 27;
    return m->seed * UINT64_C(2685821657736338717);
}

static size_t below(struct maker *m, size_t count)
{
    return (size_t)(draw(m) >> 11) % count;
}

/* A rank below COUNT, r with a frequency of about 1/(r + 1). */
static size_t zipf(struct maker *m, size_t count)
{
    size_t doublings = 1;
    while (((size_t)1 << doublings) < count + 1)
        doublings++;
    for (;;) {
        size_t base = (size_t)1 << below(m, doublings);
        size_t rank = base + below(m, base) - 1;
        if (rank < count)
            return rank;
    }
}

static const char *const syllables[3][24] = {
    {"ka", "lo",  "mi", "ren", "sto", "tu", "va", "zem", "por", "li",  "an", "der",
     "os", "que", "fi", "bra", "nel", "cu", "ha", "ti",  "gro", "sel", "pa", "um"},
    {"ка", "ло", "ми", "рен", "сто", "ту", "ва", "зем", "пор", "ли",  "ан", "дер",
     "ос", "че", "фи", "бра", "нел", "ку", "ха", "ти",  "гро", "сел", "па", "ум"},
    {"কা", "লো", "মি", "ৰেন", "তো",  "তু", "ভা", "জেম", "পৰ", "লি",  "অন", "দেৰ",
     "ওস", "চে", "ফি", "ব্ৰ",  "নেল", "কু", "হা", "টি",  "গ্ৰ", "সেল", "পা", "উম"},
};

/* The commonest words are those that bind a text. */
static const char *const small_words[] = {
    "the", "of",   "to",  "and", "in",   "a",    "that", "for",  "on",  "is",    "with", "was",
    "as",  "by",   "at",  "it",  "from", "has",  "his",  "be",   "are", "have",  "an",   "not",
    "but", "they", "its", "who", "had",  "been", "were", "will", "or",  "their", "which"};

static void make_words(struct maker *m)
{
    for (size_t script = LATIN; script <= ASSAMESE; script++) {
        m->words[script] = memory_get(VOCABULARY * sizeof(struct buf));
        for (size_t i = 0; i < VOCABULARY; i++) {
            struct buf *word = &m->words[script][i];
            if (script == LATIN && i < COUNT(small_words))
                buf_chars(word, small_words[i]);
            else
                for (size_t n = i + 24; n; n /= 24)
                    buf_chars(word, syllables[script][n % 24]);
        }
    }
}

/* A surname with an ending that no word of the language has; every other with a first name before
 * it, of which there are few. */
static void make_names(struct maker *m)
{
    static const char *const first[] = {"Ada",   "Bruno", "Celia", "Dorin", "Edda",  "Femke",
                                        "Goran", "Hanna", "Ivo",   "Jelka", "Karim", "Livia"};
    m->names = memory_get(ACTORS * sizeof *m->names);
    m->planted = memory_get(ACTORS * sizeof *m->planted);
    for (size_t i = 0; i < ACTORS; i++) {
        struct buf *name = &m->names[i];
        if (i % 2)
            buf_printf(name, "%s ", first[i / 2 % COUNT(first)]);
        size_t start = name->len;
        for (size_t n = i + 24; n; n /= 24)
            buf_chars(name, syllables[LATIN][n % 24]);
        buf_chars(name, i % 3 ? "wicz" : "jksen");
        name->at[start] = (char)(name->at[start] - 'a' + 'A');
    }
}

static void put_word(struct maker *m, enum script script, bool capital)
{
    const struct buf *word = &m->words[script][zipf(m, VOCABULARY)];
    size_t from = m->text.len;
    buf_str(&m->text, buf_view(word));
    if (capital && script == LATIN)
        m->text.at[from] = (char)(m->text.at[from] - 'a' + 'A');
    if (capital && script == CYRILLIC) { /* the small letters are all in one row of code points */
        size_t at = from;
        uint32_t letter = utf8_next(buf_view(&m->text), &at) - 0x20;
        m->text.len = from;
        utf8_put(&m->text, letter);
        buf_str(&m->text, str_sub(buf_view(word), at - from, word->len));
    }
}

static void put_name(struct maker *m)
{
    size_t name = zipf(m, ACTORS);
    buf_str(&m->text, buf_view(&m->names[name]));
    m->planted[name]++;
}

static void put_sentence(struct maker *m, enum script script, size_t words)
{
    for (size_t i = 0; i < words; i++) {
        if (i)
            buf_chars(&m->text, below(m, 11) ? " " : ", ");
        if (script == LATIN && i && !below(m, NAME_EVERY))
            put_name(m);
        else
            put_word(m, script, i == 0);
    }
    buf_chars(&m->text, ". ");
}

static void make_text(struct maker *m, size_t number)
{
    enum script script = number % ASSAMESE_EVERY == 7   ? ASSAMESE
                         : number % CYRILLIC_EVERY == 3 ? CYRILLIC
                                                        : LATIN;
    size_t words = WORDS_EACH / 2 + below(m, WORDS_EACH);
    buf_clear(&m->text);
    put_sentence(m, script, 8);
    m->text.len -= 2; /* a headline has no full stop */
    buf_chars(&m->text, "\n\n");
    for (size_t done = 0, sentence = 0; done < words; sentence++) {
        size_t length = 6 + below(m, 24);
        put_sentence(m, script, length);
        done += length;
        if (sentence % 4 == 3)
            buf_chars(&m->text, "\n\n");
    }
    if (number % PHRASE_EVERY == 5) {
        buf_chars(&m->text, PHRASE ".");
        m->phrases++;
    }
    buf_char(&m->text, '\n');
}

static bool save(struct maker *m, const char *path)
{
    FILE *out = fopen(path, "wb");
    bool ok = out && fwrite(m->text.at, 1, m->text.len, out) == m->text.len;
    ok = out && fclose(out) == 0 && ok;
    if (!ok)
        fprintf(stderr, "make_corpus: %s: %s\n", path, strerror(errno));
    return ok;
}

static bool make_articles(struct maker *m, const char *folder, size_t count)
{
    char path[4096];
    for (size_t i = 0; i < count; i++) {
        struct error error;
        snprintf(path, sizeof path, "%s/articles/%03zu", folder, i / EACH_FOLDER);
        if (i % EACH_FOLDER == 0 && !file_make_folder(path, 0777, &error)) {
            fprintf(stderr, "make_corpus: %s\n", error.text);
            return false;
        }
        snprintf(path, sizeof path, "%s/articles/%03zu/%06zu.txt", folder, i / EACH_FOLDER, i);
        make_text(m, i);
        if (!save(m, path))
            return false;
    }
    return true;
}

enum listing { TAGS, ALIASES, PLANTED };

static const struct {
    const char *name, *head;
} listings[] = {
    [TAGS] = {"tags-%.yaml", "actors:\n"},
    [ALIASES] = {"aliases-%.txt", ""},
    [PLANTED] = {"planted-%.tsv", "name\tplanted\n"},
};

static void put_entry(struct maker *m, enum listing listing, size_t name)
{
    struct str alias = buf_view(&m->names[name]);
    if (listing == TAGS)
        buf_printf(&m->text, "  - {id: a%zu, name: %.*s, kind: person}\n", name, STR_ARG(alias));
    else if (listing == ALIASES)
        buf_printf(&m->text, "%.*s\n", STR_ARG(alias));
    else
        buf_printf(&m->text, "%.*s\t%zu\n", STR_ARG(alias), m->planted[name]);
}

/* A set takes names of all frequencies. */
static bool make_set(struct maker *m, const char *folder, size_t set)
{
    bool ok = true;
    for (enum listing listing = TAGS; listing <= PLANTED && ok; listing++) {
        struct buf path = {0};
        const char *name = listings[listing].name;
        buf_printf(&path, "%s/%.*s%zu%s", folder, (int)strcspn(name, "%"), name, set,
                   strchr(name, '.'));
        buf_clear(&m->text);
        buf_chars(&m->text, listings[listing].head);
        for (size_t i = 0; i < ACTORS; i += ACTORS / set)
            put_entry(m, listing, i);
        if (listing == PLANTED)
            buf_printf(&m->text, PHRASE "\t%zu\n", m->phrases);
        ok = save(m, path.at);
        buf_free(&path);
    }
    return ok;
}

int main(int count, char **words)
{
    long articles, seed = 1;
    if (count < 3 || !str_number(str_of(words[2]), &articles) || articles < 1 ||
        (count > 3 && !str_number(str_of(words[3]), &seed))) {
        fputs("usage: make_corpus FOLDER ARTICLES [SEED]\n", stderr);
        return 2;
    }
    struct maker m = {.seed = (uint64_t)seed * UINT64_C(0x9E3779B97F4A7C15) + 1};
    make_words(&m);
    make_names(&m);
    bool ok = make_articles(&m, words[1], (size_t)articles);
    for (size_t i = 0; i < COUNT(sets) && ok; i++)
        ok = make_set(&m, words[1], sets[i]);
    return ok ? 0 : 1;
}
