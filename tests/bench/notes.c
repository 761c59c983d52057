/* SPDX-License-Identifier: ISC */
/* What it costs to read a file of 10,000 and 100,000 notes, and to save one more into it, or a new
 * version of one: wall clock, and CPU as the system counts it. Beside it the same file read by the
 * YAML reader alone, and copied. The median of several rounds is told. */
#include "dossier/base/buf.h"
#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/notes/notes_file.h"
#include "dossier/yaml/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 7, PER_ARTICLE = 40 };

static const double load_allowed = 1000, save_allowed = 50; /* ms */

struct cost {
    double wall, cpu; /* ms */
};

static struct cost now(void)
{
    struct timespec t;
    struct rusage usage;
    clock_gettime(CLOCK_MONOTONIC, &t);
    getrusage(RUSAGE_SELF, &usage);
    return (struct cost){(double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6,
                         (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
                             (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3};
}

static int by_size(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* What WORK costs, given the number of the round. */
static struct cost measure(void (*work)(int round))
{
    double wall[ROUNDS], cpu[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
        struct cost before = now();
        work(round);
        struct cost after = now();
        wall[round] = after.wall - before.wall;
        cpu[round] = after.cpu - before.cpu;
    }
    qsort(wall, ROUNDS, sizeof *wall, by_size);
    qsort(cpu, ROUNDS, sizeof *cpu, by_size);
    return (struct cost){wall[ROUNDS / 2], cpu[ROUNDS / 2]};
}

static const char *path, *other;
static unsigned notes;

static void die(const struct error *error)
{
    fprintf(stderr, "%s\n", error->text);
    exit(2);
}

/* Note NUMBER, in the order of the file. */
static struct note make_note(struct arena *arena, unsigned number, const char *words)
{
    static const struct str tags[] = {{"harbour", 7}, {"to check", 8}};
    static const char *const quotes[] = {"the worst night", "нічний міст", "He said: \"not now\""};
    struct note note = {.has_passage = true, .tags = (struct str *)tags};
    note.id = arena_printf(arena, "a%011x", number * 2654435761u);
    note.article = arena_printf(arena, "%06u.txt", number / PER_ARTICLE);
    note.sha256 = STR("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    note.at.start = 200 + number % PER_ARTICLE * 90;
    note.quote = str_of(quotes[number % COUNT(quotes)]);
    note.at.end = note.at.start + (uint32_t)note.quote.len;
    note.before = STR("spoke of ");
    note.after = STR(", and");
    note.text = arena_printf(arena, "%s %u\nWho was on the pier?", words, number);
    note.tag_count = number % 3;
    note.created = note.modified = 1795000000 + number;
    return note;
}

static void make_file(void)
{
    struct arena *arena = arena_new();
    struct buf all = {0}, item = {0};
    struct error error;
    buf_chars(&all, "version: 1\nnotes:\n");
    for (unsigned i = 0; i < notes; i++) {
        struct note note = make_note(arena, i, "Compare the book.");
        buf_clear(&item);
        notes_item(&note, &item);
        struct str rest = buf_view(&item), line;
        for (bool first = true; str_split(&rest, '\n', &line); first = false) {
            if (line.len)
                buf_chars(&all, first ? "  - " : "    ");
            buf_str(&all, line);
            buf_char(&all, '\n');
        }
    }
    if (!file_save(path, buf_view(&all), 0600, &error))
        die(&error);
    printf("%u notes, %.1f MB\n", notes, (double)all.len / 1e6);
    buf_free(&all);
    buf_free(&item);
    arena_free(arena);
}

static void read_source(struct buf *source)
{
    struct error error;
    if (!file_read(path, YAML_LARGEST, source, &error))
        die(&error);
}

static void load(int round)
{
    (void)round;
    struct arena *arena = arena_new();
    struct buf source = {0};
    struct notes_content content = {0};
    struct problems problems = {.arena = arena};
    read_source(&source);
    bool ok = notes_read(arena, buf_view(&source), STR("x"), STR("x"), &content, &problems);
    if (!ok || content.notes.len < notes || problems.len)
        die(&(struct error){"the notes do not read back"});
    buf_free(&source);
    arena_free(arena);
}

static void load_by_yaml(int round)
{
    (void)round;
    struct arena *arena = arena_new();
    struct buf source = {0};
    read_source(&source);
    yaml_read(arena, buf_view(&source), NULL);
    buf_free(&source);
    arena_free(arena);
}

static void copy(int round)
{
    (void)round;
    struct buf source = {0};
    struct error error;
    read_source(&source);
    if (!file_save(other, buf_view(&source), 0600, &error))
        die(&error);
    buf_free(&source);
}

static void put(struct note *note)
{
    struct error error;
    struct notes_change change = {.note = *note};
    if (!notes_write(path, &change, 1, NULL, &error))
        die(&error);
}

static void save_new(int round)
{
    struct arena *arena = arena_new();
    struct note note = make_note(arena, notes / 7 * (unsigned)round, "A new one.");
    note.id = arena_printf(arena, "b%011x", (unsigned)round);
    put(&note);
    arena_free(arena);
}

static void save_version(int round)
{
    struct arena *arena = arena_new();
    struct note note = make_note(arena, notes / 8 * (unsigned)round, "Other words.");
    put(&note);
    arena_free(arena);
}

static void tell(const char *what, struct cost cost, struct cost beside, double wall, double cpu)
{
    printf("  %-26s %7.1f ms, %7.1f ms of CPU  %6.2f x copying it", what, cost.wall, cost.cpu,
           cost.cpu / beside.cpu);
    if (wall > 0)
        printf("  (%g ms allowed)", wall);
    if (cpu > 0)
        printf("  (%g ms of CPU allowed)", cpu);
    printf("\n");
}

static void measure_file(unsigned count, bool large)
{
    notes = count;
    make_file();
    struct cost copied = measure(copy), loaded = measure(load), by_yaml = {0};
    if (!large)
        by_yaml = measure(load_by_yaml);
    tell("copying the file, safely", copied, copied, 0, 0);
    tell("reading it", loaded, copied, large ? load_allowed : 0, 0);
    if (!large)
        tell("the YAML reader alone", by_yaml, copied, 0, 0);
    tell("saving a new note", measure(save_new), copied, large ? 0 : save_allowed,
         large ? save_allowed : 0);
    tell("saving a new version", measure(save_version), copied, large ? 0 : save_allowed,
         large ? save_allowed : 0);
}

int main(void)
{
    char folder[] = "/tmp/dossier-bench-XXXXXX";
    struct arena *arena = arena_new();
    if (!mkdtemp(folder))
        return 2;
    path = path_join(arena, folder, "anna.yaml");
    other = path_join(arena, folder, "copy");
    measure_file(10000, false);
    measure_file(100000, true);
    unlink(path);
    unlink(other);
    rmdir(folder);
    arena_free(arena);
    return 0;
}
