/* SPDX-License-Identifier: ISC */
/* note add, note reply: new notes. */
#include "note_parts.h"

#include "dossier/base/memory.h"
#include "dossier/search/query.h"
#include "dossier/search/search.h"

struct notes {
    struct note *at;
    size_t len, cap;
};

/* What is the same in all notes of this call: text, tags, actor, whether private. */
static bool fill(const struct verb_call *call, struct note *note)
{
    struct note_tags tags = {0};
    uint32_t actor;
    if (!verb_actor_option(call, &actor) || !note_read_tags(call, &tags) ||
        !note_read_text(call, &note->text))
        return false;
    if (actor != ACTOR_NONE)
        note->about = call->library->tags.at[actor].id;
    if (!note->text.len && !tags.len)
        return verb_fail("note %.*s: a note needs a --text or a --tag", STR_ARG(call->operands[0]));
    note->tags = tags.at;
    note->tag_count = tags.len;
    note->is_private = verb_value(call, "private") != NULL;
    note->created = note->modified = note_now();
    return true;
}

/* A note like MODEL on each place that the query of --find matches, in the article ONLY, or in all.
 */
static enum status add_all(struct verb_call *call, const struct note *model, uint32_t only)
{
    struct error error;
    struct places places = {0};
    struct notes notes = {0};
    struct query *query = query_read(call->arena, call->library, verb_saved(call),
                                     str_of(verb_value(call, "find")), &error);
    if (!query) {
        verb_fail("--find: %s", error.text);
        return STATUS_FAILED;
    }
    if (!search_run(query, call->library, call->notebook, call->arena, &places, &error)) {
        verb_fail("--find: %s", error.text);
        return STATUS_FAILED;
    }
    for (size_t i = 0; i < places.len; i++) {
        if (only != ARTICLE_NONE && places.at[i].article != only)
            continue;
        struct note note = *model;
        if (!note_anchor(call, places.at[i].article, places.at[i].span, &note))
            return STATUS_FAILED;
        *vec_add(call->arena, &notes) = note;
    }
    if (!notes.len) {
        verb_tell("nothing matches, so there is no note");
        return STATUS_NOTHING;
    }
    return note_put(call, notes.at, notes.len);
}

static bool names_passage(const struct verb_call *call)
{
    return verb_value(call, "quote") || verb_value(call, "range");
}

enum status note_add(struct verb_call *call)
{
    struct note note = {0};
    bool article = call->operand_count > 1;
    uint32_t only = ARTICLE_NONE;
    if (!fill(call, &note))
        return STATUS_FAILED;
    if (verb_value(call, "find")) {
        if (names_passage(call)) {
            verb_fail("note add: --find chooses the passages, so it goes without --quote, --range");
            return STATUS_FAILED;
        }
        bool ok = !article || verb_article_named(call, call->operands[1], &only);
        return ok ? add_all(call, &note, only) : STATUS_FAILED;
    }
    if (!article && (!note.about.len || names_passage(call))) {
        verb_fail(names_passage(call)
                      ? "note add: a passage needs the ARTICLE that it stands in"
                      : "note add: name the ARTICLE that the note is in, or an --actor");
        return STATUS_FAILED;
    }
    if (article && !note_place(call, call->operands[1], &note))
        return STATUS_FAILED;
    return note_put(call, &note, 1);
}

/* A reply stands where the note stands that it replies to. */
enum status note_reply(struct verb_call *call)
{
    struct note note = {0};
    const struct note *to = note_named(call, 1);
    if (!to || !fill(call, &note))
        return STATUS_FAILED;
    note.replies_to = to->id;
    note.about = to->about;
    note.is_private = note.is_private || to->is_private;
    note.article = to->article;
    if (to->number != ARTICLE_NONE) {
        if (!note_anchor(call, to->number, note_is_placed(to) ? to->span : (struct span){0}, &note))
            return STATUS_FAILED;
    } else if (to->article.len) {
        note.sha256 = to->sha256;
        note.has_passage = to->has_passage;
        note.at = to->at;
        note.quote = to->quote;
        note.before = to->before;
        note.after = to->after;
    }
    return note_put(call, &note, 1);
}
