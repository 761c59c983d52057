/* SPDX-License-Identifier: ISC */
#include "dossier/app/tui.h"

#include <stdio.h>

int tui_run(const struct tui_request *request)
{
    (void)request;
    fputs("dossier: the reader is not built yet; dossier --help lists the verbs\n", stderr);
    return 2;
}
