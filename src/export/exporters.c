/* SPDX-License-Identifier: ISC */
#include "dossier/export/exporters.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "formats.h"

const struct exporter *const exporters[] = {
    &exporter_markdown, &exporter_html, &exporter_org,
    &exporter_webanno,  &exporter_csv,  &exporter_jsonl,
    &exporter_csl_json, &exporter_text, &exporter_qdpx,
    &exporter_evidence, NULL,
};

const struct exporter *exporters_find(struct str name, struct error *error)
{
    struct buf names = {0};
    for (size_t i = 0; exporters[i]; i++) {
        if (str_is(name, exporters[i]->name)) {
            buf_free(&names);
            return exporters[i];
        }
        buf_printf(&names, "%s%s", i ? ", " : "", exporters[i]->name);
    }
    error_set(error, "there is no export format “%.*s”; allowed are %s",
              STR_ARG(str_sub(name, 0, 80)), names.at);
    buf_free(&names);
    return NULL;
}

bool exporters_by(struct str word, enum export_by *out, struct error *error)
{
    static const char *const names[] = {"article", "actor", "tag", "date"};
    for (size_t i = 0; i < COUNT(names); i++) {
        if (str_is(word, names[i])) {
            *out = (enum export_by)i;
            return true;
        }
    }
    return error_set(error,
                     "notes are not grouped by “%.*s”; allowed are article, actor, tag, date",
                     STR_ARG(str_sub(word, 0, 80)));
}
