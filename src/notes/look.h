/* SPDX-License-Identifier: ISC */
/* What a file looks like from outside: whether it was written meanwhile. */
#ifndef DOSSIER_SRC_NOTES_LOOK_H
#define DOSSIER_SRC_NOTES_LOOK_H

#include <stdbool.h>
#include <sys/types.h>
#include <time.h>

struct look {
    bool there;
    bool sure; /* any other content would look other */
    dev_t device;
    ino_t inode;
    off_t size;
    struct timespec written, touched; /* its content; also its name */
};

struct look look_at(const char *path);
/* The same of an open file; -1: of none. */
struct look look_at_open(int fd);
bool look_same(const struct look *a, const struct look *b);
/* FILE was written while WAS, the file in whose place it was put, still stood: so whoever wrote it
 * under a lock had read WAS and nothing later. */
bool look_follows(const struct look *file, const struct look *was);

#endif
