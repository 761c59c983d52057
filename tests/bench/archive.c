/* SPDX-License-Identifier: ISC */
/* What a large folder costs, one thing a run, so that runs can be interleaved with those of other
 * programs: tests/bench/archive does that. Prints "name value" lines: seconds, bytes, ratios.
 *
 * usage: bench_archive cold|keep|warm|change|alias FOLDER
 *
 *   cold    read, index, find all mentions, with nothing kept; what memory that takes
 *   keep    the same, and keep it
 *   warm    what was kept, up to the articles of a first screen; what memory that takes
 *   change  compare the folder with what was kept, twice; then with one file changed, of which the
 *           system told
 *   alias   look up every name of tags.yaml by itself
 */
#include "dossier/base/memory.h"
#include "dossier/load/load.h"
#include "dossier/model/pattern.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Bytes. What getrusage tells may be that of who started the program. */
static double peak(void)
{
    char line[256];
    unsigned long most = 0;
    FILE *file = fopen("/proc/self/status", "re");
    while (file && fgets(line, sizeof line, file) && sscanf(line, "VmHWM: %lu kB", &most) != 1)
        continue;
    if (file)
        fclose(file);
    return (double)most * 1024;
}

static struct library *load_changed(const char *folder, const struct library *before, bool no_cache,
                                    const struct str *changed)
{
    struct error error = {0};
    struct load_request request = {.path = folder,
                                   .before = before,
                                   .no_cache = no_cache,
                                   .changed = changed,
                                   .changed_count = changed != NULL};
    struct library *library = library_load(&request, NULL, &error);
    if (library)
        return library;
    fprintf(stderr, "%s\n", error.text);
    exit(2);
}

static struct library *load(const char *folder, const struct library *before, bool no_cache)
{
    return load_changed(folder, before, no_cache, NULL);
}

static uint64_t text_size(const struct library *library)
{
    uint64_t size = 0;
    for (size_t i = 0; i < library->corpus.part_count; i++)
        size += segment_size(library->corpus.parts[i].segment);
    return size;
}

static uint64_t index_size(const struct library *library)
{
    uint64_t size = 0;
    for (size_t i = 0; i < library->corpus.part_count; i++)
        size += segment_index_size(library->corpus.parts[i].segment);
    return size;
}

static void tell(const char *name, double value)
{
    printf("%s %.9g\n", name, value);
}

static void cold(const char *folder)
{
    double start = now();
    struct library *library = load(folder, NULL, true);
    tell("seconds", now() - start);
    double text = (double)text_size(library);
    tell("articles", (double)library->corpus.len);
    tell("bytes", text);
    tell("mentions", (double)library->cast.len);
    tell("index_a_byte", (double)index_size(library) / text);
    tell("peak_a_byte", peak() / text);
    library_free(library);
}

static void keep(const char *folder)
{
    struct error error = {0};
    struct library *library = load(folder, NULL, true);
    double start = now();
    if (!library_keep(library, &error))
        fprintf(stderr, "%s\n", error.text);
    tell("keep_seconds", now() - start);
    library_free(library);
    library = library_kept(folder);
    if (library)
        tell("kept_index_a_byte", (double)index_size(library) / (double)text_size(library));
    library_free(library);
}

/* The rows of a first screen, and the text under the cursor. */
static void warm(const char *folder)
{
    double start = now();
    struct library *library = library_kept(folder);
    size_t seen = 0;
    if (!library) {
        fprintf(stderr, "nothing is kept of %s\n", folder);
        exit(2);
    }
    for (size_t i = 0; i < 60 && i < library->corpus.len; i++)
        seen += corpus_article(&library->corpus, library->corpus.by_date[i])->facts.title.len;
    const struct article *first = corpus_article(&library->corpus, library->corpus.by_date[0]);
    seen += article_paragraph_count(first);
    tell("seconds", now() - start);
    tell("peak_bytes", peak());
    tell("seen", (double)seen);
    library_free(library);
}

/* Adds a line to the first article by path. */
static void change_one(const struct library *library)
{
    struct arena *arena = arena_new();
    struct str path = corpus_path(&library->corpus, library->corpus.by_path[0]);
    FILE *file = fopen(path_join(arena, library->folder, arena_chars(arena, path)), "ab");
    if (file) {
        fputs("One line more.\n", file);
        fclose(file);
    }
    arena_free(arena);
}

static void change(const char *folder)
{
    struct library *kept = library_kept(folder);
    if (!kept)
        exit(2);
    struct library *first = load(folder, kept, false);
    double start = now();
    struct library *second = load(folder, first, false);
    double same = now() - start;
    change_one(second);
    struct str changed = corpus_path(&second->corpus, second->corpus.by_path[0]);
    start = now();
    struct library *third = load_changed(folder, second, false, &changed);
    tell("check_seconds", same);
    tell("changed_seconds", now() - start);
    tell("read", (double)(third->corpus.numbers - second->corpus.numbers));
    library_free(third);
    library_free(second);
    library_free(first);
    library_free(kept);
}

static int by_size(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* The seconds that the places of NAME took; they are counted. */
static double look_up(const struct library *library, struct str name, size_t *found)
{
    struct arena *arena = arena_new();
    struct places places = {0};
    double start = now();
    pattern_find(pattern_make(arena, name, false), &library->corpus, arena, &places);
    double took = now() - start;
    *found += places.len;
    arena_free(arena);
    return took;
}

static void alias(const char *folder)
{
    struct library *kept = library_kept(folder);
    struct library *library = load(folder, kept, false);
    size_t forms = library->tags.forms.len, count = 0, found = 0;
    double *seconds = memory_get((forms + 1) * sizeof *seconds);
    for (int round = 0; round < 2; round++) { /* the first one warms up */
        count = 0;
        for (size_t i = 0; i < forms; i++) {
            if (library->tags.forms.at[i].text.len)
                seconds[count++] = look_up(library, library->tags.forms.at[i].text, &found);
        }
    }
    qsort(seconds, count, sizeof *seconds, by_size);
    tell("names", (double)count);
    tell("places", (double)found / 2);
    tell("median_seconds", count ? seconds[count / 2] : 0);
    tell("longest_seconds", count ? seconds[count - 1] : 0);
    free(seconds);
    library_free(library);
    library_free(kept);
}

int main(int count, char **words)
{
    static const struct {
        const char *name;
        void (*run)(const char *folder);
    } runs[] = {
        {"cold", cold}, {"keep", keep}, {"warm", warm}, {"change", change}, {"alias", alias}};
    for (size_t i = 0; count == 3 && i < COUNT(runs); i++) {
        if (strcmp(words[1], runs[i].name) == 0) {
            runs[i].run(words[2]);
            return 0;
        }
    }
    fputs("usage: bench_archive cold|keep|warm|change|alias FOLDER\n", stderr);
    return 2;
}
