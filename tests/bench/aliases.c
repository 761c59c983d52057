/* SPDX-License-Identifier: ISC */
/* What an alias costs: loading and indexing a made-up corpus and finding the mentions of 1, 1,000
 * and 10,000 aliases, interleaved, the median of each; then as ratios to one alias. Words are drawn
 * by Zipf's law from a fixed seed, so every run works on the same texts. */
#include "dossier/base/buf.h"
#include "dossier/base/heap.h"
#include "dossier/base/memory.h"
#include "dossier/model/library.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ARTICLES = 3000, WORDS_EACH = 500, VOCABULARY = 40000, ROUNDS = 5 };

static uint64_t seed = 88172645463325252u;

/* Marsaglia's xorshift64. */
static uint64_t draw_number(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed;
}

static void put_word(struct buf *out, unsigned number, bool capital)
{
    static const char *const syllables[] = {"ka",  "lo", "mi", "ren", "sto", "tu",  "va", "zem",
                                            "por", "li", "an", "der", "os",  "que", "fi", "bra"};
    size_t from = out->len;
    for (unsigned n = number + 16; n; n /= 16)
        buf_chars(out, syllables[n % 16]);
    if (capital)
        out->at[from] = (char)(out->at[from] - 32);
}

/* Rank r with a frequency of about 1/r. */
static unsigned zipf(void)
{
    double u = (double)(draw_number() >> 11) / 9007199254740992.0;
    double rank = 1;
    for (double power = VOCABULARY; u > 0.0625 && rank * 2 < power; u -= 0.0625)
        rank *= 2;
    return (unsigned)(rank + (double)(draw_number() % (uint64_t)rank)) - 1;
}

static void make_texts(struct buf *texts)
{
    for (int i = 0; i < ARTICLES; i++) {
        for (int word = 0; word < WORDS_EACH; word++) {
            put_word(&texts[i], zipf(), draw_number() % 7 == 0);
            buf_chars(&texts[i], word % 18 == 17 ? ".\n" : " ");
        }
    }
}

static void add_actor(struct library *library, unsigned number)
{
    struct buf name = {0};
    put_word(&name, (number * 7919u) % VOCABULARY, true);
    buf_char(&name, ' ');
    put_word(&name, (number * 104729u + 1) % VOCABULARY, true);
    struct str full = arena_str(library->arena, buf_view(&name));
    ptrdiff_t space = str_find(full, STR(" "), 0);
    uint32_t actor = (uint32_t)library->tags.len;
    *vec_add(library->arena, &library->tags) =
        (struct actor){.id = full, .name = full, .first_form = actor, .form_count = 1};
    /* every other one is a single word, as surnames are */
    *vec_add(library->arena, &library->tags.forms) =
        (struct form){.text = number % 2 ? full : str_sub(full, 0, (size_t)space), .actor = actor};
    buf_free(&name);
}

struct outcome {
    double seconds;
    size_t mentions;
};

static struct outcome work(const struct buf *texts, unsigned aliases)
{
    clock_t start = clock();
    struct library *library = library_new();
    for (int i = 0; i < ARTICLES; i++) {
        struct article article = {.facts = FACTS_NONE};
        article.path = arena_printf(library->arena, "%06d.txt", i);
        encoding_decode(library->arena, buf_view(&texts[i]), &article.file);
        article.text = article.file.text;
        article_finish(library->arena, &article);
        library_add(library, &article);
    }
    for (unsigned i = 0; i < aliases; i++)
        add_actor(library, i);
    library_finish(library);
    struct outcome outcome = {(double)(clock() - start) / CLOCKS_PER_SEC, library->cast.len};
    library_free(library);
    return outcome;
}

static int by_size(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

int main(void)
{
    static const unsigned aliases[] = {1, 1000, 10000};
    double seconds[COUNT(aliases)][ROUNDS];
    size_t mentions[COUNT(aliases)] = {0}, bytes = 0;
    struct buf *texts = memory_get(ARTICLES * sizeof *texts);
    make_texts(texts);
    for (int i = 0; i < ARTICLES; i++)
        bytes += texts[i].len;
    work(texts, 1); /* first touch of memory is dear */
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < COUNT(aliases); i++) {
            struct outcome outcome = work(texts, aliases[i]);
            seconds[i][round] = outcome.seconds;
            mentions[i] = outcome.mentions;
        }
    }
    printf("index and mentions, %d articles, %.1f MB\n", ARTICLES, (double)bytes / 1e6);
    for (size_t i = 0; i < COUNT(aliases); i++) {
        qsort(seconds[i], ROUNDS, sizeof seconds[i][0], by_size);
        printf("  %6u aliases  %8zu mentions  %6.1f ms of CPU  %.2f x one alias\n", aliases[i],
               mentions[i], seconds[i][ROUNDS / 2] * 1e3,
               seconds[i][ROUNDS / 2] / seconds[0][ROUNDS / 2]);
    }
    for (int i = 0; i < ARTICLES; i++)
        buf_free(&texts[i]);
    free(texts);
    return 0;
}
