/* SPDX-License-Identifier: ISC */
#include "item.h"

#include "block.h"
#include "dossier/base/day.h"
#include "dossier/notes/notes_file.h"
#include "dossier/yaml/write.h"
#include "tree.h"

#include <ctype.h>

#define LITERAL_INDENT 2

static void put_text(struct buf *out, const char *key, struct str value)
{
    buf_printf(out, "%s: ", key);
    if (value.len)
        yaml_put_text(out, value);
    else
        buf_chars(out, "null");
    buf_char(out, '\n');
}

static void put_moment(struct buf *out, const char *key, int64_t seconds)
{
    char moment[MOMENT_TEXT];
    moment_text(seconds, moment);
    buf_printf(out, "%s: %s\n", key, moment);
}

static void put_place(struct buf *out, const struct note *note)
{
    if (note->article.len) {
        put_text(out, "article", note->article);
        put_text(out, "sha256", note->sha256);
    }
    if (!note->has_passage || !note->article.len || !note->quote.len)
        return;
    if (note->at.start < note->at.end)
        buf_printf(out, "at: [%u, %u]\n", note->at.start, note->at.end);
    put_text(out, "quote", note->quote);
    put_text(out, "before", note->before);
    put_text(out, "after", note->after);
}

static void put_words(struct buf *out, const struct note *note)
{
    buf_chars(out, "text:");
    if (note->text.len)
        yaml_put_block(out, note->text, LITERAL_INDENT);
    else
        buf_chars(out, " \"\"\n");
    buf_chars(out, "tags: ");
    yaml_put_texts(out, note->tags, note->tag_count);
    buf_char(out, '\n');
}

void notes_item(const struct note *note, struct buf *out)
{
    put_text(out, "id", note->id);
    put_place(out, note);
    put_text(out, "about", note->about);
    put_words(out, note);
    put_text(out, "replies-to", note->replies_to);
    if (note->conflict.len)
        put_text(out, "conflict", note->conflict);
    if (note->extra.len) {
        buf_chars(out, "extra:");
        yaml_put_block(out, note->extra, LITERAL_INDENT);
    }
    /* a moment that nobody told stays untold */
    if (note->created)
        put_moment(out, "created", note->created);
    if (note->modified || note->created)
        put_moment(out, "modified", note->modified);
    if (note->deleted)
        put_moment(out, "deleted", note->deleted);
}

/* A plain scalar keeps its meaning (a number, true) only if it stays plain. */
static bool stays_plain(const struct yaml_node *node)
{
    for (size_t i = 0; i < node->text.len; i++) {
        unsigned char c = (unsigned char)node->text.at[i];
        if (c >= 0x80 || (!isalnum(c) && c != '+' && c != '-' && c != '.' && c != '_'))
            return false;
    }
    return node->plain && node->text.len;
}

/* NODE on one line, as a value that this program does not know. */
static void put_node(struct buf *out, const struct yaml_node *node)
{
    if (node->kind == YAML_SCALAR && (stays_plain(node) || yaml_is_null(node))) {
        buf_str(out, yaml_is_null(node) ? STR("null") : node->text);
    } else if (node->kind == YAML_SCALAR) {
        yaml_put_text(out, node->text);
    } else {
        buf_char(out, node->kind == YAML_LIST ? '[' : '{');
        for (const struct yaml_node *child = node->first; child; child = child->next) {
            if (node->kind == YAML_MAP) {
                yaml_put_text(out, child->key->text);
                buf_chars(out, ": ");
            }
            put_node(out, child);
            buf_chars(out, child->next ? ", " : "");
        }
        buf_char(out, node->kind == YAML_LIST ? ']' : '}');
    }
}

void item_put_other_keys(struct buf *out, const struct yaml_node *old)
{
    for (const struct yaml_node *child = old->kind == YAML_MAP ? old->first : NULL; child;
         child = child->next) {
        if (note_key_find(child->key->text, 0) != NOTE_KEY_COUNT)
            continue;
        yaml_put_text(out, child->key->text);
        buf_chars(out, ": ");
        put_node(out, child);
        buf_char(out, '\n');
    }
}

void item_put_block(struct buf *out, struct str item, size_t indent, struct str line_end)
{
    struct str line;
    for (bool first = true; str_split(&item, '\n', &line); first = false) {
        if (line.len)
            buf_printf(out, "%*s%s", (int)indent, "", first ? "- " : "  ");
        buf_str(out, line);
        buf_str(out, line_end);
    }
}

void item_put_lines(struct buf *out, struct str lines, size_t from, size_t indent,
                    struct str line_end)
{
    struct str line;
    while (str_split(&lines, '\n', &line)) {
        size_t margin = 0;
        while (margin < from && margin < line.len && line.at[margin] == ' ')
            margin++;
        if (str_trim(line).len)
            buf_printf(out, "%*s", (int)indent, "");
        line = str_sub(line, margin, line.len);
        buf_str(out, str_ends(line, STR("\r")) ? str_sub(line, 0, line.len - 1) : line);
        buf_str(out, line_end);
    }
}

bool item_read(struct arena *arena, struct str lines, size_t indent, struct note *note)
{
    struct problems problems = {.arena = arena};
    struct schema_report report = {&problems, STR(""), 0};
    if (block_read(arena, lines, 0, indent, note, NULL) == lines.len)
        return true;
    const struct yaml_node *root = yaml_read(arena, lines, NULL);
    return root && root->kind == YAML_LIST && root->first && !root->first->next &&
           notes_tree_note(arena, &report, root->first, note);
}

bool item_reads_as(struct str lines, size_t indent, const struct note *note)
{
    struct arena *arena = arena_new();
    struct buf expected = {0}, found = {0};
    struct note read;
    /* what can't be written as it is (bytes that are no UTF-8) is the same in both */
    bool ok = item_read(arena, lines, indent, &read);
    if (ok) {
        notes_item(note, &expected);
        notes_item(&read, &found);
        ok = str_eq(buf_view(&expected), buf_view(&found));
    }
    buf_free(&expected);
    buf_free(&found);
    arena_free(arena);
    return ok;
}
