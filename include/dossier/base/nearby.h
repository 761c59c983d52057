/* SPDX-License-Identifier: ISC */
/* The folder in which files are looked at one after the other: each of a million paths leads
 * through the same folders, and the system need not go that way anew. */
#ifndef DOSSIER_BASE_NEARBY_H
#define DOSSIER_BASE_NEARBY_H

struct nearby {
    char *folder; /* where the last file lay, on the heap; NULL at first */
    int fd;       /* that folder, opened; or AT_FDCWD where it can't be */
};

/* What openat and its like may be given for PATH: the folder, and a name in it. */
struct near_file {
    int folder;
    const char *name; /* a part of PATH */
};
struct near_file nearby_find(struct nearby *nearby, const char *path);
void nearby_close(struct nearby *nearby);

#endif
