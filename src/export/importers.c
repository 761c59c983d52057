/* SPDX-License-Identifier: ISC */
#include "dossier/export/importers.h"

#include "dossier/base/buf.h"
#include "importers_own.h"

/* The surer ones first: each looks at the beginning only. */
const struct importer *const importers[] = {&importer_qdpx, &importer_jsonl, &importer_webanno,
                                            &importer_yaml, NULL};

const struct importer *importers_find(struct str bytes, struct error *error)
{
    struct buf names = {0};
    for (size_t i = 0; importers[i]; i++) {
        if (importers[i]->knows(bytes)) {
            buf_free(&names);
            return importers[i];
        }
        buf_printf(&names, "%s%s (%s)", i ? ", " : "", importers[i]->name, importers[i]->help);
    }
    error_set(error, "this is no file of notes that can be taken in; allowed are %s", names.at);
    buf_free(&names);
    return NULL;
}
