/* SPDX-License-Identifier: ISC */
/* What was done to tags.yaml is remembered as lines: those that went, those that came, and some
 * around, by which they are found again where others have written elsewhere in the file. */
#include "tags_patch.h"
#include "dossier/load/tags_amend.h"
#include "dossier/load/tags_file.h"
#include "tags_edit.h"

#define LINES_AROUND 3

static size_t line_start(struct str text, size_t at)
{
    while (at > 0 && text.at[at - 1] != '\n')
        at--;
    return at;
}

static size_t line_end(struct str text, size_t at)
{
    while (at < text.len && text.at[at] != '\n')
        at++;
    return at < text.len ? at + 1 : at;
}

void tags_patch_make(struct arena *arena, struct str before, struct str after,
                     struct tags_patch *out)
{
    size_t from = 0, tail = 0, least = before.len < after.len ? before.len : after.len;
    while (from < least && before.at[from] == after.at[from])
        from++;
    from = line_start(before, from);
    while (tail < least - from &&
           before.at[before.len - tail - 1] == after.at[after.len - tail - 1])
        tail++;
    /* whole lines: what is alike at the end begins behind a line's end */
    while (tail && before.len - tail > from && before.at[before.len - tail - 1] != '\n')
        tail--;
    while (tail && after.len - tail > from && after.at[after.len - tail - 1] != '\n')
        tail--;
    size_t above = from, below = before.len - tail;
    for (int i = 0; i < LINES_AROUND; i++) {
        above = above ? line_start(before, above - 1) : 0;
        below = line_end(before, below);
    }
    *out = (struct tags_patch){
        .at = from,
        .before = arena_str(arena, str_sub(before, from, before.len - tail)),
        .after = arena_str(arena, str_sub(after, from, after.len - tail)),
        .above = arena_str(arena, str_sub(before, above, from)),
        .below = arena_str(arena, str_sub(before, before.len - tail, below)),
    };
}

struct crossing {
    const struct tags_patch *patch;
    bool back;
};

/* Where KEY stands: at AT, or at the only other place; -1. */
static ptrdiff_t find_lines(struct str source, struct str key, size_t at)
{
    if (str_eq(str_sub(source, at, at + key.len), key))
        return (ptrdiff_t)at;
    ptrdiff_t found = str_find(source, key, 0);
    bool again = found >= 0 && str_find(source, key, (size_t)found + 1) >= 0;
    return again ? -1 : found;
}

static bool cross(struct buf *source, const struct yaml_node *root, const void *context,
                  struct error *error)
{
    const struct crossing *crossing = context;
    const struct tags_patch *patch = crossing->patch;
    struct str there = crossing->back ? patch->after : patch->before;
    struct str wanted = crossing->back ? patch->before : patch->after;
    struct buf key = {0}, result = {0};
    (void)root;
    buf_str(&key, patch->above);
    buf_str(&key, there);
    buf_str(&key, patch->below);
    ptrdiff_t at = find_lines(buf_view(source), buf_view(&key), patch->at - patch->above.len);
    struct arena *arena = arena_new();
    struct yaml_failure failure;
    if (at >= 0) {
        size_t start = (size_t)at + patch->above.len;
        buf_str(&result, buf_view(source));
        buf_splice(&result, start, start + there.len, wanted);
    }
    bool ok = at >= 0 && yaml_read(arena, buf_view(&result), &failure);
    if (ok) {
        buf_clear(source);
        buf_str(source, buf_view(&result));
    } else {
        error_set(error,
                  "%s: another program has changed these lines meanwhile, so nothing is %s here",
                  TAGS_FILE, crossing->back ? "taken back" : "done again");
    }
    arena_free(arena);
    buf_free(&key);
    buf_free(&result);
    return ok;
}

bool tags_patch(const char *folder, const struct tags_patch *patch, bool back, struct error *error)
{
    return tags_edit(folder, cross, &(struct crossing){patch, back}, error);
}
