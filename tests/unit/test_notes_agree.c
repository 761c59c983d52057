/* SPDX-License-Identifier: ISC */
/* Two readers of one format must not differ: the quick one, by lines, and the YAML reader. Notes
 * are drawn at random, of pieces that are hard on either, from a fixed seed. */
#include "../../src/notes/block.h"
#include "shelf.h"

enum { NOTES = 6000 };

static uint64_t seed = 88172645463325252u;

/* Marsaglia's xorshift64. */
static uint64_t draw(uint64_t below)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (seed >> 11) % below;
}

static struct str draw_text(struct arena *arena, size_t most)
{
    static const struct str pieces[] = {
        {"a", 1},
        {"word", 4},
        {" ", 1},
        {"  ", 2},
        {"\n", 1},
        {"\n\n", 2},
        {"\t", 1},
        {": ", 2},
        {":", 1},
        {" #", 2},
        {"#", 1},
        {"- ", 2},
        {"-", 1},
        {"\"", 1},
        {"'", 1},
        {"\\", 1},
        {"{", 1},
        {"}", 1},
        {"[", 1},
        {"]", 1},
        {", ", 2},
        {",", 1},
        {"|", 1},
        {"|+\n", 3},
        {">", 1},
        {"&a", 2},
        {"*a", 2},
        {"!", 1},
        {"%", 1},
        {"@", 1},
        {"`", 1},
        {"?", 1},
        {"? ", 2},
        {"~", 1},
        {"null", 4},
        {"true", 4},
        {"123", 3},
        {"---", 3},
        {"...", 3},
        {"id: x", 5},
        {"міст", 8},
        {"日本", 6},
        {"é", 2},
        {"\xF0\x9F\x8C\x8A", 4},
        {"\xC2\x85", 2},
        {"\xE2\x80\xA8", 3},
        {"\xC2\xA0", 2},
        {"\xEF\xBB\xBF", 3},
        {"\xE2\x80\xAE", 3},
        {"\x1b[1m", 4},
        {"\0", 1},
        {"\r\n", 2},
        {"\xEF\xBF\xBD", 3},
        {"<<<<<<<", 7},
        {"=======", 7},
        {"notes:", 6},
        {"2026-11-21", 10},
    };
    struct buf out = {0};
    for (uint64_t i = draw(most + 1); i > 0; i--)
        buf_str(&out, pieces[draw(COUNT(pieces))]);
    struct str text = arena_str(arena, buf_view(&out));
    buf_free(&out);
    return text;
}

static struct note draw_note(struct arena *arena, unsigned number)
{
    struct note note = {.id = arena_printf(arena, "a%011x", number)};
    note.article = draw(3) ? STR("a.txt") : draw_text(arena, 3);
    note.sha256 = draw(4) ? STR("00ff") : STR("");
    note.quote = draw_text(arena, 6);
    note.before = draw_text(arena, 4);
    note.after = draw_text(arena, 4);
    note.about = draw(3) ? STR("") : draw_text(arena, 2);
    note.text = draw_text(arena, 12);
    note.replies_to = draw(5) ? STR("") : draw_text(arena, 2);
    note.conflict = draw(5) ? STR("") : STR("c0ffee");
    note.extra = draw(5) ? STR("") : draw_text(arena, 8);
    note.tag_count = draw(4);
    note.tags = arena_many(arena, struct str, 4);
    for (size_t i = 0; i < note.tag_count; i++)
        note.tags[i] = draw_text(arena, 2);
    note.has_passage = note.article.len && note.quote.len;
    if (note.has_passage) {
        note.at.start = (uint32_t)draw(1000);
        note.at.end = note.at.start + 1 + (uint32_t)draw(1000);
    } else {
        /* what is not on a passage has neither words nor context */
        note.quote = note.before = note.after = STR("");
    }
    if (!note.article.len)
        note.sha256 = STR("");
    if (!note.article.len && !note.about.len)
        note.about = STR("x");
    note.created = (int64_t)draw(4000000000u);
    note.modified = (int64_t)draw(4000000000u);
    note.deleted = draw(5) ? 0 : 1 + (int64_t)draw(4000000000u);
    return note;
}

/* NOTE as a block that stands in by INDENT; with a COMMENT on its first line, which the quick
 * reader does not take. */
