/* SPDX-License-Identifier: ISC */
/* The note under the cursor in full: where it stands and how sure that is, what it says, who wrote
 * it and who has checked it, what was replied, and what can be done. */
#include "notes.h"

#include "dossier/base/memory.h"
#include "dossier/notes/anchor.h"
#include "dossier/text/grapheme.h"

#define ROOMY_HEIGHT 6 /* lines from which a changed passage is shown as it was, too */

/* ---- the heading ---- */

static struct str state_words(struct arena *arena, const struct state *state,
                              const struct note *note, size_t edits)
{
    const char *word = notes_word(state, note, true);
    if (note->deleted) {
        struct str moment = notes_moment(arena, state, note->deleted);
        return arena_printf(arena, "deleted %.*s", STR_ARG(moment));
    }
    if (note->clash.len)
        return STR("2 versions");
    if (note->state == ANCHOR_CHANGED)
        return arena_printf(arena, "changed, %zu edit%s", edits, edits == 1 ? "" : "s");
    if (note->state == ANCHOR_AMBIGUOUS)
        return arena_printf(arena, "ambiguous, %zu places", note->place_count);
    return str_of(word);
}

static struct str place_words(struct arena *arena, const struct state *state,
                              const struct note *note)
{
    struct str place = notes_place(arena, state, note);
    if (note->deleted || note->number >= state->library->corpus.numbers)
        return place;
    struct str date =
        draw_date(arena, corpus_article(&state->library->corpus, note->number), DATE_WHOLE);
    return date.len ? arena_printf(arena, "%.*s, %.*s", STR_ARG(place), STR_ARG(date)) : place;
}

static void heading(struct cells *out, const struct state *state, struct rectangle where,
                    struct str name, struct str words, struct str place)
{
    const char *apart = state->options.linear ? "," : " ──";
    struct buf line = {0};
    buf_printf(&line, "%.*s", STR_ARG(where.width >= 40 ? name : STR("")));
    buf_printf(&line, "%s%.*s", line.len ? arena_printf(out->arena, "%s ", apart).at : "",
               STR_ARG(words));
    if (place.len)
        buf_printf(&line, "%s %.*s", apart, STR_ARG(place));
    struct heading_piece pieces[] = {
        {arena_str(out->arena, buf_view(&line)), STYLE_PANE, 0, false}};
    buf_free(&line);
    draw_heading(out, state, where, false, pieces, COUNT(pieces));
}

/* ---- what became of the passage ---- */

static void put_quote(struct flow *flow, const struct note *note)
{
    if (note->quote.len) {
        struct str quote = flow_one_line(flow->arena, note->quote);
        flow_put(flow, "", STYLE_NOTE, arena_printf(flow->arena, "“%.*s”", STR_ARG(quote)), NULL);
    }
}

static void put_why(struct flow *flow, const struct state *state, const struct note *note)
{
    struct buf why = {0};
    anchor_why(state->library, note, &why);
    if (why.len)
        flow_put(flow, "", STYLE_STATUS, arena_str(flow->arena, buf_view(&why)), NULL);
    buf_free(&why);
}

static struct str signed_at(struct arena *arena, const struct state *state, const struct note *note)
{
    struct str writer = notes_writer(state, note);
    struct str moment = notes_moment(arena, state, note->modified);
    return arena_printf(arena, "%.*s, %.*s", STR_ARG(writer), STR_ARG(moment));
}

/* The other version, as what differs from this one. */
static void put_versions(struct flow *flow, const struct state *state, const struct note *note)
{
    const struct note *other = state_note_with(state, note->clash);
    struct arena *arena = flow->arena;
    size_t edits = 0;
    if (!other) {
        flow_put(flow, "", STYLE_STATUS, STR("its other version is not here any more"), NULL);
        return;
    }
    struct str mine = note_join(arena, note), theirs = note_join(arena, other);
    const char *which = other->modified < note->modified ? "an older" : "a later";
    struct str head = signed_at(arena, state, other);
    flow_put(flow, "", STYLE_STATUS,
             arena_printf(arena, "another program changed it too; %s version, by %.*s%s", which,
                          STR_ARG(head), str_eq(mine, theirs) ? ", has the same words" : " has:"),
             NULL);
    if (!str_eq(mine, theirs))
        notes_put_change(flow, NULL, "      ", mine, theirs, &edits);
    if (other->has_passage && !str_eq(other->quote, note->quote))
        flow_put(flow, "", STYLE_STATUS,
                 arena_printf(arena, "and it is on another passage: “%.*s”",
                              STR_ARG(flow_one_line(arena, other->quote))),
                 NULL);
}

