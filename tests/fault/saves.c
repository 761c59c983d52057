/* SPDX-License-Identifier: ISC */
/* One of several programs that save notes of one writer at the same time, as fast as they can.
 *
 * usage: saves FOLDER WRITER NAME COUNT [file]    makes COUNT notes, "NAME 0", "NAME 1" …
 *        saves FOLDER WRITER                      prints how many notes there are, and the texts
 *
 * With "file" it saves by the file layer alone, which does not read again what the others saved:
 * for tens of thousands. A save that is refused because another program holds the lock too long is
 * tried again, as a person would. */
#include "dossier/load/load.h"
#include "dossier/notes/notebook.h"
#include "dossier/notes/notes_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TRIES 100

struct saver {
    struct library *library;
    struct notebook *notebook;
    const char *path; /* NULL: through the notebook */
};

static bool save(const struct saver *saver, struct note *note, struct error *error)
{
    if (!saver->path)
        return notebook_put(saver->notebook, saver->library, note, 1, error);
    struct notes_change change = {.kind = NOTES_PUT, .note = *note};
    return notes_write(saver->path, &change, 1, NULL, error);
}

static int save_all(const struct saver *saver, const char *name, long count)
{
    struct error error = {0};
    for (long i = 0; i < count; i++) {
        char text[64], id[64];
        snprintf(text, sizeof text, "%s %ld", name, i);
        snprintf(id, sizeof id, "s-%s-%ld", name, i);
        struct note note = {.text = str_of(text), .created = 1, .modified = 1};
        note.article = corpus_article(&saver->library->corpus, 0)->path;
        note.id = saver->path ? str_of(id) : STR("");
        bool ok = false;
        for (int tries = 0; tries < TRIES && !ok; tries++)
            ok = save(saver, &note, &error);
        if (!ok) {
            fprintf(stderr, "saves: %s\n", error.text);
            return 1;
        }
    }
    return 0;
}

static int print_all(const struct notebook *notebook)
{
    printf("%zu\n", notebook->len);
    for (size_t i = 0; i < notebook->len; i++)
        printf("%.*s\n", STR_ARG(notebook->at[i].text));
    for (size_t i = 0; i < notebook->problems.len; i++)
        printf("problem: %.*s\n", STR_ARG(notebook->problems.at[i].message));
    return 0;
}

int main(int count, char **arguments)
{
    struct error error;
    if (count != 3 && count != 5 && count != 6) {
        fprintf(stderr, "usage: saves FOLDER WRITER [NAME COUNT [file]]\n");
        return 2;
    }
    struct saver saver = {.library =
                              library_load(&(struct load_request){arguments[1]}, NULL, &error)};
    if (!saver.library || !saver.library->corpus.len) {
        fprintf(stderr, "saves: %s\n", saver.library ? "no article" : error.text);
        return 2;
    }
    struct arena *arena = arena_new();
    saver.notebook =
        notebook_open(saver.library, &(struct notebook_request){.writer = arguments[2]});
    if (count == 6)
        saver.path = arena_printf(arena, "%s/%s.yaml", saver.notebook->folder, arguments[2]).at;
    int status = count == 3 ? print_all(saver.notebook)
                            : save_all(&saver, arguments[3], strtol(arguments[4], NULL, 10));
    notebook_close(saver.notebook);
    library_free(saver.library);
    arena_free(arena);
    return status;
}
