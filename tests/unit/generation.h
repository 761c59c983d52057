/* SPDX-License-Identifier: ISC */
/* Libraries that follow each other, with nothing kept between. */
#ifndef DOSSIER_TESTS_GENERATION_H
#define DOSSIER_TESTS_GENERATION_H

#include "dossier/load/load.h"

#include <criterion/criterion.h>

/* What FOLDER has now, after BEFORE (or NULL); only COUNT paths may have CHANGED, or all, if 0. */
static inline struct library *generation(const char *folder, const struct library *before,
                                         const struct str *changed, size_t count)
{
    struct error error = {0};
    struct load_request request = {.path = folder,
                                   .before = before,
                                   .no_cache = true,
                                   .changed = changed,
                                   .changed_count = count};
    struct library *library = library_load(&request, NULL, &error);
    cr_assert_not_null(library, "%s", error.text);
    return library;
}

#endif
