/* SPDX-License-Identifier: ISC */
/* Each article knows a number made of what tags.yaml stated of it. Those that have an entry now are
 * looked up; all others must have the number of an article without one, which costs a comparison
 * each. */
#include "restated.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "stated.h"

#include <stdlib.h>

#define FEW 64  /* articles that are read again, however few there are in all */
#define PART 16 /* of more, one in so many */

/* An article with an entry, and the number that its statement has now. */
struct claim {
    uint32_t number, stated;
};

struct claims {
    struct claim *at;
    size_t len, cap;
};

static int by_number(const void *a, const void *b)
{
    uint32_t x = ((const struct claim *)a)->number, y = ((const struct claim *)b)->number;
    return x < y ? -1 : x > y;
}

static void find_claims(const struct loading *loading, const struct corpus *corpus,
                        struct arena *arena, struct claims *out)
{
    for (size_t i = 0; i < loading->entries.len; i++) {
        const struct tags_entry *entry = &loading->entries.at[i];
        uint32_t number = corpus_at_path(corpus, entry->path);
        if (number != ARTICLE_NONE)
            *vec_add(arena, out) = (struct claim){number, stated_number(entry, loading->renamed)};
    }
    if (out->len)
        qsort(out->at, out->len, sizeof *out->at, by_number);
}

static bool add(const struct library *before, uint32_t number, struct arena *arena,
                struct walk *rest)
{
    struct file_look look;
    struct str path = corpus_path(&before->corpus, number);
    const char *real = path_join(arena, path_real(arena, before->folder), arena_chars(arena, path));
    if (!file_look_at(real, &look) || (rest->len >= FEW && rest->len >= before->corpus.len / PART))
        return false;
    *vec_add(arena, rest) = (struct walked){arena_str(arena, path), real};
    return true;
}

bool restated(const struct loading *loading, const struct library *before, struct arena *arena,
              struct walk *rest)
{
    const struct corpus *corpus = &before->corpus;
    struct claims claims = {0};
    size_t next = 0;
    uint32_t unclaimed = stated_number(NULL, loading->renamed);
    find_claims(loading, corpus, arena, &claims);
    for (size_t i = 0; i < corpus->part_count; i++) {
        const struct corpus_part *part = &corpus->parts[i];
        for (uint32_t local = 0; local < segment_count(part->segment); local++) {
            uint32_t number = part->first + local;
            bool claimed = next < claims.len && claims.at[next].number == number;
            uint32_t stated = claimed ? claims.at[next++].stated : unclaimed;
            if (segment_stated(part->segment, local) != stated && !corpus_is_gone(corpus, number) &&
                !add(before, number, arena, rest))
                return false;
        }
    }
    return true;
}