static size_t put_passage(struct flow *flow, const struct state *state, const struct note *note,
                          bool roomy)
{
    size_t edits = 0;
    bool placed = !note->deleted && note_is_placed(note);
    if (note->clash.len && !note->deleted)
        put_versions(flow, state, note);
    if (placed && note->state == ANCHOR_CHANGED) {
        struct str text = corpus_article(&state->library->corpus, note->number)->text;
        notes_put_change(flow, roomy ? "was  " : NULL, roomy ? "is   " : "", note->quote,
                         span_of(text, note->span), &edits);
    } else {
        put_quote(flow, note);
        if (!note->deleted && note->state != ANCHOR_EXACT)
            put_why(flow, state, note);
    }
    return edits;
}

/* ---- who ---- */

/* Adds words to a line of remarks that stand three spaces apart and are not broken, STYLE over
 * them.
 */
static void remark(struct flow *flow, struct buf *line, struct paints *marks, unsigned style,
                   struct str words)
{
    if (!words.len)
        return;
    buf_chars(line, line->len ? "   " : "");
    uint32_t start = (uint32_t)line->len;
    for (struct str rest = words, word; str_split(&rest, ' ', &word);)
        buf_printf(line, "%s%.*s", line->len > start ? "\u00a0" : "", STR_ARG(word));
    *vec_add(flow->arena, marks) = (struct paint){{start, (uint32_t)line->len}, style};
}

static struct str tags_of(struct arena *arena, const struct note *note)
{
    struct buf tags = {0};
    for (size_t i = 0; i < note->tag_count; i++)
        buf_printf(&tags, "%s#%.*s", i ? " " : "", STR_ARG(note->tags[i]));
    struct str copy = arena_str(arena, buf_view(&tags));
    buf_free(&tags);
    return copy;
}

static struct str checks_of(struct arena *arena, const struct state *state, const struct note *note)
{
    struct buf out = {0};
    for (size_t i = 0; i < note->checked_count; i++) {
        bool mine = str_is(note->checked_by[i], state->notebook->writer);
        buf_printf(&out, "%s%.*s", i ? ", " : "✓ checked by ",
                   STR_ARG(mine ? STR("me") : note->checked_by[i]));
    }
    if (!note->checked_count)
        buf_chars(&out, "not checked by a second person");
    struct str copy = arena_str(arena, buf_view(&out));
    buf_free(&out);
    return copy;
}

static struct str replied_to(struct arena *arena, const struct state *state,
                             const struct note *note)
{
    const struct note *first = state_note_with(state, note->replies_to);
    if (!note->replies_to.len)
        return STR("");
    if (!first)
        return STR("↳ a reply to a note that is not here");
    struct str writer = notes_writer(state, first);
    struct str text =
        text_fit(flow_one_line(arena, first->text.len ? first->text : first->quote), 24);
    return arena_printf(arena, "↳ a reply to %.*s: %.*s…", STR_ARG(writer),
                        STR_ARG(str_trim(text)));
}

