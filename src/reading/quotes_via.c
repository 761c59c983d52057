/* SPDX-License-Identifier: ISC */
/* Who reports it: an outlet that the same sentence names beside the speaker. */
#include "quotes_parts.h"

static bool is_quoted(const struct reader *r, struct span span)
{
    size_t i = tokens_at(&r->tokens, span.start);
    return i < r->tokens.len && r->tokens.at[i].kind == TOKEN_QUOTE &&
           r->tokens.at[i].span.start <= span.start;
}

bool via_is_outlet(const struct reader *r, const struct mention *mention)
{
    return mention->actor != ACTOR_NONE && mention->kind == FORM_NAME &&
           r->source->library->tags.at[mention->actor].kind == ACTOR_OUTLET &&
           mention_counts(mention) && !is_quoted(r, mention->span);
}

/* "in an interview with the Harbour Times": the name behind such words. */
static struct span via_words(const struct reader *r, size_t low, size_t high)
{
    struct subject who;
    for (size_t i = low; i < high; i++) {
        if (token_is(&r->tokens.at[i], LEXICON(VIA)) &&
            subject_after(&r->tokens, i + 1, high, &who) && r->tokens.at[who.head].capital)
            return subject_speaker(&r->tokens, &who).span;
    }
    return (struct span){0};
}

struct span via_find(const struct reader *r, size_t token, struct span speaker)
{
    const struct cast *cast = &r->source->library->cast;
    size_t low = sentence_begin(&r->tokens, token), high = sentence_end(&r->tokens, token);
    if (low >= high)
        return (struct span){0};
    struct span whole = {r->tokens.at[low].span.start, r->tokens.at[high - 1].span.end};
    for (uint32_t m = mention_from(r, whole.start); m < r->mentions_end; m++) {
        const struct mention *mention = &cast->at[m];
        if (mention->span.start >= whole.end)
            break;
        if (via_is_outlet(r, mention) && !span_meets(mention->span, speaker))
            return mention->span;
    }
    return via_words(r, low, high);
}
