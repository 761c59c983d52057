/* SPDX-License-Identifier: ISC */
/* A damaged file is cut into parts: comments, top-level keys with what belongs to them, and blocks.
 * Each is tried by itself; those that read are put together again, in the order head, notes, rest.
 */
#include "recover.h"

#include "block.h"
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/yaml/read.h"

#include <string.h>

enum kind {
    PART_SPACE, /* comments and empty lines */
    PART_KEY,
    PART_NOTES, /* the line `notes:` */
    PART_BLOCK,
    PART_MARK, /* of YAML's documents: nothing is read behind it */
    PART_LOST  /* belongs to nothing */
};

enum group { GROUP_HEAD, GROUP_LIST, GROUP_TAIL, GROUP_COUNT };

struct part {
    enum kind kind;
    enum group group;
    struct str text;
    int line, lines;
    bool good;
};

struct parts {
    struct part *at;
    size_t len, cap;
    size_t indent; /* of the first block */
    bool has_block, has_notes;
    enum group group;
    bool in_notes; /* no other key of the file's own was begun since `notes:` */
};

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

/* The key that stands at the start of LINE; empty where there is none. */
static struct str key_of(struct str line)
{
    size_t len = 0;
    while (len < line.len && is_name(line.at[len]))
        len++;
    bool ends = len + 1 == line.len || (len + 1 < line.len && strchr(" \t\r", line.at[len + 1]));
    return len < line.len && line.at[len] == ':' && ends ? str_sub(line, 0, len) : STR("");
}

static bool is_own(struct str key)
{
    return str_is(key, "version") || str_is(key, "checked") || str_is(key, "verdicts") ||
           str_is(key, "confirmed");
}

static bool begins_block(const struct parts *parts, struct str line)
{
    size_t deep = 0;
    while (deep < line.len && line.at[deep] == ' ')
        deep++;
    struct str ink = str_sub(line, deep, line.len);
    if (!str_starts(ink, STR("- ")) || (parts->has_block && deep != parts->indent))
        return false;
    return parts->in_notes || str_starts(ink, STR("- id: ")) || str_starts(ink, STR("- {id: "));
}

static void begin_part(struct arena *arena, struct parts *parts, enum kind kind, const char *at,
                       int number)
{
    *vec_add(arena, parts) =
        (struct part){.kind = kind, .group = parts->group, .text = {at, 0}, .line = number};
}

/* "..." or "---" at the start of LINE. */
static bool is_mark(struct str line)
{
    bool mark = str_starts(line, STR("...")) || str_starts(line, STR("---"));
    return mark && (line.len == 3 || strchr(" \t\r", line.at[3]));
}

/* The kind of part that LINE begins; PART_LOST where it goes on with the one before. */
static enum kind kind_of(struct parts *parts, struct str line)
{
    struct str key = key_of(line), ink = str_trim(line);
    if (!ink.len || ink.at[0] == '#')
        return PART_SPACE;
    if (is_mark(line))
        return PART_MARK;
    if (str_is(key, "notes")) {
        parts->in_notes = true;
        parts->group = parts->has_notes ? parts->group : GROUP_LIST;
        parts->has_notes = true;
        return PART_NOTES;
    }
    if (key.len) {
        parts->in_notes = parts->in_notes && !is_own(key);
        parts->group = parts->has_block || parts->has_notes ? GROUP_TAIL : GROUP_HEAD;
        return PART_KEY;
    }
    if (!begins_block(parts, line))
        return PART_LOST;
    size_t deep = 0;
    while (line.at[deep] == ' ')
        deep++;
    parts->indent = deep;
    parts->has_block = true;
    parts->group = GROUP_LIST;
    return PART_BLOCK;
}

static void add_line(struct arena *arena, struct parts *parts, struct str line, int number)
{
    struct part *last = parts->len ? &parts->at[parts->len - 1] : NULL;
    enum kind kind = kind_of(parts, line);
    bool goes_on = last && (kind == PART_LOST || (kind == PART_SPACE && last->kind == kind));
    /* an empty line may belong to the text before it */
    if (kind == PART_SPACE && last && !str_trim(line).len)
        goes_on = true;
    if (goes_on && last->kind == PART_SPACE && kind == PART_LOST)
        goes_on = false;
    if (!goes_on)
        begin_part(arena, parts, kind, line.at, number);
    last = &parts->at[parts->len - 1];
    last->text.len = (size_t)(line.at + line.len - last->text.at);
    last->lines++;
}

static void split(struct arena *arena, struct str source, struct parts *parts)
{
    parts->in_notes = true;
    size_t at = str_starts(source, STR("\xEF\xBB\xBF")) ? 3 : 0;
    for (int number = 1; at < source.len; number++) {
        ptrdiff_t feed = str_find(source, STR("\n"), at);
        size_t end = feed >= 0 ? (size_t)feed : source.len;
        add_line(arena, parts, (struct str){source.at + at, end - at}, number);
        at = end + 1;
    }
}

