/* SPDX-License-Identifier: ISC */
#include "anchor_article.h"

#include "anchor_rate.h"
#include "anchor_seeds.h"
#include "dossier/base/file.h"
#include "dossier/base/hash.h"
#include "dossier/base/memory.h"

#include <stdlib.h>
#include <string.h>

#define LARGEST ((size_t)1 << 30) /* bytes of a file that is read to be told apart */
#define SPEAKING 24               /* signs that can't stand elsewhere by chance */

struct article_hash {
    char hex[HASH_HEX];
    uint32_t place; /* of the article in the order of paths */
};

static int compare_hashes(const void *a, const void *b)
{
    const struct article_hash *x = a, *y = b;
    int order = strcmp(x->hex, y->hex);
    return order ? order : (x->place > y->place) - (x->place < y->place);
}

/* A file that can't be read has no hash: it is left out. */
static void read_hashes(struct article_hashes *hashes)
{
    const struct corpus *corpus = &hashes->library->corpus;
    struct arena *arena = arena_new();
    struct buf bytes = {0};
    hashes->at = memory_get((corpus->len + 1) * sizeof *hashes->at);
    for (uint32_t i = 0; i < corpus->len; i++) {
        const char *path = path_join(arena, hashes->library->folder,
                                     arena_chars(arena, corpus_path(corpus, corpus->by_path[i])));
        struct error error;
        if (!file_read(path, LARGEST, &bytes, &error))
            continue;
        struct article_hash *hash = &hashes->at[hashes->len++];
        hash->place = i;
        hash_sha256(buf_view(&bytes), hash->hex);
    }
    buf_free(&bytes);
    arena_free(arena);
    if (hashes->len)
        qsort(hashes->at, hashes->len, sizeof *hashes->at, compare_hashes);
}

void article_hashes_free(struct article_hashes *hashes)
{
    free(hashes->at);
}

uint32_t article_by_hash(struct article_hashes *hashes, const struct note *note)
{
    if (hashes->library->single || !hashes->library->folder || note->sha256.len != HASH_HEX - 1)
        return ARTICLE_NONE;
    if (!hashes->at)
        read_hashes(hashes);
    size_t low = 0, high = hashes->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(str_of(hashes->at[middle].hex), note->sha256) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < hashes->len && str_is(note->sha256, hashes->at[low].hex);
    return found ? hashes->library->corpus.by_path[hashes->at[low].place] : ARTICLE_NONE;
}

uint32_t article_by_words(const struct library *library, const struct note *note, uint32_t *start)
{
    struct remembered remembered;
    struct seed_places places = {0};
    remembered_make(&remembered, note);
    struct reach reach = {library, ARTICLE_NONE};
    struct str whole = buf_view(&remembered.bytes);
    if (remembered.signs.len >= SPEAKING && remembered.quote.end > remembered.quote.start)
        seeds_exact(&reach, whole, (struct span){0, (uint32_t)whole.len}, 1, &places);
    bool once = places.len == 1 && !places.more;
    uint32_t article = once ? places.at[0].article : ARTICLE_NONE;
    *start = once ? places.at[0].start + remembered.quote.start : 0;
    vec_free(&places);
    remembered_free(&remembered);
    return article;
}
