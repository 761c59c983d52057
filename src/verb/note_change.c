/* SPDX-License-Identifier: ISC */
/* note edit: another text, other tags, other bounds; the wording that the article has now. */
#include "note_parts.h"

#include "dossier/base/memory.h"

/* The passage as it was found is from now on the note's own. */
static bool take(const struct verb_call *call, const struct note *old, struct note *note)
{
    if (old->number != ARTICLE_NONE && (note_is_placed(old) || !old->has_passage))
        return note_anchor(call, old->number, old->has_passage ? old->span : (struct span){0},
                           note);
    return verb_fail("note edit: the passage of %.*s was not found, so there is nothing to take; "
                     "--quote or --range sets it by hand",
                     STR_ARG(old->id));
}

/* Other bounds, or another article: what an orphan is attached to again. */
static bool attach(const struct verb_call *call, const struct note *old, struct note *note)
{
    const char *article = verb_value(call, "article");
    if (!article && old->number == ARTICLE_NONE)
        return verb_fail("note edit: the article of %.*s is not here; --article names another",
                         STR_ARG(old->id));
    return note_place(
        call, article ? str_of(article) : corpus_article(&call->library->corpus, old->number)->path,
        note);
}

static bool change_place(const struct verb_call *call, const struct note *old, struct note *note)
{
    bool moves =
        verb_value(call, "quote") || verb_value(call, "range") || verb_value(call, "article");
    bool takes = verb_value(call, "take") != NULL;
    if (moves && takes)
        return verb_fail("note edit: --take keeps the passage as it was found, so it goes without "
                         "--quote, --range, --article");
    return (!moves || attach(call, old, note)) && (!takes || take(call, old, note));
}

static bool change_words(const struct verb_call *call, struct note *note)
{
    struct note_tags tags = {0};
    for (size_t i = 0; i < note->tag_count; i++)
        *vec_add(call->arena, &tags) = note->tags[i];
    if (!note_read_tags(call, &tags) ||
        (verb_value(call, "text") && !note_read_text(call, &note->text)))
        return false;
    note->tags = tags.at;
    note->tag_count = tags.len;
    if (verb_value(call, "private") && verb_value(call, "public"))
        return verb_fail("note edit: --private or --public, not both");
    if (verb_value(call, "private") || verb_value(call, "public"))
        note->is_private = verb_value(call, "private") != NULL;
    return true;
}

enum status note_edit(struct verb_call *call)
{
    const struct note *old = note_named(call, 1);
    if (!old)
        return STATUS_FAILED;
    if (!call->given_count) {
        verb_fail(
            "note edit: nothing to change; it takes --text, --tag, --untag, --quote, --range, "
            "--article, --take, --private and --public");
        return STATUS_FAILED;
    }
    struct note note = note_copy(call->arena, old);
    if (!change_words(call, &note) || !change_place(call, old, &note))
        return STATUS_FAILED;
    note.modified = note_now();
    return note_put(call, &note, 1);
}