static void put_signature(struct flow *flow, const struct state *state, const struct note *note)
{
    static const char *const news[] = {[NEWS_NONE] = "",
                                       [NEWS_NEW] = "new to you",
                                       [NEWS_CHANGED] = "edited since you last looked"};
    struct arena *arena = flow->arena;
    struct buf line = {0};
    struct paints marks = {0};
    struct str made = notes_moment(arena, state, note->created);
    struct str changed = notes_moment(arena, state, note->modified);
    remark(flow, &line, &marks, STYLE_STATUS,
           arena_printf(arena, "%.*s%s%.*s", STR_ARG(notes_writer(state, note)),
                        note->created ? ", " : "", STR_ARG(note->created ? made : STR(""))));
    if (note->modified != note->created)
        remark(flow, &line, &marks, STYLE_STATUS,
               arena_printf(arena, "changed %.*s", STR_ARG(changed)));
    remark(flow, &line, &marks, STYLE_KEY, tags_of(arena, note));
    if (note->deleted)
        remark(flow, &line, &marks, STYLE_STATUS,
               arena_printf(arena, "kept for %d days", NOTE_KEPT_DAYS));
    else if (note->is_private)
        remark(flow, &line, &marks, STYLE_STAR, STR("◊ private: in no export unless asked for"));
    else
        remark(flow, &line, &marks, note->checked_count ? STYLE_MESSAGE : STYLE_STATUS,
               checks_of(arena, state, note));
    remark(flow, &line, &marks, STYLE_UNREAD, str_of(news[note->news]));
    remark(flow, &line, &marks, STYLE_STATUS, replied_to(arena, state, note));
    flow_put(flow, "", STYLE_TEXT, arena_str(arena, buf_view(&line)), &marks);
    buf_free(&line);
}

static void put_replies(struct flow *flow, const struct state *state, const struct note *note)
{
    const struct note_order *order = &state->note_order;
    for (size_t i = 0; i < order->reply_count; i++) {
        const struct note *reply = &state->notebook->at[order->replies[i]];
        if (!str_eq(reply->replies_to, note->id))
            continue;
        struct str head = signed_at(flow->arena, state, reply);
        flow_put(
            flow, "↳ ", STYLE_TEXT,
            arena_printf(flow->arena, "%.*s: %.*s", STR_ARG(head),
                         STR_ARG(flow_one_line(flow->arena, reply->text))),
            &(struct paints){&(struct paint){{0, (uint32_t)head.len + 1}, STYLE_STATUS}, 1, 1});
    }
}

static void put_deeds(struct flow *flow, struct str deeds)
{
    flow_block(flow, 1);
    if (deeds.len)
        flow_put(flow, "", STYLE_KEY, deeds, NULL);
    flow->at[flow->count - 1].bottom = true;
}

static void draw_draft(struct cells *out, const struct state *state, struct rectangle where,
                       const struct draft *draft)
{
    struct flow flow = {.arena = out->arena, .width = draw_inside(where).width};
    heading(out, state, where, STR("draft"),
            draft->id.len ? STR("of a note that is there already") : STR("not saved as a note yet"),
            STR(""));
    flow_block(&flow, 1);
    flow_put(&flow, "", STYLE_TEXT, draft->text, NULL);
    put_deeds(&flow, notes_draft_deeds(out->arena, state));
    flow_draw(&flow, out, draw_inside(where));
}

void draw_note_detail(struct cells *out, const struct state *state, struct rectangle where)
{
    const struct note *note = state_row_note(state, state->notes.cursor);
    const struct draft *draft = note ? NULL : state_row_draft(state, state->notes.cursor);
    struct flow flow = {.arena = out->arena, .width = draw_inside(where).width};
    if (draft)
        draw_draft(out, state, where, draft);
    if (!note)
        return;
    flow_block(&flow, 2);
    size_t edits = put_passage(&flow, state, note, where.height > ROOMY_HEIGHT);
    flow_block(&flow, 1);
    if (note->text.len)
        flow_put(&flow, "", STYLE_TEXT, note->text, NULL);
    flow_block(&flow, 1);
    flow.at[flow.count - 1].joined = true;
    put_signature(&flow, state, note);
    flow_block(&flow, 1);
    put_replies(&flow, state, note);
    put_deeds(&flow, notes_deeds(out->arena, state, note));
    heading(out, state, where, str_sub(note->id, 0, 4), state_words(out->arena, state, note, edits),
            place_words(out->arena, state, note));
    flow_draw(&flow, out, draw_inside(where));
}
