/* SPDX-License-Identifier: ISC */
/* How the file that lists what is kept is laid out, for those who write and read it. */
#ifndef DOSSIER_LOAD_IMAGE_PARTS_H
#define DOSSIER_LOAD_IMAGE_PARTS_H

#include "dossier/model/corpus.h"

#define IMAGE_KIND 0x72656469 /* "ider" */
#define IMAGE_LIST "library"
#define IMAGE_ENDING ".segment"

enum kept {
    KEPT_COUNTS, /* struct counts */
    KEPT_PARTS,  /* struct kept_part, one each */
    KEPT_BY_PATH,
    KEPT_BY_DATE,
    KEPT_RANK,
    KEPT_GONE,
    KEPT_PROBLEMS, /* struct kept_problem, and the texts behind each */
    KEPT_TITLE,
    KEPT_FOLDER, /* the real path, for two may share a hash */
    KEPT_SECTIONS
};

struct counts {
    uint64_t len;
    uint32_t numbers, gone_numbers;
};

struct kept_part {
    char name[SEGMENT_NAME];
    uint32_t first;
};

struct kept_problem {
    uint32_t severity, line, column, file, code, message; /* the last three: bytes */
};

/* A number for the form of the list. */
uint64_t image_stamp(void);
/* Removes segments in the folder WHERE that CORPUS does not have and nobody else is writing. */
void image_tidy(const char *where, const struct corpus *corpus);

#endif
