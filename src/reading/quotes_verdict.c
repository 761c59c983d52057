/* SPDX-License-Identifier: ISC */
/* What somebody has decided of a quotation goes over what the rules found. */
#include "quotes_parts.h"

static void decide(struct quotation *q, const struct judgement *judgement)
{
    bool nobody = judgement->actor == ACTOR_NONE && !judgement->as_printed;
    q->confirmed = true;
    q->confidence = 1;
    if (judgement->as_printed || (!nobody && q->speaker == judgement->actor))
        return;
    bool words_stay = q->speaker == ACTOR_NONE && !nobody; /* they may name who it is */
    q->how = HOW_VERDICT;
    q->speaker = judgement->actor;
    q->class = nobody ? SPEAKER_NONE : SPEAKER_NAMED;
    if (!words_stay)
        q->speaker_span = (struct span){0, 0};
    if (!nobody && q->kind == QUOTATION_SCARE)
        q->kind = QUOTATION_FRAGMENT;
}

void quotes_decide(const struct library *library, uint32_t article, struct quotations *out)
{
    const struct judgements *judgements = &library->judgements;
    for (size_t i = 0; i < judgements->given_len; i++) {
        const struct judgement *judgement = &judgements->given[i];
        if (!judgement->said || judgement->article != article)
            continue;
        for (size_t j = 0; j < out->len; j++)
            if (out->at[j].span.start == judgement->span.start &&
                out->at[j].span.end == judgement->span.end)
                decide(&out->at[j], judgement);
    }
}
