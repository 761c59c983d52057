/* SPDX-License-Identifier: ISC */
/* What an article answers as a whole. */
#include "dossier/base/buf.h"
#include "dossier/text/fold.h"
#include "tree.h"

#include <limits.h>

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

static bool has_tag(const struct article *article, struct str key)
{
    for (size_t i = 0; i < article->facts.tag_count; i++) {
        if (is_key(article->facts.tags[i], key))
            return true;
    }
    return false;
}

bool fields_hold(const struct query_node *leaf, const struct article *article)
{
    day its = article_day(article);
    switch (leaf->kind) {
    case QUERY_TITLE:
        return holds_key(article_headline(article, INT_MAX, NULL), leaf->key);
    case QUERY_SOURCE:
        return holds_key(article->facts.source, leaf->key);
    case QUERY_TAG:
        return has_tag(article, leaf->key);
    case QUERY_BEFORE:
        return its != DAY_NONE && its < leaf->date;
    case QUERY_AFTER:
        return its != DAY_NONE && its >= leaf->date;
    default:
        return false;
    }
}
