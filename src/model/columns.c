/* SPDX-License-Identifier: ISC */
/* What lists show, order and filter by, read from the segments article by article: a list of a
 * million must get at it without opening one. */
#include "columns.h"

#include "dossier/base/memory.h"
#include "dossier/model/corpus.h"
#include "dossier/text/grapheme.h"

#include <stdlib.h>

#define TITLE_WIDTH 200 /* columns of the first words that stand for a headline */
#define ASKED 256       /* articles that stand for all when something is said of them together */

struct columns {
    bool counted, listed;
    struct corpus_totals totals;
    struct {
        uint32_t *at;
        size_t len, cap;
    } tagged;
};

struct columns *columns_new(void)
{
    return memory_get(sizeof(struct columns));
}

void columns_free(struct columns *columns)
{
    if (columns)
        vec_free(&columns->tagged);
    free(columns);
}

/* The segment that article *NUMBER is in; and its number there. */
static const struct segment *segment_of(const struct corpus *corpus, uint32_t *number)
{
    const struct corpus_part *part = corpus_part(corpus, *number);
    *number -= part->first;
    return part->segment;
}

struct str corpus_title(const struct corpus *corpus, uint32_t number)
{
    uint32_t its = number;
    const struct segment *segment = segment_of(corpus, &its);
    struct str title = segment_title(segment, its);
    return title.len ? title : article_headline(corpus_article(corpus, number), TITLE_WIDTH, NULL);
}

struct str corpus_source(const struct corpus *corpus, uint32_t number)
{
    const struct segment *segment = segment_of(corpus, &number);
    return segment_source(segment, number);
}

struct str corpus_author(const struct corpus *corpus, uint32_t number)
{
    const struct segment *segment = segment_of(corpus, &number);
    return segment_author(segment, number);
}

static bool has_tags(const struct corpus *corpus, uint32_t number)
{
    const struct segment *segment = segment_of(corpus, &number);
    return segment_has_tags(segment, number);
}

const struct str *corpus_tags(const struct corpus *corpus, uint32_t number, size_t *count)
{
    const struct facts *facts =
        has_tags(corpus, number) ? &corpus_article(corpus, number)->facts : NULL;
    *count = facts ? facts->tag_count : 0;
    return facts ? facts->tags : NULL;
}

bool corpus_day_inferred(const struct corpus *corpus, uint32_t number)
{
    const struct segment *segment = segment_of(corpus, &number);
    return (segment_worked_out(segment, number) & ARTICLE_DATE) ||
           segment_basis(segment, number) == BASIS_INFERRED;
}

size_t corpus_text_len(const struct corpus *corpus, uint32_t number)
{
    const struct segment *segment = segment_of(corpus, &number);
    return segment_text(segment, number).len;
}

uint32_t corpus_stored_size(const struct corpus *corpus, uint32_t number)
{
    const struct segment *segment = segment_of(corpus, &number);
    return segment_stored_size(segment, number);
}

bool corpus_readable(const struct corpus *corpus, uint32_t number)
{
    const struct segment *segment = segment_of(corpus, &number);
    return segment_is_readable(segment, number);
}

static void count_one(const struct corpus *corpus, uint32_t number, struct corpus_totals *totals)
{
    uint32_t its = number;
    const struct segment *segment = segment_of(corpus, &its);
    int label = text_width(corpus_label(corpus, number));
    totals->sources |= segment_source(segment, its).len > 0;
    totals->worked_out |=
        segment_worked_out(segment, its) || segment_basis(segment, its) == BASIS_INFERRED;
    totals->label_width = label > totals->label_width ? label : totals->label_width;
}

const struct corpus_totals *corpus_totals(const struct corpus *corpus)
{
    struct columns *columns = corpus->columns;
    size_t asked = corpus->len < ASKED ? corpus->len : ASKED;
    for (size_t i = 0; i < asked && !columns->counted; i++)
        count_one(corpus, corpus->by_path[i * corpus->len / asked], &columns->totals);
    columns->counted = true;
    return &columns->totals;
}

const uint32_t *corpus_tagged(const struct corpus *corpus, size_t *count)
{
    struct columns *columns = corpus->columns;
    for (size_t i = 0; i < corpus->len && !columns->listed; i++)
        if (has_tags(corpus, corpus->by_path[i]))
            *vec_add(NULL, &columns->tagged) = corpus->by_path[i];
    columns->listed = true;
    *count = columns->tagged.len;
    return columns->tagged.at;
}
