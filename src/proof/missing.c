/* SPDX-License-Identifier: ISC */
/* A quotation that stands nowhere: which part of it, what is nearest, and what kind of difference
 * that is. */
#include "check.h"
#include "differ.h"
#include "nearest.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/exact.h"
#include "dossier/text/utf8.h"

#include <string.h>

#define ALIKE 60  /* percent of the words, from which on it is the same passage, altered */
#define REMOTE 34 /* below it nothing is worth being shown */

static uint32_t preferred(const struct asked *asked)
{
    return asked->named.len ? asked->named.at[0].article : ARTICLE_NONE;
}

static bool stands(struct check *check, const struct wanted_part *part, struct hits *hits)
{
    struct wanted alone = {.at = arena_one(check->arena, struct wanted_part), .len = 1};
    *alone.at = *part;
    match_find(&check->sources, &alone, check->arena, hits);
    return hits->len > 0;
}

/* What follows byte AT of an article: the mark there, or a few words. */
static struct str goes_on(const struct check *check, uint32_t article, uint32_t at)
{
    const struct article *a = corpus_article(&check->library->corpus, article);
    struct str before, after;
    size_t mark = 0;
    article_context(a, (struct span){at, at}, 30, &before, &after);
    if (!str_trim(after).len)
        return STR("nothing");
    uint32_t c = utf8_next(after, &mark);
    return char_is_word(c) || char_is_space(c) ? check_words(check, str_trim(after))
                                               : check_words(check, str_sub(after, 0, mark));
}

/* A copy of what is wanted, whose last or first sign may be changed. */
static struct wanted copy_of(struct check *check, const struct wanted *wanted)
{
    struct wanted copy = {.at = arena_many(check->arena, struct wanted_part, wanted->len),
                          .len = wanted->len};
    memcpy(copy.at, wanted->at, wanted->len * sizeof *copy.at);
    return copy;
}

/* All but a last comma or full stop stands: it is the draft's, for the article goes on. */
static bool is_final_mark(struct check *check, struct asked *asked)
{
    const struct wanted_part *last = &asked->wanted.at[asked->wanted.len - 1];
    uint32_t code = last->count ? last->signs[last->count - 1].code : 0;
    if (code != ',' && code != '.')
        return false;
    struct wanted cut = copy_of(check, &asked->wanted);
    cut.at[cut.len - 1].count--;
    match_find(&check->sources, &cut, check->arena, &asked->hits);
    if (!asked->hits.len)
        return false;
    const struct hit *hit = asked->hits.at;
    check_report(check, asked, SEVERITY_ERROR, "final-mark",
                 "the %s before the closing mark is not in %.*s, where %.*s follows: put it behind "
                 "the mark; all else of %.*s stands",
                 code == ',' ? "comma" : "full stop",
                 STR_ARG(check_place(check, hit->article, hit->span.start)),
                 STR_ARG(goes_on(check, hit->article, hit->span.end)),
                 STR_ARG(check_words(check, asked->quotation->words)));
    return true;
}

/* All but the case of the first letter stands. */
static bool is_first_case(struct check *check, struct asked *asked)
{
    struct wanted any = copy_of(check, &asked->wanted);
    size_t lead = any.at[0].lead;
    if (lead >= any.at[0].count)
        return false;
    any.at[0].signs = arena_many(check->arena, struct wanted_sign, any.at[0].count);
    memcpy(any.at[0].signs, asked->wanted.at[0].signs, any.at[0].count * sizeof *any.at[0].signs);
    any.at[0].signs[lead].any_case = true;
    match_find(&check->sources, &any, check->arena, &asked->hits);
    if (!asked->hits.len)
        return false;
    struct buf letter = {0};
    const struct hit *hit = asked->hits.at;
    buf_char(&letter, '[');
    utf8_put(&letter, any.at[0].signs[lead].code);
    buf_char(&letter, ']');
    for (size_t i = lead + 1; i < any.at[0].count && char_is_word(any.at[0].signs[i].code); i++)
        utf8_put(&letter, any.at[0].signs[i].code);
    check_report(check, asked, SEVERITY_ERROR, "altered-word",
                 "write “%.*s …”: %.*s has %.*s, and all else stands", STR_ARG(buf_view(&letter)),
                 STR_ARG(check_place(check, hit->article, hit->span.start)),
                 STR_ARG(check_words(
                     check, span_of(corpus_article(&check->library->corpus, hit->article)->text,
                                    hit->span))));
    buf_free(&letter);
    return true;
}

