/* SPDX-License-Identifier: ISC */
/* notes: the notes of all writers. */
#include "common.h"
#include "notes_import.h"
#include "pick.h"

#include "dossier/base/memory.h"
#include "dossier/export/note_row.h"
#include "dossier/load/tags_file.h"

enum {
    ID,
    PLACE,
    STATE_SHOWN,
    BY_SHOWN,
    TEXT_SHOWN,
    QUOTE_SHOWN,
    TAGS_SHOWN,
    ARTICLE,
    SHA256,
    START,
    END,
    QUOTE,
    BEFORE,
    AFTER,
    ABOUT,
    TEXT,
    TAGS,
    ACTORS,
    BY,
    REPLIES_TO,
    CREATED,
    MODIFIED,
    STATE,
    CONFLICT
};

static const struct column columns[] = {
    [ID] = {"id", "id", .least = 6},
    [PLACE] = {NULL, "place", .least = 8},
    [STATE_SHOWN] = {NULL, "state", .least = 5, .spare = 3},
    [BY_SHOWN] = {NULL, "by", .least = 4, .spare = 2},
    [TEXT_SHOWN] = {NULL, "note", .least = 12},
    [QUOTE_SHOWN] = {NULL, "passage", .least = 12, .spare = 4},
    [TAGS_SHOWN] = {NULL, "tags", .least = 4, .spare = 1},
    [ARTICLE] = {"article"},
    [SHA256] = {"sha256"},
    [START] = {"start"},
    [END] = {"end"},
    [QUOTE] = {"quote"},
    [BEFORE] = {"before"},
    [AFTER] = {"after"},
    [ABOUT] = {"about"},
    [TEXT] = {"text"},
    [TAGS] = {"tags"},
    [ACTORS] = {"actors"},
    [BY] = {"by"},
    [REPLIES_TO] = {"replies_to"},
    [CREATED] = {"created"},
    [MODIFIED] = {"modified"},
    [STATE] = {"state"},
    [CONFLICT] = {"conflict"},
};

/* Where the note is, for a table: its paragraph, its article, its actor. */
static struct cell place_cell(const struct verb_call *call, const struct note *note)
{
    if (note_is_placed(note))
        return verb_place_cell(call, note->number, note->span.start);
    if (note->number != ARTICLE_NONE)
        return cell_text(corpus_article(&call->library->corpus, note->number)->label);
    return cell_text(note->article.len ? note->article : note->about);
}

static struct cell tags_cell(const struct verb_call *call, const struct note *note)
{
    struct buf tags = {0};
    for (size_t i = 0; i < note->tag_count; i++)
        buf_printf(&tags, "%s#%.*s", i ? " " : "", STR_ARG(note->tags[i]));
    struct str copy = arena_str(call->scratch, buf_view(&tags));
    buf_free(&tags);
    return cell_text(copy);
}

static struct rows_place place_of(const struct verb_call *call, const struct note *note)
{
    if (note->number != ARTICLE_NONE)
        return verb_place(call, note->number, note_is_placed(note) ? note->span.start : 0,
                          note->text);
    if (note->article.len)
        return (struct rows_place){.file = verb_file(call, note->article), .text = note->text};
    uint32_t actor = tags_actor(&call->library->tags, note->about);
    return (struct rows_place){
        .file = verb_file(call, STR(TAGS_FILE)),
        .line = actor == ACTOR_NONE ? 0 : call->library->tags.at[actor].line,
        .text = note->text,
    };
}

/* For a table: what is to be known of a note at a glance. */
static struct cell state_cell(const struct verb_call *call, const struct note *note)
{
    const char *state = note->deleted     ? "deleted"
                        : note->clash.len ? "conflict"
                                          : anchor_state_name(note->state);
    return cell_text(arena_printf(call->scratch, "%s%s%s", state,
                                  note->is_private ? ", private" : "",
                                  note->checked_count ? ", checked" : ""));
}

