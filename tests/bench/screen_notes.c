/* SPDX-License-Identifier: ISC */
/* What a key costs in CPU time with 100,000 notes of a colleague in the notebook: opening the list
 * of all notes, filtering it letter by letter, moving in it, ordering it, and reading on. The best
 * of several rounds is told. */
#include "../screens/session.h"

#include "dossier/base/file.h"
#include "dossier/base/hash.h"
#include "dossier/base/memory.h"
#include "dossier/draw/draw.h"
#include "dossier/yaml/write.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { WIDTH = 120, HEIGHT = 40, ROUNDS = 3, NOTES = 100000 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static const char *const articles[] = {"000_84301d29c00dabfb.txt", "001_b6ab9d925da0c223.txt",
                                       "002_cdaec64050547ed1.txt", "003_2a5c6933c16f0aef.txt",
                                       "004_08c6c7b936ebf9b5.txt"};

/* Notes on words of the articles, in the form of the files that the program writes. */
static void write_notes(int count)
{
    struct buf out = {0}, text = {0};
    struct error error;
    char hash[HASH_HEX];
    buf_chars(&out, "version: 1\nnotes:\n");
    for (int i = 0; i < count; i++) {
        const char *name = articles[(long)i * 5 / count];
        if (i == 0 || name != articles[(long)(i - 1) * 5 / count]) {
            struct arena *arena = arena_new();
            buf_clear(&text);
            file_read(path_join(arena, "dossier", name), (size_t)1 << 24, &text, &error);
            hash_sha256(buf_view(&text), hash);
            arena_free(arena);
        }
        size_t start = (size_t)i * 7919 % (text.len - 60);
        while ((text.at[start] & 0xc0) == 0x80)
            start++;
        size_t end = start + 8;
        while ((text.at[end] & 0xc0) == 0x80)
            end++;
        buf_printf(&out, "  - id: a%011x\n    article: %s\n    sha256: %s\n", i, name, hash);
        buf_printf(&out, "    at: [%zu, %zu]\n    quote: ", start, end);
        yaml_put_text(&out, str_sub(buf_view(&text), start, end));
        buf_char(&out, '\n');
        buf_printf(&out, "    text: \"Remark %d, which is not a long one, on the talks\"\n", i);
        buf_printf(&out, "    tags: [tag%d]\n    created: 2026-11-21T10:00:00Z\n", i % 50);
        buf_chars(&out, "    modified: 2026-11-21T10:00:00Z\n");
    }
    if (!file_make_folder("dossier/notes", 0755, &error) ||
        !file_save("dossier/notes/colleague.yaml", buf_view(&out), 0644, &error))
        fprintf(stderr, "%s\n", error.text);
    buf_free(&out);
    buf_free(&text);
}

static double press(struct session *session, const char *keys)
{
    double start = now();
    size_t count = 0;
    for (const char *k = keys; *k; k++, count++) {
        session_key(session, (key)*k);
        session_draw(session);
    }
    return (now() - start) / (double)count;
}

static const struct {
    const char *name, *keys;
} kinds[] = {
    {"A (open all notes)", "A"},
    {"j k (moving in them)", "jjjjkkkk"},
    {"& r (the first letter)", "&r"},
    {"emark 77 (letters)", "emark 77"},
    {"Enter, Esc", "\r\033"},
    {"& #tag7", "&#tag7\r"},
    {"Esc", "\033"},
    {"o date Enter", "odate\r"},
    {"q (back to the text)", "q"},
    {"j k (in the text)", "jjjjkkkk"},
    {"J K (articles)", "JJKK"},
};

int main(int argc, char **argv)
{
    double best[COUNT(kinds)], start = 1e9;
    static struct session session;
    struct error error;
    if (argc < 2)
        return 2;
    char *seeds = realpath(argv[1], NULL);
    for (size_t i = 0; i < COUNT(kinds); i++)
        best[i] = 1e9;
    for (int round = 0; round < ROUNDS; round++) {
        if (!session_begin(&session, seeds, &error)) {
            fprintf(stderr, "%s\n", error.text);
            return 2;
        }
        write_notes(argc > 2 ? atoi(argv[2]) : NOTES);
        session.width = WIDTH;
        session.height = HEIGHT;
        double from = now();
        session_start(&session, NULL, &error);
        session_draw(&session);
        from = now() - from;
        start = from < start ? from : start;
        if (session.state.notebook->len < 2)
            fprintf(stderr, "the notes were not read\n");
        for (size_t i = 0; i < COUNT(kinds); i++) {
            double took = press(&session, kinds[i].keys);
            best[i] = took < best[i] ? took : best[i];
        }
        session_end(&session);
    }
    printf("%-24s %9.3f ms\n", "start", start);
    for (size_t i = 0; i < COUNT(kinds); i++)
        printf("%-24s %9.3f ms a key\n", kinds[i].name, best[i]);
    free(seeds);
    return 0;
}
