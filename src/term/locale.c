/* SPDX-License-Identifier: ISC */
/* On a plain machine only C, POSIX and C.UTF-8 exist; a name that does not exist says nothing
 * against the terminal having Unicode. */
#include "dossier/term/term.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool term_locale(void)
{
    bool known = setlocale(LC_ALL, "") != NULL;
    if (!known) {
        setlocale(LC_ALL, "C");
        setlocale(LC_CTYPE, "C.UTF-8");
    }
    return strcasecmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool term_is_dumb(void)
{
    const char *name = getenv("TERM");
    return !name || !*name || strcmp(name, "dumb") == 0 || strcmp(name, "unknown") == 0;
}
