/* SPDX-License-Identifier: ISC */
#include "dossier/export/importers.h"

const struct importer *const importers[] = {NULL};

const struct importer *importers_find(struct str bytes, struct error *error)
{
    for (size_t i = 0; importers[i]; i++) {
        if (importers[i]->knows(bytes))
            return importers[i];
    }
    error_set(error, "this is no file of notes that can be taken in");
    return NULL;
}
