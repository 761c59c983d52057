/* SPDX-License-Identifier: ISC */
/* Notes by what they are on, and their numbers. */
#include "parts.h"

#include "dossier/base/memory.h"

static struct group *group_of(struct arena *arena, struct groups *groups, uint32_t *of_article,
                              const struct note *note)
{
    if (of_article[note->number] == UINT32_MAX) {
        of_article[note->number] = (uint32_t)groups->len;
        *vec_add(arena, groups) = (struct group){.article = note->number};
    }
    return &groups->at[of_article[note->number]];
}

static void add_rest(struct arena *arena, const struct export_request *request,
                     enum group_kind kind, struct groups *out)
{
    struct group group = {.kind = kind, .article = ARTICLE_NONE};
    for (size_t i = 0; i < request->count; i++) {
        const struct note *note = request->notes[i];
        enum group_kind its = note->article.len ? GROUP_MISSING : GROUP_ACTORS;
        if (note->number == ARTICLE_NONE && its == kind)
            vec_add(arena, &group)->note = note;
    }
    if (group.len)
        *vec_add(arena, out) = group;
}

void parts_groups(struct arena *arena, const struct export_request *request, struct groups *out)
{
    size_t articles = request->library->corpus.len;
    uint32_t *of_article = arena_many(arena, uint32_t, articles + 1);
    for (size_t i = 0; i < articles; i++)
        of_article[i] = UINT32_MAX;
    for (size_t i = 0; i < request->count; i++) {
        const struct note *note = request->notes[i];
        if (note->number != ARTICLE_NONE)
            vec_add(arena, group_of(arena, out, of_article, note))->note = note;
    }
    add_rest(arena, request, GROUP_ACTORS, out);
    add_rest(arena, request, GROUP_MISSING, out);
    size_t number = 0;
    for (size_t i = 0; i < out->len; i++) {
        for (size_t j = 0; j < out->at[i].len; j++)
            out->at[i].at[j].number = ++number;
    }
}

size_t parts_number(const struct groups *groups, struct str id)
{
    for (size_t i = 0; id.len && i < groups->len; i++) {
        for (size_t j = 0; j < groups->at[i].len; j++) {
            if (str_eq(groups->at[i].at[j].note->id, id))
                return groups->at[i].at[j].number;
        }
    }
    return 0;
}