static bool is_block_good(struct arena *arena, const struct parts *parts, struct str text,
                          struct yaml_failure *failure)
{
    struct note note;
    struct buf whole = {0};
    buf_str(&whole, text);
    buf_char(&whole, '\n');
    size_t end = block_read(NULL, buf_view(&whole), 0, parts->indent, &note, NULL);
    bool good = end && !str_trim(str_sub(buf_view(&whole), end, whole.len)).len;
    if (!good) {
        const struct yaml_node *root = yaml_read(arena, buf_view(&whole), failure);
        good = root && root->kind == YAML_LIST && root->first && !root->first->next;
    }
    buf_free(&whole);
    return good;
}

static bool is_good(struct arena *arena, const struct parts *parts, const struct part *part,
                    struct yaml_failure *failure)
{
    error_set(&failure->error, "they belong to no note");
    if (part->kind == PART_LOST)
        return false;
    if (part->kind == PART_MARK)
        return error_set(&failure->error, "it parts documents of YAML, and a file of notes is one");
    if (part->kind == PART_BLOCK)
        return is_block_good(arena, parts, part->text, failure);
    const struct yaml_node *root = yaml_read(arena, part->text, failure);
    if (!root || root->kind != YAML_MAP || root->flow)
        return false;
    if (part->kind == PART_NOTES)
        return yaml_is_null(root->first);
    return true;
}

static void report(struct problems *problems, struct str file, const struct part *part,
                   const struct yaml_failure *failure)
{
    const char *what = part->kind == PART_BLOCK ? "read as a note" : "read";
    int last = part->line + part->lines - 1;
    if (part->lines == 1)
        problem_add(problems, SEVERITY_ERROR, file, part->line, 1, "damaged",
                    "line %d can't be %s: %s", part->line, what, failure->error.text);
    else
        problem_add(problems, SEVERITY_ERROR, file, part->line, 1, "damaged",
                    "lines %d–%d can't be %s: %s", part->line, last, what, failure->error.text);
}

/* The version that the file says; false where it is one that is not known. */
static bool check_version(struct arena *arena, const struct parts *parts, struct error *failure)
{
    for (size_t i = 0; i < parts->len; i++) {
        const struct part *part = &parts->at[i];
        if (part->kind != PART_KEY || !part->good)
            continue;
        const struct yaml_node *version = yaml_get(yaml_read(arena, part->text, NULL), "version");
        if (version && !(version->kind == YAML_SCALAR && str_is(version->text, "1")))
            return error_set(failure, "this version of the notes file is not known; allowed is "
                                      "version: 1");
    }
    return true;
}

/* Nothing but a comment stands behind `notes:` in the first line of TEXT. */
static bool is_bare(struct str text)
{
    struct str line;
    str_split(&text, '\n', &line);
    line = str_trim(str_sub(line, strlen("notes:"), line.len));
    return !line.len || line.at[0] == '#';
}

/* One of its parts shows that this is a notes file whose notes are blocks. */
static bool is_notes_file(const struct parts *parts)
{
    bool found = false;
    for (size_t i = 0; i < parts->len; i++) {
        const struct part *part = &parts->at[i];
        if (part->kind == PART_NOTES && !is_bare(part->text))
            return false;
        found |= part->kind == PART_NOTES || (part->kind == PART_BLOCK && part->good);
    }
    return found;
}

static void put_part(struct arena *arena, struct recovered *out, struct buf *text,
                     const struct part *part)
{
    struct str rest = part->text, line;
    for (int i = 0; i < part->lines; i++) {
        str_split(&rest, '\n', &line);
        buf_str(text, line);
        buf_char(text, '\n');
        *vec_add(arena, &out->lines) = part->line + i;
    }
}

static void put_group(struct arena *arena, const struct parts *parts, enum group group,
                      struct recovered *out, struct buf *text)
{
    static const struct part missing = {.text = {"notes:", 6}, .line = 1, .lines = 1};
    const struct part *notes = &missing;
    for (size_t i = parts->len; i > 0; i--) {
        const struct part *part = &parts->at[i - 1];
        if (part->kind == PART_NOTES && part->good)
            notes = part;
    }
    if (group == GROUP_LIST)
        put_part(arena, out, text, notes);
    for (size_t i = 0; i < parts->len; i++) {
        const struct part *part = &parts->at[i];
        if (part->good && part->group == group && part->kind != PART_NOTES)
            put_part(arena, out, text, part);
    }
}

bool recover_mend(struct arena *arena, struct str source, struct str file,
                  struct problems *problems, struct recovered *out, struct error *failure)
{
    struct parts parts = {0};
    struct buf text = {0};
    split(arena, source, &parts);
    for (size_t i = 0; i < parts.len; i++) {
        struct yaml_failure why = {0};
        parts.at[i].good = is_good(arena, &parts, &parts.at[i], &why);
        if (!parts.at[i].good && problems)
            report(problems, file, &parts.at[i], &why);
    }
    if (!check_version(arena, &parts, failure))
        return false;
    if (!is_notes_file(&parts))
        return error_set(failure, "it is no notes file, or nothing in it can be read");
    *out = (struct recovered){0};
    for (enum group group = GROUP_HEAD; group < GROUP_COUNT; group++)
        put_group(arena, &parts, group, out, &text);
    out->text = arena_str(arena, buf_view(&text));
    buf_free(&text);
    return true;
}
