/* SPDX-License-Identifier: ISC */
/* Saving notes. What is on disk now counts, not what was read some time ago: under the lock the
 * file is read again, the blocks that change are spliced into it, and the whole replaced in one
 * step. So two programs that save in turns lose nothing of each other, and what this program does
 * not know stays as it is. */
#include "dossier/notes/notes_file.h"

#include "change.h"
#include "dossier/base/day.h"
#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "mend.h"
#include "tree.h"

#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define LOCK_PATIENCE 3000      /* milliseconds */
#define LARGE ((size_t)4 << 20) /* bytes of a file that is not read into memory */
#define MOST_ASIDE 100          /* files of one second that are kept aside */

/* One save. */
struct saving {
    const char *path, *folder;
    struct arena *arena;
    int fd;             /* of a large file; else -1 */
    struct buf bytes;   /* of the file on disk, where they are in memory */
    struct source text; /* what the changes go into: the file, or what can be read of it */
    struct layout layout;
    struct pieces pieces; /* what comes of it */
    const char *aside;    /* where the source was kept; NULL: nowhere */
};

static void set_text(struct saving *s, struct str text)
{
    s->text = (struct source){text, -1, text.len, 0};
}

/* As open to others as the folder is, and never to their writing. */
static mode_t mode_in(const char *folder)
{
    struct stat st;
    return stat(folder, &st) == 0 ? st.st_mode & 0644 : 0600;
}

/* A name that no file has; it does not end in .yaml, so that it is no notes file. */
static const char *name_aside(struct saving *s)
{
    char moment[MOMENT_TEXT];
    moment_text((int64_t)time(NULL), moment);
    for (char *colon = moment; (colon = strchr(colon, ':'));)
        *colon = '-';
    struct str name = arena_printf(s->arena, "%s.damaged-%s", s->path, moment);
    for (int i = 2; i <= MOST_ASIDE && file_exists(name.at); i++)
        name = arena_printf(s->arena, "%s.damaged-%s-%d", s->path, moment, i);
    return name.at;
}

static bool keep_aside(struct saving *s, struct error *error)
{
    const char *name = name_aside(s);
    struct error reason;
    struct stat st;
    mode_t mode = stat(s->path, &st) == 0 ? st.st_mode & 07777 : 0600;
    if (!file_create(name, buf_view(&s->bytes), mode, &reason))
        return error_set(error, "%.500s; so the damaged file is left as it is", reason.text);
    s->aside = name;
    return true;
}

static bool read_whole(struct saving *s, struct error *error)
{
    bool ok = file_read(s->path, YAML_LARGEST, &s->bytes, error);
    set_text(s, buf_view(&s->bytes));
    return ok;
}

/* Brings the text into a form that changes can go into; WANTED are the ids that they are about. */
static bool prepare(struct saving *s, struct strs wanted, bool *in_blocks, struct error *error)
{
    const struct yaml_node *root, *list;
    struct yaml_failure failure = {0};
    *in_blocks = layout_read(s->arena, s->text, wanted, &s->layout);
    if (*in_blocks)
        return true;
    if (s->text.fd >= 0)
        return read_whole(s, error) && prepare(s, wanted, in_blocks, error);
    if (notes_tree(s->arena, s->text.bytes, &root, &list, &failure)) {
        if (notes_tree_lists(root) < 2)
            return true;
    } else if (yaml_read(s->arena, s->text.bytes, NULL)) {
        return error_set(error, "%s:%d:%d: %.300s; nothing is saved, the file is left as it is",
                         s->path, failure.line, failure.column, failure.error.text);
    }
    struct error reason = {0};
    struct str text;
    if (s->aside || !mend_source(s->arena, s->text.bytes, &text, &reason))
        return error_set(error,
                         "%s:%d:%d: %.200s%s%.200s; nothing is saved, the file is left as it is",
                         s->path, failure.line, failure.column, failure.error.text,
                         reason.text[0] ? "; " : "", reason.text);
    set_text(s, text);
    return keep_aside(s, error) && prepare(s, wanted, in_blocks, error);
}

static bool join(struct saving *s)
{
    struct buf all = {0};
    bool ok = true;
    for (size_t i = 0; i < s->pieces.len && ok; i++) {
        const struct file_piece *piece = &s->pieces.at[i];
        struct str bytes = piece->bytes;
        if (piece->fd >= 0)
            bytes = layout_part(&s->layout, piece->from, piece->to);
        ok = piece->fd < 0 || bytes.len == piece->to - piece->from;
        buf_str(&all, bytes);
    }
    set_text(s, arena_str(s->arena, buf_view(&all)));
    s->pieces.len = 0;
    buf_free(&all);
    return ok;
}

