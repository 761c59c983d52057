/* SPDX-License-Identifier: ISC */
/* A quotation that stands: whether it stands where the draft says, and was said by whom and when
 * the draft says. Of several places, one that fits is enough. */
#include "check.h"

#include <string.h>

#define REPORTED_WITHIN 31 /* days between what is said and the article that prints it */

static bool is_named(const struct asked *asked, const struct hit *hit)
{
    for (size_t i = 0; i < asked->named.len; i++) {
        if (asked->named.at[i].article == hit->article)
            return true;
    }
    return !asked->named.len;
}

static bool in_body(const struct check *check, const struct hit *hit)
{
    const struct article *article = corpus_article(&check->library->corpus, hit->article);
    return article_in_body(article, hit->span.start) && article_in_body(article, hit->span.end - 1);
}

/* The best of the places: where the draft says, in the body, cutting nothing in two. */
static const struct hit *best_of(const struct check *check, const struct asked *asked)
{
    const struct hit *best = NULL;
    int most = -1;
    for (size_t i = 0; i < asked->hits.len; i++) {
        const struct hit *hit = &asked->hits.at[i];
        int score = (is_named(asked, hit) ? 8 : 0) + (hit->cut != CUT_MEANING ? 4 : 0) +
                    (in_body(check, hit) ? 2 : 0) + (hit->cut == CUT_NONE ? 1 : 0);
        if (score > most) {
            most = score;
            best = hit;
        }
    }
    return best;
}

/* The words at the edge of the place, with what belongs to them. */
static struct str around(const struct check *check, const struct hit *hit)
{
    struct str text = corpus_article(&check->library->corpus, hit->article)->text;
    uint32_t start = hit->span.start, end = hit->span.end;
    while (start > 0 && !strchr(" \t\r\n", text.at[start - 1]))
        start--;
    while (end < text.len && !strchr(" \t\r\n", text.at[end]))
        end++;
    return check_words(check, str_sub(text, start, end));
}

static bool report_cut(struct check *check, const struct asked *asked, const struct hit *hit)
{
    if (hit->cut == CUT_NONE)
        return true;
    bool turns = hit->cut == CUT_MEANING;
    check_report(check, asked, turns ? SEVERITY_ERROR : SEVERITY_WARNING,
                 turns ? "altered-word" : "part-of-word",
                 "begins or ends inside a word or number of %.*s, which has %.*s: %.*s",
                 STR_ARG(check_place(check, hit->article, hit->span.start)),
                 STR_ARG(around(check, hit)), STR_ARG(check_words(check, asked->quotation->words)));
    return !turns;
}

static bool check_article(struct check *check, const struct asked *asked, const struct hit *hit)
{
    if (is_named(asked, hit))
        return true;
    struct str wrong = corpus_article(&check->library->corpus, asked->named.at[0].article)->label;
    check_report(check, asked, SEVERITY_ERROR, "wrong-article",
                 "stands in %.*s, not in %.*s, which is named here: %.*s",
                 STR_ARG(check_place(check, hit->article, hit->span.start)), STR_ARG(wrong),
                 STR_ARG(check_words(check, asked->quotation->words)));
    return false;
}

/* A paragraph that is named with the article, and is another. */
static void check_paragraph(struct check *check, const struct asked *asked, const struct hit *hit)
{
    const struct article *article = corpus_article(&check->library->corpus, hit->article);
    int named = -1;
    for (size_t i = 0; i < asked->named.len; i++) {
        const struct named *n = &asked->named.at[i];
        if (n->article != hit->article || n->paragraph < 0)
            continue;
        named = n->paragraph;
        for (size_t h = 0; h < asked->hits.len; h++) {
            const struct hit *other = &asked->hits.at[h];
            if (other->article == hit->article &&
                article_number(article, other->span.start) <= named &&
                named <= article_number(article, other->span.end - 1))
                return;
        }
    }
    if (named >= 0)
        check_report(check, asked, SEVERITY_WARNING, "wrong-paragraph",
                     "stands in %.*s, not in ¶%d, which is named here: %.*s",
                     STR_ARG(check_place(check, hit->article, hit->span.start)), named,
                     STR_ARG(check_words(check, asked->quotation->words)));
}

static void check_body(struct check *check, const struct asked *asked, const struct hit *hit)
{
    if (!in_body(check, hit))
        check_report(check, asked, SEVERITY_WARNING, "outside-body",
                     "stands only outside the body of %.*s (navigation, advert, credit or teaser "
                     "of another story): %.*s",
                     STR_ARG(corpus_article(&check->library->corpus, hit->article)->path),
                     STR_ARG(check_words(check, asked->quotation->words)));
}

