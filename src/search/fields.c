/* SPDX-License-Identifier: ISC */
/* What an article answers as a whole. */
#include "dossier/base/buf.h"
#include "dossier/text/fold.h"
#include "tree.h"

static bool holds_key(struct str text, struct str key)
{
    struct buf folded = {0};
    fold_key(text, &folded);
    bool found = str_find(buf_view(&folded), key, 0) >= 0;
    buf_free(&folded);
    return found;
}

static bool is_key(struct str text, struct str key)
{
    struct buf folded = {0};
    fold_key(text, &folded);
    bool same = str_eq(buf_view(&folded), key);
    buf_free(&folded);
    return same;
}

static bool has_tag(const struct corpus *corpus, uint32_t number, struct str key)
{
    size_t count;
    const struct str *tags = corpus_tags(corpus, number, &count);
    for (size_t i = 0; i < count; i++) {
        if (is_key(tags[i], key))
            return true;
    }
    return false;
}

/* A million are asked: only where there is no headline is the article opened. */
bool fields_hold(const struct query_node *leaf, const struct corpus *corpus, uint32_t number)
{
    day its = corpus_day(corpus, number);
    switch (leaf->kind) {
    case QUERY_TITLE:
        return holds_key(corpus_title(corpus, number), leaf->key);
    case QUERY_SOURCE:
        return holds_key(corpus_source(corpus, number), leaf->key);
    case QUERY_TAG:
        return has_tag(corpus, number, leaf->key);
    case QUERY_BEFORE:
        return its != DAY_NONE && its < leaf->date;
    case QUERY_AFTER:
        return its != DAY_NONE && its >= leaf->date;
    default:
        return false;
    }
}
