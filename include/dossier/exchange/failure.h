/* SPDX-License-Identifier: ISC */
/* What stops a file in a foreign format from being read. */
#ifndef DOSSIER_EXCHANGE_FAILURE_H
#define DOSSIER_EXCHANGE_FAILURE_H

#include "dossier/base/error.h"

/* A place, from 1 (0: the file as a whole; columns are bytes), and a sentence. */
struct exchange_failure {
    int line, column;
    struct error error;
};

#endif
