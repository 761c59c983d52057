/* SPDX-License-Identifier: ISC */
#include "pick.h"

#include "common.h"

#include "dossier/base/memory.h"

#include <string.h>

static const struct {
    const char *option;
    enum choose_kind kind;
} kinds[] = {
    {"tag", CHOOSE_TAG},       {"actor", CHOOSE_ACTOR}, {"article", CHOOSE_ARTICLE},
    {"writer", CHOOSE_WRITER}, {"state", CHOOSE_STATE}, {"since", CHOOSE_SINCE},
};

/* Each option as one more term that must hold: of all alternatives, if the words have some. */
static bool add_options(const struct verb_call *call, struct choose *choose)
{
    struct error error;
    for (size_t i = 0; i < call->given_count; i++) {
        const struct given *given = &call->given[i];
        for (size_t k = 0; k < COUNT(kinds); k++) {
            if (!strcmp(given->option->name, kinds[k].option) &&
                !choose_add(choose, kinds[k].kind, given->value, &error))
                return verb_fail("--%s: %s", kinds[k].option, error.text);
        }
    }
    return true;
}

bool pick_read(const struct verb_call *call, size_t first, struct choose *out)
{
    struct error error;
    struct str words = verb_join(call, first);
    return (choose_read(call->arena, call->library, words, false, out, &error) ||
            verb_fail("%s", error.text)) &&
           add_options(call, out);
}