/* The span with the marks on both sides that the quotation has too. */
static struct span with_marks(struct str text, struct span span, const struct wanted_part *part)
{
    const struct wanted_sign *last = &part->signs[part->count - 1];
    size_t end = span.end, start = span.start;
    for (int i = 0; i < 2 && end < text.len && !char_is_word(last->code); i++) {
        size_t next = end;
        uint32_t c = utf8_next(text, &next);
        if (char_is_word(c) || char_is_space(c) || char_is_quote(c))
            break;
        end = next;
    }
    for (size_t i = 0; i < part->lead && start > 0; i++) {
        size_t back = start;
        uint32_t c = utf8_before(text, &back);
        if (char_is_word(c) || char_is_space(c))
            break;
        start = back;
    }
    return (struct span){(uint32_t)start, (uint32_t)end};
}

static void report_left(struct check *check, const struct asked *asked, const struct differ *differ,
                        struct str place, struct str shown)
{
    check_report(check, asked, SEVERITY_ERROR, "lost-ellipsis",
                 "%.*s is left out%s%.*s without […]; %.*s: %.*s",
                 STR_ARG(check_words(check, differ->left)), differ->after.len ? " after " : "",
                 STR_ARG(differ->after.len ? check_words(check, differ->after) : STR("")),
                 STR_ARG(place), STR_ARG(shown));
}

static void report_altered(struct check *check, const struct asked *asked,
                           const struct wanted_part *part, const struct nearest *nearest)
{
    static const char *const codes[] = {
        [DIFFER_NOTHING] = "altered-mark", [DIFFER_MARK] = "altered-mark",
        [DIFFER_LEFT] = "lost-ellipsis",   [DIFFER_NUMBER] = "altered-number",
        [DIFFER_WORD] = "altered-word",
    };
    struct str text = corpus_article(&check->library->corpus, nearest->article)->text;
    struct str place = check_place(check, nearest->article, nearest->span.start);
    struct buf shown = {0};
    struct span span = with_marks(text, nearest->span, part);
    struct differ differ = differ_put(check->arena, span_of(text, span), part->plain, &shown);
    if (differ.kind == DIFFER_LEFT)
        report_left(check, asked, &differ, place, buf_view(&shown));
    else
        check_report(check, asked, SEVERITY_ERROR, codes[differ.kind], "not as in %.*s: %.*s",
                     STR_ARG(place), STR_ARG(buf_view(&shown)));
    buf_free(&shown);
}

/* REST, where there is one, is where another part of the quotation stands. */
static void report_missing(struct check *check, const struct asked *asked,
                           const struct wanted_part *part, const struct hit *rest)
{
    struct nearest nearest;
    struct str words = check_words(check, asked->quotation->words);
    bool found =
        nearest_find(&check->sources, part, rest ? rest->article : preferred(asked), &nearest);
    if (rest && (!found || nearest.article != rest->article || nearest.likeness < ALIKE)) {
        check_report(check, asked, SEVERITY_ERROR, "not-found",
                     "%.*s stands in no article; the rest of %.*s does, in %.*s",
                     STR_ARG(check_words(check, part->plain)), STR_ARG(words),
                     STR_ARG(check_place(check, rest->article, rest->span.start)));
        return;
    }
    if (!found || nearest.likeness < REMOTE) {
        check_report(check, asked, SEVERITY_ERROR, "not-found", "%.*s stands in no article",
                     STR_ARG(words));
        return;
    }
    if (nearest.likeness >= ALIKE) {
        report_altered(check, asked, part, &nearest);
        return;
    }
    struct str place = check_place(check, nearest.article, nearest.span.start);
    struct str text = corpus_article(&check->library->corpus, nearest.article)->text;
    check_report(check, asked, SEVERITY_ERROR, "not-found",
                 "%.*s stands in no article; nearest, but not near, is %.*s: %.*s", STR_ARG(words),
                 STR_ARG(place), STR_ARG(check_words(check, span_of(text, nearest.span))));
}

void check_missing(struct check *check, struct asked *asked)
{
    const struct wanted *wanted = &asked->wanted;
    const struct wanted_part *missing = NULL;
    struct hits first = {0};
    if (is_final_mark(check, asked) || is_first_case(check, asked))
        return;
    for (size_t i = 0; i < wanted->len; i++) {
        struct hits hits = {0};
        if (stands(check, &wanted->at[i], &hits))
            first = first.len ? first : hits;
        else if (!missing)
            missing = &wanted->at[i];
    }
    if (missing) {
        report_missing(check, asked, missing, first.len ? first.at : NULL);
        return;
    }
    if (!first.len)
        return;
    check_report(check, asked, SEVERITY_ERROR, "parts-apart",
                 "each part of %.*s stands in the articles (the first in %.*s), but no article has "
                 "them in this order, near each other, with nothing but what the brackets allow "
                 "between them",
                 STR_ARG(check_words(check, asked->quotation->words)),
                 STR_ARG(check_place(check, first.at->article, first.at->span.start)));
}
