/* SPDX-License-Identifier: ISC */
/* What is kept of articles: by path, in order of path, so that the file changes as little as what
 * is kept. */
#include "remember_parts.h"

#include "dossier/base/memory.h"
#include "dossier/yaml/write.h"

#include <stdlib.h>

#define SEEN_MOST 1000 /* spans kept of one article */

/* ---- writing ---- */

void remember_put_key(struct buf *out, const char *name, struct str value)
{
    buf_printf(out, "%s: ", name);
    yaml_put_text(out, value);
    buf_char(out, '\n');
}

static void put_spans(struct buf *out, const struct spans *spans)
{
    buf_char(out, '[');
    for (size_t i = 0; i < spans->len && i < SEEN_MOST; i++)
        buf_printf(out, "%s[%u, %u]", i ? ", " : "", spans->at[i].start, spans->at[i].end);
    buf_char(out, ']');
}

static void put_article(struct buf *out, struct str path, const struct article_memory *memory)
{
    if (!memory->read && !memory->starred && !memory->seen.len)
        return;
    buf_chars(out, "  - ");
    remember_put_key(out, "article", path);
    buf_printf(out, "    read: %s\n    starred: %s\n    seen: ", memory->read ? "true" : "false",
               memory->starred ? "true" : "false");
    put_spans(out, &memory->seen);
    buf_char(out, '\n');
}

static int by_path(const void *a, const void *b, void *context)
{
    const struct corpus *corpus = context;
    return str_cmp(corpus_path(corpus, (*(const struct article_memory *const *)a)->article),
                   corpus_path(corpus, (*(const struct article_memory *const *)b)->article));
}

static void put_known(struct buf *out, const struct state *state)
{
    const struct corpus *corpus = &state->library->corpus;
    size_t count = state->kept.len;
    const struct article_memory **kept = memory_get((count + 1) * sizeof *kept);
    for (size_t i = 0; i < count; i++)
        kept[i] = &state->kept.at[i];
    qsort_r(kept, count, sizeof *kept, by_path, (void *)(uintptr_t)corpus);
    for (size_t i = 0; i < count; i++)
        put_article(out, corpus_path(corpus, kept[i]->article), kept[i]);
    free(kept);
}

/* ---- reading ---- */

struct str remember_text(const struct yaml_node *map, const char *name)
{
    const struct yaml_node *node = yaml_get(map, name);
    return node && node->kind == YAML_SCALAR && !yaml_is_null(node) ? node->text : STR("");
}

bool remember_true(const struct yaml_node *map, const char *name)
{
    return str_is(remember_text(map, name), "true");
}

bool remember_number(const struct yaml_node *node, uint32_t most, uint32_t *out)
{
    long number;
    if (!node || node->kind != YAML_SCALAR || !str_number(node->text, &number) || number < 0 ||
        number > (long)most)
        return false;
    *out = (uint32_t)number;
    return true;
}

static bool span_of_node(const struct yaml_node *node, uint32_t most, struct span *out)
{
    return node && node->kind == YAML_LIST && node->first &&
           remember_number(node->first, most, &out->start) &&
           remember_number(node->first->next, most, &out->end) && out->start <= out->end;
}

const struct yaml_node *remember_items(const struct yaml_node *map, const char *name)
{
    const struct yaml_node *list = yaml_get(map, name);
    return list && list->kind == YAML_LIST ? list->first : NULL;
}

uint32_t remember_article(const struct state *state, const struct yaml_node *item, uint32_t *most)
{
    uint32_t number = corpus_at_path(&state->library->corpus, remember_text(item, "article"));
    *most = number == ARTICLE_NONE ? 0 : (uint32_t)corpus_text_len(&state->library->corpus, number);
    return number;
}

/* What ITEM says of an article whose text has MOST bytes; its spans are the caller's to free. */
static struct article_memory memory_of(const struct yaml_node *item, uint32_t most)
{
    struct article_memory memory = {.read = remember_true(item, "read"),
                                    .starred = remember_true(item, "starred")};
    uint32_t last = 0;
    for (const struct yaml_node *pair = remember_items(item, "seen"); pair; pair = pair->next) {
        struct span span;
        if (!span_of_node(pair, most, &span) || span.start < last || span.start == span.end)
            continue;
        *vec_add(NULL, &memory.seen) = span;
        last = span.end;
    }
    return memory;
}

static bool is_among(const struct corpus *corpus, const struct article_numbers *numbers,
                     uint32_t article)
{
    struct str path = corpus_path(corpus, article);
    size_t low = 0, high = numbers->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(corpus_path(corpus, numbers->at[middle]), path) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < numbers->len && numbers->at[low] == article;
}

void remember_take_articles(struct state *state, const struct yaml_node *tree,
                            const struct article_numbers *only)
{
    const struct yaml_node *item = remember_items(tree, "articles");
    for (; item; item = item->next) {
        uint32_t most, number = remember_article(state, item, &most);
        if (number == ARTICLE_NONE || (only && !is_among(&state->library->corpus, only, number)))
            continue;
        struct article_memory memory = memory_of(item, most);
        state_set_read(state, number, memory.read);
        state_set_starred(state, number, memory.starred);
        state_set_seen(state, number, &memory.seen);
        vec_free(&memory.seen);
    }
}

/* ---- what is not known yet ---- */

static void put_unknown(struct buf *out, const struct state *state, const struct yaml_node *before)
{
    const struct yaml_node *item = remember_items(before, "articles");
    for (; item; item = item->next) {
        uint32_t most;
        if (remember_article(state, item, &most) != ARTICLE_NONE)
            continue;
        struct article_memory memory = memory_of(item, UINT32_MAX);
        put_article(out, remember_text(item, "article"), &memory);
        vec_free(&memory.seen);
    }
}

void remember_put_articles(struct buf *out, const struct state *state,
                           const struct yaml_node *before)
{
    buf_chars(out, "articles:\n");
    put_known(out, state);
    if (before)
        put_unknown(out, state, before);
}
