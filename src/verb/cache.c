/* SPDX-License-Identifier: ISC */
/* cache: what is kept of the texts from one run to the next. */
#include "common.h"

#include "dossier/load/load.h"

static enum status run(struct verb_call *call)
{
    struct kept kept;
    bool drop = call->operand_count == 1;
    if (drop && !str_is(call->operands[0], "drop")) {
        verb_fail("cache: \"%.*s\" is not known; \"drop\" is, which removes what is kept",
                  STR_ARG(str_sub(call->operands[0], 0, 40)));
        return STATUS_FAILED;
    }
    if (!library_kept_files(call->path, drop, &kept)) {
        verb_fail("cache: there is no folder for caches; XDG_CACHE_HOME or HOME names one");
        return STATUS_FAILED;
    }
    fprintf(call->out, "%s\n%s%zu file%s, %.1f MB\n", kept.folder, drop ? "removed: " : "",
            kept.files, kept.files == 1 ? "" : "s", (double)kept.bytes / 1e6);
    return kept.files ? STATUS_DONE : STATUS_NOTHING;
}

const struct verb verb_cache = {
    .name = "cache",
    .operands = "[drop]",
    .summary = "what is kept of large dossiers",
    .about =
        "The texts of a large folder and the index of their words are kept in the cache folder, so "
        "that\n"
        "the next start takes no time. Tells where, and how large that is; with drop, removes "
        "it.\n"
        "Nothing is lost by that: it is made anew from the articles.\n",
    .example = "dossier cache drop",
    .least = 0,
    .most = 1,
    .flags = VERB_ALONE,
    .run = run,
};
