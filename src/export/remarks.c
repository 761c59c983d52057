/* SPDX-License-Identifier: ISC */
/* What is told of a note besides its words: where it stands, how sure that is, by whom. */
#include "remarks.h"

#include "dossier/base/memory.h"
#include "dossier/notes/anchor.h"
#include "parts.h"

/* The beginning of the sentence, or nothing. */
static const char *state_of(const struct note *note)
{
    static const char *const sentences[] = {
        [ANCHOR_EXACT] = "",
        [ANCHOR_MOVED] = "The passage stands elsewhere than when the note was made",
        [ANCHOR_CHANGED] = "The passage was changed since the note was made",
        [ANCHOR_AMBIGUOUS] = "The passage stands in the article more than once",
        [ANCHOR_ORPHAN] = "The passage was not found in the article as it is now",
    };
    if (note->article.len && note->number == ARTICLE_NONE)
        return "The article is not here";
    if (note->has_passage)
        return sentences[note->state];
    return note->state == ANCHOR_MOVED ? "The article has another path than when the note was made"
                                       : "";
}

/* Where it was found, with the reason; to find that of an orphan takes long, and is no use to whom
 * the export is for. */
static void put_anchor(const struct library *library, const struct note *note, struct buf *out)
{
    const char *state = state_of(note);
    if (!*state)
        return;
    buf_chars(out, state);
    struct buf why = {0};
    if (note->state != ANCHOR_ORPHAN)
        anchor_why(library, note, &why);
    if (why.len)
        buf_printf(out, ": %.*s", STR_ARG(buf_view(&why)));
    buf_free(&why);
    buf_char(out, '.');
    if (note->state == ANCHOR_CHANGED && note->quote.len)
        buf_printf(out, " It read: “%.*s”.", STR_ARG(note->quote));
}

static void put_conflict(const struct groups *groups, const struct note *note, struct buf *out)
{
    if (!note->clash.len)
        return;
    size_t number = groups_number(groups, note->clash);
    buf_chars(out, out->len ? " " : "");
    buf_chars(out, "Conflict: this note was changed in two places; the other version is ");
    if (number)
        buf_printf(out, "note %zu.", number);
    else
        buf_printf(out, "not in this export (%.*s).", STR_ARG(note->clash));
}

void remarks_state(const struct groups *groups, const struct library *library,
                   const struct note *note, struct buf *out)
{
    put_anchor(library, note, out);
    put_conflict(groups, note, out);
}

void remarks_put(const struct groups *groups, const struct library *library,
                 const struct note *note, struct buf *out)
{
    parts_signature(note, out);
    if (note->about.len && note->article.len) {
        buf_chars(out, "; about ");
        buf_str(out, parts_about(library, note));
    }
    size_t replied = groups_number(groups, note->replies_to);
    if (replied)
        buf_printf(out, "; a reply to note %zu", replied);
    for (size_t i = 0; i < note->checked_count; i++) {
        buf_chars(out, i ? ", " : "; checked by ");
        buf_str(out, note->checked_by[i]);
    }
    buf_chars(out, note->is_private ? "; private" : "");
}
