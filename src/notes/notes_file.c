/* SPDX-License-Identifier: ISC */
/* Saving one note. What is on disk now counts, not what was read some time ago: under the lock the
 * file is read again, the one block is spliced into it, and the whole replaced in one step. So two
 * programs that save in turns lose nothing of each other, and what this program does not know stays
 * as it is. */
#include "dossier/notes/notes_file.h"

#include "dossier/base/day.h"
#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/yaml/edit.h"
#include "dossier/yaml/schema.h"
#include "dossier/yaml/write.h"
#include "tree.h"

#include <ctype.h>
#include <string.h>
#include <sys/stat.h>

#define LOCK_PATIENCE 3000 /* milliseconds */
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

void notes_item(const struct note *note, struct buf *out)
{
    put_text(out, "id", note->id);
    put_place(out, note);
    put_text(out, "about", note->about);
    buf_chars(out, "text:");
    if (note->text.len)
        yaml_put_block(out, note->text, LITERAL_INDENT);
    else
        buf_chars(out, " \"\"\n");
    buf_chars(out, "tags: ");
    yaml_put_texts(out, note->tags, note->tag_count);
    buf_char(out, '\n');
    put_text(out, "replies-to", note->replies_to);
    put_moment(out, "created", note->created);
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

/* What the block says beyond a note's own keys goes on with its new version. */
static void put_other_keys(struct buf *out, const struct yaml_node *block)
{
    for (const struct yaml_node *child = block->first; child; child = child->next) {
        if (notes_knows_key(child->key->text))
            continue;
        yaml_put_text(out, child->key->text);
        buf_chars(out, ": ");
        put_node(out, child);
        buf_char(out, '\n');
    }
}

static struct str text_at(const struct yaml_node *block, const char *key)
{
    const struct yaml_node *node = yaml_get(block, key);
    bool there = node && node->kind == YAML_SCALAR && !yaml_is_null(node);
    return there ? node->text : STR("");
}

/* BLOCK stands before, at or after the place of NOTE, by article, start and id. */
static int compare_place(const struct yaml_node *block, const struct note *note)
{
    int order = str_cmp(text_at(block, "article"), note->article);
    uint32_t start = notes_start(block), wanted = note->has_passage ? note->at.start : 0;
    if (!order)
        order = (start > wanted) - (start < wanted);
    return order ? order : str_cmp(text_at(block, "id"), note->id);
}

static const struct yaml_node *block_with(const struct yaml_node *list, struct str id)
{
    for (const struct yaml_node *block = list ? list->first : NULL; block; block = block->next) {
        if (block->kind == YAML_MAP && str_eq(text_at(block, "id"), id))
            return block;
    }
    return NULL;
}

/* The id of the first block that belongs behind NOTE; empty where NOTE comes last. */
static struct str block_behind(const struct yaml_node *list, const struct note *note)
{
    for (const struct yaml_node *block = list ? list->first : NULL; block; block = block->next) {
        struct str id = text_at(block, "id");
        if (id.len && !str_eq(id, note->id) && compare_place(block, note) > 0)
            return id;
    }
    return STR("");
}

static bool splice_in(struct buf *source, const struct yaml_node *list, const struct note *note,
                      struct error *error)
{
    struct buf item = {0};
    const struct yaml_node *old = block_with(list, note->id);
    notes_item(note, &item);
    if (old)
        put_other_keys(&item, old);
    bool ok;
    if (old && compare_place(old, note) == 0) {
        ok = yaml_edit_replace(source, "notes", note->id, buf_view(&item), error);
    } else {
        ok = (!old || yaml_edit_remove(source, "notes", note->id, error)) &&
             yaml_edit_insert(source, "notes", block_behind(list, note), buf_view(&item), error);
    }
    buf_free(&item);
    return ok;
}

static void begin_file(struct buf *source)
{
    buf_clear(source);
    buf_chars(source, "# Notes of one writer; see dossier-notes(5) before editing by hand.\n"
                      "version: 1\nnotes:\n");
}

static bool same_tags(const struct yaml_node *block, const struct note *note)
{
    struct arena *arena = arena_new();
    size_t count = 0;
    const struct str *tags = schema_texts(arena, yaml_get(block, "tags"), &count);
    bool same = count == note->tag_count;
    for (size_t i = 0; i < count && same; i++)
        same = str_eq(tags[i], note->tags[i]);
    arena_free(arena);
    return same;
}

/* BLOCK says what this program last knew of it: BEFORE. A deletion meanwhile takes no words away.
 */
static bool is_known(const struct yaml_node *block, const struct note *before)
{
    if (!before || text_at(block, "deleted").len)
        return true;
    return str_eq(str_trim(text_at(block, "text")), str_trim(before->text)) &&
           same_tags(block, before);
}

/* Changes SOURCE, the content of PATH, to hold NOTE in place of BEFORE. */
static bool change(const char *path, struct buf *source, const struct note *note,
                   const struct note *before, struct error *error)
{
    if (!str_trim(buf_view(source)).len)
        begin_file(source);
    struct arena *arena = arena_new();
    struct str content = arena_str(arena, buf_view(source));
    const struct yaml_node *root, *list, *old;
    struct yaml_failure failure = {0};
    struct error reason = {0};
    bool ok = notes_tree(arena, content, &root, &list, &failure);
    if (!ok)
        error_set(error, "%s:%d:%d: %.300s; the note is not saved, the file is left as it is", path,
                  failure.line, failure.column, failure.error.text);
    else if ((old = block_with(list, note->id)) && !is_known(old, before))
        ok = error_set(error,
                       "%s:%d: another program has changed this note meanwhile, so it is not "
                       "saved; read the notes again, then change it",
                       path, old->line);
    else if (!splice_in(source, list, note, &reason))
        ok = error_set(error, "%s: %.400s; the note is not saved", path, reason.text);
    if (ok && source->len && source->at[source->len - 1] != '\n')
        buf_char(source, '\n');
    arena_free(arena);
    return ok;
}

/* As open to others as the folder is, and never to their writing. */
static mode_t mode_in(const char *folder)
{
    struct stat st;
    return stat(folder, &st) == 0 ? st.st_mode & 0644 : 0600;
}

static bool save(const char *path, const char *folder, const struct note *note,
                 const struct note *before, struct error *error)
{
    struct buf source = {0};
    bool ok = (!file_exists(path) || file_read(path, YAML_LARGEST, &source, error)) &&
              change(path, &source, note, before, error) &&
              file_save(path, buf_view(&source), mode_in(folder), error);
    buf_free(&source);
    return ok;
}

struct str notes_clash_id(struct arena *arena, const struct note *note)
{
    return arena_printf(arena, "c%.*s", STR_ARG(str_sub(note->id, 0, NOTE_ID - 1)));
}

bool notes_write(const char *path, struct notes_change *changes, size_t count, struct buf *kept,
                 struct error *error)
{
    (void)kept;
    if (!count)
        return true;
    const struct note *note = &changes->note, *before = changes->before;
    struct arena *arena = arena_new();
    struct str base = path_base(str_of(path));
    struct str folder = {path, strlen(path) - base.len};
    const char *place = folder.len ? arena_chars(arena, folder) : ".";
    int lock = file_lock_folder(place, LOCK_PATIENCE, error);
    bool ok = lock >= 0 && save(path, place, note, before, error);
    file_unlock(lock);
    arena_free(arena);
    return ok;
}