static void put_block(struct buf *out, const struct note *note, int indent, const char *comment)
{
    struct buf item = {0};
    notes_item(note, &item);
    struct str rest = buf_view(&item), line;
    for (bool first = true; str_split(&rest, '\n', &line); first = false) {
        if (line.len)
            buf_printf(out, "%*s%s", indent, "", first ? "- " : "  ");
        buf_printf(out, "%.*s%s\n", STR_ARG(line), first ? comment : "");
    }
    buf_free(&item);
}

static bool same_tags(const struct note *a, const struct note *b)
{
    bool same = a->tag_count == b->tag_count;
    for (size_t i = 0; same && i < a->tag_count; i++)
        same = str_eq(a->tags[i], b->tags[i]);
    return same;
}

static bool same_note(const struct note *a, const struct note *b)
{
    return str_eq(a->id, b->id) && str_eq(a->article, b->article) && str_eq(a->sha256, b->sha256) &&
           a->has_passage == b->has_passage && a->at.start == b->at.start &&
           a->at.end == b->at.end && str_eq(a->quote, b->quote) && str_eq(a->before, b->before) &&
           str_eq(a->after, b->after) && str_eq(a->about, b->about) && str_eq(a->text, b->text) &&
           same_tags(a, b) && str_eq(a->replies_to, b->replies_to) &&
           str_eq(a->conflict, b->conflict) && str_eq(a->extra, b->extra) &&
           a->created == b->created && a->modified == b->modified && a->deleted == b->deleted;
}

Test(notes_agree, both_readers_give_back_every_note_as_it_was)
{
    size_t quick_ones = 0;
    for (unsigned i = 0; i < NOTES; i++) {
        struct arena *arena = arena_new();
        struct buf block = {0}, source = {0};
        struct note note = draw_note(arena, i), quick;
        struct problems problems;
        int indent = (int)draw(4);
        bool ok;
        put_block(&block, &note, indent, "");
        size_t end = block_read(arena, buf_view(&block), 0, (size_t)indent, &quick, NULL);
        quick_ones += end > 0;
        cr_assert(!end || (end == block.len && same_note(&note, &quick)), "quick:\n%s", block.at);
        buf_chars(&source, "version: 1\nnotes:\n");
        put_block(&source, &note, indent, "  # slowly");
        struct note_list list = read_source(arena, buf_view(&source), &ok, &problems);
        cr_assert(ok && list.len == 1 && !problems.len && same_note(&note, &list.at[0]),
                  "slow:\n%s", source.at);
        buf_free(&block);
        buf_free(&source);
        arena_free(arena);
    }
    /* what is left to the YAML reader: a tab in a literal */
    cr_expect_gt(quick_ones, NOTES * 9 / 10, "%zu", quick_ones);
}

/* One byte of a block is changed, left out or added: the quick reader may refuse what comes of it,
 * or it reads what the YAML reader reads. */
Test(notes_agree, a_block_that_somebody_changed_is_read_alike_or_left_to_the_yaml_reader)
{
    static const char bytes[] = "\n :#-\"'\\|[],{}&*!%@`?~ax0\t\r\x01\xC3\xE2";
    size_t both = 0;
    for (unsigned i = 0; i < NOTES * 3; i++) {
        struct arena *arena = arena_new();
        struct buf block = {0}, source = {0};
        struct note note = draw_note(arena, i), quick;
        struct problems problems;
        bool ok;
        put_block(&block, &note, 2, "");
        size_t at = draw(block.len), kind = draw(3);
        struct str put = {&bytes[draw(sizeof bytes - 1)], kind ? 1 : 0};
        buf_splice(&block, at, at + (kind < 2), put);
        size_t end = block_read(arena, buf_view(&block), 0, 2, &quick, NULL);
        if (end == block.len) {
            both++;
            size_t line = (size_t)str_find(buf_view(&block), STR("\n"), 0);
            buf_printf(&source, "version: 1\nnotes:\n%.*s  # slowly%.*s", (int)line, block.at,
                       (int)(block.len - line), block.at + line);
            struct note_list list = read_source(arena, buf_view(&source), &ok, &problems);
            cr_assert(ok && list.len == 1 && !problems.len && same_note(&quick, &list.at[0]), "%s",
                      source.at);
        }
        buf_free(&block);
        buf_free(&source);
        arena_free(arena);
    }
    cr_expect_gt(both, NOTES / 4, "%zu", both);
}