static void add_row(const struct verb_call *call, struct rows *rows, const struct note *note)
{
    struct note_row row;
    arena_clear(call->scratch);
    note_row_make(call->scratch, call->library, note, &row);
    const struct cell null = cell_null();
    const struct cell cells[] = {
        [ID] = cell_text(note->id),
        [PLACE] = place_cell(call, note),
        [STATE_SHOWN] = state_cell(call, note),
        [BY_SHOWN] = cell_text(note->by),
        [TEXT_SHOWN] = cell_text(note->text),
        [QUOTE_SHOWN] = cell_text(note->quote),
        [TAGS_SHOWN] = tags_cell(call, note),
        [ARTICLE] = cell_known(row.article),
        [SHA256] = cell_known(note->sha256),
        [START] = row.has_place ? cell_number(row.at.start) : null,
        [END] = row.has_place ? cell_number(row.at.end) : null,
        [QUOTE] = cell_known(note->quote),
        [BEFORE] = row.has_place ? cell_text(row.before) : cell_known(row.before),
        [AFTER] = row.has_place ? cell_text(row.after) : cell_known(row.after),
        [ABOUT] = cell_known(note->about),
        [TEXT] = cell_text(note->text),
        [TAGS] = cell_texts(note->tags, note->tag_count),
        [ACTORS] = cell_texts(row.actors, row.actor_count),
        [BY] = cell_text(note->by),
        [REPLIES_TO] = cell_known(note->replies_to),
        [CREATED] = cell_known(row.created),
        [MODIFIED] = cell_known(row.modified),
        [STATE] = cell_text(str_of(anchor_state_name(note->state))),
        [CONFLICT] = cell_known(note->clash),
    };
    struct rows_place place = place_of(call, note);
    rows_add(rows, cells, &place);
}

/* Deleted notes are listed only where they are asked for. */
static enum status list(struct verb_call *call)
{
    struct choose choose;
    struct chosen_notes chosen = {0};
    if (!pick_read(call, 0, &choose))
        return STATUS_FAILED;
    choose_notes(call->arena, &choose, call->notebook, true, &chosen);
    struct rows *rows = verb_rows(call, columns, COUNT(columns));
    for (size_t i = 0; i < chosen.len; i++)
        add_row(call, rows, chosen.at[i]);
    return verb_close(rows);
}

static enum status run(struct verb_call *call)
{
    bool imports = call->operand_count > 0 && str_is(call->operands[0], "import");
    return imports ? notes_import(call) : list(call);
}

static const struct verb_option options[] = {
    PICK_OPTIONS,
    {0},
};

const struct verb verb_notes = {
    .name = "notes",
    .operands = "[WORDS…] | import FILE…",
    .summary = "the notes; import FILE takes some in",
    .about =
        "Lists the notes of all writers, by article and place, with the state of their passage:\n"
        "exact (as it was), moved (found elsewhere), changed (found with edits), ambiguous (two\n"
        "places are as good), orphan (not found). WORDS choose among them, as & does on the\n"
        "screen:\n"
        "\n"
        "  word \"a phrase\"   in the note, its passage, its tags\n"
        "  #tag @actor        with this tag; on this actor, or a passage that mentions it\n"
        "  in:001 by:anna     in this article; of this writer\n"
        "  is:orphan          in this state; also conflict, new, checked, private, reply, deleted\n"
        "  since:2025-11-01   made or changed on that day or later\n"
        "  not … or …         not turns the next word round, or parts alternatives\n"
        "\n"
        "notes import FILE takes in notes that were exported as webanno, jsonl or qdpx, by this\n"
        "program or another, and the copies of a notes file that file-syncing services leave.\n",
    .example = "dossier notes '#guarantees or not exact'",
    .options = options,
    .least = 0,
    .most = SIZE_MAX,
    .flags = VERB_LISTS | VERB_PLACES | VERB_NOTES,
    .run = run,
};
