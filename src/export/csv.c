/* SPDX-License-Identifier: ISC */
/* RFC 4180: every cell in quotation marks, lines end with CR LF. A spreadsheet runs a cell that
 * begins with one of = + - @, also behind white space and in full width. Such a cell gets an
 * apostrophe before it, and so does one that begins with an apostrophe: without its first
 * apostrophe, each is what it was. For spreadsheets too stands a byte order mark at the beginning.
 * A raw file has neither. */
#include "dossier/base/day.h"
#include "dossier/base/memory.h"
#include "dossier/export/note_row.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "formats.h"
#include "groups.h"
#include "keys.h"
#include "parts.h"

enum cell {
    NUMBER,
    ID,
    ARTICLE,
    PLACE,
    HEADLINE,
    SOURCE,
    AUTHOR,
    DATE,
    DATE_BASIS,
    URL,
    KEY,
    BEFORE,
    QUOTE,
    AFTER,
    TEXT,
    TAGS,
    ACTORS,
    ABOUT,
    BY,
    REPLIES_TO,
    CREATED,
    MODIFIED,
    CHECKED_BY,
    STATE,
    CONFLICT,
    SHA256,
    START,
    END,
    CELLS
};

static const char *const names[CELLS] = {
    "number",   "id",         "article", "place",    "headline", "source",     "author",
    "date",     "date_basis", "url",     "key",      "before",   "quote",      "after",
    "text",     "tags",       "actors",  "about",    "by",       "replies_to", "created",
    "modified", "checked_by", "state",   "conflict", "sha256",   "start",      "end",
};

struct table {
    struct arena *scratch;
    const struct export_request *request;
    struct groups groups;
    struct str *keys;
    struct buf *out;
};

/* A spreadsheet would run it; or it begins as one that is guarded does. */
static bool wants_guard(struct str cell)
{
    static const uint32_t signs[] = {'=', '+', '-', '@', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};
    if (str_starts(cell, STR("'")))
        return true;
    for (size_t at = 0; at < cell.len;) {
        uint32_t c = utf8_next(cell, &at);
        if (at == 1 && (c == '\t' || c == '\r' || c == '\n'))
            return true;
        for (size_t i = 0; i < COUNT(signs); i++) {
            if (c == signs[i])
                return true;
        }
        if (!char_is_space(c) && !char_is_hostile(c) && c != UTF8_BAD)
            return false;
    }
    return false;
}

static void put_cell(struct table *table, size_t number, struct str cell)
{
    struct buf *out = table->out;
    buf_chars(out, number ? ",\"" : "\"");
    if (!table->request->raw && wants_guard(cell))
        buf_char(out, '\'');
    for (size_t i = 0; i < cell.len; i++) {
        if (cell.at[i] == '"')
            buf_char(out, '"');
        if (cell.at[i])
            buf_char(out, cell.at[i]);
        else
            utf8_put(out, UTF8_BAD); /* readers stop at a NUL */
    }
    buf_char(out, '"');
}

static void end_row(struct table *table)
{
    buf_chars(table->out, "\r\n");
}

/* What BUF holds, kept; and BUF empty. */
static struct str keep(struct table *table, struct buf *buf)
{
    struct str kept = arena_str(table->scratch, buf_view(buf));
    buf_clear(buf);
    return kept;
}

/* Parted by "; ". */
static struct str list(struct table *table, const struct str *texts, size_t count)
{
    struct buf joined = {0};
    for (size_t i = 0; i < count; i++) {
        buf_chars(&joined, i ? "; " : "");
        buf_str(&joined, texts[i]);
    }
    struct str kept = keep(table, &joined);
    buf_free(&joined);
    return kept;
}

static void add_article(struct table *table, uint32_t number, struct str cells[CELLS])
{
    const struct article *article = corpus_article(&table->request->library->corpus, number);
    const struct facts *facts = &article->facts;
    char iso[DAY_TEXT];
    day_iso(facts->date, iso);
    cells[HEADLINE] = facts->title;
    cells[SOURCE] = facts->source;
    cells[AUTHOR] = facts->author;
    cells[URL] = facts->url;
    cells[DATE] = arena_str(table->scratch, str_of(iso));
    if (facts->basis != BASIS_NONE)
        cells[DATE_BASIS] = facts->basis == BASIS_INFERRED ? STR("inferred") : STR("stated");
    cells[KEY] = table->keys[number];
}

static void put_note(struct table *table, const struct note *note, size_t number)
{
    struct note_row row;
    struct buf words = {0};
    struct str cells[CELLS] = {{0}};
    arena_clear(table->scratch);
    note_row_make(table->scratch, table->request->library, note, &row);
    cells[NUMBER] = arena_printf(table->scratch, "%zu", number);
    parts_where(table->request->library, note, &words);
    cells[PLACE] = keep(table, &words);
    if (note->number != ARTICLE_NONE)
        add_article(table, note->number, cells);
    cells[ID] = note->id;
    cells[ARTICLE] = note->article;
    cells[BEFORE] = row.before;
    cells[QUOTE] = note->quote;
    cells[AFTER] = row.after;
    cells[TEXT] = note->text;
    cells[TAGS] = list(table, note->tags, note->tag_count);
    cells[ACTORS] = list(table, row.actors, row.actor_count);
    cells[ABOUT] = note->about;
    cells[BY] = note->by;
    cells[REPLIES_TO] = note->replies_to;
    cells[CREATED] = row.created;
    cells[MODIFIED] = row.modified;
    cells[CHECKED_BY] = list(table, note->checked_by, note->checked_count);
    cells[STATE] = str_of(anchor_state_name(note->state));
    cells[CONFLICT] = note->clash;
    cells[SHA256] = note->sha256;
    if (row.has_place) {
        cells[START] = arena_printf(table->scratch, "%u", row.at.start);
        cells[END] = arena_printf(table->scratch, "%u", row.at.end);
    }
    for (size_t i = 0; i < CELLS; i++)
        put_cell(table, i, cells[i]);
    end_row(table);
    buf_free(&words);
}

static bool write_csv(const struct export_request *request, struct buf *out, struct error *error)
{
    (void)error;
    struct arena *arena = arena_new();
    struct table table = {.scratch = arena_new(), .request = request, .out = out};
    groups_make(arena, request, &table.groups);
    table.keys = keys_make(arena, request->library);
    buf_chars(out, request->raw ? "" : "\xEF\xBB\xBF");
    for (size_t i = 0; i < CELLS; i++)
        put_cell(&table, i, str_of(names[i]));
    end_row(&table);
    struct groups_walk walk = {0};
    for (const struct entry *entry; (entry = groups_next(&table.groups, &walk));)
        put_note(&table, entry->note, entry->number);
    arena_free(table.scratch);
    arena_free(arena);
    return true;
}

const struct exporter exporter_csv = {"csv", "a table for spreadsheets, one row a note", ".csv",
                                      false, write_csv};
