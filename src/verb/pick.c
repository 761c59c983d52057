/* SPDX-License-Identifier: ISC */
#include "pick.h"

#include "common.h"

bool pick_read(const struct verb_call *call, struct pick *out)
{
    *out = (struct pick){
        .library = call->library,
        .tag = verb_value(call, "tag"),
        .by = verb_value(call, "by"),
    };
    if (out->tag && out->tag[0] == '#')
        out->tag++;
    return verb_actor_option(call, &out->actor) && verb_article_option(call, &out->article);
}

bool pick_counts(const struct mention *mention)
{
    return mention->in_body && !mention->in_name;
}

static bool has_tag(const struct note *note, const char *tag)
{
    for (size_t i = 0; i < note->tag_count; i++) {
        if (str_is(note->tags[i], tag))
            return true;
    }
    return false;
}

static bool is_on(const struct library *library, const struct note *note, uint32_t actor)
{
    const struct cast *cast = &library->cast;
    if (str_eq(note->about, library->tags.at[actor].id))
        return true;
    if (!note_is_placed(note))
        return false;
    for (uint32_t i = cast->first[note->number]; i < cast->first[note->number + 1]; i++) {
        const struct mention *mention = &cast->at[i];
        if (pick_counts(mention) && mention_is_of(cast, mention, actor) &&
            span_meets(mention->span, note->span))
            return true;
    }
    return false;
}

bool pick_takes(const struct pick *pick, const struct note *note)
{
    return (!pick->tag || has_tag(note, pick->tag)) && (!pick->by || str_is(note->by, pick->by)) &&
           (pick->article == ARTICLE_NONE || note->number == pick->article) &&
           (pick->actor == ACTOR_NONE || is_on(pick->library, note, pick->actor));
}
