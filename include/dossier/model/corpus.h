/* SPDX-License-Identifier: ISC */
/* All articles: segments, and the orders in which their articles stand. An article has a number,
 * which it keeps as long as it stays as it is, from one generation to the next; numbers of articles
 * that are gone are not given again in a corpus that goes on from that one. */
#ifndef DOSSIER_MODEL_CORPUS_H
#define DOSSIER_MODEL_CORPUS_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/base/flat.h"
#include "dossier/model/article.h"
#include "dossier/model/segment.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How many articles may be asked for before the first of them may be forgotten. */
#define CORPUS_OPENED 512

struct corpus_part {
    struct segment *segment;
    uint32_t first; /* the number of its first article */
};

struct corpus {
    size_t len;              /* articles */
    uint32_t numbers;        /* more than any article's number */
    const uint32_t *by_path; /* their numbers */
    const uint32_t *by_date; /* by day, then path; the undated last */
    const uint32_t *rank;    /* for each number its place in by_date; of one that is gone LEN */
    struct corpus_part *parts;
    size_t part_count;
    uint64_t *gone; /* a bit for each of GONE_NUMBERS; NULL: none is */
    uint32_t gone_numbers;
    struct orders *orders; /* what the arrays lie in; generations may share it */
    struct opened *opened;
    struct columns *columns; /* what was counted of the articles when it was first asked for */
};

/* What is true of the articles together. Of many, some hundred are asked, from the first path to
 * the last. */
struct corpus_totals {
    bool sources;    /* one has a source */
    bool worked_out; /* of one something is worked out that nobody stated */
    int label_width; /* columns of the widest label */
};

/* Adds a segment, which the corpus holds from now on. */
void corpus_take(struct corpus *corpus, struct segment *segment);
/* Once all segments are in: orders the articles. */
void corpus_finish(struct corpus *corpus);
/* The same for one that goes on from BEFORE: where little has changed, that is quick. */
void corpus_finish_after(struct corpus *corpus, const struct corpus *before);
/* CORPUS has all parts of BEFORE as they were there, and perhaps more. */
bool corpus_continues(const struct corpus *corpus, const struct corpus *before);
/* The articles of BEFORE that are gone from CORPUS, which continues it, and those that have come,
 * in ARENA, by number: one that has changed is both. */
struct article_numbers {
    uint32_t *at;
    size_t len, cap;
};
void corpus_news(struct arena *arena, const struct corpus *before, const struct corpus *corpus,
                 struct article_numbers *gone, struct article_numbers *come);
/* The same for one whose orders lie in KEPT, on the heap, which is the corpus's from then on. */
void corpus_reopen(struct corpus *corpus, struct flat *kept);
/* What the orders lie in, if they were not made here; else NULL. */
const struct flat *corpus_kept(const struct corpus *corpus);
/* The same articles once more, for another generation, which closes it by itself. */
struct corpus corpus_share(const struct corpus *corpus);
/* Article NUMBER of a segment that was taken is not there any more, or has another number now; said
 * before the corpus is finished. */
void corpus_drop(struct corpus *corpus, uint32_t number);
/* It is so: its words are still in the index, and must be passed over. */
static inline bool corpus_is_gone(const struct corpus *corpus, uint32_t number)
{
    return corpus->gone && number < corpus->gone_numbers &&
           (corpus->gone[number / 64] >> number % 64 & 1);
}
/* Lets go of all. */
void corpus_close(struct corpus *corpus);

/* Article NUMBER. Good till CORPUS_OPENED others have been asked for: hold numbers, not articles.
 * One thread at a time may ask. */
const struct article *corpus_article(const struct corpus *corpus, uint32_t number);
/* The part that article NUMBER is in; NUMBER - part->first is its number there. */
const struct corpus_part *corpus_part(const struct corpus *corpus, uint32_t number);
/* The article whose path is NAME, or the only one whose path begins with it. ARTICLE_NONE with an
 * error that lists the candidates. */
uint32_t corpus_find(const struct corpus *corpus, struct str name, struct error *error);
/* The article with exactly this path, or ARTICLE_NONE. */
uint32_t corpus_at_path(const struct corpus *corpus, struct str path);
/* The first place in by_path whose article's path is not before NAME; len where there is none. */
size_t corpus_from(const struct corpus *corpus, struct str name);
/* The path of article NUMBER, and the day to sort it by, without asking for the article. */
struct str corpus_path(const struct corpus *corpus, uint32_t number);
day corpus_day(const struct corpus *corpus, uint32_t number);
/* The first place in by_date whose article is of day D or later; that of the undated for
 * CORPUS_UNDATED. */
#define CORPUS_UNDATED INT32_MAX
size_t corpus_since(const struct corpus *corpus, day d);

/* ---- columns: what lists ask of many articles. None is opened for it, but where that is said; the
 * slices live as long as the corpus. ---- */

struct str corpus_label(const struct corpus *corpus, uint32_t number);
/* The headline, or where there is none the first words of the body, for which the article is
 * opened. Empty where there is neither. */
struct str corpus_title(const struct corpus *corpus, uint32_t number);
struct str corpus_source(const struct corpus *corpus, uint32_t number); /* empty: not known */
struct str corpus_author(const struct corpus *corpus, uint32_t number);
/* *COUNT of them; where there are any, the article is opened, and they are good as long as it. */
const struct str *corpus_tags(const struct corpus *corpus, uint32_t number, size_t *count);
/* Its date was worked out and stated nowhere. */
bool corpus_day_inferred(const struct corpus *corpus, uint32_t number);
size_t corpus_text_len(const struct corpus *corpus, uint32_t number);      /* bytes */
uint32_t corpus_stored_size(const struct corpus *corpus, uint32_t number); /* bytes of its file */
/* False for an article that could not be read. */
bool corpus_readable(const struct corpus *corpus, uint32_t number);
/* Of both, one thread at a time may ask. The second: the numbers of the articles that have tags,
 * *COUNT of them; all are gone through when that is first asked. */
const struct corpus_totals *corpus_totals(const struct corpus *corpus);
const uint32_t *corpus_tagged(const struct corpus *corpus, size_t *count);

#endif