/* The changes one after the other, each go as many as can be done at once. */
static bool carry_out(struct saving *s, struct notes_change *changes, size_t count,
                      struct error *error)
{
    for (size_t done = 0, more; done < count; done += more) {
        bool in_blocks;
        struct error reason = {0};
        if (s->pieces.len && !join(s))
            return error_set(error, "%s: can't be read again; nothing is saved", s->path);
        struct strs wanted = change_ids(s->arena, changes + done, count - done);
        if (!prepare(s, wanted, &in_blocks, error))
            return false;
        more = 1;
        bool ok;
        if (in_blocks) {
            ok = change_blocks(&s->layout, changes + done, count - done, &more, &reason);
            if (ok)
                layout_pieces(&s->layout, &s->pieces);
        } else {
            struct buf text = {0};
            buf_str(&text, s->text.bytes);
            ok = change_tree(&text, &changes[done], &reason);
            *vec_add(s->arena, &s->pieces) =
                (struct file_piece){.bytes = arena_str(s->arena, buf_view(&text)), .fd = -1};
            buf_free(&text);
        }
        if (!ok)
            return error_set(error, "%s: %.400s; nothing is saved", s->path, reason.text);
    }
    return true;
}

static bool replace_file(struct saving *s, struct error *error)
{
    struct stat before = {0}, after = {0};
    stat(s->path, &before);
    if (file_save_pieces(s->path, s->pieces.at, s->pieces.len, mode_in(s->folder), error))
        return true;
    /* a copy of what still is in its place would only be one more with each attempt */
    if (s->aside && stat(s->path, &after) == 0 && after.st_ino == before.st_ino)
        unlink(s->aside);
    return false;
}

/* A large file is not read into memory: its bytes are copied from the one to the other. */
static bool open_source(struct saving *s, bool damaged, struct error *error)
{
    struct file_look look;
    set_text(s, STR(""));
    if (!file_exists(s->path))
        return true;
    s->fd = file_open(s->path, &look, error);
    if (s->fd < 0)
        return false;
    size_t size = (size_t)look.size;
    if (size > LARGE && size <= YAML_LARGEST && !damaged) {
        s->text = (struct source){STR(""), s->fd, size, look.written};
        return true;
    }
    return read_whole(s, error);
}

static bool save(const char *path, const char *folder, struct notes_change *changes, size_t count,
                 struct buf *kept, struct error *error)
{
    struct saving s = {.path = path, .folder = folder, .arena = arena_new(), .fd = -1};
    bool damaged = false;
    for (size_t i = 0; i < count; i++)
        damaged |= changes[i].damaged;
    bool ok = open_source(&s, damaged, error);
    if (ok && s.text.fd < 0 && !str_trim(s.text.bytes).len)
        set_text(&s, STR("# Notes of one writer; see dossier-notes(5) before editing by hand.\n"
                         "version: 1\nnotes:\n"));
    ok = ok && carry_out(&s, changes, count, error);
    /* an editor takes no lock */
    if (ok && s.text.fd >= 0 && file_moment(s.fd) != s.text.moment)
        ok = error_set(error, "%s: another program is writing to it; nothing is saved, try again",
                       path);
    ok = ok && replace_file(&s, error);
    if (ok && s.aside && kept)
        buf_chars(kept, s.aside);
    if (s.fd >= 0)
        close(s.fd);
    buf_free(&s.bytes);
    arena_free(s.arena);
    return ok;
}

bool notes_write(const char *path, struct notes_change *changes, size_t count, struct buf *kept,
                 struct error *error)
{
    if (!count)
        return true;
    struct arena *arena = arena_new();
    struct str base = path_base(str_of(path));
    struct str folder = {path, strlen(path) - base.len};
    const char *place = folder.len ? arena_chars(arena, folder) : ".";
    struct notes_change *before = arena_many(arena, struct notes_change, count);
    memcpy(before, changes, count * sizeof *changes);
    int lock = file_lock_folder(place, LOCK_PATIENCE, error);
    bool ok = lock >= 0 && save(path, place, changes, count, kept, error);
    if (!ok)
        memcpy(changes, before, count * sizeof *changes);
    file_unlock(lock);
    arena_free(arena);
    return ok;
}