static uint32_t draft_speaker(const struct check *check, const struct quotation *q)
{
    if (q->kind == QUOTATION_BLOCK && q->after.end > q->after.start)
        return speaker_named(&check->told, q->after);
    return speaker_of(&check->told, q->before, q->after);
}

static void check_speaker(struct check *check, const struct asked *asked, const struct hit *best)
{
    uint32_t said = draft_speaker(check, asked->quotation), other = ACTOR_NONE;
    const struct hit *at = best;
    if (said == ACTOR_NONE)
        return;
    for (size_t i = 0; i < asked->hits.len; i++) {
        const struct hit *hit = &asked->hits.at[i];
        if (asked->named.len && hit->article != best->article)
            continue;
        uint32_t first = origins_speaker(check->origins, hit->article, hit->first);
        uint32_t last = asked->wanted.len > 1
                            ? origins_speaker(check->origins, hit->article, hit->last)
                            : first;
        uint32_t differs = first != said && first != ACTOR_NONE ? first : last;
        if (differs == said || differs == ACTOR_NONE) {
            check->out->speakers += differs == said;
            return;
        }
        if (other == ACTOR_NONE) {
            other = differs;
            at = hit;
        }
    }
    const struct tags *tags = &check->library->tags;
    check->out->speakers++;
    check_report(check, asked, SEVERITY_ERROR, "wrong-speaker",
                 "given to %.*s here, but to %.*s in %.*s: %.*s", STR_ARG(tags->at[said].name),
                 STR_ARG(tags->at[other].name),
                 STR_ARG(check_place(check, at->article, at->span.start)),
                 STR_ARG(check_words(check, asked->quotation->words)));
}

/* The date is the source's own: in brackets, or in a line that names the source. */
static bool is_citation(const struct check *check, const struct quotation *q,
                        const struct date_named *date)
{
    if (q->kind == QUOTATION_BLOCK)
        return true;
    struct str text = check->draft.text;
    int depth = 0;
    for (uint32_t at = q->after.start; at < date->span.start; at++)
        depth += text.at[at] == '(' ? 1 : text.at[at] == ')' ? -1 : 0;
    return date->span.start >= q->after.start && depth > 0;
}

/* DATE can't be that of what HIT's article prints. */
static bool contradicts(struct check *check, const struct asked *asked, const struct hit *hit,
                        const struct date_named *date)
{
    const struct article *article = corpus_article(&check->library->corpus, hit->article);
    day from, to, first, last;
    if (!origins_days(article, &from, &to))
        return false;
    dates_range(date, from, &first, &last);
    if (first == DAY_NONE || (first <= to && from <= last))
        return false;
    if (!is_citation(check, asked->quotation, date) && first <= to &&
        last >= from - REPORTED_WITHIN)
        return false;
    return !origins_prints(check->origins, hit->article, date);
}

static bool contradicts_all(struct check *check, const struct asked *asked,
                            const struct date_named *date)
{
    for (size_t i = 0; i < asked->hits.len; i++) {
        if (is_named(asked, &asked->hits.at[i]) &&
            !contradicts(check, asked, &asked->hits.at[i], date))
            return false;
    }
    return true;
}

static void check_date(struct check *check, const struct asked *asked, const struct hit *hit)
{
    const struct quotation *q = asked->quotation;
    struct dates_named dates = {0};
    char printed[DAY_TEXT];
    dates_find(check->arena, check->draft.text, q->before, &dates);
    dates_find(check->arena, check->draft.text, q->after, &dates);
    bool told = q->kind == QUOTATION_BLOCK ||
                speaker_is_told(span_of(check->draft.text, q->before)) ||
                speaker_is_told(span_of(check->draft.text, q->after));
    for (size_t i = 0; i < dates.len; i++) {
        const struct date_named *date = &dates.at[i];
        if ((!told && !is_citation(check, q, date)) || !contradicts_all(check, asked, date))
            continue;
        const struct facts *facts = &corpus_article(&check->library->corpus, hit->article)->facts;
        day_words(facts->date != DAY_NONE ? facts->date : facts->to, printed);
        check_report(check, asked, SEVERITY_ERROR, "wrong-date",
                     "dated %.*s here, but %.*s is of %s%s: %.*s",
                     STR_ARG(span_of(check->draft.text, date->span)),
                     STR_ARG(check_place(check, hit->article, hit->span.start)), printed,
                     facts->basis == BASIS_INFERRED ? " (worked out)" : "",
                     STR_ARG(check_words(check, q->words)));
        return;
    }
}

void check_standing(struct check *check, const struct asked *asked)
{
    const struct hit *hit = best_of(check, asked);
    if (!check_article(check, asked, hit) || !report_cut(check, asked, hit))
        return;
    check_body(check, asked, hit);
    check_paragraph(check, asked, hit);
    check_speaker(check, asked, hit);
    check_date(check, asked, hit);
}
