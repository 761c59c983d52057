/* SPDX-License-Identifier: ISC */
#include "sources.h"

#include "dossier/base/memory.h"
#include "groups.h"

void sources_find(struct arena *arena, const struct export_request *request, struct sources *out)
{
    const struct note *const *notes = groups_order(arena, request);
    size_t articles = request->library->corpus.numbers;
    size_t *of_article = arena_many(arena, size_t, articles + 1);
    for (size_t i = 0; i < request->count; i++) {
        const struct note *note = notes[i];
        if (note->number == ARTICLE_NONE)
            continue;
        if (!of_article[note->number]) {
            *vec_add(arena, out) = (struct source){.article = note->number};
            of_article[note->number] = out->len;
        }
        struct source *source = &out->at[of_article[note->number] - 1];
        if (!source->sha256.len)
            source->sha256 = note->sha256;
        if (note->created > 0 && (!source->read || note->created < source->read))
            source->read = note->created;
    }
}
