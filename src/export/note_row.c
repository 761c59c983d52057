/* SPDX-License-Identifier: ISC */
#include "dossier/export/note_row.h"

#include "dossier/base/day.h"
#include "dossier/base/memory.h"
#include "dossier/text/safe.h"

/* The first mention of the article that begins at byte AT or later. */
static uint32_t first_from(const struct cast *cast, uint32_t article, uint32_t at)
{
    uint32_t low = cast->of[article].first, high = cast->of[article].end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (cast->at[middle].span.start < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_in(const struct note_actors *actors, uint32_t actor)
{
    for (size_t i = 0; i < actors->len; i++) {
        if (actors->at[i] == actor)
            return true;
    }
    return false;
}

void note_row_actors(struct arena *arena, const struct library *library, const struct note *note,
                     struct note_actors *out)
{
    const struct cast *cast = &library->cast;
    if (!note_is_placed(note))
        return;
    for (uint32_t i = first_from(cast, note->number, note->span.start);
         i < cast->of[note->number].end && cast->at[i].span.start < note->span.end; i++) {
        const struct mention *mention = &cast->at[i];
        bool counts = mention_counts(mention) && mention->actor != ACTOR_NONE &&
                      mention->span.end <= note->span.end;
        if (counts && !is_in(out, mention->actor))
            *vec_add(arena, out) = mention->actor;
    }
}

static struct str moment(struct arena *arena, int64_t seconds)
{
    char text[MOMENT_TEXT];
    if (!seconds)
        return STR("");
    moment_text(seconds, text);
    return arena_str(arena, str_of(text));
}

void note_row_make(struct arena *arena, const struct library *library, const struct note *note,
                   struct note_row *out)
{
    *out = (struct note_row){
        .article = note->article,
        .at = note->at,
        .before = note->before,
        .after = note->after,
        .created = moment(arena, note->created),
        .modified = moment(arena, note->modified),
    };
    if (note->number != ARTICLE_NONE)
        out->article = corpus_article(&library->corpus, note->number)->path;
    if (note_is_placed(note)) {
        const struct article *article = corpus_article(&library->corpus, note->number);
        out->at = (struct span){encoding_stored(&article->file, note->span.start),
                                encoding_stored(&article->file, note->span.end)};
        article_context(article, note->span, NOTE_ROW_CONTEXT, &out->before, &out->after);
    }
    out->has_place = out->at.end > 0;
    struct note_actors actors = {0};
    note_row_actors(arena, library, note, &actors);
    out->actors = arena_many(arena, struct str, actors.len + 1);
    out->actor_count = actors.len;
    for (size_t i = 0; i < actors.len; i++)
        out->actors[i] = library->tags.at[actors.at[i]].id;
}

static void put_name(struct buf *out, const char *name)
{
    buf_printf(out, "%s\"%s\":", out->at[out->len - 1] == '{' ? "" : ",", name);
}

static void put_text(struct buf *out, const char *name, struct str text)
{
    put_name(out, name);
    safe_json(out, text);
}

/* The same, but an empty text is null. */
static void put_known(struct buf *out, const char *name, struct str text)
{
    put_name(out, name);
    if (text.len)
        safe_json(out, text);
    else
        buf_chars(out, "null");
}

static void put_offset(struct buf *out, const char *name, bool known, uint32_t offset)
{
    put_name(out, name);
    if (known)
        buf_printf(out, "%u", offset);
    else
        buf_chars(out, "null");
}

static void put_list(struct buf *out, const char *name, const struct str *texts, size_t count)
{
    put_name(out, name);
    buf_char(out, '[');
    for (size_t i = 0; i < count; i++) {
        buf_chars(out, i ? "," : "");
        safe_json(out, texts[i]);
    }
    buf_char(out, ']');
}

void note_row_json(const struct note *note, const struct note_row *row, struct buf *out)
{
    buf_char(out, '{');
    put_text(out, "id", note->id);
    put_known(out, "article", row->article);
    put_known(out, "sha256", note->sha256);
    put_offset(out, "start", row->has_place, row->at.start);
    put_offset(out, "end", row->has_place, row->at.end);
    put_known(out, "quote", note->quote);
    (row->has_place ? put_text : put_known)(out, "before", row->before);
    (row->has_place ? put_text : put_known)(out, "after", row->after);
    put_known(out, "about", note->about);
    put_text(out, "text", note->text);
    put_list(out, "tags", note->tags, note->tag_count);
    put_list(out, "actors", row->actors, row->actor_count);
    put_text(out, "by", note->by);
    put_known(out, "replies_to", note->replies_to);
    put_known(out, "created", row->created);
    put_known(out, "modified", row->modified);
    put_text(out, "state", str_of(anchor_state_name(note->state)));
    put_known(out, "conflict", note->clash);
    if (note->is_private) /* only where private notes were asked for; so it stays one elsewhere */
        buf_chars(out, ",\"private\":true");
    buf_char(out, '}');
}
