/* SPDX-License-Identifier: ISC */
/* What a key costs in CPU time in a list of so many articles: moving, ordering, grouping, jumping,
 * filtering, and along the timeline. Each is the update and one drawing; of keys that can be
 * pressed again, the best of some rounds is told. What a filter does between keys is told apart. */
#include "../screens/session.h"

#include "dossier/base/count.h"
#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/draw/draw.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { WIDTH = 120, HEIGHT = 40, ROUNDS = 5, IN_A_FOLDER = 1000 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static const char *const words[] = {"talks",   "peace",    "bridge", "envoy",   "summit", "river",
                                    "energy",  "market",   "deal",   "army",    "court",  "winter",
                                    "harbour", "minister", "treaty", "election"};
static const char *const sources[] = {"Reuters", "AP", "Kyiv Post", "Le Monde", "The Guardian", ""};

static const char *const times[] = {"Monday", "Friday", "yesterday", "last month",
                                    "earlier this year"};

/* The same numbers in every run. */
static uint32_t dice(void)
{
    static uint64_t state = 88172645463325252u;
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 32);
}

static void write_article(FILE *file)
{
    const char *source = sources[dice() % COUNT(sources)];
    fprintf(file, "---\ntitle:");
    for (int i = 0; i < 6; i++)
        fprintf(file, " %s", words[dice() % COUNT(words)]);
    fprintf(file, "\ndate: %04u-%02u-%02u\n", 2015 + dice() % 10, 1 + dice() % 12, 1 + dice() % 28);
    if (*source)
        fprintf(file, "source: %s\n", source);
    fprintf(file, "---\nThe %s went on by the river, and so did the %s on %s.\n\n",
            words[dice() % COUNT(words)], words[dice() % COUNT(words)],
            times[dice() % COUNT(times)]);
    fprintf(file, "It was said on %u June %u, and %s, that it would end.\n", 1 + dice() % 30,
            1990 + dice() % 40, times[dice() % COUNT(times)]);
}

static bool write_articles(long count)
{
    struct error error;
    char path[64];
    for (long i = 0; i < count; i++) {
        snprintf(path, sizeof path, "dossier/%04ld", i / IN_A_FOLDER);
        if (i % IN_A_FOLDER == 0 && !file_make_folder(path, 0755, &error))
            return false;
        snprintf(path, sizeof path, "dossier/%04ld/%07ld.txt", i / IN_A_FOLDER, i);
        FILE *file = fopen(path, "w");
        if (!file)
            return false;
        write_article(file);
        fclose(file);
    }
    return true;
}

static void press(struct session *session, key k)
{
    world_feed(&session->world, &(struct event){.kind = EVENT_KEY, .key = k});
    session_draw(session);
}

/* What goes on between keys, in milliseconds: all of it, and the longest step, which a key may have
 * to wait for. */
struct between {
    double all, step;
};

static void go_on(struct session *session, struct between *between)
{
    double start = now();
    while (world_go_on(&session->world)) {
        double took = now() - start;
        between->all += took;
        between->step = took > between->step ? took : between->step;
        start = now();
    }
}

/* The dearest of KEYS in milliseconds. */
static double dearest(struct session *session, const char *keys, struct between *between)
{
    double most = 0;
    *between = (struct between){.all = 0};
    for (const char *at = keys; *at; at++) {
        double start = now();
        press(session, (key)*at);
        double took = now() - start;
        most = took > most ? took : most;
        go_on(session, between);
    }
    return most;
}

static const struct {
    const char *name, *keys;
    int rounds;
} kinds[] = {
    {"L", "L", 1},
    {"j", "jjjjkkkk", ROUNDS},
    {"Space, b", "  b", ROUNDS},
    {"G, g", "Gg", ROUNDS},
    {"J K", "JJK", ROUNDS},
    {"L again", "L", 1},
    {"o title, first", "otitle\r", 1},
    {"o title, reversed", "otitle\r", ROUNDS},
    {", r e a (jump)", ",rea\r", ROUNDS},
    {"o source, first", "osource\r", 1},
    {"o mentions, first", "omentions\r", 1},
    {"o unread, first", "ounread\r", 1},
    {"!", "!!", ROUNDS},
    {"o date", "odate\r", 1},
    {", 2018-04", ",2018-04\r", ROUNDS},
    {"zg month", "zgmonth\r", 1},
    {"} }", "}}}{", ROUNDS},
    {"za", "zaza", ROUNDS},
    {"zA", "zAzA", ROUNDS},
    {"zg source, first", "zgsource\r", 1},
    {"zg none", "zgnone\r", 1},
    {"& b r i d g e", "&bridge", 1},
    {"  d e a l", " deal", 1},
    {"Enter, G, g", "\rGg", 1},
    {"o title, filtered", "otitle\r", ROUNDS},
    {"zg month, by title", "zgmonth\r", 1},
    {"Esc", "\033", 1},
    {"& z z z (nowhere)", "&zzz", 1},
    {"Esc, q", "\033q", 1},
    {"T, first", "T", 1},
    {"h l", "hhll", ROUNDS},
    {"} {", "}}{{", ROUNDS},
    {"G, g", "GGgg", ROUNDS},
    {"v V, by month", "gVVvv", ROUNDS},
    {"v, by year", "vvvG", ROUNDS},
    {"& b r i d g e", "&bridge\r", 1},
    {"Esc, q", "\033q", 1},
};

static void measure(struct session *session)
{
    for (size_t i = 0; i < COUNT(kinds); i++) {
        double best = 1e9;
        struct between between = {.all = 0};
        for (int round = 0; round < kinds[i].rounds; round++) {
            double took = dearest(session, kinds[i].keys, &between);
            best = took < best ? took : best;
        }
        printf("  %-22s %9.3f ms", kinds[i].name, best);
        if (between.all >= 0.01)
            printf("  and %.1f ms between keys, %.1f at a time", between.all, between.step);
        putchar('\n');
    }
}

/* The state is begun anew on what is loaded: what the first screen costs by itself. */
static double first_screen(struct session *session)
{
    state_end(&session->state);
    double start = now();
    world_start(&session->world, &session->state);
    session_size(session, WIDTH, HEIGHT);
    session_draw(session);
    return now() - start;
}

static bool run(long count)
{
    static struct session session;
    struct error error = {.text = "the articles can't be written"};
    session.width = WIDTH;
    bool ok = session_begin(&session, NULL, &error) && write_articles(count) &&
              session_start(&session, NULL, &error);
    if (!ok) {
        fprintf(stderr, "%s\n", error.text);
    } else {
        printf("%s articles\n", COUNT_ARG(session.state.library->corpus.len));
        printf("  %-22s %9.3f ms\n", "first screen", first_screen(&session));
        measure(&session);
    }
    session_end(&session);
    return ok;
}

int main(int argc, char **argv)
{
    static const long counts[] = {10000, 100000};
    if (argc > 1)
        return run(atol(argv[1])) ? 0 : 2;
    for (size_t i = 0; i < COUNT(counts); i++)
        if (!run(counts[i]))
            return 2;
    return 0;
}
