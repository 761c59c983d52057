/* SPDX-License-Identifier: ISC */
/* What is told of a note besides its words: where it stands, how sure that is, by whom. */
#include "parts.h"

#include "dossier/base/memory.h"
#include "dossier/notes/anchor.h"

void parts_where(const struct library *library, const struct note *note, struct buf *out)
{
    if (note->article.len)
        parts_place(library, note, out);
    else
        buf_str(out, note->about.len ? parts_about(library, note) : STR("no article"));
}

void parts_signature(const struct note *note, struct buf *out)
{
    buf_str(out, note->by);
    if (!note->created) /* not stated, in a note made by hand */
        return;
    buf_chars(out, ", ");
    parts_moment(note->created, out);
    if (note->modified <= note->created)
        return;
    buf_chars(out, ", changed ");
    parts_moment(note->modified, out);
}

/* What is said where the notes' room has no more to say. */
static const char *plain_state(const struct note *note)
{
    static const char *const sentences[] = {
        [ANCHOR_EXACT] = "",
        [ANCHOR_MOVED] = "The passage stands elsewhere than when the note was made.",
        [ANCHOR_CHANGED] = "The passage was changed since the note was made.",
        [ANCHOR_AMBIGUOUS] = "The passage stands in the article more than once.",
        [ANCHOR_ORPHAN] = "The passage was not found in the article as it is now.",
    };
    if (note->article.len && note->number == ARTICLE_NONE)
        return "The article is not here.";
    return note->has_passage ? sentences[note->state] : "";
}

static void put_anchor(const struct library *library, const struct note *note, struct buf *out)
{
    size_t before = out->len;
    if (note->state != ANCHOR_EXACT && 0)
        anchor_why(library, note, out);
    if (out->len == before)
        buf_chars(out, plain_state(note));
    bool ends = out->len == before || parts_ends_sentence(str_trim(buf_view(out)));
    buf_chars(out, ends ? "" : ".");
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

void parts_state(const struct groups *groups, const struct library *library,
                 const struct note *note, struct buf *out)
{
    put_anchor(library, note, out);
    put_conflict(groups, note, out);
}

void parts_remarks(const struct groups *groups, const struct library *library,
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

void parts_sources(struct arena *arena, const struct export_request *request, struct sources *out)
{
    const struct note *const *notes = groups_order(arena, request);
    size_t articles = request->library->corpus.len;
    size_t *of_article = arena_many(arena, size_t, articles + 1);
    for (size_t i = 0; i < request->count; i++) {
        const struct note *note = notes[i];
        if (note->number == ARTICLE_NONE)
            continue;
        if (!of_article[note->number]) {
            *vec_add(arena, out) = (struct source){.article = note->number};
            of_article[note->number] = out->len;
        }
        struct source *source = &out->at[of_article[note->number] - 1];
        if (!source->sha256.len)
            source->sha256 = note->sha256;
        if (note->created > 0 && (!source->read || note->created < source->read))
            source->read = note->created;
    }
}

static void end_sentence(struct buf *words)
{
    if (!parts_ends_sentence(buf_view(words)))
        buf_char(words, '.');
}

void parts_source(struct arena *arena, const struct article *article, struct buf *out)
{
    buf_str(out, parts_headline(arena, article));
    end_sentence(out);
    buf_char(out, ' ');
    parts_byline(article, out);
    if (article->facts.why.len) {
        buf_chars(out, ": ");
        buf_str(out, article->facts.why);
    }
    end_sentence(out);
}

void parts_file(const struct article *article, struct str sha256, struct buf *out)
{
    buf_chars(out, "File ");
    buf_str(out, article->path);
    if (sha256.len)
        buf_printf(out, ", SHA-256 %.*s when annotated", STR_ARG(sha256));
    buf_char(out, '.');
}
