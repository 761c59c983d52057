/* SPDX-License-Identifier: ISC */
/* The answer to "why is this marked?", in sentences. */
#include "dossier/base/memory.h"
#include "dossier/model/mentions.h"

#include <string.h>

struct asked {
    const struct cast *cast;
    const struct article *article;
    const struct tags *tags;
    const struct mention *mention;
    const struct form *form;
    struct buf *out;
};

static void put_name(const struct asked *asked, uint32_t actor)
{
    buf_str(asked->out, asked->tags->at[actor].name);
}

static const char *kind_words(const struct asked *asked)
{
    static const char *const words[] = {
        [FORM_NAME] = "a name of", [FORM_DEMONYM] = "a demonym of", [FORM_ROLE] = "a role of"};
    return words[asked->form->kind];
}

static void put_day_of(const struct asked *asked)
{
    char date[DAY_TEXT];
    day_words(article_day(asked->article), date);
    buf_printf(asked->out, "on %s", date[0] ? date : "an unknown day");
}

static void put_term(const struct asked *asked)
{
    const struct role *role = &asked->tags->roles.at[asked->form->role];
    char from[DAY_TEXT], to[DAY_TEXT];
    day_words(role->from, from);
    day_words(role->to, to);
    if (from[0])
        buf_printf(asked->out, ", from %s", from);
    if (to[0])
        buf_printf(asked->out, " until before %s", to);
}

static void put_candidates(const struct asked *asked)
{
    for (size_t i = 0; i < asked->mention->candidate_count; i++) {
        buf_chars(asked->out, i ? ", " : "");
        put_name(asked, asked->cast->candidates.at[asked->mention->candidates + i]);
    }
}

static void put_beside(const struct asked *asked, const char *where)
{
    buf_printf(asked->out, "the role of ");
    put_name(asked, asked->mention->actor);
    buf_printf(asked->out, ", whose name stands %s", where);
}

static void put_holder(const struct asked *asked)
{
    buf_chars(asked->out, "the role of ");
    put_name(asked, asked->mention->actor);
    if (asked->mention->reason == REASON_HOLDER) {
        buf_chars(asked->out, ", who held it ");
        put_day_of(asked);
        put_term(asked);
    } else {
        buf_chars(asked->out, ", the only holder known; the article has no date");
    }
}

static void put_verdict(const struct asked *asked)
{
    if (asked->mention->actor == ACTOR_NONE) {
        buf_chars(asked->out, "nobody’s here");
    } else {
        buf_chars(asked->out, "a mention of ");
        put_name(asked, asked->mention->actor);
    }
    buf_chars(asked->out, ", by a verdict");
}

/* The sentence behind "“…” is", by reason. */
static void put_reason(const struct asked *asked)
{
    const struct mention *mention = asked->mention;
    switch (mention->reason) {
    case REASON_ONLY_ONE:
    case REASON_NAMED_IN_FULL:
        buf_printf(asked->out, "%s ", kind_words(asked));
        put_name(asked, mention->actor);
        buf_chars(asked->out, mention->reason == REASON_ONLY_ONE
                                  ? "; no other actor has it"
                                  : ", the only one of those who have it that this article names "
                                    "in full");
        break;
    case REASON_NAME_AFTER:
        put_beside(asked, "directly after it");
        break;
    case REASON_NAME_BEFORE:
        put_beside(asked, "before it");
        break;
    case REASON_NAME_AFTER_COMMA:
        put_beside(asked, "after it, behind a comma");
        break;
    case REASON_HOLDER:
    case REASON_ONLY_HOLDER:
        put_holder(asked);
        break;
    case REASON_STRANGER:
        buf_chars(asked->out, "a role before a name that is no known actor's, so nobody's here");
        break;
    case REASON_NOBODY:
        buf_chars(asked->out, "a role that no known actor held ");
        put_day_of(asked);
        break;
    case REASON_AMBIGUOUS:
        buf_chars(asked->out, "ambiguous, and the article does not decide: ");
        put_candidates(asked);
        break;
    case REASON_VERDICT:
        put_verdict(asked);
        break;
    }
}

void mention_why_of(const struct cast *cast, const struct corpus *corpus, const struct tags *tags,
                    const struct mention *mention, struct buf *out)
{
    struct asked asked = {cast,    corpus_article(corpus, mention->article), tags,
                          mention, &tags->forms.at[mention->form],           out};
    buf_chars(out, "“");
    buf_str(out, span_of(asked.article->text, mention->span));
    buf_chars(out, "” is ");
    put_reason(&asked);
    buf_chars(out, ".");
    if (mention->within != MENTION_NONE) {
        const struct mention *outer = &cast->at[mention->within];
        buf_chars(out, " It stands within “");
        buf_str(out, span_of(asked.article->text, outer->span));
        buf_chars(out, mention->in_name ? "”, a name of its own, so it does not count."
                                        : "”, and counts by itself too.");
    }
    if (!mention->in_body)
        buf_chars(out, " It lies outside the article's body, so it does not count.");
}

void mention_why(const struct cast *cast, const struct corpus *corpus, const struct tags *tags,
                 uint32_t number, struct buf *out)
{
    mention_why_of(cast, corpus, tags, &cast->at[number], out);
}
