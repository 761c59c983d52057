/* SPDX-License-Identifier: ISC */
/* A large file is changed without being read into memory: the outcome must be the same. */
#include "../../src/notes/change.h"
#include "shelf.h"

#include <fcntl.h>

static struct note note_of(const char *id, const char *article, const char *text)
{
    return (struct note){.id = str_of(id),
                         .article = str_of(article),
                         .text = str_of(text),
                         .created = 1767225600,
                         .modified = 1767225600};
}

enum { BLOCKS = 1500, FILES = 12 };

static uint64_t seed = 88172645463325252u;

static uint64_t draw(uint64_t below)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (seed >> 11) % below;
}

static void put_some_block(struct buf *out, unsigned number)
{
    static const char *const texts[] = {"text: one", "text: |\n      - id: x\n      # no comment",
                                        "text: \"He said: \\\"no\\\"\"", "text: нічний міст",
                                        "text: |+\n      kept\n\n"};
    if (!draw(9))
        buf_chars(out, "  # above\n");
    if (!draw(20))
        buf_chars(out, "\n # between\n\n");
    if (!draw(10)) {
        buf_printf(out, "  - {article: %04u.txt, id: n%u, about: x}\n", number, number);
        return;
    }
    buf_printf(out, "  - id: n%u%s\n    article: %04u.txt\n", number, draw(9) ? "" : "  # c",
               number);
    for (uint64_t i = draw(8); i > 0; i--)
        buf_printf(out, "    # %060u\n", number);
    buf_printf(out, "    %s\n    created: 2026-01-01\n", texts[draw(COUNT(texts))]);
    if (!draw(9))
        buf_chars(out, "\n\n");
}

static void draw_file(struct buf *out)
{
    static const char *const tails[] = {"", "\n# end\n", "checked: []\n", "  # deep\nlater: x\n"};
    buf_chars(out, "version: 1\nnotes:\n");
    for (unsigned i = 0; i < BLOCKS; i++)
        put_some_block(out, 2 * i);
    buf_chars(out, tails[draw(COUNT(tails))]);
}

/* What comes of some changes to SOURCE. */
static struct str change_some(struct arena *arena, struct source bytes, uint64_t first)
{
    struct layout layout;
    struct pieces pieces = {0};
    struct notes_change changes[12] = {{0}};
    struct error error = {0};
    size_t done;
    seed = first;
    for (size_t i = 0; i < COUNT(changes); i++) {
        unsigned number = (unsigned)draw(2 * BLOCKS + 20);
        changes[i].note = note_of(arena_printf(arena, "n%u", number).at,
                                  arena_printf(arena, "%04u.txt", number).at, "new");
        changes[i].kind = i % 4 == 3 ? NOTES_DROP : i == 6 ? NOTES_CHECK : NOTES_PUT;
        changes[i].on = 5;
    }
    cr_assert(layout_read(arena, bytes, change_ids(arena, changes, COUNT(changes)), &layout));
    cr_assert(change_blocks(&layout, changes, COUNT(changes), &done, &error), "%s", error.text);
    layout_pieces(&layout, &pieces);
    struct buf out = {0};
    for (size_t i = 0; i < pieces.len; i++) {
        const struct file_piece *piece = &pieces.at[i];
        buf_str(&out, piece->fd < 0 ? piece->bytes : layout_part(&layout, piece->from, piece->to));
    }
    struct str copy = arena_str(arena, buf_view(&out));
    buf_free(&out);
    return copy;
}

Test(notes_large, a_file_too_large_to_be_read_is_changed_as_if_it_were)
{
    for (unsigned i = 1; i <= FILES; i++) {
        struct shelf shelf = begin();
        struct buf bytes = {0};
        seed = 88172645463325252u + i * 7919u;
        draw_file(&bytes);
        folder_write(shelf.folder, "anna.yaml", buf_view(&bytes));
        int fd = open(shelf.path, O_RDONLY);
        uint64_t first = 1 + i * 104729u;
        struct source in_memory = {buf_view(&bytes), -1, bytes.len, 0};
        struct source on_disk = {STR(""), fd, bytes.len, file_moment(fd)};
        struct str quick = change_some(shelf.arena, on_disk, first);
        struct str slow = change_some(shelf.arena, in_memory, first);
        cr_expect_gt(bytes.len, (size_t)1 << 18);
        cr_expect(str_eq(quick, slow), "file %u", i);
        close(fd);
        buf_free(&bytes);
        end(&shelf);
    }
}

Test(notes_large, what_can_be_no_text_is_seen_in_a_large_file_too)
{
    static const struct str bad[] = {
        {"\0", 1},           {"\x01", 1},     {"\x7F", 1},
        {"\x1b", 1},         {"\xFF", 1},     {"\xC3", 1},
        {"\xED\xA0\x80", 3}, {"\xC2\x85", 2}, {"\n<<<<<<< ours\n", 14}};
    for (size_t i = 0; i < COUNT(bad) * 40; i++) {
        struct shelf shelf = begin();
        struct buf bytes = {0};
        struct layout layout;
        buf_printf(&bytes, "version: 1\nnotes:\n  - id: n1\n    about: x\n    text: %*s",
                   (int)(i / COUNT(bad)) + 1, "x");
        buf_str(&bytes, bad[i % COUNT(bad)]);
        buf_chars(&bytes, "y\n  - id: n2\n    about: x\n    created: 2026-01-01\n");
        folder_write(shelf.folder, "anna.yaml", buf_view(&bytes));
        int fd = open(shelf.path, O_RDONLY);
        struct source on_disk = {STR(""), fd, bytes.len, file_moment(fd)};
        cr_expect_not(layout_read(shelf.arena, on_disk, (struct strs){0}, &layout), "%s", bytes.at);
        close(fd);
        buf_free(&bytes);
        end(&shelf);
    }
}
