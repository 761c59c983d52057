/* SPDX-License-Identifier: ISC */
/* How far a finding can be relied on: the rate at which its rule was right. */
#include "quotes_parts.h"

#include "dossier/base/memory.h"

#define SHOWN_AS_LIKELY 0.85 /* whom a pronoun means is worked out by rules that err */

static const struct {
    double confidence;
    const char *words;
} rules[HOW_COUNT] = {
#define HOW(name, confidence, words) [HOW_##name] = {confidence, words},
#include "dossier/reading/quotes.def"
};

static const char *const ways[] = {
    [VIA_NONE] = "",
#define VIA(name, words) [VIA_##name] = words,
#include "dossier/reading/quotes.def"
};

double confidence_of_rule(enum quotes_how how)
{
    return rules[how].confidence;
}

void attribution_by(struct attribution *found, enum quotes_how how)
{
    found->how = how;
    if (found->trust > rules[how].confidence)
        found->trust = rules[how].confidence;
}

double confidence_of(const struct quotation *quotation, double trust)
{
    bool meant = quotation->class == SPEAKER_PRONOUN && quotation->speaker != ACTOR_NONE;
    return meant && trust > SHOWN_AS_LIKELY ? SHOWN_AS_LIKELY : trust;
}

const char *quotes_how_words(uint32_t how)
{
    return how < COUNT(rules) ? rules[how].words : "";
}

const char *quotes_via_words(uint32_t how)
{
    return how < COUNT(ways) ? ways[how] : "";
}
